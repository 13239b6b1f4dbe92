import Linear

/// How often a prediction would be as good by chance: the score of each voxel, against those that it has when blocks of the measured series are shuffled.
///
/// ```swift
/// let test = try permutationTest(heldOut, fit.predict(features), block: 10)
/// let significant = try test.falseDiscoveryRates().elements.filter { $0 < 0.05 }.count
/// ```
public struct PermutationTest: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The score of each voxel.
    public let scores: Vector
    /// For each voxel the probability of a score at least as high by chance: (1 + as many permutations as reached it) / (1 + permutations).
    public let pValues: Vector
    /// The same for the highest score of any voxel: a voxel with 0.05 or less would be reached by chance, anywhere in the brain, in 5 % of experiments (Nichols & Holmes 2002, doi:10.1002/hbm.1058).
    public let maximumPValues: Vector
    /// The highest score of any voxel in each permutation.
    public let maxima: Vector

    /// The false discovery rate at which each voxel would be called significant; see `falseDiscoveryRate(_:)`.
    public func falseDiscoveryRates() throws -> Vector { try falseDiscoveryRate(pValues) }

    /// One line: voxels, permutations, and how many voxels are significant.
    public var description: String {
        let rates = (try? falseDiscoveryRates().elements) ?? []
        return "permutation test of \(scores.count) voxels, \(maxima.count) permutations: \(rates.count { $0 <= 0.05 }) at a false discovery rate of 0.05, "
            + "\(maximumPValues.elements.count { $0 <= 0.05 }) by the maximum"
    }
}

/// Tests a prediction against chance by shuffling blocks of the measured series. The same permutations serve all voxels, so that what voxels share stays shared.
///
/// - Parameters:
///   - observed: samples x voxels, of samples that the prediction was not fitted on.
///   - predicted: the same shape.
///   - block: samples in a block: as many as the series remembers, about 20 s for fMRI, 10 scans of 2 s.
///   - permutations: the smallest p is 1 / (1 + permutations).
///   - runs: the run of each sample, so that no block goes across a border; empty if all is one run.
///   - score: `.correlation` by default, or `.r2`, or minus the mean squared error.
///   - seed: the same seed draws the same permutations.
/// - Throws: `NeuroError` if shapes differ, something is empty or not finite, the samples make fewer than two blocks, or there is no permutation.
/// - Complexity: O(permutations · samples · voxels).
public func permutationTest(
    _ observed: Matrix, _ predicted: Matrix, block: Int = 10, permutations: Int = 1000, runs: [Int] = [], score: CrossValidationScore = .correlation, seed: Int = 0
) throws -> PermutationTest {
    let products = try ScoreProducts(observed, predicted, score)
    guard (1 ... 10_000_000).contains(permutations) else {
        throw NeuroError.invalid(name: "permutations", value: "\(permutations)", must: "from 1 to 10 million")
    }
    let order = try BlockOrder(samples: observed.rows, block: block, runs: runs)
    var random = Random(seed: seed)
    let scores = products.scores(Array(0 ..< observed.rows), against: Array(0 ..< observed.rows))
    // What rounding makes of the same order is not lower. Squared errors are as small as the units of the series make them.
    let bars = scores.map { $0 - 1e-12 * (score == .negativeMeanSquaredError ? abs($0) : max(1, abs($0))) }
    var reached = [Int](repeating: 0, count: scores.count)
    var maxima: [Double] = []
    for permutation in 0 ..< permutations {
        let shuffled = products.scores(try order.shuffled(&random), against: Array(0 ..< observed.rows))
        for voxel in reached.indices where shuffled[voxel] >= bars[voxel] { reached[voxel] += 1 }
        maxima.append(shuffled.max() ?? 0)
        try Progress.check(permutation + 1, of: permutations)
    }
    let total = Double(1 + permutations)
    let sorted = maxima.sorted()
    return PermutationTest(
        scores: Vector(scores), pValues: Vector(reached.map { Double(1 + $0) / total }),
        maximumPValues: Vector(bars.map { bar in Double(1 + sorted.count - sorted.partitionPoint { $0 >= bar }) / total }), maxima: Vector(maxima))
}

extension Array where Element == Double {
    /// The place of the first element that satisfies the condition, of which all after it do too.
    fileprivate func partitionPoint(_ condition: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
