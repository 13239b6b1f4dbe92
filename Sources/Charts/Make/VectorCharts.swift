import Linear

/// A line through the elements of a vector, at equal distances.
///
/// ```swift
/// plot(states, step: 0.5).xLabel("time", unit: "ms")
/// ```
/// - Parameters:
///   - y: the numbers; NaN leaves a gap.
///   - start: the x of the first number.
///   - step: from one x to the next, in the unit of the x axis; 1 counts the numbers.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
public func plot(_ y: Vector, start: Double = 0, step: Double = 1, name: String? = nil, color: ChartColor? = nil, style: LineStyle = .solid) -> Chart {
    plot(y.elements, start: start, step: step, name: name, color: color, style: style)
}

/// A line through points, in the order in which they are given (so a trajectory may turn back).
///
/// - Parameters:
///   - x: the horizontal coordinates.
///   - y: as many vertical ones; where either is NaN the line has a gap.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func plot(_ x: Vector, _ y: Vector, name: String? = nil, color: ChartColor? = nil, style: LineStyle = .solid) throws -> Chart {
    try plot(x.elements, y.elements, name: name, color: color, style: style)
}

/// A predicted series over the true one, with a legend: the truth gray, the prediction in the first colour.
///
/// ```swift
/// try plot(forecast, against: series).xLabel("time", unit: "steps")
/// ```
/// - Parameters:
///   - prediction: what a model says.
///   - truth: what happened, as many numbers.
///   - start: the x of the first number.
///   - step: from one x to the next, in the unit of the x axis.
/// - Throws: `ChartError.differentLengths`.
public func plot(_ prediction: Vector, against truth: Vector, start: Double = 0, step: Double = 1) throws -> Chart {
    try plot(prediction.elements, against: truth.elements, start: start, step: step)
}

/// A line for each column of a matrix whose rows are moments in time, as the states of a network.
///
/// ```swift
/// // Weights of a finite impulse response: a row for each delay, a column for each condition.
/// try plot(weights, names: ["face", "house"], start: 2, step: 2).xLabel("time after onset", unit: "s").yLabel("weight")
/// ```
/// - Parameters:
///   - series: one row for each moment, one column for each line.
///   - names: the entries in the legend, one for each column; none without them.
///   - start: the x of the first row.
///   - step: from one x to the next, in the unit of the x axis.
/// - Throws: `ChartError.differentLengths` unless there are no names or as many as columns.
public func plot(_ series: Matrix, names: [String] = [], start: Double = 0, step: Double = 1) throws -> Chart {
    guard names.isEmpty || names.count == series.columns else {
        throw ChartError.differentLengths(first: "names", firstCount: names.count, second: "a row of the series", secondCount: series.columns)
    }
    let x = Series.positions(series.rows, start: start, step: step)
    let values = series.elements
    return Chart(
        layers: (0 ..< series.columns).map { column in
            let y = (0 ..< series.rows).map { values[$0 * series.columns + column] }
            return Series.line(x, y, names.isEmpty ? nil : names[column], nil, .solid)
        })
}

/// A point for each pair of numbers.
///
/// - Parameters:
///   - x: the horizontal coordinates.
///   - y: as many vertical ones; a pair with NaN is left out.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func scatter(_ x: Vector, _ y: Vector, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    try scatter(x.elements, y.elements, name: name, color: color)
}

/// A bar for each name.
///
/// - Parameters:
///   - names: written under the bars; long ones are shortened and turned.
///   - heights: as many numbers; a bar below 0 hangs down, NaN has none.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func bars(_ names: [String], _ heights: Vector, color: ChartColor? = nil) throws -> Chart {
    try bars(names, heights.elements, color: color)
}

/// How often numbers fall into each of equally wide bins.
///
/// - Parameters:
///   - values: NaN and infinite numbers are left out.
///   - bins: how many bins from the lowest to the highest number, 1 to 10,000; the last holds its upper end too (as numpy.histogram). Without it the width is
///     that of Freedman and Diaconis, 2·IQR·n^(-1/3) (doi 10.1007/BF01025868), rounded up to 1, 2 or 5 times a power of ten, with edges at its multiples.
///   - range: what the bins divide in the place of the lowest and the highest number, so that histograms laid over each other have the same bins; numbers outside
///     are left out.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.outOfRange` for a number of bins that is not allowed, or a range that is not finite.
/// - Complexity: O(n log n).
public func histogram(_ values: Vector, bins: Int? = nil, range: ClosedRange<Double>? = nil, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    try histogram(values.elements, bins: bins, range: range, name: name, color: color)
}

/// A matrix as coloured cells, with a colour bar.
///
/// ```swift
/// try heatMap(weights, colors: .diverging).colorLabel("weight")
/// ```
/// - Parameters:
///   - matrix: the numbers. NaN has no colour: the page shows through.
///   - colors: how numbers become colours.
///   - range: the numbers at the two ends of the colour scale; what lies outside takes the end's colour. Nil takes the lowest and the highest number
///     (with `.diverging`: the largest distance from 0, to both sides).
///   - rowLabels: names written beside the rows in the place of their numbers; either none or one for each.
///   - columnLabels: names written under the columns.
///   - x: coordinates of the middle of the first and of the last column, for example the times of a spectrogram. Nil numbers them from 0.
///   - y: coordinates of the middle of the first and of the last row.
///   - firstRowAtBottom: whether row 0 is the lowest (a map with y upward) or the highest (a matrix as it is written), which is the default.
///   - squareCells: whether cells are as high as wide, as the voxels of a slice. Nil makes them so unless the matrix is more than three times as long
///     one way as the other.
/// - Throws: `ChartError.differentLengths` if the labels do not fit.
public func heatMap(
    _ matrix: Matrix, colors: ColorScale = .viridis, range: ClosedRange<Double>? = nil, rowLabels: [String] = [], columnLabels: [String] = [],
    x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, firstRowAtBottom: Bool = false, squareCells: Bool? = nil
) throws -> Chart {
    let cells = Cells(
        rows: matrix.rows, columns: matrix.columns, values: Numbers(matrix.elements), colors: colors, range: range, xRange: x, yRange: y,
        firstRowAtBottom: firstRowAtBottom, squareCells: squareCells)
    return try heatMap(cells, rowLabels: rowLabels, columnLabels: columnLabels)
}
