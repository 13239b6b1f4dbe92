/// One chart with its own axes: the room its parts need, and the drawing of all but the marks.
struct SVGPanel {
    let frame: Frame
    /// From the outer edge to the area between the axes.
    let left: Double
    /// From the upper edge to it.
    let top: Double
    private let right, bottom: Double
    /// Outer size.
    let width, height: Double

    private static let edge = 14.0, lineHeight = 15.0, titleHeight = 18.0, legendHeight = 19.0, tickLength = 4.0, barWidth = 12.0, barGap = 20.0

    init(_ frame: Frame) {
        self.frame = frame
        let tick = Frame.tickSize
        let yLabels = frame.labels.y ? frame.yTicks.map { TextSize.width($0.label, size: tick) }.max() ?? 0 : 0
        var left = Self.edge + yLabels + Self.tickLength + 5 + (frame.yTitle.isEmpty ? 0 : Double(frame.yTitle.count) * Self.lineHeight + 6)
        var right = Self.edge + 4
        var bottom = Self.edge + Self.tickLength + (frame.xTitle.isEmpty ? 0 : Double(frame.xTitle.count) * Self.lineHeight + 7)
        // Labels under the ends of the axis reach beyond it.
        for label in frame.xTicks where frame.labels.x {
            let place = frame.pixel(x: label.value), size = TextSize.width(label.label, size: tick)
            if frame.turnsNames {
                left = max(left, size * 0.77 - place + Self.edge)
            } else {
                left = max(left, size / 2 - place + Self.edge)
                right = max(right, place + size / 2 - frame.width + Self.edge)
            }
        }
        bottom += frame.turnsNames ? (frame.xTicks.map { TextSize.width($0.label, size: tick) }.max() ?? 0) * 0.65 + 12 : frame.xTicks.isEmpty || !frame.labels.x ? 0 : tick + 5
        // So may the label of the axis.
        left = max(left, ((frame.xTitle.map { TextSize.width($0, size: Frame.labelSize) }.max() ?? 0) - frame.width) / 2 + Self.edge)
        if let side = frame.right {
            let labels = side.ticks.map { TextSize.width($0.label, size: tick) }.max() ?? 0
            right = max(right, Self.tickLength + 5 + labels + (side.title.isEmpty ? 0 : Double(side.title.count) * Self.lineHeight + 6) + Self.edge)
        }
        if let bar = frame.colorBar {
            let labels = bar.ticks.map { TextSize.width($0.label, size: tick) }.max() ?? 0
            let title = bar.title.map { TextSize.width($0, size: tick) }.max() ?? 0
            right = max(right, Self.barGap + max(Self.barWidth + 8 + labels, title) + Self.edge)
        }
        var top = Self.edge + Double(frame.title.count) * Self.titleHeight + (frame.title.isEmpty ? 0 : 6)
        top += frame.legend.isEmpty ? 6 : Double(Self.legendRows(frame)) * Self.legendHeight + 6
        top += frame.stripHeight
        // The label of the y axis may be longer than the axis, the colour bar with its label too.
        let long = (((frame.yTitle + (frame.right?.title ?? [])).map { TextSize.width($0, size: Frame.labelSize) }.max() ?? 0) - frame.height) / 2
        top = max(top, long + Self.edge)
        bottom = max(bottom, long + Self.edge)
        if let bar = frame.colorBar { bottom = max(bottom, Double(bar.title.count) * 14 + 6 + bar.height - frame.height + Self.edge) }
        let wide = max(
            frame.title.map { TextSize.width($0, size: Frame.titleSize, isBold: true) + 2 * Self.edge }.max() ?? 0,
            frame.xTitle.map { left + frame.width / 2 + TextSize.width($0, size: Frame.labelSize) / 2 + Self.edge }.max() ?? 0,
            left + frame.legendWidths.reduce(0, +) - Frame.entryGap + Self.edge)
        right = max(right, wide - left - frame.width)
        (self.left, self.top, self.right, self.bottom) = (left.rounded(.up), top.rounded(.up), right.rounded(.up), bottom.rounded(.up))
        width = self.left + frame.width + self.right
        height = self.top + frame.height + self.bottom
    }

