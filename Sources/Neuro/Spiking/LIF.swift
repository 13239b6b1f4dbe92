/// A leaky integrate-and-fire neuron: τ v' = −(v − E) + input; at the threshold it spikes, and its potential rests at the reset for the refractory time.
///
/// With current and delta synapses a step is exact (the propagator of the linear equations; S. Rotter and M. Diesmann 1999, doi:10.1007/s004220050570):
/// y = v − E becomes y e^(−dt/τ) + Σ k g, k = τg/(τg − τ) · (e^(−dt/τg) − e^(−dt/τ)), and what arrives is added at the end of the step.
/// With conductance synapses the conductances are held constant over a step, and v relaxes exponentially to the equilibrium they give.
/// What arrives during the refractory time by a delta synapse is lost; the other synapses go on.
public struct LIF: Equatable, Sendable, Codable {
    /// The membrane's time constant τ.
    public var tau: Time
    /// The resting potential E, towards which the membrane leaks.
    public var rest: Voltage
    /// The potential at which the neuron spikes.
    public var threshold: Voltage
    /// The potential after a spike.
    public var reset: Voltage
    /// How long the potential stays at the reset.
    public var refractory: Time
    /// The capacitance, which says what a nS or a pA does: the leak is C/τ. Not used by current and delta synapses.
    public var capacitance: Capacitance
    /// The kinds of synapse that the neuron has.
    public var synapses: [Synapse]

    /// A neuron of these parameters.
    public init(
        tau: Time = 20.ms, rest: Voltage = -(65.mV), threshold: Voltage = -(50.mV), reset: Voltage = -(65.mV), refractory: Time = 2.ms,
        capacitance: Capacitance = 200.pF, synapses: [Synapse] = [.delta]
    ) {
        self.tau = tau
        self.rest = rest
        self.threshold = threshold
        self.reset = reset
        self.refractory = refractory
        self.capacitance = capacitance
        self.synapses = synapses
    }
}

extension LIF {
    func check() throws {
        try Check.positive(tau.milliseconds, "tau")
        try Check.positive(capacitance.picofarads, "capacitance")
        try Check.notNegative(refractory.milliseconds, "refractory")
        try Check.finite([rest.millivolts, threshold.millivolts, reset.millivolts], "rest, threshold or reset")
        guard reset < threshold else { throw NeuroError.invalid(name: "reset", value: "\(reset)", must: "below the threshold, \(threshold)") }
    }
}
