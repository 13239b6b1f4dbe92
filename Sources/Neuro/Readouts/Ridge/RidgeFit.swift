import Linear

/// Fitted ridge regressions of many targets, in double (`RidgeFit`) or single precision (`FloatRidgeFit`): weights, intercepts, the penalties that were used and what cross-validation said of each candidate.
public struct RidgeFitOf<Scalar: LinearScalar>: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The weights, features x targets.
    public let coefficients: MatrixOf<Scalar>
    /// The intercept of each target, 0 where none was fitted.
    public let intercept: VectorOf<Scalar>
    /// The penalty of each target.
    public let alphas: Vector
    /// The penalties that cross-validation compared; empty after a fit with given penalties.
    public let candidates: Vector
    /// The score of each candidate (row) for each target (column), averaged over the folds; empty after a fit with given penalties.
    public let scores: Matrix

    init(_ weights: (MatrixOf<Scalar>, VectorOf<Scalar>), alphas: Vector, candidates: Vector = [], scores: Matrix? = nil) {
        (coefficients, intercept) = weights
        (self.alphas, self.candidates) = (alphas, candidates)
        self.scores = scores ?? Matrix(unsafeUninitializedRows: 0, columns: 0) { _ in }
    }

    /// What the features `x` (samples x features) predict: X W + intercept, samples x targets.
    ///
    /// - Throws: `NeuroError` if `x` has another number of features than the fit, is empty or holds a NaN or an infinity.
    public func predict(_ x: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> {
        try ridgePrediction(x, coefficients, intercept)
    }

    /// The best cross-validated score of each target.
    ///
    /// - Throws: `NeuroError.invalid` after a fit without cross-validation.
    public func bestScores() throws -> Vector { try bestOfColumns(scores) }

    /// One line: the extents and the range of the penalties.
    public var description: String { ridgeDescription(coefficients.shape, of: "features", alphas) }
}

/// Fitted ridge regressions in `Double` (see `RidgeFitOf`).
public typealias RidgeFit = RidgeFitOf<Double>
/// Fitted ridge regressions in `Float` (see `RidgeFitOf`).
public typealias FloatRidgeFit = RidgeFitOf<Float>

/// The best score of each column.
func bestOfColumns(_ scores: Matrix) throws -> Vector {
    guard scores.rows > 0 else {
        throw NeuroError.invalid(name: "fit", value: "made with given penalties", must: "made by cross-validation to have scores")
    }
    return Vector(
        (0 ..< scores.columns).map { column in
            (0 ..< scores.rows).reduce(-Double.infinity) { max($0, scores.elements[$1 * scores.columns + column]) }
        })
}

/// X W + intercept.
func ridgePrediction<Scalar: LinearScalar>(_ x: MatrixOf<Scalar>, _ weights: MatrixOf<Scalar>, _ intercept: VectorOf<Scalar>) throws -> MatrixOf<Scalar> {
    guard x.columns == weights.rows else {
        throw NeuroError.shape(name: "x", shape: x.shape, must: "of \(weights.rows) columns, the features of the fit")
    }
    try Check.finite(x, "x")
    let (rows, columns) = (x.rows, weights.columns)
    return MatrixOf(unsafeUninitializedRows: rows, columns: columns) { result in
        for row in 0 ..< rows { for column in 0 ..< columns { result.initializeElement(at: row * columns + column, to: intercept.elements[column]) } }
        x.withUnsafeBufferPointer { x in
            weights.withUnsafeBufferPointer { weights in
                guard let a = x.baseAddress, let b = weights.baseAddress, let c = result.baseAddress else { return }
                BLAS.multiply(m: rows, n: columns, k: weights.count / columns, a, strideA: weights.count / columns, b, strideB: columns, beta: 1, c, strideC: columns)
            }
        }
    }
}

func ridgeDescription(_ shape: [Int], of rows: String, _ alphas: Vector) -> String {
    let low = alphas.elements.min() ?? 0, high = alphas.elements.max() ?? 0
    return "ridge fit of \(shape[1]) targets on \(shape[0]) \(rows), alpha \(low == high ? "\(low)" : "from \(low) to \(high)")"
}
