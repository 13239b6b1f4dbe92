import Linear

/// The variance that several bands of features explain, divided into what each explains alone and what any of them share.
///
/// ```swift
/// let parts = try VariancePartition(a: r2OfMotion, b: r2OfMeaning, joint: r2OfBoth)
/// let motionAlone = try parts.unique(0), both = try parts.shared([0, 1])
/// ```
///
/// From the R² of regressions on all subsets of the bands (commonality analysis; Newton & Spurrell 1967; for encoding models Lescroart et al. 2015, doi:10.3389/fncom.2015.00135). What the part of a
/// set S has is Σ over its subsets T of (−1)^(|T|+1) R²(all bands without S, with T): for two bands R²_AB − R²_B is A's own, and R²_A + R²_B − R²_AB is shared. Estimates from finite data can be negative.
public struct VariancePartition: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How many bands there are.
    public let bands: Int
    /// Which bands each part belongs to; first those of one band, then the shared ones.
    public let parts: [[Int]]
    /// The variance of each part (row) for each target (column). The rows add up to the R² of all bands together.
    public let values: Matrix

    /// The partition between two bands.
    ///
    /// - Parameters:
    ///   - a: R² of a regression on the first band alone, one for each target.
    ///   - b: the same for the second band.
    ///   - joint: the same for both bands together.
    /// - Throws: `NeuroError` unless all three have the same number of finite scores.
    public init(a: Vector, b: Vector, joint: Vector) throws {
        try self.init(bands: 2, scores: Matrix.fromRows(Self.checked([("a", a), ("b", b), ("joint", joint)])))
    }

    /// The partition between up to six bands, from regressions on each of their subsets.
    ///
    /// - Parameters:
    ///   - bands: for each band, training samples x features.
    ///   - y: training samples x targets.
    ///   - test: for each band, other samples x the same features.
    ///   - observed: those samples x targets.
    ///   - model: the regression, whose penalties are chosen for each subset anew.
    /// - Throws: `NeuroError` if there are no or more than six bands, or what the regression and the score throw.
    /// - Complexity: 2^bands − 1 fits.
    public init(_ bands: [Matrix], _ y: Matrix, test: [Matrix], observed: Matrix, model: RidgeCV) throws {
        guard (1 ... 6).contains(bands.count) else { throw NeuroError.shape(name: "bands", shape: [bands.count], must: "from 1 to 6 bands") }
        guard test.count == bands.count else { throw NeuroError.shape(name: "test", shape: [test.count], must: "\(bands.count) bands, as for training") }
        let count = 1 << bands.count
        let rows = try (1 ..< count).map { subset in
            try Progress.stretch(subset - 1, of: count - 1) {
                let members = bands.indices.filter { subset >> $0 & 1 == 1 }
                let fit = try model.fit(.concatenatingColumns(members.map { bands[$0] }), y)
                return try r2Score(observed, fit.predict(.concatenatingColumns(members.map { test[$0] })))
            }
        }
        try self.init(bands: bands.count, scores: .fromRows(rows))
    }

    /// - Parameter scores: row s − 1 belongs to the subset whose bands are the bits of s.
    private init(bands: Int, scores: Matrix) throws {
        let count = 1 << bands, targets = scores.columns
        let order = (1 ..< count).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
        var values: [Double] = []
        for set in order {
            var sums = [Double](repeating: 0, count: targets)
            for subset in 0 ..< count where subset & ~set == 0 {
                let used = (count - 1) & ~set | subset
                guard used > 0 else { continue }
                let sign = subset.nonzeroBitCount.isMultiple(of: 2) ? -1.0 : 1
                for target in 0 ..< targets { sums[target] += sign * scores.elements[(used - 1) * targets + target] }
            }
            values += sums
        }
        self.bands = bands
        parts = order.map { set in (0 ..< bands).filter { set >> $0 & 1 == 1 } }
        self.values = try Matrix(rows: order.count, columns: targets, elements: values)
    }

    private static func checked(_ scores: [(name: String, values: Vector)]) throws -> [Vector] {
        let count = scores[0].values.count
        for (name, values) in scores {
            try Check.finite(values.elements, name)
            guard values.count == count, count > 0 else { throw NeuroError.shape(name: name, shape: [values.count], must: "one score for each target, the same for all") }
        }
        return scores.map(\.values)
    }

    /// What one band explains and no other does, for each target.
    ///
    /// - Throws: `NeuroError.invalid` unless there is such a band.
    public func unique(_ band: Int) throws -> Vector { try shared([band]) }

    /// What exactly these bands share, for each target.
    ///
    /// - Throws: `NeuroError.invalid` unless there are such bands.
    public func shared(_ bands: [Int]) throws -> Vector {
        guard let row = parts.firstIndex(of: Set(bands).sorted()) else {
            throw NeuroError.invalid(name: "bands", value: "\(bands)", must: "some of 0 to \(self.bands - 1)")
        }
        return try values.row(row)
    }

    /// One line: how many parts of how many targets.
    public var description: String { "variance of \(values.columns) targets in \(parts.count) parts of \(bands) bands" }
}
