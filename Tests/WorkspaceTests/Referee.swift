import Dispatch
import Foundation
import Synchronization

/// `swiftc`, asked what a program prints and what is wrong with it.
///
/// Answers are kept in `.build/referee` under the hash of program and compiler, so that only what changed is asked again.
struct Referee: Sendable {
    struct Answer: Codable, Sendable {
        struct Diagnostic: Codable, Equatable, Sendable {
            var line: Int
            var column: Int
            var message: String
        }
        var errors: [Diagnostic] = []
        var warnings: [Diagnostic]?
        var printed = ""
        var failure: String?
        /// Whether it ended by itself.
        var isFinished = true
    }

    static let environment = ProcessInfo.processInfo.environment
    /// The compiler beside the `swift` that runs the tests; nil where there is none.
    static let compiler: String? = (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/swiftc" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    private static let version = compiler.flatMap { try? execute($0, ["--version"]).output } ?? ""
    private static let cache = CellFile.directory.appendingPathComponent("../../../.build/referee").standardized

    /// Compiles and runs a program.
    static func run(_ program: String) throws -> Answer { try ask(program, as: "run") }
    /// Compiles a program as far as diagnostics need it.
    static func check(_ program: String) throws -> Answer { try ask(program, as: "check") }
    /// The same, for what is allowed and warned of.
    static func warnings(of program: String) throws -> [Answer.Diagnostic] { try ask(program, as: "warnings").warnings ?? [] }

    /// What an answer is kept under.
    static func kept<Value: Codable>(_ question: String, _ answer: () throws -> Value) throws -> Value {
        let file = cache.appendingPathComponent(hash(version + question) + ".json")
        if let data = try? Data(contentsOf: file), let value = try? JSONDecoder().decode(Value.self, from: data) { return value }
        let value = try answer()
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        try JSONEncoder().encode(value).write(to: file, options: .atomic)
        return value
    }

    /// Something to work in, for a while.
    static func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = cache.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    private static func ask(_ program: String, as question: String) throws -> Answer {
        try kept(question + program) { try inFolder { try compile(program, in: $0, running: question == "run") } }
    }

    private static func compile(_ program: String, in folder: URL, running: Bool) throws -> Answer {
        let answer = try compile(program, in: folder, with: running ? [] : ["-emit-sil"])
        return running && answer.isFinished ? try run(in: folder) : answer
    }

    /// Compiles a program; what comes of it stays in the folder for `run(in:)`.
    static func compile(_ program: String, in folder: URL, with options: [String]) throws -> Answer {
        let (source, binary) = (folder.appendingPathComponent("main.swift"), folder.appendingPathComponent("main"))
        try program.write(to: source, atomically: true, encoding: .utf8)
        let output = options.contains("-typecheck") ? [] : options.contains("-emit-sil") ? ["-o", "/dev/null"] : ["-o", binary.path, "-lm"]
        let compiled = try execute(compiler ?? "swiftc", options + ["-swift-version", "5", "-Onone", "-module-name", "main", source.path] + output, seconds: 600)
        var answer = Answer()
        for line in compiled.errors.components(separatedBy: "\n") where line.hasPrefix(source.path + ":") {
            let parts = line.dropFirst(source.path.count + 1).split(separator: ":", maxSplits: 3).map(String.init)
            guard parts.count == 4, let line = Int(parts[0]), let column = Int(parts[1]) else { continue }
            let said = Answer.Diagnostic(line: line, column: column, message: parts[3].trimmingCharacters(in: .whitespaces))
            if parts[2] == " error", !answer.errors.contains(said) { answer.errors.append(said) }
            if parts[2] == " warning", answer.warnings?.contains(said) != true { answer.warnings = (answer.warnings ?? []) + [said] }
        }
        answer.isFinished = compiled.status == 0
        if compiled.status != 0 && answer.errors.isEmpty { answer.failure = compiled.errors }
        return answer
    }

    /// Runs what was compiled in a folder.
    static func run(in folder: URL, _ arguments: [String] = []) throws -> Answer {
        // Unbuffered, or what it printed before a trap would be lost.
        let path = folder.appendingPathComponent("main").path
        let ran = try execute("/usr/bin/stdbuf", ["-o0", path] + arguments, environment: ["SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin"], seconds: runLimit)
        var answer = Answer()
        answer.printed = ran.output
        answer.isFinished = ran.status == 0
        if ran.status != 0 { answer.failure = ran.isLate ? "it did not end within \(Int(runLimit)) seconds" : message(ran.errors) }
        return answer
    }

    /// A program that runs longer is taken for one that never ends.
    private static let runLimit = 60.0

    /// The wording of a run-time failure, as `// trap:` has it: without the place, the addresses and "Fatal error: ".
    private static func message(_ errors: String) -> String {
        var line = errors.components(separatedBy: "\n")[0]
        if let place = line.range(of: #"^\S+:\d+: "#, options: .regularExpression) { line.removeSubrange(place) }
        line = line.replacingOccurrences(of: #"^Simultaneous accesses to 0x[0-9a-f]+"#, with: "Simultaneous accesses", options: .regularExpression)
        line = line.replacingOccurrences(of: #" \(0x[0-9a-f]+\)"#, with: "", options: .regularExpression)
        if line.isEmpty { return "arithmetic overflow" }
        return line.hasPrefix("Fatal error: ") ? String(line.dropFirst("Fatal error: ".count)) : line
    }

    private static func execute(
        _ path: String, _ arguments: [String], environment: [String: String]? = nil, seconds: Double = 60
    ) throws -> (status: Int32, output: String, errors: String, isLate: Bool) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files instead of pipes: a program may print more than a pipe holds.
        let (output, errors) = (folder.appendingPathComponent("output"), folder.appendingPathComponent("errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let environment { process.environment = environment }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        // What is started is `stdbuf`, which becomes the program.
        let identifier = process.processIdentifier, isLate = Mutex(false)
        let watch = DispatchWorkItem {
            isLate.withLock { $0 = true }
            kill(identifier, SIGKILL)
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watch)
        process.waitUntilExit()
        watch.cancel()
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return (status, try text(output), try text(errors), isLate.withLock { $0 })
    }
    private static func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }

    /// FNV-1a in two lanes: 128 bits.
    private static func hash(_ text: String) -> String {
        var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142)
        for byte in text.utf8 {
            first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
            second = (second ^ UInt64(byte ^ 0x5A)) &* 0x100_0000_01B3
        }
        return String(first, radix: 16) + String(second, radix: 16)
    }
}
