/// What reaches each neuron of a population beside its synapses, drawn anew at each step, in the unit of the neuron's input (see `Synapse`).
public enum Noise: Equatable, Sendable, Codable {
    /// Nothing.
    case none
    /// Normal numbers of mean 0: independent for each neuron and step.
    case normal(standardDeviation: Double)
    /// Numbers evenly distributed between two values.
    case uniform(Double, Double)
    /// A current of mean 0 that forgets with the time constant, x' = −x/τ + noise, exact for the step
    /// (G. E. Uhlenbeck and L. S. Ornstein 1930, doi:10.1103/PhysRev.36.823).
    case ornsteinUhlenbeck(standardDeviation: Double, tau: Time)
    /// In each step one neuron of the population, each as likely, gets this current; the others none.
    case oneNeuron(Double)
}

extension Noise {
    func check() throws {
        switch self {
        case .none: break
        case .normal(let deviation): try Check.notNegative(deviation, "standardDeviation")
        case .uniform(let low, let high):
            try Check.finite([low, high], "noise")
            guard low <= high else { throw NeuroError.invalid(name: "noise", value: "uniform(\(low), \(high))", must: "ascending") }
        case .ornsteinUhlenbeck(let deviation, let tau):
            try Check.notNegative(deviation, "standardDeviation")
            try Check.positive(tau.milliseconds, "tau")
        case .oneNeuron(let current): try Check.finite([current], "noise")
        }
    }
}

/// Spikes of Poisson processes of their own for each neuron, all of one rate and weight.
struct PoissonInput: Sendable, Codable {
    let range: Range<Int>
    let synapse: Int
    let weight: Float
    let rate: Double
    let number: Int
    /// `thresholds[k]` is the probability of at most k spikes in a step, in units of 2^-32.
    let thresholds: Buffer<UInt32>

    init(range: Range<Int>, synapse: Int, weight: Double, rate: Frequency, dt: Double, number: Int) throws {
        try Check.notNegative(rate.hertz, "rate")
        try Check.finite([weight], "weight")
        let mean = rate.hertz * dt / 1000
        guard mean <= 500 else { throw NeuroError.invalid(name: "rate", value: "\(rate)", must: "at most 500 spikes in a step of \(dt) ms") }
        self.range = range
        self.synapse = synapse
        self.weight = Float(weight)
        self.rate = rate.hertz
        self.number = number
        var values: [UInt32] = []
        var term = Elementary.exp(-mean), sum = term, k = 0.0
        while sum < 1 - 0x1p-33, values.count < 2000 {
            values.append(UInt32(min(sum * 0x1p32, 0x1p32 - 1)))
            k += 1
            term *= mean / k
            sum += term
            if term < 0x1p-40, k > mean { break }
        }
        thresholds = Buffer(values)
    }
}
