/// Which lines of a matrix something is computed for: once for each row, or once for each column.
public enum Axis: Equatable, Sendable, Codable {
    /// Once for each row, over its elements.
    case row
    /// Once for each column, over its elements.
    case column
}
