import Runtime
import Storage

/// The heap of a session file, as the runtime sees it.
final class HeapChunks: ChunkStore {
    let heap: PieceHeap
    init(_ heap: PieceHeap) { self.heap = heap }

    func put(_ bytes: UnsafeRawBufferPointer) throws -> ChunkName { ChunkName(try heap.put(bytes)) }
    func get(_ name: ChunkName, into bytes: UnsafeMutableRawBufferPointer) throws { try heap.get(PieceHash(name), into: bytes) }
}

extension ChunkName {
    init(_ hash: PieceHash) { self.init(high: hash.high, low: hash.low) }
}
extension PieceHash {
    init(_ name: ChunkName) { self.init(high: name.high, low: name.low) }
}
