/// What a cell changed: what it added to the code of the session, which variables it set, where random draws stand. Together with the changes before it that is the whole state.
package struct StateChange: Equatable, Sendable {
    /// The state that it builds on.
    package var parent: Int?
    package var random: UInt64
    package var programs: [ProgramRecord]
    package var bindings: [BindingRecord]
    /// Slots of the variables that the cell read.
    package var reads: [Int]
    /// Pieces that are in the heap but not yet in the table of pieces.
    package var pieces: [PieceRecord]

    package init(parent: Int?, random: UInt64, programs: [ProgramRecord] = [], bindings: [BindingRecord] = [], reads: [Int] = [], pieces: [PieceRecord] = []) {
        (self.parent, self.random, self.programs) = (parent, random, programs)
        (self.bindings, self.reads, self.pieces) = (bindings, reads, pieces)
    }
}

/// A text that was compiled in a session: its number there, what tracebacks call it, and a digest of the program that it gave.
package struct ProgramRecord: Equatable, Sendable {
    package var number: Int
    package var name: String
    package var source: String
    package var digest: UInt64

    package init(number: Int, name: String, source: String, digest: UInt64) { (self.number, self.name, self.source, self.digest) = (number, name, source, digest) }
}

/// What a variable was set to.
package struct BindingRecord: Equatable, Sendable {
    package var slot: Int
    package var name: String
    package var type: String
    /// Bytes in all.
    package var size: Int
    package var content: [UInt8]
    /// So many bytes of the content are in the first pieces instead; `content` is empty then.
    package var spilled: Int
    package var pieces: [PieceHash]
    /// Why the value was not saved, if it was not.
    package var problem: String?

    package init(slot: Int, name: String, type: String, size: Int, content: [UInt8], spilled: Int = 0, pieces: [PieceHash] = [], problem: String? = nil) {
        (self.slot, self.name, self.type, self.size) = (slot, name, type, size)
        (self.content, self.spilled, self.pieces, self.problem) = (content, spilled, pieces, problem)
    }
}

/// The first half of the SHA-256 of a piece's bytes.
package struct PieceHash: Hashable, Sendable {
    package let high, low: UInt64
    package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    static let size = 16
    var bytes: [UInt8] { withUnsafeBytes(of: (high.littleEndian, low.littleEndian)) { Array($0) } }

    init(_ bytes: UnsafeRawBufferPointer) {
        high = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    static func list(_ bytes: [UInt8]) -> [PieceHash] {
        bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count - bytes.count % size, by: size).map { PieceHash(UnsafeRawBufferPointer(rebasing: bytes[$0 ..< $0 + size])) }
        }
    }
}

/// Where a piece lies.
package struct PieceRecord: Equatable, Sendable {
    package var hash: PieceHash
    package var heap: Int
    package var offset: Int
    package var size: Int
    package var checksum: Int64
}

/// The state of a session after one of its cells, without the values.
package struct StateRecord: Equatable, Sendable {
    package struct Binding: Equatable, Sendable {
        /// The number of the state that set it last.
        package var state: Int
        package var slot: Int
        package var name: String
        package var type: String
        package var size: Int
        package var problem: String?

        package init(state: Int, slot: Int, name: String, type: String, size: Int, problem: String? = nil) {
            (self.state, self.slot, self.name, self.type, self.size, self.problem) = (state, slot, name, type, size, problem)
        }
    }
    /// The number of the last counted cell.
    package var count: Int
    package var random: UInt64
    /// In the order in which they were compiled.
    package var programs: [ProgramRecord]
    package var bindings: [Binding]
}

/// A state as history lists it.
package struct StateSummary: Equatable, Sendable {
    package var id: Int
    package var session: Int
    package var parent: Int?
    /// The number of its cell; 0 for one that was not to be counted.
    package var count: Int
    package var label: String?
    package var source: String
    package var cellID: String?
    /// Names of the variables it set, and the bytes of their values.
    package var names: [String]
    package var size: Int
}
