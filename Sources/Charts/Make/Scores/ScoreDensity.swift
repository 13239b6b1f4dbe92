import Linear

/// The scores of two models against each other, voxel by voxel: how many voxels lie in each square, the more the brighter, in steps of factors.
///
/// ```swift
/// try scoreDensity(motion, words, names: ["motion energy", "words"], ceiling: 0.4)
/// ```
/// Above the diagonal the second model is better; the legend says in how many voxels it is.
/// - Parameters:
///   - first: scores of one model, across.
///   - second: scores of the other for the same voxels, up. Pairs with NaN are left out.
///   - names: of the two models.
///   - ceiling: the most that a model can reach, drawn as lines on both axes; none without it.
///   - range: of both axes; without it from the lowest of the scores but the lowest tenth of a percent, or 0, to the highest. Voxels outside are left out, and counted beside the colour bar.
///   - bins: squares along each axis, 5 to 300.
/// - Throws: `ChartError.differentLengths`; `ChartError.outOfRange` for other bins, names that are not two, or a ceiling or a range that is not finite.
public func scoreDensity(
    _ first: Vector, _ second: Vector, names: [String] = ["first", "second"], ceiling: Double? = nil, range: ClosedRange<Double>? = nil, bins: Int = 70
) throws -> Chart {
    try Series.checkLengths(first.elements, "first", second.elements, "second")
    guard names.count == 2 else { throw ChartError.outOfRange(argument: "names", value: "\(names.count) names", allowed: "two") }
    guard (5 ... 300).contains(bins) else { throw ChartError.outOfRange(argument: "bins", value: "\(bins)", allowed: "from 5 to 300") }
    if let ceiling, !Scale.isDrawable(ceiling) { throw ChartError.outOfRange(argument: "ceiling", value: "\(ceiling)", allowed: "finite") }
    if let range, !(Scale.isDrawable(range.lowerBound) && Scale.isDrawable(range.upperBound) && range.lowerBound < range.upperBound) {
        throw ChartError.outOfRange(argument: "range", value: "\(range)", allowed: "finite, with two different ends")
    }
    let pairs = zip(first.elements, second.elements).filter { Scale.isDrawable($0.0) && Scale.isDrawable($0.1) }
    let sorted = pairs.flatMap { [$0.0, $0.1] }.sorted()
    let lowest = sorted.isEmpty ? 0 : min(0, Binning.quantile(sorted, 0.001)), highest = max(sorted.last ?? 1, ceiling ?? lowest)
    // A little room above the best voxel and the ceiling.
    let (low, high) = range.map { Scale.widened($0.lowerBound, $0.upperBound) } ?? Scale.widened(lowest, highest + 0.03 * (highest - lowest))
    let width = (high - low) / Double(bins)
    var counts = [Double](repeating: 0, count: bins * bins), outside = 0
    for pair in pairs {
        guard (low ... high).contains(pair.0), (low ... high).contains(pair.1) else {
            outside += 1
            continue
        }
        let column = min(bins - 1, Int((pair.0 - low) / width)), row = min(bins - 1, Int((pair.1 - low) / width))
        counts[row * bins + column] += 1
    }
    let middles = low + width / 2 ... high - width / 2
    var cells = Cells(
        rows: bins, columns: bins, values: Numbers(counts.map { $0 > 0 ? $0 : .nan }), colors: .viridis, xRange: middles, yRange: middles, firstRowAtBottom: true, squareCells: true
    )
    cells.isLogarithmic = true
    let above = pairs.count { $0.1 > $0.0 }
    let share = pairs.isEmpty ? "" : "\(names[1]) above \(names[0]) in \(ScoreText.percent(Double(above) / Double(pairs.count)))"
    var chart = Chart(layers: [Layer(.cells(cells)), Layer(.line(x: Numbers([low, high]), y: Numbers([low, high])), name: share, color: .gray, style: .dashed)])
    if let ceiling, (low ... high).contains(ceiling) {
        chart = chart.verticalLine(at: ceiling, name: "ceiling \(NumberText.short(ceiling))", color: .orange, style: .dashed)
            .horizontalLine(at: ceiling, name: "ceiling \(NumberText.short(ceiling))", color: .orange, style: .dashed)
    }
    return chart.xLabel(names[0]).yLabel(names[1]).colorLabel(outside == 0 ? "voxels" : "voxels (\(outside) outside)").size(width: 350, height: 350)
}
