import Dispatch
import Display
import Foundation
import Synchronization
import Workspace

/// A session run as the kernel runs one, on a thread with a large stack of its own, with whatever a cell did told in one value.
final class HardSession: Sendable {
    struct Outcome: Sendable {
        var printed = ""
        /// The checker's errors.
        var errors: [String] = []
        /// Why it stopped while it ran.
        var failure: String?
        var isInterrupt = false
        /// What the thread has worked for it.
        var seconds = 0.0
        /// It was interrupted before the checker was done with it.
        var isUnchecked = false
        var isFinished: Bool { errors.isEmpty && failure == nil }
        /// What a notebook shows under the cell, in one line.
        var message: String { failure ?? errors.first ?? "" }
    }

    // Unchecked: only the thread uses `session`, but for `interrupt`, which may come from any.
    private final class Work: @unchecked Sendable {
        let condition = NSCondition()
        var waiting: [@Sendable (Session) -> Void] = []
        var isOver = false
        var session: Session?
    }
    private let work = Work()

    /// - Parameter memoryLimit: what the process may hold; nil for the usual half of the machine.
    init(memoryLimit: Int? = nil) {
        let thread = Thread { [work] in
            let session = Session()
            if let memoryLimit { session.memoryLimit = memoryLimit }
            work.condition.withLock {
                work.session = session
                work.condition.broadcast()
            }
            while let next = Self.next(work) { next(session) }
            work.condition.withLock { work.session = nil }
        }
        thread.stackSize = 512 << 20
        thread.start()
        work.condition.withLock { while work.session == nil { work.condition.wait() } }
    }

    deinit {
        work.condition.withLock {
            work.isOver = true
            work.condition.broadcast()
        }
    }

    private static func next(_ work: Work) -> (@Sendable (Session) -> Void)? {
        work.condition.withLock {
            while work.waiting.isEmpty, !work.isOver { work.condition.wait() }
            return work.waiting.isEmpty ? nil : work.waiting.removeFirst()
        }
    }

    /// Does something with the session on its thread.
    func with<Result: Sendable>(_ body: @escaping @Sendable (Session) -> Result) -> Result {
        let result = Mutex<Result?>(nil)
        let done = DispatchSemaphore(value: 0)
        work.condition.withLock {
            work.waiting.append { session in
                let value = body(session)
                result.withLock { $0 = value }
                done.signal()
            }
            work.condition.broadcast()
        }
        done.wait()
        // The semaphore is signalled after the value is set.
        return result.withLock { $0! }
    }

    /// Runs a cell. Of what it prints the first 100,000 bytes are kept.
    func run(_ cell: String) -> Outcome { with { Self.run(cell, in: $0) } }

    static func run(_ cell: String, in session: Session) -> Outcome {
        var result = Outcome()
        let start = threadSeconds
        let outcome = session.run(cell, name: "cell") { output in
            if case .stream(.standardOutput, let text) = output, result.printed.utf8.count < 100_000 { result.printed += text }
        }
        switch outcome {
        case .finished: break
        case .rejected(let problems, let cell):
            result.errors = problems.filter { $0.severity == "error" }.map(\.message)
            // As the kernel words them for the notebook.
            for problem in problems { _ = problem.lines(in: cell) }
        case .failed(let failure):
            (result.failure, result.isInterrupt) = (failure.message, failure.isInterrupt)
            result.isUnchecked = failure.isInterrupt && failure.place == nil
            _ = failure.traceback
        }
        result.seconds = threadSeconds - start
        return result
    }

    private static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Whether the next cell runs.
    var isAlive: Bool { run("print(\"ali\" + \"ve\")").printed == "alive\n" }

    func interrupt() { work.condition.withLock { work.session }?.interrupt() }

    /// Runs a cell, interrupts it after some seconds, and tells how long it then went on.
    func interrupt(_ cell: String, after delay: Double) -> (outcome: Outcome, seconds: Double) {
        let asked = Mutex<ContinuousClock.Instant?>(nil)
        let done = DispatchSemaphore(value: 0)
        DispatchQueue.global(qos: .userInteractive).asyncAfter(deadline: .now() + delay) {
            asked.withLock { $0 = .now }
            self.interrupt()
            done.signal()
        }
        let outcome = run(cell)
        let ended = ContinuousClock.now
        // The cell may have ended before anyone asked.
        done.wait()
        let seconds = asked.withLock { $0.map { (ended - $0) / .seconds(1) } } ?? -1
        // One that ended by itself must not stop the next.
        with { $0.clearInterrupt() }
        return (outcome, seconds)
    }
}
