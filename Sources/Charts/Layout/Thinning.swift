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
/// pixels (U. Jugel et al., "M4", doi 10.14778/2732951.2732953). Lines that turn back have no columns; of these the
/// points stay at which they bend.
package enum Thinning {
    /// - Parameters:
    ///   - columns: how many, over the width of the picture.
    ///   - limit: how many points a line that turns back may keep.
    package static func line(x: [Double], y: [Double], _ xScale: Scale, _ yScale: Scale, columns: Int, limit: Int) -> [Point] {
        let points = zip(x, y).map { xScale.holds($0) && yScale.holds($1) ? Point(x: $0, y: $1) : .gap }
        if points.count <= 4 * columns { return withoutRepeatedGaps(points) }
        var last = -Double.infinity
        for point in points where !point.isGap {
            if point.x < last { return path(points, xScale, yScale, limit: max(4 * columns, limit)) }
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

    /// Leaves out points of a line that turns back while the rest stays within half a pixel of them, or, if too many are left, within one, two, four …;
    /// where even that does not help (noise), every second, third … point stays.
    private static func path(_ points: [Point], _ xScale: Scale, _ yScale: Scale, limit: Int) -> [Point] {
        let places = points.map { $0.isGap ? .gap : Point(x: xScale.fraction($0.x), y: yScale.fraction($0.y)) }
        var kept: [Int] = []
        for tolerance in [0.001, 0.002, 0.004, 0.008, 0.016] {
            kept = straightened(places, tolerance)
            if kept.count <= limit { break }
        }
        let step = max(1, (kept.count + limit - 1) / limit)
        return withoutRepeatedGaps(kept.enumerated().filter { $0.offset % step == 0 || $0.offset == kept.count - 1 }.map { points[$0.element] })
    }

    /// Indices of the points at which a line has to bend, in one pass.
    ///
    /// From the last kept point a later one is seen, with `tolerance` to both sides, under a range of slopes. As long as the ranges of all points since
    /// then have something in common, one straight stroke passes near them all.
    private static func straightened(_ places: [Point], _ tolerance: Double) -> [Int] {
        var kept: [Int] = []
        var start: Point?
        var direction = Point(x: 0, y: 0)
        var low = 0.0, high = 0.0, reach = 0.0
        for (index, place) in places.enumerated() {
            guard !place.isGap else {
                if start != nil {
                    if kept.last != index - 1 { kept.append(index - 1) }
                    kept.append(index)
                }
                start = nil
                continue
            }
            guard let origin = start else {
                kept.append(index)
                (start, reach) = (place, 0)
                continue
            }
            let dx = place.x - origin.x, dy = place.y - origin.y
            let distance = (dx * dx + dy * dy).squareRoot()
            if reach == 0 {
                // Still at the start: no direction yet.
                guard distance > tolerance else { continue }
                direction = Point(x: dx / distance, y: dy / distance)
                (low, high, reach) = (-tolerance / distance, tolerance / distance, distance)
                continue
            }
            let along = dx * direction.x + dy * direction.y, across = dy * direction.x - dx * direction.y
            // Turning back by more than can be overlooked ends the stroke too.
            if along >= reach - tolerance, across / along >= low, across / along <= high {
                low = max(low, (across - tolerance) / along)
                high = min(high, (across + tolerance) / along)
                reach = max(reach, along)
                continue
            }
            kept.append(index - 1)
            start = places[index - 1]
            direction = Point(x: place.x - places[index - 1].x, y: place.y - places[index - 1].y)
            let stroke = (direction.x * direction.x + direction.y * direction.y).squareRoot()
            reach = 0
            if stroke > tolerance {
                direction = Point(x: direction.x / stroke, y: direction.y / stroke)
                (low, high, reach) = (-tolerance / stroke, tolerance / stroke, stroke)
            }
        }
        if start != nil, let last = places.indices.last, kept.last != last { kept.append(last) }
        return kept
    }

    private static func withoutRepeatedGaps(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for point in points where !(point.isGap && (kept.last?.isGap ?? true)) { kept.append(point.isGap ? .gap : point) }
        if kept.last?.isGap == true { kept.removeLast() }
        return kept
    }

    /// A band, of each column of pixels with its lowest and its highest place.
    package static func band(_ x: [Double], _ low: [Double], _ high: [Double], _ xScale: Scale, _ yScale: Scale, columns: Int) -> [BandPoint] {
        var kept: [BandPoint] = []
        let thins = x.count > 2 * columns && zip(x, x.dropFirst()).allSatisfy { !($0 > $1) }
        var column = Int.min
        for index in 0 ..< min(x.count, low.count, high.count) {
            guard xScale.holds(x[index]), yScale.holds(low[index]), yScale.holds(high[index]) else {
                if let last = kept.last, !last.isGap { kept.append(.gap) }
                column = Int.min
                continue
            }
            let (bottom, top) = (min(low[index], high[index]), max(low[index], high[index]))
            let place = thins ? Int((min(max(xScale.fraction(x[index]), -1), 2) * Double(columns)).rounded(.down)) : index
            if place == column {
                kept[kept.count - 1].low = min(kept[kept.count - 1].low, bottom)
                kept[kept.count - 1].high = max(kept[kept.count - 1].high, top)
            } else {
                kept.append(BandPoint(x: x[index], low: bottom, high: top))
                column = place
            }
        }
        if kept.last?.isGap ?? false { kept.removeLast() }
        return kept
    }
}
