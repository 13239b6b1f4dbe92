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
            if let right = other.right { chart.right = chart.right?.filled(from: right) ?? right }
            chart.colorLabel = chart.colorLabel ?? other.colorLabel
            chart.colorUnit = chart.colorUnit ?? other.colorUnit
            chart.width = chart.width ?? other.width
            chart.height = chart.height ?? other.height
        }
        result.titleText = titleText ?? other.titleText
        result.chosenTheme = chosenTheme ?? other.chosenTheme
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

    /// The same chart with a shaded stripe from one x to another, over the whole height: the time of a stimulus. With a name it has an entry in the legend.
    public func shade(x range: ClosedRange<Double>, name: String? = nil, color: ChartColor = .gray) -> Chart {
        changed { $0.layers.insert(Layer(.region(.vertical(range)), name: name, color: color), at: 0) }
    }

    /// The same chart with a shaded stripe from one y to another, over the whole width: what is normal, what chance gives.
    public func shade(y range: ClosedRange<Double>, name: String? = nil, color: ChartColor = .gray) -> Chart {
        changed { $0.layers.insert(Layer(.region(.horizontal(range)), name: name, color: color), at: 0) }
    }

    /// The same chart with a text just above a point, for example `.note("onset", x: 120, y: 0.8)`.
    public func note(_ text: String, x: Double, y: Double) -> Chart {
        changed { $0.layers.append(Layer(.notes([Layer.Note(x: x, y: y, text: text, anchor: .middle, rise: 9)]))) }
    }

    /// The same chart with the marks of another drawn over its own, on the same x axis and a y axis of their own at the right.
    ///
    /// ```swift
    /// plot(voltage, step: 0.1, name: "V").yLabel("V", unit: "mV")
    ///     .rightAxis(plot(current, step: 0.1, name: "I").yLabel("I", unit: "nA"))
    /// ```
    /// What the other says of its y axis (label, range, logarithm) holds at the right. A heat map keeps to the left axis.
    public func rightAxis(_ other: Chart) -> Chart {
        if !other.panels.isEmpty { return other.panels.reduce(self) { $0.rightAxis($1) } }
        return changed { chart in
            chart.layers += other.layers.map { layer in
                var layer = layer
                if case .cells = layer.mark {} else { layer.isOnRight = true }
                return layer
            }
            chart.right = chart.right?.filled(from: other.y) ?? other.y
            chart.x = chart.x.filled(from: other.x)
        }
    }

    /// The same chart with coloured strips beside its heat map that say to which group each row and each column belongs, as in a matrix of dissimilarities.
    ///
    /// ```swift
    /// try heatMap(rdm).groups(rows: categories, columns: categories)
    /// ```
    /// - Parameters:
    ///   - rows: a name for each row; none without them.
    ///   - columns: a name for each column.
    /// - Throws: `ChartError.differentLengths` if there are not as many names as rows or columns of every heat map.
    public func groups(rows: [String] = [], columns: [String] = []) throws -> Chart {
        try changed { chart in
            for index in chart.layers.indices {
                guard case .cells(var cells) = chart.layers[index].mark else { continue }
                guard rows.isEmpty || rows.count == cells.rows else {
                    throw ChartError.differentLengths(first: "rows", firstCount: rows.count, second: "the rows", secondCount: cells.rows)
                }
                guard columns.isEmpty || columns.count == cells.columns else {
                    throw ChartError.differentLengths(first: "columns", firstCount: columns.count, second: "a row", secondCount: cells.columns)
                }
                (cells.rowGroups, cells.columnGroups) = (rows.isEmpty ? nil : rows, columns.isEmpty ? nil : columns)
                chart.layers[index].mark = .cells(cells)
            }
        }
    }

    /// The same chart with the numbers of its heat map written into the cells, as in a confusion matrix.
    ///
    /// - Parameter decimals: how many digits stand after the point, 0 to 6.
    /// - Throws: `ChartError.outOfRange` for other decimals, or for a heat map of more than 400 cells, whose numbers would not fit.
    public func cellNumbers(decimals: Int = 2) throws -> Chart {
        guard (0 ... 6).contains(decimals) else { throw ChartError.outOfRange(argument: "decimals", value: "\(decimals)", allowed: "0 to 6") }
        return try changed { chart in
            for layer in chart.layers {
                guard case .cells(let cells) = layer.mark else { continue }
                guard cells.rows * cells.columns <= 400 else {
                    throw ChartError.outOfRange(argument: "the heat map", value: "\(cells.rows) x \(cells.columns) cells", allowed: "at most 400 cells to hold numbers")
                }
                chart.layers += CellGrid(cells).numbers(decimals: decimals)
            }
        }
    }

    /// The same panels with axes that go from the same number to the same number in all of them, so that they can be compared by eye.
    public func sharingAxes(x: Bool = true, y: Bool = true) -> Chart {
        var chart = self
        chart.sharedAxes = SharedAxes(x: x, y: y)
        return chart
    }

    /// The same chart with light or dark ground and text.
    ///
    /// ```swift
    /// try plot(times, voltage).theme(.dark).save("slide.png", width: .centimeters(20))
    /// ```
    /// Unless one is chosen, a chart that is shown follows its page: as Vega-Lite always, as SVG on pages made of a notebook, which name their colours; elsewhere, and
    /// in a file, it is light.
    public func theme(_ theme: ChartTheme) -> Chart {
        var chart = self
        chart.chosenTheme = theme
        return chart
    }

    /// The same chart with or without its axes. They are there by default, except around pictures of brains and of embeddings, where their numbers say nothing.
    public func axes(_ isShown: Bool) -> Chart {
        changed { $0.hidesAxes = isShown ? nil : true }
    }

    /// The same chart with or without its legend. It is there by default when a layer has a name.
    public func legend(_ isShown: Bool) -> Chart {
        changed { $0.showsLegend = isShown }
    }
}
