import Display

/// One message of a comm, either way.
package struct CommMessage: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case open = "comm_open"
        case message = "comm_msg"
        case close = "comm_close"
    }

    package var kind: Kind
    package var id: String
    /// What an opening asks for; empty in the others.
    package var target: String
    package var data: JSON
    package var metadata: JSON
    package var buffers: [[UInt8]]

    package init(_ kind: Kind, id: String, target: String = "", data: JSON = .empty, metadata: JSON = .empty, buffers: [[UInt8]] = []) {
        (self.kind, self.id, self.target, self.data, self.metadata, self.buffers) = (kind, id, target, data, metadata, buffers)
    }

    init(_ kind: Kind, _ message: Message) {
        self.init(
            kind, id: message.content["comm_id"]?.string ?? "", target: message.content["target_name"]?.string ?? "", data: message.content["data"] ?? .empty,
            metadata: message.metadata, buffers: message.buffers)
    }

    var content: JSON {
        switch kind {
        case .open: ["comm_id": .string(id), "target_name": .string(target), "data": data]
        case .message, .close: ["comm_id": .string(id), "data": data]
        }
    }
}
