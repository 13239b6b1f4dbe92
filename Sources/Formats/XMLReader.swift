/// Reads an XML document front to back, as a row of events: the part of XML 1.0 that GIFTI files use, strictly.
///
/// Elements, attributes, text, CDATA, comments, processing instructions, the five entities and numbered ones. A document type is passed over; one that declares anything itself is refused, so that no entity
/// can grow or point elsewhere. Text stays a range of the document's bytes, since an array of it may have 100 MB. Elements may be 64 deep.
struct XMLReader {
    enum Event: Equatable {
        case start(name: String, attributes: [String: String])
        case end(name: String)
        /// Text without markup in it; entities are still in it unless it is CDATA.
        case text(Range<Int>, isLiteral: Bool)
    }

    let file: String
    let bytes: [UInt8]
    private(set) var place = 0
    private var open: [String] = []
    /// Of an element written as `<a/>`.
    private var pendingEnd = false
    private var isDone = false

    init(_ bytes: [UInt8], file: String) {
        (self.bytes, self.file) = (bytes, file)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// The next event; nil after the end of the outermost element.
    mutating func next() throws -> Event? {
        if pendingEnd {
            pendingEnd = false
            return try end(open.last ?? "")
        }
        while place < bytes.count {
            if bytes[place] != UInt8(ascii: "<") {
                let start = place
                while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
                if !open.isEmpty { return .text(start ..< place, isLiteral: false) }
                guard bytes[start ..< place].allSatisfy(Self.isSpace) else { throw error(at: start, "text outside of all elements", "markup") }
            } else if skips("<?") {
                _ = try passed("?>", "a processing instruction")
            } else if skips("<!--") {
                _ = try passed("-->", "a comment")
            } else if skips("<![CDATA[") {
                guard !open.isEmpty else { throw error(at: place, "CDATA outside of all elements", "markup") }
                return .text(try passed("]]>", "CDATA"), isLiteral: true)
            } else if skips("<!DOCTYPE") {
                guard open.isEmpty, !isDone else { throw error(at: place, "a document type within the document", "one before it") }
                let declaration = try passed(">", "the document type")
                guard !bytes[declaration].contains(UInt8(ascii: "[")) else {
                    throw FormatError.unsupported(file: file, what: "a document type with declarations of its own", supported: "the name of one")
                }
            } else if skips("</") {
                let name = try name()
                skipSpace()
                guard skips(">") else { throw error(at: place, "no > at the end of </\(name)", "one") }
                guard name == open.last else { throw error(at: place, "</\(name)>", "</\(open.last ?? "")>, the end of the innermost element") }
                return try end(name)
            } else {
                return try start()
            }
        }
        guard open.isEmpty, isDone else {
            throw FormatError.cutShort(file: file, what: open.isEmpty ? "the document" : "the element \(open.last ?? "")", expectedBytes: place + 1, foundBytes: place)
        }
        return nil
    }

    /// Text with its entities replaced, without the white space around it.
    func string(_ range: Range<Int>, isLiteral: Bool) throws -> String {
        var part = bytes[range]
        while let first = part.first, Self.isSpace(first) { part.removeFirst() }
        while let last = part.last, Self.isSpace(last) { part.removeLast() }
        guard let text = String(validating: part, as: UTF8.self) else { throw error(at: range.lowerBound, "bytes that are not UTF-8", "UTF-8 text") }
        return isLiteral || !text.contains("&") ? text : try replacedEntities(text, at: range.lowerBound)
    }

    /// An error that names the line.
    func error(at place: Int, _ found: String, _ expected: String) -> FormatError {
        let line = 1 + bytes.prefix(place).count { $0 == UInt8(ascii: "\n") }
        return .badField(file: file, line: line, field: "XML", found: found, expected: expected)
    }

    // MARK: - Parts

    private mutating func start() throws -> Event {
        guard !isDone else { throw error(at: place, "a second outermost element", "one") }
        place += 1
        let name = try name()
        var attributes: [String: String] = [:]
        while true {
            let before = place
            skipSpace()
            if skips("/>") {
                pendingEnd = true
                break
            }
            if skips(">") { break }
            guard place > before else { throw error(at: place, "something else in <\(name)", "a space, > or />") }
            let key = try self.name()
            skipSpace()
            guard skips("=") else { throw error(at: place, "no = after \(key)", "one") }
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else { throw error(at: place, "no quote after \(key)=", "one") }
            let quote = bytes[place]
            let first = place + 1
            guard let last = bytes[first...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }), bytes[last] == quote else {
                throw error(at: place, "no closing quote after \(key)=", "one")
            }
            guard attributes.updateValue(try string(first ..< last, isLiteral: false), forKey: key) == nil else { throw error(at: place, "\(key) twice in <\(name)", "once") }
            place = last + 1
        }
        guard open.count < 64 else { throw error(at: place, "elements more than 64 deep", "fewer") }
        open.append(name)
        return .start(name: name, attributes: attributes)
    }

    private mutating func end(_ name: String) throws -> Event {
        open.removeLast()
        isDone = open.isEmpty
        return .end(name: name)
    }

    private mutating func name() throws -> String {
        let start = place
        while place < bytes.count, Self.isNamePart(bytes[place]) { place += 1 }
        guard place > start, let name = String(validating: bytes[start ..< place], as: UTF8.self) else { throw error(at: start, "no name", "one") }
        return name
    }

    private mutating func skipSpace() { while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 } }

    private mutating func skips(_ mark: StaticString) -> Bool {
        let count = mark.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        for offset in 0 ..< count where bytes[place + offset] != mark.utf8Start[offset] { return false }
        place += count
        return true
    }

    /// What lies before `mark`, which is passed over.
    private mutating func passed(_ mark: StaticString, _ what: String) throws -> Range<Int> {
        let start = place
        while place < bytes.count {
            let end = place
            if skips(mark) { return start ..< end }
            place += 1
        }
        throw FormatError.cutShort(file: file, what: what, expectedBytes: bytes.count - start + mark.utf8CodeUnitCount, foundBytes: bytes.count - start)
    }

    private func replacedEntities(_ text: String, at place: Int) throws -> String {
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";") else { throw error(at: place, "& without ;", "&amp; for an ampersand") }
            let name = rest[rest.index(after: start) ..< end]
            switch name {
            case "lt": result += "<"
            case "gt": result += ">"
            case "amp": result += "&"
            case "quot": result += "\""
            case "apos": result += "'"
            default:
                let isHex = name.hasPrefix("#x")
                guard name.hasPrefix("#"), let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(code) else {
                    throw error(at: place, "&\(name);", "one of the five entities of XML, or a numbered one")
                }
                result.unicodeScalars.append(scalar)
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a") ... UInt8(ascii: "z"), UInt8(ascii: "A") ... UInt8(ascii: "Z"), UInt8(ascii: "0") ... UInt8(ascii: "9"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), 128...: true
        default: false
        }
    }
}
