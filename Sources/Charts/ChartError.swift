/// What can be wrong with the numbers given to a chart.
public enum ChartError: Error, Equatable, Sendable, CustomStringConvertible, Codable {
    /// Two arguments must have the same number of elements and have not.
    case differentLengths(first: String, firstCount: Int, second: String, secondCount: Int)
    /// An argument lies outside what is allowed.
    case outOfRange(argument: String, value: String, allowed: String)
    /// A file cannot be written: its folder is not there, or may not be written to, or the disk is full.
    case unwritable(file: String)

    /// The sentence shown under the cell.
    public var description: String {
        switch self {
        case .differentLengths(let first, let firstCount, let second, let secondCount):
            "\(first) has \(firstCount) elements and \(second) has \(secondCount): they must have the same number"
        case .outOfRange(let argument, let value, let allowed):
            "\(argument) is \(value): it must be \(allowed)"
        case .unwritable(let file):
            "“\(file)” cannot be written: its folder must be there, and the disk must have room"
        }
    }
}
