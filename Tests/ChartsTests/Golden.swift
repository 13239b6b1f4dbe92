import Charts
import Display
import Foundation
import Testing

/// Compares the documents of a chart with those in Goldens, byte for byte. `REWRITE_GOLDENS=1` writes them anew.
enum Golden {
    private static let folder = Reference.folder.appendingPathComponent("Goldens")

    static func check(_ name: String, _ chart: Chart, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for (type, ending) in [("application/vnd.vegalite.v5+json", "vl.json"), ("image/svg+xml", "svg"), ("text/plain", "txt")] {
            var text: String
            switch try #require(chart.display[type]) {
            case .text(let content), .json(let content): text = content
            case .bytes: continue
            }
            // How zlib packs an image differs between its versions; what is in it has tests of its own.
            text = text.replacing(/base64,[A-Za-z0-9+\/=]+/, with: "base64,…")
            let file = Self.folder.appendingPathComponent("\(name).\(ending)")
            if ProcessInfo.processInfo.environment["REWRITE_GOLDENS"] == "1" { try Data(text.utf8).write(to: file) }
            let golden = try String(contentsOf: file, encoding: .utf8)
            #expect(text == golden, "\(name).\(ending) differs", sourceLocation: sourceLocation)
        }
    }
}
