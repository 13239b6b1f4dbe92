import Dispatch

/// Library routines that take long and cannot be stopped half-way.
///
/// They run on a thread of their own while the calling thread asks every 10 ms whether to stop. If so, the call throws at once and the routine is left to
/// itself: it owns its memory, and its result is thrown away when it ends. Nobody listening to `Progress`, or little work, costs no thread.
enum Abandonable {
    /// Below this many floating-point operations, a few milliseconds of work, the routine is simply called.
    private static let little = 5e7

    /// The result of `body`, which takes about `operations` floating-point operations.
    static func run<Result: Sendable>(operations: Double, _ body: @escaping @Sendable () -> Result) throws -> Result {
        guard operations > little, Progress.isObserved else { return body() }
        let outcome = Outcome<Result>()
        DispatchQueue.global().async {
            outcome.result = body()
            outcome.done.signal()
        }
        while outcome.done.wait(timeout: .now() + .milliseconds(10)) == .timedOut { try Progress.check() }
        guard let result = outcome.result else { preconditionFailure("the semaphore is signalled after the result is set") }
        return result
    }

    // The semaphore orders the one write before the one read.
    private final class Outcome<Result>: @unchecked Sendable {
        let done = DispatchSemaphore(value: 0)
        var result: Result?
    }
}
