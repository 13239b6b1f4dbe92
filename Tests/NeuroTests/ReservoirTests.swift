import Linear
import Neuro
import Testing

@Suite struct ReservoirTests {
    private func reference() throws -> (Reservoir, ReservoirReference.States) {
        let r = try ReservoirReference.load().states
        let reservoir = try Reservoir(
            recurrent: Matrix(rows: r.units, columns: r.units, elements: r.recurrent), input: Matrix(rows: r.units, columns: 2, elements: r.input),
            bias: Vector(r.bias), leakRate: r.leak)
        return (reservoir, r)
    }

    /// Rows of very different lengths and a number of units that is no multiple of eight: every path of the slices. The sums of numpy have another
    /// order and its tanh another last digit; below the echo state limit such differences do not grow.
    @Test func statesAgreeWithNumpy() throws {
        var (reservoir, r) = try reference()
        let states = try reservoir.run(Matrix(rows: r.inputs.count / 2, columns: 2, elements: r.inputs))
        #expect(largestDifference(states.elements, r.states) < 1e-14)
        #expect(reservoir.state.elements == Array(r.states.suffix(r.units)) || largestDifference(reservoir.state.elements, Array(r.states.suffix(r.units))) < 1e-14)
    }

    @Test func ridgeAgreesWithNumpy() throws {
        var (reservoir, r) = try reference()
        let ridge = try ReservoirReference.load().ridge
        let steps = r.inputs.count / 2
        let fit = try reservoir.train(
            inputs: Matrix(rows: steps, columns: 2, elements: r.inputs), targets: Matrix(rows: steps, columns: 2, elements: ridge.targets),
            readout: .ridge(ridge.penalty), washout: ridge.washout, readsInputs: false)
        #expect(largestDifference(try fit.weights().elements, ridge.weights) < 1e-9)
        #expect(largestDifference(fit.intercept.elements, ridge.intercept) < 1e-10)
        #expect(abs(fit.trainingError - ridge.error) < 1e-10)
    }

    /// The order of the sums is fixed, so a plain loop in Swift gives the same bits, except for the elementwise tanh, which is the kernels'.
    @Test func oneStepIsThePlainLoopToTheBit() throws {
        let (template, r) = try reference()
        var reservoir = template
        let n = r.units
        _ = try reservoir.run(Matrix(rows: 20, columns: 2, elements: Array(r.inputs[..<40])))
        let before = reservoir.state.elements
        let u = Array(r.inputs[40 ..< 42])
        _ = try reservoir.run(Matrix(rows: 1, columns: 2, elements: u))
        let sums = (0 ..< n).map { i in
            var sum = r.bias[i].addingProduct(r.input[2 * i], u[0]).addingProduct(r.input[2 * i + 1], u[1])
            for j in 0 ..< n where r.recurrent[i * n + j] != 0 { sum = sum.addingProduct(r.recurrent[i * n + j], before[j]) }
            return sum
        }
        // A network without connections or leak, whose input weights are these sums, takes their tanh.
        var identity = try Reservoir(
            recurrent: Matrix(rows: n, columns: n, repeating: 0), input: Matrix(rows: n, columns: 1, elements: sums), bias: Vector(repeating: 0, count: n), leakRate: 1)
        let tanhs = try identity.run([1] as Vector).elements
        let expected = (0 ..< n).map { (1 - r.leak) * before[$0] + r.leak * tanhs[$0] }
        #expect(reservoir.state.elements == expected)
    }

    @Test func continuedRunIsOneRun() throws {
        var whole = try Reservoir(units: 83, spectralRadius: 1.1, leakRate: 0.4, seed: 5)
        var parts = whole
        let input = try Dataset.mackeyGlass(steps: 300)
        let states = try whole.run(input)
        let first = try parts.run(input[..<101])
        let second = try parts.run(input[101...])
        #expect(states.elements == first.elements + second.elements)
        #expect(parts == whole)
        parts.reset()
        #expect(try parts.run(input) == states)
    }

    @Test func sameSeedSameBits() throws {
        let a = try Reservoir(units: 120, seed: 3)
        let b = try Reservoir(units: 120, seed: 3)
        let c = try Reservoir(units: 120, seed: 4)
        #expect(a == b)
        #expect(a != c)
        #expect(try a.recurrentWeights() == b.recurrentWeights())
        let other = try Reservoir(units: 120, inputScaling: 0.5, seed: 3)
        #expect(try other.recurrentWeights() == a.recurrentWeights())
        #expect(try other.inputWeights().elements == a.inputWeights().elements.map { $0 * 0.5 })
    }

    /// Values of one network, committed: the same on every machine and at every later version.
    @Test func drawnNetworkIsPinned() throws {
        var reservoir = try Reservoir(units: 50, seed: 7)
        let states = try reservoir.run(Dataset.mackeyGlass(steps: 200))
        let sum = states.elements.reduce(0, +)
        #expect(sum.bitPattern == Self.pinned, "0x\(String(sum.bitPattern, radix: 16))")
    }
    private static let pinned: UInt64 = 0x4089964c7d65c255

