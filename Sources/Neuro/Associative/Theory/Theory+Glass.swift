#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the spins of a memory freeze into states that have nothing to do with its patterns.
extension Theory {
    /// The temperature below which the classic net is a spin glass where it recalls nothing: T_g = 1 + √α.
    ///
    /// - Parameter load: α, at least 0.
    /// - Throws: `NeuroError.invalid` for a load that is negative or not finite.
    public static func glassTemperature(load: Double) throws -> Double {
        try Check.notNegative(load, "load")
        return 1 + load.squareRoot()
    }

    /// The temperature at which the motion of a P-spin memory without recall freezes: below it metastable states hold it for ever.
    ///
    /// Of the Ising P-spin glass with one step of replica symmetry breaking (E. Gardner, Nucl. Phys. B 257 (1985), doi:10.1016/0550-3213(85)90374-8) whose couplings the patterns make: with
    /// q = E tanh(λ² + λz), T_d² = α (P−1)! max over λ of q^(P−1)/λ². For P = 3, 0.5565 √(α (P−1)!), which is 0.682 in units of √(2 α (P−1)!/P). The step from couplings to loads is our
    /// derivation; it holds for products of different neurons.
    ///
    /// - Parameters:
    ///   - order: P, from 3 to 100.
    ///   - load: α = K/N^(P−1), at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func dynamicGlassTemperature(order: Int, load: Double) throws -> Double {
        try glassLine(order, load) { Freezing(order: $0).dynamic }
    }

    /// The temperature at which a P-spin memory without recall freezes in equilibrium: where the number of metastable states is no longer exponential in N.
    ///
    /// Of the same equations as `dynamicGlassTemperature`, where λ²q/(2P) − λ²q/2 − λ²/2 + E ln cosh(λ² + λz) = 0. For P = 3, 0.5319 √(α (P−1)!), which is 0.651 in units of √(2 α (P−1)!/P).
    ///
    /// - Parameters:
    ///   - order: P, from 3 to 100.
    ///   - load: α = K/N^(P−1), at least 0.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func staticGlassTemperature(order: Int, load: Double) throws -> Double {
        try glassLine(order, load) { Freezing(order: $0).static }
    }

    private static func glassLine(_ order: Int, _ load: Double, _ line: (Int) -> Double) throws -> Double {
        _ = try Equations(.dense(order: order))
        try Check.notNegative(load, "load")
        return line(order) * load.squareRoot() * exp(0.5 * lgamma(Double(order)))
    }
}

/// The freezing temperatures of the Ising P-spin glass in units of the width of a neuron's field, √(α (P−1)!).
private struct Freezing {
    let order: Int

    /// q = E tanh²(λ² + λz), which is also E tanh(λ² + λz).
    func overlap(_ strength: Double) -> Double { FieldMeans(signal: strength * strength, variance: strength * strength, temperature: 1).magnetization }

    func temperature(_ strength: Double) -> Double { pow(overlap(strength), 0.5 * Double(order - 1)) / strength }

    private var turning: Double { LineSearch.maximum(among: (1 ... 120).map { 0.05 * Double($0) }, temperature) }
    var dynamic: Double { temperature(turning) }

    var `static`: Double {
        func miss(_ strength: Double) -> Double {
            let square = strength * strength, q = overlap(strength), order = Double(order)
            let potential = FieldMeans.potential(signal: square, variance: square, temperature: 1) - log(2)
            return square * q * (0.5 / order - 0.5) - 0.5 * square + potential
        }
        let low = turning
        var high = (x: low * 1.1, y: 0.0)
        high.y = miss(high.x)
        for _ in 0 ..< 100 where high.y <= 0 {
            high.x *= 1.1
            high.y = miss(high.x)
        }
        return temperature(LineSearch.root((low, miss(low)), high, miss))
    }
}
