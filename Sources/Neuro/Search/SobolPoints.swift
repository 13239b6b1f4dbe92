import Linear

/// Points that fill a cube more evenly than random ones: the first 2^k of them have one in each of 2^k equal parts of every side.
///
/// I. M. Sobol, USSR Comput. Math. Math. Phys. 7 (1967), doi:10.1016/0041-5553(67)90144-9, in the order of Gray's code, with the direction numbers of S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30
/// (2008), doi:10.1137/070709359.
package struct SobolPoints {
    /// The degree and inner coefficients of a primitive polynomial over two elements, and the numbers that its recurrence starts from, for the second dimension and those after it.
    private static let polynomials: [(degree: Int, inner: Int, start: [UInt32])] = [
        (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]), (4, 4, [1, 3, 5, 13]), (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]),
        (5, 7, [1, 1, 7, 11, 19]), (5, 11, [1, 1, 5, 1, 1]), (5, 13, [1, 1, 1, 3, 11]), (5, 14, [1, 3, 5, 5, 31]), (6, 1, [1, 3, 3, 9, 7, 49]), (6, 13, [1, 1, 1, 15, 21, 21]),
        (6, 16, [1, 3, 1, 13, 27, 49]), (6, 19, [1, 1, 1, 15, 7, 5]), (6, 22, [1, 3, 1, 15, 13, 25]), (6, 25, [1, 1, 5, 5, 19, 61]), (7, 1, [1, 3, 7, 11, 23, 15, 103]),
        (7, 4, [1, 3, 7, 13, 13, 15, 69]),
    ]
    package static let largestDimension = polynomials.count + 1

    /// A row of 32 direction numbers for each dimension.
    private let directions: [[UInt32]]
    private let shift: [UInt32]
    private var point: [UInt32]
    private var index: UInt32 = 0

    /// - Parameter shift: bits that every point is changed by, one number for each dimension (a digital shift); none gives the plain sequence.
    package init(dimensions: Int, shift: [UInt32]? = nil) {
        directions = (0 ..< dimensions).map { dimension in
            if dimension == 0 { return (0 ..< 32).map { 1 << (31 - $0) } }
            let (degree, inner, start) = Self.polynomials[dimension - 1]
            var row = start.enumerated().map { $1 << (31 - $0) }
            for i in degree ..< 32 {
                var next = row[i - degree] ^ (row[i - degree] >> degree)
                for k in 1 ..< degree where inner >> (degree - 1 - k) & 1 == 1 { next ^= row[i - k] }
                row.append(next)
            }
            return row
        }
        self.shift = shift ?? [UInt32](repeating: 0, count: dimensions)
        point = [UInt32](repeating: 0, count: dimensions)
    }

    /// The next point, each coordinate from 0 to below 1; the first one is the origin.
    package mutating func next() -> [Double] {
        if index > 0 {
            let bit = (index - 1).trailingOnes
            for i in point.indices { point[i] ^= directions[i][min(bit, 31)] }
        }
        index += 1
        return zip(point, shift).map { Double($0 ^ $1) * 0x1p-32 }
    }
}

extension UInt32 {
    /// How many of the lowest bits are 1 before the first 0.
    fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
