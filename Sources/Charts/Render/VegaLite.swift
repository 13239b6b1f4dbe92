import Display

/// Writes a chart as Vega-Lite 5, for the versions notebooks bring along (5.6 in JupyterLab 4).
///
/// Every tick is given with its label, so that this picture and the SVG read alike. Text, axes and background keep the colours of the page's theme, which
/// front ends set for dark pages. Numbers are rounded to a millionth of the axis.
package enum VegaLite {
    package static func document(_ chart: Chart) -> JSON { document(chart, Frame.frames(chart)) }

    static func document(_ chart: Chart, _ frames: [Frame]) -> JSON {
        var document: JSON = ["$schema": "https://vega.github.io/schema/vega-lite/v5.json"]
        document["config"] = config(chart.chosenTheme ?? .page)
        if chart.panels.isEmpty {
            for member in frames.flatMap(members) { document[member.key] = member.value }
            return document
        }
        if let title = chart.titleText { document["title"] = ["text": .texts(TextSize.lines(title, size: 16, isBold: true, width: 900)), "anchor": "start"] }
        document["columns"] = .shortest(Double(chart.panelColumns))
        document["concat"] = .array(frames.map { .object(members($0)) })
        document["resolve"] = ["scale": ["color": "independent", "strokeDash": "independent", "fill": "independent"]]
        return document
    }

    /// What a theme says; the page's is for the page to say.
    private static func config(_ theme: ChartTheme) -> JSON {
        var config = config
        guard theme != .page else { return config }
        func hex(_ paint: Paint) -> JSON { .string(paint.hex(theme)) }
        config["background"] = hex(.ground)
        for (key, paint) in [("labelColor", Paint.faintText), ("titleColor", .text), ("gridColor", .grid), ("domainColor", .axis), ("tickColor", .axis)] {
            config["axis"]?[key] = hex(paint)
        }
        config["axis"]?["gridOpacity"] = 1
        for key in ["labelColor", "titleColor"] { config["legend"]?[key] = hex(.text) }
        config["title"]?["color"] = hex(.text)
        config["style"] = ["guide-label": ["fill": hex(.text)]]
        return config
    }

    private static let config: JSON = [
        "axis": [
            "labelFontSize": .shortest(Frame.tickSize), "titleFontSize": .shortest(Frame.labelSize), "titleFontWeight": "normal", "titlePadding": 8,
            "gridColor": "#888888", "gridOpacity": .number(0.22), "domainColor": "#888888", "tickColor": "#888888", "labelLimit": 0, "titleLimit": 0,
        ],
        "legend": ["labelFontSize": .shortest(Frame.tickSize), "titleFontSize": .shortest(Frame.tickSize), "titleFontWeight": "normal", "labelLimit": 0, "titleLimit": 0],
        "title": ["fontSize": .shortest(Frame.titleSize), "offset": 10],
        "view": ["stroke": .null], "padding": 10,
    ]

    private static func members(_ frame: Frame) -> [JSON.Member] {
        var layers = frame.shapes.enumerated().filter { !$1.isOnRight }.map { index, shape in VegaLayer(shape, frame, isFirstGrid: index == firstGrid(frame)).json }
        // Without a mark there would be no axes.
        let nothing: JSON = ["data": ["values": [["x": .null, "y": .null]]], "mark": "point", "encoding": ["x": ["field": "x"], "y": ["field": "y"]]]
        if layers.isEmpty { layers = [nothing] }
        var encoding: JSON = ["x": position(frame.x, frame.xTicks, frame.xTitle, frame, isX: true, isLabelled: frame.labels.x)]
        let left = position(frame.y, frame.yTicks, frame.yTitle, frame, isX: false, isLabelled: frame.labels.y)
        if let side = frame.right {
            var position = position(side.scale, side.ticks, side.title, frame, isX: false)
            if var axis = position["axis"] {
                (axis["orient"], axis["grid"]) = ("right", false)
                if let color = side.color { (axis["titleColor"], axis["labelColor"]) = (.string(color), .string(color)) }
                position["axis"] = axis
            }
            let own = frame.shapes.filter(\.isOnRight).map { VegaLayer($0, frame, isFirstGrid: false).json }
            layers = [["encoding": ["y": left], "layer": .array(layers)], ["encoding": ["y": position], "layer": .array(own.isEmpty ? [nothing] : own)]]
        } else {
            encoding["y"] = left
        }
        if !frame.legend.isEmpty {
            let legend = legend(frame)
            encoding["color"] = ["legend": legend]
            if frame.hasDashes { encoding["strokeDash"] = ["legend": legend] }
        }
        var members: JSON = ["width": .shortest(frame.width), "height": .shortest(frame.height), "encoding": encoding, "layer": .array(layers)]
        if frame.right != nil { members["resolve"] = ["scale": ["y": "independent"]] }
        // Two tables over each other have colours of their own.
        let grids = frame.shapes.count { if case .cells = $0.form { true } else { false } }
        if grids > 1, frame.right == nil { members["resolve"] = ["scale": ["fill": "independent"]] }
        if !frame.title.isEmpty {
            members["title"] = ["text": .texts(frame.title), "anchor": "start"]
            if frame.stripHeight > 0, frame.legend.isEmpty { members["title"]?["offset"] = .shortest(10 + frame.stripHeight) }
        }
        guard case .object(let list) = members else { return [] }
        return list
    }

    private static func firstGrid(_ frame: Frame) -> Int? {
        frame.shapes.firstIndex { if case .cells(let grid, _) = $0.form { grid.cells.hasBar ?? true } else { false } }
    }

    private static func position(_ scale: Scale, _ ticks: [Tick], _ title: [String], _ frame: Frame, isX: Bool, isLabelled: Bool = true) -> JSON {
        var axis: JSON = [
            "title": title.isEmpty ? .null : .texts(title), "values": .numbers(ticks.map(\.value)), "labelExpr": labels(ticks),
            "grid": .bool(isX ? frame.hasGridX : frame.hasGrid), "labelOverlap": false, "labelFlush": false,
        ]
        if !isLabelled { axis["labels"] = false }
        if isX, frame.turnsNames {
            axis["labelAngle"] = -40
            axis["labelAlign"] = "right"
        }
        var scaleJSON: JSON = ["type": scale.isLogarithmic ? "log" : "linear", "domain": [.shortest(scale.lower), .shortest(scale.upper)], "nice": false, "zero": false]
        if scale.isLogarithmic { scaleJSON = ["type": "log", "domain": [.shortest(scale.lower), .shortest(scale.upper)], "nice": false] }
        if scale.isReversed { scaleJSON["reverse"] = true }
        if frame.hidesAxes {
            // What stands under the picture is then its only text.
            axis = title.isEmpty ? .null : ["title": .texts(title), "values": [], "domain": false, "grid": false]
        }
        return ["type": "quantitative", "scale": scaleJSON, "axis": axis]
    }

    /// An expression that gives each tick its label.
    static func labels(_ ticks: [Tick]) -> JSON {
        let labels = JSON.texts(ticks.map(\.label)).text
        let values = JSON.numbers(ticks.map(\.value)).text
        return .string("\(labels)[indexof(\(values),datum.value)]")
    }

    private static func legend(_ frame: Frame) -> JSON {
        let symbols = Set(frame.legend.map(\.symbol))
        var legend: JSON = [
            "title": .null, "orient": "top", "direction": "horizontal", "columns": .shortest(Double(frame.legendWidths.count)), "columnPadding": .shortest(Frame.entryGap),
            "values": .texts(frame.legend.map(\.name)),
            "symbolType": symbols == [.line] ? "stroke" : symbols == [.bar] ? "square" : "circle", "symbolStrokeWidth": .number(2.5), "symbolOpacity": 1,
        ]
        if symbols == [.line] { legend["symbolSize"] = 250 }
        return legend
    }
}

extension Frame {
    /// Whether the legend has to tell dashed lines from others.
    var hasDashes: Bool { legend.contains { !$0.dashes.isEmpty } && legend.allSatisfy { $0.symbol == .line } }
}
