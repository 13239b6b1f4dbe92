/// Coloured strips beside a heat map that say to which group each of its rows and columns belongs.
struct GroupStrips {
    struct Strip {
        let place: Rectangle
        let color: String
        /// As the legend has it.
        let name: String
    }

    private(set) var strips: [Strip] = []
    private(set) var entries: [Frame.Entry] = []

    static let gap = 4.0, width = 8.0

    /// Nil where the rows and columns belong to no groups.
    init?(_ grid: CellGrid, _ axes: Painter.Axes) {
        let rows = grid.cells.rowGroups ?? [], columns = grid.cells.columnGroups ?? []
        guard let place = axes.place(grid), !rows.isEmpty || !columns.isEmpty else { return nil }
        var colors: [String: String] = [:]
        for name in rows + columns where colors[name] == nil {
            let color = Self.color(colors.count)
            colors[name] = color
            entries.append(Frame.Entry(name: TextSize.shortened(name, to: 48), color: color, dashes: [], symbol: .bar))
        }
        func strip(_ name: String, _ place: Rectangle) -> Strip { Strip(place: place, color: colors[name] ?? ChartColor.gray.hex, name: TextSize.shortened(name, to: 48)) }
        for run in Self.runs(columns) {
            let (start, end) = (Double(run.lowerBound) / Double(columns.count), Double(run.upperBound) / Double(columns.count))
            let bar = Rectangle(x: place.x + place.width * start, y: place.y - Self.gap - Self.width, width: place.width * (end - start), height: Self.width)
            strips.append(strip(columns[run.lowerBound], bar))
        }
        for run in Self.runs(rows) {
            var (start, end) = (Double(run.lowerBound) / Double(rows.count), Double(run.upperBound) / Double(rows.count))
            if grid.cells.firstRowAtBottom { (start, end) = (1 - end, 1 - start) }
            let bar = Rectangle(x: place.x + place.width + Self.gap, y: place.y + place.height * start, width: Self.width, height: place.height * (end - start))
            strips.append(strip(rows[run.lowerBound], bar))
        }
    }

    /// The palette, then the palette lighter, then from the start again.
    private static func color(_ index: Int) -> String {
        let cycle = ChartColor.cycle
        let color = cycle[index % cycle.count].rgb
        return (index / cycle.count % 2 == 0 ? color : color.mixed(with: RGB(0xffffff), 0.55)).hex
    }

    /// Stretches of equal names.
    private static func runs(_ names: [String]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in names.indices {
            if let last = runs.last, names[last.lowerBound] == names[index] {
                runs[runs.count - 1] = last.lowerBound ..< index + 1
            } else {
                runs.append(index ..< index + 1)
            }
        }
        return runs
    }
}
