/// A matrix of which most elements are zero: only the others are stored, row after row, each row in the order of its columns (compressed sparse rows).
///
/// ```swift
/// let s = try SparseMatrix(rows: 2, columns: 3, entries: [(0, 1, 2.0), (1, 2, -1.0)])
/// let y = try s %*% Vector([1, 1, 1])        // [2.0, -1.0]
/// ```
public struct SparseMatrixOf<Scalar: LinearScalar>: Equatable, Sendable, Codable {
    /// The number of rows.
    public internal(set) var rows: Int
    /// The number of columns.
    public internal(set) var columns: Int
    /// Row i holds the stored elements `starts[i] ..< starts[i + 1]`.
    package var starts: [Int]
    /// The column of each stored element, ascending within a row.
    package var places: [Int32]
    /// The stored elements.
    package var storage: [Scalar]

    /// A matrix from its elements other than zero, each as (row, column, value), in any order. Values given for the same place are added, in the order
    /// in which they are given.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming a row or column that does not exist, `LinearError.wrongShape` for a negative extent,
    ///   `LinearError.tooLarge` for an extent beyond 2^31.
    /// - Complexity: O(rows + entries), and sorting within the rows.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public init(rows: Int, columns: Int, entries: [(row: Int, column: Int, value: Scalar)]) throws {
        try SparseMatrixOf.check(rows: rows, columns: columns)
        var starts = [Int](repeating: 0, count: rows + 1)
        for entry in entries {
            guard entry.row >= 0, entry.row < rows else { throw LinearError.indexOutOfRange(argument: "row", index: entry.row, count: rows) }
            guard entry.column >= 0, entry.column < columns else {
                throw LinearError.indexOutOfRange(argument: "column", index: entry.column, count: columns)
            }
            starts[entry.row + 1] += 1
        }
        for row in 0 ..< rows { starts[row + 1] += starts[row] }
        var next = starts
        var order = [Int](repeating: 0, count: entries.count)
        for (index, entry) in entries.enumerated() {
            order[next[entry.row]] = index
            next[entry.row] += 1
        }
        self.init(rows: rows, columns: columns, starts: [0], places: [], values: [])
        self.starts.reserveCapacity(rows + 1)
        for row in 0 ..< rows {
            let first = storage.count
            let sorted = order[starts[row] ..< starts[row + 1]].sorted { (entries[$0].column, $0) < (entries[$1].column, $1) }
            for index in sorted {
                let (_, column, value) = entries[index]
                if storage.count > first, places[places.count - 1] == Int32(column) {
                    storage[storage.count - 1] += value
                } else {
                    places.append(Int32(column))
                    storage.append(value)
                }
            }
            self.starts.append(storage.count)
        }
    }

    /// The sparse form of a matrix: its elements whose absolute value exceeds `threshold`.
    ///
    /// - Throws: `LinearError.invalidArgument` for a negative threshold.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public init(_ matrix: MatrixOf<Scalar>, threshold: Scalar = 0) throws {
        guard threshold >= 0 else { throw LinearError.invalidArgument(name: "threshold", value: "\(threshold)", requirement: "it must not be negative") }
        self.init(rows: matrix.rows, columns: matrix.columns, starts: [0], places: [], values: [])
        for row in 0 ..< matrix.rows {
            for column in 0 ..< matrix.columns {
                let value = matrix.storage[row * matrix.columns + column]
                // Written so that a NaN is kept.
                if !(value.magnitude <= threshold) {
                    places.append(Int32(column))
                    storage.append(value)
                }
            }
            starts.append(storage.count)
        }
    }

    /// A matrix from its parts, known to be right: see the properties.
    package init(rows: Int, columns: Int, starts: [Int], places: [Int32], values: [Scalar]) {
        self.rows = rows
        self.columns = columns
        self.starts = starts
        self.places = places
        storage = values
    }

    /// The identity matrix of an order.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative order, `LinearError.tooLarge` for one beyond 2^31.
    public static func identity(_ order: Int) throws -> SparseMatrixOf<Scalar> {
        try check(rows: order, columns: order)
        return SparseMatrixOf(
            rows: order, columns: order, starts: Array(0 ... order), places: (0 ..< order).map(Int32.init), values: Array(repeating: 1, count: order))
    }

    /// The extents, `[rows, columns]`.
    public var shape: [Int] { [rows, columns] }

    /// How many elements are stored.
    public var storedCount: Int { storage.count }

    /// The part of the elements that is stored, from 0 to 1; 0 of an empty matrix.
    public var density: Double { rows == 0 || columns == 0 ? 0 : Double(storage.count) / (Double(rows) * Double(columns)) }

    /// The stored elements, row after row.
    public var values: VectorOf<Scalar> { VectorOf(storage) }

    /// The stored elements as (row, column, value), row after row.
    public var entries: [(row: Int, column: Int, value: Scalar)] {
        (0 ..< rows).flatMap { row in (starts[row] ..< starts[row + 1]).map { (row, Int(places[$0]), storage[$0]) } }
    }

    /// The element at `row` and `column`, both counted from 0; 0 where none is stored.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming the one that is outside.
    /// - Complexity: O(stored elements of the row).
    public subscript(row: Int, column: Int) -> Scalar {
        get throws {
            guard row >= 0, row < rows else { throw LinearError.indexOutOfRange(argument: "row", index: row, count: rows) }
            guard column >= 0, column < columns else { throw LinearError.indexOutOfRange(argument: "column", index: column, count: columns) }
            return (starts[row] ..< starts[row + 1]).first { places[$0] == Int32(column) }.map { storage[$0] } ?? 0
        }
    }

    /// The same matrix with all its elements stored.
    ///
    /// - Throws: `LinearError.tooLarge` for more than the machine can hold.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func dense() throws -> MatrixOf<Scalar> {
        var matrix = try MatrixOf<Scalar>.zeros(rows: rows, columns: columns)
        for row in 0 ..< rows {
            for k in starts[row] ..< starts[row + 1] { matrix.storage[row * columns + Int(places[k])] = storage[k] }
        }
        return matrix
    }

    private static func check(rows: Int, columns: Int) throws {
        guard rows >= 0, columns >= 0 else {
            throw LinearError.wrongShape(argument: "the matrix", shape: [rows, columns], requirement: "no extent may be negative")
        }
        guard rows < Int(Int32.max), columns < Int(Int32.max) else { throw LinearError.tooLarge(argument: "the matrix", shape: [rows, columns]) }
        // The starts of the rows, and those of the transpose.
        _ = try Allocation.count(of: [max(rows, columns) + 1], named: "the matrix", as: Double.self)
    }
}

/// A sparse matrix of `Double` (see `SparseMatrixOf`).
public typealias SparseMatrix = SparseMatrixOf<Double>
/// A sparse matrix of `Float` (see `SparseMatrixOf`).
public typealias FloatSparseMatrix = SparseMatrixOf<Float>

extension SparseMatrixOf: CustomStringConvertible {
    /// Shape, number of stored elements and density.
    public var description: String { "sparse \(rows) x \(columns), \(storedCount) stored (\(100 * density) %)" }
}
