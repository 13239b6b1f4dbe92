/// The matrix product, as strong as `*`.
infix operator %*% : MultiplicationPrecedence

extension MatrixOf {
    /// The matrix product, the same as `multiplied(by:)`.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the left matrix has as many columns as the right one has rows.
    public static func %*% (left: MatrixOf<Scalar>, right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try left.product(right, "%*%") }

    /// The product of a matrix and a column vector, the same as `multiplied(by:)`.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public static func %*% (left: MatrixOf<Scalar>, right: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try left.product(right, "%*%") }

    /// The product of a row vector and a matrix.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has rows.
    public static func %*% (left: VectorOf<Scalar>, right: MatrixOf<Scalar>) throws -> VectorOf<Scalar> {
        guard left.count == right.rows else {
            throw LinearError.shapeMismatch(
                operation: "%*%", left: [left.count], right: right.shape, requirement: "the vector must have one element for each row of the matrix")
        }
        return right.applied(to: left, transposed: true)
    }

    /// The matrix product of this matrix and `other`, of `rows` rows and `other.columns` columns.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless this matrix has as many columns as `other` has rows.
    /// - Complexity: O(rows * columns * other.columns), by BLAS: the last digits depend on the machine, not on the number of threads.
    public func multiplied(by other: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> { try product(other, "multiplied(by:)") }

    /// The product of this matrix and a column vector.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as the matrix has columns.
    public func multiplied(by vector: VectorOf<Scalar>) throws -> VectorOf<Scalar> { try product(vector, "multiplied(by:)") }

    /// The product of the transpose of this matrix and `other`, without making the transpose.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless both have the same number of rows.
    public func transposeMultiplied(by other: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> {
        guard rows == other.rows else {
            throw LinearError.shapeMismatch(
                operation: "transposeMultiplied(by:)", left: shape, right: other.shape, requirement: "both must have the same number of rows")
        }
        return try MatrixOf.product(self, transposed: true, other, transposed: false)
    }

    /// The product of this matrix and the transpose of `other`, without making the transpose.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless both have the same number of columns.
    public func multiplied(byTransposeOf other: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> {
        guard columns == other.columns else {
            throw LinearError.shapeMismatch(
                operation: "multiplied(byTransposeOf:)", left: shape, right: other.shape, requirement: "both must have the same number of columns")
        }
        return try MatrixOf.product(self, transposed: false, other, transposed: true)
    }

    /// The symmetric matrix of the inner products of all pairs of columns, the product of the transpose and the matrix itself. Half the work of
    /// `transposeMultiplied(by:)`.
    ///
    /// - Throws: `LinearError.tooLarge` for more than the machine can hold.
    public func gram() throws -> MatrixOf<Scalar> {
        let zeros = try MatrixOf(rows: columns, columns: columns, repeating: 0)
        return try Abandonable.run(operations: Double(columns) * Double(columns) * Double(rows)) { [self] in
            var result = zeros
            withUnsafeBufferPointer { a in
                result.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let c = c.baseAddress, rows > 0 else { return }
                    BLAS.symmetricProduct(transposed: true, n: columns, k: rows, a, strideA: columns, c, strideC: columns)
                    BLAS.mirrorLower(n: columns, c, stride: columns)
                }
            }
            return result
        }
    }

    /// The sum of the diagonal elements.
    ///
    /// - Throws: `LinearError.wrongShape` unless the matrix is square.
    public func trace() throws -> Scalar {
        _ = try requireSquare(for: "trace")
        return diagonal().sum()
    }

    private func product(_ other: MatrixOf<Scalar>, _ name: String) throws -> MatrixOf<Scalar> {
        guard columns == other.rows else {
            throw LinearError.shapeMismatch(
                operation: name, left: shape, right: other.shape, requirement: "the left must have as many columns as the right has rows")
        }
        return try MatrixOf.product(self, transposed: false, other, transposed: false)
    }

    private func product(_ vector: VectorOf<Scalar>, _ name: String) throws -> VectorOf<Scalar> {
        guard columns == vector.count else {
            throw LinearError.shapeMismatch(
                operation: name, left: shape, right: [vector.count], requirement: "the vector must have one element for each column of the matrix")
        }
        return applied(to: vector, transposed: false)
    }

    /// op(A) x for shapes that fit.
    package func applied(to vector: VectorOf<Scalar>, transposed: Bool) -> VectorOf<Scalar> {
        VectorOf(unsafeUninitializedCount: transposed ? columns : rows) { y in
            withUnsafeBufferPointer { a in
                vector.withUnsafeBufferPointer { x in
                    guard let a = a.baseAddress, let x = x.baseAddress, let y = y.baseAddress else { return y.update(repeating: 0) }
                    BLAS.multiply(transposed: transposed, rows: rows, columns: columns, a, stride: columns, x, y)
                }
            }
        }
    }

    /// op(A) op(B) for shapes that fit.
    package static func product(_ a: MatrixOf, transposed transposeA: Bool, _ b: MatrixOf, transposed transposeB: Bool) throws -> MatrixOf {
        let m = transposeA ? a.columns : a.rows
        let n = transposeB ? b.rows : b.columns
        let k = transposeA ? a.rows : a.columns
        _ = try Allocation.count(of: [m, n], named: "the product", as: Scalar.self)
        return try Abandonable.run(operations: 2 * Double(m) * Double(n) * Double(k)) {
            MatrixOf(unsafeUninitializedRows: m, columns: n) { c in
                a.withUnsafeBufferPointer { x in
                    b.withUnsafeBufferPointer { y in
                        guard k > 0, let x = x.baseAddress, let y = y.baseAddress, let c = c.baseAddress else { return c.update(repeating: 0) }
                        BLAS.multiply(
                            transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, x, strideA: a.columns, y, strideB: b.columns,
                            c, strideC: n)
                    }
                }
            }
        }
    }
}
