import IR

/// The sized integers inside 64-bit words. Instructions name a kind by its number here.
package enum Integers {
    /// By number.
    static let kinds = IntegerKind.allCases
    package static func number(of kind: IntegerKind) -> Int { kinds.firstIndex(of: kind) ?? 0 }

    /// Whether a word that came out of 64-bit arithmetic is a value of the kind.
    @inline(__always)
    static func fits(_ word: Word, _ kind: Int) -> Bool { cut(word, kind) == word }

    @inline(__always)
    static func cut(_ word: Word, _ kind: Int) -> Word {
        // In the order of IntegerKind's cases.
        switch kind {
        case 1: Word(Int8(truncatingIfNeeded: word))
        case 2: Word(Int16(truncatingIfNeeded: word))
        case 3: Word(Int32(truncatingIfNeeded: word))
        case 6: Word(UInt8(truncatingIfNeeded: word))
        case 7: Word(UInt16(truncatingIfNeeded: word))
        case 8: Word(UInt32(truncatingIfNeeded: word))
        default: word
        }
    }

    /// The value of one kind as one of another: `UInt8(x)`.
    static func convert(_ word: Word, from source: IntegerKind, to target: IntegerKind) throws(Trap) -> Word {
        let isHuge = !source.isSigned && source.bits == 64 && word < 0
        if target.isSigned {
            guard !isHuge, fits(word, number(of: target)) else { throw Trap("Not enough bits to represent the passed value") }
            return word
        }
        if source.isSigned && word < 0 { throw Trap("Negative value is not representable") }
        guard target.bits == 64 || (!isHuge && fits(word, number(of: target))) else {
            throw Trap("Not enough bits to represent the passed value")
        }
        return word
    }

    static func convert(_ value: Double, to target: IntegerKind) throws(Trap) -> Word {
        guard value.isFinite else {
            throw Trap("Double value cannot be converted to \(target.rawValue) because it is either infinite or NaN")
        }
        let whole = value.rounded(.towardZero)
        let upper = Double(sign: .plus, exponent: target.isSigned ? target.bits - 1 : target.bits, significand: 1)
        guard whole >= (target.isSigned ? -upper : 0) else {
            throw Trap("Double value cannot be converted to \(target.rawValue) because the result would be less than \(target.rawValue).min")
        }
        guard whole < upper else {
            throw Trap("Double value cannot be converted to \(target.rawValue) because the result would be greater than \(target.rawValue).max")
        }
        return target.isSigned ? Int(whole) : Int(bitPattern: UInt(whole))
    }

    /// As Swift prints it.
    static func text(_ word: Word, _ kind: IntegerKind) -> String {
        kind.isSigned || kind.bits < 64 ? String(word) : String(UInt(bitPattern: word))
    }
}
