import Linear

// All distances are per channel (divided by the number of channels P), so that those of regions of different size can be compared. Patterns are samples x channels;
// rows of the same condition are averaged first. Conditions stand in the order of their names (see `ConditionGroups`).

extension RDM {
    /// Squared Euclidean distances per channel: Σ (x_i − x_j)² / P.
    ///
    /// ```swift
    /// let rdm = try RDM.euclidean(patterns, conditions: labels)
    /// try rdmHeatMap(rdm.matrix, names: rdm.conditions)
    /// ```
    ///
    /// Noise makes every one of them larger than it is; `crossnobis` does not have that bias.
    ///
    /// - Parameters:
    ///   - patterns: samples x channels.
    ///   - conditions: the condition of each row; rows of one condition are averaged. Without it each row is its own.
    ///   - removingMean: takes the mean over the channels off each pattern first, so that a general rise of all is no difference.
    /// - Throws: `NeuroError` if a number is not finite, there are fewer than two conditions, or not one label for each row.
    /// - Complexity: O(conditions² · channels).
    public static func euclidean(_ patterns: Matrix, conditions: [String] = [], removingMean: Bool = false) throws -> RDM {
        try mahalanobis(patterns, conditions: conditions, precision: .identity, removingMean: removingMean)
    }

    /// Squared Mahalanobis distances per channel: (x_i − x_j) N (x_i − x_j)ᵀ / P with the precision N of the noise.
    ///
    /// - Parameters:
    ///   - patterns: samples x channels.
    ///   - conditions: the condition of each row; rows of one condition are averaged. Without it each row is its own.
    ///   - precision: full or diagonal; see `NoisePrecision.estimated(fromResiduals:by:degreesOfFreedom:)`.
    ///   - removingMean: takes the mean over the channels off each pattern first.
    /// - Throws: As `euclidean`, and if the precision is not that of so many channels.
    public static func mahalanobis(_ patterns: Matrix, conditions: [String] = [], precision: NoisePrecision, removingMean: Bool = false) throws -> RDM {
        try Check.finite(patterns, "patterns")
        try precision.check(channels: patterns.columns)
        return try mahalanobis(removingMean ? patterns.centringRows() : patterns, ConditionGroups(conditions, rows: patterns.rows), precision)
    }

    static func mahalanobis(_ patterns: Matrix, _ groups: ConditionGroups, _ precision: NoisePrecision) throws -> RDM {
        // Differences do not change, and lose no digits, when the mean pattern is taken off first.
        let means = try groups.means(patterns).centringColumns()
        let kernel = try means.multiplied(byTransposeOf: precision.weigh(means))
        let isIdentity = precision == .identity
        return try RDM(kernel: kernel, scale: 1 / Double(patterns.columns), atLeastZero: true, groups, isIdentity ? "squared euclidean" : "squared mahalanobis")
    }

    /// Correlation distances 1 − r of the patterns. All pairs of a condition whose pattern is the same in all channels are NaN, since it correlates with nothing.
    ///
    /// - Parameters:
    ///   - patterns: samples x channels, at least two of these.
    ///   - conditions: the condition of each row; rows of one condition are averaged. Without it each row is its own.
    /// - Throws: As `euclidean`.
    public static func correlation(_ patterns: Matrix, conditions: [String] = []) throws -> RDM {
        try Check.finite(patterns, "patterns")
        guard patterns.columns >= 2 else { throw NeuroError.shape(name: "patterns", shape: patterns.shape, must: "of at least two channels to correlate") }
        return try correlation(patterns, ConditionGroups(conditions, rows: patterns.rows))
    }

    static func correlation(_ patterns: Matrix, _ groups: ConditionGroups) throws -> RDM {
        let means = try groups.means(patterns)
        var unit = means.centringRows()
        guard unit.elements.allSatisfy(\.isFinite) else { throw tooLarge }
        let width = unit.columns
        var constant = [Bool](repeating: false, count: unit.rows)
        unit.withUnsafeMutableBufferPointer { all in
            for row in 0 ..< constant.count {
                let first = means.elements[row * width]
                constant[row] = (1 ..< width).allSatisfy { means.elements[row * width + $0] == first }
                var largest = 0.0
                for column in 0 ..< width { largest = max(largest, Swift.abs(all[row * width + column])) }
                if constant[row] || largest == 0 {
                    constant[row] = true
                    continue
                }
                // Scaled by the largest first: the squares of very large and very small numbers would leave the range.
                var square = 0.0
                for column in 0 ..< width {
                    all[row * width + column] /= largest
                    square += all[row * width + column] * all[row * width + column]
                }
                for column in 0 ..< width { all[row * width + column] /= square.squareRoot() }
            }
        }
        let kernel = try unit.multiplied(byTransposeOf: unit)
        let n = constant.count
        var values: [Double] = []
        for i in 0 ..< n {
            for j in i + 1 ..< max(n, i + 1) {
                values.append(constant[i] || constant[j] ? .nan : max(0, min(2, 1 - kernel.elements[i * n + j])))
            }
        }
        return RDM(trusted: values, conditions: groups.names, measure: "correlation")
    }

