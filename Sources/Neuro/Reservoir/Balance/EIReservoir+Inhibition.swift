import Linear

/// What became of the inhibition of an `EIReservoir`.
public struct InhibitionChange: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What each unit's inhibitory links were multiplied by; 1 where a unit has none.
    public let factors: Vector
    /// The rate that each unit is meant to have.
    public let targets: Vector
    /// Units that no inhibitory unit reaches: nothing can be set there.
    public let unitsWithoutInhibition: [Int]
    /// Units whose target would need excitation: their inhibition is 0.
    public let unitsBelowTarget: [Int]

    /// The change in one line.
    public var description: String {
        "inhibition of \(factors.count) units multiplied by \(factors.elements.min() ?? 0) to \(factors.elements.max() ?? 0), "
            + "\(unitsWithoutInhibition.count) without inhibition, \(unitsBelowTarget.count) that stay below their target"
    }
}

extension EIReservoir {
    /// Sets the inhibition of each unit at once so that the target rates are a fixed point: A^I_i is multiplied by
    ///
    /// ω_i = max(0, [(A^E ρ)_i + (Win ū)_i − (1 − λ)(φ⁻¹(ρ_i) + θ)] / (A^I ρ)_i), φ⁻¹(ρ) = ln(ρ/(1 − ρ))/c.
    ///
    /// This follows from the fixed point of the dynamics (our derivation; the published formula was not available). The mean rates then differ from ρ by what fluctuations add: 0.005 on average at
    /// ρ = 0.5, up to 0.06 for low rates or such that differ.
    ///
    /// - Parameters:
    ///   - target: ρ of each unit, brought into 0.02 to 0.98.
    ///   - meanInput: ū, the mean of each input channel; nil stands for zeros.
    ///   - seed: of targets that are drawn.
    /// - Throws: `NeuroError` for targets out of their range, or another number of means than inputs.
    @discardableResult
    public mutating func designInhibition(target: TargetRates, meanInput: Vector? = nil, seed: Int = 0) throws -> InhibitionChange {
        let mean = meanInput?.elements ?? [Double](repeating: 0, count: inputs)
        guard mean.count == inputs else { throw NeuroError.shape(name: "meanInput", shape: [mean.count], must: "one mean for each of the \(inputs) inputs") }
        try Check.finite(mean, "meanInput")
        let targets = try target.drawn(count: units, seed: seed), rho = targets.elements
        var factors = [Double](repeating: 1, count: units)
        var bare: [Int] = [], below: [Int] = []
        for row in 0 ..< units {
            let places = weights.starts[row] ..< weights.starts[row + 1]
            var excitation = 0.0, inhibition = 0.0
            for k in places {
                let part = weights.values[k] * rho[Int(weights.columns[k])]
                if Int(weights.columns[k]) < excitatoryUnits { excitation += part } else { inhibition -= part }
            }
            guard inhibition > 0 else {
                bare.append(row)
                continue
            }
            var drive = 0.0
            for c in 0 ..< inputs { drive += input[row * inputs + c] * mean[c] }
            let needed = (1 - parameters.retention) * (Elementary.log(rho[row] / (1 - rho[row])) / parameters.gain + parameters.threshold)
            let factor = (excitation + drive - needed) / inhibition
            if factor < 0 { below.append(row) }
            factors[row] = max(0, factor)
            for k in places where Int(weights.columns[k]) >= excitatoryUnits { weights.values[k] *= factors[row] }
        }
        return InhibitionChange(factors: Vector(factors), targets: targets, unitsWithoutInhibition: bare, unitsBelowTarget: below)
    }

    /// Lets each unit's inhibition adapt while the reservoir is driven: after each step A^I_ij ← max(0, A^I_ij + δ (r_i − ρ_i)) on the links that exist. The run continues from the present state.
    ///
    /// - Parameters:
    ///   - input: the input of one channel, a step for each value; a few thousand with the default rate.
    ///   - target: ρ of each unit, brought into 0.02 to 0.98.
    ///   - learningRate: δ.
    ///   - seed: of targets that are drawn.
    /// - Returns: the rates during the adaptation, a row for each step.
    /// - Throws: `NeuroError` for another number of inputs than one, an input that is empty or not finite, or targets or a rate out of their range. Nothing has changed then.
    @discardableResult
    public mutating func adaptInhibition(_ input: Vector, target: TargetRates, learningRate: Double = 0.002, seed: Int = 0) throws -> Matrix {
        try adaptInhibition(column(input), target: target, learningRate: learningRate, seed: seed)
    }

    /// Lets each unit's inhibition adapt to an input of several channels; see the form for a vector.
    @discardableResult
    public mutating func adaptInhibition(_ input: Matrix, target: TargetRates, learningRate: Double = 0.002, seed: Int = 0) throws -> Matrix {
        try check(input)
        try Check.positive(learningRate, "learningRate")
        _ = try Allocation.count(of: [input.rows, units], named: "the rates", as: Double.self)
        let rho = try target.drawn(count: units, seed: seed).elements, first = UInt32(excitatoryUnits)
        var after = self
        var states: [Double] = []
        states.reserveCapacity(input.rows * units)
        try after.drive(input) { rates, weights in
            states += rates
            for row in rates.indices {
                let change = learningRate * (rates[row] - rho[row])
                for k in weights.starts[row] ..< weights.starts[row + 1] where weights.columns[k] >= first { weights.values[k] = min(0, weights.values[k] - change) }
            }
        }
        self = after
        return try Matrix(rows: input.rows, columns: units, elements: states)
    }
}
