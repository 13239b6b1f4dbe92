import Formats
import Linear

/// Slices through a brain, side by side: a map in colours, over an anatomical image in grays where there is one.
///
/// ```swift
/// let map = try mask.filled(with: scores)
/// try brainSlices(map, over: anatomy, threshold: 0.1).colorLabel("R²")
/// try brainSlices(contrast, axis: .coronal, at: [-60, -40, -20, 0], threshold: 2.3)
/// ```
/// Both images are asked for the voxel that holds a place, by their affines, so that they need not have the same voxels, and nothing is smoothed. Axial and coronal slices have the left of the brain on the left,
/// and say so with an L and an R, unless the affine of the map says no more than its voxel sizes. Of the map are shown the numbers that are finite and at or beyond the threshold; 0 counts as nothing in an image
/// without NaN, which is how most programs write what lies outside of the brain. Without an anatomical image the rest of the brain is pale gray.
/// - Parameters:
///   - map: what is shown, such as a score for each voxel.
///   - anatomy: what lies below; its 1st to 99th percentile go from black to white.
///   - axis: axial, coronal or sagittal slices.
///   - positions: where the slices lie, in millimetres along z, y or x; without them `count` at equal distances through what is shown.
///   - count: 1 to 60 slices, or as many as there are voxels.
///   - columns: how many stand side by side; without it such that the picture is about twice as wide as high.
///   - threshold: numbers nearer to 0 are left out, and are gray in the colour bar.
///   - range: the numbers at the ends of the colour bar; without it the lowest and the highest that are shown, with signs the same distance to both sides of 0.
///   - colors: without them `viridis` for numbers from 0 on and `diverging` for such with signs; over an anatomical image `hot` and `coldHot`.
///   - volume: which volume of a series of maps.
/// - Throws: `ChartError.outOfRange` for other counts, thresholds or positions, or a map without a number that can be shown; `FormatError` for a volume that is not there.
/// - Complexity: O(cells of the picture).
public func brainSlices(
    _ map: NIfTI, over anatomy: NIfTI? = nil, axis: BrainAxis = .axial, at positions: [Double] = [], count: Int = 10, columns: Int? = nil, threshold: Double? = nil,
    range: ClosedRange<Double>? = nil, colors: ColorScale? = nil, volume: Int = 0
) throws -> Chart {
    guard (1 ... 60).contains(positions.isEmpty ? count : positions.count) else {
        throw ChartError.outOfRange(argument: positions.isEmpty ? "count" : "positions", value: "\(positions.isEmpty ? count : positions.count)", allowed: "1 to 60 slices")
    }
    if let columns, columns < 1 { throw ChartError.outOfRange(argument: "columns", value: "\(columns)", allowed: "1 or more") }
    if let odd = positions.first(where: { !($0.magnitude <= 1e6) }) {
        throw ChartError.outOfRange(argument: "positions", value: "\(odd)", allowed: "a number of millimetres, at most a kilometre away")
    }
    let shown = try BrainMap(map, volume: volume, threshold: threshold, range: range, colors: colors, isOverAnatomy: anatomy != nil)
    let below = try anatomy.map { try BrainImage($0, volume: 0, name: "the anatomical image") }
    let slices = try BrainSlices(shown, below, axis, positions, count)
    return try slices.chart(columns: columns)
}

/// The planes that are shown, and what lies in them.
private struct BrainSlices {
    let map: BrainMap
    let below: BrainImage?
    let axis: BrainAxis
    /// Middles of the cells across and up, and of the slices.
    let across, up, through: [Double]

