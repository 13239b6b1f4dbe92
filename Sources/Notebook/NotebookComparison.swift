import Display

/// What a notebook's cells put out when they were run again, against what the file says they put out.
///
/// Every text is compared byte for byte, a picture by its bytes, any other JSON as a document. Pieces of one stream are one text, however they were cut; counts, metadata and the frames of a
/// traceback do not matter.
package struct NotebookComparison: Equatable, Sendable {
    package struct Difference: Equatable, Sendable {
        /// The cell's place among the code cells, counted from 1.
        package var cell: Int
        package var id: String?
        package var source: String
        /// Which output, in words: `output 2, image/png`.
        package var output: String
        /// What the file says, and what came now; nil where there is nothing.
        package var expected, found: String?
    }

    package private(set) var differences: [Difference] = []
    /// Code cells that were compared.
    package private(set) var cells = 0
    package private(set) var outputs = 0

    package init(expected: NotebookDocument, found: NotebookDocument) {
        let (old, new) = (expected.cells.filter { $0.kind == .code }, found.cells.filter { $0.kind == .code })
        for (index, (before, after)) in zip(old, new).enumerated() {
            cells += 1
            let (left, right) = (Self.parts(of: before.outputs), Self.parts(of: after.outputs))
            outputs += left.count
            for place in 0 ..< max(left.count, right.count) {
                let (expected, found) = (place < left.count ? left[place] : nil, place < right.count ? right[place] : nil)
                if let expected, let found, expected == found { continue }
                // Outputs of another kind: one is missing or one too many.
                let title = expected?.title ?? found?.title ?? ""
                differences.append(
                    Difference(
                        cell: index + 1, id: before.id, source: before.source, output: "output \(place + 1), \(title)", expected: expected?.content,
                        found: found.map { $0.title == title ? $0.content : "\($0.title): \($0.content)" }))
                // What follows in this cell is likely shifted.
                break
            }
        }
    }

    /// One thing to compare: what it is, and its content.
    private struct Part: Equatable {
        var title: String
        var content: String
    }

    private static func parts(of outputs: [JSON]) -> [Part] {
        var parts: [Part] = []
        for output in outputs {
            switch output["output_type"]?.string {
            case "stream":
                let title = "the stream \(output["name"]?.string ?? "stdout")"
                let text = NotebookCell.text(output["text"])
                if parts.last?.title == title { parts[parts.count - 1].content += text } else { parts.append(Part(title: title, content: text)) }
            case "error": parts.append(Part(title: "the error", content: "\(output["ename"]?.string ?? ""): \(output["evalue"]?.string ?? "")"))
            case let type?:
                let word = type == "execute_result" ? "the result" : "a display"
                for member in (output["data"]?.members ?? []).sorted(by: { $0.key < $1.key }) {
                    parts.append(Part(title: "\(member.key) of \(word)", content: content(member.value, member.key)))
                }
            case nil: parts.append(Part(title: "an output of no type", content: ""))
            }
        }
        return parts
    }

    /// Texts as they are, base64 without its line breaks, documents written in one way.
    private static func content(_ value: JSON, _ type: String) -> String {
        if type.hasSuffix("json") { return String(decoding: value.indented, as: UTF8.self) }
        let text = NotebookCell.text(value)
        return type.hasPrefix("image/") && type != "image/svg+xml" ? text.filter { !$0.isWhitespace } : text
    }
}

extension NotebookComparison.Difference {
    /// For a reader: the cell, then the first line that differs, with a mark under the first character that does.
    package var lines: [String] {
        let name = "cell \(cell)" + (id.map { " (id \($0))" } ?? "")
        let first = source.split(separator: "\n").first.map { ": " + $0 } ?? ""
        var lines = ["\(name)\(first)", "  \(output) differs"]
        guard let expected else { return lines + ["  the file has no such output", "  now: " + Self.excerpt(found ?? "", 0)] }
        guard let found else { return lines + ["  the file: " + Self.excerpt(expected, 0), "  now there is no such output"] }
        let (old, new) = (expected.split(separator: "\n", omittingEmptySubsequences: false), found.split(separator: "\n", omittingEmptySubsequences: false))
        let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        let (left, right) = (line < old.count ? String(old[line]) : "", line < new.count ? String(new[line]) : "")
        let column = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
        let start = max(0, column - 40)
        if max(old.count, new.count) > 1 { lines[1] += " at line \(line + 1)" }
        lines.append("  the file: " + (line < old.count ? Self.excerpt(left, start) : "(has ended)"))
        lines.append("  now:      " + (line < new.count ? Self.excerpt(right, start) : "(has ended)"))
        lines.append("            " + String(repeating: " ", count: column - start + (start > 0 ? 1 : 0)) + "^")
        return lines
    }

    private static func excerpt(_ text: String, _ start: Int) -> String {
        let part = text.dropFirst(start)
        return (start > 0 ? "…" : "") + String(part.prefix(100)).replacing("\n", with: "⏎") + (part.count > 100 ? "…" : "")
    }

    package var json: JSON {
        func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
        return ["cell": .integer(cell), "id": text(id), "output": .string(output), "expected": text(expected), "found": text(found)]
    }
}
