import Foundation
import GRDB
import Synchronization

/// Brings what the write-ahead log holds into the file, beside the cells.
///
/// SQLite does so by itself within the commit that has made the log long enough, and that commit waits for the disk: every two-hundredth cell took 25 ms longer than the others. So a connection of its
/// own does it, on a thread of its own, at most once a second and only while something is written; commits go on meanwhile.
final class Checkpoints: Sendable {
    private let path: String
    private let queue = DispatchQueue(label: "session checkpoints", qos: .utility)
    private let isDue = Atomic(false)
    /// Made for the first checkpoint.
    private let database = Mutex<DatabaseQueue?>(nil)

    private static let pause = DispatchTimeInterval.seconds(1)
    /// Pages, 64 MB, at which a commit does it after all: where cells follow each other without a pause the log would never begin anew.
    static let limit = 16_000

    init(path: String) { self.path = path }

    /// After each commit.
    func schedule() {
        guard !isDue.exchange(true, ordering: .relaxed) else { return }
        queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in self?.run() }
    }

    private func run() {
        isDue.store(false, ordering: .relaxed)
        // Where it fails the commits do it.
        database.withLock { database in
            if database == nil {
                var configuration = Configuration()
                configuration.label = "session checkpoints"
                database = try? DatabaseQueue(path: path, configuration: configuration)
            }
            _ = try? database?.inDatabase { try $0.checkpoint(.passive) }
        }
    }
}
