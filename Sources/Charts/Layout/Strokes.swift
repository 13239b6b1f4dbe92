/// Marks of straight strokes, as points of a line with gaps, so that both renderers draw them as lines.
///
/// Caps and heads of arrows have sizes in pixels, which become numbers of the axes here.
enum Strokes {
    /// Half the width of the cap of an error bar.
    private static let cap = 3.5

    static func spans(_ x: [Double], _ low: [Double], _ high: [Double], _ hasCaps: Bool, _ xScale: Scale, _ yScale: Scale, _ axes: Painter.Axes) -> [Point] {
        var points: [Point] = []
        for index in x.indices {
            let place = x[index]
            // What has no lower end on a logarithmic axis begins at its foot.
            let foot = yScale.isLogarithmic && low[index] <= 0 ? yScale.lower : low[index]
            guard xScale.holds(place), yScale.holds(foot), yScale.holds(high[index]) else { continue }
            let ends = [Point(x: place, y: foot), Point(x: place, y: high[index])]
            let fraction = xScale.fraction(place), reach = cap / max(axes.width, 1)
            let (left, right) = (xScale.value(at: fraction - reach), xScale.value(at: fraction + reach))
            if hasCaps { points += [Point(x: left, y: foot), Point(x: right, y: foot), .gap] }
            points += ends + [.gap]
            if hasCaps { points += [Point(x: left, y: high[index]), Point(x: right, y: high[index]), .gap] }
        }
        return points
    }

    /// The longest arrow has `longest` pixels; the others are shorter as the root of their speed, so that slow ones are seen too.
    static func arrows(
        _ x: [Double], _ y: [Double], _ dx: [Double], _ dy: [Double], _ longest: Double, _ xScale: Scale, _ yScale: Scale, _ axes: Painter.Axes
    ) -> [Point] {
        var places: [(start: (x: Double, y: Double), way: (x: Double, y: Double), speed: Double)] = []
        var fastest = 0.0
        for index in x.indices where xScale.holds(x[index]) && yScale.holds(y[index]) && Scale.isDrawable(dx[index]) && Scale.isDrawable(dy[index]) {
            let start = (x: xScale.fraction(x[index]) * axes.width, y: yScale.fraction(y[index]) * axes.height)
            // On a logarithmic axis the way of a step is that of its relative size.
            func pixels(_ step: Double, at place: Double, _ scale: Scale, _ size: Double) -> Double {
                let span = scale.isLogarithmic ? (Decimal.log(scale.upper) - Decimal.log(scale.lower)) * 2.302585092994046 * place : scale.upper - scale.lower
                return step / span * size
            }
            let way = (x: pixels(dx[index], at: x[index], xScale, axes.width), y: pixels(dy[index], at: y[index], yScale, axes.height))
            // Scaled before it is squared, which may overflow.
            let largest = max(way.x.magnitude, way.y.magnitude)
            guard largest > 0, largest.isFinite else { continue }
            let speed = largest * ((way.x / largest) * (way.x / largest) + (way.y / largest) * (way.y / largest)).squareRoot()
            fastest = max(fastest, speed)
            places.append((start, (way.x / speed, way.y / speed), speed))
        }
        func point(_ x: Double, _ y: Double) -> Point { Point(x: xScale.value(at: x / axes.width), y: yScale.value(at: y / axes.height)) }
        var points: [Point] = []
        for place in places {
            let length = max(4, longest * (place.speed / fastest).squareRoot()), head = min(4.5, length * 0.45)
            // The middle of an arrow is at its point.
            let tail = (x: place.start.x - place.way.x * length / 2, y: place.start.y - place.way.y * length / 2)
            let tip = (x: tail.x + place.way.x * length, y: tail.y + place.way.y * length)
            let neck = (x: tip.x - place.way.x * head, y: tip.y - place.way.y * head)
            let side = (x: -place.way.y * head * 0.5, y: place.way.x * head * 0.5)
            points += [point(tail.x, tail.y), point(tip.x, tip.y), .gap]
            points += [point(neck.x + side.x, neck.y + side.y), point(tip.x, tip.y), point(neck.x - side.x, neck.y - side.y), .gap]
        }
        return points
    }
}
