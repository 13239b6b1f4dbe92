/// Bytes from base64 (RFC 4648), with white space anywhere between.
enum Base64Text {
    /// Nil where a character is none of the 64, or the padding is wrong.
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0, held = 0, padding = 0
        for byte in text {
            let value = values[Int(byte)]
            if value < 64 {
                guard padding == 0 else { return nil }
                bits = bits << 6 | UInt32(value)
                held += 1
                if held == 4 {
                    result.append(UInt8(truncatingIfNeeded: bits >> 16))
                    result.append(UInt8(truncatingIfNeeded: bits >> 8))
                    result.append(UInt8(truncatingIfNeeded: bits))
                    (bits, held) = (0, 0)
                }
            } else if value == equals {
                padding += 1
            } else if value != space {
                return nil
            }
        }
        switch (held, padding) {
        case (0, 0): break
        case (2, 2): result.append(UInt8(truncatingIfNeeded: bits >> 4))
        case (3, 1):
            result.append(UInt8(truncatingIfNeeded: bits >> 10))
            result.append(UInt8(truncatingIfNeeded: bits >> 2))
        default: return nil
        }
        return result
    }

    private static let equals: UInt8 = 64, space: UInt8 = 65, other: UInt8 = 255

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: other, count: 256)
        for (index, character) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() { values[Int(character)] = UInt8(index) }
        values[Int(UInt8(ascii: "="))] = equals
        for byte in [32, 9, 10, 13] { values[byte] = space }
        return values
    }()
}
