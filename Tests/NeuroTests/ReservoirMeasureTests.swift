import Foundation
import Linear
import Neuro
import Testing

/// How stable a reservoir is, how many directions its states have, how well it repeats itself.
@Suite struct ReservoirMeasureTests {
    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    @Test(arguments: [(0.5, -0.695, 0.003), (1.0, -0.017, 0.012), (1.2, -0.003, 0.03), (1.5, 0.036, 0.06)])
    func conditionalLyapunovExponent(_ radius: Double, _ expected: Double, _ tolerance: Double) throws {
        let values = try (1 ... 3).map { seed in
            var random = Random(seed: seed)
            let input = try random.uniform(count: 3_000, in: -1 ..< 1)
            return try Reservoir(units: 200, spectralRadius: radius, density: 1, inputScaling: 0.1, biasScaling: 0, seed: seed).lyapunovExponent(input)
        }
        #expect(abs(mean(values) - expected) < tolerance, "\(values)")
    }

    /// Of one unit without input the exponent is the logarithm of the slope at 0.
    @Test func lyapunovExponentOfOneUnit() throws {
        let reservoir = try Reservoir(recurrent: Matrix([[0.7]]), input: Matrix([[0]]), bias: Vector([0]), leakRate: 0.4)
        let exponent = try reservoir.lyapunovExponent(Vector.zeros(300))
        #expect(abs(exponent - (-0.127_833_371_509_884_8)) < 1e-12)  // ln(0.6 + 0.4 · 0.7)
        #expect(abs(try reservoir.lyapunovSpectrum(Vector.zeros(300))[0] - exponent) < 1e-12)
    }

    /// At rest the directions go as W does: the exponents are the logarithms of the moduli of its eigenvalues. Under input the first is that of one vector.
    @Test func lyapunovSpectrum() throws {
        let w = try Matrix([[0.9, 0, 0, 0], [0.3, 0.5, -0.4, 0], [0.1, 0.4, 0.5, 0], [0, 0.2, 0, 0.2]])
        let small = try Reservoir(recurrent: w, input: Matrix(rows: 4, columns: 1, repeating: 0), bias: Vector.zeros(4), leakRate: 1)
        let pair = log((0.25 + 0.16).squareRoot())
        let expected = [log(0.9), pair, pair, log(0.2)]
        // What the start leaves is one over the steps.
        #expect(largestDifference(try small.lyapunovSpectrum(Vector.zeros(3_000), washout: 500).elements, expected) < 2e-3)
        #expect(try small.lyapunovSpectrum(Vector.zeros(300), count: 2).count == 2)
        var random = Random(seed: 2)
        let input = try random.uniform(count: 2_000, in: -1 ..< 1)
        let reservoir = try Reservoir(units: 60, spectralRadius: 1.1, density: 0.3, inputScaling: 0.3, leakRate: 0.7, seed: 3)
        let spectrum = try reservoir.lyapunovSpectrum(input, count: 60, washout: 500)
        #expect(abs(try spectrum[0] - reservoir.lyapunovExponent(input, washout: 500)) < 2e-3)
        #expect(spectrum.elements == spectrum.elements.sorted(by: >))
        #expect(largestDifference(try reservoir.lyapunovSpectrum(input, count: 5, washout: 500).elements, Array(spectrum.elements[..<5])) < 5e-3)
        // The sum of all is the mean logarithm of the determinant of the Jacobian, computed here from the states.
        var driven = reservoir
        let states = try driven.run(input), weights = try reservoir.recurrentWeights()
        var sum = 0.0
        for t in stride(from: 500, to: 2_000, by: 10) {
            let (before, after) = (try states.row(t - 1).elements, try states.row(t).elements)
            var jacobian = weights
            for i in 0 ..< 60 {
                let answer = (after[i] - 0.3 * before[i]) / 0.7
                for j in 0 ..< 60 { try jacobian.set(0.7 * (1 - answer * answer) * weights[i, j] + (i == j ? 0.3 : 0), row: i, column: j) }
            }
            sum += try log(abs(jacobian.determinant())) / 150
        }
        let total = spectrum.elements.reduce(0, +)
        // Every tenth step stands for the rest: by their spread within 1 % or so.
        #expect(abs(total / sum - 1) < 0.02, "\(total) \(sum)")
    }

    /// A reservoir that has learnt the logistic map or the Lorenz flow has its exponents (ln 2 at rate 4 is hard to learn at the edges, so 3.9: 0.4945 by the series itself; 0.9056, 0).
    @Test func closedLoopLyapunovSpectrum() throws {
        let series = try Dataset.logistic(steps: 6_000, rate: 3.9, start: 0.3)
        let expected = mean(series.elements.map { log(abs(3.9 * (1 - 2 * $0))) })
        var esn = try Reservoir(units: 100, spectralRadius: 0.2, density: 0.2, inputScaling: 2, biasScaling: 1, seed: 1)
        let fit = try esn.train(series[..<4_000], readout: .ridge(1e-10), washout: 100)
        let spectrum = try fit.lyapunovSpectrum(steps: 4_000, count: 2, washout: 200)
        #expect(abs(try spectrum[0] - expected) < 0.02, "\(spectrum) \(expected)")
        #expect(try spectrum[1] < 0)
        #expect(throws: NeuroError.self) { try fit.lyapunovSpectrum(count: 0) }
        #expect(throws: NeuroError.self) { try fit.lyapunovSpectrum(count: 101) }
        #expect(throws: NeuroError.self) { try fit.lyapunovSpectrum(steps: 0) }
        #expect(throws: NeuroError.self) { try fit.lyapunovSpectrum(steps: Int.max, washout: 1) }
        var products = try NVAR(delays: 2)
        #expect(throws: NeuroError.self) { try products.train(series[..<400]).lyapunovSpectrum() }
    }

