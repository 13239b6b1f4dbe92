import Linear

/// Kernel ridge regression with the penalty chosen by cross-validation, for each target apart or for all together.
///
/// ```swift
/// let fit = try KernelRidgeCV(kernel: .gaussian(gamma: nil), folds: .leaveOneRunOut(runs)).fit(features, voxels)
/// ```
///
/// Folds, scores and the choice are those of `RidgeCV`; the definitions are those of himalaya's `KernelRidgeCV` (Dupré la Tour et al. 2022, doi:10.1016/j.neuroimage.2022.119728). The kernel is centred
/// on the training samples of each fold, and in the end on all, where an intercept is fitted.
public struct KernelRidgeCV: Equatable, Sendable, Codable {
    /// The penalties to choose from.
    public let alphas: Vector
    /// How alike two samples are.
    public let kernel: Kernel
    /// How the samples are cut into parts that are held out in turn.
    public let folds: Folds
    /// Whether an intercept is fitted; it is not penalised.
    public let intercept: Bool
    /// Whether each target has a penalty of its own; otherwise the one with the best mean score over targets serves all.
    public let perTarget: Bool
    /// What is maximised.
    public let score: CrossValidationScore

    /// - Parameters:
    ///   - alphas: without it, 20 penalties from 0.1 to 10⁶, evenly spaced in their logarithm.
    ///   - kernel: the inner product by default.
    ///   - folds: five blocks by default; for fMRI `.leaveOneRunOut(runs)` keeps neighbours in time together.
    ///   - intercept: true by default.
    ///   - perTarget: true by default.
    ///   - score: minus the mean squared error by default.
    /// - Throws: `NeuroError` if a penalty is negative or not finite, or there is none.
    public init(
        alphas: Vector? = nil, kernel: Kernel = .linear, folds: Folds = .contiguous(5), intercept: Bool = true, perTarget: Bool = true,
        score: CrossValidationScore = .negativeMeanSquaredError
    ) throws {
        let alphas = try alphas ?? RidgeCV().alphas
        try checkPenalties(alphas)
        (self.alphas, self.kernel, self.folds, self.intercept, self.perTarget, self.score) = (alphas, kernel, folds, intercept, perTarget, score)
    }

    /// Chooses the penalties and fits the dual weights.
    ///
    /// - Parameters:
    ///   - x: samples x features.
    ///   - y: samples x targets.
    /// - Throws: `NeuroError` if `x` or `y` is empty or holds a NaN or an infinity, their rows differ in number, or there are more folds than samples.
    /// - Complexity: O(n² p) for the kernel, O(k n³) for the decompositions of k folds, O(k n² t) for the targets.
    public func fit(_ x: Matrix, _ y: Matrix) throws -> KernelRidgeFit {
        try KernelRidgeFit(solve(kernel.matrix(x, x), y), kernel: kernel, features: x)
    }

    /// The same with targets in single precision, about twice as fast; kernel and decompositions stay in double precision.
    public func fit(_ x: FloatMatrix, _ y: FloatMatrix) throws -> FloatKernelRidgeFit {
        let wide = x.doublePrecision
        return try FloatKernelRidgeFit(solve(kernel.matrix(wide, wide), y), kernel: kernel, features: x)
    }

    /// The same on a kernel that you computed: samples x samples, symmetric and positive semi-definite. `kernel` plays no part.
    public func fit(kernelMatrix: Matrix, _ y: Matrix) throws -> KernelRidgeFit {
        try KernelRidgeFit(solve(kernelMatrix, y), kernel: nil, features: nil)
    }

    private func solve<Scalar: LinearScalar>(_ matrix: Matrix, _ y: MatrixOf<Scalar>) throws -> RidgeFitOf<Scalar> {
        let solver = try RidgeSolver(kernel: matrix, y, intercept: intercept)
        let cuts = try folds.folds(samples: matrix.rows)
        let scores = try solver.scores(alphas: alphas.elements, folds: cuts, metric: score, parts: cuts.count + 1)
        let chosen = try PenaltyChoice(alphas: alphas, perTarget: perTarget).best(scores, of: y).map { alphas.elements[$0.candidate] }
        return RidgeFitOf(
            try solver.weights(alphas: chosen, part: cuts.count, parts: cuts.count + 1), alphas: Vector(chosen), candidates: alphas, scores: scores)
    }
}

extension RidgeSolver {
    /// Targets on a kernel of the samples.
    init(kernel: Matrix, _ y: MatrixOf<Scalar>, intercept: Bool) throws {
        try RidgeKernel.check(kernel, "kernel")
        try Self.check(y, rows: kernel.rows, of: "the kernel")
        self.init(RidgeKernel(kernel.elements, samples: kernel.rows, centred: intercept), checked: y)
    }
}

extension RidgeKernel {
    /// Throws unless the matrix is finite, square and symmetric to rounding.
    static func check(_ kernel: Matrix, _ name: String) throws {
        try Check.finite(kernel, name)
        guard kernel.rows == kernel.columns else { throw NeuroError.shape(name: name, shape: kernel.shape, must: "square, one row and one column for each sample") }
        let n = kernel.rows
        try kernel.withUnsafeBufferPointer { k in
            let largest = k.reduce(0) { max($0, abs($1)) }
            for row in 0 ..< n {
                for column in 0 ..< row where abs(k[row * n + column] - k[column * n + row]) > 1e-8 * largest {
                    throw NeuroError.invalid(
                        name: "\(name)[\(row), \(column)]", value: "\(k[row * n + column])", must: "\(k[column * n + row]), as [\(column), \(row)]: kernels are symmetric")
                }
            }
        }
    }
}