    func draw(into writer: inout SVGWriter) {
        drawTitle(&writer)
        writer.open("g", ["transform": "translate(\(number(left)) \(number(top)))"])
        drawLegend(&writer)
        if frame.hasGrid { drawGrid(&writer) }
        drawMarks(&writer)
        drawAxes(&writer)
        if let side = frame.right { draw(side, &writer) }
        if let bar = frame.colorBar { draw(bar, &writer) }
        writer.close("g")
    }

    private static func legendRows(_ frame: Frame) -> Int {
        let columns = frame.legendWidths.count
        return (frame.legend.count + columns - 1) / columns
    }

    private func number(_ value: Double) -> String { SVGWriter.number(value) }

    private func drawTitle(_ writer: inout SVGWriter) {
        for (line, text) in frame.title.enumerated() {
            writer.element(
                "text",
                [
                    "x": number(Self.edge), "y": number(Self.edge + 12 + Double(line) * Self.titleHeight), "font-size": number(Frame.titleSize), "font-weight": "bold",
                ], content: text)
        }
    }

    private func drawLegend(_ writer: inout SVGWriter) {
        let columns = frame.legendWidths.count, rows = Self.legendRows(frame)
        for (index, entry) in frame.legend.enumerated() {
            let x = frame.legendWidths[..<(index % columns)].reduce(0, +)
            let y = Double(index / columns - rows) * Self.legendHeight + 2 - frame.stripHeight
            switch entry.symbol {
            case .line:
                writer.element(
                    "path",
                    [
                        "d": "M\(number(x)) \(number(y))h18", "stroke": entry.color, "stroke-width": "2.5", "stroke-dasharray": dashes(entry.dashes),
                    ])
            case .point: writer.element("circle", ["cx": number(x + 9), "cy": number(y), "r": "4", "fill": entry.color])
            case .bar: writer.element("rect", ["x": number(x + 4), "y": number(y - 5), "width": "10", "height": "10", "fill": entry.color])
            }
            writer.element("text", ["x": number(x + Frame.entrySymbolWidth), "y": number(y + 4), "font-size": number(Frame.tickSize)], content: entry.name)
        }
    }

    private func drawGrid(_ writer: inout SVGWriter) {
        var path = ""
        for tick in frame.xTicks where frame.hasGridX { path += "M\(number(crisp(frame.pixel(x: tick.value)))) 0v\(number(frame.height))" }
        for tick in frame.yTicks { path += "M0 \(number(crisp(frame.pixel(y: tick.value))))h\(number(frame.width))" }
        writer.element("path", ["d": path, "stroke": Paint.grid.rawValue])
    }

    private func drawMarks(_ writer: inout SVGWriter) {
        let clips = frame.clips
        // An inner svg element cuts off what lies outside, and needs no id for it.
        if clips { writer.open("svg", ["width": number(frame.width), "height": number(frame.height), "overflow": "hidden"]) }
        for shape in frame.shapes where !shape.isBeside { SVGMarks(shape: shape, frame: frame).draw(into: &writer) }
        if clips { writer.close("svg") }
        for shape in frame.shapes where shape.isBeside { SVGMarks(shape: shape, frame: frame).draw(into: &writer) }
    }

    private func drawAxes(_ writer: inout SVGWriter) {
        if frame.hidesAxes {
            drawAxisTitles(&writer)
            return
        }
        let size = number(Frame.tickSize)
        var path = "M0 0V\(number(frame.height))H\(number(frame.width))"
        for tick in frame.xTicks { path += "M\(number(crisp(frame.pixel(x: tick.value)))) \(number(frame.height))v\(number(Self.tickLength))" }
        for tick in frame.yTicks { path += "M0 \(number(crisp(frame.pixel(y: tick.value))))h-\(number(Self.tickLength))" }
        if let side = frame.right {
            path += "M\(number(frame.width)) 0V\(number(frame.height))"
            for tick in side.ticks { path += "M\(number(frame.width)) \(number(crisp(frame.pixel(y: tick.value, isOnRight: true))))h\(number(Self.tickLength))" }
        }
        writer.element("path", ["d": path, "stroke": Paint.axis.rawValue, "fill": "none"])

        let below = frame.height + Self.tickLength + Frame.tickSize + 2
        writer.open("g", ["font-size": size, "fill": Paint.faintText.rawValue, "text-anchor": frame.turnsNames ? "end" : "middle"])
        for tick in frame.xTicks where frame.labels.x {
            let x = frame.pixel(x: tick.value)
            let turn = frame.turnsNames ? "rotate(-40 \(number(x + 4)) \(number(below - 4)))" : ""
            writer.element(
                "text",
                [
                    "x": number(frame.turnsNames ? x + 4 : x), "y": number(frame.turnsNames ? below - 4 : below), "transform": turn,
                ], content: tick.label)
        }
        writer.close("g")
        writer.open("g", ["font-size": size, "fill": Paint.faintText.rawValue, "text-anchor": "end"])
        for tick in frame.yTicks where frame.labels.y {
            writer.element("text", ["x": number(-Self.tickLength - 4), "y": number(frame.pixel(y: tick.value) + 4)], content: tick.label)
        }
        writer.close("g")
        drawAxisTitles(&writer)
    }

