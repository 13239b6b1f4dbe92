import Linear
import Synchronization

/// Which of several models are most similar to the measured matrices of subjects, and how sure that is.
///
/// ```swift
/// let comparison = try ModelComparison.evaluate([shape, category], on: subjects, by: .rhoA)
/// comparison.similarities                       // the mean of each model
/// comparison.standardErrors
/// comparison.pBetween                           // two-sided, model by model
/// comparison.lowerCeiling                       // what a perfect model would reach
/// ```
public struct ModelComparison: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What is drawn again with replacement to learn how far the result depends on who and what was measured.
    public enum Resampling: String, Equatable, Sendable, Codable {
        /// Subjects: the result generalises to other people who see the same things.
        case subjects
        /// Conditions: to other things that the same people see.
        case conditions
        /// Both, by three bootstraps: of both together, which counts noise twice, and of either, which corrects for it. H. H. Schütt et al., eLife 12 (2023) e82566, doi:10.7554/eLife.82566.
        case both
    }

    /// The measure of similarity.
    public let comparison: RDMComparison
    /// What was resampled.
    public let resampling: Resampling
    /// How similar each subject (row) is to each model (column).
    public let bySubject: Matrix
    /// How similar each model is, in the mean over subjects.
    public let similarities: Vector
    /// The bootstrap standard error of each.
    public let standardErrors: Vector
    /// What the true model would reach; see `RDM.noiseCeiling`.
    public let lowerCeiling: Double
    /// What no model exceeds.
    public let upperCeiling: Double
    /// The one-sided p of each model's similarity being 0 or less.
    public let pAboveZero: Vector
    /// The two-sided p of two models being equally similar; 1 on the diagonal.
    public let pBetween: Matrix
    /// The two-sided p of each model being as similar as the lower ceiling.
    public let pBelowCeiling: Vector
    /// The similarity of each model (column) in each bootstrap sample (row); of the bootstrap of both where there are three.
    public let samples: Matrix
    /// Of the t tests: the smaller of the numbers of subjects and conditions that were resampled, less 1.
    public let degreesOfFreedom: Int

    /// Compares models with the matrices of subjects.
    ///
    /// All p are of t tests with the bootstrap variance of what is tested. None is corrected for many models: multiply by their number (Bonferroni) or see the false discovery rate.
    ///
    /// In a sample of conditions, pairs of two copies of the same condition are left out. A sample of fewer than three different conditions is drawn again.
    ///
    /// - Parameters:
    ///   - models: one matrix for each model. Weighted ones: see `ModelWeights`.
    ///   - subjects: the measured matrices, at least two. All with the same conditions and missing pairs.
    ///   - comparison: any for which `RDM.noiseCeiling` is known.
    ///   - resampling: subjects and conditions by default.
    ///   - samples: how many bootstrap samples, at least 10; 1000 are usual.
    ///   - seed: of the drawing.
    ///   - covariance: see `RDM.similarity(to:by:covariance:)`; only with resampling of subjects, since copies of a condition have no positive definite covariance.
    /// - Throws: As `RDM.noiseCeiling(_:by:covariance:)`, for too few subjects, conditions (three) or samples.
    /// - Complexity: O(samples · (models + subjects) · pairs · log pairs).
    public static func evaluate(
        _ models: [RDM], on subjects: [RDM], by comparison: RDMComparison = .cosine, resampling: Resampling = .both, samples: Int = 1000, seed: Int = 0, covariance: Matrix? = nil
    ) throws -> ModelComparison {
        try Check.atLeast(10, samples, "samples")
        try RDM.requireSeveral(subjects)
        let measure = try PreparedComparison(comparison, aligned: models, "models", with: subjects, "subjects", covariance: covariance)
        let n = subjects[0].count
        if resampling != .subjects {
            guard n >= 4 else { throw NeuroError.invalid(name: "subjects", value: "RDMs of \(n) conditions", must: "of at least 4 to draw some of them") }
            if covariance != nil { throw NeuroError.invalid(name: "covariance", value: "given", must: "left out, or resampling .subjects") }
        }
        _ = try Allocation.count(of: [samples, models.count + 2], named: "samples", as: Double.self)
        let bySubject = try RDM.similarities(subjects, to: models, by: comparison, covariance: covariance)
        let (lower, upper) = try RDM.noiseCeiling(subjects.map { $0.dissimilarities.elements }, of: Array(subjects.indices), measure)
        let bootstrap = Bootstrap(models: models, subjects: subjects, comparison: comparison, covariance: covariance, random: Random(seed: seed))
        let means = bySubject.columnMeans()

        let kinds: [Resampling] = resampling == .both ? [.both, .subjects, .conditions] : [resampling]
        var draws: [Matrix] = []
        for (part, kind) in kinds.enumerated() {
            try Progress.stretch(part, of: kinds.count) { draws.append(try bootstrap.run(kind, samples: samples)) }
        }
        let covariances = try draws.map { draw in try draw.centringColumns().gram() * (1 / Double(samples - 1)) }
        let (nS, nC) = (Double(subjects.count), Double(n))
        /// The variance of Σ w_m · column m of the samples, from that in each bootstrap.
        func variance(_ contrast: [(Int, Double)]) -> Double {
            let width = models.count + 2
            let each = covariances.map { c in
                max(0, contrast.reduce(0) { sum, a in sum + contrast.reduce(0) { $0 + a.1 * $1.1 * c.elements[a.0 * width + $1.0] } })
            }
            switch resampling {
            case .subjects: return each[0] * nS / (nS - 1)
            case .conditions: return each[0] * nC / (nC - 1)
            case .both:
                let (s, c) = (nS / (nS - 1) * each[1], nC / (nC - 1) * each[2])
                let both = s + c - nS * nC / (nS - 1) / (nC - 1) * (each[0] - each[1] - each[2])
                return min(max(both, s, c), each[0])
            }
        }
        let dof =
            switch resampling {
            case .subjects: subjects.count - 1
            case .conditions: n - 1
            case .both: min(subjects.count, n) - 1
            }
        func t(_ difference: Double, _ variance: Double) -> Double { difference / max(variance, .ulpOfOne).squareRoot() }
        let errors = models.indices.map { variance([($0, 1)]).squareRoot() }
        let between = models.indices.flatMap { a in
            models.indices.map { b in
                a == b ? 1 : StudentT.beyond(t(means[a] - means[b], variance([(a, 1), (b, -1)])), degreesOfFreedom: Double(dof))
            }
        }
        let ceiling = models.indices.map { StudentT.beyond(t(means[$0] - lower, variance([($0, 1), (models.count, -1)])), degreesOfFreedom: Double(dof)) }
        return try ModelComparison(
            comparison: comparison, resampling: resampling, bySubject: bySubject, similarities: Vector(means), standardErrors: Vector(errors),
            lowerCeiling: lower, upperCeiling: upper,
            pAboveZero: Vector(zip(means, errors).map { StudentT.above(t($0, $1 * $1), degreesOfFreedom: Double(dof)) }),
            pBetween: Matrix(rows: models.count, columns: models.count, elements: between), pBelowCeiling: Vector(ceiling),
            samples: draws[0][columns: 0 ..< models.count], degreesOfFreedom: dof)
    }

    /// One line: each model's similarity and its standard error, and the ceiling.
    public var description: String {
        func short(_ x: Double) -> String { "\((x * 1000).rounded() / 1000)" }
        let each = zip(similarities.elements, standardErrors.elements).map { "\(short($0)) ± \(short($1))" }.joined(separator: ", ")
        return "\(comparison.rawValue) of \(similarities.count) models with \(bySubject.rows) subjects: \(each); ceiling \(short(lowerCeiling)) to \(short(upperCeiling))"
    }
}

