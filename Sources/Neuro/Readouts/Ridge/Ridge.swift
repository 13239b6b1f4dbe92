import Linear

/// Ridge regression of many targets on the same features, with penalties that are given: W = (X'X + α)⁻¹ X'Y.
///
/// ```swift
/// let fit = try Ridge(alpha: 10).fit(features, voxels)
/// let predicted = try fit.predict(others)
/// ```
///
/// The samples or the features, whichever are fewer, decide the way of computing it; one penalty per target costs no more than one for all.
/// To choose the penalty from the data, see `RidgeCV`.
public struct Ridge: Equatable, Sendable, Codable {
    /// The penalties: one for all targets, or one for each.
    public let alphas: Vector
    /// Whether an intercept is fitted, which is not penalised.
    public let intercept: Bool

    /// One penalty for all targets.
    ///
    /// - Throws: `NeuroError.invalid` if `alpha` is negative or not finite. 0 is least squares (of least norm where they are not unique).
    public init(alpha: Double = 1, intercept: Bool = true) throws {
        try checkPenalty(alpha, name: "alpha")
        (alphas, self.intercept) = ([alpha], intercept)
    }

    /// One penalty for each target.
    ///
    /// - Throws: `NeuroError.invalid` if one is negative or not finite, `NeuroError.shape` if there is none.
    public init(alphas: Vector, intercept: Bool = true) throws {
        try checkPenalties(alphas)
        (self.alphas, self.intercept) = (alphas, intercept)
    }

    /// Fits the weights.
    ///
    /// - Parameters:
    ///   - x: samples x features.
    ///   - y: samples x targets.
    /// - Throws: `NeuroError` if `x` or `y` is empty or holds a NaN or an infinity, their rows differ in number, or there is not one penalty per target.
    /// - Complexity: O(n p m + n m t + p m t), m the smaller of n samples and p features, t targets.
    public func fit(_ x: Matrix, _ y: Matrix) throws -> RidgeFit {
        RidgeFit(try solve(x, y), alphas: try spread(alphas, over: y.columns))
    }

    /// The same in single precision, about twice as fast; the decomposition of the features stays in double precision.
    public func fit(_ x: FloatMatrix, _ y: FloatMatrix) throws -> FloatRidgeFit {
        FloatRidgeFit(try solve(x, y), alphas: try spread(alphas, over: y.columns))
    }

    private func solve<Scalar: LinearScalar>(_ x: MatrixOf<Scalar>, _ y: MatrixOf<Scalar>) throws -> (MatrixOf<Scalar>, VectorOf<Scalar>) {
        let solver = try RidgeSolver(x, y, intercept: intercept)
        return try solver.weights(alphas: try spread(alphas, over: y.columns).elements, part: 0, parts: 1)
    }
}

/// One penalty per target.
func spread(_ alphas: Vector, over targets: Int) throws -> Vector {
    if alphas.count == 1 { return try Vector(repeating: alphas[0], count: targets) }
    guard alphas.count == targets else {
        throw NeuroError.shape(name: "alphas", shape: [alphas.count], must: "one penalty, or one for each of the \(targets) targets")
    }
    return alphas
}

/// Throws unless the penalty is 0 or a positive number.
func checkPenalty(_ alpha: Double, name: String) throws {
    guard alpha.isFinite, alpha >= 0 else { throw NeuroError.invalid(name: name, value: "\(alpha)", must: "0 or a positive number") }
}

/// Throws unless there are penalties and each is 0 or a positive number.
func checkPenalties(_ alphas: Vector) throws {
    guard !alphas.isEmpty else { throw NeuroError.shape(name: "alphas", shape: [0], must: "at least one penalty") }
    for (index, alpha) in alphas.elements.enumerated() { try checkPenalty(alpha, name: "alphas[\(index)]") }
}
