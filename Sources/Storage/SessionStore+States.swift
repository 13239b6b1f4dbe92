import Display
import Foundation
import GRDB

extension StateChange {
    /// The cell's own text, which is in the row of the cell already, and the texts before it: of cells that could not be written in their turn.
    private func split(_ source: String) -> (own: ProgramRecord?, others: ArraySlice<ProgramRecord>) {
        guard let last = programs.last, last.source == source else { return (nil, programs[...]) }
        return (last, programs.dropLast())
    }

    /// What the row of the cell says of the state after it: parent, random, number, name, digest, reads, checked.
    func columns(source: String) -> StatementArguments {
        let own = split(source).own
        let reads = reads.flatMap { slot in withUnsafeBytes(of: Int32(truncatingIfNeeded: slot).littleEndian) { Array($0) } }
        let (random, digest) = (Int64(bitPattern: random), own.map { Int64(bitPattern: $0.digest) })
        let sum = SessionStore.checksum(source: source, parent: parent, random: random, number: own?.number, name: own?.name, digest: digest, reads: reads)
        return [parent, random, own?.number, own?.name, digest, Data(reads), sum]
    }

    func insert(cell: Int64, source: String, _ database: Database) throws {
        for (position, program) in split(source).others.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO programs (cell, position, number, name, source, digest) VALUES (?, ?, ?, ?, ?, ?)").execute(arguments: [
                cell, position, program.number, program.name, program.source, Int64(bitPattern: program.digest),
            ])
        }
        if !pieces.isEmpty {
            let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO pieces (hash, heap, offset, size, checked) VALUES (?, ?, ?, ?, ?)")
            for piece in pieces { try statement.execute(arguments: [Data(piece.hash.bytes), piece.heap, piece.offset, piece.size, piece.checksum]) }
        }
        if bindings.isEmpty { return }
        let statement = try database.cachedStatement(
            sql: "INSERT INTO bindings (cell, slot, name, type, size, content, spilled, pieces, checked, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for binding in bindings {
            let pieces = binding.pieces.flatMap(\.bytes)
            try statement.execute(arguments: [
                cell, binding.slot, binding.name, binding.type, binding.size, Data(binding.content), binding.spilled, Data(pieces),
                SessionStore.checksum(of: binding, pieces: pieces), binding.problem,
            ])
        }
    }
}

/// The states of a session: each is a cell's row with what that cell changed, on top of another. SQLite does not notice a changed byte in a row; the checksums here do.
extension SessionStore {
    static func checksum(source: String, parent: Int?, random: Int64, number: Int?, name: String?, digest: Int64?, reads: [UInt8]) -> Int64 {
        var sum = Checksum()
        sum.add(source)
        sum.add(parent)
        sum.add(UInt64(bitPattern: random))
        sum.add(number)
        sum.add(name ?? "")
        sum.add(digest.map { Int($0) })
        sum.add(reads)
        return sum.value
    }

    static func checksum(of binding: BindingRecord, pieces: [UInt8]) -> Int64 {
        var sum = Checksum()
        for number in [binding.slot, binding.size, binding.spilled] { sum.add(number) }
        for text in [binding.name, binding.type, binding.problem ?? ""] { sum.add(text) }
        sum.add(binding.content)
        sum.add(pieces)
        return sum.value
    }

    /// Moves a session to another state: what it does next builds on that.
    package func setHead(_ state: Int?, of session: Int) throws(StorageError) {
        try write { database in
            try database.execute(sql: "UPDATE sessions SET head = ?, moved = (SELECT MAX(id) FROM cells) WHERE id = ?", arguments: [state, session])
        }
    }

    /// The state at which a session stands: where it was moved to, or that of its last cell since.
    package func head(of session: Int) throws(StorageError) -> Int? {
        try read { database in
            let isState = "random IS NOT NULL AND pruned IS NULL"
            let row = try Row.fetchOne(database, sql: "SELECT head, moved FROM sessions WHERE id = ?", arguments: [session])
            let last = try Int.fetchOne(
                database, sql: "SELECT id FROM cells WHERE session = ? AND id > ? AND \(isState) ORDER BY id DESC LIMIT 1", arguments: [session, (row?[1] as Int?) ?? 0])
            return try last ?? Int.fetchOne(database, sql: "SELECT id FROM cells WHERE id = ? AND \(isState)", arguments: [row?[0] as Int?])
        }
    }

