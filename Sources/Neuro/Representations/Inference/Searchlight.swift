import Formats
import Linear
import Synchronization

/// Spheres around every voxel of a mask, and the dissimilarities of the patterns in each: where in the brain is a model's geometry?
///
/// ```swift
/// let searchlight = try Searchlight(mask: mask, radius: 3)
/// let map = try searchlight.similarities(patterns, conditions: labels, runs: runs, to: [model], distance: .crossnobis, by: .rhoA)
/// let image = try mask.filled(with: map.similarities.row(0))
/// ```
///
/// N. Kriegeskorte, R. Goebel and P. Bandettini, PNAS 103 (2006) 3863, doi:10.1073/pnas.0600244103.
public struct Searchlight: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The dissimilarity that is computed in each sphere.
    public enum Distance: String, Equatable, Sendable, Codable {
        /// Squared Euclidean, or Mahalanobis if there are residuals to estimate the noise from.
        case euclidean
        /// 1 − Pearson's correlation.
        case correlation
        /// Cross-validated over runs; with residuals weighted by the precision of the noise.
        case crossnobis
    }

    /// The extents of the volume, `[x, y, z]`.
    public let shape: [Int]
    /// The places of the voxels in the volume, z fastest, then y, then x, ascending: the columns of `NIfTI.series(mask:)`.
    public let voxels: [Int]
    /// The radius of a sphere, in voxels: a voxel belongs to it if its centre is at most so far from that of the middle one.
    public let radius: Double

    /// Spheres in a mask.
    ///
    /// - Parameters:
    ///   - mask: one volume; a voxel is in it where it is neither 0 nor NaN.
    ///   - radius: in voxels.
    /// - Throws: `NeuroError` if the mask is a series or empty, or the radius not above 0.
    public init(mask: NIfTI, radius: Double = 3) throws {
        guard mask.volumes == 1 else { throw NeuroError.shape(name: "mask", shape: mask.shape, must: "of one volume") }
        let inside = try mask.volume().elements
        try self.init(shape: Array(mask.shape.prefix(3)), voxels: inside.indices.filter { inside[$0] != 0 && !inside[$0].isNaN }, radius: radius)
    }

    /// Spheres in a set of voxels of a volume.
    ///
    /// - Parameters:
    ///   - shape: the extents `[x, y, z]`.
    ///   - voxels: the place (x · extent y + y) · extent z + z of each column of the patterns, ascending.
    ///   - radius: in voxels.
    /// - Throws: `NeuroError` for extents below 1, places that are outside or not ascending, no voxel, or a radius that is not above 0.
    public init(shape: [Int], voxels: [Int], radius: Double = 3) throws {
        guard shape.count == 3, shape.allSatisfy({ $0 >= 1 }) else { throw NeuroError.invalid(name: "shape", value: "\(shape)", must: "[x, y, z], each at least 1") }
        var total = 1
        for extent in shape {
            let (product, overflow) = total.multipliedReportingOverflow(by: extent)
            guard !overflow, product <= Int(Int32.max) else { throw NeuroError.invalid(name: "shape", value: "\(shape)", must: "of at most 2^31 voxels") }
            total = product
        }
        guard !voxels.isEmpty else { throw NeuroError.invalid(name: "voxels", value: "empty", must: "of at least one voxel") }
        for (column, place) in voxels.enumerated() where place < 0 || place >= total || (column > 0 && place <= voxels[column - 1]) {
            throw NeuroError.invalid(name: "voxels", value: "\(place) at position \(column)", must: "places in the volume of \(total) voxels, ascending")
        }
        try Check.positive(radius, "radius")
        (self.shape, self.voxels, self.radius) = (shape, voxels, radius)
    }

    /// The columns of the voxels in the sphere around the voxel of `column`, itself among them, ascending.
    ///
    /// - Throws: `NeuroError.invalid` if there is no such column.
    public func neighbors(of column: Int) throws -> [Int] {
        guard voxels.indices.contains(column) else { throw NeuroError.invalid(name: "column", value: "\(column)", must: "from 0 to \(voxels.count - 1)") }
        return try Spheres(self).columns(around: column)
    }

    /// How similar the dissimilarities in the sphere around each voxel are to those of models.
    ///
    /// A voxel with a NaN or an infinity in the patterns or residuals, or with the same number in all of them, belongs to no sphere; its own result, that of a sphere with fewer than
    /// `leastVoxels` others left, and one where a pair of conditions has no estimate, is NaN. Voxels are shared among threads; results do not depend on their number.
    ///
    /// - Parameters:
    ///   - patterns: samples x voxels, one column for each voxel of the mask.
    ///   - conditions: the condition of each row.
    ///   - runs: the run of each row; needed for `.crossnobis` alone.
    ///   - models: dissimilarities of the same conditions.
    ///   - distance: what is computed in each sphere.
    ///   - comparison: how it is compared.
    ///   - residuals: samples x voxels of noise, from which each sphere's precision is estimated; without them all voxels count alike.
    ///   - estimate: how that is done.
    ///   - leastVoxels: of a sphere, at least 1; 2 or more for correlations.
    /// - Throws: `NeuroError` if shapes or labels do not fit, or models and conditions differ.
    /// - Complexity: O(voxels · that of one RDM).
    public func similarities(
        _ patterns: Matrix, conditions: [String], runs: [Int] = [], to models: [RDM], distance: Distance = .euclidean, by comparison: RDMComparison = .cosine,
        residuals: Matrix? = nil, estimate: NoisePrecision.Estimate = .shrunkToDiagonal, leastVoxels: Int = 2
    ) throws -> SearchlightMap {
        let groups = try ConditionGroups(conditions, rows: patterns.rows)
        let measure = try PreparedComparison(comparison, aligned: models, "models", covariance: nil)
        let names = RDM(trusted: [Double](repeating: 0, count: RDM.pairs(of: groups.names.count)), conditions: groups.names, measure: "")
        try RDM.requireSameConditions([names] + models, "patterns and models")
        let prepared = try models.map { try measure.prepare($0.dissimilarities.elements) }
        let (values, counts) = try map(patterns, groups, runs, distance, residuals, estimate, leastVoxels, width: models.count) { rdm in
            guard measure.present.allSatisfy({ !rdm[$0].isNaN }) else { return nil }
            let own = try measure.prepare(rdm)
            return try prepared.map { try measure.similarity(own, $0) }
        }
        return SearchlightMap(similarities: values.transposed(), sizes: counts, comparison: comparison)
    }

    /// The dissimilarities in the sphere around each voxel, voxels x pairs of conditions, as `RDM.dissimilarities`; NaN where there is none.
    ///
    /// - Throws: As `similarities`, and if they are more than the memory holds.
    public func dissimilarities(
        _ patterns: Matrix, conditions: [String], runs: [Int] = [], distance: Distance = .euclidean, residuals: Matrix? = nil,
        estimate: NoisePrecision.Estimate = .shrunkToDiagonal, leastVoxels: Int = 2
    ) throws -> Matrix {
        let groups = try ConditionGroups(conditions, rows: patterns.rows)
        return try map(patterns, groups, runs, distance, residuals, estimate, leastVoxels, width: RDM.pairs(of: groups.names.count)) { $0 }.values
    }

    /// `result` of the dissimilarities of each sphere, or NaN, in one row for each voxel; and how many voxels were used.
    private func map(
        _ patterns: Matrix, _ groups: ConditionGroups, _ runs: [Int], _ distance: Distance, _ residuals: Matrix?, _ estimate: NoisePrecision.Estimate, _ least: Int, width: Int,
        _ result: ([Double]) throws -> [Double]?
    ) throws -> (values: Matrix, counts: [Int]) {
        guard patterns.columns == voxels.count else {
            throw NeuroError.shape(name: "patterns", shape: patterns.shape, must: "of \(voxels.count) columns, one for each voxel of the mask")
        }
        if let residuals, residuals.columns != voxels.count || residuals.rows < 2 {
            throw NeuroError.shape(name: "residuals", shape: residuals.shape, must: "of at least two rows and of \(voxels.count) columns, one for each voxel of the mask")
        }
        if residuals != nil, distance == .correlation { throw NeuroError.invalid(name: "residuals", value: "given", must: "left out: correlations do not use them") }
        try Check.atLeast(distance == .correlation ? 2 : 1, least, "leastVoxels")
        if distance == .crossnobis {
            guard runs.count == patterns.rows, Set(runs).count >= 2 else {
                throw NeuroError.invalid(name: "runs", value: "\(runs.count) labels", must: "\(patterns.rows) labels, one for each row of the patterns, of at least two runs")
            }
        }
        let isUsed = Self.informative(patterns, residuals)
        let spheres = try Spheres(self)
        var values = try Matrix(rows: voxels.count, columns: width, repeating: .nan)
        var counts = [Int](repeating: 0, count: voxels.count)
        let failure = Mutex<(place: Int, error: any Error)?>(nil)
        let batch = 16
        let pieces = (voxels.count + batch - 1) / batch
        try values.withUnsafeMutableBufferPointer { values in
            try counts.withUnsafeMutableBufferPointer { counts in
                try withoutActuallyEscaping(result) { result in
                    // Each voxel writes its own row and count; `result` reads only.
                    nonisolated(unsafe) let (values, counts, result) = (values, counts, result)
                    try Threads.share(pieces, progress: { (begun: Int) throws in try Progress.check(begun, of: pieces) }) { _, piece in
                        for center in piece * batch ..< min(voxels.count, piece * batch + batch) where isUsed[center] {
                            let columns = spheres.columns(around: center).filter { isUsed[$0] }
                            counts[center] = columns.count
                            guard columns.count >= least else { continue }
                            do {
                                let row: [Double]? = try Progress.observe({ _ in }) {
                                    try result(rdm(patterns.selectingColumns(columns), groups, runs, distance, residuals?.selectingColumns(columns), estimate))
                                }
                                if let row { for (index, value) in row.enumerated() { values[center * width + index] = value } }
                            } catch {
                                failure.withLock { first in
                                    if first == nil || center < (first?.place ?? 0) { first = (center, error) }
                                }
                                return
                            }
                        }
                    }
                }
            }
        }
        if let error = failure.withLock({ $0?.error }) { throw error }
        return (values, counts)
    }

    private func rdm(
        _ patterns: Matrix, _ groups: ConditionGroups, _ runs: [Int], _ distance: Distance, _ residuals: Matrix?, _ estimate: NoisePrecision.Estimate
    ) throws -> [Double] {
        let precision = try residuals.map { try NoisePrecision.estimated(fromResiduals: $0, by: estimate) } ?? .identity
        switch distance {
        case .euclidean: return try RDM.mahalanobis(patterns, groups, precision).dissimilarities.elements
        case .correlation: return try RDM.correlation(patterns, groups).dissimilarities.elements
        case .crossnobis: return try RDM.crossnobis(RunTable(patterns, groups, runs), .runs) { _, _ in precision }.dissimilarities.elements
        }
    }

    /// Whether each column is finite and not constant, in both.
    private static func informative(_ patterns: Matrix, _ residuals: Matrix?) -> [Bool] {
        var isUsed = [Bool](repeating: true, count: patterns.columns)
        for matrix in [patterns, residuals].compactMap({ $0 }) where matrix.rows > 0 {
            var varies = [Bool](repeating: false, count: matrix.columns)
            let width = matrix.columns
            matrix.withUnsafeBufferPointer { values in
                for row in 0 ..< matrix.rows {
                    for column in 0 ..< width {
                        let value = values[row * width + column]
                        if !value.isFinite { isUsed[column] = false }
                        if value != values[column] { varies[column] = true }
                    }
                }
            }
            for column in 0 ..< width where !varies[column] { isUsed[column] = false }
        }
        return isUsed
    }

    /// One line: the spheres.
    public var description: String { "searchlight of radius \(radius) around \(voxels.count) voxels of \(shape.map { "\($0)" }.joined(separator: " x "))" }
}

