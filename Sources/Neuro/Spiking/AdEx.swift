/// An adaptive exponential integrate-and-fire neuron:
/// C v' = −g (v − E) + g Δ exp((v − T)/Δ) − w + I, τw w' = a (v − E) − w; at the peak v becomes the reset and w jumps by b.
///
/// R. Brette and W. Gerstner, J. Neurophysiol. 94 (2005), doi:10.1152/jn.00686.2005; the defaults are theirs.
public struct AdEx: Equatable, Sendable, Codable {
    /// How a step is taken. What the synapses give is constant over it.
    public enum Scheme: Equatable, Sendable, Codable {
        /// v and w at once by Euler's rule.
        case euler
        /// v and w at once by the classical Runge-Kutta rule. (Above the peak the exponential is held at its value there.)
        case rk4
    }

    /// C.
    public var capacitance: Capacitance
    /// The leak conductance g.
    public var leak: Conductance
    /// The resting potential E.
    public var rest: Voltage
    /// The threshold T of the exponential.
    public var threshold: Voltage
    /// The slope factor Δ.
    public var slope: Voltage
    /// The potential at which a spike ends.
    public var peak: Voltage
    /// The potential after a spike.
    public var reset: Voltage
    /// The time constant τw of adaptation.
    public var tauAdaptation: Time
    /// The coupling a of adaptation to the potential.
    public var coupling: Conductance
    /// What a spike adds to the adaptation current.
    public var jump: Current
    /// How long the potential stays at the reset.
    public var refractory: Time
    /// How a step is taken.
    public var scheme: Scheme
    /// The kinds of synapse that the neuron has.
    public var synapses: [Synapse]

    /// A neuron of these parameters.
    public init(
        capacitance: Capacitance = 281.pF, leak: Conductance = 30.nS, rest: Voltage = -(70.6.mV), threshold: Voltage = -(50.4.mV), slope: Voltage = 2.mV,
        peak: Voltage = 20.mV, reset: Voltage = -(70.6.mV), tauAdaptation: Time = 144.ms, coupling: Conductance = 4.nS, jump: Current = 80.5.pA,
        refractory: Time = 0.ms, scheme: Scheme = .euler, synapses: [Synapse] = [.delta]
    ) {
        self.capacitance = capacitance
        self.leak = leak
        self.rest = rest
        self.threshold = threshold
        self.slope = slope
        self.peak = peak
        self.reset = reset
        self.tauAdaptation = tauAdaptation
        self.coupling = coupling
        self.jump = jump
        self.refractory = refractory
        self.scheme = scheme
        self.synapses = synapses
    }
}

extension AdEx {
    func check() throws {
        try Check.positive(capacitance.picofarads, "capacitance")
        try Check.positive(leak.nanosiemens, "leak")
        try Check.positive(slope.millivolts, "slope")
        try Check.positive(tauAdaptation.milliseconds, "tauAdaptation")
        try Check.notNegative(refractory.milliseconds, "refractory")
        try Check.finite(
            [rest.millivolts, threshold.millivolts, peak.millivolts, reset.millivolts, coupling.nanosiemens, jump.picoamperes], "a parameter of AdEx")
        guard reset < peak else { throw NeuroError.invalid(name: "reset", value: "\(reset)", must: "below the peak, \(peak)") }
    }
}
