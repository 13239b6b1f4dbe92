import CZeroMQ
import Display
import Foundation

/// The shell, control, stdin and iopub sockets: a thread that serves here reads what comes and sends what lies in the outbox.
///
/// Control is read before shell, and nothing here waits for a client: a subscriber that takes nothing holds back iopub alone.
///
/// One thread serves at a time; when it has read a request that nobody works on, it leaves to do so, and another takes its place if it is not back within a millisecond
/// (`Shift`). A thread that works on a request sends what comes of it by itself. So no thread has to wake before a cell begins, nor before its answer leaves, nor for a short
/// cell at all: that would take as long as the cell.
///
/// The sockets belong to whoever holds the desk: the thread that serves, except while it waits for something to happen, or one that has an answer to send.
// The desk guards the sockets and all that changes with them; the rest has locks of its own or never changes.
final class Post: @unchecked Sendable {
    /// Whoever makes sense of what comes. All calls are made by the thread that serves, at the desk.
    protocol Reader: AnyObject {
        func received(_ frames: [[UInt8]], on channel: Channel)
        /// Gives the frames that greet the new subscriber.
        func welcome(subscription topic: [UInt8]) -> [[UInt8]]
        func received(signal: Int32)
        /// Once a second at least.
        func tick()
        /// Nothing happens, after much has.
        func rest()
        func seal(_ stream: Output.Stream, _ text: String, parent: [UInt8]) -> [[UInt8]]
        /// Whether there is work that nobody does; the thread that asks then has to do it.
        func claimWork() -> Bool
    }

    let endpoints: [Channel: String]
    private let sockets: [Channel: Socket]
    private let context: SocketContext
    private let outbox: Outbox
    private let pipe: WakePipe
    private let subscribers: Subscribers
    private let requests = Requests()
    private let shift: Shift
    private let desk = NSLock()
    /// Nil before anyone has served, and when the post is over: nothing is sent then.
    private var reader: (any Reader)?
    private var isOver = false
    /// For how long to wait at the sockets if nothing happens.
    private var pause = Duration.zero
    private var nextTick = ContinuousClock.now + Post.longestSleep
    /// Where there is something to read that no descriptor will tell of any more.
    private var unread: Set<Channel> = []
    /// Whether something came in this turn.
    private var isActive = false
    /// The sockets' descriptors in the order of `polled`, then the pipe's.
    private var watched: [pollfd]
    private static let polled: [Channel] = [.control, .shell, .stdin, .iopub]
    /// Where something was sent since it was last read.
    private var sent: Set<Channel> = []

    /// Bytes that came in since there was a rest. The start is as good as a flood.
    private var exertion = Post.rest.bytes
    private var quietSince = ContinuousClock.now

    private static let readLimit = 256
    /// After so many bytes a rest is due, when nothing has happened for so long.
    private static let rest = (bytes: 1 << 20, after: Duration.milliseconds(150))
    private static let longestSleep = Duration.milliseconds(1000)
    /// Bytes of output that may wait for the clients, and where the server's limit holds them up.
    private static let room = (free: 16 << 20, paced: 2 << 20)

