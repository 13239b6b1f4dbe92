import ArgumentParser
import Display
import Foundation
import Notebook
import Workspace

struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Looks into saved sessions and tidies them.", subcommands: [List.self, Show.self, Export.self, Prune.self])

    /// By any part of the notebook's name, or by the session file's path.
    private static func find(_ name: String) throws -> SavedNotebook {
        let all = SavedNotebook.all()
        if let exact = all.first(where: { $0.name == name || $0.path == name || $0.path == URL(fileURLWithPath: name).path }) { return exact }
        let found = all.filter { $0.name.contains(name) }
        if found.count > 1 { throw ValidationError("'\(name)' could be any of\n" + found.map { "  " + $0.name }.joined(separator: "\n")) }
        guard let session = found.first else { throw ValidationError("no saved session has '\(name)' in its name; `engram session list` names them") }
        return session
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Names the saved sessions: notebook, kernels, cells, size, last use.")

        func run() throws {
            let all = SavedNotebook.all()
            if all.isEmpty { return print("no sessions are saved in \(SavedNotebook.directory)") }
            let dates = ISO8601DateFormatter()
            let rows = all.map { [$0.name, "\($0.kernels)", "\($0.cells)", ByteCount.text($0.size), dates.string(from: Date(timeIntervalSince1970: $0.lastUse))] }
            print(TextTable.plain([["notebook", "kernels", "cells", "size", "last used"]] + rows))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the states of a session: commit, cell, what it set.")
        @Argument(help: "Part of the notebook's name, or the session file.") var session: String

        func run() throws {
            let found = try SessionCommand.find(session)
            print(found.name)
            print(try found.history().description)
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes the cells of a session and what they put out as a notebook.")
        @Argument(help: "Part of the notebook's name, or the session file.") var session: String
        @Option(name: .shortAndLong, help: "Where the notebook goes; - is standard output.") var output = "-"
        @Option(help: "Which of the session's kernels, counted from 1; the last unless given.") var kernel: Int?

        func run() throws {
            let document = NotebookDocument(cells: try SessionCommand.find(session).cells(ofKernel: kernel).map { ($0.source, nil, $0.count, $0.outputs) })
            let data = Data(document.bytes)
            if output == "-" { FileHandle.standardOutput.write(data) } else { try data.write(to: URL(fileURLWithPath: output), options: .atomic) }
        }
    }

    struct Prune: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forgets earlier states until all sessions together keep to a size.",
            discussion: """
                The sessions that were used longest ago come first, and in each the oldest states; those that were given a name come last. The newest state of a notebook is never dropped, nor are cells \
                and what they put out; a notebook that is open is left alone. A kernel does the same by itself soon after it has started.
                """)
        @Option(name: .shortAndLong, help: "How much all sessions may take, as 500MB or 10GB; $ENGRAM_SESSION_BUDGET, else 10GB, unless given.") var budget: String?

        func validate() throws {
            if let budget, SavedNotebook.bytes(budget) == nil { throw ValidationError("'\(budget)' is no size; sizes are written as 500MB or 10GB") }
        }

        func run() throws {
            let before = SavedNotebook.all()
            SavedNotebook.prune(to: budget.flatMap(SavedNotebook.bytes))
            let after = Dictionary(SavedNotebook.all().map { ($0.path, $0.size) }) { first, _ in first }
            for session in before {
                let size = after[session.path] ?? 0
                if size < session.size { print("\(session.name): \(ByteCount.text(session.size)) -> \(ByteCount.text(size))") }
            }
            print("\(ByteCount.text(before.reduce(0) { $0 + $1.size })) -> \(ByteCount.text(after.values.reduce(0, +)))")
        }
    }
}
