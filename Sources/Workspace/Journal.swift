import Display
import Storage
import Synchronization

/// The record of one session: each cell that ran, and what it put out, in the notebook's file.
///
/// May be used from any thread. Where a file cannot be written the record is kept in memory, and `note` says so.
package final class Journal: Sendable {
    /// A line for the user, if not all is well with the file.
    package let note: String?
    private let store: SessionStore
    private let session: Int
    private let engineVersion: String
    private let lastError = Mutex<String?>(nil)

    /// - Parameter key: what the session belongs to: the notebook's path, or the kernel's id.
    package init(key: String, engineVersion: String, seed: UInt64) throws {
        (store, note) = try SessionStore.open(key: key)
        session = try store.begin(session: key, engineVersion: engineVersion, seed: seed)
        self.engineVersion = engineVersion
    }

    /// What a cell's record says beside its text and outputs.
    package struct Entry: Sendable {
        package var executionCount: Int?
        package var cellID: String?
        package var outcome: Outcome
        /// Seconds since 1970, and how many it took.
        package var started, duration: Double
        /// Where random draws stood when it began.
        package var seed: UInt64

        package enum Outcome: Sendable { case ok, error, interrupted }

        package init(executionCount: Int?, cellID: String?, outcome: Outcome, started: Double, duration: Double, seed: UInt64) {
            (self.executionCount, self.cellID, self.outcome) = (executionCount, cellID, outcome)
            (self.started, self.duration, self.seed) = (started, duration, seed)
        }
    }

    /// Keeps a cell; it is in the file when this returns. A full disk must not stop the work: the failure is kept for `problem`.
    package func record(_ source: String, _ entry: Entry, outputs: [Output]) {
        let status: CellRecord.Status =
            switch entry.outcome {
            case .ok: .ok
            case .error: .error
            case .interrupted: .interrupted
            }
        let cell = CellRecord(
            source: source, executionCount: entry.executionCount, cellID: entry.cellID, status: status, started: entry.started, duration: entry.duration,
            engineVersion: engineVersion, seed: entry.seed)
        var log = OutputLog()
        for output in outputs { log.append(output) }
        attempt { () throws(StorageError) in try store.record(cell, outputs: log.outputs, in: session) }
    }

    package func end(restart: Bool) {
        attempt { () throws(StorageError) in try store.end(session: session, restart ? .restart : .shutdown) }
    }

    /// What went wrong with the last write, if it did.
    package var problem: String? { lastError.withLock { $0 } }

    private func attempt(_ body: () throws(StorageError) -> Void) {
        do {
            try body()
            lastError.withLock { $0 = nil }
        } catch {
            lastError.withLock { $0 = error.description }
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
