/// Chooses colours and thins the layers of a chart.
struct Painter {
    private(set) var shapes: [Shape] = []
    private(set) var entries: [Frame.Entry] = []

    /// All lines of a chart together keep about this many points, so that the picture stays below a megabyte.
    private static let lineBudget = 16_000
    /// Those of all panels together this many: a panel has fewer columns of pixels.
    private static let panelsBudget = 64_000
    /// More points than these, in all layers together, are drawn as an image.
    static let pointBudget = 8_000

    private let axes: Axes
    private let columns, lineLimit: Int
    private let drawsClouds: Bool

    /// Where the marks go.
    struct Axes {
        let x, left: Scale
        let right: Scale?
        let width, height: Double

        func y(_ isOnRight: Bool) -> Scale { isOnRight ? right ?? left : left }
    }

    /// - Parameter others: the layers of the panels beside, which come out of the same budget.
    init(_ layers: [Layer], _ axes: Axes, others: [Layer] = []) {
        self.axes = axes
        func lines(_ layers: [Layer]) -> Int {
            layers.count { layer in
                switch layer.mark {
                case .line, .band: true
                default: false
                }
            }
        }
        let all = layers + others
        let points = all.reduce(0) { sum, layer in if case .points(let x, _) = layer.mark { sum + x.values.count } else { sum } }
        drawsClouds = points > Self.pointBudget
        lineLimit = max(16, min(Self.lineBudget / max(1, lines(layers)), Self.panelsBudget / max(1, lines(all))))
        columns = max(8, min(Int(axes.width), lineLimit / 4))
        var colors: [String: (hex: String, round: Int)] = [:]
        var automatic = 0
        var previous = (hex: ChartColor.gray.hex, round: 0)
        for layer in layers {
            let color: String
            // How often the automatic colours had been used up before.
            var round = 0
            if let own = layer.color {
                color = own.hex
            } else if layer.sharesColor ?? false {
                (color, round) = previous
            } else if let name = layer.name, let known = colors[name] {
                (color, round) = known
            } else {
                switch layer.mark {
                case .cells: color = ChartColor.gray.hex
                case .notes: color = Paint.text.rawValue
                default:
                    (color, round) = (ChartColor.cycle[automatic % ChartColor.cycle.count].hex, automatic / ChartColor.cycle.count)
                    automatic += 1
                }
            }
            previous = (color, round)
            let name = layer.name.flatMap { $0.isEmpty ? nil : TextSize.shortened($0, to: 48) }
            if let name = layer.name, colors[name] == nil { colors[name] = (color, round) }
            let (form, symbol) = draw(layer, color)
            // Lines of a colour that stood for another line already are told apart by their dashes.
            let style = layer.style == .solid && symbol == .line ? [LineStyle.solid, .dashed, .dotted][round % 3] : layer.style
            let isOnRight = layer.isOnRight ?? false
            let shape = Shape(form: form, color: color, name: name, dashes: style.dashes, width: layer.lineWidth ?? Self.width(layer.mark), isOnRight: isOnRight)
            shapes.append(shape)
            if case .cells(let grid, _) = form, let strips = GroupStrips(grid, axes) {
                shapes.append(Shape(form: .strips(strips.strips), color: color, name: nil, dashes: []))
                for entry in strips.entries where !entries.contains(where: { $0.name == entry.name }) { entries.append(entry) }
            }
            guard let name, !entries.contains(where: { $0.name == name }) else { continue }
            if case .cells = form { continue }
            entries.append(Frame.Entry(name: name, color: color, dashes: shape.dashes, symbol: symbol))
        }
    }

    private static func width(_ mark: Layer.Mark) -> Double {
        switch mark {
        case .spans, .arrows: 1.2
        default: Shape.lineWidth
        }
    }

