/// A chart with everything decided that both renderers need: size, domains, ticks, colours, legend.
struct Frame {
    struct Entry: Equatable {
        enum Symbol { case line, point, bar }
        let name: String
        let color: String
        let dashes: [Double]
        let symbol: Symbol
    }

    struct ColorBar {
        let title: [String]
        let grid: CellGrid
        let ticks: [Tick]
        let height: Double
    }

    /// What stands at the right, beside a second y axis.
    struct Side {
        let scale: Scale
        let ticks: [Tick]
        let title: [String]
        /// Of its labels, where all that belongs to it has one colour.
        let color: String?

        init?(_ scale: Scale?, _ title: String, _ shapes: [Shape], height: Double) {
            guard let scale else { return nil }
            self.scale = scale
            ticks = Tick.ticks(scale, count: Frame.yTickCount(height), least: 3)
            self.title = TextSize.lines(title, size: Frame.labelSize, width: max(height, 160))
            let colors = Set(shapes.map(\.color))
            color = colors.count == 1 ? colors.first : nil
        }
    }

    let width, height: Double
    let axes: Painter.Axes
    var x: Scale { axes.x }
    var y: Scale { axes.left }
    let xTicks, yTicks: [Tick]
    let right: Side?
    /// Whether the names under the x axis are turned, because they do not fit side by side.
    let turnsNames: Bool
    /// Whether faint lines go across the picture from the ticks.
    let hasGrid: Bool
    /// The same for the ticks of the x axis, which has none when it bears names.
    let hasGridX: Bool
    let hidesAxes: Bool
    /// Whether the ticks have their numbers or names. They have not where a panel below or at the left says them.
    let labels: (x: Bool, y: Bool)
    let title, xTitle, yTitle: [String]
    let shapes: [Shape]
    private(set) var legend: [Entry]
    /// Of the columns of the legend.
    private(set) var legendWidths: [Double]
    let colorBar: ColorBar?

    static let tickSize = 11.0, labelSize = 12.0, titleSize = 14.0
    /// Entries of a legend beyond this are left out.
    static let legendLimit = 24
    static let entrySymbolWidth = 24.0, entryGap = 18.0

    /// The frame of a chart, or those of its panels.
    static func frames(_ chart: Chart) -> [Frame] {
        guard !chart.panels.isEmpty else { return [Frame(chart)] }
        var domains = chart.panels.map { panel in Domains(panel, grids(panel), height: 300) }
        var isShared = (x: false, y: false)
        if let shared = chart.sharedAxes { isShared = Domains.share(&domains, x: shared.x, y: shared.y) }
        func same<Value: Equatable>(_ value: (Chart) -> Value) -> Bool { chart.panels.allSatisfy { value($0) == value(chart.panels[0]) } }
        // Where an axis is the same in all panels it is labelled once in each column, or row.
        isShared.x = isShared.x && same(\.x.title) && same(\.x.names)
        isShared.y = isShared.y && same(\.y.title) && same(\.y.names)
        var frames = chart.panels.indices.map { index in
            var beside = chart.panels
            let panel = beside.remove(at: index)
            let labels = (x: !isShared.x || index + chart.panelColumns >= chart.panels.count, y: !isShared.y || index % chart.panelColumns == 0)
            return Frame(panel, columns: chart.panelColumns, domains: chart.sharedAxes == nil ? nil : domains[index], labels: labels, others: beside.flatMap(\.layers))
        }
        if chart.sharedAxes != nil {
            let first = frames[0].legend
            for index in frames.indices.dropFirst() where frames[index].legend == first { frames[index].removeLegend() }
        }
        return frames
    }

    static func grids(_ chart: Chart) -> [CellGrid] {
        chart.layers.compactMap { layer in if case .cells(let cells) = layer.mark { CellGrid(cells) } else { nil } }
    }

    /// Whether marks may lie outside of the area between the axes, and are cut off there.
    var clips: Bool { x.clips || y.clips || (right?.scale.clips ?? false) }

    /// The room that coloured strips over the picture need.
    var stripHeight: Double {
        let isAbove = shapes.contains { shape in if case .strips(let strips) = shape.form { strips.contains { $0.place.y < 0 } } else { false } }
        return isAbove ? GroupStrips.gap + GroupStrips.width : 0
    }

