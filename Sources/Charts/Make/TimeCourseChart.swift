import Linear

/// The lines of a time course, on axes that bear what it is and its units.
///
/// ```swift
/// plot(bold.timeCourse(of: 12))      // time (s) to the right, BOLD upward
/// ```
/// - Parameters:
///   - course: what a model recorded, or numbers with a name of your own.
///   - name: the entry in the legend, of a single line; without one the lines have the names that the course gives them.
///   - color: of a single line; the next of the automatic colours without one.
///   - style: of the lines.
public func plot(_ course: TimeCourse, name: String? = nil, color: ChartColor? = nil, style: LineStyle = .solid) -> Chart {
    let (x, values, columns) = (course.times.elements, course.values.elements, course.values.columns)
    let layers = (0 ..< columns).map { column in
        let y = x.indices.map { values[$0 * columns + column] }
        let own = course.names.isEmpty ? nil : course.names[column]
        return Series.line(x, y, columns == 1 ? name ?? own : own, columns == 1 ? color : nil, style)
    }
    let chart = Chart(layers: layers).xLabel("time", unit: course.timeUnit.isEmpty ? nil : course.timeUnit)
    let unit = course.unit.isEmpty ? nil : course.unit
    return course.quantity.isEmpty && unit == nil ? chart : chart.yLabel(course.quantity, unit: unit)
}
