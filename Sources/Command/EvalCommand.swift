import ArgumentParser
import Display
import Foundation
import Workspace

/// `engram eval`: runs cells from the command line, a file or standard input.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Runs cells and prints what they print.",
        discussion: "In a file, lines that read `// ---` separate cells. Diagnostics and run-time errors go to standard error as file:line:column.")

    @Option(name: .shortAndLong, help: "The text of a cell.") var execute: [String] = []
    @Flag(help: "Print each cell's result too.") var results = false
    @Flag(help: "Print the machine code of each cell instead of running it.") var dump = false
    @Argument(help: "A file of cells; - is standard input.") var file: String?

    func run() throws {
        var cells: [(name: String, firstLine: Int, text: String)] = []
        for text in execute { cells.append(("<command>", 1, text)) }
        if let file {
            let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try read(file)
            let text = String(decoding: data, as: UTF8.self)
            cells += Self.cells(of: text).map { (file == "-" ? "<stdin>" : file, $0.firstLine, $0.text) }
        }
        if cells.isEmpty { throw ValidationError("give a file or -e CODE") }
        let (showsResults, dumps, todo) = (results, dump, cells)
        let failed = LargeStack.run { dumps ? Self.dumpAll(todo) : Self.runAll(todo, results: showsResults) }
        if failed { throw ExitCode(1) }
    }

    private func read(_ file: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: file) else { throw ValidationError("cannot read \(file)") }
        return data
    }

    /// A file's cells, each with the line it starts at.
    static func cells(of text: String) -> [(firstLine: Int, text: String)] {
        var cells: [(Int, String)] = []
        var current: [Substring] = []
        var first = 1
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.trimmingPrefix("// ---").allSatisfy(\.isWhitespace), line.hasPrefix("// ---") {
                cells.append((first, current.joined(separator: "\n")))
                current = []
                first = index + 2
            } else {
                current.append(line)
            }
        }
        cells.append((first, current.joined(separator: "\n")))
        return cells
    }

    /// True when a cell failed; the cells after it do not run.
    private static func runAll(_ cells: [(name: String, firstLine: Int, text: String)], results: Bool) -> Bool {
        let session = Session()
        // On a terminal only, and where it cannot be mistaken for output.
        let progress: ProgressMeter.Show? = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 ? { Self.show($0) } : nil
        for cell in cells {
            let outcome = session.run(
                cell.text, name: cell.name, firstLine: cell.firstLine, input: Console.terminal.ask, progress: progress, warn: { report($0, of: cell.name) }
            ) { output in
                switch output {
                case .stream(.standardOutput, let text): FileHandle.standardOutput.write(Data(text.utf8))
                case .stream(.standardError, let text): FileHandle.standardError.write(Data(text.utf8))
                case .result where !results: break
                case .result(let bundle), .display(let bundle, _), .update(let bundle, _), .page(let bundle):
                    FileHandle.standardOutput.write(Data((bundle.plainText + "\n").utf8))
                case .clear, .error, .nextInput: break
                }
            }
            switch outcome {
            case .finished: continue
            case .rejected(let diagnostics, _): report(diagnostics, of: cell.name)
            case .failed(let failure):
                let place = failure.place.map { "\($0.cell.name):\($0.line):\($0.column): " } ?? ""
                say("\(place)error: \(failure.message)")
                for call in failure.stack.dropFirst() { say("\(call.cell.name):\(call.line):\(call.column): note: called from \(call.function)") }
            }
            return true
        }
        return false
    }

    private static func dumpAll(_ cells: [(name: String, firstLine: Int, text: String)]) -> Bool {
        let session = Session()
        for cell in cells {
            let (code, problems) = session.disassemble(cell.text, name: cell.name)
            report(problems, of: cell.name, shift: cell.firstLine - 1)
            guard let code else { return true }
            FileHandle.standardOutput.write(Data(code.utf8))
        }
        return false
    }

    private static func report(_ problems: [Problem], of name: String, shift: Int = 0) {
        for problem in problems { say("\(problem.declaration?.name ?? name):\(problem.line + shift):\(problem.column): \(problem.severity): \(problem.message)") }
    }

    /// The innermost bar, in place of the one before.
    private static func show(_ lines: [ProgressMeter.Line]?) {
        FileHandle.standardError.write(Data(("\r\u{1B}[K" + (lines?.last?.text ?? "")).utf8))
    }

    private static func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
