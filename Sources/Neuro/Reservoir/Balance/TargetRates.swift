import Linear

/// The rate that each unit of an `EIReservoir` is to have on average.
public enum TargetRates: Equatable, Sendable, Codable {
    /// The same for all.
    case fixed(Double)
    /// Evenly distributed between two rates.
    case uniform(Double, Double)
    /// Beta-distributed, with density ∝ ρ^(a−1) (1−ρ)^(b−1).
    case beta(Double, Double)
    /// e^(mean + deviation z), z normal.
    case logNormal(mean: Double, standardDeviation: Double)
    /// One for each unit.
    case each(Vector)

    /// φ⁻¹ has no value at 0 and 1, and little meaning near them.
    static let limits = 0.02 ... 0.98

    /// A rate for each of `count` units, drawn from the seed, and brought into 0.02 to 0.98.
    ///
    /// - Throws: `NeuroError` for parameters that are out of their range, or another number of rates than units.
    public func drawn(count: Int, seed: Int = 0) throws -> Vector {
        try Check.atLeast(1, count, "count")
        _ = try Allocation.count(of: [count], named: "the rates", as: Double.self)
        var random = Random(seed: seed, stream: 0x7261_7465)
        let rates: [Double]
        switch self {
        case .fixed(let rate):
            try Self.check(rate, "rate")
            rates = [Double](repeating: rate, count: count)
        case .uniform(let low, let high):
            try Self.check(low, "low")
            try Self.check(high, "high")
            guard low <= high else { throw NeuroError.invalid(name: "low", value: "\(low)", must: "at most high, \(high)") }
            rates = (0 ..< count).map { _ in low + (high - low) * random.uniform() }
        case .beta(let a, let b):
            try Check.positive(a, "a")
            try Check.positive(b, "b")
            rates = try (0 ..< count).map { _ in
                let x = try Self.gamma(a, &random), y = try Self.gamma(b, &random)
                return x + y > 0 ? x / (x + y) : 0.5
            }
        case .logNormal(let mean, let deviation):
            try Check.finite([mean], "mean")
            try Check.notNegative(deviation, "standardDeviation")
            rates = try random.normal(count: count, mean: mean, standardDeviation: deviation).elements.map { Elementary.exp(min($0, 1)) }
        case .each(let vector):
            guard vector.count == count else { throw NeuroError.shape(name: "target", shape: [vector.count], must: "one rate for each of the \(count) units") }
            for rate in vector.elements { try Self.check(rate, "target") }
            rates = vector.elements
        }
        return Vector(rates.map { min(Self.limits.upperBound, max(Self.limits.lowerBound, $0)) })
    }

    private static func check(_ rate: Double, _ name: String) throws {
        guard rate >= 0, rate <= 1 else { throw NeuroError.invalid(name: name, value: "\(rate)", must: "from 0 to 1") }
    }

    /// A gamma deviate of this shape (G. Marsaglia and W. W. Tsang 2000, doi:10.1145/358407.358414; a shape below 1 by that above it).
    private static func gamma(_ shape: Double, _ random: inout Random) throws -> Double {
        if shape < 1 {
            let boost = Elementary.log(1 - random.uniform()) / shape
            return try gamma(shape + 1, &random) * Elementary.exp(boost)
        }
        let d = shape - 1 / 3.0, c = 1 / (9 * d).squareRoot()
        while true {
            let z = try random.normal(), base = 1 + c * z
            if base <= 0 { continue }
            let v = base * base * base
            if Elementary.log(1 - random.uniform()) < 0.5 * z * z + d - d * v + d * Elementary.log(v) { return d * v }
        }
    }
}
