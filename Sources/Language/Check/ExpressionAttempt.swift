import SwiftSyntax

/// One way of finding the types of an expression, from its first term to the end of the search.
struct ExpressionAttempt {
    let solver: Solver
    let generator: Generator
    let term: Term
    /// How the value becomes what is wanted of it.
    private(set) var slot = ConversionSlot()
    let isSolved: Bool
    private let start: Solver.Mark
    private let syntax: ExprSyntax

    /// - Parameter takesAny: whether literals of elements without a type in common may hold `Any`.
    init(_ syntax: ExprSyntax, _ wanted: Type?, _ purpose: Conversion.Purpose, in scope: Scope, _ checker: Checker, takesAny: Bool = false) {
        self.syntax = syntax
        let outer = checker.findings.ofExpression
        checker.findings.ofExpression = [:]
        defer { checker.findings.ofExpression = outer }
        solver = Solver(checker, takesAny: takesAny, in: scope)
        start = solver.mark()
        generator = Generator(checker, solver, scope)
        term = generator.generate(syntax, expecting: wanted)
        if let wanted { slot = generator.convert(term, to: wanted, purpose) }
        isSolved = solver.solve() && solver.finish([term.type])
    }

    /// Open types of closures around the expression are as they were before it.
    func takeBack() { solver.undo(to: start) }

    /// Whether the expression is nothing but a literal whose elements have no type in common.
    var isMixedLiteral: Bool {
        var literal = syntax
        while let tuple = literal.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first { literal = only.expression }
        return solver.isMixed(literal)
    }
}

/// Whether an expression holds a literal whose elements may be of several types, or none.
final class LiteralFinder: SyntaxVisitor {
    private var found = false
    static func holdsSeveral(_ node: ExprSyntax) -> Bool {
        let finder = LiteralFinder(viewMode: .sourceAccurate)
        finder.walk(node)
        return finder.found
    }
    override func visit(_ node: ArrayExprSyntax) -> SyntaxVisitorContinueKind {
        if node.elements.count != 1 { found = true }
        return found ? .skipChildren : .visitChildren
    }
    override func visit(_ node: DictionaryExprSyntax) -> SyntaxVisitorContinueKind {
        if case .elements(let elements) = node.content, elements.count > 1 { found = true }
        return found ? .skipChildren : .visitChildren
    }
}
