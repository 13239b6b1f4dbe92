import Linear

/// How a weight changes by what it can see: x, the activity of the unit it comes from at the step before, y, that of the unit it goes to, and itself, w.
public enum LocalRule: Equatable, Sendable, Codable {
    /// Δw = η y x: what is active together is connected more strongly (D. O. Hebb, 1949). Grows without bounds, unless rows are normalised.
    case hebb
    /// Δw = −η y x: what is active together is connected less, until it inhibits.
    case antiHebb
    /// Δw = η y (x − y w): Hebb's rule with a decay that keeps the sum of a row's squares finite (E. Oja, J. Math. Biol. 15 (1982), doi:10.1007/BF00275687).
    case oja
    /// Δw = −η y (x − y w): takes away what is active together, and lets weights grow where nothing is (Š. Babinec, J. Pospíchal, ICANN 2007, doi:10.1007/978-3-540-74690-4_3).
    case antiOja
    /// Δw = η y (y − θ) x with a threshold θ that is the same for all units and stays.
    case bcm(threshold: Double = 0)
    /// Δw = η y (y − θ) x with a threshold for each unit that follows the square of its activity, θ ← θ + (y² − θ)/steps, from 0 on: the rule of E. L. Bienenstock, L. N. Cooper and P. W. Munro
    /// (J. Neurosci. 2 (1982), doi:10.1523/JNEUROSCI.02-01-00032.1982).
    case slidingBCM(steps: Double = 100)
}

/// What local plasticity made of a reservoir.
public struct LocalChange: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The size of the change beside that of the weights before it: ‖W after − W before‖/‖W before‖, by the sums of squares.
    public let relativeChange: Double
    /// The largest modulus of the eigenvalues of W before.
    public let radiusBefore: Double
    /// And after: rules that make the weights grow take it above 1, where the reservoir may stop forgetting.
    public let radiusAfter: Double

    /// The change in one line.
    public var description: String {
        "local plasticity: the recurrent weights changed by \(relativeChange) of their size, the spectral radius from \(radiusBefore) to \(radiusAfter)"
    }
}

extension Reservoir {
    /// Adapts the recurrent weights while the reservoir is driven, each by the activity of the two units that it connects. Links neither come nor go.
    ///
    /// ```swift
    /// var esn = try Reservoir(units: 200, seed: 1)
    /// print(try esn.adaptLocally(u, rule: .antiOja, learningRate: 1e-4, epochs: 5))
    /// let fit = try esn.train(u)
    /// ```
    ///
    /// After each step every weight W_ij that is not 0 changes by the rule, with x = x_j(t − 1) and y = x_i(t) the states; one that comes to 0 on the way stays a link. The reservoir is left in its last
    /// state, and its spectral radius is what has become of it.
    ///
    /// What a rule does for a task is to be tried: of 60 units with the default bias, driven with noise for 3,000 steps, Oja's rule at a rate of 1e-3 takes the spectral radius from 0.9 to above 2 and makes
    /// all units alike; its opposite leaves both about where they were.
    ///
    /// For echo state networks: M.-H. Yusoff, J. Chrol-Cannon, Y. Jin, Information Sciences 364 (2016), doi:10.1016/j.ins.2015.11.017; G. B. Morales, C. R. Mirasso, M. C. Soriano, Neurocomputing 461
    /// (2021), doi:10.1016/j.neucom.2020.05.127.
    /// - Parameters:
    ///   - input: what drives the reservoir, from its present state, a step for each value.
    ///   - rule: how a weight changes.
    ///   - learningRate: η.
    ///   - epochs: how often the input is gone through.
    ///   - normalizesRows: whether each unit's weights are divided by the root of the sum of their squares after each step.
    /// - Returns: how much has changed.
    /// - Throws: `NeuroError` for a reservoir with another number of inputs than one, an input that is empty or not finite, an argument out of its range, a reservoir without a recurrent weight, or weights
    ///   or states that left the finite numbers (lower the rate). Nothing has changed then.
    @discardableResult
    public mutating func adaptLocally(_ input: Vector, rule: LocalRule = .antiOja, learningRate: Double = 1e-4, epochs: Int = 1, normalizesRows: Bool = false) throws -> LocalChange
    {
        try adaptLocally(
            ReservoirInput.column(input, inputs: inputs + feedback, "input"), rule: rule, learningRate: learningRate, epochs: epochs, normalizesRows: normalizesRows)
    }

