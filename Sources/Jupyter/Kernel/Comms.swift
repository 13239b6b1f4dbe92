import Foundation

/// The open comms and the targets that can be opened. The kernel handles comm messages in their order, between cells.
// The lock guards everything that changes.
package final class Comms: @unchecked Sendable {
    /// Gets every message of its comms, the opening included; what it sends goes to all clients.
    package typealias Handler = @Sendable (_ message: CommMessage, _ send: (CommMessage) -> Void) -> Void

    private let lock = NSLock()
    private var targets: [String: Handler] = [:]
    private var open: [String: String] = [:]

    package init() {}

    package func register(_ target: String, handler: @escaping Handler) { lock.withLock { targets[target] = handler } }

    func list(target: String?) -> [(id: String, target: String)] {
        lock.withLock { open.filter { target == nil || $0.value == target }.sorted { $0.key < $1.key }.map { (id: $0.key, target: $0.value) } }
    }

    func receive(_ message: CommMessage, send: (CommMessage) -> Void) {
        let handler: Handler? = lock.withLock {
            switch message.kind {
            case .open:
                guard targets[message.target] != nil else { return nil }
                open[message.id] = message.target
                return targets[message.target]
            case .message: return open[message.id].flatMap { targets[$0] }
            case .close: return open.removeValue(forKey: message.id).flatMap { targets[$0] }
            }
        }
        if let handler { return handler(message, send) }
        // A front end that opens what we do not know learns so at once, or it would wait for ever.
        if message.kind == .open { send(CommMessage(.close, id: message.id)) }
    }
}
