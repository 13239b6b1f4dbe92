import Linear

extension NeuronTrace {
    /// The membrane potential over time with each spike drawn up to its peak, as `plot` shows it.
    public var potential: TimeCourse { get throws { try TimeCourse(times: times, values: vWithSpikes, quantity: "membrane potential", unit: "mV") } }

    /// The recovery variable over time.
    public var recovery: TimeCourse { get throws { try TimeCourse(times: times, values: u, quantity: "recovery variable u") } }
}
