/// A point to be drawn; NaN in either part is a gap in a line.
package struct Point: Equatable, Sendable {
    package var x, y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    package static let gap = Point(x: .nan, y: .nan)
    package var isGap: Bool { x.isNaN || y.isNaN }
}

/// Leaves out what cannot be seen, so that a picture's size does not grow with the data.
///
/// A line is cut into columns about a pixel wide, and of each column the first, lowest, highest and last point stay: the drawn line covers the same
/// pixels (U. Jugel et al., "M4", doi 10.14778/2732951.2732953). Lines that turn back have no columns; of these the points stay that lie some way from
/// the one kept before. Of points in a cloud one stays for each small square.
package enum Thinning {
    /// - Parameter columns: pixels the line has to itself.
    package static func line(x: [Double], y: [Double], _ xScale: Scale, _ yScale: Scale, columns: Int) -> [Point] {
        let points = zip(x, y).map { xScale.holds($0) && yScale.holds($1) ? Point(x: $0, y: $1) : .gap }
        if points.count <= 4 * columns { return withoutRepeatedGaps(points) }
        var last = -Double.infinity
        for point in points where !point.isGap {
            if point.x < last { return path(points, xScale, yScale, limit: 4 * columns) }
            last = point.x
        }
        return byColumns(points, xScale, columns)
    }

    private static func byColumns(_ points: [Point], _ xScale: Scale, _ columns: Int) -> [Point] {
        var kept: [Point] = []
        // Indices into `points` of the column being read.
        var column = Int.min
        var first = 0, lowest = 0, highest = 0, last = 0
        var lastPlace = 0.0
        var isOpen = false
        func close() {
            guard isOpen else { return }
            var previous = -1
            for index in [first, lowest, highest, last].sorted() where index != previous {
                kept.append(points[index])
                previous = index
            }
            isOpen = false
        }
        var sawGap = false
        for (index, point) in points.enumerated() {
            if point.isGap {
                sawGap = true
                continue
            }
            // All that lies outside the picture counts as two columns, one on each side.
            let place = min(max(xScale.fraction(point.x) * Double(columns), -1), Double(columns))
            // A gap narrower than a column cannot be seen.
            if sawGap, !kept.isEmpty || isOpen, place - lastPlace >= 1 {
                close()
                kept.append(.gap)
            }
            sawGap = false
            let itsColumn = Int(place.rounded(.down))
            if !isOpen || itsColumn != column {
                close()
                (column, isOpen) = (itsColumn, true)
                (first, lowest, highest) = (index, index, index)
            }
            if point.y < points[lowest].y { lowest = index }
            if point.y > points[highest].y { highest = index }
            last = index
            lastPlace = place
        }
        close()
        return kept
    }

    /// Keeps a point of a line that turns back when it lies 0.002 of the picture from the last kept one; if these are still too many, every second,
    /// third … of them.
    private static func path(_ points: [Point], _ xScale: Scale, _ yScale: Scale, limit: Int) -> [Point] {
        var kept: [Point] = []
        var last: (x: Double, y: Double)?
        for (index, point) in points.enumerated() {
            if point.isGap {
                if last != nil { kept.append(.gap) }
                last = nil
                continue
            }
            let place = (x: xScale.fraction(point.x), y: yScale.fraction(point.y))
            if let last, index < points.count - 1, max((place.x - last.x).magnitude, (place.y - last.y).magnitude) < 0.002 { continue }
            kept.append(point)
            last = place
        }
        let step = (kept.count + limit - 1) / limit
        return step <= 1 ? kept : kept.indices.filter { $0 % step == 0 || $0 == kept.count - 1 }.map { kept[$0] }
    }

    private static func withoutRepeatedGaps(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for point in points where !(point.isGap && (kept.last?.isGap ?? true)) { kept.append(point.isGap ? .gap : point) }
        if kept.last?.isGap == true { kept.removeLast() }
        return kept
    }

    /// At most about `limit` points of a cloud: the first one in each square of a grid over the picture, made coarser until they are few enough, and the
    /// outermost four in any case.
    package static func cloud(x: [Double], y: [Double], _ xScale: Scale, _ yScale: Scale, limit: Int) -> [Point] {
        let points = zip(x, y).filter { xScale.holds($0) && yScale.holds($1) }.map { Point(x: $0, y: $1) }
        guard points.count > limit else { return points }
        let places = points.map { (xScale.fraction($0.x), yScale.fraction($0.y)) }
        var outermost: Set<Int> = []
        for part in [\Point.x, \Point.y] {
            outermost.formUnion([points.indices.min { points[$0][keyPath: part] < points[$1][keyPath: part] }, points.indices.max { points[$0][keyPath: part] < points[$1][keyPath: part] }].compactMap { $0 })
        }
        var side = 512
        while true {
            var isTaken = [Bool](repeating: false, count: (side + 1) * (side + 1))
            let kept = points.indices.filter { index in
                let (column, row) = places[index]
                // What lies outside the picture is not drawn.
                guard (0...1).contains(column), (0...1).contains(row) else { return false }
                let square = Int(row * Double(side)) * (side + 1) + Int(column * Double(side))
                defer { isTaken[square] = true }
                return !isTaken[square] || outermost.contains(index)
            }
            if kept.count <= limit || side <= 16 { return kept.map { points[$0] } }
            side = side * 3 / 4
        }
    }
}
