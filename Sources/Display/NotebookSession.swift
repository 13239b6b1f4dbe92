/// The session that a notebook's cells run in: every cell's state is kept, and any of them can be had again.
///
/// ```swift
/// session.history                     // the cells so far, and what each set
/// try session.checkpoint("before training")
/// try session.undo()                  // as it was before the last cell
/// try session.restore(cell: 12)       // as it was after cell [12]
/// ```
/// What is asked for happens when the cell has ended. What was left is not lost: `history` of all commits still lists it, and `restore(commit:)` goes there.
public struct NotebookSession: Equatable, Sendable, Codable {
    package init() {}

    /// The cells that led to the present state, oldest first, each with the variables that it set. Empty outside of a notebook.
    public var history: SessionHistory { (try? Self.control().history(all: false)) ?? SessionHistory(entries: []) }

    /// Every commit of the notebook, those of other branches and of earlier kernels included.
    public var branches: SessionHistory { (try? Self.control().history(all: true)) ?? SessionHistory(entries: []) }

    /// The variables of the present state: which cell set each, and from which others.
    public var variables: SessionVariables { (try? Self.control().variables()) ?? SessionVariables(entries: []) }

    /// Variables whose values were computed from others that were set again since, oldest first.
    public var stale: [String] { (try? Self.control().variables())?.entries.filter(\.isStale).map(\.name) ?? [] }

    /// Brings back the state in which the last kernel of this notebook ended.
    ///
    /// - Throws: an error where there was none, or outside of a notebook.
    public func restore() throws { try Self.control().restoreEarlier() }

    /// Brings back the state after a cell: all variables, functions and types, and where random draws stood.
    ///
    /// - Parameter cell: the cell's number, as it stands beside it; of several that bore it, the last one.
    /// - Throws: an error where there is no such cell.
    public func restore(cell: Int) throws { try Self.control().restore(cell: cell) }

    /// Brings back the state after a commit.
    ///
    /// - Parameter commit: its number in `history` or `branches`.
    /// - Throws: an error where there is no such commit.
    public func restore(commit: Int) throws { try Self.control().restore(commit: commit) }

    /// Brings back the state from before the last cell.
    ///
    /// - Throws: an error where there is none.
    public func undo() throws { try Self.control().undo() }

    /// Gives the state before this cell a name, by which `restore(checkpoint:)` finds it.
    ///
    /// - Throws: an error outside of a notebook.
    public func checkpoint(_ name: String) throws { try Self.control().checkpoint(name) }

    /// Brings back the state that has this name; of several, the last one.
    ///
    /// - Throws: an error where there is none of that name.
    public func restore(checkpoint: String) throws { try Self.control().restore(checkpoint: checkpoint) }

    /// What differs between the states after two cells.
    ///
    /// - Parameters:
    ///   - first: the number of one cell.
    ///   - second: the number of the other.
    /// - Throws: an error where there is no such cell.
    public func diff(_ first: Int, _ second: Int) throws -> SessionDifference { try Self.control().difference(first, second) }

    /// Shows again what a cell put out, as when its page was closed while it ran.
    ///
    /// - Parameter cell: the cell's number; of several that bore it, the last one.
    /// - Throws: an error where there is no such cell.
    public func show(cell: Int) throws {
        for output in try Self.control().outputs(ofCell: cell) { Console.current.put(output) }
    }

    private static func control() throws -> any SessionControl {
        guard let control = Console.current.session else { throw SessionFailure(description: "there is no session here: cells of a notebook have one that is saved") }
        return control
    }
}

/// The session of the notebook.
public let session = NotebookSession()

/// Who keeps the session of the cell that runs. Used on the thread that runs it.
package protocol SessionControl: Sendable {
    func history(all: Bool) throws -> SessionHistory
    func variables() throws -> SessionVariables
    func restoreEarlier() throws
    func restore(cell: Int) throws
    func restore(commit: Int) throws
    func restore(checkpoint: String) throws
    func undo() throws
    func checkpoint(_ name: String) throws
    func outputs(ofCell cell: Int) throws -> [Output]
    func difference(_ first: Int, _ second: Int) throws -> SessionDifference
}

/// Why a session cannot do what a cell asks of it.
package struct SessionFailure: Error, Equatable, CustomStringConvertible {
    package let description: String
    package init(description: String) { self.description = description }
}
