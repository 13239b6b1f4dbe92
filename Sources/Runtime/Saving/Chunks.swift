/// What a piece of a saved value is called: the start of a cryptographic hash of its bytes.
package struct ChunkName: Hashable, Sendable {
    package let high, low: UInt64
    package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    package static let size = 16

    package init(_ bytes: UnsafeRawBufferPointer) {
        self.init(high: bytes.loadUnaligned(as: UInt64.self).littleEndian, low: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian)
    }
    package func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: high.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: low.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Keeps the bytes of large values in pieces, equal ones once.
package protocol ChunkStore: AnyObject {
    func put(_ bytes: UnsafeRawBufferPointer) throws -> ChunkName
    /// Reads a piece into memory of its size; throws where it is not there, or is not what was put.
    func get(_ name: ChunkName, into bytes: UnsafeMutableRawBufferPointer) throws
}

/// A value as it is saved: a short text of bytes that describes it, and the pieces that hold what is large in it.
package struct SavedValue: Equatable, Sendable {
    package var content: [UInt8]
    package var chunks: [ChunkName]
    /// Bytes in all.
    package var size: Int

    package init(content: [UInt8], chunks: [ChunkName] = [], size: Int? = nil) {
        (self.content, self.chunks, self.size) = (content, chunks, size ?? content.count)
    }

    /// Larger pieces are stored faster; smaller ones keep less again when one element of an array changes.
    static let chunkSize = 1 << 18
    /// What is not larger stands in the value's own bytes.
    static let inlineLimit = 1 << 12
}

/// Why a value cannot be saved or read.
package enum SavingError: Error, Equatable, CustomStringConvertible {
    case noEncoding(type: String)
    case damaged(String)

    package var description: String {
        switch self {
        case .noEncoding(let type): "values of type \(type) cannot be saved"
        case .damaged(let what): "what was saved is damaged: \(what)"
        }
    }
}
