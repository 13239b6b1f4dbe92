import Linear

/// How well patterns are found again among candidates: ranks, and the measures made from them.
///
/// ```swift
/// let found = try Identification(predicted, candidates: features, similarity: .cosine)
/// print(found.twoWay, try found.topAccuracy(5), found.medianRank)
/// ```
///
/// Each pattern has one right candidate. Its rank is one more than the number of wrong candidates that are **at least as** alike to the pattern: a tie counts against it, so that patterns that tell
/// nothing find nothing.
public struct Identification: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How alike each pattern (row) is to each candidate (column).
    public let similarities: Matrix
    /// The right candidate of each pattern.
    public let targets: [Int]
    /// The rank of the right candidate for each pattern, 1 where it is the most alike of all.
    public let ranks: [Int]

    /// From similarities.
    ///
    /// - Parameters:
    ///   - similarities: patterns x candidates; at least two candidates. Larger is more alike.
    ///   - targets: the right candidate of each pattern; without it candidate i for pattern i.
    /// - Throws: `NeuroError` if the matrix is empty or holds a NaN or an infinity, there is one candidate, or targets are not one for each pattern or name a candidate that is not there.
    public init(similarities: Matrix, targets: [Int]? = nil) throws {
        try Check.finite(similarities, "similarities")
        let (patterns, candidates) = (similarities.rows, similarities.columns)
        guard candidates >= 2 else { throw NeuroError.shape(name: "similarities", shape: similarities.shape, must: "of at least two columns, one for each candidate") }
        guard targets != nil || patterns <= candidates else {
            throw NeuroError.shape(name: "similarities", shape: similarities.shape, must: "of at least as many columns as rows, unless the targets are given")
        }
        let targets = targets ?? Array(0 ..< patterns)
        guard targets.count == patterns else {
            throw NeuroError.shape(name: "targets", shape: [targets.count], must: "one candidate for each of the \(patterns) patterns")
        }
        for (pattern, target) in targets.enumerated() where target < 0 || target >= candidates {
            throw NeuroError.invalid(name: "targets[\(pattern)]", value: "\(target)", must: "from 0 to \(candidates - 1), one of the candidates")
        }
        (self.similarities, self.targets) = (similarities, targets)
        ranks = similarities.withUnsafeBufferPointer { values in
            targets.enumerated().map { pattern, target in
                let row = pattern * candidates
                return (0 ..< candidates).count { values[row + $0] >= values[row + target] }
            }
        }
    }

    /// From patterns: each is compared with each candidate.
    ///
    /// - Parameters:
    ///   - patterns: a pattern in each row, such as features that were predicted from a brain.
    ///   - candidates: a candidate in each row, such as the features of stimuli.
    ///   - targets: the right candidate of each pattern; without it candidate i for pattern i.
    ///   - similarity: Pearson's correlation by default.
    /// - Throws: as `RetrievalSimilarity.matrix` and `init(similarities:targets:)`.
    public init(_ patterns: Matrix, candidates: Matrix, targets: [Int]? = nil, similarity: RetrievalSimilarity = .correlation) throws {
        try self.init(similarities: similarity.matrix(patterns, candidates), targets: targets)
    }

    /// For each pattern the share of wrong candidates that are less alike to it than the right one.
    public var twoWayScores: Vector {
        let others = Double(similarities.columns - 1)
        return Vector(ranks.map { Double(similarities.columns - $0) / others })
    }

    /// Two-way identification: how often the right one of two candidates is found, over all pairs of the right one and a wrong one. Chance is 0.5.
    public var twoWay: Double { twoWayScores.sum() / Double(ranks.count) }

    /// The median of the ranks; between two, their mean.
    public var medianRank: Double {
        let sorted = ranks.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The mean of 1/rank, which is the mean average precision (mAP) where each pattern has one right candidate.
    public var meanReciprocalRank: Double { ranks.reduce(0) { $0 + 1 / Double($1) } / Double(ranks.count) }

    /// The share of patterns whose right candidate is among the k most alike. Chance is k over the number of candidates.
    ///
    /// - Throws: `NeuroError.invalid` unless k is from 1 to the number of candidates.
    public func topAccuracy(_ k: Int) throws -> Double {
        guard k >= 1, k <= similarities.columns else {
            throw NeuroError.invalid(name: "k", value: "\(k)", must: "from 1 to \(similarities.columns), the number of candidates")
        }
        return Double(ranks.count { $0 <= k }) / Double(ranks.count)
    }

    /// One line: how many among how many, and how well.
    public var description: String {
        "identification of \(ranks.count) patterns among \(similarities.columns): two-way \(twoWay), top-1 \(Double(ranks.count { $0 == 1 }) / Double(ranks.count)), median rank \(medianRank)"
    }

    private enum CodingKeys: String, CodingKey { case similarities, targets }

    /// Reads an identification that was saved, if its targets are there.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(similarities: saved.decode(Matrix.self, forKey: .similarities), targets: saved.decode([Int].self, forKey: .targets))
    }
}
