import IR

/// Turns the cells of one session into programs: parse, check, lower.
///
/// Not thread-safe: `CompilerTurn` in Workspace sees to it that one thread at a time compiles or asks.
package final class Compiler {
    let checker: Checker
    private let lowering: Lowering

    /// - Parameters:
    ///   - library: interface text of the model library, each piece under the name that brings it in.
    ///   - operators: what the library declares that must be known before a cell is parsed.
    package init(library: [(name: String, text: String)] = [], operators: [String] = []) {
        checker = Checker(standard: StandardLibrary.pieces.map(\.text), operators: operators, library: library)
        lowering = Lowering(knowledge: checker)
    }

    deinit { checker.dismantle() }

    package struct Compilation {
        /// Absent when there are errors.
        package var program: Program?
        package var diagnostics: [Diagnostic]
        /// The user asked to stop before the cell was checked: the diagnostics mean nothing.
        package var wasInterrupted = false
    }

    /// - Parameters:
    ///   - cell: the cell's number in the session, which the places of its code carry. No two cells bear the same.
    ///   - interruption: asked now and then whether to stop.
    package func compile(_ source: String, cell: Int, interruption: @escaping () -> Bool = { false }) -> Compilation {
        checker.interruption = interruption
        defer { checker.interruption = { false } }
        let checked = checker.check(source, number: cell)
        // What the lowering asks for is kept for later cells: nothing of it may be left out.
        checker.interruption = { false }
        if checker.wasInterrupted { return Compilation(program: nil, diagnostics: [], wasInterrupted: true) }
        return Compilation(program: checked.cell.map(lowering.lower), diagnostics: checked.diagnostics)
    }

    /// What is wrong with the interface text itself; a test says that it is nothing. Checks every body, so it takes long.
    package func interfaceProblems() -> [String] {
        checker.readEverything()
        for function in checker.pendingBodies.functions { _ = checker.body(of: function) }
        return checker.interfaceProblems + StandardLibrary.pieces.flatMap { InterfaceOutline($0.text).problems(named: $0.name) }
    }
}
