import Glibc
import Linear

/// Fitted banded ridge regressions of many targets, in double (`GroupRidgeFit`) or single precision (`FloatGroupRidgeFit`).
public struct GroupRidgeFitOf<Scalar: LinearScalar>: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The weights of the features as they were given, band after band: features x targets.
    public let coefficients: MatrixOf<Scalar>
    /// How many features each band has.
    public let bandSizes: [Int]
    /// The intercept of each target, 0 where none was fitted.
    public let intercept: VectorOf<Scalar>
    /// The means of the features over the training samples, 0 where no intercept was fitted.
    public let means: VectorOf<Scalar>
    /// The scale γ of each band (row) for each target (column).
    public let gammas: Matrix
    /// The penalty α of the scaled features of each target.
    public let alphas: Vector
    /// The scales that were tried, candidates x bands.
    public let candidates: Matrix
    /// The score of each candidate (row) with the best penalty for each target (column), averaged over the folds.
    public let scores: Matrix

    /// The logarithm of γ/α for each band (row) and target: what to scale the features by, by the root of its exponential, for the penalty 1. Minus infinity for a band that is not used.
    public var deltas: Matrix {
        let targets = alphas.count
        return Matrix(unsafeUninitializedRows: gammas.rows, columns: targets) { result in
            for place in 0 ..< gammas.count { result.initializeElement(at: place, to: log(gammas.elements[place] / alphas.elements[place % targets])) }
        }
    }

    /// The penalty α/γ of each band (row) for each target: which penalty the band would have in a regression of its features as they were given. Infinite for a band that is not used.
    public var bandAlphas: Matrix {
        let targets = alphas.count
        return Matrix(unsafeUninitializedRows: gammas.rows, columns: targets) { result in
            for place in 0 ..< gammas.count { result.initializeElement(at: place, to: alphas.elements[place % targets] / gammas.elements[place]) }
        }
    }

    /// The weights of one band, its features x targets.
    ///
    /// - Throws: `NeuroError.invalid` unless there is such a band.
    public func coefficients(band: Int) throws -> MatrixOf<Scalar> {
        guard bandSizes.indices.contains(band) else { throw NeuroError.invalid(name: "band", value: "\(band)", must: "from 0 to \(bandSizes.count - 1)") }
        let start = bandSizes[..<band].reduce(0, +)
        return try coefficients.selectingRows(Array(start ..< start + bandSizes[band]))
    }

    /// What the bands (each samples x its features) predict: Σ X_i W_i + intercept, samples x targets.
    ///
    /// - Throws: `NeuroError` if the bands differ from those of the fit in number or features, or one is empty or holds a NaN or an infinity.
    public func predict(_ bands: [MatrixOf<Scalar>]) throws -> MatrixOf<Scalar> {
        try check(bands)
        return try ridgePrediction(.concatenatingColumns(bands), coefficients, intercept)
    }

    /// The part of each band in the prediction: (X_i − its mean over the training samples) W_i, one matrix of samples x targets for each band. Together with the mean of the training targets they add up to `predict`.
    ///
    /// - Throws: as `predict`.
    public func predictSplit(_ bands: [MatrixOf<Scalar>]) throws -> [MatrixOf<Scalar>] {
        try check(bands)
        var start = 0
        return try bands.indices.map { index in
            let size = bandSizes[index]
            defer { start += size }
            let weights = try coefficients(band: index)
            var offsets = [Scalar](repeating: 0, count: alphas.count)
            for row in 0 ..< size { for target in offsets.indices { offsets[target] -= means.elements[start + row] * weights.elements[row * offsets.count + target] } }
            return try ridgePrediction(bands[index], weights, VectorOf(offsets))
        }
    }

    /// The best cross-validated score of each target.
    public func bestScores() throws -> Vector { try bestOfColumns(scores) }

    private func check(_ bands: [MatrixOf<Scalar>]) throws {
        guard bands.count == bandSizes.count else { throw NeuroError.shape(name: "bands", shape: [bands.count], must: "\(bandSizes.count) bands, as in the fit") }
        for (index, band) in bands.enumerated() {
            guard band.columns == bandSizes[index], band.rows == bands[0].rows else {
                throw NeuroError.shape(name: "bands[\(index)]", shape: band.shape, must: "of \(bandSizes[index]) columns, as in the fit, and of as many rows as bands[0]")
            }
            try Check.finite(band, "bands[\(index)]")
        }
    }

    /// One line: the extents and the range of the penalties.
    public var description: String { "banded " + ridgeDescription(coefficients.shape, of: "features in \(bandSizes.count) bands", alphas) }
}

/// Fitted banded ridge regressions in `Double` (see `GroupRidgeFitOf`).
public typealias GroupRidgeFit = GroupRidgeFitOf<Double>
/// Fitted banded ridge regressions in `Float` (see `GroupRidgeFitOf`).
public typealias FloatGroupRidgeFit = GroupRidgeFitOf<Float>
