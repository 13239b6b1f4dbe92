import CTimer
import Foundation

/// Whose turn it is at the post. A thread that leaves for a cell is back, as a rule, before its relief has woken, and takes its place again; the relief comes where the cell takes longer.
// The lock guards what changes.
package final class Shift: @unchecked Sendable {
    private let timer: Int32
    private let lock = NSLock()
    private var isTaken = false

    /// How long a place may be empty.
    static let gap = Duration.milliseconds(1)

    package init() throws(ConnectionError) {
        timer = engram_timer_open()
        guard timer >= 0 else { throw .socket(endpoint: "a timer", reason: String(cString: strerror(errno))) }
    }

    deinit { close(timer) }

    /// Returns when the place is the calling thread's.
    package func begin() {
        while !takes() { engram_timer_wait(timer) }
    }

    private func takes() -> Bool {
        lock.withLock {
            guard !isTaken else { return false }
            isTaken = true
            set(nil)
            return true
        }
    }

    /// Leaves the place. The relief wakes after so long, unless somebody has taken it before.
    package func end(relief: Duration) {
        lock.withLock {
            isTaken = false
            set(relief)
        }
    }

    /// Wakes the relief now if the place is empty.
    package func callRelief() {
        lock.withLock { if !isTaken { set(.zero) } }
    }

    private func set(_ time: Duration?) { engram_timer_set(timer, time.map { max(1, Int64($0 / .nanoseconds(1))) } ?? 0) }
}
