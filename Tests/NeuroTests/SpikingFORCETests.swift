import Foundation
import Linear
import Neuro
import Testing

/// Spiking neurons under FORCE learning, and the task of the sine.
@Suite struct SpikingFORCETests {
    /// The results of a plain loop in NumPy: see Reference/make_spiking_force.py.
    private struct Reference: Decodable {
        struct Case: Decodable {
            let outputs, every, spikes: Int
            let gain: String
            let penalty: Double
            let recurrent, feedback, potentials, z: [Double]
        }
        let neurons, steps, stride: Int
        let learning: [Int]
        let bias: Double
        let cases: [Case]
    }

    private func reference() throws -> Reference {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/spiking_force.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    }

    private func network(_ part: Reference.Case, _ reference: Reference) throws -> SpikingFORCE {
        let n = reference.neurons
        return try SpikingFORCE(
            recurrent: Matrix(rows: n, columns: n, elements: part.recurrent), feedback: Matrix(rows: n, columns: part.outputs, elements: part.feedback),
            potentials: Vector(part.potentials), bias: reference.bias.pA, penalty: part.penalty, every: part.every, gain: part.gain == "previous" ? .previous : .updated)
    }

    private static func sines(_ steps: Range<Int>, outputs: Int) throws -> Matrix {
        try Matrix(
            rows: steps.count, columns: outputs,
            elements: steps.flatMap { t in (1 ... outputs).map { sin(2 * Double.pi * 5 * Double(t + 1) * 0.04 / 1000 * Double($0)) } })
    }

    @Test func aPlainLoopGivesTheSameOutputsAndSpikes() throws {
        let reference = try reference(), (first, last) = (reference.learning[0], reference.learning[1])
        #expect(reference.cases.count == 2)
        for part in reference.cases {
            var force = try network(part, reference)
            var outputs = try force.run(steps: first).elements
            outputs += try force.learn(Self.sines(first ..< last, outputs: part.outputs)).elements
            outputs += try force.run(steps: reference.steps - last).elements
            let k = part.outputs
            let taken = stride(from: reference.stride - 1, to: reference.steps, by: reference.stride).flatMap { Array(outputs[$0 * k ..< $0 * k + k]) }
            #expect(taken.count == part.z.count)
            #expect(zip(taken, part.z).allSatisfy { abs($0 - $1) < 1e-9 }, "\(part.gain)")
            #expect(part.z.contains { abs($0) > 0.5 })
            #expect(force.spikes == part.spikes)
            #expect(force.steps == reference.steps)
            #expect(abs(force.rate - Double(part.spikes) / Double(reference.neurons) / (Double(reference.steps) * 4e-5)) < 1e-9)
        }
    }

    @Test func itGoesOnWhereItWasAlsoWhenSaved() throws {
        let reference = try reference()
        var whole = try network(reference.cases[1], reference), parts = whole
        let sines = try Self.sines(0 ..< 1_500, outputs: 2)
        let outputs = try whole.learn(sines)
        #expect(try parts.learn(sines[rows: ..<701]) == outputs[rows: ..<701])
        var saved = try JSONDecoder().decode(SpikingFORCE.self, from: JSONEncoder().encode(parts))
        #expect(saved == parts)
        #expect(try parts.learn(sines[rows: 701...]) == outputs[rows: 701...])
        #expect(parts == whole)
        #expect(try saved.learn(sines[rows: 701...]) == outputs[rows: 701...])
        #expect(saved == whole)
    }

    @Test func aSingleNeuronFiresAsItsEquationSays() throws {
        // Without weights the readout stays 0, and the neuron follows the Euler steps of its own equation.
        var force = try SpikingFORCE(recurrent: Matrix([[0]]), feedback: Matrix([[0]]), potentials: Vector([-60]), bias: 2_000.pA)
        #expect(try force.run(steps: 25_000).elements.allSatisfy { $0 == 0 })
        var v = -60.0, u = 0.0, spikes = 0
        for _ in 0 ..< 25_000 {
            let old = v
            v += 0.04 * (2.5 * (v + 60) * (v + 19.2) - u + 2_000) / 250
            u += 0.04 * 0.01 * (-2 * (old + 60) - u)
            if v >= 30 { (v, u, spikes) = (-65, u + 200, spikes + 1) }
        }
        #expect(force.spikes == spikes)
        #expect(spikes > 5)
    }

    @Test func networksDrawnHaveThePublishedLaws() throws {
        let force = try SpikingFORCE(neurons: 100, seed: 3)
        #expect(try force == SpikingFORCE(neurons: 100, seed: 3))
        #expect(try force != SpikingFORCE(neurons: 100, seed: 4))
        #expect((force.neurons, force.outputs, force.every, force.bias, force.rate) == (100, 1, 20, 1_000, 0))
        #expect(force.rls.penalty == 0.5 && force.rls.gain == .previous && !force.rls.hasIntercept)
        #expect(force.dt == 0.04.ms)
        // Without connections the bias decides whether they fire: at half of the published one those alone that began above the threshold, once.
        var counts: [Int] = []
        for bias in [500.0, 1_500] {
            var alone = try SpikingFORCE(neurons: 50, coupling: 0.pA, feedback: 0.pA, bias: bias.pA, seed: 1)
            _ = try alone.run(steps: 25_000)
            counts.append(alone.spikes)
        }
        #expect(0 < counts[0] && counts[0] <= 50 && counts[1] > 100, "\(counts)")
    }

