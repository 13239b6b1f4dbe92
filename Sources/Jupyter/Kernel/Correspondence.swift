import Display

/// A message that wants something of the kernel, and where it came in.
struct Request: Sendable {
    var channel: Channel
    var message: Message
    /// Nil for what this kernel does not know.
    var type: RequestType?

    init(_ message: Message, on channel: Channel) { (self.message, self.channel, self.type) = (message, channel, RequestType(rawValue: message.header.type)) }

    /// The header, as it becomes the parent of every answer.
    var parent: [UInt8] { message.header.bytes }
}

/// How every thread of the kernel speaks to the clients.
struct Correspondence: Sendable {
    let post: Post
    let envelope: Envelope

    /// Every request goes through here, so that on every path there is busy, at most one reply, idle, in this order. `body` returns the reply, nil for a message that
    /// has none; `afterwards` says what else belongs to the request.
    ///
    /// - Parameter isFollowed: whether the same thread goes on to another request. What this one had to say may then wait a millisecond and leave with what follows.
    func bracket(_ request: Request, isFollowed: () -> Bool = { false }, _ body: () -> Reply?, afterwards: () -> Void = {}) {
        publish(.status(.busy), parent: request.parent)
        if let reply = body() { send(reply, to: request) }
        afterwards()
        let rank = request.type == .execute ? Outbox.Rank.cellEnd(parent: request.parent) : .state
        post.send(.iopub, sealed(.status(.idle), parent: request.parent), rank, isEnd: !isFollowed())
    }

    /// - Parameter isEnd: whether it leaves at once, with all that waits before it.
    func publish(_ publication: Publication, parent: [UInt8], isEnd: Bool? = nil) {
        switch publication {
        case .stream(let stream, let text): post.stream(stream, text, parent: parent)
        default:
            post.send(.iopub, sealed(publication, parent: parent), publication.isDroppable ? .output : .state, isEnd: isEnd ?? publication.endsSomething)
        }
    }

    /// A publication's frames, its topic first.
    func sealed(_ publication: Publication, parent: [UInt8]) -> [[UInt8]] {
        let message: CommMessage? = if case .comm(let message) = publication { message } else { nil }
        return [topic(of: publication)]
            + envelope.seal(publication.type, parent: parent, metadata: message?.metadata ?? .empty, content: publication.content, buffers: message?.buffers ?? [])
    }

    /// The frames of a stream's text, which is sealed as late as possible, since it grows while it waits.
    func seal(_ stream: Output.Stream, _ text: String, parent: [UInt8]) -> [[UInt8]] {
        let publication = Publication.stream(stream, text)
        return [topic(of: publication)] + envelope.seal(publication.type, parent: parent, content: publication.content)
    }

    /// Returns the question's id.
    func ask(_ prompt: String, password: Bool, of request: Request) -> String {
        let content: JSON = ["prompt": .string(prompt), "password": .bool(password)]
        let id = envelope.newID()
        post.send(.stdin, request.message.identities + envelope.seal("input_request", id: id, parent: request.parent, content: content))
        return id
    }

    private func send(_ reply: Reply, to request: Request) {
        var type = request.message.header.type
        if type.hasSuffix("_request") { type.removeLast("_request".count) }
        // The idle status follows: both leave together.
        post.send(request.channel, request.message.identities + envelope.seal(type + "_reply", parent: request.parent, content: reply.content), isEnd: false)
    }

    private func topic(of publication: Publication) -> [UInt8] {
        // A welcome must match what was subscribed to, or it would not reach the new subscriber.
        if case .welcome(let subscription) = publication { return subscription }
        return Array("kernel.\(envelope.session).\(publication.type)".utf8)
    }
}
