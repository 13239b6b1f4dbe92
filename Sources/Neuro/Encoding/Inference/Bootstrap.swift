import Linear

/// How far a score would vary from sample to sample, of each voxel: its score on the data, and on blocks of them that are drawn anew with replacement.
public struct BootstrapScores: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The score of each voxel on the data.
    public let scores: Vector
    /// The standard deviation of the scores over the resamples (over n − 1).
    public let standardErrors: Vector
    /// Below it lies half of what `level` leaves out: the lower end of the percentile interval.
    public let lower: Vector
    /// The upper end.
    public let upper: Vector
    /// The share of the resamples between the two.
    public let level: Double

    /// One line: voxels and the median width.
    public var description: String {
        let widths = zip(lower.elements, upper.elements).map { $1 - $0 }.sorted()
        return "bootstrap of \(scores.count) voxels: \(100 * level) % intervals of median width \(widths.isEmpty ? 0 : widths[widths.count / 2])"
    }
}

/// Resamples blocks of measured and predicted series together (Künsch 1989, doi:10.1214/aos/1176347265) and scores them.
///
/// - Parameters:
///   - observed: samples x voxels, of samples that the prediction was not fitted on.
///   - predicted: the same shape.
///   - block: samples in a block: as many as the series remembers.
///   - resamples: at least 2; some hundreds for a standard error, thousands for the ends of an interval.
///   - level: the share of the resamples within the interval, 0.95 by default.
///   - runs: the run of each sample, so that no block goes across a border; empty if all is one run.
///   - score: `.correlation` by default, or `.r2`, or minus the mean squared error.
///   - seed: the same seed draws the same blocks.
/// - Throws: `NeuroError` if shapes differ, something is empty or not finite, the samples make fewer than two blocks, there are fewer than 2 resamples, or `level` is not between 0 and 1.
/// - Complexity: O(resamples · samples · voxels); resamples x voxels scores are kept.
public func bootstrapScores(
    _ observed: Matrix, _ predicted: Matrix, block: Int = 10, resamples: Int = 1000, level: Double = 0.95, runs: [Int] = [], score: CrossValidationScore = .correlation,
    seed: Int = 0
) throws -> BootstrapScores {
    let products = try ScoreProducts(observed, predicted, score)
    guard (2 ... 10_000_000).contains(resamples) else { throw NeuroError.invalid(name: "resamples", value: "\(resamples)", must: "from 2 to 10 million") }
    guard level > 0, level < 1 else { throw NeuroError.invalid(name: "level", value: "\(level)", must: "between 0 and 1") }
    let order = try BlockOrder(samples: observed.rows, block: block, runs: runs)
    let voxels = observed.columns
    var table = [Double](repeating: 0, count: try Allocation.count(of: [resamples, voxels], named: "the resampled scores", as: Double.self))
    var random = Random(seed: seed)
    for resample in 0 ..< resamples {
        let rows = try order.resampled(&random)
        table.replaceSubrange(resample * voxels ..< (resample + 1) * voxels, with: products.scores(rows, against: rows))
        try Progress.check(resample + 1, of: resamples)
    }
    var (errors, lower, upper): ([Double], [Double], [Double]) = ([], [], [])
    for voxel in 0 ..< voxels {
        let values = (0 ..< resamples).map { table[$0 * voxels + voxel] }.sorted()
        let mean = values.reduce(0, +) / Double(resamples)
        errors.append((values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(resamples - 1)).squareRoot())
        lower.append(quantile(values, (1 - level) / 2))
        upper.append(quantile(values, (1 + level) / 2))
    }
    return BootstrapScores(
        scores: Vector(products.scores(Array(0 ..< observed.rows), against: Array(0 ..< observed.rows))), standardErrors: Vector(errors), lower: Vector(lower),
        upper: Vector(upper), level: level)
}

/// Between the two neighbours in sorted values, as numpy does it.
private func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let rest = place - Double(below)
    return below + 1 < sorted.count ? sorted[below] + rest * (sorted[below + 1] - sorted[below]) : sorted[below]
}
