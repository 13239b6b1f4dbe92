/// A chart in one sentence, for terminals and for readers who do not see the picture.
enum Summary {
    static func text(_ chart: Chart) -> String { text(chart, Frame.frames(chart)) }

    static func text(_ chart: Chart, _ frames: [Frame]) -> String {
        guard chart.panels.isEmpty else {
            let title = chart.titleText.map { " “\($0)”" } ?? ""
            return "\(chart.panels.count) charts\(title): " + zip(chart.panels, frames).map { text($0, [$1]) }.joined(separator: " | ")
        }
        let title = chart.titleText.map { " “\($0)”" } ?? ""
        let marks = chart.layers.map(describe)
        guard !marks.isEmpty else { return "Empty chart\(title)" }
        return "Chart\(title): " + joined(marks) + (frames.first.map { ranges(chart, $0) } ?? "")
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
        case .cells(let cells): return "heat map\(name) of \(cells.rows) x \(cells.columns) cells" + values(cells)
        case .band(let x, let low, _): return "band\(name) of \(count(x, low))"
        case .spans(let x, let low, let high, let hasCaps):
            let drawn = x.values.indices.count { Scale.isDrawable(x.values[$0]) && Scale.isDrawable(low.values[$0]) && Scale.isDrawable(high.values[$0]) }
            return "\(drawn) \(hasCaps ? drawn == 1 ? "error bar" : "error bars" : drawn == 1 ? "spike" : "spikes")\(name)"
        case .arrows(let x, _, _, _, _): return x.values.count == 1 ? "1 arrow\(name)" : "\(x.values.count) arrows\(name)"
        case .region(.vertical(let range)): return "shaded\(name) from x \(NumberText.short(range.lowerBound)) to \(NumberText.short(range.upperBound))"
        case .region(.horizontal(let range)): return "shaded\(name) from y \(NumberText.short(range.lowerBound)) to \(NumberText.short(range.upperBound))"
        case .notes(let notes): return notes.count == 1 ? "note “\(notes[0].text)”" : "\(notes.count) notes"
        case .rule(.vertical(let x)): return "vertical line\(name) at \(NumberText.short(x))"
        case .rule(.horizontal(let y)): return "horizontal line\(name) at \(NumberText.short(y))"
        }
    }

    private static func count(_ x: Numbers, _ y: Numbers) -> String {
        var drawn = 0
        for index in 0 ..< min(x.values.count, y.values.count) where Scale.isDrawable(x.values[index]) && Scale.isDrawable(y.values[index]) { drawn += 1 }
        let missing = x.values.count - drawn
        return "\(x.values.count) points" + (missing > 0 ? " (\(missing) missing)" : "")
    }

    private static func values(_ cells: Cells) -> String {
        let drawn = cells.values.values.filter(Scale.isDrawable)
        guard let lowest = drawn.min(), let highest = drawn.max() else { return ", all missing" }
        let missing = cells.values.values.count - drawn.count
        return ", \(NumberText.short(lowest)) to \(NumberText.short(highest))" + (missing > 0 ? " (\(missing) missing)" : "")
    }

    private static func ranges(_ chart: Chart, _ frame: Frame) -> String {
        if frame.hidesAxes { return "" }
        func range(_ axis: ChartAxis, _ fallback: String, _ scale: Scale) -> String {
            let name = axis.title ?? fallback
            if !axis.names.isEmpty { return "\(name) \(axis.names.count) names" }
            return "\(name) \(NumberText.short(scale.lower)) to \(NumberText.short(scale.upper))"
        }
        return "; " + range(chart.x, "x", frame.x) + "; " + range(chart.y, "y", frame.y) + (frame.right.map { "; " + range(chart.right ?? ChartAxis(), "right", $0.scale) } ?? "")
    }
}
