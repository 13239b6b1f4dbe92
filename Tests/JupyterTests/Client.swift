import CZeroMQ
import Display
import Foundation
import Jupyter

/// A front end: it signs, sends, and reads what comes. Not for more than one thread.
final class Client {
    /// A message as it came, parsed without help from what is tested.
    struct Incoming {
        var topic: [UInt8]
        var signature: String
        var header, parent, metadata, content: JSON
        var parentBytes: [UInt8]
        var buffers: [[UInt8]]

        var type: String { header["msg_type"]?.string ?? "" }
        var parentID: String { parent["msg_id"]?.string ?? "" }
        var state: String? { content["execution_state"]?.string }
    }

    struct TimedOut: Error { var waitingFor: String }

    let context: SocketContext
    let shell, control, stdin, iopub, heartbeat: Socket
    let signer: Signer
    let session: String
    private var count = 0

    init(_ kernel: Kernel, key: String, session: String = UUID().uuidString) throws {
        let context = try SocketContext()
        (self.context, signer, self.session) = (context, Signer(key: key), session)
        func connect(_ kind: Socket.Kind, _ channel: Channel) throws -> Socket {
            let socket = try Socket(kind, in: context, linger: 0)
            socket.set(ZMQ_RCVHWM, 0)
            // The kernel asks on stdin whom it heard on shell: one identity on both.
            if kind == .dealer { socket.set(ZMQ_ROUTING_ID, Array(session.utf8)) }
            if kind == .subscriber { socket.set(ZMQ_SUBSCRIBE, []) }
            try socket.connect(kernel.endpoints[channel] ?? "")
            return socket
        }
        shell = try connect(.dealer, .shell)
        control = try connect(.dealer, .control)
        stdin = try connect(.dealer, .stdin)
        iopub = try connect(.subscriber, .iopub)
        heartbeat = try connect(.request, .heartbeat)
    }

    func close() {
        for socket in [shell, control, stdin, iopub, heartbeat] { socket.close() }
        context.terminate()
    }

    /// Returns the id of the message.
    @discardableResult
    func send(
        _ type: String, _ content: JSON, on socket: Socket? = nil, metadata: JSON = .empty, parent: JSON = .empty, buffers: [[UInt8]] = [], signature: String? = nil
    ) -> String {
        count += 1
        let id = "\(session)-\(count)"
        let header: JSON = [
            "msg_id": .string(id), "session": .string(session), "username": "tester", "date": "2026-01-01T00:00:00.000000Z",
            "msg_type": .string(type), "version": "5.3", "extra": "field",
        ]
        let frames = [header.bytes, parent.bytes, metadata.bytes, content.bytes]
        let signed = signature.map { Array($0.utf8) } ?? signer.signature(of: frames)
        (socket ?? shell).send([Message.delimiter, signed] + frames + buffers, wait: true)
        return id
    }

    @discardableResult
    func execute(_ code: String, _ options: [(String, JSON)] = [], metadata: JSON = .empty) -> String {
        var members: [JSON.Member] = [.init("code", .string(code)), .init("allow_stdin", false)]
        for (key, value) in options {
            members.removeAll { $0.key == key }
            members.append(.init(key, value))
        }
        return send("execute_request", .object(members), metadata: metadata)
    }

    /// Nil if nothing comes within the time.
    func receive(_ socket: Socket, within seconds: Double = 10) -> Incoming? {
        var item = zmq_pollitem_t(socket: socket.handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
        guard zmq_poll(&item, 1, Int(seconds * 1000)) > 0, let frames = socket.receive(), let mark = frames.firstIndex(of: Message.delimiter),
            frames.count >= mark + 6
        else { return nil }
        func parse(_ offset: Int) -> JSON { (try? JSON(bytes: frames[mark + offset])) ?? .null }
        precondition(signer.accepts(frames[mark + 1], of: frames[(mark + 2) ..< (mark + 6)]), "the kernel's signature must be right")
        return Incoming(
            topic: frames[..<mark].last ?? [], signature: String(decoding: frames[mark + 1], as: UTF8.self), header: parse(2), parent: parse(3), metadata: parse(4),
            content: parse(5), parentBytes: frames[mark + 3], buffers: Array(frames[(mark + 6)...]))
    }

    /// The reply to a request; replies to others are passed over.
    func reply(to id: String, on socket: Socket? = nil, within seconds: Double = 10) throws -> Incoming {
        while let message = receive(socket ?? shell, within: seconds) {
            if message.parentID == id { return message }
        }
        throw TimedOut(waitingFor: "the reply to \(id)")
    }

    /// What iopub says about a request, up to its idle.
    func publications(of id: String, on socket: Socket? = nil, within seconds: Double = 10) throws -> [Incoming] {
        var messages: [Incoming] = []
        while let message = receive(socket ?? iopub, within: seconds) {
            guard message.parentID == id else { continue }
            messages.append(message)
            if message.state == "idle" { return messages }
        }
        throw TimedOut(waitingFor: "idle of \(id) after \(messages.map(\.type))")
    }

    /// Waits until the subscription lives.
    func ready() throws {
        while let message = receive(iopub) {
            if message.type == "iopub_welcome" { return }
        }
        throw TimedOut(waitingFor: "iopub_welcome")
    }
}
