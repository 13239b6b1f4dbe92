/// What reading or writing a file says when it cannot be done: which file, what was there, what must be there.
public enum FormatError: Error, Equatable, Sendable, CustomStringConvertible, Codable {
    /// The file cannot be opened, read or written; `reason` is the system's own word.
    case unreachable(file: String, reason: String)
    /// The file ends before what its header promises.
    case cutShort(file: String, what: String, expectedBytes: Int, foundBytes: Int)
    /// The compressed data are damaged; `reason` is what the unpacking said.
    case damaged(file: String, reason: String)
    /// The file is not of the format it was read as.
    case notOfFormat(file: String, format: String, found: String, expected: String)
    /// A field of the file's header has a value that it cannot have.
    case badHeader(file: String, field: String, found: String, expected: String)
    /// The file is sound, but uses something that is not read (or written) here.
    case unsupported(file: String, what: String, supported: String)
    /// An argument or an image has another shape than the call needs.
    case shape(name: String, found: [Int], expected: String)
    /// An argument has a value that it cannot have.
    case invalid(name: String, found: String, expected: String)
    /// A row of a table has another number of fields than its other rows.
    case raggedRow(file: String, line: Int, found: Int, expected: Int)
    /// A table has no such column.
    case noColumn(table: String, column: String, columns: [String])
    /// A field of a table is not a number.
    case notANumber(table: String, column: String, row: Int, found: String)
    /// A field of a table, or a place in a text, is not what its format asks for; lines are counted from 1.
    case badField(file: String, line: Int, field: String, found: String, expected: String)

    /// The error as a sentence.
    public var description: String {
        switch self {
        case .unreachable(let file, let reason):
            "\(file): \(reason)"
        case .cutShort(let file, let what, let expected, let found):
            // What is packed does not say how long it is.
            expected > 0 ? "\(file) is cut short: \(what) needs \(expected) bytes, the file has \(found)" : "\(file) is cut short: \(what) stops before its end"
        case .damaged(let file, let reason):
            "\(file) is damaged: \(reason)"
        case .notOfFormat(let file, let format, let found, let expected):
            "\(file) is not a \(format) file: found \(found), expected \(expected)"
        case .badHeader(let file, let field, let found, let expected):
            "\(file): \(field) is \(found); it must be \(expected)"
        case .unsupported(let file, let what, let supported):
            "\(file): \(what) is not supported, only \(supported)"
        case .shape(let name, let found, let expected):
            "\(name) has shape \(found.map(String.init).joined(separator: " x ")); it must be \(expected)"
        case .invalid(let name, let found, let expected):
            "\(name) is \(found); it must be \(expected)"
        case .raggedRow(let file, let line, let found, let expected):
            "\(file), line \(line) has \(found) field\(found == 1 ? "" : "s"), the lines above have \(expected)"
        case .noColumn(let table, let column, let columns):
            "\(table) has no column \(column); it has \(columns.joined(separator: ", "))"
        case .notANumber(let table, let column, let row, let found):
            "\(table), column \(column), row \(row): \"\(found)\" is not a number of the kind asked for"
        case .badField(let file, let line, let field, let found, let expected):
            "\(file), line \(line), \(field): found \(found), expected \(expected)"
        }
    }
}
