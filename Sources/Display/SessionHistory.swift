/// The cells of a session, as `session.history` lists them.
public struct SessionHistory: Equatable, Sendable, Codable, CustomStringConvertible {
    package struct Entry: Equatable, Sendable, Codable {
        package var commit: Int
        package var parent: Int?
        package var cell: Int
        package var source: String
        package var names: [String]
        /// Bytes of what it set.
        package var size: Int
        package var label: String?
        package var isPresent: Bool

        package init(commit: Int, parent: Int?, cell: Int, source: String, names: [String], size: Int, label: String?, isPresent: Bool) {
            (self.commit, self.parent, self.cell, self.source) = (commit, parent, cell, source)
            (self.names, self.size, self.label, self.isPresent) = (names, size, label, isPresent)
        }
    }
    package let entries: [Entry]

    package init(entries: [Entry]) { self.entries = entries }

    /// How many there are.
    public var count: Int { entries.count }
    /// The numbers of the cells.
    public var cells: [Int] { entries.map(\.cell) }
    /// The numbers of the commits.
    public var commits: [Int] { entries.map(\.commit) }

    /// A table: commit, cell, what was set, its size, the cell's first line.
    public var description: String {
        let rows = [["commit", "cell", "sets", "size", "source"]] + entries.map(Self.row)
        return TextTable.plain(rows)
    }

    private static func row(_ entry: Entry) -> [String] {
        let line = entry.source.split(separator: "\n").first.map(String.init) ?? ""
        let label = entry.label.map { " \"\($0)\"" } ?? ""
        return [
            "\(entry.commit)" + (entry.isPresent ? " *" : "") + label, "[\(entry.cell)]", shortened(entry.names.joined(separator: ", "), 40), ByteCount.text(entry.size),
            shortened(line, 60),
        ]
    }

    private static func shortened(_ text: String, _ count: Int) -> String { text.count > count ? text.prefix(count - 1) + "…" : text }
}

extension SessionHistory: Displayable {
    package var display: MIMEBundle {
        var bundle = MIMEBundle(plain: description)
        bundle["text/html"] = .text(TextTable.html([["commit", "cell", "sets", "size", "source"]] + entries.map(Self.row)))
        return bundle
    }
}

/// What differs between two states of a session.
public struct SessionDifference: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Variables that the second state has and the first has not.
    public let added: [String]
    /// Variables whose values differ.
    public let changed: [String]
    /// Variables that only the first state has.
    public let gone: [String]
    package let rows: [[String]]

    package init(added: [String], changed: [String], gone: [String], rows: [[String]]) { (self.added, self.changed, self.gone, self.rows) = (added, changed, gone, rows) }

    /// A table: name, what became of it, type, the sizes before and after.
    public var description: String { rows.isEmpty ? "no difference" : TextTable.plain([["name", "", "type", "before", "after"]] + rows) }
}

extension SessionDifference: Displayable {
    package var display: MIMEBundle {
        var bundle = MIMEBundle(plain: description)
        if !rows.isEmpty { bundle["text/html"] = .text(TextTable.html([["name", "", "type", "before", "after"]] + rows)) }
        return bundle
    }
}
