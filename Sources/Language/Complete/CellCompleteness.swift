import SwiftParser
import SwiftSyntax

/// Whether a text could be run as it stands, for consoles that must decide what the return key does.
package enum CellCompleteness: Equatable, Sendable {
    case complete
    /// More must follow: a bracket is open, an operand is missing. `indent` is what the next line should begin with.
    case incomplete(indent: String)
    case invalid

    /// A text is incomplete if all that is wrong with it is what is missing at its end.
    package init(of text: String) {
        if Nesting.problem(in: text) != nil {
            self = .invalid
            return
        }
        let tree = Parser.parse(source: text)
        guard tree.hasError else {
            self = .complete
            return
        }
        if Nesting.problem(in: tree) != nil {
            self = .invalid
            return
        }
        let end = tree.endOfFileToken.positionAfterSkippingLeadingTrivia
        let written = tree.tokens(viewMode: .sourceAccurate).filter { $0.tokenKind != .endOfFile }
        let last = written.last?.endPositionBeforeTrailingTrivia ?? end
        let finder = ErrorFinder(viewMode: .fixedUp)
        finder.walk(tree)
        // A text in single quotes cannot go on in the next line.
        let isOpenText =
            written.last.map { token in
                if case .stringSegment = token.tokenKind { return !text.contains("\"\"\"") }
                return token.tokenKind == .stringQuote && finder.firstMissing.map { $0 >= last } == true && Self.isOpening(token)
            } ?? false
        guard !finder.hasUnexpected, !isOpenText, let missing = finder.firstMissing, missing >= last else {
            self = .invalid
            return
        }
        var depth = 0
        for token in written {
            switch token.tokenKind {
            case .leftBrace, .leftParen, .leftSquare: depth += 1
            case .rightBrace, .rightParen, .rightSquare: depth -= 1
            default: break
            }
        }
        self = .incomplete(indent: String(repeating: "    ", count: max(0, depth)))
    }

    private static func isOpening(_ token: TokenSyntax) -> Bool {
        token.parent?.as(StringLiteralExprSyntax.self)?.openingQuote.id == token.id
    }
}

private final class ErrorFinder: SyntaxVisitor {
    var hasUnexpected = false
    var firstMissing: AbsolutePosition?

    override func visit(_ node: UnexpectedNodesSyntax) -> SyntaxVisitorContinueKind {
        if !node.isEmpty { hasUnexpected = true }
        return .skipChildren
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if token.presence == .missing { firstMissing = min(firstMissing ?? token.position, token.position) }
        return .skipChildren
    }
}
