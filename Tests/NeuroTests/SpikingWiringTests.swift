import Linear
import Neuro
import Testing

/// Connectors draw what they say, and bad input is told before anything runs.
struct SpikingWiringTests {
    private func network(_ count: Int) throws -> (SpikingNetwork, Population) {
        var net = try SpikingNetwork(dt: 1.ms, seed: 11)
        let cells = try net.add(count, LIF())
        return (net, cells)
    }

    @Test func inDegreeGivesEveryTargetItsSources() throws {
        var (net, cells) = try network(500)
        try net.connect(cells, to: cells, .inDegree(20), weights: .uniform(1, 2), delays: .uniform(1.ms, 5.ms), selfConnections: false, repeats: false)
        let list = try net.connections(from: cells, to: cells)
        #expect(list.count == 10_000)
        var seen = Set<Int>()
        var degree = [Int](repeating: 0, count: 500), steps = [Int](repeating: 0, count: 6)
        for k in 0 ..< list.count {
            #expect(list.sources[k] != list.targets[k])
            #expect(seen.insert(list.sources[k] * 500 + list.targets[k]).inserted)
            degree[list.targets[k]] += 1
            steps[Int(try list.delays[k])] += 1
        }
        #expect(degree.allSatisfy { $0 == 20 })
        // 2000 of each delay, ± 40.
        #expect(steps[0] == 0 && steps[1...].allSatisfy { abs($0 - 2000) < 200 })
        #expect(list.weights.elements.allSatisfy { $0 >= 1 && $0 < 2 })
        #expect(abs(list.weights.elements.reduce(0, +) / 10_000 - 1.5) < 0.015)
        // Sources are evenly drawn: mean 249.5, standard error 1.44.
        #expect(abs(Double(list.sources.reduce(0, +)) / 10_000 - 249.5) < 6)
    }

    @Test func outDegreeGivesEverySourceItsTargets() throws {
        var (net, cells) = try network(40_000)
        try net.connect(cells.slice(100 ..< 300), to: cells.slice(10_000 ..< 40_000), .outDegree(50), weights: .normal(mean: -1, standardDeviation: 2), delays: .constant(2.ms))
        let list = try net.connections(from: cells, to: cells)
        var degree = [Int](repeating: 0, count: 300)
        for source in list.sources { degree[source] += 1 }
        #expect(degree[..<100].allSatisfy { $0 == 0 } && degree[100...].allSatisfy { $0 == 50 })
        #expect(list.targets.allSatisfy { $0 >= 10_000 })
        #expect(abs(Double(list.targets.reduce(0, +)) / 10_000 - 25_000) < 400)
        // Dale's law: what would be excitatory is 0: P(N(-1, 2) > 0) = 0.309.
        #expect(list.weights.elements.allSatisfy { $0 <= 0 })
        #expect(abs(Double(list.weights.elements.count { $0 == 0 }) / 10_000 - 0.309) < 0.02)
    }

    @Test func probabilityIsThatOfEachPair() throws {
        var (net, cells) = try network(2_000)
        try net.connect(cells, to: cells, .probability(0.05), weight: 1, delay: 1.ms, selfConnections: false)
        let list = try net.connections(from: cells, to: cells)
        // 199,900 ± 436.
        #expect(abs(list.count - 199_900) < 2_000)
        #expect(Set(zip(list.sources, list.targets).map { $0 * 2_000 + $1 }).count == list.count)
        #expect(zip(list.sources, list.targets).allSatisfy { $0 != $1 })
        var degree = [Int](repeating: 0, count: 2_000)
        for target in list.targets { degree[target] += 1 }
        let mean = Double(list.count) / 2_000
        let variance = degree.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 1_999
        // Binomial: 2000 · .05 · .95 = 95, standard error 3.
        #expect(abs(variance - 95) < 12)
    }

    @Test func distanceFallsOffAsAGaussian() throws {
        var (net, cells) = try network(400)
        try net.connect(cells, to: cells, .distance(peak: 0.8, sigma: 0.1), weight: 1, delay: 1.ms)
        let list = try net.connections(from: cells, to: cells)
        // 400² · .8 · sqrt(2π) · .1 = 32,086.
        #expect(abs(Double(list.count) - 32_086) < 700)
        let far = zip(list.sources, list.targets).count { pair in min(abs(pair.0 - pair.1), 400 - abs(pair.0 - pair.1)) > 160 }
        #expect(Double(far) / Double(list.count) < 0.001)
    }

