// Element by element. Two matrices must have the same shape; a vector goes with every row, a number with every element.

extension MatrixOf {
    /// The sum, element by element.
    /// - Throws: `LinearError.shapeMismatch` where the shapes differ.
    public static func + (left: MatrixOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try left.combined(.add, right, "+") }

    /// The difference, element by element.
    /// - Throws: `LinearError.shapeMismatch` where the shapes differ.
    public static func - (left: MatrixOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try left.combined(.subtract, right, "-") }

    /// The product, element by element (the matrix product is `%*%`).
    /// - Throws: `LinearError.shapeMismatch` where the shapes differ.
    public static func * (left: MatrixOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try left.combined(.multiply, right, "*") }

    /// The quotient, element by element; division by zero gives infinity or NaN.
    /// - Throws: `LinearError.shapeMismatch` where the shapes differ.
    public static func / (left: MatrixOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try left.combined(.divide, right, "/") }

    /// The vector added to every row.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func + (left: MatrixOf<Scalar>, right: VectorOf<Scalar>) throws -> MatrixOf<Scalar> { try left.spread(.add, right, "+") }

    /// The vector subtracted from every row.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func - (left: MatrixOf<Scalar>, right: VectorOf<Scalar>) throws -> MatrixOf<Scalar> { try left.spread(.subtract, right, "-") }

    /// Every row multiplied by the vector, element by element.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func * (left: MatrixOf<Scalar>, right: VectorOf<Scalar>) throws -> MatrixOf<Scalar> { try left.spread(.multiply, right, "*") }

    /// Every row divided by the vector, element by element.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func / (left: MatrixOf<Scalar>, right: VectorOf<Scalar>) throws -> MatrixOf<Scalar> { try left.spread(.divide, right, "/") }

    /// The vector plus every row.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func + (left: VectorOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try right.spread(left, .add, "+") }

    /// The vector minus every row.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func - (left: VectorOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try right.spread(left, .subtract, "-") }

    /// The vector times every row, element by element.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func * (left: VectorOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try right.spread(left, .multiply, "*") }

    /// The vector divided by every row, element by element.
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func / (left: VectorOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try right.spread(left, .divide, "/") }

    /// A number added to every element.
    public static func + (left: MatrixOf<Scalar>, right: Scalar) -> MatrixOf<Scalar> { left.combined(.add, right) }

    /// A number subtracted from every element.
    public static func - (left: MatrixOf<Scalar>, right: Scalar) -> MatrixOf<Scalar> { left.combined(.subtract, right) }

    /// Every element multiplied by a number.
    public static func * (left: MatrixOf<Scalar>, right: Scalar) -> MatrixOf<Scalar> { left.combined(.multiply, right) }

    /// Every element divided by a number.
    public static func / (left: MatrixOf<Scalar>, right: Scalar) -> MatrixOf<Scalar> { left.combined(.divide, right) }

    /// A number plus every element.
    public static func + (left: Scalar, right: MatrixOf<Scalar>) -> MatrixOf<Scalar> { right.combined(left, .add) }

    /// A number minus every element.
    public static func - (left: Scalar, right: MatrixOf<Scalar>) -> MatrixOf<Scalar> { right.combined(left, .subtract) }

    /// A number times every element.
    public static func * (left: Scalar, right: MatrixOf<Scalar>) -> MatrixOf<Scalar> { right.combined(left, .multiply) }

    /// A number divided by every element.
    public static func / (left: Scalar, right: MatrixOf<Scalar>) -> MatrixOf<Scalar> { right.combined(left, .divide) }

    /// Every element with the other sign.
    public static prefix func - (matrix: MatrixOf<Scalar>) -> MatrixOf<Scalar> { matrix.combined(.multiply, -1) }

    private func combined(_ operation: Arithmetic, _ other: MatrixOf<Scalar>, _ name: String) throws -> MatrixOf<Scalar> {
        guard rows == other.rows, columns == other.columns else {
            throw LinearError.shapeMismatch(operation: name, left: shape, right: other.shape, requirement: "both matrices must have the same shape")
        }
        return sameShape { x, out in other.withUnsafeBufferPointer { Elementwise.combine(operation, x, $0, out) } }
    }

    private func combined(_ operation: Arithmetic, _ number: Scalar) -> MatrixOf<Scalar> {
        sameShape { x, out in Elementwise.combine(operation, x, number, out) }
    }

    private func combined(_ number: Scalar, _ operation: Arithmetic) -> MatrixOf<Scalar> {
        sameShape { x, out in Elementwise.combine(operation, number, x, out) }
    }

    private func spread(_ operation: Arithmetic, _ vector: VectorOf<Scalar>, _ name: String) throws -> MatrixOf<Scalar> {
        try checkSpread(left: shape, right: [vector.count], vector, name)
        return eachRow(vector) { row, y, out in Elementwise.combine(operation, row, y, out) }
    }

    private func spread(_ vector: VectorOf<Scalar>, _ operation: Arithmetic, _ name: String) throws -> MatrixOf<Scalar> {
        try checkSpread(left: [vector.count], right: shape, vector, name)
        return eachRow(vector) { row, y, out in Elementwise.combine(operation, y, row, out) }
    }

    private func checkSpread(left: [Int], right: [Int], _ vector: VectorOf<Scalar>, _ name: String) throws {
        guard vector.count == columns else {
            throw LinearError.shapeMismatch(
                operation: name, left: left, right: right, requirement: "the vector must have one element for each column of the matrix")
        }
    }

    /// A matrix of this shape, which `body` writes from these elements.
    func sameShape(_ body: (UnsafeBufferPointer<Scalar>, UnsafeMutableBufferPointer<Scalar>) -> Void) -> MatrixOf<Scalar> {
        MatrixOf(unsafeUninitializedRows: rows, columns: columns) { out in withUnsafeBufferPointer { body($0, out) } }
    }

    private func eachRow(
        _ vector: VectorOf<Scalar>, _ body: (UnsafeBufferPointer<Scalar>, UnsafeBufferPointer<Scalar>, UnsafeMutableBufferPointer<Scalar>) -> Void
    ) -> MatrixOf<Scalar> {
        sameShape { x, out in
            vector.withUnsafeBufferPointer { y in
                for row in 0 ..< rows {
                    let range = row * columns ..< (row + 1) * columns
                    body(UnsafeBufferPointer(rebasing: x[range]), y, UnsafeMutableBufferPointer(rebasing: out[range]))
                }
            }
        }
    }
}
