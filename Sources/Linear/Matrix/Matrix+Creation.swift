extension MatrixOf {
    /// The identity matrix of an order.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative order, `LinearError.tooLarge` for more than the machine can hold.
    public static func identity(_ order: Int) throws -> MatrixOf<Scalar> {
        var matrix = try MatrixOf(rows: order, columns: order, repeating: 0)
        for i in 0 ..< order { matrix.storage[i * order + i] = 1 }
        return matrix
    }

    /// A matrix of zeros.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative extent, `LinearError.tooLarge` for more than the machine can hold.
    public static func zeros(rows: Int, columns: Int) throws -> MatrixOf<Scalar> { try MatrixOf(rows: rows, columns: columns, repeating: 0) }

    /// A matrix of ones.
    ///
    /// - Throws: `LinearError.wrongShape` for a negative extent, `LinearError.tooLarge` for more than the machine can hold.
    public static func ones(rows: Int, columns: Int) throws -> MatrixOf<Scalar> { try MatrixOf(rows: rows, columns: columns, repeating: 1) }

    /// The square matrix with `diagonal` on its diagonal and zeros elsewhere.
    ///
    /// - Throws: `LinearError.tooLarge` for more than the machine can hold.
    public static func diagonal(_ diagonal: VectorOf<Scalar>) throws -> MatrixOf<Scalar> {
        var matrix = try MatrixOf(rows: diagonal.count, columns: diagonal.count, repeating: 0)
        for (i, value) in diagonal.elements.enumerated() { matrix.storage[i * diagonal.count + i] = value }
        return matrix
    }

    /// The matrix whose rows are the vectors.
    ///
    /// - Throws: `LinearError.raggedRows` naming the first vector of another count.
    public static func fromRows(_ vectors: [VectorOf<Scalar>]) throws -> MatrixOf<Scalar> {
        try MatrixOf(vectors.map(\.elements))
    }

    /// The matrix whose columns are the vectors.
    ///
    /// - Throws: `LinearError.raggedRows` naming the first vector of another count.
    public static func fromColumns(_ vectors: [VectorOf<Scalar>]) throws -> MatrixOf<Scalar> {
        try fromRows(vectors).transposed()
    }

    /// The vector as a matrix of one column.
    public static func column(_ vector: VectorOf<Scalar>) -> MatrixOf<Scalar> {
        MatrixOf(rows: vector.count, columns: 1, trusted: vector.elements)
    }

    /// The vector as a matrix of one row.
    public static func row(_ vector: VectorOf<Scalar>) -> MatrixOf<Scalar> {
        MatrixOf(rows: 1, columns: vector.count, trusted: vector.elements)
    }

    /// The matrices one below the other.
    ///
    /// - Throws: `LinearError.shapeMismatch` where the numbers of columns differ, `LinearError.tooLarge` for more than the machine can hold.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public static func concatenatingRows(_ matrices: [MatrixOf<Scalar>]) throws -> MatrixOf<Scalar> {
        guard let first = matrices.first else { return MatrixOf(rows: 0, columns: 0, trusted: []) }
        for matrix in matrices where matrix.columns != first.columns {
            throw LinearError.shapeMismatch(
                operation: "concatenatingRows", left: first.shape, right: matrix.shape, requirement: "all must have the same number of columns")
        }
        let rows = matrices.reduce(0) { $0 + $1.rows }
        _ = try Allocation.count(of: [rows, first.columns], named: "the whole", as: Scalar.self)
        return MatrixOf(rows: rows, columns: first.columns, trusted: Array(matrices.map(\.elements).joined()))
    }

    /// The matrices side by side.
    ///
    /// - Throws: `LinearError.shapeMismatch` where the numbers of rows differ, `LinearError.tooLarge` for more than the machine can hold.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public static func concatenatingColumns(_ matrices: [MatrixOf<Scalar>]) throws -> MatrixOf<Scalar> {
        guard let first = matrices.first else { return MatrixOf(rows: 0, columns: 0, trusted: []) }
        for matrix in matrices where matrix.rows != first.rows {
            throw LinearError.shapeMismatch(
                operation: "concatenatingColumns", left: first.shape, right: matrix.shape, requirement: "all must have the same number of rows")
        }
        let columns = matrices.reduce(0) { $0 + $1.columns }
        _ = try Allocation.count(of: [first.rows, columns], named: "the whole", as: Scalar.self)
        var elements: [Scalar] = []
        elements.reserveCapacity(first.rows * columns)
        for row in 0 ..< first.rows {
            for matrix in matrices { elements.append(contentsOf: matrix.elements[row * matrix.columns ..< (row + 1) * matrix.columns]) }
        }
        return MatrixOf(rows: first.rows, columns: columns, trusted: elements)
    }

    /// The same elements, row after row, in another shape.
    ///
    /// - Throws: `LinearError.wrongShape` unless `rows * columns` is the number of elements.
    public func reshaped(rows: Int, columns: Int) throws -> MatrixOf<Scalar> {
        try MatrixOf(rows: rows, columns: columns, elements: elements)
    }

    /// The elements, row after row, as a vector.
    public var flattened: VectorOf<Scalar> { VectorOf(elements) }

    /// The elements in double precision.
    public var doublePrecision: Matrix {
        Matrix(unsafeUninitializedRows: rows, columns: columns) { out in withUnsafeBufferPointer { Elementwise.convert($0, out) } }
    }

    /// The elements rounded to single precision.
    public var singlePrecision: FloatMatrix {
        FloatMatrix(unsafeUninitializedRows: rows, columns: columns) { out in withUnsafeBufferPointer { Elementwise.convert($0, out) } }
    }

    /// The matrix with its rows and columns exchanged. O(size).
    public func transposed() -> MatrixOf<Scalar> {
        if rows <= 1 || columns <= 1 { return MatrixOf(rows: columns, columns: rows, trusted: elements) }
        return Abandonable.value(operations: 8 * Double(rows) * Double(columns), otherwise: self) { [self] in
            MatrixOf(unsafeUninitializedRows: columns, columns: rows) { out in
                withUnsafeBufferPointer { Elementwise.transpose($0, rows: rows, columns: columns, out) }
            }
        }
    }

    /// The elements on the diagonal, `min(rows, columns)` of them.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func diagonal() -> VectorOf<Scalar> {
        VectorOf((0 ..< min(rows, columns)).map { elements[$0 * columns + $0] })
    }
}
