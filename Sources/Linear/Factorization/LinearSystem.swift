// Square systems by Gaussian elimination with partial pivoting.

extension MatrixOf {
    /// The solution x of A x = b, for this square matrix A.
    ///
    /// - Throws: `LinearError.wrongShape` unless A is square, `LinearError.shapeMismatch` unless b has as many elements as A has rows,
    ///   `LinearError.notFinite`, `LinearError.singular` with the pivot that is zero.
    /// - Complexity: O(n^3).
    public func solve(_ right: VectorOf<Scalar>) throws -> VectorOf<Scalar> {
        try checkSystem(right: [right.count], rows: right.count)
        return try solve(.column(right)).flattened
    }

    /// The solutions X of A X = B, for this square matrix A: one column for each of B.
    ///
    /// - Throws: `LinearError.wrongShape` unless A is square, `LinearError.shapeMismatch` unless B has as many rows as A, `LinearError.notFinite`,
    ///   `LinearError.singular` with the pivot that is zero.
    /// - Complexity: O(n^3).
    public func solve(_ right: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> {
        try checkSystem(right: right.shape, rows: right.rows)
        try right.requireFinite(named: "the right side")
        let (factors, pivots) = try factorized(for: "solve")
        return try Abandonable.run(operations: 2 * Double(rows) * Double(rows) * Double(right.columns)) { [self] in
            var sides = right.transposed()
            sides.withUnsafeMutableBufferPointer { b in
                factors.withUnsafeBufferPointer { a in
                    guard let a = a.baseAddress, let b = b.baseAddress, rows > 0, right.columns > 0 else { return }
                    LAPACK.solve(n: rows, columns: right.columns, a, pivots: pivots, b)
                }
            }
            return sides.transposed()
        }
    }

    /// The inverse. To solve a system, `solve` is faster and more exact.
    ///
    /// - Throws: `LinearError.wrongShape` unless the matrix is square, `LinearError.notFinite`, `LinearError.singular` with the pivot that is zero.
    /// - Complexity: O(n^3).
    public func inverse() throws -> MatrixOf<Scalar> {
        let (factors, pivots) = try factorized(for: "inverse")
        return try Abandonable.run(operations: Double(rows) * Double(rows) * Double(rows) * 4 / 3) { [self] in
            var inverse = factors
            inverse.withUnsafeMutableBufferPointer { a in
                guard let a = a.baseAddress, rows > 0 else { return }
                LAPACK.invert(n: rows, a, pivots: pivots)
            }
            return inverse
        }
    }

    /// The determinant; 1 of an empty matrix.
    ///
    /// - Throws: `LinearError.wrongShape` unless the matrix is square, `LinearError.notFinite`.
    /// - Complexity: O(n^3).
    public func determinant() throws -> Scalar {
        do {
            let (factors, pivots) = try factorized(for: "determinant")
            let exchanges = pivots.enumerated().count { $0 < rows && $1 != Int32($0 + 1) }
            return factors.diagonal().elements.reduce(exchanges % 2 == 0 ? 1 : -1, *)
        } catch LinearError.singular {
            return 0
        }
    }

    private func factorized(for operation: String) throws -> (factors: MatrixOf<Scalar>, pivots: [Int32]) {
        let n = try requireSquare(for: operation)
        try requireFinite()
        let (factors, pivots, failed) = try Abandonable.run(operations: Double(n) * Double(n) * Double(n) * 2 / 3) { [self] in
            var factors = self
            var pivots: [Int32] = []
            let failed = factors.withUnsafeMutableBufferPointer { a in
                guard let a = a.baseAddress, n > 0 else { return 0 }
                return LAPACK.factorize(n: n, a, pivots: &pivots)
            }
            return (factors, pivots, failed)
        }
        if failed > 0 { throw LinearError.singular(operation: operation, pivot: failed - 1) }
        return (factors, pivots)
    }

    private func checkSystem(right: [Int], rows count: Int) throws {
        _ = try requireSquare(for: "solve")
        guard count == rows else {
            throw LinearError.shapeMismatch(operation: "solve", left: shape, right: right, requirement: "the right side must have as many rows as the matrix")
        }
    }
}
