import Display
import Foundation

/// Runs cells, and holds the queue of those that wait. One thread works through it at a time: the one that found it to be nobody's.
// The lock guards everything that changes.
final class Execution: @unchecked Sendable {
    private enum Job {
        case request(Request)
        /// The end, asked for by a message or, without one, by a signal or the parent's death.
        case leave(Request?, restart: Bool)
    }

    private let engine: any Engine
    private let mail: Correspondence
    private let comms: Comms
    private let input = InputBox()

    private let lock = NSLock()
    private var queue: [Job] = []
    /// Whether a thread works through the queue. First of all one starts the engine.
    private var isTaken = true
    /// Whether a cell runs.
    private var isRunning = false
    private var wasInterrupted = false
    private var leaving: (request: Request?, restart: Bool, since: ContinuousClock.Instant)?
    private var hasLeft = false

    /// Deep recursion in a cell is met by the machine's own limit before it meets the end of this.
    static let stack = 512 << 20
    /// Jupyter kills a kernel 2.5 s after it asked it to leave.
    private static let leaveLimit = Duration.milliseconds(1200)

    init(engine: any Engine, mail: Correspondence, comms: Comms) { (self.engine, self.mail, self.comms) = (engine, mail, comms) }

    // MARK: Any thread

    func enqueue(_ request: Request) { lock.withLock { queue.append(.request(request)) } }

    /// Whether something waits that nobody works on. The thread that asked has to `work` then.
    func claim() -> Bool {
        lock.withLock {
            guard !queue.isEmpty, !isTaken else { return false }
            isTaken = true
            return true
        }
    }

    func deliverInput(_ text: String, parent: String?) { input.deliver(text, parent: parent) }

    /// Stops the running cell and gives up the ones that wait; does nothing when there are none.
    func interrupt() {
        let waiting: [Request] = lock.withLock {
            guard isRunning else { return takeExecutes() }
            wasInterrupted = true
            engine.interrupt()
            input.interrupt()
            mail.post.setUrgent(true)
            return []
        }
        abort(waiting)
    }

    /// Ends the kernel: at once if nothing runs, else as soon as the interrupted cell has stopped.
    func leave(_ request: Request?, restart: Bool) {
        lock.withLock {
            guard leaving == nil else { return }
            leaving = (request, restart, .now)
            queue.append(.leave(request, restart: restart))
        }
        interrupt()
    }

    /// A cell that cannot be stopped must not keep the kernel from leaving. What was committed is on disk.
    func leaveIfStuck() {
        let stuck: (request: Request?, restart: Bool)? = lock.withLock {
            guard let leaving, !hasLeft, .now - leaving.since > Self.leaveLimit else { return nil }
            hasLeft = true
            return (leaving.request, leaving.restart)
        }
        if let stuck { sayFarewell(stuck.request, restart: stuck.restart) }
    }

    // MARK: The thread that works

    /// What comes before the first cell, and the cells that have come meanwhile. The engine's other threads may ask already, and wait.
    func start() {
        engine.start()
        work()
    }

    /// Works until nothing waits. The thread's stack must be `stack` bytes.
    func work() { while let job = next() { perform(job) } }

    /// Whether another request waits for this thread.
    private var isFollowed: Bool { lock.withLock { !queue.isEmpty } }

    private func next() -> Job? {
        lock.withLock {
            guard !queue.isEmpty else {
                isTaken = false
                return nil
            }
            let job = queue.removeFirst()
            // From here on an interrupt means this cell, also if it comes before the cell has begun.
            if case .request(let request) = job, request.type == .execute { isRunning = true }
            return job
        }
    }

    private func perform(_ job: Job) {
        switch job {
        case .leave(let request, let restart):
            engine.shutdown(restart: restart)
            let first = lock.withLock {
                defer { hasLeft = true }
                return !hasLeft
            }
            if first { sayFarewell(request, restart: restart) }
        case .request(let request):
            switch request.type {
            case .commOpen: receive(CommMessage(.open, request.message), of: request)
            case .commMessage: receive(CommMessage(.message, request.message), of: request)
            case .commClose: receive(CommMessage(.close, request.message), of: request)
            default: execute(request)
            }
        }
    }

    private func sayFarewell(_ request: Request?, restart: Bool) {
        if let request {
            mail.bracket(request) {
                .shutdown(restart: restart)
            } afterwards: {
                mail.publish(.shutdown(restart: restart), parent: request.parent)
            }
        } else {
            mail.publish(.shutdown(restart: restart), parent: [])
        }
        mail.post.stop()
    }

