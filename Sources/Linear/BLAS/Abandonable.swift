import Dispatch
import Glibc
import Synchronization

/// Library routines that take long and cannot be stopped half-way.
///
/// They run on a thread of their own while the calling thread asks every 10 ms whether to stop. If so, the call throws at once and the routine is left to
/// itself: it owns its memory, and its result is thrown away when it ends. At most `limit` that nobody waits for run at a time; the next call begins, and can be stopped, when one of
/// them has ended. Nobody listening to `Progress`, or little work, costs no thread.
package enum Abandonable {
    /// Below this many floating-point operations, a few milliseconds of work, the routine is simply called.
    private static let little = 5e7
    private static let limit = 3
    private static let left = Atomic<Int>(0)

    /// How many routines run that nobody waits for.
    package static var abandoned: Int { left.load(ordering: .relaxed) }

    /// The result of `body`, which takes about `operations` floating-point operations.
    package static func run<Result: Sendable>(operations: Double, _ body: @escaping @Sendable () throws -> Result) throws -> Result {
        try run(operations: operations) { (_: @escaping () -> Bool) throws -> Result in try body() }
    }

    /// The result of a routine of which no error is known; `otherwise` if the call should stop, for which see `Progress.isStopped`.
    package static func value<Result: Sendable>(operations: Double, otherwise: @autoclosure () -> Result, _ body: @escaping @Sendable () -> Result) -> Result {
        do { return try run(operations: operations, body) } catch { return otherwise() }
    }

    /// The same for a routine of several steps: between them it may ask whether anybody still waits for it.
    package static func run<Result: Sendable>(
        operations: Double, _ body: @escaping @Sendable (_ isAbandoned: @escaping () -> Bool) throws -> Result
    ) throws -> Result {
        guard operations > little, Progress.isObserved else { return try body { false } }
        while abandoned >= limit {
            try Progress.check()
            usleep(5000)
        }
        let call = Call<Result>()
        let limit = Threads.limit
        start {
            call.finish(Swift.Result { try Threads.withLimit(limit) { try body { call.isAbandoned } } })
        }
        while call.done.wait(timeout: .now() + .milliseconds(10)) == .timedOut {
            do { try Progress.check() } catch {
                if call.abandon() {
                    left.add(1, ordering: .relaxed)
                    _ = waitsAtExit
                }
                throw error
            }
        }
        guard let result = call.result else { preconditionFailure("the semaphore is signalled after the result is set") }
        return try result.get()
    }

    /// OpenBLAS gives its buffers back when the process exits, also those of a routine that is at work.
    private static let waitsAtExit = atexit { while Abandonable.abandoned > 0 { usleep(1000) } }

    // The semaphore orders the one write of the result before the one read.
    private final class Call<Value>: @unchecked Sendable {
        private enum State { case running, abandoned, finished }

        let done = DispatchSemaphore(value: 0)
        var result: Swift.Result<Value, any Error>?
        private let state = Mutex(State.running)

        var isAbandoned: Bool { state.withLock { $0 == .abandoned } }

        func finish(_ result: Swift.Result<Value, any Error>) {
            let wasAbandoned = state.withLock { state in
                defer { state = .finished }
                return state == .abandoned
            }
            if wasAbandoned {
                left.subtract(1, ordering: .relaxed)
            } else {
                self.result = result
            }
            done.signal()
        }

        /// False if it has just ended.
        func abandon() -> Bool {
            state.withLock { state in
                guard state == .running else { return false }
                state = .abandoned
                return true
            }
        }
    }

    /// Not on Dispatch's threads, whose number is small: others must not wait for a routine that nobody wants.
    private static func start(_ body: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 16 << 20)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        defer { pthread_attr_destroy(&attributes) }
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let failed = pthread_create(
            &thread, &attributes,
            { work in
                if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
        // Where there is no thread to be had, the call is one that cannot be stopped.
        if failed != 0 { work.takeRetainedValue().body() }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
