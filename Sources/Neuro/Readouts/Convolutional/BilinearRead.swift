/// Where a position of the square from −1 to 1 falls among the places of a map, and with which weights its neighbours are read; 0 beyond the edges.
package struct BilinearRead: Sendable {
    let height: Int
    let width: Int
    /// Whether ±1 are the middles of the outermost places, or their outer edges.
    let alignsCorners: Bool

    package init(height: Int, width: Int, alignsCorners: Bool) { (self.height, self.width, self.alignsCorners) = (height, width, alignsCorners) }

    /// The neighbours of a position, up to four: their places, their weights, and the derivatives of these by x and by y.
    package func corners(x: Double, y: Double, _ body: (_ place: Int, _ weight: Double, _ byX: Double, _ byY: Double) -> Void) {
        let (column, slopeX) = coordinate(x, width)
        let (row, slopeY) = coordinate(y, height)
        let (left, top) = (column.rounded(.down), row.rounded(.down))
        let (u, v) = (column - left, row - top)
        for down in 0 ... 1 {
            for right in 0 ... 1 {
                let (i, j) = (Int(top) + down, Int(left) + right)
                guard i >= 0, i < height, j >= 0, j < width else { continue }
                let (a, b) = (right == 1 ? u : 1 - u, down == 1 ? v : 1 - v)
                body(i * width + j, a * b, (right == 1 ? 1 : -1) * slopeX * b, (down == 1 ? 1 : -1) * slopeY * a)
            }
        }
    }

    /// A position as a fractional index of a row of so many places, and what it moves by for each step of the position.
    private func coordinate(_ position: Double, _ count: Int) -> (Double, Double) {
        let slope = Double(alignsCorners ? count - 1 : count) / 2
        return ((position + 1) * slope - (alignsCorners ? 0 : 0.5), slope)
    }
}