    /// - Parameters:
    ///   - columns: how many charts stand side by side; of two or more each is smaller, unless it has a size of its own.
    ///   - domains: from where to where the axes go, if that is not for the chart alone to say.
    ///   - labels: whether the axes are labelled.
    ///   - others: the layers of the panels beside.
    init(_ chart: Chart, columns: Int = 1, domains given: Domains? = nil, labels: (x: Bool, y: Bool) = (true, true), others: [Layer] = []) {
        self.labels = labels
        let grids = Self.grids(chart)
        (width, height) = Self.size(chart, grids.first, scale: columns < 2 ? 1 : max(0.45, 1.3 / Double(columns)))
        hasGrid = grids.isEmpty
        hasGridX = grids.isEmpty && chart.x.names.isEmpty
        let domains = given ?? Domains(chart, grids, height: height)
        let y = domains.y
        axes = Painter.Axes(x: domains.x, left: y, right: domains.right, width: width, height: height)
        hidesAxes = chart.hidesAxes ?? false
        var turnsNames = false
        (xTicks, turnsNames) = hidesAxes ? ([], false) : Self.xTicks(chart.x.names, domains.x, width: width)
        self.turnsNames = turnsNames && labels.x
        yTicks = hidesAxes ? [] : chart.y.names.isEmpty ? Tick.ticks(y, count: Self.yTickCount(height), least: 3) : Tick.names(chart.y.names, y, count: Int(height / 13))
        title = TextSize.lines(chart.titleText ?? "", size: Self.titleSize, isBold: true, width: max(width, 240))
        xTitle = TextSize.lines(labels.x ? chart.x.title ?? "" : "", size: Self.labelSize, width: max(width, 200))
        yTitle = TextSize.lines(labels.y ? chart.y.title ?? "" : "", size: Self.labelSize, width: max(height, 160))
        let painted = Painter(chart.layers, axes, others: others)
        shapes = painted.shapes
        right = Side(domains.right, chart.right?.title ?? "", painted.shapes.filter(\.isOnRight), height: axes.height)
        legend = chart.showsLegend ? Array(painted.entries.prefix(Self.legendLimit)) : []
        legendWidths = Self.columns(legend.map(Self.entryWidth), width: max(width, 240) + Self.entryGap)
        let barHeight = max(60, min(height, 220))
        colorBar = grids.first { $0.cells.hasBar ?? true }.map { Self.bar($0, chart, height: barHeight) }
    }

    private mutating func removeLegend() { (legend, legendWidths) = ([], [0]) }

    /// Widths of as many columns as fit, when entries are set row after row.
    private static func columns(_ entries: [Double], width: Double) -> [Double] {
        for count in stride(from: entries.count, to: 1, by: -1) {
            let widths = (0 ..< count).map { column in stride(from: column, to: entries.count, by: count).map { entries[$0] }.max() ?? 0 }
            if widths.reduce(0, +) <= width { return widths }
        }
        return [entries.max() ?? 0]
    }

    static func entryWidth(_ entry: Entry) -> Double {
        entrySymbolWidth + TextSize.width(entry.name, size: tickSize) + entryGap
    }

    static func yTickCount(_ height: Double) -> Int { max(2, Int(height / 48)) }

    /// As many numbers as fit beside each other with some room between.
    private static func xTicks(_ names: [String], _ scale: Scale, width: Double) -> ([Tick], turned: Bool) {
        func fit(_ ticks: [Tick], room: Double) -> Bool {
            zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
                let distance = ((scale.fraction(right.value) - scale.fraction(left.value)) * width).magnitude
                return (TextSize.width(left.label, size: tickSize) + TextSize.width(right.label, size: tickSize)) / 2 + room <= distance
            }
        }
        if !names.isEmpty {
            let all = Tick.names(names, scale, count: names.count)
            if fit(all, room: 6) { return (all, false) }
            return (Tick.names(names, scale, count: Int(width / 14)), true)
        }
        var count = max(2, Int(width / 70))
        while true {
            let ticks = Tick.ticks(scale, count: count)
            if count <= 2 || fit(ticks, room: 14) { return (ticks, false) }
            count -= 1
        }
    }

    private static func size(_ chart: Chart, _ grid: CellGrid?, scale: Double) -> (Double, Double) {
        guard let cells = grid?.cells, cells.rows > 0, cells.columns > 0 else { return (chart.width ?? (520 * scale).rounded(), chart.height ?? (300 * max(scale, 0.6)).rounded()) }
        let rows = Double(cells.rows), columns = Double(cells.columns)
        let isSquare = cells.squareCells ?? (rows <= 3 * columns && columns <= 3 * rows)
        let box = (width: chart.width ?? (isSquare ? 420 : 520) * scale, height: chart.height ?? (isSquare ? 380 : 300) * scale)
        // Whole pixels, so that no seam shows between cells; the cells of an image have none, and one without axes has the size it asks for.
        let isWhole = !(grid?.needsPicture ?? false) || !(chart.hidesAxes ?? false)
        func whole(_ length: Double) -> Double { length >= 1 && isWhole ? length.rounded(.down) : length }
        if isSquare {
            let isFree = chart.width == nil && chart.height == nil
            let side = whole(min(box.width / columns, box.height / rows, isFree ? 60 : .infinity))
            return ((side * columns).rounded(), (side * rows).rounded())
        }
        return ((whole(box.width / columns) * columns).rounded(), (whole(box.height / rows) * rows).rounded())
    }

    private static func bar(_ grid: CellGrid, _ chart: Chart, height: Double) -> ColorBar {
        let label = ChartAxis(label: chart.colorLabel, unit: chart.colorUnit).title
        return ColorBar(
            title: label.map { TextSize.lines($0, size: tickSize, width: 130) } ?? [], grid: grid,
            ticks: Tick.ticks(grid.colors, count: max(2, Int(height / 36)), least: 3), height: height)
    }
}
