import IR

/// `dump`: a value with its parts, one a line.
struct Dump {
    private let machine: Machine
    private var itemsLeft: Int
    private var lines = ""
    /// Types are objects to Swift, which numbers those that it meets.
    private var numbers: [ValueType: Int] = [:]

    private init(_ machine: Machine, itemsLeft: Int) { (self.machine, self.itemsLeft) = (machine, itemsLeft) }

    static func text(_ type: ValueType, _ value: SlotValue, name: String?, indent: Int, maxDepth: Int, maxItems: Int, _ machine: Machine) throws -> String {
        var dump = Dump(machine, itemsLeft: maxItems)
        try dump.add(Part(name: name, type: type, value: value), indent: max(0, min(indent, 10_000)), depth: maxDepth, nesting: 0)
        return dump.lines
    }

    private struct Part {
        var name: String?
        var type: ValueType
        var value: SlotValue
    }

    private mutating func add(_ part: Part, indent: Int, depth: Int, nesting: Int) throws {
        guard itemsLeft > 0 else { return }
        itemsLeft -= 1
        if machine.isInterrupted { throw Interruption() }
        if nesting > 500 { throw Trap.stackOverflow }
        if case .existential = part.type {
            let inner = unsafeDowncast(part.value.object.unsafelyUnwrapped, to: Existential.self)
            itemsLeft += 1
            return try add(Part(name: part.name, type: inner.type, value: (inner.bits, inner.object)), indent: indent, depth: depth, nesting: nesting + 1)
        }
        let parts = parts(of: part.type, part.value)
        lines += String(repeating: " ", count: indent)
        lines += parts.isEmpty ? "- " : depth <= 0 ? "\u{25B9} " : "\u{25BF} "
        if let name = part.name { lines += name + ": " }
        lines += try title(part.type, part.value, count: parts.count)
        if case .metatype = part.type {
            let type = unsafeDowncast(part.value.object.unsafelyUnwrapped, to: TypeObject.self).type
            lines += " #\(numbers[type] ?? numbers.count)"
            numbers[type] = numbers[type] ?? numbers.count
        }
        lines += "\n"
        guard depth > 0 else { return }
        for (index, child) in parts.enumerated() {
            if itemsLeft <= 0 {
                let left = parts.count - index
                lines += String(repeating: " ", count: indent + 4) + "(\(left)\(index > 0 ? " more" : "") \(left == 1 ? "child" : "children"))\n"
                return
            }
            try add(child, indent: indent + 2, depth: depth - 1, nesting: nesting + 1)
        }
    }

    /// What stands on the value's own line.
    private func title(_ type: ValueType, _ value: SlotValue, count: Int) throws -> String {
        switch type {
        case _ where Dump.sliced(type) != nil: return count == 1 ? "1 element" : "\(count) elements"
        case .array: return count == 1 ? "1 element" : "\(count) elements"
        case .tuple: return count == 1 ? "(1 element)" : "(\(count) elements)"
        case .dictionary: return count == 1 ? "1 key/value pair" : "\(count) key/value pairs"
        case .set: return count == 1 ? "1 member" : "\(count) members"
        case .nominal(let nominal) where nominal.description == nil && nominal.debugDescription == nil:
            let name = type.spelling(qualified: true)
            guard nominal.kind == .enumeration else { return name }
            let tag = Dump.tag(nominal, value)
            return nominal.cases.indices.contains(tag) ? name + "." + nominal.cases[tag].name : name
        default: return try machine.debugDescribe(type, word: value.word, object: value.object)
        }
    }

    /// What a slice of an array holds: it shows as the array of its elements does.
    private static func sliced(_ type: ValueType) -> ValueType? {
        guard case .nominal(let nominal) = type, nominal.name == "ArraySlice", nominal.fields.count == 3, nominal.fields[0].name == "_base",
            case .array(let element) = nominal.fields[0].type
        else { return nil }
        return element
    }

