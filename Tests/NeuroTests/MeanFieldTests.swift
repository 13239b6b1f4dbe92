import Foundation
import Linear
import Neuro
import Testing

struct MeanFieldTests {
    /// One step at a high temperature tells the fields: they are sums over products of different magnetizations.
    @Test(arguments: [2, 3, 4], [DenseHopfield.Convention.noRepeatedIndices, .fullPower])
    func fieldsOfMagnetizations(order: Int, convention: DenseHopfield.Convention) throws {
        let n = 9, patterns = try Patterns.random(count: 70, size: n, seed: 1), rows = try MemoryReference.rows(patterns)
        var memory = try DenseHopfield(size: n, order: order, convention: convention), random = Random(seed: 2)
        try memory.store(patterns)
        let m = try random.uniform(count: n, in: -1 ..< 1), temperature = 50.0
        let next = try memory.meanField(m, temperature: temperature, steps: 1)
        #expect(next.steps == 1 && !next.converged)
        for i in 0 ..< n {
            let expected = rows.reduce(0) { sum, x in
                let others = (0 ..< n).filter { $0 != i }.map { x[$0] * m.elements[$0] }
                let different = MemoryReference.factorial(order - 1) * MemoryReference.elementary(order - 1, others[...])
                let f = convention == .fullPower ? pow(others.reduce(0, +), Double(order - 1)) : different
                return sum + x[i] * f * pow(Double(n), Double(1 - order))
            }
            #expect(abs(atanh(next.magnetizations.elements[i]) * temperature - expected) < 1e-9)
        }
    }

    /// A single pattern: m = tanh(β m (N − 1)/N) along it.
    @Test func onePattern() throws {
        let n = 60, pattern = try Patterns.random(count: 1, size: n, seed: 3)
        var memory = try DenseHopfield(size: n, order: 2)
        try memory.store(pattern)
        let found = try memory.meanField(pattern[0], temperature: 0.6, steps: 2000, tolerance: 1e-12)
        #expect(found.converged)
        for (m, x) in zip(found.magnetizations.elements, try pattern[0].elements) { #expect(abs(m * x - tanh(m * x * 59 / 60 / 0.6)) < 1e-10) }
        #expect(try memory.meanField(pattern[0], temperature: 1.2, steps: 2000).magnetizations.elements.allSatisfy { abs($0) < 1e-3 })
    }

    /// The second order ends in a solution of the equations of Thouless, Anderson and Palmer, which is nearer to what chains do than the first.
    @Test func secondOrder() throws {
        let n = 400, temperature = 0.6, patterns = try Patterns.random(count: 24, size: n, seed: 4)
        var memory = try DenseHopfield(size: n, order: 2), couplings = try Hopfield(size: n)
        try memory.store(patterns)
        try couplings.store(patterns)
        let w = try couplings.weights(), start = try patterns[0]
        let second = try memory.meanField(start, temperature: temperature, order: 2, steps: 2000, tolerance: 1e-11)
        #expect(second.converged)
        let m = second.magnetizations.elements, field = try w %*% second.magnetizations
        for i in 0 ..< n {
            let reaction = try (0 ..< n).reduce(0.0) { try $0 + w[i, $1] * w[i, $1] * (1 - m[$1] * m[$1]) }
            #expect(abs(m[i] - tanh((field.elements[i] - m[i] * reaction / temperature) / temperature)) < 1e-9)
        }
        let first = try memory.meanField(start, temperature: temperature, steps: 2000)
        let run = try memory.run(patterns[0 ..< 1], dynamics: .glauber, temperatures: [temperature], replicas: 200, sweeps: 60, seed: 5)
        let truth = run.meanOverlaps.elements[0], overlap = { (m: Vector) in try patterns.overlaps(with: m).elements[0] }
        #expect(try abs(overlap(second.magnetizations) - truth) < abs(overlap(first.magnetizations) - truth))
        #expect(try abs(overlap(second.magnetizations) - truth) < 0.03)
    }

    @Test func basins() throws {
        var memory = try DenseHopfield(size: 120, order: 3), classic = try Hopfield(size: 120)
        let patterns = try Patterns.random(count: 400, size: 120, seed: 6)
        try memory.store(patterns)
        try classic.store(patterns[0 ..< 8])
        for basin in [
            try memory.basin(initialOverlaps: [0.1, 0.5, 0.8, 1], patterns: 20, seed: 7), try classic.basin(initialOverlaps: [0.1, 0.5, 0.8, 1], patterns: 20, seed: 7),
        ] {
            #expect(basin.finalOverlaps.elements[3] > 0.97 && basin.retrieved.elements[3] > 0.9)
            #expect(basin.finalOverlaps.elements[0] < 0.6)
            #expect(basin.finalOverlaps.elements[2] > basin.finalOverlaps.elements[0] + 0.3)
        }
    }

    @Test func wrongInputIsNamed() throws {
        func says(_ text: String, _ body: () throws -> some Any) {
            #expect { _ = try body() } throws: { "\($0)".contains(text) }
        }
        var memory = try DenseHopfield(size: 4)
        says("the memory is empty") { try memory.meanField([1, 1, 1, 1], temperature: 1) }
        try memory.store(Patterns.random(count: 2, size: 4))
        says("cue has shape 3") { try memory.meanField([1, 1, 1], temperature: 1) }
        says("value 2 of cue is 1.5; it must be from -1 to 1") { try memory.meanField([1, 1, 1.5, 1], temperature: 1) }
        says("temperature is 0.0") { try memory.meanField([1, 1, 1, 1], temperature: 0) }
        says("order is 2; it must be 1") { try memory.meanField([1, 1, 1, 1], temperature: 1, order: 2) }
        says("initialOverlaps is 2.0") { try memory.basin(initialOverlaps: [2]) }
        says("patterns is 0") { try memory.basin(initialOverlaps: [1], patterns: 0) }
    }
}
