import Display

/// Values given to a notebook from outside, `name=value`, as papermill does it: a cell that declares them again follows the cell tagged `parameters`.
package struct Parameters: Equatable, Sendable {
    package private(set) var values: [(name: String, code: String)] = []

    /// A value is Swift where it reads as a literal (a number, true, false, nil, a quoted text, a list in brackets), else a text.
    package init(_ arguments: [String]) throws(NotebookError) {
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, Self.isName(parts[0]) else { throw .parameter(argument) }
            values.removeAll { $0.name == parts[0] }
            values.append((parts[0], Self.isLiteral(parts[1]) ? parts[1] : Self.quoted(parts[1])))
        }
    }

    package static func == (left: Parameters, right: Parameters) -> Bool { left.values.elementsEqual(right.values) { $0 == $1 } }

    package var code: String { (["// Parameters"] + values.map { "let \($0.name) = \($0.code)" }).joined(separator: "\n") }

    /// Puts the declaring cell into a notebook, in the place of one from an earlier run.
    package func inject(into notebook: inout NotebookDocument) {
        guard !values.isEmpty else { return }
        notebook.cells.removeAll { $0.tags.contains("injected-parameters") }
        let place = notebook.cells.firstIndex { $0.tags.contains("parameters") }.map { $0 + 1 } ?? 0
        let cell = NotebookCell(code: code, id: notebook.hasCellIDs ? "injected-parameters" : nil, tags: ["injected-parameters"])
        notebook.cells.insert(cell, at: place)
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    }

    private static func isLiteral(_ text: String) -> Bool {
        if ["true", "false", "nil"].contains(text) { return true }
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count >= 2 { return true }
        if text.hasPrefix("["), text.hasSuffix("]") { return true }
        // Not what Double reads besides: "inf", "nan", hexadecimal.
        let digits = "0123456789".utf8
        let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = body.utf8.first, digits.contains(first), let last = body.utf8.last, digits.contains(last) else { return false }
        return Double(text) != nil && body.utf8.allSatisfy { digits.contains($0) || ".eE+-".utf8.contains($0) }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
