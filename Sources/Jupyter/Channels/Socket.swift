import CZeroMQ
import Foundation

/// The ZeroMQ context of the process. Its functions may be called from any thread, so says libzmq; hence unchecked.
package final class SocketContext: @unchecked Sendable {
    fileprivate let handle: UnsafeMutableRawPointer
    private let lock = NSLock()
    private var closed = false

    package init() throws(ConnectionError) {
        guard let handle = zmq_ctx_new() else { throw .socket(endpoint: "anything", reason: Socket.reason) }
        self.handle = handle
    }

    /// Makes every blocked call on a socket of this context return.
    package func shutdown() { zmq_ctx_shutdown(handle) }

    /// Waits until what was sent has left, at most for the sockets' linger time. Every socket must be closed, or about to be.
    package func terminate() {
        lock.withLock {
            if !closed { zmq_ctx_term(handle) }
            closed = true
        }
    }
}

/// One ZeroMQ socket, to be used by one thread at a time.
package final class Socket {
    package enum Kind: Sendable {
        case router, publisher, reply, dealer, subscriber, request

        fileprivate var code: Int32 {
            switch self {
            case .router: ZMQ_ROUTER
            case .publisher: ZMQ_XPUB
            case .reply: ZMQ_REP
            case .dealer: ZMQ_DEALER
            case .subscriber: ZMQ_SUB
            case .request: ZMQ_REQ
            }
        }
    }

    package let handle: UnsafeMutableRawPointer
    private let context: SocketContext
    private var isOpen = true

    package init(_ kind: Kind, in context: SocketContext, linger: Int32 = 1000) throws(ConnectionError) {
        guard let handle = zmq_socket(context.handle, kind.code) else { throw .socket(endpoint: "\(kind)", reason: Self.reason) }
        (self.handle, self.context) = (handle, context)
        set(ZMQ_LINGER, linger)
    }

    deinit { close() }

    package func close() {
        if isOpen { zmq_close(handle) }
        isOpen = false
    }

    package func set(_ option: Int32, _ value: Int32) {
        var value = value
        zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size)
    }

    package func set(_ option: Int32, _ value: [UInt8]) { zmq_setsockopt(handle, option, value, value.count) }

    /// Turns readable when something happened to the socket. What it was must then be asked until there is no more, and again after each `send`, which may take the news in.
    package var descriptor: Int32 {
        var (value, size) = (Int32(-1), MemoryLayout<Int32>.size)
        zmq_getsockopt(handle, ZMQ_FD, &value, &size)
        return value
    }

    package var hasInput: Bool {
        var (value, size) = (Int32(0), MemoryLayout<Int32>.size)
        return zmq_getsockopt(handle, ZMQ_EVENTS, &value, &size) == 0 && value & ZMQ_POLLIN != 0
    }

    package func bind(_ endpoint: String) throws(ConnectionError) {
        guard zmq_bind(handle, endpoint) == 0 else { throw .socket(endpoint: endpoint, reason: Self.reason) }
    }

    package func connect(_ endpoint: String) throws(ConnectionError) {
        guard zmq_connect(handle, endpoint) == 0 else { throw .socket(endpoint: endpoint, reason: Self.reason) }
    }

    /// The endpoint last bound, with its real port.
    package var endpoint: String {
        var text = [UInt8](repeating: 0, count: 512)
        var size = text.count
        guard zmq_getsockopt(handle, ZMQ_LAST_ENDPOINT, &text, &size) == 0 else { return "" }
        return String(decoding: text.prefix(while: { $0 != 0 }), as: UTF8.self)
    }

    /// Sends one message; false if it cannot be taken at present. `wait` blocks instead.
    ///
    /// - Parameter released: called when the message takes no memory any more, on any thread: for a large one when the last client has taken it, for others at once.
    ///   Not called when the message was not taken.
    @discardableResult
    package func send(_ frames: some Collection<[UInt8]>, wait: Bool = false, released: (@Sendable () -> Void)? = nil) -> Bool {
        var (left, watched) = (frames.count, released)
        for frame in frames {
            left -= 1
            let flags = (left > 0 ? ZMQ_SNDMORE : 0) | (wait ? 0 : ZMQ_DONTWAIT)
            // Once the first frame is taken, so are the others.
            if let release = watched, frame.count >= Self.large, left < frames.count - 1 {
                watched = nil
                guard send(large: frame, flags: flags, released: release) else { return false }
                continue
            }
            while zmq_send(handle, frame, frame.count, flags) < 0 {
                guard errno == EINTR else { return false }
            }
        }
        watched?()
        return true
    }

    /// Smaller frames are not worth watching: the socket's queue is bounded by their number.
    private static let large = 16 << 10

    private func send(large frame: [UInt8], flags: Int32, released: @escaping @Sendable () -> Void) -> Bool {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: frame.count, alignment: 16)
        frame.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: frame.count) }
        var message = zmq_msg_t()
        let hint = Unmanaged.passRetained(Release(released)).toOpaque()
        let failed = zmq_msg_init_data(
            &message, memory, frame.count,
            { memory, hint in
                memory?.deallocate()
                if let hint { Unmanaged<Release>.fromOpaque(hint).takeRetainedValue().body() }
            }, hint)
        guard failed == 0 else { return false }
        while zmq_msg_send(&message, handle, flags) < 0 {
            guard errno == EINTR else {
                zmq_msg_close(&message)
                return false
            }
        }
        return true
    }

    private final class Release: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// The next message; nil if there is none, or, when waiting, if the context is shut down.
    package func receive(wait: Bool = false) -> [[UInt8]]? {
        var frames: [[UInt8]] = []
        var message = zmq_msg_t()
        zmq_msg_init(&message)
        defer { zmq_msg_close(&message) }
        while true {
            while zmq_msg_recv(&message, handle, wait ? 0 : ZMQ_DONTWAIT) < 0 {
                guard errno == EINTR else { return nil }
            }
            let size = zmq_msg_size(&message)
            frames.append(Array(UnsafeRawBufferPointer(start: zmq_msg_data(&message), count: size)))
            if zmq_msg_more(&message) == 0 { return frames }
        }
    }

    fileprivate static var reason: String { String(cString: zmq_strerror(zmq_errno())) }
}
