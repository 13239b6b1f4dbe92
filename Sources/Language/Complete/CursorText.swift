/// A cell's text and a cursor in it. Front ends count Unicode scalars, the parser counts bytes of UTF-8.
struct CursorText {
    /// More than this is no cell that somebody types in.
    static let limit = 200_000

    private let scalars: [Unicode.Scalar]
    let cursor: Int

    /// The cursor is moved to the nearest place in the text: front ends count in other units, and some count wrongly.
    init(_ text: String, cursor: Int) {
        scalars = Array(text.unicodeScalars)
        self.cursor = min(max(cursor, 0), scalars.count)
    }

    // MARK: The name at the cursor

    /// The part of a name before the cursor; it may be empty. nil where a number ends: that is no beginning of a name.
    var prefix: Range<Int>? {
        var start = cursor
        while start > 0, scalars[start - 1].continuesName { start -= 1 }
        if start > 0, scalars[start - 1] == "$" { return start - 1 ..< cursor }
        guard start < cursor else { return cursor ..< cursor }
        return scalars[start].properties.numericType == nil ? start ..< cursor : nil
    }

    /// The whole name that the cursor is in or touches.
    var name: Range<Int>? {
        var end = cursor
        while end < scalars.count, scalars[end].continuesName { end += 1 }
        var start = cursor
        while start > 0, scalars[start - 1].continuesName { start -= 1 }
        if start > 0, scalars[start - 1] == "$" { start -= 1 }
        guard start < end, scalars[start].properties.numericType == nil else { return nil }
        return start ..< end
    }

    // MARK: Places

    /// How many bytes stand before a scalar.
    func offset(of position: Int) -> Int { scalars[..<position].reduce(0) { $0 + UTF8.width($1) } }

    func string(_ range: Range<Int>) -> String {
        var string = ""
        string.unicodeScalars.append(contentsOf: scalars[range])
        return string
    }

    /// The text with a name of our own in place of the one that is being typed, so that the parser finds one there, and where that stands.
    func marked(replacing prefix: Range<Int>) -> (text: String, name: String, offset: Int) {
        var end = cursor
        while end < scalars.count, scalars[end].continuesName { end += 1 }
        let before = string(0 ..< start(prefix)), after = string(end ..< scalars.count)
        var name = "place__"
        while before.contains(name) || after.contains(name) { name += "_" }
        return (before + name + after, name, before.utf8.count)
    }

    /// Where the name is put: after a dot at the end of a line, not on the line below, where it would begin another statement.
    private func start(_ prefix: Range<Int>) -> Int {
        var start = prefix.lowerBound
        while start > 0, scalars[start - 1].properties.isWhitespace { start -= 1 }
        return start > 0 && scalars[start - 1] == "." ? start : prefix.lowerBound
    }

    /// The same, cut off after the name.
    func markedEnd(replacing prefix: Range<Int>) -> (text: String, name: String, offset: Int) {
        let before = string(0 ..< start(prefix))
        var name = "place__"
        while before.contains(name) { name += "_" }
        return (before + name + "\n", name, before.utf8.count)
    }
}

extension Unicode.Scalar {
    fileprivate var continuesName: Bool { self == "_" || properties.isXIDContinue }
}
