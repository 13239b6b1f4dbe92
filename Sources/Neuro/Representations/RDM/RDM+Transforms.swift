import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Transforms keep the conditions and the missing pairs (NaN), and look at the other pairs of this matrix alone. B. Lin and N. Kriegeskorte, PNAS 121 (2024) e2317881121,
// doi:10.1073/pnas.2317881121, for the geo-topological and the geodesic one.

extension RDM {
    /// Each dissimilarity's rank, from 1; equal ones get the mean of their ranks.
    public func ranked() -> RDM { changing("ranks") { RankOrder.ranks($0) } }

    /// The square roots; negative estimates count as 0. Turns squared distances into distances.
    public func squareRoot() -> RDM { changing("square root") { $0.map { max(0, $0).squareRoot() } } }

    /// Scaled linearly so that the smallest is 0 and the largest 1.
    ///
    /// - Throws: `NeuroError.invalid` unless two dissimilarities differ.
    public func scaledToUnit() throws -> RDM { try changing("scaled") { try Self.scaled($0) } }

    /// The geo-topological transform: small distances count as none, large ones as one and the same, and in between they keep their order and proportion.
    ///
    /// Ranks r, scaled to 0 … 1, become clip((r − r_l) / (r_u − r_l), 0, 1) with their quantiles r_l and r_u. So it keeps which conditions are neighbours, and drops how far apart
    /// others are, and noise. `lower` 0 and `upper` 1 give ranks; equal quantiles a graph of neighbours (1 above the threshold, else 0).
    ///
    /// ```swift
    /// let topology = try rdm.geotopological(lower: 0.2, upper: 0.8)
    /// ```
    ///
    /// - Parameters:
    ///   - lower: the quantile up to which distances become 0.
    ///   - upper: the quantile from which on they become 1.
    /// - Throws: `NeuroError.invalid` unless 0 ≤ `lower` ≤ `upper` ≤ 1 and two dissimilarities differ.
    public func geotopological(lower: Double = 0.2, upper: Double = 0.8) throws -> RDM {
        guard lower >= 0, lower <= upper, upper <= 1 else {
            throw NeuroError.invalid(name: "lower and upper", value: "\(lower) and \(upper)", must: "quantiles with 0 <= lower <= upper <= 1")
        }
        return try changing("geo-topological \(lower) to \(upper)") { values in
            let ranks = try Self.scaled(RankOrder.ranks(values))
            let limits = try Vector(ranks).quantiles([lower, upper]).elements
            let span = limits[1] - limits[0]
            return ranks.map { span > 0 ? max(0, min(1, ($0 - limits[0]) / span)) : $0 > limits[0] ? 1 : 0 }
        }
    }

    /// The geo-topological transform with a smooth step: 1 / (1 + e^(−s (r − m))) of the ranks r, scaled to 0 … 1.
    ///
    /// - Parameters:
    ///   - steepness: s, above 0.
    ///   - midpoint: m, the part of the ranks at which the result is 0.5.
    /// - Throws: `NeuroError.invalid` for other parameters, or unless two dissimilarities differ.
    public func geotopologicalSigmoid(steepness: Double = 10, midpoint: Double = 0.5) throws -> RDM {
        try Check.positive(steepness, "steepness")
        guard midpoint >= 0, midpoint <= 1 else { throw NeuroError.invalid(name: "midpoint", value: "\(midpoint)", must: "from 0 to 1") }
        return try changing("geo-topological, sigmoid") { values in
            try Self.scaled(RankOrder.ranks(values)).map { 1 / (1 + exp(-steepness * ($0 - midpoint))) }
        }
    }

    /// The geodesic transform: the length of the shortest path between two conditions in the graph of the closest pairs.
    ///
    /// The edges are those pairs whose rank, scaled to 0 … 1, is at most the quantile `quantile`; that scaled rank is their length. Pairs without a path are all equally far.
    ///
    /// - Parameters:
    ///   - quantile: the part of the pairs that stays, above 0 and at most 1.
    ///   - ranked: gives the ranks of the lengths, those without a path last. Otherwise the lengths, NaN without a path.
    /// - Throws: `NeuroError.invalid` for another quantile, or unless two dissimilarities differ.
    /// - Complexity: O(conditions³).
    public func geodesic(quantile: Double = 0.05, ranked: Bool = true) throws -> RDM {
        guard quantile > 0, quantile <= 1 else { throw NeuroError.invalid(name: "quantile", value: "\(quantile)", must: "above 0 and at most 1") }
        let edges = try ranksFromZero()
        let limit = try Vector(edges.filter { !$0.isNaN }).quantile(quantile)
        return try shortestPaths(edges.map { $0 <= limit ? $0 : .infinity }, span: Self.largest(edges), "geodesic", ranked)
    }

