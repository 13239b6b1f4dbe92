import Linear

/// The firing patterns of Izhikevich 2004, figure 1, and the cell types of Izhikevich 2003, figure 2, each with its published parameters and stimulus.
///
/// ```swift
/// let trace = try IzhikevichPattern.tonicBursting.run()
/// plot(trace.vWithSpikes)
/// ```
///
/// The order of operations is that of the author's program (`Izhikevich.Scheme.published2004`, double precision); spikes are exact on its grid.
/// doi:10.1109/TNN.2004.832719, doi:10.1109/TNN.2003.820440; parameters as in ModelDB 39948.
public enum IzhikevichPattern: Equatable, Sendable, CaseIterable, Codable {
    /// 2004, A.
    case tonicSpiking
    /// 2004, B.
    case phasicSpiking
    /// 2004, C.
    case tonicBursting
    /// 2004, D.
    case phasicBursting
    /// 2004, E.
    case mixedMode
    /// 2004, F.
    case spikeFrequencyAdaptation
    /// 2004, G.
    case class1Excitable
    /// 2004, H.
    case class2Excitable
    /// 2004, I.
    case spikeLatency
    /// 2004, J.
    case subthresholdOscillation
    /// 2004, K.
    case resonator
    /// 2004, L.
    case integrator
    /// 2004, M.
    case reboundSpike
    /// 2004, N.
    case reboundBurst
    /// 2004, O.
    case thresholdVariability
    /// 2004, P.
    case bistability
    /// 2004, Q.
    case depolarisingAfterPotential
    /// 2004, R.
    case accommodation
    /// 2004, S.
    case inhibitionInducedSpiking
    /// 2004, T.
    case inhibitionInducedBursting
    /// 2003, RS.
    case regularSpiking2003
    /// 2003, IB.
    case intrinsicallyBursting2003
    /// 2003, CH.
    case chattering2003
    /// 2003, FS.
    case fastSpiking2003
    /// 2003, TC at rest.
    case thalamoCortical2003
    /// 2003, TC released from hyperpolarisation.
    case thalamoCorticalBurst2003
    /// 2003, RZ.
    case resonator2003
    /// 2003, LTS.
    case lowThresholdSpiking2003

    /// The neuron.
    public var cell: Izhikevich {
        let p = parameters
        return Izhikevich(a: p.a, b: p.b, c: p.c, d: p.d, peak: 30, scheme: .published2004)
    }

    /// The time step of the published program.
    public var timeStep: Time { parameters.dt.ms }
    /// How long the stimulus is.
    public var duration: Time { parameters.duration.ms }

    /// The input at each step: k · dt for k = 0, 1, … up to and including the duration.
    public var stimulus: Vector {
        let p = parameters
        let steps = Int((p.duration / p.dt).rounded())
        return Vector((0 ... steps).map { current(Double($0) * p.dt) })
    }

    /// Runs the neuron with its stimulus.
    public func run() throws -> NeuronTrace {
        let p = parameters
        var equations = IzhikevichEquations(cell: cell)
        if self == .class1Excitable || self == .integrator { (equations.linear, equations.constant) = (4.1, 108) }
        if self == .accommodation { equations.accommodation = -65 }
        let u0 = self == .accommodation ? -16 : p.b * p.v0
        return try equations.run(stimulus.elements, dt: p.dt, v: p.v0, u: u0)
    }
}

extension IzhikevichPattern {
    private struct Parameters {
        let a, b, c, d, v0, dt, duration: Double