    @Test func badInputIsNamed() throws {
        var force = try SpikingFORCE(neurons: 4, outputs: 2)
        let before = force, one = try Matrix([[0]]), two = try SpikingFORCE(neurons: 4, outputs: 2)
        let calls: [(String, () throws -> Void)] = [
            ("neurons is 0; it must be at least 1", { _ = try SpikingFORCE(neurons: 0) }),
            ("outputs is 0; it must be at least 1", { _ = try SpikingFORCE(neurons: 3, outputs: 0) }),
            ("density is 0.0; it must be above 0 and at most 1", { _ = try SpikingFORCE(neurons: 3, density: 0) }),
            ("density is nan; it must be above 0 and at most 1", { _ = try SpikingFORCE(neurons: 3, density: .nan) }),
            ("every is 0; it must be at least 1", { _ = try SpikingFORCE(neurons: 3, every: 0) }),
            ("penalty is -1.0; it must be finite and above 0", { _ = try SpikingFORCE(neurons: 3, penalty: -1) }),
            ("coupling holds a value that is not finite at position 0", { _ = try SpikingFORCE(neurons: 3, coupling: Double.nan.pA) }),
            ("bias holds a value that is not finite at position 0", { _ = try SpikingFORCE(neurons: 3, bias: Double.infinity.pA) }),
            ("recurrent has shape 1 x 1; it must be 2 x 2, as there are potentials", { _ = try SpikingFORCE(recurrent: one, feedback: one, potentials: Vector([0, 0])) }),
            (
                "feedback has shape 1 x 1; it must be 2 rows, one for each neuron, of at least one column, one for each output",
                { _ = try SpikingFORCE(recurrent: Matrix(rows: 2, columns: 2, repeating: 0), feedback: one, potentials: Vector([0, 0])) }
            ),
            ("potentials has shape 0; it must be at least one, one for each neuron", { _ = try SpikingFORCE(recurrent: one, feedback: one, potentials: Vector([])) }),
            ("recurrent holds a value that is not finite at position 0", { _ = try SpikingFORCE(recurrent: Matrix([[.nan]]), feedback: one, potentials: Vector([0])) }),
            ("steps is 0; it must be at least 1", { _ = try force.run(steps: 0) }),
            ("targets has shape 3 x 1; it must be of 2 columns, one for each output", { _ = try force.learn(Vector([1, 2, 3])) }),
            ("targets holds a value that is not finite at position 1", { _ = try force.learn(Matrix([[1, .nan]])) }),
            ("outputs is 2; it must be 1, the sine", { _ = try ForceSine(two) }),
            ("frequency is 0.0; it must be above 0 and at most 500 Hz", { _ = try ForceSine(neurons: 2, frequency: 0) }),
            ("learning is 0.0 ms; it must be at least 1 ms, and at most 1e9 ms", { _ = try ForceSine(neurons: 2, learning: 0.ms) }),
            ("after is nan ms; it must be at least 2 ms, and at most 1e9 ms", { _ = try ForceSine(neurons: 2, after: Double.nan.ms) }),
        ]
        for (message, call) in calls {
            let error = #expect(throws: (any Error).self, "\(message)") { try call() }
            #expect(error.map { "\($0)" } == message)
        }
        #expect(force == before)
        for steps in [Int.max, 1 << 60] { #expect(throws: (any Error).self) { try force.run(steps: steps) } }
        #expect(throws: (any Error).self) { try SpikingFORCE(neurons: .max) }
        #expect(throws: (any Error).self) { try SpikingFORCE(neurons: 1 << 31) }
    }

    @Test func damagedNetworksAreRefusedWhenTheyAreRead() throws {
        let force = try SpikingFORCE(neurons: 3, seed: 1), text = try #require(String(data: JSONEncoder().encode(force), encoding: .utf8))
        let damages = [
            ("\"every\":20", "\"every\":0"), ("\"steps\":0", "\"steps\":-1"), ("\"spikes\":0", "\"spikes\":-1"), ("\"cells\":[", "\"cells\":[0,"),
            ("\"bias\":1000", "\"bias\":1e999"),
        ]
        for (from, to) in damages {
            let damaged = text.replacingOccurrences(of: from, with: to)
            #expect(damaged != text, "\(from)")
            #expect(throws: (any Error).self, "\(from)") { try JSONDecoder().decode(SpikingFORCE.self, from: Data(damaged.utf8)) }
        }
    }

    @Test func theTaskIsOneRunInThreeParts() throws {
        let network = try SpikingFORCE(neurons: 60, seed: 2)
        let task = try ForceSine(network, frequency: 20, before: 20.ms, learning: 60.ms, after: 30.ms)
        #expect((task.before, task.learning, task.after) == (20.ms, 60.ms, 30.ms))
        #expect(task.description.hasPrefix("ForceSine(20.0 Hz, 20.0 ms + 60.0 ms + 30.0 ms, error: "))
        var again = network
        let wave = (1 ... 110 * 25).map { sin(2 * Double.pi * 20 * Double($0) * 4e-5) }
        var outputs = try again.run(steps: 500).elements
        outputs += try again.learn(Vector(Array(wave[500 ..< 2_000]))).elements
        outputs += try again.run(steps: 750).elements
        #expect(task.output.count == 110 && task.target.count == 110)
        for t in 0 ..< 110 {
            #expect(try abs(task.output[t] - outputs[25 * t + 24]) < 1e-6)
            #expect(try abs(task.target[t] - wave[25 * t + 24]) < 1e-12)
        }
        #expect(task.network.steps == again.steps && task.rate > 0)
        #expect(try abs(task.error - nrmse(task.output[80...], task.target[80...])) < 1e-12)
        #expect(try JSONDecoder().decode(ForceSine.self, from: JSONEncoder().encode(task)) == task)
    }
}
