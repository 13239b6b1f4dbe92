import Dispatch
import Synchronization

/// Stops a cell that outgrows the session's memory limit little by little, as `while true { list.append(0) }` does: no single allocation of it is large
/// enough for `Machine.reserve` to refuse.
///
/// A timer looks at the process while a cell runs, and raises the machine's stop flag. What the session held when the cell began is not held against it. Between cells the timer goes on
/// for a while: to start and stop it for each would cost a small cell more than all else.
// Unchecked: the timer is resumed and suspended under the lock that guards the rest.
final class MemoryWatch: @unchecked Sendable {
    private struct State {
        /// Bytes beyond which the running cell is stopped; nil between cells.
        var bound: Int?
        var wasExceeded = false
        var isTicking = false
        /// Ticks since the last cell.
        var idle = 0
    }
    private let state = Mutex(State())
    private let timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
    private static let interval = DispatchTimeInterval.milliseconds(50)
    /// A cell may use this much more than before it without being asked about the limit.
    private static let slack = 64 << 20
    private static let idleLimit = 20

    /// - Parameter stop: raises the stop flag.
    init(stop: @escaping @Sendable () -> Void) {
        timer.setEventHandler { [weak self] in
            self?.state.withLock { state in
                if state.bound == nil { self?.rest(&state) }
                guard let bound = state.bound, !state.wasExceeded, Pages.resident() > bound else { return }
                state.wasExceeded = true
                stop()
            }
        }
    }

    deinit {
        // A source must not be released while it is suspended.
        timer.cancel()
        if !state.withLock(\.isTicking) { timer.resume() }
    }

    private func rest(_ state: inout State) {
        state.idle += 1
        guard state.idle > Self.idleLimit else { return }
        state.isTicking = false
        timer.suspend()
    }

    /// Watches while `body` runs.
    func during<Result>(limit: Int, _ body: () throws -> Result) rethrows -> Result {
        let bound = max(limit, Pages.resident() + Self.slack)
        state.withLock { state in
            (state.bound, state.wasExceeded, state.idle) = (bound, false, 0)
            guard !state.isTicking else { return }
            state.isTicking = true
            timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval, leeway: .milliseconds(10))
            timer.resume()
        }
        defer {
            let wasExceeded = state.withLock { state in
                defer { (state.bound, state.wasExceeded) = (nil, false) }
                return state.wasExceeded
            }
            // What the cell let go of goes back to the system, or the next cells would be taken for as large.
            if wasExceeded { Pages.trim() }
        }
        return try body()
    }

    var wasExceeded: Bool { state.withLock { $0.wasExceeded } }
}
