import Foundation

/// Makes broken cells out of good ones: the same for the same seed.
struct Mutator {
    private var state: UInt64
    private let cells: [[UInt8]]
    /// The same by files, whose later cells rely on the earlier ones.
    private let files: [[[UInt8]]]
    /// What stands in braces, parentheses and square brackets, by the opening one.
    private let groups: [UInt8: [[UInt8]]]
    private let tokens: [[UInt8]]
    /// The tokens by their kind, so that one may stand for another.
    private let kinds: [Int: [[UInt8]]]

    /// What a cell seldom says and a parser seldom hears.
    private static let oddities = [
        "\0", "\u{FEFF}", "\r", "\\", "\"", "\"\"\"", "#\"", "\\(", "/*", "*/", "//", "`", "$0", "$", "@", "#if", "#", "_", "...", "..<", "->", "??", "?.", "!", "&", "inout",
        "some",
        "any", "Self", "self", "super", "init", "deinit", "subscript", "operator", "precedencegroup", "where", "throws", "rethrows", "async", "await", "case", "default",
        "indirect",
        "lazy", "static", "mutating", "willSet", "didSet", "get", "set", "fallthrough", "9223372036854775808", "0x", "1e999", "0b2", "é", "👩‍🚀", "\u{301}", "Int.max", "Int.min",
        ".nan", "[:]", "[]", "()", "{}", "{ }", "<T>", "<T: Equatable>", "let x =", "var x: Int {", "as! Int", "as? String", "is Int", "try!", "try?", "\\.count", "nil", "Never",
    ].map { Array($0.utf8) }

