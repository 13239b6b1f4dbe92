import Display
import Foundation
import GRDB

/// The lives of a notebook's kernel, the cells that ran in each, and what they put out.
extension SessionStore {
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

    /// Keeps a cell and what it put out, and the state after it if there is a new one; all is in the file when this returns. Returns its number, which is that of the state, for
    /// `append` and `finish` where the cell still runs.
    @discardableResult
    package func record(_ cell: CellRecord, outputs: [Output], in session: Int, state: StateChange? = nil) throws(StorageError) -> Int {
        try write { database in
            let row: StatementArguments = [
                session, cell.executionCount, cell.cellID, cell.source, cell.status.rawValue, cell.started, cell.duration, cell.engineVersion, Int64(bitPattern: cell.seed),
            ]
            let columns = "session, count, cell, source, status, started, duration, engine, seed"
            guard let state else {
                try database.cachedStatement(sql: "INSERT INTO cells (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: row)
                let id = database.lastInsertedRowID
                try Self.insert(outputs, cell: id, from: 0, database)
                return Int(id)
            }
            try database.cachedStatement(
                sql: "INSERT INTO cells (\(columns), parent, random, number, name, digest, reads, checked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            ).execute(arguments: row + state.columns(source: cell.source))
            let id = database.lastInsertedRowID
            try Self.insert(outputs, cell: id, from: 0, database)
            try state.insert(cell: id, source: cell.source, database)
            return Int(id)
        }
    }

    /// Keeps more of what a running cell puts out.
    package func append(_ outputs: [Output], to cell: Int) throws(StorageError) {
        try write { database in try Self.insert(outputs, cell: Int64(cell), from: Self.outputCount(cell, database), database) }
    }

    /// Says how a cell ended that was recorded while it ran, and what the state after it is if there is a new one.
    package func finish(cell: Int, _ status: CellRecord.Status, duration: Double, outputs: [Output], state: StateChange? = nil) throws(StorageError) {
        try write { database in
            try Self.insert(outputs, cell: Int64(cell), from: Self.outputCount(cell, database), database)
            try database.execute(sql: "UPDATE cells SET status = ?, duration = ? WHERE id = ?", arguments: [status.rawValue, duration, cell])
            guard let state else { return }
            let source = try String.fetchOne(database, sql: "SELECT source FROM cells WHERE id = ?", arguments: [cell]) ?? ""
            try database.execute(
                sql: "UPDATE cells SET parent = ?, random = ?, number = ?, name = ?, digest = ?, reads = ?, checked = ? WHERE id = ?",
                arguments: state.columns(source: source) + [cell])
            try state.insert(cell: Int64(cell), source: source, database)
        }
    }

    /// A row for each content of an output; one without contents has a row all the same.
    private static func insert(_ outputs: [Output], cell: Int64, from first: Int, _ database: Database) throws {
        if outputs.isEmpty { return }
        let statement = try database.cachedStatement(
            sql: "INSERT INTO outputs (cell, output, position, kind, name, type, form, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (number, output) in outputs.enumerated() {
            let stored = StoredOutput(output)
            if stored.contents.isEmpty { try statement.execute(arguments: [cell, first + number, 0, stored.kind.rawValue, stored.name, nil, nil, nil]) }
            for (position, content) in stored.contents.enumerated() {
                try statement.execute(arguments: [
                    cell, first + number, position, stored.kind.rawValue, stored.name, content.type, content.form.rawValue, Data(content.bytes),
                ])
            }
        }
    }

    private static func outputCount(_ cell: Int, _ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT MAX(output) + 1 FROM outputs WHERE cell = ?", arguments: [cell]) ?? 0
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
        var open: (number: Int, stored: (kind: String, name: String?, contents: [(type: String, form: String, bytes: [UInt8])]))?
        // A long stream lies in several outputs, which the log joins.
        func close() {
            if let stored = open?.stored, let output = StoredOutput(kind: stored.kind, name: stored.name, contents: stored.contents)?.output { log.append(output) }
        }
        let rows = try Row.fetchCursor(
            database, sql: "SELECT output, kind, name, type, form, content FROM outputs WHERE cell = ? ORDER BY output, position", arguments: [cell])
        while let row = try rows.next() {
            if open?.number != row[0] {
                close()
                open = (row[0], (row[1], row[2], []))
            }
            if let type: String = row[3] { open?.stored.contents.append((type, row[4], Array(row[5] as Data))) }
        }
        close()
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
            database, sql: "SELECT content FROM outputs WHERE cell = ? AND kind = 'result' AND type = 'text/plain' ORDER BY output DESC LIMIT 1", arguments: [cell]
        ).map { String(decoding: $0, as: UTF8.self) }
    }
}
