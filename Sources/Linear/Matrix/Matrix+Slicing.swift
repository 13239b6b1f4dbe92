// Slices are copies: O(size of the slice).

extension MatrixOf {
    /// Row `index` as a vector.
    ///
    /// - Throws: `LinearError.indexOutOfRange` unless `0 <= index < rows`.
    public func row(_ index: Int) throws -> VectorOf<Scalar> {
        try check(row: index)
        return VectorOf(Array(elements[index * columns ..< (index + 1) * columns]))
    }

    /// Column `index` as a vector.
    ///
    /// - Throws: `LinearError.indexOutOfRange` unless `0 <= index < columns`.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func column(_ index: Int) throws -> VectorOf<Scalar> {
        try check(column: index)
        return VectorOf(unsafeUninitializedCount: rows) { result in
            for row in 0 ..< rows { result.initializeElement(at: row, to: elements[row * columns + index]) }
        }
    }

    /// The rows in `range`, with all their columns: `m[rows: 0..<5]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless the range lies within `0..<rows`.
    public subscript(rows range: Range<Int>) -> MatrixOf<Scalar> {
        get throws {
            guard range.lowerBound >= 0, range.upperBound <= rows else {
                throw LinearError.rangeOutOfRange(argument: "rows", lower: range.lowerBound, upper: range.upperBound, count: rows)
            }
            return MatrixOf(rows: range.count, columns: columns, trusted: Array(elements[range.lowerBound * columns ..< range.upperBound * columns]))
        }
    }

    /// The rows before `range.upperBound`: `m[rows: ..<5]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless `0 <= range.upperBound <= rows`.
    public subscript(rows range: PartialRangeUpTo<Int>) -> MatrixOf<Scalar> {
        get throws { try self[rows: Interval.from(0, upTo: range.upperBound, count: rows)] }
    }

    /// The rows from `range.lowerBound` to the last: `m[rows: 5...]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless `0 <= range.lowerBound <= rows`.
    public subscript(rows range: PartialRangeFrom<Int>) -> MatrixOf<Scalar> {
        get throws { try self[rows: Interval.from(range.lowerBound, upTo: rows, count: rows)] }
    }

    /// The columns in `range`, with all their rows: `m[columns: 0..<5]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` unless the range lies within `0..<columns`.
    public subscript(columns range: Range<Int>) -> MatrixOf<Scalar> {
        get throws { try self[rows: 0 ..< rows, columns: range] }
    }

    /// The block of the rows in one range and the columns in the other: `m[rows: 0..<5, columns: 2..<4]`.
    ///
    /// - Throws: `LinearError.rangeOutOfRange` naming the range that does not lie within the matrix.
    public subscript(rows rowRange: Range<Int>, columns columnRange: Range<Int>) -> MatrixOf<Scalar> {
        get throws {
            guard rowRange.lowerBound >= 0, rowRange.upperBound <= rows else {
                throw LinearError.rangeOutOfRange(argument: "rows", lower: rowRange.lowerBound, upper: rowRange.upperBound, count: rows)
            }
            guard columnRange.lowerBound >= 0, columnRange.upperBound <= columns else {
                throw LinearError.rangeOutOfRange(argument: "columns", lower: columnRange.lowerBound, upper: columnRange.upperBound, count: columns)
            }
            var block: [Scalar] = []
            block.reserveCapacity(rowRange.count * columnRange.count)
            for row in rowRange {
                block.append(contentsOf: elements[row * columns + columnRange.lowerBound ..< row * columns + columnRange.upperBound])
            }
            return MatrixOf(rows: rowRange.count, columns: columnRange.count, trusted: block)
        }
    }

    /// The rows at `indices`, in that order; an index may occur more than once.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming the first index that is not in `0..<rows`.
    public func selectingRows(_ indices: [Int]) throws -> MatrixOf<Scalar> {
        var selected: [Scalar] = []
        selected.reserveCapacity(indices.count * columns)
        for row in indices {
            try check(row: row)
            selected.append(contentsOf: elements[row * columns ..< (row + 1) * columns])
        }
        return MatrixOf(rows: indices.count, columns: columns, trusted: selected)
    }

    /// The columns at `indices`, in that order; an index may occur more than once.
    ///
    /// - Throws: `LinearError.indexOutOfRange` naming the first index that is not in `0..<columns`.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func selectingColumns(_ indices: [Int]) throws -> MatrixOf<Scalar> {
        for column in indices { try check(column: column) }
        return MatrixOf(unsafeUninitializedRows: rows, columns: indices.count) { result in
            var next = 0
            for row in 0 ..< rows {
                for column in indices {
                    result.initializeElement(at: next, to: elements[row * columns + column])
                    next += 1
                }
            }
        }
    }
}
