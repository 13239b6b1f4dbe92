// Sums are made in double precision, whatever the matrix's own, in an order that depends on the shape alone.

extension MatrixOf {
    /// The sum of all elements; 0 of an empty matrix.
    public func sum() -> Scalar { flattened.sum() }

    /// The sums of the elements of each row, or of each column.
    public func sum(each axis: Axis) -> VectorOf<Scalar> {
        switch axis {
        case .row: eachRow { Reduction.sum($0) }
        case .column: rounding(columnSums())
        }
    }

    /// The mean of all elements.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty matrix.
    public func mean() throws -> Scalar { try flattened.mean() }

    /// The mean of each row, or of each column: `try m - m.mean(each: .column)` has columns of mean zero.
    ///
    /// - Throws: `LinearError.tooFewElements` where the rows (or columns) are empty.
    public func mean(each axis: Axis) throws -> VectorOf<Scalar> {
        try require(1, along: axis, for: "mean")
        switch axis {
        case .row: return eachRow { Reduction.mean($0) }
        case .column: return rounding(columnMeans())
        }
    }

    /// The variance of each row, or of each column: the sum of the squared deviations from the mean, divided by their number less `ddof`.
    ///
    /// - Parameter ddof: What is taken off the number of elements: 0 by default, 1 for the unbiased estimate.
    /// - Throws: `LinearError.tooFewElements` unless each row (or column) has more than `ddof` elements.
    public func variance(each axis: Axis, ddof: Int = 0) throws -> VectorOf<Scalar> {
        rounding(try variances(axis, ddof: ddof, for: "variance"))
    }

    /// The standard deviation of each row, or of each column: the square root of the variance.
    ///
    /// - Parameter ddof: What is taken off the number of elements: 0 by default, 1 for the unbiased estimate.
    /// - Throws: `LinearError.tooFewElements` unless each row (or column) has more than `ddof` elements.
    public func standardDeviation(each axis: Axis, ddof: Int = 0) throws -> VectorOf<Scalar> {
        rounding(try variances(axis, ddof: ddof, for: "standardDeviation").map { $0.squareRoot() })
    }

    /// The smallest element; NaN where there is one.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty matrix.
    public func minimum() throws -> Scalar { try flattened.minimum() }

    /// The largest element; NaN where there is one.
    ///
    /// - Throws: `LinearError.tooFewElements` for an empty matrix.
    public func maximum() throws -> Scalar { try flattened.maximum() }

    /// The smallest element of each row, or of each column; NaN where there is one.
    ///
    /// - Throws: `LinearError.tooFewElements` where the rows (or columns) are empty.
    public func minimum(each axis: Axis) throws -> VectorOf<Scalar> { try extrema(axis, largest: false, for: "minimum") }

    /// The largest element of each row, or of each column; NaN where there is one.
    ///
    /// - Throws: `LinearError.tooFewElements` where the rows (or columns) are empty.
    public func maximum(each axis: Axis) throws -> VectorOf<Scalar> { try extrema(axis, largest: true, for: "maximum") }

    /// The place of the largest element within each row, or within each column; the first of equals.
    ///
    /// - Throws: `LinearError.tooFewElements` where the rows (or columns) are empty.
    public func argmax(each axis: Axis) throws -> [Int] { try places(axis, largest: true, for: "argmax") }

    /// The place of the smallest element within each row, or within each column; the first of equals.
    ///
    /// - Throws: `LinearError.tooFewElements` where the rows (or columns) are empty.
    public func argmin(each axis: Axis) throws -> [Int] { try places(axis, largest: false, for: "argmin") }

    /// The Euclidean norm of each row, or of each column.
    public func norm(each axis: Axis) -> VectorOf<Scalar> {
        switch axis {
        case .row: eachRow { Reduction.norm($0) }
        case .column: transposed().norm(each: .row)
        }
    }

    /// The Frobenius norm, the square root of the sum of the squares of all elements.
    public func norm() -> Scalar { flattened.norm() }

    private func extrema(_ axis: Axis, largest: Bool, for operation: String) throws -> VectorOf<Scalar> {
        try require(1, along: axis, for: operation)
        switch axis {
        case .row:
            return VectorOf((0 ..< rows).map { row in withRow(row) { $0[Reduction.extremum($0, largest: largest)] } })
        case .column:
            return VectorOf(unsafeUninitializedCount: columns) { out in
                withUnsafeBufferPointer { Reduction.extremaRows($0, rows: rows, columns: columns, largest: largest, out) }
            }
        }
    }

    private func places(_ axis: Axis, largest: Bool, for operation: String) throws -> [Int] {
        try require(1, along: axis, for: operation)
        switch axis {
        case .row: return (0 ..< rows).map { row in withRow(row) { Reduction.extremum($0, largest: largest) } }
        case .column: return try transposed().places(.row, largest: largest, for: operation)
        }
    }

    private func variances(_ axis: Axis, ddof: Int, for operation: String) throws -> [Double] {
        guard ddof >= 0 else { throw LinearError.invalidArgument(name: "ddof", value: "\(ddof)", requirement: "it must not be negative") }
        try require(ddof < Int.max ? ddof + 1 : ddof, along: axis, for: operation)
        switch axis {
        case .row: return (0 ..< rows).map { row in withRow(row) { Reduction.variance($0, ddof: ddof) } }
        case .column:
            let centers = columnMeans()
            let sums = [Double](unsafeUninitializedCapacity: columns) { out, initialized in
                withUnsafeBufferPointer { x in
                    centers.withUnsafeBufferPointer {
                        Reduction.sumSquareDeviations(x, rows: rows, columns: columns, from: $0, UnsafeMutableBufferPointer(rebasing: out[..<columns]))
                    }
                }
                initialized = columns
            }
            return sums.map { $0 / Double(rows - ddof) }
        }
    }

    /// The sums of the columns, in double precision.
    package func columnSums() -> [Double] {
        [Double](unsafeUninitializedCapacity: columns) { out, initialized in
            withUnsafeBufferPointer { Reduction.sumRows($0, rows: rows, columns: columns, UnsafeMutableBufferPointer(rebasing: out[..<columns])) }
            initialized = columns
        }
    }

    /// The means of the columns, in double precision.
    package func columnMeans() -> [Double] { columnSums().map { $0 / Double(rows) } }

    private func eachRow(_ body: (UnsafeBufferPointer<Scalar>) -> Double) -> VectorOf<Scalar> {
        VectorOf((0 ..< rows).map { row in .rounding(withRow(row, body)) })
    }

    /// Calls `body` with the elements of one row.
    package func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Scalar>) throws -> Result) rethrows -> Result {
        try withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[row * columns ..< (row + 1) * columns])) }
    }

    private func rounding(_ values: [Double]) -> VectorOf<Scalar> { VectorOf(values.map { .rounding($0) }) }

    private func require(_ required: Int, along axis: Axis, for operation: String) throws {
        let count = axis == .row ? columns : rows
        if count < required { throw LinearError.tooFewElements(operation: "\(operation)(each: .\(axis))", count: count, required: required) }
    }
}
