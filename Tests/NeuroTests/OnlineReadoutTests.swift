import CKernels
import Foundation
import Linear
import Neuro
import Testing

@Suite struct OnlineReadoutTests {
    /// Rows of states and targets that have something to do with one another.
    private static func data(_ rows: Int, _ features: Int, _ outputs: Int, seed: Int = 1) throws -> (Matrix, Matrix) {
        var random = Random(seed: seed)
        let x = try random.normal(rows: rows, columns: features)
        let w = try random.normal(rows: features, columns: outputs)
        let noise = try random.normal(rows: rows, columns: outputs)
        let clean = try x.multiplied(by: w)
        return (x, try Matrix(rows: rows, columns: outputs, elements: zip(clean.elements, noise.elements).map { $0 + 0.3 * $1 + 1 }))
    }

    /// With forgetting, the closed form by scikit-learn.
    @Test func forgettingIsTheWeightedRidgeOfScikitLearn() throws {
        let reference = try ReadoutReference.load()
        let (x, y) = (try reference.x, try reference.y)
        var rls = try RLS(features: 9, outputs: 2, forgetting: reference.recursive.forgetting, penalty: reference.recursive.penalty)
        try rls.learn(x, y)
        let learnt = try rls.readout()
        let found = try learnt.weights().elements + learnt.intercept.elements
        #expect(largestDifference(found, reference.recursive.weights) < 1e-8)
    }

    /// Without, it is ridge regression: the solution of (X'X + penalty) W = X'Y, and P its inverse. The sizes are below and above those at which more rows wait, and no multiple of eight.
    @Test(arguments: [5, 37, 421]) func withoutForgettingItIsRidge(features: Int) throws {
        let (x, y) = try Self.data(500, features, 3)
        var rls = try RLS(features: features, outputs: 3, penalty: 0.1, intercept: false)
        let before = try rls.learn(x, y)
        var gram = try x.transposed().multiplied(by: x)
        for i in 0 ..< features { try gram.set(gram[i, i] + 0.1, row: i, column: i) }
        let weights = try gram.solve(x.transposed().multiplied(by: y))
        #expect(largestDifference(try rls.readout().weights().elements, weights.elements) < 1e-9)
        let product = try rls.inverseCorrelation().multiplied(by: gram)
        #expect(largestDifference(product.elements, try Matrix.identity(features).elements) < 1e-9)
        // What it said before it learnt row t is what the rows before t teach.
        var half = try RLS(features: features, outputs: 3, penalty: 0.1, intercept: false)
        try half.learn(x[rows: ..<250], y[rows: ..<250])
        #expect(largestDifference(try half.predict(x.row(250)).elements, try before.row(250).elements) < 1e-9)
        #expect(largestDifference(try half.predict(x[rows: 250 ..< 252]).elements.prefix(3).map { $0 }, try before.row(250).elements) < 1e-9)
    }

    @Test(arguments: [1.0, 0.99]) func stepByStepIsAllAtOnce(forgetting: Double) throws {
        let (x, y) = try Self.data(150, 30, 2)
        var single = try RLS(features: 30, outputs: 2, forgetting: forgetting, penalty: 0.01), whole = single
        let outputs = try whole.learn(x, y)
        var saved = single
        for row in 0 ..< x.rows {
            let output = try single.learn(x.row(row), y.row(row))
            #expect(largestDifference(output.elements, try outputs.row(row).elements) < 1e-9)
            if row == 70 { saved = try JSONDecoder().decode(RLS.self, from: JSONEncoder().encode(single)) }
        }
        #expect(largestDifference(try single.readout().weights().elements, try whole.readout().weights().elements) < 1e-10)
        // What was saved goes on as if it had not been, bit for bit.
        for row in 71 ..< x.rows { try saved.learn(x.row(row), y.row(row)) }
        #expect(saved == single)
    }

    /// The gain of published codes, by a plain loop.
    @Test func theGainOfPublishedCodes() throws {
        let (x, y) = try Self.data(60, 6, 1)
        let scaled = try Matrix(rows: 60, columns: 6, elements: x.elements.map { 0.1 * $0 })
        var rls = try RLS(features: 6, penalty: 1, intercept: false, gain: .previous)
        try rls.learn(scaled, y)
        var p = (0 ..< 36).map { $0 % 7 == 0 ? 1.0 : 0 }, w = [Double](repeating: 0, count: 6)
        for t in 0 ..< 60 {
            let r = try scaled.row(t).elements
            let k = (0 ..< 6).map { i in (0 ..< 6).reduce(0) { $0 + p[i * 6 + $1] * r[$1] } }
            let form = zip(k, r).map(*).reduce(0, +), e = try y[t, 0] - zip(w, r).map(*).reduce(0, +)
            for i in 0 ..< 6 {
                w[i] += k[i] * e
                for j in 0 ..< 6 { p[i * 6 + j] -= k[i] * k[j] / (1 + form) }
            }
        }
        #expect(largestDifference(try rls.readout().weights().elements, w) < 1e-10)
    }

