import Foundation
import GRDB

/// Making a session file smaller.
extension SessionStore {
    /// Whether a kernel other than `life` is at work on the file.
    package func isInUse(besides life: Int? = nil) throws(StorageError) -> Bool {
        try sessions().contains { $0.id != life && PieceHeap.isInUse(self, life: $0.id) }
    }

    /// Bytes that the file and those beside it take on the medium.
    package var size: Int { SessionFile.size(path) }

    /// Forgets the oldest states until the file takes no more than so many bytes; what was given a name by `checkpoint` goes last, and the newest state of the file and those in `kept` never.
    /// Cells and what they put out stay. Not for a file at which another kernel is at work.
    ///
    /// - Parameter heap: that of the kernel which asks.
    package func prune(to bytes: Int, keeping kept: Set<Int> = [], heap: PieceHeap? = nil) throws(StorageError) {
        let all = try read { database in
            try Row.fetchAll(database, sql: "SELECT id, label FROM cells WHERE random IS NOT NULL AND pruned IS NULL ORDER BY id").map {
                (id: $0[0] as Int, isNamed: ($0[1] as String?) != nil)
            }
        }
        guard let newest = all.last else { return }
        let always = kept.union([newest.id]), named = always.union(all.lazy.filter(\.isNamed).map(\.id))
        var count = all.count / 2
        while size > bytes, count > 0 {
            try keep(named.union(all.suffix(count).map(\.id)), heap)
            count /= 2
        }
        if size > bytes { try keep(named, heap) }
        if size > bytes { try keep(always, heap) }
    }

    /// Forgets every state but the newest, and gives all space back. Not for a file that is in use.
    package func keepNewestState() throws(StorageError) {
        let newest = try look { try Int.fetchOne($0, sql: "SELECT MAX(id) FROM cells WHERE random IS NOT NULL AND pruned IS NULL") }
        try keep(newest.map { [$0] } ?? [], nil)
        try shrink()
    }

    /// Forgets all states but these. First the tables, in one transaction, then the bytes of the values that only the others had: a process that dies in between loses nothing.
    private func keep(_ states: Set<Int>, _ heap: PieceHeap?) throws(StorageError) {
        let freed = try write { database -> [PieceRecord] in
            let needed = try Self.needed(for: states, database)
            try database.execute(sql: "CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY); CREATE TEMP TABLE needed (id INTEGER PRIMARY KEY)")
            defer { try? database.execute(sql: "DROP TABLE kept; DROP TABLE needed") }
            for state in states { try database.execute(sql: "INSERT INTO kept VALUES (?)", arguments: [state]) }
            for state in needed.chain { try database.execute(sql: "INSERT INTO needed VALUES (?)", arguments: [state]) }
            for (cell, slot) in needed.unused { try database.cachedStatement(sql: "DELETE FROM bindings WHERE cell = ? AND slot = ?").execute(arguments: [cell, slot]) }
            // Those in between stay for their texts; none of them is a state any longer.
            try database.execute(sql: "UPDATE cells SET pruned = 1, label = NULL WHERE random IS NOT NULL AND id NOT IN kept")
            try database.execute(sql: "UPDATE cells SET random = NULL, parent = NULL, reads = NULL WHERE random IS NOT NULL AND id NOT IN needed")
            try database.execute(sql: "DELETE FROM programs WHERE cell NOT IN needed")
            var used: Set<PieceHash> = []
            let lists = try Data.fetchCursor(database, sql: "SELECT pieces FROM bindings WHERE length(pieces) > 0")
            while let list = try lists.next() { used.formUnion(PieceHash.list(Array(list))) }
            let pieces = try Row.fetchAll(database, sql: "SELECT hash, heap, offset, size, checked FROM pieces").map { row in
                PieceRecord(hash: (row[0] as Data).withUnsafeBytes { PieceHash($0) }, heap: row[1], offset: row[2], size: row[3], checksum: row[4])
            }
            let unused = pieces.filter { !used.contains($0.hash) }
            for piece in unused { try database.cachedStatement(sql: "DELETE FROM pieces WHERE hash = ?").execute(arguments: [Data(piece.hash.bytes)]) }
            return unused
        }
        heap?.forget(freed)
        PieceHeap.free(freed, of: self)
        let heaps = try look { try Set(Int.fetchAll($0, sql: "SELECT DISTINCT heap FROM pieces")) }
        for number in PieceHeap.numbers(besides: path) where !heaps.contains(number) && number != heap?.life { unlink(PieceHeap.path(path, life: number)) }
    }

    /// The states that these build on, themselves included, and the bindings that none of them sees.
    private static func needed(for states: Set<Int>, _ database: Database) throws -> (chain: Set<Int>, unused: [(cell: Int, slot: Int)]) {
        var parents: [Int: Int] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT id, parent FROM cells WHERE random IS NOT NULL AND parent IS NOT NULL") { parents[row[0]] = row[1] }
        var slots: [Int: [Int]] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT cell, slot FROM bindings") { slots[row[0], default: []].append(row[1]) }
        var chain: Set<Int> = [], seen: [Int: Set<Int>] = [:]
        for state in states.sorted() {
            var at = state
            var visible: Set<Int> = []
            while true {
                chain.insert(at)
                for slot in slots[at] ?? [] where visible.insert(slot).inserted { seen[at, default: []].insert(slot) }
                // What a state that is kept sees of those before it has been looked at.
                guard let parent = parents[at], parent < at, !(at == state && states.contains(parent)) else { break }
                at = parent
            }
        }
        return (chain, slots.flatMap { cell, slots in slots.filter { seen[cell]?.contains($0) != true }.map { (cell, $0) } })
    }
}

enum FileSize {
    /// The bytes that a file takes on its medium: holes count nothing. 0 where there is none.
    static func allocated(_ path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_blocks) * 512 : 0
    }
}
