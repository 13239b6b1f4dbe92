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
            for (table, key) in [("sessions", "id"), ("cells", "id"), ("outputs", "id"), ("contents", "output")] {
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
        configuration.busyMode = .timeout(5)
        if isFile { configuration.journalMode = .wal }
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = \(Checkpoints.limit)")
        }
        return configuration
    }

    // MARK: Sessions and cells

    /// Begins a session and returns its number.
    package func begin(session key: String, engineVersion: String, seed: UInt64) throws(StorageError) -> Int {
        try write { database in
            try database.execute(
                sql: "INSERT INTO sessions (key, engine, seed, started) VALUES (?, ?, ?, ?)",
                arguments: [key, engineVersion, Int64(bitPattern: seed), Date().timeIntervalSince1970])
            return Int(database.lastInsertedRowID)
        }
    }

    /// Says that a session ended as it should.
    package func end(session: Int, _ ending: SessionRecord.Ending) throws(StorageError) {
        try write { database in
            try database.execute(
                sql: "UPDATE sessions SET ended = ?, ending = ? WHERE id = ?", arguments: [Date().timeIntervalSince1970, ending.rawValue, session])
        }
    }

    /// Keeps a cell and what it put out; both are in the file when this returns. Returns its number, for `append` and `finish` where the cell still runs.
    @discardableResult
    package func record(_ cell: CellRecord, outputs: [Output], in session: Int, commit: CommitRecord? = nil) throws(StorageError) -> (cell: Int, commit: Int?) {
        try write { database in
            try database.cachedStatement(
                sql: """
                    INSERT INTO cells (session, count, cell, source, status, started, duration, engine, seed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                session, cell.executionCount, cell.cellID, cell.source, cell.status.rawValue, cell.started, cell.duration, cell.engineVersion,
                Int64(bitPattern: cell.seed),
            ])
            let id = database.lastInsertedRowID
            for output in outputs { try Self.insert(StoredOutput(output), cell: id, database) }
            return (Int(id), try commit.map { try Self.insert($0, session: session, cell: id, database) })
        }
    }

    /// Keeps more of what a running cell puts out.
    package func append(_ outputs: [Output], to cell: Int) throws(StorageError) {
        try write { database in for output in outputs { try Self.insert(StoredOutput(output), cell: Int64(cell), database) } }
    }

    /// Says how a cell ended that was recorded while it ran.
    @discardableResult
    package func finish(
        cell: Int, _ status: CellRecord.Status, duration: Double, outputs: [Output], in session: Int? = nil, commit: CommitRecord? = nil
    ) throws(StorageError) -> Int? {
        try write { database in
            for output in outputs { try Self.insert(StoredOutput(output), cell: Int64(cell), database) }
            try database.execute(sql: "UPDATE cells SET status = ?, duration = ? WHERE id = ?", arguments: [status.rawValue, duration, cell])
            guard let commit, let session else { return nil }
            return try Self.insert(commit, session: session, cell: Int64(cell), database)
        }
    }

    private static func insert(_ output: StoredOutput, cell: Int64, _ database: Database) throws {
        try database.cachedStatement(sql: "INSERT INTO outputs (cell, kind, name) VALUES (?, ?, ?)").execute(arguments: [cell, output.kind.rawValue, output.name])
        let id = database.lastInsertedRowID
        let statement = try database.cachedStatement(sql: "INSERT INTO contents (output, position, type, form, content) VALUES (?, ?, ?, ?, ?)")
        for (position, content) in output.contents.enumerated() {
            try statement.execute(arguments: [id, position, content.type, content.form.rawValue, Data(content.bytes)])
        }
    }

    /// The sessions of the file, oldest first.
    package func sessions() throws(StorageError) -> [SessionRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT id, key, engine, seed, started, ended, ending FROM sessions ORDER BY id").map { row in
                SessionRecord(
                    id: row[0], key: row[1], engineVersion: row[2], seed: UInt64(bitPattern: row[3]), started: row[4], ended: row[5],
                    ending: (row[6] as String?).flatMap(SessionRecord.Ending.init))
            }
        }
    }

    /// The cells of a session in the order they ran, with what they put out.
    package func cells(of session: Int) throws(StorageError) -> [(cell: CellRecord, outputs: [Output])] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT id, source, count, cell, status, started, duration, engine, seed FROM cells WHERE session = ? ORDER BY id", arguments: [session]
            ).map { row in
                let cell = CellRecord(
                    source: row[1], executionCount: row[2], cellID: row[3], status: CellRecord.Status(rawValue: row[4]) ?? .error, started: row[5],
                    duration: row[6], engineVersion: row[7], seed: UInt64(bitPattern: row[8]))
                return (cell, try Self.outputs(of: row[0], database))
            }
        }
    }

    static func outputs(of cell: Int64, _ database: Database) throws -> [Output] {
        var log = OutputLog()
        for row in try Row.fetchAll(database, sql: "SELECT id, kind, name FROM outputs WHERE cell = ? ORDER BY id", arguments: [cell]) {
            let id: Int64 = row[0]
            let contents = try Row.fetchAll(database, sql: "SELECT type, form, content FROM contents WHERE output = ? ORDER BY position", arguments: [id])
            let stored = StoredOutput(kind: row[1], name: row[2], contents: contents.map { ($0[0], $0[1], Array($0[2] as Data)) })
            // A long stream lies in several pieces.
            if let output = stored?.output { log.append(output) }
        }
        return log.outputs
    }

    // MARK: History

    /// Past cells in the order they ran. `present` is the session that asks.
    package func history(_ selection: HistorySelection, present: Int) throws(StorageError) -> [HistoryRow] {
        let columns = "cells.id, session, count, source"
        return try read { database in
            let rows: [Row]
            switch selection {
            case .tail(let count):
                rows = try Row.fetchAll(database, sql: "SELECT \(columns) FROM cells WHERE count IS NOT NULL ORDER BY id DESC LIMIT ?", arguments: [max(count, 0)])
            case .range(let session, let start, let stop):
                let number = session > 0 ? session : try Self.session(session, before: present, database)
                rows = try Row.fetchAll(
                    database, sql: "SELECT \(columns) FROM cells WHERE session = ? AND count >= ? AND count < ? ORDER BY id DESC",
                    arguments: [number, start, stop ?? Int.max])
            case .search(let glob, let count, let unique):
                let group = unique ? "GROUP BY source HAVING cells.id = MAX(cells.id)" : ""
                rows = try Row.fetchAll(
                    database, sql: "SELECT \(columns) FROM cells WHERE count IS NOT NULL AND source GLOB ? \(group) ORDER BY cells.id DESC LIMIT ?",
                    arguments: [glob, count ?? -1])
            }
            return try rows.reversed().map { row in HistoryRow(session: row[1], line: row[2], source: row[3], result: try Self.result(of: row[0], database)) }
        }
    }

    /// The number of the session that lies `offset` (zero or less) before the present one; 0 if there is none.
    private static func session(_ offset: Int, before present: Int, _ database: Database) throws -> Int {
        guard offset > -1_000_000 else { return 0 }
        return try Int.fetchOne(
            database, sql: "SELECT id FROM sessions WHERE id <= ? ORDER BY id DESC LIMIT 1 OFFSET ?", arguments: [present, -offset]) ?? 0
    }

    private static func result(of cell: Int64, _ database: Database) throws -> String? {
        try Data.fetchOne(
            database,
            sql: """
                SELECT content FROM outputs JOIN contents ON contents.output = outputs.id
                WHERE cell = ? AND kind = 'result' AND type = 'text/plain' ORDER BY outputs.id DESC LIMIT 1
                """, arguments: [cell]
        ).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Gives the space of what was deleted back.
    func shrink() throws(StorageError) {
        do {
            try database.vacuum()
            _ = try database.inDatabase { try $0.checkpoint(.truncate) }
        } catch { throw Self.explain(error, path) }
    }

    // MARK: Errors

    func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StorageError) -> Value {
        defer { checkpoints?.schedule() }
        do { return try database.write(body) } catch { throw Self.explain(error, path) }
    }

    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StorageError) -> Value {
        do { return try database.read(body) } catch { throw Self.explain(error, path) }
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
