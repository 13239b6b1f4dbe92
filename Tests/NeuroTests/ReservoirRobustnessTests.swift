import Foundation
import Linear
import Neuro
import Testing

/// What a stranger may ask of reservoirs, readouts, measures, data sets and searches: an error that says what was wrong, or a result; never the end of the process.
@Suite struct ReservoirRobustnessTests {
    /// Calls that must be refused, with an error of the library that says something.
    private func refused(_ calls: [(String, () throws -> Void)]) {
        for (name, call) in calls {
            let error = #expect(throws: (any Error).self, "\(name)") { try call() }
            guard let error else { continue }
            #expect(error is NeuroError || error is LinearError, "\(name): \(error)")
            #expect("\(error)".count > 15 && !"\(error)".contains("Optional("), "\(name): \(error)")
        }
    }

    private let noise: Vector = {
        var random = Random(seed: 1)
        return Vector((0 ..< 400).map { _ in 2 * random.uniform() - 1 })
    }()
    private let empty = Vector([]), broken = Vector([0.1, .nan, 0.2]), endless = Vector([0.1, .infinity])
    private let none = try? Matrix(rows: 0, columns: 1, elements: [])

    private func nodes() throws -> [AnyReservoir] {
        try [
            .leaky(Reservoir(units: 6)), .balanced(EIReservoir(units: 20, degree: 5)), .edgeOfStability(ES2N(units: 6)), .euler(EulerState(units: 6, diffusion: 1)),
            .delay(DelayReservoir(units: 6)),
            .products(NVAR(delays: 2)),
            .deep(Reservoir(units: 3) >> Reservoir(units: 4, inputs: 3)), .parallel(ParallelReservoir([.leaky(Reservoir(units: 3)), .products(NVAR(delays: 2))])),
        ]
    }

    @Test func nodesRefuseWhatIsNoInput() throws {
        let none = try #require(none)
        for kind in try nodes() {
            let before = kind
            var node = kind
            refused([
                ("\(kind) no input", { _ = try node.run(empty) }),
                ("\(kind) no rows", { _ = try node.run(none) }),
                ("\(kind) NaN", { _ = try node.run(broken) }),
                ("\(kind) infinite", { _ = try node.run(endless) }),
                ("\(kind) two channels", { _ = try node.run(Matrix([[1, 2]])) }),
                ("\(kind) step of none", { _ = try node.step(empty) }),
                ("\(kind) step of NaN", { _ = try node.step(Vector([.nan])) }),
                ("\(kind) feedback", { _ = try node.step(Vector([1]), feedback: Vector([1])) }),
                ("\(kind) washout is all", { _ = try node.train(noise, washout: 400) }),
                ("\(kind) negative washout", { _ = try node.train(noise, washout: -1) }),
                ("\(kind) huge washout", { _ = try node.train(noise, washout: .max) }),
                ("\(kind) one value", { _ = try node.train(Vector([1]), washout: 0) }),
                ("\(kind) nothing to learn", { _ = try node.train(inputs: empty, targets: empty, washout: 0) }),
                ("\(kind) lengths", { _ = try node.train(inputs: noise, targets: noise[..<10], washout: 0) }),
                ("\(kind) penalty", { _ = try node.train(noise, readout: .ridge(-1)) }),
                ("\(kind) NaN penalty", { _ = try node.train(noise, readout: .ridge(.nan)) }),
                ("\(kind) no penalties", { _ = try node.train(noise, readout: .gcv(penalties: empty)) }),
                ("\(kind) folds", { _ = try node.train(noise, readout: .crossValidated(folds: .max)) }),
                ("\(kind) gap", { _ = try node.train(noise, readout: .crossValidated(gap: .max)) }),
                ("\(kind) NaN target", { _ = try node.train(inputs: noise[..<3], targets: broken, washout: 0) }),
                ("\(kind) ranks of streams", { _ = try node.kernelRank(streams: 0) }),
                ("\(kind) long streams", { _ = try node.kernelRank(steps: .max) }),
                ("\(kind) negative streams", { _ = try node.kernelRank(streams: .min) }),
                ("\(kind) amplitude", { _ = try node.kernelRank(amplitude: .infinity) }),
                ("\(kind) shared", { _ = try node.generalisationRank(shared: .max) }),
                ("\(kind) capacity of nothing", { _ = try node.informationProcessingCapacity(steps: 0) }),
                ("\(kind) negative steps", { _ = try node.informationProcessingCapacity(steps: .min) }),
                ("\(kind) endless steps", { _ = try node.informationProcessingCapacity(steps: .max) }),
            ])
            // What was refused has changed nothing.
            #expect(node == before)
            var fit = try node.train(noise, washout: 20)
            refused([
                ("\(kind) no step ahead", { _ = try fit.forecast(steps: 0) }),
                ("\(kind) steps back", { _ = try fit.forecast(steps: -5) }),
                ("\(kind) endless", { _ = try fit.forecast(steps: .max) }),
                ("\(kind) after nothing", { _ = try fit.forecast(steps: 3, after: empty) }),
                ("\(kind) after NaN", { _ = try fit.forecast(steps: 3, after: broken) }),
                ("\(kind) predict nothing", { _ = try fit.predict(empty) }),
                ("\(kind) predict NaN", { _ = try fit.predict(broken) }),
                ("\(kind) teacher", { _ = try fit.predict(Matrix.column(noise), teacher: Matrix.column(noise)) }),
                ("\(kind) exponents", { _ = try fit.lyapunovSpectrum(steps: .max) }),
                ("\(kind) no exponent", { _ = try fit.lyapunovSpectrum(count: 0) }),
                ("\(kind) negative washout", { _ = try fit.lyapunovSpectrum(washout: -1) }),
            ])
            // A series that does not vary is learnt, and goes on.
            var still = kind
            fit = try still.train(Vector([Double](repeating: 0.3, count: 60)), washout: 10)
            #expect(try fit.forecast(steps: 5).elements.allSatisfy { abs($0 - 0.3) < 1e-3 }, "\(kind)")
            #expect(fit.trainingError == 0)
        }
    }

