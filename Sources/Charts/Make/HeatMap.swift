/// A table of numbers as coloured cells, with a colour bar.
///
/// ```swift
/// heatMap([[0.1, 0.8], [0.7, -0.3]], colors: .diverging).colorLabel("correlation")
/// ```
/// - Parameters:
///   - rows: the numbers, row by row, all rows equally long. NaN has no colour: the page shows through.
///   - colors: how numbers become colours.
///   - range: the numbers at the two ends of the colour scale; what lies outside takes the end's colour. Nil takes the lowest and the highest number
///     (with `.diverging`: the largest distance from 0, to both sides).
///   - rowLabels: names written beside the rows in the place of their numbers; either none or one for each.
///   - columnLabels: names written under the columns.
///   - x: coordinates of the middle of the first and of the last column, for example the times of a spectrogram. Nil numbers them from 0.
///   - y: coordinates of the middle of the first and of the last row.
///   - firstRowAtBottom: whether row 0 is the lowest (a map with y upward) or the highest (a matrix as it is written), which is the default.
///   - squareCells: whether cells are as high as wide, as the voxels of a slice. Nil makes them so unless the table is more than three times as long
///     one way as the other.
/// - Throws: `ChartError.differentLengths` if rows or labels do not fit.
public func heatMap(
    _ rows: [[Double]], colors: ColorScale = .viridis, range: ClosedRange<Double>? = nil, rowLabels: [String] = [], columnLabels: [String] = [],
    x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, firstRowAtBottom: Bool = false, squareCells: Bool? = nil
) throws -> Chart {
    let columns = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != columns {
        throw ChartError.differentLengths(first: "row 0", firstCount: columns, second: "row \(index)", secondCount: row.count)
    }
    let cells = Cells(
        rows: rows.count, columns: columns, values: Numbers(rows.flatMap { $0 }), colors: colors, range: range, xRange: x, yRange: y,
        firstRowAtBottom: firstRowAtBottom, squareCells: squareCells)
    return try heatMap(cells, rowLabels: rowLabels, columnLabels: columnLabels)
}

func heatMap(_ cells: Cells, rowLabels: [String], columnLabels: [String]) throws -> Chart {
    guard rowLabels.isEmpty || rowLabels.count == cells.rows else {
        throw ChartError.differentLengths(first: "rowLabels", firstCount: rowLabels.count, second: "the rows", secondCount: cells.rows)
    }
    guard columnLabels.isEmpty || columnLabels.count == cells.columns else {
        throw ChartError.differentLengths(first: "columnLabels", firstCount: columnLabels.count, second: "a row", secondCount: cells.columns)
    }
    var chart = Chart(layers: [Layer(.cells(cells))])
    chart.x.names = columnLabels
    chart.y.names = rowLabels
    return chart
}
