import Display
import Foundation

/// A kernel: sockets on one side, an engine on the other.
// What changes is touched at the post's desk alone, once `run` has begun.
package final class Kernel: @unchecked Sendable {
    package let comms = Comms()
    private let engine: any Engine
    private let signer: Signer
    private let context: SocketContext
    private let heartbeatEndpoint: String
    private let mail: Correspondence
    private let execution: Execution
    private let aside: Aside
    private var seen = SeenSignatures()
    private var usage = UsageMeter()
    private var parent: ParentWatch?

    /// Listens on the connection's endpoints, or throws at once if one of them is taken.
    ///
    /// - Parameter paced: whether streams are kept below the rate above which Jupyter's server cuts output off.
    package init(_ connection: Connection, engine: any Engine, paced: Bool = false) throws(ConnectionError) {
        self.engine = engine
        signer = Signer(key: connection.key)
        context = try SocketContext()
        let post = try Post(connection, context: context, paced: paced) { engine.archive }
        heartbeatEndpoint = try Heartbeat.start(on: connection.endpoint(.heartbeat), in: context)
        mail = Correspondence(post: post, envelope: Envelope(signer: signer))
        execution = Execution(engine: engine, mail: mail, comms: comms)
        aside = Aside(engine: engine, mail: mail)
    }

    /// Where each channel listens.
    package var endpoints: [Channel: String] { mail.post.endpoints.merging([.heartbeat: heartbeatEndpoint]) { $1 } }

    /// Serves until it is told to leave. `ownsProcess` takes the signals SIGINT and SIGTERM, and leaves when the process that started this one is gone.
    package func run(ownsProcess: Bool = false) {
        if ownsProcess {
            Signals.forward([SIGINT, SIGTERM], to: mail.post.signalDescriptor)
            parent = ParentWatch()
        }
        aside.start()
        let mail = mail
        mail.publish(.status(.starting), parent: [])
        comms.connect { mail.publish(.comm($0), parent: $1) }
        comms.register(Comms.echo) { message, send in
            guard message.kind == .message else { return }
            send(CommMessage(.message, id: message.id, data: message.data, metadata: message.metadata, buffers: message.buffers))
        }
        let over = DispatchSemaphore(value: 0)
        for isFirst in [true, false] {
            startThread(named: "cells", stack: Execution.stack) {
                if isFirst { self.execution.start() }
                while self.mail.post.serve(self) { self.execution.work() }
                over.signal()
            }
        }
        // For one of them: the other may be at a cell that cannot be stopped.
        over.wait()
        aside.stop()
        context.shutdown()
        context.terminate()
    }
}

extension Kernel: Post.Reader {
    func received(_ frames: [[UInt8]], on channel: Channel) {
        // What is not signed, or not a message, is dropped without a word: it may not even be meant for us.
        guard let message = try? Message(frames: frames, signer: signer, seen: &seen) else { return }
        guard channel != .stdin else {
            if message.header.type == "input_reply" { execution.deliverInput(message.content["value"]?.string ?? "", parent: message.parentID) }
            return
        }
        let request = Request(message, on: channel)
        switch request.type {
        case .execute, .commOpen, .commMessage, .commClose: execution.enqueue(request)
        case .complete, .inspect, .isComplete, .history: aside.enqueue(request)
        case .shutdown: execution.leave(request, restart: message.content["restart"]?.bool ?? false)
        case .kernelInfo: mail.bracket(request) { .kernelInfo(engine) }
        case .commInfo: mail.bracket(request) { .comms(comms.list(target: message.content["target_name"]?.string)) }
        case .usage: mail.bracket(request) { .usage(usage.measure()) }
        case .interrupt:
            mail.bracket(request) {
                execution.interrupt()
                return .done
            }
        case nil: mail.bracket(request) { refusal(of: message.header.type) }
        }
    }

    private func refusal(of type: String) -> Reply? {
        guard type.hasSuffix("_request") else { return nil }
        return .failure(ExecutionFailure(name: "UnknownRequest", message: "this kernel does not answer \(type)", traceback: []), count: nil)
    }

    func welcome(subscription topic: [UInt8]) -> [[UInt8]] { mail.sealed(.welcome(subscription: topic), parent: []) }

    func received(signal: Int32) {
        switch signal {
        case SIGINT: execution.interrupt()
        default: execution.leave(nil, restart: false)
        }
    }

    func claimWork() -> Bool { execution.claim() }

    func rest() { engine.rest() }

    func tick() {
        if parent?.isGone == true { execution.leave(nil, restart: false) }
        execution.leaveIfStuck()
    }

    func seal(_ stream: Output.Stream, _ text: String, parent: [UInt8]) -> [[UInt8]] { mail.seal(stream, text, parent: parent) }
}
