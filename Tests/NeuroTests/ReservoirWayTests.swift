import Linear
import Neuro
import Testing

/// The ways of a run through the kernel: whichever the processor has, they give the same bits.
@Suite struct ReservoirWayTests {
    /// Rows of unequal length, some of them empty, units that do not fill the last slice, two inputs, a leak for each unit.
    private func network(units n: Int, density: Double, activation: Activation) throws -> Reservoir {
        var random = Random(seed: n)
        let links = try random.uniform(rows: n, columns: n), weights = try random.normal(rows: n, columns: n, standardDeviation: 0.5 / (1 + density * Double(n)).squareRoot())
        let w = try Matrix(rows: n, columns: n, elements: zip(links.elements, weights.elements).map { $0 < density ? $1 : 0 })
        var reservoir = try Reservoir(
            recurrent: w, input: random.normal(rows: n, columns: 2), bias: random.normal(count: n), activation: activation)
        try reservoir.setLeakRates(random.uniform(count: n, in: 0.2 ..< 1))
        return reservoir
    }

    @Test(arguments: [1, 8, 9, 16, 33, 57, 64, 100, 131, 250], [0, 0.02, 0.1, 0.25]) func allWaysAreThePlainLoopToTheBit(units n: Int, density: Double) throws {
        let steps = 12, plain = try network(units: n, density: density, activation: .identity)
        var random = Random(seed: 3)
        let u = try random.normal(rows: steps, columns: 2)
        let w = try plain.recurrentWeights(), win = try plain.inputWeights(), leaks = plain.leakRates.elements, bias = plain.bias.elements
        var x = [Double](repeating: 0, count: n), expected: [Double] = []
        for t in 0 ..< steps {
            x = try (0 ..< n).map { i in
                var sum = try bias[i].addingProduct(win[i, 0], u[t, 0]).addingProduct(win[i, 1], u[t, 1])
                for j in 0 ..< n where try w[i, j] != 0 { sum = try sum.addingProduct(w[i, j], x[j]) }
                return (1 - leaks[i]) * x[i] + leaks[i] * sum
            }
            expected += x
        }
        for ways in [[], .gathers, .windows, .all] as [Reservoir.Network.Ways] {
            var reservoir = plain.taking(ways)
            #expect(try reservoir.run(u).elements == expected, "\(ways)")
            #expect(reservoir.state.elements == x, "\(ways)")
        }
    }

    @Test(arguments: Activation.allCases) func activationsAndSingleStepsAreTheSameOnAllWays(activation: Activation) throws {
        var random = Random(seed: 5)
        let u = try random.normal(rows: 40, columns: 2)
        for n in [13, 40, 100, 203] {
            var plain = try network(units: n, density: 0.1, activation: activation).taking([])
            let expected = try plain.run(u)
            for ways in [.gathers, .windows, .all] as [Reservoir.Network.Ways] {
                var reservoir = plain.taking(ways), other = plain.taking(ways)
                reservoir.reset()
                other.reset()
                #expect(try reservoir.run(u) == expected)
                for t in 0 ..< u.rows { #expect(try other.step(u.row(t)) == expected.row(t)) }
            }
        }
    }
}
