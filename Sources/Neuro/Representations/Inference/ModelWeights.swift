import Linear

/// Weights with which several model matrices add up to the one that is most similar to measured ones.
///
/// ```swift
/// let fit = try ModelWeights.fit([shape, category], to: subjects, by: .whitenedCosine)
/// fit.weights                                   // of length 1
/// try fit.prediction().similarity(to: subjects[0])
/// ```
public struct ModelWeights: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The weight of each model; their squares add up to 1, since a common factor changes no similarity, unless all are 0.
    public let weights: Vector
    /// The models.
    public let models: [RDM]

    /// Fits weights by least squares in the coordinates in which `comparison` is a cosine: with the mean of the subjects' matrices, each scaled to length 1, as the
    /// target, the weighted sum is the one with the largest mean similarity among those that non-negative (or any) weights can make.
    ///
    /// - Parameters:
    ///   - models: linearly independent matrices of the conditions of the subjects.
    ///   - subjects: the measured matrices.
    ///   - comparison: `.cosine`, `.correlation` or a whitened one.
    ///   - nonNegative: keeps the weights at 0 or above, as sums of squared distances over sets of features need it; by the active-set method of Lawson and Hanson.
    ///   - ridge: added to the diagonal of the normal equations, of models and target as they are.
    ///   - covariance: see `RDM.similarity(to:by:covariance:)`.
    /// - Throws: As `RDM.similarity(to:by:covariance:)`; for other measures; if the models are linearly dependent and `ridge` is 0.
    public static func fit(
        _ models: [RDM], to subjects: [RDM], by comparison: RDMComparison = .cosine, nonNegative: Bool = true, ridge: Double = 0, covariance: Matrix? = nil
    ) throws -> ModelWeights {
        try Check.notNegative(ridge, "ridge")
        let measure = try prepared(models, subjects, comparison, covariance)
        return try ModelWeights(weights: solve(models, subjects, measure, nonNegative, ridge), models: models)
    }

    /// How similar the weighted models are to each subject, with weights that were fitted on all others: what the models explain of somebody they were not fitted to.
    ///
    /// - Returns: One similarity for each subject.
    /// - Throws: As `fit`, and for fewer than two subjects.
    public static func leaveOneOutSimilarities(
        _ models: [RDM], to subjects: [RDM], by comparison: RDMComparison = .cosine, nonNegative: Bool = true, ridge: Double = 0, covariance: Matrix? = nil
    ) throws -> Vector {
        try Check.notNegative(ridge, "ridge")
        try RDM.requireSeveral(subjects)
        let measure = try prepared(models, subjects, comparison, covariance)
        return Vector(
            try subjects.indices.map { held in
                try Progress.check(held, of: subjects.count)
                let weights = try solve(models, subjects.indices.filter { $0 != held }.map { subjects[$0] }, measure, nonNegative, ridge)
                return try measure.similarity(measure.prepare(sum(models, weights)), measure.prepare(subjects[held].dissimilarities.elements))
            })
    }

    /// The weighted sum of the models.
    ///
    /// - Throws: `NeuroError` if these weights were put together from models and weights that do not fit.
    public func prediction() throws -> RDM {
        try RDM.requireSameConditions(models, "models")
        guard weights.count == models.count else { throw NeuroError.shape(name: "weights", shape: [weights.count], must: "of \(models.count) elements, one for each model") }
        return RDM(trusted: Self.sum(models, weights), conditions: models[0].conditions, measure: "weighted models")
    }

    private static func prepared(_ models: [RDM], _ subjects: [RDM], _ comparison: RDMComparison, _ covariance: Matrix?) throws -> PreparedComparison {
        switch comparison {
        case .cosine, .correlation, .whitenedCosine, .whitenedCorrelation: break
        default: throw NeuroError.invalid(name: "comparison", value: comparison.rawValue, must: "cosine, correlation or one of their whitened forms")
        }
        guard !subjects.isEmpty else { throw NeuroError.shape(name: "subjects", shape: [0], must: "of at least one RDM") }
        return try PreparedComparison(comparison, aligned: models, "models", with: subjects, "subjects", covariance: covariance)
    }

    private static func sum(_ models: [RDM], _ weights: Vector) -> [Double] {
        var result = [Double](repeating: 0, count: models[0].dissimilarities.count)
        for (model, weight) in zip(models, weights.elements) {
            for (pair, value) in model.dissimilarities.elements.enumerated() { result[pair] += weight * value }
        }
        return result
    }

    private static func solve(_ models: [RDM], _ subjects: [RDM], _ measure: PreparedComparison, _ nonNegative: Bool, _ ridge: Double) throws -> Vector {
        func coordinates(_ values: [Double]) -> [Double] { measure.regressor(measure.present.map { values[$0] }) }
        var target = [Double](repeating: 0, count: subjects[0].dissimilarities.count)
        for subject in subjects { for (pair, value) in try measure.poolingTerm(subject.dissimilarities.elements).enumerated() { target[pair] += value } }
        // In units of the largest: one scale for all changes no quotient of weights, and squares of very large or very small models would leave the numbers.
        let unscaled = try Matrix.fromColumns(models.map { Vector(coordinates($0.dissimilarities.elements)) })
        let size = unscaled.elements.reduce(0) { max($0, abs($1)) }
        let columns = size > 0 ? unscaled / size : unscaled
        let ridge = size > 0 ? ridge / size / size : ridge
        let y = Vector(coordinates(target.map { $0 / Double(subjects.count) }))
        var gram = try columns.gram()
        for model in models.indices { try gram.set(gram[model, model] + ridge, row: model, column: model) }
        let right = columns.applied(to: y, transposed: true)
        let weights = try nonNegative ? NonNegativeLeastSquares.solve(gram, right) : independent { try gram.cholesky().solve(right) }
        return Vector(PreparedComparison.unit(weights.elements))
    }

    /// The result of `body`, or what it means that the normal equations are singular.
    static func independent<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch LinearError.notPositiveDefinite(_, let order) {
            throw NeuroError.invalid(
                name: "models", value: "such that model \(order - 1) is a sum of those before it, or zero", must: "linearly independent, or fitted with a ridge above 0")
        }
    }

    /// One line: the weights.
    public var description: String { "weights \(weights) of \(models.count) model RDMs" }
}

