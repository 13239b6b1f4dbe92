import Linear

/// The distribution that intrinsic plasticity brings each unit's activity to.
public enum IntrinsicTarget: Equatable, Sendable, Codable {
    /// Normal, for tanh units (B. Schrauwen et al., Neurocomputing 71 (2008), doi:10.1016/j.neucom.2007.12.020).
    case normal(mean: Double = 0, standardDeviation: Double = 0.2)
    /// Exponential, for logistic units (J. Triesch, ICANN 2005, doi:10.1007/11550822_11): most units are silent most of the time.
    case exponential(mean: Double = 0.2)
}

/// What intrinsic plasticity made of the units.
public struct IntrinsicChange: Equatable, Sendable, Codable, CustomStringConvertible {
    /// a, what each unit's drive is multiplied by.
    public let gains: Vector
    /// What was added to each unit's bias after that.
    public let biases: Vector

    /// The change in one line.
    public var description: String {
        "intrinsic plasticity of \(gains.count) units: gains \(gains.elements.min() ?? 1) to \(gains.elements.max() ?? 1), biases \(biases.elements.min() ?? 0) to \(biases.elements.max() ?? 0)"
    }
}

extension Reservoir {
    /// Adapts the gain and the bias of each unit while the reservoir is driven, so that its activity becomes distributed as the target says, which carries most information for its mean or variance.
    ///
    /// Unit i answers y = f(a x + b), x its drive. After each step, for a normal target of mean μ and standard deviation σ,
    /// Δb = −η (−μ/σ² + (y/σ²)(2σ² + 1 − y² + μ y)), for an exponential one of mean μ, Δb = η (1 − (2 + 1/μ) y + y²/μ), and Δa = η/a + Δb x in both. What they came to is then
    /// in the weights: row i of W, Win and the bias are multiplied by a, and b is added to the bias. The spectral radius changes with it.
    ///
    /// - Parameters:
    ///   - input: what drives the reservoir, from its present state, a step for each value.
    ///   - target: the distribution; normal for tanh, exponential for logistic units.
    ///   - learningRate: η.
    ///   - epochs: how often the input is gone through.
    /// - Returns: the gains and biases.
    /// - Throws: `NeuroError` for other units than the target is for, a reservoir with another number of inputs than one, an input that is empty or not finite, or gains that did not stay positive
    ///   and finite (lower the rate). Nothing has changed then.
    @discardableResult
    public mutating func adaptIntrinsically(_ input: Vector, target: IntrinsicTarget = .normal(), learningRate: Double = 5e-4, epochs: Int = 1) throws -> IntrinsicChange {
        try adaptIntrinsically(ReservoirInput.column(input, inputs: inputs + feedback, "input"), target: target, learningRate: learningRate, epochs: epochs)
    }

    /// Adapts the gain and the bias of each unit to an input of several channels; see the form for a vector.
    @discardableResult
    public mutating func adaptIntrinsically(_ input: Matrix, target: IntrinsicTarget = .normal(), learningRate: Double = 5e-4, epochs: Int = 1) throws -> IntrinsicChange {
        try check(input, "input")
        try Check.positive(learningRate, "learningRate")
        try Check.atLeast(1, epochs, "epochs")
        switch target {
        case .normal(let mean, let deviation):
            try Check.finite([mean], "mean")
            try Check.positive(deviation, "standardDeviation")
            guard activation == .tanh else { throw NeuroError.invalid(name: "target", value: "normal", must: "exponential for logistic units; there is none for .\(activation)") }
        case .exponential(let mean):
            try Check.positive(mean, "mean")
            guard activation == .logistic else { throw NeuroError.invalid(name: "target", value: "exponential", must: "normal for tanh units; there is none for .\(activation)") }
        }
        let (steps, isEndless) = epochs.multipliedReportingOverflow(by: input.rows)
        guard !isEndless else { throw NeuroError.invalid(name: "epochs", value: "\(epochs)", must: "so few that their steps can be counted") }
        let n = units, channels = inputs + feedback, rows = input.rows, leaks = leakRates.elements
        var gains = [Double](repeating: 1, count: n), biases = [Double](repeating: 0, count: n), drives = biases, sums = biases, state = dynamic.activity
        let between = max(1, 1_000_000 / (network.recurrent.values.count + 20 * n))
        for step in 0 ..< steps {
            if step % between == 0 { try Progress.check(step, of: steps) }
            let t = step % rows
            state.withUnsafeBufferPointer { x in
                drives.withUnsafeMutableBufferPointer { y in if let x = x.baseAddress, let y = y.baseAddress { network.recurrent.multiply(x, into: y) } }
            }
            for i in 0 ..< n {
                drives[i] += network.bias[i]
                for c in 0 ..< channels { drives[i] += network.input[i * channels + c] * input.elements[t * channels + c] }
                sums[i] = gains[i] * drives[i] + biases[i]
            }
            for i in 0 ..< n {
                let y = activation == .tanh ? Elementary.tanh(sums[i]) : 1 / (1 + Elementary.exp(-sums[i]))
                state[i] = (1 - leaks[i]) * state[i] + leaks[i] * y
                let change: Double
                switch target {
                case .normal(let mean, let deviation):
                    let variance = deviation * deviation
                    change = -learningRate * (-mean / variance + y / variance * (2 * variance + 1 - y * y + mean * y))
                case .exponential(let mean): change = learningRate * (1 - (2 + 1 / mean) * y + y * y / mean)
                }
                biases[i] += change
                gains[i] += learningRate / gains[i] + change * drives[i]
                guard gains[i] > 0, gains[i].isFinite, biases[i].isFinite else {
                    throw NeuroError.diverged(what: "the gain of unit \(i) became \(gains[i]) after \(step + 1) steps of intrinsic plasticity; lower learningRate")
                }
            }
        }
        var recurrent = network.recurrent
        for i in 0 ..< n { for k in recurrent.starts[i] ..< recurrent.starts[i + 1] { recurrent.values[k] *= gains[i] } }
        let weights = network.input.indices.map { network.input[$0] * gains[$0 / channels] }
        let after = Network(recurrent: recurrent, input: weights, bias: (0 ..< n).map { gains[$0] * network.bias[$0] + biases[$0] }, precision: network.precision)
        parameters.spectralRadius = Parameters.unknownRadius
        network = after
        dynamic.activity = state
        return IntrinsicChange(gains: Vector(gains), biases: Vector(biases))
    }
}
