/// Izhikevich's neuron of 2003: v' = 0.04 v² + 5 v + 140 − u + I, u' = a (b v − u); at the peak v becomes c and u grows by d.
///
/// E. M. Izhikevich, IEEE Trans. Neural Networks 14 (2003), doi:10.1109/TNN.2003.820440. Time is in ms and v in mV; u and I have the units that follow.
/// The order in which a step does its work is part of the model, see `Scheme`.
public struct Izhikevich: Equatable, Sendable, Codable {
    /// The orders of operation that have been published, and the one that converges. All take the time step of the run.
    public enum Scheme: Equatable, Sendable, Codable {
        /// v by two half steps, then u with the new v over the whole step; spikes are looked for at v ≥ peak. The networks of 2003 and 2006, with steps of 1 ms.
        case published2003
        /// v by Euler's rule, then u with the new v; a spike is v > peak. The single cells of 2004.
        case published2004
        /// v and u at once by Euler's rule; a spike is v ≥ peak. Converges to the equations as the step goes to 0.
        case euler
        /// v and u at once by the classical Runge-Kutta rule; a spike is v ≥ peak.
        case rk4
    }

    /// How fast u recovers.
    public var a: Double
    /// How u depends on v.
    public var b: Double
    /// v after a spike.
    public var c: Double
    /// What a spike adds to u.
    public var d: Double
    /// v at which a spike is told.
    public var peak: Double
    /// The order of operations.
    public var scheme: Scheme
    /// The kinds of synapse that the neuron has.
    public var synapses: [Synapse]

    /// A neuron of these parameters; by default a regular spiking one.
    public init(
        a: Double = 0.02, b: Double = 0.2, c: Double = -65, d: Double = 8, peak: Double = 30, scheme: Scheme = .published2003, synapses: [Synapse] = [.delta]
    ) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.peak = peak
        self.scheme = scheme
        self.synapses = synapses
    }

    /// Regular spiking.
    public static var regularSpiking: Izhikevich { Izhikevich() }
    /// Intrinsically bursting.
    public static var intrinsicallyBursting: Izhikevich { Izhikevich(c: -55, d: 4) }
    /// Chattering.
    public static var chattering: Izhikevich { Izhikevich(c: -50, d: 2) }
    /// Fast spiking.
    public static var fastSpiking: Izhikevich { Izhikevich(a: 0.1, d: 2) }
    /// Low-threshold spiking.
    public static var lowThresholdSpiking: Izhikevich { Izhikevich(b: 0.25, d: 2) }
    /// Thalamo-cortical.
    public static var thalamoCortical: Izhikevich { Izhikevich(b: 0.25, d: 0.05) }
    /// Resonator.
    public static var resonator: Izhikevich { Izhikevich(a: 0.1, b: 0.26, d: 2) }
}

extension Izhikevich {
    func check() throws {
        try Check.finite([a, b, c, d, peak], "a, b, c, d or peak")
        guard c < peak else { throw NeuroError.invalid(name: "c", value: "\(c)", must: "below the peak, \(peak)") }
    }
}

/// Izhikevich's neuron of 2007: C v' = k (v − vr)(v − vt) − u + I, u' = a (b (v − vr) − u); at the peak v becomes c and u grows by d.
///
/// E. M. Izhikevich, Dynamical Systems in Neuroscience (MIT Press 2007), chapter 8. Units are ms, mV, pA, pF.
public struct Izhikevich2007: Equatable, Sendable, Codable {
    /// How a step is taken. What the synapses give is constant over it.
    public enum Scheme: Equatable, Sendable, Codable {
        /// The published one, Euler's: u takes the old v.
        case published2007
        /// v and u at once by the classical Runge-Kutta rule.
        case rk4
    }

    /// C.
    public var capacitance: Capacitance
    /// The gain k.
    public var k: Double
    /// The resting potential vr.
    public var rest: Voltage
    /// The threshold vt.
    public var threshold: Voltage
    /// v at which a spike is told.
    public var peak: Voltage
    /// How fast u recovers, per ms.
    public var a: Double
    /// How u depends on v, in pA per mV.
    public var b: Double
    /// v after a spike.
    public var c: Voltage
    /// What a spike adds to u.
    public var d: Current
    /// How a step is taken.
    public var scheme: Scheme
    /// The kinds of synapse that the neuron has.
    public var synapses: [Synapse]

    /// A neuron of these parameters; by default a regular spiking one.
    public init(
        capacitance: Capacitance = 100.pF, k: Double = 0.7, rest: Voltage = -(60.mV), threshold: Voltage = -(40.mV), peak: Voltage = 35.mV, a: Double = 0.03,
        b: Double = -2, c: Voltage = -(50.mV), d: Current = 100.pA, scheme: Scheme = .published2007, synapses: [Synapse] = [.delta]
    ) {
        self.capacitance = capacitance
        self.k = k
        self.rest = rest
        self.threshold = threshold
        self.peak = peak
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.scheme = scheme
        self.synapses = synapses
    }
}

extension Izhikevich2007 {
    func check() throws {
        try Check.positive(capacitance.picofarads, "capacitance")
        try Check.finite([k, rest.millivolts, threshold.millivolts, peak.millivolts, a, b, c.millivolts, d.picoamperes], "a parameter of Izhikevich2007")
        guard c < peak else { throw NeuroError.invalid(name: "c", value: "\(c)", must: "below the peak, \(peak)") }
    }
}
