import Display
import Foundation
import Testing

@Suite struct RichContentTests {
    private func types(_ content: RichContent) -> [String] { content.display.entries.map(\.type) }

    @Test func eachKindIsShownAsWhatItIs() {
        #expect(types(.markdown("**a**")) == ["text/markdown", "text/plain"])
        #expect(types(.html("<b>a</b>")) == ["text/html", "text/plain"])
        #expect(types(.svg("<svg/>")) == ["image/svg+xml", "text/plain"])
        #expect(RichContent.latex("x^2").display["text/latex"] == .text("$$x^2$$"))
        #expect(RichContent.latex("$x$").display["text/latex"] == .text("$x$"))
        #expect(RichContent.latex(#"\begin{aligned} x \end{aligned}"#).display["text/latex"] == .text(#"$$\begin{aligned} x \end{aligned}$$"#))
        #expect(RichContent.latex(#"\begin{align} x \end{align}"#).display["text/latex"] == .text(#"\begin{align} x \end{align}"#))
        #expect(RichContent.markdown("a").description == "a")
    }

    @Test func picturesAreToldByTheirBytes() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pictures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files: [(bytes: [UInt8], type: String)] = [
            ([0x89, 0x50, 0x4e, 0x47, 1], "image/png"), ([0xff, 0xd8, 0xff, 1], "image/jpeg"), (Array("GIF89a".utf8), "image/gif"), (Array("RIFF1234WEBPVP8".utf8), "image/webp"),
            (Array("<?xml?><svg></svg>".utf8), "image/svg+xml"),
        ]
        for (number, file) in files.enumerated() {
            let path = folder.appendingPathComponent("\(number).bin").path
            try Data(file.bytes).write(to: URL(fileURLWithPath: path))
            #expect(types(try .image(path)).first == file.type)
        }
        let path = folder.appendingPathComponent("text").path
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: (any Error).self) { try RichContent.image(path) }
        #expect(throws: (any Error).self) { try RichContent.image("/no such file") }
        #expect(throws: (any Error).self) { try RichContent.image("a\0b") }
    }
}
