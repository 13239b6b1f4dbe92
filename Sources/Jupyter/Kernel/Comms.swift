import Display
import Foundation

/// The open comms and the targets that can be opened, from either side. The kernel handles the front end's comm messages in their order, between cells.
// The lock guards everything that changes.
package final class Comms: @unchecked Sendable {
    /// Gets every message that the front end sends to its comms, the opening included; what it sends goes to all clients.
    package typealias Handler = @Sendable (_ message: CommMessage, _ send: (CommMessage) -> Void) -> Void
    typealias Sender = @Sendable (_ message: CommMessage, _ parent: [UInt8]) -> Void

    private let lock = NSLock()
    private var targets: [String: Handler] = [:]
    private var open: [String: (target: String, handler: Handler)] = [:]
    private var sender: Sender?

    /// A target that is always there and sends back what it gets, so that front ends can try whether messages and buffers come through.
    package static let echo = "engram.echo"

    package init() {}

    func connect(_ sender: @escaping Sender) { lock.withLock { self.sender = sender } }

    package func register(_ target: String, handler: @escaping Handler) { lock.withLock { targets[target] = handler } }

    func list(target: String?) -> [(id: String, target: String)] {
        lock.withLock { open.filter { target == nil || $0.value.target == target }.sorted { $0.key < $1.key }.map { (id: $0.key, target: $0.value.target) } }
    }

    // MARK: From the front end

    func receive(_ message: CommMessage, parent: [UInt8]) {
        let handler: Handler? = lock.withLock {
            switch message.kind {
            case .open:
                guard let handler = targets[message.target] else { return nil }
                open[message.id] = (message.target, handler)
                return handler
            case .message: return open[message.id]?.handler
            case .close: return open.removeValue(forKey: message.id)?.handler
            }
        }
        if let handler { return handler(message) { send($0, parent: parent) } }
        // A front end that opens what we do not know learns so at once, or it would wait for ever.
        if message.kind == .open { send(CommMessage(.close, id: message.id), parent: parent) }
    }

    // MARK: From the kernel

    /// Opens a comm at the front end's `target`; `handler` gets what comes back, the closing included.
    package func open(
        _ target: String, id: String = UUID().uuidString.lowercased(), data: JSON = .empty, metadata: JSON = .empty, buffers: [[UInt8]] = [],
        handler: @escaping Handler
    ) -> String {
        lock.withLock { open[id] = (target, handler) }
        send(CommMessage(.open, id: id, target: target, data: data, metadata: metadata, buffers: buffers), parent: [])
        return id
    }

    /// Sends a message of an open comm, or closes it; what belongs to no open comm is not sent.
    package func send(_ message: CommMessage) {
        guard lock.withLock({ open[message.id] != nil }) else { return }
        send(message, parent: [])
    }

    private func send(_ message: CommMessage, parent: [UInt8]) {
        let sender = lock.withLock {
            if message.kind == .close { open[message.id] = nil }
            return self.sender
        }
        sender?(message, parent)
    }
}
