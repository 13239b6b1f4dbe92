import Charts
import Display
import Linear
import Testing

/// Pictures of spikes: what their layers hold, and what they refuse.
struct SpikeChartTests {
    private let times = Vector([1, 2, 2, 9]), neurons = [0, 3, 1, 2]

    @Test func aRasterIsAPointForEachSpike() throws {
        let chart = try raster(times, neurons.map { $0 * 100 })
        guard case .points(let x, let y) = chart.layers[0].mark else {
            Issue.record("no points")
            return
        }
        #expect(x.values == [1, 2, 2, 9])
        #expect(y.values == [0, 300, 100, 200])
        #expect(throws: ChartError.self) { try raster(times, [1]) }
    }

    @Test func aRasterOfFewNeuronsIsAStrokeForEachSpike() throws {
        guard case .spans(let x, let low, let high, let hasCaps) = try raster(times, neurons).layers[0].mark else {
            Issue.record("no strokes")
            return
        }
        #expect(x.values == [1, 2, 2, 9] && !hasCaps)
        #expect(low.values == [-0.4, 2.6, 0.6, 1.6] && high.values == [0.4, 3.4, 1.4, 2.4])
        #expect("\(try raster(times, neurons))".hasPrefix("Chart: 4 spikes;"))
        #expect(try raster(Vector([1, 2]), [Int.min, Int.max]).display.entries.count == 3)
    }

    @Test func rasterAndRateShareTheirTime() throws {
        let chart = try raster(times, neurons, rate: Vector([10, 0, 30]), bin: 5, start: -2)
        #expect(chart.panels.count == 2 && chart.panelColumns == 1)
        #expect(chart.panels.map(\.x.range) == [-2 ... 13, -2 ... 13])
        guard case .line(let x, let y) = chart.panels[1].layers[0].mark else {
            Issue.record("no line")
            return
        }
        #expect(x.values == [0.5, 5.5, 10.5])
        #expect(y.values == [10, 0, 30])
        // In the picture both begin at the same place, though the labels of one are wider.
        guard case .text(let svg) = chart.display["image/svg+xml"] else {
            Issue.record("no picture")
            return
        }
        let shifts = svg.split(separator: "translate(").dropFirst().compactMap { Double($0.prefix { $0 != " " && $0 != ")" }) }
        // Panel (which is not shifted when its labels are the wider ones) and axes of the one, then of the other.
        let first = shifts.dropLast(2).reduce(0, +), second = shifts.suffix(2).reduce(0, +)
        #expect(first == second && first > 20)
        #expect(throws: ChartError.self) { try raster(times, neurons, rate: Vector([1]), bin: 0) }
        #expect(throws: ChartError.self) { try raster(times, neurons, rate: Vector([Double]()), bin: 1) }
    }

    @Test func aPhasePlaneHasLinesPointsAndAWayWithGaps() throws {
        let v = Vector([-80, -60, -40])
        let chart = try phasePlane(
            v, Vector([5, 0, 5]), Vector([-2, 0, 2]), stable: Matrix(rows: 1, columns: 2, elements: [-70, -1]), way: [Vector([-60, -20, -65]), Vector([0, 1, 9])])
        #expect(chart.layers.map(\.name) == ["v′ = 0", "u′ = 0", "trace", "stable"])
        guard case .line(let x, _) = chart.layers[2].mark else {
            Issue.record("no line")
            return
        }
        #expect(x == Numbers([-60, -20, .nan]))
        #expect(throws: ChartError.self) { try phasePlane(v, v, v, way: [v]) }
        #expect(throws: ChartError.self) { try phasePlane(v, Vector([1]), v) }
        #expect(throws: ChartError.self) { try phasePlane(v, v, v, unstable: Matrix(rows: 2, columns: 1, elements: [1, 2])) }
    }

    @Test func aSpectrumEndsWhereItShould() throws {
        let chart = try powerSpectrum(Vector([10, 20, 30]), Vector([1, 2, 4]), upTo: 20)
        guard case .line(let x, let y) = chart.layers[0].mark else {
            Issue.record("no line")
            return
        }
        #expect(x.values == [10, 20] && y.values == [1, 2])
        #expect(chart.y.isLogarithmic)
        #expect(throws: ChartError.self) { try powerSpectrum(Vector([10]), Vector([1, 2])) }
    }
}
