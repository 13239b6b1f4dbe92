import Foundation
import Linear
import Neuro
import Testing

/// The capacities of reservoirs, against values that NumPy gave under the same protocol (mean and standard deviation over seeds), against the theory, and the fast way to them against the plain one.
@Suite struct CapacityTests {
    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// x(t) = f(W x(t−1) + win u(t)), W of normal deviates or their orthogonal part, of this spectral radius.
    private func states(units n: Int, radius: Double, scaling: Double, orthogonal: Bool, isLinear: Bool, _ input: Vector, seed: Int) throws -> Matrix {
        var random = Random(seed: seed, stream: 77)
        var w = try random.normal(rows: n, columns: n)
        if orthogonal {
            // Q of its decomposition by reflections, as the reference has it; rotations drawn evenly hold a little less (46.9 ± .7 of 50 by hand, seeds 1 to 6).
            var q = w.elements, r = [Double](repeating: 0, count: n * n)
            LAPACK.orthogonalize(m: n, n: n, &q, r: &r)
            w = try Matrix(rows: n, columns: n, elements: q)
        }
        w = try w * (radius / w.spectralRadius())
        let win = try random.uniform(count: n, in: -scaling ..< scaling)
        if !isLinear {
            var reservoir = try Reservoir(recurrent: w, input: Matrix(rows: n, columns: 1, elements: win.elements), bias: Vector.zeros(n), leakRate: 1)
            return try reservoir.run(input)
        }
        var x = try Vector.zeros(n), rows: [Double] = []
        for u in input.elements {
            x = try w %*% x + win * u
            rows += x.elements
        }
        return try Matrix(rows: input.count, columns: n, elements: rows)
    }

    /// Over more seeds NumPy's own spread is wider than the reference states: 23.3 ± 1.2 for 50 units at scaling .1 (eight seeds), which is the band here.
    @Test(arguments: [(50, 0.1, 22.4, 1.2), (100, 0.1, 28.4, 1.1), (50, 1, 11.4, 0.8), (100, 1, 12.9, 1.0)])
    func memoryOfGaussianTanhUnits(_ units: Int, _ scaling: Double, _ expected: Double, _ deviation: Double) throws {
        let totals = try (1 ... 3).map { seed in
            try Reservoir(units: units, spectralRadius: 0.9, density: 1, inputScaling: scaling, biasScaling: 0, seed: seed).memoryCapacity(seed: seed).total
        }
        #expect(abs(mean(totals) - expected) < 2 * deviation, "\(totals)")
    }

    /// The rows with an orthogonal or a linear network: spectral radius .95, scaling .1. Of Gaussian linear units many directions lie near the rounding of the rest, and how many count decides. The
    /// reference, 68.1 ± 2.6 of 100, counts them against a column of ones too (NumPy: 70.4 ± 2.2 of twelve seeds); centred states, as here, give 72.1 ± 2.0 in NumPy and for the same states the
    /// same numbers here to 1e-6. Of 100 orthogonal linear units NumPy's own four seeds gave 98.55 ± .34.
    @Test(arguments: [(100, true, true, 98.2, 0.3), (50, false, true, 45.7, 0.8), (100, false, true, 72.1, 2.0), (50, true, false, 47.7, 0.3)])
    func memoryOfOtherNetworks(_ units: Int, _ orthogonal: Bool, _ isLinear: Bool, _ expected: Double, _ deviation: Double) throws {
        let totals = try (1 ... 3).map { seed in
            var random = Random(seed: seed)
            let input = try random.uniform(count: 12_000, in: -0.8 ..< 0.8)
            let states = try states(units: units, radius: 0.95, scaling: 0.1, orthogonal: orthogonal, isLinear: isLinear, input, seed: seed)
            return try MemoryCapacity(states: states, input: input, delays: 2 * units).total
        }
        #expect(abs(mean(totals) - expected) < 2 * deviation + 0.05, "\(totals)")
    }

