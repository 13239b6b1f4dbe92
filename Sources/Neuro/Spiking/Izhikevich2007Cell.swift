import Linear

/// The cells of Izhikevich 2007, chapter 8, with the rules that single types have beside the equations of `Izhikevich2007`.
///
/// C v' = k (v − vr)(v − vt) − u + I, u' = a (b (v − vr) − u), by Euler's rule with steps of 0.25 ms in double precision, as the author's program: u takes the old v;
/// a b that depends on v, and the branch of FS, look at the new v; the peak and the reset take the new u before d is added.
/// E. M. Izhikevich, Dynamical Systems in Neuroscience (MIT Press 2007).
public enum Izhikevich2007Cell: Equatable, Sendable, CaseIterable, Codable {
    /// RS, regular spiking.
    case regularSpiking
    /// IB, intrinsically bursting.
    case intrinsicallyBursting
    /// CH, chattering.
    case chattering
    /// LTS, low-threshold spiking: the peak is 40 − 0.1 u, the reset −53 + 0.04 u, and u at most 670 after a spike.
    case lowThresholdSpiking
    /// FS, fast spiking: u' = a (U − u), U = 0 below −55 mV, else 0.025 (v + 55)³; u does not jump.
    case fastSpiking
    /// TC, thalamo-cortical: b = 15, 0 above −65 mV; the peak is 35 + 0.1 u, the reset −60 − 0.1 u.
    case thalamoCortical
    /// RTN, reticular thalamic: b = 10, 2 above −65 mV.
    case reticularThalamic

    /// The response to a current that is constant, in steps of 0.25 ms from rest. The spike of step i (from 0) has the time (i + 1) · 0.25 ms.
    ///
    /// - Parameters:
    ///   - current: the input.
    ///   - duration: how long.
    /// - Throws: `NeuroError` for a current that is not finite, or a duration that is not above 0.
    public func response(to current: Current, duration: Time) throws -> NeuronTrace {
        try Check.positive(duration.milliseconds, "duration")
        let steps = Int((duration.milliseconds / 0.25).rounded())
        return try response(to: Vector(repeating: current.picoamperes, count: max(0, steps - 1)))
    }

    /// The response to a current, in pA, one number for each step of 0.25 ms.
    ///
    /// - Throws: `NeuroError` for a current that is not finite, or a trace that leaves the finite numbers.
    public func response(to current: Vector) throws -> NeuronTrace {
        try Check.finite(current.elements, "current")
        let p = parameters, dt = 0.25
        var v = p.vr, u = 0.0
        var recorder = NeuronRecorder()
        for (i, input) in current.elements.enumerated() {
            let old = v
            v = old + dt * (p.k * (old - p.vr) * (old - p.vt) - u + input) / p.capacitance
            switch self {
            case .fastSpiking:
                let below = old + 55
                u += dt * p.a * ((v < -55 ? 0 : 0.025 * below * below * below) - u)
            case .thalamoCortical: u += dt * p.a * ((v > -65 ? 0 : 15) * (old - p.vr) - u)
            case .reticularThalamic: u += dt * p.a * ((v > -65 ? 2 : 10) * (old - p.vr) - u)
            case .regularSpiking, .intrinsicallyBursting, .chattering, .lowThresholdSpiking: u += dt * p.a * (p.b * (old - p.vr) - u)
            }
            let peak =
                switch self {
                case .lowThresholdSpiking: 40 - 0.1 * u
                case .thalamoCortical: 35 + 0.1 * u
                default: p.peak
                }
            let isStrict = self == .lowThresholdSpiking || self == .thalamoCortical
            if isStrict ? v > peak : v >= peak {
                recorder.spike(Double(i + 1) * dt)
                switch self {
                case .lowThresholdSpiking:
                    v = -53 + 0.04 * u
                    u = min(670, u + p.d)
                case .thalamoCortical:
                    v = -60 - 0.1 * u
                    u += p.d
                default:
                    v = p.c
                    u += p.d
                }
            }
            recorder.add(time: Double(i + 1) * dt, v: v, u: u, input: input)
        }
        return try recorder.trace(peak: p.peak)
    }
}

extension Izhikevich2007Cell {
    private struct Parameters {
        let capacitance, k, vr, vt, peak, a, b, c, d: Double

        init(_ capacitance: Double, _ k: Double, _ vr: Double, _ vt: Double, _ peak: Double, _ a: Double, _ b: Double, _ c: Double, _ d: Double) {
            (self.capacitance, self.k, self.vr, self.vt, self.peak) = (capacitance, k, vr, vt, peak)
            (self.a, self.b, self.c, self.d) = (a, b, c, d)
        }
    }

    private var parameters: Parameters {
        switch self {
        case .regularSpiking: Parameters(100, 0.7, -60, -40, 35, 0.03, -2, -50, 100)
        case .intrinsicallyBursting: Parameters(150, 1.2, -75, -45, 50, 0.01, 5, -56, 130)
        case .chattering: Parameters(50, 1.5, -60, -40, 25, 0.03, 1, -40, 150)
        case .lowThresholdSpiking: Parameters(100, 1, -56, -42, 40, 0.03, 8, -53, 20)
        case .fastSpiking: Parameters(20, 1, -55, -40, 25, 0.2, 0, -45, 0)
        case .thalamoCortical: Parameters(200, 1.6, -60, -50, 35, 0.01, 15, -60, 10)
        case .reticularThalamic: Parameters(40, 0.25, -65, -45, 0, 0.015, 10, -55, 50)
        }
    }
}
