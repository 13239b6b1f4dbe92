/// The Cholesky factorisation A = L L' of a symmetric positive definite matrix, L lower triangular.
///
/// ```swift
/// let factor = try covariance.cholesky()
/// let x = try factor.solve(b)                // covariance %*% x == b
/// ```
public struct CholeskyOf<Scalar: LinearScalar>: Equatable, Sendable, Codable {
    /// The factor L: lower triangular, with a positive diagonal.
    public let lower: MatrixOf<Scalar>

    /// The solution x of A x = b.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless the vector has as many elements as A has rows.
    public func solve(_ right: VectorOf<Scalar>) throws -> VectorOf<Scalar> {
        try check(right: [right.count], rows: right.count)
        return VectorOf(solved(right.elements, columns: 1))
    }

    /// The solutions X of A X = B, one column for each of B.
    ///
    /// - Throws: `LinearError.shapeMismatch` unless B has as many rows as A.
    public func solve(_ right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> {
        try check(right: right.shape, rows: right.rows)
        let operations = 2 * Double(lower.rows) * Double(lower.rows) * Double(right.columns)
        return try Abandonable.run(operations: operations) { [self] in
            MatrixOf(rows: right.rows, columns: right.columns, trusted: solved(right.elements, columns: right.columns))
        }
    }

    /// The natural logarithm of the determinant of A.
    public var logDeterminant: Scalar { 2 * lower.diagonal().log().sum() }

    /// The inverse of A. To solve a system, `solve` is faster and more exact.
    public func inverse() -> MatrixOf<Scalar> {
        Abandonable.value(operations: Double(lower.rows) * Double(lower.rows) * Double(lower.rows) * 2 / 3, otherwise: lower) { [lower] in
            var result = lower
            result.withUnsafeMutableBufferPointer { a in
                guard let a = a.baseAddress else { return }
                _ = LAPACK.invertCholesky(n: lower.rows, a, stride: lower.rows)
                BLAS.mirrorLower(n: lower.rows, a, stride: lower.rows)
            }
            return result
        }
    }

    private func check(right: [Int], rows: Int) throws {
        guard rows == lower.rows else {
            throw LinearError.shapeMismatch(
                operation: "solve", left: lower.shape, right: right, requirement: "the right side must have as many rows as the matrix")
        }
    }

    private func solved(_ right: [Scalar], columns: Int) -> [Scalar] {
        var result = right
        result.withUnsafeMutableBufferPointer { b in
            lower.withUnsafeBufferPointer { l in
                guard let b = b.baseAddress, let l = l.baseAddress else { return }
                LAPACK.solveCholesky(n: lower.rows, columns: columns, l, stride: lower.rows, b, strideB: columns)
            }
        }
        return result
    }
}

/// The Cholesky factorisation in `Double` (see `CholeskyOf`).
public typealias Cholesky = CholeskyOf<Double>
/// The Cholesky factorisation in `Float` (see `CholeskyOf`).
public typealias FloatCholesky = CholeskyOf<Float>

extension MatrixOf {
    /// The Cholesky factorisation of this matrix, which must be symmetric (the lower triangle is read) and positive definite.
    ///
    /// - Throws: `LinearError.wrongShape` unless it is square, `LinearError.notFinite`, `LinearError.notPositiveDefinite` with the order of the first
    ///   leading minor that is not positive.
    /// - Complexity: O(n^3).
    public func cholesky() throws -> CholeskyOf<Scalar> {
        let n = try requireSquare(for: "cholesky")
        try requireFinite()
        let (factor, failed) = try Abandonable.run(operations: Double(n) * Double(n) * Double(n) / 3) { [self] in
            var factor = self
            let failed = factor.withUnsafeMutableBufferPointer { a in
                guard let a = a.baseAddress, n > 0 else { return 0 }
                let failed = LAPACK.cholesky(n: n, a, stride: n)
                for row in 0 ..< n { UnsafeMutableBufferPointer(start: a + row * n + row + 1, count: n - row - 1).update(repeating: 0) }
                return failed
            }
            return (factor, failed)
        }
        if failed != 0 { throw LinearError.notPositiveDefinite(operation: "cholesky", order: failed) }
        return CholeskyOf(lower: factor)
    }
}
