import IR

/// `dump`: a value with its parts, one a line.
enum Dump {
    static func text(_ type: ValueType, _ value: SlotValue, _ machine: Machine) throws -> String {
        var lines = ""
        try add(type, value, label: "", depth: 0, machine, to: &lines)
        return lines
    }

    private static func add(_ type: ValueType, _ value: SlotValue, label: String, depth: Int, _ machine: Machine, to lines: inout String) throws {
        let indent = String(repeating: " ", count: depth * 2)
        func line(_ text: String, hasParts: Bool) { lines += indent + (hasParts ? "▿ " : "- ") + label + text + "\n" }
        func part(_ type: ValueType, _ value: SlotValue, _ name: String) throws {
            try add(type, value, label: name, depth: depth + 1, machine, to: &lines)
        }
        if depth > 100 { return line("…", hasParts: false) }
        switch type {
        case .array(let element):
            let count = Arrays.count(value.object, of: element)
            line(count == 1 ? "1 element" : "\(count) elements", hasParts: count > 0)
            for index in 0 ..< count { try part(element, Arrays.element(value.object, index, of: element), "") }
        case .optional(let wrapped):
            guard let payload = Tables.unwrapped(value.object, of: wrapped) else { return line("nil", hasParts: false) }
            line(try machine.debugDescribe(type, word: 0, object: value.object), hasParts: true)
            try part(wrapped, payload, "some: ")
        case .tuple(let elements):
            line("(\(elements.count) elements)", hasParts: !elements.isEmpty)
            var fields = Fields(value.object)
            for (index, element) in elements.enumerated() { try part(element.type, fields.next(element.type), (element.label ?? ".\(index)") + ": ") }
        case .nominal(let nominal) where nominal.kind == .structure:
            line(nominal.module + "." + nominal.name, hasParts: !nominal.fields.isEmpty)
            var fields = Fields(value.object)
            for field in nominal.fields { try part(field.type, fields.next(field.type), field.name + ": ") }
        case .existential:
            let inner = unsafeDowncast(value.object.unsafelyUnwrapped, to: Existential.self)
            try add(inner.type, (inner.bits, inner.object), label: label, depth: depth, machine, to: &lines)
        case .dictionary(let key, let element):
            let table = unsafeDowncast(value.object.unsafelyUnwrapped, to: TableObject.self)
            line(table.count == 1 ? "1 key/value pair" : "\(table.count) key/value pairs", hasParts: table.count > 0)
            var position = table.nextPosition(from: 0)
            while position < table.end {
                lines += indent + "  ▿ (2 elements)\n"
                try add(key, (table.keyWord(position), table.keyObject(position)), label: "key: ", depth: depth + 2, machine, to: &lines)
                try add(element, (table.valueWord(position), table.valueObject(position)), label: "value: ", depth: depth + 2, machine, to: &lines)
                position = table.nextPosition(from: position + 1)
            }
        case .set(let element):
            let table = unsafeDowncast(value.object.unsafelyUnwrapped, to: TableObject.self)
            line(table.count == 1 ? "1 member" : "\(table.count) members", hasParts: table.count > 0)
            var position = table.nextPosition(from: 0)
            while position < table.end {
                try part(element, (table.keyWord(position), table.keyObject(position)), "")
                position = table.nextPosition(from: position + 1)
            }
        default:
            line(try machine.debugDescribe(type, word: value.word, object: value.object), hasParts: false)
        }
    }

    /// The fields of an aggregate in declaration order.
    private struct Fields {
        let object: AnyObject?
        private var references = 0
        private var raws = 0
        init(_ object: AnyObject?) { self.object = object }
        mutating func next(_ type: ValueType) -> SlotValue {
            let aggregate = unsafeDowncast(object.unsafelyUnwrapped, to: Aggregate.self)
            if type.isRaw {
                raws += 1
                return (aggregate.raws[raws - 1], nil)
            }
            references += 1
            return (0, aggregate.references[references - 1])
        }
    }
}
