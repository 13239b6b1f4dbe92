import Display
import Foundation

/// Where a cell that asked for a line waits for it. The lock guards everything that changes.
final class InputBox: @unchecked Sendable {
    private enum State: Equatable {
        case closed
        /// The ids of the request whose cell asks, and of the question.
        case waiting(request: String, question: String)
        case answered(String)
    }

    private let condition = NSCondition()
    private var state = State.closed
    private var interrupted = false

    /// Waits for the answer to what `ask` sends; it returns the question's id.
    func wait(for request: String, ask: () -> String) throws(InputFailure) -> String {
        condition.lock()
        defer { condition.unlock() }
        // Answers that came before are for questions long gone.
        state = .waiting(request: request, question: ask())
        defer { state = .closed }
        while true {
            if interrupted { throw .interrupted }
            if case .answered(let text) = state {
                if text == "\u{4}" { throw .endOfFile }
                return text
            }
            condition.wait()
        }
    }

    /// An answer came. Its parent is the question, as JupyterLab has it, or the request, and some clients name none; an answer to another question is dropped.
    func deliver(_ text: String, parent: String?) {
        condition.withLock {
            guard case .waiting(let request, let question) = state, parent == nil || parent == question || parent == request else { return }
            state = .answered(text)
            condition.broadcast()
        }
    }

    func interrupt() {
        condition.withLock {
            interrupted = true
            condition.broadcast()
        }
    }

    /// Between two cells.
    func reset() { condition.withLock { interrupted = false } }
}
