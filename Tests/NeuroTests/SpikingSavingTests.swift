import Foundation
import Linear
import Neuro
import Testing

/// A network that was written down in the middle of a run, with something of everything in it, goes on with the same bits.
struct SpikingSavingTests {
    @Test func aNetworkThatWasWrittenDownGoesOn() throws {
        var net = try SpikingNetwork(dt: 1.ms, seed: 12)
        let cells = try net.add(600, Izhikevich(synapses: [.delta, .ampa, .nmda])), e = try cells.slice(0 ..< 480), i = try cells.slice(480 ..< 600)
        let others = try net.add(50, AdEx(scheme: .rk4, synapses: [.alpha(tau: 5.ms)])), leaky = try net.add(40, LIF(synapses: [.exponential(tau: 4.ms)]))
        try net.connect(e, to: cells, .outDegree(30), weights: .uniform(0, 6), delays: .even(1.ms, 15.ms))
        try net.connect(i, to: cells, .probability(0.05), weights: .normal(mean: -4, standardDeviation: 1), delays: .uniform(2.ms, 5.ms))
        let rule = STDP(change: .dopamine(every: 10.ms, drift: 0.1, keep: 0.9, tau: 50.ms))
        try net.connect(e, to: e, .inDegree(5), weights: .constant(1), delays: .uniform(1.ms, 9.ms), plasticity: rule)
        try net.connect(e, to: others, .allToAll, weights: .uniform(0, 20), delays: .constant(3.ms), shortTerm: ShortTermPlasticity())
        try net.connect(e, to: leaky, .distance(peak: 0.4, sigma: 0.1), weight: 3, delay: 2.ms)
        try net.setNoise(of: cells, .normal(standardDeviation: 5))
        try net.setNoise(of: leaky, .ornsteinUhlenbeck(standardDeviation: 8, tau: 10.ms))
        try net.addPoisson(to: leaky, rates: Vector([500, 900]), every: 60.ms, weight: 2)
        try net.addSpikes(Spikes(times: Vector([20, 90]), neurons: [3, 4], neuronCount: 5, start: 0.ms, end: 100.ms), to: others, weight: 900)
        try net.addCurrent(to: others, .sine(amplitude: 2_000, frequency: 8.Hz))
        try net.record(.v, of: others, every: 2.ms, neurons: [1, 7])
        try net.recordSpikes(of: leaky, .between(10.ms, 140.ms))
        try net.reward(cells.slice(5 ..< 15), after: cells.slice(0 ..< 5), dopamine: 0.3, from: 5.ms, to: 40.ms)
        try net.run(70.ms)
        let bytes = try JSONEncoder().encode(net)
        var copy = try JSONDecoder().decode(SpikingNetwork.self, from: bytes)
        try net.run(80.ms, threads: 1)
        try copy.run(80.ms, threads: 2)
        for population in [cells, others, leaky] {
            #expect(try copy.get(.v, of: population) == net.get(.v, of: population))
            #expect(try copy.spikes(of: population) == net.spikes(of: population))
            #expect(try net.spikes(of: population).count > 10)
        }
        #expect(try copy.connections(from: e, to: e) == net.connections(from: e, to: e))
        #expect(try copy.recording(.v, of: others) == net.recording(.v, of: others))
        #expect(try copy.dopamineLevel(tau: 50.ms) == net.dopamineLevel(tau: 50.ms))
        #expect(try net.dopamineLevel(tau: 1e6.ms) > 0)
        #expect(copy.time == net.time && copy.description == net.description)
    }
}
