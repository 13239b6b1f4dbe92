import Linear

/// From the numbers of a voxel to a place in millimetres, and back: the upper three rows of a 4 x 4 matrix.
package struct Affine: Equatable, Sendable {
    /// Three rows of four, row after row.
    package let rows: [Double]

    /// - Parameter elements: 16 numbers, row after row; nil if they are not finite or the 3 x 3 part has no inverse.
    package init?(_ elements: [Double]) {
        guard Self.isUsable(elements) else { return nil }
        rows = Array(elements.prefix(12))
    }

    private init(rows: [Double]) { self.rows = rows }

    package func callAsFunction(_ x: Double, _ y: Double, _ z: Double) -> (x: Double, y: Double, z: Double) {
        (
            rows[0] * x + rows[1] * y + rows[2] * z + rows[3], rows[4] * x + rows[5] * y + rows[6] * z + rows[7],
            rows[8] * x + rows[9] * y + rows[10] * z + rows[11]
        )
    }

    /// From place to voxel: the adjugate over the determinant.
    package var inverse: Affine {
        let m = rows
        let determinant = Self.determinant(m)
        func minor(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double { (m[a] * m[b] - m[c] * m[d]) / determinant }
        let part: [Double] = [
            minor(5, 10, 6, 9), minor(2, 9, 1, 10), minor(1, 6, 2, 5), minor(6, 8, 4, 10), minor(0, 10, 2, 8), minor(2, 4, 0, 6),
            minor(4, 9, 5, 8), minor(1, 8, 0, 9), minor(0, 5, 1, 4),
        ]
        var result: [Double] = []
        for row in 0 ..< 3 {
            let line = part[3 * row ..< 3 * row + 3]
            result += line
            result.append(-zip(line, [m[3], m[7], m[11]]).reduce(0) { $0 + $1.0 * $1.1 })
        }
        return Affine(rows: result)
    }

    /// Whether all numbers are finite, none beyond a million kilometres, and a step along each voxel axis leads somewhere that the others do not.
    static func isUsable(_ elements: [Double]) -> Bool {
        guard elements.count == 16, elements.allSatisfy({ $0.magnitude < 1e12 }) else { return false }
        let lengths = (0 ..< 3).map { column in (0 ..< 3).reduce(0) { $0 + elements[4 * $1 + column] * elements[4 * $1 + column] }.squareRoot() }
        guard lengths.allSatisfy({ $0 > 1e-9 }) else { return false }
        // The volume of the voxel, over that of a box with its edges.
        return determinant(elements).magnitude > 1e-6 * lengths.reduce(1, *)
    }

    private static func determinant(_ m: [Double]) -> Double {
        m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) + m[2] * (m[4] * m[9] - m[5] * m[8])
    }
}
