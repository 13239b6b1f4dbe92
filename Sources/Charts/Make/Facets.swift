/// A picture for each category, made by a function that is told which elements belong to it, with axes that go from the same number to the same number.
///
/// ```swift
/// try facets(by: regions) { voxels in try histogram(voxels.map { scores[$0] }, range: 0 ... 0.6).xLabel("R²") }
/// ```
/// This makes small multiples of any chart; those whose marks stand for one element each need no function: `scatter(x, y).facets(by: regions)`.
/// - Parameters:
///   - categories: to which category each element belongs. The panels are in the order in which the categories first appear, each with its category over it.
///   - columns: panels side by side; without it as many as make a readable picture.
///   - chart: makes the picture of the elements at some places, which are given in rising order.
/// - Returns: Panels that share both axes, which are labelled at the left and below only; `.sharingAxes(x:y:)` changes that. Without categories an empty chart.
/// - Throws: `ChartError.outOfRange` for more than 100 categories, or for columns below 1; what `chart` throws.
public func facets(by categories: [String], columns: Int? = nil, _ chart: ([Int]) throws -> Chart) throws -> Chart {
    let groups = try Facets(categories, columns: columns)
    return try groups.panels { rows in try chart(rows) }
}

extension Chart {
    /// Small multiples: the same chart once for each category, with the elements that belong to it, on axes that go from the same number to the same number.
    ///
    /// ```swift
    /// try scatter(contrasts, rates).facets(by: areas).xLabel("contrast", unit: "%").yLabel("rate", unit: "Hz")
    /// ```
    /// Lines, bands, points, error bars, spikes and arrows with as many elements as there are categories are divided; all else (a rule, a note, a heat map under
    /// the points, a line of another length) stands in every panel. A line goes on from one element of its category to the next. Histograms, bars and heat maps
    /// are not made of marks for each element: for them, and for any other picture, there is `facets(by:columns:_:)` with a function.
    /// - Parameters:
    ///   - categories: to which category each element belongs. The panels are in the order in which the categories first appear, each with its category over it.
    ///   - columns: panels side by side; without it as many as make a readable picture.
    /// - Returns: Panels that share both axes, which are labelled at the left and below only; `.sharingAxes(x:y:)` changes that. Without categories the chart itself.
    /// - Throws: `ChartError.differentLengths` if nothing has as many elements as there are categories; `ChartError.outOfRange` for more than 100 categories, for
    ///   columns below 1, or for a chart that has panels already.
    public func facets(by categories: [String], columns: Int? = nil) throws -> Chart {
        guard panels.isEmpty else { throw ChartError.outOfRange(argument: "the chart", value: "\(panels.count) panels", allowed: "a single one, to be divided into panels") }
        let groups = try Facets(categories, columns: columns)
        let counts = layers.compactMap { Facets.count($0.mark) }
        guard counts.contains(categories.count) || counts.isEmpty && categories.isEmpty else {
            throw ChartError.differentLengths(first: "by", firstCount: categories.count, second: "what the chart shows", secondCount: counts.first ?? 0)
        }
        if groups.names.isEmpty { return self }
        var common = self
        common.titleText = nil
        var chart = groups.panels { rows in common.choosing(rows, of: categories.count) }
        chart.titleText = titleText
        return chart
    }

    /// With the elements at some places only, of the layers with so many elements.
    private func choosing(_ rows: [Int], of count: Int) -> Chart {
        var chart = self
        func chosen(_ numbers: Numbers) -> Numbers { Numbers(rows.map { numbers.values[$0] }) }
        for index in layers.indices where Facets.count(layers[index].mark) == count {
            switch layers[index].mark {
            case .line(let x, let y): chart.layers[index].mark = .line(x: chosen(x), y: chosen(y))
            case .points(let x, let y):
                chart.layers[index].mark = .points(x: chosen(x), y: chosen(y))
                chart.layers[index].pointRadius = layers[index].pointRadius ?? Shape.pointRadius(of: count)
            case .band(let x, let low, let high): chart.layers[index].mark = .band(x: chosen(x), low: chosen(low), high: chosen(high))
            case .spans(let x, let low, let high, let hasCaps): chart.layers[index].mark = .spans(x: chosen(x), low: chosen(low), high: chosen(high), hasCaps: hasCaps)
            case .arrows(let x, let y, let dx, let dy, let length):
                chart.layers[index].mark = .arrows(x: chosen(x), y: chosen(y), dx: chosen(dx), dy: chosen(dy), length: length)
            case .bars, .cells, .rule, .region, .notes: break
            }
        }
        return chart
    }
}

/// The categories of some elements, and the places of those of each.
private struct Facets {
    private(set) var names: [String] = []
    private var rows: [[Int]] = []
    private let columns: Int

    init(_ categories: [String], columns: Int?) throws {
        if let columns, columns < 1 { throw ChartError.outOfRange(argument: "columns", value: "\(columns)", allowed: "1 or more") }
        var places: [String: Int] = [:]
        for (row, name) in categories.enumerated() {
            if let place = places[name] {
                rows[place].append(row)
                continue
            }
            guard names.count < 100 else { throw ChartError.outOfRange(argument: "by", value: "more than 100 categories", allowed: "at most 100, a panel for each") }
            places[name] = names.count
            names.append(name)
            rows.append([row])
        }
        self.columns = columns ?? (names.count == 4 ? 2 : names.count <= 9 ? 3 : 4)
    }

    /// How many elements the marks of a layer stand for; nil where it is not one each.
    static func count(_ mark: Layer.Mark) -> Int? {
        switch mark {
        case .line(let x, _), .points(let x, _), .band(let x, _, _), .spans(let x, _, _, _), .arrows(let x, _, _, _, _): x.values.count
        case .bars, .cells, .rule, .region, .notes: nil
        }
    }

    func panels(_ make: ([Int]) throws -> Chart) rethrows -> Chart {
        var chart = Chart()
        for (name, rows) in zip(names, rows) {
            let made = try make(rows)
            chart.chosenTheme = chart.chosenTheme ?? made.chosenTheme
            // A title of its own stays, after the category.
            func titled(_ panel: Chart) -> Chart { panel.title(panel.titleText.map { "\(name): \($0)" } ?? name) }
            chart.panels += made.panels.isEmpty ? [titled(made)] : made.panels.map(titled)
        }
        chart.panelColumns = max(1, min(columns, chart.panels.count))
        return chart.sharingAxes()
    }
}
