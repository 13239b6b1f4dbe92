import Dispatch
import Glibc
import Linear
import Synchronization

/// Threads of our own over independent pieces of work, with BLAS single-threaded inside each.
///
/// A piece always does the same sums in the same order, so what is done here does not depend on the number of threads.
enum Workers {
    /// As many as BLAS would use.
    static var count: Int { max(1, OpenBLAS.threads) }

    /// Calls `work(worker, piece)` once for each piece, with `worker` below `count`; pieces of one worker run one after the other.
    ///
    /// - Parameter progress: told how many pieces were begun, from the calling thread, before each of its own pieces; what it throws stops the rest and is thrown.
    static func run(
        _ count: Int, pieces: Int, progress: @escaping (Int) throws -> Void, _ work: @escaping (_ worker: Int, _ piece: Int) -> Void
    ) throws {
        let next = Atomic<Int>(0)
        let caller = pthread_self()
        var failure: (any Error)?
        OpenBLAS.withThreads(1) {
            withUnsafeMutablePointer(to: &failure) { failure in
                // All three are used only until concurrentPerform returns: `work` by every thread, as this function is documented to do,
                // `progress` and `failure` by the calling thread alone.
                nonisolated(unsafe) let (work, progress, failure) = (work, progress, failure)
                DispatchQueue.concurrentPerform(iterations: min(count, max(pieces, 1))) { worker in
                    while true {
                        let piece = next.add(1, ordering: .relaxed).oldValue
                        guard piece < pieces else { return }
                        if pthread_equal(pthread_self(), caller) != 0 {
                            do {
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
        if let failure { throw failure }
    }
}
