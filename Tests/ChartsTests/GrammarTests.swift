import Charts
import Display
import Foundation
import Linear
import Testing

/// What the functions that make charts put into them.
@Suite struct GrammarTests {
    private func document(_ chart: Chart) throws -> [String: Any] {
        guard case .json(let text) = try #require(chart.display["application/vnd.vegalite.v5+json"]) else { return [:] }
        return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// numpy.mean and numpy.std(ddof=1) of the columns: 2 and 1; 4 and 2; 5 (one is missing) and sqrt(2).
    @Test func aMeanHasABandOfOneStandardDeviation() throws {
        let chart = plotMean(try Matrix(rows: 3, columns: 3, elements: [1, 2, 4, 2, 4, 6, 3, 6, .nan]), start: 10, step: 0.5, name: "m")
        #expect(
            chart.layers.map(\.mark) == [
                .band(x: Numbers([10, 10.5, 11]), low: Numbers([1, 2, 5 - 2.0.squareRoot()]), high: Numbers([3, 6, 5 + 2.0.squareRoot()])),
                .line(x: Numbers([10, 10.5, 11]), y: Numbers([2, 4, 5])),
            ])
        #expect(chart.layers[1].name == "m" && chart.layers[1].sharesColor == true)
    }

    /// The line takes the band's colour; the next takes the next.
    @Test func lineAndBandShareTheirColour() throws {
        let one = try plot([0, 1], [1, 2], plusMinus: [0.1, 0.2], name: "a"), other = try plot([0, 1], [3, 4], plusMinus: [0.1, 0.2], name: "b")
        let layers = try #require(document(one.overlay(other))["layer"] as? [[String: Any]])
        let fills = [0, 2].compactMap { (layers[$0]["mark"] as? [String: Any])?["color"] as? String }
        #expect(fills == [ChartColor.blue.hex, ChartColor.orange.hex])
        let scale = ((layers[1]["encoding"] as? [String: Any])?["color"] as? [String: Any])?["scale"] as? [String: Any]
        #expect(scale?["range"] as? [String] == fills)
    }

    @Test func errorBarsReachUpAndDown() throws {
        let chart = try errorBars([1, 2], [5, 6], plusMinus: [1, -2])
        #expect(chart.layers[1].mark == .spans(x: Numbers([1, 2]), low: Numbers([4, 4]), high: Numbers([6, 8]), hasCaps: true))
        #expect(throws: ChartError.differentLengths(first: "y", firstCount: 2, second: "plusMinus", secondCount: 1)) { try errorBars([1, 2], [5, 6], plusMinus: [1]) }
        let barsWithErrors = try bars(["a", "b"], [1, 2] as Vector, plusMinus: [0.5, .nan])
        #expect("\(barsWithErrors)".contains("2 bars, 1 error bar"))
    }

    @Test func groupsOfBarsStandSideBySide() throws {
        let chart = try bars(["a", "b"], Matrix(rows: 2, columns: 2, elements: [1, 2, 3, .nan]), groups: ["x", "y"])
        guard case .bars(let first) = chart.layers[0].mark, case .bars(let second) = chart.layers[1].mark else { throw CancellationError() }
        #expect(first.map(\.height) == [1, 3] && second.map(\.height) == [2])
        #expect(first.map(\.from) == [-0.4, 0.6] && second[0].from == 0)
        #expect(chart.layers.map(\.name) == ["x", "y"] && chart.x.names == ["a", "b"])
        #expect(throws: ChartError.self) { try bars(["a"], Matrix(rows: 1, columns: 2, elements: [1, 2]), groups: ["x"]) }
        #expect(throws: ChartError.self) { try bars(["a"], Matrix(rows: 1, columns: 1, elements: [1]), groups: ["x"], plusMinus: Matrix(rows: 2, columns: 1, elements: [1, 2])) }
    }

    @Test func theRightAxisHasItsOwnScale() throws {
        let chart = plot([0, 1.0]).yLabel("V", unit: "mV").rightAxis(plot([10, 2000.0], name: "I").yLabel("I", unit: "pA").logY())
        let document = try document(chart)
        let sides = try #require(document["layer"] as? [[String: Any]])
        let axes = sides.compactMap { (($0["encoding"] as? [String: Any])?["y"] as? [String: Any]) }
        #expect(axes.map { ($0["scale"] as? [String: Any])?["type"] as? String } == ["linear", "log"])
        #expect((axes[1]["axis"] as? [String: Any])?["orient"] as? String == "right")
        #expect((axes[1]["axis"] as? [String: Any])?["title"] as? [String] == ["I (pA)"])
        #expect("\(chart)".hasSuffix("; V (mV) 0 to 1; I (pA) 8.474 to 2360"))
    }

