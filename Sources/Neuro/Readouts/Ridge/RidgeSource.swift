import Linear

/// Where the decompositions of ridge regressions come from: features, or a kernel of the samples.
protocol RidgeSource: Sendable {
    var samples: Int { get }
    /// Rows of the weights: one for each feature, or, where a kernel is all there is, one for each sample.
    var width: Int { get }
    /// Whether an intercept is fitted.
    var centred: Bool { get }
    /// Means over the samples of what the weights multiply; 0 without an intercept.
    var means: [Double] { get }
    /// Floating-point operations of one decomposition, about.
    var operations: Double { get }

    /// Decomposes the samples `train`, and projects the samples `test` on the right vectors.
    ///
    /// - Parameters:
    ///   - smallestAlpha: the smallest penalty that will be used with it.
    ///   - precision: the relative error of a solution that may come from the squared condition.
    func spectrum(train: [Int], test: [Int], smallestAlpha: Double, precision: Double) throws -> RidgeSpectrum

    /// All samples, decomposed for their weights.
    func system(smallestAlpha: Double, precision: Double) throws -> RidgeSystem
}

/// The singular value decomposition X = U diag(s) V' of (centred) training samples, in double precision whatever the precision of the data:
/// in single precision the small singular values of real features are noise.
struct RidgeSpectrum {
    /// Singular values, descending, those that are rounding noise left out.
    let singular: [Double]
    /// U' (rank x training samples), row after row.
    let left: [Double]
    /// X_test V (test samples x rank), row after row, the test samples centred as the training samples are.
    let test: [Double]

    var rank: Int { singular.count }
}

/// What gives the weights of any targets y for any penalty α: R' diag(gain / (λ + α)) L y.
struct RidgeSystem {
    /// L (rank x samples), row after row.
    let left: [Double]
    /// R (rank x width), row after row.
    let right: [Double]
    /// Singular values for weights of features, 1 for dual weights.
    let gains: [Double]
    /// λ: the squared singular values.
    let squares: [Double]

    var rank: Int { gains.count }
}
