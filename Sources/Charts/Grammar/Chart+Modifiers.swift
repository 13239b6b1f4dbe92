extension Chart {
    /// The same chart with a title above it. An empty title removes it.
    public func title(_ text: String) -> Chart {
        var chart = self
        chart.titleText = text.isEmpty ? nil : text
        return chart
    }

    /// The same chart with a label under the x axis, for example `.xLabel("time", unit: "ms")`, shown as "time (ms)".
    public func xLabel(_ text: String, unit: String? = nil) -> Chart {
        changed { ($0.x.label, $0.x.unit) = (text, unit) }
    }

    /// The same chart with a label beside the y axis, for example `.yLabel("rate", unit: "Hz")`, shown as "rate (Hz)".
    public func yLabel(_ text: String, unit: String? = nil) -> Chart {
        changed { ($0.y.label, $0.y.unit) = (text, unit) }
    }

    /// The same chart with a label over the colour bar of its heat map, for example `.colorLabel("correlation", unit: "r")`.
    public func colorLabel(_ text: String, unit: String? = nil) -> Chart {
        changed { ($0.colorLabel, $0.colorUnit) = (text, unit) }
    }

    /// The same chart with another size of the area between the axes, in pixels, each between 40 and 4,000 (what lies outside is taken as the nearest
    /// of the two). The default is 520 x 300 for lines, points and bars, and what the table asks for with heat maps, whose cells are whole pixels.
    public func size(width: Double, height: Double) -> Chart {
        func allowed(_ length: Double) -> Double? { length.isNaN ? nil : min(max(length.rounded(), 40), 4_000) }
        return changed { ($0.width, $0.height) = (allowed(width), allowed(height)) }
    }

    /// The same chart, showing this part of the x axis. An infinite end is left to the data: `.xRange(0 ... .infinity)`.
    public func xRange(_ range: ClosedRange<Double>) -> Chart {
        changed { $0.x.range = range }
    }

    /// The same chart, showing this part of the y axis. An infinite end is left to the data: `.yRange(0 ... .infinity)`.
    public func yRange(_ range: ClosedRange<Double>) -> Chart {
        changed { $0.y.range = range }
    }

    /// The same chart with a logarithmic x axis. Numbers that are not above 0 have no place on it and are left out. A heat map keeps its linear axes.
    public func logX() -> Chart {
        changed { $0.x.isLogarithmic = true }
    }

    /// The same chart with a logarithmic y axis. Numbers that are not above 0 have no place on it and are left out. A heat map keeps its linear axes.
    public func logY() -> Chart {
        changed { $0.y.isLogarithmic = true }
    }

    /// The same chart with the marks of another drawn over its own, on its axes. Title, labels and ranges are this chart's, or the other's where this one
    /// has none.
    public func overlay(_ other: Chart) -> Chart {
        if !other.panels.isEmpty { return other.panels.reduce(self) { $0.overlay($1) } }
        var result = changed { chart in
            chart.layers += other.layers
            chart.x = chart.x.filled(from: other.x)
            chart.y = chart.y.filled(from: other.y)
            chart.colorLabel = chart.colorLabel ?? other.colorLabel
            chart.colorUnit = chart.colorUnit ?? other.colorUnit
            chart.width = chart.width ?? other.width
            chart.height = chart.height ?? other.height
        }
        result.titleText = titleText ?? other.titleText
        return result
    }

    /// The same chart with a vertical line at `x`, across the whole picture: the time of a stimulus, a threshold. With a name it has an entry in the legend.
    public func verticalLine(at x: Double, name: String? = nil, color: ChartColor = .gray, style: LineStyle = .dashed) -> Chart {
        changed { $0.layers.append(Layer(.rule(.vertical(x: x)), name: name, color: color, style: style)) }
    }

    /// The same chart with a horizontal line at `y`, across the whole picture: a chance level, a threshold. With a name it has an entry in the legend.
    public func horizontalLine(at y: Double, name: String? = nil, color: ChartColor = .gray, style: LineStyle = .dashed) -> Chart {
        changed { $0.layers.append(Layer(.rule(.horizontal(y: y)), name: name, color: color, style: style)) }
    }

    /// The same chart with or without its legend. It is there by default when a layer has a name.
    public func legend(_ isShown: Bool) -> Chart {
        changed { $0.showsLegend = isShown }
    }
}
