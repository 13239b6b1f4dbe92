import Formats
import Linear

/// A brain of glass: the map seen from the right, from behind and from above, each point showing the number on its line of sight that is furthest from 0.
///
/// ```swift
/// try glassBrain(mask.filled(with: scores), threshold: 0.1).colorLabel("R²")
/// ```
/// The outline is the silhouette of the brain itself: of the voxels of `mask`, or of those of the map that hold a number; a fainter line within says where it is half as thick as at most. Which numbers are shown
/// and which colours they have is as in `brainSlices`.
/// - Parameters:
///   - map: what is shown, such as a score for each voxel.
///   - mask: the brain whose outline is drawn; without it the map, which should then hold a number everywhere in the brain.
///   - threshold: numbers nearer to 0 are left out, and are gray in the colour bar.
///   - range: the numbers at the ends of the colour bar; without it the lowest and the highest that are shown, with signs the same distance to both sides of 0.
///   - colors: without them `viridis` for numbers from 0 on and `diverging` for such with signs.
///   - volume: which volume of a series of maps.
/// - Throws: `ChartError.outOfRange` for another threshold, or a map or a mask without a number; `FormatError` for a volume that is not there.
/// - Complexity: O(voxels).
public func glassBrain(
    _ map: NIfTI, mask: NIfTI? = nil, threshold: Double? = nil, range: ClosedRange<Double>? = nil, colors: ColorScale? = nil, volume: Int = 0
) throws -> Chart {
    let shown = try BrainMap(map, volume: volume, threshold: threshold, range: range, colors: colors, isOverAnatomy: false)
    let brain = try mask.map { try BrainImage($0, volume: 0, name: "the mask") } ?? shown.image
    guard let box = brain.extent(where: { mask == nil ? brain.isInside($0) : $0 != 0 && !$0.isNaN }) else {
        throw ChartError.outOfRange(argument: mask == nil ? "the map" : "the mask", value: "without a voxel", allowed: "one that has some")
    }
    return try GlassBrain(shown, brain, isMask: mask != nil, box).chart()
}

private struct GlassBrain {
    /// One view: the numbers furthest from 0, and how much brain lies behind each point, row 0 at the top.
    struct View {
        let axis: BrainAxis
        let rows, columns: Int
        var values: [Double]
        var depth: [Double]

        init(_ axis: BrainAxis, _ cells: [[Double]]) {
            self.axis = axis
            (rows, columns) = (cells[axis.directions.up].count, cells[axis.directions.across].count)
            values = Array(repeating: .nan, count: rows * columns)
            depth = Array(repeating: 0, count: rows * columns)
        }
    }

    private var views: [View]
    private let map: BrainMap

    init(_ map: BrainMap, _ brain: BrainImage, isMask: Bool, _ box: BrainImage.Box) throws {
        self.map = map
        let longest = (0 ..< 3).map { box.high[$0] - box.low[$0] }.max() ?? 1
        let step = max(min(map.image.step, brain.step), longest / 300)
        let cells = (0 ..< 3).map { box.middles($0, step: step) }
        views = [BrainAxis.sagittal, .coronal, .axial].map { View($0, cells) }
        for (i, x) in cells[0].enumerated() {
            for (j, y) in cells[1].enumerated() {
                for (k, z) in cells[2].enumerated() {
                    let tissue = brain.value(x: x, y: y, z: z)
                    let isBrain = isMask ? tissue != 0 && !tissue.isNaN : brain.isInside(tissue)
                    let value = map.shown(map.image.value(x: x, y: y, z: z))
                    guard isBrain || !value.isNaN else { continue }
                    let index = [i, j, k]
                    for view in views.indices {
                        let directions = views[view].axis.directions
                        let place = (views[view].rows - 1 - index[directions.up]) * views[view].columns + index[directions.across]
                        if isBrain { views[view].depth[place] += 1 }
                        let before = views[view].values[place]
                        if !value.isNaN, before.isNaN || value.magnitude > before.magnitude { views[view].values[place] = value }
                    }
                }
            }
            try Progress.check(i, of: cells[0].count)
        }
    }