extension Searchlight {
    private enum Key: String, CodingKey { case shape, voxels, radius }

    /// Reads what was encoded, and checks it as the initialiser does.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        try self.init(
            shape: values.decode([Int].self, forKey: .shape), voxels: values.decode([Int].self, forKey: .voxels), radius: values.decode(Double.self, forKey: .radius))
    }
}

/// What a searchlight found.
public struct SearchlightMap: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The similarity to each model (row) around each voxel (column); NaN where there is none. `mask.filled(with: map.similarities.row(0))` makes an image of it.
    public let similarities: Matrix
    /// How many voxels were used around each; 0 for a voxel that was left out.
    public let sizes: [Int]
    /// How dissimilarities were compared.
    public let comparison: RDMComparison

    /// One line: the extents and the largest similarity.
    public var description: String {
        let numbers = similarities.elements.filter { !$0.isNaN }
        let best = numbers.max().map { ", at most \(($0 * 1000).rounded() / 1000)" } ?? ""
        return "searchlight map of \(similarities.rows) models, \(comparison.rawValue), \(sizes.count { $0 > 0 }) of \(sizes.count) voxels" + best
    }
}

/// Finds the voxels around others.
private struct Spheres: Sendable {
    private let shape: [Int]
    private let voxels: [Int]
    /// Steps along x, y and z, in the order of places.
    private let steps: [(Int, Int, Int)]
    /// The column of each place of the volume; −1 outside the mask.
    private let column: [Int32]

