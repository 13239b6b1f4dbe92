/// What is allowed and hardly meant: said beside the cell's output, once the cell has no errors.
extension Checker {
    /// Something to be said should the cell have no errors.
    func warn(at offset: Int, _ message: String) {
        guard source == Int32(cell), origin == .cell(cell) else { return }
        warnings.append(Diagnostic(severity: .warning, message: message, offset: offset))
    }

    func warn(at place: Place, _ message: String) {
        guard place.source == Int32(cell) else { return }
        warn(at: Int(place.offset), message)
    }

    /// Looks at the finished tree of a cell.
    func findWarnings(in statements: [Statement], functions: [Function]) {
        var shown = Block(statements: statements)
        // The value of the last expression is the cell's result.
        if let last = shown.statements.last, case .expression(let value) = last.kind, !value.type.isVoid { shown.statements.removeLast() }
        for walker in [UnusedResults(self), NeedlessTests(self)] as [TreeWalker] {
            walker.walk(walker is UnusedResults ? shown : Block(statements: statements))
            for function in functions { if let body = function.body { walker.walk(body) } }
        }
        if let last = statements.last, shown.statements.count < statements.count, case .expression(let value) = last.kind { UnusedResults(self).walk(value) }
        let uses = VariableUses(self)
        uses.walk(Block(statements: statements))
        for function in functions { if let body = function.body { uses.walk(body) } }
        uses.report()
    }
}