    /// Symmetrised Kullback-Leibler divergences per channel of Poisson-distributed responses: Σ (λ_i − λ_j) (log λ_i − log λ_j) / P.
    ///
    /// The rates are shrunk towards a prior, λ = (x + w λ₀) / (1 + w), so that a channel that never fired has a logarithm.
    ///
    /// - Parameters:
    ///   - patterns: samples x channels, counts or rates, none negative.
    ///   - conditions: the condition of each row; rows of one condition are averaged. Without it each row is its own.
    ///   - priorRate: λ₀, above 0.
    ///   - priorWeight: w, above 0.
    /// - Throws: As `euclidean`, and if a rate is negative.
    public static func poisson(_ patterns: Matrix, conditions: [String] = [], priorRate: Double = 1, priorWeight: Double = 0.1) throws -> RDM {
        let groups = try poissonGroups(patterns, conditions, priorRate, priorWeight)
        let rates = try groups.means(patterns).map { ($0 + priorRate * priorWeight) / (1 + priorWeight) }
        let kernel = try rates.multiplied(byTransposeOf: rates.log())
        return try RDM(kernel: kernel, scale: 1 / Double(patterns.columns), atLeastZero: true, groups, "poisson")
    }

    /// Cross-validated symmetrised Kullback-Leibler divergences of Poisson-distributed responses: Σ (a_i − a_j) (log b_i − log b_j) / P, b the rates in one run and a those
    /// of all samples outside it, averaged over the runs. Their mean is 0 for conditions that do not differ.
    ///
    /// A pair is NaN unless some run holds both conditions while other runs hold both, too.
    ///
    /// - Parameters:
    ///   - patterns: samples x channels, counts or rates, none negative.
    ///   - conditions: the condition of each row.
    ///   - runs: the run of each row.
    ///   - priorRate: see `poisson`.
    ///   - priorWeight: see `poisson`.
    /// - Throws: As `poisson`, and if there are fewer than two runs.
    public static func crossvalidatedPoisson(
        _ patterns: Matrix, conditions: [String], runs: [Int], priorRate: Double = 1, priorWeight: Double = 0.1
    ) throws -> RDM {
        let groups = try poissonGroups(patterns, conditions, priorRate, priorWeight)
        let table = try RunTable(patterns, groups, runs)
        let n = groups.names.count
        var sum = [Double](repeating: 0, count: pairs(of: n)), folds = sum
        func shrunk(_ sums: Matrix, _ counts: [Double]) -> Matrix {
            let means = table.means(sums, counts)
            return means.map { ($0 + priorRate * priorWeight) / (1 + priorWeight) }
        }
        for run in table.runs.indices {
            try Progress.check(run, of: table.runs.count)
            let (held, heldCounts) = table.sums(run)
            let others = try table.total - held
            let otherCounts = zip(table.counts, heldCounts).map { $0 - $1 }
            let kernel = try shrunk(others, otherCounts).multiplied(byTransposeOf: shrunk(held, heldCounts).log()).elements
            var pair = 0
            for i in 0 ..< n {
                for j in i + 1 ..< max(n, i + 1) {
                    if heldCounts[i] > 0, heldCounts[j] > 0, otherCounts[i] > 0, otherCounts[j] > 0 {
                        sum[pair] += kernel[i * n + i] + kernel[j * n + j] - kernel[i * n + j] - kernel[j * n + i]
                        folds[pair] += 1
                    }
                    pair += 1
                }
            }
        }
        let values = try zip(sum, folds).map { $1 > 0 ? try within($0 / $1 / Double(patterns.columns)) : .nan }
        return try RDM(estimates: values, groups, "cross-validated poisson")
    }

    private static func poissonGroups(_ patterns: Matrix, _ conditions: [String], _ rate: Double, _ weight: Double) throws -> ConditionGroups {
        try Check.finite(patterns, "patterns")
        try Check.positive(rate, "priorRate")
        try Check.positive(weight, "priorWeight")
        if let value = patterns.elements.first(where: { $0 < 0 }) { throw NeuroError.invalid(name: "patterns", value: "\(value) somewhere", must: "counts or rates of at least 0") }
        return try ConditionGroups(conditions, rows: patterns.rows)
    }

    /// k_ii + k_jj − k_ij − k_ji times `scale`.
    init(kernel: Matrix, scale: Double, atLeastZero: Bool, _ groups: ConditionGroups, _ measure: String) throws {
        let n = kernel.rows
        let k = kernel.elements
        var values: [Double] = []
        values.reserveCapacity(Self.pairs(of: n))
        for i in 0 ..< n {
            for j in i + 1 ..< max(n, i + 1) {
                let value = (k[i * n + i] + k[j * n + j] - k[i * n + j] - k[j * n + i]) * scale
                values.append(atLeastZero && value < 0 ? 0 : value)
            }
        }
        // Finite patterns whose products are not.
        if values.contains(where: { !$0.isFinite }) { throw Self.tooLarge }
        self.init(trusted: values, conditions: groups.names, measure: measure)
    }

    /// Estimates of which those that do not exist are NaN.
    init(estimates: [Double], _ groups: ConditionGroups, _ measure: String) throws {
        if estimates.contains(where: { $0.isInfinite }) { throw Self.tooLarge }
        self.init(trusted: estimates, conditions: groups.names, measure: measure)
    }

    /// A distance that was computed, if it is one.
    static func within(_ distance: Double) throws -> Double {
        guard distance.isFinite else { throw tooLarge }
        return distance
    }

    static var tooLarge: NeuroError { .diverged(what: "the distances are larger than the numbers reach; scale the patterns down") }
}
