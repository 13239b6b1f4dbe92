import Linear

/// A table of text: named columns, each of strings or of numbers, as in BIDS `events.tsv` files.
///
/// ```swift
/// let events = try Table("run-01_events.tsv")
/// let onsets = try events.numbers("onset")            // seconds
/// let kinds = try events.strings("trial_type")
/// let labels = try Table("attributes.txt", header: false).strings(0)
/// ```
public struct Table: Sendable, Equatable, CustomStringConvertible, Codable {
    /// The names of the columns, left to right.
    public let columnNames: [String]
    /// How many rows there are, the header not counted.
    public let rowCount: Int
    /// What the table calls itself in errors: the path of its file.
    public let name: String

    /// Column after column.
    private var fields: [[String]]

    /// Reads a table from a text file, packed with gzip or not.
    ///
    /// - Parameters:
    ///   - path: the file. Text is UTF-8; lines end in LF or CR LF; empty lines are passed over.
    ///   - header: whether the first line names the columns. Without one they are named "0", "1", ….
    ///   - separator: what stands between the fields: "\t", ",", " " (any run of spaces or tabs) or another single character. Without it: a comma for names ending
    ///     in `.csv`, else a tab if the first line has one, else spaces. With a comma, fields may be quoted as in RFC 4180.
    /// - Throws: `FormatError` that names file and line: not there, not text, rows of different lengths, a name used twice.
    public init(_ path: String, header: Bool = true, separator: String? = nil) throws {
        try self.init(text: Self.text(path), name: path, header: header, separator: separator)
    }