    init(seed: UInt64, files: [[String]]) {
        state = seed
        self.files = files.map { $0.map { Array($0.utf8) }.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
        let cells = files.joined()
        self.cells = self.files.flatMap { $0 }
        var groups: [UInt8: [[UInt8]]] = [:]
        for cell in self.cells { for range in Self.groups(of: cell) { groups[cell[range.lowerBound], default: []].append(Array(cell[range])) } }
        self.groups = groups
        tokens = Self.oddities + cells.flatMap { Self.tokens(of: Array($0.utf8)) }
        kinds = Dictionary(grouping: tokens.filter { !$0.isEmpty }) { Self.kind($0[0]) }
    }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    private static func kind(_ byte: UInt8) -> Int {
        switch byte {
        case 48 ... 57, 65 ... 90, 95, 97 ... 122, 128...: 0
        case 9, 10, 13, 32: 1
        default: 2
        }
    }

    /// Words, numbers, spaces; everything else byte by byte.
    private static func tokens(of text: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        for byte in text {
            if let last = found.last?.last, kind(last) == kind(byte), kind(byte) != 2 { found[found.count - 1].append(byte) } else { found.append([byte]) }
        }
        return found
    }

    mutating func place(in count: Int) -> Int { below(count + 1) }

    /// A cell as it stands while it is typed: cut off, with something missing after the cursor, or with the rest of another; and the cursor, in Unicode scalars.
    mutating func halfTyped() -> (text: String, cursor: Int) {
        let text = Array(String(decoding: cells[below(cells.count)], as: UTF8.self).unicodeScalars)
        var cursor = below(text.count + 1)
        var before = Array(text[..<cursor]), after: [Unicode.Scalar] = []
        switch below(5) {
        case 0: after = Array(text[cursor...])
        case 1: break
        case 2: after = Array(text[min(text.count, cursor + below(30))...])
        case 3:
            before.append(".")
            cursor += 1
            after = Array(text[cursor - 1 ..< text.count])
        default: after = Array(String(decoding: cells[below(cells.count)], as: UTF8.self).unicodeScalars.suffix(below(400)))
        }
        var whole = ""
        whole.unicodeScalars.append(contentsOf: before + after)
        return (whole, cursor)
    }

    /// From each bracket to the one that closes it.
    private static func groups(of text: [UInt8]) -> [Range<Int>] {
        var open: [Int] = [], found: [Range<Int>] = []
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): open.append(index)
            case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): if let start = open.popLast() { found.append(start ..< index + 1) }
            default: break
            }
        }
        return found
    }

    /// The cells of a session: of all files, or one file's in their order, some of them broken.
    mutating func session(of count: Int) -> [String] {
        if below(3) > 0 { return (0 ..< count).map { _ in cell() } }
        var session: [String] = []
        while session.count < count {
            for text in files[below(files.count)] where session.count < count {
                switch below(4) {
                case 0: session.append(String(decoding: text, as: UTF8.self))
                case 1: session.append(String(decoding: regrouped(text), as: UTF8.self))
                default: session.append(String(decoding: swapped(swapped(text)), as: UTF8.self))
                }
            }
        }
        return session
    }

    /// With something in brackets left out, doubled, exchanged for another of the cell, or for one of another cell: what still reads well.
    private mutating func regrouped(_ text: [UInt8]) -> [UInt8] {
        let own = Self.groups(of: text)
        guard !own.isEmpty else { return swapped(text) }
        let range = own[below(own.count)]
        var text = text
        switch below(5) {
        case 0: text.removeSubrange(range)
        case 1: text.insert(contentsOf: text[range], at: range.upperBound)
        case 2: text.replaceSubrange(range, with: text[own[below(own.count)]])
        case 3: text.removeSubrange(range.lowerBound + 1 ..< range.upperBound - 1)
        default:
            let others = groups[text[range.lowerBound]] ?? []
            text.replaceSubrange(range, with: others[below(others.count)])
        }
        return text
    }

    /// Lines of two cells in turns.
    private mutating func interleaved(_ text: [UInt8]) -> [UInt8] {
        let first = text.split(separator: 10, omittingEmptySubsequences: false), second = cells[below(cells.count)].split(separator: 10, omittingEmptySubsequences: false)
        var lines: [ArraySlice<UInt8>] = []
        var (a, b) = (0, 0)
        while a < first.count || b < second.count {
            let isFirst = b >= second.count || (a < first.count && below(2) == 0)
            lines.append(isFirst ? first[a] : second[b])
            if isFirst { a += 1 } else { b += 1 }
        }
        return Array(lines.joined(separator: [10]))
    }

    /// A cell with one to four things wrong with it, or some lines of one with a word or two taken for others, which more often still mean something.
    mutating func cell() -> String {
        if below(8) == 0 { return strange() }
        var text = cells[below(cells.count)]
        if below(2) == 0 {
            let lines = text.split(separator: 10, omittingEmptySubsequences: false)
            let start = below(2) == 0 ? 0 : below(lines.count), end = min(lines.count, start + 1 + below(12))
            text = Array(lines[start ..< end].joined(separator: [10]))
            for _ in 0 ..< below(3) { text = swapped(text) }
            return String(decoding: text, as: UTF8.self)
        }
        for _ in 0 ... below(4) { text = changed(text) }
        // Bytes that are no UTF-8 become replacement characters, as they do on their way from a front end.
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: What nobody writes

    /// What nests, or goes on, when it is repeated.
    private static let repeated = [
        "(", "[", "{ ", "!", "-", "~", "&", "?", "??", "\"\\(", "if true { ", "x.", "x?.", "1 + ", "1 < ", "a && ", "<", "Array<", "() -> ", "[1, ", "(1, ", "[1: ", "#", "\\",
        "case ",
        ".map { ", " as Any", "? 1 : ", "x ? ", "let x = ", "func f() { ", "struct S { ", "enum E { case ", "extension Int { ", "switch 1 { case ", "for i in ", "while ", "do { ",
        "try ", "repeat { ", "guard ", "return ", "@a ", "`", "\"", "\"\"\"\n", "/*", "*/", "//", "$0 ", "{ $0 ", "_ ", ".", "..", "...", ",", ";", ":", "= ", "-> ", "in ",
        "where ",
        "inout ", "some ", "any ", "& P ", "T: ", "T, ", "\n", " ", "\t", "\r\n", "0", "9", "e", "_", "a", "é", "👩‍🚀", "\u{301}", "\u{200D}", "\u{FEFF}", "\0", ".self", "()", "[]",
        "{}", "[0]", ".0", "!.", "\\(1)", "\\n", "\\u{41}", "else if true { } ", "catch { } ", ".init(", "-1, ", "\"a\", ", "[.", "min(", "max(1, ", "print(", "{ x in ", "(x) -> ",
    ].map { Array($0.utf8) }

    private mutating func strange() -> String {
        let length = 1 + below(below(4) == 0 ? 2_000 : 200)
        switch below(9) {
        case 0: return String(decoding: (0 ..< length).map { _ in UInt8(truncatingIfNeeded: next()) }, as: UTF8.self)
        case 1: return String(decoding: (0 ..< length).map { _ in UInt8(32 + below(95)) }, as: UTF8.self)
        case 2:
            var text = ""
            for _ in 0 ..< length / 2 {
                let planes = [0x250, 0x3000, 0x1_0000, 0x11_0000]
                if let scalar = Unicode.Scalar(UInt32(below(planes[below(4)]))) { text.unicodeScalars.append(scalar) }
            }
            return below(2) == 0 ? text : "let x = \"" + text + "\"\nprint(x.count, x)"
        case 3:
            // Words in any order.
            return String(decoding: (0 ..< 1 + length / 8).flatMap { _ in tokens[below(tokens.count)] + (below(3) > 0 ? [32] : []) }, as: UTF8.self)
        case 4, 5: return deep(length)
        case 6: return literal(length)
        case 7: return String(decoding: swapped(Array(literal(length).utf8)), as: UTF8.self)
        default:
            // Within a cell.
            var text = cells[below(cells.count)]
            text.insert(contentsOf: below(2) == 0 ? deep(length).utf8 : literal(length).utf8, at: below(text.count + 1))
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// One thing, or two or three, again and again, closed again or not.
    private mutating func deep(_ length: Int) -> String {
        let parts = (0 ... below(3)).map { _ in below(4) == 0 ? tokens[below(tokens.count)] : Self.repeated[below(Self.repeated.count)] }
        let part = Array(parts.joined())
        let times = max(1, length / max(1, part.count))
        var text = below(3) == 0 ? Array("let x = ".utf8) : []
        for _ in 0 ..< times { text += part }
        if below(2) == 0 { text += below(2) == 0 ? Array("1".utf8) : tokens[below(tokens.count)] }
        if below(2) == 0 {
            let closing: [UInt8: UInt8] = [40: 41, 91: 93, 123: 125, 60: 62]
            let ends = part.reversed().compactMap { closing[$0] }
            for _ in 0 ..< times where !ends.isEmpty { text += ends }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What a literal may be meant for.
    private static let types = [
        "", ": Int", ": Double", ": UInt8", ": [Double]", ": [Any]", ": String", ": [String: Int]", ": Set<Int>", ": Bool", ": Float?", ": [[Int]]",
        ": (Int, Double)",
    ]
    /// Parts of long literals and expressions, and what stands between them.
    private static let atoms = [
        "1", "2.5", "\"a\"", "true", "nil", "x", "[1]", "(1, 2)", "-1", "0x1F", "\"\\(1)\"", "{ $0 }", "[:]", "Int.max", ".zero", "1...2", "'c'", "\\.count",
        "[1: 2]",
    ]
    private static let signs = [
        " + ", " - ", " * ", " / ", " % ", " && ", " || ", " < ", " == ", " ?? ", " | ", " & ", " << ", " ... ", " ? 1 : ", " as Int + ", ", ", " &+ ", " += ",
        " is Int == ",
    ]

    /// A long literal, or a long expression of literals, of one kind or mixed.
    private mutating func literal(_ length: Int) -> String {
        func digits(_ set: String, _ count: Int) -> String { String((0 ..< max(1, count)).map { _ in Array(set)[below(set.count)] }) }
        let value: String
        switch below(7) {
        case 0: value = digits("0123456789_", length)
        case 1: value = ["0x", "0b", "0o", "1e", "1e-", "0x1p", "1.", "-"][below(8)] + digits(below(2) == 0 ? "01234567" : "0123456789abcdefp._", length)
        case 2: value = "\"" + digits("abc é\\n\u{301}", length) + "\""
        case 3:
            let used = (0 ... below(3)).map { _ in Self.atoms[below(Self.atoms.count)] }
            value = "[" + (0 ..< max(1, length / 4)).map { _ in used[below(used.count)] }.joined(separator: ", ") + "]"
        case 4:
            let used = (0 ... below(3)).map { _ in Self.atoms[below(Self.atoms.count)] }
            value = "[" + (0 ..< max(1, length / 8)).map { _ in used[below(used.count)] + ": " + used[below(used.count)] }.joined(separator: ", ") + "]"
        default:
            let used = (0 ... below(3)).map { _ in Self.atoms[below(Self.atoms.count)] }
            let between = (0 ... below(2)).map { _ in Self.signs[below(Self.signs.count)] }
            value = (0 ..< max(2, length / 4)).map { _ in used[below(used.count)] }.reduce("") { $0 + ($0.isEmpty ? "" : between[below(between.count)]) + $1 }
        }
        return below(4) == 0 ? value : "let x\(Self.types[below(Self.types.count)]) = " + value
    }

    private mutating func changed(_ text: [UInt8]) -> [UInt8] {
        var text = text
        switch below(16) {
        case 12, 13, 14: return regrouped(text)
        case 15: return interleaved(text)
        case 0 where !text.isEmpty:
            let start = below(text.count)
            text.removeSubrange(start ..< min(text.count, start + 1 + below(8)))
            return text
        case 1 where !text.isEmpty:
            let start = below(text.count), end = min(text.count, start + 1 + below(60))
            text.insert(contentsOf: text[start ..< end], at: below(text.count))
            return text
        case 2 where text.count > 1:
            text.swapAt(below(text.count), below(text.count))
            return text
        case 3:
            text.insert(UInt8(truncatingIfNeeded: next()), at: below(text.count + 1))
            return text
        case 4 where !text.isEmpty:
            return Array(text[..<below(text.count)])
        case 5:
            let other = cells[below(cells.count)]
            return Array(text[..<below(text.count + 1)]) + Array(other[below(other.count)...])
        case 6:
            return text + [10] + cells[below(cells.count)]
        default:
            return changedTokens(text)
        }
    }

    /// With a word for another word, or a sign for another sign.
    private mutating func swapped(_ text: [UInt8]) -> [UInt8] {
        var parts = Self.tokens(of: text)
        let places = parts.indices.filter { Self.kind(parts[$0][0]) != 1 }
        guard !places.isEmpty else { return text }
        let place = places[below(places.count)]
        // One of the same text is likelier to be of the same type.
        let near = parts.filter { Self.kind($0[0]) == Self.kind(parts[place][0]) }, far = kinds[Self.kind(parts[place][0])] ?? near
        parts[place] = below(3) > 0 ? near[below(near.count)] : far[below(far.count)]
        return Array(parts.joined())
    }

    private mutating func changedTokens(_ text: [UInt8]) -> [UInt8] {
        var parts = Self.tokens(of: text)
        guard !parts.isEmpty else { return text }
        let place = below(parts.count)
        switch below(6) {
        case 0: parts.remove(at: place)
        case 1: parts.insert(parts[place], at: below(parts.count))
        case 2: parts.swapAt(place, below(parts.count))
        case 3: parts[place] = Self.oddities[below(Self.oddities.count)]
        case 4: parts.insert(tokens[below(tokens.count)], at: place)
        default: parts[place] = tokens[below(tokens.count)]
        }
        return Array(parts.joined())
    }
}
