import Linear

/// How unlike the series of two voxels are: what it costs to move one onto the other.
public enum TransportCost: String, Equatable, Sendable, Codable, CustomStringConvertible {
    /// The Euclidean distance of the two series.
    case euclidean
    /// Its square.
    case squaredEuclidean
    /// 1 less Pearson's correlation of the two; 1 where one of them is constant.
    case correlation

    /// The cost as it is written in a cell.
    public var description: String { ".\(rawValue)" }

    /// The cost of each voxel of the source (row) and of the target (column).
    ///
    /// - Parameters:
    ///   - source: samples x voxels.
    ///   - target: as many samples x voxels.
    /// - Throws: `NeuroError` if one of the two is empty or holds a NaN or an infinity, or their samples differ in number.
    /// - Complexity: O(samples · source voxels · target voxels).
    public func matrix(_ source: Matrix, _ target: Matrix) throws -> Matrix {
        try Check.finite(source, "source")
        try Check.finite(target, "target")
        guard target.rows == source.rows else {
            throw NeuroError.shape(name: "target", shape: target.shape, must: "of \(source.rows) rows, one for each row of the source")
        }
        let (p, q, n) = (source.columns, target.columns, source.rows)
        let (x, y) = (source.transposed(), target.transposed())
        if self == .correlation {
            return try x.unitRows(centred: true).multiplied(byTransposeOf: y.unitRows(centred: true)).map { 1 - max(-1, min(1, $0)) }
        }
        let count = try Allocation.count(of: [p, q], named: "the cost", as: Double.self)
        var costs = [Double](repeating: 0, count: count)
        let rooted = self == .euclidean
        // Differences and not |x|² + |y|² − 2 x·y, which has no digits left for voxels that are alike.
        try costs.withUnsafeMutableBufferPointer { costs in
            let costs = costs
            try x.withUnsafeBufferPointer { x in
                try y.withUnsafeBufferPointer { y in
                    try Threads.share(p, progress: { try Progress.check($0, of: p) }) { _, i in
                        let own = UnsafeBufferPointer(rebasing: x[i * n ..< (i + 1) * n])
                        for j in 0 ..< q {
                            let square = Reduction.squareDistance(own, UnsafeBufferPointer(rebasing: y[j * n ..< (j + 1) * n]))
                            costs[i * q + j] = rooted ? square.squareRoot() : square
                        }
                    }
                }
            }
        }
        return try Matrix(rows: p, columns: q, elements: costs)
    }
}
