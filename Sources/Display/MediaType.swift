/// What kind of text a text is, for `display(_:as:id:)`.
public enum MediaType: String, CaseIterable, Sendable, Codable {
    /// As it is, in a fixed-width font.
    case plain = "text/plain"
    /// Headings, lists, tables, and formulas between dollar signs.
    case markdown = "text/markdown"
    /// A formula, between dollar signs.
    case latex = "text/latex"
    case html = "text/html"
    /// A picture.
    case svg = "image/svg+xml"
}
