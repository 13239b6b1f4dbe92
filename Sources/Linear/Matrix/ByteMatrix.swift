/// A matrix of whole numbers from 0 to 255, one byte each, stored row after row: images as files hold them, an eighth of the memory of a `Matrix`.
public struct ByteMatrix: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// The numbers, row after row, for Engram's other modules.
    package let bytes: [UInt8]

    /// A matrix of `rows` rows and `columns` columns, row after row. The array is shared without copying.
    ///
    /// - Throws: `LinearError.wrongShape` unless there are `rows * columns` numbers and neither extent is negative.
    package init(rows: Int, columns: Int, bytes: [UInt8]) throws {
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard rows >= 0, columns >= 0, !overflow, count == bytes.count else {
            throw LinearError.wrongShape(argument: "bytes", shape: [bytes.count], requirement: "a matrix of \(rows) x \(columns) needs as many as it has elements")
        }
        (self.rows, self.columns, self.bytes) = (rows, columns, bytes)
    }

    /// The numbers of a matrix, each of which must be a whole number from 0 to 255.
    ///
    /// - Throws: `LinearError.invalidArgument` naming the first that is not.
    public init(_ matrix: Matrix) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(matrix.count)
        for (index, value) in matrix.elements.enumerated() {
            guard let byte = UInt8(exactly: value) else {
                throw LinearError.invalidArgument(
                    name: "element (\(index / matrix.columns), \(index % matrix.columns))", value: "\(value)", requirement: "it must be a whole number from 0 to 255")
            }
            bytes.append(byte)
        }
        (rows, columns, self.bytes) = (matrix.rows, matrix.columns, bytes)
    }

    /// How many elements there are, `rows * columns`.
    public var count: Int { bytes.count }

    /// The extents, `[rows, columns]`.
    public var shape: [Int] { [rows, columns] }

    /// The element at `row` and `column`, both counted from 0.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming the one that is outside.
    public subscript(row: Int, column: Int) -> Int {
        get throws {
            try check(row, rows, "row")
            try check(column, columns, "column")
            return Int(bytes[row * columns + column])
        }
    }

    /// Row `index` as a vector.
    ///
    /// - Throws: `LinearError.indexOutOfRange` unless `0 <= index < rows`.
    public func row(_ index: Int) throws -> Vector {
        try check(index, rows, "row")
        return Vector(bytes[index * columns ..< (index + 1) * columns].map { Double($0) })
    }

    /// The rows in `range`, with all their columns.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless the range lies within `0..<rows`.
    public subscript(rows range: Range<Int>) -> ByteMatrix {
        get throws {
            guard range.lowerBound >= 0, range.upperBound <= rows else {
                throw LinearError.rangeOutOfRange(argument: "rows", lower: range.lowerBound, upper: range.upperBound, count: rows)
            }
            return try ByteMatrix(rows: range.count, columns: columns, bytes: Array(bytes[range.lowerBound * columns ..< range.upperBound * columns]))
        }
    }

    /// The same numbers as a matrix.
    ///
    /// - Throws: `LinearError.tooLarge` if they do not fit in memory, 8 bytes each.
    public func matrix() throws -> Matrix {
        _ = try Allocation.count(of: shape, named: "the matrix", as: Double.self)
        return try Matrix(rows: rows, columns: columns, elements: bytes.map { Double($0) })
    }

    private func check(_ index: Int, _ count: Int, _ name: String) throws {
        guard index >= 0, index < count else { throw LinearError.indexOutOfRange(argument: name, index: index, count: count) }
    }

    /// The extents.
    public var description: String { "bytes (\(rows) x \(columns))" }
}
