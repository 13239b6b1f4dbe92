import Foundation

/// How much all session files together may take; what is above that is given back by forgetting old states, those of the notebooks first that were not used for longest.
package struct Budget {
    /// Bytes: `$ENGRAM_SESSION_BUDGET`, as in `20GB`; else 10 GB.
    package let bytes: Int
    /// Where the heap of a life at work ends when it is next looked at.
    private var next = 0

    private static let standard = 10_000_000_000

    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        bytes = environment["ENGRAM_SESSION_BUDGET"].flatMap(Self.bytes) ?? Self.standard
    }

    package init(bytes: Int) { self.bytes = bytes }

    /// `500MB`, `20 GB`, or a plain number of bytes; nil for what is none.
    package static func bytes(_ text: String) -> Int? {
        let units = ["": 1.0, "B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12]
        let trimmed = text.filter { $0 != " " && $0 != "_" }.uppercased()
        let digits = trimmed.prefix { $0.isNumber || $0 == "." }
        guard let number = Double(digits), let unit = units[String(trimmed.dropFirst(digits.count))], number * unit < 1e18 else { return nil }
        return Int(number * unit)
    }

    /// After a commit: forgets old states of this file when it alone has outgrown the budget.
    package mutating func tidy(_ heap: PieceHeap, _ store: SessionStore, keeping states: Set<Int>) {
        guard heap.length >= next else { return }
        // Not at each commit: the files are measured anew when an eighth of the budget has come to them.
        defer { next = heap.length + max(bytes / 8, 1 << 20) }
        // Where another kernel works on the file, or it cannot be written, it stays as it is: the next time comes.
        guard next > 0, store.size > bytes, (try? store.isInUse(besides: heap.life)) == false else { return }
        try? store.prune(to: bytes / 2, keeping: states, heap: heap)
    }

    /// Forgets old states of notebooks that are not in use, the last used first spared, until all files together fit. Returns how many bytes came free.
    @discardableResult
    package func tidy(_ directory: String) -> Int {
        let files = SessionFile.names(in: directory).map { (path: $0, size: SessionFile.size($0), used: SessionFile.lastUse($0)) }.sorted { $0.used < $1.used }
        let before = files.reduce(0) { $0 + $1.size }
        var total = before
        for file in files where total > bytes {
            guard let store = try? SessionStore(path: file.path), (try? store.isInUse()) == false else { continue }
            try? store.prune(to: max(0, file.size - (total - bytes)))
            try? store.shrink()
            total += SessionFile.size(file.path) - file.size
        }
        return before - total
    }
}
