import Linear

extension RDM {
    /// How similar a model can be at best to the matrices of several subjects, given how much these differ from each other.
    ///
    /// The upper bound is the mean similarity of the subjects to their own pooled matrix, which no model exceeds on average; the lower one is that of each subject to the
    /// pooled matrix of the others, which the true model reaches. A model between the two explains what can be explained.
    ///
    /// ```swift
    /// let (lower, upper) = try RDM.noiseCeiling(subjects, by: .rhoA)
    /// ```
    ///
    /// Pooled is what is on average most similar: the mean of the matrices scaled to length 1 (cosine), after taking off their mean (correlation), in whitened
    /// coordinates (the whitened ones), or of the ranks (all others but those of second moments; for Kendall's τ that is close to the best and not the best).
    ///
    /// H. Nili et al., PLoS Comput. Biol. 10 (2014) e1003553, doi:10.1371/journal.pcbi.1003553.
    ///
    /// - Parameters:
    ///   - subjects: the matrices of at least two subjects, with the same conditions and the same missing pairs.
    ///   - comparison: the measure of similarity.
    ///   - covariance: see `similarity(to:by:covariance:)`.
    /// - Throws: As `similarity(to:by:covariance:)`; for `.bures` and `.negativeRiemannian`, which have no pooled matrix; for fewer than two subjects.
    public static func noiseCeiling(_ subjects: [RDM], by comparison: RDMComparison = .cosine, covariance: Matrix? = nil) throws -> (lower: Double, upper: Double) {
        try requireSeveral(subjects)
        let measure = try PreparedComparison(comparison, aligned: subjects, "subjects", covariance: covariance)
        return try noiseCeiling(subjects.map { $0.dissimilarities.elements }, of: Array(subjects.indices), measure)
    }

    /// The matrix that is on average most similar to those of several subjects; its scale means nothing.
    ///
    /// - Throws: As `noiseCeiling(_:by:covariance:)`.
    public static func pooled(_ subjects: [RDM], by comparison: RDMComparison = .cosine, covariance: Matrix? = nil) throws -> RDM {
        let measure = try PreparedComparison(comparison, aligned: subjects, "subjects", covariance: covariance)
        let terms = try subjects.map { try measure.poolingTerm($0.dissimilarities.elements) }
        let sum = terms.dropFirst().reduce(terms[0]) { zip($0, $1).map { $0 + $1 } }
        return RDM(trusted: sum.map { $0 / Double(terms.count) }, conditions: subjects[0].conditions, measure: "pooled for \(comparison.rawValue)")
    }

    static func requireSeveral(_ subjects: [RDM]) throws {
        guard subjects.count >= 2 else { throw NeuroError.shape(name: "subjects", shape: [subjects.count], must: "of at least two RDMs, one of each subject") }
    }

    /// - Parameter people: whose each matrix is; one subject is left out with all copies, and each counts once.
    static func noiseCeiling(_ matrices: [[Double]], of people: [Int], _ measure: PreparedComparison) throws -> (lower: Double, upper: Double) {
        let terms = try matrices.map { try measure.poolingTerm($0) }
        func sum(_ chosen: [Int]) -> [Double] { chosen.dropFirst().reduce(terms[chosen[0]]) { zip($0, terms[$1]).map { $0 + $1 } } }
        let all = try measure.prepare(sum(Array(terms.indices)))
        var lower = 0.0, upper = 0.0
        let different = Set(people).sorted()
        for person in different {
            let own = people.indices.filter { people[$0] == person }
            let others = try measure.prepare(sum(people.indices.filter { people[$0] != person }))
            // All copies are the same matrix.
            let one = try measure.prepare(matrices[own[0]])
            lower += try measure.similarity(others, one)
            upper += try measure.similarity(all, one)
        }
        return (lower / Double(different.count), upper / Double(different.count))
    }
}

extension PreparedComparison {
    /// What of one matrix enters the mean that is most similar to several: all pairs, NaN where there is no estimate.
    func poolingTerm(_ dissimilarities: [Double]) throws -> [Double] {
        let values = present.map { dissimilarities[$0] }
        let term: [Double]
        switch comparison {
        case .cosine, .correlation, .whitenedCosine, .whitenedCorrelation:
            let isCentred = comparison == .correlation || comparison == .whitenedCorrelation
            let centred = isCentred ? Self.centred(values) : values
            let norm = Self.length(regressor(values))
            term = norm > 0 ? centred.map { $0 / norm } : centred
        case .spearman, .rhoA, .tauA, .tauB: term = RankOrder.ranks(values)
        case .bures, .negativeRiemannian:
            throw NeuroError.invalid(name: "comparison", value: comparison.rawValue, must: "one for which the most similar matrix is known, such as cosine or rhoA")
        }
        var all = [Double](repeating: .nan, count: dissimilarities.count)
        for (pair, value) in zip(present, term) { all[pair] = value }
        return all
    }
}
