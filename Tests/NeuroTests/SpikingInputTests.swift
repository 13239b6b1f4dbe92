import Linear
import Neuro
import Testing

/// What reaches neurons from outside, each against its closed form.
struct SpikingInputTests {
    /// A membrane that never spikes and forgets at once what it got: after each step v is the input of that step, times 1 − e^(−dt/τ).
    private let probe = LIF(tau: 10.ms, rest: 0.mV, threshold: 1e6.mV, reset: 0.mV, refractory: 0.ms)
    private let gain = 1 - 0.9048374180359595

    /// v as it would follow a current, step by step.
    private func follow(_ current: [Double]) -> [Double] {
        var v = 0.0
        return current.map {
            v = v * (1 - gain) + gain * $0
            return v
        }
    }

    @Test func stepsRampsAndSinesFollowTheirFormulas() throws {
        var net = try SpikingNetwork(dt: 1.ms)
        let cells = try net.add(600, probe), part = try cells.slice(250 ..< 300)
        try net.addCurrent(to: cells, .step(3, from: 5.ms, to: 10.ms))
        try net.addCurrent(to: part, .ramp(0, 8, from: 2.ms, to: 18.ms))
        try net.addCurrent(to: part, .sine(amplitude: 2, frequency: 50.Hz))
        try net.addCurrent(to: part, .samples(Vector([1, -1, 4]), every: 4.ms))
        try net.record(.v, of: cells, every: 1.ms)
        try net.run(7.ms)
        try net.run(23.ms)
        let v = try net.recording(.v, of: cells).values
        func step(_ t: Double) -> Double { t >= 5 && t < 10 ? 3 : 0 }
        func all(_ t: Double) -> Double {
            let sine = 2 * [0.0, 0.3090169943749474, 0.5877852522924731, 0.8090169943749475, 0.9510565162951535, 1][Int(t) % 20 <= 5 ? Int(t) % 20 : 0]
            return step(t) + (t >= 2 && t < 18 ? 8 * (t - 2) / 16 : 0) + sine + (t < 4 ? 1 : t < 8 ? -1 : t < 12 ? 4 : 0)
        }
        let outside = follow((0 ..< 30).map { step(Double($0)) })
        let within = follow((0 ..< 6).map { all(Double($0)) })
        for t in 0 ..< 30 {
            for neuron in [0, 249, 300, 599] { #expect(abs(try v[t, neuron] - outside[t]) < 1e-5) }
            if t < 6 { for neuron in [250, 299] { #expect(abs(try v[t, neuron] - within[t]) < 1e-5) } }
        }
        try net.removeCurrents(from: part)
        let before = try net.get(.v, of: part)[0]
        try net.run(1.ms)
        #expect(abs(try net.get(.v, of: part)[0] - before * (1 - gain)) < 1e-6)
        #expect(try Waveform.ramp(0, 8, from: 2.ms, to: 18.ms).sampled(every: 4.ms, for: 24.ms).elements == [0, 1, 3, 5, 7, 0])
        #expect(throws: NeuroError.self) { try net.addCurrent(to: cells, .ramp(0, 1, from: 5.ms, to: 5.ms)) }
        #expect(throws: NeuroError.self) { try net.addCurrent(to: cells, .step(.nan, from: 5.ms, to: 6.ms)) }
        #expect(throws: NeuroError.self) { try net.addCurrent(to: cells, .samples(Vector([1]), every: 0.ms)) }
    }

    @Test(arguments: [1, 2])
    func givenSpikesArriveAtTheirTimes(threads: Int) throws {
        var net = try SpikingNetwork(dt: 0.5.ms)
        var cell = probe
        cell.synapses = [.delta, .delta]
        let cells = try net.add(20_000, cell), some = try cells.slice(9_000 ..< 19_000)
        let list = try Spikes(times: Vector([0, 2, 2, 2, 3.5]), neurons: [0, 5, 9_999, 5, 0], neuronCount: 10_000, start: 0.ms, end: 10.ms)
        try net.addSpikes(list, to: some, weight: 4, synapse: 1)
        let decay = 0.951229424500714
        // v after a step: what arrives in it is added at its end.
        try net.run(0.5.ms, threads: threads)
        #expect(try net.get(.v, of: some)[0] == 4)
        try net.run(1.5.ms, threads: threads)
        #expect(try net.get(.v, of: some)[5] == 0)
        try net.run(0.5.ms, threads: threads)
        #expect(try net.get(.v, of: some)[5] == 8)
        #expect(try net.get(.v, of: some)[9_999] == 4)
        try net.run(1.5.ms, threads: threads)
        let expected = 4 + 4 * decay * decay * decay * decay * decay * decay * decay
        #expect(abs(try net.get(.v, of: some)[0] - expected) < 1e-5)
        #expect(try net.get(.v, of: cells.slice(0 ..< 9_000)).elements.allSatisfy { $0 == 0 })
        #expect(throws: NeuroError.self) { try net.addSpikes(list, to: cells.slice(0 ..< 10), weight: 1) }
        #expect(throws: NeuroError.self) { try net.addSpikes(list, to: some, weight: .infinity) }
    }

    @Test func aRateThatChangesIsFollowed() throws {
        var net = try SpikingNetwork(dt: 0.1.ms, seed: 3)
        let cells = try net.add(2_000, LIF(tau: 10.ms, rest: 0.mV, threshold: 0.5.mV, reset: 0.mV, refractory: 0.ms))
        // Each input spike is one spike of the neuron.
        try net.addPoisson(to: cells, rates: Vector([100, 0, 400]), every: 50.ms, weight: 1)
        try net.run(200.ms)
        let spikes = try net.spikes(of: cells)
        for (k, rate) in [100.0, 0, 400, 0].enumerated() {
            // (Two input spikes in one step are one here: λ dt/2 of them, 2 % at 400 Hz.)
            let found = spikes.between((Double(k) * 50 + 0.05).ms, (Double(k + 1) * 50 + 0.05).ms).meanRate
            #expect(abs(found - rate * (1 - rate * 0.00005)) < 6 * (rate / 2_000 / 0.05).squareRoot() + 1e-9)
        }
        var constant = try SpikingNetwork(dt: 0.1.ms, seed: 3), listed = constant
        let a = try constant.add(500, LIF(rest: 0.mV, threshold: 5.mV, reset: 0.mV)), b = try listed.add(500, LIF(rest: 0.mV, threshold: 5.mV, reset: 0.mV))
        try constant.addPoisson(to: a, rate: 2_000.Hz, weight: 0.3)
        try listed.addPoisson(to: b, rates: Vector(repeating: 2_000, count: 10), every: 10.ms, weight: 0.3)
        try constant.run(100.ms)
        try listed.run(100.ms)
        #expect(try constant.spikes(of: a) == listed.spikes(of: b))
        #expect(try constant.spikes(of: a).count > 100)
        #expect(throws: NeuroError.self) { try net.addPoisson(to: cells, rates: Vector([1, -1]), every: 50.ms, weight: 1) }
        #expect(throws: NeuroError.self) { try net.addPoisson(to: cells, rates: Vector([1]), every: 0.ms, weight: 1) }
        #expect(throws: NeuroError.self) { try net.addPoisson(to: cells, rates: Vector([6e6]), every: 1.ms, weight: 1) }
    }

    @Test func noiseHasItsVarianceAndMemory() throws {
        var net = try SpikingNetwork(dt: 1.ms, seed: 11)
        let count = 20_000
        let white = try net.add(count, probe), walk = try net.add(count, probe)
        try net.setNoise(of: white, .normal(standardDeviation: 3))
        try net.setNoise(of: walk, .ornsteinUhlenbeck(standardDeviation: 3, tau: 20.ms))
        try net.run(300.ms)
        func variance(_ population: Population) throws -> Double { try net.get(.v, of: population).elements.reduce(0) { $0 + $1 * $1 } / Double(count) }
        // A filter y <- p y + (1 - p) x of white noise of variance s² has the variance s² (1 - p)/(1 + p); of a process of memory r = e^(-dt/τ), times (1 + p r)/(1 - p r).
        let p = 1 - gain, r = 0.951229424500714, ideal = 9 * (1 - p) / (1 + p)
        // The relative standard deviation of a variance of 20,000 numbers is 1 %.
        #expect(abs(try variance(white) / ideal - 1) < 0.05)
        #expect(abs(try variance(walk) / (ideal * (1 + p * r) / (1 - p * r)) - 1) < 0.05)
    }
}

/// Runs that end before their time.
struct StopConditionTests {
    @Test(arguments: [1, 3])
    func aRunEndsWhenItsConditionHolds(threads: Int) throws {
        var standard = try Networks.sparseIzhikevich(neurons: 40_000, outDegree: 10, seed: 2)
        try standard.network.record(.v, of: standard.cells.slice(0 ..< 3), every: 2.ms)
        let start = standard.network
        let isStopped = try standard.network.run(1.seconds, until: .spikes(1_000, of: standard.inhibitory), threads: threads)
        #expect(isStopped)
        let count = try standard.network.spikes(of: standard.inhibitory).count
        let end = standard.network.time
        #expect(count >= 1_000)
        #expect(try standard.network.spikes(of: standard.inhibitory).between(0.ms, end).count < 1_000)
        // A plain run to the same time is the same network.
        var plain = start
        try plain.run(end, threads: 1)
        #expect(try plain.get(.v, of: standard.cells) == standard.network.get(.v, of: standard.cells))
        #expect(try plain.spikes(of: standard.cells) == standard.network.spikes(of: standard.cells))
        let some = try standard.cells.slice(0 ..< 3)
        #expect(try plain.recording(.v, of: some) == standard.network.recording(.v, of: some))
        #expect(try plain.recording(.v, of: some).times.count == Int(end.milliseconds) / 2)
        #expect(try standard.network.run(5.ms, until: .spikes(1_000_000, of: standard.cells), threads: threads) == false)
        #expect(standard.network.time == end + 5.ms)
    }

    @Test func silenceAndHighRatesEndRuns() throws {
        var net = try SpikingNetwork(dt: 1.ms)
        let cells = try net.add(10, LIF(tau: 10.ms, rest: 0.mV, threshold: 5.mV, reset: 0.mV, refractory: 0.ms))
        // Every neuron at 10, 20, … 60 ms, then nothing.
        let times = (1 ... 6).flatMap { k in (0 ..< 10).map { _ in Double(10 * k) } }
        try net.addSpikes(Spikes(times: Vector(times), neurons: (0 ..< 60).map { $0 % 10 }, neuronCount: 10, start: 0.ms, end: 70.ms), to: cells, weight: 20)
        var quiet = net
        #expect(try quiet.run(1.seconds, until: .silence(of: cells, lasting: 25.ms)))
        // They spike at 11, …, 61.
        #expect(quiet.time == 86.ms)
        var busy = net
        #expect(try busy.run(1.seconds, until: .rate(above: 90.Hz, of: cells, over: 21.ms)))
        // Two spikes each in the last 21 ms, for the first time (21 steps gone) at 21: 95 Hz.
        #expect(busy.time == 21.ms)
        #expect(try busy.run(1.seconds, until: .rate(above: 150.Hz, of: cells, over: 21.ms)) == false)
        #expect(throws: NeuroError.self) { try net.run(1.ms, until: .spikes(0, of: cells)) }
        #expect(throws: NeuroError.self) { try net.run(1.ms, until: .silence(of: cells, lasting: 0.ms)) }
        var other = try SpikingNetwork()
        let foreign = try other.add(100, LIF())
        #expect(throws: NeuroError.self) { try net.run(1.ms, until: .spikes(1, of: foreign)) }
        _ = try other.spikes(of: foreign)
    }
}