    init(_ searchlight: Searchlight) throws {
        (shape, voxels) = (searchlight.shape, searchlight.voxels)
        let total = shape[0] * shape[1] * shape[2]
        _ = try Allocation.count(of: [total], named: "shape", as: Double.self)
        var column = [Int32](repeating: -1, count: total)
        for (index, place) in voxels.enumerated() { column[place] = Int32(index) }
        self.column = column
        let radius = searchlight.radius
        // A little more, so that 3 is not 2.9999999 times something.
        let square = radius * radius * (1 + 1e-12)
        let reach = shape.map { Int(min(radius.rounded(.down), Double($0 - 1))) }
        var steps: [(Int, Int, Int)] = []
        for x in -reach[0] ... reach[0] {
            for y in -reach[1] ... reach[1] {
                for z in -reach[2] ... reach[2] where Double(x * x + y * y + z * z) <= square { steps.append((x, y, z)) }
            }
        }
        self.steps = steps
    }

    func columns(around center: Int) -> [Int] {
        let place = voxels[center]
        let z = place % shape[2], y = place / shape[2] % shape[1], x = place / shape[2] / shape[1]
        var result: [Int] = []
        for step in steps {
            let (i, j, k) = (x + step.0, y + step.1, z + step.2)
            guard i >= 0, i < shape[0], j >= 0, j < shape[1], k >= 0, k < shape[2] else { continue }
            let found = column[(i * shape[1] + j) * shape[2] + k]
            if found >= 0 { result.append(Int(found)) }
        }
        return result
    }
}
