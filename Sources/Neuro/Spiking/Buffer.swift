import Linear

/// Memory for the numbers of a network, aligned for the kernels.
///
/// A buffer that a network holds is never written to again: what changes a network writes to a copy. So networks share buffers, a copy of a network costs
/// nothing, and one thread may read what another has.
// Written only before a network holds it, by one thread or by threads that own ranges apart.
final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
    let count: Int
    let base: UnsafeMutablePointer<Element>

    init(uninitialized count: Int) {
        self.count = count
        let bytes = max(64, (count * MemoryLayout<Element>.stride + 63) & ~63)
        // A spike reaches into all of a large buffer: with small pages most of what it costs would be looking up where they are.
        let largePage = 2 << 20
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: bytes >= 2 * largePage ? largePage : 64)
        Allocation.readyPages(of: UnsafeMutableRawBufferPointer(start: raw, count: bytes))
        base = raw.assumingMemoryBound(to: Element.self)
    }

    convenience init(repeating value: Element, count: Int) {
        self.init(uninitialized: count)
        base.initialize(repeating: value, count: count)
    }

    convenience init(_ values: [Element]) {
        self.init(uninitialized: values.count)
        values.withUnsafeBufferPointer { if let from = $0.baseAddress { base.initialize(from: from, count: values.count) } }
    }

    deinit { base.deallocate() }

    func copy() -> Buffer {
        let result = Buffer(uninitialized: count)
        result.base.initialize(from: base, count: count)
        return result
    }

    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

    static func same(_ a: Buffer, _ b: Buffer) -> Bool where Element: Equatable {
        a === b || a.count == b.count && (0 ..< a.count).allSatisfy { a.base[$0] == b.base[$0] }
    }
}

extension Buffer: Codable where Element: Codable {
    convenience init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode([Element].self)) }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(array)
    }
}
