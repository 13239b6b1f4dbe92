import CKernels
import Linear

// Cues made from patterns: parts of them lost, turned or blurred.
extension Patterns {
    /// The patterns with each value turned, +1 to −1 and back, with a probability.
    ///
    /// - Parameters:
    ///   - probability: from 0 to 1. The mean overlap with the originals is 1 − 2 probability.
    ///   - seed: selects the values.
    /// - Throws: `NeuroError.invalid` for a probability outside 0 ... 1.
    public func flipped(probability: Double, seed: Int = 0) throws -> Patterns {
        try Self.check(probability: probability, "probability")
        let flips = try Self.randomBits(rows: size, columns: count, probability: probability, seed: seed, stream: Stream.flips)
        return Patterns(count: count, size: size, bits: zip(bits, flips).map { $0 ^ $1 })
    }

    /// The patterns with part of each lost: as many values as the fraction says, at places drawn for each pattern, are −1.
    ///
    /// - Parameters:
    ///   - fraction: of the values, from 0 to 1; round(fraction · size) are lost.
    ///   - seed: selects the places.
    /// - Throws: `NeuroError.invalid` for a fraction outside 0 ... 1.
    public func masked(fraction: Double, seed: Int = 0) throws -> Patterns {
        try Self.check(probability: fraction, "fraction")
        let lost = Int((fraction * Double(size)).rounded()), width = Self.rowBytes(size)
        var rows = rows, random = Random(seed: seed, stream: Int(Stream.mask))
        for k in 0 ..< count {
            if k % 64 == 0 { try Progress.check(k, of: count) }
            for place in try random.choice(from: size, count: lost) { rows[k * width + place / 8] &= ~(1 << UInt8(place % 8)) }
        }
        return Patterns(count: count, size: size, rows: rows)
    }

    /// The patterns with the values in a range of positions lost: they are −1. Half an image is `covered(size / 2 ..< size)`.
    ///
    /// - Throws: `NeuroError.invalid` for a range that is not within 0 ..< size.
    public func covered(_ positions: Range<Int>) throws -> Patterns {
        guard positions.lowerBound >= 0, positions.upperBound <= size else {
            throw NeuroError.invalid(name: "positions", value: "\(positions)", must: "a range within 0..<\(size)")
        }
        var bits = bits
        for i in positions.lowerBound * stride ..< positions.upperBound * stride { bits[i] = 0 }
        return Patterns(count: count, size: size, bits: bits)
    }

    /// The first half of each pattern; the second half is lost, its values are −1.
    public var firstHalves: Patterns { get throws { try covered((size + 1) / 2 ..< size) } }

    /// The patterns with normal noise on each value, as the rows of a matrix: cues for memories of real numbers.
    ///
    /// - Parameters:
    ///   - standardDeviation: of the noise, at least 0.
    ///   - seed: selects the noise.
    /// - Throws: `NeuroError.invalid` for a standard deviation that is negative or not finite; `LinearError.tooLarge` if the matrix does not fit in memory.
    public func noisy(standardDeviation: Double, seed: Int = 0) throws -> Matrix {
        try Check.notNegative(standardDeviation, "standardDeviation")
        var random = Random(seed: seed, stream: Int(Stream.noise))
        return try matrix + random.normal(rows: count, columns: size, standardDeviation: standardDeviation)
    }

    /// Noisy copies of each pattern: `count` of each, one pattern's after the other's, each value right with probability (1 + quality)/2.
    ///
    /// - Parameters:
    ///   - count: M, how many examples of each pattern, at least 1.
    ///   - quality: r, the mean overlap of an example with its pattern, from −1 to 1.
    ///   - seed: selects the examples.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func examples(_ count: Int, quality: Double, seed: Int = 0) throws -> Patterns {
        try Check.atLeast(1, count, "count")
        guard quality >= -1, quality <= 1 else { throw NeuroError.invalid(name: "quality", value: "\(quality)", must: "from -1 to 1") }
        let (total, overflow) = self.count.multipliedReportingOverflow(by: count)
        guard !overflow else { throw NeuroError.invalid(name: "count", value: "\(count)", must: "fewer: the examples would not fit in memory") }
        try Self.check(count: total, size: size)
        let (own, width) = (rows, Self.rowBytes(size))
        var rows = try Self.randomBits(rows: total, columns: size, probability: (1 - quality) / 2, seed: seed, stream: Stream.examples)
        for k in 0 ..< total {
            let from = k / count * width
            for byte in 0 ..< width { rows[k * width + byte] ^= own[from + byte] }
        }
        return Patterns(count: total, size: size, rows: rows)
    }
}
