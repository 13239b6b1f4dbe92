import Linear

/// A comparison of many matrices of the same conditions and the same missing pairs: what depends on one matrix alone is done once for each.
///
/// Most measures are then an inner product of two vectors.
struct PreparedComparison {
    /// One matrix, ready to be compared.
    enum Prepared {
        /// The similarity is the inner product.
        case vector([Double])
        /// The dissimilarities that are compared by their order.
        case order([Double])
        /// The symmetric root of the centred second moment, and the trace of its square.
        case root(Matrix, trace: Double)
        /// The second moment with the first condition as the origin.
        case moment(Matrix)
    }

    let comparison: RDMComparison
    private let conditions: Int
    /// The pairs that have an estimate.
    let present: [Int]
    private let whitening: DissimilarityWhitening?
    private let covariance: Matrix?

    /// - Parameter isMissing: whether a pair has no estimate; the same for all that are compared.
    init(_ comparison: RDMComparison, conditions: Int, isMissing: (Int) -> Bool, covariance: Matrix?) throws {
        (self.comparison, self.conditions, self.covariance) = (comparison, conditions, covariance)
        let pairs = RDM.pairs(of: conditions)
        present = (0 ..< pairs).filter { !isMissing($0) }
        if let covariance { try Self.check(covariance, conditions, comparison) }
        switch comparison {
        case .cosine: guard present.count >= 1 else { throw Self.tooFew(present.count, 1) }
        case .correlation, .spearman, .rhoA, .tauA, .tauB: guard present.count >= 2 else { throw Self.tooFew(present.count, 2) }
        case .whitenedCosine, .whitenedCorrelation: guard present.count >= 2 else { throw Self.tooFew(present.count, 2) }
        case .bures, .negativeRiemannian:
            guard present.count == pairs else {
                throw NeuroError.invalid(
                    name: "rdms", value: "without an estimate for \(pairs - present.count) of \(pairs) pairs", must: "complete for a comparison of second moments")
            }
        }
        let isWhitened = comparison == .whitenedCosine || comparison == .whitenedCorrelation
        whitening = isWhitened ? try DissimilarityWhitening(conditions: conditions, present: present, covariance: covariance) : nil
    }

    /// The comparison of matrices that must have the same conditions and the same missing pairs.
    init(_ comparison: RDMComparison, aligned rdms: [RDM], _ name: String, with others: [RDM] = [], _ otherName: String = "", covariance: Matrix?) throws {
        try RDM.requireSameConditions(rdms, name)
        let first = rdms[0].dissimilarities.elements
        try RDM.requireSameConditions(rdms + others, others.isEmpty ? name : "\(name) and \(otherName)")
        for (list, name) in [(rdms, name), (others, otherName)] {
            for (index, rdm) in list.enumerated() {
                if let pair = first.indices.first(where: { first[$0].isNaN != rdm.dissimilarities.elements[$0].isNaN }) {
                    let here = rdm.dissimilarities.elements[pair].isNaN
                    throw NeuroError.invalid(
                        name: "\(name)[\(index)]", value: here ? "without an estimate for pair \(pair)" : "with an estimate for pair \(pair), which the first does not have",
                        must: "NaN in the same pairs as all others (RDM.sharingPairs)")
                }
            }
        }
        try self.init(comparison, conditions: rdms[0].count, isMissing: { first[$0].isNaN }, covariance: covariance)
    }

    /// - Parameter dissimilarities: of all pairs, also of those that are missing.
    func prepare(_ dissimilarities: [Double]) throws -> Prepared {
        let values = present.count == dissimilarities.count ? dissimilarities : present.map { dissimilarities[$0] }
        switch comparison {
        case .cosine, .correlation, .whitenedCosine, .whitenedCorrelation: return .vector(Self.unit(regressor(values)))
        case .spearman: return .vector(Self.unit(Self.centred(RankOrder.ranks(values))))
        case .rhoA:
            let n = Double(values.count)
            let scale = (12 / (n * n * n - n)).squareRoot()
            return .vector(Self.centred(RankOrder.ranks(values)).map { $0 * scale })
        case .tauA, .tauB: return .order(values)
        case .bures:
            let (root, trace) = try SecondMoment.root(SecondMoment.centred(values, conditions))
            return .root(root, trace: trace)
        case .negativeRiemannian: return .moment(SecondMoment.fromFirst(values, conditions))
        }
    }

    /// The estimates in coordinates in which the measure is the cosine: for cosine and correlation and their whitened forms.
    func regressor(_ values: [Double]) -> [Double] {
        let isCentred = comparison == .correlation || comparison == .whitenedCorrelation
        let values = isCentred ? Self.centred(values) : values
        return whitening?.apply(values) ?? values
    }

    func similarity(_ a: Prepared, _ b: Prepared) throws -> Double {
        switch (a, b) {
        case (.vector(let x), .vector(let y)):
            var sum = 0.0
            for index in x.indices { sum += x[index] * y[index] }
            return max(-1, min(1, sum))
        case (.order(let x), .order(let y)): return RankOrder.kendall(x, y, correctingTies: comparison == .tauB)
        case (.root(let x, let traceX), .root(let y, let traceY)):
            guard traceX > 0, traceY > 0 else { return 0 }
            return try x.multiplied(by: y).singularValues().values.sum() / traceX.squareRoot() / traceY.squareRoot()
        case (.moment(let x), .moment(let y)): return -(try RiemannianFit(x, y, noise: SecondMoment.fromFirst(covariance, conditions)).distance())
        default: return 0
        }
    }

    /// Of mean 0; exactly 0 for equal values.
    static func centred(_ values: [Double]) -> [Double] {
        guard let first = values.first else { return [] }
        // Shifted by one of them first: a sum of equal numbers is not always their multiple.
        let mean = values.reduce(0) { $0 + ($1 - first) } / Double(values.count)
        return values.map { $0 - first - mean }
    }

    /// Of length 1, or 0 where there is none.
    static func unit(_ values: [Double]) -> [Double] {
        let largest = values.reduce(0) { max($0, abs($1)) }
        guard largest > 0 else { return values }
        let norm = values.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot() * largest
        return values.map { $0 / norm }
    }

    private static func tooFew(_ count: Int, _ needed: Int) -> NeuroError {
        .invalid(name: "rdms", value: "with \(count) pairs to compare", must: "of at least \(needed)")
    }

    private static func check(_ covariance: Matrix, _ n: Int, _ comparison: RDMComparison) throws {
        switch comparison {
        case .whitenedCosine, .whitenedCorrelation, .negativeRiemannian: break
        default: throw NeuroError.invalid(name: "covariance", value: "given", must: "left out: \(comparison.rawValue) does not use it")
        }
        guard covariance.shape == [n, n] else { throw NeuroError.shape(name: "covariance", shape: covariance.shape, must: "\(n) x \(n), as there are conditions") }
        try Check.finite(covariance, "covariance")
        let largest = covariance.elements.reduce(0) { max($0, abs($1)) }
        for row in 0 ..< n {
            for column in 0 ..< row where abs(covariance.elements[row * n + column] - covariance.elements[column * n + row]) > 1e-8 * largest {
                throw NeuroError.invalid(name: "covariance", value: "another at row \(row), column \(column) than across the diagonal", must: "symmetric")
            }
        }
    }
}
