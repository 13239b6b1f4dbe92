import Linear
import Neuro
import Testing

/// Measures of reservoirs against values that NumPy gave under the same protocol, mean and standard deviation over seeds; here over seeds of our own.
struct ReservoirMeasureTests {
    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    @Test(arguments: [(50, 0.1, 22.4, 0.4), (100, 0.1, 28.4, 1.1), (50, 1, 11.4, 0.8), (100, 1, 12.9, 1.0)])
    func memoryCapacityOfTanhUnits(_ units: Int, _ scaling: Double, _ expected: Double, _ deviation: Double) throws {
        let totals = try (1 ... 3).map { seed in
            try Reservoir(units: units, spectralRadius: 0.9, density: 1, inputScaling: scaling, biasScaling: 0, seed: seed).memoryCapacity(seed: seed).total
        }
        #expect(abs(mean(totals) - expected) < 2 * deviation + 0.5, "\(totals)")
    }

    /// A chain of delays holds as many inputs as it has links, exactly, and nothing else.
    @Test func memoryCapacityOfAChain() throws {
        let n = 8
        var chain = try Matrix(rows: n, columns: n, repeating: 0)
        for i in 1 ..< n { try chain.set(1, row: i, column: i - 1) }
        // So small that tanh is a line to twelve digits.
        var input = try Matrix(rows: n, columns: 1, repeating: 0)
        try input.set(1e-6, row: 0, column: 0)
        let reservoir = try Reservoir(recurrent: chain, input: input, bias: Vector.zeros(n), leakRate: 1)
        let capacity = try reservoir.memoryCapacity(delays: 20, steps: 6_000)
        for k in 0 ..< 20 { #expect(abs(capacity.perDelay.elements[k] - (k < n - 1 ? 1 : 0)) < 0.005, "delay \(k + 1)") }
    }

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
    }

    @Test func badArguments() throws {
        let reservoir = try Reservoir(units: 10)
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(delays: 0) }
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(steps: 500) }
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(steps: 0) }
        #expect(throws: NeuroError.self) { try reservoir.memoryCapacity(readout: .ridge(-1)) }
        #expect(throws: NeuroError.self) { try Reservoir(units: 10, inputs: 2).memoryCapacity() }
        #expect(throws: NeuroError.self) { try reservoir.lyapunovExponent(Vector.zeros(200)) }
        #expect(throws: NeuroError.self) { try reservoir.lyapunovExponent(Vector([.nan]), washout: 0) }
        #expect(throws: NeuroError.self) { try MemoryCapacity(states: Matrix.zeros(rows: 3, columns: 2), input: Vector.zeros(4), delays: 1, washout: 1) }
        #expect(throws: NeuroError.self) { try MemoryCapacity(states: Matrix.zeros(rows: 3, columns: 2), input: Vector.zeros(3), delays: 5, washout: 1) }
    }
}
