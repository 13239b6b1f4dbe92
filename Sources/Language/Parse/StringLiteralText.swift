/// The text that a string literal's segment stands for; a problem stands so many bytes into it.
enum StringLiteralText {
    static func unescape(_ text: String, hashes: Int, problem: (_ message: String, _ offset: Int) -> Void) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var index = 0
        func offset(of position: Int) -> Int { scalars[..<position].reduce(0) { $0 + UTF8.width($1) } }
        while index < scalars.count {
            let scalar = scalars[index]
            let marks = scalars[(index + 1)...].prefix(hashes)
            guard scalar == "\\", marks.count == hashes, marks.allSatisfy({ $0 == "#" }), index + hashes + 1 < scalars.count else {
                result.append(scalar)
                index += 1
                continue
            }
            let escape = scalars[index + hashes + 1]
            let mark = index + hashes + 1
            index = mark + 1
            switch escape {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "r": result.append("\r")
            case "0": result.append("\0")
            case "\\", "\"", "'": result.append(escape)
            case "u":
                var digits = ""
                if index < scalars.count, scalars[index] == "{" {
                    index += 1
                    while index < scalars.count, scalars[index] != "}" {
                        digits.unicodeScalars.append(scalars[index])
                        index += 1
                    }
                    index += 1
                }
                if let value = UInt32(digits, radix: 16), let unicode = Unicode.Scalar(value) {
                    result.append(unicode)
                } else {
                    problem("invalid unicode scalar", offset(of: mark))
                }
            case "\n", "\r", " ", "\t":
                // A backslash at the end of a line of a multi-line literal joins it to the next.
                var end = index - 1
                while end < scalars.count, scalars[end] == " " || scalars[end] == "\t" || scalars[end] == "\r" { end += 1 }
                if end < scalars.count, scalars[end] == "\n" { index = end + 1 } else { problem("invalid escape sequence in literal", offset(of: mark)) }
            default: problem("invalid escape sequence in literal", offset(of: mark))
            }
        }
        return String(result)
    }
}
