import SwiftDiagnostics
import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Operators and their precedence: the standard ones and those declared in cells.
package struct CellOperators {
    private var table = OperatorTable.standardOperators { didSet { binding = BindingOrder(table) } }
    private var binding = BindingOrder(.standardOperators)
    private var order = PrecedenceOrder()
    /// The declarations so far, by fixity and name; a later one takes the place of an earlier one.
    private var operators: [String: String] = [:]

    package init() {}

    /// Learns `infix operator` and `precedencegroup` declarations.
    package mutating func add(declarationsIn file: SourceFileSyntax) {
        var isChanged = false
        for item in file.statements {
            if let group = item.item.as(PrecedenceGroupDeclSyntax.self) {
                order.add(group)
                isChanged = true
            } else if let declaration = item.item.as(OperatorDeclSyntax.self) {
                // Without a group it is of the default one, which the table would not know.
                let hasGroup = declaration.fixitySpecifier.text != "infix" || declaration.operatorPrecedenceAndTypes != nil
                operators[declaration.fixitySpecifier.text + declaration.name.text] = item.item.trimmedDescription + (hasGroup ? "" : ": DefaultPrecedence")
                isChanged = true
            }
        }
        if isChanged { rebuild() }
    }

    /// The table cannot be changed once it holds a group, so it is made anew.
    private mutating func rebuild() {
        var declarations = PrecedenceOrder.standardOperators
        declarations.merge(operators) { $1 }
        var changed = OperatorTable()
        let text = (order.declarations + declarations.sorted { $0.key < $1.key }.map(\.value)).joined(separator: "\n")
        changed.addSourceFile(Parser.parse(source: text)) { _ in }
        table = changed
    }

    /// Whether an operator of that name has been declared to stand there.
    func isDeclared(_ name: String, _ fixity: Function.Fixity) -> Bool {
        switch fixity {
        case .infix: table.infixOperator(named: name) != nil
        case .prefix: table.prefixOperator(named: name) != nil
        case .postfix: table.postfixOperator(named: name) != nil
        }
    }

    /// Whether there is a precedence group of that name.
    func hasGroup(_ name: String) -> Bool { order.has(name) }

    /// Turns sequences of operators into trees.
    package func fold(_ file: SourceFileSyntax) -> (file: SourceFileSyntax, problems: [(message: String, offset: Int)]) {
        if let folded = SequenceFolder.fold(file, by: binding) { return (folded, []) }
        var problems: [(String, Int)] = []
        let folded = table.foldAll(file) { error in
            let diagnostic = error.asDiagnostic
            problems.append((diagnostic.message, diagnostic.node.positionAfterSkippingLeadingTrivia.utf8Offset))
        }
        return (folded.cast(SourceFileSyntax.self), problems)
    }
}
