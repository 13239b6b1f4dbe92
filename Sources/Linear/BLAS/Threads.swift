import COpenBLAS
import Dispatch
import Glibc
import Synchronization

/// How many threads a calculation may use, and how it shares its work among them.
///
/// The number of threads changes no bit of a result: what a calculation is cut into depends on the shapes of its operands alone, and a piece does the same
/// sums in the same order whichever thread takes it. So the pieces are the same even where one thread takes them all.
package enum Threads {
    /// The name of the variable of the environment that sets `available`.
    package static let variable = "ENGRAM_THREADS"

    /// As many as `ENGRAM_THREADS` says; without it, or where it is no such number, as many as the system has processors for this process.
    package static let available: Int = {
        let processors = Self.processors
        guard let text = getenv(variable).map({ String(cString: $0) }), !text.isEmpty else { return processors }
        if let count = setting(text) { return count }
        let message = "engram: \(variable) is \"\(text)\", but must be a whole number from 1 to 1024; \(processors) is taken\n"
        _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
        return processors
    }()

    /// What a value of `ENGRAM_THREADS` means: a whole number from 1 to 1024. Nil of anything else.
    package static func setting(_ text: String) -> Int? { Int(text).flatMap { 1 ... 1024 ~= $0 ? $0 : nil } }

    // Bound for a scope and not for the process, so that calculations beside each other do not disturb one another. It also works on a plain thread:
    // outside a task the runtime keeps a task-local value in thread-local storage.
    @TaskLocal private static var bound: Int?

    /// As many as a calculation begun here may use.
    package static var limit: Int { bound ?? available }

    /// Runs `body` with another limit, at least 1, on the threads it begins.
    package static func withLimit<Result>(_ limit: Int, _ body: () throws -> Result) rethrows -> Result {
        try $bound.withValue(max(1, limit), operation: body)
    }

    /// Calls `work(worker, piece)` once for each piece, on as many threads as the limit allows, and returns when all are done. `worker` is below both the limit and the
    /// number of pieces; the pieces of one worker run one after the other. Inside, the limit is what this one leaves over, so that shares within shares take no more threads.
    package static func share(_ pieces: Int, _ work: (_ worker: Int, _ piece: Int) -> Void) {
        share(pieces, progress: { (_: Int) throws(Never) in }, work)
    }

    /// The same for a call that reports how far it is.
    ///
    /// - Parameter progress: told how many pieces were begun, on the calling thread, before all and before each of its own pieces; what it throws stops the rest and is thrown.
    package static func share<Failure: Error>(
        _ pieces: Int, progress: (_ begun: Int) throws(Failure) -> Void, _ work: (_ worker: Int, _ piece: Int) -> Void
    ) throws(Failure) {
        let limit = pieces <= 1 ? 1 : limit
        let workers = min(limit, pieces)
        if workers <= 1 {
            for piece in 0 ..< pieces {
                try progress(piece)
                work(0, piece)
            }
            return
        }
        // The others may take all pieces before the calling thread comes to one.
        try progress(0)
        let next = Atomic<Int>(0)
        let caller = pthread_self()
        var failure: Failure?
        withoutActuallyEscaping(work) { work in
            withoutActuallyEscaping(progress) { progress in
                withUnsafeMutablePointer(to: &failure) { failure in
                    // All three are used only until concurrentPerform returns: `work` by every thread, as this function is documented to do, `progress` and
                    // `failure` by the calling thread alone.
                    nonisolated(unsafe) let (work, progress, failure) = (work, progress, failure)
                    DispatchQueue.concurrentPerform(iterations: workers) { worker in
                        withLimit(limit / workers) {
                            let isCaller = pthread_equal(pthread_self(), caller) != 0
                            while true {
                                let piece = next.add(1, ordering: .relaxed).oldValue
                                guard piece < pieces else { return }
                                if isCaller {
                                    do throws(Failure) {
                                        try progress(piece)
                                    } catch {
                                        failure.pointee = error
                                        next.store(pieces, ordering: .relaxed)
                                        return
                                    }
                                }
                                work(worker, piece)
                            }
                        }
                    }
                }
            }
        }
        if let failure { throw failure }
    }

    /// The processors this process may run on, as OpenBLAS counts them.
    private static var processors: Int { max(1, Int(openblas_get_num_procs())) }
}
