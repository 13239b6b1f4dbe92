import Linear

/// A matrix of dissimilarities between conditions, with their names and coloured bars for their categories.
///
/// ```swift
/// try rdmHeatMap(rdm, names: animals, categories: kinds).colorLabel("1 − r")
/// ```
/// The colours go from the lowest to the highest dissimilarity off the diagonal, which is 0 and would otherwise take half of them.
/// - Parameters:
///   - rdm: symmetric, a row and a column for each condition. NaN has no colour.
///   - names: of the conditions; either none or one for each. Where they do not fit, some are left out.
///   - categories: to which category each condition belongs; either none or one for each.
///   - percentiles: whether colours show the rank of a dissimilarity among all, from 0 to 100 %, rather than itself; equal ones share their mean rank.
///   - colors: how numbers become colours.
/// - Throws: `ChartError.differentLengths` for a matrix that is not square, or names or categories that do not fit.
public func rdmHeatMap(_ rdm: Matrix, names: [String] = [], categories: [String] = [], percentiles: Bool = false, colors: ColorScale = .viridis) throws -> Chart {
    guard rdm.rows == rdm.columns else { throw ChartError.differentLengths(first: "a column of rdm", firstCount: rdm.rows, second: "a row", secondCount: rdm.columns) }
    for (names, argument) in [(names, "names"), (categories, "categories")] where !names.isEmpty && names.count != rdm.rows {
        throw ChartError.differentLengths(first: argument, firstCount: names.count, second: "the rows of rdm", secondCount: rdm.rows)
    }
    let count = rdm.rows
    var values = rdm.elements
    let pairs = values.indices.filter { $0 / max(count, 1) != $0 % max(count, 1) && Scale.isDrawable(values[$0]) }
    var range: ClosedRange<Double>?
    if percentiles {
        let sorted = pairs.sorted { values[$0] < values[$1] }
        var ranks = values.map { $0.isNaN ? Double.nan : 0 }, start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, values[sorted[end]] == values[sorted[start]] { end += 1 }
            // From 0 to 100, by the middle of a run of equals.
            for place in start ..< end { ranks[sorted[place]] = sorted.count > 1 ? 100 * Double(start + end - 1) / 2 / Double(sorted.count - 1) : 50 }
            start = end
        }
        (values, range) = (ranks, 0 ... 100)
    } else if let low = pairs.map({ values[$0] }).min(), let high = pairs.map({ values[$0] }).max(), low < high {
        range = low ... high
    }
    let chart = try heatMap(Matrix(rows: count, columns: count, elements: values), colors: colors, range: range, rowLabels: names, columnLabels: names, squareCells: true)
        .groups(rows: categories, columns: categories)
    return (names.isEmpty ? chart.axes(false) : chart).colorLabel(percentiles ? "percentile" : "dissimilarity")
}

