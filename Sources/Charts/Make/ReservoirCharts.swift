import Linear

/// How well a reservoir recalls its input, over how many steps ago it came; the title says the sum, its memory capacity.
///
/// ```swift
/// let memory = try esn.memoryCapacity()
/// memoryCurve(memory.perDelay)
/// ```
/// Curves of several reservoirs go into one picture with `overlay`; each then needs a name, and the title is that of the first.
/// - Parameters:
///   - perDelay: the squared correlation for each delay, from 1 on.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
public func memoryCurve(_ perDelay: Vector, name: String? = nil, color: ChartColor? = nil) -> Chart {
    let total = perDelay.elements.filter(Scale.isDrawable).reduce(0, +)
    return plot(perDelay, start: 1, name: name, color: color).yRange(0 ... 1).title("memory capacity \(NumberText.short(total))").xLabel("delay", unit: "steps").yLabel("r²")
}

/// What reservoirs compute, by degree: a stack for each, of its capacities of degree 1, 2 and so on.
///
/// ```swift
/// let a = try linear.informationProcessingCapacity(), b = try tanh.informationProcessingCapacity()
/// try capacityBars(["linear", "tanh"], [a.perDegree, b.perDegree], units: 30)
/// ```
/// - Parameters:
///   - names: one for each reservoir.
///   - perDegree: for each reservoir the sum of capacities of each degree, from 1 on; those that go on to fewer degrees have 0 beyond.
///   - units: where a line says how many units there are, the most that a stack can reach; none without it.
/// - Throws: `ChartError.differentLengths`; `ChartError.outOfRange` for a number of units below 1.
public func capacityBars(_ names: [String], _ perDegree: [Vector], units: Int? = nil) throws -> Chart {
    guard names.count == perDegree.count else {
        throw ChartError.differentLengths(first: "names", firstCount: names.count, second: "perDegree", secondCount: perDegree.count)
    }
    if let units, units < 1 { throw ChartError.outOfRange(argument: "units", value: "\(units)", allowed: "1 or more") }
    let degrees = perDegree.map(\.count).max() ?? 0
    let heights = try Matrix(rows: names.count, columns: degrees, elements: perDegree.flatMap { $0.elements + [Double](repeating: 0, count: degrees - $0.count) })
    let chart = try stackedBars(names, heights, groups: (0 ..< degrees).map { "degree \($0 + 1)" }).yLabel("capacity")
    return units.map { chart.horizontalLine(at: Double($0), name: "units") } ?? chart
}

/// Lyapunov exponents, the largest first, with a line at 0: above it small differences grow.
///
/// ```swift
/// try lyapunovSpectrum(esn.lyapunovSpectrum(input))
/// ```
/// - Parameters:
///   - exponents: for each step, or for each unit of time.
///   - unit: of what they are for each.
///   - name: the entry in the legend; none without one.
///   - color: the next of the automatic colours without one.
public func lyapunovSpectrum(_ exponents: Vector, per unit: String = "step", name: String? = nil, color: ChartColor? = nil) -> Chart {
    Chart(layers: [Layer(.points(x: Numbers(Series.positions(exponents.count, start: 1)), y: Numbers(exponents.elements)), name: name, color: color)])
        .horizontalLine(at: 0).xLabel("exponent").yLabel("growth", unit: "per \(unit)")
}
