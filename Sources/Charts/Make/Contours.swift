import Linear

/// Lines along which a table of numbers has the same height.
///
/// ```swift
/// try heatMap(energy, x: -2 ... 2, y: -2 ... 2, firstRowAtBottom: true)
///     .overlay(contours(energy, levels: [0.5, 1, 2], x: -2 ... 2, y: -2 ... 2, color: .gray))
/// ```
/// Between neighbouring numbers the height is taken as linear (marching squares); where a square's corners lie high and low in turn, its mean decides which
/// of them are joined. Squares with NaN have no line.
/// - Parameters:
///   - matrix: heights above a grid, one row for each y; row 0 is the lowest, unless it is laid over a heat map that says otherwise.
///   - levels: the heights that have lines; without them about seven readable ones.
///   - x: coordinates of the first and of the last column. Nil numbers them from 0.
///   - y: coordinates of the first and of the last row.
///   - colors: from which the levels take colours at equal distances.
///   - color: one colour for all lines in the place of those.
/// - Throws: `ChartError.outOfRange` for more than 50 levels.
/// - Complexity: O(levels · rows · columns).
public func contours(
    _ matrix: Matrix, levels: [Double] = [], x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, colors: ColorScale = .viridis, color: ChartColor? = nil
) throws -> Chart {
    guard levels.count <= 50 else { throw ChartError.outOfRange(argument: "levels", value: "\(levels.count) levels", allowed: "at most 50") }
    let values = matrix.elements
    let drawn = values.filter(Scale.isDrawable)
    guard let lowest = drawn.min(), let highest = drawn.max(), matrix.rows > 1, matrix.columns > 1 else { return Chart() }
    let heights = levels.isEmpty ? MarchingSquares.levels(lowest, highest) : levels.filter(Scale.isDrawable).sorted()
    func place(_ index: Double, _ count: Int, _ range: ClosedRange<Double>?) -> Double {
        guard let range, Scale.isDrawable(range.lowerBound), Scale.isDrawable(range.upperBound) else { return index }
        return range.lowerBound + (range.upperBound - range.lowerBound) * (index / Double(count - 1))
    }
    let squares = MarchingSquares(rows: matrix.rows, columns: matrix.columns, values: values)
    var chart = Chart()
    for (rank, height) in heights.enumerated() {
        let lines = squares.lines(at: height)
        let xs = lines.map { $0.isGap ? .nan : place($0.x, matrix.columns, x) }, ys = lines.map { $0.isGap ? .nan : place($0.y, matrix.rows, y) }
        // By rank, so that levels of any distances are told apart. The palest colours of a scale are not seen on a white page.
        let own = colors.color(at: Double(rank) / Double(max(heights.count - 1, 1)) * (colors == .diverging ? 1 : 0.88))
        var layer = Layer(.line(x: Numbers(xs), y: Numbers(ys)), name: color == nil ? NumberText.short(height) : nil, color: color ?? ChartColor(own))
        layer.lineWidth = 1.4
        chart.layers.append(layer)
    }
    return chart
}
