import Linear

/// Arrows that say where a system goes from each of many points: the flow of a phase plane.
///
/// ```swift
/// let v = Vector((0 ..< 15).map { -80 + 4 * Double($0) }), u = Vector((0 ..< 12).map { -20 + 3 * Double($0) })
/// try phasePlane(plane.v, plane.vNullcline, plane.uNullcline).overlay(vectorField(v, u, dv, du))
/// ```
/// Each arrow has its middle at its point and the direction that the step has in the picture, whatever the scales of the two axes. The fastest is nearly as
/// long as the arrows are apart, the others are shorter as the square root of their speed, so that slow ones are seen too.
/// - Parameters:
///   - x: coordinates of the columns.
///   - y: coordinates of the rows.
///   - dx: how x changes at each point, one row for each y and one column for each x; where it is NaN there is no arrow.
///   - dy: how y changes.
///   - color: of the arrows.
/// - Throws: `ChartError.differentLengths`.
public func vectorField(_ x: Vector, _ y: Vector, _ dx: Matrix, _ dy: Matrix, color: ChartColor = .gray) throws -> Chart {
    for (matrix, name) in [(dx, "dx"), (dy, "dy")] {
        guard matrix.columns == x.count else { throw ChartError.differentLengths(first: "x", firstCount: x.count, second: "a row of \(name)", secondCount: matrix.columns) }
        guard matrix.rows == y.count else { throw ChartError.differentLengths(first: "y", firstCount: y.count, second: "a column of \(name)", secondCount: matrix.rows) }
    }
    let (across, up) = (x.elements, y.elements)
    let xs = up.flatMap { _ in across }, ys = up.flatMap { Array(repeating: $0, count: across.count) }
    // As many arrows side by side as fit the usual picture.
    let length = max(8, min(26, 0.85 * min(520 / Double(max(x.count, 1)), 300 / Double(max(y.count, 1)))))
    return Chart(layers: [
        Layer(.arrows(x: Numbers(xs), y: Numbers(ys), dx: Numbers(dx.elements), dy: Numbers(dy.elements), length: length), color: color)
    ])
}
