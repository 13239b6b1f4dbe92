import Foundation

// bindgen [--check] [--root DIRECTORY]
// Writes Sources/Bindings/Generated, or with --check compares it with what would be written.

let arguments = CommandLine.arguments.dropFirst()
let isCheck = arguments.contains("--check")
let rootPath = arguments.firstIndex(of: "--root").map { arguments.index(after: $0) }.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil } ?? "."

func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

do {
    let isGood = try Checkout(root: URL(fileURLWithPath: rootPath), complain: complain).update(isCheck: isCheck)
    exit(isGood ? 0 : 1)
} catch {
    complain("bindgen: \(error)")
    exit(2)
}
