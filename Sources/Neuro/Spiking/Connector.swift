import Linear

/// Which neurons of two populations are connected.
public enum Connector: Equatable, Sendable, Codable {
    /// Every source to every target.
    case allToAll
    /// The first source to the first target, the second to the second, and so on.
    case oneToOne
    /// Each pair with this probability, independently.
    case probability(Double)
    /// So many sources for each target.
    case inDegree(Int)
    /// So many targets for each source.
    case outDegree(Int)
    /// A pair with probability peak · exp(−d²/2σ²), d the distance of the two on a ring on which each population is spread evenly, whole round 1.
    case distance(peak: Double, sigma: Double)
    /// The pairs given: connection k goes from source `sources[k]` to target `targets[k]`, both counted from the first of their population.
    case pairs(sources: [Int], targets: [Int])
}

/// How strong connections are, or how the strengths are drawn. See `Synapse` for their unit.
public enum Weights: Equatable, Sendable, Codable {
    /// All the same; stored once.
    case constant(Double)
    /// Evenly distributed between two values.
    case uniform(Double, Double)
    /// Normally distributed; a weight that would have another sign than the mean is 0 (Dale's law).
    case normal(mean: Double, standardDeviation: Double)
    /// One number for each connection, in the order of `Connector.pairs`; for other connectors target after target, sources ascending.
    case values(Vector)
}

/// How long spikes take to their targets. A delay is rounded to steps, and at least one step.
public enum Delays: Equatable, Sendable, Codable {
    /// All the same; stored once.
    case constant(Time)
    /// The steps between two times, both included, each as likely; at most 255 steps.
    case uniform(Time, Time)
    /// The steps between two times, both included, shared out over the synapses of each source in the order in which they are drawn, so that each step has as many
    /// (100 synapses and 1 to 20 ms: five for each ms). For `outDegree` only; at most 255 steps.
    case even(Time, Time)
    /// In ms, one for each connection in the order of `Weights.values`; at most 255 steps.
    case values(Vector)
}

extension Weights {
    /// How many values were given one by one.
    var given: Int? { if case .values(let values) = self { values.count } else { nil } }
}

extension Delays {
    /// How many values were given one by one.
    var given: Int? { if case .values(let values) = self { values.count } else { nil } }
}
