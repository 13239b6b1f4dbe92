import Display
import Foundation

/// What the process takes of the machine, as the resource sidebar shows it.
struct Usage: Sendable {
    var cpuPercent: Double
    var memory: Int
    var total, available, free: Int

    var json: JSON {
        [
            "hostname": .string(Self.hostName), "pid": .integer(Int(getpid())), "kernel_cpu": .number(cpuPercent),
            "kernel_memory": .integer(memory), "cpu_count": .integer(ProcessInfo.processInfo.activeProcessorCount),
            "host_virtual_memory": [
                "total": .integer(total), "available": .integer(available), "free": .integer(free), "used": .integer(total - available),
                "percent": .number(total > 0 ? (Double(total - available) / Double(total) * 1000).rounded() / 10 : 0),
            ],
        ]
    }
}

extension Usage {
    /// Foundation's asks the name service, which may take seconds.
    fileprivate static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Measures use since the last question. Confined to the post's desk.
struct UsageMeter {
    private var lastTime = ContinuousClock.now
    private var lastSeconds = UsageMeter.processorSeconds

    mutating func measure() -> Usage {
        let (now, seconds) = (ContinuousClock.now, Self.processorSeconds)
        let elapsed = (now - lastTime) / .seconds(1)
        let percent = elapsed > 0 ? ((seconds - lastSeconds) / elapsed * 1000).rounded() / 10 : 0
        (lastTime, lastSeconds) = (now, seconds)
        let memory = Self.fields(of: "/proc/meminfo")
        let total = memory["MemTotal"] ?? Int(ProcessInfo.processInfo.physicalMemory / 1024)
        return Usage(
            cpuPercent: percent, memory: (Self.fields(of: "/proc/self/status")["VmRSS"] ?? 0) * 1024, total: total * 1024,
            available: (memory["MemAvailable"] ?? 0) * 1024, free: (memory["MemFree"] ?? 0) * 1024)
    }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The lines `Name:   123 kB` of such a file.
    private static func fields(of path: String) -> [String: Int] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
        var fields: [String: Int] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let word = parts[1].split(whereSeparator: \.isWhitespace).first, let value = Int(word) else { continue }
            fields[String(parts[0])] = value
        }
        return fields
    }
}
