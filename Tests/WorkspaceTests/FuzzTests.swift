import Dispatch
import Foundation
import Synchronization
import Testing
import Workspace

/// Broken cells must be refused, or run, or stop with an error: never end the process.
///
/// `ENGRAM_FUZZ=100000` tries so many, `ENGRAM_FUZZ_SEED=7` others, `ENGRAM_FUZZ_JOBS=2` on so many threads. With `ENGRAM_FUZZ_LOG=file` the cells of the session under way are in that file, so that after
/// a crash they can be tried again: `ENGRAM_FUZZ_REPLAY=file` runs a file of cells one by one, whatever becomes of them, and tells what did.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// So many cells share a session.
    private static let sessionLength = 1_000
    private static let separator = "\n// --- \n"

    @Test func brokenCellsDoNotEndTheSession() throws {
        let count = Self.environment["ENGRAM_FUZZ"].flatMap(Int.init) ?? 2_000
        let seed = Self.environment["ENGRAM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        let jobs = Self.environment["ENGRAM_FUZZ_JOBS"].flatMap(Int.init) ?? 1
        let files = CellFile.all.map { $0.cells.map(\.text) }
        let tallies = Mutex<[Tally]>([])
        let troubles = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: jobs) { job in
            do {
                // Each has its own part of the cells; the first job's are those of a single one.
                let tally = try Self.run(count / jobs + (job < count % jobs ? 1 : 0), seed: seed &+ UInt64(job) &* 1_000_003, files, log: job) { trouble in
                    troubles.withLock { $0.append(trouble) }
                }
                tallies.withLock { $0.append(tally) }
            } catch {
                troubles.withLock { $0.append("\(error)") }
            }
        }
        for trouble in troubles.withLock({ $0 }) { Issue.record(Comment(rawValue: trouble)) }
        let sum = tallies.withLock { $0.reduce(Tally(), +) }
        if count != 2_000 { print("\(count) cells: \(sum)") }
        // Most broken cells are refused, and some still run: else the mutations would try nothing.
        #expect(sum.refused > count / 4 && sum.finished > count / 50)
    }

    /// What became of the cells.
    private struct Tally {
        var finished = 0, refused = 0, failed = 0, interrupted = 0, asked = 0
        /// The longest that a thread worked on one, of those that were not interrupted while they ran.
        var slowest = 0.0
        static func + (a: Tally, b: Tally) -> Tally {
            Tally(
                finished: a.finished + b.finished, refused: a.refused + b.refused, failed: a.failed + b.failed, interrupted: a.interrupted + b.interrupted,
                asked: a.asked + b.asked, slowest: max(a.slowest, b.slowest))
        }
    }

    /// What the checker, or the end of a cell that is interrupted, may take of a thread's time for a cell of a few kilobytes.
    private static let patience = 2.0
    private static let slowLimit = 5.0

    private static func run(_ count: Int, seed: UInt64, _ files: [[String]], log number: Int, _ report: (String) -> Void) throws -> Tally {
        var mutator = Mutator(seed: seed, files: files)
        let log = environment["ENGRAM_FUZZ_LOG"].map { URL(fileURLWithPath: number == 0 ? $0 : "\($0).\(number)") }
        let (quick, slow) = (Watch(), Watch(milliseconds: Int(slowLimit * 1_000)))
        defer {
            quick.end()
            slow.end()
        }
        var tally = Tally()
        var left = count
        while left > 0 {
            let cells = mutator.session(of: min(left, sessionLength))
            left -= cells.count
            if let log { try Data().write(to: log) }
            let session = HardSession(memoryLimit: 4 << 30)
            for (index, cell) in cells.enumerated() {
                if let log { try append(cell, to: log) }
                quick.begin(cell, session)
                var outcome = session.run(cell), allowed = patience
                quick.end(session)
                if outcome.isUnchecked {
                    // Not checked in time: given more of it, is it only slow?
                    slow.begin(cell, session)
                    outcome = session.run(cell)
                    slow.end(session)
                    if outcome.isInterrupt, !outcome.isUnchecked { allowed += slowLimit }
                }
                if outcome.seconds > 0.5, !outcome.isInterrupt, count > 2_000 { print("\(outcome.seconds) seconds for \(cell.utf8.count) bytes: \(cell)") }
                if outcome.seconds > allowed {
                    report("\(outcome.seconds) seconds for \(cell.utf8.count) bytes:\n\(cell)")
                }
                if outcome.isInterrupt {
                    tally.interrupted += 1
                } else {
                    tally.slowest = max(tally.slowest, outcome.seconds)
                    if outcome.failure != nil { tally.failed += 1 } else if outcome.isFinished { tally.finished += 1 } else { tally.refused += 1 }
                }
                if index % 5 == 0 {
                    tally.asked += 1
                    let cursor = mutator.place(in: cell.unicodeScalars.count), isCompleted = index % 10 == 0
                    session.with { session in
                        _ = Assistance.completeness(of: cell)
                        if isCompleted { _ = session.assistance.complete(cell, cursor: cursor) } else { _ = session.assistance.explain(cell, cursor: cursor) }
                    }
                }
            }
            // A cell of literals, for the others may have given every name another meaning.
            if !session.run("let alive = [1, 2]").isFinished { report("the session is dead: seed \(seed), \(left) cells before the end") }
            if count >= 20_000, left / 10_000 != (left + cells.count) / 10_000 { print("\(left) of job \(number) to go: \(tally)") }
        }
        return tally
    }

    /// Cells cut at any place, as they stand while they are typed: completion and inspection answer, and the session is as it was.
    @Test func halfTypedCellsCanBeAskedAbout() throws {
        // The other test asks about a fifth of its cells.
        let all = Self.environment["ENGRAM_FUZZ"].flatMap(Int.init) ?? 2_000, count = all > 20_000 ? all / 20 : all / 2
        let seed = Self.environment["ENGRAM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        var mutator = Mutator(seed: seed, files: CellFile.all.map { $0.cells.map(\.text) })
        let log = Self.environment["ENGRAM_FUZZ_LOG"].map { URL(fileURLWithPath: $0 + ".asked") }
        let session = HardSession()
        var answers = 0
        for number in 0 ..< count {
            let (text, cursor) = mutator.halfTyped()
            if let log { try Data("\(cursor)\n\(text)".utf8).write(to: log) }
            let found = session.with { session in
                let found = session.assistance.complete(text, cursor: cursor)
                return (session.assistance.explain(text, cursor: cursor) == nil ? 0 : 1) + (found.suggestions.isEmpty ? 0 : 1)
            }
            answers += found
            if number % 100 == 99 {
                let outcome = session.run("print([0.5, 1.5].map { String($0 * 2) }.joined(separator: \" \"))")
                #expect(outcome.printed == "1.0 3.0\n", "seed \(seed), before question \(number)")
            }
        }
        #expect(answers > count / 10)
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
