import Linear

/// Spikes as points, or as strokes where there is room for them: time to the right, neurons upward.
///
/// ```swift
/// try raster(spikes.times, spikes.neurons)
/// ```
/// - Parameters:
///   - times: in ms.
///   - neurons: one for each time.
///   - color: the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`.
public func raster(_ times: Vector, _ neurons: [Int], color: ChartColor? = nil) throws -> Chart {
    guard times.count == neurons.count else {
        throw ChartError.differentLengths(first: "times", firstCount: times.count, second: "neurons", secondCount: neurons.count)
    }
    let rows = neurons.map(Double.init)
    var layer: Layer
    if let lowest = neurons.min(), let highest = neurons.max(), highest.subtractingReportingOverflow(lowest).partialValue.magnitude < 60, times.count <= 3_000 {
        layer = Layer(.spans(x: Numbers(times.elements), low: Numbers(rows.map { $0 - 0.4 }), high: Numbers(rows.map { $0 + 0.4 }), hasCaps: false), color: color)
        layer.lineWidth = 1.4
    } else {
        layer = Layer(.points(x: Numbers(times.elements), y: Numbers(rows)), color: color)
        layer.pointRadius = times.count > 1_000 ? 1.2 : 2.2
    }
    return Chart(layers: [layer]).xLabel("time", unit: "ms").yLabel("neuron")
}

/// Spikes as points over the rate of the population, on the same axis of time.
///
/// ```swift
/// try raster(spikes.times, spikes.neurons, rate: spikes.populationRate(bin: 5.ms), bin: 5)
/// ```
/// - Parameters:
///   - times: in ms.
///   - neurons: one for each time.
///   - rate: of the population, in Hz, one number for each bin.
///   - bin: the length of a bin, in ms.
///   - start: when the first bin begins, in ms.
///   - color: of the points; the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`; `ChartError.outOfRange` for a bin that is not above 0, or no rate.
public func raster(_ times: Vector, _ neurons: [Int], rate: Vector, bin: Double, start: Double = 0, color: ChartColor? = nil) throws -> Chart {
    guard bin > 0, bin.isFinite, start.isFinite else { throw ChartError.outOfRange(argument: "bin", value: "\(bin)", allowed: "above 0 and finite") }
    guard rate.count > 0 else { throw ChartError.outOfRange(argument: "rate", value: "empty", allowed: "at least one number") }
    let span = start ... start + Double(rate.count) * bin
    let upper = try raster(times, neurons, color: color).xRange(span).size(width: 520, height: 220)
    // A bin's rate stands at its middle.
    let lower = plot(rate, start: start + bin / 2, step: bin, color: .blue).xRange(span).xLabel("time", unit: "ms").yLabel("rate", unit: "Hz")
    return try panels([upper, lower.size(width: 520, height: 110)], columns: 1)
}

/// The phase plane of a neuron: where its potential and its recovery stand still, where both do, and, over that, the way that it takes.
///
/// ```swift
/// let plane = try Izhikevich.resonator.phasePlane(current: 0.5)
/// let way = try Izhikevich.resonator.response(to: Vector(repeating: 0.5, count: 800), dt: 0.25.ms)
/// try phasePlane(plane.v, plane.vNullcline, plane.uNullcline, stable: plane.stable, unstable: plane.unstable, way: [way.v, way.u])
/// ```
/// - Parameters:
///   - v: potentials, in mV.
///   - vNullcline: at each the recovery at which v' = 0.
///   - uNullcline: at each the recovery at which u' = 0.
///   - stable: the fixed points to which the neuron returns, one row each, v and u; nil for none.
///   - unstable: the ones that it leaves.
///   - way: v and u of a trace; empty for none. After a spike it jumps, and the line has a gap there.
/// - Throws: `ChartError.differentLengths`; `ChartError.outOfRange` for fixed points without two columns.
public func phasePlane(
    _ v: Vector, _ vNullcline: Vector, _ uNullcline: Vector, stable: Matrix? = nil, unstable: Matrix? = nil, way: [Vector] = []
) throws -> Chart {
    var chart = try plot(v, vNullcline, name: "v′ = 0", color: .blue).overlay(plot(v, uNullcline, name: "u′ = 0", color: .green))
    if way.count == 2 {
        chart = try chart.overlay(plot(withGaps(way[0]), way[1], name: "trace", color: .gray))
    } else if !way.isEmpty {
        throw ChartError.outOfRange(argument: "way", value: "\(way.count) vectors", allowed: "none or two, v and u")
    }
    for (points, name, color) in [(stable, "stable", ChartColor.purple), (unstable, "unstable", .orange)] {
        guard let points, points.rows > 0 else { continue }
        guard points.columns == 2 else { throw ChartError.outOfRange(argument: name, value: "\(points.columns) columns", allowed: "two columns, v and u") }
        let values = points.elements
        let places = (0 ..< points.rows).map { (values[2 * $0], values[2 * $0 + 1]) }
        chart = chart.overlay(try scatter(places.map(\.0), places.map(\.1), name: name, color: color))
    }
    return chart.xLabel("v", unit: "mV").yLabel("u")
}

/// The potentials of a trace with a gap where a spike puts it back.
private func withGaps(_ v: Vector) -> Vector {
    let values = v.elements
    return Vector(values.indices.map { $0 > 0 && values[$0] < values[$0 - 1] - 15 ? .nan : values[$0] })
}

/// Power over frequency, on a logarithmic axis of power.
///
/// - Parameters:
///   - frequencies: in Hz.
///   - power: one for each; 0 has no place on the axis and is left out.
///   - highest: up to which frequency; all without one.
/// - Throws: `ChartError.differentLengths`.
public func powerSpectrum(_ frequencies: Vector, _ power: Vector, upTo highest: Double? = nil) throws -> Chart {
    try Series.checkLengths(frequencies.elements, "frequencies", power.elements, "power")
    let shown = zip(frequencies.elements, power.elements).filter { $0.0 <= highest ?? .infinity }
    return try plot(shown.map(\.0), shown.map(\.1)).xLabel("frequency", unit: "Hz").yLabel("power").logY()
}