        init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ v0: Double, _ dt: Double, _ duration: Double) {
            (self.a, self.b, self.c, self.d, self.v0, self.dt, self.duration) = (a, b, c, d, v0, dt, duration)
        }
    }

    private var parameters: Parameters {
        switch self {
        case .tonicSpiking: Parameters(0.02, 0.2, -65, 6, -70, 0.25, 100)
        case .phasicSpiking: Parameters(0.02, 0.25, -65, 6, -64, 0.25, 200)
        case .tonicBursting: Parameters(0.02, 0.2, -50, 2, -70, 0.25, 220)
        case .phasicBursting: Parameters(0.02, 0.25, -55, 0.05, -64, 0.2, 200)
        case .mixedMode: Parameters(0.02, 0.2, -55, 4, -70, 0.25, 160)
        case .spikeFrequencyAdaptation: Parameters(0.01, 0.2, -65, 8, -70, 0.25, 85)
        case .class1Excitable: Parameters(0.02, -0.1, -55, 6, -60, 0.25, 300)
        case .class2Excitable: Parameters(0.2, 0.26, -65, 0, -64, 0.25, 300)
        case .spikeLatency: Parameters(0.02, 0.2, -65, 6, -70, 0.2, 100)
        case .subthresholdOscillation: Parameters(0.05, 0.26, -60, 0, -62, 0.25, 200)
        case .resonator: Parameters(0.1, 0.26, -60, -1, -62, 0.25, 400)
        case .integrator: Parameters(0.02, -0.1, -55, 6, -60, 0.25, 100)
        case .reboundSpike: Parameters(0.03, 0.25, -60, 4, -64, 0.2, 200)
        case .reboundBurst: Parameters(0.03, 0.25, -52, 0, -64, 0.2, 200)
        case .thresholdVariability: Parameters(0.03, 0.25, -60, 4, -64, 0.25, 100)
        case .bistability: Parameters(0.1, 0.26, -60, 0, -61, 0.25, 300)
        case .depolarisingAfterPotential: Parameters(1, 0.2, -60, -21, -70, 0.1, 50)
        case .accommodation: Parameters(0.02, 1, -55, 4, -65, 0.5, 400)
        case .inhibitionInducedSpiking: Parameters(-0.02, -1, -60, 8, -63.8, 0.5, 350)
        case .inhibitionInducedBursting: Parameters(-0.026, -1, -45, -2, -63.8, 0.5, 350)
        case .regularSpiking2003: Parameters(0.02, 0.2, -65, 8, -63, 0.25, 150)
        case .intrinsicallyBursting2003: Parameters(0.02, 0.2, -55, 4, -70, 0.25, 150)
        case .chattering2003: Parameters(0.02, 0.2, -50, 2, -70, 0.25, 150)
        case .fastSpiking2003: Parameters(0.1, 0.2, -65, 2, -70, 0.25, 150)
        case .thalamoCortical2003: Parameters(0.02, 0.25, -65, 0.05, -63, 0.25, 150)
        case .thalamoCorticalBurst2003: Parameters(0.02, 0.25, -65, 0.05, -87, 0.25, 150)
        case .resonator2003: Parameters(0.1, 0.26, -65, 2, -70, 0.25, 100)
        case .lowThresholdSpiking2003: Parameters(0.02, 0.25, -65, 2, -63, 0.25, 250)
        }
    }

    /// The input at a time. Windows are open: the published comparisons are strict.
    private func current(_ t: Double) -> Double {
        func on(_ value: Double, _ from: Double, _ to: Double) -> Double { t > from && t < to ? value : 0 }
        func after(_ value: Double, _ from: Double) -> Double { t > from ? value : 0 }
        switch self {
        case .tonicSpiking: return after(14, 10)
        case .phasicSpiking: return after(0.5, 20)
        case .tonicBursting: return after(15, 22)
        case .phasicBursting: return after(0.6, 20)
        case .mixedMode: return after(10, 16)
        case .spikeFrequencyAdaptation: return after(30, 8.5)
        case .class1Excitable: return after(0.075 * (t - 30), 30)
        case .class2Excitable: return -0.5 + after(0.015 * (t - 30), 30)
        case .spikeLatency: return on(7.04, 10, 13)
        case .subthresholdOscillation: return on(2, 20, 25)
        case .resonator: return [40.0, 60, 280, 320].reduce(0) { $0 + on(0.65, $1, $1 + 4) }
        case .integrator: return [100.0 / 11, 100.0 / 11 + 5, 70, 80].reduce(0) { $0 + on(9, $1, $1 + 2) }
        case .reboundSpike, .reboundBurst: return on(-15, 20, 25)
        case .thresholdVariability: return on(1, 10, 15) + on(-6, 70, 75) + on(1, 80, 85)
        case .bistability: return 0.24 + on(1, 37.5, 42.5) + on(1, 216, 221)
        case .depolarisingAfterPotential: return abs(t - 10) < 1 ? 20 : 0
        case .accommodation: return t < 200 ? t / 25 : t < 300 ? 0 : t < 312.5 ? (t - 300) / 12.5 * 4 : 0
        case .inhibitionInducedSpiking, .inhibitionInducedBursting: return t < 50 || t > 250 ? 80 : 75
        case .regularSpiking2003: return after(14, 15)
        case .intrinsicallyBursting2003: return after(11, 15)
        case .chattering2003, .fastSpiking2003: return after(10, 15)
        case .thalamoCortical2003: return after(1.5, 30)
        case .thalamoCorticalBurst2003: return t > 45 ? 0 : -25
        case .resonator2003: return t > 60 && t < 65 ? 10 : t > 10 ? -0.5 : -2
        case .lowThresholdSpiking2003: return after(10, 25)
        }
    }
}
