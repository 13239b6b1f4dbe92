import CKernels
import Linear

/// Mean magnetizations in the place of spins: where a mean-field iteration ended, see `DenseHopfield.meanField`.
public struct MeanField: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The magnetization of each spin, from −1 to 1.
    public let magnetizations: Vector
    /// How many steps were made.
    public let steps: Int
    /// The largest change of a magnetization in the last step.
    public let change: Double
    /// Whether that is within the tolerance.
    public let converged: Bool

    /// How it ended.
    public var description: String { "mean field of \(magnetizations.count) spins, \(converged ? "converged" : "not converged") after \(steps) step\(steps == 1 ? "" : "s")" }
}

extension DenseHopfield {
    /// Iterates Plefka's expansion for the magnetizations m_i, all at once.
    ///
    /// The first order is m_i ← tanh βh_i(m), h_i the field with m_j in the place of s_j, without repeated indices minus the derivative of the energy continued to all m. The second order, for
    /// P = 2, takes away what a spin owes to itself by way of the others (Onsager's term), −β m_i Σ_j W_ij² (1 − m_j²), with the m_i of the step before, as needed for it to converge.
    ///
    /// T. Plefka, J. Phys. A 15 (1982), doi:10.1088/0305-4470/15/6/035; order of steps: E. Bolthausen, Commun. Math. Phys. 325 (2014), doi:10.1007/s00220-013-1862-3.
    ///
    /// - Parameters:
    ///   - cue: the magnetizations to start from, −1 to 1.
    ///   - temperature: above 0.
    ///   - order: of the expansion, 1, or 2 for a memory of order 2.
    ///   - steps: how many at most.
    ///   - tolerance: the change of a magnetization at which the iteration ends.
    /// - Throws: `NeuroError` naming the argument that is wrong, for an empty memory, or one whose order is above 4 or whose convention is neither `.noRepeatedIndices` nor `.fullPower`.
    /// - Complexity: O(N K) for a step, O(N² K/64) once for the second order.
    public func meanField(_ cue: Vector, temperature: Double, order plefka: Int = 1, steps: Int = 200, tolerance: Double = 1e-6) throws -> MeanField {
        let patterns = try stored()
        guard cue.count == size else { throw NeuroError.shape(name: "cue", shape: [cue.count], must: "\(size) values, as the memory has") }
        if let bad = cue.elements.firstIndex(where: { !(abs($0) <= 1) }) {
            throw NeuroError.invalid(name: "value \(bad) of cue", value: "\(cue.elements[bad])", must: "from -1 to 1")
        }
        try Check.positive(temperature, "temperature")
        try Check.atLeast(1, steps, "steps")
        try Check.notNegative(tolerance, "tolerance")
        guard plefka == 1 || plefka == 2 && order == 2 else {
            throw NeuroError.invalid(name: "order", value: "\(plefka)", must: order == 2 ? "1 or 2" : "1: the second order is there for memories of order 2")
        }
        guard order <= 4, convention == .noRepeatedIndices || convention == .fullPower else {
            throw NeuroError.invalid(name: "the memory", value: "\(self)", must: "of order 2 to 4, and .noRepeatedIndices or .fullPower")
        }
        var squares: Matrix?
        if plefka == 2 {
            var memory = try Hopfield(size: size)
            try memory.store(patterns)
            var w = try memory.weights()
            for i in w.storage.indices { w.storage[i] *= w.storage[i] }
            squares = w
        }
        let sums = MagnetizationSums(patterns, order: order, distinct: convention == .noRepeatedIndices)
        var (before, now) = (cue.elements, cue.elements)
        var (made, change) = (0, Double.infinity)
        while made < steps, change > tolerance {
            try Progress.check(made, of: steps)
            var fields = try sums.fields(now)
            if let squares {
                let spread = Vector(now.map { 1 - $0 * $0 })
                let reaction = try squares %*% spread
                for i in 0 ..< size { fields[i] -= before[i] * reaction.elements[i] / temperature }
            }
            let next = fields.map { Elementary.tanh($0 / temperature) }
            change = zip(next, now).reduce(0) { max($0, abs($1.0 - $1.1)) }
            (before, now) = (now, next)
            made += 1
        }
        return MeanField(magnetizations: Vector(now), steps: made, change: change, converged: change <= tolerance)
    }
}

