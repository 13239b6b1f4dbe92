/// Interface text in two parts: what must be known before any of it can be used, and members that wait until their name is asked for.
///
/// The standard library's text is long and a cell uses little of it. Parsing all of it would take a hundred times as long as finding where its
/// declarations begin and end, which is what happens here: brackets, strings and comments are followed, nothing else is understood. At once
/// come types, extensions, cases, aliases, stored properties and constants; functions, initializers, subscripts and computed properties wait.
struct InterfaceOutline {
    /// A declaration that waits, with its documentation.
    struct Waiting {
        let name: String
        /// Its bytes in the whole text.
        let range: Range<Int>
    }

    let text: [UInt8]
    /// The text without the declarations that wait.
    private(set) var skeleton: [UInt8] = []
    /// Members that wait, by the place in `skeleton` of the brace that opens their type or extension.
    private(set) var members: [Int: [Waiting]] = [:]
    /// Functions and computed variables at the top level.
    private(set) var free: [Waiting] = []

    init(_ text: String) {
        self.text = Array(text.utf8)
        skeleton.reserveCapacity(self.text.count / 4)
        var cursor = 0
        free = readBlock(from: &cursor)
    }

    /// Reads declarations up to the brace that closes the block, or the end.
    private mutating func readBlock(from cursor: inout Int) -> [Waiting] {
        var waiting: [Waiting] = []
        while true {
            while cursor < text.count, text[cursor].isBlank { cursor += 1 }
            guard cursor < text.count, text[cursor] != UInt8(ascii: "}") else { return waiting }
            let start = cursor
            let head = readHead(from: &cursor)
            if head.opensType {
                // Up to the brace, then what is inside, then the closing brace.
                skipTo(brace: &cursor)
                skeleton += text[start ..< cursor]
                let place = skeleton.count
                if cursor < text.count {
                    skeleton.append(text[cursor])
                    cursor += 1
                }
                skeleton.append(UInt8(ascii: "\n"))
                let inner = readBlock(from: &cursor)
                if !inner.isEmpty { members[place] = inner }
                if cursor < text.count { cursor += 1 }
                skeleton += Array("}\n".utf8)
                continue
            }
            let hasBlock = skipDeclaration(from: &cursor)
            if head.mayWait, hasBlock || !head.isVariable {
                waiting.append(Waiting(name: head.name, range: start ..< cursor))
            } else {
                skeleton += text[start ..< cursor]
                skeleton.append(UInt8(ascii: "\n"))
            }
        }
    }

    private struct Head {
        var opensType = false
        /// A function, an initializer, a subscript or a variable.
        var mayWait = false
        var isVariable = false
        var name = ""
    }

    /// Past comments, attributes and modifiers to the keyword, and the name after it.
    private func readHead(from cursor: inout Int) -> Head {
        while cursor < text.count {
            skipBlanksAndComments(&cursor)
            guard cursor < text.count else { break }
            if text[cursor] == UInt8(ascii: "@") {
                cursor += 1
                _ = word(at: &cursor)
                continue
            }
            let word = word(at: &cursor)
            switch word {
            case "struct", "enum", "protocol", "extension": return Head(opensType: true)
            case "func":
                skipBlanksAndComments(&cursor)
                return Head(mayWait: true, name: functionName(at: &cursor))
            case "init", "subscript": return Head(mayWait: true, name: word)
            case "var":
                skipBlanksAndComments(&cursor)
                return Head(mayWait: true, isVariable: true, name: self.word(at: &cursor))
            case "let", "case", "typealias", "associatedtype", "operator", "precedencegroup", "import": return Head()
            case "":
                // The argument of a modifier or an attribute: `private(set)`.
                cursor += 1
            default: continue
            }
        }
        return Head()
    }

