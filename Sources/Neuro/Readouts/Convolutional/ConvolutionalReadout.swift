import Linear

/// How the response of a voxel (or neuron) is read from feature maps: y = b + Σ_c f_c Σ_wh s(w, h) x_c(w, h), what is looked for times where it is looked for.
///
/// ```swift
/// let fit = try ConvolutionalReadout.factorised(penalty: 0.01).fit(maps, voxels)
/// let predicted = try fit.predict(others)
/// let place = try fit.mask(of: 0)                 // height x width
/// ```
///
/// `ridge` leaves the weights of every channel at every place free, C · H · W for each target; the other two need C + H · W and C + 3. They are found by gradient descent on all samples (Adam: Kingma
/// and Ba 2015, arXiv:1412.6980, whose rate falls to 0 along half a cosine), for each target apart: the mean squared error, plus a penalty. Features are centred and divided by their root mean square
/// over everything, targets centred and divided by their standard deviation, so that penalties and rates mean the same for any units; the fit is in the units that were given.
public enum ConvolutionalReadout: Equatable, Sendable, Codable, CustomStringConvertible {
    /// Free weights by ridge regression, a penalty for each target chosen by cross-validation.
    case ridge(alphas: Vector? = nil, folds: Folds = .contiguous(5))
    /// A mask s of norm 1 over places times weights f of channels (Klindt et al. 2017, arXiv:1711.02653), with `penalty` · Σ|s| · Σ|f| added to the error, which makes both sparse.
    case factorised(penalty: Double = 0.01)
    /// One position for each target, in the square from −1 to 1 (x to the right, y down), where the maps are read bilinearly (Lurz et al. 2021, "Generalization in data-driven models of primary visual
    /// cortex", ICLR). While it learns, the position is drawn anew in each step from a normal distribution, whose mean and width are learnt; the fit reads at the mean. `penalty` · Σ|f| is added to
    /// the error.
    ///
    /// What the publications leave open is an argument: `width` that the distribution begins with; `spread`, its mean beginning evenly distributed from −spread to spread on both axes;
    /// `samplesPositions`, false to read at the mean while learning too; `alignsCorners`, whether ±1 are the middles of the outermost places or their outer edges.
    case gaussian2D(penalty: Double = 0.01, width: Double = 0.3, spread: Double = 0.1, samplesPositions: Bool = true, alignsCorners: Bool = true)

    /// Fits a readout for each target.
    ///
    /// - Parameters:
    ///   - maps: the features of each sample.
    ///   - targets: samples x targets.
    ///   - iterations: steps of gradient descent; 1000 by default. Not used by `ridge`.
    ///   - learningRate: the rate of the first step, 0.02 by default. Not used by `ridge`.
    ///   - seed: of the start and of the positions; target t uses stream t. Not used by `ridge`.
    /// - Throws: `NeuroError` if the samples differ in number, there are fewer than two, a number is not finite, or a parameter is out of range.
    /// - Complexity: for each step and target O(D²) with D = channels · height · width, or O(n D) where that is less, with n samples.
    public func fit(_ maps: FeatureMaps, _ targets: Matrix, iterations: Int = 1000, learningRate: Double = 0.02, seed: Int = 0) throws -> ConvolutionalReadoutFit {
        try Check.finite(targets, "targets")
        guard targets.rows == maps.samples else {
            throw NeuroError.shape(name: "targets", shape: targets.shape, must: "of \(maps.samples) rows, one for each sample of the maps")
        }
        guard maps.samples >= 2 else { throw NeuroError.tooShort(name: "maps", count: maps.samples, needed: 2, why: "a fit") }
        if case .ridge(let alphas, let folds) = self {
            let fit = try RidgeCV(alphas: alphas, folds: folds).fit(maps.values, targets)
            return try ConvolutionalReadoutFit(self, maps: maps, free: fit.coefficients, intercept: fit.intercept)
        }
        try Check.atLeast(1, iterations, "iterations")
        try Check.positive(learningRate, "learningRate")
        try check()
        let training = try ConvolutionalTraining(self, maps, targets)
        return try training.fit(iterations: iterations, learningRate: learningRate, seed: seed)
    }

    func check() throws {
        switch self {
        case .ridge: return
        case .factorised(let penalty): try Check.notNegative(penalty, "penalty")
        case .gaussian2D(let penalty, let width, let spread, _, _):
            try Check.notNegative(penalty, "penalty")
            try Check.notNegative(width, "width")
            try Check.notNegative(spread, "spread")
            guard spread <= 1 else { throw NeuroError.invalid(name: "spread", value: "\(spread)", must: "at most 1") }
        }
    }

    /// The readout as it is written in a cell.
    public var description: String {
        switch self {
        case .ridge(let alphas, _): alphas.map { ".ridge(alphas: \($0))" } ?? ".ridge()"
        case .factorised(let penalty): ".factorised(penalty: \(penalty))"
        case .gaussian2D(let penalty, let width, let spread, let samplesPositions, let alignsCorners):
            ".gaussian2D(penalty: \(penalty), width: \(width), spread: \(spread), samplesPositions: \(samplesPositions), alignsCorners: \(alignsCorners))"
        }
    }
}
