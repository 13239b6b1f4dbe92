import Linear

/// Fitted ridge regressions of many targets in single precision: weights, intercepts, the penalties that were used and what cross-validation said of each candidate.
public struct FloatRidgeFit: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The weights, features x targets.
    public let coefficients: FloatMatrix
    /// The intercept of each target, 0 where none was fitted.
    public let intercept: FloatVector
    /// The penalty of each target.
    public let alphas: Vector
    /// The penalties that cross-validation compared; empty after a fit with given penalties.
    public let candidates: Vector
    /// The score of each candidate (row) for each target (column), averaged over the folds; empty after a fit with given penalties.
    public let scores: Matrix

    init(_ weights: (FloatMatrix, FloatVector), alphas: Vector, candidates: Vector = [], scores: Matrix? = nil) {
        (coefficients, intercept) = weights
        (self.alphas, self.candidates) = (alphas, candidates)
        self.scores = scores ?? Matrix(unsafeUninitializedRows: 0, columns: 0) { _ in }
    }

    /// What the features `x` (samples x features) predict: X W + intercept, samples x targets.
    ///
    /// - Throws: `NeuroError` if `x` has another number of features than the fit, is empty or holds a NaN or an infinity.
    public func predict(_ x: FloatMatrix) throws -> FloatMatrix {
        try ridgePrediction(x, coefficients, intercept)
    }

    /// The best cross-validated score of each target.
    ///
    /// - Throws: `NeuroError.invalid` after a fit without cross-validation.
    public func bestScores() throws -> Vector {
        guard scores.rows > 0 else {
            throw NeuroError.invalid(name: "fit", value: "made with given penalties", must: "made by RidgeCV to have scores")
        }
        return Vector(
            (0 ..< scores.columns).map { column in
                (0 ..< scores.rows).reduce(-Double.infinity) { max($0, scores.elements[$1 * scores.columns + column]) }
            })
    }

    /// One line: the extents and the range of the penalties.
    public var description: String { ridgeDescription(coefficients.shape, alphas) }
}
