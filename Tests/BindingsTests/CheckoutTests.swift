import Foundation
import Testing
import bindgen

/// The tool on a small checkout of its own.
@Suite final class CheckoutTests {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    var complaints: [String] = []

    init() throws {
        for folder in ["Linear", "Neuro", "Formats", "Charts", "Runtime", "Bindings"] {
            try FileManager.default.createDirectory(at: root.appendingPathComponent("Sources/\(folder)"), withIntermediateDirectories: true)
        }
        try write("extension Int: Bridged {}", "Runtime/Bridged.swift")
        try write("public struct Counter { public func add(_ count: Int, to other: Int) -> Int { 0 } }", "Linear/Counter.swift")
        try write("public func twice(_ count: Int) -> Int { 2 * count }", "Neuro/Twice.swift")
    }
    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, _ path: String) throws {
        try text.write(to: root.appendingPathComponent("Sources/" + path), atomically: true, encoding: .utf8)
    }
    func update(isCheck: Bool = false) throws -> Bool {
        complaints = []
        return try Checkout(root: root) { self.complaints.append($0) }.update(isCheck: isCheck)
    }

    @Test func whatWasWrittenPassesTheCheck() throws {
        #expect(try update())
        #expect(try update(isCheck: true))
        #expect(complaints.isEmpty)
    }

    @Test func aRenamedLabelFailsTheCheckAndIsShown() throws {
        #expect(try update())
        try write("public struct Counter { public func add(_ count: Int, onto other: Int) -> Int { 0 } }", "Linear/Counter.swift")
        #expect(try !update(isCheck: true))
        let text = complaints.joined(separator: "\n")
        #expect(text.contains("Counter.swift: 3 lines out, 3 lines in"), "\(text)")
        #expect(text.contains("- func add(_ count: Int, to other: Int) -> Int"))
        #expect(text.contains("+ func add(_ count: Int, onto other: Int) -> Int"))
        #expect(text.hasSuffix("run: swift run -c release bindgen"))
        // The check itself changed nothing.
        #expect(try !update(isCheck: true))
    }

    @Test func aTypeThatIsGoneFailsTheCheckAndItsFileIsRemoved() throws {
        #expect(try update())
        try write("struct Counter {}", "Linear/Counter.swift")
        #expect(try !update(isCheck: true))
        #expect(complaints.contains("Counter.swift: no longer generated"))
        #expect(try update())
        #expect(!FileManager.default.fileExists(atPath: root.appendingPathComponent("Sources/Bindings/Generated/Counter.swift").path))
    }

    @Test func aRefusalWritesNothing() throws {
        #expect(try update())
        try write("public func twice(_ count: inout Int) {}", "Neuro/Twice.swift")
        #expect(try !update())
        #expect(complaints.count == 1)
        #expect(complaints.first?.hasPrefix("Sources/Neuro/Twice.swift:1:13: error: ") == true)
        let committed = try String(contentsOf: root.appendingPathComponent("Sources/Bindings/Generated/ModuleNeuro.swift"), encoding: .utf8)
        #expect(committed.contains("twice(_:)<Int>"))
    }

    @Test func unchangedFilesAreNotTouched() throws {
        #expect(try update())
        let file = root.appendingPathComponent("Sources/Bindings/Generated/Counter.swift")
        let old = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
        try write("/// Twice as many.\npublic func twice(_ count: Int) -> Int { 2 * count }", "Neuro/Twice.swift")
        #expect(try update())
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date == old)
    }
}
