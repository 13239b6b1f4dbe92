import Dispatch
import Display
import Synchronization

/// Collects what a cell prints, so that many small prints cost few hand-overs. What has waited for `delay` is handed over by a timer, so that a line is seen
/// while the cell that printed it goes on.
// Unchecked: the lock guards everything that changes. It is held while text is handed over, so that the order of the texts is kept; who takes them must not print.
final class OutputBuffer: @unchecked Sendable {
    private let lock = Mutex(())
    private var sink: (Output.Stream, String) -> Void = { _, _ in }
    private var stream = Output.Stream.standardOutput
    private var text = ""
    private var isTimed = false

    private static let size = 1 << 14
    private static let delay = DispatchTimeInterval.milliseconds(10)
    // Not a global queue, which long library calls may keep busy.
    private static let timers = DispatchQueue(label: "output")

    /// Where the texts go.
    var output: (Output.Stream, String) -> Void {
        get { lock.withLock { _ in sink } }
        set { lock.withLock { _ in sink = newValue } }
    }

    func write(_ new: String, to stream: Output.Stream) {
        let wantsTimer = lock.withLock { _ in
            if stream != self.stream { handOver() }
            self.stream = stream
            text += new
            if text.utf8.count >= Self.size { handOver() }
            if isTimed || text.isEmpty { return false }
            isTimed = true
            return true
        }
        guard wantsTimer else { return }
        Self.timers.asyncAfter(deadline: .now() + Self.delay) { [weak self] in
            guard let self else { return }
            lock.withLock { _ in
                isTimed = false
                handOver()
            }
        }
    }

    func flush() { lock.withLock { _ in handOver() } }

    private func handOver() {
        guard !text.isEmpty else { return }
        let whole = text
        text = ""
        sink(stream, whole)
    }
}

extension Machine {
    /// Writes to the cell's output.
    package func write(_ text: String, to stream: Output.Stream = .standardOutput) { buffer.write(text, to: stream) }

    /// Hands over what has been collected. The cell's end does it; a display in between must do it to keep the order.
    package func flush() { buffer.flush() }
}
