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
