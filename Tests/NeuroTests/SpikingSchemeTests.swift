import Linear
import Neuro
import Testing

/// Converged schemes and synapses against integrations in double precision with steps so small that they count as exact.
struct SpikingSchemeTests {
    /// The classical rule for any equations.
    private func integrate(_ state: [Double], steps: Int, dt: Double, _ slope: (Double, [Double]) -> [Double]) -> [Double] {
        var y = state
        for k in 0 ..< steps {
            let t = Double(k) * dt
            func moved(_ d: [Double], _ h: Double) -> [Double] { zip(y, d).map { $0 + h * $1 } }
            let k1 = slope(t, y), k2 = slope(t + dt / 2, moved(k1, dt / 2)), k3 = slope(t + dt / 2, moved(k2, dt / 2)), k4 = slope(t + dt, moved(k3, dt))
            for i in y.indices { y[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) }
        }
        return y
    }

    private func exponential(_ x: Double) -> Double {
        if x < -1 {
            let half = exponential(x / 2)
            return half * half
        }
        if x > 1 { return 1 / exponential(-x) }
        return (0 ..< 40).reduce((1.0, 0.0)) { state, k in (state.0 * x / Double(k + 1), state.1 + state.0) }.1
    }

    @Test func rungeKuttaInNetworksIsExactBelowTheSpike() throws {
        var net = try SpikingNetwork(dt: 0.25.ms)
        let first = try net.add(3, Izhikevich(scheme: .rk4)), second = try net.add(3, Izhikevich2007(scheme: .rk4)), third = try net.add(3, AdEx(scheme: .rk4))
        try net.set(.current, of: first, to: 3)
        try net.set(.current, of: second, to: 40)
        try net.set(.current, of: third, to: 400)
        try net.run(50.ms)
        let a = integrate([-65, -13], steps: 20_000, dt: 0.0025) { _, y in [0.04 * y[0] * y[0] + 5 * y[0] + 140 - y[1] + 3, 0.02 * (0.2 * y[0] - y[1])] }
        let b = integrate([-60, 0], steps: 20_000, dt: 0.0025) { _, y in [(0.7 * (y[0] + 60) * (y[0] + 40) - y[1] + 40) / 100, 0.03 * (-2 * (y[0] + 60) - y[1])] }
        let c = integrate([-70.6, 0], steps: 20_000, dt: 0.0025) { _, y in
            [(-30 * (y[0] + 70.6) + 60 * exponential((y[0] + 50.4) / 2) - y[1] + 400) / 281, (4 * (y[0] + 70.6) - y[1]) / 144]
        }
        // Single precision over 200 steps: some units in the last place of 70.
        for (population, expected) in [(first, a), (second, b), (third, c)] {
            #expect(abs(try net.get(.v, of: population)[1] - expected[0]) < 3e-4)
            #expect(abs(try net.get(.u, of: population)[1] - expected[1]) < 3e-4)
        }
    }

    @Test func rungeKuttaInNetworksSpikesAsInDoublePrecision() throws {
        for dt in [0.1, 0.05] {
            var net = try SpikingNetwork(dt: dt.ms)
            let cells = try net.add(1, Izhikevich(scheme: .rk4))
            try net.addCurrent(to: cells, .step(14, from: 15.ms, to: 200.ms))
            try net.run(150.ms)
            let current = try Waveform.step(14, from: 15.ms, to: 200.ms).sampled(every: dt.ms, for: 150.ms)
            let trace = try Izhikevich(scheme: .rk4).response(to: current, dt: dt.ms)
            let times = try net.spikes(of: cells).times.elements
            #expect(times.count == trace.spikeTimes.count && times.count > 3)
            // Single precision may put a spike one step later or earlier.
            for (a, b) in zip(times, trace.spikeTimes.elements) { #expect(abs(a - b) < 1.5 * dt) }
        }
    }

    /// The currents (or conductances) of one spike of weight 1 that arrives at time 0, as they are defined.
    private static let shapes: [(synapse: Synapse, shape: @Sendable (Double, (Double) -> Double) -> Double, reversal: Double?)] = [
        (.exponential(tau: 3.ms), { t, exp in exp(-t / 3) }, nil),
        (.alpha(tau: 3.ms), { t, exp in t / 3 * exp(1 - t / 3) }, nil),
        (.alpha(tau: 20.ms), { t, exp in t / 20 * exp(1 - t / 20) }, nil),
        (.doubleExponential(rise: 2.ms, decay: 8.ms), { t, exp in (exp(-t / 8) - exp(-t / 2)) / (0.6299605249474366 - 0.15749013123685915) }, nil),
        (.ampa, { t, exp in exp(-t / 5) }, 0),
        (.gabaA, { t, exp in exp(-t / 6) }, -70),
        (.alphaConductance(tau: 4.ms, reversal: 0.mV), { t, exp in t / 4 * exp(1 - t / 4) }, 0),
        (.doubleExponentialConductance(rise: 2.ms, decay: 8.ms, reversal: -(80.mV)), { t, exp in (exp(-t / 8) - exp(-t / 2)) / (0.6299605249474366 - 0.15749013123685915) }, -80),
        // The peaks at r d/(d - r) ln(d/r): 7.98 ms and 60.35 ms, where the differences are .9048 and .5350.
        (.nmda, { t, exp in (exp(-t / 100) - exp(-t / 2)) / 0.9048302 }, 0),
        (.gabaB, { t, exp in (exp(-t / 150) - exp(-t / 30)) / 0.5349922 }, -90),
    ]

    @Test(arguments: 0 ..< 10)
    func eachSynapseActsAsItIsDefined(number: Int) throws {
        let (synapse, shape, reversal) = Self.shapes[number]
        let isNMDA = synapse == .nmda
        // Currents are exact for any step; conductances are held over a step, so that theirs must be small.
        let dt = reversal == nil ? 0.5 : 0.01
        var net = try SpikingNetwork(dt: dt.ms)
        let cell = LIF(tau: 20.ms, rest: -(65.mV), threshold: 100.mV, reset: -(65.mV), capacitance: 200.pF, synapses: [synapse])
        let cells = try net.add(2, cell)
        try net.addSpikes(Spikes(times: Vector([0]), neurons: [1], neuronCount: 2, start: 0.ms, end: 1.ms), to: cells, weight: 2)
        try net.run(30.ms)
        // What arrives in the first step acts from its end on.
        let time = 30 - dt
        let expected = integrate([-65], steps: 6_000, dt: time / 6_000) { t, y in
            var input = 2 * shape(t, exponential)
            if let reversal {
                if isNMDA { input /= 1 + exponential(-0.062 * y[0]) / 3.57 }
                // nS over a leak of 200 pF / 20 ms = 10 nS.
                input *= (reversal - y[0]) / 10
            }
            return [(-(y[0] + 65) + input) / 20]
        }
        let v = try net.get(.v, of: cells).elements
        #expect(abs(v[0] + 65) < 1e-4)
        // Single precision, over up to 3,000 steps; first order in dt for conductances.
        #expect(abs(v[1] - expected[0]) < (reversal == nil ? 2e-4 : 0.002 * abs(expected[0] + 65) + 1e-3))
        #expect(abs(expected[0] + 65) > 0.02)
    }
}
