/// A String, or the part of one that a Substring is; positions are UTF-8 offsets into the whole.
struct Text {
    let base: String
    let lower: Int
    let upper: Int

    /// The whole of a String, in which there is a character at the offset.
    init(_ reference: AnyObject?, at offset: Int) throws {
        let base = String(reference: reference)
        guard 0 ..< base.utf8.count ~= offset else { throw Trap("String index is out of bounds") }
        self.init(base: base, lower: 0, upper: base.utf8.count)
    }
    init(base: String, lower: Int, upper: Int) { (self.base, self.lower, self.upper) = (base, lower, upper) }

    var substring: Substring { base[Texts.index(lower, in: base) ..< Texts.index(upper, in: base)] }

    /// The end of the character that starts at a valid offset before the end.
    func after(_ offset: Int) -> Int {
        if plain(offset) { return offset + 1 }
        return min(upper, Texts.offset(base.index(after: Texts.index(offset, in: base)), in: base))
    }
    func before(_ offset: Int) -> Int {
        // A plain byte between plain bytes is a character of its own, a line feed (after a carriage return) apart.
        if plain(offset - 1), offset - 1 == lower || isASCII(offset - 2) { return offset - 1 }
        return max(lower, Texts.offset(base.index(before: Texts.index(offset, in: base)), in: base))
    }
    func character(_ offset: Int) -> CharacterObject {
        if plain(offset) { return Texts.plainCharacters[Int(byte(offset))] }
        let start = Texts.index(offset, in: base)
        return CharacterObject(Character(String(base[start ..< Texts.index(after(offset), in: base)])))
    }
    /// Nil where the limit is in the way, or the text ends.
    func advanced(_ offset: Int, by distance: Int, limit: Int?) -> Int? {
        guard offset >= lower, offset <= upper else { return nil }
        var position = offset
        for _ in 0 ..< distance.magnitude {
            if position == limit || position == (distance > 0 ? upper : lower) { return nil }
            position = distance > 0 ? after(position) : before(position)
        }
        return position
    }

    private func byte(_ offset: Int) -> UInt8 { base.utf8[base.utf8.index(base.startIndex, offsetBy: offset)] }
    private func isASCII(_ offset: Int) -> Bool { byte(offset) < 0x80 }
    /// Whether a character is the one ASCII byte at this offset: no combining mark follows, and it is no part of a CR-LF.
    private func plain(_ offset: Int) -> Bool {
        let byte = byte(offset)
        return byte < 0x80 && byte != 0x0D && byte != 0x0A && (offset + 1 == base.utf8.count || isASCII(offset + 1))
    }
}

/// Text algorithms of the standard text's natives.
enum Texts {
    /// The characters of ASCII: most of what loops over text meet.
    // Unsafe: objects that never change, shared by all threads.
    nonisolated(unsafe) static let plainCharacters: UnsafeMutablePointer<CharacterObject> = {
        let characters = UnsafeMutablePointer<CharacterObject>.allocate(capacity: 128)
        for code in 0 ..< 128 { (characters + code).initialize(to: CharacterObject(Character(Unicode.Scalar(UInt8(code))))) }
        return characters
    }()

