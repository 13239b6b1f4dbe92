import Linear

/// Classification by ridge regression: each class has a target that is 1 for its own samples and −1 for the others, and the class whose prediction is largest is taken.
///
/// ```swift
/// let fit = try RidgeClassifier(alpha: 100).fit(volumes, labels: labels)
/// print(try fit.predict(others))
/// ```
///
/// The numbers are those of scikit-learn's `RidgeClassifier`. With penalties to choose from and as many folds as samples they are those of its `RidgeClassifierCV` (leave one out); with other folds
/// they are those of its ridge regression of the targets, not of a comparison of accuracies, which are often equal. One penalty serves all classes. To hold out runs in turn, see `decode`.
public struct RidgeClassifier: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The penalty, or those to choose from.
    public let alphas: Vector
    /// How the samples are cut to choose the penalty; nil where it is given.
    public let folds: Folds?
    /// Whether an intercept is fitted, which is not penalised.
    public let intercept: Bool
    /// What the choice of the penalty maximises, averaged over folds and classes.
    public let score: CrossValidationScore

    /// A classifier with a given penalty.
    ///
    /// - Parameters:
    ///   - alpha: the penalty; 1 by default.
    ///   - intercept: true by default.
    /// - Throws: `NeuroError.invalid` if `alpha` is negative or not finite.
    public init(alpha: Double = 1, intercept: Bool = true) throws {
        try checkPenalty(alpha, name: "alpha")
        (alphas, folds, self.intercept, score) = ([alpha], nil, intercept, .negativeMeanSquaredError)
    }

    /// A classifier that chooses its penalty by cross-validation; of equals, the larger.
    ///
    /// - Parameters:
    ///   - alphas: the penalties to choose from.
    ///   - folds: five blocks by default; `.leaveOneRunOut(runs)` keeps samples of a run together.
    ///   - intercept: true by default.
    ///   - score: minus the mean squared error of the targets by default.
    /// - Throws: `NeuroError` if a penalty is negative or not finite, or there is none.
    public init(alphas: Vector, folds: Folds = .contiguous(5), intercept: Bool = true, score: CrossValidationScore = .negativeMeanSquaredError) throws {
        try checkPenalties(alphas)
        (self.alphas, self.folds, self.intercept, self.score) = (alphas, folds, intercept, score)
    }

    /// Fits the weights, and chooses the penalty where there are several.
    ///
    /// - Parameters:
    ///   - x: samples x features.
    ///   - labels: the class of each sample; at least two classes must occur.
    /// - Throws: `NeuroError` if `x` is empty or holds a NaN or an infinity, the labels differ in number from the samples or name fewer than two classes, or there are more folds than samples.
    /// - Complexity: that of `Ridge` or `RidgeCV` with as many targets as classes.
    public func fit(_ x: Matrix, labels: [String]) throws -> RidgeClassifierFit {
        let truth = try ClassLabels(labels, samples: x.rows)
        let y = ClassLabels.targets(truth.indices, classes: truth.names.count)
        guard let folds else {
            let fit = try Ridge(alphas: alphas, intercept: intercept).fit(x, y)
            return try RidgeClassifierFit(classes: truth.names, coefficients: fit.coefficients, intercept: fit.intercept, alpha: alphas[0])
        }
        let fit = try RidgeCV(alphas: alphas, folds: folds, intercept: intercept, perTarget: false, score: score).fit(x, y)
        return try RidgeClassifierFit(
            classes: truth.names, coefficients: fit.coefficients, intercept: fit.intercept, alpha: fit.alphas[0], candidates: alphas,
            scores: fit.scores.mean(each: .row))
    }

    /// The classifier as it is written in a cell.
    public var description: String {
        folds == nil ? "RidgeClassifier(alpha: \(alphas.elements[0]))" : "RidgeClassifier with \(alphas.count) penalties to choose from"
    }

    private enum CodingKeys: String, CodingKey { case alphas, folds, intercept, score }

    /// Reads a classifier that was saved, if its penalties are such.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        alphas = try saved.decode(Vector.self, forKey: .alphas)
        folds = try saved.decodeIfPresent(Folds.self, forKey: .folds)
        intercept = try saved.decode(Bool.self, forKey: .intercept)
        score = try saved.decode(CrossValidationScore.self, forKey: .score)
        try checkPenalties(alphas)
        guard folds != nil || alphas.count == 1 else {
            throw NeuroError.shape(name: "alphas", shape: [alphas.count], must: "one penalty where there are no folds to choose by")
        }
    }
}
