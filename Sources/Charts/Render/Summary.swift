/// A chart in one sentence, for terminals and for readers who do not see the picture.
enum Summary {
    static func text(_ chart: Chart) -> String {
        guard chart.panels.isEmpty else {
            let title = chart.titleText.map { " “\($0)”" } ?? ""
            return "\(chart.panels.count) charts\(title): " + chart.panels.map(text).joined(separator: " | ")
        }
        let title = chart.titleText.map { " “\($0)”" } ?? ""
        let marks = chart.layers.map(describe)
        guard !marks.isEmpty else { return "Empty chart\(title)" }
        return "Chart\(title): " + joined(marks) + ranges(chart)
    }

    private static func joined(_ marks: [String]) -> String {
        marks.count <= 6 ? marks.joined(separator: ", ") : marks.prefix(5).joined(separator: ", ") + " and \(marks.count - 5) more layers"
    }

    private static func describe(_ layer: Layer) -> String {
        let name = layer.name.map { " “\($0)”" } ?? ""
        switch layer.mark {
        case .line(let x, let y): return "line\(name) of \(count(x, y))"
        case .points(let x, let y): return "points\(name), \(count(x, y))"
        case .bars(let bars): return bars.count == 1 ? "1 bar\(name)" : "\(bars.count) bars\(name)"
        case .cells(let cells): return "heat map of \(cells.rows) x \(cells.columns) cells" + values(cells)
        case .rule(.vertical(let x)): return "vertical line\(name) at \(NumberText.short(x))"
        case .rule(.horizontal(let y)): return "horizontal line\(name) at \(NumberText.short(y))"
        }
    }

    private static func count(_ x: Numbers, _ y: Numbers) -> String {
        let drawn = zip(x.values, y.values).count { Scale.isDrawable($0) && Scale.isDrawable($1) }
        let missing = x.values.count - drawn
        return "\(x.values.count) points" + (missing > 0 ? " (\(missing) missing)" : "")
    }

    private static func values(_ cells: Cells) -> String {
        let drawn = cells.values.values.filter(Scale.isDrawable)
        guard let lowest = drawn.min(), let highest = drawn.max() else { return ", all missing" }
        let missing = cells.values.values.count - drawn.count
        return ", \(NumberText.short(lowest)) to \(NumberText.short(highest))" + (missing > 0 ? " (\(missing) missing)" : "")
    }

    private static func ranges(_ chart: Chart) -> String {
        let domains = Domains(chart, chart.layers.compactMap { if case .cells(let cells) = $0.mark { CellGrid(cells) } else { nil } }, height: 300)
        func range(_ axis: ChartAxis, _ fallback: String, _ scale: Scale) -> String {
            let name = axis.title ?? fallback
            if !axis.names.isEmpty { return "\(name) \(axis.names.count) names" }
            return "\(name) \(NumberText.short(scale.lower)) to \(NumberText.short(scale.upper))"
        }
        return "; " + range(chart.x, "x", domains.x) + "; " + range(chart.y, "y", domains.y)
    }
}
