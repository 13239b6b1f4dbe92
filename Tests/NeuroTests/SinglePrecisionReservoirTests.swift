import Foundation
import Linear
import Neuro
import Testing

/// Reservoirs whose states have single precision: the plain loop in Float is their definition, to the bit.
@Suite struct SinglePrecisionReservoirTests {
    /// Rows of unequal length, some of them empty, units that do not fill the last slice, two inputs, a leak for each unit.
    private func network(units n: Int, density: Double, activation: Activation = .identity) throws -> Reservoir {
        var random = Random(seed: n)
        let links = try random.uniform(rows: n, columns: n), weights = try random.normal(rows: n, columns: n, standardDeviation: 0.5 / (1 + density * Double(n)).squareRoot())
        let w = try Matrix(rows: n, columns: n, elements: zip(links.elements, weights.elements).map { $0 < density ? $1 : 0 })
        var reservoir = try Reservoir(recurrent: w, input: random.normal(rows: n, columns: 2), bias: random.normal(count: n), activation: activation, precision: .single)
        try reservoir.setLeakRates(random.uniform(count: n, in: 0.2 ..< 1))
        return reservoir
    }

    @Test(arguments: [1, 8, 16, 17, 33, 64, 100, 131, 250], [0, 0.02, 0.1, 1]) func statesAreThoseOfThePlainLoop(units n: Int, density: Double) throws {
        let steps = 12, reservoir = try network(units: n, density: density)
        var random = Random(seed: 3)
        let u = try random.normal(rows: steps, columns: 2)
        let w = try reservoir.recurrentWeights(), win = try reservoir.inputWeights(), leaks = reservoir.leakRates.elements.map { Float($0) }, bias = reservoir.bias.elements
        var x = [Float](repeating: 0, count: n), expected: [Double] = []
        for t in 0 ..< steps {
            x = try (0 ..< n).map { i in
                var sum = try Float(bias[i]).addingProduct(Float(win[i, 0]), Float(u[t, 0])).addingProduct(Float(win[i, 1]), Float(u[t, 1]))
                for j in 0 ..< n where try w[i, j] != 0 { sum = try sum.addingProduct(Float(w[i, j]), x[j]) }
                return ((1 - leaks[i]) * x[i]).addingProduct(leaks[i], sum)
            }
            expected += x.map { Double($0) }
        }
        for ways in [[], .all] as [Reservoir.Network.Ways] {
            var run = reservoir.taking(ways), stepped = run
            #expect(try run.run(u).elements == expected, "\(ways)")
            #expect(run.state.elements == x.map { Double($0) }, "\(ways)")
            for t in 0 ..< steps { #expect(try stepped.step(u.row(t)).elements == Array(expected[t * n ..< (t + 1) * n])) }
        }
    }

    @Test(arguments: Activation.allCases) func activationsAreTheSameOnAllWays(activation: Activation) throws {
        var random = Random(seed: 5)
        let u = try random.normal(rows: 40, columns: 2)
        for n in [13, 100, 203] {
            var plain = try network(units: n, density: 0.1, activation: activation).taking([]), other = plain.taking(.all)
            let states = try plain.run(u)
            #expect(try other.run(u) == states)
            // Of the same weights in double precision; these networks forget, so that roundings do not add up.
            var exact = try Reservoir(recurrent: plain.recurrentWeights(), input: plain.inputWeights(), bias: plain.bias, activation: activation)
            try exact.setLeakRates(plain.leakRates)
            #expect(largestDifference(try exact.run(u).elements, states.elements) < 2e-5)
        }
    }

    @Test func weightsAreRoundedOnce() throws {
        let double = try Reservoir(units: 60, seed: 4), single = try Reservoir(units: 60, seed: 4, precision: .single)
        #expect(double.precision == .double && single.precision == .single && double != single)
        #expect(try single.recurrentWeights().elements == double.recurrentWeights().elements.map { Double(Float($0)) })
        #expect(try single.inputWeights().elements == double.inputWeights().elements.map { Double(Float($0)) })
        #expect(single.description.contains("precision: .single") && !double.description.contains("precision"))
    }

    @Test func savedAndReadAgain() throws {
        var esn = try Reservoir(units: 40, seed: 2, precision: .single)
        _ = try esn.run(Dataset.mackeyGlass(steps: 50))
        var read = try JSONDecoder().decode(Reservoir.self, from: JSONEncoder().encode(esn))
        #expect(read == esn && read.precision == .single)
        let more = try Dataset.mackeyGlass(steps: 30)
        #expect(try read.run(more) == esn.run(more))
        // Those that were saved without a word of it are of double precision.
        let old = try Reservoir(units: 5, seed: 2), data = try JSONEncoder().encode(old)
        #expect(!String(decoding: data, as: UTF8.self).contains("precision"))
        #expect(try JSONDecoder().decode(Reservoir.self, from: data) == old)
    }

    @Test func batchesAndSequencesAreTheRunsAlone() throws {
        let input = try Dataset.mackeyGlass(steps: 80)
        var batch = try ReservoirBatch(units: 50, seeds: 0 ..< 3, precision: .single)
        let states = try batch.run(input)
        for seed in 0 ..< 3 {
            var alone = try Reservoir(units: 50, seed: seed, precision: .single)
            #expect(try alone.run(input) == states[seed])
        }
        let esn = try Reservoir(units: 50, seed: 1, precision: .single)
        let sequences = try [30, 80, 1].map { try Matrix(rows: $0, columns: 1, elements: Array(input.elements[..<$0])) }
        for (sequence, result) in zip(sequences, try esn.run(sequences: sequences)) {
            var alone = esn
            #expect(try alone.run(sequence) == result)
        }
    }

    /// One step ahead in a chaotic series: roundings of the states cost less than other weights would.
    @Test func foretellsAsWell() throws {
        let series = try Dataset.mackeyGlass(steps: 3_001)
        let errors = try [StatePrecision.double, .single].map { precision in
            var esn = try Reservoir(units: 200, leakRate: 0.5, seed: 3, precision: precision)
            let fit = try esn.train(inputs: series[..<2_000], targets: series[1 ... 2_000], readout: .ridge(1e-6))
            return try nrmse(fit.predict(series[2_000 ..< 3_000]), series[2_001 ... 3_000])
        }
        #expect(errors[0] < 5e-3 && abs(errors[1] / errors[0] - 1) < 0.05, "\(errors)")
    }

    @Test func whatCannotBe() throws {
        var wild = try Reservoir(units: 30, spectralRadius: 30, activation: .identity, seed: 1, precision: .single)
        let before = wild, input = try Dataset.mackeyGlass(steps: 400)
        #expect(throws: NeuroError.self) { try wild.run(input) }
        #expect(wild == before)
        #expect(throws: NeuroError.self) { try wild.run([1, .nan] as Vector) }
        // Beyond the largest number of single precision: said of what it is.
        func name(_ body: () throws -> Void) -> String {
            do {
                try body()
                return "nothing"
            } catch {
                return "\(error)"
            }
        }
        #expect(name { _ = try wild.run([0, 1e200] as Vector) }.contains("input is 1e+200"))
        #expect(name { _ = try wild.step([1e200] as Vector) }.contains("input is 1e+200"))
        #expect(name { _ = try Reservoir(units: 3, inputScaling: 1e200, precision: .single) }.contains("inputScaling"))
        #expect(name { _ = try Reservoir(recurrent: Matrix.identity(2) * 1e39, input: Matrix(rows: 2, columns: 1, repeating: 1), precision: .single) }.contains("recurrent"))
        #expect(name { _ = try Reservoir(recurrent: Matrix.identity(2) * 1e39, input: Matrix(rows: 2, columns: 1, repeating: 1)) } == "nothing")
    }
}