    /// The text of a file.
    static func text(_ path: String) throws -> String {
        var file = try FileReader(path)
        let bytes = try file.readToEnd()
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw FormatError.notOfFormat(file: path, format: "text", found: "bytes that are not UTF-8 text", expected: "UTF-8 text")
        }
        return text
    }

    /// Reads a table from a text, as `init(_:header:separator:)` reads it from a file.
    public init(text: String, name: String = "the table", header: Bool = true, separator: String? = nil) throws {
        var lines: [Int] = []
        try self.init(text: text, name: name, header: header, separator: separator, lines: &lines)
    }

    /// The same, and the number of the line where each row starts, counted from 1.
    init(text: String, name: String, header: Bool, separator: String?, lines: inout [Int]) throws {
        let rows = try TableText(text, separator: separator, name: name).rows
        guard let first = rows.first else { throw FormatError.invalid(name: name, found: "empty", expected: "a table of at least one line") }
        let names = header ? first.fields : first.fields.indices.map(String.init)
        let body = rows.dropFirst(header ? 1 : 0)
        for row in body where row.fields.count != names.count {
            throw FormatError.raggedRow(file: name, line: row.line, found: row.fields.count, expected: names.count)
        }
        try self.init(name: name, columnNames: names, fields: names.indices.map { column in body.map { $0.fields[column] } })
        lines = body.map(\.line)
    }

    /// A table from columns of numbers and their names.
    ///
    /// - Throws: `FormatError` if there are not as many columns as names, a name occurs twice, or the columns differ in length.
    public init(_ columnNames: [String], _ columns: [Vector]) throws {
        guard columnNames.count == columns.count else {
            throw FormatError.shape(name: "columns", found: [columns.count], expected: "one for each of the \(columnNames.count) names")
        }
        for (name, column) in zip(columnNames, columns) where column.count != columns[0].count {
            throw FormatError.shape(name: "column \(name)", found: [column.count], expected: "\(columns[0].count) rows, as the first column")
        }
        try self.init(
            name: "the table", columnNames: columnNames,
            fields: columns.map { $0.elements.map { $0.isNaN ? "n/a" : "\($0)" } })
    }

    /// A table from columns of text and their names.
    ///
    /// - Throws: `FormatError` if there are not as many columns as names, a name occurs twice, or the columns differ in length.
    public init(_ columnNames: [String], texts columns: [[String]]) throws {
        guard columnNames.count == columns.count else {
            throw FormatError.shape(name: "columns", found: [columns.count], expected: "one for each of the \(columnNames.count) names")
        }
        for (name, column) in zip(columnNames, columns) where column.count != columns[0].count {
            throw FormatError.shape(name: "column \(name)", found: [column.count], expected: "\(columns[0].count) rows, as the first column")
        }
        try self.init(name: "the table", columnNames: columnNames, fields: columns)
    }

    init(name: String, columnNames: [String], fields: [[String]]) throws {
        for (index, column) in columnNames.enumerated() where columnNames[..<index].contains(column) {
            throw FormatError.invalid(name: "\(name), column \(index)", found: "named \(column)", expected: "named unlike the columns before it")
        }
        (self.name, self.columnNames, self.fields, rowCount) = (name, columnNames, fields, fields.first?.count ?? 0)
    }

    /// The fields of a column as they stand in the file.
    ///
    /// - Throws: `FormatError.noColumn` listing the columns there are.
    public func strings(_ column: String) throws -> [String] { fields[try index(of: column)] }

    /// The fields of the column at `index`, counted from 0.
    ///
    /// - Throws: `FormatError.noColumn` listing the columns there are.
    public func strings(_ index: Int) throws -> [String] {
        guard fields.indices.contains(index) else { throw FormatError.noColumn(table: name, column: "\(index)", columns: columnNames) }
        return fields[index]
    }

    /// A column as numbers. "n/a", "NaN" and an empty field are NaN.
    ///
    /// - Throws: `FormatError.noColumn`, or `FormatError.notANumber` naming the row of the first field that is none.
    public func numbers(_ column: String) throws -> Vector { try numbers(try index(of: column)) }

    /// The column at `index`, counted from 0, as numbers. "n/a", "NaN" and an empty field are NaN.
    ///
    /// - Throws: `FormatError.noColumn`, or `FormatError.notANumber` naming the row of the first field that is none.
    public func numbers(_ index: Int) throws -> Vector {
        let column = try strings(index)
        return Vector(
            try column.enumerated().map { row, field in
                if Self.missing.contains(field) { return .nan }
                guard let number = Double(field) else {
                    throw FormatError.notANumber(table: name, column: columnNames[index], row: row, found: field)
                }
                return number
            })
    }

    /// A column as whole numbers, such as labels of runs.
    ///
    /// - Throws: `FormatError.noColumn`, or `FormatError.notANumber` naming the row of the first field that is no whole number.
    public func integers(_ column: String) throws -> [Int] { try integers(try index(of: column)) }

    /// The column at `index`, counted from 0, as whole numbers.
    ///
    /// - Throws: `FormatError.noColumn`, or `FormatError.notANumber` naming the row of the first field that is no whole number.
    public func integers(_ index: Int) throws -> [Int] {
        try strings(index).enumerated().map { row, field in
            guard let number = Int(field) else {
                throw FormatError.notANumber(table: name, column: columnNames[index], row: row, found: field)
            }
            return number
        }
    }

    /// The rows where `column` holds `value`.
    ///
    /// - Throws: `FormatError.noColumn` listing the columns there are.
    public func rows(where column: String, is value: String) throws -> Table {
        let match = try strings(column).enumerated().filter { $0.element == value }.map(\.offset)
        return try Table(name: name, columnNames: columnNames, fields: fields.map { column in match.map { column[$0] } })
    }

    /// Writes the table, with its column names, separated by commas if the name ends in `.csv` and by tabs otherwise. An existing file is replaced.
    ///
    /// - Throws: `FormatError` if the file cannot be written, or a field holds a tab or a line break and tabs separate.
    public func write(_ path: String) throws {
        let comma = path.hasSuffix(".csv") || path.hasSuffix(".csv.gz")
        func field(_ text: String) throws -> String {
            if comma {
                return text.contains { ",\"\n\r\r\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
            }
            guard !text.contains(where: { "\t\n\r\r\n".contains($0) }) else {
                throw FormatError.invalid(name: "a field", found: "\"\(text)\"", expected: "free of tabs and line breaks in a table separated by tabs")
            }
            return text
        }
        var lines = [try columnNames.map(field).joined(separator: comma ? "," : "\t")]
        for row in 0 ..< rowCount { lines.append(try fields.map { try field($0[row]) }.joined(separator: comma ? "," : "\t")) }
        var file = try FileWriter(path)
        try file.write(Array((lines.joined(separator: "\n") + "\n").utf8))
        try file.close()
    }

    static let missing: Set<String> = ["n/a", "N/A", "NaN", "nan", "NA", ""]

    private func index(of column: String) throws -> Int {
        guard let index = columnNames.firstIndex(of: column) else {
            throw FormatError.noColumn(table: name, column: "\"\(column)\"", columns: columnNames)
        }
        return index
    }

    /// The columns aligned under their names; of more than 12 rows the first 10.
    public var description: String {
        let shown = rowCount > 12 ? 10 : rowCount
        let widths = columnNames.indices.map { column in
            max(columnNames[column].count, fields[column].prefix(shown).map(\.count).max() ?? 0)
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for (index, cell) in cells.enumerated() {
                text += cell
                if index < cells.count - 1 { text += String(repeating: " ", count: widths[index] - cell.count + 2) }
            }
            return text
        }
        var lines = [line(columnNames)]
        for row in 0 ..< shown { lines.append(line(fields.map { $0[row] })) }
        if shown < rowCount { lines.append("… \(rowCount) rows") }
        return lines.joined(separator: "\n")
    }
}
