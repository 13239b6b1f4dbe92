import Display
import Storage

/// What is saved of a notebook's sessions, for whoever looks into it from outside.
package struct SavedNotebook {
    private let file: SessionFile

    package static var directory: String { Location.directory() }
    /// The last used first.
    package static func all() -> [SavedNotebook] { SessionFile.all().map(SavedNotebook.init(file:)) }

    package var path: String { file.path }
    /// The notebook's path, or the kernel's id.
    package var name: String { file.key }
    /// Bytes.
    package var size: Int { file.size }
    /// Seconds since 1970.
    package var lastUse: Double { file.lastUse }
    package var kernels: Int { file.lives.count }
    package var cells: Int { file.lives.reduce(0) { $0 + $1.cells } }

    /// Every state that can be had again.
    package func history() throws -> SessionHistory {
        let store = try SessionStore(path: file.path)
        let head = try file.lives.compactMap { try store.head(of: $0.id) }.last
        return SessionHistory(try store.states(), head: head)
    }

    /// Forgets earlier states, of the notebooks first that were not used for longest, until all sessions together take no more than so many bytes: `$ENGRAM_SESSION_BUDGET` unless given, else
    /// 10 GB. The newest state of a notebook is never forgotten, nor what its cells put out; a notebook that is open is left alone.
    package static func prune(to bytes: Int? = nil) { (bytes.map { Budget(bytes: $0) } ?? Budget()).tidy(directory) }

    /// `500MB`, `20 GB`, or a plain number of bytes; nil for what is none.
    package static func bytes(_ text: String) -> Int? { Budget.bytes(text) }

    /// The counted cells of one kernel, with what they put out.
    ///
    /// - Parameter kernel: counted from 1, those that ran no cell left out; nil for the last.
    package func cells(ofKernel kernel: Int?) throws -> [(source: String, count: Int?, outputs: [Output])] {
        let lives = file.lives.filter { $0.cells > 0 }
        let place = kernel ?? lives.count
        guard lives.indices.contains(place - 1) else { throw SessionFailure(description: "the session has \(lives.count) kernels that ran cells") }
        return try SessionStore(path: file.path).cells(of: lives[place - 1].id).filter { $0.cell.executionCount != nil }.map {
            ($0.cell.source, $0.cell.executionCount, $0.outputs)
        }
    }
}

extension SessionHistory {
    init(_ states: [StateSummary], head: Int?) {
        self.init(
            entries: states.map {
                .init(commit: $0.id, parent: $0.parent, cell: $0.count, source: $0.source, names: $0.names, size: $0.size, label: $0.label, isPresent: $0.id == head)
            })
    }
}