    /// An identifier, without its backticks.
    private func word(at cursor: inout Int) -> String {
        if cursor < text.count, text[cursor] == UInt8(ascii: "`") {
            cursor += 1
            defer { cursor += 1 }
            return word(at: &cursor)
        }
        let start = cursor
        while cursor < text.count, text[cursor].isWord { cursor += 1 }
        return String(decoding: text[start ..< cursor], as: UTF8.self)
    }

    /// An identifier or an operator, which a blank or a parenthesis follows.
    private func functionName(at cursor: inout Int) -> String {
        guard cursor < text.count, !text[cursor].isWord, text[cursor] != UInt8(ascii: "`") else { return word(at: &cursor) }
        let start = cursor
        while cursor < text.count, !text[cursor].isBlank, text[cursor] != UInt8(ascii: "(") { cursor += 1 }
        return String(decoding: text[start ..< cursor], as: UTF8.self)
    }

    private func skipTo(brace cursor: inout Int) {
        while cursor < text.count, text[cursor] != UInt8(ascii: "{") { if !skipCommentOrString(&cursor) { cursor += 1 } }
    }

    /// To the end of the line on which all brackets are closed again, or to the brace that closes the block around.
    ///
    /// - Returns: whether there was a block in braces outside of all other brackets, before any `=`.
    private func skipDeclaration(from cursor: inout Int) -> Bool {
        var depth = 0
        var hasBlock = false, hasValue = false
        while cursor < text.count {
            if skipCommentOrString(&cursor) { continue }
            switch text[cursor] {
            case UInt8(ascii: "{"):
                if depth == 0, !hasValue { hasBlock = true }
                depth += 1
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}") where depth == 0: return hasBlock
            case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "=") where depth == 0: hasValue = true
            case UInt8(ascii: "\n") where depth == 0, UInt8(ascii: ";") where depth == 0:
                cursor += 1
                if !continues(at: cursor) { return hasBlock }
                continue
            default: break
            }
            cursor += 1
        }
        return hasBlock
    }

    /// Whether the line goes on with the declaration of the line before: its body, its result or its conditions.
    private func continues(at cursor: Int) -> Bool {
        var next = cursor
        while next < text.count, text[next].isBlank { next += 1 }
        return ["{", "->", "where "].contains { text[next...].starts(with: $0.utf8) }
    }

    private func skipBlanksAndComments(_ cursor: inout Int) {
        while cursor < text.count {
            if text[cursor].isBlank { cursor += 1 } else if text[cursor] != UInt8(ascii: "/") || !skipCommentOrString(&cursor) { return }
        }
    }

    /// - Returns: whether there was one.
    private func skipCommentOrString(_ cursor: inout Int) -> Bool {
        if text[cursor] == UInt8(ascii: "/"), cursor + 1 < text.count, text[cursor + 1] == UInt8(ascii: "/") {
            while cursor < text.count, text[cursor] != UInt8(ascii: "\n") { cursor += 1 }
            return true
        }
        guard text[cursor] == UInt8(ascii: "\"") else { return false }
        cursor += 1
        while cursor < text.count, text[cursor] != UInt8(ascii: "\"") {
            if text[cursor] == UInt8(ascii: "\\") {
                cursor += 1
                if cursor < text.count, text[cursor] == UInt8(ascii: "(") {
                    skipInterpolation(&cursor)
                    continue
                }
            }
            cursor += 1
        }
        cursor += 1
        return true
    }

    private func skipInterpolation(_ cursor: inout Int) {
        var depth = 0
        while cursor < text.count {
            if skipCommentOrString(&cursor) { continue }
            if text[cursor] == UInt8(ascii: "(") { depth += 1 }
            if text[cursor] == UInt8(ascii: ")") { depth -= 1 }
            cursor += 1
            if depth == 0 { return }
        }
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 32 || self == 10 || self == 9 || self == 13 || self == UInt8(ascii: ";") }
    fileprivate var isWord: Bool {
        switch self {
        case UInt8(ascii: "a") ... UInt8(ascii: "z"), UInt8(ascii: "A") ... UInt8(ascii: "Z"), UInt8(ascii: "0") ... UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }
}
