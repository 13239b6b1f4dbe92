import Linear

/// A fitted `RidgeClassifier`.
public struct RidgeClassifierFit: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The classes, sorted by name.
    public let classes: [String]
    /// The weights, features x classes.
    public let coefficients: Matrix
    /// The intercept of each class, 0 where none was fitted.
    public let intercept: Vector
    /// The penalty.
    public let alpha: Double
    /// The penalties that were compared; empty where it was given.
    public let candidates: Vector
    /// The score of each candidate, averaged over folds and classes; empty where the penalty was given.
    public let scores: Vector

    init(classes: [String], coefficients: Matrix, intercept: Vector, alpha: Double, candidates: Vector = [], scores: Vector = []) throws {
        guard classes.count >= 2, coefficients.columns == classes.count, intercept.count == classes.count, candidates.count == scores.count else {
            throw NeuroError.shape(name: "coefficients", shape: coefficients.shape, must: "one column, and one intercept, for each of the \(classes.count) classes")
        }
        (self.classes, self.coefficients, self.intercept, self.alpha) = (classes, coefficients, intercept, alpha)
        (self.candidates, self.scores) = (candidates, scores)
    }

    /// How much each sample (row) speaks for each class (column): the predicted targets, 1 for yes and −1 for no.
    ///
    /// - Parameter x: samples x features.
    /// - Throws: `NeuroError` if `x` has another number of features than the fit, is empty or holds a NaN or an infinity.
    public func decisions(_ x: Matrix) throws -> Matrix { try ridgePrediction(x, coefficients, intercept) }

    /// The class of each sample: the one with the largest decision value; of equals the first.
    ///
    /// - Parameter x: samples x features.
    /// - Throws: as `decisions`.
    public func predict(_ x: Matrix) throws -> [String] {
        let values = try decisions(x)
        let width = classes.count
        return (0 ..< values.rows).map { classes[ClassLabels.winner(values.elements[$0 * width ..< ($0 + 1) * width])] }
    }

    /// One line: the extents and the penalty.
    public var description: String { "ridge classifier of \(classes.count) classes on \(coefficients.rows) features, alpha \(alpha)" }

    private enum CodingKeys: String, CodingKey { case classes, coefficients, intercept, alpha, candidates, scores }

    /// Reads a fit that was saved, if its extents agree.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            classes: saved.decode([String].self, forKey: .classes), coefficients: saved.decode(Matrix.self, forKey: .coefficients),
            intercept: saved.decode(Vector.self, forKey: .intercept), alpha: saved.decode(Double.self, forKey: .alpha),
            candidates: saved.decode(Vector.self, forKey: .candidates), scores: saved.decode(Vector.self, forKey: .scores))
    }
}
