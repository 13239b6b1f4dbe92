import Linear

/// What else moves a voxel: motion, slow drifts, signals of white matter, one column each, as fMRIPrep's `confounds.tsv` holds them.
///
/// ```swift
/// let confounds = try Confounds("run-1_desc-confounds_timeseries.tsv", columns: ["csf", "white_matter"], prefixes: ["trans_", "rot_"])
/// let nuisance = confounds.values          // volumes x columns
/// ```
public struct Confounds: Sendable, Equatable, CustomStringConvertible, Codable {
    /// What stands in the place of "n/a".
    public enum Missing: String, Sendable, Equatable, Codable {
        /// 0: no motion before the first volume. The default.
        case zero
        /// The mean of the column's other rows, which has no weight once the columns are centred.
        case mean
    }

    /// The names of the columns, in the order of the file.
    public let names: [String]
    /// One row for each volume, one column for each name; finite.
    public let values: Matrix
    /// How many fields were "n/a".
    public let filled: Int

    /// How many volumes there are.
    public var volumes: Int { values.rows }

    /// Reads columns of a file, packed with gzip or not.
    ///
    /// Derivatives and squares of derivatives have no first row, and say "n/a" there. Such fields are filled where they stand at the beginning of a column, up to the first number; anywhere else they are an error,
    /// since nothing says what the value was.
    /// - Parameters:
    ///   - path: separated by tabs (or commas where the name ends in `.csv`), names of the columns in the first line, then a line for each volume.
    ///   - columns: names of columns.
    ///   - prefixes: beginnings of names: "trans_" takes `trans_x`, `trans_x_derivative1` and so on. Without columns and prefixes all are taken.
    ///   - missing: what stands in the place of "n/a" at the beginning of a column.
    /// - Throws: `FormatError.noColumn` for a name that is not there, or a prefix that no name has; `FormatError.badField` naming file, line and column where a field is no finite number.
    public init(_ path: String, columns: [String] = [], prefixes: [String] = [], missing: Missing = .zero) throws {
        try self.init(text: Table.text(path), name: path, columns: columns, prefixes: prefixes, missing: missing)
    }

    /// Reads confounds from a text, as `init(_:columns:prefixes:missing:)` reads them from a file.
    public init(text: String, name: String = "the confounds", columns: [String] = [], prefixes: [String] = [], missing: Missing = .zero) throws {
        var lines: [Int] = []
        let table = try Table(text: text, name: name, header: true, separator: text.contains("\t") ? "\t" : nil, lines: &lines)
        for column in columns where !table.columnNames.contains(column) {
            throw FormatError.noColumn(table: name, column: "\"\(column)\"", columns: table.columnNames)
        }
        for prefix in prefixes where !table.columnNames.contains(where: { $0.hasPrefix(prefix) }) {
            throw FormatError.noColumn(table: name, column: "that begins with \"\(prefix)\"", columns: table.columnNames)
        }
        let takesAll = columns.isEmpty && prefixes.isEmpty
        names = table.columnNames.filter { column in takesAll || columns.contains(column) || prefixes.contains { column.hasPrefix($0) } }
        _ = try Allocation.count(of: [table.rowCount, names.count], named: "the confounds", as: Double.self)
        var elements = [Double](repeating: 0, count: table.rowCount * names.count)
        var filled = 0
        for (index, column) in names.enumerated() {
            let series = try Self.series(table.strings(column), column, lines, missing, name, &filled)
            for (row, value) in series.enumerated() { elements[row * names.count + index] = value }
        }
        values = try Matrix(rows: table.rowCount, columns: names.count, elements: elements)
        self.filled = filled
    }

    private static func series(_ fields: [String], _ column: String, _ lines: [Int], _ missing: Missing, _ name: String, _ filled: inout Int) throws -> [Double] {
        let start = fields.firstIndex { !Table.missing.contains($0) } ?? fields.count
        guard start < fields.count || fields.isEmpty else {
            throw FormatError.badField(file: name, line: lines[0], field: "column \(column)", found: "\"\(fields[0])\" in all rows", expected: "numbers")
        }
        var rest: [Double] = []
        for row in start ..< fields.count {
            guard let value = Double(fields[row]), value.isFinite else {
                throw FormatError.badField(
                    file: name, line: lines[row], field: "column \(column)", found: "\"\(fields[row])\"", expected: "a finite number (\"n/a\" only at the beginning)")
            }
            rest.append(value)
        }
        filled += start
        let value = missing == .zero || rest.isEmpty ? 0 : rest.reduce(0) { $0 + $1 / Double(rest.count) }
        return Array(repeating: value, count: start) + rest
    }

    /// How many columns and volumes, and how many fields were filled.
    public var description: String {
        let shown = names.count <= 8 ? names.joined(separator: ", ") : names.prefix(7).joined(separator: ", ") + " and \(names.count - 7) more"
        return "\(names.count) confound\(names.count == 1 ? "" : "s") of \(volumes) volumes: \(shown)" + (filled > 0 ? "; \(filled) \"n/a\" filled" : "")
    }
}
