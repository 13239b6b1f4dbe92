/// What the weights that arrive at a neuron do to it.
///
/// A population has a list of these; `connect(…, synapse: 1)` sends to the second. Current synapses (`delta`, `exponential`, `alpha`, `doubleExponential`)
/// have weights in what the neuron takes as input: mV for `LIF` (the current times the membrane's resistance), pA for `AdEx` and `Izhikevich2007`, the
/// model's own unit for `Izhikevich`. Conductance synapses have weights in nS (`Izhikevich`: its own unit per mV).
public enum Synapse: Equatable, Sendable, Codable {
    /// The potential of a `LIF`, `AdEx` or `Izhikevich2007` neuron jumps by the weight; for `Izhikevich`, the weight is a current that lasts one step.
    case delta
    /// A current that jumps by the weight and decays: I' = −I/τ.
    case exponential(tau: Time)
    /// A current w (t/τ) exp(1 − t/τ), which peaks at the weight after τ.
    case alpha(tau: Time)
    /// A current that rises and decays, w n (exp(−t/τd) − exp(−t/τr)), with n such that it peaks at the weight.
    case doubleExponential(rise: Time, decay: Time)
    /// A conductance that jumps by the weight and decays; the current is g (E − v).
    case conductance(tau: Time, reversal: Voltage)
    /// A conductance w (t/τ) exp(1 − t/τ).
    case alphaConductance(tau: Time, reversal: Voltage)
    /// A conductance that rises and decays and peaks at the weight.
    case doubleExponentialConductance(rise: Time, decay: Time, reversal: Voltage)
    /// An NMDA conductance that rises and decays, divided by 1 + [Mg]/3.57 · exp(−0.062 v), with [Mg] in mM
    /// (C. E. Jahr and C. F. Stevens 1990, doi:10.1523/JNEUROSCI.10-09-03178.1990).
    case magnesiumConductance(rise: Time, decay: Time, reversal: Voltage, magnesium: Double)

    /// AMPA: a conductance of decay 5 ms, reversal 0 mV.
    public static var ampa: Synapse { .conductance(tau: 5.ms, reversal: 0.mV) }
    /// NMDA: rise 2 ms, decay 100 ms, reversal 0 mV, 1 mM magnesium.
    public static var nmda: Synapse { .magnesiumConductance(rise: 2.ms, decay: 100.ms, reversal: 0.mV, magnesium: 1) }
    /// GABA-A: a conductance of decay 6 ms, reversal −70 mV.
    public static var gabaA: Synapse { .conductance(tau: 6.ms, reversal: -(70.mV)) }
    /// GABA-B: rise 30 ms, decay 150 ms, reversal −90 mV.
    public static var gabaB: Synapse { .doubleExponentialConductance(rise: 30.ms, decay: 150.ms, reversal: -(90.mV)) }
}

extension Synapse {
    var isConductance: Bool {
        switch self {
        case .delta, .exponential, .alpha, .doubleExponential: false
        case .conductance, .alphaConductance, .doubleExponentialConductance, .magnesiumConductance: true
        }
    }

    /// The two linear variables of CKernels/spiking.h for steps of `dt` ms, and how they act: x1 <- d1 x1 + m x2 + j1 a, x2 <- d2 x2 + j2 a, g = s1 x1 + s2 x2.
    struct Propagator {
        var d1 = 0.0, d2 = 0.0, m = 0.0, j1 = 1.0, j2 = 0.0, s1 = 1.0, s2 = 0.0
        var reversal = 0.0, magnesium = 0.0
        /// The time constants of x1 and x2.
        var tau1 = 0.0, tau2 = 0.0
        var isAlpha = false
        var hasSecond: Bool { s2 != 0 || isAlpha }
    }

    func propagator(dt: Double) -> Propagator {
        switch self {
        case .delta: return Propagator()
        case .exponential(let tau): return single(tau, dt)
        case .alpha(let tau): return alpha(tau, dt)
        case .doubleExponential(let rise, let decay): return double(rise, decay, dt)
        case .conductance(let tau, let reversal): return with(single(tau, dt), reversal)
        case .alphaConductance(let tau, let reversal): return with(alpha(tau, dt), reversal)
        case .doubleExponentialConductance(let rise, let decay, let reversal): return with(double(rise, decay, dt), reversal)
        case .magnesiumConductance(let rise, let decay, let reversal, let magnesium):
            var result = with(double(rise, decay, dt), reversal)
            result.magnesium = magnesium / 3.57
            return result
        }
    }

    private func with(_ propagator: Propagator, _ reversal: Voltage) -> Propagator {
        var result = propagator
        result.reversal = reversal.millivolts
        return result
    }

    private func single(_ tau: Time, _ dt: Double) -> Propagator {
        Propagator(d1: Elementary.exp(-dt / tau.milliseconds), tau1: tau.milliseconds)
    }

    // g' = -g/τ + h, h' = -h/τ, h jumps by e w / τ: g(t) = w (t/τ) e^(1 - t/τ).
    private func alpha(_ tau: Time, _ dt: Double) -> Propagator {
        let t = tau.milliseconds, d = Elementary.exp(-dt / t)
        return Propagator(d1: d, d2: d, m: d * dt, j1: 0, j2: 2.718281828459045 / t, tau1: t, tau2: t, isAlpha: true)
    }

    private func double(_ rise: Time, _ decay: Time, _ dt: Double) -> Propagator {
        let r = rise.milliseconds, d = decay.milliseconds
        let peak = Elementary.log(d / r) * r * d / (d - r)
        let norm = 1 / (Elementary.exp(-peak / d) - Elementary.exp(-peak / r))
        return Propagator(d1: Elementary.exp(-dt / d), d2: Elementary.exp(-dt / r), j1: norm, j2: norm, s1: 1, s2: -1, tau1: d, tau2: r)
    }

    func check() throws {
        func positive(_ time: Time, _ name: String) throws { try Check.positive(time.milliseconds, name) }
        func finite(_ voltage: Voltage) throws { try Check.finite([voltage.millivolts], "reversal") }
        switch self {
        case .delta: break
        case .exponential(let tau), .alpha(let tau): try positive(tau, "tau")
        case .conductance(let tau, let reversal), .alphaConductance(let tau, let reversal):
            try positive(tau, "tau")
            try finite(reversal)
        case .doubleExponential(let rise, let decay): try check(rise, decay)
        case .doubleExponentialConductance(let rise, let decay, let reversal):
            try check(rise, decay)
            try finite(reversal)
        case .magnesiumConductance(let rise, let decay, let reversal, let magnesium):
            try check(rise, decay)
            try finite(reversal)
            try Check.notNegative(magnesium, "magnesium")
        }
    }

    private func check(_ rise: Time, _ decay: Time) throws {
        try Check.positive(rise.milliseconds, "rise")
        guard decay > rise, decay.milliseconds.isFinite else {
            throw NeuroError.invalid(name: "decay", value: "\(decay)", must: "longer than the rise, \(rise)")
        }
    }
}
