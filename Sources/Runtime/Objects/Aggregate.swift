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
        for index in 0 ..< referenceCount { other.references[index] = references[index] }
        for index in 0 ..< rawCount { other.raws[index] = raws[index] }
        return other
    }

    /// Long chains (a list of a million nodes) are taken apart step by step: as nested releases they would overflow the stack.
    deinit {
        if header.referenceCount == 0 { return }
        var pending: [Aggregate] = []
        Aggregate.empty(references, referenceCount, &pending)
        while let next = pending.popLast() { Aggregate.empty(next.references, next.referenceCount, &pending) }
    }

    /// What stands in the first word of every aggregate.
    private static let kind = unsafeBitCast(Aggregate.self as AnyObject.Type, to: UInt.self)

    /// Sets fields to nil; an aggregate of which this was the last reference goes to `pending` instead.
    private static func empty(_ fields: UnsafeMutablePointer<AnyObject?>, _ count: Int, _ pending: inout [Aggregate]) {
        for index in 0 ..< count {
            let field = fields + index
            let bits = UnsafeRawPointer(field).load(as: UInt.self)
            guard let object = UnsafeRawPointer(bitPattern: bits) else { continue }
            if object.load(as: UInt.self) == kind {
                let aggregate = UnsafeMutableRawPointer(field).assumingMemoryBound(to: Aggregate.self)
                if isKnownUniquelyReferenced(&aggregate.pointee) {
                    UnsafeMutableRawPointer(field).storeBytes(of: 0, as: UInt.self)
                    pending.append(Unmanaged<Aggregate>.fromOpaque(object).takeRetainedValue())
                    continue
                }
            }
            field.pointee = nil
        }
    }
}
