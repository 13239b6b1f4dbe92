import Foundation
import Linear
import Neuro
import Testing

/// Matrices that associate: linear attention, the delta rule, and what they say of conditioning.
struct ConditioningTests {
    private func message(_ body: () throws -> some Any) -> String {
        do { return "\(try body())" } catch { return "\(error)" }
    }

    /// A matrix of random rows of length 1.
    private func unit(_ rows: Int, _ columns: Int, _ random: inout Random) throws -> Matrix {
        let m = try random.normal(rows: rows, columns: columns), norms = m.norm(each: .row).elements
        return try Matrix.fromRows((0 ..< rows).map { try m.row($0) / norms[$0] })
    }

    @Test func outerProductsAddUp() throws {
        var memory = try LinearAttention(keySize: 3, valueSize: 2, rate: 0.5, decay: 0.9)
        try memory.write([1, 2, 3], [1, -1])
        try memory.write([0, 1, 0], [2, 4])
        #expect(memory.state.isClose(to: try Matrix([[0.45, 0.9 + 1, 1.35], [-0.45, -0.9 + 2, -1.35]]), absolute: 1e-12))
        var batch = try LinearAttention(keySize: 3, valueSize: 2, rate: 0.5, decay: 0.9)
        try batch.write(Matrix([[1, 2, 3], [0, 1, 0]]), Matrix([[1, -1], [2, 4]]))
        #expect(batch.state.isClose(to: memory.state, absolute: 1e-12) && batch.count == 2)
        #expect(try memory.read([1, 0, 0]).isClose(to: [0.45, -0.45], absolute: 1e-12))
    }

    /// The disturbance by n - 1 other random keys of length 1 is (n - 1)/d_k, read by the stored keys.
    @Test func interferenceOfRandomKeys() throws {
        for (n, size) in [(16, 64), (33, 32)] {
            var random = Random(seed: 11), sum = 0.0
            let draws = 200
            for _ in 0 ..< draws {
                let keys = try unit(n, size, &random), values = try unit(n, 24, &random)
                var memory = try LinearAttention(keySize: size, valueSize: 24)
                try memory.write(keys, values)
                let miss = try memory.read(keys) - values
                sum += try (miss * miss).sum() / Double(n)
            }
            let expected = try LinearAttention.interference(stored: n, keySize: size)
            #expect(expected == Double(n - 1) / Double(size))
            #expect(abs(sum / Double(draws) / expected - 1) < 0.03, "\(sum / Double(draws)) for \(expected)")
        }
    }

    @Test func theDeltaRuleCorrects() throws {
        var random = Random(seed: 3)
        let keys = try unit(20, 32, &random), values = try random.normal(rows: 20, columns: 4)
        var memory = try DeltaRule(keySize: 32, valueSize: 4)
        try memory.write(keys, values)
        #expect(try memory.read(keys.row(19)).isClose(to: values.row(19), absolute: 1e-12))
        // Again and again it goes to the solution of the linear equations (fewer keys than numbers in each).
        for _ in 0 ..< 400 { try memory.write(keys, values) }
        #expect(try memory.read(keys).isClose(to: values, absolute: 1e-6))
        // One write by hand, with a gate: S ← γ S + β (v − γ S k) kᵀ.
        var gated = try DeltaRule(keySize: 2, valueSize: 1, rate: 0.5, decay: 0.8)
        try gated.write([1, 0], [2])
        try gated.write([1, 1], [3])
        #expect(gated.state.isClose(to: try Matrix([[0.8 + 0.5 * (3 - 0.8), 0.5 * (3 - 0.8)]]), absolute: 1e-12))
    }