    /// Which of an enum's cases a value is.
    static func tag(_ nominal: NominalType, _ value: SlotValue) -> Int {
        nominal.isRaw ? value.word : unsafeDowncast(value.object.unsafelyUnwrapped, to: Aggregate.self).tag
    }

    private func parts(of type: ValueType, _ value: SlotValue) -> [Part] {
        switch type {
        case .array(let element):
            return (0 ..< Arrays.count(value.object, of: element)).map { Part(name: nil, type: element, value: Arrays.element(value.object, $0, of: element)) }
        case .optional(let wrapped):
            guard let payload = Tables.unwrapped(value.object, of: wrapped) else { return [] }
            return [Part(name: "some", type: wrapped, value: payload)]
        case .tuple(let elements): return fields(elements.enumerated().map { ($1.label ?? ".\($0)", $1.type) }, value.object)
        case .nominal where Dump.sliced(type) != nil:
            guard let element = Dump.sliced(type) else { return [] }
            // What is sliced, and from where to where.
            let slice = unsafeDowncast(value.object.unsafelyUnwrapped, to: Aggregate.self)
            return (slice.raws[0] ..< slice.raws[1]).map { Part(name: nil, type: element, value: Arrays.element(slice.references[0], $0, of: element)) }
        case .nominal(let nominal) where nominal.isErasedKey: return fields([("value", .any)], value.object)
        case .nominal(let nominal) where nominal.kind == .structure: return fields(nominal.fields.map { ($0.name, $0.type) }, value.object)
        case .nominal(let nominal):
            let tag = Dump.tag(nominal, value)
            guard nominal.cases.indices.contains(tag), let first = nominal.cases[tag].payload.first else { return [] }
            let (name, payload) = (nominal.cases[tag].name, nominal.cases[tag].payload)
            if payload.count == 1, first.label == nil { return fields([(name, first.type)], value.object) }
            return [Part(name: name, type: .tuple(payload), value: value)]
        case .dictionary(let key, let element):
            let table = unsafeDowncast(value.object.unsafelyUnwrapped, to: TableObject.self)
            let pair = ValueType.tuple([ValueType.Element(label: "key", type: key), ValueType.Element(label: "value", type: element)])
            return positions(of: table).map { position in
                let entry: [(type: ValueType, value: SlotValue)] = [
                    (key, (table.keyWord(position), table.keyObject(position))), (element, (table.valueWord(position), table.valueObject(position))),
                ]
                let object = Aggregate.make(references: entry.count { !$0.type.isRaw }, raws: entry.count { $0.type.isRaw })
                var (reference, raw) = (0, 0)
                for (type, value) in entry {
                    if type.isRaw {
                        object.raws[raw] = value.word
                        raw += 1
                    } else {
                        object.references[reference] = value.object
                        reference += 1
                    }
                }
                return Part(name: nil, type: pair, value: (0, object))
            }
        case .set(let element):
            let table = unsafeDowncast(value.object.unsafelyUnwrapped, to: TableObject.self)
            return positions(of: table).map { Part(name: nil, type: element, value: (table.keyWord($0), table.keyObject($0))) }
        default: return []
        }
    }

    private func positions(of table: TableObject) -> [Int] {
        var found: [Int] = []
        var position = table.nextPosition(from: 0)
        while position < table.end {
            found.append(position)
            position = table.nextPosition(from: position + 1)
        }
        return found
    }

    /// The fields of an aggregate in declaration order.
    private func fields(_ fields: [(name: String, type: ValueType)], _ object: AnyObject?) -> [Part] {
        guard !fields.isEmpty else { return [] }
        let aggregate = unsafeDowncast(object.unsafelyUnwrapped, to: Aggregate.self)
        var (reference, raw) = (0, 0)
        return fields.map { field in
            if field.type.isRaw {
                raw += 1
                return Part(name: field.name, type: field.type, value: (aggregate.raws[raw - 1], nil))
            }
            reference += 1
            return Part(name: field.name, type: field.type, value: (0, aggregate.references[reference - 1]))
        }
    }
}
