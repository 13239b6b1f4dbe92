import Linear

extension RDM {
    /// What is averaged where the runs hold different numbers of samples of a condition.
    public enum CrossnobisWeighting: String, Equatable, Sendable, Codable {
        /// Each run counts once: the mean over all pairs of runs m ≠ n, in both of which both conditions occur, of δ_m N δ_nᵀ, δ_m being the difference of the two mean
        /// patterns of run m. What is common to all patterns of a run falls out.
        case runs
        /// Each pair of samples from different runs counts once: s_ii + s_jj − 2 s_ij with s_ij the mean of x N yᵀ over all samples x of i and y of j from different
        /// runs. Uses every sample also where no run holds both conditions, but what is common to a run does not fall out.
        case samples
    }

    /// Crossnobis distances: squared Mahalanobis distances per channel, cross-validated over runs, (1 / P) mean over m ≠ n of δ_m N δ_nᵀ.
    ///
    /// The noise of two runs is independent, so its mean is 0 where two conditions do not differ: zero means something here, and estimates below it are right.
    ///
    /// ```swift
    /// let precision = try NoisePrecision.estimated(fromResiduals: residuals)
    /// let rdm = try RDM.crossnobis(patterns, conditions: labels, runs: runs, precision: precision)
    /// ```
    ///
    /// Runs may hold different numbers of samples, and lack conditions; a pair of conditions for which no two runs have what `weighting` asks for is NaN.
    /// One run after the other is multiplied with the sum of the others: memory is that of the mean patterns and of one matrix conditions x conditions.
    ///
    /// A. Walther et al., NeuroImage 137 (2016) 188, doi:10.1016/j.neuroimage.2015.12.012.
    ///
    /// - Parameters:
    ///   - patterns: samples x channels, such as the regression weights of each run.
    ///   - conditions: the condition of each row.
    ///   - runs: the run of each row.
    ///   - precision: of the noise, the same in all runs.
    ///   - weighting: what counts once; runs by default.
    ///   - removingMean: takes the mean over the channels off each pattern first.
    /// - Throws: `NeuroError` if a number is not finite, there are fewer than two conditions or runs, labels and rows differ in number, or the precision is not that of so
    ///   many channels.
    /// - Complexity: O(runs · conditions · channels · (conditions + channels)), without the last term for a diagonal precision; where runs lack conditions, or
    ///   each has its own precision, with runs² in place of runs.
    public static func crossnobis(
        _ patterns: Matrix, conditions: [String], runs: [Int], precision: NoisePrecision = .identity, weighting: CrossnobisWeighting = .runs, removingMean: Bool = false
    ) throws -> RDM {
        try Check.finite(patterns, "patterns")
        try precision.check(channels: patterns.columns)
        let groups = try ConditionGroups(conditions, rows: patterns.rows)
        return try crossnobis(RunTable(removingMean ? patterns.centringRows() : patterns, groups, runs), weighting) { _, _ in precision }
    }

    /// Crossnobis distances with another precision of the noise in each run. Two runs are compared with the inverse of the mean of their covariances.
    ///
    /// - Parameter precisions: one for each run, in ascending order of the runs' numbers.
    /// - Throws: As `crossnobis(_:conditions:runs:precision:weighting:removingMean:)`, if there is not one precision for each run or one cannot be inverted.
    public static func crossnobis(
        _ patterns: Matrix, conditions: [String], runs: [Int], precisions: [NoisePrecision], weighting: CrossnobisWeighting = .runs, removingMean: Bool = false
    ) throws -> RDM {
        try Check.finite(patterns, "patterns")
        let groups = try ConditionGroups(conditions, rows: patterns.rows)
        let table = try RunTable(removingMean ? patterns.centringRows() : patterns, groups, runs)
        let count = table.runs.count
        guard precisions.count == count else { throw NeuroError.shape(name: "precisions", shape: [precisions.count], must: "of \(count) elements, one for each run") }
        for (run, precision) in precisions.enumerated() { try precision.check(channels: patterns.columns, name: "precisions[\(run)]") }
        return try crossnobis(table, weighting) { a, b in
            guard let a, let b else { return nil }
            return try NoisePrecision.combined(precisions[a], precisions[b], channels: patterns.columns)
        }
    }