    /// Held-out systems with published exponents, where the units' own, about the logarithm of the radius, lie below: Hénon's map .4192 and −1.6229 a step (Sprott 2003), Lorenz's flow .9056 and 0 a unit of time, as Pathak et al. 2017 find them with a reservoir.
    @Test func closedLoopExponentsOfKnownSystems() throws {
        let points = try Dataset.henon(steps: 4_000)
        var esn = try Reservoir(units: 100, inputs: 2, spectralRadius: 0.02, density: 0.2, inputScaling: 0.8, biasScaling: 0.8, seed: 1)
        let henon = try esn.train(points[rows: ..<3_000], readout: .ridge(1e-10), washout: 100).lyapunovSpectrum(steps: 4_000, count: 2, washout: 200)
        #expect(try abs(henon[0] - 0.4192) < 0.02 && abs(henon[1] + 1.6229) < 0.1, "\(henon)")
        let flow = try Dataset.lorenz63(steps: 5_000, interval: 0.05, solver: .rungeKutta4(substeps: 10)) * 0.04
        var large = try Reservoir(units: 200, inputs: 3, spectralRadius: 0.6, density: 0.1, inputScaling: 0.5, biasScaling: 0.5, seed: 1)
        let lorenz = try large.train(flow, readout: .ridge(1e-9), washout: 200).lyapunovSpectrum(steps: 3_000, count: 2, washout: 200) / 0.05
        #expect(try abs(lorenz[0] - 0.9056) < 0.08 && abs(lorenz[1]) < 0.08, "\(lorenz)")
    }

    @Test func participationRatios() throws {
        var random = Random(seed: 1)
        // Independent columns of variances v: (Σ v)² / Σ v².
        let columns = try [1.0, 1, 1, 0.5].map { try random.normal(count: 20_000, mean: 3, standardDeviation: $0).elements }
        let states = try Matrix(rows: 20_000, columns: 4, elements: (0 ..< 20_000).flatMap { t in columns.map { $0[t] } })
        #expect(abs(try participationRatio(states) - 3.25 * 3.25 / 3.0625) < 0.05)
        // By the eigenvalues of the covariance, for more columns than rows too.
        for (rows, units) in [(50, 8), (6, 20)] {
            let few = try random.normal(rows: rows, columns: units)
            var centred = few
            for i in 0 ..< units {
                let column = try few.column(i).elements, mean = mean(column)
                for t in 0 ..< rows { try centred.set(column[t] - mean, row: t, column: i) }
            }
            let values = try centred.gram().symmetricEigen().values.elements
            let expected = pow(values.reduce(0, +), 2) / values.map { $0 * $0 }.reduce(0, +)
            #expect(abs(try participationRatio(few) - expected) < 1e-9 * expected)
        }
        #expect(abs(try participationRatio(Matrix([[1, 2, 7], [2, 4, 7], [5, 10, 7]])) - 1) < 1e-12)
        #expect(abs(try participationRatio(Matrix([[1e200, 0], [-1e200, 0]])) - 1) < 1e-12)
        #expect(throws: NeuroError.self) { try participationRatio(Matrix([[1, 2]])) }
        #expect(throws: NeuroError.invalid(name: "states", value: "constant", must: "a series that varies")) { try participationRatio(Matrix([[0.1, 2], [0.1, 2], [0.1, 2]])) }
        #expect(throws: NeuroError.self) { try participationRatio(Matrix([[1, .nan], [2, 3]])) }
    }

