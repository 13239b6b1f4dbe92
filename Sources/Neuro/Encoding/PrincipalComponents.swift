import Linear

/// The directions along which samples vary most: principal components, such as those of voxels' weights, whose signs on the brain show what kinds of voxels there are.
public struct PrincipalComponents: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The directions, components x features, orthonormal, that with the largest variance first. Of a direction and its opposite the one is taken whose largest element is positive.
    public let components: Matrix
    /// Each sample in the directions, samples x components.
    public let scores: Matrix
    /// The share of the samples' variance along each direction.
    public let explained: Vector
    /// The mean of the samples.
    public let mean: Vector

    /// Finds the directions of largest variance.
    ///
    /// - Parameters:
    ///   - samples: samples x features; their mean is taken off.
    ///   - count: how many directions, at most the smaller of samples and features.
    /// - Throws: `NeuroError` if the samples are empty or not finite, or there are fewer directions than asked for.
    /// - Complexity: O(n p min(n, p)).
    public init(_ samples: Matrix, count: Int) throws {
        try Check.squarable(samples, "samples")
        guard (1 ... min(samples.rows, samples.columns)).contains(count) else {
            throw NeuroError.invalid(name: "count", value: "\(count)", must: "from 1 to \(min(samples.rows, samples.columns)), the smaller of samples and features")
        }
        mean = try samples.mean(each: .column)
        let centred = try samples.centredColumns()
        let decomposition = try centred.singularValues()
        let total = decomposition.values.elements.reduce(0) { $0 + $1 * $1 }
        var rows: [Double] = []
        for index in 0 ..< count {
            let direction = try decomposition.rightTransposed.row(index).elements
            let largest = direction.max { abs($0) < abs($1) } ?? 0
            rows += largest < 0 ? direction.map { -$0 } : direction
        }
        components = try Matrix(rows: count, columns: samples.columns, elements: rows)
        scores = try centred %*% components.transposed()
        explained = Vector(decomposition.values.elements.prefix(count).map { total > 0 ? $0 * $0 / total : 0 })
    }

    /// One line: how many directions and what they explain.
    public var description: String {
        "\(components.rows) principal components of \(components.columns) features, \((explained.elements.reduce(0, +) * 1000).rounded() / 10) % of the variance"
    }
}
