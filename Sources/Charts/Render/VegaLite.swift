/// Writes a chart as Vega-Lite 5, for the versions notebooks bring along (5.6 in JupyterLab 4).
///
/// Every tick is given with its label, so that this picture and the SVG read alike. Text, axes and background keep the colours of the page's theme, which
/// front ends set for dark pages. Numbers are rounded to a millionth of the axis.
package enum VegaLite {
    package static func document(_ chart: Chart) -> JSON {
        var document: JSON = ["$schema": "https://vega.github.io/schema/vega-lite/v5.json"]
        document.set("config", config)
        if chart.panels.isEmpty {
            for member in members(Frame(chart)) { document.set(member.key, member.value) }
            return document
        }
        if let title = chart.titleText { document.set("title", ["text": .string(title), "anchor": "start"]) }
        document.set("columns", .number(Double(chart.panelColumns)))
        document.set("concat", .array(chart.panels.map { .object(members(Frame($0, columns: chart.panelColumns))) }))
        document.set("resolve", ["scale": ["color": "independent", "strokeDash": "independent", "fill": "independent"]])
        return document
    }

    private static let config: JSON = [
        "axis": [
            "labelFontSize": .number(Frame.tickSize), "titleFontSize": .number(Frame.labelSize), "titleFontWeight": "normal", "titlePadding": 8,
            "gridColor": "#888888", "gridOpacity": 0.22, "domainColor": "#888888", "tickColor": "#888888", "labelLimit": 0, "titleLimit": 0,
        ],
        "legend": ["labelFontSize": .number(Frame.tickSize), "titleFontSize": .number(Frame.tickSize), "titleFontWeight": "normal", "labelLimit": 0, "titleLimit": 0],
        "title": ["fontSize": .number(Frame.titleSize), "offset": 10],
        "view": ["stroke": nil], "padding": 10,
    ]

    private static func members(_ frame: Frame) -> [JSON.Member] {
        var layers = frame.shapes.enumerated().map { index, shape in VegaLayer(shape, frame, isFirstGrid: index == firstGrid(frame)).json }
        // Without a mark there would be no axes.
        if layers.isEmpty { layers = [["data": ["values": [["x": nil, "y": nil]]], "mark": "point", "encoding": ["x": ["field": "x"], "y": ["field": "y"]]]] }
        var encoding: JSON = ["x": position(frame.x, frame.xTicks, frame.xTitle, frame, isX: true), "y": position(frame.y, frame.yTicks, frame.yTitle, frame, isX: false)]
        if !frame.legend.isEmpty {
            let legend = legend(frame)
            encoding.set("color", ["legend": legend])
            if frame.hasDashes { encoding.set("strokeDash", ["legend": legend]) }
        }
        var members: JSON = ["width": .number(frame.width), "height": .number(frame.height), "encoding": encoding, "layer": .array(layers)]
        if !frame.title.isEmpty { members.set("title", ["text": .array(frame.title.map(JSON.string)), "anchor": "start"]) }
        guard case .object(let list) = members else { return [] }
        return list
    }

    private static func firstGrid(_ frame: Frame) -> Int? {
        frame.shapes.firstIndex { if case .cells = $0.form { true } else { false } }
    }

    private static func position(_ scale: Scale, _ ticks: [Tick], _ title: [String], _ frame: Frame, isX: Bool) -> JSON {
        var axis: JSON = [
            "title": title.isEmpty ? nil : .array(title.map(JSON.string)), "values": .array(ticks.map { .number($0.value) }), "labelExpr": labels(ticks),
            "grid": .bool(isX ? frame.hasGridX : frame.hasGrid), "labelOverlap": false, "labelFlush": false,
        ]
        if isX, frame.turnsNames {
            axis.set("labelAngle", -40)
            axis.set("labelAlign", "right")
        }
        var scaleJSON: JSON = ["type": scale.isLogarithmic ? "log" : "linear", "domain": [.number(scale.lower), .number(scale.upper)], "nice": false, "zero": false]
        if scale.isLogarithmic { scaleJSON = ["type": "log", "domain": [.number(scale.lower), .number(scale.upper)], "nice": false] }
        if scale.isReversed { scaleJSON.set("reverse", true) }
        return ["type": "quantitative", "scale": scaleJSON, "axis": axis]
    }

    /// An expression that gives each tick its label.
    static func labels(_ ticks: [Tick]) -> JSON {
        let labels = JSON.array(ticks.map { .string($0.label) }).text
        let values = JSON.array(ticks.map { .number($0.value) }).text
        return .string("\(labels)[indexof(\(values),datum.value)]")
    }

    private static func legend(_ frame: Frame) -> JSON {
        let symbols = Set(frame.legend.map(\.symbol))
        var legend: JSON = [
            "title": nil, "orient": "top", "direction": "horizontal", "columns": .number(Double(frame.legendWidths.count)), "columnPadding": .number(Frame.entryGap),
            "values": .array(frame.legend.map { .string($0.name) }),
            "symbolType": symbols == [.line] ? "stroke" : symbols == [.bar] ? "square" : "circle", "symbolStrokeWidth": 2.5, "symbolOpacity": 1,
        ]
        if symbols == [.line] { legend.set("symbolSize", 250) }
        return legend
    }
}

extension Frame {
    /// Whether the legend has to tell dashed lines from others.
    var hasDashes: Bool { legend.contains { !$0.dashes.isEmpty } && legend.allSatisfy { $0.symbol == .line } }
}
