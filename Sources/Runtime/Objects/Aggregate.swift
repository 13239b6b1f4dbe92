/// A tuple, a struct, an enum value with payloads, or the captures of a closure: its fields in one piece of memory.
///
/// The reference fields come first, then the raw ones, each in declaration order; every field takes 8 bytes.
/// Which fields exist follows from the static type. Copied on write, by whoever holds an address of a slot with it.
package final class Aggregate: ManagedBuffer<Aggregate.Header, Word> {
    package struct Header {
        package var referenceCount: Int32
        package var rawCount: Int32
        /// The number of an enum's case; 0 otherwise.
        package var tag: Int
    }

    package static func make(references: Int, raws: Int, tag: Int = 0) -> Aggregate {
        let buffer = create(minimumCapacity: references + raws) { _ in
            Header(referenceCount: Int32(references), rawCount: Int32(raws), tag: tag)
        }
        buffer.withUnsafeMutablePointerToElements { $0.initialize(repeating: 0, count: references + raws) }
        return unsafeDowncast(buffer, to: Aggregate.self)
    }

    package var tag: Int { header.tag }
    package var referenceCount: Int { Int(header.referenceCount) }
    package var rawCount: Int { Int(header.rawCount) }

    /// The reference fields.
    package var references: UnsafeMutablePointer<AnyObject?> {
        // The words of reference fields are only ever used as references; zero bits are nil.
        withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0).assumingMemoryBound(to: AnyObject?.self) }
    }
    /// All fields: references first.
    var words: UnsafeMutablePointer<Word> { withUnsafeMutablePointerToElements { $0 } }
    /// The raw fields.
    package var raws: UnsafeMutablePointer<Word> {
        withUnsafeMutablePointerToElements { $0 + Int(header.referenceCount) }
    }

    package func copy() -> Aggregate {
        let other = Aggregate.make(references: referenceCount, raws: rawCount, tag: tag)
        for index in 0..<referenceCount { other.references[index] = references[index] }
        for index in 0..<rawCount { other.raws[index] = raws[index] }
        return other
    }

    deinit { references.deinitialize(count: referenceCount) }
}
