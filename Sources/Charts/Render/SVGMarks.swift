/// Draws the marks of one layer, in the area between the axes.
struct SVGMarks {
    let shape: Shape
    let frame: Frame

    func draw(into writer: inout SVGWriter) {
        switch shape.form {
        case .line(let points): draw(line: points, &writer)
        case .band(let points): draw(band: points, &writer)
        case .points(let points, let radius, let opacity): draw(cloud: points, radius, opacity, &writer)
        case .cloud(let picture): writer.image(picture)
        case .bars(let bars, let base, let gap): draw(bars: bars, base, gap, &writer)
        case .cells(let grid, let picture): if let picture { writer.image(picture) } else { draw(cells: grid, &writer) }
        case .rule(let rule): draw(rule: rule, &writer)
        case .region(let region): draw(region: region, &writer)
        case .notes(let notes): draw(notes: notes, &writer)
        case .strips(let strips): for strip in strips { draw(strip.place, color: strip.color, opacity: 1, &writer) }
        }
    }

    private func pixel(y value: Double) -> Double { frame.pixel(y: value, isOnRight: shape.isOnRight) }

    private func number(_ value: Double) -> String { SVGWriter.number(value) }
    private var dashes: String { shape.dashes.map(number).joined(separator: " ") }

    private func draw(line points: [Point], _ writer: inout SVGWriter) {
        var path = ""
        var isDown = false
        for (index, point) in points.enumerated() {
            guard !point.isGap else {
                isDown = false
                continue
            }
            let place = "\(number(frame.pixel(x: point.x))) \(number(pixel(y: point.y)))"
            let isAlone = !isDown && (index + 1 >= points.count || points[index + 1].isGap)
            // A single point between two gaps is a dot.
            path += isDown ? "L\(place)" : isAlone ? "M\(place)h0" : "M\(place)"
            isDown = true
        }
        guard !path.isEmpty else { return }
        writer.element(
            "path",
            [
                "d": path, "fill": "none", "stroke": shape.color, "stroke-width": number(shape.width), "stroke-linejoin": "round", "stroke-linecap": "round",
                "stroke-dasharray": dashes,
            ])
    }

    private func draw(cloud points: [Point], _ radius: Double, _ opacity: Double, _ writer: inout SVGWriter) {
        writer.open("g", ["fill": shape.color, "fill-opacity": number(opacity)])
        for point in points {
            writer.element("circle", ["cx": number(frame.pixel(x: point.x)), "cy": number(pixel(y: point.y)), "r": number(radius)])
        }
        writer.close("g")
    }

    private func draw(bars: [Layer.Bar], _ base: Double, _ gap: Double, _ writer: inout SVGWriter) {
        var path = ""
        for bar in bars {
            let left = frame.pixel(x: bar.from) + gap / 2, right = frame.pixel(x: bar.to) - gap / 2
            let foot = pixel(y: bar.foot ?? base), head = pixel(y: bar.height)
            path += "M\(number(left)) \(number(foot))V\(number(head))H\(number(right))V\(number(foot))z"
        }
        guard !path.isEmpty else { return }
        writer.element("path", ["d": path, "fill": shape.color, "fill-opacity": "0.85"])
    }

    private func draw(rule: Layer.Rule, _ writer: inout SVGWriter) {
        let path: String
        switch rule {
        case .vertical(let x):
            guard frame.x.holds(x) else { return }
            path = "M\(number(frame.pixel(x: x))) 0v\(number(frame.height))"
        case .horizontal(let y):
            guard frame.axes.y(shape.isOnRight).holds(y) else { return }
            path = "M0 \(number(pixel(y: y)))h\(number(frame.width))"
        }
        writer.element("path", ["d": path, "stroke": shape.color, "stroke-width": "1.5", "stroke-dasharray": dashes])
    }

    private func draw(band points: [BandPoint], _ writer: inout SVGWriter) {
        var path = ""
        for run in points.split(whereSeparator: \.isGap) {
            let there = run.map { "\(number(frame.pixel(x: $0.x))) \(number(pixel(y: $0.high)))" }
            let back = run.reversed().map { "\(number(frame.pixel(x: $0.x))) \(number(pixel(y: $0.low)))" }
            path += "M" + (there + back).joined(separator: "L") + "z"
        }
        guard !path.isEmpty else { return }
        writer.element("path", ["d": path, "fill": shape.color, "fill-opacity": number(Shape.bandOpacity)])
    }

    private func draw(_ place: Rectangle, color: String, opacity: Double, _ writer: inout SVGWriter) {
        writer.element(
            "rect",
            [
                "x": number(place.x), "y": number(place.y), "width": number(place.width), "height": number(place.height), "fill": color,
                "fill-opacity": opacity == 1 ? "" : number(opacity),
            ])
    }

    private func draw(region: Layer.Region, _ writer: inout SVGWriter) {
        guard let place = frame.axes.place(region, isOnRight: shape.isOnRight) else { return }
        draw(place, color: shape.color, opacity: Shape.regionOpacity, &writer)
    }

    private func draw(notes: [Layer.Note], _ writer: inout SVGWriter) {
        writer.open("g", ["font-size": number(Frame.tickSize), "fill": shape.color])
        for note in notes {
            let place = (x: frame.pixel(x: note.x), y: pixel(y: note.y) - note.rise + 4)
            writer.element("text", ["x": number(place.x), "y": number(place.y), "text-anchor": note.anchor.rawValue], content: TextSize.shortened(note.text, to: 80))
        }
        writer.close("g")
    }

    /// Neighbours of one colour in a row are one rectangle.
    private func draw(cells grid: CellGrid, _ writer: inout SVGWriter) {
        let cells = grid.cells
        guard let place = frame.axes.place(grid) else { return }
        let width = place.width / Double(cells.columns), height = place.height / Double(cells.rows)
        writer.open("g", ["shape-rendering": "crispEdges"])
        for row in 0 ..< cells.rows {
            let line = (0 ..< cells.columns).map { column -> String? in
                let value = cells.values.values[row * cells.columns + column]
                return grid.colors.holds(value) ? grid.color(value).hex : nil
            }
            let y = place.y + height * Double(cells.firstRowAtBottom ? cells.rows - 1 - row : row)
            var start = 0
            while start < line.count {
                let end = line[start...].firstIndex { $0 != line[start] } ?? line.count
                if let color = line[start] {
                    writer.element(
                        "rect",
                        [
                            "x": number(place.x + width * Double(start)), "y": number(y), "width": number(width * Double(end - start)), "height": number(height), "fill": color,
                        ])
                }
                start = end
            }
        }
        writer.close("g")
    }
}
