import CZlib
import Charts
import Foundation
import Linear
import Testing

/// Files for papers.
@Suite struct SaveTests {
    private let chart = plot([1.0, 4, 2], name: "rate").xLabel("time", unit: "ms").title("Saved")

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("charts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private struct Image {
        var width = 0, height = 0, perMetre = 0
        var pixels: [UInt8] = []

        /// As ISO/IEC 15948 says, for what we write: three bytes a pixel, each row filtered by the one above.
        init(_ bytes: [UInt8]) throws {
            func number(_ place: Int) -> Int { bytes[place ..< place + 4].reduce(0) { $0 << 8 | Int($1) } }
            var place = 8
            var packed: [UInt8] = []
            while place < bytes.count {
                let count = number(place)
                switch String(decoding: bytes[place + 4 ..< place + 8], as: UTF8.self) {
                case "IHDR": (width, height) = (number(place + 8), number(place + 12))
                case "pHYs": perMetre = number(place + 8)
                case "IDAT": packed += bytes[place + 8 ..< place + 8 + count]
                default: break
                }
                place += 12 + count
            }
            var rows = [UInt8](repeating: 0, count: (3 * width + 1) * height)
            var count = uLong(rows.count)
            guard uncompress(&rows, &count, packed, uLong(packed.count)) == Z_OK, Int(count) == rows.count else { throw CancellationError() }
            pixels = Array(repeating: 0, count: 3 * width * height)
            for row in 0 ..< height {
                guard rows[row * (3 * width + 1)] == 2 else { throw CancellationError() }
                for index in 0 ..< 3 * width {
                    pixels[row * 3 * width + index] = rows[row * (3 * width + 1) + 1 + index] &+ (row > 0 ? pixels[(row - 1) * 3 * width + index] : 0)
                }
            }
        }

        func color(_ x: Int, _ y: Int) -> [UInt8] { Array(pixels[3 * (y * width + x) ..< 3 * (y * width + x) + 3]) }
    }

    @Test func anSVGHasItsSizeOnPaper() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.svg").path
        try chart.save(path, width: .millimeters(85), height: .centimeters(6))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("width=\"85mm\" height=\"60mm\""))
        // The text is as large as it says: a unit of the picture is 1/96 inch, up to the rounding of the layout.
        let box = try #require(text.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
        #expect(((Double(box.1) ?? 0) - 85 / 25.4 * 96).magnitude < 3 && ((Double(box.2) ?? 0) - 60 / 25.4 * 96).magnitude < 3)
        // Without a size it is that of the notebook.
        try chart.save(path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == SVG.document(chart.theme(.light)))
    }

    @Test func aPNGIsAPictureOfTheSVG() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.png").path
        let chart = try bars(["a"], [1.0] as Vector, color: .rgb(red: 1, green: 0, blue: 0)).size(width: 100, height: 100)
        try chart.save(path, width: .inches(2), height: .inches(2), dpi: 150)
        let image = try Image(Array(Data(contentsOf: URL(fileURLWithPath: path))))
        #expect(image.width == 300 && image.height == 300 && image.perMetre == 5906)
        #expect(image.color(2, 2) == [255, 255, 255])
        // Red of 85 % over white, in the middle of the bar.
        #expect(image.color(170, 150) == [255, 38, 38])
        // Letters and axes are dark.
        #expect(image.pixels.contains { $0 < 110 })
        // The same bytes each time.
        let again = folder.appendingPathComponent("b.png").path
        try chart.save(again, width: .inches(2), height: .inches(2), dpi: 150)
        #expect(try Data(contentsOf: URL(fileURLWithPath: again)) == Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test func imagesAndEveryMarkAreDrawn() throws {
        let numbers = (0 ..< 9_000).map { Double(($0 * 7919) % 9_973) }
        let map = try heatMap(Matrix(rows: 60, columns: 60, elements: (0 ..< 3_600).map { Double($0 % 60) })).groups(rows: (0 ..< 60).map { $0 < 30 ? "a" : "b" })
        let charts = try [
            scatter(numbers, numbers.reversed()), map, panels([chart, map]).title("both"), contours(Matrix(rows: 2, columns: 2, elements: [0, 1, 1, 3])),
            plot([1.0, 2], style: .dashed).rightAxis(plot([4.0, 1])).xRange(0 ... 0.5).shade(x: 0 ... 1).verticalLine(at: 0.2).note("n", x: 0.3, y: 1.5),
            bars((0 ..< 30).map { "name \($0)" }, numbers.prefix(30).map { $0 }),
            complexPlane([0.5], [0.2]), plotMean(Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 5])), Chart(),
        ]
        for chart in charts {
            let image = try Image(chart.drawing(.centimeters(8), nil).png(dpi: 96))
            #expect(image.width == 302)
            #expect(Set(image.pixels).count > 3, "\(chart)")
        }
    }

    @Test func vegaLiteIsWrittenForPeople() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.vl.json").path
        try chart.save(path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("\n \"$schema\""))
    }

    @Test func whatCannotBeSavedIsSaid() throws {
        #expect(throws: ChartError.outOfRange(argument: "path", value: "“a.pdf”", allowed: "a name that ends in .svg, .png or .json")) { try chart.save("a.pdf") }
        #expect(throws: ChartError.outOfRange(argument: "width", value: "3.0 mm", allowed: "from 20 mm to 2 m")) { try chart.save("a.svg", width: .millimeters(3)) }
        #expect(throws: ChartError.outOfRange(argument: "dpi", value: "nan", allowed: "from 36 to 1,200")) { try chart.save("a.png", dpi: .nan) }
        #expect(throws: ChartError.unwritable(file: "/no such folder/a.svg")) { try chart.save("/no such folder/a.svg") }
        #expect(throws: ChartError.self) { try chart.save("a.png", width: .millimeters(2000), height: .millimeters(2000), dpi: 1200) }
    }
}
