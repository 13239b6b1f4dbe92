import Display

/// One layer of a Vega-Lite document.
struct VegaLayer {
    private(set) var json: JSON = [:]
    private let frame: Frame
    private let shape: Shape

    init(_ shape: Shape, _ frame: Frame, isFirstGrid: Bool) {
        self.frame = frame
        self.shape = shape
        switch shape.form {
        case .line(let points): json = line(points)
        case .band(let points): json = band(points)
        case .points(let points, let radius, let opacity): json = cloud(points, radius, opacity)
        case .cloud(let picture): json = cloud(picture)
        case .bars(let bars, let base, let gap): json = self.bars(bars, base, gap)
        case .cells(let grid, let picture?) where grid.isImage: json = image(grid, picture, hasLegend: isFirstGrid)
        case .cells(let grid, _): json = cells(grid, hasLegend: isFirstGrid)
        case .rule(let rule): json = self.rule(rule)
        case .region(let region): json = self.region(region)
        case .notes(let notes): json = self.notes(notes)
        case .strips(let strips): json = self.strips(strips)
        }
    }

    private var clips: JSON { .bool(frame.clips) }
    private var y: Scale { frame.axes.y(shape.isOnRight) }
    private var xTitle: JSON { .string(frame.xTitle.isEmpty ? "x" : frame.xTitle.joined(separator: " ")) }
    private var yTitle: JSON {
        let title = shape.isOnRight ? frame.right?.title ?? [] : frame.yTitle
        return .string(title.isEmpty ? "y" : title.joined(separator: " "))
    }

    private func line(_ points: [Point]) -> JSON {
        var mark: JSON = ["type": "line", "strokeWidth": .shortest(shape.width), "strokeJoin": "round", "clip": clips]
        if !shape.dashes.isEmpty, !frame.hasDashes { mark["strokeDash"] = .numbers(shape.dashes) }
        return layer(values(points), mark, ["x": ["field": "x"], "y": ["field": "y"], "order": ["value": .null]])
    }

    private func cloud(_ points: [Point], _ radius: Double, _ opacity: Double) -> JSON {
        let mark: JSON = ["type": "point", "filled": true, "size": .shortest((radius * radius * 3.14).rounded()), "opacity": .shortest(opacity), "clip": clips]
        let tooltip: JSON = [["field": "x", "title": xTitle], ["field": "y", "title": yTitle]]
        return layer(values(points), mark, ["x": ["field": "x"], "y": ["field": "y"], "tooltip": tooltip])
    }

    private func band(_ points: [BandPoint]) -> JSON {
        let data = table(["x", "y", "t"], points.map { [rounded($0.x, frame.x), rounded($0.low, y), rounded($0.high, y)] })
        let mark: JSON = ["type": "area", "opacity": .number(Shape.bandOpacity), "clip": clips]
        return layer(data, mark, ["x": ["field": "x"], "y": ["field": "y"], "y2": ["field": "t"], "order": ["value": .null]])
    }

    /// The image, and points that cannot be seen for the axes and the legend.
    private func cloud(_ picture: Picture) -> JSON {
        let ends = values([Point(x: frame.x.lower, y: y.lower), Point(x: frame.x.upper, y: y.upper)])
        return ["layer": [drawn(picture), layer(ends, ["type": "point", "filled": true, "opacity": 0], ["x": ["field": "x"], "y": ["field": "y"]])]]
    }

    private func drawn(_ picture: Picture) -> JSON {
        let place = picture.place
        return [
            "data": ["values": [["url": .string(picture.url)]]],
            "mark": ["type": "image", "aspect": false, "width": .shortest(place.width), "height": .shortest(place.height), "align": "left", "baseline": "top", "clip": clips],
            "encoding": ["url": ["field": "url", "type": "nominal"], "x": ["value": .shortest(place.x)], "y": ["value": .shortest(place.y)]],
        ]
    }

    private func region(_ region: Layer.Region) -> JSON {
        guard let place = frame.axes.place(region, isOnRight: shape.isOnRight) else { return layer(Self.nothing, ["type": "rect"], [:]) }
        var encoding: JSON
        func ends(_ range: ClosedRange<Double>, _ scale: Scale) -> (JSON, JSON) {
            let low = scale.holds(range.lowerBound) ? max(range.lowerBound, scale.lower) : scale.lower
            return (["datum": .shortest(low)], ["datum": .shortest(scale.holds(range.upperBound) ? min(range.upperBound, scale.upper) : scale.upper)])
        }
        switch region {
        case .vertical(let range):
            let (low, high) = ends(range, frame.x)
            encoding = ["x": low, "x2": high, "y": ["value": 0], "y2": ["value": .shortest(place.height)]]
        case .horizontal(let range):
            let (low, high) = ends(range, y)
            encoding = ["y": low, "y2": high, "x": ["value": 0], "x2": ["value": .shortest(place.width)]]
        }
        return layer(Self.one, ["type": "rect", "opacity": .number(Shape.regionOpacity)], encoding)
    }