    private func drawAxisTitles(_ writer: inout SVGWriter) {
        for (line, text) in frame.xTitle.enumerated() {
            let y = frame.height + bottom - Self.edge - Double(frame.xTitle.count - 1 - line) * Self.lineHeight + 1
            writer.element("text", ["x": number(frame.width / 2), "y": number(y), "font-size": number(Frame.labelSize), "text-anchor": "middle"], content: text)
        }
        for (line, text) in frame.yTitle.enumerated() {
            let x = -left + Self.edge + 9 + Double(line) * Self.lineHeight, y = frame.height / 2
            writer.element(
                "text",
                [
                    "x": number(x), "y": number(y), "font-size": number(Frame.labelSize), "text-anchor": "middle", "transform": "rotate(-90 \(number(x)) \(number(y)))",
                ], content: text)
        }
    }

    private func draw(_ side: Frame.Side, _ writer: inout SVGWriter) {
        writer.open("g", ["font-size": number(Frame.tickSize), "fill": side.color ?? Paint.faintText.rawValue])
        for tick in side.ticks {
            let place = (frame.width + Self.tickLength + 4, frame.pixel(y: tick.value, isOnRight: true) + 4)
            writer.element("text", ["x": number(place.0), "y": number(place.1)], content: tick.label)
        }
        writer.close("g")
        for (line, text) in side.title.enumerated() {
            let x = frame.width + right - Self.edge - 3 - Double(side.title.count - 1 - line) * Self.lineHeight, y = frame.height / 2
            writer.element(
                "text",
                [
                    "x": number(x), "y": number(y), "font-size": number(Frame.labelSize), "text-anchor": "middle", "fill": side.color ?? "",
                    "transform": "rotate(-90 \(number(x)) \(number(y)))",
                ], content: text)
        }
    }

    private func draw(_ bar: Frame.ColorBar, _ writer: inout SVGWriter) {
        let x = frame.width + Self.barGap, top = bar.title.isEmpty ? 0 : Double(bar.title.count) * 14 + 6
        for (line, text) in bar.title.enumerated() {
            writer.element("text", ["x": number(x), "y": number(9 + Double(line) * 14), "font-size": number(Frame.tickSize)], content: text)
        }
        // Strips overlap, so that no seam shows between them.
        let strips = 96
        for index in 0 ..< strips {
            let color = bar.grid.barColor(at: (Double(strips - index) - 0.5) / Double(strips)).hex
            let y = top + bar.height * Double(index) / Double(strips)
            writer.element("rect", ["x": number(x), "y": number(y), "width": number(Self.barWidth), "height": number(top + bar.height - y), "fill": color])
        }
        for tick in bar.ticks {
            let y = top + bar.height * (1 - bar.grid.colors.fraction(tick.value))
            writer.element("path", ["d": "M\(number(x + Self.barWidth)) \(number(y))h4", "stroke": Paint.axis.rawValue])
            let place = (x: number(x + Self.barWidth + 8), y: number(y + 4))
            writer.element("text", ["x": place.x, "y": place.y, "font-size": number(Frame.tickSize), "fill": Paint.faintText.rawValue], content: tick.label)
        }
    }

    private func dashes(_ lengths: [Double]) -> String { lengths.map(number).joined(separator: " ") }

    /// On the middle of a pixel, where a line one pixel wide is sharp.
    private func crisp(_ place: Double) -> Double { place.rounded() }
}
