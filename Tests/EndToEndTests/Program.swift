import Foundation

/// The built program, and the project's Python environment.
enum Program {
    /// The package's directory.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// `engram`, built beside the tests. On Linux the tests are a program in the build folder, on macOS a bundle in it.
    static let path: String = {
        var directory = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while directory.path != "/" {
            let candidate = directory.appendingPathComponent("engram").path
            if FileManager.default.isExecutableFile(atPath: candidate), !isDirectory(candidate) { return candidate }
            directory.deleteLastPathComponent()
        }
        return root + "/.build/release/engram"
    }()

    /// Python with Jupyter, which the Makefile puts at the package's root; nil where that was not made.
    static let python: String? = {
        let path = ProcessInfo.processInfo.environment["ENGRAM_PYTHON"] ?? root + "/.venv/bin/python"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    private static func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    struct Ended {
        var status: Int32
        var output, error: String
    }

    /// Runs a program to its end.
    static func run(_ path: String, _ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Ended {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: neither side can fill one up and wait for the other.
        let folder = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["in", "out", "err"] { try Data(name == "in" ? Array(input.utf8) : []).write(to: URL(fileURLWithPath: folder + "/" + name)) }
        process.standardInput = FileHandle(forReadingAtPath: folder + "/in")
        process.standardOutput = FileHandle(forWritingAtPath: folder + "/out")
        process.standardError = FileHandle(forWritingAtPath: folder + "/err")
        try process.run()
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus, output: try String(contentsOfFile: folder + "/out", encoding: .utf8),
            error: try String(contentsOfFile: folder + "/err", encoding: .utf8))
    }

    static func temporaryDirectory() throws -> String {
        let path = NSTemporaryDirectory() + "engram-end-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
