import Linear

/// What was found out about each penalty before one was chosen.
public struct PenaltyPath: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The penalties, in the order in which they were given.
    public let penalties: Vector
    /// The error of each penalty (row) for each output (column): the mean squared error on what was held out, or the criterion of generalised cross-validation, both in the squared units
    /// of the output.
    public let errors: Matrix
    /// The same as one number for each penalty: the mean over outputs of the error divided by the output's variance, so that outputs of any scale have a say. Constant outputs have none.
    public let scores: Vector
    /// The place of the penalty with the lowest score; of equals, the larger penalty.
    public let best: Int

    /// The penalty with the lowest score.
    public var penalty: Double { penalties.elements[best] }

    /// Whether the best is the smallest or the largest of several penalties, so that a wider range may hold a better one.
    public var isAtEdge: Bool {
        guard let least = penalties.elements.min(), let most = penalties.elements.max(), least < most else { return false }
        return penalty == least || penalty == most
    }

    /// The choice and its score.
    public var description: String { "penalty \(penalty) of \(penalties.count), score \(scores.elements[best])\(isAtEdge ? ", at the edge" : "")" }

    /// - Parameter variances: of the outputs.
    init(penalties: Vector, errors: Matrix, variances: [Double]) {
        self.penalties = penalties
        self.errors = errors
        let outputs = errors.columns
        let telling = variances.indices.filter { variances[$0] > 0 }
        let scores = (0 ..< penalties.count).map { row in
            telling.isEmpty ? 0 : telling.reduce(0) { $0 + errors.elements[row * outputs + $1] / variances[$1] } / Double(telling.count)
        }
        self.scores = Vector(scores)
        var best = 0
        for row in scores.indices.dropFirst() {
            // Equal up to rounding is equal.
            let slack = 1e-12 * abs(scores[best]), isLarger = penalties.elements[row] > penalties.elements[best]
            if isLarger ? scores[row] <= scores[best] + slack : scores[row] < scores[best] - slack { best = row }
        }
        self.best = best
    }

    /// Reads a path that was saved, if its best penalty is there.
    public init(from decoder: any Decoder) throws {
        enum Key: String, CodingKey { case penalties, errors, scores, best }
        let saved = try decoder.container(keyedBy: Key.self)
        penalties = try saved.decode(Vector.self, forKey: .penalties)
        errors = try saved.decode(Matrix.self, forKey: .errors)
        scores = try saved.decode(Vector.self, forKey: .scores)
        best = try saved.decode(Int.self, forKey: .best)
        guard scores.count == penalties.count, errors.rows == penalties.count, penalties.elements.indices.contains(best) else {
            throw NeuroError.invalid(name: "best", value: "\(best)", must: "the place of one of the \(penalties.count) penalties of the saved path")
        }
    }
}