    @Test func networksThatCannotBe() throws {
        let square = try Matrix([[0, 1], [0, 0]]), input = try Matrix([[1], [0]])
        refused([
            ("no units", { _ = try Reservoir(units: 0) }),
            ("fewer than none", { _ = try Reservoir(units: .min) }),
            ("more than there is memory for", { _ = try Reservoir(units: .max) }),
            ("no inputs", { _ = try Reservoir(units: 3, inputs: 0) }),
            ("endless inputs", { _ = try Reservoir(units: 3, inputs: .max) }),
            ("feedback", { _ = try Reservoir(units: 3, feedback: -1) }),
            ("endless feedback", { _ = try Reservoir(units: 3, feedback: .max) }),
            ("radius", { _ = try Reservoir(units: 3, spectralRadius: .nan) }),
            ("zero density", { _ = try Reservoir(units: 3, density: 0) }),
            ("density", { _ = try Reservoir(units: 3, density: .nan) }),
            ("leak", { _ = try Reservoir(units: 3, leakRate: 0) }),
            ("scaling", { _ = try Reservoir(units: 3, inputScaling: .infinity) }),
            ("bias", { _ = try Reservoir(units: 3, biasScaling: -1) }),
            ("nilpotent, with a radius", { _ = try Reservoir(recurrent: square, input: input, spectralRadius: 0.9) }),
            ("not square", { _ = try Reservoir(recurrent: Matrix([[1, 2]]), input: input) }),
            ("other rows", { _ = try Reservoir(recurrent: square, input: Matrix([[1]])) }),
            ("no weights", { _ = try Reservoir(recurrent: Matrix(rows: 0, columns: 0, elements: []), input: Matrix(rows: 0, columns: 1, elements: [])) }),
            ("NaN weights", { _ = try Reservoir(recurrent: Matrix([[.nan]]), input: Matrix([[1]])) }),
            ("no columns", { _ = try Reservoir(recurrent: square, input: Matrix(rows: 2, columns: 0, elements: [])) }),
            (
                "leaks",
                {
                    var esn = try Reservoir(units: 2); try esn.setLeakRates([0.5])
                }
            ),
            (
                "a leak of 0",
                {
                    var esn = try Reservoir(units: 2); try esn.setLeakRates([0.5, 0])
                }
            ),
            ("neighbours", { _ = try Reservoir(units: 10, topology: .smallWorld(neighbours: .max, rewiring: 0.1)) }),
            ("clusters", { _ = try Reservoir(units: 10, topology: .clusters(.max, between: 0.1)) }),
            ("jumps", { _ = try Reservoir(units: 10, topology: .cycleWithJumps(every: .max)) }),
            ("negative jumps", { _ = try Reservoir(units: 10, topology: .cycleWithJumps(every: .min)) }),
            ("line", { _ = try Reservoir(units: 10, topology: .lineWithFeedback(strength: .nan)) }),
            ("balanced units", { _ = try EIReservoir(units: .max) }),
            ("no balanced units", { _ = try EIReservoir(units: 0) }),
            ("fraction", { _ = try EIReservoir(units: 10, excitatoryFraction: .nan) }),
            ("degree", { _ = try EIReservoir(units: 10, degree: -1) }),
            ("gain", { _ = try EIReservoir(units: 10, gain: 0) }),
            ("retention", { _ = try EIReservoir(units: 10, retention: 1) }),
            ("es2n", { _ = try ES2N(units: 0) }),
            ("proximity", { _ = try ES2N(units: 3, proximity: .nan) }),
            ("huge es2n", { _ = try ES2N(units: .max) }),
            ("rotation", { _ = try ES2N(reservoir: Reservoir(units: 2), rotation: Matrix([[1]]), proximity: 0.5) }),
            ("delays", { _ = try DelayReservoir(units: .max) }),
            ("no delay", { _ = try DelayReservoir(units: 0) }),
            ("separation", { _ = try DelayReservoir(units: 3, separation: 0) }),
            ("strength", { _ = try DelayReservoir(units: 3, strength: .nan) }),
            ("mask", { _ = try DelayReservoir(mask: Matrix(rows: 0, columns: 0, elements: [])) }),
            ("exponent", { _ = try DelayReservoir(units: 3, nonlinearity: .mackeyGlass(exponent: .nan)) }),
            ("products", { _ = try NVAR(inputs: .max, delays: .max) }),
            ("stride", { _ = try NVAR(delays: 3, stride: .max) }),
            ("degrees", { _ = try NVAR(delays: 2, degrees: []) }),
            ("degree 0", { _ = try NVAR(delays: 2, degrees: [0]) }),
            ("endless degree", { _ = try NVAR(delays: 2, degrees: [.max]) }),
            ("endless degree of one", { _ = try NVAR(delays: 1, degrees: [.max]) }),
            ("no layers", { _ = try DeepReservoir([]) }),
            ("no members", { _ = try ParallelReservoir([]) }),
            ("no batch", { _ = try ReservoirBatch([]) }),
            ("no seeds", { _ = try ReservoirBatch(units: 3, seeds: []) }),
            ("all seeds", { _ = try ReservoirBatch(units: 3, seeds: 0 ..< .max) }),
            (
                "batch of nothing",
                {
                    var batch = try ReservoirBatch(units: 3, seeds: [1, 2]); _ = try batch.run(empty)
                }
            ),
            (
                "batch of NaN",
                {
                    var batch = try ReservoirBatch(units: 3, seeds: [1, 2]); _ = try batch.run(broken)
                }
            ),
            ("batch with too little left", { _ = try ReservoirBatch(units: 3, seeds: [1, 2]).errors(inputs: noise, targets: noise, training: .max) }),
            ("batch with nothing to learn", { _ = try ReservoirBatch(units: 3, seeds: [1, 2]).errors(inputs: noise, targets: noise, training: 0) }),
            ("batch of lengths", { _ = try ReservoirBatch(units: 3, seeds: [1]).errors(inputs: noise, targets: empty, training: 3) }),
            ("sequences", { _ = try Reservoir(units: 3).run(sequences: [Matrix([[1, 2]])]) }),
            ("a sequence of nothing", { _ = try Reservoir(units: 3).run(sequences: [try #require(none)]) }),
        ])
        // What is odd and yet something: a nilpotent network, one unit alone, no connections, links that say nothing.
        var nilpotent = try Reservoir(recurrent: square, input: input, bias: Vector([0, 0]), activation: .identity)
        #expect(nilpotent.spectralRadius == 0)
        #expect(try nilpotent.run(Vector([1, 2, 3])) == Matrix([[1, 0], [2, 0], [3, 0]]))
        for units in [1, 2] {
            for topology in [Topology.fixedDegree, .independent, .orthogonal, .cycle, .line, .symmetric, .toeplitz, .chaotic, .lineWithFeedback(strength: 0.5)] {
                do {
                    var esn = try Reservoir(units: units, density: 1, topology: topology)
                    #expect(try esn.run(noise).isFinite)
                    #expect(try esn.memoryCapacity(delays: 3, steps: 900).total <= Double(units) + 0.05)
                    #expect(try esn.kernelRank() <= units)
                } catch { #expect(error is NeuroError, "\(topology) of \(units): \(error)") }
            }
        }
        var unconnected = try Reservoir(units: 4, spectralRadius: 0)
        #expect(try unconnected.run(noise).isFinite)
        #expect(try unconnected.lyapunovExponent(noise[..<300]) == -.infinity)
    }

    /// Units that double what they hold leave the finite numbers, which is said and changes nothing.
    @Test func divergingReservoirsSaySo() throws {
        let input = try Matrix([[1]])
        var wild = try Reservoir(recurrent: Matrix([[2]]), input: input, bias: Vector([0]), activation: .identity)
        let before = wild, drive = Vector([Double](repeating: 1, count: 1_200))
        refused([
            ("run", { _ = try wild.run(drive) }),
            ("train", { _ = try wild.train(drive) }),
            ("memory", { _ = try wild.memoryCapacity(delays: 2, steps: 3_000) }),
            ("capacity", { _ = try wild.informationProcessingCapacity(maxDegree: 1, steps: 3_000) }),
            ("sequences", { _ = try wild.run(sequences: [Matrix.column(drive)]) }),
            ("consistency", { _ = try wild.consistency(Vector(noise.elements + noise.elements + noise.elements)) }),
            ("rank", { _ = try wild.kernelRank(steps: 1_200) }),
            (
                "batch",
                {
                    var batch = try ReservoirBatch([wild, wild]); _ = try batch.run(drive)
                }
            ),
            (
                "deep",
                {
                    var deep = try wild >> wild; _ = try deep.run(drive)
                }
            ),
            (
                "es2n",
                {
                    var node = try ES2N(reservoir: wild, rotation: Matrix([[1]]), proximity: 0.999); _ = try node.run(drive)
                }
            ),
            (
                "parallel",
                {
                    var node = try ParallelReservoir([.leaky(wild)]); _ = try node.run(drive)
                }
            ),
            ("exponent", { _ = try wild.lyapunovSpectrum(drive) }),
            (
                "products",
                {
                    var node = try NVAR(delays: 2, degrees: [2]); _ = try node.train(Vector((0 ..< 50).map { 1e200 * Double($0) }), washout: 3)
                }
            ),
        ])
        #expect(wild == before)
    }

    /// Inputs and strengths near the end of the range of numbers: said by every kind of node whose states it does not bound, in a step and in a run, and nothing changes.
    @Test func statesThatAreNoNumbersAreNotGiven() throws {
        let huge = Vector([Double](repeating: 1e308, count: 40)), one = Vector([1e308])
        let nodes: [AnyReservoir] = try [
            .balanced(EIReservoir(units: 20, degree: 5, inputScaling: 1e308)), .euler(EulerState(units: 5, stepSize: 1e308)),
            .delay(DelayReservoir(units: 5, strength: 1e10, nonlinearity: .mackeyGlass(exponent: 0))), .products(NVAR(delays: 2)),
        ]
        for kind in nodes {
            let before = kind
            var node = kind
            refused([("run of \(kind)", { _ = try node.run(huge) }), ("training of \(kind)", { _ = try node.train(huge, washout: 3) })])
            #expect(node == before)
        }
        var products = try NVAR(delays: 2), balanced = try EIReservoir(units: 20, degree: 5, inputScaling: 1e308), again = try EIReservoir(units: 20, degree: 5)
        let (p, b, a) = (products, balanced, again)
        refused([
            ("step of products", { _ = try products.step(one) }), ("step of units", { _ = try balanced.step(one) }),
            ("inhibition", { try again.adaptInhibition(noise, target: .fixed(0.5), learningRate: 1e308) }),
        ])
        #expect(products == p && balanced == b && again == a)
    }

    /// Weights near the ends of the range are scaled as all others are, and to a radius of 0 even where there is no cycle.
    @Test(arguments: [1e308, 1e-300, Double.leastNonzeroMagnitude]) func weightsOfAnySizeAreScaled(_ size: Double) throws {
        let input = try Matrix([[1], [1]])
        let scaled = try Reservoir(recurrent: Matrix([[size, size], [size, size]]), input: input, spectralRadius: 0.9)
        #expect(abs(scaled.spectralRadius - 0.9) < 1e-12)
        #expect(largestDifference(try scaled.recurrentWeights().elements, [0.45, 0.45, 0.45, 0.45]) < 1e-12)
        #expect(try Reservoir(recurrent: Matrix([[0, size], [0, 0]]), input: input, spectralRadius: 0).recurrentWeights() == Matrix.zeros(rows: 2, columns: 2))
    }

    /// What weights cannot take is refused before any of it is in them.
    @Test func stepsThatWeightsCannotTake() throws {
        let state = Vector([1e200, 1]), y = Vector([1])
        var lms = try LMS(features: 2, rate: 1e308), normalised = try LMS(features: 2, rate: 1e308, isNormalised: true), three = try ThreeFactor(features: 2, rate: 1e308)
        var delta = try OfflineDelta(features: 2)
        let before = (lms, normalised, three)
        try delta.observe(state)
        let observed = delta
        refused([
            ("lms", { try lms.learn(state, y) }), ("normalised lms", { try normalised.learn(Vector([1e-3, 0]), Vector([1e8])) }), ("three", { try three.learn(state, y, gate: y) }),
            ("delta", { try delta.endTrial(y) }),
        ])
        #expect(lms == before.0 && normalised == before.1 && three == before.2 && delta == observed)
    }

    @Test func spikingReservoirsThatCannotBe() throws {
        let small = try SpikingReservoir(neurons: 20), none = try #require(none)
        refused([
            ("all neurons", { _ = try SpikingReservoir(neurons: .max) }),
            ("connections", { _ = try SpikingReservoir(neurons: 10_000_000) }),
            ("coupling", { _ = try SpikingReservoir(neurons: 20, coupling: 1e300).states(trial: 0) }),
            ("noise", { _ = try SpikingReservoir(neurons: 20, noise: 1e300).states(trial: 0) }),
            ("no rows", { _ = try small.states(driving: none) }),
            ("NaN", { _ = try small.states(driving: Matrix([[.nan]])) }),
            ("current", { _ = try small.states(driving: Matrix([[1e300]])) }),
            ("strength", { _ = try small.states(driving: Matrix([[1]]), strength: -1) }),
            ("trial", { _ = try small.states(driving: Matrix([[1]]), trial: 400_000) }),
            ("beyond the last trial", { _ = try small.states(driving: Matrix(rows: 820, columns: 1, repeating: 1), trial: 399_999) }),
        ])
    }

    @Test func measuresRefuseWhatCannotBeMeasured() throws {
        let esn = try Reservoir(units: 5), zeros = try Matrix.zeros(rows: 400, columns: 2), none = try #require(none)
        let fit = try {
            var trained = esn; return try trained.train(noise, washout: 20)
        }()
        let series = Matrix.column(noise)
        refused([
            ("memory delays", { _ = try esn.memoryCapacity(delays: .max) }),
            ("memory steps", { _ = try esn.memoryCapacity(steps: .max) }),
            ("memory back", { _ = try esn.memoryCapacity(delays: -1) }),
            ("training", { _ = try MemoryCapacity(states: zeros, input: noise, delays: 3, washout: 5, training: .max) }),
            ("training back", { _ = try MemoryCapacity(states: zeros, input: noise, delays: 3, washout: 5, training: -3) }),
            ("no states", { _ = try MemoryCapacity(states: none, input: empty, delays: 3) }),
            ("no units", { _ = try MemoryCapacity(states: Matrix(rows: 400, columns: 0, elements: []), input: noise, delays: 3) }),
            ("capacity of none", { _ = try InformationProcessingCapacity(states: none, input: empty) }),
            ("capacity washout", { _ = try InformationProcessingCapacity(states: zeros, input: noise, washout: .max) }),
            ("capacity delays", { _ = try esn.informationProcessingCapacity(delays: []) }),
            ("capacity back", { _ = try esn.informationProcessingCapacity(delays: [-1]) }),
            ("many degrees", { _ = try esn.informationProcessingCapacity(delays: [Int](repeating: 2, count: 21)) }),
            ("degree", { _ = try esn.informationProcessingCapacity(maxDegree: 0) }),
            ("many functions", { _ = try esn.informationProcessingCapacity(delays: [10, 2_000], steps: 3_000) }),
            ("exponent washout", { _ = try esn.lyapunovExponent(noise, washout: .max) }),
            ("exponent back", { _ = try esn.lyapunovExponent(noise, washout: -1) }),
            ("exponent of nothing", { _ = try esn.lyapunovExponent(empty, washout: 0) }),
            ("exponent of NaN", { _ = try esn.lyapunovExponent(broken, washout: 0) }),
            ("exponents", { _ = try esn.lyapunovSpectrum(noise, count: .max) }),
            ("exponents back", { _ = try esn.lyapunovSpectrum(noise, count: -1) }),
            ("consistency", { _ = try esn.consistency(noise, replicas: .min) }),
            ("consistency of nothing", { _ = try esn.consistency(empty) }),
            ("consistency of a constant", { _ = try esn.consistency(Vector([Double](repeating: 1, count: 300))) }),
            ("echo", { _ = try esn.echoStateIndex(noise, replicas: .max) }),
            ("echo of nothing", { _ = try esn.echoStateIndex(empty) }),
            ("echo compared", { _ = try esn.echoStateIndex(noise, compared: .max) }),
            ("participation", { _ = try participationRatio(none) }),
            ("prediction", { _ = try fit.predictionTimes(series, interval: 1, exponent: 1, from: .max) }),
            ("prediction every", { _ = try fit.predictionTimes(series, interval: 1, exponent: 1, from: 100, every: 0) }),
            ("starts", { _ = try fit.predictionTimes(series, interval: 1, exponent: 1, from: 100, starts: .max) }),
            ("horizon", { _ = try fit.predictionTimes(series, interval: 1, exponent: 1, from: 100, horizon: .max, washout: 50) }),
            ("interval", { _ = try fit.predictionTimes(series, interval: .nan, exponent: 1, from: 100) }),
            ("ahead", { _ = try fit.nrmseAhead(noise, horizon: .max, from: 100, washout: 50) }),
            ("ahead washout", { _ = try fit.nrmseAhead(noise, from: .max, washout: .max) }),
            (
                "adapt",
                {
                    var node = esn; try node.adaptIntrinsically(noise, epochs: .max)
                }
            ),
            (
                "adapt to nothing",
                {
                    var node = esn; try node.adaptIntrinsically(empty)
                }
            ),
            (
                "adapt at no rate",
                {
                    var node = esn; try node.adaptIntrinsically(noise, learningRate: .nan)
                }
            ),
            (
                "adapt to no width",
                {
                    var node = esn; try node.adaptIntrinsically(noise, target: .normal(mean: 0, standardDeviation: 0))
                }
            ),
            ("rmse of nothing", { _ = try rmse(empty, empty) }),
            ("nrmse of a constant", { _ = try nrmse(Vector([1, 2]), Vector([1, 1])) }),
            ("correlation of one", { _ = try correlation(Vector([1]), Vector([1])) }),
            ("angles of nothing", { _ = try principalAngles(Matrix(rows: 0, columns: 0, elements: []), Matrix(rows: 0, columns: 0, elements: [])) }),
            ("targets", { _ = try TargetRates.fixed(0.5).drawn(count: .max) }),
            ("uniform targets", { _ = try TargetRates.uniform(0, 1).drawn(count: .max) }),
            ("beta targets", { _ = try TargetRates.beta(2, 2).drawn(count: .max) }),
            ("no targets", { _ = try TargetRates.fixed(0.5).drawn(count: 0) }),
            ("targets beyond", { _ = try TargetRates.fixed(.nan).drawn(count: 2) }),
            ("beta of nothing", { _ = try TargetRates.beta(.nan, 1).drawn(count: 2) }),
        ])
    }

    @Test func readoutsRefuseWhatCannotBeLearnt() throws {
        let none = try #require(none), states = try Matrix.zeros(rows: 5, columns: 2)
        refused([
            ("no rows", { _ = try Readout.ridge(1).fit(none, empty) }),
            ("lengths", { _ = try Readout.ridge(1).fit(states, noise) }),
            ("washout", { _ = try Readout.ridge(1).fit(states, noise[..<5], washout: .max) }),
            ("weights", { _ = try Readout.ridge(1).fit(states, noise[..<5], weights: empty) }),
            ("weights of 0", { _ = try Readout.ridge(1).fit(states, noise[..<5], weights: Vector.zeros(5)) }),
            ("negative weights", { _ = try Readout.ridge(1).fit(states, noise[..<5], weights: Vector([1, 1, 1, 1, -1])) }),
            ("no columns", { _ = try Readout.ridge(1).fit(Matrix(rows: 5, columns: 0, elements: []), noise[..<5]) }),
            ("stream", { _ = try RidgeStream(features: .max) }),
            ("stream of none", { _ = try RidgeStream(features: 0) }),
            ("an empty stream", { _ = try RidgeStream(features: 3).fit(penalty: 1) }),
            (
                "stream of weights of 0",
                {
                    var stream = try RidgeStream(features: 2); try stream.add(states, Matrix.column(noise[..<5]), weights: Vector.zeros(5)); _ = try stream.fit(penalty: 1)
                }
            ),
            ("rls", { _ = try RLS(features: .max) }),
            ("rls of none", { _ = try RLS(features: 0) }),
            ("rls outputs", { _ = try RLS(features: 2, outputs: .max) }),
            ("forgetting", { _ = try RLS(features: 2, forgetting: 0) }),
            ("lms", { _ = try LMS(features: .max) }),
            ("lms rate", { _ = try LMS(features: 2, rate: .nan) }),
            ("three", { _ = try ThreeFactor(features: -1) }),
            ("three trace", { _ = try ThreeFactor(features: 2, trace: .infinity) }),
            ("delta", { _ = try OfflineDelta(features: 0) }),
            (
                "delta without a trial",
                {
                    var delta = try OfflineDelta(features: 2); try delta.endTrial(Vector([1]))
                }
            ),
            ("force", { _ = try FORCE(Reservoir(units: 3).node) }),
            ("force every", { _ = try FORCE(Reservoir(units: 3, feedback: 1).node, every: .min) }),
            (
                "force steps",
                {
                    var force = try FORCE(Reservoir(units: 3, feedback: 1).node); _ = try force.run(steps: .max)
                }
            ),
            (
                "force of nothing",
                {
                    var force = try FORCE(Reservoir(units: 3, feedback: 1).node); _ = try force.learn(none)
                }
            ),
        ])
        // Recursive least squares on states of 0 and on the same state for ever stay what they are.
        var rls = try RLS(features: 2)
        for _ in 0 ..< 100 { try rls.learn(Vector([0, 0]), Vector([1])) }
        #expect(try abs(rls.predict(Vector([0, 0]))[0] - 1) < 1e-6)
        try rls.reset()
        #expect(try rls.inverseCorrelation() == RLS(features: 2).inverseCorrelation())
        #expect(try abs(rls.predict(Vector([0, 0]))[0] - 1) < 1e-6)
    }

    /// What was saved comes back; with another number in one place it is refused when it is read, not when it is used.
    @Test func damagedValuesAreRefusedWhenTheyAreRead() throws {
        func check<Value: Codable & Equatable>(_ value: Value, _ damages: [(String, String)], _ name: String = "\(Value.self)") throws {
            let text = try #require(String(data: JSONEncoder().encode(value), encoding: .utf8))
            #expect(try JSONDecoder().decode(Value.self, from: Data(text.utf8)) == value)
            for (from, to) in damages {
                let damaged = text.replacingOccurrences(of: from, with: to)
                #expect(damaged != text, "\(name) has no \(from): \(text.prefix(600))")
                #expect(throws: (any Error).self, "\(name): \(from) as \(to)") { try JSONDecoder().decode(Value.self, from: Data(damaged.utf8)) }
            }
        }
        var rls = try RLS(features: 3), lms = try LMS(features: 3), three = try ThreeFactor(features: 3), delta = try OfflineDelta(features: 3)
        let x = Vector([1, 2, 3]), y = Vector([1])
        try rls.learn(x, y)
        try lms.learn(x, y)
        try three.learn(x, y, gate: y)
        try delta.observe(x)
        let features = [("\"features\":3", "\"features\":30"), ("\"outputs\":1", "\"outputs\":0")]
        try check(rls, features + [("\"forgetting\":1", "\"forgetting\":0"), ("\"order\":4", "\"order\":3"), ("\"penalty\":", "\"penalty\":-")])
        try check(lms, features + [("\"rate\":", "\"rate\":-")])
        try check(three, features + [("\"eligible\":[", "\"eligible\":[0,"), ("\"rate\":", "\"rate\":-")])
        try check(delta, features + [("\"sum\":[", "\"sum\":[0,"), ("\"observed\":1", "\"observed\":-1")])
        try check(
            WhatWhen(features: 3),
            [
                ("\"outputs\":2", "\"outputs\":1"), ("\"gating\":\"window\"", "\"gating\":\"open\""), ("\"mean\":{\"storage\":[", "\"mean\":{\"storage\":[0,"),
                ("\"binsSeen\":0", "\"binsSeen\":-1"),
            ])
        try check(JointReadout(features: 3), [("\"every\":2", "\"every\":0"), ("\"outputs\":2", "\"outputs\":1")])
        try check(MEETTask(probability: 0.5), [("\"probability\":0.5", "\"probability\":2")])
        try check(FORCE(units: 4), [("\"every\":1", "\"every\":0"), ("\"output\":", "\"other\":"), ("\"steps\":0", "\"steps\":-1")])
        let search = try Search([.uniform("a", 0, 1)], settings: 2)
        try check(search, [("\"settings\":2", "\"settings\":0"), ("\"seeds\":1", "\"seeds\":-1")])
        try check(search.runEach { _, _ in 1 }, [("\"budget\":1", "\"budget\":0.5")])
    }

    @Test func seriesAndSearchesRefuseWhatCannotBe() throws {
        for steps in [0, -1, Int.min, Int.max] {
            refused([
                ("mackeyGlass \(steps)", { _ = try Dataset.mackeyGlass(steps: steps) }),
                ("lorenz63 \(steps)", { _ = try Dataset.lorenz63(steps: steps) }),
                ("lorenz96 \(steps)", { _ = try Dataset.lorenz96(steps: steps) }),
                ("narma \(steps)", { _ = try Dataset.narma10(steps: steps) }),
                ("henon \(steps)", { _ = try Dataset.henon(steps: steps) }),
                ("logistic \(steps)", { _ = try Dataset.logistic(steps: steps) }),
                ("ikeda \(steps)", { _ = try Dataset.ikeda(steps: steps) }),
                ("rossler \(steps)", { _ = try Dataset.rossler(steps: steps) }),
                ("double scroll \(steps)", { _ = try Dataset.doubleScroll(steps: steps) }),
                ("chen \(steps)", { _ = try Dataset.chen(steps: steps) }),
                ("multiscroll \(steps)", { _ = try Dataset.multiscroll(steps: steps) }),
                ("rf \(steps)", { _ = try Dataset.rabinovichFabrikant(steps: steps) }),
                ("ks \(steps)", { _ = try Dataset.kuramotoSivashinsky(steps: steps) }),
                ("sines \(steps)", { _ = try Dataset.superimposedSines(steps: steps) }),
                ("sine square \(steps)", { _ = try Dataset.sineSquare(steps: steps) }),
                ("xor \(steps)", { _ = try Dataset.delayedXOR(steps: steps) }),
                ("parity \(steps)", { _ = try Dataset.parity(steps: steps) }),
                ("channel \(steps)", { _ = try Dataset.channelEqualization(steps: steps) }),
            ])
        }
        refused([
            ("discarding", { _ = try Dataset.henon(steps: 3, discarding: .max) }),
            ("discarding back", { _ = try Dataset.lorenz63(steps: 3, discarding: -1) }),
            ("mackey discarding", { _ = try Dataset.mackeyGlass(steps: 3, discarding: .max) }),
            ("tau", { _ = try Dataset.mackeyGlass(steps: 3, tau: .infinity) }),
            ("places", { _ = try Dataset.lorenz96(steps: 3, places: .max) }),
            ("order", { _ = try Dataset.narma(order: 0, steps: 3) }),
            ("scrolls", { _ = try Dataset.multiscroll(steps: 3, scrolls: .max) }),
            ("start", { _ = try Dataset.henon(steps: 3, start: (.nan, 0)) }),
            ("points", { _ = try Dataset.kuramotoSivashinsky(steps: 3, points: .max) }),
            ("integers", { _ = try Search([.integer("a", .min, .max)], settings: 3) }),
            ("integers from the least", { _ = try Search([.integer("a", .min, 0)], settings: 3) }),
            ("settings", { _ = try Search([.uniform("a", 0, 1)], settings: .max) }),
            ("seeds", { _ = try Search([.uniform("a", 0, 1)], settings: 1, seeds: .max) }),
            ("no seeds", { _ = try Search([.uniform("a", 0, 1)], settings: 1, seeds: 0) }),
            ("keep", { _ = try Search([.uniform("a", 0, 1)], settings: 3, method: .halving(keep: .min)) }),
            ("rounds", { _ = try Search([.uniform("a", 0, 1)], settings: 3, method: .halving(keep: 2, rounds: .max)) }),
            ("too wide a range", { _ = try Search([.uniform("a", -1e308, 1e308)], settings: 3) }),
            ("infinite range", { _ = try Search([.uniform("a", -.infinity, 1)], settings: 3) }),
            ("no name", { _ = try Search([.uniform("", 0, 1)], settings: 3) }),
        ])
        // The widest that there may be stay within themselves; what keeps more than there is keeps one.
        let wide = try Search([.integer("a", -(1 << 52), 1 << 52), .uniform("b", -8e307, 8e307)], settings: 8)
        #expect(try wide.all.allSatisfy { try abs($0["a"]) <= 0x1p52 && $0["b"].isFinite })
        #expect(try Dataset.narma(order: .max, steps: 5).targets.count == 5)
        #expect(try Dataset.parity(steps: 5, bits: .max, delay: 1).targets.count == 5)
        let found = try Search([.uniform("a", 0, 1)], settings: 3, method: .halving(keep: .max, rounds: 3)).runEach { setting, _ in try setting["a"] }
        #expect(found.ranking.count == 1 && found.outcomes.count == 5)
        let nowhere = try Search([.uniform("a", 0, 1)], settings: 3).runEach { _, _ in .nan }
        #expect(nowhere.best.mean.isNaN && nowhere.ranking.count == 3)
    }
}
