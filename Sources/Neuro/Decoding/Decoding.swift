import Linear

/// What `decode` found.
public struct Decoding: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The classes, sorted by name.
    public let classes: [String]
    /// The runs, sorted: each was held out once.
    public let runs: [Int]
    /// The class of each sample.
    public let labels: [String]
    /// What each sample was taken for while its run was held out.
    public let predictions: [String]
    /// The decision values, samples x classes, each from the fold that held the sample out.
    public let decisions: Matrix
    /// The share of samples that were decoded right while each run was held out.
    public let runAccuracies: Vector
    /// The penalty that was used while each run was held out.
    public let alphas: Vector
    /// The accuracy of each permutation of the labels; empty without permutations.
    public let nullAccuracies: Vector
    /// What was taken for what.
    public let confusion: ConfusionMatrix

    init(classes: [String], runs: [Int], labels: [String], decisions: Matrix, runAccuracies: Vector, alphas: Vector, nullAccuracies: Vector) throws {
        guard decisions.rows == labels.count, decisions.columns == classes.count, runAccuracies.count == runs.count, alphas.count == runs.count else {
            throw NeuroError.shape(name: "decisions", shape: decisions.shape, must: "\(labels.count) samples x \(classes.count) classes")
        }
        (self.classes, self.runs, self.labels, self.decisions) = (classes, runs, labels, decisions)
        (self.runAccuracies, self.alphas, self.nullAccuracies) = (runAccuracies, alphas, nullAccuracies)
        let width = classes.count
        predictions = labels.indices.map { classes[ClassLabels.winner(decisions.elements[$0 * width ..< ($0 + 1) * width])] }
        confusion = try ConfusionMatrix(truth: labels, predicted: predictions, classes: classes)
    }

    /// The share of samples that were decoded right.
    public var accuracy: Double { confusion.accuracy }

    /// What guessing would reach: one over the number of classes.
    public var chance: Double { 1 / Double(classes.count) }

    /// How likely an accuracy as high as this one is where labels say nothing: (1 + permutations that are at least as accurate) / (1 + permutations), so that it is never 0
    /// (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585). Nil without permutations.
    public var pValue: Double? {
        guard !nullAccuracies.isEmpty else { return nil }
        // Accuracies are counts over the same number: half a sample tells equals from others whatever the rounding.
        let slack = 0.5 / Double(labels.count)
        return Double(1 + nullAccuracies.elements.count { $0 >= accuracy - slack }) / Double(1 + nullAccuracies.count)
    }

    /// The share of samples whose class is among the k with the largest decision values; of equals those first in `classes` come first. With k = 1 the accuracy.
    ///
    /// - Throws: `NeuroError.invalid` unless k is from 1 to the number of classes.
    public func topAccuracy(_ k: Int) throws -> Double {
        guard k >= 1, k <= classes.count else { throw NeuroError.invalid(name: "k", value: "\(k)", must: "from 1 to \(classes.count), the number of classes") }
        let places = Dictionary(zip(classes, classes.indices), uniquingKeysWith: { first, _ in first })
        let width = classes.count
        let found = labels.indices.count { sample in
            guard let own = places[labels[sample]] else { return false }
            let values = decisions.elements[sample * width ..< (sample + 1) * width]
            let value = values[sample * width + own]
            return values.enumerated().count { $0.element > value || ($0.element == value && $0.offset < own) } < k
        }
        return Double(found) / Double(labels.count)
    }

    /// One line: what was decoded, how well, and how likely that is by chance.
    public var description: String {
        let p = pValue.map { ", p \($0)" } ?? ""
        return "decoding of \(classes.count) classes over \(runs.count) runs: accuracy \(accuracy), chance \(chance)\(p)"
    }

    private enum CodingKeys: String, CodingKey { case classes, runs, labels, decisions, runAccuracies, alphas, nullAccuracies }

    /// Reads a decoding that was saved, if its extents agree.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            classes: saved.decode([String].self, forKey: .classes), runs: saved.decode([Int].self, forKey: .runs), labels: saved.decode([String].self, forKey: .labels),
            decisions: saved.decode(Matrix.self, forKey: .decisions), runAccuracies: saved.decode(Vector.self, forKey: .runAccuracies),
            alphas: saved.decode(Vector.self, forKey: .alphas), nullAccuracies: saved.decode(Vector.self, forKey: .nullAccuracies))
    }
}
