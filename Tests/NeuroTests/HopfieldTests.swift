import Foundation
import Linear
import Neuro
import Testing

struct HopfieldTests {
    static let rules: [Hopfield.Rule] = [.hebb, .storkey, .pseudoinverse, .covariance(0.5), .covariance(0.2), .oja(rate: 0.02), .perceptron(margin: 0.3)]

    private func stored(_ rule: Hopfield.Rule, _ patterns: Patterns) throws -> Hopfield {
        var memory = try Hopfield(size: patterns.size, rule: rule)
        try memory.store(patterns)
        return memory
    }

    /// The couplings, from the definition of each rule.
    @Test func couplings() throws {
        let n = 9, patterns = try Patterns.random(count: 4, size: n, seed: 1), rows = try MemoryReference.rows(patterns)
        func expect(_ rule: Hopfield.Rule, _ tolerance: Double = 1e-12, _ w: (Int, Int) -> Double) throws {
            let weights = try stored(rule, patterns).weights()
            for i in 0 ..< n {
                for j in 0 ..< n { #expect(abs(try weights[i, j] - (i == j ? 0 : w(i, j))) < tolerance, "\(rule) \(i) \(j)") }
            }
        }
        try expect(.hebb) { i, j in rows.reduce(0) { $0 + $1[i] * $1[j] } / Double(n) }
        try expect(.covariance(0.3)) { i, j in
            rows.reduce(0) { $0 + (($1[i] + 1) / 2 - 0.3) * (($1[j] + 1) / 2 - 0.3) } / (Double(n) * 0.3 * 0.7)
        }
        var w = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
        for x in rows {
            let before = w
            func h(_ i: Int, _ j: Int) -> Double { (0 ..< n).reduce(0) { $1 == i || $1 == j ? $0 : $0 + before[i][$1] * x[$1] } }
            for i in 0 ..< n {
                for j in 0 ..< n where i != j { w[i][j] += (x[i] * x[j] - x[i] * h(j, i) - h(i, j) * x[j]) / Double(n) }
            }
        }
        try expect(.storkey) { w[$0][$1] }
        var faded = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
        for x in rows { for i in 0 ..< n { for j in 0 ..< n { faded[i][j] = 0.7 * faded[i][j] + x[i] * x[j] / Double(n) } } }
        try expect(.oja(rate: 0.3)) { faded[$0][$1] }
        // The projector is symmetric, idempotent, and leaves the patterns as they are. Its diagonal is what W lacks.
        let p = try patterns.matrix.pseudoinverse() %*% patterns.matrix
        try expect(.pseudoinverse, 1e-9) { try! p[$0, $1] }
    }

    @Test func couplingsOfManyPositions() throws {
        for (n, k) in [(64, 3), (65, 130), (200, 64)] {
            let patterns = try Patterns.random(count: k, size: n, seed: 2), weights = try stored(.hebb, patterns).weights()
            var expected = try patterns.matrix.transposeMultiplied(by: patterns.matrix) / Double(n)
            for i in 0 ..< n { try expected.set(0, row: i, column: i) }
            #expect(zip(weights.elements, expected.elements).allSatisfy { abs($0 - $1) < 1e-12 })
        }
    }

    @Test(arguments: rules) func energyAndFields(rule: Hopfield.Rule) throws {
        let n = 10, memory = try stored(rule, Patterns.random(count: 3, size: n, seed: 4)), weights = try memory.weights()
        // Twice the threshold that `.covariance` has, from its documentation.
        var center = 0.0
        if case .covariance(let a) = rule { center = 1 - 2 * a }
        for code in 0 ..< 1 << n {
            let s = MemoryReference.spins(code, n)
            var energy = 0.0
            let fields = try memory.fields(Vector(s)).elements
            for i in 0 ..< n {
                let own = try (0 ..< n).reduce(0.0) { try $0 + weights[i, $1] * s[$1] }
                let bias = try (0 ..< n).reduce(0.0) { try $0 + weights[i, $1] * center } - center
                energy -= 0.5 * s[i] * own + bias * s[i]
                #expect(abs(fields[i] - own - bias) < 1e-9)
            }
            #expect(abs(try memory.energy(Vector(s)) - energy) < 1e-9)
        }
    }

    @Test(arguments: rules) func theEnergyNeverRises(rule: Hopfield.Rule) throws {
        if case .perceptron = rule { return }
        let memory = try stored(rule, Patterns.random(count: 12, size: 50, seed: 5)), cues = try Patterns.random(count: 30, size: 50, seed: 6)
        for dynamics in [Dynamics.sequential, .glauber, .metropolis] {
            let run = try memory.run(cues, toward: cues, dynamics: dynamics, sweeps: 30, seed: 7)
            for chain in 0 ..< 30 {
                for sweep in 0 ..< 30 { #expect(try run.energies[sweep + 1, chain] <= run.energies[sweep, chain] + 1e-9) }
                if dynamics == .sequential {
                    let state = try run.state(cue: chain)
                    for (h, s) in zip(try memory.fields(state).elements, state.elements) { #expect(h * s > -1e-9) }
                }
            }
        }
    }

    /// Oja's decay: stored at once or one by one it is the same, and of more patterns than Hebb's rule can hold the newest are kept and the oldest lost.
    @Test func oldPatternsFade() throws {
        let n = 200, patterns = try Patterns.random(count: 100, size: n, seed: 12)
        var oneByOne = try Hopfield(size: n, rule: .oja(rate: 0.05))
        for k in 0 ..< 100 { try oneByOne.store(patterns[k ..< k + 1]) }
        let memory = try stored(.oja(rate: 0.05), patterns)
        #expect(try zip(oneByOne.weights().elements, memory.weights().elements).allSatisfy { abs($0 - $1) < 1e-12 })
        func kept(_ memory: Hopfield, _ range: Range<Int>) throws -> Double { try memory.run(patterns[range], toward: patterns[range], sweeps: 50).meanOverlaps[0] }
        #expect(try kept(memory, 95 ..< 100) > 0.97)
        #expect(try kept(memory, 0 ..< 20) < 0.6)
        #expect(try kept(stored(.hebb, patterns), 95 ..< 100) < 0.7)
    }

    /// What each rule is for: loads that the ones before it do not hold.
    @Test func capacities() throws {
        func kept(_ rule: Hopfield.Rule, _ patterns: Patterns) throws -> Double { try stored(rule, patterns).run(patterns, sweeps: 50).meanOverlaps[0] }
        let n = 200, light = try Patterns.random(count: 16, size: n, seed: 8), heavy = try Patterns.random(count: 100, size: n, seed: 9)
        for rule in Self.rules {
            if case .covariance(0.2) = rule { continue }
            #expect(try kept(rule, light) > 0.99)
        }
        #expect(try kept(.hebb, heavy) < 0.7)
        #expect(try kept(.pseudoinverse, heavy) == 1)
        #expect(try kept(.perceptron(margin: 0.3), heavy) == 1)
        #expect(try kept(.storkey, Patterns.random(count: 50, size: n, seed: 10)) > kept(.hebb, Patterns.random(count: 50, size: n, seed: 10)))
        // Sparse patterns: Hebb's rule makes one state of them.
        let sparse = try Patterns.random(count: 30, size: n, activity: 0.1, seed: 11)
        let covariance = try stored(.covariance(0.1), sparse), hebb = try stored(.hebb, sparse)
        func right(_ memory: Hopfield) throws -> Double {
            let states = try memory.run(sparse, sweeps: 50).states
            let active = try (0 ..< 30).flatMap { k in try zip(states[k].elements, sparse[k].elements).filter { $0.1 > 0 } }
            return Double(active.count { $0.0 > 0 }) / Double(active.count)
        }
        #expect(try right(covariance) > 0.95)
        #expect(try right(hebb) < 0.5)
    }

    /// 0.1379 N patterns is where retrieval ends (Amit, Gutfreund and Sompolinsky 1985, doi:10.1103/PhysRevLett.55.1530).
    @Test func aroundTheCapacity() throws {
        let map = try DenseHopfield.phaseDiagram(
            size: 1500, order: 2, loads: [0.05, 0.1, 0.2], temperatures: [0, 0.5, 1.5], sweeps: 40, seeds: 3, seed: 1)
        // 0.05 and 0.1: 1 - m is 5e-6 and 3e-3 in theory.
        #expect(try map.overlaps[0, 0] > 0.999)
        #expect(try abs(map.overlaps[0, 1] - 0.995) < 0.01)
        #expect(try map.overlaps[0, 2] < 0.75)
        #expect(try map.overlaps[2, 0] < 0.2)
        #expect(map.capacities(threshold: 0.9).elements[0] > 0.1)
    }

    @Test func patternsMayDepend() throws {
        let one = try Patterns.random(count: 3, size: 40, seed: 12), memory = try stored(.pseudoinverse, one.appending(one))
        #expect(try memory.run(one).meanOverlaps[0] == 1)
        for rule in Self.rules {
            let alone = try stored(rule, one[0 ..< 1])
            if case .covariance(0.2) = rule { continue }
            #expect(try alone.recall(one.flipped(probability: 0.1, seed: 1)[0]) == one[0])
        }
    }

    /// One call with all patterns, or one for each.
    @Test(arguments: rules) func storingInSteps(rule: Hopfield.Rule) throws {
        let patterns = try Patterns.random(count: 4, size: 30, seed: 13)
        var steps = try Hopfield(size: 30, rule: rule)
        for k in 0 ..< 4 { try steps.store(patterns[k ..< k + 1]) }
        #expect(steps.count == 4)
        #expect(zip(try steps.weights().elements, try stored(rule, patterns).weights().elements).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func wrongInputIsNamed() throws {
        func says(_ text: String, _ body: () throws -> some Any) {
            #expect { _ = try body() } throws: { "\($0)".contains(text) }
        }
        says("size is 0") { try Hopfield(size: 0) }
        says("rate is 1.0") { try Hopfield(size: 3, rule: .oja(rate: 1)) }
        says("the activity is 1.0; it must be above 0 and below 1") { try Hopfield(size: 4, rule: .covariance(1)) }
        says("margin is -1.0") { try Hopfield(size: 4, rule: .perceptron(margin: -1)) }
        says("too large") { try Hopfield(size: 1 << 22, rule: .storkey) }
        says("the memory is empty") { try Hopfield(size: 4).weights() }
        var memory = try Hopfield(size: 20, rule: .perceptron(margin: 0))
        says("found no couplings of spin") { try memory.store(Patterns.random(count: 60, size: 20, seed: 1)) }
        #expect(memory.count == 0)
    }

    @Test(arguments: rules) func savesAsItIs(rule: Hopfield.Rule) throws {
        let memory = try stored(rule, Patterns.random(count: 3, size: 20, seed: 1))
        #expect(try JSONDecoder().decode(Hopfield.self, from: JSONEncoder().encode(memory)) == memory)
    }
}
