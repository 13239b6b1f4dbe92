import CKernels
import Linear

extension Patterns {
    /// Patterns whose values are drawn independently: +1 with probability `activity`, else −1.
    ///
    /// - Parameters:
    ///   - count: how many patterns, at least 1.
    ///   - size: how many values each has, at least 1.
    ///   - activity: the probability of +1, from 0 to 1; ½ (Rademacher) by default.
    ///   - seed: selects the patterns. The first patterns of a larger set are not those of a smaller one.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func random(count: Int, size: Int, activity: Double = 0.5, seed: Int = 0) throws -> Patterns {
        try check(count: count, size: size)
        try check(probability: activity, "activity")
        return Patterns(count: count, size: size, bits: try randomBits(rows: size, columns: count, probability: activity, seed: seed, stream: Stream.patterns))
    }

    /// How numbers become +1 and −1.
    public enum Binarization: Equatable, Sendable, CustomStringConvertible, Codable {
        /// +1 above this number, −1 elsewhere.
        case above(Double)
        /// +1 above the median of the pattern itself: as many +1 as −1 where no two values are equal.
        case medianOfPattern
        /// +1 above the median of the values that all patterns have at that position.
        case medianOfPosition

        /// The rule as it is written in a cell.
        public var description: String {
            switch self {
            case .above(let threshold): ".above(\(threshold))"
            case .medianOfPattern: ".medianOfPattern"
            case .medianOfPosition: ".medianOfPosition"
            }
        }
    }

    /// Patterns from the rows of any finite numbers: +1 above a threshold, −1 elsewhere.
    ///
    /// - Parameters:
    ///   - matrix: count x size numbers.
    ///   - rule: the threshold; by default the median of each pattern. The median of an even number of values is the mean of the middle two.
    /// - Throws: `NeuroError` for a matrix without elements or with a value that is not finite, or a threshold that is not finite.
    public static func binarized(_ matrix: Matrix, _ rule: Binarization = .medianOfPattern) throws -> Patterns {
        try Check.finite(matrix, "matrix")
        let (count, size) = (matrix.rows, matrix.columns)
        try check(count: count, size: size)
        switch rule {
        case .above(let threshold):
            guard threshold.isFinite else { throw NeuroError.invalid(name: "threshold", value: "\(threshold)", must: "finite") }
            return Patterns(count: count, size: size, rows: above(matrix.elements, count, size) { _ in threshold })
        case .medianOfPattern:
            let values = matrix.elements
            var medians: [Double] = []
            for k in 0 ..< count {
                if k % 256 == 255 { try Progress.check(k, of: count) }
                medians.append(median(Array(values[k * size ..< (k + 1) * size])))
            }
            return Patterns(count: count, size: size, rows: above(values, count, size) { medians[$0] })
        case .medianOfPosition:
            // Positions in the place of patterns: their rows are the bits as they are kept.
            let turned = matrix.transposed()
            let values = turned.elements
            var bits: [UInt8] = []
            bits.reserveCapacity(stride(count) * size)
            for i in 0 ..< size {
                if i % 64 == 63 { try Progress.check(i, of: size) }
                let own = Array(values[i * count ..< (i + 1) * count])
                let middle = median(own)
                bits += above(own, 1, count) { _ in middle }
            }
            return Patterns(count: count, size: size, bits: bits)
        }
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2
    }

    /// The patterns in the places `range`.
    ///
    /// - Throws: `NeuroError.invalid` for a range that is empty or not within 0 ..< count.
    public subscript(range: Range<Int>) -> Patterns {
        get throws {
            guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else {
                throw NeuroError.invalid(name: "the range of patterns", value: "\(range)", must: "a range within 0..<\(count) that is not empty")
            }
            return try selecting(Array(range))
        }
    }

    /// The patterns at these places, in this order; a place may come more than once.
    ///
    /// - Throws: `NeuroError.invalid` for no places, or one that is not in 0 ..< count.
    public func selecting(_ places: [Int]) throws -> Patterns {
        guard !places.isEmpty else { throw NeuroError.invalid(name: "places", value: "[]", must: "at least one place") }
        if let bad = places.first(where: { $0 < 0 || $0 >= count }) { throw NeuroError.invalid(name: "places", value: "\(bad)", must: "in 0..<\(count)") }
        try Self.check(count: places.count, size: size)
        // Turning all bits to have the patterns one after the other is not worth it for a few.
        if places.count < count / 64 {
            let (from, to) = (stride, Self.stride(places.count))
            var few = [UInt8](repeating: 0, count: size * to)
            for i in 0 ..< size {
                for (k, place) in places.enumerated() where bits[i * from + place / 8] >> UInt8(place % 8) & 1 == 1 { few[i * to + k / 8] |= 1 << UInt8(k % 8) }
            }
            return Patterns(count: places.count, size: size, bits: few)
        }
        let (rows, width) = (rows, Self.rowBytes(size))
        var chosen: [UInt8] = []
        chosen.reserveCapacity(places.count * width)
        for place in places { chosen += rows[place * width ..< (place + 1) * width] }
        return Patterns(count: places.count, size: size, rows: chosen)
    }

    /// These patterns, and after them the others.
    ///
    /// - Throws: `NeuroError.shape` unless both have the same size.
    public func appending(_ others: Patterns) throws -> Patterns {
        guard others.size == size else { throw NeuroError.shape(name: "others", shape: [others.count, others.size], must: "of size \(size), as these patterns are") }
        try Self.check(count: count + others.count, size: size)
        return Patterns(count: count + others.count, size: size, rows: rows + others.rows)
    }
}

