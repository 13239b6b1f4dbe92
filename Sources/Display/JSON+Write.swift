extension JSON {
    /// The shortest form: no spaces, UTF-8 not escaped.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(256)
        write(to: &out)
        return out
    }

    /// A form for people and for version control: one value on each line, indented by one space, the members sorted, and a line break at the end. It is how nbformat writes notebooks.
    package var indented: [UInt8] {
        var out: [UInt8] = []
        writeIndented(to: &out, level: 0)
        out.append(UInt8(ascii: "\n"))
        return out
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private func writeIndented(to out: inout [UInt8], level: Int) {
        func line(_ level: Int) {
            out.append(UInt8(ascii: "\n"))
            out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level))
        }
        switch self {
        case .array(let elements) where !elements.isEmpty:
            for (index, element) in elements.enumerated() {
                out.append(index == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
                line(level + 1)
                element.writeIndented(to: &out, level: level + 1)
            }
            line(level)
            out.append(UInt8(ascii: "]"))
        case .object(let members) where !members.isEmpty:
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                out.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
                line(level + 1)
                Self.write(member.key, to: &out)
                out.append(contentsOf: ": ".utf8)
                member.value.writeIndented(to: &out, level: level + 1)
            }
            line(level)
            out.append(UInt8(ascii: "}"))
        case .raw(let document):
            // A document that cannot be read is written as it is, as in the short form.
            if let value = try? JSON(bytes: Array(document.utf8)) { value.writeIndented(to: &out, level: level) } else { write(to: &out) }
        default: write(to: &out)
        }
    }

    private func write(to out: inout [UInt8]) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let value): out.append(contentsOf: String(value).utf8)
        // JSON has no word for what is not finite.
        case .number(let value): out.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
        case .string(let text): Self.write(text, to: &out)
        case .raw(let document): out.append(contentsOf: document.utf8)
        case .array(let elements):
            out.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                element.write(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &out)
                out.append(UInt8(ascii: ":"))
                member.value.write(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to out: inout [UInt8]) {
        var text = text
        out.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            // Runs of bytes that need no escape are copied whole.
            var start = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
                    out.append(contentsOf: bytes[start ..< index])
                    escape(byte, to: &out)
                    start = index + 1
                } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
                    // U+2028 and U+2029 end a line in JavaScript, where some texts go as expressions.
                    out.append(contentsOf: bytes[start ..< index])
                    out.append(contentsOf: (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
                    start = index + 3
                    index += 2
                }
                index += 1
            }
            out.append(contentsOf: bytes[start...])
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): out.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): out.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\r"): out.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
        default: out.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]])
        }
    }

    package static let hexadecimal = Array("0123456789abcdef".utf8)
}
