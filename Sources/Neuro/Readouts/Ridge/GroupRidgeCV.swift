import Linear

/// Banded ridge regression: features in bands, each with a penalty of its own, chosen for each target by cross-validation.
///
/// ```swift
/// let fit = try GroupRidgeCV(search: .randomSearch(iterations: 50), folds: .leaveOneRunOut(runs)).fit([motion, semantics], voxels)
/// let parts = try fit.predictSplit([motionHeldOut, semanticsHeldOut])
/// let share = try r2ScoreSplit(voxelsHeldOut, parts)          // R² of each band, bands x voxels
/// ```
///
/// Band i is scaled by √γ_i, and one penalty α serves the scaled features: band i has the penalty α/γ_i. For each candidate γ the whole grid of α is cross-validated; each target takes the pair with the best
/// score. The definitions are those of himalaya's `GroupRidgeCV` and, where there are more features than samples, of its `MultipleKernelRidgeCV` with linear kernels, which is the same regression:
/// the shapes decide which is computed (Dupré la Tour et al. 2022, doi:10.1016/j.neuroimage.2022.119728; Nunez-Elizalde et al. 2019, doi:10.1016/j.neuroimage.2019.04.012).
public struct GroupRidgeCV: Equatable, Sendable, Codable {
    /// The scales of the bands to try.
    public let search: BandSearch
    /// The penalties to choose from.
    public let alphas: Vector
    /// How the samples are cut into parts that are held out in turn.
    public let folds: Folds
    /// Whether an intercept is fitted; it is not penalised.
    public let intercept: Bool
    /// Whether each target has scales and a penalty of its own; otherwise those with the best mean score over targets serve all.
    public let perTarget: Bool
    /// What is maximised.
    public let score: CrossValidationScore

    /// - Parameters:
    ///   - search: 100 random candidates by default.
    ///   - alphas: without it, 20 penalties from 0.1 to 10⁶, evenly spaced in their logarithm.
    ///   - folds: five blocks by default; for fMRI `.leaveOneRunOut(runs)` keeps neighbours in time together.
    ///   - intercept: true by default.
    ///   - perTarget: true by default.
    ///   - score: minus the mean squared error by default.
    /// - Throws: `NeuroError` if a penalty is negative or not finite, or there is none.
    public init(
        search: BandSearch = .randomSearch(), alphas: Vector? = nil, folds: Folds = .contiguous(5), intercept: Bool = true, perTarget: Bool = true,
        score: CrossValidationScore = .negativeMeanSquaredError
    ) throws {
        let alphas = try alphas ?? RidgeCV().alphas
        try checkPenalties(alphas)
        (self.search, self.alphas, self.folds, self.intercept, self.perTarget, self.score) = (search, alphas, folds, intercept, perTarget, score)
    }

    /// Chooses scales and penalties and fits the weights.
    ///
    /// - Parameters:
    ///   - bands: for each band samples x features; the bands may differ in their features.
    ///   - y: samples x targets.
    /// - Throws: `NeuroError` if there is no band, a band or `y` is empty or holds a NaN or an infinity, their rows differ in number, there are more folds than samples, or the candidates do not fit.
    /// - Complexity: for each candidate that of a `RidgeCV`, less the final fit.
    public func fit(_ bands: [Matrix], _ y: Matrix) throws -> GroupRidgeFit { try solve(bands, y) }

    /// The same in single precision, about twice as fast; decompositions stay in double precision.
    public func fit(_ bands: [FloatMatrix], _ y: FloatMatrix) throws -> FloatGroupRidgeFit { try solve(bands, y) }

