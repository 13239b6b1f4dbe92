import Linear

/// How scores of voxels are spread, with their median and the share above a threshold.
///
/// ```swift
/// try scoreHistogram(fit.r2, above: 0.1)
/// ```
/// - Parameters:
///   - scores: one for each voxel; NaN and infinite ones are left out, and counted under the axis.
///   - threshold: the legend says how many of all finite scores are above it.
///   - name: what the scores are.
///   - bins: as in `histogram`.
///   - range: what the bins divide; scores outside are left out of the picture, but not of median and share.
/// - Throws: `ChartError.outOfRange` for a threshold or a range that is not finite, or another number of bins.
public func scoreHistogram(_ scores: Vector, above threshold: Double = 0.1, name: String = "R²", bins: Int? = nil, range: ClosedRange<Double>? = nil) throws -> Chart {
    guard Scale.isDrawable(threshold) else { throw ChartError.outOfRange(argument: "threshold", value: "\(threshold)", allowed: "finite") }
    let sorted = scores.elements.filter(Scale.isDrawable).sorted()
    var chart = try histogram(sorted, bins: bins, range: range).xLabel(name)
    guard !sorted.isEmpty else { return chart.yLabel("voxels") }
    let median = Binning.quantile(sorted, 0.5), share = Double(sorted.count { $0 > threshold }) / Double(sorted.count)
    chart = chart.verticalLine(at: median, name: "median \(NumberText.fixed(median, decimals: 3))", color: .orange, style: .solid)
        .verticalLine(at: threshold, name: "\(ScoreText.percent(share)) above \(NumberText.short(threshold))")
    return chart.yLabel(ScoreText.voxels(sorted.count, of: scores.count))
}

/// Shares and counts as they stand beside pictures of scores.
enum ScoreText {
    static func percent(_ share: Double) -> String { NumberText.fixed(100 * share, decimals: share > 0 && share < 0.1 ? 1 : 0) + " %" }

    /// "voxels", and how many have no number.
    static func voxels(_ count: Int, of all: Int) -> String { count == all ? "voxels" : "voxels (\(all - count) without a score)" }
}