    @Test func whatCannotGoOnSaysSo() throws {
        var rls = try RLS(features: 2, forgetting: 0.5, penalty: 1)
        let before = rls
        // Nothing ever comes in at the second feature: P grows there by half a bit a step.
        let x = try Matrix(rows: 3_000, columns: 2, elements: (0 ..< 6_000).map { $0 % 2 == 0 ? 1 : ($0 == 5_999 ? 1 : 0) })
        let y = try Matrix(rows: 3_000, columns: 1, repeating: 1)
        let error = #expect(throws: NeuroError.self) { try rls.learn(x, y) }
        #expect(error?.description.hasPrefix("P left the finite numbers") == true)
        #expect(rls == before)
        var lms = try LMS(features: 1, rate: 10)
        #expect(throws: NeuroError.self) { try lms.learn(Matrix(rows: 500, columns: 1, repeating: 1), Matrix(rows: 500, columns: 1, repeating: 1)) }
        #expect(try lms == LMS(features: 1, rate: 10))
    }

    @Test(arguments: [false, true]) func deltaRuleIsAPlainLoop(isNormalised: Bool) throws {
        let (x, y) = try Self.data(80, 5, 2)
        var lms = try LMS(features: 5, outputs: 2, rate: 0.05, isNormalised: isNormalised, epsilon: 0.01), single = lms
        let outputs = try lms.learn(x, y)
        var w = [[Double]](repeating: [Double](repeating: 0, count: 6), count: 2), expected: [Double] = []
        for t in 0 ..< 80 {
            let state = try x.row(t).elements + [1]
            let rate = isNormalised ? 0.05 / (state.map { $0 * $0 }.reduce(0, +) + 0.01) : 0.05
            for o in 0 ..< 2 {
                let output = zip(w[o], state).map(*).reduce(0, +)
                expected.append(output)
                for i in 0 ..< 6 { w[o][i] += rate * (try y[t, o] - output) * state[i] }
            }
            try single.learn(x.row(t), y.row(t))
        }
        #expect(largestDifference(outputs.elements, expected) < 1e-12)
        let learnt = try lms.readout()
        #expect(largestDifference(try learnt.weights().transposed().elements, Array(w[0][..<5]) + Array(w[1][..<5])) < 1e-12)
        #expect(largestDifference(learnt.intercept.elements, [w[0][5], w[1][5]]) < 1e-12)
        #expect(single == lms)
    }

    @Test func gatesEligibilityAndModulator() throws {
        let (x, y) = try Self.data(40, 4, 2)
        let gates = try Matrix(rows: 40, columns: 2, elements: (0 ..< 80).map { $0 % 2 == 0 ? ($0 % 6 == 0 ? 1 : 0) : 0.5 })
        var rule = try ThreeFactor(features: 4, outputs: 2, rate: 0.3, trace: 2, epsilon: 0.1), single = rule
        let outputs = try rule.learn(x, y, gates: gates, modulator: 0.8)
        var w = [[Double]](repeating: [Double](repeating: 0, count: 4), count: 2), e = [Double](repeating: 0, count: 4), expected: [Double] = []
        for t in 0 ..< 40 {
            let state = try x.row(t).elements
            e = zip(e, state).map { exp(-0.5) * $0 + $1 }
            let square = e.map { $0 * $0 }.reduce(0, +) + 0.1
            for o in 0 ..< 2 {
                let output = zip(w[o], state).map(*).reduce(0, +)
                expected.append(output)
                for i in 0 ..< 4 { w[o][i] += 0.3 * 0.8 * (try gates[t, o]) * (try y[t, o] - output) * e[i] / square }
            }
            try single.learn(x.row(t), y.row(t), gate: gates.row(t), modulator: 0.8)
        }
        #expect(largestDifference(outputs.elements, expected) < 1e-12)
        #expect(largestDifference(rule.eligibility.elements, e) < 1e-12)
        #expect(single == rule)
        // Behind a closed gate nothing is learnt; without a trace and with open gates it is the normalised delta rule.
        var closed = try ThreeFactor(features: 4, outputs: 2)
        let untouched = try closed.readout()
        try closed.learn(x, y, gates: Matrix(rows: 40, columns: 2, repeating: 0))
        #expect(try closed.readout() == untouched)
        var open = try ThreeFactor(features: 4, outputs: 2, rate: 0.2), lms = try LMS(features: 4, outputs: 2, rate: 0.2, isNormalised: true, intercept: false)
        try open.learn(x, y, gates: Matrix(rows: 40, columns: 2, repeating: 1))
        try lms.learn(x, y)
        #expect(largestDifference(try open.readout().weights().elements, try lms.readout().weights().elements) < 1e-12)
        open.reset()
        #expect(open.eligibility == [0, 0, 0, 0])
    }

