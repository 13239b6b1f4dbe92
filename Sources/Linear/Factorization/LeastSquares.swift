/// A least-squares solution, and what it says about the matrix.
public struct LeastSquaresOf<Scalar: LinearScalar>: Equatable, Sendable, Codable {
    /// The solution of smallest norm among those that minimise the residual: one column for each right side.
    public let solution: MatrixOf<Scalar>
    /// The sum of the squared residuals of each right side.
    public let residuals: VectorOf<Scalar>
    /// How many singular values counted as other than zero.
    public let rank: Int
    /// The singular values of the matrix, descending.
    public let singularValues: VectorOf<Scalar>
}

/// A least-squares solution in `Double` (see `LeastSquaresOf`).
public typealias LeastSquares = LeastSquaresOf<Double>
/// A least-squares solution in `Float` (see `LeastSquaresOf`).
public typealias FloatLeastSquares = LeastSquaresOf<Float>

extension MatrixOf {
    /// The X that minimises the Euclidean norm of A X - B, for this matrix A; of several the one of smallest norm. By the singular value decomposition, so
    /// that A may have any shape and any rank.
    ///
    /// - Parameter tolerance: Singular values up to this part of the largest count as zero; by default the precision of the numbers times the larger
    ///   extent of A.
    /// - Throws: `LinearError.shapeMismatch` unless B has as many rows as A, `LinearError.notFinite`, `LinearError.notConverged`.
    @specialized(where Scalar == Double)
    @specialized(where Scalar == Float)
    public func leastSquares(_ right: MatrixOf<Scalar>, tolerance: Scalar? = nil) throws -> LeastSquaresOf<Scalar> {
        guard rows == right.rows else {
            throw LinearError.shapeMismatch(
                operation: "leastSquares", left: shape, right: right.shape, requirement: "the right side must have as many rows as the matrix")
        }
        try right.requireFinite(named: "the right side")
        let svd = try singularValues()
        let rank = svd.rank(tolerance: tolerance)
        // X = V diag(1 / s) U' B
        var projected = try svd.left.transposeMultiplied(by: right)
        for row in 0 ..< projected.rows {
            let factor = row < rank ? 1 / svd.values.elements[row] : 0
            for place in row * projected.columns ..< (row + 1) * projected.columns { projected.storage[place] *= factor }
        }
        let solution = try svd.rightTransposed.transposeMultiplied(by: projected)
        let residual = try multiplied(by: solution) - right
        return LeastSquaresOf(
            solution: solution, residuals: (try residual * residual).sum(each: .column), rank: rank, singularValues: svd.values)
    }

    /// The x that minimises the Euclidean norm of A x - b, for this matrix A; of several the one of smallest norm (see the form for several right sides,
    /// which also gives residual and rank).
    ///
    /// - Parameter tolerance: Singular values up to this part of the largest count as zero; by default the precision of the numbers times the larger
    ///   extent of A.
    /// - Throws: `LinearError.shapeMismatch` unless b has as many elements as A has rows, `LinearError.notFinite`, `LinearError.notConverged`.
    public func leastSquares(_ right: VectorOf<Scalar>, tolerance: Scalar? = nil) throws -> VectorOf<Scalar> {
        guard rows == right.count else {
            throw LinearError.shapeMismatch(
                operation: "leastSquares", left: shape, right: [right.count], requirement: "the right side must have as many elements as the matrix has rows")
        }
        return try leastSquares(.column(right), tolerance: tolerance).solution.flattened
    }
}
