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
        case .points(let points, let radius, let opacity): json = cloud(points, radius, opacity)
        case .bars(let bars, let base, let gap): json = self.bars(bars, base, gap)
        case .cells(let grid): json = grid.isImage ? image(grid, hasLegend: isFirstGrid) : cells(grid, hasLegend: isFirstGrid)
        case .rule(let rule): json = self.rule(rule)
        }
    }

    private var clips: JSON { .bool(frame.x.clips || frame.y.clips) }
    private var xTitle: JSON { .string(frame.xTitle.isEmpty ? "x" : frame.xTitle.joined(separator: " ")) }
    private var yTitle: JSON { .string(frame.yTitle.isEmpty ? "y" : frame.yTitle.joined(separator: " ")) }

    private func line(_ points: [Point]) -> JSON {
        var mark: JSON = ["type": "line", "strokeWidth": .shortest(Shape.lineWidth), "strokeJoin": "round", "clip": clips]
        if !shape.dashes.isEmpty, !frame.hasDashes { mark["strokeDash"] = .numbers(shape.dashes) }
        return layer(values(points), mark, ["x": ["field": "x"], "y": ["field": "y"], "order": ["value": .null]])
    }

    private func cloud(_ points: [Point], _ radius: Double, _ opacity: Double) -> JSON {
        let mark: JSON = ["type": "point", "filled": true, "size": .shortest((radius * radius * 3.14).rounded()), "opacity": .shortest(opacity), "clip": clips]
        let tooltip: JSON = [["field": "x", "title": xTitle], ["field": "y", "title": yTitle]]
        return layer(values(points), mark, ["x": ["field": "x"], "y": ["field": "y"], "tooltip": tooltip])
    }

    private func bars(_ bars: [Layer.Bar], _ base: Double, _ gap: Double) -> JSON {
        let rows = bars.map { bar -> JSON in ["a": rounded(bar.from, frame.x), "b": rounded(bar.to, frame.x), "y": rounded(bar.height, frame.y)] }
        var mark: JSON = ["type": "rect", "opacity": .number(0.85), "clip": clips]
        if gap > 0 {
            mark["xOffset"] = .shortest(gap / 2)
            mark["x2Offset"] = .shortest(-gap / 2)
        }
        let tooltip: JSON = [["field": "a", "title": "from"], ["field": "b", "title": "to"], ["field": "y", "title": yTitle]]
        return layer(.array(rows), mark, ["x": ["field": "a"], "x2": ["field": "b"], "y": ["field": "y"], "y2": ["datum": .shortest(base)], "tooltip": tooltip])
    }

    private func rule(_ rule: Layer.Rule) -> JSON {
        let encoding: JSON
        switch rule {
        case .vertical(let x):
            guard frame.x.holds(x) else { return layer([], ["type": "rule"], [:]) }
            encoding = ["x": ["datum": .shortest(x)]]
        case .horizontal(let y):
            guard frame.y.holds(y) else { return layer([], ["type": "rule"], [:]) }
            encoding = ["y": ["datum": .shortest(y)]]
        }
        var mark: JSON = ["type": "rule", "strokeWidth": .number(1.5), "clip": clips]
        if !shape.dashes.isEmpty, !frame.hasDashes { mark["strokeDash"] = .numbers(shape.dashes) }
        return layer([[:]], mark, encoding)
    }

    /// The row and column of a cell follow from its place in the list.
    private func cells(_ grid: CellGrid, hasLegend: Bool) -> JSON {
        let cells = grid.cells
        let values = cells.values.values.map { Scale.isDrawable($0) ? rounded($0, grid.colors) : ["data": .null] }
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
            "data": ["values": .array(values)], "transform": transform, "mark": ["type": "rect", "clip": clips],
            "encoding": [
                "x": ["field": "a"], "x2": ["field": "b"], "y": ["field": "c"], "y2": ["field": "d"],
                "fill": fill(grid, "data", hasLegend),
                "tooltip": [["field": "row"], ["field": "column"], ["field": "data", "title": .string(frame.colorBar?.title.joined(separator: " ") ?? "value")]],
            ],
        ]
    }

    /// The picture lies under two points that cannot be seen and carry the colour scale.
    private func image(_ grid: CellGrid, hasLegend: Bool) -> JSON {
        let place = Rectangle(grid, frame)
        let picture: JSON = [
            "data": ["values": [["url": .string(Raster(grid, width: place.width, height: place.height).dataURL)]]],
            "mark": ["type": "image", "aspect": false, "width": .shortest(place.width), "height": .shortest(place.height), "align": "left", "baseline": "top", "clip": clips],
            "encoding": ["url": ["field": "url", "type": "nominal"], "x": ["value": .shortest(place.x)], "y": ["value": .shortest(place.y)]],
        ]
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
        return ["layer": [picture, ends]]
    }

    private func fill(_ grid: CellGrid, _ field: String, _ hasLegend: Bool) -> JSON {
        let anchors = grid.cells.colors.anchors
        let (lower, upper) = (grid.colors.lower, grid.colors.upper)
        let domain = anchors.indices.map { index -> JSON in
            .shortest(index == anchors.count - 1 ? upper : lower + (upper - lower) * (Double(index) / Double(anchors.count - 1)))
        }
        var legend = JSON.null
        if hasLegend, let bar = frame.colorBar {
            legend = [
                "title": bar.title.isEmpty ? .null : .texts(bar.title), "orient": "right", "gradientLength": .shortest(bar.height), "gradientThickness": 12,
                "gradientOpacity": 1, "values": .numbers(bar.ticks.map(\.value)), "labelExpr": VegaLite.labels(bar.ticks),
            ]
        }
        let scale: JSON = ["type": "linear", "domain": .array(domain), "range": .texts(anchors.map(\.hex)), "clamp": true]
        return ["field": .string(field), "type": "quantitative", "scale": scale, "legend": legend]
    }

    // MARK: - Parts

    private func values(_ points: [Point]) -> JSON {
        .array(points.map { ["x": rounded($0.x, frame.x), "y": rounded($0.y, frame.y)] })
    }

    private func layer(_ values: JSON, _ mark: JSON, _ encoding: JSON) -> JSON {
        var mark = mark
        var encoding = encoding
        let names = frame.legend.map(\.name)
        if let name = shape.name, names.contains(name) {
            let domain = JSON.texts(names)
            encoding["color"] = ["datum": .string(name), "scale": ["domain": domain, "range": .texts(frame.legend.map(\.color))]]
            if frame.hasDashes {
                let dashes = frame.legend.map { $0.dashes.isEmpty ? [1, 0] as JSON : .numbers($0.dashes) }
                encoding["strokeDash"] = ["datum": .string(name), "scale": ["domain": domain, "range": .array(dashes)]]
            }
        } else {
            mark["color"] = .string(shape.color)
            if frame.hasDashes, !shape.dashes.isEmpty { mark["strokeDash"] = .numbers(shape.dashes) }
        }
        return ["data": ["values": values], "mark": mark, "encoding": encoding]
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
