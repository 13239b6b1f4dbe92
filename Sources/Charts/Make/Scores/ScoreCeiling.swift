import Linear

/// The score of each voxel against the most that any model could reach there, its noise ceiling.
///
/// ```swift
/// try scoreAgainstCeiling(fit.r2, ceiling)
/// ```
/// The dashed line is where a model explains all that can be explained; the solid one goes through the medians of up to 12 equally large groups of voxels of similar ceiling. The title says the median of
/// score over ceiling where the ceiling is at least `least`.
/// - Parameters:
///   - scores: one for each voxel.
///   - ceiling: as many. Pairs with NaN are left out.
///   - name: what the scores are.
///   - least: voxels with a lower ceiling are drawn, but not part of that median, since a quotient with next to nothing says nothing.
/// - Throws: `ChartError.differentLengths`; `ChartError.outOfRange` unless `least` is finite and above 0.
public func scoreAgainstCeiling(_ scores: Vector, _ ceiling: Vector, name: String = "R²", least: Double = 0.05) throws -> Chart {
    try Series.checkLengths(scores.elements, "scores", ceiling.elements, "ceiling")
    guard least > 0, Scale.isDrawable(least) else { throw ChartError.outOfRange(argument: "least", value: "\(least)", allowed: "above 0, and finite") }
    let pairs = zip(ceiling.elements, scores.elements).filter { Scale.isDrawable($0.0) && Scale.isDrawable($0.1) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var points = Layer(.points(x: Numbers(pairs.map(\.0)), y: Numbers(pairs.map(\.1))), color: .blue)
    points.pointRadius = pairs.count > 2_000 ? 1.5 : 2.2
    let end = max(pairs.last?.0 ?? 1, 1e-300), start = min(pairs.first?.0 ?? 0, 0)
    var chart = Chart(layers: [points, Layer(.line(x: Numbers([start, end]), y: Numbers([start, end])), name: "ceiling", color: .gray, style: .dashed)])
    let groups = min(12, pairs.count / 5)
    if groups > 1 {
        let parts = (0 ..< groups).map { Array(pairs[$0 * pairs.count / groups ..< ($0 + 1) * pairs.count / groups]) }
        func medians(_ value: ((Double, Double)) -> Double) -> [Double] { parts.map { Binning.quantile($0.map(value).sorted(), 0.5) } }
        var line = Layer(.line(x: Numbers(medians(\.0)), y: Numbers(medians(\.1))), name: "median", color: .orange)
        line.lineWidth = 2.4
        chart.layers.append(line)
    }
    let quotients = pairs.filter { $0.0 >= least }.map { $0.1 / $0.0 }.sorted()
    if !quotients.isEmpty {
        chart = chart.title("\(name) over ceiling: median \(NumberText.fixed(Binning.quantile(quotients, 0.5), decimals: 2)) (\(quotients.count) voxels)")
    }
    return chart.xLabel("noise ceiling").yLabel(name).size(width: 400, height: 340)
}
