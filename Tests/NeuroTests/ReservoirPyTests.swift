import Foundation
import Linear
import Neuro
import Testing

/// Against ReservoirPy step by step: nodes, plasticity, readouts that learn on the way, and its published memory capacity.
@Suite struct ReservoirPyTests {
    private let r: ReservoirPyReference
    init() throws { r = try ReservoirPyReference.load() }

    private func network(_ activation: Activation = .tanh, leak: Double = 1) throws -> Reservoir {
        try Reservoir(recurrent: r.square(r.recurrent), input: r.win, bias: Vector(r.bias), leakRate: leak, activation: activation)
    }

    @Test func localPlasticity() throws {
        for expected in r.plasticity {
            let rule: LocalRule
            switch expected.rule {
            case "oja": rule = .oja
            case "anti-oja": rule = .antiOja
            case "hebbian": rule = .hebb
            case "anti-hebbian": rule = .antiHebb
            default: rule = .bcm(threshold: expected.threshold)
            }
            var esn = try network(.identity)
            let before = try esn.recurrentWeights()
            let change = try esn.adaptLocally(r.u, rule: rule, learningRate: expected.rate, epochs: expected.epochs, normalizesRows: expected.normalised)
            #expect(largestDifference(try esn.recurrentWeights().elements, expected.recurrent) < 1e-12, "\(rule)")
            let after = try Matrix(rows: r.units, columns: r.units, elements: expected.recurrent), difference = try after - before
            let size = (difference.elements.reduce(0) { $0 + $1 * $1 } / before.elements.reduce(0) { $0 + $1 * $1 }).squareRoot()
            #expect(abs(change.relativeChange - size) < 1e-10)
            #expect(try abs(change.radiusBefore - before.spectralRadius()) < 1e-8 && abs(change.radiusAfter - after.spectralRadius()) < 1e-8)
            #expect(abs(esn.spectralRadius - change.radiusAfter) < 1e-12)
        }
        let s = r.sliding
        var esn = try network(leak: s.leak)
        try esn.adaptLocally(r.u, rule: .slidingBCM(steps: s.memory), learningRate: s.rate, epochs: s.epochs)
        #expect(largestDifference(try esn.recurrentWeights().elements, s.recurrent) < 1e-12)
        #expect(largestDifference(esn.state.elements, s.state) < 1e-12)
        // The network that is left runs with what was learnt, and links have neither come nor gone.
        let step = try esn.step(Vector([0.3, -0.2])), w = s.recurrent, n = r.units
        for i in 0 ..< n {
            let drive = (0 ..< n).reduce(r.bias[i] + 0.3 * r.input[2 * i] - 0.2 * r.input[2 * i + 1]) { $0 + w[i * n + $1] * s.state[$1] }
            #expect(try abs(step[i] - (0.4 * s.state[i] + 0.6 * tanh(drive))) < 1e-12)
            for j in 0 ..< n { #expect((w[i * n + j] == 0) == (r.recurrent[i * n + j] == 0)) }
        }
    }

    /// Units with a bias are active together, which Oja's rule strengthens until they are all alike; its opposite keeps the spectral radius where it was.
    @Test func rulesThatBuildUpAndTakeAway() throws {
        var random = Random(seed: 4)
        let u = try random.uniform(count: 600, in: -1 ..< 1)
        func adapted(_ rule: LocalRule?) throws -> (radius: Double, likeness: Double) {
            var esn = try Reservoir(units: 60, spectralRadius: 0.9, density: 0.2, inputScaling: 0.3, seed: 3)
            if let rule { try esn.adaptLocally(u, rule: rule, learningRate: 1e-3, epochs: 5) }
            esn.reset()
            let states = try esn.run(u)[rows: 100...]
            var sum = 0.0
            for i in 0 ..< 60 {
                for j in 0 ..< i {
                    let r = try correlation(states.column(i), states.column(j))
                    sum += r * r / 1_770
                }
            }
            return (esn.spectralRadius, sum)
        }
        let (up, plain, down) = try (adapted(.oja), adapted(nil), adapted(.antiOja))
        #expect(up.radius > 2 && up.likeness > 2 * plain.likeness, "\(up) \(plain)")
        #expect(abs(down.radius - 0.9) < 0.2 && abs(down.likeness - plain.likeness) < 0.1, "\(down) \(plain)")
    }

    @Test func plasticityThatCannotBe() throws {
        var esn = try network(.identity), silent = try Reservoir(units: 4, spectralRadius: 0)
        let before = esn
        let calls: [(String, () throws -> Void)] = [
            ("learningRate is 0.0; it must be finite and above 0", { try esn.adaptLocally(r.u, learningRate: 0) }),
            ("epochs is 0; it must be at least 1", { try esn.adaptLocally(r.u, epochs: 0) }),
            ("epochs is 9223372036854775807; it must be so few that their steps can be counted", { try esn.adaptLocally(r.u, epochs: .max) }),
            ("threshold holds a value that is not finite at position 0", { try esn.adaptLocally(r.u, rule: .bcm(threshold: .nan)) }),
            ("steps is 0.5; it must be finite and at least 1", { try esn.adaptLocally(r.u, rule: .slidingBCM(steps: 0.5)) }),
            ("input has shape 50; it must be a matrix of 2 columns, one for each input of the reservoir", { try esn.adaptLocally(Vector.zeros(50)) }),
            ("input holds a value that is not finite at position 1", { try esn.adaptLocally(Matrix([[1, .nan]])) }),
            ("recurrent weights is all 0; it must be such as a rule can change; take a spectral radius above 0", { try silent.adaptLocally([1, 2]) }),
        ]
        for (message, call) in calls {
            let error = #expect(throws: (any Error).self) { try call() }
            #expect(error.map { "\($0)" } == message)
        }
        let error = #expect(throws: NeuroError.self) { try esn.adaptLocally(r.u, rule: .hebb, learningRate: 10, epochs: 20) }
        #expect(error?.description.contains("lower learningRate") == true)
        #expect(esn == before)
    }

    @Test func aLeakForEachUnit() throws {
        var esn = try network()
        try esn.setLeakRates(Vector(r.leaks.rates))
        #expect(largestDifference(try esn.run(r.u).elements, r.leaks.states) < 1e-13)
    }

    @Test func oneAfterTheOther() throws {
        let second = try Reservoir(recurrent: r.square(r.deep.recurrent), input: r.square(r.deep.input), bias: Vector(r.deep.bias), leakRate: 0.4)
        var deep = try DeepReservoir([.leaky(network(leak: 0.9)), .leaky(second)], readsAllLayers: false)
        #expect(largestDifference(try deep.run(r.u).elements, r.deep.states) < 1e-13)
    }

    /// After each of the first ten steps, and after the last.
    @Test func readoutsStepByStep() throws {
        var esn = try network()
        let x = try esn.run(r.u), y = try r.y, steps = Array(0 ..< 10) + [49]
        for expected in r.rls {
            var rls = try RLS(features: r.units, outputs: 2, forgetting: expected.forgetting, penalty: expected.penalty, intercept: false), found: [[Double]] = []
            for t in 0 ..< 50 {
                try rls.learn(x.row(t), y.row(t))
                if steps.contains(t) { found.append(try rls.readout().weights().elements + [0, 0]) }
            }
            // A penalty of 1e-6 leaves few digits of what cancels in the first steps: the weights themselves are some tens.
            for (a, b) in zip(found, expected.weights) { #expect(largestDifference(a, b) < (expected.penalty < 1e-3 ? 1e-5 : 1e-11)) }
        }
        var lms = try LMS(features: r.units, outputs: 2, rate: r.lms.rate, isNormalised: false), found: [[Double]] = []
        for t in 0 ..< 50 {
            try lms.learn(x.row(t), y.row(t))
            let learnt = try lms.readout()
            if steps.contains(t) { found.append(try learnt.weights().elements + learnt.intercept.elements) }
        }
        for (a, b) in zip(found, r.lms.weights) { #expect(largestDifference(a, b) < 1e-13) }
    }

    @Test func narma() throws {
        let n = r.narma
        var esn = try Reservoir(
            recurrent: Matrix(rows: n.units, columns: n.units, elements: n.recurrent), input: Matrix(rows: n.units, columns: 1, elements: n.input), bias: Vector(n.bias))
        let u = Vector(n.inputs), y = Vector(n.targets)
        let fit = try esn.train(inputs: u[..<n.training], targets: y[..<n.training], readout: .ridge(n.penalty), washout: n.washout, readsInputs: false)
        let said = try fit.predict(u[n.training...])
        #expect(largestDifference(Array(said.elements[..<20]), n.predicted) < 1e-6)
        let error = try nrmse(said, y[n.training...])
        #expect(abs(error - n.nrmse) < 1e-7 && abs(1 - error * error - n.rsquare) < 1e-7)
    }

    /// The example in the documentation of its memory capacity: 18.78 of 100 units on a series of 500, of which a fifth tests.
    @Test func publishedMemoryCapacity() throws {
        let m = r.memory, delays = m.perDelay.count
        let published = m.perDelay.reduce(0, +)
        #expect(abs(published - 18.78) < 0.005)
        var w = try Matrix(rows: m.units, columns: m.units, repeating: 0)
        for (k, value) in m.values.enumerated() { try w.set(value, row: m.rows[k], column: m.columns[k]) }
        let esn = try Reservoir(recurrent: w, input: Matrix(rows: m.units, columns: 1, elements: m.input), bias: Vector(m.bias))
        #expect(abs(esn.spectralRadius - 1) < 1e-9)
        // It is driven from the first step that has all delays, and trained after as many steps more.
        var driven = esn
        let series = Vector(m.series), after = try driven.run(series[delays...])
        let states = try Matrix.concatenatingRows([Matrix(rows: delays, columns: m.units, repeating: 0), after])
        let capacity = try MemoryCapacity(
            states: states, input: series, delays: delays, washout: 2 * delays, training: series.count - 2 * delays - series.count / 5, readout: .ridge(m.penalty))
        #expect(largestDifference(capacity.perDelay.elements, m.perDelay) < 1e-8, "\(capacity.total)")
    }

    @Test func eulerStates() throws {
        let e = r.euler
        var node = try EulerState(recurrent: r.square(e.recurrent), input: r.win, bias: Vector(r.bias), stepSize: e.step, diffusion: e.diffusion), steps = node
        #expect(largestDifference(try node.run(r.u).elements, e.states) < 1e-13)
        for t in 0 ..< 5 { #expect(largestDifference(try steps.step(r.u.row(t)).elements, Array(e.states[t * r.units ..< (t + 1) * r.units])) < 1e-13) }
        // What turns keeps its size: without input and diffusion a small state's grows by half of the square of a step times a frequency, each step.
        var drawn = try EulerState(units: 40, stepSize: 0.01, diffusion: 0, seed: 2)
        let a = try drawn.recurrentWeights()
        let transposed = a.transposed()
        #expect(largestDifference(a.elements, transposed.elements.map { -$0 }) == 0)
        #expect(try a.eigenvalues().real.elements.allSatisfy { abs($0) < 1e-12 })
        let kick = try drawn.run(Vector([1e-4] + [Double](repeating: 0, count: 1_000)))
        func size(_ t: Int) throws -> Double { try kick.row(t).elements.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        #expect(try abs(size(1_000) / size(0) - 1) < 0.06 && size(1_000) > size(0))
        // And a diffusion takes its share of it.
        var fading = try EulerState(units: 40, stepSize: 0.01, diffusion: 0.1, seed: 2)
        let less = try fading.run(Vector([1e-4] + [Double](repeating: 0, count: 1_000)))
        let ratio = try (less.row(1_000).elements.reduce(0) { $0 + $1 * $1 } / less.row(0).elements.reduce(0) { $0 + $1 * $1 }).squareRoot()
        #expect(abs(ratio - exp(-1)) < 0.02, "\(ratio)")
        #expect(throws: NeuroError.self) { try EulerState(units: 0) }
        #expect(throws: NeuroError.self) { try EulerState(units: 3, stepSize: 0) }
        #expect(throws: NeuroError.self) { try EulerState(units: 3, diffusion: .nan) }
        #expect(throws: LinearError.self) { try EulerState(units: .max) }
        #expect(throws: NeuroError.self) { try EulerState(recurrent: Matrix([[1, 2]]), input: Matrix([[1]])) }
    }

    @Test func closedLoopLearning() throws {
        let f = r.force, n = r.units
        // No input reaches the network but what is fed back.
        let input = try Matrix(rows: n, columns: 2, elements: f.feedback.flatMap { [0, $0] })
        let node = try Reservoir(recurrent: r.square(f.recurrent), input: input, bias: Vector(r.bias), leakRate: f.leak, feedback: 1).node
        for run in f.runs {
            var force = try FORCE(node, penalty: f.penalty, every: f.every, gain: run.previous ? .previous : .updated)
            let said = try force.learn(Matrix.column(Vector(Array(f.targets[..<40])))), alone = try force.run(steps: 20)
            #expect(largestDifference(said.elements + alone.elements, run.outputs) < 1e-10)
            #expect(largestDifference(try force.readout().weights().elements, run.weights) < 1e-10)
        }
    }
}
