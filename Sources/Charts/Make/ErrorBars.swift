import Linear

/// A point with an error bar for each pair of numbers.
///
/// ```swift
/// try errorBars(contrasts, rates, plusMinus: deviations, name: "V1").xLabel("contrast", unit: "%").yLabel("rate", unit: "Hz")
/// ```
/// - Parameters:
///   - x: the horizontal coordinates.
///   - y: as many vertical ones; a pair with NaN is left out.
///   - errors: how far each bar reaches up and down; NaN leaves the point without a bar.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func errorBars(_ x: Vector, _ y: Vector, plusMinus errors: Vector, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    try Series.checkLengths(y.elements, "y", errors.elements, "plusMinus")
    var chart = try scatter(x, y, name: name, color: color)
    chart.layers.append(Series.errorBars(x.elements, y.elements, errors.elements, color: color, sharesColor: color == nil))
    return chart
}

/// A bar with an error bar for each name.
///
/// - Parameters:
///   - names: written under the bars; long ones are shortened and turned.
///   - heights: as many numbers; a bar below 0 hangs down, NaN has none.
///   - errors: how far each error bar reaches up and down; NaN leaves the bar without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func bars(_ names: [String], _ heights: Vector, plusMinus errors: Vector, color: ChartColor? = nil) throws -> Chart {
    try Series.checkLengths(heights.elements, "heights", errors.elements, "plusMinus")
    var chart = try bars(names, heights.elements, color: color)
    chart.layers.append(Series.errorBars(Series.positions(heights.count), heights.elements, errors.elements, color: Series.errorColor, sharesColor: false))
    return chart
}

/// Bars in groups: for each name one bar of every group, side by side, each group in its colour.
///
/// ```swift
/// try bars(["V1", "V2", "IT"], Matrix([[0.4, 0.6], [0.3, 0.5], [0.1, 0.7]]), groups: ["before", "after"])
/// ```
/// - Parameters:
///   - names: written under the groups of bars.
///   - heights: one row for each name, one column for each group; NaN has no bar.
///   - groups: the entries in the legend, one for each column.
///   - errors: how far each error bar reaches up and down, of the same size; none without it.
/// - Throws: `ChartError.differentLengths`.
public func bars(_ names: [String], _ heights: Matrix, groups: [String], plusMinus errors: Matrix? = nil) throws -> Chart {
    guard names.count == heights.rows else {
        throw ChartError.differentLengths(first: "names", firstCount: names.count, second: "a column of the heights", secondCount: heights.rows)
    }
    guard groups.count == heights.columns else {
        throw ChartError.differentLengths(first: "groups", firstCount: groups.count, second: "a row of the heights", secondCount: heights.columns)
    }
    if let errors, errors.rows != heights.rows || errors.columns != heights.columns {
        throw ChartError.differentLengths(first: "plusMinus", firstCount: errors.rows * errors.columns, second: "heights", secondCount: heights.rows * heights.columns)
    }
    let values = heights.elements
    let width = 0.8 / Double(max(groups.count, 1))
    var chart = Chart()
    for (group, name) in groups.enumerated() {
        let left = -0.4 + width * Double(group)
        let bars = (0 ..< heights.rows).map { Layer.Bar(from: Double($0) + left, to: Double($0) + left + width, height: values[$0 * heights.columns + group]) }
        chart.layers.append(Layer(.bars(bars.filter { Scale.isDrawable($0.height) }), name: name))
        guard let errors = errors?.elements else { continue }
        let column = (0 ..< heights.rows).map { $0 * heights.columns + group }
        chart.layers.append(
            Series.errorBars(
                (0 ..< heights.rows).map { Double($0) + left + width / 2 }, column.map { values[$0] }, column.map { errors[$0] }, color: Series.errorColor, sharesColor: false))
    }
    chart.x.names = names
    return chart
}
