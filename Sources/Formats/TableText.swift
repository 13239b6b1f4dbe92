/// Cuts a text into rows of fields.
struct TableText {
    /// The rows, with the number of the line where each starts, counted from 1.
    private(set) var rows: [(line: Int, fields: [String])] = []

    private static let lineFeed = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r"), quote = UInt8(ascii: "\"")

    init(_ text: String, separator: String?, name: String) throws {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }  // byte order mark
        let firstLine = bytes.prefix { $0 != Self.lineFeed }
        let chosen: [UInt8]
        if let separator {
            chosen = Array(separator.utf8)
        } else if name.hasSuffix(".csv") || name.hasSuffix(".csv.gz") {
            chosen = [UInt8(ascii: ",")]
        } else {
            chosen = [firstLine.contains(UInt8(ascii: "\t")) ? UInt8(ascii: "\t") : UInt8(ascii: " ")]
        }
        guard chosen.count == 1, chosen[0] != Self.lineFeed, chosen[0] != Self.quote else {
            throw FormatError.invalid(name: "separator", found: "\"\(separator ?? "")\"", expected: "one character, such as \"\\t\", \",\" or \" \"")
        }
        switch chosen[0] {
        case UInt8(ascii: " "): cut(bytes) { $0.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) } }
        case UInt8(ascii: ","): try cutQuoted(bytes, name)
        default: cut(bytes) { $0.split(separator: chosen[0], omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) } }
        }
    }

    private mutating func cut(_ bytes: [UInt8], _ fields: (ArraySlice<UInt8>) -> [String]) {
        for (index, line) in bytes.split(separator: Self.lineFeed, omittingEmptySubsequences: false).enumerated() {
            let content = line.last == Self.carriageReturn ? line.dropLast() : line
            if !content.isEmpty { rows.append((index + 1, fields(content))) }
        }
    }

    /// Comma-separated values (RFC 4180): a field in double quotes may hold commas and line breaks, and a quote written twice.
    private mutating func cutQuoted(_ bytes: [UInt8], _ name: String) throws {
        var line = 1, start = 1, index = 0
        var fields: [String] = [], field: [UInt8] = []
        func text() -> String { String(decoding: field, as: UTF8.self) }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case Self.quote where field.isEmpty:
                while true {
                    guard index < bytes.count else {
                        throw FormatError.notOfFormat(file: name, format: "CSV", found: "a quoted field from line \(start) without its end", expected: "a closing quote")
                    }
                    let next = bytes[index]
                    index += 1
                    if next == Self.quote {
                        guard index < bytes.count, bytes[index] == Self.quote else { break }
                        index += 1
                    } else if next == Self.lineFeed {
                        line += 1
                    }
                    field.append(next)
                }
            case UInt8(ascii: ","):
                fields.append(text())
                field.removeAll()
            case Self.carriageReturn where index < bytes.count && bytes[index] == Self.lineFeed:
                continue
            case Self.lineFeed:
                if !fields.isEmpty || !field.isEmpty { rows.append((start, fields + [text()])) }
                fields.removeAll()
                field.removeAll()
                line += 1
                start = line
            default:
                field.append(byte)
            }
        }
        if !fields.isEmpty || !field.isEmpty { rows.append((start, fields + [text()])) }
    }
}