    /// Adapts the recurrent weights to an input of several channels; see the form for a vector.
    @discardableResult
    public mutating func adaptLocally(_ input: Matrix, rule: LocalRule = .antiOja, learningRate: Double = 1e-4, epochs: Int = 1, normalizesRows: Bool = false) throws -> LocalChange
    {
        try check(input, "input")
        try Check.positive(learningRate, "learningRate")
        try Check.atLeast(1, epochs, "epochs")
        try rule.check()
        let (steps, isEndless) = epochs.multipliedReportingOverflow(by: input.rows)
        guard !isEndless else { throw NeuroError.invalid(name: "epochs", value: "\(epochs)", must: "so few that their steps can be counted") }
        let before = network.recurrent
        guard before.values.contains(where: { $0 != 0 }) else {
            throw NeuroError.invalid(name: "recurrent weights", value: "all 0", must: "such as a rule can change; take a spectral radius above 0")
        }
        let n = units, channels = inputs + feedback, u = input.elements, leaks = leakRates.elements
        var plastic = PlasticWeights(before, rule: rule, rate: learningRate, isNormalised: normalizesRows)
        var state = dynamic.activity, drives = [Double](repeating: 0, count: n)
        let between = max(1, 500_000 / (before.values.count + 20 * n))
        for step in 0 ..< steps {
            if step % between == 0 { try Progress.check(step, of: steps) }
            let t = step % input.rows, past = state
            plastic.multiply(past, into: &drives)
            for i in 0 ..< n {
                var drive = drives[i] + network.bias[i]
                for c in 0 ..< channels { drive += network.input[i * channels + c] * u[t * channels + c] }
                state[i] = (1 - leaks[i]) * past[i] + leaks[i] * activation.answer(to: drive)
            }
            guard plastic.learn(before: past, after: state) else {
                throw NeuroError.diverged(what: "the recurrent weights left the finite numbers after \(step + 1) steps of local plasticity; lower learningRate")
            }
        }
        let after = Network(recurrent: plastic.weights, input: network.input, bias: network.bias, precision: network.precision)
        let radii = try (Self.radius(before), Self.radius(after.recurrent))
        parameters.spectralRadius = Parameters.unknownRadius
        network = after
        dynamic.activity = state
        return LocalChange(relativeChange: plastic.relativeChange(from: before), radiusBefore: radii.0, radiusAfter: radii.1)
    }

    private static func radius(_ weights: SparseRows) throws -> Double { weights.isAcyclic ? 0 : try SpectralRadius.of(weights) }
}

extension LocalRule {
    func check() throws {
        switch self {
        case .bcm(let threshold): try Check.finite([threshold], "threshold")
        case .slidingBCM(let steps):
            guard steps.isFinite, steps >= 1 else { throw NeuroError.invalid(name: "steps", value: "\(steps)", must: "finite and at least 1") }
        case .hebb, .antiHebb, .oja, .antiOja: break
        }
    }
}

/// Recurrent weights on their way through a rule.
private struct PlasticWeights {
    private(set) var weights: SparseRows
    private let rule: LocalRule
    private let rate: Double
    private let isNormalised: Bool
    /// Which of the values are links: those that were 0 at the start are none.
    private let isLink: [Bool]
    /// Of each unit, for rules that slide.
    private var thresholds: [Double]

    init(_ weights: SparseRows, rule: LocalRule, rate: Double, isNormalised: Bool) {
        (self.weights, self.rule, self.rate, self.isNormalised) = (weights, rule, rate, isNormalised)
        isLink = weights.values.map { $0 != 0 }
        thresholds = [Double](repeating: 0, count: weights.rows)
    }

    func multiply(_ x: [Double], into y: inout [Double]) {
        x.withUnsafeBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in if let x = x.baseAddress, let y = y.baseAddress { weights.multiply(x, into: y) } }
        }
    }

    /// Changes every weight once. False if one is not finite then.
    mutating func learn(before x: [Double], after y: [Double]) -> Bool {
        var sum = 0.0
        for i in 0 ..< weights.rows {
            let links = weights.starts[i] ..< weights.starts[i + 1], y = y[i]
            // Δw = forward x + backward w.
            let forward: Double, backward: Double
            switch rule {
            case .hebb: (forward, backward) = (rate * y, 0)
            case .antiHebb: (forward, backward) = (-rate * y, 0)
            case .oja: (forward, backward) = (rate * y, -rate * y * y)
            case .antiOja: (forward, backward) = (-rate * y, rate * y * y)
            case .bcm(let threshold): (forward, backward) = (rate * y * (y - threshold), 0)
            case .slidingBCM(let steps):
                thresholds[i] += (y * y - thresholds[i]) / steps
                (forward, backward) = (rate * y * (y - thresholds[i]), 0)
            }
            var squares = 0.0
            for k in links where isLink[k] {
                weights.values[k] += forward * x[Int(weights.columns[k])] + backward * weights.values[k]
                squares += weights.values[k] * weights.values[k]
            }
            if isNormalised, squares > 0 {
                let size = squares.squareRoot()
                for k in links { weights.values[k] /= size }
            }
            sum += squares
        }
        return sum.isFinite
    }

    func relativeChange(from old: SparseRows) -> Double {
        var change = 0.0, size = 0.0
        for (a, b) in zip(old.values, weights.values) {
            change += (b - a) * (b - a)
            size += a * a
        }
        return (change / size).squareRoot()
    }
}
