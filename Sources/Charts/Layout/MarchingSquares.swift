/// Lines of equal height over a grid, in the coordinates of its columns and rows.
///
/// Each square between four numbers is crossed by at most two straight pieces, from one of its edges to another. Pieces that meet on an edge are joined to
/// lines, each walked once, so that a line's points are in order.
package struct MarchingSquares {
    let rows, columns: Int
    let values: [Double]

    package init(rows: Int, columns: Int, values: [Double]) { (self.rows, self.columns, self.values) = (rows, columns, values) }

    /// About seven readable heights between the lowest and the highest, without the two ends.
    package static func levels(_ lowest: Double, _ highest: Double) -> [Double] {
        guard lowest < highest else { return [] }
        return TickStep(span: highest - lowest, count: 7).multiples(from: lowest, to: highest).filter { $0 > lowest && $0 < highest }
    }

    /// The lines at a height, one after the other with a gap between; a closed one ends where it begins.
    package func lines(at level: Double) -> [Point] {
        // By the number of an edge: the one or two edges to which pieces go from it.
        var neighbours: [Int: [Int]] = [:]
        var order: [Int] = []
        for row in 0 ..< rows - 1 {
            for column in 0 ..< columns - 1 {
                for (from, to) in pieces(row, column, level) {
                    for (edge, other) in [(from, to), (to, from)] {
                        if neighbours[edge] == nil { order.append(edge) }
                        neighbours[edge, default: []].append(other)
                    }
                }
            }
        }
        var line: [Point] = []
        // Open lines from their ends first; what is left is closed.
        for start in order.filter({ neighbours[$0]?.count == 1 }) + order {
            var current = start
            guard neighbours[start]?.isEmpty == false else { continue }
            if !line.isEmpty { line.append(.gap) }
            line.append(point(start, level))
            while let next = neighbours[current]?.first {
                neighbours[current]?.removeFirst()
                if let back = neighbours[next]?.firstIndex(of: current) { neighbours[next]?.remove(at: back) }
                line.append(point(next, level))
                current = next
            }
        }
        return line
    }

    /// An edge to the right of a place has the number 2·place, one upward 2·place + 1.
    private func pieces(_ row: Int, _ column: Int, _ level: Double) -> [(Int, Int)] {
        let corner = row * columns + column
        let heights = (values[corner], values[corner + 1], values[corner + columns + 1], values[corner + columns])
        guard Scale.isDrawable(heights.0), Scale.isDrawable(heights.1), Scale.isDrawable(heights.2), Scale.isDrawable(heights.3) else { return [] }
        let above = (heights.0 >= level, heights.1 >= level, heights.2 >= level, heights.3 >= level)
        let (bottom, right, top, left) = (2 * corner, 2 * (corner + 1) + 1, 2 * (corner + columns), 2 * corner + 1)
        switch above {
        case (true, true, true, true), (false, false, false, false): return []
        case (true, false, false, false), (false, true, true, true): return [(left, bottom)]
        case (false, true, false, false), (true, false, true, true): return [(bottom, right)]
        case (false, false, true, false), (true, true, false, true): return [(right, top)]
        case (false, false, false, true), (true, true, true, false): return [(top, left)]
        case (true, true, false, false), (false, false, true, true): return [(left, right)]
        case (false, true, true, false), (true, false, false, true): return [(bottom, top)]
        case (true, false, true, false), (false, true, false, true):
            let middleIsAbove = (heights.0 / 4 + heights.1 / 4 + heights.2 / 4 + heights.3 / 4) >= level
            return middleIsAbove == above.0 ? [(bottom, right), (top, left)] : [(left, bottom), (right, top)]
        }
    }

    /// Where an edge has the height.
    private func point(_ edge: Int, _ level: Double) -> Point {
        let place = edge / 2
        let goesUp = edge % 2 == 1
        let (start, end) = (values[place], values[goesUp ? place + columns : place + 1])
        let share = start == end ? 0.5 : min(max((level - start) / (end - start), 0), 1)
        let (row, column) = (Double(place / columns), Double(place % columns))
        return goesUp ? Point(x: column, y: row + share) : Point(x: column + share, y: row)
    }
}