    static func index(_ offset: Int, in text: String) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }
    static func offset(_ index: String.Index, in text: String) -> Int { text.utf8.distance(from: text.startIndex, to: index) }
    static func scalar(_ text: String, _ offset: Int) -> Unicode.Scalar { text.unicodeScalars[index(offset, in: text)] }

    static func repeating(_ text: String, _ count: Int, _ machine: Machine) throws -> String {
        if count < 0 { throw Trap("Negative count not allowed") }
        let (bytes, overflow) = text.utf8.count.multipliedReportingOverflow(by: count)
        try machine.reserve(bytes: overflow ? Int.max : bytes)
        guard bytes > 0 else { return "" }
        // By doubling: Swift's own initializer appends the copies one by one, which for a short text takes a second for each 100 MB.
        var (result, part, left) = ("", text, count)
        result.reserveCapacity(bytes)
        while left > 0 {
            if left & 1 == 1 { result += part }
            left >>= 1
            if left > 0 { part += part }
        }
        return result
    }

    /// The first occurrence that begins and ends at characters.
    static func find(_ part: String, in text: Substring) -> Range<String.Index>? {
        let (bytes, wanted) = (text.utf8, Array(part.utf8))
        guard let first = wanted.first else { return nil }
        if wanted.contains(where: { $0 >= 0x80 }) { return findCharacters(part, in: text) }
        var start = bytes.startIndex
        while let found = bytes[start...].firstIndex(of: first) {
            if bytes[found...].starts(with: wanted) {
                let end = bytes.index(found, offsetBy: wanted.count)
                // A combining mark after the match, or one that begins it, makes another character of it.
                if isBoundary(found, in: text), isBoundary(end, in: text) { return found ..< end }
            }
            start = bytes.index(after: found)
        }
        return nil
    }
    /// Beyond ASCII the same character may be written in several ways.
    private static func findCharacters(_ part: String, in text: Substring) -> Range<String.Index>? {
        let (first, rest) = (part[part.startIndex], part.dropFirst())
        var start = text.startIndex
        while let found = text[start...].firstIndex(of: first) {
            var end = text.index(after: found)
            start = end
            let isWhole = rest.allSatisfy { character in
                guard end < text.endIndex, text[end] == character else { return false }
                end = text.index(after: end)
                return true
            }
            if isWhole { return found ..< end }
        }
        return nil
    }

    private static func isBoundary(_ index: String.Index, in text: Substring) -> Bool {
        if index == text.startIndex || index == text.endIndex { return true }
        let (before, after) = (text.utf8[text.utf8.index(before: index)], text.utf8[index])
        if before < 0x80 && after < 0x80 { return !(before == 0x0D && after == 0x0A) }
        return index.samePosition(in: text.base) != nil
    }

    static func pieces(_ text: Substring, _ separator: String, _ most: Int, _ omittingEmpty: Bool, _ machine: Machine) throws -> [Substring] {
        var result: [Substring] = []
        var rest = text
        while result.count < most, let found = find(separator, in: rest) {
            if machine.isInterrupted { throw machine.interruption }
            let piece = rest[..<found.lowerBound]
            if !(omittingEmpty && piece.isEmpty) { result.append(piece) }
            rest = rest[found.upperBound...]
        }
        if !(omittingEmpty && rest.isEmpty) { result.append(rest) }
        return result
    }

    /// Each word with its first letter large and the others small.
    static func capitalized(_ text: String) -> String {
        var result = ""
        var isInWord = false
        for character in text {
            result += isInWord ? character.lowercased() : character.uppercased()
            isInWord = character.isLetter || character.isNumber || isInWord && character == "'"
        }
        return result
    }
}

/// Foundation's `CharacterSet`, as far as cells know it; the kinds are those of the standard text.
struct ScalarSet {
    /// One bit for each kind of scalar that is in.
    private let kinds: Int
    private let scalars: Set<Unicode.Scalar>
    private let isInverted: Bool

    init(_ kinds: Int, _ characters: String, _ isInverted: Bool) {
        (self.kinds, self.scalars, self.isInverted) = (kinds, Set(characters.unicodeScalars), isInverted)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool { isMember(scalar) != isInverted }

    private func isMember(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        func has(_ number: Int) -> Bool { kinds & (1 << number) != 0 }
        if has(1) && isSpace(scalar) || has(2) && (isSpace(scalar) || isNewline(scalar)) || has(3) && isNewline(scalar) { return true }
        if has(4) {
            switch category {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation: return true
            default: break
            }
        }
        if has(5) && category == .decimalNumber || has(6) && isLetter(category) { return true }
        if has(7) && (isLetter(category) || [.decimalNumber, .letterNumber, .otherNumber].contains(category)) { return true }
        if has(8) && (category == .uppercaseLetter || category == .titlecaseLetter) || has(9) && category == .lowercaseLetter { return true }
        if has(10) && [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains(category) { return true }
        return scalars.contains(scalar)
    }
    /// Foundation counts marks as letters.
    private func isLetter(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
    private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator }
    private func isNewline(_ scalar: Unicode.Scalar) -> Bool { 0x0A ... 0x0D ~= scalar.value || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029 }
}