/// Conditions as points of a plane, with their names, coloured by category: what multidimensional scaling makes of a matrix of dissimilarities.
///
/// ```swift
/// try embeddingScatter(points, names: animals, categories: kinds)
/// ```
/// Both axes have the same scale, since only distances mean something; neither has numbers. A name stands above its point, below, or beside it, wherever it covers least; one that would cover another name is left out.
/// - Parameters:
///   - points: one row for each condition, two columns. Rows with NaN are left out.
///   - names: either none or one for each.
///   - categories: either none or one for each.
/// - Throws: `ChartError.differentLengths` for names or categories that do not fit; `ChartError.outOfRange` for points of other than two columns.
public func embeddingScatter(_ points: Matrix, names: [String] = [], categories: [String] = []) throws -> Chart {
    guard points.columns == 2 else {
        throw ChartError.outOfRange(argument: "points", value: "\(points.rows) x \(points.columns)", allowed: "a row for each condition and two columns")
    }
    for (count, name) in [(names.count, "names"), (categories.count, "categories")] where count != 0 && count != points.rows {
        throw ChartError.differentLengths(first: name, firstCount: count, second: "the rows of points", secondCount: points.rows)
    }
    let x = (0 ..< points.rows).map { points.elements[2 * $0] }, y = (0 ..< points.rows).map { points.elements[2 * $0 + 1] }
    let drawn = x.indices.filter { Scale.isDrawable(x[$0]) && Scale.isDrawable(y[$0]) }
    var seen: Set<String> = []
    let kinds = categories.filter { seen.insert($0).inserted }
    var chart = Chart()
    for kind in kinds.isEmpty ? [nil] : kinds.map(Optional.some) {
        let rows = drawn.filter { kind == nil || categories[$0] == kind }
        var layer = Layer(.points(x: Numbers(rows.map { x[$0] }), y: Numbers(rows.map { y[$0] })), name: kind)
        layer.pointRadius = 4
        chart.layers.append(layer)
    }
    // One scale for both axes, with room for names at the edges.
    let (lowX, highX) = (drawn.map { x[$0] }.min() ?? 0, drawn.map { x[$0] }.max() ?? 1), (lowY, highY) = (drawn.map { y[$0] }.min() ?? 0, drawn.map { y[$0] }.max() ?? 1)
    let span = max(highX - lowX, highY - lowY, max(lowX.magnitude, highX.magnitude, lowY.magnitude, highY.magnitude) * 1e-9, 1e-290)
    let pixels = (width: 460.0, height: max(180, (460 * (highY - lowY) / span).rounded()))
    let room = (x: names.isEmpty ? 0.04 : 0.12, y: 0.07)
    let unit = span * (1 + 2 * room.x) / pixels.width
    let (middleX, middleY) = ((lowX + highX) / 2, (lowY + highY) / 2)
    let height = max(pixels.height, (highY - lowY) / unit * (1 + 2 * room.y))
    chart = chart.xRange(middleX - unit * pixels.width / 2 ... middleX + unit * pixels.width / 2).yRange(middleY - unit * height / 2 ... middleY + unit * height / 2)
        .size(width: pixels.width, height: height).axes(false)
    if !names.isEmpty {
        chart.layers += NamePlaces(names, x: x, y: y, drawn, unit: unit).layers
    }
    return chart
}

/// Finds room for names beside points.
private struct NamePlaces {
    private(set) var layers: [Layer] = []

    private struct Box {
        var left, right, bottom, top: Double

        func covers(_ other: Box) -> Bool { left < other.right && other.left < right && bottom < other.top && other.bottom < top }
    }

    /// - Parameter unit: of the axes, in one pixel.
    init(_ names: [String], x: [Double], y: [Double], _ drawn: [Int], unit: Double) {
        let size = Frame.tickSize
        var taken = drawn.map { Box(left: x[$0] / unit - 4, right: x[$0] / unit + 4, bottom: y[$0] / unit - 4, top: y[$0] / unit + 4) }
        // Anchor, shift across, rise.
        let choices: [(Layer.Note.Anchor, Double, Double)] = [(.middle, 0, 12), (.start, 8, 0), (.end, -8, 0), (.middle, 0, -12)]
        var notes: [[Layer.Note]] = Array(repeating: [], count: choices.count)
        for (order, index) in drawn.enumerated() where !names[index].isEmpty {
            let text = TextSize.shortened(names[index], to: 30), width = TextSize.width(text, size: size)
            for (choice, (anchor, shift, rise)) in choices.enumerated() {
                let start = x[index] / unit + shift - (anchor == .middle ? width / 2 : anchor == .end ? width : 0), middle = y[index] / unit + rise
                let box = Box(left: start, right: start + width, bottom: middle - size / 2, top: middle + size / 2)
                let isFree = !taken.indices.contains { $0 != order && taken[$0].covers(box) }
                guard isFree else { continue }
                taken.append(box)
                notes[choice].append(Layer.Note(x: x[index] + shift * unit, y: y[index], text: text, anchor: anchor, rise: rise))
                break
            }
        }
        layers = notes.filter { !$0.isEmpty }.map { Layer(.notes($0)) }
    }
}