    /// A chain of n links tells n inputs apart and forgets all that are older.
    @Test func ranks() throws {
        let n = 12
        var chain = try Matrix(rows: n, columns: n, repeating: 0)
        for i in 1 ..< n { try chain.set(1, row: i, column: i - 1) }
        var input = try Matrix(rows: n, columns: 1, repeating: 0)
        try input.set(0.1, row: 0, column: 0)
        let reservoir = try Reservoir(recurrent: chain, input: input, bias: Vector.zeros(n), leakRate: 1)
        #expect(try reservoir.kernelRank() == n)
        #expect(try reservoir.kernelRank(streams: 5) == 5)
        #expect(try reservoir.kernelRank(steps: 4) == 4)
        // With s inputs the same, n − s differ, and one direction is common to all.
        #expect(try reservoir.generalisationRank(shared: 7) == n - 7 + 1)
        #expect(try reservoir.generalisationRank(shared: n) == 1)
        #expect(try reservoir.generalisationRank(steps: 40, shared: 40) == 1)
        let forgetful = try Reservoir(units: 40, spectralRadius: 0.4, seed: 1), lively = try Reservoir(units: 40, spectralRadius: 1.6, seed: 1)
        #expect(try forgetful.generalisationRank() < lively.generalisationRank())
        #expect(try forgetful.kernelRank() == 40)
        #expect(throws: NeuroError.self) { try reservoir.kernelRank(streams: 0) }
        #expect(throws: NeuroError.self) { try reservoir.kernelRank(steps: 0) }
        #expect(throws: NeuroError.self) { try reservoir.kernelRank(amplitude: 0) }
        #expect(throws: NeuroError.self) { try reservoir.kernelRank(tolerance: .nan) }
        #expect(throws: NeuroError.self) { try reservoir.generalisationRank(shared: 101) }
        #expect(throws: LinearError.self) { try reservoir.kernelRank(streams: Int.max) }
    }

    /// Below the limit every response is a function of the input; far above it, without much input, none is. A unit that keeps its sign has two responses.
    @Test func consistencyAndEchoStates() throws {
        var random = Random(seed: 9)
        let input = try random.uniform(count: 1_500, in: -1 ..< 1)
        let stable = try Reservoir(units: 80, spectralRadius: 0.8, seed: 2), chaotic = try Reservoir(units: 80, spectralRadius: 3, inputScaling: 0.05, biasScaling: 0, seed: 2)
        #expect(abs(try stable.consistency(input) - 1) < 1e-12)
        #expect(try chaotic.consistency(input) < 0.3)
        #expect(try stable.echoStateIndex(input) == 1)
        #expect(try chaotic.echoStateIndex(input, replicas: 8) == 8)
        let latch = try Reservoir(recurrent: Matrix([[2]]), input: Matrix([[0.1]]), bias: Vector([0]), leakRate: 1)
        #expect(try latch.echoStateIndex(input) == 2)
        let conditional = try (stable.lyapunovExponent(input), chaotic.lyapunovExponent(input))
        #expect(conditional.0 < 0 && conditional.1 > 0)
        // Units that no input reaches stand still: at the same place, or, of a latch, at two.
        let deaf = try Reservoir(recurrent: Matrix([[0.5]]), input: Matrix([[0]]), bias: Vector([0.3]), leakRate: 1)
        #expect(try deaf.consistency(input) == 1)
        let stuck = try Reservoir(recurrent: Matrix([[2]]), input: Matrix([[0]]), bias: Vector([0]), leakRate: 1)
        #expect(try stuck.consistency(input, replicas: 16) < 1)
        #expect(throws: NeuroError.invalid(name: "input", value: "constant", must: "a series that varies")) { try stable.consistency(Vector(repeating: 0.5, count: 500)) }
        #expect(throws: NeuroError.self) { try stable.consistency(input, replicas: 1) }
        #expect(throws: NeuroError.tooShort(name: "input", count: 1_500, needed: 1_502, why: "a correlation after a washout of 1500")) {
            try stable.consistency(input, washout: 1_500)
        }
        #expect(throws: NeuroError.self) { try stable.consistency(input, washout: Int.max) }
        #expect(throws: NeuroError.self) { try stable.echoStateIndex(input, tolerance: 0) }
        #expect(throws: NeuroError.self) { try stable.echoStateIndex(input[..<5]) }
        #expect(throws: NeuroError.self) { try stable.echoStateIndex(Vector([.nan])) }
        #expect(throws: Interrupted()) { try Progress.observe({ if $0 > 0.3 { throw Interrupted() } }) { _ = try stable.consistency(input) } }
    }

    @Test func eigenvaluesAreThoseOfTheWeights() throws {
        let reservoir = try Reservoir(units: 50, spectralRadius: 0.8, seed: 1), values = try reservoir.eigenvalues()
        let moduli = zip(values.real.elements, values.imaginary.elements).map { ($0 * $0 + $1 * $1).squareRoot() }
        #expect(moduli.count == 50 && abs((moduli.max() ?? 0) - 0.8) < 1e-7)
    }

    @Test func badArguments() throws {
        let reservoir = try Reservoir(units: 10)
        #expect(throws: NeuroError.self) { try reservoir.lyapunovExponent(Vector.zeros(200)) }
        #expect(throws: NeuroError.self) { try reservoir.lyapunovExponent(Vector([.nan]), washout: 0) }
        #expect(throws: NeuroError.self) { try reservoir.lyapunovSpectrum(Vector.zeros(200)) }
        #expect(throws: NeuroError.self) { try reservoir.lyapunovSpectrum(Vector.zeros(300), count: 11) }
        #expect(throws: NeuroError.self) { try reservoir.lyapunovSpectrum(Vector.zeros(300), washout: Int.max) }
        #expect(throws: NeuroError.self) { try reservoir.lyapunovSpectrum(Vector([.nan]), washout: 0) }
        #expect(throws: NeuroError.self) { try Reservoir(units: 10, inputs: 2).lyapunovSpectrum(Vector.zeros(300)) }
    }
}
