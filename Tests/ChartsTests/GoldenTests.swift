import Charts
import Display
import Foundation
import Linear
import Testing

/// Whole documents, byte for byte. `REWRITE_GOLDENS=1` writes them anew.
@Suite struct GoldenTests {
    private func check(_ name: String, _ chart: Chart, sourceLocation: SourceLocation = #_sourceLocation) throws { try Golden.check(name, chart, sourceLocation: sourceLocation) }

    /// A wave from a recurrence, so that it needs no C library.
    private let wave: [Double] = {
        var values = [0.9, 1.0]
        for _ in 0 ..< 60 { values.append(1.88 * values[values.count - 1] - values[values.count - 2] + 0.11) }
        return values
    }()

    @Test func forecast() throws {
        let prediction = wave.enumerated().map { $0.element + Double($0.offset * $0.offset) / 20_000 }
        try check("forecast", plot(prediction, against: wave).title("Mackey–Glass forecast").xLabel("time", unit: "steps").yLabel("x"))
    }

    @Test func slice() throws {
        var rows: [[Double]] = []
        for row in 0 ..< 12 {
            var line: [Double] = []
            for column in 0 ..< 10 {
                let r = Double(row) - 5.5, c = Double(column) - 4.5
                let distance: Double = r * r / 36 + c * c / 25
                line.append(distance > 1 ? .nan : (r * c + r - 2 * c) / 20)
            }
            rows.append(line)
        }
        try check("slice", heatMap(rows, colors: .diverging).title("Correlation").colorLabel("r").xLabel("x", unit: "voxels").yLabel("y", unit: "voxels"))
    }

    @Test func logarithmicError() throws {
        let radii = [0.1, 0.2, 0.4, 0.8, 1.6], errors = [0.3, 0.05, 0.008, 0.002, 0.9]
        let chart = try plot(radii, errors, name: "NRMSE").overlay(scatter(radii, errors, name: "runs")).logX().logY()
        try check("error", chart.xLabel("spectral radius").yLabel("error").verticalLine(at: 1, name: "edge"))
    }

    @Test func meanAndSpread() throws {
        let trials = try Matrix(rows: 4, columns: wave.count, elements: (0 ..< 4).flatMap { trial in wave.enumerated().map { $1 + Double(($0 * (trial + 3)) % 7) / 10 } })
        let chart = plotMean(trials, step: 0.5, name: "attended").overlay(plotMean(trials * 0.5, step: 0.5, name: "ignored"))
        try check("mean", chart.shade(x: 5 ... 10, name: "stimulus").note("onset", x: 5, y: 2.4).xLabel("time", unit: "ms").yLabel("response", unit: "mV").title("Mean ± sd"))
    }

    @Test func errors() throws {
        let x: Vector = [2, 4, 8, 16, 32], y: Vector = [1.5, 4, 9, 20, 30], spread: Vector = [0.5, 1, .nan, 3, 4]
        let chart = try errorBars(x, y, plusMinus: spread, name: "V1").overlay(errorBars(x, y * 0.5, plusMinus: spread * 0.5, name: "V4"))
        try check("errors", chart.logX().xLabel("contrast", unit: "%").yLabel("rate", unit: "Hz"))
    }

    @Test func groupedBars() throws {
        let heights = try Matrix(rows: 3, columns: 2, elements: [0.4, 0.6, 0.3, .nan, -0.1, 0.5]),
            spread = try Matrix(rows: 3, columns: 2, elements: [0.05, 0.04, 0.03, 0.1, 0.02, 0.1])
        try check("groups", bars(["V1", "V4", "IT"], heights, groups: ["before", "after"], plusMinus: spread).yLabel("explained", unit: "R²").title("Training"))
    }

    private func dissimilarity() throws -> Matrix {
        let values = (0 ..< 64).map { (index: Int) -> Double in
            if index / 8 == index % 8 { return 0 }
            return index / 32 == index % 8 / 4 ? 0.3 : 0.9 - Double(index % 5) / 20
        }
        return try Matrix(rows: 8, columns: 8, elements: values)
    }

    @Test func categories() throws {
        let names = ["face", "face", "face", "body", "tool", "tool", "house", "house"]
        try check("categories", heatMap(dissimilarity(), colors: .magma).groups(rows: names, columns: names).colorLabel("1 − r").title("Dissimilarity"))
    }

    @Test func confusion() throws {
        let matrix = try Matrix(rows: 2, columns: 2, elements: [0.92, 0.08, 0.25, 0.75]), names = ["face", "house"]
        try check("confusion", heatMap(matrix, rowLabels: names, columnLabels: names).cellNumbers().xLabel("predicted").yLabel("true"))
    }

    @Test func heights() throws {
        let values = (0 ..< 30 * 40).map { (index: Int) -> Double in
            let x = Double(index % 40) / 10 - 2, y = Double(index / 40) / 7.25 - 2
            return (1 - x) * (1 - x) + 4 * (y - x * x) * (y - x * x)
        }
        let matrix = try Matrix(rows: 30, columns: 40, elements: values)
        try check("contours", contours(matrix, levels: [1, 3, 10, 30], x: -2 ... 1.9, y: -2 ... 2).xLabel("x").yLabel("y"))
    }

    @Test func spikes() throws {
        try check("raster", raster(Vector((0 ..< 120).map { Double(($0 * 7919) % 1009) / 5 }), (0 ..< 120).map { ($0 * 31) % 12 }))
    }

    @Test func crowd() throws {
        let x = (0 ..< 9_000).map { Double(($0 * 7919) % 9_973) / 100 }, y = (0 ..< 9_000).map { Double(($0 * 104_729) % 9_967) / 100 }
        try check("cloud", scatter(x, y, name: "cells").overlay(plot([0, 100], [0, 100] as [Double], name: "diagonal")).xLabel("first").yLabel("second"))
    }

    @Test func flow() throws {
        let x = Vector((0 ..< 9).map { Double($0) / 4 - 1 }), y = Vector((0 ..< 7).map { Double($0) / 3 - 1 })
        let dx = try Matrix(rows: 7, columns: 9, elements: y.elements.flatMap { y in x.elements.map { x in x - x * x * x - y } })
        let dy = try Matrix(rows: 7, columns: 9, elements: y.elements.flatMap { y in x.elements.map { x in 0.5 * (x - y) } })
        let line = Vector((0 ..< 21).map { Double($0) / 10 - 1 })
        let chart = try vectorField(x, y, dx, dy).overlay(
            phasePlane(line, Vector(line.elements.map { $0 - $0 * $0 * $0 }), line, stable: Matrix(rows: 1, columns: 2, elements: [0, 0])))
        try check("flow", chart)
    }

    @Test func spectrum() throws {
        try check("spectrum", complexPlane([0.9, 0.3, 0.3, -0.5, 1.1], [0, 0.6, -0.6, 0, 0], name: "eigenvalues").title("Spectrum of W"))
    }

    @Test func twoAxes() throws {
        let voltage = plot(wave, step: 0.5, name: "V").xLabel("time", unit: "ms").yLabel("V", unit: "mV")
        try check("axes", voltage.rightAxis(plot(wave.map { $0 > 1 ? 20 : 0 }, step: 0.5, name: "I").yLabel("I", unit: "pA")).title("Two axes"))
    }

    @Test func multiples() throws {
        try check("multiples", panels((1 ... 4).map { factor in plot(wave.map { $0 * Double(factor) }).title("× \(factor)") }).sharingAxes().title("Small multiples"))
    }

    @Test func facets() throws {
        let areas = (0 ..< 60).map { ["V1", "V4", "IT", "hippocampus", "M1"][$0 * 3 % 5] }
        let contrast = Vector((0 ..< 60).map { Double(($0 * 7919) % 97) }), rate = Vector((0 ..< 60).map { wave[$0] * 20 + Double(($0 * 31) % 11) })
        let chart = try scatter(contrast, rate, name: "cells").overlay(plot([0, 97], [20, 20] as Vector, name: "mean of all", color: .gray)).facets(by: areas)
        try check("facets", chart.xLabel("contrast", unit: "%").yLabel("rate", unit: "Hz").title("Rates by area"))
    }

    @Test func dark() throws {
        let chart = plot(wave, step: 0.5, name: "V").overlay(plot(wave.map { $0 * 0.5 }, step: 0.5, name: "half")).xLabel("time", unit: "ms").yLabel("V", unit: "mV")
        try check("dark", chart.note("onset", x: 5, y: 2.2).title("For a dark slide").theme(.dark))
    }

    @Test func distribution() throws {
        let values: [Double] = (0 ..< 400).map { (index: Int) -> Double in Double((index * 7919) % 997 + (index * 104_729) % 991) / 1000 }
        let left = try histogram(values).xLabel("score")
        let right = try bars(["rest", "face", "house"], [0.5, -0.2, 0.8] as [Double]).yLabel("effect")
        try check("distribution", panels([left, right]).title("Scores"))
    }
}