    private func receive(_ message: CommMessage, of request: Request) {
        mail.bracket(request) {
            comms.receive(message, parent: request.parent)
            return nil
        }
    }

    private func execute(_ request: Request) {
        var waiting: [Request] = []
        mail.bracket(request, isFollowed: { isFollowed }) {
            let call = ExecuteRequest(request.message)
            let last = engine.executionCount
            // Nothing runs, so nothing is counted; but front ends ask for expressions so.
            let isEmpty = call.code.allSatisfy(\.isWhitespace)
            let count = call.storeHistory && !isEmpty ? last + 1 : last
            // The client reads that its cell has begun while the cell runs.
            if !call.silent, !isEmpty { mail.publish(.input(code: call.code, count: count), parent: request.parent, isEnd: !isFollowed) }
            let (reply, failure, interrupted) = run(call, isEmpty: isEmpty, count, request)
            if let failure {
                if !call.silent { mail.publish(.error(failure), parent: request.parent) }
            }
            if interrupted || failure != nil && call.stopOnError {
                // What the client had sent by now, it sent without knowing of the failure.
                mail.post.drain()
                waiting = lock.withLock { takeExecutes() }
            }
            return reply
        }
        abort(waiting)
    }

    private func run(_ call: ExecuteRequest, isEmpty: Bool, _ count: Int, _ request: Request) -> (Reply, ExecutionFailure?, interrupted: Bool) {
        let cell = CellRequest(
            code: call.code, executionCount: count, storeHistory: call.storeHistory, silent: call.silent, cellID: call.cellID, isWatched: call.allowStdin && !call.silent)
        let outcome = isEmpty ? .ok() : engine.execute(cell, port: port(call, count, request))
        var expressions: [(name: String, value: Result<MIMEBundle, ExecutionFailure>)] = []
        if case .ok = outcome { expressions = call.userExpressions.map { ($0.name, engine.evaluate($0.code)) } }
        let interrupted = finish()
        switch outcome {
        case .ok(let payloads): return (.executed(count: count, payloads: payloads, expressions: expressions), nil, interrupted)
        case .failure(let failure): return (.failure(failure, count: count), failure, interrupted)
        }
    }

    /// Whether the cell that has just ended was told to stop.
    private func finish() -> Bool {
        lock.withLock {
            isRunning = false
            engine.clearInterrupt()
            input.reset()
            if wasInterrupted { mail.post.setUrgent(false) }
            defer { wasInterrupted = false }
            return wasInterrupted
        }
    }

    private func port(_ call: ExecuteRequest, _ count: Int, _ request: Request) -> CellPort {
        let (mail, input, parent) = (mail, input, request.parent)
        // A result is the last that a cell has to say: it is read while the cell is committed.
        return CellPort(
            output: { output in
                guard !call.silent, let publication = Publication(output, count: count) else { return }
                if case .result = output { mail.publish(publication, parent: parent, isEnd: !self.isFollowed) } else { mail.publish(publication, parent: parent) }
                mail.post.waitForRoom()
            },
            input: { (prompt, password) throws(InputFailure) in
                guard call.allowStdin else { throw .notAllowed }
                return try input.wait(for: request.message.header.id) { mail.ask(prompt, password: password, of: request) }
            })
    }

    /// The cells that wait, taken off the queue. The lock must be held.
    private func takeExecutes() -> [Request] {
        var taken: [Request] = []
        queue.removeAll { job in
            guard case .request(let request) = job, request.type == .execute else { return false }
            taken.append(request)
            return true
        }
        return taken
    }

    private func abort(_ requests: [Request]) {
        let failure = ExecutionFailure(name: "ExecutionAborted", message: "a cell before this one failed or was interrupted", traceback: [])
        for request in requests { mail.bracket(request) { .failure(failure, count: engine.executionCount) } }
    }
}

extension Publication {
    /// Nil for what goes with the reply: the engine gives it as a payload.
    fileprivate init?(_ output: Output, count: Int) {
        switch output {
        case .stream(let stream, let text): self = .stream(stream, text)
        case .result(let bundle): self = .result(bundle, count: count)
        case .display(let bundle, let id): self = .display(bundle, id: id)
        case .update(let bundle, let id): self = .update(bundle, id: id)
        case .clear(let wait): self = .clear(wait: wait)
        case .page, .nextInput: return nil
        case .error(let name, let message, let traceback): self = .error(ExecutionFailure(name: name, message: message, traceback: traceback))
        }
    }
}
