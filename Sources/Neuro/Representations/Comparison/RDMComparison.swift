import Linear

/// How alike two dissimilarity matrices are. Every measure is larger for more similar ones, and all but the last are at most 1.
public enum RDMComparison: String, Equatable, Sendable, Codable {
    /// The cosine of the two vectors of dissimilarities: for measures with a zero that means something, such as crossnobis.
    case cosine
    /// Pearson's correlation of the dissimilarities.
    case correlation
    /// The cosine after whitening with the covariance that estimates of dissimilarities have, since all pairs with one condition share its noise. With independent, equally
    /// noisy conditions it is the linear CKA of the two systems. J. Diedrichsen et al., NBDT 2021, arXiv:2007.02789.
    case whitenedCosine
    /// `whitenedCosine` of the dissimilarities less their mean.
    case whitenedCorrelation
    /// Spearman's rank correlation, ties at their mean rank. Prefers models that predict ties to those that order: see `rhoA`.
    case spearman
    /// Spearman's correlation expected when ties are broken at random, 12 x·y / (n³ − n) − 3 (n + 1) / (n − 1) with the ranks x and y: for models that predict ties.
    case rhoA
    /// Kendall's τ_a: concordant less discordant pairs of pairs, in units of all.
    case tauA
    /// Kendall's τ_b, corrected for ties.
    case tauB
    /// The Bures similarity tr (A^½ B A^½)^½ / √(tr A tr B) of the two centred second moments A and B; negative eigenvalues, which estimates of distances may have, count as 0.
    case bures
    /// Minus the Riemannian distance of the second moments, √Σ log² λ with the generalised eigenvalues λ of (e^a A + e^b Σ, B), least over a and b. Not symmetric: A belongs to
    /// the first and may be singular, B may not. H. Shahbazi et al., NeuroImage 239 (2021) 118271, doi:10.1016/j.neuroimage.2021.118271.
    case negativeRiemannian
}

extension RDM {
    /// How similar this matrix is to another of the same conditions.
    ///
    /// ```swift
    /// try rdm.similarity(to: model, by: .rhoA)
    /// ```
    ///
    /// Pairs that are NaN in both are left out. Where one side has nothing to compare, all of it zero, or constant where the measure takes off the mean, the result is 0.
    ///
    /// - Parameters:
    ///   - other: of the same conditions in the same order; names are not compared if one of the two has none of its own ("0", "1", …).
    ///   - comparison: the measure.
    ///   - covariance: of the estimates of the patterns, conditions x conditions; for the whitened measures and the Riemannian one, independent and equal by default.
    /// - Throws: `NeuroError` if the conditions differ, a pair is NaN in one of the two only (`RDM.sharingPairs` helps), pairs are missing for a measure of second moments,
    ///   or the covariance is not positive definite or not used by the measure.
    /// - Complexity: O(pairs) to O(pairs · log pairs), O(conditions³) for whitened measures and those of second moments.
    public func similarity(to other: RDM, by comparison: RDMComparison = .cosine, covariance: Matrix? = nil) throws -> Double {
        try RDM.similarities([self], to: [other], by: comparison, covariance: covariance).elements[0]
    }

    /// How similar each of `rdms` is to each of `others`: one row for each of the first, one column for each of the second.
    ///
    /// - Throws: As `similarity(to:by:covariance:)`, and if one of the lists is empty.
    public static func similarities(_ rdms: [RDM], to others: [RDM], by comparison: RDMComparison = .cosine, covariance: Matrix? = nil) throws -> Matrix {
        guard !others.isEmpty else { throw NeuroError.shape(name: "others", shape: [0], must: "of at least one RDM") }
        let measure = try PreparedComparison(comparison, aligned: rdms, "rdms", with: others, "others", covariance: covariance)
        let left = try rdms.map { try measure.prepare($0.dissimilarities.elements) }
        let right = try others.map { try measure.prepare($0.dissimilarities.elements) }
        var values: [Double] = []
        for (row, a) in left.enumerated() {
            try Progress.check(row, of: left.count)
            for b in right { values.append(try measure.similarity(a, b)) }
        }
        return try Matrix(rows: left.count, columns: right.count, elements: values)
    }

    /// The same matrices with NaN in every pair for which one of them has no estimate, so that they can be compared.
    ///
    /// - Throws: `NeuroError` if their conditions differ or the list is empty.
    public static func sharingPairs(_ rdms: [RDM]) throws -> [RDM] {
        try requireSameConditions(rdms, "rdms")
        let isMissing = rdms[0].dissimilarities.elements.indices.map { pair in rdms.contains { $0.dissimilarities.elements[pair].isNaN } }
        return rdms.map { rdm in
            RDM(trusted: zip(rdm.dissimilarities.elements, isMissing).map { $1 ? .nan : $0 }, conditions: rdm.conditions, measure: rdm.measure)
        }
    }

    /// Throws unless there are matrices and all have the same conditions; those without names of their own fit any of the same number.
    static func requireSameConditions(_ rdms: [RDM], _ name: String) throws {
        guard let first = rdms.first else { throw NeuroError.shape(name: name, shape: [0], must: "of at least one RDM") }
        let named = rdms.first { $0.hasNames } ?? first
        for (index, rdm) in rdms.enumerated() {
            guard rdm.count == first.count else {
                throw NeuroError.shape(name: "\(name)[\(index)]", shape: [rdm.count], must: "of \(first.count) conditions, as the others")
            }
            if rdm.hasNames, let place = rdm.conditions.indices.first(where: { rdm.conditions[$0] != named.conditions[$0] }) {
                throw NeuroError.invalid(
                    name: "\(name)[\(index)]", value: "of \"\(rdm.conditions[place])\" as condition \(place)",
                    must: "of the same conditions in the same order: there \"\(named.conditions[place])\"")
            }
        }
    }

    /// Whether the conditions have other names than their numbers.
    var hasNames: Bool { conditions.indices.contains { conditions[$0] != "\($0)" } }
}
