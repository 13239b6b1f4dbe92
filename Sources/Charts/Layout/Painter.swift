/// Chooses colours and thins the layers of a chart.
struct Painter {
    private(set) var shapes: [Shape] = []
    private(set) var entries: [Frame.Entry] = []

    /// All lines of a chart together keep about this many points, so that the picture stays below a megabyte.
    private static let lineBudget = 16_000
    private static let pointBudget = 5_000

    init(_ layers: [Layer], _ x: Scale, _ y: Scale, width: Double) {
        let lineCount = layers.count { if case .line = $0.mark { true } else { false } }
        let cloudCount = layers.count { if case .points = $0.mark { true } else { false } }
        let columns = max(8, min(Int(width), Self.lineBudget / 4 / max(1, lineCount)))
        var colors: [String: (hex: String, round: Int)] = [:]
        var automatic = 0
        for layer in layers {
            let color: String
            // How often the automatic colours had been used up before.
            var round = 0
            if let own = layer.color {
                color = own.hex
            } else if let name = layer.name, let known = colors[name] {
                (color, round) = known
            } else if case .cells = layer.mark {
                color = ChartColor.gray.hex
            } else {
                (color, round) = (ChartColor.cycle[automatic % ChartColor.cycle.count].hex, automatic / ChartColor.cycle.count)
                automatic += 1
            }
            let name = layer.name.flatMap { $0.isEmpty ? nil : TextSize.shortened($0, to: 48) }
            if let name = layer.name, colors[name] == nil { colors[name] = (color, round) }
            let form: Shape.Form
            let symbol: Frame.Entry.Symbol
            switch layer.mark {
            case .line(let xs, let ys):
                (form, symbol) = (.line(Thinning.line(x: xs.values, y: ys.values, x, y, columns: columns, limit: Self.lineBudget / lineCount)), .line)
            case .points(let xs, let ys):
                let points = Thinning.cloud(x: xs.values, y: ys.values, x, y, limit: max(200, Self.pointBudget / cloudCount))
                (form, symbol) = (.points(points, radius: layer.pointRadius ?? (points.count > 800 ? 2 : 3.2), opacity: points.count > 200 ? 0.55 : 0.85), .point)
            case .bars(let bars):
                let pixels = bars.first.map { (x.fraction($0.to) - x.fraction($0.from)) * width } ?? 0
                let base = y.isLogarithmic ? y.lower : min(max(0, y.lower), y.upper)
                (form, symbol) = (.bars(bars.filter { x.holds($0.from) && x.holds($0.to) && y.holds($0.height) }, base: base, gap: pixels >= 4 ? 1 : 0), .bar)
            case .cells(let cells):
                (form, symbol) = (.cells(CellGrid(cells)), .bar)
            case .rule(let rule):
                (form, symbol) = (.rule(rule), .line)
            }
            // Lines of a colour that stood for another line already are told apart by their dashes.
            let style = layer.style == .solid && symbol == .line ? [LineStyle.solid, .dashed, .dotted][round % 3] : layer.style
            let shape = Shape(form: form, color: color, name: name, dashes: style.dashes)
            shapes.append(shape)
            guard let name, !entries.contains(where: { $0.name == name }) else { continue }
            if case .cells = form { continue }
            entries.append(Frame.Entry(name: name, color: color, dashes: shape.dashes, symbol: symbol))
        }
    }
}
