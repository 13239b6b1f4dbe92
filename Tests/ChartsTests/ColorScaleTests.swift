import Charts
import Foundation
import Testing

@Suite struct ColorScaleTests {
    /// Colours of matplotlib (Reference/make_colors.py). Between our anchors each part is linear, which is off by 5.3 of 255 at most for viridis.
    @Test func agreesWithMatplotlib() throws {
        let scales: [String: ColorScale] = ["viridis": .viridis, "magma": .magma, "diverging": .diverging, "grays": .grays]
        let lines = try Reference.lines("colors.csv")
        #expect(lines.count == 4 * 256)
        for line in lines {
            let scale = try #require(scales[line[0]])
            let parts = try line[1...].map { try #require(Double($0)) }
            let color = scale.color(at: parts[0] / 255)
            for (ours, theirs) in zip([color.red, color.green, color.blue], parts[1...]) { #expect((Double(ours) - theirs).magnitude <= 6, "\(line)") }
        }
    }

    @Test func endsAndWhatLiesBeyond() {
        #expect(ColorScale.viridis.color(at: -3).hex == "#440154")
        #expect(ColorScale.viridis.color(at: 1).hex == "#fde725")
        #expect(ColorScale.diverging.color(at: 0.5).hex == "#f7f7f7")
        #expect(ColorScale.grays.color(at: .nan).hex == "#000000")
    }

    @Test func colorsOfParts() {
        #expect(ChartColor.rgb(red: 1, green: 0.5, blue: 0).hex == "#ff8000")
        #expect(ChartColor.rgb(red: .nan, green: -1, blue: 9).hex == "#0000ff")
    }
}