/// min ‖A x − y‖² over x ≥ 0 from the normal equations. C. L. Lawson and R. J. Hanson, Solving Least Squares Problems (1974), chapter 23, with the products formed once as in R. Bro and
/// S. de Jong, J. Chemometrics 11 (1997) 393.
enum NonNegativeLeastSquares {
    static func solve(_ gram: Matrix, _ right: Vector) throws -> Vector {
        let n = gram.rows, b = right.elements
        var x = [Double](repeating: 0, count: n)
        var active = [Bool](repeating: false, count: n)
        let rounding = 100 * Double.ulpOfOne * (b.map { abs($0) }.max() ?? 0)
        func gradient() -> [Double] { zip(b, gram.applied(to: Vector(x), transposed: false).elements).map { $0 - $1 } }
        func solution() throws -> [Double] {
            let free = (0 ..< n).filter { active[$0] }
            let part = try gram.selectingRows(free).selectingColumns(free)
            let solved = try ModelWeights.independent { try part.cholesky().solve(right.selecting(free)).elements }
            var all = [Double](repeating: 0, count: n)
            for (index, value) in zip(free, solved) { all[index] = value }
            return all
        }
        // Each round frees one more weight; a bound, since rounding could make it go round in circles.
        for _ in 0 ..< 10 * n + 10 {
            let w = gradient()
            let resting: [Int] = (0 ..< n).filter { !active[$0] }
            guard let best = resting.max(by: { w[$0] < w[$1] }), w[best] > rounding else { break }
            active[best] = true
            var s = try solution()
            /// How far towards the solution of the free ones the weight i reaches 0.
            func step(_ i: Int) -> Double { x[i] > 0 ? x[i] / (x[i] - s[i]) : 0 }
            while let worst = (0 ..< n).filter({ active[$0] && s[$0] <= 0 }).min(by: { step($0) < step($1) }) {
                let step = step(worst)
                for index in 0 ..< n where active[index] { x[index] += step * (s[index] - x[index]) }
                x[worst] = 0
                active[worst] = false
                if !active.contains(true) {
                    s = [Double](repeating: 0, count: n)
                    break
                }
                s = try solution()
            }
            x = s
        }
        return Vector(x)
    }
}