    func chart() -> Chart {
        let widths = views.map(\.columns).reduce(0, +)
        // Room around, so that the outline is not cut off.
        let side = Mosaic.side(columns: widths + 16, rows: views.map(\.rows).max() ?? 1, width: 760)
        let gap = max(3, Int((14 / side).rounded())), margin = max(2, Int((6 / side).rounded())), foot = Int((16 / side).rounded(.up))
        let rows = (views.map(\.rows).max() ?? 1) + 2 * margin
        var mosaic = Mosaic(rows: rows + foot, columns: widths + 2 * margin + 2 * gap)
        var left = margin, lines: [Layer] = [], notes: [Layer] = []
        for view in views {
            let top = (rows - view.rows) / 2
            for row in 0 ..< view.rows {
                for column in 0 ..< view.columns { mosaic.set(row: top + row, column: left + column, map: view.values[row * view.columns + column], under: .nan) }
            }
            lines += outlines(view, top: top, left: left)
            if map.image.isPlaced {
                notes.append(Mosaic.note(view.axis.sides.left, row: Double(top + view.rows) + 10 / side, column: Double(left), .start))
                notes.append(Mosaic.note(view.axis.sides.right, row: Double(top + view.rows) + 10 / side, column: Double(left + view.columns) - 1, .end))
            }
            left += view.columns + gap
        }
        var chart = mosaic.chart(map.bar, map.colors, gray: 0 ... 1, width: side * Double(mosaic.columns))
        // Without a gray picture below.
        chart.layers.removeFirst()
        chart.layers += lines + notes
        return chart
    }

    /// The silhouette, and where the brain is half as thick as at most, in cells of the mosaic.
    private func outlines(_ view: View, top: Int, left: Int) -> [Layer] {
        // Room for the blur.
        let pad = 4, rows = view.rows + 2 * pad, columns = view.columns + 2 * pad
        func padded(_ value: (Double) -> Double) -> [Double] {
            var all = [Double](repeating: 0, count: rows * columns)
            for row in 0 ..< view.rows { for column in 0 ..< view.columns { all[(row + pad) * columns + column + pad] = value(view.depth[row * view.columns + column]) } }
            return all
        }
        let most = view.depth.max() ?? 1
        let fields: [(values: [Double], color: Double, width: Double)] = [
            (blurred(padded { $0 / most }, rows, columns, times: 3), 0.78, 1), (blurred(padded { $0 > 0 ? 1 : 0 }, rows, columns, times: 2), 0.35, 1.6),
        ]
        return fields.map { field in
            let points = MarchingSquares(rows: rows, columns: columns, values: field.values).lines(at: 0.5)
            let xs = points.map { $0.isGap ? .nan : $0.x + Double(left - pad) }, ys = points.map { $0.isGap ? .nan : $0.y + Double(top - pad) }
            var layer = Layer(.line(x: Numbers(xs), y: Numbers(ys)), color: .rgb(red: field.color, green: field.color, blue: field.color))
            layer.lineWidth = field.width
            return layer
        }
    }

    /// Weights 1 2 1 along rows and columns: rounds the corners of voxels off.
    private func blurred(_ values: [Double], _ rows: Int, _ columns: Int, times: Int) -> [Double] {
        var result = values
        for _ in 0 ..< times {
            for (count, others, step, stride) in [(columns, rows, 1, columns), (rows, columns, columns, 1)] {
                for other in 0 ..< others {
                    var before = 0.0
                    for index in 0 ..< count {
                        let place = other * stride + index * step
                        let here = result[place], after = index + 1 < count ? result[place + step] : 0
                        result[place] = 0.25 * before + 0.5 * here + 0.25 * after
                        before = here
                    }
                }
            }
        }
        return result
    }
}
