import Dispatch
import Foundation
import Synchronization
import Testing
import Workspace

/// Broken cells must be refused, or run, or stop with an error: never end the process.
///
/// `ENGRAM_FUZZ=100000` tries so many, `ENGRAM_FUZZ_SEED=7` others. With `ENGRAM_FUZZ_LOG=file` the cells of the session under way are in that file, so that after
/// a crash they can be tried again: `ENGRAM_FUZZ_REPLAY=file` runs a file of cells one by one, whatever becomes of them, and tells what did.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// So many cells share a session.
    private static let sessionLength = 1_000
    private static let separator = "\n// --- \n"

    @Test func brokenCellsDoNotEndTheSession() throws {
        let count = Self.environment["ENGRAM_FUZZ"].flatMap(Int.init) ?? 2_000
        let seed = Self.environment["ENGRAM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        var mutator = Mutator(seed: seed, files: CellFile.all.map { $0.cells.map(\.text) })
        let log = Self.environment["ENGRAM_FUZZ_LOG"].map(URL.init(fileURLWithPath:))
        let watch = Watch()
        defer { watch.end() }
        let asked = Session()
        var counts = (finished: 0, refused: 0, failed: 0, interrupted: 0)
        var left = count
        while left > 0 {
            let cells = mutator.session(of: min(left, Self.sessionLength))
            left -= cells.count
            if let log { try Data().write(to: log) }
            let session = HardSession(memoryLimit: 4 << 30)
            for (index, cell) in cells.enumerated() {
                if let log { try Self.append(cell, to: log) }
                watch.begin(cell, session)
                let outcome = session.run(cell)
                watch.end(session)
                if outcome.isInterrupt {
                    counts.interrupted += 1
                } else if outcome.failure != nil {
                    counts.failed += 1
                } else if outcome.isFinished {
                    counts.finished += 1
                } else {
                    counts.refused += 1
                }
                _ = Assistance.completeness(of: cell)
                if index % 10 == 0 {
                    let cursor = cell.unicodeScalars.count / 2
                    _ = asked.assistance.complete(cell, cursor: cursor)
                    _ = asked.assistance.explain(cell, cursor: cursor)
                }
            }
            // A cell of literals, for the others may have given every name another meaning.
            #expect(session.run("let alive = [1, 2]").isFinished, "seed \(seed), \(left) cells before the end")
        }
        if count != 2_000 { print("\(count) cells: \(counts)") }
        // Most broken cells are refused, and some still run: else the mutations would try nothing.
        #expect(counts.refused > count / 4 && counts.finished > count / 50)
    }

    private static func append(_ cell: String, to file: URL) throws {
        let handle = try FileHandle(forWritingTo: file)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data((cell + separator).utf8))
        try handle.close()
    }

    @Test(.enabled(if: environment["ENGRAM_FUZZ_REPLAY"] != nil)) func replay() throws {
        let file = URL(fileURLWithPath: Self.environment["ENGRAM_FUZZ_REPLAY"]!)
        let cells = String(decoding: try Data(contentsOf: file), as: UTF8.self).components(separatedBy: Self.separator)
        let session = HardSession(memoryLimit: 4 << 30)
        let watch = Watch(milliseconds: 2_000)
        defer { watch.end() }
        let out = URL(fileURLWithPath: file.path + ".out")
        try Data().write(to: out)
        for (index, cell) in cells.enumerated() {
            watch.begin(cell, session)
            try Self.append("\(index): \(cell.prefix(200))", to: out)
            let start = ContinuousClock.now
            let outcome = session.run(cell)
            watch.end(session)
            try Self.append("= \((ContinuousClock.now - start) / .milliseconds(1)) ms; \(outcome.printed.prefix(300))\(outcome.message.prefix(600))", to: out)
        }
    }

    /// Interrupts a cell that runs for too long; one that does not heed it either hangs the kernel, and so ends the tests with its text.
    private final class Watch: Sendable {
        private struct State: Sendable {
            var cell = ""
            var session: HardSession?
            var since = ContinuousClock.now
            var isOver = false
        }
        private let state = Mutex(State())

        init(milliseconds: Int = 30) {
            Thread.detachNewThread { [weak self] in
                while let self, !self.look(.milliseconds(milliseconds)) { usleep(5_000) }
            }
        }

        private func look(_ limit: Duration) -> Bool {
            state.withLock { state in
                guard let session = state.session else { return state.isOver }
                let time = ContinuousClock.now - state.since
                if time > limit { session.interrupt() }
                if time > .seconds(60) {
                    FileHandle.standardError.write(Data("this cell does not end:\n\(state.cell)\n".utf8))
                    abort()
                }
                return state.isOver
            }
        }

        func begin(_ cell: String, _ session: HardSession) { state.withLock { ($0.cell, $0.session, $0.since) = (cell, session, .now) } }
        func end(_ session: HardSession) {
            state.withLock { $0.session = nil }
            session.with { $0.clearInterrupt() }
        }
        func end() { state.withLock { $0.isOver = true } }
    }
}
