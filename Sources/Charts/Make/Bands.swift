import Linear

/// The area between two lines, for example a confidence interval.
///
/// - Parameters:
///   - x: the horizontal coordinates, in rising order.
///   - low: the lower edge, one number for each x; where either edge is NaN the band has a gap.
///   - high: the upper edge.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func band(_ x: Vector, low: Vector, high: Vector, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    try Series.checkLengths(x.elements, "x", low.elements, "low")
    try Series.checkLengths(x.elements, "x", high.elements, "high")
    return Chart(layers: [Layer(.band(x: Numbers(x.elements), low: Numbers(low.elements), high: Numbers(high.elements)), name: name, color: color)])
}

/// A line with a band around it: means with their standard deviation, or any other measure of how far the numbers spread.
///
/// - Parameters:
///   - x: the horizontal coordinates, in rising order.
///   - y: the middle, one number for each x.
///   - spread: how far the band reaches to both sides.
///   - name: the entry in the legend; none without one.
///   - color: of both; the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func plot(_ x: Vector, _ y: Vector, plusMinus spread: Vector, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    try Series.checkLengths(x.elements, "x", y.elements, "y")
    try Series.checkLengths(y.elements, "y", spread.elements, "plusMinus")
    return Series.lineInBand(x.elements, y.elements, spread.elements, name, color)
}

/// The mean of repeated measurements over time, with a band of one standard deviation.
///
/// ```swift
/// plotMean(trials, step: 0.5, name: "control").xLabel("time", unit: "ms")
/// ```
/// - Parameters:
///   - trials: one row for each repetition, one column for each moment; NaN is left out of its moment.
///   - start: the x of the first column.
///   - step: from one x to the next, in the unit of the x axis.
///   - name: the entry in the legend; none without one.
///   - color: of line and band; the next of the automatic colours without one.
/// - Returns: The standard deviation is that of the sample, with n - 1 in the denominator; of a single number it is 0.
public func plotMean(_ trials: Matrix, start: Double = 0, step: Double = 1, name: String? = nil, color: ChartColor? = nil) -> Chart {
    let values = trials.elements
    var means: [Double] = [], spreads: [Double] = []
    for column in 0 ..< trials.columns {
        let there = (0 ..< trials.rows).map { values[$0 * trials.columns + column] }.filter { !$0.isNaN }
        let mean = there.isEmpty ? .nan : there.reduce(0, +) / Double(there.count)
        let squares = there.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        means.append(mean)
        spreads.append(there.count > 1 ? (squares / Double(there.count - 1)).squareRoot() : 0)
    }
    return Series.lineInBand(Series.positions(trials.columns, start: start, step: step), means, spreads, name, color)
}
