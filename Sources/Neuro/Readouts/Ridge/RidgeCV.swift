import Glibc
import Linear

/// Ridge regression with the penalty chosen by cross-validation, for each target apart (each voxel its own) or for all together.
///
/// ```swift
/// let (train, test) = try splitRuns(runs, test: [10, 11])
/// let fit = try RidgeCV().fit(x.selectingRows(train), y.selectingRows(train))
/// let r = try correlationScore(y.selectingRows(test), fit.predict(x.selectingRows(test)))
/// ```
///
/// For every fold and every penalty α the held-out samples are predicted from the others; each target takes the α whose score, averaged over the folds, is best
/// (of equals the larger α); the weights are then fitted on all samples. The definitions are those of himalaya's `RidgeCV` (Dupré la Tour et al. 2022,
/// doi:10.1016/j.neuroimage.2022.119728): the same penalties, and the same numbers to 10⁻⁹ in double and 10⁻⁴ in single precision.
///
/// The features should be centred or an intercept be fitted, and their columns be on scales that mean something: the penalty is the same for all.
/// The same bits from run to run on one machine, for any number of threads; on another machine the same to rounding.
public struct RidgeCV: Equatable, Sendable, Codable {
    /// The penalties to choose from.
    public let alphas: Vector
    /// How the samples are cut into parts that are held out in turn.
    public let folds: Folds
    /// Whether an intercept is fitted, on the training samples of each fold and in the end on all; it is not penalised.
    public let intercept: Bool
    /// Whether each target has a penalty of its own; otherwise the one with the best mean score over targets serves all.
    public let perTarget: Bool
    /// What is maximised.
    public let score: CrossValidationScore

    /// - Parameters:
    ///   - alphas: without it, 20 penalties from 0.1 to 10⁶, evenly spaced in their logarithm.
    ///   - folds: five blocks by default; for fMRI `.leaveOneRunOut(runs)` keeps neighbours in time together.
    ///   - intercept: true by default.
    ///   - perTarget: true by default.
    ///   - score: minus the mean squared error by default.
    /// - Throws: `NeuroError` if a penalty is negative or not finite, or there is none.
    public init(
        alphas: Vector? = nil, folds: Folds = .contiguous(5), intercept: Bool = true, perTarget: Bool = true,
        score: CrossValidationScore = .negativeMeanSquaredError
    ) throws {
        let alphas = alphas ?? RidgeCV.logarithmic(from: 0.1, to: 1e6, count: 20)
        try checkPenalties(alphas)
        (self.alphas, self.folds, self.intercept, self.perTarget, self.score) = (alphas, folds, intercept, perTarget, score)
    }

    /// `count` penalties from the first to the last, evenly spaced in their logarithm: 10^a, … as numpy's `logspace` gives them for whole powers of ten.
    ///
    /// - Throws: `NeuroError.invalid` unless both ends are positive and `count` is at least 1.
    public static func alphas(from first: Double, to last: Double, count: Int) throws -> Vector {
        for (name, end) in [("first", first), ("last", last)] where !(end > 0 && end.isFinite) {
            throw NeuroError.invalid(name: name, value: "\(end)", must: "a positive number")
        }
        guard count >= 1, count <= 100_000 else { throw NeuroError.invalid(name: "count", value: "\(count)", must: "from 1 to 100000") }
        return logarithmic(from: first, to: last, count: count)
    }

    /// Chooses the penalties and fits the weights.
    ///
    /// - Parameters:
    ///   - x: samples x features.
    ///   - y: samples x targets.
    /// - Throws: `NeuroError` if `x` or `y` is empty or holds a NaN or an infinity, their rows differ in number, or there are more folds than samples.
    /// - Complexity: with n samples, p features, m the smaller of the two, t targets and k folds: O(k n m t) for the projections, as much again for the
    ///   predictions of all penalties together, and O(p m t) for the weights. Memory: the weights, the scores, and a few megabytes per thread.
    public func fit(_ x: Matrix, _ y: Matrix) throws -> RidgeFit {
        let result = try solve(x, y)
        return RidgeFit(result.weights, alphas: result.chosen, candidates: alphas, scores: result.scores)
    }

    /// The same in single precision, about twice as fast; decompositions stay in double precision.
    public func fit(_ x: FloatMatrix, _ y: FloatMatrix) throws -> FloatRidgeFit {
        let result = try solve(x, y)
        return FloatRidgeFit(result.weights, alphas: result.chosen, candidates: alphas, scores: result.scores)
    }

    private func solve<Scalar: LinearScalar>(
        _ x: MatrixOf<Scalar>, _ y: MatrixOf<Scalar>
    ) throws -> (weights: (MatrixOf<Scalar>, VectorOf<Scalar>), chosen: Vector, scores: Matrix) {
        let solver = try RidgeSolver(x, y, intercept: intercept)
        let cuts = try folds.folds(samples: x.rows)
        // The refit counts as one part of the work beside the folds.
        let scores = try solver.scores(alphas: alphas.elements, folds: cuts, metric: score, parts: cuts.count + 1)
        let chosen = try PenaltyChoice(alphas: alphas, perTarget: perTarget).best(scores, of: y).map { alphas.elements[$0.candidate] }
        return (try solver.weights(alphas: chosen, part: cuts.count, parts: cuts.count + 1), Vector(chosen), scores)
    }

    private static func logarithmic(from first: Double, to last: Double, count: Int) -> Vector {
        let (low, high) = (log10(first), log10(last))
        return Vector(
            (0 ..< count).map { index in
                index == 0 ? first : index == count - 1 ? last : pow(10, low + Double(index) * ((high - low) / Double(count - 1)))
            })
    }
}
