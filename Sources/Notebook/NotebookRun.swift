import Display

/// Executes the code cells of a notebook in their order and keeps what they put out.
package struct NotebookRun {
    /// How a cell ended that did not succeed.
    package struct Failure: Equatable, Sendable {
        package var name, message: String
        package var traceback: [String]

        package init(name: String, message: String, traceback: [String]) { (self.name, self.message, self.traceback) = (name, message, traceback) }
    }

    /// One cell to be run: its number among those that ran, and its place among the code cells.
    package struct Step: Sendable {
        package var code: String
        package var id: String?
        package var executionCount: Int
        package var index, total: Int
    }

    /// Runs a cell; what it puts out goes to `output` before this returns.
    package typealias Execute = (_ step: Step, _ output: @escaping (Output) -> Void) -> Failure?

    package private(set) var notebook: NotebookDocument
    /// The first cell that failed though it was not expected to.
    package private(set) var failure: (step: Step, failure: Failure)?
    /// The cells that ran, with the time that each took.
    package private(set) var steps: [(step: Step, seconds: Double)] = []
    package var seconds: Double { steps.reduce(0) { $0 + $1.seconds } }

    /// Old outputs of code cells are forgotten. A cell that failed ends the run, unless errors are allowed or it is tagged `raises-exception`.
    package init(_ notebook: NotebookDocument, allowErrors: Bool = false, execute: Execute) {
        self.notebook = notebook
        let code = notebook.cells.indices.filter { notebook.cells[$0].kind == .code }
        for cell in code { (self.notebook.cells[cell].outputs, self.notebook.cells[cell].executionCount) = ([], nil) }
        // A class, since the cell's outputs come through a closure that outlives no cell.
        let collected = Collected(cells: notebook.cells.count)
        var count = 0
        for (index, cell) in code.enumerated() {
            let source = notebook.cells[cell].source
            if source.allSatisfy(\.isWhitespace) { continue }
            count += 1
            let step = Step(code: source, id: notebook.cells[cell].id, executionCount: count, index: index, total: code.count)
            let start = ContinuousClock.now
            let failure = execute(step) { collected.outputs.append($0, of: cell, count: step.executionCount) }
            steps.append((step, (ContinuousClock.now - start) / .seconds(1)))
            if let failure {
                let error = Output.error(name: failure.name, message: failure.message, traceback: failure.traceback)
                collected.outputs.append(error, of: cell, count: count)
            }
            self.notebook.cells[cell].executionCount = count
            if let failure, !allowErrors, !notebook.cells[cell].tags.contains("raises-exception") {
                self.failure = (step, failure)
                break
            }
        }
        for cell in code { self.notebook.cells[cell].outputs = collected.outputs.stored(cell) }
    }

    private final class Collected {
        var outputs: OutputCollector

        init(cells: Int) { outputs = OutputCollector(cells: cells) }
    }
}
