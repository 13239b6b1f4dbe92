import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Which of two neighbouring operators takes the operand between them, as a table of operators has it: asked once for each pair, and remembered.
final class BindingOrder {
    enum Side { case left, right }

    /// What stands between operands without being an operator of a name, as the pairs here name it.
    static let assignment = "=", choice = "?:", cast = "as", test = "is"

    private struct Pair: Hashable {
        var left: String
        var right: String
    }

    private let table: OperatorTable
    private var known: [Pair: Side?] = [:]

    init(_ table: OperatorTable) { self.table = table }

    /// nil where they have no order, or one of them is not declared.
    func first(of left: String, _ right: String) -> Side? {
        let pair = Pair(left: left, right: right)
        if let side = known[pair] { return side }
        let side = ask(left, right)
        known[pair] = .some(side)
        return side
    }

    /// Folds three operands with the two between them and looks which became the root.
    private func ask(_ left: String, _ right: String) -> Side? {
        func between(_ name: String) -> String { name == Self.choice ? "? x :" : name }
        let file = Parser.parse(source: "a \(between(left)) b \(between(right)) c")
        guard !file.hasError, file.statements.count == 1, let folded = try? table.foldAll(file).as(SourceFileSyntax.self), case .expr(let root)? = folded.statements.first?.item
        else { return nil }
        let first: ExprSyntax? =
            switch root.as(ExprSyntaxEnum.self) {
            case .infixOperatorExpr(let node): node.leftOperand
            case .ternaryExpr(let node): node.condition
            case .asExpr(let node): node.expression
            case .isExpr(let node): node.expression
            default: nil
            }
        return first.map { $0.is(DeclReferenceExprSyntax.self) ? .right : .left }
    }
}
