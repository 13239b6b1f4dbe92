import Foundation

/// Files that other programs wrote, beside the scripts that made them.
enum Reference {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static func lines(_ name: String) throws -> [[String]] {
        let text = try String(contentsOf: folder.appendingPathComponent("Reference/\(name)"), encoding: .utf8)
        return text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    }
}
