import Charts
import Display
import Foundation
import FoundationXML
import Linear
import Testing

@Suite struct SVGTests {
    static let charts: [(name: String, chart: Chart)] = {
        let wave = (0 ..< 300).map { 0.01 * Double($0 % 40) - 0.2 }
        let long = "A label of many words that goes on and on and has no end in sight, whatever the reader may think of it"
        // Arguments that fit each other, so nothing is thrown.
        let made: [(String, (() throws -> Chart))] = [
            ("line", { plot(wave, step: 0.1, name: "wave").title("Wave").xLabel("time", unit: "s") }),
            ("large numbers", { plot(wave.map { $0 * 1e12 }, start: 1e9, step: 1e6).yLabel("count") }),
            ("small numbers", { plot(wave.map { $0 * 1e-12 }, start: -1e-6, step: 1e-9) }),
            ("log", { try plot([1e-9, 1, 1e9], [1e-30, 1, 1e30]).logX().logY() }),
            ("long labels", { plot(wave, name: long).title(long + long + long).xLabel(long, unit: long).yLabel(long, unit: long).size(width: 100, height: 60) }),
            ("long label under a narrow picture", { plot([0, 1]).xLabel(long).size(width: 60, height: 60) }),
            ("one long word", { plot(wave).title(String(repeating: "w", count: 300)).yLabel(String(repeating: "m", count: 300)) }),
            ("many names", { (0 ..< 30).reduce(plot(wave)) { $0.overlay(plot(wave, name: "series number \($1)")) } }),
            ("names", { try bars((0 ..< 30).map { "category \($0) with a long name" }, (0 ..< 30).map { Double($0) - 12 }) }),
            ("map", { try heatMap((0 ..< 9).map { row in (0 ..< 7).map { Double(row * $0) * 1e5 } }, rowLabels: (0 ..< 9).map { "row \($0) of nine" }).colorLabel(long) }),
            ("thin map", { try heatMap([(0 ..< 200).map { Double($0) }]).colorLabel("value", unit: "a.u.") }),
            ("two axes", { plot(wave).yLabel(long).rightAxis(plot(wave.map { $0 * 1e5 }, name: "right").yLabel(long, unit: "pA")) }),
            (
                "groups",
                {
                    try bars(
                        ["a", "b"], Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 4]), groups: [long, "<b>"], plusMinus: Matrix(rows: 2, columns: 2, elements: [1, 1, 1, 1]))
                }
            ),
            ("strips", { try heatMap([[1, 2], [3, 4]] as [[Double]]).groups(rows: ["face", "house"], columns: [long, "tool"]).title("strips").colorLabel("r") }),
            ("shared", { try panels([plot(wave), plot(wave.map { $0 * 1e6 })]).sharingAxes() }),
            ("panels", { try panels([plot(wave).title("Left"), histogram(wave), plot(wave, name: "x")]).title(long) }),
        ]
        return made.map { made in (made.0, (try? made.1()) ?? Chart()) }
    }()

    @Test func linesOfOneColourDifferInTheirDashes() throws {
        let chart = (0 ..< 14).reduce(Chart()) { $0.overlay(plot([0, Double($1)], name: "series \($1)")) }
        guard case .text(let text) = try #require(chart.display["image/svg+xml"]) else { throw CancellationError() }
        let drawn = text.components(separatedBy: "<").filter { element in ChartColor.cycle.contains { element.contains("stroke=\"\($0.hex)\"") } }
        let looks = drawn.map { element in
            ["stroke=", "stroke-dasharray="].map { name in
                element.range(of: name + "\"[^\"]*\"", options: .regularExpression).map { String(element[$0]) } ?? ""
            }.joined()
        }
        #expect(Set(looks).count == 14, "\(looks)")
    }

    private func page(_ chart: Chart) throws -> Page {
        guard case .text(let text) = try #require(chart.display["image/svg+xml"]) else { throw CancellationError() }
        return try Page(text)
    }

    /// No label is cut off at the edge, and no two on one axis run into each other, with fonts as wide as the widest we reckon with.
    @Test(arguments: charts.map(\.name)) func everyTextIsOnThePage(name: String) throws {
        let chart = try #require(Self.charts.first { $0.name == name }).chart
        #expect(!chart.layers.isEmpty || !chart.panels.isEmpty)
        let page = try page(chart)
        #expect(!page.texts.isEmpty)
        for text in page.texts {
            #expect(text.left >= -0.5 && text.right <= page.width + 0.5 && text.top >= -0.5 && text.bottom <= page.height + 0.5, "\(text)")
        }
        let flat = page.texts.filter { $0.angle == 0 }
        for (index, text) in flat.enumerated() {
            for other in flat[(index + 1)...] {
                let overlaps = text.left < other.right && other.left < text.right && text.top < other.bottom && other.top < text.bottom
                #expect(!overlaps, "\(text) and \(other)")
            }
        }
    }

    @Test func textIsEscaped() throws {
        let page = try page(plot([1, 2], name: "<a> & \"b\"").title("</title><script>\u{1}"))
        #expect(page.texts.contains { $0.content == "<a> & \"b\"" })
        #expect(page.texts.contains { $0.content == "</title><script>" })
        #expect(page.elements["script"] == nil)
    }

    /// Markup in any text stays text, in both documents.
    @Test func markupIsNeverMarkup() throws {
        let evil = "<script>&amp;\"']]><!-- \u{0}\u{8}"
        let chart = try errorBars([1, 2], [1, 2], plusMinus: [1, 1], name: evil).note(evil, x: 1, y: 1).shade(x: 0 ... 1, name: evil + "2").xLabel(evil, unit: evil).yLabel(evil)
            .rightAxis(plot([1.0, 2], name: evil + "3").yLabel(evil)).title(evil)
        let groups = try heatMap([[1, 2], [3, 4]] as [[Double]], rowLabels: [evil, "b"]).groups(rows: [evil, "c"]).colorLabel(evil)
        for chart in [chart, groups, try panels([chart, groups]).title(evil)] {
            let page = try page(chart)
            #expect(page.elements["script"] == nil)
            guard case .json(let text) = try #require(chart.display["application/vnd.vegalite.v5+json"]) else { throw CancellationError() }
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        }
    }

    @Test func aHeatMapBecomesRectanglesOrAnImage() throws {
        let few = try page(heatMap([[1, 2, 2], [3, .nan, 4]]))
        // Background, five cells of which two of one colour are one, and the strips of the colour bar.
        #expect(few.elements["rect"] == 1 + 4 + 96)
        let many = try page(heatMap((0 ..< 60).map { row in (0 ..< 60).map { Double(row * $0) } }))
        #expect(many.elements["image"] == 1)
    }

    @Test func ANumberThatIsMissingBreaksTheLine() throws {
        let page = try page(plot([0, 1, .nan, 1, .nan, 0, 1]).size(width: 60, height: 100))
        #expect(page.paths.contains("M0 100L10 0M30 0h0M50 100L60 0"))
    }
}

