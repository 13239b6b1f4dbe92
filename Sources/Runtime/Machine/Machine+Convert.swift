import IR

/// Casts of what an existential holds.
extension Machine {
    /// `Any` that holds `Int?` or `AnyHashable` gives what is in it, as casts see it; nil for nil.
    func flattened(_ existential: Existential) -> Existential? {
        if existential.type.isErasedKey { return flattened(Machine.base(of: existential.object)) }
        guard case .optional(let payload) = existential.type else { return existential }
        guard let object = existential.object else { return nil }
        let inner: Existential
        if payload.isRaw {
            inner = Existential(type: payload, bits: unsafeDowncast(object, to: RawBox.self).bits, object: nil)
        } else if payload.isOptional {
            inner = Existential(type: payload, bits: 0, object: unsafeDowncast(object, to: OptionalBox.self).value)
        } else if case .existential = payload {
            inner = unsafeDowncast(object, to: Existential.self)
        } else {
            inner = Existential(type: payload, bits: 0, object: object)
        }
        return flattened(inner)
    }

    /// What an `AnyHashable` holds.
    static func base(of key: AnyObject?) -> Existential {
        unsafeDowncast(unsafeDowncast(key.unsafelyUnwrapped, to: Aggregate.self).references[0].unsafelyUnwrapped, to: Existential.self)
    }

    /// Whether a value may be what an `AnyHashable` holds.
    private func isHashable(_ type: ValueType) -> Bool {
        switch type {
        case .integer, .double, .float, .bool, .string, .character: true
        case .optional(let part), .array(let part), .set(let part): isHashable(part)
        case .dictionary(_, let value): isHashable(value)
        case .nominal(let nominal): nominal.isHashable
        case .tuple, .native, .function, .existential, .metatype: false
        }
    }

    /// The value as one of exactly this type; a collection when all of its elements are.
    func converted(_ value: Existential, to target: ValueType) throws -> Existential? {
        if value.type == target { return value }
        switch (value.type, target) {
        case (_, .existential(let protocols)) where protocols.isEmpty: return Existential(type: target, bits: 0, object: value)
        case (_, .nominal(let nominal)) where nominal.isErasedKey:
            let inner = flattened(value) ?? value
            guard isHashable(inner.type) else { return nil }
            let key = Aggregate.make(references: 1, raws: 0)
            key.references[0] = inner
            return Existential(type: target, bits: 0, object: key)
        case (.metatype, .metatype(let wanted)):
            // Whether the type conforms to a protocol is asked beside this.
            guard let object = value.object else { return nil }
            let type = unsafeDowncast(object, to: TypeObject.self).type
            return type == wanted || wanted == .existential([]) ? Existential(type: target, bits: 0, object: object) : nil
        case (.array(let from), .array(let to)):
            var parts: [Existential] = []
            for element in elements(of: value.object, from) {
                guard let part = try converted(element, to: to) else { return nil }
                parts.append(part)
            }
            return Existential(type: target, bits: 0, object: array(of: parts, to))
        case (.dictionary(let fromKey, let fromValue), .dictionary(let toKey, let toValue)):
            guard let object = value.object else { return nil }
            let table = unsafeDowncast(object, to: TableObject.self)
            let result = TableObject(key: toKey, value: toValue)
            var position = table.nextPosition(from: 0)
            while position < table.end {
                let key = held(fromKey, table.keyWord(position), table.keyObject(position))
                let entry = held(fromValue, table.valueWord(position), table.valueObject(position))
                guard let newKey = try converted(key, to: toKey), let new = try converted(entry, to: toValue) else { return nil }
                let place = try result.findOrAdd(word: newKey.bits, object: newKey.object, machine: self).position
                result.setValue(place, word: new.bits, object: new.object)
                position = table.nextPosition(from: position + 1)
            }
            return Existential(type: target, bits: 0, object: result)
        case (.set(let from), .set(let to)):
            guard let object = value.object else { return nil }
            let table = unsafeDowncast(object, to: TableObject.self)
            let result = TableObject(key: to, value: nil)
            var position = table.nextPosition(from: 0)
            while position < table.end {
                guard let element = try converted(held(from, table.keyWord(position), table.keyObject(position)), to: to) else { return nil }
                _ = try result.findOrAdd(word: element.bits, object: element.object, machine: self)
                position = table.nextPosition(from: position + 1)
            }
            return Existential(type: target, bits: 0, object: result)
        default:
            guard value.type.isOptional || value.type.isErasedKey, let inner = flattened(value) else { return nil }
            return try converted(inner, to: target)
        }
    }

    /// What keeps a value from being one of the target type: of a collection, the first part that does.
    func misfit(_ value: Existential, _ target: ValueType) throws -> (ValueType, ValueType) {
        switch (value.type, target) {
        case (.array(let from), .array(let to)):
            for element in elements(of: value.object, from) where try converted(element, to: to) == nil { return try misfit(element, to) }
        case (.dictionary(let fromKey, let fromValue), .dictionary(let toKey, let toValue)):
            guard let object = value.object else { break }
            let table = unsafeDowncast(object, to: TableObject.self)
            var position = table.nextPosition(from: 0)
            while position < table.end {
                let key = held(fromKey, table.keyWord(position), table.keyObject(position))
                if try converted(key, to: toKey) == nil { return try misfit(key, toKey) }
                let entry = held(fromValue, table.valueWord(position), table.valueObject(position))
                if try converted(entry, to: toValue) == nil { return try misfit(entry, toValue) }
                position = table.nextPosition(from: position + 1)
            }
        default: break
        }
        return (value.type, target)
    }

    /// A value of this static type, which may be an existential itself.
    private func held(_ type: ValueType, _ bits: Word, _ object: AnyObject?) -> Existential {
        if case .existential = type, let object { return unsafeDowncast(object, to: Existential.self) }
        return Existential(type: type, bits: bits, object: object)
    }

    private func elements(of object: AnyObject?, _ type: ValueType) -> [Existential] {
        switch object {
        case let array as IntArray: array.elements.map { Existential(type: type, bits: $0, object: nil) }
        case let array as DoubleArray: array.elements.map { Existential(type: type, bits: Word(bitPattern: UInt($0.bitPattern)), object: nil) }
        case let array as BoolArray: array.elements.map { Existential(type: type, bits: $0 ? 1 : 0, object: nil) }
        case let array as WordArray: array.elements.map { Existential(type: type, bits: $0, object: nil) }
        case let array as ObjectArray: array.elements.map { held(type, 0, $0) }
        default: []
        }
    }

    private func array(of parts: [Existential], _ type: ValueType) -> AnyObject {
        switch type {
        case .integer(.int): IntArray(parts.map(\.bits))
        case .double: DoubleArray(parts.map { Double(bitPattern: UInt64(UInt(bitPattern: $0.bits))) })
        case .bool: BoolArray(parts.map { $0.bits != 0 })
        default: type.isRaw ? WordArray(parts.map(\.bits)) : ObjectArray(parts.map(\.object))
        }
    }
}