    @Test func synapsesAreSmallAndWiredFast() throws {
        var net = try SpikingNetwork(dt: 1.ms, seed: 1)
        let cells = try net.add(100_000, Izhikevich())
        try net.connect(cells, to: cells, .inDegree(100), weights: .uniform(0, 1), delays: .uniform(1.ms, 20.ms))
        #expect(net.synapseCount == 10_000_000)
        #expect(Double(net.synapseBytes) / 1e7 <= 12)
    }

    @Test func badInputIsToldBeforeAnythingRuns() throws {
        #expect(throws: NeuroError.invalid(name: "dt", value: "0.0", must: "finite and above 0")) { try SpikingNetwork(dt: 0.ms) }
        var (net, cells) = try network(100)
        let before = net
        #expect(throws: NeuroError.invalid(name: "count", value: "0", must: "at least 1")) { try net.add(0, LIF()) }
        #expect(throws: NeuroError.notFinite(name: "weight", index: 0)) { try net.connect(cells, to: cells, .allToAll, weight: .nan, delay: 1.ms) }
        #expect(throws: NeuroError.invalid(name: "delay", value: "0.5 ms", must: "at least the time step, 1.0 ms")) {
            try net.connect(cells, to: cells, .allToAll, weight: 1, delay: 0.5.ms)
        }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .probability(1.5), weight: 1, delay: 1.ms) }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .inDegree(101), weight: 1, delay: 1.ms, repeats: false) }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .inDegree(-1), weight: 1, delay: 1.ms) }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .pairs(sources: [0], targets: [100]), weight: 1, delay: 1.ms) }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .oneToOne, weight: 1, delay: 1.ms, synapse: 1) }
        for count in [2, 99, 101] {
            let values = try Vector(repeating: 1, count: count)
            #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .oneToOne, weights: .values(values), delays: .constant(1.ms)) }
            #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .oneToOne, weights: .constant(1), delays: .values(values)) }
        }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .oneToOne, weights: .constant(1), delays: .uniform(1.ms, 300.ms)) }
        #expect(throws: NeuroError.self) { try net.run(-1.ms) }
        #expect(throws: NeuroError.self) { try net.run(Double.nan.ms) }
        #expect(throws: NeuroError.self) { try net.set(.a, of: cells, to: 1) }
        #expect(throws: NeuroError.self) { try net.addPoisson(to: cells, rate: 1e9.Hz, weight: 1) }
        #expect(net.synapseCount == 0 && net.neuronCount == before.neuronCount)
        var large = try SpikingNetwork(dt: 1.ms)
        let many = try large.add(2_000_000, LIF())
        #expect(throws: NeuroError.self) { try large.connect(many, to: many, .inDegree(1_500), weight: 1, delay: 1.ms) }
        #expect(throws: NeuroError.self) { try large.add(Int.max, LIF()) }
    }

    @Test func aPopulationOfAnotherNetworkIsRefused() throws {
        var (net, _) = try network(10)
        var other = try SpikingNetwork(dt: 1.ms)
        _ = try other.add(5, LIF())
        let foreign = try other.add(5, LIF(), name: "other")
        #expect(throws: NeuroError.self) { try net.spikes(of: foreign) }
        #expect(throws: NeuroError.self) { try net.connect(foreign, to: foreign, .allToAll, weight: 1, delay: 1.ms) }
    }
}

