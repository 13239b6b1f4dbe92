import CMachine

/// `Hasher`: the same for the same values in every run, unlike Swift's.
package final class HasherObject {
    package private(set) var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init() {}
    init(state: UInt64) { self.state = state }

    package func combine(_ word: UInt64) {
        state = HasherObject.mix(state ^ word)
    }
    package func combine(_ text: String) {
        combine(UInt64(bitPattern: Int64(HasherObject.hash(text))))
    }
    package func finalize() -> Int { Int(truncatingIfNeeded: HasherObject.mix(state)) }

    /// The finalizer of splitmix64: every bit of the word moves every bit of the result.
    @inline(__always)
    static func mix(_ word: UInt64) -> UInt64 {
        var z = word &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// The same for equal texts. Texts with canonically equivalent spellings are equal in Swift, so one that is not plain
    /// ASCII is hashed by what all its spellings share: the number of characters, and the plain ones among them.
    static func hash(_ text: String) -> Int {
        var bytes = text
        let plain = bytes.withUTF8 { bytes in bytes.baseAddress.map { machine_hash_text($0, bytes.count) } ?? machine_hash_text([], 0) }
        if plain >= 0 { return plain }
        var state: UInt64 = 0
        for character in text { state = state &* 0x100_0000_01B3 &+ UInt64(character.asciiValue ?? 0) &+ 1 }
        return Int(truncatingIfNeeded: mix(state))
    }
}
