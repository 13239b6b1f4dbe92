import Linear

/// Complex numbers as points of the plane, with a circle around 0: the eigenvalues of a linear or linearised system.
///
/// ```swift
/// let values = try weights.eigenvalues()
/// try complexPlane(values.real, values.imaginary)
/// ```
/// Inside of the unit circle the states of a discrete system decay, outside they grow. Both axes have the same scale, so that the circle is round.
/// - Parameters:
///   - real: the real parts.
///   - imaginary: as many imaginary parts.
///   - circle: its radius; 0 draws none.
///   - name: the entry of the points in the legend; none without one.
///   - color: of the points; the next of the automatic colours without one.
/// - Throws: `ChartError.differentLengths`; `ChartError.outOfRange` for a radius below 0.
public func complexPlane(_ real: Vector, _ imaginary: Vector, circle: Double = 1, name: String? = nil, color: ChartColor? = nil) throws -> Chart {
    try Series.checkLengths(real.elements, "real", imaginary.elements, "imaginary")
    guard circle >= 0, Scale.isDrawable(circle) else { throw ChartError.outOfRange(argument: "circle", value: "\(circle)", allowed: "0 or more, and finite") }
    var chart = Chart()
    if circle > 0 {
        let around = UnitCircle.points.map { (circle * $0.x, circle * $0.y) }
        var line = Layer(.line(x: Numbers(around.map(\.0)), y: Numbers(around.map(\.1))), color: .gray)
        line.lineWidth = 1.2
        chart.layers = [line]
    }
    chart.layers.append(Layer(.points(x: Numbers(real.elements), y: Numbers(imaginary.elements)), name: name, color: color))
    let reach = (real.elements + imaginary.elements).filter(Scale.isDrawable).reduce(circle) { max($0, $1.magnitude) }
    let end = reach > 0 && reach < 1e290 ? reach * 1.08 : max(reach, 1)
    return chart.xRange(-end ... end).yRange(-end ... end).xLabel("real part").yLabel("imaginary part").size(width: 340, height: 340)
}
