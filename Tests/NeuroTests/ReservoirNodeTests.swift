import Foundation
import Linear
import Neuro
import Testing

/// The other kinds of reservoir, against ReservoirPy, NumPy, closed forms and plain loops.
@Suite struct ReservoirNodeTests {
    private let reference: ReservoirNodeReference
    init() throws { reference = try ReservoirNodeReference.load() }

    @Test func edgeOfStabilityAgreesWithReservoirPy() throws {
        let r = reference, n = r.units
        var node = try ES2N(
            reservoir: Reservoir(recurrent: r.w, input: r.win, bias: Vector(r.bias)), rotation: Matrix(rows: n, columns: n, elements: r.es2n.rotation),
            proximity: r.es2n.proximity)
        var steps = node
        #expect(largestDifference(try node.run(r.u).elements, r.es2n.states) < 1e-13)
        for t in 0 ..< 5 { #expect(largestDifference(try steps.step(r.u.row(t)).elements, Array(r.es2n.states[t * n ..< (t + 1) * n])) < 1e-13) }
        // With all of the step nonlinear it is an ordinary network.
        var plain = try Reservoir(units: 30, seed: 4), all = try ES2N(units: 30, proximity: 1, seed: 4)
        let u = try Dataset.mackeyGlass(steps: 50)
        #expect(try all.run(u) == plain.run(u))
        #expect(throws: NeuroError.self) { try ES2N(reservoir: Reservoir(units: 4), rotation: Matrix(rows: 4, columns: 4, repeating: 0.5 + 1e-6), proximity: 0.5) }
        #expect(throws: NeuroError.self) { try ES2N(units: 10, proximity: 0) }
        #expect(throws: NeuroError.self) { try ES2N(units: 10, rotation: .line) }
    }

    /// A small signal in a rotation by one unit a step comes round after as many steps as there are units.
    @Test func aCycleRemembersAWholeTurn() throws {
        var node = try ES2N(units: 25, proximity: 1e-6, biasScaling: 0, rotation: .cycle, seed: 3)
        let states = try node.run(Vector([1] + [Double](repeating: 0, count: 25)))
        #expect(try largestDifference(states.row(25).elements, states.row(0).elements) < 1e-10)
    }

    @Test func productsAgreeWithReservoirPy() throws {
        for expected in reference.products {
            var node = try NVAR(inputs: 2, delays: expected.delays, stride: expected.stride, degrees: [1, expected.order])
            let states = try node.run(reference.u)
            #expect(largestDifference(states.elements, expected.states) < 1e-14)
            node.reset()
            #expect(try node.step(reference.u.row(0)) == states.row(0))
        }
        #expect(try NVAR(inputs: 3, delays: 2).features == 27)
        #expect(throws: NeuroError.self) { try NVAR(delays: 0) }
        #expect(throws: NeuroError.self) { try NVAR(delays: 2, degrees: [1, 1]) }
        #expect(throws: NeuroError.self) { try NVAR(inputs: 100, delays: 100, degrees: [4]) }
    }

    @Test func intrinsicPlasticityAgreesWithReservoirPy() throws {
        let r = reference
        for (activation, target, expected) in [
            (Activation.tanh, IntrinsicTarget.normal(mean: r.tanh.mean, standardDeviation: r.tanh.deviation), r.tanh),
            (.logistic, .exponential(mean: r.logistic.mean), r.logistic),
        ] {
            var esn = try Reservoir(recurrent: r.w, input: r.win, bias: Vector(r.bias), activation: activation)
            let before = esn
            let change = try esn.adaptIntrinsically(r.u, target: target, learningRate: expected.rate, epochs: expected.epochs)
            #expect(largestDifference(change.gains.elements, expected.gains) < 1e-12)
            #expect(largestDifference(change.biases.elements, expected.biases) < 1e-12)
            // What was learnt is in the weights.
            let w = try before.recurrentWeights()
            #expect(try largestDifference(esn.recurrentWeights().row(2).elements, (w.row(2) * expected.gains[2]).elements) < 1e-12)
            #expect(abs(try esn.bias[2] - (r.bias[2] * expected.gains[2] + expected.biases[2])) < 1e-12)
        }
        var esn = try Reservoir(units: 20)
        #expect(throws: NeuroError.self) { try esn.adaptIntrinsically([1, 2, 3], target: .exponential(mean: 0.2)) }
        #expect(throws: NeuroError.self) { try esn.adaptIntrinsically([1, 2, 3], learningRate: 100, epochs: 50) }
        #expect(try esn == Reservoir(units: 20))
    }

    /// The activity of every unit comes near the target, which the drawn network misses.
    @Test func plasticityBringsTheDistribution() throws {
        var esn = try Reservoir(units: 100, spectralRadius: 0.95, inputScaling: 1, seed: 2)
        var random = Random(seed: 1)
        let u = try random.uniform(count: 2_000, in: -1 ..< 1)
        func spread(_ esn: Reservoir) throws -> [Double] {
            var esn = esn
            esn.reset()
            let states = try esn.run(u)
            return try (0 ..< 100).map { try states.column($0)[200...].standardDeviation() }
        }
        try esn.adaptIntrinsically(u, target: .normal(mean: 0, standardDeviation: 0.2), learningRate: 5e-4, epochs: 10)
        let after = try spread(esn)
        #expect(after.allSatisfy { abs($0 - 0.2) < 0.05 }, "\(after.min() ?? 0) to \(after.max() ?? 0)")
        #expect(try !spread(Reservoir(units: 100, spectralRadius: 0.95, inputScaling: 1, seed: 2)).allSatisfy { abs($0 - 0.2) < 0.05 })
    }

    @Test func feedbackAgreesWithNumpy() throws {
        let r = reference, n = r.units, f = r.feedback
        var columns: [Double] = []
        for i in 0 ..< n { columns += [r.input[2 * i], r.input[2 * i + 1], f.feedback[i]] }
        let input = try Matrix(rows: n, columns: 3, elements: columns)
        var esn = try Reservoir(recurrent: r.w, input: input, bias: Vector(r.bias), leakRate: f.leak, feedback: 1)
        let targets = try Matrix(rows: f.targets.count, columns: 1, elements: f.targets), u = try r.u
        var stepped = esn
        for t in 0 ..< 40 {
            let state = try stepped.step(u.row(t), feedback: t == 0 ? Vector([0]) : targets.row(t - 1))
            #expect(largestDifference(state.elements, Array(f.states[t * n ..< (t + 1) * n])) < 1e-13)
        }
        let fit = try esn.train(inputs: u[rows: ..<40], targets: targets[rows: ..<40], readout: .ridge(1e-3), washout: 10)
        #expect(largestDifference(try fit.predict(u[rows: 40...]).elements, f.outputs) < 1e-9)
        // A teacher that says what the outputs were changes nothing.
        let outputs = try Matrix(rows: f.outputs.count, columns: 1, elements: f.outputs)
        #expect(largestDifference(try fit.predict(u[rows: 40...], teacher: outputs).elements, f.outputs) < 1e-9)
        #expect(throws: NeuroError.self) { try esn.run(u) }
        #expect(throws: NeuroError.self) { try esn.train(inputs: u, targets: u, washout: 10) }
        // A sine that only feedback keeps up.
        var generator = try Reservoir(units: 100, spectralRadius: 0.8, inputScaling: 0, feedback: 1, feedbackScaling: 0.5, seed: 1)
        let wave = Vector((0 ..< 700).map { (t: Int) -> Double in 0.5 * Foundation.sin(Double(t) / 5) }), silence = try Vector(repeating: 0, count: 700)
        let learnt = try generator.train(inputs: silence[..<500], targets: wave[..<500], readout: .ridge(1e-6), washout: 100, readsInputs: false)
        #expect(try nrmse(learnt.predict(silence[500...]), wave[500...]) < 0.05)
    }

    @Test func delayLinesAgreeWithNumpy() throws {
        for r in reference.delayLines {
            var node = try DelayReservoir(
                mask: Matrix(rows: r.units, columns: 2, elements: r.mask), separation: r.separation, strength: r.strength, inputScaling: r.scaling,
                nonlinearity: .mackeyGlass(exponent: r.exponent))
            #expect(largestDifference(try node.run(reference.u).elements, r.states) < 1e-13)
        }
    }

    /// With places close together the map is the delay differential equation: against small Euler steps of ẋ = −x + η f(x(t − τ) + γ J).
    @Test func aDenseLineIsTheDelayEquation() throws {
        let units = 400, separation = 0.01, perPlace = 20, step = separation / Double(perPlace)
        var node = try DelayReservoir(units: units, separation: separation, strength: 0.8, inputScaling: 0.5, nonlinearity: .mackeyGlass(exponent: 2), maskLaw: .constant)
        let u = Vector([1, -0.5, 0.3, 0.8, 0, -1]), states = try node.run(u)
        var line = [Double](repeating: 0, count: units * perPlace), x = 0.0, worst = 0.0
        for t in 0 ..< 6 {
            for i in line.indices {
                let s = try line[i] + 0.5 * u[t]
                x += step * (-x + 0.8 * s / (1 + s * s))
                line[i] = x
            }
            worst = try max(worst, (0 ..< units).map { abs(try states[t, $0] - line[$0 * perPlace + perPlace - 1]) }.max() ?? 1)
        }
        #expect(worst < 0.01, "\(worst)")
    }

    @Test func layersAreRunOneAfterTheOther() throws {
        let u = try Dataset.mackeyGlass(steps: 300)
        let first = try Reservoir(units: 30, leakRate: 0.8, seed: 1), second = try Reservoir(units: 20, inputs: 30, inputScaling: 0.2, seed: 2)
        var (a, b, deep, last) = (first, second, try first >> second, try DeepReservoir([.leaky(first), .leaky(second)], readsAllLayers: false))
        let x = try a.run(u), y = try b.run(x), both = try deep.run(u)
        #expect(deep.features == 50 && deep.inputs == 1)
        for t in [0, 137, 299] { #expect(try both.row(t).elements == x.row(t).elements + y.row(t).elements) }
        #expect(try last.run(u) == y)
        var stepped = try first >> second
        for t in 0 ..< 10 { #expect(try stepped.step([u[t]]) == both.row(t)) }
        var wide = try ParallelReservoir([.leaky(first), .products(NVAR(delays: 2))]), products = try NVAR(delays: 2)
        a.reset()
        let (left, right, joined) = (try a.run(u), try products.run(u), try wide.run(u))
        #expect(try joined.row(99).elements == left.row(99).elements + right.row(99).elements)
        #expect(throws: NeuroError.self) { try second >> second }
        #expect(throws: NeuroError.self) { try DeepReservoir([]) }
        #expect(throws: NeuroError.self) { try ParallelReservoir([.leaky(first), .leaky(second)]) }
        #expect(try (first >> second) >> Reservoir(units: 5, inputs: 20) == DeepReservoir([.leaky(first), .leaky(second), .leaky(Reservoir(units: 5, inputs: 20))]))
    }

    /// Every kind can be trained, goes on alone, is saved and comes back.
    @Test func everyNodeCanBeTrained() throws {
        let series = try Dataset.mackeyGlass(steps: 1_300), small = try Reservoir(units: 60, leakRate: 0.5, seed: 1)
        let nodes: [AnyReservoir] = [
            .leaky(small), .balanced(try EIReservoir(units: 60, degree: 10, inputScaling: 0.5, seed: 1)), .edgeOfStability(try ES2N(units: 60, seed: 1)),
            .euler(try EulerState(units: 60, diffusion: 1, recurrentScaling: 0.2, inputScaling: 0.5, biasScaling: 0.5, seed: 1)),
            .delay(try DelayReservoir(units: 60, inputScaling: 0.5, seed: 1)), .products(try NVAR(delays: 4, stride: 3)),
            .deep(try small >> Reservoir(units: 30, inputs: 60, inputScaling: 0.1, seed: 2)), .parallel(try ParallelReservoir([.leaky(small), .products(NVAR(delays: 2))])),
        ]
        for node in nodes {
            var node = node
            let fit = try node.train(series[..<1_000], readout: .ridge(1e-7), washout: 100)
            #expect(try nrmse(fit.predict(series[1_000 ..< 1_299]), series[1_001...]) < 0.2, "\(node)")
            #expect(try nrmse(fit.forecast(steps: 10), series[1_000 ..< 1_010]) < 0.5, "\(node)")
            #expect(try fit.forecast(steps: 10, after: series[..<1_000]) == fit.forecast(steps: 10))
            let saved = try JSONDecoder().decode(ReservoirFit.self, from: JSONEncoder().encode(fit))
            #expect(saved == fit)
            #expect(try saved.forecast(steps: 10) == fit.forecast(steps: 10))
            node.reset()
            let rest = node
            #expect(throws: NeuroError.self) { try node.step([1, 2, 3]) }
            #expect(throws: NeuroError.self) { try node.run(Vector([1, .nan])) }
            #expect(node == rest)
        }
    }

    /// W is the matrix, signs and scale aside; what is not driven hears of the input by its links alone.
    @Test func connectomesAreWiredAsTheyAre() throws {
        var random = Random(seed: 6)
        let strengths = try Matrix(rows: 12, columns: 12, elements: random.uniform(count: 144).elements.map { $0 < 0.6 ? 0 : $0 })
        var brain = try Reservoir(connectome: strengths, driven: [3, 0], inhibitory: [5, 11], inputs: 2, spectralRadius: 0.7, inputScaling: 0.4, biasScaling: 0.1, seed: 2)
        #expect(abs(brain.spectralRadius - 0.7) < 1e-8)
        let w = try brain.recurrentWeights(), win = try brain.inputWeights()
        let scale = try w[0, 3] == 0 ? w.elements.map { abs($0) }.max()! / strengths.elements.max()! : w[0, 3] / strengths[0, 3]
        for i in 0 ..< 12 {
            for j in 0 ..< 12 { #expect(try abs(w[i, j] - ([5, 11].contains(j) ? -1 : 1) * scale * strengths[i, j]) < 1e-12) }
            let row = try win.row(i).elements
            #expect([0, 3].contains(i) ? row.allSatisfy { $0 != 0 && abs($0) <= 0.4 } : row == [0, 0])
        }
        #expect(brain.bias.elements.allSatisfy { abs($0) <= 0.1 && $0 != 0 })
        #expect(try brain.run(Matrix(rows: 5, columns: 2, repeating: 1)).isFinite)
        let calls: [(String, () throws -> Void)] = [
            ("connectome has shape 1 x 2; it must be square, with at least one row", { _ = try Reservoir(connectome: Matrix([[1, 2]]), driven: [0]) }),
            ("driven has shape 0; it must be at least one region", { _ = try Reservoir(connectome: strengths, driven: []) }),
            ("driven is 12; it must be from 0 to 11, a row of the connectome", { _ = try Reservoir(connectome: strengths, driven: [1, 12]) }),
            ("inhibitory is -1; it must be from 0 to 11, a row of the connectome", { _ = try Reservoir(connectome: strengths, driven: [1], inhibitory: [-1]) }),
            ("driven is [1, 1]; it must be each region once", { _ = try Reservoir(connectome: strengths, driven: [1, 1]) }),
            ("inputs is 0; it must be at least 1", { _ = try Reservoir(connectome: strengths, driven: [1], inputs: 0) }),
            ("leakRate is 0.0; it must be above 0 and at most 1", { _ = try Reservoir(connectome: strengths, driven: [1], leakRate: 0) }),
        ]
        for (message, call) in calls {
            let error = #expect(throws: (any Error).self) { try call() }
            #expect(error.map { "\($0)" } == message)
        }
        #expect(throws: NeuroError.self) { try Reservoir(connectome: Matrix([[0, 1], [0, 0]]), driven: [0]) }
        #expect(throws: NeuroError.self) { try Reservoir(connectome: Matrix([[.nan]]), driven: [0]) }
    }

    /// The plain loop, for each activation and a leak for each unit, to the last bit but one of the elementary functions.
    @Test func activationsAndLeaksAreThePlainLoop() throws {
        let r = reference, n = r.units
        let leaks = (0 ..< n).map { 0.1 + 0.9 * Double($0) / Double(n - 1) }
        for activation in Activation.allCases {
            var esn = try Reservoir(recurrent: r.w, input: r.win, bias: Vector(r.bias), activation: activation)
            try esn.setLeakRates(Vector(leaks))
            let states = try esn.run(r.u)
            var x = [Double](repeating: 0, count: n), worst = 0.0
            for t in 0 ..< r.inputs.count / 2 {
                x = (0 ..< n).map { i in
                    var drive = r.bias[i] + r.input[2 * i] * r.inputs[2 * t]
                    drive += r.input[2 * i + 1] * r.inputs[2 * t + 1]
                    for j in 0 ..< n { drive += r.recurrent[i * n + j] * x[j] }
                    let answer: Double
                    switch activation {
                    case .tanh: answer = Foundation.tanh(drive)
                    case .identity: answer = drive
                    case .logistic: answer = 1 / (1 + Foundation.exp(-drive))
                    case .rectified: answer = max(0, drive)
                    }
                    return (1 - leaks[i]) * x[i] + leaks[i] * answer
                }
                worst = max(worst, largestDifference(x, try states.row(t).elements))
            }
            #expect(worst < 1e-12, "\(activation): \(worst)")
        }
        var wild = try Reservoir(units: 20, spectralRadius: 3, activation: .identity)
        let calm = wild, ones = try Vector(repeating: 1, count: 2_000)
        #expect(throws: NeuroError.self) { try wild.run(ones) }
        #expect(throws: NeuroError.self) { try wild.run(sequences: [Matrix.column(ones)]) }
        #expect(throws: NeuroError.self) { try wild.train(ones, washout: 10) }
        #expect(wild == calm)
        var esn = try Reservoir(units: 3)
        #expect(throws: NeuroError.self) { try esn.setLeakRates([0.5, 0.5]) }
        #expect(throws: NeuroError.self) { try esn.setLeakRates([0.5, 0, 0.5]) }
    }

    /// Full weights take another way through the kernel, which gives the same sums: those of the plain loop, to the bit.
    @Test(arguments: [8, 33, 70]) func fullMatricesAreThePlainLoopToTheBit(units n: Int) throws {
        var random = Random(seed: n)
        let w = try random.normal(rows: n, columns: n, standardDeviation: 0.1), win = try random.normal(rows: n, columns: 1)
        var esn = try Reservoir(recurrent: w, input: win, activation: .identity)
        let u = try random.uniform(count: 20)
        let states = try esn.run(u)
        var x = [Double](repeating: 0, count: n)
        for t in 0 ..< 20 {
            x = try (0 ..< n).map { i in
                var sum = try win[i, 0] * u[t]
                for j in 0 ..< n { sum = try sum.addingProduct(w[i, j], x[j]) }
                return sum
            }
            #expect(try states.row(t).elements == x)
        }
    }
}
