import Charts
import Display
import Linear
import Testing

/// Pictures of what reservoirs hold and compute.
@Suite struct ReservoirChartTests {
    private func bars(_ layer: Layer) -> [Layer.Bar]? { if case .bars(let bars) = layer.mark { bars } else { nil } }

    @Test func barsStandOnEachOther() throws {
        let chart = try stackedBars(["a", "b"], Matrix([[3, 1], [-1, .nan], [2, 0.5]].map { $0 }).transposed(), groups: ["low", "negative", "high"])
        #expect(chart.layers.map(\.name) == ["low", "negative", "high"])
        let feet = chart.layers.map { bars($0)?.map(\.foot) }, heads = chart.layers.map { bars($0)?.map(\.height) }
        #expect(feet == [[0, 0], [0], [3, 1]])
        #expect(heads == [[3, 1], [-1], [5, 1.5]])
        #expect(throws: ChartError.self) { try stackedBars(["a"], Matrix([[1], [2]]), groups: ["x"]) }
        #expect(throws: ChartError.self) { try stackedBars(["a"], Matrix([[1]]), groups: ["x", "y"]) }
        #expect(try stackedBars([], Matrix(rows: 0, columns: 0, elements: []), groups: []).display.entries.count == 3)
        // On a logarithmic axis the lowest stands on the edge; heights whose sum is no number are left out.
        #expect(try stackedBars(["a"], Matrix([[1, 10]]), groups: ["x", "y"]).logY().display.entries.count == 3)
        #expect(try bars(stackedBars(["a"], Matrix([[1e308, 1e308]]), groups: ["x", "y"]).layers[1])?.isEmpty == true)
    }

    @Test func memoryIsACurveFromDelayOne() throws {
        let chart = memoryCurve(Vector([1, 0.5, .nan, 0.25]), name: "ring")
        guard case .line(let x, let y) = chart.layers[0].mark else {
            Issue.record("no line")
            return
        }
        #expect(x.values == [1, 2, 3, 4] && y == Numbers([1, 0.5, .nan, 0.25]))
        #expect("\(chart)".contains("1.75"))
        #expect(memoryCurve(Vector([])).display.entries.count == 3)
    }

    @Test func capacitiesAreStackedByDegree() throws {
        let chart = try capacityBars(["linear", "tanh"], [Vector([30]), Vector([18.5, 0, 9.75])], units: 30)
        #expect(chart.layers.map(\.name) == ["degree 1", "degree 2", "degree 3", "units"])
        #expect(bars(chart.layers[2])?.map(\.foot) == [30, 18.5] && bars(chart.layers[2])?.map(\.height) == [30, 28.25])
        #expect(chart.layers[3].mark == .rule(.horizontal(y: 30)))
        #expect(throws: ChartError.self) { try capacityBars(["a"], []) }
        #expect(throws: ChartError.self) { try capacityBars(["a"], [Vector([1])], units: 0) }
        #expect(try capacityBars([], []).layers.isEmpty)
        #expect(try capacityBars(["a"], [Vector([])]).display.entries.count == 3)
    }

    @Test func exponentsArePointsAboutALine() throws {
        let chart = lyapunovSpectrum(Vector([0.9, 0, -14.5]), per: "time")
        #expect(chart.layers[0].mark == .points(x: Numbers([1, 2, 3]), y: Numbers([0.9, 0, -14.5])))
        #expect(chart.layers[1].mark == .rule(.horizontal(y: 0)))
        #expect(lyapunovSpectrum(Vector([-.infinity, .nan])).display.entries.count == 3)
    }

    @Test func theyLookSo() throws {
        let memory = Vector((1 ... 12).map { 1 / (1 + Double($0 * $0) / 40) })
        try Golden.check(
            "reservoirs",
            panels(
                [
                    memoryCurve(memory), capacityBars(["linear", "tanh", "hot"], [Vector([30]), Vector([18.75, 0, 9.75]), Vector([9, 4, 6.5])], units: 30),
                    lyapunovSpectrum(Vector([0.9, 0, -14.5]), per: "time"),
                ], columns: 3))
    }
}
