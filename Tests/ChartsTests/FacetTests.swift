import Charts
import Display
import Foundation
import Linear
import Testing

/// Small multiples by the values of a category.
@Suite struct FacetTests {
    private let x = (0 ..< 12).map { Double($0) }, kinds = (0 ..< 12).map { ["V1", "IT", "V4"][$0 % 3] }
    private var y: [Double] { x.map { $0 * $0 } }

    private func document(_ chart: Chart) throws -> [[String: Any]] {
        guard case .json(let text) = try #require(chart.display["application/vnd.vegalite.v5+json"]) else { throw CancellationError() }
        let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require(document["concat"] as? [[String: Any]])
    }

    private func at(_ value: Any?, _ path: String...) -> Any? { path.reduce(value) { ($0 as? [String: Any])?[$1] } }

    @Test func eachCategoryHasItsElementsInAPanel() throws {
        let chart = try scatter(x, y).facets(by: kinds).title("Areas").xLabel("contrast", unit: "%")
        #expect(chart.titleText == "Areas" && chart.panels.map(\.titleText) == ["V1", "IT", "V4"])
        for (panel, first) in zip(chart.panels, [0.0, 1, 2]) {
            guard case .points(let xs, let ys) = panel.layers[0].mark else { throw CancellationError() }
            #expect(xs.values == [first, first + 3, first + 6, first + 9] && ys.values == xs.values.map { $0 * $0 })
        }
        let domains = try document(chart).map { try #require(at($0, "encoding", "y", "scale", "domain") as? [Double]) }
        #expect(domains.allSatisfy { $0 == domains[0] } && domains[0][1] >= 121)
    }

    @Test func whatIsNotOfTheElementsStandsInEveryPanel() throws {
        let chart = try scatter(x, y).overlay(plot([0, 11], [0, 121] as [Double], name: "model")).horizontalLine(at: 50).facets(by: kinds)
        for panel in chart.panels {
            #expect(panel.layers.count == 3)
            guard case .line(let xs, _) = panel.layers[1].mark else { throw CancellationError() }
            #expect(xs.values == [0, 11])
        }
    }

    @Test func bandsErrorBarsAndArrowsAreDividedToo() throws {
        let numbers = Vector(x), zero = try Vector(repeating: 0.5, count: 12)
        for chart in try [plot(numbers, numbers, plusMinus: zero), errorBars(numbers, numbers, plusMinus: zero), raster(numbers, (0 ..< 12).map { $0 })] {
            let panels = try chart.facets(by: kinds).panels
            #expect(panels.count == 3)
            for layer in panels.flatMap(\.layers) {
                switch layer.mark {
                case .line(let x, _), .points(let x, _), .band(let x, _, _), .spans(let x, _, _, _): #expect(x.values.count == 4)
                default: Issue.record("\(layer)")
                }
            }
        }
    }

    @Test func axesAreLabelledAtTheOuterEdges() throws {
        let panels = try document(scatter(x, y).facets(by: (0 ..< 12).map { "kind \($0 % 5)" }, columns: 3).xLabel("x").yLabel("y"))
        // Three above, two below: the third has nothing under it.
        for (index, panel) in panels.enumerated() {
            for (axis, isOuter) in [("x", index >= 2), ("y", index % 3 == 0)] {
                let shown = at(panel, "encoding", axis, "axis", "labels") as? Bool ?? true, title = at(panel, "encoding", axis, "axis", "title") as? [String]
                #expect(shown == isOuter && title == (isOuter ? [axis] : nil), "\(axis) of panel \(index)")
            }
        }
    }

    @Test func oneLegendSaysItForAll() throws {
        let chart = try scatter(x, y, name: "cells").facets(by: kinds)
        guard case .text(let svg) = try #require(chart.display["image/svg+xml"]) else { throw CancellationError() }
        #expect(svg.components(separatedBy: ">cells<").count == 2)
        // Legends that differ all stay.
        let other = try facets(by: kinds) { rows in plot(rows.map { y[$0] }, name: "row \(rows[0])") }
        guard case .text(let text) = try #require(other.display["image/svg+xml"]) else { throw CancellationError() }
        #expect(["row 0", "row 1", "row 2"].allSatisfy { text.contains(">\($0)<") })
    }

    @Test func aFunctionMakesPanelsOfAnyChart() throws {
        let chart = try facets(by: kinds, columns: 1) { rows in try histogram(rows.map { y[$0] }, bins: 4).xLabel("rate", unit: "Hz") }
        #expect(chart.panels.count == 3 && chart.panelColumns == 1 && chart.panels[1].titleText == "IT")
        #expect(chart.panels.allSatisfy { $0.layers.count == 1 })
        #expect(throws: ChartError.self) { try facets(by: kinds) { _ in try bars(["a"], [Double]()) } }
        let own = try facets(by: ["a", "b"]) { rows in plot([1.0, 2]).title("\(rows.count) cell") }
        #expect(own.panels.map(\.titleText) == ["a: 1 cell", "b: 1 cell"])
    }

    @Test func whatDoesNotFitIsAnError() throws {
        let chart = try scatter(x, y)
        #expect(throws: ChartError.differentLengths(first: "by", firstCount: 2, second: "what the chart shows", secondCount: 12)) { try chart.facets(by: ["a", "b"]) }
        #expect(throws: ChartError.outOfRange(argument: "columns", value: "0", allowed: "1 or more")) { try chart.facets(by: kinds, columns: 0) }
        #expect(throws: ChartError.self) { try chart.facets(by: kinds).facets(by: kinds) }
        #expect(throws: ChartError.self) { try plot((0 ..< 101).map(Double.init)).facets(by: (0 ..< 101).map { "\($0)" }) }
        #expect(throws: ChartError.self) { try bars(["a", "b"], [1.0, 2]).facets(by: ["a", "b"]) }
    }

    @Test func nothingAndOddNamesMakeAPicture() throws {
        #expect(try scatter([], [] as [Double]).facets(by: []) == scatter([], [] as [Double]))
        #expect(try facets(by: []) { _ in plot([1.0]) }.display.entries.count == 3)
        let odd = ["", "<script>&\"", "a\nb", String(repeating: "w", count: 400), "🧠"]
        let chart = try plot([.nan, .infinity, 1, 2, -3], [0, 1, .nan, 1e300, -1e300]).facets(by: odd)
        #expect(chart.display.entries.count == 3 && chart.panels.count == 5)
        #expect(chart.logX().logY().display.entries.count == 3)
    }

    /// What does not fit a megabyte as points becomes an image, whether in one panel or in many.
    @Test func manyPointsInManyPanelsAreImages() throws {
        let count = 90_000
        let many = (0 ..< count).map { Double(($0 * 7919) % 9973) }, more = (0 ..< count).map { Double(($0 * 104_729) % 9967) }
        let chart = try scatter(many, more).facets(by: (0 ..< count).map { "part \($0 % 30)" })
        let size = chart.display.entries.reduce(0) { sum, entry in
            switch entry.content {
            case .text(let text), .json(let text): sum + text.utf8.count
            case .bytes(let bytes): sum + bytes.count
            }
        }
        #expect(size < 3_000_000, "\(size)")
    }
}
