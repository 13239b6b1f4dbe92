import Charts
import Display
import Foundation
import Testing

/// Whole documents, byte for byte. `REWRITE_GOLDENS=1` writes them anew.
@Suite struct GoldenTests {
    private static let folder = Reference.folder.appendingPathComponent("Goldens")

    private func check(_ name: String, _ chart: Chart, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for (type, ending) in [("application/vnd.vegalite.v5+json", "vl.json"), ("image/svg+xml", "svg"), ("text/plain", "txt")] {
            let text: String
            switch try #require(chart.display[type]) {
            case .text(let content), .json(let content): text = content
            case .bytes: continue
            }
            let file = Self.folder.appendingPathComponent("\(name).\(ending)")
            if ProcessInfo.processInfo.environment["REWRITE_GOLDENS"] == "1" { try Data(text.utf8).write(to: file) }
            let golden = try String(contentsOf: file, encoding: .utf8)
            #expect(text == golden, "\(name).\(ending) differs", sourceLocation: sourceLocation)
        }
    }

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

    @Test func distribution() throws {
        let values: [Double] = (0 ..< 400).map { (index: Int) -> Double in Double((index * 7919) % 997 + (index * 104_729) % 991) / 1000 }
        let left = try histogram(values).xLabel("score")
        let right = try bars(["rest", "face", "house"], [0.5, -0.2, 0.8] as [Double]).yLabel("effect")
        try check("distribution", panels([left, right]).title("Scores"))
    }
}