    @Test func weightsHaveTheStatedShape() throws {
        let reservoir = try Reservoir(units: 200, inputs: 3, spectralRadius: 0.8, density: 0.15, inputScaling: 0.5, biasScaling: 0.1, seed: 9)
        let w = try reservoir.recurrentWeights()
        for row in 0 ..< 200 { #expect(try w.row(row).elements.filter { $0 != 0 }.count == 30) }
        let win = try reservoir.inputWeights()
        #expect(win.shape == [200, 3])
        #expect(win.elements.allSatisfy { abs($0) <= 0.5 } && win.elements.contains { $0 > 0.4 } && win.elements.contains { $0 < -0.4 })
        #expect(reservoir.bias.elements.allSatisfy { abs($0) <= 0.1 } && reservoir.bias.elements.contains { abs($0) > 0.09 })
        // Sources are spread over all units: no column is much fuller than the others (30 expected; 6 standard deviations).
        for column in 0 ..< 200 { #expect(try w.column(column).elements.filter { $0 != 0 }.count < 61) }
        // The dense eigenvalue solver finds the radius that was asked for.
        #expect(abs(try denseRadius(w) - 0.8) < 0.8e-8)
        let one = try Reservoir(units: 1, spectralRadius: 0.7, density: 0.01)
        #expect(abs(abs(try one.recurrentWeights()[0, 0]) - 0.7) < 1e-15)
        let full = try Reservoir(units: 40, density: 1)
        #expect(try full.recurrentWeights().elements.allSatisfy { $0 != 0 })
        #expect(try Reservoir(units: 40, spectralRadius: 0).recurrentWeights().elements.allSatisfy { $0 == 0 })
    }

    private func denseRadius(_ matrix: Matrix) throws -> Double {
        var a = matrix.elements
        var real = [Double](repeating: 0, count: matrix.rows)
        var imaginary = real
        let converged = LAPACK.eigenvalues(n: matrix.rows, &a, real: &real, imaginary: &imaginary)
        #expect(converged)
        return zip(real, imaginary).map { ($0 * $0 + $1 * $1).squareRoot() }.max() ?? 0
    }

    /// Without recurrent weights, x(t) = (1 − a) x(t−1) + a tanh(w u): for constant input x(t) = (1 − (1 − a)^t) tanh(w u).
    @Test func leakAloneIsGeometric() throws {
        var reservoir = try Reservoir(units: 10, spectralRadius: 0, biasScaling: 0, leakRate: 0.25, seed: 1)
        let states = try reservoir.run(Vector(repeating: 0.7, count: 40))
        let win = try reservoir.inputWeights().elements
        var keep = 1.0
        for t in 0 ..< 40 {
            keep *= 0.75
            let expected = win.map { (1 - keep) * tanhOf(0.7 * $0) }
            #expect(largestDifference(try states.row(t).elements, expected) < 1e-15)
        }
    }

    /// tanh from the exponential's series, far from the kernel's polynomial.
    private func tanhOf(_ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for k in 1 ..< 40 {
            term *= 2 * x / Double(k)
            sum += term
        }
        return (sum - 1) / (sum + 1)
    }

    /// Tiny inputs keep tanh linear: the response to one pulse is W^t Win ε. Compared with the products of the full matrix.
    @Test func smallSignalsFollowThePowersOfW() throws {
        var reservoir = try Reservoir(units: 30, spectralRadius: 0.9, density: 0.4, biasScaling: 0, seed: 2)
        let epsilon = 1e-7
        let states = try reservoir.run(Vector([epsilon] + [Double](repeating: 0, count: 30)))
        let w = try reservoir.recurrentWeights()
        var x = try reservoir.inputWeights().elements.map { $0 * epsilon }
        for t in 0 ... 30 {
            // tanh differs from its argument by a third of the cube: 1e-14 of it.
            #expect(largestDifference(try states.row(t).elements, x) < 1e-12 * epsilon)
            x = try (0 ..< 30).map { row in zip(try w.row(row).elements, x).map(*).reduce(0, +) }
        }
    }

    /// Below the limit two different starts end in the same states; the distance shrinks at each step at least as the largest singular value.
    @Test func differentStartsConvergeBelowTheLimit() throws {
        var a = try Reservoir(units: 100, spectralRadius: 0.8, seed: 11)
        var b = a
        _ = try b.run([3, -2, 1] as Vector)
        let input = try Dataset.mackeyGlass(steps: 400)
        let distance = largestDifference(try a.run(input).row(399).elements, try b.run(input).row(399).elements)
        #expect(distance < 1e-14)
        // Far above it, without input or bias, activity sustains itself.
        var wild = try Reservoir(units: 100, spectralRadius: 3, biasScaling: 0, seed: 11)
        _ = try wild.run(Vector([0.5] + [Double](repeating: 0, count: 500)))
        #expect(wild.state.elements.contains { abs($0) > 0.1 })
    }

    @Test func spectralRadiusAgreesWithNumpy() throws {
        for r in try ReservoirReference.load().radii {
            var state = UInt64(r.seed)
            func next() -> Double {
                state = (state * 1_664_525 + 1_013_904_223) % (1 << 32)
                return Double(state) / 4_294_967_296
            }
            var dense: [Double] = []
            for _ in 0 ..< r.n * r.n {
                let keep = next() < r.density
                let value = next() - 0.5
                dense.append(keep ? value : 0)
            }
            let radius = try SpectralRadius.of(SparseRows(dense: dense, rows: r.n))
            #expect(abs(radius - r.radius) <= 1e-9 * r.radius, "n = \(r.n)")
        }
    }

    /// Matrices without structure are the easy case; these close the Krylov space early or have all eigenvalues on one circle.
    @Test func spectralRadiusOfStructuredMatrices() throws {
        for n in [1, 2, 7, 64, 100, 150] {
            var ring = [Double](repeating: 0, count: n * n)
            var diagonal = ring
            var shift = ring
            for i in 0 ..< n {
                ring[i * n + (i + 1) % n] = 0.5
                diagonal[i * n + i] = Double(i + 1)
                if i + 1 < n { shift[i * n + i + 1] = 1 }
            }
            #expect(abs(try SpectralRadius.of(SparseRows(dense: ring, rows: n)) - 0.5) < 1e-10)
            #expect(abs(try SpectralRadius.of(SparseRows(dense: diagonal, rows: n)) - Double(n)) < 1e-8 * Double(n))
            // Nilpotent: rounding alone makes the eigenvalues of a Jordan block of order n as large as the n-th root of 1e-16.
            #expect(try SpectralRadius.of(SparseRows(dense: shift, rows: n)) < 1)
            #expect(try SpectralRadius.of(SparseRows(dense: [Double](repeating: 0, count: n * n), rows: n)) == 0)
        }
    }

    @Test func badParametersAreErrors() {
        func isInvalid(_ name: String, _ body: () throws -> Reservoir) {
            #expect {
                _ = try body()
            } throws: {
                guard case NeuroError.invalid(name: name, value: _, must: _) = $0 else { return false }
                return true
            }
        }
        isInvalid("units") { try Reservoir(units: 0) }
        isInvalid("units") { try Reservoir(units: -5) }
        isInvalid("units") { try Reservoir(units: Int.max) }
        isInvalid("units") { try Reservoir(units: 10_000_000) }
        isInvalid("inputs") { try Reservoir(units: 5, inputs: 0) }
        isInvalid("units") { try Reservoir(units: 5, inputs: Int.max) }
        isInvalid("spectralRadius") { try Reservoir(units: 5, spectralRadius: -1) }
        isInvalid("spectralRadius") { try Reservoir(units: 5, spectralRadius: .nan) }
        isInvalid("density") { try Reservoir(units: 5, density: 0) }
        isInvalid("density") { try Reservoir(units: 5, density: 1.1) }
        isInvalid("density") { try Reservoir(units: 5, density: .nan) }
        isInvalid("inputScaling") { try Reservoir(units: 5, inputScaling: .infinity) }
        isInvalid("biasScaling") { try Reservoir(units: 5, biasScaling: -0.1) }
        isInvalid("leakRate") { try Reservoir(units: 5, leakRate: 0) }
        isInvalid("leakRate") { try Reservoir(units: 5, leakRate: .nan) }
        #expect(throws: NeuroError.invalid(name: "units", value: "0", must: "at least 1")) { try Reservoir(units: 0) }
        #expect(NeuroError.invalid(name: "units", value: "0", must: "at least 1").description == "units is 0; it must be at least 1")
    }

    @Test func badInputsAreErrors() throws {
        var reservoir = try Reservoir(units: 5)
        let before = reservoir
        #expect(throws: NeuroError.tooShort(name: "input", count: 0, needed: 1, why: "a run")) { try reservoir.run([] as Vector) }
        #expect(throws: NeuroError.notFinite(name: "input", index: 1)) { try reservoir.run([1, .nan] as Vector) }
        #expect(throws: NeuroError.notFinite(name: "input", index: 0)) { try reservoir.run([-.infinity, 0] as Vector) }
        #expect(throws: NeuroError.self) { try reservoir.run(Matrix(rows: 3, columns: 2, repeating: 0)) }
        #expect(reservoir == before)
        var two = try Reservoir(units: 5, inputs: 2)
        #expect(throws: NeuroError.self) { try two.run([1, 2] as Vector) }
        let huge = try reservoir.run([1e308, -1e308] as Vector)
        #expect(huge.elements.allSatisfy { abs($0) <= 1 })
    }

    @Test func interruptedRunLeavesTheReservoirAsItWas() throws {
        var reservoir = try Reservoir(units: 200)
        let before = reservoir
        let input = try Vector(repeating: 0.5, count: 20_000)
        #expect(throws: Interrupted()) {
            try Progress.observe({ if $0 > 0.4 { throw Interrupted() } }) { _ = try reservoir.run(input) }
        }
        #expect(throws: Interrupted()) {
            try Progress.observe({ if $0 > 0.4 { throw Interrupted() } }) { _ = try reservoir.train(input) }
        }
        #expect(reservoir == before)
        #expect(throws: Interrupted()) { try Progress.observe({ _ in throw Interrupted() }) { _ = try Reservoir(units: 300) } }
    }
}