    init(_ map: BrainMap, _ below: BrainImage?, _ axis: BrainAxis, _ positions: [Double], _ count: Int) throws {
        (self.map, self.below, self.axis) = (map, below, axis)
        guard let seen = map.image.extent(where: { !map.shown($0).isNaN }) ?? map.image.extent(where: map.image.isInside) else {
            throw ChartError.outOfRange(argument: "the map", value: "without a number", allowed: "a map that has some")
        }
        let box = (below.map { image in image.extent(where: image.isInside) } ?? map.image.extent(where: map.image.isInside)) ?? seen
        let directions = axis.directions
        var step = min(map.image.step, below?.step ?? .infinity)
        // Finer than the picture has room for would cost and not be seen.
        step = max(step, max(box.high[directions.across] - box.low[directions.across], box.high[directions.up] - box.low[directions.up]) / 400)
        across = box.middles(directions.across, step: step)
        up = box.middles(directions.up, step: step)
        if positions.isEmpty {
            // No more than there are planes of voxels, at equal distances, on whole millimetres where these are finer than the voxels.
            let (low, high) = (seen.low[directions.through], seen.high[directions.through])
            let wanted = min(count, seen.middles(directions.through, step: map.image.step).count)
            let distance = (high - low) / Double(wanted), grain = map.image.step >= 2 ? 1.0 : 0.1
            through = (0 ..< wanted).map { ((low + (Double($0) + 0.5) * distance) / grain).rounded() * grain }
        } else {
            through = positions
        }
    }

    func chart(columns wanted: Int?) throws -> Chart {
        let width = 760.0
        let shape = Double(up.count) / Double(across.count)
        // Twice as wide as high: columns² = 2 · slices · height / width of one.
        let most = min(through.count, wanted ?? max(1, Int((2 * Double(through.count) * shape).squareRoot().rounded(.up))))
        let rows = (through.count + most - 1) / most
        // The last row as full as the others, where it may be.
        let columns = wanted == nil ? (through.count + rows - 1) / rows : most
        // A slice alone does not fill the page.
        let side = Mosaic.side(columns: columns * across.count, rows: rows * up.count, width: min(width, 260 * Double(columns)))
        let gap = max(1, Int((10 / side).rounded())), head = Int((16 / side).rounded(.up))
        var mosaic = Mosaic(rows: rows * (up.count + head), columns: columns * (across.count + gap) - gap)
        var notes: [Layer] = []
        for (index, position) in through.enumerated() {
            let top = index / columns * (up.count + head) + head, left = index % columns * (across.count + gap)
            draw(position, top, left, &mosaic)
            let label = Mosaic.note(
                "\(axis.coordinate) = \(NumberText.short((position * 10).rounded() / 10))", row: Double(top) - 0.5 - 8 / side, column: Double(left) + Double(across.count) / 2 - 0.5
            )
            notes.append(label)
            try Progress.check(index, of: through.count)
        }
        if map.image.isPlaced {
            // On the line of the labels, where no image is below them.
            let row = Double(head) - 0.5 - 8 / side
            notes.append(Mosaic.note(axis.sides.left, row: row, column: 0, .start))
            notes.append(Mosaic.note(axis.sides.right, row: row, column: Double(across.count) - 1, .end))
        }
        var chart = mosaic.chart(map.bar, map.colors, gray: gray, width: side * Double(mosaic.columns))
        chart.layers += notes
        return chart
    }

    private func draw(_ position: Double, _ top: Int, _ left: Int, _ mosaic: inout Mosaic) {
        let directions = axis.directions
        var place = [0.0, 0, 0]
        place[directions.through] = position
        for (row, vertical) in up.reversed().enumerated() {
            place[directions.up] = vertical
            for (column, horizontal) in across.enumerated() {
                place[directions.across] = horizontal
                let value = map.image.value(x: place[0], y: place[1], z: place[2])
                var gray = Double.nan
                if let below {
                    let tissue = below.value(x: place[0], y: place[1], z: place[2])
                    if below.isInside(tissue) { gray = tissue }
                } else if map.image.isInside(value) {
                    gray = 0.88
                }
                mosaic.set(row: top + row, column: left + column, map: map.shown(value), under: gray)
            }
        }
    }

    /// What is black and what is white in the image below.
    private var gray: ClosedRange<Double> {
        guard let below else { return 0 ... 1 }
        let sorted = below.values.filter(below.isInside).sorted()
        guard !sorted.isEmpty else { return 0 ... 1 }
        let low = Binning.quantile(sorted, 0.01), high = Binning.quantile(sorted, 0.99)
        return low < high ? low ... high : low - 1 ... low + 1
    }
}