    /// - Parameters:
    ///   - paced: whether streams are kept below the rate at which Jupyter's server cuts them off.
    ///   - archive: names where all output is kept, if anywhere.
    init(_ connection: Connection, context: SocketContext, paced: Bool, archive: @escaping @Sendable () -> String?) throws(ConnectionError) {
        self.context = context
        let pipe = try WakePipe()
        shift = try Shift()
        outbox = Outbox(limit: paced ? Self.room.paced : Self.room.free)
        subscribers = try Subscribers(in: context, outbox: outbox, pace: paced ? Pace() : nil, archive: archive)
        var sockets = [Channel.iopub: subscribers.socket]
        for channel in [Channel.shell, .control, .stdin] {
            let socket = try Socket(.router, in: context)
            // A client that comes again under the same identity takes the place of the one before.
            socket.set(ZMQ_ROUTER_HANDOVER, 1)
            socket.set(ZMQ_SNDHWM, 0)
            socket.set(ZMQ_RCVHWM, 0)
            sockets[channel] = socket
        }
        var endpoints: [Channel: String] = [:]
        for channel in [Channel.shell, .control, .stdin, .iopub] {
            guard let socket = sockets[channel] else { continue }
            try socket.bind(connection.endpoint(channel))
            endpoints[channel] = socket.endpoint
        }
        (self.sockets, self.endpoints, self.pipe) = (sockets, endpoints, pipe)
        watched = Self.polled.map { pollfd(fd: sockets[$0]?.descriptor ?? -1, events: Int16(POLLIN), revents: 0) } + [pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0)]
    }

    // MARK: Any thread

    /// - Parameter isEnd: false for what is soon followed by more, and may wait for it a millisecond to leave together with it.
    func send(_ channel: Channel, _ frames: [[UInt8]], _ rank: Outbox.Rank = .state, isEnd: Bool = true) {
        let isAwaited = outbox.append(channel, frames, rank, isEnd: isEnd)
        if isEnd, deliverHere() { return }
        if isAwaited { pipe.write(0) }
    }

    func stream(_ stream: Output.Stream, _ text: String, parent: [UInt8]) {
        if outbox.append(stream, text, parent: parent) { pipe.write(0) }
    }

    /// Sends what waits on the calling thread; false if the desk is taken.
    private func deliverHere() -> Bool {
        guard desk.try() else { return false }
        defer { desk.unlock() }
        guard let reader else { return false }
        deliver(outbox.take(), reader)
        let isDone = subscribers.deliver(hurry: false) == nil
        unread.formUnion(heard())
        if !isDone || !unread.isEmpty { pipe.write(0) }
        return true
    }

    /// Holds back a cell that puts out more than the clients take.
    func waitForRoom() { outbox.waitForRoom() }

    /// While it is set no cell is held back.
    func setUrgent(_ urgent: Bool) { outbox.setUrgent(urgent) }

    /// Returns when every request that has reached the process by now was read.
    func drain() {
        let done = DispatchSemaphore(value: 0)
        guard requests.add(done) else { return }
        pipe.write(0)
        shift.callRelief()
        done.wait()
    }

    /// Ends the post when all that was sent before has left.
    func stop() {
        requests.stop()
        pipe.write(0)
    }

    /// A byte written here, from a signal handler even, reaches `received(signal:)`.
    var signalDescriptor: Int32 { pipe.writeEnd }

    // MARK: The thread that serves

    /// Serves on this thread, when it is its turn, until there is work for it to do; false when the post is over.
    func serve(_ reader: some Reader) -> Bool {
        shift.begin()
        Signals.letIn(true)
        desk.lock()
        if !isOver { self.reader = reader }
        while !isOver, !findsWork(reader) {}
        let isOver = isOver
        desk.unlock()
        Signals.letIn(false)
        shift.end(relief: isOver ? .zero : Shift.gap)
        return !isOver
    }

    /// One round at the sockets; true if there is work for the thread that serves.
    private func findsWork(_ reader: some Reader) -> Bool {
        let stops = takeIn(reader)
        if !stops, reader.claimWork() {
            // The next to serve sees to the rest.
            pause = unread.isEmpty ? Shift.gap : .zero
            outbox.expectLook()
            return true
        }
        sendOut(reader, stops: stops)
        // The end may have come with a tick.
        return !isOver && reader.claimWork()
    }

    /// Reads what there is. True if the post should come to its end.
    private func takeIn(_ reader: some Reader) -> Bool {
        var ready = poll(for: pause).union(unread)
        // Always: a signal that came with a message is handled when the wait is over, and acts before it.
        for signal in pipe.read() where signal != 0 { reader.received(signal: Int32(signal)) }
        let (draining, stopping) = requests.take()
        // What has reached the process may not have reached the socket.
        if !draining.isEmpty { ready = Set(Self.polled) }
        unread = []
        if ready.contains(.iopub) { subscribers.readSubscriptions(welcome: reader.welcome) }
        for channel in [Channel.control, .stdin, .shell] where ready.contains(channel) {
            if read(channel, reader, limit: draining.isEmpty ? Self.readLimit : Int.max) { unread.insert(channel) }
        }
        for semaphore in draining { semaphore.signal() }
        return stopping
    }

    /// Sends what can leave, and decides for how long to wait.
    private func sendOut(_ reader: some Reader, stops: Bool) {
        let (items, due) = outbox.take(everything: stops, isActive: isActive)
        deliver(items, reader)
        let retry = subscribers.deliver(hurry: stops)
        let now = ContinuousClock.now
        if stops, subscribers.isEmpty || subscribers.isStalled { return close() }
        if now >= nextTick {
            reader.tick()
            nextTick = now + Self.longestSleep
        }
        pause = !unread.isEmpty ? .zero : min(nextTick - now, due.map { $0 - now } ?? Self.longestSleep, retry ?? Self.longestSleep)
        if isActive || !items.isEmpty { quietSince = now }
        isActive = false
        if exertion >= Self.rest.bytes {
            let wait = quietSince + Self.rest.after - now
            if wait <= .zero {
                reader.rest()
                exertion = 0
            } else {
                pause = min(pause, wait)
            }
        }
    }

    private func close() {
        (isOver, reader) = (true, nil)
        for semaphore in requests.close() { semaphore.signal() }
        for socket in sockets.values { socket.close() }
    }

    /// Waits until something happens, the desk free meanwhile, and finds out where: at sockets that nothing happened to there is nothing to read.
    private func poll(for time: Duration) -> Set<Channel> {
        var ready = heard()
        for place in watched.indices { watched[place].revents = 0 }
        // Rounded up, or the last millisecond would be spent in a loop.
        let milliseconds = time <= .zero || !ready.isEmpty ? 0 : Int32((time / .milliseconds(1)).rounded(.up))
        desk.unlock()
        let count = Foundation.poll(&watched, nfds_t(watched.count), milliseconds)
        desk.lock()
        guard count > 0 else { return ready }
        for (channel, place) in zip(Self.polled, watched) where place.revents != 0 { ready.insert(channel) }
        return ready
    }

    /// Where something came in: what was sent may have taken in the news of it.
    private func heard() -> Set<Channel> {
        var found = Set(sent.filter { sockets[$0]?.hasInput == true })
        sent = []
        if subscribers.hasHeard() { found.insert(.iopub) }
        return found
    }

    /// True if there may be more.
    private func read(_ channel: Channel, _ reader: some Reader, limit: Int) -> Bool {
        guard let socket = sockets[channel] else { return false }
        var count = 0
        while count < limit, let frames = socket.receive() {
            reader.received(frames, on: channel)
            // A frame takes about as much again as a short one is long.
            exertion = frames.reduce(exertion) { min(Self.rest.bytes, $0) + $1.count + 64 }
            count += 1
        }
        isActive = isActive || count > 0
        return count == limit
    }

    private func deliver(_ items: [Outbox.Item], _ reader: some Reader) {
        for item in items {
            switch item {
            case .sealed(.iopub, let frames, let rank): subscribers.append(frames, size: item.size, rank) { reader.seal(.standardOutput, $0, parent: $1) }
            case .sealed(let channel, let frames, _):
                sockets[channel]?.send(frames)
                sent.insert(channel)
                outbox.settle(item.size)
            case .stream(let stream, let text, let parent): subscribers.append(stream: text) { reader.seal(stream, $0, parent: parent) }
            }
        }
    }
}

/// What other threads ask of the post. The lock guards everything that changes.
private final class Requests: @unchecked Sendable {
    private let lock = NSLock()
    private var draining: [DispatchSemaphore] = []
    private var stopping = false
    private var closed = false

    func add(_ semaphore: DispatchSemaphore) -> Bool {
        lock.withLock {
            if !closed { draining.append(semaphore) }
            return !closed
        }
    }

    func stop() { lock.withLock { stopping = true } }

    func take() -> (draining: [DispatchSemaphore], stopping: Bool) {
        lock.withLock {
            defer { draining = [] }
            return (draining, stopping)
        }
    }

    func close() -> [DispatchSemaphore] {
        lock.withLock {
            closed = true
            defer { draining = [] }
            return draining
        }
    }
}
