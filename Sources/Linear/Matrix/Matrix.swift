/// A matrix of real numbers, stored row after row.
///
/// `Matrix` holds `Double`, `FloatMatrix` holds `Float`. It is a value: a copy is independent of the original (and shares its memory until one of the
/// two is changed). `+ - * /` go element by element; a vector that meets a matrix is spread over its rows; `%*%` is the matrix product.
///
/// ```swift
/// let m = try Matrix([[1, 2], [3, 4]])
/// let centred = try m - m.mean(each: .column)
/// let product = try m %*% m.transposed()
/// ```
public struct MatrixOf<Scalar: LinearScalar>: Equatable, Sendable, Codable {
    /// The number of rows.
    public internal(set) var rows: Int
    /// The number of columns.
    public internal(set) var columns: Int
    /// The elements, row after row, for Engram's other modules, which may change them but not their number.
    @usableFromInline package var storage: [Scalar]

    /// The elements, row after row, as an array. Costs nothing: the memory is shared.
    @inlinable public var elements: [Scalar] { storage }

    /// A matrix from its rows, which must all have the same number of elements.
    ///
    /// - Throws: `LinearError.raggedRows` naming the first row of another length.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public init(_ rows: [[Scalar]]) throws {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() where row.count != columns {
            throw LinearError.raggedRows(row: index, count: row.count, expected: columns)
        }
        self.rows = rows.count
        self.columns = columns
        storage = Array(rows.joined())
    }

    /// A matrix of `rows` rows and `columns` columns from its elements, row after row. The array is shared without copying.
    ///
    /// - Throws: `LinearError.wrongShape` unless there are `rows * columns` elements and neither extent is negative.
    public init(rows: Int, columns: Int, elements: [Scalar]) throws {
        guard try Allocation.count(of: [rows, columns], named: "the matrix", as: Scalar.self) == elements.count else {
            throw LinearError.wrongShape(
                argument: "elements", shape: [elements.count], requirement: "a matrix of \(rows) x \(columns) needs \(rows * columns) elements")
        }
        self.rows = rows
        self.columns = columns
        storage = elements
    }

    /// A matrix of equal elements.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative extent, `LinearError.tooLarge` for more than the machine can hold.
    public init(rows: Int, columns: Int, repeating value: Scalar) throws {
        storage = Array(repeating: value, count: try Allocation.count(of: [rows, columns], named: "the matrix", as: Scalar.self))
        self.rows = rows
        self.columns = columns
    }

    /// How many elements there are, `rows * columns`.
    public var count: Int { elements.count }

    /// Whether there are no elements.
    public var isEmpty: Bool { elements.isEmpty }

    /// The extents, `[rows, columns]`.
    public var shape: [Int] { [rows, columns] }

    /// The element at `row` and `column`, both counted from 0.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming the one that is outside.
    public subscript(row: Int, column: Int) -> Scalar {
        get throws {
            try check(row: row)
            try check(column: column)
            return elements[row * columns + column]
        }
    }

    /// Replaces the element at `row` and `column`, both counted from 0.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming the one that is outside.
    public mutating func set(_ value: Scalar, row: Int, column: Int) throws {
        try check(row: row)
        try check(column: column)
        storage[row * columns + column] = value
    }

    /// Throws unless there is such a row.
    package func check(row: Int) throws {
        if row < 0 || row >= rows { throw LinearError.indexOutOfRange(argument: "row", index: row, count: rows) }
    }

    /// Throws unless there is such a column.
    package func check(column: Int) throws {
        if column < 0 || column >= columns { throw LinearError.indexOutOfRange(argument: "column", index: column, count: columns) }
    }
}

extension MatrixOf {
    /// Whether both have the same shape and the same elements; a NaN is equal to nothing.
    public static func == (left: MatrixOf<Scalar>, right: MatrixOf<Scalar>) -> Bool {
        left.rows == right.rows && left.columns == right.columns
            && left.withUnsafeBufferPointer { x in right.withUnsafeBufferPointer { Elementwise.isEqual(x, $0) } }
    }
}

/// A matrix of `Double` (see `MatrixOf`).
public typealias Matrix = MatrixOf<Double>
/// A matrix of `Float` (see `MatrixOf`).
public typealias FloatMatrix = MatrixOf<Float>

extension MatrixOf: CustomStringConvertible {
    /// One line per row in brackets; of more than 12 rows or columns, the first three and the last three, and the shape.
    public var description: String {
        func line(_ row: Int) -> String {
            let values = elements[row * columns ..< (row + 1) * columns]
            if columns <= 12 { return "[" + values.map(\.description).joined(separator: ", ") + "]" }
            let head = values.prefix(3).map(\.description).joined(separator: ", ")
            return "[\(head), …, \(values.suffix(3).map(\.description).joined(separator: ", "))]"
        }
        let lines = rows <= 12 ? (0 ..< rows).map(line) : (0 ..< 3).map(line) + ["…"] + (rows - 3 ..< rows).map(line)
        let text = "[" + lines.joined(separator: ",\n ") + "]"
        return rows > 12 || columns > 12 || isEmpty ? text + " (\(rows) x \(columns))" : text
    }
}

// Memory, for Engram's other modules.
extension MatrixOf {
    /// A matrix whose elements `initialize` writes row after row, every one of them.
    @inlinable
    package init(
        unsafeUninitializedRows rows: Int, columns: Int, initializingWith initialize: (UnsafeMutableBufferPointer<Scalar>) throws -> Void
    ) rethrows {
        self.init(
            rows: rows, columns: columns,
            trusted: try Array(unsafeUninitializedCapacity: rows * columns) { buffer, initialized in
                let elements = UnsafeMutableBufferPointer(rebasing: buffer[..<(rows * columns)])
                Allocation.readyPages(of: UnsafeMutableRawBufferPointer(elements))
                try initialize(elements)
                initialized = rows * columns
            })
    }

    /// A matrix from elements whose number is known to be right.
    @usableFromInline
    package init(rows: Int, columns: Int, trusted elements: [Scalar]) {
        self.rows = rows
        self.columns = columns
        storage = elements
    }

    /// Calls `body` with the elements' memory, row after row, for reading.
    @inlinable
    package func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Scalar>) throws -> Result) rethrows -> Result {
        try storage.withUnsafeBufferPointer(body)
    }

    /// Calls `body` with the elements' memory, row after row, for writing; copies it first where it is shared.
    @inlinable
    package mutating func withUnsafeMutableBufferPointer<Result>(_ body: (UnsafeMutableBufferPointer<Scalar>) throws -> Result) rethrows -> Result {
        try storage.withUnsafeMutableBufferPointer { try body($0) }
    }
}
