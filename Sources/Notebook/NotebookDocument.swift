import Display

/// A notebook file of nbformat 4. What this type has no name for is kept and written back.
package struct NotebookDocument: Equatable, Sendable {
    package var cells: [NotebookCell]
    package var metadata: JSON
    /// The members beside cells and metadata.
    private var rest: JSON

    package init(bytes: [UInt8]) throws(NotebookError) {
        let root: JSON
        do { root = try JSON(bytes: bytes) } catch { throw .notJSON(error) }
        guard let major = root["nbformat"]?.integer else { throw .notANotebook(missing: "nbformat") }
        guard major == 4 else { throw .version(major) }
        guard let cells = root["cells"]?.array else { throw .notANotebook(missing: "cells") }
        self.cells = []
        for cell in cells {
            guard let known = NotebookCell(cell) else { throw .notANotebook(missing: "cell_type") }
            self.cells.append(known)
        }
        metadata = root["metadata"] ?? .empty
        rest = root
        rest["cells"] = nil
        rest["metadata"] = nil
    }

    /// A new notebook of cells that ran, with what they put out.
    package init(cells ran: [(source: String, id: String?, count: Int?, outputs: [Output])]) {
        var collected = OutputCollector(cells: ran.count)
        cells = []
        for (index, cell) in ran.enumerated() {
            for output in cell.outputs { collected.append(output, of: index, count: cell.count) }
            var made = NotebookCell(code: cell.source, id: cell.id ?? "cell-\(index + 1)")
            made.executionCount = cell.count
            cells.append(made)
        }
        for index in cells.indices { cells[index].outputs = collected.stored(index) }
        metadata = [
            "kernelspec": ["display_name": "Swift (Engram)", "language": "swift", "name": "engram"], "language_info": ["name": "swift", "file_extension": ".swift"],
        ]
        rest = ["nbformat": 4, "nbformat_minor": 5]
    }

    /// As nbformat writes it.
    package var bytes: [UInt8] {
        var root = rest
        root["cells"] = .array(cells.map(\.json))
        root["metadata"] = metadata
        return root.indented
    }

    /// Cell ids came with version 4.5.
    package var hasCellIDs: Bool { (rest["nbformat_minor"]?.integer ?? 0) >= 5 }
}

/// One cell. Outputs and count of anything but code are empty.
package struct NotebookCell: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case code, markdown, raw
        case other(String)
    }

    package var kind: Kind
    package var id: String?
    package var source: String
    package var outputs: [JSON]
    package var executionCount: Int?
    package var metadata: JSON
    private var rest: JSON

    /// A code cell with nothing put out yet.
    package init(code source: String, id: String?, tags: [String] = []) {
        (kind, self.id, self.source, outputs, executionCount, rest) = (.code, id, source, [], nil, .empty)
        metadata = tags.isEmpty ? .empty : ["tags": .array(tags.map(JSON.string))]
    }

    init?(_ json: JSON) {
        guard let type = json["cell_type"]?.string else { return nil }
        kind =
            switch type {
            case "code": .code
            case "markdown": .markdown
            case "raw": .raw
            default: .other(type)
            }
        id = json["id"]?.string
        source = Self.text(json["source"])
        outputs = json["outputs"]?.array ?? []
        executionCount = json["execution_count"]?.integer
        metadata = json["metadata"] ?? .empty
        rest = json
        for key in ["cell_type", "id", "source", "outputs", "execution_count", "metadata"] { rest[key] = nil }
    }

    var json: JSON {
        var json = rest
        json["cell_type"] = .string(type)
        if let id { json["id"] = .string(id) }
        json["metadata"] = metadata
        json["source"] = Self.lines(source)
        if kind == .code {
            json["outputs"] = .array(outputs)
            json["execution_count"] = executionCount.map(JSON.integer) ?? .null
        }
        return json
    }

    package var tags: [String] { (metadata["tags"]?.array ?? []).compactMap(\.string) }

    private var type: String {
        switch kind {
        case .code: "code"
        case .markdown: "markdown"
        case .raw: "raw"
        case .other(let type): type
        }
    }

    /// Files hold a text whole or as a list of lines.
    static func text(_ json: JSON?) -> String { json?.string ?? (json?.array ?? []).compactMap(\.string).joined() }

    /// The lines, each with its line break.
    static func lines(_ text: String) -> JSON {
        var lines: [JSON] = []
        var line = ""
        for scalar in text.unicodeScalars {
            line.unicodeScalars.append(scalar)
            if scalar == "\n" {
                lines.append(.string(line))
                line = ""
            }
        }
        if !line.isEmpty { lines.append(.string(line)) }
        return .array(lines)
    }
}
