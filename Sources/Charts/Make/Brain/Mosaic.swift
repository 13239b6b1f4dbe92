/// A table of numbers into which smaller ones are set, row 0 at the top: pictures side by side in one.
struct Mosaic {
    let rows, columns: Int
    private(set) var map: [Double]
    private(set) var under: [Double]

    init(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        map = Array(repeating: .nan, count: rows * columns)
        under = map
    }

    mutating func set(row: Int, column: Int, map value: Double, under gray: Double) {
        map[row * columns + column] = value
        under[row * columns + column] = gray
    }

    /// The chart: gray below, colours above, no axes, `width` pixels wide.
    func chart(_ bar: (range: ClosedRange<Double>, threshold: Double?), _ colors: ColorScale, gray: ClosedRange<Double>, width: Double) -> Chart {
        func cells(_ values: [Double], _ colors: ColorScale, _ range: ClosedRange<Double>) -> Cells {
            Cells(rows: rows, columns: columns, values: Numbers(values), colors: colors, range: range, squareCells: true)
        }
        var below = cells(under, .grays, gray), above = cells(map, colors, bar.range)
        below.hasBar = false
        above.threshold = bar.threshold
        var chart = Chart(layers: [Layer(.cells(below), name: "below"), Layer(.cells(above), name: "map")])
        let side = width / Double(max(columns, 1))
        (chart.width, chart.height) = (side * Double(columns), side * Double(rows))
        chart.hidesAxes = true
        return chart
    }

    /// Pixels of a cell, such that the cells fill a width: whole ones where each cell is drawn by itself, and not as part of an image.
    static func side(columns: Int, rows: Int, width: Double) -> Double {
        let side = max(width / Double(max(columns, 1)), 0.2)
        return side >= 1 && columns * rows <= CellGrid.pictureLimit ? side.rounded(.down) : side
    }

    /// A text whose middle lies at a place, in cells.
    static func note(_ text: String, row: Double, column: Double, _ anchor: Layer.Note.Anchor = .middle) -> Layer {
        Layer(.notes([Layer.Note(x: column, y: row, text: text, anchor: anchor, rise: 0)]))
    }
}
