import Formats
import Linear

/// Numbers on a flattened cortex, over its folds.
///
/// ```swift
/// let flat = try GIFTI("lh.flat.surf.gii"), folds = try GIFTI("lh.curv.shape.gii").values()
/// try brainFlatMap(scores, on: flat, curvature: folds, threshold: 0.05).colorLabel("R²")
/// ```
/// - Parameters:
///   - values: one number for each vertex; NaN has no colour.
///   - surface: a flat surface: its x and y are the picture, its z is not looked at.
///   - curvature: of each vertex, above 0 in a sulcus as FreeSurfer has it: sulci are darker gray, gyri paler.
///   - threshold: numbers nearer to 0 are left out, and are gray in the colour bar.
///   - range: the numbers at the ends of the colour bar; without it the lowest and the highest that are shown, with signs the same distance to both sides of 0.
///   - colors: without them `hot` for numbers from 0 on and `coldHot` for such with signs.
/// - Throws: `ChartError.differentLengths` if there is not one number for each vertex; `ChartError.outOfRange` for another threshold, or a surface without extent; `FormatError` for a file without a surface.
/// - Complexity: O(triangles + pixels).
public func brainFlatMap(
    _ values: Vector, on surface: GIFTI, curvature: Vector? = nil, threshold: Double? = nil, range: ClosedRange<Double>? = nil, colors: ColorScale? = nil
) throws -> Chart {
    try brainFlatMap([values], on: [surface], curvature: curvature.map { [$0] } ?? [], threshold: threshold, range: range, colors: colors)
}

/// Numbers on several flat surfaces side by side, such as the two halves of a cortex.
///
/// - Parameters:
///   - values: for each surface one number for each vertex; NaN has no colour.
///   - surfaces: up to 8 flat surfaces, drawn at one scale.
///   - curvature: of each vertex, for each surface; none without it.
///   - names: written above the surfaces; either none or one for each.
///   - threshold: numbers nearer to 0 are left out, and are gray in the colour bar.
///   - range: the numbers at the ends of the colour bar; without it the lowest and the highest that are shown, with signs the same distance to both sides of 0.
///   - colors: without them `hot` for numbers from 0 on and `coldHot` for such with signs.
/// - Throws: As for a single surface.
public func brainFlatMap(
    _ values: [Vector], on surfaces: [GIFTI], curvature: [Vector] = [], names: [String] = [], threshold: Double? = nil, range: ClosedRange<Double>? = nil, colors: ColorScale? = nil
) throws -> Chart {
    guard (1 ... 8).contains(surfaces.count) else { throw ChartError.outOfRange(argument: "surfaces", value: "\(surfaces.count)", allowed: "1 to 8 surfaces") }
    for (count, name) in [(values.count, "values"), (curvature.isEmpty ? surfaces.count : curvature.count, "curvature"), (names.isEmpty ? surfaces.count : names.count, "names")]
    where count != surfaces.count {
        throw ChartError.differentLengths(first: name, firstCount: count, second: "surfaces", secondCount: surfaces.count)
    }
    if let threshold, !(threshold >= 0 && Scale.isDrawable(threshold)) {
        throw ChartError.outOfRange(argument: "threshold", value: "\(threshold)", allowed: "0 or more, and finite")
    }
    let patches = try surfaces.indices.map { index in
        try FlatPatch(surfaces[index], values[index].elements, curvature.isEmpty ? nil : curvature[index].elements, threshold: threshold ?? 0)
    }
    let shown = patches.flatMap(\.shown)
    let low = min(shown.min() ?? 0, 0), high = max(shown.max() ?? 1, 0)
    let scale = colors ?? (low < 0 ? .coldHot : .hot)
    let reach = max(high, -low, 1e-300)
    let bar = (range: range ?? (scale.isSigned ? -reach ... reach : low ... max(high, low + 1e-300)), threshold: threshold.flatMap { $0 > 0 ? $0 : nil })

    // One scale for all; 700 pixels across, at most 420 for each.
    let across = patches.map(\.width).reduce(0, +)
    let step = max(across / 700, (patches.map(\.width).max() ?? 1) / 420)
    let gap = 12, head = names.isEmpty ? 0 : 20
    let rows = patches.map { $0.rows(step) }.max() ?? 1
    var mosaic = Mosaic(rows: rows + head, columns: patches.map { $0.columns(step) }.reduce(0, +) + gap * (patches.count - 1))
    var left = 0, notes: [Layer] = []
    for (index, patch) in patches.enumerated() {
        patch.draw(into: &mosaic, top: head + (rows - patch.rows(step)) / 2, left: left, step: step)
        if !names.isEmpty { notes.append(Mosaic.note(names[index], row: 8, column: Double(left) + Double(patch.columns(step)) / 2)) }
        left += patch.columns(step) + gap
        try Progress.check(index, of: patches.count)
    }
    var chart = mosaic.chart(bar, scale, gray: 0 ... 1, width: Double(mosaic.columns))
    chart.layers += notes
    return chart
}

