import Foundation

/// The thread that answers completion, inspection and history beside a running cell. The condition guards the queue.
final class Aside: @unchecked Sendable {
    private let engine: any Engine
    private let mail: Correspondence
    private let condition = NSCondition()
    private var queue: [Request] = []
    private var isOver = false

    init(engine: any Engine, mail: Correspondence) { (self.engine, self.mail) = (engine, mail) }

    func start() {
        // The parser descends into deep nesting, too.
        startThread(named: "aside", stack: 64 << 20) {
            while let request = self.next() { self.mail.bracket(request) { self.reply(to: request) } }
        }
    }

    func enqueue(_ request: Request) {
        condition.withLock {
            queue.append(request)
            condition.signal()
        }
    }

    func stop() {
        condition.withLock {
            isOver = true
            condition.signal()
        }
    }

    private func next() -> Request? {
        condition.withLock {
            while queue.isEmpty, !isOver { condition.wait() }
            return isOver ? nil : queue.removeFirst()
        }
    }

    private func reply(to request: Request) -> Reply? {
        let place = PlaceRequest(request.message)
        switch request.type {
        case .complete: return .completion(engine.complete(place.code, cursor: place.cursor))
        case .inspect: return .inspection(engine.inspect(place.code, cursor: place.cursor, detail: place.detail))
        case .isComplete: return .completeness(engine.isComplete(place.code))
        case .history:
            guard let query = HistoryQuery(request.message.content) else {
                return .failure(ExecutionFailure(name: "BadRequest", message: "hist_access_type must be tail, range or search", traceback: []), count: nil)
            }
            return .history(engine.history(query), output: query.output)
        default: return nil
        }
    }
}