/// Weights that are changed between runs.
struct SynapticScalingTests {
    @Test func weightsAreSetOneByOne() throws {
        var net = try SpikingNetwork(dt: 1.ms, seed: 4)
        let a = try net.add(20, LIF(), name: "a"), b = try net.add(30, LIF(), name: "b")
        try net.connect(a, to: b, .allToAll, weights: .uniform(0, 1), delays: .constant(1.ms))
        try net.connect(a.slice(5 ..< 15), to: b, .outDegree(4), weights: .uniform(0, 1), delays: .uniform(1.ms, 3.ms), plasticity: STDP(maximum: 2))
        let before = net, some = try a.slice(4 ..< 8), few = try b.slice(10 ..< 20)
        let old = try net.connections(from: some, to: few)
        // 4 x 10 of the full matrix, and some of the others.
        #expect(old.count > 40)
        let new = Vector((0 ..< old.count).map { Double($0) / 64 })
        try net.setWeights(from: some, to: few, to: new)
        #expect(try net.connections(from: some, to: few).weights == new)
        // All others are as they were, and so is the copy.
        let all = try net.connections(from: a, to: b), allBefore = try before.connections(from: a, to: b)
        for k in 0 ..< all.count where !(4 ..< 8).contains(all.sources[k]) || !(10 ..< 20).contains(all.targets[k]) {
            #expect(all.weights.elements[k] == allBefore.weights.elements[k])
        }
        #expect(try before.connections(from: some, to: few) == old)
        try net.setWeights(from: a, to: b, to: 0.25)
        #expect(try net.connections(from: a, to: b).weights.elements.allSatisfy { $0 == 0.25 })
        #expect(throws: NeuroError.self) { try net.setWeights(from: some, to: few, to: Vector([1])) }
        #expect(throws: NeuroError.self) { try net.setWeights(from: some, to: few, to: .nan) }
        // Beyond the maximum of the plastic ones; then nothing has changed.
        #expect(throws: NeuroError.self) { try net.setWeights(from: a, to: b, to: 3) }
        #expect(try net.connections(from: a, to: b).weights.elements.allSatisfy { $0 == 0.25 })
        try net.connect(b, to: a, .probability(0.5), weight: 1, delay: 1.ms)
        // One weight for all is changed for all, or not at all.
        try net.setWeights(from: b, to: a, to: 2)
        #expect(try net.connections(from: b, to: a).weights.elements.allSatisfy { $0 == 2 })
        #expect(throws: NeuroError.self) { try net.setWeights(from: b.slice(0 ..< 1), to: a, to: 3) }
        #expect(throws: NeuroError.self) { try net.setWeights(from: b, to: a, to: Vector(repeating: 3, count: net.connections(from: b, to: a).count)) }
        #expect(try net.connections(from: b, to: a).weights.elements.allSatisfy { $0 == 2 })
    }

    @Test func evenDelaysAreSharedOut() throws {
        var net = try SpikingNetwork(dt: 0.5.ms, seed: 4)
        let cells = try net.add(50, LIF())
        try net.connect(cells, to: cells, .outDegree(12), weights: .uniform(0, 1), delays: .even(1.ms, 3.ms))
        let list = try net.connections(from: cells, to: cells)
        for source in 0 ..< 50 {
            let delays = list.sources.indices.filter { list.sources[$0] == source }.map { list.delays.elements[$0] }
            // 12 synapses over the five steps 1, 1.5, …, 3 ms: two or three each.
            for delay in [1, 1.5, 2, 2.5, 3] { #expect((2 ... 3).contains(delays.count { $0 == delay })) }
        }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .inDegree(3), weights: .constant(1), delays: .even(1.ms, 2.ms)) }
        #expect(throws: NeuroError.self) { try net.connect(cells, to: cells, .outDegree(3), weights: .constant(1), delays: .even(3.ms, 2.ms)) }
    }

    @Test(arguments: [true, false])
    func eachTargetsInputsAreScaled(isDense: Bool) throws {
        var net = try SpikingNetwork(dt: 1.ms, seed: 1)
        let cells = try net.add(300, LIF())
        let source = try cells.slice(0 ..< 100), target = try cells.slice(50 ..< 250)
        try net.connect(source, to: cells, isDense ? .allToAll : .probability(0.3), weights: .uniform(1, 2), delays: .constant(1.ms))
        let before = try net.connections(from: source, to: cells)
        try net.scaleWeights(from: source, to: target, by: Vector((0 ..< 200).map { Double($0) / 64 }))
        let after = try net.connections(from: source, to: cells)
        #expect(after.sources == before.sources && after.targets == before.targets)
        for k in 0 ..< before.count {
            let place = before.targets[k] - 50
            let factor = place >= 0 && place < 200 ? Double(place) / 64 : 1
            #expect(abs(try after.weights[k] - before.weights[k] * factor) < 1e-6)
        }
        #expect(throws: NeuroError.self) { try net.scaleWeights(from: source, to: target, by: Vector([1])) }
        #expect(throws: NeuroError.self) { try net.scaleWeights(from: cells.slice(0 ..< 50), to: cells, by: Vector(repeating: 1, count: 300)) }
        #expect(throws: NeuroError.self) { try net.scaleWeights(from: source, to: target, by: Vector(repeating: -1, count: 200)) }
    }
}
