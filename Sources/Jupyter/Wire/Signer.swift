import Crypto
import Display

/// Signs and checks messages: HMAC-SHA256 over the four frames exactly as they travel, in lower-case hexadecimal.
///
/// An empty key means that nothing is signed and nothing checked.
package struct Signer: Sendable {
    /// Has taken in the key, and nothing else: beginning with it costs as much as a short message.
    private let keyed: HMAC<SHA256>?

    package init(key: String) { keyed = key.isEmpty ? nil : HMAC(key: SymmetricKey(data: Array(key.utf8))) }

    package func signature(of frames: some Sequence<[UInt8]>) -> [UInt8] {
        guard var code = keyed else { return [] }
        // In one piece: each update has a price of its own.
        code.update(data: frames.reduce(into: [UInt8]()) { $0 += $1 })
        var text: [UInt8] = []
        text.reserveCapacity(64)
        code.finalize().withUnsafeBytes { digest in
            for byte in digest {
                text.append(JSON.hexadecimal[Int(byte >> 4)])
                text.append(JSON.hexadecimal[Int(byte & 15)])
            }
        }
        return text
    }

    /// Takes as long for a wrong signature as for a right one.
    package func accepts(_ signature: [UInt8], of frames: some Sequence<[UInt8]>) -> Bool {
        guard keyed != nil else { return true }
        let expected = self.signature(of: frames)
        guard signature.count == expected.count else { return false }
        return zip(signature, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// The signatures seen of late: a message whose signature was there before is a replay.
///
/// Two generations of a bounded size, so that memory stays where it is.
package struct SeenSignatures {
    private var recent: Set<[UInt8]> = []
    private var older: Set<[UInt8]> = []
    private let generation: Int

    package init(generation: Int = 8192) { self.generation = generation }

    /// False if the signature was there before.
    package mutating func insert(_ signature: [UInt8]) -> Bool {
        if signature.isEmpty { return true }
        guard !older.contains(signature), recent.insert(signature).inserted else { return false }
        if recent.count >= generation { (older, recent) = (recent, []) }
        return true
    }
}