    /// The largest number that a cell of the session bore.
    package func lastCount(of session: Int) throws(StorageError) -> Int {
        try read { database in
            try Int.fetchOne(database, sql: "SELECT count FROM cells WHERE session = ? AND count IS NOT NULL ORDER BY id DESC LIMIT 1", arguments: [session]) ?? 0
        }
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

    package func label(_ state: Int, _ label: String) throws(StorageError) {
        try write { database in try database.execute(sql: "UPDATE cells SET label = ? WHERE id = ?", arguments: [label, state]) }
    }

    /// The states that a state is made of, newest first. A state builds on an older one: a row that says otherwise is damaged, and would lead in circles.
    static let chain = """
        WITH RECURSIVE chain (id, parent, depth) AS (
            SELECT id, parent, 0 FROM cells WHERE id = ?
            UNION ALL SELECT cells.id, cells.parent, depth + 1 FROM cells JOIN chain ON cells.id = chain.parent AND cells.id < chain.id
        )
        """

    /// The state after a cell.
    package func state(after state: Int) throws(StorageError) -> StateRecord {
        try read { database in
            guard let random = try Int64.fetchOne(database, sql: "SELECT random FROM cells WHERE id = ?", arguments: [state]) else {
                throw StorageError.failed(path: path, reason: "it has no state \(state)")
            }
            var earlier: [Int: [ProgramRecord]] = [:]
            for row in try Row.fetchAll(
                database, sql: Self.chain + "SELECT chain.id, number, name, source, digest FROM chain JOIN programs ON cell = chain.id ORDER BY chain.id, position",
                arguments: [state])
            {
                earlier[row[0], default: []].append(ProgramRecord(number: row[1], name: row[2], source: row[3], digest: UInt64(bitPattern: row[4])))
            }
            var programs: [ProgramRecord] = [], count = 0
            let cells = try Row.fetchCursor(
                database,
                sql: Self.chain + "SELECT cells.id, source, cells.parent, random, number, name, digest, reads, checked, count FROM chain JOIN cells USING (id) ORDER BY depth DESC",
                arguments: [state])
            while let row = try cells.next() {
                let (source, number, name, digest): (String, Int?, String?, Int64?) = (row[1], row[4], row[5], row[6])
                let sum = Self.checksum(source: source, parent: row[2], random: row[3], number: number, name: name, digest: digest, reads: Array(row[7] as Data))
                guard sum == row[8] else { throw StorageError.damaged(path: path, reason: "the text of cell [\(row[9] as Int? ?? 0)] was changed") }
                programs += earlier[row[0]] ?? []
                if let number, let name, let digest { programs.append(ProgramRecord(number: number, name: name, source: source, digest: UInt64(bitPattern: digest))) }
                count = row[9] ?? count
            }
            var slots: Set<Int> = []
            var bindings: [StateRecord.Binding] = []
            let rows = try Row.fetchCursor(
                database, sql: Self.chain + "SELECT cell, slot, name, type, size, problem FROM chain JOIN bindings ON cell = chain.id ORDER BY depth", arguments: [state])
            while let row = try rows.next() {
                guard slots.insert(row[1]).inserted else { continue }
                bindings.append(.init(state: row[0], slot: row[1], name: row[2], type: row[3], size: row[4], problem: row[5]))
            }
            return StateRecord(count: count, random: UInt64(bitPattern: random), programs: programs, bindings: bindings.sorted { $0.slot < $1.slot })
        }
    }

    /// What a state set a variable to.
    package func binding(_ slot: Int, in state: Int) throws(StorageError) -> BindingRecord {
        try look { database in
            let statement = try database.cachedStatement(
                sql: "SELECT name, type, size, content, spilled, pieces, checked, problem FROM bindings WHERE cell = ? AND slot = ?")
            guard let row = try Row.fetchOne(statement, arguments: [state, slot]) else { throw StorageError.damaged(path: path, reason: "a value is missing") }
            let pieces = Array(row[5] as Data)
            let binding = BindingRecord(
                slot: slot, name: row[0], type: row[1], size: row[2], content: Array(row[3] as Data), spilled: row[4], pieces: PieceHash.list(pieces), problem: row[7])
            guard Self.checksum(of: binding, pieces: pieces) == row[6] else { throw StorageError.damaged(path: path, reason: "the value of '\(binding.name)' was changed") }
            return binding
        }
    }

    /// Where a piece lies; nil if it was never kept.
    func piece(_ hash: PieceHash) throws(StorageError) -> PieceRecord? {
        try look { database in
            let statement = try database.cachedStatement(sql: "SELECT heap, offset, size, checked FROM pieces WHERE hash = ?")
            return try Row.fetchOne(statement, arguments: [Data(hash.bytes)]).map { PieceRecord(hash: hash, heap: $0[0], offset: $0[1], size: $0[2], checksum: $0[3]) }
        }
    }

    /// The states that lead to a state, oldest first.
    package func history(to state: Int) throws(StorageError) -> [StateSummary] {
        try summaries(Self.chain + Self.summary + " FROM chain JOIN cells USING (id) WHERE pruned IS NULL ORDER BY depth DESC", [state])
    }
    /// All states of the file.
    package func states() throws(StorageError) -> [StateSummary] {
        try summaries(Self.summary + " FROM cells WHERE random IS NOT NULL AND pruned IS NULL ORDER BY cells.id", [])
    }

    private static let summary = """
         SELECT cells.id, cells.session, cells.parent, cells.count, cells.label, cells.source, cells.cell,
            (SELECT group_concat(name, char(10)) FROM bindings WHERE bindings.cell = cells.id AND slot % 4 < 2), (SELECT SUM(size) FROM bindings WHERE bindings.cell = cells.id)
        """

    private func summaries(_ sql: String, _ arguments: [Int]) throws(StorageError) -> [StateSummary] {
        try read { database in
            try Row.fetchAll(database, sql: sql, arguments: StatementArguments(arguments)).map { row in
                StateSummary(
                    id: row[0], session: row[1], parent: row[2], count: row[3] ?? 0, label: row[4], source: row[5], cellID: row[6],
                    names: (row[7] as String?)?.split(separator: "\n").map(String.init) ?? [], size: row[8] ?? 0)
            }
        }
    }

    /// Which slots each cell on the way to a state read.
    package func reads(to state: Int) throws(StorageError) -> [(state: Int, slot: Int)] {
        try read { database in
            try Row.fetchAll(database, sql: Self.chain + "SELECT cells.id, reads FROM chain JOIN cells USING (id) ORDER BY depth DESC", arguments: [state]).flatMap {
                row -> [(state: Int, slot: Int)] in
                let (cell, bytes): (Int, [UInt8]) = (row[0], Array(row[1] as Data))
                return stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
                    (cell, Int(bytes[start ..< start + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }))
                }
            }
        }
    }
}
