import Foundation

/// Sends back what comes, byte for byte, from a thread and a socket of its own, so that it answers whatever the kernel is doing.
enum Heartbeat {
    /// Returns the endpoint. The thread ends when the context is shut down.
    static func start(on endpoint: String, in context: SocketContext) throws(ConnectionError) -> String {
        let socket = try Socket(.reply, in: context, linger: 0)
        try socket.bind(endpoint)
        let bound = socket.endpoint
        // Handed over to the thread, and not touched here again.
        nonisolated(unsafe) let owned = socket
        startThread(named: "heartbeat", stack: 256 << 10) {
            while let frames = owned.receive(wait: true) { owned.send(frames, wait: true) }
            owned.close()
        }
        return bound
    }
}
