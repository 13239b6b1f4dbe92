import IR

/// `==` and `hash(into:)` of values of any type: part by part, and by the functions of hand-written conformances.
extension Machine {
    package func equal(_ type: ValueType, _ left: (Word, AnyObject?), _ right: (Word, AnyObject?)) throws -> Bool {
        try equal(type, left.0, left.1, right.0, right.1, 0)
    }

    func equal(_ type: ValueType, _ a: Word, _ x: AnyObject?, _ b: Word, _ y: AnyObject?, _ depth: Int) throws -> Bool {
        guard depth < Machine.depthLimit else { throw Trap.stackOverflow }
        switch type {
        case .integer, .bool: return a == b
        case .double: return Double(word: a) == Double(word: b)
        case .float: return Float(word: a) == Float(word: b)
        case .string: return x === y || String(reference: x) == String(reference: y)
        case .character: return Character(reference: x) == Character(reference: y)
        case .tuple(let elements): return try equalFields(elements.map(\.type), x, y, depth)
        case .optional(let wrapped):
            guard let x, let y else { return x == nil && y == nil }
            let (left, right) = (Machine.payload(x, of: wrapped), Machine.payload(y, of: wrapped))
            return try equal(wrapped, left.word, left.object, right.word, right.object, depth + 1)
        case .array(let element):
            let count = Arrays.count(x, of: element)
            guard count == Arrays.count(y, of: element) else { return false }
            for index in 0 ..< count {
                let (left, right) = (Arrays.element(x, index, of: element), Arrays.element(y, index, of: element))
                guard try equal(element, left.word, left.object, right.word, right.object, depth + 1) else { return false }
            }
            return true
        case .set, .dictionary: return try equalTables(x, y, depth)
        case .nominal(let nominal):
            if nominal.isErasedKey { return try equalKeys(Machine.base(of: x), Machine.base(of: y), of: type, depth) }
            if let own = nominal.equals {
                return try enter(functions[Int(own)]) { raws, objects in
                    if nominal.isRaw { (raws[0], raws[1]) = (a, b) } else { (objects[0], objects[1]) = (x, y) }
                } read: { raws, _ in
                    raws[0] != 0
                }
            }
            if nominal.isRaw { return a == b }
            guard nominal.kind == .enumeration else { return try equalFields(nominal.fields.map(\.type), x, y, depth) }
            let (left, right) = (unsafeDowncast(x.unsafelyUnwrapped, to: Aggregate.self), unsafeDowncast(y.unsafelyUnwrapped, to: Aggregate.self))
            guard left.tag == right.tag else { return false }
            return try equalFields(nominal.cases[left.tag].payload.map(\.type), x, y, depth)
        case .native:
            let (left, right) = (unsafeDowncast(x.unsafelyUnwrapped, to: NativeObject.self), unsafeDowncast(y.unsafelyUnwrapped, to: NativeObject.self))
            return left.isEqual(to: right)
        case .existential:
            let (left, right) = (unsafeDowncast(x.unsafelyUnwrapped, to: Existential.self), unsafeDowncast(y.unsafelyUnwrapped, to: Existential.self))
            return try left.type == right.type && equal(left.type, left.bits, left.object, right.bits, right.object, depth + 1)
        case .metatype:
            return unsafeDowncast(x.unsafelyUnwrapped, to: TypeObject.self).type == unsafeDowncast(y.unsafelyUnwrapped, to: TypeObject.self).type
        case .function: return x === y
        }
    }

    private func equalFields(_ types: [ValueType], _ x: AnyObject?, _ y: AnyObject?, _ depth: Int) throws -> Bool {
        if types.isEmpty { return true }
        let (left, right) = (unsafeDowncast(x.unsafelyUnwrapped, to: Aggregate.self), unsafeDowncast(y.unsafelyUnwrapped, to: Aggregate.self))
        var (reference, raw) = (0, 0)
        for type in types {
            if type.isRaw {
                guard try equal(type, left.raws[raw], nil, right.raws[raw], nil, depth + 1) else { return false }
                raw += 1
            } else {
                guard try equal(type, 0, left.references[reference], 0, right.references[reference], depth + 1) else { return false }
                reference += 1
            }
        }
        return true
    }

    private func equalTables(_ x: AnyObject?, _ y: AnyObject?, _ depth: Int) throws -> Bool {
        let (left, right) = (unsafeDowncast(x.unsafelyUnwrapped, to: TableObject.self), unsafeDowncast(y.unsafelyUnwrapped, to: TableObject.self))
        guard left.count == right.count else { return false }
        var position = left.nextPosition(from: 0)
        while position < left.end {
            let other = try right.find(word: left.keyWord(position), object: left.keyObject(position), machine: self)
            guard other >= 0 else { return false }
            if let value = left.valueType {
                let isSame = try equal(
                    value, left.valueWord(position), left.valueObject(position), right.valueWord(other), right.valueObject(other), depth + 1)
                guard isSame else { return false }
            }
            position = left.nextPosition(from: position + 1)
        }
        return true
    }

