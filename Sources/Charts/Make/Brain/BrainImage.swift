import Formats
import Linear

/// One volume of an image, asked for by places in millimetres.
struct BrainImage {
    let shape: [Int]
    /// z fastest, then y, then x.
    let values: [Double]
    private let toSpace, toVoxel: Affine
    /// The shortest edge of a voxel, in millimetres.
    let step: Double
    /// Whether some numbers are missing: then 0 is a number like others, and otherwise nothing.
    private let hasMissing: Bool
    let isPlaced: Bool

    init(_ image: NIfTI, volume: Int, name: String) throws {
        guard let affine = Affine(image.affine.elements) else {
            throw ChartError.outOfRange(argument: "the affine of \(name)", value: "without an inverse", allowed: "one that says where each voxel lies")
        }
        shape = Array(image.shape.prefix(3))
        values = try image.volume(volume).elements
        (toSpace, toVoxel) = (affine, affine.inverse)
        let edges = (0 ..< 3).map { column in (0 ..< 3).reduce(0) { $0 + affine.rows[4 * $1 + column] * affine.rows[4 * $1 + column] }.squareRoot() }
        // An axis with a single voxel has no step: a slice is as thick as its file says, which need not be how fine it is.
        step = zip(edges, shape).filter { $0.1 > 1 }.map(\.0).min() ?? edges[0]
        hasMissing = values.contains { $0.isNaN }
        isPlaced = image.isPlaced
    }

    /// Whether a number says something of the brain: neither missing, nor 0 in an image that writes nothing as 0.
    func isInside(_ value: Double) -> Bool { Scale.isDrawable(value) && (value != 0 || hasMissing) }

    /// The number of the voxel that holds a place; NaN outside of the image.
    func value(x: Double, y: Double, z: Double) -> Double {
        let voxel = toVoxel(x, y, z)
        // The nearest of the voxels whose middles have whole numbers; a hair of slack, so that places half way between two fall to the same side everywhere.
        let (i, j, k) = ((voxel.x + 0.5 + 1e-9).rounded(.down), (voxel.y + 0.5 + 1e-9).rounded(.down), (voxel.z + 0.5 + 1e-9).rounded(.down))
        guard i >= 0, j >= 0, k >= 0, i < Double(shape[0]), j < Double(shape[1]), k < Double(shape[2]) else { return .nan }
        return values[(Int(i) * shape[1] + Int(j)) * shape[2] + Int(k)]
    }

    /// From where to where the voxels go whose number `counts`, along x, y and z, in millimetres, their edges included; nil if there are none.
    func extent(where counts: (Double) -> Bool) -> Box? {
        var low = shape, high = [-1, -1, -1], index = 0
        for x in 0 ..< shape[0] {
            for y in 0 ..< shape[1] {
                // The first and the last along a line say all of it.
                let line = values[index ..< index + shape[2]]
                index += shape[2]
                guard let first = line.firstIndex(where: counts), let last = line.lastIndex(where: counts) else { continue }
                let (start, end) = (first - line.startIndex, last - line.startIndex)
                (low[0], low[1], low[2]) = (min(low[0], x), min(low[1], y), min(low[2], start))
                (high[0], high[1], high[2]) = (max(high[0], x), max(high[1], y), max(high[2], end))
            }
        }
        guard high[0] >= 0 else { return nil }
        var box = Box(low: [.infinity, .infinity, .infinity], high: [-.infinity, -.infinity, -.infinity])
        for corner in 0 ..< 8 {
            let edge = (0 ..< 3).map { corner >> $0 & 1 == 0 ? Double(low[$0]) - 0.5 : Double(high[$0]) + 0.5 }
            let place = toSpace(edge[0], edge[1], edge[2])
            for (axis, value) in [place.x, place.y, place.z].enumerated() { (box.low[axis], box.high[axis]) = (min(box.low[axis], value), max(box.high[axis], value)) }
        }
        return box
    }

    /// A part of space with edges along its axes.
    struct Box {
        var low, high: [Double]

        /// The middles of cells of one size that fill it from one end to the other along an axis.
        func middles(_ axis: Int, step: Double) -> [Double] {
            // A file may state voxels of any proportions.
            let count = max(1, Int(min(((high[axis] - low[axis]) / step - 1e-6).rounded(.up), 100_000)))
            let start = (low[axis] + high[axis]) / 2 - step * Double(count - 1) / 2
            return (0 ..< count).map { start + step * Double($0) }
        }
    }
}

/// What a map shows: which numbers, in which colours.
struct BrainMap {
    let image: BrainImage
    let threshold: Double?
    let colors: ColorScale
    let range: ClosedRange<Double>

    /// - Parameter isOverAnatomy: whether there is a gray image below, on which pale and gray colours would be lost.
    init(_ map: NIfTI, volume: Int, threshold: Double?, range: ClosedRange<Double>?, colors: ColorScale?, isOverAnatomy: Bool) throws {
        if let threshold, !(threshold >= 0 && Scale.isDrawable(threshold)) {
            throw ChartError.outOfRange(argument: "threshold", value: "\(threshold)", allowed: "0 or more, and finite")
        }
        image = try BrainImage(map, volume: volume, name: "the map")
        self.threshold = threshold
        var low = 0.0, high = 0.0
        for value in image.values where image.isInside(value) && value.magnitude >= threshold ?? 0 { (low, high) = (min(low, value), max(high, value)) }
        self.colors = colors ?? (low < 0 ? (isOverAnatomy ? .coldHot : .diverging) : (isOverAnatomy ? .hot : .viridis))
        let reach = max(high, -low)
        let own = self.colors.isSigned ? -reach ... reach : low ... high
        self.range = range ?? (own.lowerBound < own.upperBound ? own : 0 ... max(threshold ?? 1, 1))
    }

    /// The number, if it is to be seen, else NaN.
    func shown(_ value: Double) -> Double { image.isInside(value) && value.magnitude >= threshold ?? 0 ? value : .nan }

    var bar: (range: ClosedRange<Double>, threshold: Double?) { (range, threshold.flatMap { $0 > 0 ? $0 : nil }) }
}
