#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A text that is shown as what it is (Markdown, a formula, HTML, a drawing), or a picture from a file.
///
/// ```swift
/// display(.markdown("The error is **\(error)**."))
/// display(.latex(#"\tau \dot v = -v + I"#))
/// try display(.image("setup.png"))
/// ```
/// As the last expression of a cell it is the cell's result.
public struct RichContent: Equatable, Sendable, Codable, CustomStringConvertible {
    private let type: String
    private let text: String
    private let bytes: [UInt8]

    private init(_ type: String, _ text: String, bytes: [UInt8] = []) { (self.type, self.text, self.bytes) = (type, text, bytes) }

    /// Headings, lists, tables, code, and formulas between dollar signs.
    public static func markdown(_ text: String) -> RichContent { RichContent("text/markdown", text) }

    /// A formula. One without dollar signs is set on a line of its own.
    public static func latex(_ formula: String) -> RichContent {
        // These stand on their own in LaTeX too; `aligned` and its kin do not.
        let isMarked = ["$", "\\[", "\\begin{equation", "\\begin{align}", "\\begin{align*}", "\\begin{gather"].contains { formula.contains($0) }
        return RichContent("text/latex", isMarked ? formula : "$$\(formula)$$")
    }

    /// A piece of a page. What it holds of scripts runs in a notebook that one has run oneself, and not in one that one was sent.
    public static func html(_ text: String) -> RichContent { RichContent("text/html", text) }

    /// A drawing as SVG.
    public static func svg(_ text: String) -> RichContent { RichContent("image/svg+xml", text) }

    /// A picture from a file: PNG, JPEG, GIF, WebP or SVG, told by how the file begins. The notebook keeps a copy of it.
    ///
    /// - Throws: an error that names the file if it cannot be read, is larger than 50 MB, or is none of these.
    public static func image(_ path: String) throws -> RichContent {
        let bytes = try read(path)
        func begins(_ start: [UInt8], at place: Int = 0) -> Bool { bytes.dropFirst(place).starts(with: start) }
        let kinds: [(type: String, isIt: Bool)] = [
            ("image/png", begins([0x89, 0x50, 0x4e, 0x47])), ("image/jpeg", begins([0xff, 0xd8, 0xff])), ("image/gif", begins(Array("GIF8".utf8))),
            ("image/webp", begins(Array("RIFF".utf8)) && begins(Array("WEBP".utf8), at: 8)),
        ]
        if let kind = kinds.first(where: \.isIt) { return RichContent(kind.type, path, bytes: bytes) }
        if let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") { return RichContent("image/svg+xml", text) }
        throw ImageFailure(description: "“\(path)” is no picture that can be shown: PNG, JPEG, GIF, WebP and SVG can")
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard !path.utf8.contains(0), let file = fopen(path, "rb") else { throw ImageFailure(description: "“\(path)” cannot be read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if count == 0 { break }
            bytes += piece.prefix(count)
            if bytes.count > 50_000_000 { throw ImageFailure(description: "“\(path)” is larger than 50 MB, which no notebook should keep") }
        }
        if ferror(file) != 0 { throw ImageFailure(description: "“\(path)” cannot be read") }
        return bytes
    }

    /// The text; of a picture, the name of its file.
    public var description: String { text }
}

extension RichContent: Displayable {
    package var display: MIMEBundle {
        var bundle = MIMEBundle()
        bundle[type] = bytes.isEmpty ? .text(text) : .bytes(bytes)
        bundle["text/plain"] = .text(type == "image/svg+xml" ? "SVG of \(text.utf8.count) bytes" : text)
        return bundle
    }
}

/// Shows a text as what it is, or a picture: `display(.markdown("**bold**"))`.
///
/// - Parameters:
///   - content: what is shown.
///   - id: a name, by which `updateDisplay` can change it later, from any cell.
public func display(_ content: RichContent, id: String? = nil) { Console.current.put(.display(content.display, id: id)) }

/// Changes what was shown under a name.
///
/// - Parameters:
///   - content: what is shown in its place.
///   - id: the name that was given to `display`.
public func updateDisplay(_ content: RichContent, id: String) { Console.current.put(.update(content.display, id: id)) }

/// Why a picture cannot be shown.
package struct ImageFailure: Error, Equatable, CustomStringConvertible {
    package let description: String
}
