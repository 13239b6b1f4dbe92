/// A line through numbers at equal distances.
///
/// ```swift
/// plot([0.2, 0.9, 0.4, 0.7], step: 0.5).xLabel("time", unit: "s")
/// ```
/// - Parameters:
///   - y: the numbers; NaN leaves a gap.
///   - start: the x of the first number.
///   - step: from one x to the next, in the unit of the x axis; 1 counts the numbers.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
public func plot(_ y: [Double], start: Double = 0, step: Double = 1, name: String? = nil, color: ChartColor? = nil, style: LineStyle = .solid) -> Chart {
    Chart(layers: [Series.line(Series.positions(y.count, start: start, step: step), y, name, color, style)])
}

/// A line through points, in the order in which they are given (so a trajectory may turn back).
///
/// - Parameters:
///   - x: the horizontal coordinates.
///   - y: as many vertical ones; where either is NaN the line has a gap.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func plot(_ x: [Double], _ y: [Double], name: String? = nil, color: ChartColor? = nil, style: LineStyle = .solid) throws -> Chart {
    try Series.checkLengths(x, "x", y, "y")
    return Chart(layers: [Series.line(x, y, name, color, style)])
}

/// A predicted series over the true one, with a legend: the truth gray, the prediction in the first colour.
///
/// - Parameters:
///   - prediction: what a model says.
///   - truth: what happened, as many numbers.
///   - start: the x of the first number.
///   - step: from one x to the next, in the unit of the x axis.
/// - Throws: `ChartError.differentLengths`.
public func plot(_ prediction: [Double], against truth: [Double], start: Double = 0, step: Double = 1) throws -> Chart {
    try Series.checkLengths(prediction, "prediction", truth, "truth")
    let x = Series.positions(truth.count, start: start, step: step)
    return Chart(layers: [Series.line(x, truth, "truth", .gray, .solid), Series.line(x, prediction, "prediction", .blue, .solid)])
}

/// A point for each pair of numbers.
///
/// - Parameters:
///   - x: the horizontal coordinates.
///   - y: as many vertical ones; a pair with NaN is left out.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func scatter(_ x: [Double], _ y: [Double], name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    try Series.checkLengths(x, "x", y, "y")
    return Chart(layers: [Layer(.points(x: Numbers(x), y: Numbers(y)), name: name, color: color)])
}

/// Charts side by side, each with its own axes, in rows of `columns`.
///
/// The title goes over all of them; labels, ranges, sizes and lines set on the result are set on each.
/// - Throws: `ChartError.outOfRange` if there is no chart or `columns` is below 1.
public func panels(_ charts: [Chart], columns: Int = 2) throws -> Chart {
    guard !charts.isEmpty else { throw ChartError.outOfRange(argument: "charts", value: "empty", allowed: "at least one chart") }
    guard columns > 0 else { throw ChartError.outOfRange(argument: "columns", value: "\(columns)", allowed: "1 or more") }
    var chart = Chart()
    chart.panels = charts.flatMap { $0.panels.isEmpty ? [$0] : $0.panels }
    chart.panelColumns = min(columns, chart.panels.count)
    chart.chosenTheme = charts.compactMap(\.chosenTheme).first
    return chart
}
