import Linear
import Neuro
import Testing

/// Parameters that neurons have each for themselves, and those that change between runs.
struct SpikingParameterTests {
    /// The published step (Euler, u with the old v), neuron by neuron.
    @Test func neuronsOf2007MayDifferInEverything() throws {
        let n = 300
        func draw(_ stream: Int, _ range: ClosedRange<Double>) -> Vector {
            var random = Random(seed: 7 + stream)
            return Vector((0 ..< n).map { _ in range.lowerBound + random.uniform() * (range.upperBound - range.lowerBound) })
        }
        let parameters: [(Quantity, Vector)] = [
            (.capacitance, draw(0, 50 ... 150)), (.k, draw(1, 0.5 ... 1.5)), (.rest, draw(2, -65 ... -55)), (.threshold, draw(3, -45 ... -38)), (.peak, draw(4, 25 ... 45)),
            (.a, draw(5, 0.01 ... 0.1)), (.b, draw(6, -3 ... 2)), (.c, draw(7, -60 ... -45)), (.d, draw(8, 20 ... 150)), (.current, draw(9, 80 ... 400)),
        ]
        var net = try SpikingNetwork(dt: 0.25.ms)
        let cells = try net.add(n, Izhikevich2007())
        for (quantity, values) in parameters {
            try net.set(quantity, of: cells, to: values)
            #expect(try net.get(quantity, of: cells).elements == values.elements.map { Double(Float($0)) })
        }
        try net.run(100.ms)
        var spikes: [(Double, Int)] = []
        for i in 0 ..< n {
            let p = parameters.map { Float($0.1.elements[i]) }
            let gain = Float(0.25 / Double(p[0])), rate = Float(0.25 * Double(p[5]))
            var v = Float(-60), u = Float(0)
            for step in 0 ..< 400 {
                let next = v + gain * (p[1] * (v - p[2]) * (v - p[3]) - u + p[9])
                u += rate * (p[6] * (v - p[2]) - u)
                v = next
                if v >= p[4] {
                    spikes.append((Double(step + 1) * 0.25, i))
                    v = p[7]
                    u += p[8]
                }
            }
        }
        spikes.sort { ($0.0, $0.1) < ($1.0, $1.1) }
        let found = try net.spikes(of: cells)
        #expect(spikes.count > 1000)
        #expect(found.times.elements == spikes.map(\.0))
        #expect(found.neurons == spikes.map(\.1))
    }

    /// A spike through a delta synapse moves v by its weight, whatever the capacitance.
    @Test func deltaSynapsesDoNotAskForTheCapacitance() throws {
        var net = try SpikingNetwork(dt: 0.5.ms)
        let cells = try net.add(2, Izhikevich2007())
        try net.set(.capacitance, of: cells, to: Vector([50, 400]))
        try net.addSpikes(Spikes(times: Vector([1, 1]), neurons: [0, 1], neuronCount: 2, start: 0.ms, end: 2.ms), to: cells, weight: 3)
        try net.run(1.5.ms)
        for v in try net.get(.v, of: cells).elements { #expect(abs(v + 57) < 1e-4) }
    }

    @Test func parametersOutOfRangeAreRefused() throws {
        var net = try SpikingNetwork(dt: 0.25.ms)
        let cells = try net.add(4, Izhikevich2007()), old = try net.add(4, Izhikevich()), leaky = try net.add(4, LIF())
        #expect(throws: NeuroError.self) { try net.set(.capacitance, of: cells, to: 0) }
        #expect(throws: NeuroError.self) { try net.set(.c, of: cells, to: 35) }
        #expect(throws: NeuroError.self) { try net.set(.peak, of: cells, to: -50) }
        #expect(throws: NeuroError.self) { try net.set(.c, of: old, to: 30) }
        #expect(throws: NeuroError.self) { try net.set(.k, of: old, to: 1) }
        #expect(throws: NeuroError.self) { try net.set(.a, of: leaky, to: 1) }
        #expect(throws: NeuroError.self) { try net.set(LIF(), of: cells) }
        #expect(throws: NeuroError.self) { try net.set(LIF(tau: 0.ms), of: leaky) }
        #expect(throws: NeuroError.self) { try net.set(LIF(), of: leaky.slice(0 ..< 2)) }
        #expect(throws: NeuroError.self) { try net.set(LIF(synapses: [.exponential(tau: 5.ms)]), of: leaky) }
        #expect(try net.get(.capacitance, of: cells).elements == [100, 100, 100, 100])
        #expect(try net.get(.peak, of: cells).elements == [35, 35, 35, 35])
    }

    /// Without input the potential falls by e^(-t/tau) towards rest: first with one time constant, then with the other.
    @Test func aPopulationMayBecomeLeakier() throws {
        var net = try SpikingNetwork(dt: 0.1.ms)
        let cells = try net.add(3, LIF(tau: 20.ms, rest: 0.mV, threshold: 20.mV, reset: 0.mV))
        try net.set(.v, of: cells, to: 10)
        try net.run(20.ms)
        let half = try net.get(.v, of: cells).elements[0]
        try net.set(LIF(tau: 5.ms, rest: 0.mV, threshold: 20.mV, reset: 0.mV), of: cells)
        try net.run(10.ms)
        let end = try net.get(.v, of: cells).elements[0]
        #expect(abs(half - 10 * 0.367_879_441) < 1e-4)
        #expect(abs(end / half - 0.135_335_283) < 1e-5)
    }

    @Test func inputsAndSharedWeightsChangeBetweenRuns() throws {
        var net = try SpikingNetwork(dt: 0.1.ms, seed: 3)
        let source = try net.add(50, LIF()), target = try net.add(50, LIF(threshold: 0.mV))
        try net.connect(source, to: target, .oneToOne, weight: 1, delay: 1.ms)
        try net.addPoisson(to: source, rate: 500.Hz, weight: 20)
        try net.run(200.ms)
        let before = try net.spikes(of: source).count
        #expect(before > 1000)
        try net.removeSpikes(from: source)
        try net.run(200.ms)
        #expect(try net.spikes(of: source).count == before)
        try net.setWeights(from: source, to: target, to: 5)
        #expect(try net.connections(from: source, to: target).weights.elements == [Double](repeating: 5, count: 50))
        // A slice would have to have weights of its own.
        #expect(throws: NeuroError.self) { try net.setWeights(from: source.slice(0 ..< 3), to: target, to: 2) }
    }

    /// With the rates of change at nothing, weights that moved before stay where they are.
    @Test func learningMayStopAndChange() throws {
        var net = try SpikingNetwork(dt: 1.ms, seed: 5)
        let source = try net.add(30, Izhikevich()), target = try net.add(30, Izhikevich())
        let rule = STDP(plus: 0.1, minus: 0.12, maximum: 10)
        try net.connect(source, to: target, .allToAll, weights: .constant(3), delays: .constant(2.ms), plasticity: rule)
        for cells in [source, target] { try net.setNoise(of: cells, .normal(standardDeviation: 8)) }
        try net.run(500.ms)
        let moved = try net.connections(from: source, to: target).weights
        #expect(moved.elements.contains { $0 != 3 })
        try net.setPlasticity(from: source, to: target, to: STDP(plus: 0, minus: 0, maximum: 10))
        try net.run(500.ms)
        #expect(try net.connections(from: source, to: target).weights == moved)
        #expect(throws: NeuroError.self) { try net.setPlasticity(from: source, to: target, to: STDP(maximum: 0.1)) }
        #expect(throws: NeuroError.self) { try net.setPlasticity(from: target, to: source, to: rule) }
    }
}
