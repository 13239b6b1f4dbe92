import Charts
import Display
import Foundation
import FoundationXML
import Linear
import Testing

/// Whatever numbers and texts a picture is made of: markup that readers take, no trap, and no coordinate that is no number.
@Suite struct OddNumbersTests {
    static let samples: [[Double]] = [
        [], [.nan], [.infinity, -.infinity], [0], [5, 5, 5], [1.7e308, -1.7e308, 0], [1e300, -1e300], [Double.leastNonzeroMagnitude, 1], [-3, -1, .nan, 2], [1e16, 1e16 + 2],
        [1, 1 + 1e-16], [0, 1e-300, 1e300],
    ]
    private static let odd = "<b>&\"'\u{0}\u{7}\u{fffe}]]>" + String(repeating: "long ", count: 80)

    private func check(_ make: () throws -> Chart, _ what: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let chart: Chart
        // What cannot be drawn is said in an error of ours.
        do { chart = try make() } catch is ChartError { return }
        for variant in [chart, chart.logX().logY().theme(.dark), chart.xRange(-.infinity ... 0).title(Self.odd).xLabel(Self.odd, unit: Self.odd)] {
            let bundle = variant.display
            guard case .text(let svg)? = bundle["image/svg+xml"], case .json(let json)? = bundle["application/vnd.vegalite.v5+json"] else {
                Issue.record("\(what) is not drawn", sourceLocation: sourceLocation)
                return
            }
            let parser = XMLParser(data: Data(svg.utf8))
            #expect(parser.parse(), "\(what): \(parser.parserError.map { "\($0)" } ?? "")", sourceLocation: sourceLocation)
            #expect(svg.firstMatch(of: /="[^"]*\b(nan|inf)\b[^"]*"/) == nil, "\(what)", sourceLocation: sourceLocation)
            let document = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any], sourceLocation: sourceLocation)
            #expect(!json.contains("nan\"") && document["$schema"] != nil, "\(what)", sourceLocation: sourceLocation)
            #expect(svg.utf8.count + json.utf8.count < 1_000_000, "\(what)", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: samples.indices) func everyKindIsDrawn(index: Int) throws {
        let sample = Self.samples[index], numbers = Vector(sample), count = sample.count, texts = sample.indices.map { "\($0)" + Self.odd }
        let row = try Matrix(rows: 1, columns: count, elements: sample)
        let square = try Matrix(rows: count, columns: count, elements: (0 ..< count * count).map { sample[$0 % count] })
        let points = try Matrix(rows: count, columns: 2, elements: sample + sample.reversed()), range: Vector = Vector(sample.indices.map(Double.init))
        let kinds: [(String, () throws -> Chart)] = [
            ("line", { plot(numbers, name: Self.odd) }), ("scatter", { try scatter(numbers, numbers, name: Self.odd) }), ("bars", { try bars(texts, numbers) }),
            ("histogram", { try histogram(numbers) }), ("band", { try band(numbers, low: numbers, high: range) }), ("means", { plotMean(square) }),
            ("error bars", { try errorBars(range, numbers, plusMinus: numbers) }), ("groups", { try bars([Self.odd], row, groups: texts, plusMinus: row) }),
            ("heat map", { try heatMap(square, rowLabels: texts).groups(rows: texts, columns: texts).colorLabel(Self.odd) }),
            ("numbers", { try heatMap(row).cellNumbers() }), ("contours", { try contours(square, levels: sample) }), ("arrows", { try vectorField(range, range, square, square) }),
            ("plane", { try complexPlane(numbers, numbers) }), ("raster", { try raster(numbers, sample.indices.map { $0 == 0 ? Int.max : Int.min }) }),
            ("raster with rate", { try raster(numbers, sample.indices.map { $0 }, rate: numbers, bin: 5) }),
            ("phase plane", { try phasePlane(numbers, numbers, range, stable: points, way: [numbers, range]) }), ("spectrum", { try powerSpectrum(range, numbers) }),
            ("scores", { try scoreHistogram(numbers) }), ("ceiling", { try scoreAgainstCeiling(numbers, range) }),
            ("density", { try scoreDensity(numbers, range, names: [Self.odd, "b"]) }),
            ("penalties", { try penaltyDiagnostics(range + 1, scores: square, chosen: range + 1, name: Self.odd) }),
            ("RDM", { try rdmHeatMap(square, names: texts, categories: texts) }),
            ("ranks", { try rdmHeatMap(square, percentiles: true) }), ("embedding", { try embeddingScatter(points, names: texts, categories: texts) }),
            ("two axes", { plot(numbers).rightAxis(plot(range).logY()) }), ("facets", { try plot(numbers).facets(by: texts) }),
            ("regions", { plot(numbers).shade(x: -.infinity ... .infinity, name: Self.odd).shade(y: 0 ... 0).verticalLine(at: sample.first ?? .nan).note(Self.odd, x: 0, y: 0) }),
            ("course", { plot(try TimeCourse(times: numbers, values: range, quantity: Self.odd, unit: "<i>")) }),
        ]
        for (kind, make) in kinds { try check(make, "\(kind) of \(sample)") }
    }
}
