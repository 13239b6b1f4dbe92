import Foundation

/// One line of output: what was measured, how long it took, and the values by which its answer is checked.
struct Measurement {
    var bench: String
    var parameters: [String: Any]
    /// Wall and processor time of each repeat. On a busy machine only the processor time of one thread compares.
    var times: [Time]
    var check: [String: Any]
    var extra: [String: Any] = [:]

    /// Runs `body` `repeats` times; keeps each time and the last result.
    static func time<Result>(_ repeats: Int, _ body: () throws -> Result) rethrows -> (result: Result, times: [Time]) {
        var times: [Time] = []
        while true {
            let start = Time.now()
            let result = try body()
            let end = Time.now()
            times.append(Time(wall: end.wall - start.wall, processor: end.processor - start.processor))
            if times.count >= repeats { return (result, times) }
        }
    }

    /// A point in time, or the distance of two, in seconds.
    struct Time {
        var wall: Double
        /// Of all threads of this process.
        var processor: Double

        static func now() -> Time {
            func seconds(_ clock: clockid_t) -> Double {
                var t = timespec()
                clock_gettime(clock, &t)
                return Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9
            }
            return Time(wall: seconds(CLOCK_MONOTONIC), processor: seconds(CLOCK_PROCESS_CPUTIME_ID))
        }
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    var wall: Double { Self.median(times.map(\.wall)) }
    var processor: Double { Self.median(times.map(\.processor)) }

    func emit() throws {
        var row: [String: Any] = [
            "bench": bench, "params": parameters, "peer": "engram", "wall_s": wall, "wall_s_min": times.map(\.wall).min() ?? 0,
            "wall_s_max": times.map(\.wall).max() ?? 0, "cpu_s": processor, "repeats": times.count, "check": check, "machine": Self.machine, "commit": Self.commit,
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