    /// - Parameter precision: of two runs; asked without them, the one of all pairs of runs if there is such a one.
    static func crossnobis(_ table: RunTable, _ weighting: CrossnobisWeighting, precision: (Int?, Int?) throws -> NoisePrecision?) throws -> RDM {
        let groups = table.groups
        let common = try precision(nil, nil)
        var sums = CrossnobisSums(conditions: groups.names.count, channels: table.total.columns)
        let count = table.runs.count
        switch weighting {
        case .runs where common != nil && table.isComplete:
            let means = (0 ..< count).map { table.centredMeans($0).patterns }
            let total = try means.dropFirst().reduce(means[0]) { try $0 + $1 }
            for (run, mean) in means.enumerated() {
                try Progress.check(run, of: count)
                let kernel = try mean.multiplied(byTransposeOf: (common ?? .identity).weigh(total - mean))
                sums.add(differences: kernel, times: Double(count - 1)) { _ in true }
            }
        case .runs:
            let means = (0 ..< count).map { table.centredMeans($0) }
            for first in 0 ..< count {
                for second in first + 1 ..< max(count, first + 1) {
                    try Progress.check(first * (2 * count - first - 1) / 2 + second - first - 1, of: count * (count - 1) / 2)
                    let noise = try precision(first, second) ?? .identity
                    let kernel = try means[first].patterns.multiplied(byTransposeOf: noise.weigh(means[second].patterns))
                    sums.add(differences: kernel, times: 1) { means[first].present[$0] && means[second].present[$0] }
                }
            }
        case .samples:
            for first in 0 ..< count {
                try Progress.check(first, of: count)
                let (own, counts) = table.sums(first)
                if let common {
                    sums.add(products: try own.multiplied(byTransposeOf: common.weigh(table.total - own)), counts, zip(table.counts, counts).map { $0 - $1 })
                    continue
                }
                for second in 0 ..< count where second != first {
                    let (other, otherCounts) = table.sums(second)
                    let noise = try precision(first, second) ?? .identity
                    sums.add(products: try own.multiplied(byTransposeOf: noise.weigh(other)), counts, otherCounts)
                }
            }
        }
        return try RDM(estimates: sums.distances(), groups, "crossnobis")
    }
}

/// The patterns of a design by run and condition.
struct RunTable {
    /// The runs, ascending.
    let runs: [Int]
    /// The sum of the patterns of each condition over all runs, and of how many.
    let total: Matrix
    let counts: [Double]
    /// Whether every run holds every condition.
    let isComplete: Bool
    private let patterns: Matrix
    let groups: ConditionGroups
    private let rowsOfRun: [[Int]]

    init(_ patterns: Matrix, _ groups: ConditionGroups, _ runs: [Int]) throws {
        guard runs.count == patterns.rows else { throw NeuroError.shape(name: "runs", shape: [runs.count], must: "of \(patterns.rows) labels, one for each row of the patterns") }
        let labels = Set(runs).sorted()
        guard labels.count >= 2 else { throw NeuroError.invalid(name: "runs", value: "\(labels.count) different", must: "at least two, to cross-validate over") }
        // Then no pair would have an estimate.
        guard groups.counts.contains(where: { $0 > 1 }) else {
            throw NeuroError.invalid(name: "conditions", value: "\(groups.names.count) different in \(patterns.rows) rows", must: "repeated in other runs")
        }
        var place: [Int: Int] = [:]
        for (index, label) in labels.enumerated() { place[label] = index }
        var rowsOfRun = [[Int]](repeating: [], count: labels.count)
        for (row, run) in runs.enumerated() { rowsOfRun[place[run] ?? 0].append(row) }
        _ = try Allocation.count(of: [groups.names.count, patterns.columns], named: "the mean patterns", as: Double.self)
        _ = try Allocation.count(of: [groups.names.count, groups.names.count], named: "the distances", as: Double.self)
        (self.runs, self.patterns, self.groups, self.rowsOfRun) = (labels, patterns, groups, rowsOfRun)
        (total, counts) = Self.sums(patterns, groups, Array(0 ..< patterns.rows))
        isComplete = rowsOfRun.allSatisfy { rows in Set(rows.map { groups.index[$0] }).count == groups.names.count }
    }

