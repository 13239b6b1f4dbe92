import Bindings
import Display
import IR
import Language
import Runtime
import Storage

/// Runs the cells of one notebook.
///
/// One thread runs cells (it wants a large stack); `interrupt` may come from any thread.
// Unchecked: all state belongs to the thread that runs cells, but for the machine's stop flag, which is atomic.
package final class Session: @unchecked Sendable {
    let compiler: Compiler
    let machine: Machine
    /// What front ends ask while a cell is written, and while one runs.
    package let assistance: Assistance
    private let turn = CompilerTurn()
    /// Texts of the cells, for excerpts in tracebacks.
    private var sources: [Int: CellText] = [:]
    private var lastCell = 0
    /// What was compiled and linked since `takePrograms` was last called: the code that a saved session consists of.
    private var newPrograms: [(record: ProgramRecord, entry: Int)] = []
    private var reach = Reach()
    /// Who keeps the session, for cells that ask for another state of it.
    var control: (any SessionControl)?

    package init() {
        compiler = Compiler(library: Library.interface + ValueFile.interface, operators: Library.operators)
        var natives = NativeTable.standard
        natives.add(Library.table)
        natives.add(ValueFile.table)
        machine = Machine(natives: natives, saved: Library.savable)
        assistance = Assistance(compiler, turn)
    }

    /// Runs a cell. Everything it puts out goes to `output` while it runs, the result included; an error is returned.
    ///
    /// - Parameters:
    ///   - name: what tracebacks call the cell, `cell [3]` or a file's name.
    ///   - firstLine: where the cell begins in that file.
    ///   - input: asks for a line; nil when there is no more, and `InputFailure` where nobody can be asked.
    ///   - progress: takes how far the cell's loops and library calls are, and nil when nothing of that is to be seen any more; without it nothing is measured.
    ///   - warn: takes what there is to say of a cell that runs nevertheless; without it that goes to the error stream, as one text.
    package func run(
        _ text: String, name: String, firstLine: Int = 1, input: @escaping (_ prompt: String, _ isHidden: Bool) throws -> String? = { _, _ in nil },
        progress: ProgressMeter.Show? = nil, warn: (([Problem]) -> Void)? = nil, output: @escaping (Output) -> Void
    ) -> CellOutcome {
        lastCell += 1
        let number = lastCell
        let source = CellText(text, name: name, firstLine: firstLine)
        sources[number] = source
        let compilation = turn.compile { compiler.compile(text, cell: number, interruption: { [machine] in machine.isInterrupted }) }
        if compilation.wasInterrupted {
            machine.clearInterrupt()
            return .failed(Failure(.interrupted, sources: sources))
        }
        let problems = compilation.diagnostics.map { Problem($0, in: source, sources: sources) }
        guard let program = compilation.program else { return .rejected(problems, source) }
        assistance.accept(source, number: number)
        newPrograms.append((ProgramRecord(number: number, name: name, source: text, digest: program.digest), program.entry))
        machine.output = { stream, text in output(.stream(stream, text)) }
        (machine.input, machine.show, machine.progress) = (input, output, progress.map { ProgressMeter(show: $0) })
        defer {
            machine.progress?.finish()
            machine.progress = nil
            machine.output = { _, _ in }
            (machine.input, machine.show) = ({ _, _ in nil }, { _ in })
        }
        if let warn { warn(problems) } else if !problems.isEmpty { output(.stream(.standardError, Self.text(of: problems, in: source))) }
        do {
            let value = try Library.watching(machine, session: control) { try machine.run(program) }
            if let shown = show(value) { output(.result(shown)) }
            return .finished
        } catch let error as RuntimeError {
            return .failed(Failure(error, sources: sources))
        } catch {
            return .failed(Failure(unplaced: error))
        }
    }

    /// The texts that were compiled since the last call, and the variables that they read.
    func takePrograms() -> (programs: [ProgramRecord], reads: [GlobalSlot]) {
        defer { newPrograms = [] }
        return (newPrograms.map(\.record), reach.reads(of: newPrograms.map(\.entry), machine))
    }

    /// Compiles texts that ran in an earlier life again, without running them. Whether they gave the programs they gave then: only then do saved values fit them in every respect.
    func declare(_ programs: [ProgramRecord]) -> Bool {
        var isSame = true
        for program in programs {
            let source = CellText(program.source, name: program.name)
            sources[program.number] = source
            lastCell = max(lastCell, program.number)
            let compilation = turn.compile { compiler.compile(program.source, cell: program.number) }
            guard let made = compilation.program else {
                isSame = false
                continue
            }
            assistance.accept(source, number: program.number)
            machine.link(made)
            if made.digest != program.digest { isSame = false }
        }
        return isSame
    }

    /// Warnings as the error stream shows them. Nobody reads more of them than this.
    private static func text(of problems: [Problem], in source: CellText) -> String {
        let limit = 20
        var lines = problems.prefix(limit).flatMap { $0.lines(in: source) }
        if problems.count > limit { lines.append("\(source.name): \(problems.count - limit) more warnings are not shown") }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The machine code of a cell, which is not run; the next cell may use what it declares.
    package func disassemble(_ text: String, name: String) -> (code: String?, problems: [Problem]) {
        lastCell += 1
        let source = CellText(text, name: name)
        sources[lastCell] = source
        let compilation = turn.compile { compiler.compile(text, cell: lastCell) }
        return (compilation.program?.disassembly, compilation.diagnostics.map { Problem($0, in: source, sources: sources) })
    }

    /// Asks the running cell to stop; one that has not begun to run yet stops as soon as it does.
    package func interrupt() { machine.interrupt() }
    /// Takes back an `interrupt` that came when the cell had already ended.
    package func clearInterrupt() { machine.clearInterrupt() }

    /// Gives back the memory of this process that nothing uses now.
    package static func releaseMemory() { Pages.release() }

    /// Has the memory of freed arrays kept for the next ones, until `releaseMemory`, as every session has it.
    package static func keepFreedMemory() { Pages.keepFreed() }

    /// Bytes that the process may hold before a cell is refused more; half of the memory there is, unless set.
    package var memoryLimit: Int {
        get { machine.memoryLimit }
        set { machine.memoryLimit = newValue }
    }

    /// Where the cells' random draws stand; a new session begins at 0, so that the same notebook draws the same numbers.
    package var randomState: UInt64 {
        get { machine.randomState }
        set { machine.randomState = newValue }
    }

    /// How a cell's value is displayed; nil when there is nothing to show.
    private func show(_ value: Value) -> MIMEBundle? {
        if case .tuple(let elements) = value.type, elements.isEmpty { return nil }
        return try? machine.display(value)
    }
}

/// How a cell ended.
package enum CellOutcome {
    case finished
    /// It did not pass the checker; nothing of it ran.
    case rejected([Problem], CellText)
    case failed(Failure)
}

/// A cell's text, with its lines.
package struct CellText: Sendable {
    package let text: String
    package let name: String
    /// Where it begins in the file it is from.
    let firstLine: Int
    let lines: LineTable

    package init(_ text: String, name: String, firstLine: Int = 1) {
        (self.text, self.name, self.firstLine) = (text, name, firstLine)
        lines = LineTable(text)
    }

    package func position(of offset: Int) -> (line: Int, column: Int) {
        let (line, column) = lines.position(offset)
        return (line + firstLine - 1, column)
    }

    /// A line of the text, as `position` counts; of a very long one what is around the column, with the column's place in it.
    package func excerpt(line number: Int, column: Int) -> (text: String, column: Int) {
        let number = number - firstLine + 1
        let all = text.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: max(0, number), omittingEmptySubsequences: false)
        guard all.indices.contains(number - 1) else { return ("", column) }
        let line = all[number - 1]
        if line.count <= 400 { return (String(Substring(line)), column) }
        let start = max(0, column - 100)
        let part = String(decoding: line.dropFirst(start).prefix(200), as: UTF8.self)
        return ((start > 0 ? "…" : "") + part + (start + 200 < line.count ? "…" : ""), column - start + (start > 0 ? 1 : 0))
    }
}
