/// One layer, ready to be drawn: its numbers thinned, its colour chosen.
struct Shape {
    enum Form {
        case line([Point])
        case points([Point], radius: Double, opacity: Double)
        /// Bars standing on `base`.
        case bars([Layer.Bar], base: Double, gap: Double)
        case cells(CellGrid)
        case rule(Layer.Rule)
    }

    let form: Form
    let color: String
    let name: String?
    let dashes: [Double]

    static let lineWidth = 1.8
}

/// A heat map with its edges and colour range decided.
struct CellGrid {
    let cells: Cells
    let left, right, first, last: Double
    let colors: Scale

    /// More cells than this are drawn as an image.
    static let imageLimit = 10_000

    var isImage: Bool { cells.rows * cells.columns > Self.imageLimit }

    init(_ cells: Cells) {
        self.cells = cells
        (left, right) = Self.edges(cells.columns, cells.xRange)
        (first, last) = Self.edges(cells.rows, cells.yRange)
        colors = Self.colors(cells)
    }

    /// Outer edges of the first and the last of `count` cells.
    private static func edges(_ count: Int, _ middles: ClosedRange<Double>?) -> (Double, Double) {
        guard let middles, Scale.isDrawable(middles.lowerBound), Scale.isDrawable(middles.upperBound), count > 1, middles.lowerBound < middles.upperBound else {
            let start = middles.map(\.lowerBound).flatMap { Scale.isDrawable($0) ? $0 : nil } ?? 0
            return (start - 0.5, start + Double(max(count, 1)) - 0.5)
        }
        let half = (middles.upperBound - middles.lowerBound) / Double(count - 1) / 2
        return (middles.lowerBound - half, middles.upperBound + half)
    }

    private static func colors(_ cells: Cells) -> Scale {
        var low = Double.infinity, high = -Double.infinity
        for value in cells.values.values where Scale.isDrawable(value) {
            low = min(low, value)
            high = max(high, value)
        }
        if low > high { (low, high) = (0, 1) }
        if cells.colors == .diverging {
            let reach = max(low.magnitude, high.magnitude)
            (low, high) = (-reach, reach)
        }
        if let range = cells.range {
            if Scale.isDrawable(range.lowerBound) { low = range.lowerBound }
            if Scale.isDrawable(range.upperBound) { high = range.upperBound }
        }
        (low, high) = Scale.widened(min(low, high), max(low, high))
        return Scale(lower: low, upper: high)
    }

    func color(_ value: Double) -> RGB { cells.colors.color(at: colors.fraction(value)) }
}
