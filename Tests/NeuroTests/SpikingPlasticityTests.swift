import Linear
import Neuro
import Testing

/// Plastic synapses against a naive simulation of the same rule, pair by pair.
struct SpikingPlasticityTests {
    /// Sources and one target that are made to spike at given steps by strong one-step inputs.
    private func pairNetwork(
        _ rule: STDP, delay: Double, sourceSteps: [Int], targetSteps: [Int], steps: Int
    ) throws -> (weight: Double, spikes: (source: [Int], target: [Int])) {
        var net = try SpikingNetwork(dt: 1.ms)
        let cell = LIF(tau: 20.ms, rest: 0.mV, threshold: 5.mV, reset: 0.mV, refractory: 0.ms)
        let source = try net.add(1, cell, name: "source"), target = try net.add(1, cell, name: "target")
        try net.connect(source, to: target, .oneToOne, weights: .constant(2), delays: .constant(delay.ms), plasticity: rule)
        for step in 0 ..< steps {
            // Over the threshold at the beginning of a step, a neuron spikes at its end.
            try net.set(.v, of: source, to: sourceSteps.contains(step + 1) ? 100 : 0)
            try net.set(.v, of: target, to: targetSteps.contains(step + 1) ? 100 : 0)
            try net.run(1.ms)
        }
        func times(_ population: Population) throws -> [Int] { try net.spikes(of: population).times.elements.map { Int($0) } }
        return (try net.connections(from: source, to: target).weights[0], (try times(source), try times(target)))
    }

    /// The rule read from its definition: every arrival and every spike of the target, in order, with traces summed from all spikes before.
    private func naive(_ rule: STDP, delay: Int, source: [Int], target: [Int], steps: Int) -> Double {
        var weight = 2.0, collected = 0.0
        func trace(_ spikes: [Int], at time: Int, tau: Time) -> Double {
            let past = spikes.filter { $0 <= time }
            func one(_ spike: Int) -> Double { power(Double(time - spike) / tau.milliseconds) }
            return rule.pairing == .nearest ? past.last.map(one) ?? 0 : past.reduce(0) { $0 + one($1) }
        }
        func change(_ amount: Double) {
            if case .immediate = rule.change { weight = min(rule.maximum, max(0, weight + amount)) } else { collected += amount }
        }
        for step in 0 ..< steps {
            if case .periodic(let every, let drift, let keep) = rule.change, step > 0, step % Int(every.milliseconds) == 0 {
                weight = min(rule.maximum, max(0, weight + drift + collected))
                collected *= keep
            }
            if target.contains(step) { change(rule.plus * trace(source, at: step - delay, tau: rule.tauPlus)) }
            if source.contains(step - delay + 1) { change(-rule.minus * trace(target, at: step, tau: rule.tauMinus)) }
        }
        return weight
    }

    /// e^(-x) for 0 <= x < 20.
    private func power(_ x: Double) -> Double {
        let half = (0 ..< 60).reduce((1.0, 0.0)) { state, k in (state.0 * (x / 2) / Double(k + 1), state.1 + state.0) }.1
        return 1 / (half * half)
    }

    @Test(arguments: [STDP.Pairing.allToAll, .nearest], [1, 4])
    func pairsChangeTheWeightAsTheRuleSays(pairing: STDP.Pairing, delay: Int) throws {
        let source = [3, 10, 11, 20, 31, 47, 50], target = [5, 9, 14, 20, 24, 35, 48, 51]
        for change in [STDP.Change.immediate, .periodic(every: 10.ms, drift: 0.01, keep: 0.9)] {
            let rule = STDP(tauPlus: 17.ms, tauMinus: 25.ms, plus: 0.3, minus: 0.25, maximum: 2.6, pairing: pairing, change: change)
            let (weight, spikes) = try pairNetwork(rule, delay: Double(delay), sourceSteps: source, targetSteps: target, steps: 60)
            #expect(spikes.source == source)
            let given = spikes.target.filter { target.contains($0) }
            #expect(given == target)
            let expected = naive(rule, delay: delay, source: spikes.source, target: spikes.target, steps: 60)
            #expect(abs(weight - expected) < 1e-5)
            #expect(abs(weight - 2) > 0.01)
        }
    }

