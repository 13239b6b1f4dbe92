import Linear

/// Kernel ridge regression of many targets with penalties that are given: c = (K + α)⁻¹ Y, predictions K(x, X) c.
///
/// ```swift
/// let fit = try KernelRidge(alpha: 10, kernel: .gaussian(gamma: 0.1)).fit(features, voxels)
/// let predicted = try fit.predict(others)
/// ```
///
/// With `.linear` the predictions are those of `Ridge`, which chooses between features and samples by itself. To choose the penalty from the data, see `KernelRidgeCV`.
public struct KernelRidge: Equatable, Sendable, Codable {
    /// The penalties: one for all targets, or one for each.
    public let alphas: Vector
    /// How alike two samples are.
    public let kernel: Kernel
    /// Whether an intercept is fitted, which is not penalised: kernel and targets are centred.
    public let intercept: Bool

    /// One penalty for all targets.
    ///
    /// - Throws: `NeuroError.invalid` if `alpha` is negative or not finite.
    public init(alpha: Double = 1, kernel: Kernel = .linear, intercept: Bool = true) throws {
        try checkPenalty(alpha, name: "alpha")
        (alphas, self.kernel, self.intercept) = ([alpha], kernel, intercept)
    }

    /// One penalty for each target.
    ///
    /// - Throws: `NeuroError.invalid` if one is negative or not finite, `NeuroError.shape` if there is none.
    public init(alphas: Vector, kernel: Kernel = .linear, intercept: Bool = true) throws {
        try checkPenalties(alphas)
        (self.alphas, self.kernel, self.intercept) = (alphas, kernel, intercept)
    }

    /// Fits the dual weights.
    ///
    /// - Parameters:
    ///   - x: samples x features.
    ///   - y: samples x targets.
    /// - Throws: `NeuroError` if `x` or `y` is empty or holds a NaN or an infinity, their rows differ in number, or there is not one penalty per target.
    /// - Complexity: O(n² p + n³ + n² t), n samples, p features, t targets.
    public func fit(_ x: Matrix, _ y: Matrix) throws -> KernelRidgeFit {
        try KernelRidgeFit(solve(kernel.matrix(x, x), y), kernel: kernel, features: x)
    }

    /// The same on a kernel that you computed: samples x samples, symmetric and positive semi-definite. `kernel` plays no part.
    public func fit(kernelMatrix: Matrix, _ y: Matrix) throws -> KernelRidgeFit {
        try KernelRidgeFit(solve(kernelMatrix, y), kernel: nil, features: nil)
    }

    private func solve(_ matrix: Matrix, _ y: Matrix) throws -> RidgeFit {
        let solver = try RidgeSolver(kernel: matrix, y, intercept: intercept)
        let alphas = try spread(alphas, over: y.columns)
        return RidgeFit(try solver.weights(alphas: alphas.elements, part: 0, parts: 1), alphas: alphas)
    }
}