    /// The same networks and inputs measured by NumPy (Reference/make_capacity.py): agreement seed by seed, where bands over seeds are wide. Directions near rounding make the difference for Gaussian linear
    /// units, and decompositions round differently; otherwise the figures are the same. With a column of ones in the place of centring NumPy cuts off more: the 68.1 of the reference are such figures.
    @Test func memoryAgreesWithNumpy() throws {
        struct Case: Decodable {
            let units: Int
            let orthogonal, linear: Bool
            let radius, scaling: Double
            let centred, ones: [Double]
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/capacity.json")
        for r in try JSONDecoder().decode([Case].self, from: Data(contentsOf: file)) {
            for (index, expected) in r.centred.enumerated() {
                var state = index + 1
                func uniform() -> Double {
                    state = 16_807 * state % 2_147_483_647
                    return Double(state) / 2_147_483_647
                }
                func normal() -> Double { (0 ..< 12).reduce(0.0) { sum, _ in sum + uniform() } - 6 }
                let n = r.units
                var elements = (0 ..< n * n).map { _ in normal() }
                if r.orthogonal {
                    var triangle = [Double](repeating: 0, count: n * n)
                    // Columns are what it decomposes.
                    elements = try Matrix(rows: n, columns: n, elements: elements).transposed().elements
                    LAPACK.orthogonalize(m: n, n: n, &elements, r: &triangle)
                    for column in 0 ..< n where triangle[column * n + column] < 0 { for i in 0 ..< n { elements[column * n + i] *= -1 } }
                    elements = try Matrix(rows: n, columns: n, elements: elements).transposed().elements
                }
                let drawn = try Matrix(rows: n, columns: n, elements: elements)
                let w = try drawn * (r.radius / drawn.spectralRadius())
                let win = (0 ..< n).map { _ in r.scaling * (2 * uniform() - 1) }, input = Vector((0 ..< 12_000).map { _ in 1.6 * uniform() - 0.8 })
                var reservoir = try Reservoir(
                    recurrent: w, input: Matrix(rows: n, columns: 1, elements: win), bias: Vector.zeros(n), leakRate: 1, activation: r.linear ? .identity : .tanh)
                let total = try MemoryCapacity(states: reservoir.run(input), input: input, delays: 2 * n).total
                #expect(abs(total - expected) < (r.linear && !r.orthogonal ? 0.5 : 1e-3), "\(n) \(r.orthogonal) \(r.linear) \(r.scaling): \(total), not \(expected)")
                #expect(expected >= r.ones[index] - 0.01)
            }
        }
    }

    /// The same numbers from explicit targets, least squares by singular values, and correlations of the outputs; well conditioned (Gram matrix) and not (singular values of the states).
    @Test(arguments: [false, true])
    func memoryAgreesWithThePlainWay(_ isLinear: Bool) throws {
        var random = Random(seed: 5)
        let input = try random.uniform(count: 1_500, in: -0.8 ..< 0.8), delays = 60
        let states = try states(units: 40, radius: 0.9, scaling: isLinear ? 0.1 : 1, orthogonal: false, isLinear: isLinear, input, seed: 5)
        let capacity = try MemoryCapacity(states: states, input: input, delays: delays, washout: 100, training: 900)
        // Centred, which is what an intercept does; a column of ones would decide how many directions of the linear states stand above rounding.
        let means = try (0 ..< 40).map { i in try mean(states.column(i).elements[100 ..< 1_000].map { $0 }) }
        func features(_ steps: Range<Int>) throws -> Matrix {
            try Matrix(rows: steps.count, columns: 40, elements: steps.flatMap { zip(try states.row($0).elements, means).map(-) })
        }
        func targets(_ steps: Range<Int>) throws -> Matrix {
            try Matrix(rows: steps.count, columns: delays, elements: steps.flatMap { t in try (1 ... delays).map { try input[t - $0] } })
        }
        let weights = try features(100 ..< 1_000).leastSquares(targets(100 ..< 1_000)).solution
        let outputs = try features(1_000 ..< 1_500) %*% weights, wanted = try targets(1_000 ..< 1_500)
        for k in 0 ..< delays {
            let r = try correlation(outputs.column(k), wanted.column(k))
            #expect(abs(try capacity.perDelay[k] - r * r) < (isLinear ? 1e-3 : 1e-10), "delay \(k + 1)")
        }
        if isLinear { return }
        // Others ways to the penalty end near the same fit here, and a tiny one is none.
        for readout in [Readout.gcv(), .crossValidated(gap: 60)] {
            let total = try MemoryCapacity(states: states, input: input, delays: delays, washout: 100, training: 900, readout: readout).total
            #expect(abs(total - capacity.total) < 0.3, "\(readout)")
        }
        let ridge = try MemoryCapacity(states: states, input: input, delays: delays, washout: 100, training: 900, readout: .ridge(1e-12))
        #expect(largestDifference(ridge.perDelay.elements, capacity.perDelay.elements) < 1e-8)
    }

    /// So many steps that the transforms take them in several rounds: a unit that is the input one step ago, one that is the sum of the two after it, and of 14 more none that says anything.
    @Test func memoryOfALongSeries() throws {
        var random = Random(seed: 4)
        let steps = 300_000, u = try random.uniform(count: steps, in: -1 ..< 1), rest = try random.uniform(rows: steps, columns: 15, in: -1 ..< 1)
        var states = try Matrix(rows: steps, columns: 17, repeating: 0)
        for t in 3 ..< steps {
            try states.set(u[t - 1], row: t, column: 0)
            try states.set(u[t - 2] + u[t - 3], row: t, column: 1)
            for i in 0 ..< 15 { try states.set(rest[t, i], row: t, column: 2 + i) }
        }
        let capacity = try MemoryCapacity(states: states, input: u, delays: 6, washout: 10)
        #expect(abs(capacity.perDelay.elements[0] - 1) < 1e-9)
        for delay in [2, 3] { #expect(abs(capacity.perDelay.elements[delay - 1] - 0.5) < 0.01) }
        for delay in 4 ... 6 { #expect(capacity.perDelay.elements[delay - 1] < 1e-4) }
    }

    /// A chain of delays holds as many inputs as it has links, exactly, and nothing else.
    @Test func memoryOfAChain() throws {
        let n = 8
        var chain = try Matrix(rows: n, columns: n, repeating: 0)
        for i in 1 ..< n { try chain.set(1, row: i, column: i - 1) }
        // So small that tanh is a line to twelve digits.
        var input = try Matrix(rows: n, columns: 1, repeating: 0)
        try input.set(1e-6, row: 0, column: 0)
        let reservoir = try Reservoir(recurrent: chain, input: input, bias: Vector.zeros(n), leakRate: 1)
        let capacity = try reservoir.memoryCapacity(delays: 20, steps: 6_000)
        for k in 0 ..< 20 { #expect(abs(capacity.perDelay.elements[k] - (k < n - 1 ? 1 : 0)) < 0.005, "delay \(k + 1)") }
        // The same chain with the present input: eight functions of degree 1, each held whole, and no other.
        let processing = try reservoir.informationProcessingCapacity(delays: [20, 8, 5], steps: 4_000)
        #expect(processing.rank == n && processing.terms.count == n && abs(processing.total - Double(n)) < 1e-6)
        #expect(processing.terms.allSatisfy { $0.powers == [1] && $0.delays.count == 1 })
        #expect(try abs(processing.perDelay[0, 7] - 1) < 1e-6 && processing.perDelay[0, 8] == 0)
    }

    /// The theorem of Rodan and Tiňo (2011, doi:10.1109/TNN.2010.2089641): a linear cycle of N units and strength r holds r^(2N ⌊k/N⌋) (1 − r^(2N)) of delay k, N − (1 − r^(2N)) of all from 1 on.
    @Test func memoryOfACycle() throws {
        let n = 10, r = 0.95, kept = pow(r, Double(2 * n))
        let reservoir = try Reservoir(units: n, spectralRadius: r, inputScaling: 0.1, biasScaling: 0, topology: .cycle, activation: .identity, seed: 1)
        let capacity = try reservoir.memoryCapacity(delays: 90, steps: 40_000)
        for k in 1 ... 60 { #expect(abs(capacity.perDelay.elements[k - 1] - pow(kept, Double(k / n)) * (1 - kept)) < 0.03, "delay \(k)") }
        #expect(abs(capacity.total - (Double(n) - 1 + kept)) < 0.15, "\(capacity.total)")
    }

    /// Correlations know no units: an input near the ends of the range of numbers holds what it held.
    @Test(arguments: [1e290, 1e-290]) func memoryHasNoScale(_ scale: Double) throws {
        var random = Random(seed: 2)
        let input = try random.uniform(count: 800, in: -1 ..< 1), u = input.elements
        let states = try Matrix(rows: 800, columns: 2, elements: u.indices.flatMap { [$0 > 0 ? u[$0 - 1] : 0, u[$0] + ($0 > 1 ? u[$0 - 2] : 0)] })
        let plain = try MemoryCapacity(states: states, input: input, delays: 4, washout: 10)
        let scaled = try MemoryCapacity(states: states, input: input * scale, delays: 4, washout: 10)
        #expect(plain.perDelay.elements[0] > 0.999 && abs(plain.perDelay.elements[1] - 0.5) < 0.1)
        #expect(largestDifference(plain.perDelay.elements, scaled.perDelay.elements) < 1e-9)
    }

    /// One unit that multiplies the last two inputs and one that squares: what they compute is found, with its parts.
    @Test func capacityFindsWhatIsComputed() throws {
        var random = Random(seed: 3)
        let input = try random.uniform(count: 6_000, in: -1 ..< 1), u = input.elements
        var rows: [Double] = [], more: [Double] = []
        for t in u.indices {
            let state: [Double] = t < 3 ? [0, 0, 0] : [u[t] * u[t - 1], 1.5 * u[t - 3] * u[t - 3] + 1.5, u[t - 2] + u[t - 1]]
            rows += state
            // A dead unit, and one that is twice another.
            more += state
            more += [0.1, 2 * state[0]]
        }
        let capacity = try InformationProcessingCapacity(states: Matrix(rows: u.count, columns: 3, elements: rows), input: input, delays: [8, 8, 5], washout: 100)
        #expect(capacity.rank == 3)
        let found = capacity.terms.map { ($0.delays, $0.powers) }
        #expect(found.contains { $0 == ([0, 1], [1, 1]) } && found.contains { $0 == ([3], [2]) } && found.contains { $0 == ([1], [1]) } && found.contains { $0 == ([2], [1]) })
        #expect(capacity.terms.count == 4)
        // The sum of two inputs holds half of each.
        #expect(try abs(capacity.perDegree[0] - 1) < 0.03 && abs(capacity.perDegree[1] - 2) < 1e-9 && capacity.perDegree.elements[2] == 0)
        #expect(try abs(capacity.perDelay[1, 3] - 1) < 1e-9 && abs(capacity.perDelay[1, 1] - 1) < 1e-9)
        #expect(capacity.terms[0].description.hasPrefix("P"))
        // They add nothing.
        let again = try InformationProcessingCapacity(states: Matrix(rows: u.count, columns: 5, elements: more), input: input, delays: [8, 8, 5], washout: 100)
        #expect(again.rank == 3 && abs(again.total - capacity.total) < 1e-9)
    }

    /// Section protocol: 30 units, spectral radius .9, u over ±1, 20,000 steps. Linear at scaling .5: all of the rank and degree 1; tanh at .1: 18.8 ± .7 + 0 + 9.7 ± .7 over seeds.
    @Test func capacityOfLinearUnits() throws {
        var random = Random(seed: 1)
        let input = try random.uniform(count: 20_000, in: -1 ..< 1)
        let states = try states(units: 30, radius: 0.9, scaling: 0.5, orthogonal: false, isLinear: true, input, seed: 1)
        let capacity = try InformationProcessingCapacity(states: states, input: input)
        #expect(abs(capacity.total - 30) < 0.05 && capacity.rank == 30, "\(capacity)")
        #expect(capacity.perDegree.elements[1] == 0 && capacity.perDegree.elements[2] == 0, "\(capacity)")
    }

    @Test func capacityOfTanhUnits() throws {
        let capacities = try (1 ... 4).map { seed in
            try Reservoir(units: 30, spectralRadius: 0.9, density: 1, inputScaling: 0.1, biasScaling: 0, seed: seed).informationProcessingCapacity(seed: seed)
        }
        let degrees = (0 ..< 3).map { degree in mean(capacities.map { $0.perDegree.elements[degree] }) }
        #expect(abs(degrees[0] - 18.8) < 2 * 0.7 && degrees[1] == 0 && abs(degrees[2] - 9.7) < 2 * 0.7, "\(capacities)")
        #expect(capacities.allSatisfy { $0.total <= 30 })
    }

    /// Capacities that follow from moments of even numbers over ±1: one leaky unit, x(t) = a x(t−1) + u(t), holds a²ᵏ (1 − a²) of delay k, which sums to 1; a cube is .84 line and .16 of degree 3, since
    /// E[u⁴]² / E[u²] E[u⁶] = 21/25; the square of a sum is two squares of variance 4/45 and a product of variance 4/9, so 1/7, 1/7 and 5/7 of it.
    @Test func capacityOfClosedForms() throws {
        var random = Random(seed: 8)
        let input = try random.uniform(count: 40_000, in: -1 ..< 1), u = input.elements, a = 0.8
        var x = 0.0
        let leaky = try InformationProcessingCapacity(
            states: Matrix(
                rows: u.count, columns: 1,
                elements: u.map { value in
                    x = a * x + value
                    return x
                }), input: input, delays: [60, 10, 5])
        for k in 0 ..< 8 { #expect(abs(try leaky.perDelay[0, k] - pow(a, Double(2 * k)) * (1 - a * a)) < 0.01, "delay \(k)") }
        // Each is known to one over the root of the steps; of four hundred other functions one may count by chance.
        #expect(abs(leaky.total - 1) < 0.02 && leaky.perDegree.elements[1] < 0.003 && leaky.perDegree.elements[2] < 0.003, "\(leaky) \(leaky.terms)")

        let cube = try InformationProcessingCapacity(states: Matrix(rows: u.count, columns: 1, elements: u.map { $0 * $0 * $0 }), input: input, delays: [5, 5, 5])
        #expect(try abs(cube.perDegree[0] - 0.84) < 0.01 && abs(cube.perDegree[2] - 0.16) < 0.01)
        #expect(cube.terms.count == 2)
        #expect(abs(cube.total - 1) < 0.01)

        let square = try InformationProcessingCapacity(
            states: Matrix(rows: u.count, columns: 1, elements: u.indices.map { $0 == 0 ? 0 : (u[$0] + u[$0 - 1]) * (u[$0] + u[$0 - 1]) }), input: input, delays: [5, 5, 5])
        let parts = Dictionary(uniqueKeysWithValues: square.terms.map { ("\($0.delays)", $0.capacity) })
        #expect(parts.count == 3)
        for (delays, expected) in [("[0]", 1.0 / 7), ("[1]", 1.0 / 7), ("[0, 1]", 5.0 / 7)] { #expect(abs((parts[delays] ?? 0) - expected) < 0.01, "\(delays)") }
    }

    /// No reservoir computes more than it has units, whatever it is; one that forgets and sees its input alone comes near with enough degrees.
    @Test func totalCapacityIsAtMostTheUnits() throws {
        #expect(try InformationProcessingCapacity.delays(maxDegree: 3) == [60, 25, 12])
        #expect(try InformationProcessingCapacity.delays(maxDegree: 20).count == 20)
        for degree in [0, -1, 21, Int.max] { #expect(throws: NeuroError.self) { try Reservoir(units: 5).informationProcessingCapacity(maxDegree: degree) } }
        let small = try Reservoir(units: 8, spectralRadius: 0.5, density: 1, inputScaling: 0.3, biasScaling: 0.1, seed: 1)
        let to = try [1, 3, 5].map { try small.informationProcessingCapacity(maxDegree: $0, steps: 6_000) }
        #expect(try to[1] == small.informationProcessingCapacity(delays: [60, 25, 12], steps: 6_000))
        #expect(to[0].perDegree.count == 1 && to[2].perDegree.count == 5)
        #expect(to[0].total <= to[1].total && to[1].total <= to[2].total && to[2].total <= 8 && to[2].total > 7.5, "\(to.map(\.total))")
        for (radius, scaling, bias) in [(0.9, 1.0, 0.5), (1.2, 0.3, 0), (0.3, 3, 1)] {
            let esn = try Reservoir(units: 20, spectralRadius: radius, density: 1, inputScaling: scaling, biasScaling: bias, seed: 2)
            let capacity = try esn.informationProcessingCapacity(maxDegree: 3, steps: 6_000)
            #expect(capacity.total <= 20 && capacity.rank == 20, "\(capacity)")
        }
    }

    /// SciPy's chi2.isf of the same tails.
    @Test func quantilesOfChiSquare() {
        for (tail, degrees, expected) in [
            (1e-4, 1, 15.136705226623397), (1e-4, 2, 18.420680743952367), (1e-4, 3, 21.10751346616021), (1e-4, 30, 67.63263025741402), (1e-4, 301, 400.90747919718024),
            (0.5, 1, 0.454936423119572), (0.01, 7, 18.475306906582357), (0.05, 10, 18.307038053275146),
        ] {
            #expect(abs(ChiSquare.quantile(tail: tail, degrees: degrees) / expected - 1) < 1e-8, "\(tail), \(degrees)")
        }
    }

    @Test func badArguments() throws {
        let reservoir = try Reservoir(units: 10), two = try Reservoir(units: 10, inputs: 2)
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(delays: 0) }
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(steps: 500) }
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(steps: 0) }
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(readout: .ridge(-1)) }
        #expect(throws: NeuroError.self) { try two.memoryCapacity() }
        #expect(throws: NeuroError.self) { try MemoryCapacity(states: Matrix.zeros(rows: 3, columns: 2), input: Vector.zeros(4), delays: 1, washout: 1) }
        #expect(throws: NeuroError.self) { try MemoryCapacity(states: Matrix.zeros(rows: 3, columns: 2), input: Vector.zeros(3), delays: 5, washout: 1) }
        let still = NeuroError.invalid(name: "input", value: "constant", must: "a series that varies")
        #expect(throws: still) { try MemoryCapacity(states: Matrix.zeros(rows: 30, columns: 2), input: Vector.zeros(30), delays: 5, washout: 5) }
        #expect(throws: still) { try InformationProcessingCapacity(states: Matrix.zeros(rows: 30, columns: 2), input: Vector.zeros(30), delays: [5], washout: 5) }
        var random = Random(seed: 1)
        let input = try random.uniform(count: 300, in: -1 ..< 1), zeros = try Matrix.zeros(rows: 300, columns: 2)
        // States that say nothing hold nothing.
        #expect(try MemoryCapacity(states: zeros, input: input, delays: 5, washout: 5).total == 0)
        let none = try InformationProcessingCapacity(states: zeros, input: input, delays: [5, 3], washout: 5)
        #expect(none.total == 0 && none.rank == 0 && none.terms.isEmpty)
        #expect(throws: NeuroError.tooShort(name: "input", count: 300, needed: 506, why: "training and testing after a washout of 500")) {
            try MemoryCapacity(states: zeros, input: input, delays: 5)
        }
        #expect(throws: NeuroError.self) { try MemoryCapacity(states: zeros, input: input, delays: 5, washout: Int.max) }
        let broken = Vector([.nan] + input.elements.dropFirst())
        #expect(throws: NeuroError.notFinite(name: "input", index: 0)) { try MemoryCapacity(states: zeros, input: broken, delays: 5, washout: 5) }
        #expect(throws: NeuroError.self) { try InformationProcessingCapacity(states: zeros, input: input * 2, delays: [5], washout: 5) }
        #expect(throws: NeuroError.self) { try InformationProcessingCapacity(states: zeros, input: input, delays: [], washout: 5) }
        #expect(throws: NeuroError.self) { try InformationProcessingCapacity(states: zeros, input: input, delays: [-1], washout: 5) }
        #expect(throws: NeuroError.self) { try InformationProcessingCapacity(states: zeros, input: input, delays: [3, 200, 200], washout: 200) }
        #expect(throws: NeuroError.self) { try reservoir.informationProcessingCapacity(delays: [Int.max]) }
        #expect(throws: NeuroError.self) { try two.informationProcessingCapacity() }
        // Huge states, whose squares are infinite.
        let wild = try Matrix(rows: 300, columns: 1, elements: input.elements.map { $0 * 1e200 })
        #expect(throws: NeuroError.self) { try MemoryCapacity(states: wild, input: input, delays: 5, washout: 5) }
        #expect(throws: Interrupted()) { try Progress.observe({ if $0 > 0.3 { throw Interrupted() } }) { _ = try reservoir.informationProcessingCapacity() } }
        #expect(throws: Interrupted()) { try Progress.observe({ if $0 > 0.3 { throw Interrupted() } }) { _ = try reservoir.memoryCapacity() } }
    }

    @Test func threadsChangeNoBit() throws {
        func capacities(_ threads: Int) throws -> [Double] {
            try Threads.withLimit(threads) {
                let reservoir = try Reservoir(units: 150, biasScaling: 0, seed: 4)
                return try reservoir.memoryCapacity(steps: 3_000).perDelay.elements + reservoir.informationProcessingCapacity(delays: [40, 10], steps: 3_000).perDegree.elements
            }
        }
        #expect(try capacities(1) == capacities(3))
    }
}
