/// Where the values of a session's variables are from, as `session.variables` lists them.
public struct SessionVariables: Equatable, Sendable, Codable, CustomStringConvertible {
    package struct Entry: Equatable, Sendable, Codable {
        package var name: String
        package var type: String
        /// Bytes.
        package var size: Int
        package var cell: Int
        /// The variables that the cell read which set it.
        package var inputs: [String]
        package var isStale: Bool

        package init(name: String, type: String, size: Int, cell: Int, inputs: [String], isStale: Bool) {
            (self.name, self.type, self.size) = (name, type, size)
            (self.cell, self.inputs, self.isStale) = (cell, inputs, isStale)
        }
    }
    package let entries: [Entry]

    package init(entries: [Entry]) { self.entries = entries }

    /// How many there are.
    public var count: Int { entries.count }
    /// Their names, in the order in which they were set last.
    public var names: [String] { entries.map(\.name) }

    /// The number of the cell that set a variable last; nil if there is no such variable.
    public func cell(of name: String) -> Int? { entries.last { $0.name == name }?.cell }

    /// The variables that were read by the cell that set this one last; empty if there is no such variable.
    public func inputs(of name: String) -> [String] { entries.last { $0.name == name }?.inputs ?? [] }

    private static let head = ["name", "type", "size", "set by", "from", ""]
    private var rows: [[String]] {
        entries.map { [$0.name, $0.type, ByteCount.text($0.size), "[\($0.cell)]", $0.inputs.joined(separator: ", "), $0.isStale ? "stale" : ""] }
    }

    /// A table: name, type, size, the cell that set it, from what, and whether that has changed since.
    public var description: String { TextTable.plain([Self.head] + rows) }
}

extension SessionVariables: Displayable {
    package var display: MIMEBundle {
        var bundle = MIMEBundle(plain: description)
        bundle["text/html"] = .text(TextTable.html([Self.head] + rows))
        return bundle
    }
}
