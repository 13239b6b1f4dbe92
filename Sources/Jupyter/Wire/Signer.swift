import Crypto
import Display

/// Signs and checks messages: HMAC-SHA256 over the four frames exactly as they travel, in lower-case hexadecimal.
///
/// An empty key means that nothing is signed and nothing checked.
package struct Signer: Sendable {
    private let key: SymmetricKey?

    package init(key: String) { self.key = key.isEmpty ? nil : SymmetricKey(data: Array(key.utf8)) }

    package func signature(of frames: some Sequence<[UInt8]>) -> [UInt8] {
        guard let key else { return [] }
        var code = HMAC<SHA256>(key: key)
        for frame in frames { code.update(data: frame) }
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
        guard key != nil else { return true }
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
