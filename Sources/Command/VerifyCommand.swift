import ArgumentParser
import Display
import Foundation
import Notebook

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Runs a notebook from nothing and compares every output with what the file says.",
        discussion: "Prints the first difference. The exit status is 1 if there is one. The notebook is not changed.")

    @Argument(help: "The notebook.")
    var notebook: String

    @Option(name: .shortAndLong, help: "A parameter, as name=value: declared after the cell tagged `parameters`.")
    var parameter: [String] = []

    @Option(name: .shortAndLong, help: "Where a report as JSON goes; - is standard output.")
    var report: String?

    @Flag(help: "Print every difference.")
    var all = false

    func run() throws {
        let document = try RunCommand.read(notebook, parameter)
        let start = ContinuousClock.now
        // What a cell fails with is an output like others: the file says whether it is to fail.
        let executed = LargeStack.run { RunCommand.runAll(document, allowErrors: true).notebook }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        // Read as a file is, so that both sides were written and read in one way.
        let comparison = NotebookComparison(expected: document, found: try NotebookDocument(bytes: executed.bytes))
        let differing = comparison.differences.count
        let verdict =
            differing == 0
            ? "\(notebook): the same: \(comparison.cells) cells, \(comparison.outputs) outputs" : "\(notebook): \(differing) of \(comparison.cells) cells differ"
        if let report {
            let json: JSON = [
                "notebook": .string(notebook), "same": .bool(differing == 0), "cells": .integer(comparison.cells), "outputs": .integer(comparison.outputs),
                "seconds": .number((seconds * 1000).rounded() / 1000), "version": .string(Version.current), "differences": .array(comparison.differences.map(\.json)),
            ]
            let data = Data(json.indented)
            if report == "-" { FileHandle.standardOutput.write(data) } else { try data.write(to: URL(fileURLWithPath: report), options: .atomic) }
        }
        if report != "-" {
            print(verdict)
            for difference in all ? comparison.differences[...] : comparison.differences.prefix(1) { for line in difference.lines { print(line) } }
        }
        if differing > 0 { throw ExitCode(1) }
    }
}
