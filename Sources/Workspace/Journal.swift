import Display
import Storage
import Synchronization

/// The record of one session: each cell that ran, and what it put out, in the notebook's file.
///
/// May be used from any thread. Where a file cannot be written the record is kept in memory, and `note` says so.
package final class Journal: Sendable {
    /// A line for the user, if not all is well with the file.
    package let note: String?
    let store: SessionStore
    let session: Int
    private let engineVersion: String
    private let lastError = Mutex<String?>(nil)

    /// - Parameter key: what the session belongs to: the notebook's path, or the kernel's id.
    package init(key: String, engineVersion: String, seed: UInt64, directory: String = Location.directory()) throws {
        (store, note) = try SessionStore.open(key: key, directory: directory)
        session = try store.begin(session: key, engineVersion: engineVersion, seed: seed)
        self.engineVersion = engineVersion
    }

    /// How a cell ended.
    package enum Outcome: Sendable { case ok, error, interrupted }

    /// What a cell's record says beside its text and outputs.
    package struct Entry: Sendable {
        package var executionCount: Int?
        package var cellID: String?
        /// Seconds since 1970.
        package var started: Double
        /// Where random draws stood when it began.
        package var seed: UInt64

        package init(executionCount: Int?, cellID: String?, started: Double, seed: UInt64) {
            (self.executionCount, self.cellID, self.started, self.seed) = (executionCount, cellID, started, seed)
        }
    }

    /// Begins the record of a cell.
    package func begin(_ source: String, _ entry: Entry) -> CellLog { CellLog(self, source, entry) }

    /// Nil where it could not be written.
    fileprivate func record(
        _ source: String, _ entry: Entry, _ status: CellRecord.Status, duration: Double, outputs: [Output], state: StateChange? = nil
    ) -> Int? {
        let cell = CellRecord(
            source: source, executionCount: entry.executionCount, cellID: entry.cellID, status: status, started: entry.started, duration: duration,
            engineVersion: engineVersion, seed: entry.seed)
        return attempt { () throws(StorageError) in try store.record(cell, outputs: outputs, in: session, state: state) }
    }

    fileprivate func append(_ outputs: [Output], to cell: Int) { attempt { () throws(StorageError) in try store.append(outputs, to: cell) } }

    /// The number again; nil where it could not be written.
    fileprivate func finish(_ cell: Int, _ status: CellRecord.Status, duration: Double, outputs: [Output], state: StateChange?) -> Int? {
        attempt { () throws(StorageError) in try store.finish(cell: cell, status, duration: duration, outputs: outputs, state: state) }.map { cell }
    }

    /// The file, if there is one.
    package var path: String? { store.path == ":memory:" ? nil : store.path }

    package func end(restart: Bool) {
        attempt { () throws(StorageError) in try store.end(session: session, restart ? .restart : .shutdown) }
    }

    /// What went wrong with the last write, if it did.
    package var problem: String? { lastError.withLock { $0 } }

    func report(_ problem: String) { lastError.withLock { $0 = problem } }

    /// A full disk must not stop the work: the failure is kept for `problem`.
    @discardableResult
    func attempt<Value>(_ body: () throws(StorageError) -> Value) -> Value? {
        do {
            let value = try body()
            lastError.withLock { $0 = nil }
            return value
        } catch {
            lastError.withLock { $0 = error.description }
            return nil
        }
    }

    /// A past cell: its session and number, its text, and its result as text.
    package typealias Line = (session: Int, line: Int, source: String, result: String?)

    package func tail(_ count: Int) -> [Line] { lines(.tail(count: count)) }
    package func range(session: Int, from start: Int, to stop: Int?) -> [Line] { lines(.range(session: session, start: start, stop: stop)) }
    package func search(_ glob: String, count: Int?, unique: Bool) -> [Line] { lines(.search(glob: glob, count: count, unique: unique)) }

    private func lines(_ selection: HistorySelection) -> [Line] {
        ((try? store.history(selection, present: session)) ?? []).map { ($0.session, $0.line, $0.source, $0.result) }
    }
}

/// The record of a cell that runs: what it puts out is gathered, and written whenever it has grown large, so that memory does not grow with it.
///
/// A cell whose outputs stayed small is written once, at its end. Used by the one thread at a time that puts something out.
package final class CellLog {
    private let journal: Journal
    private let source: String
    private let entry: Journal.Entry
    private let clock = ContinuousClock.now
    private var log = OutputLog()
    /// Its number in the file, once something of it is there.
    private var cell: Int?
    private var written = 0
    /// The front end's name of the cell.
    var cellID: String? { entry.cellID }

    private static let piece = 4 << 20
    /// Of one cell no more than this is kept.
    private static let limit = 1 << 30

    fileprivate init(_ journal: Journal, _ source: String, _ entry: Journal.Entry) { (self.journal, self.source, self.entry) = (journal, source, entry) }

    package func append(_ output: Output) {
        guard written < Self.limit else { return }
        log.append(output)
        if log.size >= Self.piece { write() }
    }

    private func write() {
        written += log.size
        if written >= Self.limit { log.append(.stream(.standardError, "[what this cell put out after its first GB is not kept]\n")) }
        if let cell { journal.append(log.outputs, to: cell) } else { cell = journal.record(source, entry, .running, duration: 0, outputs: log.outputs) }
        log = OutputLog()
    }

    /// The cell is in the file when this returns, and the state after it. Returns the number of that.
    @discardableResult
    package func end(_ outcome: Journal.Outcome) -> Int? { end(outcome, state: nil) }

    func end(_ outcome: Journal.Outcome, state: StateChange?) -> Int? {
        let status: CellRecord.Status =
            switch outcome {
            case .ok: .ok
            case .error: .error
            case .interrupted: .interrupted
            }
        let duration = (ContinuousClock.now - clock) / .seconds(1)
        if let cell { return journal.finish(cell, status, duration: duration, outputs: log.outputs, state: state) }
        return journal.record(source, entry, status, duration: duration, outputs: log.outputs, state: state)
    }
}
