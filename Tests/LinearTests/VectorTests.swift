import Linear
import Testing

@Suite struct VectorTests {
    @Test func elementsAndSlices() throws {
        let v: Vector = [1, 2, 3, 4, 5]
        #expect(v.count == 5 && !v.isEmpty)
        #expect(try v[0] == 1 && v[4] == 5)
        #expect(try v[1 ..< 3] == [2, 3])
        #expect(try v[1 ... 3] == [2, 3, 4])
        #expect(try v[..<2] == [1, 2])
        #expect(try v[...2] == [1, 2, 3])
        #expect(try v[3...] == [4, 5])
        #expect(try v[5...] == [] && v[..<0] == [] && v[2 ..< 2] == [])
        #expect(try v.selecting([4, 0, 4]) == [5, 1, 5])
        #expect(v.reversed() == [5, 4, 3, 2, 1])
        #expect(v.appending([6]) == [1, 2, 3, 4, 5, 6])
        #expect(Vector.concatenating([v, [], [6]]) == [1, 2, 3, 4, 5, 6])
        #expect(v.indices { $0 > 2 && $0 < 5 } == [2, 3])
    }

    @Test func changesLeaveCopiesAlone() throws {
        let original: Vector = [1, 2, 3]
        var copy = original
        try copy.set(9, at: 1)
        #expect(copy == [1, 9, 3])
        #expect(original == [1, 2, 3])
    }

    @Test func badIndicesAreErrors() throws {
        var v: Vector = [1, 2, 3]
        #expect(throws: LinearError.indexOutOfRange(argument: "index", index: 3, count: 3)) { try v[3] }
        #expect(throws: LinearError.indexOutOfRange(argument: "index", index: -1, count: 3)) { try v[-1] }
        #expect(throws: LinearError.indexOutOfRange(argument: "index", index: 7, count: 3)) { try v.set(0, at: 7) }
        #expect(throws: LinearError.rangeOutOfRange(argument: "range", lower: 2, upper: 4, count: 3)) { try v[2 ..< 4] }
        #expect(throws: LinearError.rangeOutOfRange(argument: "range", lower: 4, upper: 3, count: 3)) { try v[4...] }
        #expect(throws: LinearError.rangeOutOfRange(argument: "range", lower: 0, upper: -1, count: 3)) { try v[..<(-1)] }
        #expect(throws: LinearError.self) { try v[0 ... Int.max] }
        #expect(throws: LinearError.self) { try v[...Int.max] }
        #expect(throws: LinearError.self) { try v[Int.min...] }
        #expect(throws: LinearError.self) { try v.selecting([0, 3]) }
        #expect(throws: LinearError.self) { try Vector.zeros(-1) }
        #expect(throws: LinearError.tooLarge(argument: "the vector", shape: [Int.max])) { try Vector.zeros(Int.max) }
        #expect(throws: LinearError.tooLarge(argument: "the vector", shape: [2_000_000_000_000])) { try Vector(repeating: 0, count: 2_000_000_000_000) }
    }

    @Test func arithmetic() throws {
        let v: Vector = [1, -2, 4]
        let w: Vector = [2, 4, 8]
        #expect(try v + w == [3, 2, 12])
        #expect(try v - w == [-1, -6, -4])
        #expect(try v * w == [2, -8, 32])
        #expect(try v / w == [0.5, -0.5, 0.5])
        #expect(v + 1 == [2, -1, 5] && 1 + v == [2, -1, 5])
        #expect(v - 1 == [0, -3, 3] && 1 - v == [0, 3, -3])
        #expect(v * 2 == [2, -4, 8] && 2 * v == [2, -4, 8])
        #expect(v / 2 == [0.5, -1, 2] && 4 / v == [4, -2, 1])
        #expect(-v == [-1, 2, -4])
        #expect(try v.outer([1, 10]) == Matrix([[1, 10], [-2, -20], [4, 40]]))
    }

    @Test func shapesThatDoNotFitAreNamed() throws {
        let error = #expect(throws: LinearError.self) { try Vector([1, 2, 3]) + Vector([1, 2]) }
        #expect(error?.description == "+: shapes 3 and 2 do not fit, both vectors must have the same count")
        #expect(throws: LinearError.self) { try Vector([1]).dot([1, 2]) }
    }

    @Test(arguments: Precision.allCases) func agreesWithNumpy(_ precision: Precision) throws {
        switch precision {
        case .double: try agreesWithNumpy(Double.self)
        case .float: try agreesWithNumpy(Float.self)
        }
    }

