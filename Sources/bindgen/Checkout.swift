import Foundation

/// The files of this package on disk, as far as bindings are concerned.
package struct Checkout {
    let root: URL
    /// Gets each refusal and each difference.
    let complain: (String) -> Void
    static let modules = ["Linear", "Display", "Neuro", "Formats", "Charts"]

    package init(root: URL, complain: @escaping (String) -> Void) { (self.root, self.complain) = (root, complain) }

    private var generated: URL { root.appendingPathComponent("Sources/Bindings/Generated") }

    /// Writes the generated files, or compares them. False when something was refused or differs.
    package func update(isCheck: Bool) throws -> Bool {
        var sources: [Generator.Source] = []
        for module in Self.modules {
            for path in try swiftFiles(under: "Sources/\(module)") { sources.append(.init(module: module, path: path, text: try read(path))) }
        }
        let bridges = try (swiftFiles(under: "Sources/Runtime") + swiftFiles(under: "Sources/Bindings")).filter { !$0.contains("/Generated/") }.map(read)
        let generator = Generator(modules: Self.modules, sources: sources, bridges: bridges)
        for refusal in generator.refusals { complain(refusal.description) }
        guard generator.refusals.isEmpty else { return false }

        var present: [String: String] = [:]
        for path in (try? swiftFiles(under: "Sources/Bindings/Generated")) ?? [] { present[URL(fileURLWithPath: path).lastPathComponent] = try read(path) }
        let wanted = Dictionary(uniqueKeysWithValues: generator.files.map { ($0.name, $0.text) })
        let stale = present.keys.filter { wanted[$0] == nil }.sorted()
        let changed = generator.files.filter { present[$0.name] != $0.text }
        if isCheck {
            for file in changed { complain(Difference(of: present[file.name], to: file.text).summary(file.name)) }
            for name in stale { complain("\(name): no longer generated") }
            if !changed.isEmpty || !stale.isEmpty { complain("Sources/Bindings/Generated is not what the sources say; run: swift run -c release bindgen") }
            return changed.isEmpty && stale.isEmpty
        }
        try FileManager.default.createDirectory(at: generated, withIntermediateDirectories: true)
        // Files that stay as they were keep their date, so that they are not compiled again.
        for file in changed { try file.text.write(to: generated.appendingPathComponent(file.name), atomically: true, encoding: .utf8) }
        for name in stale { try FileManager.default.removeItem(at: generated.appendingPathComponent(name)) }
        return true
    }

    private func swiftFiles(under folder: String) throws -> [String] {
        let start = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(atPath: start.path) else { throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: start.path]) }
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map { folder + "/" + $0 }
    }

    private func read(_ path: String) throws -> String { try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) }
}
