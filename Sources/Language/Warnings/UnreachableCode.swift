/// The first statement that nothing leads to.
///
/// What follows a `return` or `break` in the same block was told of when the block was checked.
enum UnreachableCode {
    static func warn(of statement: Statement, after previous: Statement, _ checker: Checker) {
        let start = checker.startOfStatement[statement.place] ?? Int(statement.place.offset)
        guard statement.place.source == Int32(checker.cell) else { return }
        switch previous.kind {
        // At the top level; elsewhere it has been told.
        case .return, .break, .continue, .fallThrough: return
        case .throw: if checker.isAtTopLevel(statement) { checker.warn(at: start, "will never be executed") }
        // A loop or a test that holds by its own words is meant so.
        case .while: return
        case .if(let conditions, _, _) where conditions.isAlwaysTrue: return
        default: checker.warn(at: EndlessCalls.end(previous) ? FirstLeaf.offset(of: statement) ?? start : start, "will never be executed")
        }
    }

    /// Whether some way through a statement ends in a call that never returns: the compiler finds what follows it later, and names another place.
    private final class EndlessCalls: TreeWalker {
        private var found = false
        static func end(_ statement: Statement) -> Bool {
            let finder = EndlessCalls()
            finder.walk(statement)
            return finder.found
        }
        override func walk(_ value: Expression) {
            if value.neverReturns || value.type.standardName == "Never" { found = true }
            if case .closure = value.kind { return }
            super.walk(value)
        }
    }

    /// The literal or name that is evaluated first.
    private final class FirstLeaf: TreeWalker {
        private var literal: Place?
        private var name: Place?
        static func offset(of statement: Statement) -> Int? {
            let finder = FirstLeaf()
            finder.walk(statement)
            return (finder.literal ?? finder.name).map { Int($0.offset) }
        }
        override func walk(_ value: Expression) {
            guard literal == nil else { return }
            switch value.kind {
            case .integer, .floating, .boolean, .string, .interpolation: literal = value.place
            case .variable: if name == nil { name = value.place }
            default: super.walk(value)
            }
        }
    }
}

extension Checker {
    /// Whether a statement belongs to the cell itself, and to no body in it.
    fileprivate func isAtTopLevel(_ statement: Statement) -> Bool { topLevelPlaces.contains(statement.place) }
}