// MARK: Drawing

extension Patterns {
    /// The streams of the generator that patterns are drawn from.
    enum Stream {
        static let patterns: UInt64 = 0x7061_7474_6572_0001
        static let flips: UInt64 = 0x7061_7474_6572_0002
        static let mask: UInt64 = 0x7061_7474_6572_0003
        static let noise: UInt64 = 0x7061_7474_6572_0004
        static let examples: UInt64 = 0x7061_7474_6572_0005
    }

    static func check(probability: Double, _ name: String) throws {
        guard probability >= 0, probability <= 1 else { throw NeuroError.invalid(name: name, value: "\(probability)", must: "from 0 to 1") }
    }

    /// Rows of whole words of bits, each 1 with a probability: to within 2^-32, and exactly for 0, ½ and 1. The bits after the last column are 0. A row begins a block of the
    /// generator of its own.
    static func randomBits(rows: Int, columns: Int, probability: Double, seed: Int, stream: UInt64) throws -> [UInt8] {
        let key = UInt64(bitPattern: Int64(seed)), words = stride(columns) / 8
        let bound = UInt64((probability * 0x1p32).rounded())
        // Half of all bits are 1: a random word is 32 of them. Else each takes a word of its own.
        let isFair = bound == 1 << 31
        let perRow = isFair ? (words + 1) / 2 : words * 16
        var result = [UInt64](repeating: 0, count: rows * words)
        var drawn = [UInt32](repeating: 0, count: perRow * 4)
        let rowsPerCheck = max(1, 2_000_000 / max(1, perRow * 4))
        for row in 0 ..< rows {
            if row % rowsPerCheck == 0 { try Progress.check(row, of: rows) }
            engram_philox_words(key, stream, UInt64(row) * UInt64(perRow), perRow, &drawn)
            for word in 0 ..< words {
                var bits: UInt64 = 0
                if isFair {
                    bits = UInt64(drawn[2 * word + 1]) << 32 | UInt64(drawn[2 * word])
                } else {
                    for bit in 0 ..< 64 where UInt64(drawn[64 * word + bit]) < bound { bits |= 1 << UInt64(bit) }
                }
                if word == words - 1, columns % 64 != 0 { bits &= 1 << UInt64(columns % 64) - 1 }
                result[row * words + word] = bits.littleEndian
            }
        }
        return result.withUnsafeBytes { Array($0) }
    }
}
