import Glibc
import Linear

/// Fitted ridge regressions of many targets with weighted sums of kernels, in double (`MultipleKernelRidgeFit`) or single precision (`FloatMultipleKernelRidgeFit`).
public struct MultipleKernelRidgeFitOf<Scalar: LinearScalar>: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The dual weights c = (Σ γ_i K_i + α)⁻¹ Y, training samples x targets.
    public let dualCoefficients: MatrixOf<Scalar>
    /// The intercept of each target, 0 where none was fitted.
    public let intercept: VectorOf<Scalar>
    /// For each kernel (row) its mean over the training samples, for each of them (column); 0 where no intercept was fitted.
    public let means: MatrixOf<Scalar>
    /// The weight γ of each kernel (row) for each target (column).
    public let gammas: Matrix
    /// The penalty of each target.
    public let alphas: Vector
    /// The weights that were tried, candidates x kernels.
    public let candidates: Matrix
    /// The score of each candidate (row) with the best penalty for each target (column), averaged over the folds.
    public let scores: Matrix

    /// The logarithm of γ/α for each kernel (row) and target. Minus infinity for a kernel that is not used.
    public var deltas: Matrix {
        let targets = alphas.count
        return Matrix(unsafeUninitializedRows: gammas.rows, columns: targets) { result in
            for place in 0 ..< gammas.count { result.initializeElement(at: place, to: log(gammas.elements[place] / alphas.elements[place % targets])) }
        }
    }

    /// What the kernels of new samples (rows) with the training samples (columns) predict: Σ γ_i K_i c + intercept, samples x targets.
    ///
    /// - Throws: `NeuroError` if the kernels differ from those of the fit in number or columns, or one is empty or holds a NaN or an infinity.
    public func predict(_ kernels: [MatrixOf<Scalar>]) throws -> MatrixOf<Scalar> {
        try check(kernels)
        var sum = try parts(kernels, offsets: false)[0]
        for part in try parts(kernels, offsets: false).dropFirst() { sum = try sum + part }
        return try sum + intercept
    }

    /// The part of each kernel in the prediction, γ_i (K_i − its mean over the training samples) c: one matrix of samples x targets for each. Together with the mean of the training targets they add up to `predict`.
    ///
    /// - Throws: as `predict`.
    public func predictSplit(_ kernels: [MatrixOf<Scalar>]) throws -> [MatrixOf<Scalar>] {
        try check(kernels)
        return try parts(kernels, offsets: true)
    }

    /// The best cross-validated score of each target.
    public func bestScores() throws -> Vector { try bestOfColumns(scores) }

    private func parts(_ kernels: [MatrixOf<Scalar>], offsets: Bool) throws -> [MatrixOf<Scalar>] {
        let targets = alphas.count
        return try kernels.indices.map { index in
            let mean = try offsets ? VectorOf((means.selectingRows([index]) %*% dualCoefficients).elements.map { -$0 }) : VectorOf([Scalar](repeating: 0, count: targets))
            var part = try ridgePrediction(kernels[index], dualCoefficients, mean)
            part.withUnsafeMutableBufferPointer { values in
                for place in values.indices { values[place] *= Scalar(gammas.elements[index * targets + place % targets]) }
            }
            return part
        }
    }

    private func check(_ kernels: [MatrixOf<Scalar>]) throws {
        guard kernels.count == gammas.rows else { throw NeuroError.shape(name: "kernels", shape: [kernels.count], must: "\(gammas.rows) kernels, as in the fit") }
        for (index, kernel) in kernels.enumerated() {
            guard kernel.columns == dualCoefficients.rows, kernel.rows == kernels[0].rows else {
                throw NeuroError.shape(
                    name: "kernels[\(index)]", shape: kernel.shape, must: "of \(dualCoefficients.rows) columns, the training samples, and of as many rows as kernels[0]")
            }
            try Check.finite(kernel, "kernels[\(index)]")
        }
    }

    /// One line: the extents and the range of the penalties.
    public var description: String { "\(gammas.rows)-kernel " + ridgeDescription(dualCoefficients.shape, of: "samples", alphas) }
}

/// Fitted ridge regressions with sums of kernels in `Double` (see `MultipleKernelRidgeFitOf`).
public typealias MultipleKernelRidgeFit = MultipleKernelRidgeFitOf<Double>
/// Fitted ridge regressions with sums of kernels in `Float` (see `MultipleKernelRidgeFitOf`).
public typealias FloatMultipleKernelRidgeFit = MultipleKernelRidgeFitOf<Float>
