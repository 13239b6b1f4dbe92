import SwiftDiagnostics
import SwiftParserDiagnostics
import SwiftSyntax

/// What the parser says of a text that is no Swift.
enum ParseProblems {
    static func of(_ file: SourceFileSyntax) -> [(offset: Int, message: String)] {
        if let token = unspeakable(in: file) {
            return [(token.positionAfterSkippingLeadingTrivia.utf8Offset, "'=' must have consistent whitespace on both sides")]
        }
        return ParseDiagnosticsGenerator.diagnostics(for: file).compactMap { problem in
            guard problem.diagMessage.severity == .error else { return nil }
            var offset = problem.node.positionAfterSkippingLeadingTrivia.utf8Offset
            // What a block or an operation lacks is missed at the token that stands there instead.
            let isMissedLater = problem.message.hasPrefix("expected '}'") || problem.message.hasPrefix("expected expression after operator")
            if isMissedLater, let next = problem.node.lastToken(viewMode: .all)?.nextToken(viewMode: .sourceAccurate) {
                offset = next.positionAfterSkippingLeadingTrivia.utf8Offset
            }
            return (offset, problem.message)
        }
    }

    /// An `=` for which the generator would want a fix and find none, which ends the process: it has a space on each side, and an invalid character beside one.
    private static func unspeakable(in file: SourceFileSyntax) -> TokenSyntax? {
        file.tokens(viewMode: .all).first { token in
            guard token.tokenKind == .equal, token.tokenDiagnostic != nil else { return false }
            return (token.previousToken(viewMode: .all)?.trailingTrivia.contains(where: \.isSpaceOrTab) ?? false) && token.trailingTrivia.contains(where: \.isSpaceOrTab)
        }
    }
}
