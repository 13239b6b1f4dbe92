import SwiftParser
import SwiftSyntax

/// Refuses text so deeply nested that reading it would outgrow the stack or never end.
///
/// The parser bounds what it parses, but not how far it looks ahead to tell a type from an expression: that recurses without a bound, and looks twice at what
/// stands in each `[`, so that a run of n brackets costs 2^n steps. So brackets are counted before it sees the text. What nests without brackets (operators,
/// members, `else if`) is measured in the finished tree, on which everything after the parser recurses.
enum Nesting {
    /// Brackets open at once: the parser's own limit.
    static let brackets = 256
    /// `[` open at once, since the last `{`.
    static let squareRun = 12
    /// `Name<` within each other.
    static let angleRun = 64
    /// Levels of the tree.
    static let tree = 2_000

    /// Where a text goes too deep, and what to say.
    static func problem(in text: String) -> (offset: Int, message: String)? {
        // Short texts, which nearly all are, cannot go deep.
        guard text.utf8.count > squareRun else { return nil }
        var text = text
        return text.withUTF8 { bytes in
            var scanner = BracketScanner(bytes: bytes)
            return scanner.scan()
        }
    }

    /// The same for the levels of a tree.
    static func problem(in file: SourceFileSyntax, limit tree: Int = tree) -> (offset: Int, message: String)? {
        guard file.totalLength.utf8Length > tree else { return nil }
        var open: [(node: Syntax, depth: Int)] = [(Syntax(file), 0)]
        while let (node, depth) = open.popLast() {
            if depth > tree {
                return (node.positionAfterSkippingLeadingTrivia.utf8Offset, "nested more than \(tree) levels deep: break this up into several statements")
            }
            // Operators stand side by side until they are folded into a tree.
            let width = node.as(ExprListSyntax.self).map { $0.parent?.is(SequenceExprSyntax.self) == true ? $0.count / 2 : 0 } ?? 0
            for child in node.children(viewMode: .sourceAccurate) where !child.is(TokenSyntax.self) { open.append((child, depth + 1 + width)) }
        }
        return nil
    }
}

/// Counts the brackets of a text as Swift's lexer would see them: not those in comments and string literals, but those in interpolations.
private struct BracketScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var open: [Opening] = []
    private var squares = 0
    private var angles = 0

    private enum Opening {
        case bracket
        case square
        /// With as many `[` open around it, which the parser does not look ahead from.
        case brace(squares: Int)
        /// Of a literal to go back to when it closes.
        case interpolation(hashes: Int, isMultiline: Bool)
    }

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    mutating func scan() -> (offset: Int, message: String)? {
        while position < bytes.count {
            if open.count > Nesting.brackets { return (position - 1, "parsing has exceeded the maximum nesting level") }
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "/") where at(position) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where at(position) == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "#"), UInt8(ascii: "\""): literal(from: position - 1)
            case UInt8(ascii: "("): open.append(.bracket)
            case UInt8(ascii: "{"):
                open.append(.brace(squares: squares))
                squares = 0
            case UInt8(ascii: "["):
                open.append(.square)
                squares += 1
                if squares > Nesting.squareRun {
                    return (position - 1, "more than \(Nesting.squareRun) '[' within each other: give the inner arrays names of their own")
                }
            case UInt8(ascii: ")"), UInt8(ascii: "]"): close(byte)
            case UInt8(ascii: "}"):
                angles = 0
                close(byte)
            case UInt8(ascii: "<") where position > 1 && isName(bytes[position - 2]):
                angles += 1
                if angles > Nesting.angleRun { return (position - 1, "more than \(Nesting.angleRun) generic types within each other: give the inner ones names of their own") }
            case UInt8(ascii: ">"): angles = max(0, angles - 1)
            case UInt8(ascii: ";"), UInt8(ascii: "="): angles = 0
            default: break
            }
        }
        return nil
    }

    private func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a") ... UInt8(ascii: "z"), UInt8(ascii: "A") ... UInt8(ascii: "Z"), UInt8(ascii: "0") ... UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }

    private mutating func close(_ byte: UInt8) {
        switch open.last {
        case .bracket?: open.removeLast()
        case .square?:
            squares -= 1
            open.removeLast()
        case .brace(let outer)?:
            squares = outer
            open.removeLast()
        case .interpolation(let hashes, let isMultiline)?:
            guard byte == UInt8(ascii: ")") else { return }
            open.removeLast()
            text(hashes: hashes, isMultiline: isMultiline)
        case nil: break
        }
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") { position += 1 }
    }

    private mutating func skipComment() {
        position += 1
        var depth = 1
        while position < bytes.count, depth > 0 {
            if bytes[position] == UInt8(ascii: "/"), at(position + 1) == UInt8(ascii: "*") {
                depth += 1
                position += 1
            } else if bytes[position] == UInt8(ascii: "*"), at(position + 1) == UInt8(ascii: "/") {
                depth -= 1
                position += 1
            }
            position += 1
        }
    }

    /// A string literal that begins with `#`s or a quote, if one does.
    private mutating func literal(from start: Int) {
        var quote = start
        while at(quote) == UInt8(ascii: "#") { quote += 1 }
        position = max(quote, start + 1)
        guard at(quote) == UInt8(ascii: "\"") else { return }
        let isMultiline = at(quote + 1) == UInt8(ascii: "\"") && at(quote + 2) == UInt8(ascii: "\"")
        position = quote + (isMultiline ? 3 : 1)
        text(hashes: quote - start, isMultiline: isMultiline)
    }

    /// The text of a literal, up to its end or to an interpolation.
    private mutating func text(hashes: Int, isMultiline: Bool) {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\n") where !isMultiline, UInt8(ascii: "\r") where !isMultiline: return
            case UInt8(ascii: "\"") where endsLiteral(hashes, isMultiline):
                position += hashes + (isMultiline ? 2 : 0)
                return
            case UInt8(ascii: "\\") where (0 ..< hashes).allSatisfy { at(position + $0) == UInt8(ascii: "#") }:
                position += hashes + 1
                if at(position - 1) == UInt8(ascii: "(") {
                    open.append(.interpolation(hashes: hashes, isMultiline: isMultiline))
                    return
                }
            default: break
            }
        }
    }

    /// Whether the quote before `position` ends a literal.
    private func endsLiteral(_ hashes: Int, _ isMultiline: Bool) -> Bool {
        if isMultiline, at(position) != UInt8(ascii: "\"") || at(position + 1) != UInt8(ascii: "\"") { return false }
        let after = position + (isMultiline ? 2 : 0)
        return (0 ..< hashes).allSatisfy { at(after + $0) == UInt8(ascii: "#") }
    }
}