/// A flat piece of cortex and its numbers.
private struct FlatPatch {
    private let x, y, values: [Double]
    private let curvature: [Double]?
    private let triangles: [Int]
    private let left, top: Double
    private let threshold: Double
    /// In the unit of the surface.
    let width, height: Double

    init(_ surface: GIFTI, _ values: [Double], _ curvature: [Double]?, threshold: Double) throws {
        let points = try surface.points().elements
        (x, y) = (stride(from: 0, to: points.count, by: 3).map { points[$0] }, stride(from: 1, to: points.count, by: 3).map { points[$0] })
        guard values.count == x.count else {
            throw ChartError.differentLengths(first: "values", firstCount: values.count, second: "the vertices of the surface", secondCount: x.count)
        }
        if let curvature, curvature.count != x.count {
            throw ChartError.differentLengths(first: "curvature", firstCount: curvature.count, second: "the vertices of the surface", secondCount: x.count)
        }
        let all = try surface.triangles()
        var kept: [Int] = []
        for start in stride(from: 0, to: all.count - 2, by: 3) {
            let corners = all[start ..< start + 3]
            if corners.allSatisfy({ [x, y] in x[$0].magnitude < 1e9 && y[$0].magnitude < 1e9 }) { kept += corners }
        }
        let (xs, ys) = (kept.map { [x] in x[$0] }, kept.map { [y] in y[$0] })
        guard let low = xs.min(), let high = xs.max(), let bottom = ys.min(), let top = ys.max(), high > low, top > bottom else {
            throw ChartError.outOfRange(argument: "the surface", value: "without extent along x or y", allowed: "a flat surface with triangles")
        }
        // A sliver would need as many rows as a picture has columns times its length.
        guard top - bottom <= 20 * (high - low), high - low <= 20 * (top - bottom) else {
            throw ChartError.outOfRange(argument: "the surface", value: "\(high - low) wide and \(top - bottom) high", allowed: "at most 20 times as long one way as the other")
        }
        (triangles, left, self.top, width, height) = (kept, low, top, high - low, top - bottom)
        (self.values, self.curvature, self.threshold) = (values, curvature, threshold)
    }

    func columns(_ step: Double) -> Int { max(1, Int((width / step).rounded(.up))) }
    func rows(_ step: Double) -> Int { max(1, Int((height / step).rounded(.up))) }

    private func isShown(_ value: Double) -> Bool { Scale.isDrawable(value) && value.magnitude >= threshold }

    /// The numbers that have a colour.
    var shown: [Double] { triangles.map { values[$0] }.filter(isShown) }

    /// Each cell whose middle lies in a triangle gets what the corners have, by how near they are; where a corner has no number, what the nearest corner has.
    func draw(into mosaic: inout Mosaic, top firstRow: Int, left firstColumn: Int, step: Double) {
        let (rows, columns) = (rows(step), columns(step))
        for start in stride(from: 0, to: triangles.count, by: 3) {
            let (a, b, c) = (triangles[start], triangles[start + 1], triangles[start + 2])
            let area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a])
            guard area != 0 else { continue }
            let xs = [x[a], x[b], x[c]], ys = [y[a], y[b], y[c]]
            // From the first to the last cell whose middle may lie within.
            func first(_ length: Double) -> Int { max(0, Int((length / step - 0.5).rounded(.up))) }
            func last(_ length: Double, _ count: Int) -> Int { min(count - 1, Int((length / step - 0.5).rounded(.down))) }
            let (left, right) = (first((xs.min() ?? 0) - self.left), last((xs.max() ?? 0) - self.left, columns))
            let (upper, lower) = (first(top - (ys.max() ?? 0)), last(top - (ys.min() ?? 0), rows))
            guard left <= right, upper <= lower else { continue }
            for row in upper ... lower {
                let py = top - (Double(row) + 0.5) * step
                for column in left ... right {
                    let px = self.left + (Double(column) + 0.5) * step
                    let wb = ((px - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (py - y[a])) / area
                    let wc = ((x[b] - x[a]) * (py - y[a]) - (px - x[a]) * (y[b] - y[a])) / area
                    let wa = 1 - wb - wc
                    guard wa >= -1e-9, wb >= -1e-9, wc >= -1e-9 else { continue }
                    var value = wa * values[a] + wb * values[b] + wc * values[c]
                    if !Scale.isDrawable(value) { value = wa >= wb && wa >= wc ? values[a] : wb >= wc ? values[b] : values[c] }
                    var gray = 0.8
                    if let curvature {
                        let fold = wa * curvature[a] + wb * curvature[b] + wc * curvature[c]
                        gray = fold > 0 ? 0.62 : 0.8
                    }
                    mosaic.set(row: firstRow + row, column: firstColumn + column, map: isShown(value) ? value : .nan, under: gray)
                }
            }
        }
    }
}