    private func notes(_ notes: [Layer.Note]) -> JSON {
        let rows = notes.map { note -> JSON in ["x": rounded(note.x, frame.x), "y": rounded(note.y, y), "t": .string(TextSize.shortened(note.text, to: 80))] }
        let first = notes.first
        let align =
            switch first?.anchor {
            case .start: "left"
            case .end: "right"
            default: "center"
            }
        var mark: JSON = [
            "type": "text", "align": .string(align), "baseline": "middle", "dy": .shortest(-(first?.rise ?? 0)), "fontSize": .shortest(Frame.tickSize), "clip": clips,
        ]
        // Without a colour of its own it takes the one that the page gives to labels; a text that is said to be filled would be black on every page.
        if shape.color == Paint.text.rawValue { (mark["style"], mark["filled"], mark["stroke"]) = ("guide-label", false, .null) } else { mark["color"] = .string(shape.color) }
        return ["data": ["values": .array(rows)], "mark": mark, "encoding": ["x": ["field": "x"], "y": ["field": "y"], "text": ["field": "t", "type": "nominal"]]]
    }

    private func strips(_ strips: [GroupStrips.Strip]) -> JSON {
        let layers = strips.map { strip -> JSON in
            let place = strip.place
            let encoding: JSON = [
                "x": ["value": .shortest(place.x)], "x2": ["value": .shortest(place.x + place.width)], "y": ["value": .shortest(place.y)],
                "y2": ["value": .shortest(place.y + place.height)],
            ]
            return layer(Self.one, ["type": "rect"], encoding, name: strip.name, color: strip.color)
        }
        return ["layer": .array(layers)]
    }

    private func bars(_ bars: [Layer.Bar], _ base: Double, _ gap: Double) -> JSON {
        let isStacked = bars.contains { $0.foot != nil }
        let data = table(
            ["a", "b", "y"] + (isStacked ? ["y2", "part"] : []),
            bars.map { bar in
                let foot = bar.foot ?? base
                return [rounded(bar.from, frame.x), rounded(bar.to, frame.x), rounded(bar.height, y)] + (isStacked ? [rounded(foot, y), rounded(bar.height - foot, y)] : [])
            })
        var mark: JSON = ["type": "rect", "opacity": .number(0.85), "clip": clips]
        if gap > 0 {
            mark["xOffset"] = .shortest(gap / 2)
            mark["x2Offset"] = .shortest(-gap / 2)
        }
        let tooltip: JSON = [["field": "a", "title": "from"], ["field": "b", "title": "to"], ["field": isStacked ? "part" : "y", "title": yTitle]]
        let foot: JSON = isStacked ? ["field": "y2"] : ["datum": .shortest(base)]
        return layer(data, mark, ["x": ["field": "a"], "x2": ["field": "b"], "y": ["field": "y"], "y2": foot, "tooltip": tooltip])
    }

    private func rule(_ rule: Layer.Rule) -> JSON {
        let encoding: JSON
        switch rule {
        case .vertical(let x):
            guard frame.x.holds(x) else { return layer(Self.nothing, ["type": "rule"], [:]) }
            encoding = ["x": ["datum": .shortest(x)]]
        case .horizontal(let y):
            guard self.y.holds(y) else { return layer(Self.nothing, ["type": "rule"], [:]) }
            encoding = ["y": ["datum": .shortest(y)]]
        }
        var mark: JSON = ["type": "rule", "strokeWidth": .number(1.5), "clip": clips]
        if !shape.dashes.isEmpty, !frame.hasDashes { mark["strokeDash"] = .numbers(shape.dashes) }
        return layer(Self.one, mark, encoding)
    }

    /// The row and column of a cell follow from its place in the list.
    private func cells(_ grid: CellGrid, hasLegend: Bool) -> JSON {
        let cells = grid.cells
        let values = table(["data"], cells.values.values.map { [grid.colors.holds($0) ? rounded($0, grid.colors) : .null] })
        let columns = max(cells.columns, 1)
        func edge(_ index: String, _ start: Double, _ end: Double, _ count: Int) -> JSON {
            .string("\(start)+\(index)*\((end - start) / Double(max(count, 1)))")
        }
        let transform: JSON = [
            ["window": [["op": "row_number", "as": "n"]]], ["filter": "isValid(datum.data)"],
            ["calculate": .string("(datum.n-1)%\(columns)"), "as": "column"], ["calculate": .string("floor((datum.n-1)/\(columns))"), "as": "row"],
            ["calculate": edge("datum.column", grid.left, grid.right, cells.columns), "as": "a"],
            ["calculate": edge("(datum.column+1)", grid.left, grid.right, cells.columns), "as": "b"],
            ["calculate": edge("datum.row", grid.first, grid.last, cells.rows), "as": "c"],
            ["calculate": edge("(datum.row+1)", grid.first, grid.last, cells.rows), "as": "d"],
        ]
        return [
            "data": values, "transform": transform, "mark": ["type": "rect", "clip": clips],
            "encoding": [
                "x": ["field": "a"], "x2": ["field": "b"], "y": ["field": "c"], "y2": ["field": "d"],
                "fill": fill(grid, "data", hasLegend),
                "tooltip": [["field": "row"], ["field": "column"], ["field": "data", "title": .string(frame.colorBar?.title.joined(separator: " ") ?? "value")]],
            ],
        ]
    }

