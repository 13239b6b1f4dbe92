import Charts
import Display
import Foundation
import Testing

/// Ground and text that suit the page.
@Suite struct ThemeTests {
    private let chart = plot([1.0, 4, 2], name: "rate").xLabel("time", unit: "ms").title("Themes").note("peak", x: 1, y: 4)

    private func svg(_ chart: Chart) throws -> String {
        guard case .text(let text) = try #require(chart.display["image/svg+xml"]) else { throw CancellationError() }
        return text
    }

    private func config(_ chart: Chart) throws -> [String: Any] {
        guard case .json(let text) = try #require(chart.display["application/vnd.vegalite.v5+json"]) else { throw CancellationError() }
        let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require(document["config"] as? [String: Any])
    }

    @Test func anSVGThatIsShownTakesThePagesColours() throws {
        let text = try svg(chart)
        #expect(text.contains(".engram-ground{fill:var(--jp-layout-color0,#ffffff)}") && text.contains(".engram-axis{stroke:var(--jp-border-color0,#9a9a9a)}"))
        #expect(text.contains("fill=\"#ffffff\" class=\"engram-ground\"") && text.contains("stroke=\"#9a9a9a\" class=\"engram-axis\" fill=\"none\""))
        // Programs that know no variables must not meet one: some take it for no colour at all.
        #expect(text.components(separatedBy: "var(--jp").count == 6 && text.firstMatch(of: /<style>@supports \(fill:var\(--a\)\)\{.*\}<\/style>/) != nil)
        // What a mark is drawn in is no matter of the page.
        #expect(text.contains("stroke=\"#1a85c9\" stroke-width"))
        for theme in [ChartTheme.light, .dark] { #expect(try !svg(chart.theme(theme)).contains("engram-")) }
    }

    /// Contrast of luminances as WCAG 2.1 defines it, at least 4.5 for text.
    @Test(arguments: [ChartTheme.light, .dark]) func textIsLegible(theme: ChartTheme) throws {
        func luminance(_ hex: Substring) -> Double {
            let value = UInt32(hex, radix: 16) ?? 0
            let parts = [16, 8, 0].map { shift -> Double in
                let part = Double(value >> shift & 255) / 255
                return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let text = try svg(chart.theme(theme))
        let ground = luminance(try #require(text.firstMatch(of: /rx="6" fill="#([0-9a-f]{6})"/)).1)
        #expect(theme == .dark ? ground < 0.01 : ground == 1)
        let title = try #require(text.firstMatch(of: /sans-serif" fill="#([0-9a-f]{6})"/))
        let inks = [luminance(title.1)] + text.matches(of: /font-size="11" fill="#([0-9a-f]{6})"/).map { luminance($0.1) }
        #expect(inks.count >= 3)
        for ink in inks { #expect((max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) >= 4.5) }
        // Marks are of any page: 3, as for parts of a picture.
        for color in ChartColor.cycle {
            let mark = luminance(color.hex.dropFirst())
            #expect(theme == .light || (max(mark, ground) + 0.05) / (min(mark, ground) + 0.05) >= 3, "\(color)")
        }
    }

    @Test func vegaLiteHasTheSameColours() throws {
        #expect(try config(chart)["background"] == nil)
        let dark = try config(chart.theme(.dark)), text = try svg(chart.theme(.dark))
        for color in [dark["background"], (dark["axis"] as? [String: Any])?["labelColor"], (dark["title"] as? [String: Any])?["color"]] {
            #expect(text.contains("fill=\"\(try #require(color as? String))\""))
        }
        // A note has the colour of labels, which the theme sets, and none of its own, which would be black.
        guard case .json(let document) = try #require(chart.theme(.dark).display["application/vnd.vegalite.v5+json"]) else { throw CancellationError() }
        #expect(document.contains(#""style":"guide-label","filled":false,"stroke":null"#))
        #expect(((dark["style"] as? [String: Any])?["guide-label"] as? [String: Any])?["fill"] as? String == "#e8e8e8")
        #expect(try config(chart.theme(.light))["background"] as? String == "#ffffff")
        #expect(try config(chart.theme(.dark).theme(.page))["background"] == nil)
    }

    @Test func panelsAndOverlaysKeepATheme() throws {
        #expect(try panels([chart, chart.theme(.dark)]).chosenTheme == .dark)
        #expect(chart.overlay(chart.theme(.dark)).chosenTheme == .dark)
        #expect(try svg(panels([chart, chart]).theme(.dark)).contains("fill=\"#111111\""))
    }

    @Test func aFileIsLightUnlessItIsToBeDark() throws {
        #expect(!chart.drawing(nil, nil).text().contains("engram-"))
        let dark = chart.theme(.dark).drawing(.centimeters(8), nil)
        #expect(dark.text().contains("fill=\"#111111\"") && !dark.text().contains("#333333\" font"))
        // A picture of other proportions than asked for is filled up with the ground.
        let pixels = dark.png(dpi: 96)
        #expect(pixels != chart.drawing(.centimeters(8), nil).png(dpi: 96))
    }
}