    private func solve<Scalar: LinearScalar>(_ bands: [MatrixOf<Scalar>], _ y: MatrixOf<Scalar>) throws -> GroupRidgeFitOf<Scalar> {
        let features = try FeatureBands(bands, centred: intercept)
        try RidgeSolver.check(y, rows: features.samples, of: "the bands")
        let solver = try BandedRidgeSolver(features, y, search, alphas: alphas, perTarget: perTarget)
        let outcome = try solver.fit(folds: folds, metric: score)
        var weights = outcome.weights
        // From weights of scaled features to those of the features.
        for (band, range) in features.ranges.enumerated() {
            for row in range {
                for target in 0 ..< y.columns {
                    weights[row * y.columns + target] *= Scalar(outcome.gammas.elements[band * y.columns + target].squareRoot())
                }
            }
        }
        return try GroupRidgeFitOf(
            coefficients: MatrixOf(rows: features.width, columns: y.columns, elements: weights), bandSizes: features.ranges.map(\.count),
            intercept: outcome.intercept, means: VectorOf(features.means.map { Scalar($0) }), gammas: outcome.gammas, alphas: outcome.alphas,
            candidates: solver.candidates, scores: outcome.scores)
    }
}

/// Bands of features, and where samples are not more than features the kernel of each.
struct FeatureBands: RidgeBands {
    let samples: Int
    let width: Int
    let centred: Bool
    let ranges: [Range<Int>]
    let means: [Double]
    private let x: [Double]
    private let kernels: [[Double]]

    init<Scalar: LinearScalar>(_ bands: [MatrixOf<Scalar>], centred: Bool) throws {
        guard let first = bands.first else { throw NeuroError.shape(name: "bands", shape: [0], must: "at least one band") }
        var (ranges, width): ([Range<Int>], Int) = ([], 0)
        for (index, band) in bands.enumerated() {
            try Check.squarable(band, "bands[\(index)]")
            guard band.rows == first.rows else { throw NeuroError.shape(name: "bands[\(index)]", shape: band.shape, must: "of \(first.rows) rows, as bands[0]") }
            ranges.append(width ..< width + band.columns)
            width += band.columns
        }
        let samples = first.rows
        _ = try Allocation.count(of: [samples, width], named: "the bands", as: Double.self)
        var x = [Double](repeating: 0, count: samples * width)
        var means = [Double](repeating: 0, count: width)
        for (band, range) in zip(bands, ranges) {
            band.withUnsafeBufferPointer { values in
                for row in 0 ..< samples { for column in 0 ..< band.columns { x[row * width + range.lowerBound + column] = Double(values[row * band.columns + column]) } }
            }
        }
        if centred {
            for row in 0 ..< samples { for column in 0 ..< width { means[column] += x[row * width + column] } }
            for column in 0 ..< width { means[column] /= Double(samples) }
            for row in 0 ..< samples { for column in 0 ..< width { x[row * width + column] -= means[column] } }
        }
        var kernels: [[Double]] = []
        if samples <= width {
            let (rows, total, own) = (x, width, ranges)
            let operations = Double(samples) * Double(samples) * Double(width)
            kernels = try Abandonable.run(operations: operations) {
                own.map { RidgeKernel(products: rows, samples: samples, features: total, columns: $0, centred: false).elements }
            }
        }
        (self.samples, self.width, self.centred, self.ranges, self.means, self.x, self.kernels) = (samples, width, centred, ranges, means, x, kernels)
    }

    var count: Int { ranges.count }

    func source(_ gamma: [Double]) -> any RidgeSource {
        var scales = [Double](repeating: 0, count: width)
        for (band, range) in ranges.enumerated() { for column in range { scales[column] = gamma[band].squareRoot() } }
        var scaled = x
        for row in 0 ..< samples { for column in 0 ..< width { scaled[row * width + column] *= scales[column] } }
        let kernel = kernels.isEmpty ? nil : RidgeKernel(combined(kernels, gamma), samples: samples, centred: centred)
        return RidgeFeatures(centredX: scaled, samples: samples, features: width, centred: centred, means: zip(means, scales).map { $0 * $1 }, kernel: kernel)
    }
}

/// Σ γ_i K_i.
func combined(_ kernels: [[Double]], _ gamma: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: kernels.first?.count ?? 0)
    for (kernel, weight) in zip(kernels, gamma) where weight != 0 { for place in sum.indices { sum[place] += weight * kernel[place] } }
    return sum
}
