import Foundation

// bindgen [--check] [--root DIRECTORY]
// Writes Sources/Bindings/Generated, or with --check compares it with what would be written.

let arguments = CommandLine.arguments.dropFirst()
let isCheck = arguments.contains("--check")
let rootPath = arguments.firstIndex(of: "--root").map { arguments.index(after: $0) }.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil } ?? "."

do {
    exit(try Checkout(root: URL(fileURLWithPath: rootPath)).update(isCheck: isCheck) ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data("bindgen: \(error)\n".utf8))
    exit(2)
}
