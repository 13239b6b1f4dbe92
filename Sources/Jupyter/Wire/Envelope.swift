import Display
import Foundation
import Synchronization

/// Turns contents into signed frames. One for each kernel process: it holds the session id, and no two headers it writes are alike.
package final class Envelope: Sendable {
    package let session: String
    private let signer: Signer
    private let user: String
    private let count = Atomic<Int>(0)

    package init(signer: Signer) {
        session = UUID().uuidString.lowercased()
        user = ProcessInfo.processInfo.environment["USER"] ?? "engram"
        self.signer = signer
    }

    /// An id that no other message of the session has.
    package func newID() -> String { "\(session)_\(count.add(1, ordering: .relaxed).newValue)" }

    /// The frames of a message, without identities or topic. `parent` is a header as it was received, empty for none.
    package func seal(_ type: String, id: String? = nil, parent: [UInt8], metadata: JSON = .empty, content: JSON, buffers: [[UInt8]] = []) -> [[UInt8]] {
        let header: JSON = [
            "msg_id": .string(id ?? newID()), "session": .string(session), "username": .string(user),
            "date": .string(Self.now()), "msg_type": .string(type), "version": .string(protocolVersion),
        ]
        let signed = [header.bytes, parent.isEmpty ? Array("{}".utf8) : parent, metadata.bytes, content.bytes]
        return [Message.delimiter, signer.signature(of: signed)] + signed + buffers
    }

    /// ISO 8601 in UTC to the microsecond. Foundation's formatter costs as much as the rest of the message.
    private static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var parts = tm()
        gmtime_r(&time.tv_sec, &parts)
        var text = ""
        text.reserveCapacity(27)
        pad(Int(parts.tm_year) + 1900, 4, "-")
        pad(Int(parts.tm_mon) + 1, 2, "-")
        pad(Int(parts.tm_mday), 2, "T")
        pad(Int(parts.tm_hour), 2, ":")
        pad(Int(parts.tm_min), 2, ":")
        pad(Int(parts.tm_sec), 2, ".")
        pad(Int(time.tv_nsec) / 1000, 6, "Z")
        return text

        func pad(_ value: Int, _ width: Int, _ end: String) {
            let digits = String(value)
            for _ in digits.utf8.count ..< max(width, digits.utf8.count) { text += "0" }
            text += digits
            text += end
        }
    }
}