/// The sums over patterns that fields of magnetizations take, S_k = Σ_j (ξ_j m_j)^k.
private struct MagnetizationSums {
    private let patterns: Patterns
    private let rows: [UInt8]
    private let order: Int
    private let distinct: Bool
    /// Σ_μ ξ_i^μ.
    private let signs: [Double]

    init(_ patterns: Patterns, order: Int, distinct: Bool) {
        (self.patterns, self.order, self.distinct, rows) = (patterns, order, distinct, patterns.rows)
        signs = (0 ..< patterns.size).map { i in
            let up = patterns.bits[i * patterns.stride ..< (i + 1) * patterns.stride].reduce(0) { $0 + $1.nonzeroBitCount }
            return Double(2 * up - patterns.count)
        }
    }

    /// Σ ±x over one row of bits; x is 0 behind the last.
    private func signed(_ bits: [UInt8], _ row: Int, _ width: Int, _ x: [Double], _ total: Double) -> Double {
        bits.withUnsafeBufferPointer { bits in
            guard let base = bits.baseAddress else { return 0 }
            return 2 * engram_memory_chosen_f64(base + row * width, x, 8 * width) - total
        }
    }

    /// Σ_j ξ_j x_j of each pattern.
    private func overPositions(_ values: [Double]) -> [Double] {
        let width = Patterns.rowBytes(patterns.size)
        let x = values + [Double](repeating: 0, count: 8 * width - values.count), total = values.reduce(0, +)
        return (0 ..< patterns.count).map { signed(rows, $0, width, x, total) }
    }

    /// Σ_μ ξ_i^μ x_μ at each position.
    private func overPatterns(_ values: [Double]) -> [Double] {
        let x = values + [Double](repeating: 0, count: 8 * patterns.stride - values.count), total = values.reduce(0, +)
        return (0 ..< patterns.size).map { signed(patterns.bits, $0, patterns.stride, x, total) }
    }

    func fields(_ m: [Double]) throws -> [Double] {
        let n = Double(patterns.size), count = Double(patterns.count), unit = Interaction.power(n, 1 - order)
        let s1 = overPositions(m), plain = s1.reduce(0, +), square = s1.reduce(0) { $0 + $1 * $1 }
        let q = m.reduce(0) { $0 + $1 * $1 }
        // With A = S1 − ξ m_i, B = S2 − m_i², C = S3 − ξ m_i³, summed with ξ_i over the patterns; ξ² = 1.
        switch order {
        case 2:
            let linear = overPatterns(s1)
            return m.indices.map { unit * (linear[$0] - count * m[$0]) }
        case 3:
            let squares = overPatterns(s1.map { $0 * $0 })
            return m.indices.map { i in
                let power = squares[i] - 2 * m[i] * plain + m[i] * m[i] * signs[i]
                return unit * (distinct ? power - (q - m[i] * m[i]) * signs[i] : power)
            }
        default:
            let linear = overPatterns(s1), cubes = overPatterns(s1.map { $0 * $0 * $0 })
            let third = distinct ? overPatterns(overPositions(m.map { $0 * $0 * $0 })) : []
            return m.indices.map { i in
                let m2 = m[i] * m[i], m3 = m2 * m[i]
                let power = cubes[i] - 3 * m[i] * square + 3 * m2 * linear[i] - count * m3
                return unit * (distinct ? power - 3 * (q - m2) * (linear[i] - count * m[i]) + 2 * (third[i] - count * m3) : power)
            }
        }
    }
}