    private func draw(_ layer: Layer, _ color: String) -> (Shape.Form, Frame.Entry.Symbol) {
        let (x, y) = (axes.x, axes.y(layer.isOnRight ?? false))
        switch layer.mark {
        case .line(let xs, let ys): return (.line(Thinning.line(x: xs.values, y: ys.values, x, y, columns: columns, limit: lineLimit)), .line)
        case .band(let xs, let lows, let highs): return (.band(Thinning.band(xs.values, lows.values, highs.values, x, y, columns: columns)), .bar)
        case .spans(let xs, let lows, let highs, let hasCaps): return (.line(Strokes.spans(xs.values, lows.values, highs.values, hasCaps, x, y, axes)), .line)
        case .arrows(let xs, let ys, let dx, let dy, let length):
            return (.line(Strokes.arrows(xs.values, ys.values, dx.values, dy.values, length, x, y, axes)), .line)
        case .points(let xs, let ys):
            if drawsClouds { return (.cloud(Cloud.picture(xs.values, ys.values, x, y, axes, radius: layer.pointRadius ?? 1.5, color: color)), .point) }
            let points = zip(xs.values, ys.values).filter { x.holds($0) && y.holds($1) }.map { Point(x: $0, y: $1) }
            return (.points(points, radius: layer.pointRadius ?? Shape.pointRadius(of: points.count), opacity: points.count > 200 ? 0.55 : 0.85), .point)
        case .bars(let bars):
            let pixels = bars.first.map { (x.fraction($0.to) - x.fraction($0.from)) * axes.width } ?? 0
            let base = y.isLogarithmic ? y.lower : min(max(0, y.lower), y.upper)
            let drawn = bars.filter { x.holds($0.from) && x.holds($0.to) && y.holds($0.height) }.map { bar in
                var bar = bar
                bar.foot = bar.foot.map { min(max($0, y.lower), y.upper) }
                return bar
            }
            return (.bars(drawn, base: base, gap: pixels >= 4 ? 1 : 0), .bar)
        case .cells(let cells):
            let grid = CellGrid(cells)
            return (.cells(grid, grid.needsPicture ? axes.place(grid).map { Picture(place: $0, image: Raster.image(grid, width: $0.width, height: $0.height)) } : nil), .bar)
        case .rule(let rule): return (.rule(rule), .line)
        case .region(let region): return (.region(region), .bar)
        case .notes(let notes): return (.notes(notes.filter { x.holds($0.x) && y.holds($0.y) }), .point)
        }
    }
}

extension Painter.Axes {
    func pixel(x value: Double) -> Double { x.fraction(value) * width }

    func pixel(y value: Double, isOnRight: Bool = false) -> Double {
        let scale = y(isOnRight)
        let fraction = scale.fraction(value)
        return (scale.isReversed ? fraction : 1 - fraction) * height
    }

    /// Where a shaded stripe lies, cut off at the edges of the picture.
    func place(_ region: Layer.Region, isOnRight: Bool) -> Rectangle? {
        func cut(_ range: ClosedRange<Double>, _ scale: Scale, _ pixel: (Double) -> Double) -> (low: Double, length: Double)? {
            // What has no place on a logarithmic axis, or lies beyond, begins or ends at its end.
            let low = scale.holds(range.lowerBound) ? min(max(range.lowerBound, scale.lower), scale.upper) : scale.lower
            let high = scale.holds(range.upperBound) ? min(max(range.upperBound, scale.lower), scale.upper) : scale.upper
            guard low < high else { return nil }
            let ends = (pixel(low), pixel(high))
            return (min(ends.0, ends.1), (ends.0 - ends.1).magnitude)
        }
        switch region {
        case .vertical(let range): return cut(range, x, { pixel(x: $0) }).map { Rectangle(x: $0.low, y: 0, width: $0.length, height: height) }
        case .horizontal(let range):
            return cut(range, y(isOnRight), { pixel(y: $0, isOnRight: isOnRight) }).map { Rectangle(x: 0, y: $0.low, width: width, height: $0.length) }
        }
    }

    /// Where a heat map lies.
    func place(_ grid: CellGrid) -> Rectangle? {
        guard grid.cells.rows > 0, grid.cells.columns > 0 else { return nil }
        let place = (left: pixel(x: grid.left), right: pixel(x: grid.right))
        let top = pixel(y: left.isReversed ? grid.first : grid.last), bottom = pixel(y: left.isReversed ? grid.last : grid.first)
        return Rectangle(x: place.left, y: top, width: place.right - place.left, height: bottom - top)
    }
}
