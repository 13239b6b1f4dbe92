import Linear

/// Fitted kernel ridge regressions of many targets, in double (`KernelRidgeFit`) or single precision (`FloatKernelRidgeFit`): dual weights, intercepts, and the samples they stand for.
public struct KernelRidgeFitOf<Scalar: LinearScalar>: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The dual weights c = (K + α)⁻¹ Y, training samples x targets.
    public let dualCoefficients: MatrixOf<Scalar>
    /// The intercept of each target, 0 where none was fitted.
    public let intercept: VectorOf<Scalar>
    /// The penalty of each target.
    public let alphas: Vector
    /// The penalties that cross-validation compared; empty after a fit with given penalties.
    public let candidates: Vector
    /// The score of each candidate (row) for each target (column), averaged over the folds; empty after a fit with given penalties.
    public let scores: Matrix
    /// The kernel, if the fit computed it.
    public let kernel: Kernel?
    /// The features of the training samples, if the fit had them.
    public let features: MatrixOf<Scalar>?

    init(_ fit: RidgeFitOf<Scalar>, kernel: Kernel?, features: MatrixOf<Scalar>?) {
        (dualCoefficients, intercept, alphas, candidates, scores) = (fit.coefficients, fit.intercept, fit.alphas, fit.candidates, fit.scores)
        (self.kernel, self.features) = (kernel, features)
    }

    /// What the features `x` (samples x features) predict: K(x, X) c + intercept, samples x targets.
    ///
    /// - Throws: `NeuroError` if the fit was made on a kernel matrix, `x` has another number of features than the fit, is empty or holds a NaN or an infinity.
    public func predict(_ x: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> {
        guard let kernel, let features else {
            throw NeuroError.invalid(name: "fit", value: "made on a kernel matrix", must: "asked with predict(kernelMatrix:)")
        }
        let matrix = try kernel.matrix(x.doublePrecision, features.doublePrecision)
        // In double precision, as the products of features with a large mean have few digits left in single.
        let predicted = try ridgePrediction(matrix, dualCoefficients.doublePrecision, Vector(intercept.elements.map { Double($0) }))
        return try MatrixOf(rows: predicted.rows, columns: predicted.columns, elements: predicted.elements.map { Scalar($0) })
    }

    /// What a kernel of new samples (rows) with the training samples (columns) predicts.
    ///
    /// - Throws: `NeuroError` if there is not one column for each training sample, or the kernel is empty or holds a NaN or an infinity.
    public func predict(kernelMatrix: MatrixOf<Scalar>) throws -> MatrixOf<Scalar> {
        guard kernelMatrix.columns == dualCoefficients.rows else {
            throw NeuroError.shape(name: "kernelMatrix", shape: kernelMatrix.shape, must: "of \(dualCoefficients.rows) columns, the training samples")
        }
        try Check.finite(kernelMatrix, "kernelMatrix")
        return try ridgePrediction(kernelMatrix, dualCoefficients, intercept)
    }

    /// The weights of the features, X' c (features x targets): `predict` is then x W + intercept.
    ///
    /// - Throws: `NeuroError.invalid` unless the kernel is `.linear` and the fit had the features.
    public func primalCoefficients() throws -> MatrixOf<Scalar> {
        guard kernel == .linear, let features else {
            throw NeuroError.invalid(name: "kernel", value: kernel.map { "\($0)" } ?? "a matrix", must: ".linear, fitted on features, to have weights for them")
        }
        return try features.transposed() %*% dualCoefficients
    }

    /// The best cross-validated score of each target.
    ///
    /// - Throws: `NeuroError.invalid` after a fit without cross-validation.
    public func bestScores() throws -> Vector { try bestOfColumns(scores) }

    /// One line: the extents and the range of the penalties.
    public var description: String { "kernel " + ridgeDescription(dualCoefficients.shape, of: "samples", alphas) }
}

/// Fitted kernel ridge regressions in `Double` (see `KernelRidgeFitOf`).
public typealias KernelRidgeFit = KernelRidgeFitOf<Double>
/// Fitted kernel ridge regressions in `Float` (see `KernelRidgeFitOf`).
public typealias FloatKernelRidgeFit = KernelRidgeFitOf<Float>
