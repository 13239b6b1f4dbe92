/// What stands at a cursor, read from the text without regard to what it means.
///
/// A name may hang on a base: `fit.weights.co` asks for the members of what `fit.weights` is. Positions count Unicode scalars.
struct NameFinder {
    /// One link of a chain: a name, and what follows it directly.
    struct Link: Equatable {
        var name: String
        var isCalled = false
        /// How many subscripts follow.
        var subscripts = 0
    }

    private let text: [Unicode.Scalar]

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// The place in the text that is nearest to a cursor: front ends count in other units, and some count wrongly.
    func clamped(_ cursor: Int) -> Int { min(max(cursor, 0), text.count) }

    /// The name that ends at the cursor, or is being typed there; it may be empty.
    func prefix(before cursor: Int) -> Range<Int> {
        var start = cursor
        while start > 0, isNameScalar(text[start - 1]) { start -= 1 }
        // A number is no beginning of a name.
        if start < cursor, text[start].properties.numericType != nil { return cursor ..< cursor }
        return start ..< cursor
    }

    /// The whole name that the cursor is in or touches.
    func name(around cursor: Int) -> Range<Int> {
        var end = cursor
        while end < text.count, isNameScalar(text[end]) { end += 1 }
        let range = prefix(before: end)
        return range.isEmpty ? prefix(before: cursor) : range
    }

    func string(_ range: Range<Int>) -> String {
        var string = ""
        string.unicodeScalars.append(contentsOf: text[range])
        return string
    }

    /// The chain before a dot that stands directly before `start`; nil if no dot is there, empty if the dot begins an implicit member.
    func base(before start: Int) -> [Link]? {
        guard start > 0, text[start - 1] == "." else { return nil }
        return chain(endingAt: start - 1)
    }

    /// Nobody reads a longer chain, and each link is a call.
    private static let longestChain = 64

    private func chain(endingAt end: Int, after links: Int = 0) -> [Link] {
        guard links < Self.longestChain else { return [] }
        var position = end
        var link = Link(name: "")
        while position > 0, text[position - 1] == "?" || text[position - 1] == "!" { position -= 1 }
        while position > 0 {
            switch text[position - 1] {
            case ")":
                guard let open = opening(of: position - 1) else { return [] }
                position = open
                // A bracket that no name stands before is an expression of its own, unless a trailing call follows.
                link.isCalled = true
            case "}":
                // A trailing closure belongs to the call before it.
                guard let open = opening(of: position - 1) else { return [] }
                position = open
                while position > 0, text[position - 1] == " " { position -= 1 }
                link.isCalled = true
            case "]":
                guard let open = opening(of: position - 1) else { return [] }
                position = open
                if position == 0 || !(isNameScalar(text[position - 1]) || text[position - 1] == ")" || text[position - 1] == "]") {
                    return [Link(name: "[]", subscripts: link.subscripts)]
                }
                link.subscripts += 1
            case "\"": return [Link(name: "\"\"")]
            case let scalar where isNameScalar(scalar):
                let range = prefix(before: position)
                guard !range.isEmpty else { return literal(before: position) }
                link.name = string(range)
                return range.lowerBound > 0 && text[range.lowerBound - 1] == "." ? chain(endingAt: range.lowerBound - 1, after: links + 1) + [link] : [link]
            default: return []
            }
        }
        return []
    }

    private func literal(before end: Int) -> [Link] {
        var start = end
        while start > 0, isNameScalar(text[start - 1]) || text[start - 1] == "." { start -= 1 }
        return [Link(name: string(start ..< end).contains(".") ? "0.0" : "0")]
    }

    /// The call whose brackets the cursor is in: the name before them.
    func callAround(_ cursor: Int) -> Range<Int>? {
        var depth = 0
        var position = min(cursor, text.count)
        while position > 0 {
            position -= 1
            switch text[position] {
            case ")", "]", "}": depth += 1
            case "(" where depth == 0:
                let range = prefix(before: position)
                return range.isEmpty ? nil : range
            case "(", "[", "{":
                if depth == 0 { return nil }
                depth -= 1
            case "\n" where depth == 0 && cursor - position > 2_000: return nil
            default: break
            }
        }
        return nil
    }

    private func opening(of close: Int) -> Int? {
        var depth = 0
        for position in stride(from: close, through: 0, by: -1) {
            switch text[position] {
            case ")", "]", "}": depth += 1
            case "(", "[", "{":
                depth -= 1
                if depth == 0 { return position }
            default: break
            }
        }
        return nil
    }

    private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isXIDContinue }
}
