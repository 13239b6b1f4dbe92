import CZeroMQ
import Display
import Foundation
import Synchronization

/// The iopub socket, and what waits to leave through it. It belongs to whoever holds the post's desk.
///
/// Nothing is dropped while the clients read. What they have not taken is bounded in bytes: `flightLimit` within the socket, and behind that what the outbox allows. When no
/// client has taken anything for `Outbox.patience` and the outbox is full, the older half of the output is given up and the stream says so. A client that stalls beside others that read does not
/// hold them up for longer than that twice: first its part of the socket fills, `queueLimit` messages of at most `longestText` bytes, then it is left behind alone, and what
/// follows, once it reads again, tells it so at the end of the cell. Status messages and replies of cells are given up last of all.
///
/// A client's sockets connect one by one, and its first cell may be there before its subscription: what is published before anyone has subscribed waits, for `arrival` at most.
final class Subscribers {
    let socket: Socket
    private let outbox: Outbox
    private let archive: @Sendable () -> String?
    private var pace: Pace?
    private var pending: [Sealed] = []
    private var lastProgress = ContinuousClock.now
    private var leftOut = 0
    /// Whether a client missed some of the present cell's output; libzmq does not tell which or how much.
    private var hasLeftBehind = false
    /// Subscriptions that live.
    private var count = 0
    /// Since when more waits than the word that the kernel starts.
    private var firstRequest: ContinuousClock.Instant?
    /// Until someone has subscribed, or the time for it is over.
    private var isExpecting = true
    private var flight = Flight()
    /// Whether a client stalls beside others that read: its queue alone is the limit then.
    private var someoneStalls = false

    private static let flightLimit = 8 << 20
    private static let queueLimit: Int32 = 100
    /// Beyond libzmq's longest pause between two attempts to connect, with room for a busy machine.
    private static let arrival = Duration.seconds(2)
    /// Texts beyond this become several messages; where the rate is limited they must fit into its window.
    private var longestText: Int { pace == nil ? 1 << 20 : 256 << 10 }

    /// - Parameter archive: names where all output is kept, for the note about output that was left out.
    init(in context: SocketContext, outbox: Outbox, pace: Pace?, archive: @escaping @Sendable () -> String?) throws(ConnectionError) {
        socket = try Socket(.publisher, in: context)
        (self.outbox, self.pace, self.archive) = (outbox, pace, archive)
        // Each subscription is seen and takes effect when we say so: the welcome is thereby the first message a subscriber gets.
        socket.set(ZMQ_XPUB_MANUAL, 1)
        // A full queue is reported, and the message kept by us, where it would be lost.
        socket.set(ZMQ_XPUB_NODROP, 1)
        socket.set(ZMQ_SNDHWM, Self.queueLimit)
    }

    var isEmpty: Bool { pending.isEmpty }
    /// Whether something was sent since subscriptions were last looked for.
    private var hasSent = false
    var isStalled: Bool { ContinuousClock.now - lastProgress > .seconds(1) }

    /// Whether there are subscriptions to read that came to light while something was sent.
    func hasHeard() -> Bool {
        defer { hasSent = false }
        return hasSent && socket.hasInput
    }

    func readSubscriptions(welcome: ([UInt8]) -> [[UInt8]]) {
        hasSent = false
        while let message = socket.receive()?.first {
            switch message.first {
            case 1:
                let topic = Array(message.dropFirst())
                socket.set(ZMQ_SUBSCRIBE, topic)
                count += 1
                isExpecting = false
                // Ahead of everything that waits to be sent, which would otherwise reach the new subscriber first.
                pending.insert(Sealed(frames: welcome(topic), size: 0, kind: .state), at: 0)
            case 0:
                socket.set(ZMQ_UNSUBSCRIBE, Array(message.dropFirst()))
                count -= 1
            default: break
            }
        }
    }

    /// - Parameter seal: makes a message of a text that belongs to the cell with this header.
    func append(_ frames: [[UInt8]], size: Int, _ rank: Outbox.Rank, seal: @escaping (String, _ parent: [UInt8]) -> [[UInt8]]) {
        switch rank {
        case .output: pending.append(Sealed(frames: frames, size: size, kind: .output))
        case .state: pending.append(Sealed(frames: frames, size: size, kind: .state))
        case .cellEnd(let parent): pending.append(Sealed(frames: frames, size: size, kind: .state, note: { seal($0, parent) }))
        }
    }

    /// - Parameter seal: makes a message of a part of the text.
    func append(stream text: String, seal: (String) -> [[UInt8]]) {
        var text = text
        if let note = takeNote() { pending.append(Sealed(frames: seal(note), size: 0, kind: .state)) }
        while text.utf8.count > longestText {
            var end = text.utf8.index(text.startIndex, offsetBy: longestText)
            while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
            let part = String(text[..<end])
            text = String(text[end...])
            pending.append(Sealed(frames: seal(part), size: part.utf8.count, kind: .stream))
        }
        pending.append(Sealed(frames: seal(text), size: text.utf8.count, kind: .stream))
    }

    /// What is to be said of output that was left out since this was last asked.
    private func takeNote() -> String? {
        guard leftOut > 0 else { return nil }
        defer { leftOut = 0 }
        return "[\(leftOut / 1000) kB of output are left out here, since nobody took any for \(Outbox.patience)\(whereItIsKept)]\n"
    }