    /// With the same states in every trial the output is an exponential average of the outcomes.
    @Test func theEndOfATrialIsARunningAverage() throws {
        let (x, _) = try Self.data(20, 6, 1)
        var rule = try OfflineDelta(features: 6, outputs: 2, rate: 0.1, epsilon: 0), average = [0.0, 0]
        for trial in 0 ..< 30 {
            try rule.observe(x[rows: ..<7])
            for row in 7 ..< 20 { try rule.observe(x.row(row)) }
            let outcome = trial % 3 == 0 ? [1.0, 0] : [0.0, 1]
            let expected = try rule.endTrial(Vector(outcome))
            #expect(largestDifference(expected.elements, average) < 1e-12)
            average = zip(average, outcome).map { $0 + 0.1 * ($1 - $0) }
        }
        #expect(throws: NeuroError.self) { try rule.endTrial([1, 0]) }
    }

    @Test func badInputIsNamed() throws {
        var rls = try RLS(features: 3), rule = try ThreeFactor(features: 3)
        let calls: [(String, () throws -> Void)] = [
            ("features is 0; it must be at least 1", { _ = try RLS(features: 0) }),
            ("outputs is -1; it must be at least 1", { _ = try LMS(features: 1, outputs: -1) }),
            ("forgetting is 1.1; it must be above 0 and at most 1", { _ = try RLS(features: 1, forgetting: 1.1) }),
            ("forgetting is nan; it must be above 0 and at most 1", { _ = try RLS(features: 1, forgetting: .nan) }),
            ("penalty is 0.0; it must be finite and above 0", { _ = try RLS(features: 1, penalty: 0) }),
            ("rate is -inf; it must be finite and above 0", { _ = try LMS(features: 1, rate: -.infinity) }),
            ("trace is -1.0; it must be finite and at least 0", { _ = try ThreeFactor(features: 1, trace: -1) }),
            ("state has shape 2; it must be 3 numbers, one for each feature", { _ = try rls.learn([1, 2] as Vector, [1] as Vector) }),
            ("target has shape 2; it must be 1 numbers, one for each output", { _ = try rls.learn([1, 2, 3] as Vector, [1, 2] as Vector) }),
            ("state holds a value that is not finite at position 1", { _ = try rls.learn([1, .nan, 3] as Vector, [1] as Vector) }),
            ("targets has shape 1 x 3; it must be 1 x 1, a row for each state and a column for each output", { _ = try rls.learn(Matrix([[1, 2, 3]]), Matrix([[1, 2, 3]])) }),
            ("gate has shape 0; it must be 1 numbers, one for each output", { _ = try rule.learn([1, 2, 3], [1], gate: []) }),
            ("gate 0 is -1.0; it must be finite and at least 0", { _ = try rule.learn([1, 2, 3], [1], gate: [-1]) }),
        ]
        for (message, call) in calls {
            let error = #expect(throws: (any Error).self) { try call() }
            #expect(error.map { "\($0)" } == message)
        }
        #expect(throws: (any Error).self) { try RLS(features: .max) }
        #expect(throws: (any Error).self) { try RLS(features: 1 << 31) }
        #expect(throws: (any Error).self) { try LMS(features: 1 << 40, outputs: 1 << 40) }
    }

    /// The kernel against plain loops, with the lanes that it sums in.
    @Test(arguments: [8, 16, 40]) func symmetricProductIsAPlainLoop(n: Int) throws {
        var random = Random(seed: n)
        let a = try random.normal(count: n * n).elements, x = try random.normal(count: n).elements
        var y = [Double](repeating: .nan, count: n), expected = [Double](repeating: 0, count: n)
        engram_symmetric_product_f64(n, a, x, &y)
        for i in stride(from: 0, to: n, by: 4) {
            let block = i / 8 * 8
            var lanes = [[Double]](repeating: [Double](repeating: 0, count: 8), count: 4)
            for j in 0 ..< block {
                for r in 0 ..< 4 { lanes[r][j % 8] += a[(i + r) * n + j] * x[j] }
                let p = (0 ..< 4).map { a[(i + $0) * n + j] * x[i + $0] }
                expected[j] += (p[0] + p[1]) + (p[2] + p[3])
            }
            for r in 0 ..< 4 {
                let v = lanes[r]
                expected[i + r] += ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]))
            }
            if i % 8 == 4 {
                for row in block ..< block + 8 {
                    var sum = a[row * n + row] * x[row]
                    for j in block ..< row {
                        sum += a[row * n + j] * x[j]
                        expected[j] += a[row * n + j] * x[row]
                    }
                    expected[row] += sum
                }
            }
        }
        #expect(y == expected)
        let plain = (0 ..< n).map { i in (0 ..< n).reduce(0) { $0 + a[max(i, $1) * n + min(i, $1)] * x[$1] } }
        #expect(largestDifference(y, plain) < 1e-11)
    }
}
