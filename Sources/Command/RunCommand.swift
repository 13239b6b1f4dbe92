import ArgumentParser
import Display
import Foundation
import Notebook
import Workspace

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs a notebook without Jupyter.",
        discussion: "The executed notebook takes the place of NOTEBOOK, or goes to OUT. The exit status is 1 if a cell failed; what ran until then is kept.")

    @Argument(help: "The notebook.")
    var notebook: String

    @Option(name: .shortAndLong, help: "Where the executed notebook goes; - is standard output.")
    var output: String?

    @Option(name: .shortAndLong, help: "A parameter, as name=value: declared after the cell tagged `parameters`.")
    var parameter: [String] = []

    @Option(name: .shortAndLong, help: "Where a report as JSON goes: each cell with its seconds, and the failure if there is one.")
    var report: String?

    @Flag(help: "Go on after a cell that fails.")
    var allowErrors = false

    func run() throws {
        let document = try Self.read(notebook, parameter)
        let (input, allows) = (document, allowErrors)
        let run = LargeStack.run { Self.runAll(input, allowErrors: allows) }
        if output == "-" {
            FileHandle.standardOutput.write(Data(run.notebook.bytes))
        } else {
            try Data(run.notebook.bytes).write(to: URL(fileURLWithPath: output ?? notebook), options: .atomic)
        }
        if let report { try Data(json(run).indented).write(to: URL(fileURLWithPath: report), options: .atomic) }
        var lines = ["\(notebook): \(run.steps.count) cells in \(Self.text(seconds: run.seconds))"]
        if let (step, failure) = run.failure {
            let place = step.id.map { " (id \($0))" } ?? ""
            lines = ["error: cell [\(step.executionCount)]\(place): \(failure.name): \(failure.message)"] + failure.traceback
        }
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        if run.failure != nil { throw ExitCode(1) }
    }

    private func json(_ run: NotebookRun) -> JSON {
        let cells = run.steps.map { step -> JSON in
            ["count": .integer(step.step.executionCount), "id": step.step.id.map(JSON.string) ?? .null, "seconds": .number((step.seconds * 1e6).rounded() / 1e6)]
        }
        let failure = run.failure.map { step, failure -> JSON in
            ["count": .integer(step.executionCount), "id": step.id.map(JSON.string) ?? .null, "name": .string(failure.name), "message": .string(failure.message)]
        }
        return [
            "notebook": .string(notebook), "version": .string(Version.current), "seconds": .number((run.seconds * 1e6).rounded() / 1e6), "cells": .array(cells),
            "failure": failure ?? .null,
        ]
    }

    private static func text(seconds: Double) -> String { "\((seconds * 1000).rounded() / 1000) s" }

    /// The notebook, with the values of parameters put in.
    static func read(_ path: String, _ parameters: [String]) throws -> NotebookDocument {
        let bytes: [UInt8]
        do { bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch { throw ValidationError("cannot read \(path): \(error.localizedDescription)") }
        do {
            var document = try NotebookDocument(bytes: bytes)
            try Parameters(parameters).inject(into: &document)
            return document
        } catch { throw ValidationError("\(path): \(error)") }
    }

    /// Runs all cells in a session of their own, with a progress bar.
    static func runAll(_ document: NotebookDocument, allowErrors: Bool) -> NotebookRun {
        let session = Session()
        let bar = ProgressLine()
        defer { bar.clear() }
        return NotebookRun(document, allowErrors: allowErrors) { step, output in
            bar.show(step.index, of: step.total)
            switch session.run(step.code, name: "cell [\(step.executionCount)]", input: { _, _ in throw InputFailure.notAllowed }, output: output) {
            case .finished: return nil
            case .rejected(let problems, let cell):
                let first = problems.first { $0.severity == "error" } ?? problems.first
                return .init(name: "CompileError", message: first?.message ?? "", traceback: problems.flatMap { $0.lines(in: cell) })
            case .failed(let failure): return .init(name: failure.name, message: failure.message, traceback: failure.traceback)
            }
        }
    }
}

/// How far a run is, on a terminal; elsewhere nothing.
private struct ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1

    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let filled = done * 40 / total
        say("\r[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 40 - filled) + "] cell \(done + 1) of \(total)")
    }

    func clear() { if isShown { say("\r\u{1B}[K") } }

    private func say(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
