import Display
import Foundation
import GRDB

/// The file of one notebook's sessions. All calls wait until they are done, and may come from any thread.
package final class SessionStore: Sendable {
    package let path: String
    private let database: DatabaseQueue
    private let checkpoints: Checkpoints?

    /// Opens the file, making it and its directory if they are not there, and brings its tables up to date.
    package convenience init(path: String) throws(StorageError) {
        let database: DatabaseQueue
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            database = try DatabaseQueue(path: path, configuration: Self.configuration(isFile: true))
        } catch { throw Self.explain(error, path) }
        try self.init(database, path, Checkpoints(path: path))
    }

    private init(_ database: DatabaseQueue, _ path: String, _ checkpoints: Checkpoints? = nil) throws(StorageError) {
        (self.database, self.path, self.checkpoints) = (database, path, checkpoints)
        let migrator = Schema.migrator
        do {
            if try database.read({ try migrator.hasBeenSuperseded($0) }) { throw StorageError.tooNew(path: path) }
            try migrator.migrate(database)
        } catch { throw Self.explain(error, path) }
    }

    /// A store that lives as long as the process.
    package static func inMemory() throws(StorageError) -> SessionStore {
        do { return try SessionStore(DatabaseQueue(configuration: configuration(isFile: false)), ":memory:") } catch { throw explain(error, ":memory:") }
    }

    /// Opens the store of `key` in any case, with a line for the user if not all is well: a damaged file is set aside under another name, and
    /// where no file can be written the session is kept in memory.
    package static func open(key: String, directory: String = Location.directory()) throws(StorageError) -> (store: SessionStore, note: String?) {
        let path = Location.file(for: key, in: directory)
        do {
            let store = try SessionStore(path: path)
            try store.probe()
            return (store, nil)
        } catch {
            guard case .damaged = error else { return (try inMemory(), "\(error); this session is not saved") }
            let aside = "\(path).damaged-\(Int(Date().timeIntervalSince1970))"
            do {
                let values = PieceHeap.numbers(besides: path).map { "-values-\($0)" }
                for suffix in ["", "-wal", "-shm"] + values where FileManager.default.fileExists(atPath: path + suffix) {
                    try FileManager.default.moveItem(atPath: path + suffix, toPath: aside + suffix)
                }
                return (try SessionStore(path: path), "\(error); it was set aside as \(aside)")
            } catch { return (try inMemory(), "the session file \(path) is damaged and cannot be set aside; this session is not saved") }
        }
    }

    /// Finds out whether the file can be gone on with: one that lost its end may well open. Looks only at where the tables grow, so that it costs nothing.
    private func probe() throws(StorageError) {
        try write { database in
            for (table, key) in [("sessions", "id"), ("cells", "id"), ("outputs", "cell"), ("bindings", "cell"), ("pieces", "hash")] {
                _ = try Row.fetchOne(database, sql: "SELECT * FROM \(table) ORDER BY \(key) DESC LIMIT 1")
            }
            // A row like those to come, and away with it.
            try database.execute(sql: "INSERT INTO sessions (key, engine, seed, started) VALUES ('', '', 0, 0); DELETE FROM sessions WHERE id = last_insert_rowid()")
        }
    }

    /// Write-ahead log, not forced to the medium at each commit: measured on a virtual disk, a commit of a small cell then takes 0.035 ms; with `synchronous = FULL` it takes 4 ms,
    /// more than Jupyter's whole way there and back.
    private static func configuration(isFile: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "session store"
        configuration.busyMode = .timeout(2)
        if isFile { configuration.journalMode = .wal }
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = \(Checkpoints.limit)")
        }
        return configuration
    }

    /// Gives the space of what was deleted back.
    func shrink() throws(StorageError) {
        do {
            try database.vacuum()
            _ = try database.inDatabase { try $0.checkpoint(.truncate) }
        } catch { throw Self.explain(error, path) }
    }

    // MARK: Errors

    /// In a transaction. Its two ends are statements that stay prepared, which a tenth of a small cell's commit would go into otherwise.
    func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StorageError) -> Value {
        defer { checkpoints?.schedule() }
        return try look { database in
            try database.cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
            do {
                let value = try body(database)
                try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
                return value
            } catch {
                // A full disk ends the transaction by itself.
                if database.isInsideTransaction { try? database.rollback() }
                throw error
            }
        }
    }

    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StorageError) -> Value {
        do { return try database.read(body) } catch { throw Self.explain(error, path) }
    }

    /// A single question, which needs no transaction.
    func look<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StorageError) -> Value {
        do { return try database.inDatabase(body) } catch { throw Self.explain(error, path) }
    }

    static func explain(_ error: any Error, _ path: String) -> StorageError {
        if let error = error as? StorageError { return error }
        guard let error = error as? DatabaseError else { return .cannotOpen(path: path, reason: error.localizedDescription) }
        let reason = error.message ?? "SQLite code \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(path: path, reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: return .cannotOpen(path: path, reason: reason)
        default: return .failed(path: path, reason: reason)
        }
    }
}
