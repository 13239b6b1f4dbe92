/// Marks of one kind, drawn over the layers before it.
package struct Layer: Equatable, Sendable, Codable {
    package enum Mark: Equatable, Sendable, Codable {
        /// A line through the points in their order.
        case line(x: Numbers, y: Numbers)
        case points(x: Numbers, y: Numbers)
        case bars([Bar])
        case cells(Cells)
        case rule(Rule)
    }

    /// A bar from `from` to `to` on the x axis, standing on 0.
    package struct Bar: Equatable, Sendable, Codable {
        package var from, to, height: Double
    }

    /// A straight line across the whole picture.
    package enum Rule: Equatable, Sendable, Codable {
        case vertical(x: Double)
        case horizontal(y: Double)
    }

    package var mark: Mark
    /// Its entry in the legend; nil for none. Layers of one name share one entry and one colour.
    package var name: String?
    /// Nil takes the next colour of the cycle.
    package var color: ChartColor?
    package var style = LineStyle.solid
    /// Of points, in pixels; nil decides by how many there are.
    package var pointRadius: Double?

    package init(_ mark: Mark, name: String? = nil, color: ChartColor? = nil, style: LineStyle = .solid) {
        self.mark = mark
        self.name = name
        self.color = color
        self.style = style
    }
}

/// Numbers of which NaN equals NaN, so that a chart with gaps equals itself.
package struct Numbers: Equatable, Sendable, Codable {
    package var values: [Double]

    package init(_ values: [Double]) { self.values = values }

    package static func == (left: Numbers, right: Numbers) -> Bool {
        left.values.elementsEqual(right.values) { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }
}

/// A table of numbers shown as coloured cells.
package struct Cells: Equatable, Sendable, Codable {
    package var rows, columns: Int
    /// Row after row.
    package var values: Numbers
    package var colors: ColorScale
    /// Numbers at the two ends of the colour scale; nil takes those of the data.
    package var range: ClosedRange<Double>?
    /// Coordinates of the middle of the first and of the last column; nil counts 0, 1, 2 …
    package var xRange: ClosedRange<Double>?
    package var yRange: ClosedRange<Double>?
    package var firstRowAtBottom = false
    /// Nil decides by the shape of the table.
    package var squareCells: Bool?
}
