import Linear

/// Bars in stacks: for each name the heights of all groups one on the other, each group in its colour.
///
/// ```swift
/// try stackedBars(["linear", "tanh"], Matrix([[30, 0, 0], [19, 0, 10]]), groups: ["degree 1", "degree 2", "degree 3"])
/// ```
/// - Parameters:
///   - names: written under the stacks.
///   - heights: one row for each name, one column for each group; those below 0 hang from 0 in a stack of their own, and NaN has no bar.
///   - groups: the entries in the legend, one for each column, from the lowest bar on.
/// - Throws: `ChartError.differentLengths`.
public func stackedBars(_ names: [String], _ heights: Matrix, groups: [String]) throws -> Chart {
    guard names.count == heights.rows else {
        throw ChartError.differentLengths(first: "names", firstCount: names.count, second: "a column of the heights", secondCount: heights.rows)
    }
    guard groups.count == heights.columns else {
        throw ChartError.differentLengths(first: "groups", firstCount: groups.count, second: "a row of the heights", secondCount: heights.columns)
    }
    let values = heights.elements
    var up = [Double](repeating: 0, count: names.count), down = up, chart = Chart()
    for (group, name) in groups.enumerated() {
        var bars: [Layer.Bar] = []
        for row in names.indices {
            let height = values[row * groups.count + group]
            guard Scale.isDrawable(height) else { continue }
            let foot = height < 0 ? down[row] : up[row], head = foot + height
            guard Scale.isDrawable(head) else { continue }
            if height < 0 { down[row] = head } else { up[row] = head }
            bars.append(Layer.Bar(from: Double(row) - 0.38, to: Double(row) + 0.38, height: head, foot: foot))
        }
        chart.layers.append(Layer(.bars(bars), name: name))
    }
    chart.x.names = names
    return chart
}
