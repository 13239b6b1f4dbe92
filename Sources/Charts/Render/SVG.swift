/// Writes a chart as SVG, for readers without Vega-Lite.
///
/// On a ground of its own with rounded corners, which can be read on a page of any colour. Ground and text take the colours of a page that names its own, as notebooks do,
/// and are dark on white elsewhere. No ids or scripts, so that any number of them can stand in one HTML page.
package enum SVG {
    static let font = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

    package static func document(_ chart: Chart) -> String { document(chart, Frame.frames(chart)) }

    static func document(_ chart: Chart, _ frames: [Frame]) -> String { SVGDrawing(chart, frames).text(followingPage: true) }
}

/// A laid out picture.
package struct SVGDrawing {
    /// With all labels, in pixels.
    package let width, height: Double
    /// Where it has a size on paper, that size, of which 96 are an inch.
    package var paper: (width: Double, height: Double)?
    let theme: ChartTheme
    /// What is in it, without the element around it.
    let items: [SVGWriter.Item]

    init(_ chart: Chart, _ frames: [Frame]) {
        let columns = chart.panels.isEmpty ? 1 : chart.panelColumns
        let frames = frames.map(SVGPanel.init)
        let rows = (frames.count + columns - 1) / columns
        // Axes that stand over each other begin at one place, so that the same time is at the same place, and so do those beside each other.
        func most(_ column: Int, _ value: (SVGPanel) -> Double) -> Double { stride(from: column, to: frames.count, by: columns).map { value(frames[$0]) }.max() ?? 0 }
        let lefts = (0 ..< columns).map { most($0, \.left) }
        let widths = (0 ..< columns).map { column in lefts[column] + most(column) { $0.width - $0.left } }
        func inRow(_ row: Int) -> ArraySlice<SVGPanel> { frames[(row * columns) ..< min(frames.count, (row + 1) * columns)] }
        let tops = (0 ..< rows).map { row in inRow(row).map(\.top).max() ?? 0 }
        let heights = (0 ..< rows).map { row in tops[row] + (inRow(row).map { $0.height - $0.top }.max() ?? 0) }
        let width = widths.reduce(0, +)
        let title = chart.panels.isEmpty ? [] : chart.titleText.map { TextSize.lines($0, size: 16, isBold: true, width: width - 32) } ?? []
        let top = title.isEmpty ? 0 : Double(title.count) * 20 + 14
        let height = heights.reduce(top, +)

        var writer = SVGWriter()
        let (w, h) = (SVGWriter.number(width), SVGWriter.number(height))
        writer.element("title", [:], content: Summary.text(chart, frames.map(\.frame)))
        writer.element("rect", ["width": w, "height": h, "rx": "6", "fill": Paint.ground.rawValue])
        for (line, text) in title.enumerated() {
            writer.element("text", ["x": "16", "y": SVGWriter.number(26 + Double(line) * 20), "font-size": "16", "font-weight": "bold"], content: text)
        }
        for (index, frame) in frames.enumerated() {
            let x = widths[..<(index % columns)].reduce(lefts[index % columns] - frame.left, +)
            let y = heights[..<(index / columns)].reduce(top + tops[index / columns] - frame.top, +)
            writer.open("g", ["transform": x == 0 && y == 0 ? "" : "translate(\(SVGWriter.number(x)) \(SVGWriter.number(y)))"])
            frame.draw(into: &writer)
            writer.close("g")
        }
        (self.width, self.height, theme, items) = (width, height, chart.chosenTheme ?? .page, writer.items)
    }

    /// - Parameter followingPage: whether ground and text take the colours of the page around, unless the chart has a theme of its own.
    package func text(followingPage: Bool = false) -> String {
        let (w, h) = (SVGWriter.number(width), SVGWriter.number(height))
        let follows = followingPage && theme == .page
        func millimeters(_ pixels: Double) -> String { SVGWriter.number(pixels * 25.4 / 96) + "mm" }
        let attributes = [
            (name: "xmlns", value: "http://www.w3.org/2000/svg"), ("width", paper.map { millimeters($0.width) } ?? w), ("height", paper.map { millimeters($0.height) } ?? h),
            ("viewBox", "0 0 \(w) \(h)"), ("role", "img"), ("font-family", SVG.font), ("fill", Paint.text.rawValue),
        ]
        return SVGWriter.text(
            [.open("svg", attributes)] + (follows ? [.element("style", [], content: Paint.pageSheet)] : []) + items + [.close("svg")], theme, followingPage: follows)
    }
}
