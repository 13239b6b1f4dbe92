import CHoles
import Crypto
import Foundation
import Synchronization

/// The large parts of a session's values, in a file beside the database to which pieces are only ever appended; the table `pieces` says where each lies.
///
/// Not in the database: SQLite takes 160 to 420 MB/s of blobs through its log (pages of 4 to 64 KB, blobs of 64 KB to 1 MB), appending to a file 2,500 MB/s and SHA-256 1,300 MB/s, measured on one
/// machine. A piece is in its file before the row that mentions it is committed, so a process that dies leaves at most bytes that nobody mentions. Of every piece that is read
/// the checksum is taken: one that a power cut took, or that was changed, is told from what was put.
///
/// Each life of a kernel has a file of its own and keeps it locked while it lives: two kernels on one notebook never write into one, and a life whose file is not locked is over.
// Unchecked: what changes is guarded by the lock.
package final class PieceHeap: @unchecked Sendable {
    private let store: SessionStore
    let life: Int
    private let lock = Mutex(())
    private var file: Int32 = -1
    private var end = 0
    /// In the file, but not in the table yet.
    private var fresh: [PieceHash: PieceRecord] = [:]
    private var order: [PieceHash] = []
    /// Known to be in the table.
    private var present: Set<PieceHash> = []
    /// Files of other lives that were read.
    private var readers: [Int: Int32] = [:]

    static func path(_ store: String, life: Int) -> String { "\(store)-values-\(life)" }

    /// The numbers of the heaps that lie beside a database.
    static func numbers(besides store: String) -> [Int] {
        let folder = (store as NSString).deletingLastPathComponent, stem = (store as NSString).lastPathComponent + "-values-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(stem) }.compactMap { Int($0.dropFirst(stem.count)) }
    }

    package init(_ store: SessionStore, life: Int) throws(StorageError) {
        (self.store, self.life) = (store, life)
        let path = Self.path(store.path, life: life)
        file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
        // Nobody else has this number; on a file system without locks the life counts as over to others, which then restore its state and harm nothing.
        _ = flock(file, LOCK_EX | LOCK_NB)
        end = Int(lseek(file, 0, SEEK_END))
    }

    deinit {
        if file >= 0 { close(file) }
        for reader in readers.values { close(reader) }
    }

    /// Whether a kernel lives that writes this heap.
    package static func isInUse(_ store: SessionStore, life: Int) -> Bool {
        let file = open(path(store.path, life: life), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    /// Removes the file if it holds nothing.
    package func finish() {
        lock.withLock { _ in
            if file >= 0, end == 0 { unlink(Self.path(store.path, life: life)) }
        }
    }

    package func put(_ bytes: UnsafeRawBufferPointer) throws(StorageError) -> PieceHash {
        let hash = Self.hash(bytes)
        let isKnown = lock.withLock { _ in present.contains(hash) || fresh[hash] != nil }
        if isKnown { return hash }
        if try store.piece(hash) != nil {
            lock.withLock { _ in _ = present.insert(hash) }
            return hash
        }
        _ = try append(bytes, hash)
        return hash
    }

    private func append(_ bytes: UnsafeRawBufferPointer, _ hash: PieceHash) throws(StorageError) -> PieceRecord {
        var sum = Checksum()
        sum.add(bytes)
        let record = PieceRecord(hash: hash, heap: life, offset: lock.withLock { _ in end }, size: bytes.count, checksum: sum.value)
        let failure = lock.withLock { _ -> Int32? in
            var written = 0
            while written < bytes.count {
                let count = write(file, bytes.baseAddress! + written, bytes.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    let reason = errno
                    // What was half written is overwritten by nothing: take it back, so that offsets stay right.
                    _ = ftruncate(file, off_t(end))
                    return reason
                }
                written += count
            }
            fresh[hash] = record
            order.append(hash)
            end += bytes.count
            return nil
        }
        if let failure { throw .failed(path: Self.path(store.path, life: life), reason: String(cString: strerror(failure))) }
        return record
    }

    /// Pieces that are no longer in the table.
    func forget(_ pieces: [PieceRecord]) {
        lock.withLock { _ in for piece in pieces { present.remove(piece.hash) } }
    }

    /// Gives the space of pieces back: the files keep their length, and have holes there.
    static func free(_ pieces: [PieceRecord], of store: SessionStore) {
        for (life, pieces) in Dictionary(grouping: pieces, by: \.heap) {
            let file = open(path(store.path, life: life), O_RDWR | O_CLOEXEC)
            guard file >= 0 else { continue }
            defer { close(file) }
            // Neighbours together: only whole blocks of the file system are given back.
            var hole = 0 ..< 0
            for piece in pieces.sorted(by: { $0.offset < $1.offset }) {
                if piece.offset != hole.upperBound {
                    punch(file, hole)
                    hole = piece.offset ..< piece.offset
                }
                hole = hole.lowerBound ..< piece.offset + piece.size
            }
            punch(file, hole)
        }
    }

    /// Where the file system knows no holes the space stays taken.
    private static func punch(_ file: Int32, _ hole: Range<Int>) {
        if hole.isEmpty { return }
        _ = engram_punch_hole(file, off_t(hole.lowerBound), off_t(hole.count))
    }

    /// Bytes, holes included.
    var length: Int { lock.withLock { _ in end } }

    /// What a commit has to add to the table of pieces.
    package var pending: [PieceRecord] { lock.withLock { _ in order.compactMap { fresh[$0] } } }

    /// The commit is in the file.
    package func settle(_ pieces: [PieceRecord]) {
        lock.withLock { _ in
            for piece in pieces {
                fresh[piece.hash] = nil
                present.insert(piece.hash)
            }
            order.removeAll { fresh[$0] == nil }
        }
    }

    package func get(_ hash: PieceHash, into bytes: UnsafeMutableRawBufferPointer) throws(StorageError) {
        let known = lock.withLock { _ in fresh[hash] }
        let found = if let known { known } else { try store.piece(hash) }
        guard let record = found else { throw .damaged(path: store.path, reason: "a piece of a value is missing") }
        let path = Self.path(store.path, life: record.heap)
        guard record.size == bytes.count else { throw .damaged(path: path, reason: "a piece of a value has another size") }
        let source = lock.withLock { _ -> Int32 in
            if record.heap == life { return file }
            if let reader = readers[record.heap] { return reader }
            let reader = open(path, O_RDONLY | O_CLOEXEC)
            if reader >= 0 { readers[record.heap] = reader }
            return reader
        }
        guard source >= 0 else { throw .damaged(path: path, reason: "the file with the values is missing") }
        var filled = 0
        while filled < bytes.count {
            let count = pread(source, bytes.baseAddress! + filled, bytes.count - filled, off_t(record.offset + filled))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .damaged(path: path, reason: "it has lost its end") }
            filled += count
        }
        var sum = Checksum()
        sum.add(UnsafeRawBufferPointer(bytes))
        guard sum.value == record.checksum else { throw .damaged(path: path, reason: "the bytes of a value were changed") }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> PieceHash {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hash.finalize().withUnsafeBytes { PieceHash($0) }
    }
}
