/// The text that the checker parses, one literal for each public type and one for what each module declares beside its types.
struct InterfaceText {
    /// Lines of one type: comment, head, members, nested types.
    static func lines(_ type: TypeInterface) -> [String] {
        let conformances = type.conformances.isEmpty ? "" : ": " + type.conformances.joined(separator: ", ")
        var inner: [String] = []
        for declaration in type.declarations { inner += lines(declaration) }
        for nested in type.nested { inner += lines(nested) }
        return type.documentation + ["\(type.keyword) \(type.shortName)\(conformances) {"] + inner.map { "    " + $0 } + ["}"]
    }

    static func lines(_ declaration: Declaration) -> [String] {
        declaration.documentation + declaration.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    static func text(_ declarations: [Declaration]) -> String { declarations.flatMap(lines).joined(separator: "\n") }

    /// What of a module the checker reads from the start.
    static func operators(_ free: FreeInterface) -> String { (free.unnamed.flatMap(lines) + free.extensions.flatMap(lines)).joined(separator: "\n") }

    /// A multi-line string literal that holds any text.
    static func literal(_ text: String, indent: String) -> String {
        var marks = "#"
        while text.contains("\"\"\"" + marks) || text.contains("\\" + marks) { marks += "#" }
        let body = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
        return "\(marks)\"\"\"\n\(body)\n\(indent)\"\"\"\(marks)"
    }
}
