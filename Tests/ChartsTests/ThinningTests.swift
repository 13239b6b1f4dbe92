import Charts
import Testing

@Suite struct ThinningTests {
    let unit = Scale(lower: 0, upper: 1)

    @Test func aShortLineStaysAsItIs() throws {
        let points = Thinning.line(x: [0, 0.5, 1], y: [1, .nan, 0], unit, unit, columns: 10, limit: 40)
        try #require(points.count == 3)
        #expect(points[1].isGap)
        #expect(points[0] == Point(x: 0, y: 1) && points[2] == Point(x: 1, y: 0))
    }

    /// Every column's first, lowest, highest and last point is there, found by looking at each column alone.
    @Test func aLineKeepsTheExtremesOfEachColumn() {
        let count = 1 << 17, columns = 128
        let x = (0 ..< count).map { Double($0) / Double(count) }
        let y = (0 ..< count).map { Double(($0 * 7919) % 10_007) / 10_007 }
        let kept = Thinning.line(x: x, y: y, unit, unit, columns: columns, limit: 1000)
        #expect(kept.count <= 4 * columns)
        for column in 0 ..< columns {
            let indices = (column * count / columns) ..< ((column + 1) * count / columns)
            let itsPoints = kept.filter { Int(($0.x * Double(columns)).rounded(.down)) == column }
            #expect(itsPoints.map(\.y).min() == y[indices].min())
            #expect(itsPoints.map(\.y).max() == y[indices].max())
            #expect(itsPoints.first?.x == x[indices.lowerBound] && itsPoints.last?.x == x[indices.upperBound - 1])
        }
        #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x < $1.x })
    }

    @Test func aSpikeOfOnePointSurvives() {
        var y = [Double](repeating: 0.25, count: 1_000_000)
        y[543_210] = 0.99
        let kept = Thinning.line(x: (0 ..< y.count).map { Double($0) / 1e6 }, y: y, unit, unit, columns: 500, limit: 2000)
        #expect(kept.contains(Point(x: 0.54321, y: 0.99)))
    }

    @Test func wideGapsStayAndNarrowOnesGo() {
        let count = 10_000
        let x = (0 ..< count).map { Double($0) / Double(count) }
        var y = [Double](repeating: 0.5, count: count)
        for index in 4_000 ..< 5_000 { y[index] = .nan }
        y[7_777] = .nan
        let kept = Thinning.line(x: x, y: y, unit, unit, columns: 100, limit: 400)
        #expect(kept.count { $0.isGap } == 1)
        let gap = kept.firstIndex { $0.isGap } ?? 0
        #expect(kept[gap - 1].x == 0.3999 && kept[gap + 1].x == 0.5)
        let halfMissing = Thinning.line(x: x, y: y.enumerated().map { $0.offset % 2 == 0 ? .nan : $0.element }, unit, unit, columns: 100, limit: 400)
        #expect(halfMissing.count <= 401)
    }

    /// Every left-out point of a spiral lies within the tolerance of the stroke that passes it.
    @Test func aLineThatTurnsBackKeepsItsShape() {
        let count = 50_000
        var x: [Double] = [], y: [Double] = []
        // A point turned by a fixed angle again and again, drawn towards the middle.
        var (u, v) = (0.5, 0.0)
        let (cosine, sine) = (0.9999500004166653, 0.009999833334166664)
        for _ in 0 ..< count {
            x.append(0.5 + u)
            y.append(0.5 + v)
            (u, v) = ((u * cosine - v * sine) * 0.99998, (u * sine + v * cosine) * 0.99998)
        }
        let kept = Thinning.line(x: x, y: y, unit, unit, columns: 500, limit: 16_000)
        #expect(kept.count < 10_000 && kept.count > 100)
        #expect(kept.first == Point(x: x[0], y: y[0]) && kept.last == Point(x: x[count - 1], y: y[count - 1]))
        var stroke = 0
        var worst = 0.0
        for index in 0 ..< count {
            let place = Point(x: x[index], y: y[index])
            if stroke + 2 < kept.count, kept[stroke + 1] == place { stroke += 1 }
            worst = max(worst, distance(place, kept[stroke], kept[stroke + 1]))
        }
        #expect(worst <= 0.0021)
    }

    private func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / max(dx * dx + dy * dy, 1e-300)
        let t = min(max(along, 0), 1)
        let (ex, ey) = (point.x - start.x - t * dx, point.y - start.y - t * dy)
        return (ex * ex + ey * ey).squareRoot()
    }

    @Test func noiseThatTurnsBackIsCutToTheLimit() {
        let x = (0 ..< 200_000).map { Double(($0 * 7919) % 10_007) / 10_007 }
        let y = (0 ..< 200_000).map { Double(($0 * 104_729) % 10_009) / 10_009 }
        #expect(Thinning.line(x: x, y: y, unit, unit, columns: 500, limit: 3000).count <= 3001)
    }

    @Test func aBandKeepsItsOuterEdges() {
        let x = (0 ..< 100_000).map { Double($0) / 1e5 }
        let low = x.indices.map { Double(($0 * 7919) % 101) / 404 }, high = x.indices.map { 0.5 + Double(($0 * 104_729) % 103) / 206 }
        let kept = Thinning.band(x, low, high, unit, unit, columns: 200)
        #expect(kept.count == 200)
        for (column, point) in kept.enumerated() {
            let within = x.indices.filter { Int(x[$0] * 200) == column }
            #expect(point.low == within.map { low[$0] }.min() && point.high == within.map { high[$0] }.max())
        }
        let broken = Thinning.band([0, 0.5, 1], [0, .nan, 0], [1, 1, 1], unit, unit, columns: 10)
        #expect(broken.map(\.x.isNaN) == [false, true, false])
        // Edges that were given the wrong way round.
        #expect(Thinning.band([0], [0.8], [0.2], unit, unit, columns: 10).map(\.low) == [0.2])
    }
}
