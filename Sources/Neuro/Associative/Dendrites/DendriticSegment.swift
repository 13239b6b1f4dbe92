import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A stretch of dendrite that recognises a sparse pattern of activity: it has synapses with some of the pattern's cells, and fires when enough of them are active.
///
/// ```swift
/// let segment = try DendriticSegment(synapses: 20, threshold: 10)
/// try segment.falseMatchProbability(cells: 2048, active: 40)       // 3.910589e-13
/// try segment.matchProbability(active: 40, noise: 0.3)             // 0.99938: with 12 of the 40 cells replaced
/// ```
///
/// Of n cells, a are active at a time. The s synapses are a random sample of the a cells of one pattern; the segment fires where the overlap with what is active reaches the threshold θ.
/// Probabilities are exact sums, to a relative 1e-9 down to where a Double ends; the logarithms go on from there.
///
/// S. Ahmad, J. Hawkins, arXiv:1601.00720 (2016).
public struct DendriticSegment: Equatable, Sendable, CustomStringConvertible, Codable {
    /// How many synapses it has, s.
    public let synapses: Int
    /// How many of them must be active for it to fire, θ.
    public let threshold: Int

    /// - Parameters:
    ///   - synapses: s, from 1 to 2^31.
    ///   - threshold: θ, from 1 to the number of synapses.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(synapses: Int, threshold: Int) throws {
        guard synapses >= 1, synapses <= Self.most else { throw NeuroError.invalid(name: "synapses", value: "\(synapses)", must: "from 1 to 2147483648") }
        guard threshold >= 1, threshold <= synapses else {
            throw NeuroError.invalid(name: "threshold", value: "\(threshold)", must: "from 1 to the number of synapses, \(synapses)")
        }
        (self.synapses, self.threshold) = (synapses, threshold)
    }

    private static let most = 1 << 31

    /// The probability that the segment fires for a random pattern that it has nothing to do with: Σ_{b ≥ θ} C(s, b) C(n − s, a − b)/C(n, a).
    ///
    /// - Parameters:
    ///   - cells: n, at least the number of synapses.
    ///   - active: a, how many cells are active in a pattern, from 0 to n.
    ///   - segments: how many independent segments there are, of which any may fire; by default this one.
    /// - Returns: The probability; 0 where it is below 1e-308, for which see `log10FalseMatchProbability`.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    /// - Complexity: O(min(s, a)).
    public func falseMatchProbability(cells: Int, active: Int, segments: Int = 1) throws -> Double {
        try Check.atLeast(1, segments, "segments")
        let one = try overlap(cells, active).tail(threshold).value
        return segments == 1 || one == 0 ? min(1, one) : -expm1(Double(segments) * log1p(-min(1, one)))
    }

    /// The decimal logarithm of `falseMatchProbability`, however small that is; minus infinity where fewer cells are active than the threshold asks for.
    ///
    /// - Parameters:
    ///   - cells: n, at least the number of synapses.
    ///   - active: a, how many cells are active in a pattern, from 0 to n.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func log10FalseMatchProbability(cells: Int, active: Int) throws -> Double { min(0, try overlap(cells, active).tail(threshold).log10) }

    private func overlap(_ cells: Int, _ active: Int) throws -> Hypergeometric {
        guard cells >= synapses, cells <= Self.most else {
            throw NeuroError.invalid(name: "cells", value: "\(cells)", must: "from the number of synapses, \(synapses), to 2147483648")
        }
        guard active >= 0, active <= cells else { throw NeuroError.invalid(name: "active", value: "\(active)", must: "from 0 to the number of cells, \(cells)") }
        return Hypergeometric(population: cells, marked: active, drawn: synapses)
    }

    /// The probability that the segment fires for its own pattern, of which some cells are replaced by others.
    ///
    /// - Parameters:
    ///   - active: a, how many cells are active in a pattern, at least the number of synapses.
    ///   - noise: which part of them is replaced, from 0 to 1: round(noise · a) cells.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func matchProbability(active: Int, noise: Double) throws -> Double {
        guard active >= synapses, active <= Self.most else {
            throw NeuroError.invalid(name: "active", value: "\(active)", must: "from the number of synapses, \(synapses), to 2147483648: they are a sample of the pattern")
        }
        guard noise >= 0, noise <= 1 else { throw NeuroError.invalid(name: "noise", value: "\(noise)", must: "from 0 to 1") }
        let kept = active - Int((noise * Double(active)).rounded())
        return min(1, try Hypergeometric(population: active, marked: kept, drawn: synapses).tail(threshold).value)
    }

    /// `matchProbability` for each of several amounts of noise.
    ///
    /// - Parameters:
    ///   - active: a, how many cells are active in a pattern, at least the number of synapses.
    ///   - noises: each from 0 to 1.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func matchProbabilities(active: Int, noises: Vector) throws -> Vector {
        Vector(
            try noises.elements.enumerated().map { place, noise in
                try Progress.check(place, of: noises.count)
                return try matchProbability(active: active, noise: noise)
            })
    }

    /// The probability that the segment fires for several random patterns that are active at the same time, none of them its own: the union property, by which many predictions can be held at once.
    ///
    /// - Parameters:
    ///   - cells: n, at least the number of synapses.
    ///   - active: a, how many cells each pattern activates, from 0 to n.
    ///   - patterns: how many patterns are active together, at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` for more synapses than a table of them squared fits in memory.
    /// - Complexity: O(patterns · synapses²).
    public func unionFalseMatchProbability(cells: Int, active: Int, patterns: Int) throws -> Double {
        _ = try overlap(cells, active)
        try Check.atLeast(0, patterns, "patterns")
        _ = try Allocation.count(of: [synapses + 1, synapses + 1], named: "the table of overlaps", as: Double.self)
        // Of u synapses that no pattern has reached yet, the next one reaches j.
        var reached: [[Double]] = []
        for u in 0 ... synapses {
            try Progress.check()
            reached.append(try Hypergeometric(population: cells, marked: active, drawn: u).distribution())
        }
        // The probabilities of how many synapses are active.
        var now = [Double](repeating: 0, count: synapses + 1)
        now[0] = 1
        let perCheck = max(1, 2_000_000 / (synapses * synapses))
        for pattern in 0 ..< patterns {
            if pattern % perCheck == 0 { try Progress.check(pattern, of: patterns) }
            var next = [Double](repeating: 0, count: synapses + 1)
            for c in 0 ... synapses where now[c] > 0 {
                for j in 0 ... synapses - c { next[c + j] += now[c] * reached[synapses - c][j] }
            }
            if next == now { break }
            now = next
        }
        return min(1, now[threshold...].reversed().reduce(0, +))
    }

    /// The part of the cells that is active when several random patterns are: 1 − (1 − a/n)^patterns.
    ///
    /// - Parameters:
    ///   - cells: n, at least 1.
    ///   - active: a, how many cells each pattern activates, from 0 to n.
    ///   - patterns: how many patterns are active together, at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func unionDensity(cells: Int, active: Int, patterns: Int) throws -> Double {
        try Check.atLeast(1, cells, "cells")
        guard active >= 0, active <= cells else { throw NeuroError.invalid(name: "active", value: "\(active)", must: "from 0 to the number of cells, \(cells)") }
        try Check.atLeast(0, patterns, "patterns")
        if patterns == 0 { return 0 }
        return active == cells ? 1 : -expm1(Double(patterns) * log1p(-Double(active) / Double(cells)))
    }

    /// The segment as it is written in a cell.
    public var description: String { "DendriticSegment(synapses: \(synapses), threshold: \(threshold))" }
}