    @Test func acquisitionAndExtinction() throws {
        let course = try Conditioning.extinction(before: 12, trials: 15, rate: 0.3)
        for trial in 0 ..< 12 {
            #expect(abs(try course.strengths[trial, 0] - (1 - pow(0.7, Double(trial + 1)))) < 1e-12)
            #expect(abs(course.predictions.elements[trial] - (1 - pow(0.7, Double(trial)))) < 1e-12)
        }
        let top = 1 - pow(0.7, 12.0)
        for trial in 0 ..< 15 { #expect(abs(try course.strengths[12 + trial, 0] - top * pow(0.7, Double(trial + 1))) < 1e-12) }
        #expect(try Conditioning.acquisition(trials: 12, rate: 0.3).strengths == course.strengths[rows: 0 ..< 12])
        // Contiguity alone: strength grows with every pairing and is never unlearnt.
        let hebb = try Conditioning.extinction(before: 12, trials: 15, rate: 0.3, rule: .hebb)
        #expect(abs(hebb.final.elements[0] - 3.6) < 1e-12)
        // With a gate the trace fades: V → β/(1 − γ) by Hebb's rule.
        let faded = try Conditioning.acquisition(trials: 400, rate: 0.3, decay: 0.9, rule: .hebb)
        #expect(abs(faded.final.elements[0] - 3) < 1e-9)
    }

    @Test func blocking() throws {
        let (a, b, rate) = (0.8, 0.4, 0.25)
        let course = try Conditioning.blocking(before: 6, trials: 9, saliences: [a, b], rate: rate)
        let first = 1 - pow(1 - rate * a, 6.0), rest = 1 - pow(1 - rate * (a + b), 9.0)
        let shared = (1 - first) * rest / (a + b)
        #expect(abs(course.final.elements[0] - (first + a * shared)) < 1e-12)
        #expect(abs(course.final.elements[1] - b * shared) < 1e-12)
        let alone = try Conditioning.blocking(before: 0, trials: 9, saliences: [a, b], rate: rate)
        #expect(course.final.elements[1] < 0.3 * alone.final.elements[1])
        // Linear attention blocks nothing.
        let hebb = try Conditioning.blocking(before: 6, trials: 9, saliences: [a, b], rate: rate, rule: .hebb)
        #expect(abs(hebb.final.elements[1] - 9 * rate * b) < 1e-12)
    }

    @Test func overshadowing() throws {
        let course = try Conditioning.overshadowing(trials: 30, saliences: [0.9, 0.3], rate: 0.2)
        let total = 1 - pow(0.76, 30.0)
        #expect(abs(course.final.elements[0] - 0.75 * total) < 1e-12 && abs(course.final.elements[1] - 0.25 * total) < 1e-12)
    }

    @Test func anySchedule() throws {
        // Conditioned inhibition: A followed by the outcome, A with B not.
        let phases = (0 ..< 200).flatMap { _ in [Conditioning.Phase(cues: [0], outcome: 1, trials: 1), Conditioning.Phase(cues: [0, 1], outcome: 0, trials: 1)] }
        let course = try Conditioning.run(phases, saliences: [1, 1], rate: 0.2)
        #expect(abs(course.final.elements[0] - 1) < 1e-6 && abs(course.final.elements[1] + 1) < 1e-6)
        #expect(course.strengths.shape == [400, 2] && course.predictions.count == 400)
        #expect(try Conditioning.run([], saliences: [1]).final == [0])
    }

    @Test func wrongInputIsAnErrorThatNamesIt() throws {
        #expect(message { try LinearAttention(keySize: 0, valueSize: 1) } == "keySize is 0; it must be at least 1")
        #expect(message { try DeltaRule(keySize: 1, valueSize: 1, decay: 1.5) } == "decay is 1.5; it must be from 0 to 1")
        #expect(message { try DeltaRule(keySize: 1, valueSize: 1, rate: .infinity) } == "rate is inf; it must be finite")
        var memory = try LinearAttention(keySize: 2, valueSize: 1)
        #expect(message { try memory.write([1], [1]) } == "keys has shape 1 x 1; it must be 2 columns, as many as a key has numbers")
        #expect(message { try memory.write([1, 2], [1, 2]) }.hasPrefix("values has shape 1 x 2; it must be 1 x 1"))
        #expect(message { try memory.write([1, .nan], [1]) } == "keys holds a value that is not finite at position 1")
        #expect(message { try memory.read([1]) }.hasPrefix("queries has shape 1 x 1"))
        var wild = try DeltaRule(keySize: 1, valueSize: 1, rate: 10)
        let long = try Matrix(rows: 2000, columns: 1, repeating: 10), ones = try Matrix.ones(rows: 2000, columns: 1)
        #expect(message { try wild.write(long, ones) }.hasPrefix("the memory left the finite numbers"))
        #expect(wild.count == 0 && wild.state.elements == [0])
        #expect(message { try LinearAttention.interference(stored: 0, keySize: 4) } == "stored is 0; it must be at least 1")
        #expect(message { try Conditioning.acquisition(trials: -1) } == "trials is -1; it must be at least 0")
        #expect(message { try Conditioning.acquisition(trials: 1, rate: 0) } == "rate is 0.0; it must be finite and above 0")
        #expect(message { try Conditioning.blocking(before: 1, trials: 1, saliences: [1]) } == "saliences has shape 1; it must be two numbers, one for each cue")
        #expect(message { try Conditioning.run([.init(cues: [2], outcome: 1, trials: 1)], saliences: [1, 1]) } == "cues is [2]; it must be different numbers in 0..<2")
        #expect(message { try Conditioning.run([.init(cues: [0], outcome: .nan, trials: 1)], saliences: [1]) } == "outcome is nan; it must be finite")
    }
}
