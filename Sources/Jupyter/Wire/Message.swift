import Display

/// The one version of the protocol that the kernel announces, in every header, in kernel_info_reply and in the kernelspec.
package let protocolVersion = "5.5"

/// A message as it came: parsed, and with the header's bytes, which become the parent header of every answer.
package struct Message: Sendable {
    package struct Header: Sendable {
        package var id: String
        package var type: String
        package var session: String
        /// The bytes as received.
        package var bytes: [UInt8]
    }

    /// The routing frames before the delimiter, all of them.
    package var identities: [[UInt8]]
    package var header: Header
    /// The id of the message that this one answers, if it names one.
    package var parentID: String?
    package var metadata: JSON
    package var content: JSON
    package var buffers: [[UInt8]]
}

/// Why frames are not a message to be answered. Such messages are dropped without a word.
package enum WireError: Error, Equatable, Sendable, CustomStringConvertible {
    case noDelimiter
    case tooFewFrames(Int)
    case wrongSignature
    case replayed
    case malformed(frame: String, JSONError)
    case missing(field: String)

    package var description: String {
        switch self {
        case .noDelimiter: "the message has no <IDS|MSG> frame"
        case .tooFewFrames(let count): "the message has \(count) frames after its delimiter; a signature and four more must follow it"
        case .wrongSignature: "the signature is not that of the message"
        case .replayed: "the signature was seen before"
        case .malformed(let frame, let error): "the frame `\(frame)` is malformed: \(error)"
        case .missing(let field): "the header has no `\(field)`"
        }
    }
}

extension Message {
    package static let delimiter = Array("<IDS|MSG>".utf8)

    package init(frames: [[UInt8]], signer: Signer, seen: inout SeenSignatures) throws(WireError) {
        guard let mark = frames.firstIndex(of: Self.delimiter) else { throw .noDelimiter }
        let count = frames.count - mark - 1
        guard count >= 5 else { throw .tooFewFrames(count) }
        let signature = frames[mark + 1]
        let signed = frames[(mark + 2) ..< (mark + 6)]
        guard signer.accepts(signature, of: signed) else { throw .wrongSignature }
        guard seen.insert(signature) else { throw .replayed }

        let header = try Self.parse(frames[mark + 2], "header")
        guard let id = header["msg_id"]?.string else { throw .missing(field: "msg_id") }
        guard let type = header["msg_type"]?.string else { throw .missing(field: "msg_type") }
        self.identities = Array(frames[..<mark])
        self.header = Header(id: id, type: type, session: header["session"]?.string ?? "", bytes: frames[mark + 2])
        self.parentID = try Self.parse(frames[mark + 3], "parent_header")["msg_id"]?.string
        self.metadata = try Self.parse(frames[mark + 4], "metadata")
        self.content = try Self.parse(frames[mark + 5], "content")
        self.buffers = Array(frames[(mark + 6)...])
    }

    private static func parse(_ frame: [UInt8], _ name: String) throws(WireError) -> JSON {
        do { return try JSON(bytes: frame) } catch { throw .malformed(frame: name, error) }
    }
}
