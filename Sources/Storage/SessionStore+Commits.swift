import Crypto
import Display
import Foundation
import GRDB

/// The states of a session: commits, each on top of another.
extension SessionStore {
    @discardableResult
    static func insert(_ commit: CommitRecord, session: Int, cell: Int64?, _ database: Database) throws -> Int {
        try database.cachedStatement(sql: "INSERT INTO commits (session, parent, cell, count, random, made) VALUES (?, ?, ?, ?, ?, ?)").execute(arguments: [
            session, commit.parent, cell, commit.count, Int64(bitPattern: commit.random), Date().timeIntervalSince1970,
        ])
        let id = Int(database.lastInsertedRowID)
        for program in commit.programs {
            try database.cachedStatement(sql: "INSERT INTO programs (made, number, name, source, digest) VALUES (?, ?, ?, ?, ?)").execute(arguments: [
                id, program.number, program.name, program.source, Int64(bitPattern: program.digest),
            ])
        }
        if !commit.pieces.isEmpty {
            let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO pieces (hash, heap, offset, size) VALUES (?, ?, ?, ?)")
            for piece in commit.pieces { try statement.execute(arguments: [Data(piece.hash.bytes), piece.heap, piece.offset, piece.size]) }
        }
        for binding in commit.bindings {
            let pieces = binding.pieces.flatMap(\.bytes)
            try database.cachedStatement(
                sql: "INSERT INTO bindings (made, slot, name, type, size, content, spilled, pieces, digest, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            ).execute(arguments: [
                id, binding.slot, binding.name, binding.type, binding.size, Data(binding.content), binding.spilled, Data(pieces),
                Data(digest(binding.content, pieces)), binding.problem,
            ])
        }
        for slot in commit.reads {
            try database.cachedStatement(sql: "INSERT INTO reads (made, slot) VALUES (?, ?)").execute(arguments: [id, slot])
        }
        try database.cachedStatement(sql: "UPDATE sessions SET head = ? WHERE id = ?").execute(arguments: [id, session])
        return id
    }

    /// SQLite does not notice a changed byte in a row; this does.
    private static func digest(_ content: [UInt8], _ pieces: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: content)
        hash.update(data: pieces)
        return Array(hash.finalize().prefix(8))
    }

    /// Keeps a commit that belongs to no cell of the record.
    @discardableResult
    package func record(_ commit: CommitRecord, in session: Int) throws(StorageError) -> Int {
        try write { database in try Self.insert(commit, session: session, cell: nil, database) }
    }

    /// Moves a session to another state: what it does next builds on that.
    package func setHead(_ commit: Int?, of session: Int) throws(StorageError) {
        try write { database in try database.execute(sql: "UPDATE sessions SET head = ? WHERE id = ?", arguments: [commit, session]) }
    }

    package func head(of session: Int) throws(StorageError) -> Int? {
        try read { database in try Int.fetchOne(database, sql: "SELECT head FROM sessions WHERE id = ?", arguments: [session]) }
    }

    /// The largest number that a cell of the session bore.
    package func lastCount(of session: Int) throws(StorageError) -> Int {
        try read { database in try Int.fetchOne(database, sql: "SELECT MAX(count) FROM cells WHERE session = ?", arguments: [session]) ?? 0 }
    }

    package func countOfCells(in session: Int) throws(StorageError) -> Int {
        try read { database in try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM cells WHERE session = ? AND count IS NOT NULL", arguments: [session]) ?? 0 }
    }

    /// What the last cell of this number put out; nil if there is none.
    package func outputs(ofCell count: Int) throws(StorageError) -> [Output]? {
        try read { database in
            guard let cell = try Int64.fetchOne(database, sql: "SELECT id FROM cells WHERE count = ? ORDER BY id DESC LIMIT 1", arguments: [count]) else { return nil }
            return try Self.outputs(of: cell, database)
        }
    }

    package func label(_ commit: Int, _ label: String) throws(StorageError) {
        try write { database in try database.execute(sql: "UPDATE commits SET label = ? WHERE id = ?", arguments: [label, commit]) }
    }

    /// The commits that a state is made of, newest first.
    static let chain = """
        WITH RECURSIVE chain (id, parent, depth) AS (
            SELECT id, parent, 0 FROM commits WHERE id = ?
            UNION ALL SELECT commits.id, commits.parent, depth + 1 FROM commits JOIN chain ON commits.id = chain.parent
        )
        """

    /// The state after a commit.
    package func state(after commit: Int) throws(StorageError) -> StateRecord {
        try read { database in
            guard let row = try Row.fetchOne(database, sql: "SELECT count, random FROM commits WHERE id = ?", arguments: [commit]) else {
                throw StorageError.failed(path: path, reason: "it has no commit \(commit)")
            }
            let programs = try Row.fetchAll(
                database, sql: Self.chain + "SELECT number, name, source, digest FROM chain JOIN programs ON made = chain.id ORDER BY depth DESC, programs.id", arguments: [commit]
            ).map { ProgramRecord(number: $0[0], name: $0[1], source: $0[2], digest: UInt64(bitPattern: $0[3])) }
            var slots: Set<Int> = []
            var bindings: [StateRecord.Binding] = []
            let rows = try Row.fetchCursor(
                database, sql: Self.chain + "SELECT made, slot, name, type, size, problem FROM chain JOIN bindings ON made = chain.id ORDER BY depth", arguments: [commit])
            while let row = try rows.next() {
                guard slots.insert(row[1]).inserted else { continue }
                bindings.append(.init(commit: row[0], slot: row[1], name: row[2], type: row[3], size: row[4], problem: row[5]))
            }
            return StateRecord(commit: commit, count: row[0], random: UInt64(bitPattern: row[1]), programs: programs, bindings: bindings.sorted { $0.slot < $1.slot })
        }
    }

    /// What a commit set a variable to.
    package func binding(_ slot: Int, in commit: Int) throws(StorageError) -> BindingRecord {
        try read { database in
            guard
                let row = try Row.fetchOne(
                    database, sql: "SELECT name, type, size, content, spilled, pieces, digest, problem FROM bindings WHERE made = ? AND slot = ?", arguments: [commit, slot])
            else { throw StorageError.damaged(path: path, reason: "a value is missing") }
            let (content, pieces) = (Array(row[3] as Data), Array(row[5] as Data))
            guard Self.digest(content, pieces) == Array(row[6] as Data) else { throw StorageError.damaged(path: path, reason: "the value of '\(row[0] as String)' was changed") }
            return BindingRecord(slot: slot, name: row[0], type: row[1], size: row[2], content: content, spilled: row[4], pieces: PieceHash.list(pieces), problem: row[7])
        }
    }

    /// Where a piece lies; nil if it was never kept.
    func piece(_ hash: PieceHash) throws(StorageError) -> PieceRecord? {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT heap, offset, size FROM pieces WHERE hash = ?")
            return try Row.fetchOne(statement, arguments: [Data(hash.bytes)]).map { PieceRecord(hash: hash, heap: $0[0], offset: $0[1], size: $0[2]) }
        }
    }

    /// The commits that lead to a state, oldest first.
    package func history(to commit: Int) throws(StorageError) -> [CommitSummary] {
        let rows = " FROM chain JOIN commits ON commits.id = chain.id LEFT JOIN cells ON cells.id = commits.cell WHERE pruned = 0 ORDER BY depth DESC"
        return try summaries(Self.chain + Self.summary + rows, [commit])
    }
    /// All commits of the file.
    package func commits() throws(StorageError) -> [CommitSummary] {
        try summaries(Self.summary + " FROM commits LEFT JOIN cells ON cells.id = commits.cell WHERE pruned = 0 ORDER BY commits.id", [])
    }

    private static let summary = """
         SELECT commits.id, commits.session, commits.parent, commits.count, made, label, cells.source, cells.cell, cells.duration, cells.status,
            (SELECT group_concat(name, char(10)) FROM bindings WHERE made = commits.id AND slot % 4 < 2),
            (SELECT SUM(size) FROM bindings WHERE made = commits.id)
        """

    private func summaries(_ sql: String, _ arguments: [Int]) throws(StorageError) -> [CommitSummary] {
        try read { database in
            try Row.fetchAll(database, sql: sql, arguments: StatementArguments(arguments)).map { row in
                CommitSummary(
                    id: row[0], session: row[1], parent: row[2], count: row[3], made: row[4], label: row[5], source: row[6], cellID: row[7], duration: row[8],
                    status: (row[9] as String?).flatMap(CellRecord.Status.init), names: (row[10] as String?)?.split(separator: "\n").map(String.init) ?? [], size: row[11] ?? 0)
            }
        }
    }

    /// Which slots each commit on the way to a state read.
    package func reads(to commit: Int) throws(StorageError) -> [(commit: Int, slot: Int)] {
        try read { database in
            try Row.fetchAll(database, sql: Self.chain + "SELECT made, slot FROM chain JOIN reads ON made = chain.id ORDER BY depth DESC", arguments: [commit]).map {
                ($0[0], $0[1])
            }
        }
    }

    /// Whether the file is whole, as far as SQLite knows; nil, or what is wrong.
    package func problemOfFile() throws(StorageError) -> String? {
        try read { database in
            let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? ""
            return answer == "ok" ? nil : answer
        }
    }
}
