import SwiftSyntax

/// Each `try` to the right of an operator: what is left of the operator it would not cover. Only an assignment may have one there.
final class TryPlaces: SyntaxVisitor {
    private(set) var found: [(token: TokenSyntax, word: String)] = []

    static func misplaced(in file: some SyntaxProtocol) -> [(token: TokenSyntax, word: String)] {
        let places = TryPlaces(viewMode: .sourceAccurate)
        places.walk(file)
        return places.found
    }

    override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        if let attempt = node.rightOperand.as(TryExprSyntax.self), let name = node.operator.as(BinaryOperatorExprSyntax.self)?.operator.text, !Self.isAssignment(name) {
            found.append((attempt.tryKeyword, "try" + (attempt.questionOrExclamationMark?.text ?? "")))
        }
        return .visitChildren
    }

    private static func isAssignment(_ name: String) -> Bool { name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(name) }
}