    /// The geodesic transform on the graph of nearest neighbours: an edge where one of two conditions is among the `neighbors` nearest of the other, of equally near ones those
    /// that come first.
    ///
    /// - Parameters:
    ///   - neighbors: at least 1.
    ///   - ranked: see `geodesic(quantile:ranked:)`.
    /// - Throws: `NeuroError.invalid` for another number, or unless two dissimilarities differ.
    /// - Complexity: O(conditions³).
    public func geodesic(neighbors: Int, ranked: Bool = true) throws -> RDM {
        try Check.atLeast(1, neighbors, "neighbors")
        let edges = try ranksFromZero()
        let n = count
        var kept = [Double](repeating: .infinity, count: edges.count)
        for i in 0 ..< n {
            let others = (0 ..< n).filter { $0 != i && !edges[Self.pair(i, $0, of: n)].isNaN }
            let nearest = others.map { (edges[Self.pair(i, $0, of: n)], $0) }.sorted { $0 < $1 }.prefix(neighbors)
            for (length, j) in nearest { kept[Self.pair(i, j, of: n)] = length }
        }
        return try shortestPaths(kept, span: Self.largest(edges), "geodesic, \(neighbors) neighbours", ranked)
    }

    private static func largest(_ ranks: [Double]) -> Double { ranks.lazy.filter { !$0.isNaN }.max() ?? 1 }

    /// Floyd and Warshall's algorithm; lengths in units of `span`. A pair without an estimate is no edge, but may get a path.
    private func shortestPaths(_ edges: [Double], span: Double, _ what: String, _ ranked: Bool) throws -> RDM {
        let n = count
        var d = [Double](repeating: 0, count: n * n)
        var pair = 0
        for i in 0 ..< n {
            for j in i + 1 ..< max(n, i + 1) {
                let length = edges[pair].isNaN ? .infinity : edges[pair]
                d[i * n + j] = length
                d[j * n + i] = length
                pair += 1
            }
        }
        try d.withUnsafeMutableBufferPointer { d in
            for k in 0 ..< n {
                try Progress.check(k, of: n)
                for i in 0 ..< n {
                    let first = d[i * n + k]
                    if first == .infinity { continue }
                    for j in 0 ..< n { d[i * n + j] = min(d[i * n + j], first + d[k * n + j]) }
                }
            }
        }
        let paths = (0 ..< n).flatMap { i in (i + 1 ..< max(n, i + 1)).map { d[i * n + $0] } }
        let values = ranked ? RankOrder.ranks(paths) : paths.map { $0.isInfinite ? .nan : $0 / span }
        return RDM(trusted: values, conditions: conditions, measure: described(what))
    }

    /// The ranks less the least: whole and half numbers, whose sums are exact, so that equally long paths are equal.
    private func ranksFromZero() throws -> [Double] {
        try changing("ranks") { values in
            _ = try Self.scaled(values)
            let ranks = RankOrder.ranks(values)
            let least = ranks.min() ?? 0
            return ranks.map { $0 - least }
        }.dissimilarities.elements
    }

    private static func scaled(_ values: [Double]) throws -> [Double] {
        guard let low = values.min(), let high = values.max(), high > low else {
            throw NeuroError.invalid(name: "dissimilarities", value: values.first.map { "all \($0)" } ?? "all missing", must: "of at least two different values")
        }
        // Halves first: the difference of two huge numbers may be infinite.
        return values.map { ($0 / 2 - low / 2) / (high / 2 - low / 2) }
    }

    /// The same with `change` made to all pairs that there are.
    private func changing(_ what: String, _ change: ([Double]) throws -> [Double]) rethrows -> RDM {
        var values = dissimilarities.elements
        let present = values.indices.filter { !values[$0].isNaN }
        let changed = try change(present.map { values[$0] })
        for (pair, value) in zip(present, changed) { values[pair] = value }
        return RDM(trusted: values, conditions: conditions, measure: described(what))
    }

    private func described(_ what: String) -> String { measure.isEmpty ? what : "\(measure), \(what)" }
}
