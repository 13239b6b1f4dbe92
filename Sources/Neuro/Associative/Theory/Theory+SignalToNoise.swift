#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Theory {
    /// How many times the signal in a neuron's field exceeds the noise, in the pattern itself at T = 0. One step from there reaches an overlap of erf(ratio/√2).
    ///
    /// 1/ratio² is α for the classic net, α (P−1)! for P-spin memories, ρ + α (P−1)! (1+ρ)^P for archetypes with averaged examples and ρ + α (P−1)! (1+ρ_P) with examples stored
    /// one by one; (2P−3)!! takes the place of (P−1)! for the full power. All but the first are our derivation.
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - load: α, at least 0.
    /// - Returns: The ratio; infinite without noise.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func signalToNoise(_ model: Model, load: Double) throws -> Double {
        let equations = try Equations(model)
        try Check.notNegative(load, "load")
        let crosstalk = load == 0 ? 0 : load * (equations.isClassic ? 1 : equations.noise(1)) * pow(equations.scale, Double(2 * equations.order))
        return 1 / (equations.entropy + crosstalk).squareRoot()
    }

    /// The entropy of a set of examples, ρ_p = (1 − r^(2p))/(M r^(2p)): how little M examples of quality r tell. 0 for perfect examples.
    ///
    /// - Parameters:
    ///   - quality: r, the mean overlap of an example with its archetype, above 0 and at most 1.
    ///   - examples: M, at least 1.
    ///   - power: p; 1, the default, gives ρ, which decides how well averaged examples are learnt; the order P gives ρ_P, which decides for examples stored one by one.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range, also where r^(2p) is too small to divide by.
    public static func entropy(quality: Double, examples: Int, power: Int = 1) throws -> Double {
        guard quality > 0, quality <= 1 else { throw NeuroError.invalid(name: "quality", value: "\(quality)", must: "above 0 and at most 1") }
        try Check.atLeast(1, examples, "examples")
        try Check.atLeast(1, power, "power")
        let value = entropyOf(quality, examples, power)
        guard value.isFinite else { throw NeuroError.invalid(name: "quality", value: "\(quality)", must: "larger: r^(-2p) is not a number for a power of \(power)") }
        return value
    }

    static func entropyOf(_ quality: Double, _ examples: Int, _ power: Int) -> Double {
        // r^(-2p) - 1 without the difference of numbers that are alike.
        expm1(-2 * Double(power) * log(quality)) / Double(examples)
    }

    /// The quality r at which M examples have the entropy ρ: 1/√(1 + Mρ).
    ///
    /// - Parameters:
    ///   - entropy: ρ, at least 0.
    ///   - examples: M, at least 1.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func quality(entropy: Double, examples: Int) throws -> Double {
        try Check.notNegative(entropy, "entropy")
        try Check.atLeast(1, examples, "examples")
        return 1 / (1 + entropy * Double(examples)).squareRoot()
    }

    /// How many examples of each archetype must be averaged before the archetypes are recalled at T = 0: the smallest M with a capacity of at least the load. At high load it grows as
    /// r^(−2) (our derivation).
    ///
    /// - Parameters:
    ///   - order: P, from 3 to 100.
    ///   - quality: r, above 0 and at most 1.
    ///   - load: α = K/N^(P−1) for K archetypes, at least 0.
    ///   - convention: over which products of neurons the interaction goes.
    /// - Returns: M, or nil if no number is enough (the load exceeds the capacity for the archetypes themselves, or M would exceed 2^50).
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func supervisedExamples(order: Int, quality: Double, load: Double, convention: DenseHopfield.Convention = .noRepeatedIndices) throws -> Int? {
        try examples(load) { .supervised(order: order, quality: quality, examples: $0, convention: convention) }
    }

    /// How many examples of each archetype must be stored one by one before the archetypes are recalled at T = 0: the smallest M with a capacity of at least the load. At high load it
    /// grows as r^(−2P) (our derivation).
    ///
    /// - Parameters:
    ///   - order: P, from 3 to 100.
    ///   - quality: r, above 0 and at most 1.
    ///   - load: α = K/N^(P−1) for K archetypes, at least 0.
    ///   - convention: over which products of neurons the interaction goes.
    /// - Returns: M, or nil if no number is enough (the load exceeds the capacity for the archetypes themselves, or M would exceed 2^50).
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func unsupervisedExamples(order: Int, quality: Double, load: Double, convention: DenseHopfield.Convention = .noRepeatedIndices) throws -> Int? {
        try examples(load) { .unsupervised(order: order, quality: quality, examples: $0, convention: convention) }
    }

    private static func examples(_ load: Double, _ model: (Int) -> Model) throws -> Int? {
        try Check.notNegative(load, "load")
        func isEnough(_ count: Int) throws -> Bool { try (Equations(model(count)).branch(0)?.capacity ?? 0) >= load }
        let most = 1 << 50
        if try isEnough(1) { return 1 }
        guard try isEnough(most) else { return nil }
        var (low, high) = (1, 2)
        while try !isEnough(high) { (low, high) = (high, 2 * high) }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try isEnough(middle) { high = middle } else { low = middle }
        }
        return high
    }

    /// How many patterns can be stored without a single wrong neuron in any of them: about N^(P−1)/(2 c ln N), with c = (2P−3)!! for the full power and (P−1)! for products of different
    /// neurons; N/(2 ln N) for P = 2.
    ///
    /// R. J. McEliece et al., IEEE Trans. Inf. Theory 33 (1987), doi:10.1109/TIT.1987.1057328; D. Krotov, J. J. Hopfield, arXiv:1606.01164.
    /// - Parameters:
    ///   - order: P, from 2 to 100.
    ///   - neurons: N, at least 2.
    ///   - convention: over which products of neurons the interaction goes.
    /// - Returns: The number, which is not whole and may be infinite.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func errorFreePatterns(order: Int, neurons: Int, convention: DenseHopfield.Convention = .noRepeatedIndices) throws -> Double {
        guard order >= 2, order <= Equations.largestOrder else { throw NeuroError.invalid(name: "order", value: "\(order)", must: "from 2 to 100") }
        try Check.atLeast(2, neurons, "neurons")
        let factor = order == 2 ? 1 : try Equations(.dense(order: order, convention: convention)).noise(1)
        return pow(Double(neurons), Double(order - 1)) / (2 * factor * log(Double(neurons)))
    }
}
