/// What can go wrong in linear algebra. Each case names the argument, what it was, and what it must be.
public enum LinearError: Error, Equatable, Sendable, Codable {
    /// Two operands whose shapes do not fit. A vector's shape is `[count]`, a matrix's `[rows, columns]`.
    case shapeMismatch(operation: String, left: [Int], right: [Int], requirement: String)
    /// One argument of a shape that the operation does not take.
    case wrongShape(argument: String, shape: [Int], requirement: String)
    /// A row of another length than the first.
    case raggedRows(row: Int, count: Int, expected: Int)
    /// An index outside `0 ..< count`.
    case indexOutOfRange(argument: String, index: Int, count: Int)
    /// A range that is not within `0 ..< count`.
    case rangeOutOfRange(argument: String, lower: Int, upper: Int, count: Int)
    /// A value that is not allowed.
    case invalidArgument(name: String, value: String, requirement: String)
    /// Something without elements, where at least `required` are needed.
    case tooFewElements(operation: String, count: Int, required: Int)
    /// NaN or infinity where only finite numbers may be.
    case notFinite(argument: String, position: [Int])
    /// A matrix that has no inverse (its pivot at `pivot`, counted from 0, is zero).
    case singular(operation: String, pivot: Int)
    /// A matrix whose leading minor of order `order` is not positive.
    case notPositiveDefinite(operation: String, order: Int)
    /// An iteration that did not converge.
    case notConverged(operation: String)
    /// More numbers than this machine, or the linear algebra library, can hold.
    case tooLarge(argument: String, shape: [Int])
}

extension LinearError: CustomStringConvertible {
    /// The error as a sentence.
    public var description: String {
        switch self {
        case .shapeMismatch(let operation, let left, let right, let requirement):
            "\(operation): shapes \(Self.text(left)) and \(Self.text(right)) do not fit, \(requirement)"
        case .wrongShape(let argument, let shape, let requirement):
            "\(argument) has shape \(Self.text(shape)), \(requirement)"
        case .raggedRows(let row, let count, let expected):
            "row \(row) has \(count) elements, but row 0 has \(expected): all rows must have the same number of elements"
        case .indexOutOfRange(let argument, let index, let count):
            count == 0
                ? "\(argument) \(index) is out of range: there are no elements"
                : "\(argument) \(index) is out of range: it must be in 0..<\(count)"
        case .rangeOutOfRange(let argument, let lower, let upper, let count):
            "\(argument) \(lower)..<\(upper) is out of range: it must lie within 0..<\(count)"
        case .invalidArgument(let name, let value, let requirement):
            "\(name) is \(value), \(requirement)"
        case .tooFewElements(let operation, let count, let required):
            "\(operation) needs at least \(required) element\(required == 1 ? "" : "s"), but there \(count == 1 ? "is" : "are") \(count)"
        case .notFinite(let argument, let position):
            "\(argument) has a NaN or an infinity at \(Self.text(position)), all its elements must be finite"
        case .singular(let operation, let pivot):
            "\(operation): the matrix is singular (pivot \(pivot) is zero)"
        case .notPositiveDefinite(let operation, let order):
            "\(operation): the matrix is not positive definite (its leading minor of order \(order) is not positive)"
        case .notConverged(let operation):
            "\(operation) did not converge"
        case .tooLarge(let argument, let shape):
            "\(argument) of shape \(Self.text(shape)) is too large for this machine"
        }
    }

    /// A shape or a position as it is written in a message: `3`, or `3 x 4`.
    private static func text(_ shape: [Int]) -> String {
        shape.map(String.init).joined(separator: " x ")
    }
}