    private func agreesWithNumpy<Scalar: LinearScalar>(_: Scalar.Type) throws {
        let expected = try Expected(Scalar.self)
        let series = try expected.vector("series")
        let positive = try expected.vector("positive")
        try expected.expect(series.sum(), is: "sum")
        try expected.expect(series.mean(), is: "mean")
        try expected.expect(series.variance(), is: "variance")
        try expected.expect(series.standardDeviation(ddof: 1), is: "deviation")
        try expected.expect(series.norm(), is: "norm")
        try expected.expect(series.minimum(), is: "minimum")
        try expected.expect(series.maximum(), is: "maximum")
        try expected.expect(series.median(), is: "median")
        try expected.expect(series.percentile(37.5), is: "percentile")
        try expected.expect(series.quantiles(expected.vector("fractions")), is: "quantiles")
        try expected.expect(series.dot(positive), is: "dot")
        try expected.expect(series.exp(), is: "exp")
        try expected.expect(positive.log(), is: "log")
        try expected.expect(series.tanh(), is: "tanh")
        try expected.expect(positive.sqrt(), is: "sqrt")
        try expected.expect(series.power(3), is: "cube")
        try expected.expect(positive.power(1.7), is: "power")
        try expected.expect(positive.power(-2), is: "inverseSquare")
        try expected.expect(series.cumulativeSum(), is: "cumulative")
        try expected.expect(series.differences(), is: "differences")
        try expected.expect(series.sorted(), is: "sorted")
        #expect(try series.argsort() == expected.integers("argsort"))
        #expect(try [series.argmin()] == expected.integers("argmin"))
        #expect(try [series.argmax()] == expected.integers("argmax"))
        let histogram = try series.histogram(bins: 7)
        #expect(try histogram.counts == expected.integers("counts"))
        try expected.expect(histogram.edges, is: "edges")
        let inside = try series.histogram(bins: 5, range: -1 ... 1)
        #expect(try inside.counts == expected.integers("countsIn"))
        try expected.expect(inside.edges, is: "edgesIn")
        try expected.expect(VectorOf.linspace(from: -1, through: 2, count: 13), is: "linspace")
        try expected.expect(VectorOf.logspace(fromPower: -3, throughPower: 3, count: 7), is: "logspace")
        try expected.expect(VectorOf.steps(from: 0, to: 1, by: 0.15), is: "steps")
    }

    @Test func reductionsOfTooLittle() throws {
        let empty: Vector = []
        #expect(empty.sum() == 0 && empty.norm() == 0)
        #expect(throws: LinearError.tooFewElements(operation: "mean", count: 0, required: 1)) { try empty.mean() }
        #expect(throws: LinearError.tooFewElements(operation: "variance", count: 1, required: 2)) { try Vector([3]).variance(ddof: 1) }
        #expect(throws: LinearError.self) { try empty.minimum() }
        #expect(throws: LinearError.self) { try empty.argmax() }
        #expect(throws: LinearError.self) { try empty.quantile(0.5) }
        #expect(throws: LinearError.self) { try Vector([1, 2]).quantile(1.5) }
        #expect(throws: LinearError.self) { try Vector([1, 2]).quantile(.nan) }
        #expect(throws: LinearError.self) { try Vector([1, 2]).variance(ddof: -1) }
        #expect(throws: LinearError.self) { try Vector([1, 2]).variance(ddof: .max) }
        #expect(throws: LinearError.self) { try empty.histogram() }
        #expect(throws: LinearError.self) { try Vector([1, 2]).histogram(bins: 0) }
        #expect(throws: LinearError.self) { try Vector([1, .infinity]).histogram() }
        #expect(throws: LinearError.self) { try Vector.steps(from: 0, to: 1, by: 0) }
        #expect(throws: LinearError.self) { try Vector.steps(from: 0, to: .infinity, by: 1) }
        #expect(try Vector.steps(from: 1, to: 0, by: 1).isEmpty)
    }

    @Test func notANumberPropagates() throws {
        let v: Vector = [1, .nan, 3]
        #expect(try v.minimum().isNaN && v.maximum().isNaN && v.argmax() == 1)
        #expect(v.sorted().elements.last?.isNaN == true)
        #expect(v.argsort() == [0, 2, 1])
        #expect(!v.isFinite && Vector([1, 2]).isFinite && !Vector([1, -.infinity]).isFinite)
        #expect(throws: LinearError.notFinite(argument: "the vector", position: [1])) { try v.median() }
        #expect(try v.histogram(bins: 2, range: 0 ... 4).counts == [1, 1])
    }

    @Test func normNeitherOverflowsNorVanishes() {
        #expect((Vector([3e200, 4e200]).norm() / 5e200 - 1).magnitude < 1e-15)
        #expect((Vector([3e-200, 4e-200]).norm() / 5e-200 - 1).magnitude < 1e-15)
        #expect(FloatVector([3e30, 4e30]).norm() == 5e30)
        #expect(Vector([1, .infinity]).norm() == .infinity)
        #expect(Vector([1, .nan]).norm().isNaN)
    }

    @Test func closeness() {
        let v: Vector = [1, 100]
        #expect(v.isClose(to: [1.000001, 100.0001]))
        #expect(!v.isClose(to: [1.1, 100]))
        #expect(v.isClose(to: [1.05, 104], relative: 0.05))
        #expect(!v.isClose(to: [1, 100, 2]))
        #expect(!Vector([.nan]).isClose(to: [.nan]))
        #expect(Vector([.infinity]).isClose(to: [.infinity]) && !Vector([.infinity]).isClose(to: [1]))
    }

    @Test func precisionsConvert() {
        #expect(Vector([0.1]).singlePrecision.doublePrecision == [Double(Float(0.1))])
        #expect(Vector(integers: [1, -2]) == [1, -2])
    }

    @Test func description() throws {
        #expect("\(Vector([1, 2.5]))" == "[1.0, 2.5]")
        #expect("\(try Vector.steps(from: 0, to: 20, by: 1))" == "[0.0, 1.0, 2.0, …, 17.0, 18.0, 19.0] (20 elements)")
    }
}
