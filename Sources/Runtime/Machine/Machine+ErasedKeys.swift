import IR

/// `AnyHashable`: keys of different types are the same where Swift says so, numbers by what they are worth and collections by their elements.
extension Machine {
    /// What a number is worth, in one form for all its types.
    private enum Number: Equatable {
        case whole(Int), large(UInt), fraction(Double)

        init?(_ value: Existential) {
            switch value.type {
            case .integer(let kind): self = kind.isSigned || value.bits >= 0 ? .whole(value.bits) : .large(UInt(bitPattern: value.bits))
            case .double: self.init(Double(word: value.bits))
            case .float: self.init(Double(Float(word: value.bits)))
            default: return nil
            }
        }
        private init(_ value: Double) { self = Int(exactly: value).map(Number.whole) ?? UInt(exactly: value).map(Number.large) ?? .fraction(value) }
    }

    func equalKeys(_ a: Existential, _ b: Existential, of type: ValueType, _ depth: Int) throws -> Bool {
        if let left = Number(a), let right = Number(b) { return left == right }
        if a.type == b.type { return try equal(a.type, a.bits, a.object, b.bits, b.object, depth + 1) }
        guard let left = try generalized(a, to: type), let right = try generalized(b, to: type), left.type == right.type else { return false }
        return try equal(left.type, left.bits, left.object, right.bits, right.object, depth + 1)
    }

    func hashKey(_ key: Existential, of type: ValueType, _ hasher: HasherObject, _ depth: Int) throws {
        switch Number(key) {
        case .whole(let value): hasher.combine(UInt64(bitPattern: Int64(value)))
        case .large(let value): hasher.combine(UInt64(value))
        case .fraction(let value): hasher.combine(value.bitPattern)
        case nil:
            let general = try generalized(key, to: type) ?? key
            try hash(general.type, general.bits, general.object, hasher, depth + 1)
        }
    }

    /// A collection as one of keys.
    private func generalized(_ value: Existential, to key: ValueType) throws -> Existential? {
        switch value.type {
        case .array: try converted(value, to: .array(key))
        case .set: try converted(value, to: .set(key))
        case .dictionary: try converted(value, to: .dictionary(key: key, value: key))
        default: nil
        }
    }
}
