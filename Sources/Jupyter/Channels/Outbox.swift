import Display
import Foundation

/// Messages on their way to the sockets, in order, filled by any thread and emptied by whoever holds the post's desk.
///
/// Text of one stream is joined while it waits at the end of the queue: it leaves when something follows it, or when its time has come, so that a million printed lines are
/// a few messages and yet appear within a blink. What waits is bounded: a thread that prints faster than the clients read has to wait. If the clients
/// take nothing at all for `patience`, the post gives up the oldest output instead.
// The lock guards everything that changes.
final class Outbox: @unchecked Sendable {
    /// What a message is worth to a client that does not read.
    enum Rank: Sendable {
        /// It may in the end be left out.
        case output
        case state
        /// The end of a cell, whose header is given; what was left out is said before it.
        case cellEnd(parent: [UInt8])
    }

    enum Item {
        case sealed(Channel, [[UInt8]], Rank)
        case stream(Output.Stream, String, parent: [UInt8])

        var size: Int {
            switch self {
            case .sealed(_, let frames, _): frames.reduce(0) { $0 + $1.count }
            case .stream(_, let text, _): text.utf8.count
            }
        }
    }

    private let lock = NSCondition()
    private var items: [Item] = []
    private var size = 0
    /// How many items at the end are streams that may still grow.
    private var tail = 0
    private var streamsDue = ContinuousClock.now
    private var nextStreams = ContinuousClock.now
    private var signalled = false
    /// Whether the post looks again by itself, within a millisecond.
    private var isWatched = false
    private var isUrgent = false
    /// Bytes that may wait before the thread that puts out more has to.
    private let limit: Int

    /// The first text after silence leaves after this little. After each message of a stream the next comes no sooner than `spacing`, and never sooner than `interval`: at
    /// most 50 in a second.
    private static let delay = Duration.milliseconds(10)
    private static let spacing = Duration.milliseconds(20)
    private static let interval = Duration.milliseconds(50)
    /// More alternations than this between the streams are not kept apart.
    private static let tailLimit = 32
    static let patience = Duration.seconds(10)

    init(limit: Int) { self.limit = limit }

    /// Puts a message at the end; streams before it leave with it. True if the post must be woken for it.
    ///
    /// - Parameter isEnd: false for what may wait a millisecond for what follows it.
    func append(_ channel: Channel, _ frames: [[UInt8]], _ rank: Rank, isEnd: Bool) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        let item = Item.sealed(channel, frames, rank)
        items.append(item)
        size += item.size
        tail = 0
        let wakes = !signalled && (isEnd || !isWatched)
        if wakes { signalled = true }
        return wakes
    }

    /// True if the post must be woken for it.
    func append(_ stream: Output.Stream, _ text: String, parent: [UInt8]) -> Bool {
        guard !text.isEmpty else { return false }
        lock.lock()
        defer { lock.unlock() }
        if tail == 0 { streamsDue = max(.now + Self.delay, nextStreams) }
        let wakes = tail == 0 && !signalled && !isWatched
        if wakes { signalled = true }
        size += text.utf8.count
        if !join(stream, text, parent) {
            items.append(.stream(stream, text, parent: parent))
            tail += 1
        }
        return wakes
    }

    private func join(_ stream: Output.Stream, _ text: String, _ parent: [UInt8]) -> Bool {
        let reach = tail < Self.tailLimit ? min(tail, 1) : tail
        for index in items.indices.suffix(reach).reversed() {
            guard case .stream(let other, var whole, let owner) = items[index], other == stream, owner == parent else { continue }
            // The queue must not hold a second reference while the text grows, or each line would copy it.
            items[index] = .stream(stream, "", parent: [])
            whole += text
            items[index] = .stream(stream, whole, parent: parent)
            return true
        }
        return false
    }

    /// What may leave now, for the post, which has to look again at `next` at the latest: when the rest is due, if anything waits for its time, and soon while things happen.
    func take(everything: Bool, isActive: Bool) -> (items: [Item], next: ContinuousClock.Instant?) {
        lock.lock()
        defer { lock.unlock() }
        let (taken, holds) = takeDue(everything: everything)
        isWatched = isActive || !taken.isEmpty
        let soon = isWatched ? ContinuousClock.now + .milliseconds(1) : nil
        return (taken, holds ? min(streamsDue, soon ?? streamsDue) : soon)
    }

    /// The post will look by itself, very soon.
    func expectLook() { lock.withLock { isWatched = true } }

    /// What may leave now, for another thread. When the post looks again is as it was.
    func take() -> [Item] {
        lock.lock()
        defer { lock.unlock() }
        return takeDue(everything: false).items
    }

    private func takeDue(everything: Bool) -> (items: [Item], holds: Bool) {
        signalled = false
        let holds = tail > 0 && !everything && streamsDue > .now
        let count = holds ? items.count - tail : items.count
        let taken = Array(items.prefix(count))
        items.removeFirst(count)
        if !holds, tail > 0 {
            nextStreams = .now + max(Self.interval, Self.spacing * tail)
            tail = 0
        }
        return (taken, holds)
    }

    /// What was taken has left or been given up.
    func settle(_ size: Int) {
        lock.lock()
        self.size -= size
        lock.broadcast()
        lock.unlock()
    }

    /// Holds back the calling thread while too much waits, for `patience` at the most.
    func waitForRoom() {
        lock.lock()
        defer { lock.unlock() }
        guard size > limit, !isUrgent else { return }
        let end = Date(timeIntervalSinceNow: Self.patience / .seconds(1))
        while size > limit, !isUrgent, lock.wait(until: end) {}
    }

    /// While it is set nobody is held back: a cell that was interrupted must come to its end.
    func setUrgent(_ urgent: Bool) {
        lock.lock()
        isUrgent = urgent
        lock.broadcast()
        lock.unlock()
    }

    var isOverfull: Bool { lock.withLock { size > limit } }
}
