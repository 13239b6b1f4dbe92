import Foundation
import Linear
import Neuro
import Testing

@Suite struct FORCETests {
    private static func sines(_ steps: Int, from first: Int = 0) throws -> Matrix {
        var values: [Double] = []
        for t in first ..< first + steps {
            let phase = Double(t) / 12
            values.append(0.6 * sin(phase) + 0.3 * sin(2 * phase))
        }
        return try Matrix(rows: steps, columns: 1, elements: values)
    }

    /// Reservoir, feedback and recursive least squares by plain loops, learning at every second step.
    @Test(arguments: [RLS.Gain.updated, .previous]) func theLoopIsThePlainLoop(gain: RLS.Gain) throws {
        let n = 14
        let esn = try Reservoir(units: n, inputs: 2, spectralRadius: 1.3, density: 0.5, leakRate: 0.4, feedback: 1, seed: 3)
        var force = try FORCE(esn.node, penalty: 4, every: 2, gain: gain)
        var random = Random(seed: 9)
        let inputs = try random.uniform(rows: 60, columns: 2, in: -0.5 ..< 0.5), targets = try Self.sines(60)
        let said = try force.learn(targets[rows: ..<40], inputs: inputs[rows: ..<40])
        let alone = try force.run(steps: 20, inputs: inputs[rows: 40...])

        func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }
        var node = esn, z = 0.0
        var w = [Double](repeating: 0, count: n), expected: [Double] = []
        var p = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
        for i in 0 ..< n { p[i][i] = 0.25 }
        for t in 0 ..< 60 {
            let x = try node.step(inputs.row(t), feedback: [z]).elements
            z = dot(w, x)
            expected.append(z)
            guard t < 40, t % 2 == 1 else { continue }
            let k = p.map { dot($0, x) }
            let divisor = 1 + dot(k, x)
            let error = try targets[t, 0] - z
            let share = gain == .updated ? 1 / divisor : 1
            for i in 0 ..< n {
                w[i] += share * k[i] * error
                for j in 0 ..< n { p[i][j] -= k[i] * k[j] / divisor }
            }
            z = dot(w, x)
        }
        #expect(largestDifference(said.elements + alone.elements, expected) < 1e-9)
        #expect(largestDifference(try force.readout().weights().elements, w) < 1e-9)
        #expect(force.steps == 60 && force.output.elements == [alone.elements[19]])
    }

    /// A network that is chaotic by itself goes on with the wave that it was taught.
    @Test func aWaveGoesOnAlone() throws {
        let esn = try Reservoir(units: 300, spectralRadius: 1.5, leakRate: 0.2, feedback: 1, seed: 1)
        var force = try FORCE(esn.node, penalty: 1)
        let said = try force.learn(Self.sines(3_000))
        // The error is small from the beginning on: that is what gives the method its name.
        #expect(try rmse(said[rows: 100 ..< 300], Self.sines(200, from: 100)) < 0.05)
        let saved = try JSONDecoder().decode(FORCE.self, from: JSONEncoder().encode(force))
        let alone = try force.run(steps: 400)
        #expect(try nrmse(alone, Self.sines(400, from: 3_000)) < 0.1)
        var again = saved
        #expect(try again.run(steps: 400) == alone)
        // Without having learnt it does not.
        var untaught = try FORCE(esn.node)
        #expect(try untaught.run(steps: 400) == Matrix(rows: 400, columns: 1, repeating: 0))
    }

    /// The demonstration of Sussillo and Abbott, a sine and the sum of four (1, 1/2, 1/6, 1/3 times 1.3/1.5), as networks drawn by default learn it: nine of ten at least go on alone for five to ten periods.
    @Test(arguments: [(60, [1.0]), (240, [1.0, 0.5, 1.0 / 6, 1.0 / 3])]) func networksStayWithWhatTheyLearnt(_ period: Int, _ heights: [Double]) throws {
        let learning = heights.count == 1 ? 1_500 : 2_880, alone = heights.count == 1 ? 600 : 1_200
        let wave = (0 ..< learning + alone).map { t in
            heights.enumerated().reduce(0.0) { sum, part in
                sum + (heights.count == 1 ? 1 : 1.3 / 1.5) * part.element * sin(2 * Double.pi * Double(part.offset + 1) * Double(t) / Double(period))
            }
        }
        let target = Matrix.column(Vector(wave))
        let errors = try (0 ..< 10).map { seed in
            var force = try FORCE(units: 300, seed: seed)
            try force.learn(target[rows: ..<learning])
            return try nrmse(force.run(steps: alone), target[rows: learning...])
        }
        #expect(errors.count { $0 < 0.2 } >= 9, "\(errors)")
    }

    @Test func badInputIsNamed() throws {
        let esn = try Reservoir(units: 10, inputs: 2, feedback: 1, seed: 1)
        var force = try FORCE(esn.node)
        let before = force
        let calls: [(String, () throws -> Void)] = [
            ("feedback is 0; it must be at least 1: FORCE learns through the outputs that are fed back", { _ = try FORCE(Reservoir(units: 10).node) }),
            ("outputs is 0; it must be at least 1", { _ = try FORCE(units: 10, outputs: 0) }),
            ("units is 0; it must be at least 1", { _ = try FORCE(units: 0) }),
            ("every is 0; it must be at least 1", { _ = try FORCE(esn.node, every: 0) }),
            ("penalty is -1.0; it must be finite and above 0", { _ = try FORCE(esn.node, penalty: -1) }),
            ("steps is 0; it must be at least 1", { _ = try force.run(steps: 0) }),
            ("targets has shape 3 x 2; it must be of 1 columns, one for each output", { _ = try force.learn(Matrix(rows: 3, columns: 2, repeating: 0)) }),
            (
                "inputs has shape 2 x 2; it must be 3 x 2, a row for each step and a column for each input",
                {
                    _ = try force.learn(Matrix(rows: 3, columns: 1, repeating: 0), inputs: Matrix(rows: 2, columns: 2, repeating: 0))
                }
            ),
            ("targets holds a value that is not finite at position 1", { _ = try force.learn(Matrix([[1], [.nan]])) }),
        ]
        for (message, call) in calls {
            let error = #expect(throws: (any Error).self) { try call() }
            #expect(error.map { "\($0)" } == message)
        }
        #expect(force == before)
    }
}