    /// The sum of the patterns of each condition in a run, and of how many.
    func sums(_ run: Int) -> (Matrix, [Double]) { Self.sums(patterns, groups, rowsOfRun[run]) }

    /// Sums over counts; 0 where there is nothing to count.
    func means(_ sums: Matrix, _ counts: [Double]) -> Matrix {
        var result = sums
        let width = sums.columns
        result.withUnsafeMutableBufferPointer { all in
            for (row, count) in counts.enumerated() { for column in 0 ..< width { all[row * width + column] = count > 0 ? all[row * width + column] / count : 0 } }
        }
        return result
    }

    /// The mean pattern of each condition in a run, less the mean over those conditions: differences within the run stay, and what is common to it does not cost digits.
    func centredMeans(_ run: Int) -> (patterns: Matrix, present: [Bool]) {
        let (sums, counts) = sums(run)
        let present = counts.map { $0 > 0 }
        var means = means(sums, counts)
        let width = means.columns
        let share = Double(max(1, present.count { $0 }))
        let centre = means.columnSums().map { $0 / share }
        means.withUnsafeMutableBufferPointer { all in
            for (row, isPresent) in present.enumerated() where isPresent { for column in 0 ..< width { all[row * width + column] -= centre[column] } }
        }
        return (means, present)
    }

    private static func sums(_ patterns: Matrix, _ groups: ConditionGroups, _ rows: [Int]) -> (Matrix, [Double]) {
        let width = patterns.columns
        var counts = [Double](repeating: 0, count: groups.names.count)
        let sums = Matrix(unsafeUninitializedRows: groups.names.count, columns: width) { result in
            result.initialize(repeating: 0)
            patterns.withUnsafeBufferPointer { values in
                for row in rows {
                    let group = groups.index[row]
                    counts[group] += 1
                    for column in 0 ..< width { result[group * width + column] += values[row * width + column] }
                }
            }
        }
        return (sums, counts)
    }
}

/// What the kernels of pairs of runs add up to. A sum of differences belongs to a pair of conditions, a sum of products to each entry of the kernel.
private struct CrossnobisSums {
    let conditions: Int
    let channels: Int
    private var differences: [Double]
    private var weights: [Double]
    private var products: [Double] = []
    private var productWeights: [Double] = []

    init(conditions: Int, channels: Int) {
        (self.conditions, self.channels) = (conditions, channels)
        differences = Array(repeating: 0, count: RDM.pairs(of: conditions))
        weights = differences
    }

    mutating func add(differences kernel: Matrix, times weight: Double, isPresent: (Int) -> Bool) {
        let n = conditions
        let present = (0 ..< n).map(isPresent)
        kernel.withUnsafeBufferPointer { k in
            var pair = 0
            for i in 0 ..< n {
                for j in i + 1 ..< max(n, i + 1) {
                    if present[i], present[j] {
                        differences[pair] += k[i * n + i] + k[j * n + j] - k[i * n + j] - k[j * n + i]
                        weights[pair] += weight
                    }
                    pair += 1
                }
            }
        }
    }

    mutating func add(products kernel: Matrix, _ left: [Double], _ right: [Double]) {
        let n = conditions
        if products.isEmpty {
            products = Array(repeating: 0, count: n * n)
            productWeights = products
        }
        kernel.withUnsafeBufferPointer { k in
            for i in 0 ..< n {
                for j in 0 ..< n {
                    products[i * n + j] += k[i * n + j]
                    productWeights[i * n + j] += left[i] * right[j]
                }
            }
        }
    }

    /// NaN where nothing was added. What was, and is no number, had products beyond the numbers: that is no missing estimate.
    func distances() throws -> [Double] {
        let n = conditions
        if products.isEmpty { return try zip(differences, weights).map { $1 > 0 ? try RDM.within($0 / $1 / Double(channels)) : .nan } }
        func mean(_ i: Int, _ j: Int) throws -> Double {
            let weight = productWeights[i * n + j] + productWeights[j * n + i]
            return weight > 0 ? try RDM.within((products[i * n + j] + products[j * n + i]) / weight) : .nan
        }
        var result: [Double] = []
        for i in 0 ..< n { for j in i + 1 ..< max(n, i + 1) { result.append(try (mean(i, i) + mean(j, j) - 2 * mean(i, j)) / Double(channels)) } }
        return result
    }
}
