import SwiftDiagnostics
import SwiftOperators
import SwiftSyntax

/// Operators and their precedence: the standard ones and those declared in cells.
struct CellOperators {
    private var table = OperatorTable.standardOperators

    /// Learns `infix operator` and `precedencegroup` declarations.
    mutating func add(declarationsIn file: SourceFileSyntax) {
        let declares = file.statements.contains { item in
            item.item.is(OperatorDeclSyntax.self) || item.item.is(PrecedenceGroupDeclSyntax.self)
        }
        if declares { table.addSourceFile(file) { _ in } }
    }

    /// Turns sequences of operators into trees.
    func fold(_ file: SourceFileSyntax) -> (file: SourceFileSyntax, problems: [(message: String, offset: Int)]) {
        var problems: [(String, Int)] = []
        let folded = table.foldAll(file) { error in
            let diagnostic = error.asDiagnostic
            problems.append((diagnostic.message, diagnostic.node.positionAfterSkippingLeadingTrivia.utf8Offset))
        }
        return (folded.cast(SourceFileSyntax.self), problems)
    }
}
