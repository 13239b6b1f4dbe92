/// Marks of one kind, drawn over the layers before it.
package struct Layer: Equatable, Sendable, Codable {
    package enum Mark: Equatable, Sendable, Codable {
        /// A line through the points in their order.
        case line(x: Numbers, y: Numbers)
        case points(x: Numbers, y: Numbers)
        case bars([Bar])
        case cells(Cells)
        case rule(Rule)
        /// The area between two lines.
        case band(x: Numbers, low: Numbers, high: Numbers)
        /// Vertical strokes; with caps at their ends they are error bars.
        case spans(x: Numbers, low: Numbers, high: Numbers, hasCaps: Bool)
        /// From each point into a direction, which is given in the units of the axes. The longest are `length` pixels long.
        case arrows(x: Numbers, y: Numbers, dx: Numbers, dy: Numbers, length: Double)
        case region(Region)
        case notes([Note])
    }

    /// A bar from `from` to `to` on the x axis, standing on 0 or on what lies below it in a stack; its head is at `height`.
    package struct Bar: Equatable, Sendable, Codable {
        package var from, to, height: Double
        /// Nil for 0. Optional because saved charts lack it.
        package var foot: Double?
    }

    /// A straight line across the whole picture.
    package enum Rule: Equatable, Sendable, Codable {
        case vertical(x: Double)
        case horizontal(y: Double)
    }

    /// A part of the picture that is shaded from one edge to the other.
    package enum Region: Equatable, Sendable, Codable {
        case vertical(ClosedRange<Double>)
        case horizontal(ClosedRange<Double>)
    }

    /// A text at a point.
    package struct Note: Equatable, Sendable, Codable {
        package enum Anchor: String, Equatable, Sendable, Codable { case start, middle, end }
        package var x, y: Double
        package var text: String
        package var anchor: Anchor
        /// Of its middle above the point, in pixels.
        package var rise: Double
    }

    package var mark: Mark
    /// Its entry in the legend; nil for none. Layers of one name share one entry and one colour.
    package var name: String?
    /// Nil takes the next colour of the cycle.
    package var color: ChartColor?
    package var style = LineStyle.solid
    /// Of points, in pixels; nil decides by how many there are.
    package var pointRadius: Double?
    // What follows is optional because sessions hold charts that were saved without it.
    /// Whether it takes the colour of the layer before it, as a line within a band does.
    package var sharesColor: Bool?
    /// Whether it belongs to the axis at the right.
    package var isOnRight: Bool?
    /// In pixels.
    package var lineWidth: Double?

    package init(_ mark: Mark, name: String? = nil, color: ChartColor? = nil, style: LineStyle = .solid, sharesColor: Bool = false) {
        self.sharesColor = sharesColor ? true : nil
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
    /// To which group each row belongs, shown as a coloured strip beside the rows. Optional because saved charts may lack it.
    package var rowGroups: [String]?
    package var columnGroups: [String]?
    /// Whether it has the colour bar; nil where it has. What lies under another table has none.
    package var hasBar: Bool?
    /// Whether equal factors are equal steps of colour. Numbers that are not above 0 have no colour then.
    package var isLogarithmic: Bool?
    /// Numbers nearer to 0 were left out; the colour bar shows so.
    package var threshold: Double?
}
