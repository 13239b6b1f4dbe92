import Linear

/// Ridge regression with a weighted sum of kernels, whose weights and penalty are chosen for each target by cross-validation: c = (Σ γ_i K_i + α)⁻¹ Y.
///
/// ```swift
/// let kernels = [try Kernel.linear.matrix(motion, motion), try Kernel.gaussian(gamma: nil).matrix(words, words)]
/// let fit = try MultipleKernelRidgeCV(folds: .leaveOneRunOut(runs)).fit(kernels, voxels)
/// ```
///
/// With linear kernels of bands of features this is `GroupRidgeCV`, which also gives the weights of the features. The definitions are those of himalaya's `MultipleKernelRidgeCV` with its random search
/// (Dupré la Tour et al. 2022, doi:10.1016/j.neuroimage.2022.119728); its dual weights are these times α.
public struct MultipleKernelRidgeCV: Equatable, Sendable, Codable {
    /// The weights of the kernels to try.
    public let search: BandSearch
    /// The penalties to choose from.
    public let alphas: Vector
    /// How the samples are cut into parts that are held out in turn.
    public let folds: Folds
    /// Whether an intercept is fitted: kernels and targets are centred.
    public let intercept: Bool
    /// Whether each target has weights and a penalty of its own; otherwise those with the best mean score over targets serve all.
    public let perTarget: Bool
    /// What is maximised.
    public let score: CrossValidationScore

    /// The parameters are those of `GroupRidgeCV`.
    ///
    /// - Throws: `NeuroError` if a penalty is negative or not finite, or there is none.
    public init(
        search: BandSearch = .randomSearch(), alphas: Vector? = nil, folds: Folds = .contiguous(5), intercept: Bool = true, perTarget: Bool = true,
        score: CrossValidationScore = .negativeMeanSquaredError
    ) throws {
        let alphas = try alphas ?? RidgeCV().alphas
        try checkPenalties(alphas)
        (self.search, self.alphas, self.folds, self.intercept, self.perTarget, self.score) = (search, alphas, folds, intercept, perTarget, score)
    }

    /// Chooses weights and penalties and fits the dual weights.
    ///
    /// - Parameters:
    ///   - kernels: each samples x samples, symmetric and positive semi-definite.
    ///   - y: samples x targets.
    /// - Throws: `NeuroError` if there is no kernel, one is not square, not symmetric or of other samples than the first, something is empty or holds a NaN or an infinity, or there are more folds than samples.
    public func fit(_ kernels: [Matrix], _ y: Matrix) throws -> MultipleKernelRidgeFit { try solve(kernels, y) }

    /// The same with targets in single precision, about twice as fast; decompositions stay in double precision.
    public func fit(_ kernels: [Matrix], _ y: FloatMatrix) throws -> FloatMultipleKernelRidgeFit { try solve(kernels, y) }

    private func solve<Scalar: LinearScalar>(_ kernels: [Matrix], _ y: MatrixOf<Scalar>) throws -> MultipleKernelRidgeFitOf<Scalar> {
        let bands = try KernelBands(kernels, centred: intercept)
        try RidgeSolver.check(y, rows: bands.samples, of: "the kernels")
        let solver = try BandedRidgeSolver(bands, y, search, alphas: alphas, perTarget: perTarget)
        let outcome = try solver.fit(folds: folds, metric: score)
        return try MultipleKernelRidgeFitOf(
            dualCoefficients: MatrixOf(rows: bands.samples, columns: y.columns, elements: outcome.weights), intercept: outcome.intercept,
            means: .fromRows(bands.means.map { VectorOf($0.map { Scalar($0) }) }), gammas: outcome.gammas, alphas: outcome.alphas, candidates: solver.candidates,
            scores: outcome.scores)
    }
}

/// Kernels to be summed.
struct KernelBands: RidgeBands {
    let samples: Int
    let centred: Bool
    private let kernels: [[Double]]

    init(_ kernels: [Matrix], centred: Bool) throws {
        guard let first = kernels.first else { throw NeuroError.shape(name: "kernels", shape: [0], must: "at least one kernel") }
        for (index, kernel) in kernels.enumerated() {
            try RidgeKernel.check(kernel, "kernels[\(index)]")
            guard kernel.shape == first.shape else { throw NeuroError.shape(name: "kernels[\(index)]", shape: kernel.shape, must: "\(first.rows) x \(first.rows), as kernels[0]") }
        }
        (samples, self.centred, self.kernels) = (first.rows, centred, kernels.map(\.elements))
    }

    var count: Int { kernels.count }

    /// The mean of each column of each kernel, 0 without an intercept.
    var means: [[Double]] { kernels.map { RidgeKernel($0, samples: samples, centred: centred).means } }

    func source(_ gamma: [Double]) -> any RidgeSource { RidgeKernel(combined(kernels, gamma), samples: samples, centred: centred) }
}
