import Display

/// The requests that the kernel answers, by the name they bear on the wire. The compiler lists every place that a new one needs.
enum RequestType: String, CaseIterable {
    case kernelInfo = "kernel_info_request"
    case execute = "execute_request"
    case complete = "complete_request"
    case inspect = "inspect_request"
    case isComplete = "is_complete_request"
    case history = "history_request"
    case commInfo = "comm_info_request"
    case commOpen = "comm_open"
    case commMessage = "comm_msg"
    case commClose = "comm_close"
    case interrupt = "interrupt_request"
    case shutdown = "shutdown_request"
    case usage = "usage_request"
}

struct ExecuteRequest {
    var code: String
    var silent: Bool
    var storeHistory: Bool
    var userExpressions: [(name: String, code: String)]
    var allowStdin: Bool
    var stopOnError: Bool
    var cellID: String?

    init(_ message: Message) {
        let content = message.content
        code = content["code"]?.string ?? ""
        silent = content["silent"]?.bool ?? false
        storeHistory = !silent && content["store_history"]?.bool ?? true
        userExpressions = (content["user_expressions"]?.members ?? []).map { ($0.key, $0.value.string ?? "") }
        allowStdin = content["allow_stdin"]?.bool ?? true
        stopOnError = content["stop_on_error"]?.bool ?? true
        cellID = message.metadata["cellId"]?.string
    }
}

/// A place in a text, as completion and inspection ask about it. The cursor is brought within the text.
struct PlaceRequest {
    var code: String
    var cursor: Int
    var detail: Int

    init(_ message: Message) {
        code = message.content["code"]?.string ?? ""
        let length = code.unicodeScalars.count
        cursor = min(max(message.content["cursor_pos"]?.integer ?? length, 0), length)
        detail = message.content["detail_level"]?.integer ?? 0
    }
}

extension HistoryQuery {
    /// Nil if the request names no way of access that exists.
    init?(_ content: JSON) {
        let count = content["n"]?.integer
        output = content["output"]?.bool ?? false
        switch content["hist_access_type"]?.string {
        case "tail": access = .tail(count: max(count ?? 10, 0))
        case "range":
            access = .range(session: content["session"]?.integer ?? 0, start: content["start"]?.integer ?? 0, stop: content["stop"]?.integer)
        case "search":
            access = .search(pattern: content["pattern"]?.string ?? "*", count: count, unique: content["unique"]?.bool ?? false)
        default: return nil
        }
    }
}