    @Test(arguments: [false, true])
    func learningNetworksKeepTheirBand(hasDelays: Bool) throws {
        var standard = try Networks.sparseIzhikevich(longestDelay: hasDelays ? 20.ms : 1.ms, plasticity: STDP(), seed: 3)
        try standard.network.run(1.seconds)
        let weights = try standard.network.connections(from: standard.excitatory, to: standard.cells).weights.elements
        // numba, Brian2 and NEST: mean weight 2.00 after one second.
        let mean = weights.reduce(0, +) / Double(weights.count)
        #expect(abs(mean - 2) < 0.02)
        #expect(weights.allSatisfy { $0 >= 0 && $0 <= 10 })
        let rate = try standard.network.spikes(of: standard.excitatory).meanRate
        #expect(abs(rate - 7.5) < 0.3)
    }

    @Test func learningDoesNotDependOnThreadsOrPauses() throws {
        let standard = try Networks.sparseIzhikevich(neurons: 40_000, outDegree: 30, longestDelay: 10.ms, plasticity: STDP(plus: 0.1, minus: 0.12), seed: 4)
        var one = standard.network, three = standard.network, parts = standard.network
        try one.run(60.ms, threads: 1)
        try three.run(60.ms, threads: 3)
        try parts.run(23.ms, threads: 2)
        try parts.run(37.ms, threads: 1)
        let expected = try one.connections(from: standard.excitatory, to: standard.cells)
        #expect(try three.connections(from: standard.excitatory, to: standard.cells) == expected)
        #expect(try parts.connections(from: standard.excitatory, to: standard.cells) == expected)
        #expect(try three.get(.v, of: standard.cells) == one.get(.v, of: standard.cells))
        #expect(try parts.get(.v, of: standard.cells) == one.get(.v, of: standard.cells))
        #expect(try standard.network.connections(from: standard.excitatory, to: standard.cells) != expected)
    }

    @Test func polychronousFiresAsThePublishedProgram() throws {
        var standard = try Networks.polychronous2006(seed: 1)
        try standard.network.run(1.seconds)
        let e = try standard.network.spikes(of: standard.excitatory).meanRate, i = try standard.network.spikes(of: standard.inhibitory).meanRate
        // The published program in its first second: E 4.6, I 16.3 Hz.
        #expect(abs(e - 4.6) < 1.0)
        #expect(abs(i - 16.3) < 3.5)
    }

    @Test func dopamineTurnsEligibilityIntoWeight() throws {
        func weight(dopamine: Double) throws -> Double {
            var net = try SpikingNetwork(dt: 1.ms)
            let cell = LIF(rest: 0.mV, threshold: 5.mV, reset: 0.mV, refractory: 0.ms)
            let source = try net.add(1, cell), target = try net.add(1, cell)
            let rule = STDP(plus: 0.1, minus: 0.15, maximum: 4, pairing: .nearest, change: .dopamine(every: 10.ms, drift: 0, keep: 0.99, tau: 200.ms))
            try net.connect(source, to: target, .oneToOne, weights: .constant(1), delays: .constant(1.ms), plasticity: rule)
            try net.set(.v, of: source, to: 20)
            try net.run(1.ms)
            try net.set(.v, of: target, to: 20)
            try net.run(1.ms)
            try net.run(100.ms)
            try net.release(dopamine: dopamine)
            try net.run(1.seconds)
            return try net.connections(from: source, to: target).weights[0]
        }
        #expect(try weight(dopamine: 0) == 1)
        // Eligibility 0.1 e^0 at the pair (the target spikes one step after the arrival), .99 each 10 ms; dopamine .5 e^(-t/200).
        var expected = 1.0, eligibility = 0.1
        for k in 1 ... 110 {
            let time = Double(10 * k)
            if time >= 102 { expected += eligibility * 0.5 * power((time - 102) / 200) }
            eligibility *= 0.99
        }
        let found = try weight(dopamine: 0.5)
        #expect(abs(found - expected) < 1e-4)
    }

    @Test func badRulesAreRefused() throws {
        var net = try SpikingNetwork(dt: 1.ms)
        let cells = try net.add(10, LIF())
        func connect(_ rule: STDP, weight: Double = 1) throws {
            var copy = net
            try copy.connect(cells, to: cells, .allToAll, weights: .constant(weight), delays: .constant(1.ms), plasticity: rule)
        }
        try connect(STDP())
        #expect(throws: NeuroError.self) { try connect(STDP(tauPlus: 0.ms)) }
        #expect(throws: NeuroError.self) { try connect(STDP(), weight: -1) }
        #expect(throws: NeuroError.self) { try connect(STDP(), weight: 11) }
        #expect(throws: NeuroError.self) { try connect(STDP(change: .periodic(every: 0.ms, drift: 0, keep: 1))) }
        #expect(throws: NeuroError.self) { try connect(STDP(plus: .nan)) }
    }
}
