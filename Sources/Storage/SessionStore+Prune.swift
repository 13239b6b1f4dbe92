import Foundation
import GRDB

/// Making a session file smaller.
extension SessionStore {
    /// Whether a kernel is at work on the file.
    package func isInUse() throws(StorageError) -> Bool {
        try sessions().contains { PieceHeap.isInUse(self, life: $0.id) }
    }

    /// Forgets every state but the newest of the last kernel that left one, and the bytes of the values that only the others had. Cells and what they put out stay.
    ///
    /// What is needed is first written anew, then the tables are changed in one transaction, then the old files go: a process that dies in between loses nothing. Not for a file that is in use.
    package func keepNewestState() throws(StorageError) {
        var last: Int?
        for session in try sessions() { last = try head(of: session.id) ?? last }
        let state: StateRecord? = if let newest = last { try self.state(after: newest) } else { nil }
        var needed: [PieceHash] = []
        var seen: Set<PieceHash> = []
        for binding in state?.bindings ?? [] {
            for piece in try self.binding(binding.slot, in: binding.commit).pieces where seen.insert(piece).inserted { needed.append(piece) }
        }
        let places = PieceHeap.numbers(besides: path)
        // A number that no kernel has: theirs are positive.
        let number = min(0, places.min() ?? 0) - 1
        var pieces: [PieceRecord] = []
        if !needed.isEmpty {
            let heap = try PieceHeap(self, life: number)
            for hash in needed {
                guard let record = try piece(hash) else { continue }
                let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: record.size, alignment: 8)
                defer { bytes.deallocate() }
                // A damaged piece is left as it is: the value that it belongs to stays lost, and named.
                do { try heap.get(hash, into: bytes) } catch { continue }
                pieces.append(try heap.append(UnsafeRawBufferPointer(bytes), hash))
            }
            try heap.force()
        }
        let (kept, newest) = (pieces, last)
        try write { database in
            try database.execute(sql: "CREATE TEMP TABLE winners (made INTEGER, slot INTEGER, PRIMARY KEY (made, slot)) WITHOUT ROWID")
            for binding in state?.bindings ?? [] { try database.execute(sql: "INSERT INTO winners VALUES (?, ?)", arguments: [binding.commit, binding.slot]) }
            try database.execute(sql: "DELETE FROM bindings WHERE NOT EXISTS (SELECT 1 FROM winners WHERE winners.made = bindings.made AND winners.slot = bindings.slot)")
            try database.execute(sql: "DROP TABLE winners")
            try database.execute(sql: "DELETE FROM commits WHERE id NOT IN (" + Self.chain + "SELECT id FROM chain)", arguments: [newest])
            try database.execute(sql: "UPDATE sessions SET head = NULL WHERE head IS NOT NULL AND head <> ?", arguments: [newest])
            // The commits in between stay for their texts; none of them is a state any longer.
            try database.execute(sql: "UPDATE commits SET label = NULL, pruned = 1 WHERE id <> ?", arguments: [newest])
            try database.execute(sql: "DELETE FROM pieces")
            for piece in kept {
                try database.execute(
                    sql: "INSERT INTO pieces (hash, heap, offset, size) VALUES (?, ?, ?, ?)", arguments: [Data(piece.hash.bytes), piece.heap, piece.offset, piece.size])
            }
        }
        for place in places where place != number { unlink(PieceHeap.path(path, life: place)) }
        try shrink()
    }
}