/// An SVG document as XMLParser reads it: the texts and where they lie.
private final class Page: NSObject, XMLParserDelegate {
    struct Text: CustomStringConvertible {
        var content = ""
        var x = 0.0, y = 0.0, size = 0.0, angle = 0.0
        var anchor = "start"
        var isBold = false

        private var width: Double { TextSize.width(content, size: size, isBold: isBold) }
        /// Corners of the box around the text, turned about its anchor.
        private var corners: [(Double, Double)] {
            let start = anchor == "end" ? -width : anchor == "middle" ? -width / 2 : 0
            let turn = angle * Double.pi / 180
            return [(start, -size * 0.75), (start + width, -size * 0.75), (start, size * 0.2), (start + width, size * 0.2)].map {
                (x + $0.0 * cos(turn) - $0.1 * sin(turn), y + $0.0 * sin(turn) + $0.1 * cos(turn))
            }
        }
        var left: Double { corners.map(\.0).min() ?? 0 }
        var right: Double { corners.map(\.0).max() ?? 0 }
        var top: Double { corners.map(\.1).min() ?? 0 }
        var bottom: Double { corners.map(\.1).max() ?? 0 }
        var description: String { "“\(content)” from (\(left), \(top)) to (\(right), \(bottom))" }
    }

    private(set) var texts: [Text] = []
    private(set) var elements: [String: Int] = [:]
    private(set) var paths: [String] = []
    private(set) var width = 0.0, height = 0.0
    private var groups: [(dx: Double, dy: Double, size: Double, anchor: String)] = [(0, 0, 0, "start")]
    private var current: Text?

    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? CancellationError() }
    }

    private func numbers(_ text: String) -> [Double] { text.split { !"-.0123456789".contains($0) }.compactMap { Double($0) } }

    func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]) {
        elements[name, default: 0] += 1
        let group = groups[groups.count - 1]
        func number(_ key: String) -> Double? { attributes[key].flatMap(Double.init) }
        switch name {
        case "svg":
            if width == 0 { (width, height) = (number("width") ?? 0, number("height") ?? 0) }
        case "path": paths.append(attributes["d"] ?? "")
        case "g":
            let move = numbers(attributes["transform"] ?? "")
            groups.append(
                (
                    group.dx + (move.first ?? 0), group.dy + (move.last ?? 0), number("font-size") ?? group.size, attributes["text-anchor"] ?? group.anchor
                ))
        case "text":
            let turn = numbers(attributes["transform"] ?? "")
            current = Text(
                x: (number("x") ?? 0) + group.dx, y: (number("y") ?? 0) + group.dy, size: number("font-size") ?? group.size, angle: turn.first ?? 0,
                anchor: attributes["text-anchor"] ?? group.anchor, isBold: attributes["font-weight"] == "bold")
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { current?.content += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "g" { groups.removeLast() }
        if name == "text", let text = current {
            texts.append(text)
            current = nil
        }
    }
}