    private var whereItIsKept: String { archive().map { "; all of it is kept in \($0)" } ?? "" }

    /// What must be said before a cell ends.
    private func takeLastNote() -> String? {
        if let note = takeNote() { return note }
        guard hasLeftBehind else { return nil }
        hasLeftBehind = false
        return "[a client that took no output for \(Outbox.patience) was left behind, and has not seen all of it\(whereItIsKept)]\n"
    }

    /// Sends what the clients take. Returns after how long to try again, if something is left.
    func deliver(hurry: Bool) -> Duration? {
        guard !pending.isEmpty else {
            lastProgress = .now
            return nil
        }
        if !hurry, let pause = waitForFirst() {
            lastProgress = .now
            return pause
        }
        var (sent, wait, isFull) = (0, Duration.milliseconds(5), false)
        while sent < pending.count {
            if let seal = pending[sent].note, let note = takeLastNote() { pending.insert(Sealed(frames: seal(note), size: 0, kind: .state), at: sent) }
            if !hurry, pending[sent].kind == .stream, let later = pace?.delay(for: pending[sent].bytes) {
                // Not the clients' doing.
                lastProgress = .now
                wait = later
                break
            }
            // It reads again.
            if someoneStalls, flight.bytes < Self.flightLimit / 2 { someoneStalls = false }
            isFull = flight.bytes >= Self.flightLimit && !someoneStalls
            guard !isFull, send(pending[sent]) else { break }
            if pending[sent].kind == .stream { pace?.sent(pending[sent].bytes) }
            sent += 1
        }
        if sent > 0 {
            lastProgress = .now
            outbox.settle(pending.prefix(sent).reduce(0) { $0 + $1.size })
            pending.removeFirst(sent)
        } else if ContinuousClock.now - lastProgress > Outbox.patience {
            if count > 1, isFull {
                someoneStalls = true
                lastProgress = .now
            } else if count > 1 {
                leaveBehind()
            } else if outbox.isOverfull {
                giveUpOldest()
            }
        }
        return pending.isEmpty ? nil : wait
    }

    /// How long what waits must go on waiting for the first subscriber, if at all.
    private func waitForFirst() -> Duration? {
        guard isExpecting else { return nil }
        guard pending.count > 1 else { return Self.arrival }
        let since = firstRequest ?? .now
        firstRequest = since
        let rest = Self.arrival - (.now - since)
        isExpecting = rest > .zero
        return isExpecting ? rest : nil
    }

    private func send(_ message: Sealed) -> Bool {
        hasSent = true
        let (flight, bytes) = (flight, message.bytes)
        flight.add(bytes)
        if socket.send(message.frames, released: { flight.add(-bytes) }) { return true }
        flight.add(-bytes)
        return false
    }

    /// Forgets the older half of the output that waits.
    private func giveUpOldest() {
        var budget = pending.count { $0.kind != .state } / 2 + 1
        var kept: [Sealed] = []
        for message in pending {
            if message.kind != .state, budget > 0 {
                budget -= 1
                leftOut += message.bytes
                outbox.settle(message.size)
            } else {
                kept.append(message)
            }
        }
        pending = kept
        // Nothing but states, and still too much.
        if outbox.isOverfull, !pending.contains(where: { $0.kind != .state }) { leaveBehind() }
    }

    /// The oldest message goes to whoever takes it. libzmq passes over a client that could not take one until it has read what it has.
    private func leaveBehind() {
        guard let first = pending.first else { return }
        socket.set(ZMQ_XPUB_NODROP, 0)
        hasLeftBehind = true
        // What the stalled client holds counts no more.
        (flight, someoneStalls) = (Flight(), false)
        if send(first) {
            outbox.settle(first.size)
            pending.removeFirst()
        }
        socket.set(ZMQ_XPUB_NODROP, 1)
        lastProgress = .now
    }
}

/// A message of iopub, ready to leave; `size` is what the outbox counts it as.
private struct Sealed {
    enum Kind { case state, output, stream }

    var frames: [[UInt8]]
    var size: Int
    var kind: Kind
    /// Makes what must be said first.
    var note: ((String) -> [[UInt8]])?

    var bytes: Int { frames.reduce(0) { $0 + $1.count } }
}

/// Bytes that the socket holds for clients that have not taken them.
private final class Flight: Sendable {
    private let count = Atomic<Int>(0)

    func add(_ bytes: Int) { count.add(bytes, ordering: .relaxed) }
    var bytes: Int { count.load(ordering: .relaxed) }
}

/// Keeps streams within the rate above which Jupyter's server cuts output off: 3 MB in any three seconds.
struct Pace {
    private var sent: [(time: ContinuousClock.Instant, bytes: Int)] = []
    private var total = 0

    private static let window = Duration.milliseconds(3300)
    private static let limit = 2_700_000

    init() {}

    /// How long a message must wait; nil if it may leave.
    mutating func delay(for bytes: Int) -> Duration? {
        let now = ContinuousClock.now
        while let oldest = sent.first, now - oldest.time > Self.window {
            total -= oldest.bytes
            sent.removeFirst()
        }
        guard let oldest = sent.first, total + bytes > Self.limit else { return nil }
        return Self.window - (now - oldest.time)
    }

    mutating func sent(_ bytes: Int) {
        sent.append((.now, bytes))
        total += bytes
    }
}
