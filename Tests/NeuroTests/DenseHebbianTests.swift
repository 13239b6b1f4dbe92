import Foundation
import Linear
import Neuro
import Testing

struct DenseHebbianTests {
    private func memory(
        _ learning: DenseHebbian.Learning, _ archetypes: Patterns, m: Int, r: Double, order: Int = 3, convention: DenseHopfield.Convention = .noRepeatedIndices, seed: Int
    ) throws -> DenseHebbian {
        var memory = try DenseHebbian(size: archetypes.size, order: order, learning: learning, quality: r, convention: convention)
        try memory.learn(archetypes.examples(m, quality: r, seed: seed), perArchetype: m)
        return memory
    }

    /// Energies of all states of small memories, from the definitions.
    @Test(arguments: [DenseHebbian.Learning.supervised, .unsupervised], [2, 3, 4])
    func energiesOfAllStates(learning: DenseHebbian.Learning, order: Int) throws {
        let n = 7, m = 3, r = 0.7, archetypes = try Patterns.random(count: 4, size: n, seed: 1)
        for convention in [DenseHopfield.Convention.noRepeatedIndices, .fullPower] {
            let memory = try memory(learning, archetypes, m: m, r: r, order: order, convention: convention, seed: 2)
            let rows = try MemoryReference.rows(#require(memory.examples))
            let norm = r * (1 + (1 - r * r) / (Double(m) * r * r)).squareRoot()
            let sets: [[Double]] =
                learning == .unsupervised
                ? rows : (0 ..< 4).map { k in (0 ..< n).map { i in (0 ..< m).reduce(0) { $0 + rows[k * m + $1][i] } / (Double(m) * norm) } }
            let weight = learning == .unsupervised ? 1 / (Double(m) * pow(r, Double(order))) : 1
            for code in 0 ..< 1 << n {
                let s = MemoryReference.spins(code, n)
                #expect(abs(try memory.energy(Vector(s)) - weight * MemoryReference.energy(s, sets, order, convention)) < 1e-9)
            }
        }
    }

    @Test(arguments: [DenseHebbian.Learning.supervised, .unsupervised]) func theEnergyNeverRises(learning: DenseHebbian.Learning) throws {
        let archetypes = try Patterns.random(count: 20, size: 40, seed: 3)
        for (order, convention) in [(3, DenseHopfield.Convention.noRepeatedIndices), (4, .noRepeatedIndices), (3, .fullPower), (5, .fullPower)] {
            let memory = try memory(learning, archetypes, m: 5, r: 0.5, order: order, convention: convention, seed: 4)
            let cues = try Patterns.random(count: 20, size: 40, seed: 5)
            let run = try memory.run(cues, toward: archetypes, dynamics: .metropolis, sweeps: 20, seed: 6)
            for chain in 0 ..< 20 {
                for sweep in 0 ..< 20 { #expect(try run.energies[sweep + 1, chain] <= run.energies[sweep, chain] + 1e-9) }
                #expect(try abs(memory.energy(run.state(cue: chain)) - run.energies[20, chain]) < 1e-9)
            }
        }
    }

    /// With one perfect example of each archetype both are the memory of the archetypes themselves.
    @Test(arguments: [DenseHebbian.Learning.supervised, .unsupervised]) func perfectExamples(learning: DenseHebbian.Learning) throws {
        let archetypes = try Patterns.random(count: 30, size: 50, seed: 7)
        let learnt = try memory(learning, archetypes, m: 1, r: 1, order: 4, seed: 8)
        var dense = try DenseHopfield(size: 50, order: 4)
        try dense.store(archetypes)
        let state = try Patterns.random(count: 1, size: 50, seed: 9)[0]
        #expect(abs(try learnt.energy(state) - dense.energy(state)) < 1e-9)
        #expect(try learnt.majorities() == archetypes)
        #expect(try learnt.overlap(archetypes[3])[3] == 1)
        #expect(learnt.datasetEntropy == 0)
    }

    /// Simulations of another program: mean overlaps and their errors, P = 3, no repeated indices, N = 240 (140 for the last unsupervised one), started at the archetype, 15 sweeps. Compared
    /// within three joint standard errors and the O(1/√N) by which sets of patterns differ.
    @Test(arguments: [
        (0.8, 10, 0.02, 0.0, 0.989, 0.986), (0.6, 10, 0.02, 0.0, 0.953, 0.900), (0.6, 10, 0.02, 0.25, 0.917, 0.892), (0.5, 20, 0.01, 0.0, 0.956, 0.961),
    ])
    func monteCarlo(r: Double, m: Int, load: Double, temperature: Double, supervised: Double, unsupervised: Double) throws {
        for (learning, expected) in [(DenseHebbian.Learning.supervised, supervised), (.unsupervised, unsupervised)] {
            let n = learning == .unsupervised && m == 20 ? 140 : 240
            var all: [Double] = []
            for seed in 0 ..< 4 {
                let archetypes = try Patterns.random(count: Int((load * Double(n * n)).rounded()), size: n, seed: 100 + seed)
                let memory = try memory(learning, archetypes, m: m, r: r, seed: 200 + seed)
                let run = try memory.run(archetypes[0 ..< 4], toward: archetypes[0 ..< 4], dynamics: .glauber, temperatures: [temperature], sweeps: 15, seed: 300 + seed)
                all.append(try run.meanOverlaps[0])
            }
            let mean = all.reduce(0, +) / 4
            let error = (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 12).squareRoot()
            #expect(abs(mean - expected) < 3 * error + 0.03, "\(learning): \(mean) ± \(error), expected \(expected)")
        }
    }

    @Test func normalizations() throws {
        let archetypes = try Patterns.random(count: 5, size: 30, seed: 1), state = try archetypes[0]
        func energy(_ learning: DenseHebbian.Learning, _ normalization: DenseHebbian.Normalization) throws -> Double {
            var memory = try DenseHebbian(size: 30, order: 3, learning: learning, quality: 0.6, normalization: normalization)
            try memory.learn(archetypes.examples(4, quality: 0.6, seed: 2), perArchetype: 4)
            return try memory.energy(state)
        }
        let rho = 0.64 / (4 * 0.36)
        #expect(try abs(energy(.unsupervised, .dataset) * pow(1 + rho, 1.5) - energy(.unsupervised, .archetype)) < 1e-9)
        #expect(try abs(energy(.supervised, .dataset) - energy(.supervised, .archetype)) < 1e-12)
        #expect(try abs(energy(.supervised, .scaled(3)) - 3 * energy(.supervised, .archetype)) < 1e-9)
    }

    @Test func wrongInputIsNamed() throws {
        func says(_ text: String, _ body: () throws -> some Any) {
            #expect { _ = try body() } throws: { "\($0)".contains(text) }
        }
        says("quality is 0.0; it must be above 0 and at most 1") { try DenseHebbian(size: 4, learning: .supervised, quality: 0) }
        says("order is 5; it must be from 2 to 4") { try DenseHebbian(size: 4, order: 5, learning: .supervised, quality: 1) }
        says("convention is .rectified") { try DenseHebbian(size: 4, learning: .supervised, quality: 1, convention: .rectified) }
        var memory = try DenseHebbian(size: 4, learning: .supervised, quality: 0.5)
        says("the memory is empty") { try memory.run(Patterns.random(count: 1, size: 4)) }
        says("the memory is empty") { try memory.majorities() }
        says("examples has shape 5 x 4; it must be a multiple of 2") { try memory.learn(Patterns.random(count: 5, size: 4), perArchetype: 2) }
        try memory.learn(Patterns.random(count: 6, size: 4), perArchetype: 2)
        #expect(memory.count == 3)
        says("perArchetype is 3; it must be 2") { try memory.learn(Patterns.random(count: 6, size: 4), perArchetype: 3) }
        #expect(try JSONDecoder().decode(DenseHebbian.self, from: JSONEncoder().encode(memory)) == memory)
    }
}