    /// The picture lies under two points that cannot be seen and carry the colour scale.
    private func image(_ grid: CellGrid, _ picture: Picture, hasLegend: Bool) -> JSON {
        let ends: JSON = [
            "data": [
                "values": [
                    ["x": .shortest(grid.left), "y": .shortest(grid.first), "v": .shortest(grid.colors.lower)],
                    ["x": .shortest(grid.right), "y": .shortest(grid.last), "v": .shortest(grid.colors.upper)],
                ]
            ],
            "mark": ["type": "point", "opacity": 0, "clip": clips],
            "encoding": ["x": ["field": "x"], "y": ["field": "y"], "fill": fill(grid, "v", hasLegend)],
        ]
        return ["layer": [drawn(picture), ends]]
    }

    private func fill(_ grid: CellGrid, _ field: String, _ hasLegend: Bool) -> JSON {
        let stops = grid.stops
        let domain = stops.map { stop -> JSON in .shortest(stop.fraction >= 1 ? grid.colors.upper : grid.colors.value(at: stop.fraction)) }
        var legend = JSON.null
        if hasLegend, let bar = frame.colorBar {
            legend = [
                "title": bar.title.isEmpty ? .null : .texts(bar.title), "orient": "right", "gradientLength": .shortest(bar.height), "gradientThickness": 12,
                "gradientOpacity": 1, "values": .numbers(bar.ticks.map(\.value)), "labelExpr": VegaLite.labels(bar.ticks),
            ]
        }
        let kind: JSON = grid.colors.isLogarithmic ? "log" : "linear"
        let scale: JSON = ["type": kind, "domain": .array(domain), "range": .texts(stops.map(\.color.hex)), "clamp": true]
        return ["field": .string(field), "type": "quantitative", "scale": scale, "legend": legend]
    }

    // MARK: - Parts

    private static let nothing: JSON = ["values": []], one: JSON = ["values": [[:]]]

    private func values(_ points: [Point]) -> JSON { table(["x", "y"], points.map { [rounded($0.x, frame.x), rounded($0.y, y)] }) }

    /// Numbers as one text of comma-separated values. As a list of objects they would take twice the room, and in the file of a notebook, which gives each number
    /// a line of its own, six times.
    private func table(_ names: [String], _ rows: [[JSON]]) -> JSON {
        var text = names.joined(separator: ",")
        for row in rows {
            text += "\n"
            for (column, value) in row.enumerated() {
                if column > 0 { text += "," }
                // `null` is read as not a number.
                text += value.text
            }
        }
        return ["values": .string(text), "format": ["type": "csv", "parse": .object(names.map { JSON.Member($0, "number") })]]
    }

    private func layer(_ data: JSON, _ mark: JSON, _ encoding: JSON) -> JSON { layer(data, mark, encoding, name: shape.name, color: shape.color) }

    private func layer(_ data: JSON, _ mark: JSON, _ encoding: JSON, name: String?, color: String) -> JSON {
        var mark = mark
        var encoding = encoding
        let names = frame.legend.map(\.name)
        if let name, names.contains(name) {
            let domain = JSON.texts(names)
            encoding["color"] = ["datum": .string(name), "scale": ["domain": domain, "range": .texts(frame.legend.map(\.color))]]
            if frame.hasDashes {
                let dashes = frame.legend.map { $0.dashes.isEmpty ? [1, 0] as JSON : .numbers($0.dashes) }
                encoding["strokeDash"] = ["datum": .string(name), "scale": ["domain": domain, "range": .array(dashes)]]
            }
        } else {
            mark["color"] = .string(color)
            if frame.hasDashes, !shape.dashes.isEmpty { mark["strokeDash"] = .numbers(shape.dashes) }
        }
        return ["data": data, "mark": mark, "encoding": encoding]
    }

    /// To a millionth of the axis, or to seven digits on a logarithmic one: finer than any screen, and half the size.
    private func rounded(_ value: Double, _ scale: Scale) -> JSON {
        guard scale.holds(value) else { return .null }
        if value == 0 { return 0 }
        let size = scale.isLogarithmic ? value : scale.upper - scale.lower
        let decimals = 6 - Decimal.exponent(size)
        let result = decimals >= 0 ? (value * Decimal.power(decimals)).rounded() / Decimal.power(decimals) : (value / Decimal.power(-decimals)).rounded() * Decimal.power(-decimals)
        return .shortest(result.isFinite ? result + 0 : value)
    }
}