    @Test func sharedAxesHoldAllPanels() throws {
        let chart = try panels([plot([0, 1.0]), plot([-3, 7.0], start: 5)])
        func domains(_ chart: Chart, _ axis: String) throws -> [[Double]] {
            let panels = try #require(document(chart)["concat"] as? [[String: Any]])
            return panels.compactMap { ((($0["encoding"] as? [String: Any])?[axis] as? [String: Any])?["scale"] as? [String: Any])?["domain"] as? [Double] }
        }
        #expect(try domains(chart, "x") == [[0, 1], [5, 6]])
        #expect(try domains(chart.sharingAxes(), "x") == [[0, 6], [0, 6]])
        #expect(try domains(chart.sharingAxes(x: false), "x") == [[0, 1], [5, 6]])
        let shared = try domains(chart.sharingAxes(), "y")
        #expect(shared[0] == shared[1] && shared[0][0] <= -3 && shared[0][1] >= 7)
    }

    /// To the right on a plane that is twice as wide as high in pixels, with the same units: up and to the right by 45 degrees in numbers is flatter in pixels.
    @Test func arrowsHaveTheDirectionOfThePicture() throws {
        let chart = try vectorField([0, 10], [0, 10], Matrix(rows: 2, columns: 2, elements: [1, 0, 0, .nan]), Matrix(rows: 2, columns: 2, elements: [1, 0, 2, 1]))
            .xRange(0 ... 10).yRange(0 ... 10).size(width: 400, height: 200)
        let layer = try #require((document(chart)["layer"] as? [[String: Any]])?.first)
        let values = try VegaData.rows(layer)
        // Two arrows: one stands still, of one the direction is missing. Each is a shaft, a gap, a head of three points, and a gap.
        #expect(values.count { $0["x"]?.isNaN ?? false } == 4 && values.count == 2 * 7)
        let shaft = values.prefix(2).map { ($0["x"] ?? .nan, $0["y"] ?? .nan) }
        let pixels = (x: (shaft[1].0 - shaft[0].0) * 40, y: (shaft[1].1 - shaft[0].1) * 20)
        #expect((pixels.y / pixels.x - 0.5).magnitude < 1e-4)
    }

    @Test func groupsAndNumbersMustFit() throws {
        let map = try heatMap([[1, 2], [3, 4]] as [[Double]])
        #expect(throws: ChartError.differentLengths(first: "rows", firstCount: 3, second: "the rows", secondCount: 2)) { try map.groups(rows: ["a", "b", "c"]) }
        #expect(throws: ChartError.self) { try map.groups(columns: ["a"]) }
        #expect(throws: ChartError.self) { try map.cellNumbers(decimals: 9) }
        #expect(throws: ChartError.self) { try heatMap(Matrix(rows: 21, columns: 20, elements: Array(repeating: 0, count: 420))).cellNumbers() }
        #expect(throws: ChartError.self) { try complexPlane([1], [1], circle: -1) }
        #expect(throws: ChartError.self) { try contours(Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 4]), levels: (0 ..< 51).map(Double.init)) }
        #expect(throws: ChartError.self) { try vectorField([1], [1], Matrix(rows: 1, columns: 2, elements: [1, 2]), Matrix(rows: 1, columns: 1, elements: [1])) }
    }

    @Test func aChartSavedBeforeThereWereMoreMarksIsRead() throws {
        let old =
            #"{"layers":[{"mark":{"line":{"x":{"values":[0,1]},"y":{"values":[2,3]}}},"style":{"solid":{}}}],"panels":[],"panelColumns":1,"#
            + #""x":{"isLogarithmic":false,"names":[]},"y":{"isLogarithmic":false,"names":[]},"showsLegend":true}"#
        #expect(try JSONDecoder().decode(Chart.self, from: Data(old.utf8)) == plot([0, 1], [2, 3]))
    }
}
