import Display

/// Writes a chart as Vega-Lite 5, for the versions notebooks bring along (5.6 in JupyterLab 4).
///
/// Every tick is given with its label, so that this picture and the SVG read alike. Text, axes and background keep the colours of the page's theme, which
/// front ends set for dark pages. Numbers are rounded to a millionth of the axis.
package enum VegaLite {
    package static func document(_ chart: Chart) -> JSON {
        var document: JSON = ["$schema": "https://vega.github.io/schema/vega-lite/v5.json"]
        document["config"] = config
        if chart.panels.isEmpty {
            for member in members(Frame(chart)) { document[member.key] = member.value }
            return document
        }
        if let title = chart.titleText { document["title"] = ["text": .texts(TextSize.lines(title, size: 16, isBold: true, width: 900)), "anchor": "start"] }
        document["columns"] = .shortest(Double(chart.panelColumns))
        document["concat"] = .array(chart.panels.map { .object(members(Frame($0, columns: chart.panelColumns))) })
        document["resolve"] = ["scale": ["color": "independent", "strokeDash": "independent", "fill": "independent"]]
        return document
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
        var layers = frame.shapes.enumerated().map { index, shape in VegaLayer(shape, frame, isFirstGrid: index == firstGrid(frame)).json }
        // Without a mark there would be no axes.
        if layers.isEmpty { layers = [["data": ["values": [["x": .null, "y": .null]]], "mark": "point", "encoding": ["x": ["field": "x"], "y": ["field": "y"]]]] }
        var encoding: JSON = ["x": position(frame.x, frame.xTicks, frame.xTitle, frame, isX: true), "y": position(frame.y, frame.yTicks, frame.yTitle, frame, isX: false)]
        if !frame.legend.isEmpty {
            let legend = legend(frame)
            encoding["color"] = ["legend": legend]
            if frame.hasDashes { encoding["strokeDash"] = ["legend": legend] }
        }
        var members: JSON = ["width": .shortest(frame.width), "height": .shortest(frame.height), "encoding": encoding, "layer": .array(layers)]
        if !frame.title.isEmpty { members["title"] = ["text": .texts(frame.title), "anchor": "start"] }
        guard case .object(let list) = members else { return [] }
        return list
    }

    private static func firstGrid(_ frame: Frame) -> Int? {
        frame.shapes.firstIndex { if case .cells = $0.form { true } else { false } }
    }

    private static func position(_ scale: Scale, _ ticks: [Tick], _ title: [String], _ frame: Frame, isX: Bool) -> JSON {
        var axis: JSON = [
            "title": title.isEmpty ? .null : .texts(title), "values": .numbers(ticks.map(\.value)), "labelExpr": labels(ticks),
            "grid": .bool(isX ? frame.hasGridX : frame.hasGrid), "labelOverlap": false, "labelFlush": false,
        ]
        if isX, frame.turnsNames {
            axis["labelAngle"] = -40
            axis["labelAlign"] = "right"
        }
        var scaleJSON: JSON = ["type": scale.isLogarithmic ? "log" : "linear", "domain": [.shortest(scale.lower), .shortest(scale.upper)], "nice": false, "zero": false]
        if scale.isLogarithmic { scaleJSON = ["type": "log", "domain": [.shortest(scale.lower), .shortest(scale.upper)], "nice": false] }
        if scale.isReversed { scaleJSON["reverse"] = true }
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
