import Foundation

/// One line of output: what was measured, how long it took, and the values by which its answer is checked.
struct Measurement {
    var bench: String
    var parameters: [String: Any]
    var seconds: [Double]
    var check: [String: Any]
    var extra: [String: Any] = [:]

    /// Runs `body` `repeats` times; keeps each time and the last result.
    static func time<Result>(_ repeats: Int, _ body: () throws -> Result) rethrows -> (result: Result, seconds: [Double]) {
        let clock = ContinuousClock()
        var seconds: [Double] = []
        while true {
            let start = clock.now
            let result = try body()
            let (whole, atto) = (clock.now - start).components
            seconds.append(Double(whole) + Double(atto) * 1e-18)
            if seconds.count >= repeats { return (result, seconds) }
        }
    }

    var median: Double { seconds.sorted()[seconds.count / 2] }

    func emit() throws {
        var row: [String: Any] = [
            "bench": bench, "params": parameters, "peer": "engram", "wall_s": median, "wall_s_min": seconds.min() ?? 0, "wall_s_max": seconds.max() ?? 0,
            "repeats": seconds.count, "check": check, "machine": Self.machine, "commit": Self.commit,
        ]
        row.merge(extra) { $1 }
        let line = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys, .withoutEscapingSlashes])
        print(String(decoding: line, as: UTF8.self))
    }

    /// The processor's name, from the system's own description.
    private static let machine: String = {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        return "\(model ?? "unknown"), \(ProcessInfo.processInfo.activeProcessorCount) processors"
    }()

    /// The commit that the working directory is at; "unknown" outside a checkout.
    private static let commit: String = {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "rev-parse", "--short", "HEAD"]
        let pipe = Pipe()
        git.standardOutput = pipe
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return "unknown" }
        let answer = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        git.waitUntilExit()
        return answer.isEmpty ? "unknown" : answer
    }()
}