/// Bootstrap samples of the similarities of models and of the noise ceiling. Each sample draws from its own stream, and the three kinds make the same draws.
private struct Bootstrap: Sendable {
    let models: [RDM]
    let subjects: [RDM]
    let comparison: RDMComparison
    let covariance: Matrix?
    let random: Random

    /// samples x (models, lower ceiling, upper ceiling).
    func run(_ kind: ModelComparison.Resampling, samples: Int) throws -> Matrix {
        let width = models.count + 2
        var result = try Matrix(rows: samples, columns: width, repeating: 0)
        let failure = Mutex<(sample: Int, error: any Error)?>(nil)
        try result.withUnsafeMutableBufferPointer { all in
            // Each sample writes its own row.
            nonisolated(unsafe) let all = all
            try Threads.share(samples, progress: { (begun: Int) throws in try Progress.check(begun, of: samples) }) { _, sample in
                do {
                    // How far one sample is, is no news of the call.
                    let row = try Progress.observe({ _ in }) { try values(kind, sample) }
                    for (column, value) in row.enumerated() { all[sample * width + column] = value }
                } catch {
                    failure.withLock { first in
                        if first == nil || sample < (first?.sample ?? 0) { first = (sample, error) }
                    }
                }
            }
        }
        if let error = failure.withLock({ $0?.error }) { throw error }
        return result
    }

    private func values(_ kind: ModelComparison.Resampling, _ sample: Int) throws -> [Double] {
        var random = random.stream(sample)
        let n = subjects[0].count
        var conditions: [Int] = []
        repeat { conditions = try random.integers(count: n, in: 0 ..< n) } while Set(conditions).count < 3
        // The lower ceiling leaves one subject out, with all copies: there must be another.
        var people: [Int] = []
        repeat { people = try random.integers(count: subjects.count, in: 0 ..< subjects.count) } while Set(people).count < 2
        if kind == .subjects { conditions = Array(0 ..< n) }
        if kind == .conditions { people = Array(subjects.indices) }
        let drawn = people.map { kind == .subjects ? subjects[$0].dissimilarities.elements : subjects[$0].selected(conditions) }
        let predicted = models.map { kind == .subjects ? $0.dissimilarities.elements : $0.selected(conditions) }
        let measure = try PreparedComparison(comparison, conditions: n, isMissing: { drawn[0][$0].isNaN }, covariance: covariance)
        let prepared = try drawn.map { try measure.prepare($0) }
        var row: [Double] = []
        for model in predicted {
            let model = try measure.prepare(model)
            var sum = 0.0
            for subject in prepared { sum += try measure.similarity(subject, model) }
            row.append(sum / Double(prepared.count))
        }
        let ceiling = try RDM.noiseCeiling(drawn, of: people, measure)
        return row + [ceiling.lower, ceiling.upper]
    }
}
