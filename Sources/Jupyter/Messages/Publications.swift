import Display

/// What goes out on iopub.
enum Publication {
    enum State: String { case busy, idle, starting }

    case status(State)
    case input(code: String, count: Int)
    case result(MIMEBundle, count: Int)
    case display(MIMEBundle, id: String?)
    case update(MIMEBundle, id: String)
    case clear(wait: Bool)
    case error(ExecutionFailure)
    case stream(Output.Stream, String)
    case welcome(subscription: [UInt8])
    case shutdown(restart: Bool)
    case comm(CommMessage)

    var type: String {
        switch self {
        case .status: "status"
        case .input: "execute_input"
        case .result: "execute_result"
        case .display: "display_data"
        case .update: "update_display_data"
        case .clear: "clear_output"
        case .error: "error"
        case .stream: "stream"
        case .welcome: "iopub_welcome"
        case .shutdown: "shutdown_reply"
        case .comm(let message): message.kind.rawValue
        }
    }

    var content: JSON {
        switch self {
        case .status(let state): ["execution_state": .string(state.rawValue)]
        case .input(let code, let count): ["code": .string(code), "execution_count": .integer(count)]
        case .result(let bundle, let count): ["execution_count": .integer(count), "data": bundle.data, "metadata": .empty]
        case .display(let bundle, let id):
            ["data": bundle.data, "metadata": .empty, "transient": id.map { ["display_id": .string($0)] } ?? .empty]
        case .update(let bundle, let id): ["data": bundle.data, "metadata": .empty, "transient": ["display_id": .string(id)]]
        case .clear(let wait): ["wait": .bool(wait)]
        case .error(let failure): .object(failure.members)
        case .stream(let stream, let text): ["name": .string(stream.rawValue), "text": .string(text)]
        case .welcome(let subscription): ["subscription": .string(String(decoding: subscription, as: UTF8.self))]
        case .shutdown(let restart): ["status": "ok", "restart": .bool(restart)]
        case .comm(let message): message.content
        }
    }

    /// False for what belongs to a request that goes on, and may wait a millisecond to leave together with what follows it, unless the sender says otherwise.
    var endsSomething: Bool {
        switch self {
        case .status(.idle), .status(.starting), .welcome, .shutdown, .comm: true
        case .status(.busy), .input, .result, .display, .update, .clear, .error, .stream: false
        }
    }

    /// Whether a client that stopped reading may in the end miss it.
    var isDroppable: Bool {
        switch self {
        case .result, .display, .update, .stream: true
        case .status, .input, .clear, .error, .welcome, .shutdown, .comm: false
        }
    }
}
