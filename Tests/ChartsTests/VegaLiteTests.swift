import Charts
import Display
import Foundation
import Testing

@Suite struct VegaLiteTests {
    /// The document as Foundation's reader sees it, which also shows that it is JSON.
    private func document(_ chart: Chart) throws -> [String: Any] {
        let content = chart.display["application/vnd.vegalite.v5+json"]
        guard case .json(let text) = try #require(content) else { return [:] }
        return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func layers(_ chart: Chart) throws -> [[String: Any]] { try #require(document(chart)["layer"] as? [[String: Any]]) }

    private func values(_ layer: [String: Any]) throws -> [[String: Any]] {
        try #require((layer["data"] as? [String: Any])?["values"] as? [[String: Any]])
    }

    private func at(_ value: Any?, _ path: String...) -> Any? {
        path.reduce(value) { ($0 as? [String: Any])?[$1] }
    }

    @Test func aLineWithAGap() throws {
        let chart = plot([1, .nan, 3], start: 10, step: 0.5, name: "rate").title("T").xLabel("time", unit: "ms").yLabel("rate", unit: "Hz").size(width: 400, height: 200)
        let document = try document(chart)
        #expect(document["$schema"] as? String == "https://vega.github.io/schema/vega-lite/v5.json")
        #expect(document["width"] as? Double == 400 && document["height"] as? Double == 200)
        #expect(at(document, "title", "text") as? [String] == ["T"])
        #expect(at(document, "encoding", "x", "axis", "title") as? [String] == ["time (ms)"])
        #expect(at(document, "encoding", "y", "axis", "title") as? [String] == ["rate (Hz)"])
        #expect(at(document, "encoding", "x", "scale", "domain") as? [Double] == [10, 11])
        let layer = try #require(layers(chart).first)
        #expect(at(layer, "mark", "type") as? String == "line")
        #expect(at(layer, "encoding", "color", "datum") as? String == "rate")
        #expect(at(layer, "encoding", "color", "scale", "domain") as? [String] == ["rate"])
        let values = try VegaData.rows(layer)
        #expect(values.map { $0["x"].flatMap { $0.isNaN ? nil : $0 } } == [10, nil, 11])
        #expect(values.map { $0["y"].flatMap { $0.isNaN ? nil : $0 } } == [1, nil, 3])
    }

    @Test func ticksCarryTheirLabels() throws {
        let document = try document(plot([0, 3e6]))
        #expect(at(document, "encoding", "y", "axis", "values") as? [Double] == [0, 5e5, 1e6, 1.5e6, 2e6, 2.5e6, 3e6])
        let expression = try #require(at(document, "encoding", "y", "axis", "labelExpr") as? String)
        #expect(expression.hasPrefix("[\"0\",\"0.5×10⁶\""))
        #expect(expression.hasSuffix("[indexof([0,500000,1000000,1500000,2000000,2500000,3000000],datum.value)]"))
    }

    @Test func logarithmicAxesHavePositiveDomains() throws {
        let document = try document(plot([-1, 0, 1e-3, 10, .infinity]).logY())
        #expect(at(document, "encoding", "y", "scale", "type") as? String == "log")
        let domain = try #require(at(document, "encoding", "y", "scale", "domain") as? [Double])
        #expect(domain[0] > 0 && domain[0] <= 1e-3 && domain[1] >= 10)
    }

    @Test func predictionAgainstTruth() throws {
        let chart = try plot([1, 2], against: [1, 3])
        let layers = try layers(chart)
        #expect(layers.compactMap { at($0, "encoding", "color", "datum") as? String } == ["truth", "prediction"])
        #expect(at(layers[0], "encoding", "color", "scale", "range") as? [String] == ["#808080", "#1a85c9"])
    }

    @Test func dashesAreInTheLegendWhereAllItsEntriesAreLines() throws {
        let chart = plot([1, 2], name: "a").overlay(plot([2, 1], name: "b", style: .dashed))
        let layer = try layers(chart)[0]
        #expect(at(layer, "encoding", "strokeDash", "scale", "range") as? [[Double]] == [[1, 0], [7, 4]])
        let mixed = try chart.overlay(scatter([1], [1], name: "c"))
        #expect(try layers(mixed).allSatisfy { at($0, "encoding", "strokeDash") == nil })
        #expect(at(try layers(mixed)[1], "mark", "strokeDash") as? [Double] == [7, 4])
    }

    @Test func smallHeatMapsAreCells() throws {
        let chart = try heatMap([[1, 2, 3], [4, .nan, 6]], colors: .diverging).colorLabel("r")
        let layer = try layers(chart)[0]
        #expect(at(layer, "mark", "type") as? String == "rect")
        let values = try VegaData.rows(layer).compactMap { $0["data"] }
        #expect(values.count == 6 && values[4].isNaN)
        #expect(values.filter { !$0.isNaN } == [1, 2, 3, 4, 6])
        let domain = try #require(at(layer, "encoding", "fill", "scale", "domain") as? [Double])
        #expect(domain.count == 11 && domain.first == -6 && domain.last == 6 && domain[5] == 0)
        #expect(at(layer, "encoding", "fill", "legend", "title") as? [String] == ["r"])
        #expect(at(try document(chart), "encoding", "y", "scale", "reverse") as? Bool == true)
    }

    @Test func largeHeatMapsAreImages() throws {
        let chart = try heatMap((0 ..< 200).map { row in (0 ..< 200).map { Double(row * $0) } })
        let layers = try #require(layers(chart)[0]["layer"] as? [[String: Any]])
        #expect(at(layers[0], "mark", "type") as? String == "image")
        let url = try #require(values(layers[0])[0]["url"] as? String)
        #expect(url.hasPrefix("data:image/png;base64,iVBORw0KGgo"))
        #expect(at(layers[1], "encoding", "fill", "type") as? String == "quantitative")
    }

    @Test func textIsEscaped() throws {
        let name = "a \"quoted\" \\ back\u{1}slash ü 🧠"
        let chart = plot([1], name: name).title("line\nend\tand </script>")
        #expect(at(try layers(chart)[0], "encoding", "color", "datum") as? String == "a \"quoted\" \\ backslash ü 🧠")
        #expect(at(try document(chart), "title", "text") as? [String] == ["line end and </script>"])
    }

    @Test func panelsStandSideBySide() throws {
        let chart = try panels([plot([1, 2], name: "a"), heatMap([[1, 2]]), histogram([1, 2, 3])], columns: 2).title("All")
        let document = try document(chart)
        #expect(document["columns"] as? Double == 2)
        #expect((document["concat"] as? [Any])?.count == 3)
        #expect(at(document, "resolve", "scale", "color") as? String == "independent")
    }
}
