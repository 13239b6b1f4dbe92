/// A heat map with its edges and colour range decided.
struct CellGrid {
    let cells: Cells
    let left, right, first, last: Double
    let colors: Scale

    /// More cells than this are drawn as an image.
    static let imageLimit = 10_000

    var isImage: Bool { cells.rows * cells.columns > Self.imageLimit }

    /// The SVG, which writes each cell, draws an image of fewer.
    static let pictureLimit = 2_500

    var needsPicture: Bool { cells.rows * cells.columns > Self.pictureLimit }

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
        if cells.isLogarithmic ?? false { return logarithmic(cells) }
        if cells.colors.isSigned {
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

    private static func logarithmic(_ cells: Cells) -> Scale {
        let drawn = cells.values.values.filter { Scale.holds($0, isLogarithmic: true) }
        var low = drawn.min() ?? 1, high = drawn.max() ?? 10
        if let range = cells.range {
            if Scale.holds(range.lowerBound, isLogarithmic: true) { low = range.lowerBound }
            if Scale.holds(range.upperBound, isLogarithmic: true) { high = range.upperBound }
        }
        if high / low < 1.000001 { high = min(low * 10, 1e300) }
        return Scale(lower: low, upper: high, isLogarithmic: true)
    }

    /// Where the colours of the bar change, from the lower end to the upper: a gray stretch stands for the numbers that a threshold leaves out.
    var stops: [(fraction: Double, color: RGB)] {
        let anchors = cells.colors.anchors
        let all = anchors.indices.map { (fraction: Double($0) / Double(anchors.count - 1), color: anchors[$0]) }
        guard let threshold = cells.threshold, threshold > 0, !colors.isLogarithmic else { return all }
        let edges = (low: colors.fraction(-threshold), high: colors.fraction(threshold))
        let nothing = Self.nothing
        var stops = all.filter { $0.fraction < edges.low }
        for (edge, inner, isUpper) in [(edges.low, edges.low + 1e-6, false), (edges.high, edges.high - 1e-6, true)] {
            let pair = [(fraction: edge, color: cells.colors.color(at: edge)), (fraction: inner, color: nothing)]
            for stop in isUpper ? pair.reversed() : pair where stop.fraction > 0 && stop.fraction < 1 { stops.append(stop) }
        }
        stops += all.filter { $0.fraction > edges.high }
        if edges.low <= 0, edges.high > 0 { stops.insert((0, nothing), at: 0) }
        if edges.high >= 1, edges.low < 1 { stops.append((1, nothing)) }
        return stops
    }

    /// The colour of the bar at a fraction of the way up.
    func barColor(at fraction: Double) -> RGB {
        if let threshold = cells.threshold, threshold > 0, colors.value(at: fraction).magnitude < threshold { return Self.nothing }
        return cells.colors.color(at: fraction)
    }

    private static let nothing = RGB(0xd8d8d8)

    func color(_ value: Double) -> RGB { cells.colors.color(at: colors.fraction(value)) }

    /// The numbers of the cells as notes, dark on light cells and light on dark ones.
    func numbers(decimals: Int) -> [Layer] {
        var dark: [Layer.Note] = [], light: [Layer.Note] = []
        for row in 0 ..< cells.rows {
            for column in 0 ..< cells.columns {
                let value = cells.values.values[row * cells.columns + column]
                guard Scale.isDrawable(value) else { continue }
                let x = left + (right - left) * (Double(column) + 0.5) / Double(cells.columns), y = first + (last - first) * (Double(row) + 0.5) / Double(cells.rows)
                let note = Layer.Note(x: x, y: y, text: NumberText.fixed(value, decimals: decimals), anchor: .middle, rise: 0)
                let color = color(value)
                // Relative brightness of red, green and blue (ITU-R BT.709).
                let brightness = 0.2126 * Double(color.red) + 0.7152 * Double(color.green) + 0.0722 * Double(color.blue)
                if brightness > 128 { dark.append(note) } else { light.append(note) }
            }
        }
        let inks: [([Layer.Note], ChartColor)] = [(dark, .rgb(red: 0.1, green: 0.1, blue: 0.1)), (light, .rgb(red: 1, green: 1, blue: 1))]
        return inks.filter { !$0.0.isEmpty }.map { Layer(.notes($0.0), color: $0.1) }
    }
}