    /// Feeds a value into a hasher.
    package func hash(_ type: ValueType, _ word: Word, _ object: AnyObject?, into hasher: HasherObject) throws {
        try hash(type, word, object, hasher, 0)
    }

    func hash(_ type: ValueType, _ word: Word, _ object: AnyObject?, _ hasher: HasherObject, _ depth: Int) throws {
        guard depth < Machine.depthLimit else { throw Trap.stackOverflow }
        switch type {
        case .integer, .bool: hasher.combine(UInt64(bitPattern: Int64(word)))
        case .double: hasher.combine((Double(word: word) + 0).bitPattern)
        case .float: hasher.combine(UInt64((Float(word: word) + 0).bitPattern))
        case .string: hasher.combine(String(reference: object))
        case .character: hasher.combine(String(Character(reference: object)))
        case .tuple(let elements): try hashFields(elements.map(\.type), object, hasher, depth)
        case .optional(let wrapped):
            hasher.combine(object == nil ? 0 : 1)
            guard let object else { return }
            let payload = Machine.payload(object, of: wrapped)
            try hash(wrapped, payload.word, payload.object, hasher, depth + 1)
        case .array(let element):
            let count = Arrays.count(object, of: element)
            hasher.combine(UInt64(count))
            for index in 0 ..< count {
                let (word, part) = Arrays.element(object, index, of: element)
                try hash(element, word, part, hasher, depth + 1)
            }
        case .set, .dictionary:
            // The order of entries must not matter.
            let table = unsafeDowncast(object.unsafelyUnwrapped, to: TableObject.self)
            var sum = 0
            var position = table.nextPosition(from: 0)
            while position < table.end {
                let entry = HasherObject()
                try hash(table.keyType, table.keyWord(position), table.keyObject(position), entry, depth + 1)
                if let value = table.valueType { try hash(value, table.valueWord(position), table.valueObject(position), entry, depth + 1) }
                sum &+= entry.finalize()
                position = table.nextPosition(from: position + 1)
            }
            hasher.combine(UInt64(bitPattern: Int64(sum)))
        case .nominal(let nominal):
            if nominal.isErasedKey { return try hashKey(Machine.base(of: object), of: type, hasher, depth) }
            if let own = nominal.hash {
                let slot = UnsafeMutablePointer<AnyObject?>.allocate(capacity: 1)
                slot.initialize(to: hasher)
                defer {
                    slot.deinitialize(count: 1)
                    slot.deallocate()
                }
                try enter(functions[Int(own)]) { raws, objects in
                    if nominal.isRaw {
                        (raws[0], raws[1]) = (word, Word(bitPattern: slot))
                    } else {
                        (raws[0], objects[0]) = (Word(bitPattern: slot), object)
                    }
                } read: { _, _ in
                }
                return
            }
            if nominal.isRaw { return hasher.combine(UInt64(bitPattern: Int64(word))) }
            guard nominal.kind == .enumeration else { return try hashFields(nominal.fields.map(\.type), object, hasher, depth) }
            let tag = unsafeDowncast(object.unsafelyUnwrapped, to: Aggregate.self).tag
            hasher.combine(UInt64(tag))
            try hashFields(nominal.cases[tag].payload.map(\.type), object, hasher, depth)
        case .native: hasher.combine(UInt64(bitPattern: Int64(unsafeDowncast(object.unsafelyUnwrapped, to: NativeObject.self).hash)))
        case .existential:
            let value = unsafeDowncast(object.unsafelyUnwrapped, to: Existential.self)
            try hash(value.type, value.bits, value.object, hasher, depth + 1)
        case .metatype: hasher.combine(unsafeDowncast(object.unsafelyUnwrapped, to: TypeObject.self).type.spelled)
        case .function: break
        }
    }

    private func hashFields(_ types: [ValueType], _ object: AnyObject?, _ hasher: HasherObject, _ depth: Int) throws {
        if types.isEmpty { return }
        let aggregate = unsafeDowncast(object.unsafelyUnwrapped, to: Aggregate.self)
        var (reference, raw) = (0, 0)
        for type in types {
            if type.isRaw {
                try hash(type, aggregate.raws[raw], nil, hasher, depth + 1)
                raw += 1
            } else {
                try hash(type, 0, aggregate.references[reference], hasher, depth + 1)
                reference += 1
            }
        }
    }
}
