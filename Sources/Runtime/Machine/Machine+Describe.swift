import IR

/// The text of values, exactly as Swift prints them.
extension Machine {
    /// So deep may a value be nested to be printed, compared or hashed.
    static let depthLimit = 4_000

    /// The text `print` writes for a value.
    package func describe(_ type: ValueType, word: Word, object: AnyObject?) throws -> String {
        switch type {
        case .integer(.int): return String(word)
        case .double: return Double(word: word).description
        case .string: return unsafeDowncast(object.unsafelyUnwrapped, to: StringObject.self).value
        default:
            var text = ""
            try write(type, word, object, debug: false, depth: 0, into: &text)
            return text
        }
    }

    /// The text a value has inside a collection, and under `debugPrint`.
    package func debugDescribe(_ type: ValueType, word: Word, object: AnyObject?) throws -> String {
        var text = ""
        try write(type, word, object, debug: true, depth: 0, into: &text)
        return text
    }

    private func write(_ type: ValueType, _ word: Word, _ object: AnyObject?, debug: Bool, depth: Int, into text: inout String) throws {
        guard depth < Machine.depthLimit else { throw Trap.stackOverflow }
        switch type {
        case .integer(let kind): text += Integers.text(word, kind)
        case .double: text += Double(word: word).description
        case .float: text += Float(word: word).description
        case .bool: text += word != 0 ? "true" : "false"
        case .string:
            let value = String(reference: object)
            text += debug ? value.debugDescription : value
        case .character:
            let value = Character(reference: object)
            text += debug ? value.debugDescription : String(value)
        case .tuple(let elements):
            try writeFields(elements.map { ($0.label, $0.type) }, object, depth, into: &text)
        case .optional(let wrapped):
            guard let object else {
                text += "nil"
                return
            }
            text += "Optional("
            let payload = Machine.payload(object, of: wrapped)
            try write(wrapped, payload.word, payload.object, debug: true, depth: depth + 1, into: &text)
            text += ")"
        case .array(let element):
            text += "["
            for index in 0 ..< Arrays.count(object, of: element) {
                if index > 0 { text += ", " }
                let (word, object) = Arrays.element(object, index, of: element)
                try write(element, word, object, debug: true, depth: depth + 1, into: &text)
                if index & 0xFFF == 0xFFF, isInterrupted { throw interruption }
            }
            text += "]"
        case .set, .dictionary: try writeTable(type, object, debug: debug, depth, into: &text)
        case .nominal(let nominal): try writeNominal(nominal, word, object, debug: debug, depth, into: &text)
        case .native:
            let object = unsafeDowncast(object.unsafelyUnwrapped, to: NativeObject.self)
            text += debug ? object.debugDescription : object.description
        case .function: text += "(Function)"
        case .existential:
            let value = unsafeDowncast(object.unsafelyUnwrapped, to: Existential.self)
            try write(value.type, value.bits, value.object, debug: debug, depth: depth + 1, into: &text)
        case .metatype: text += unsafeDowncast(object.unsafelyUnwrapped, to: TypeObject.self).type.spelling(qualified: debug)
        }
    }

    /// What a non-nil Optional holds.
    package static func payload(_ object: AnyObject, of wrapped: ValueType) -> (word: Word, object: AnyObject?) {
        if wrapped.isRaw { return (unsafeDowncast(object, to: RawBox.self).bits, nil) }
        if wrapped.isOptional { return (0, unsafeDowncast(object, to: OptionalBox.self).value) }
        return (0, object)
    }

    private func writeFields(
        _ fields: [(label: String?, type: ValueType)], _ object: AnyObject?, _ depth: Int, into text: inout String
    ) throws {
        text += "("
        var (reference, raw) = (0, 0)
        for (index, field) in fields.enumerated() {
            if index > 0 { text += ", " }
            if let label = field.label { text += label + ": " }
            let aggregate = unsafeDowncast(object.unsafelyUnwrapped, to: Aggregate.self)
            if field.type.isRaw {
                try write(field.type, aggregate.raws[raw], nil, debug: true, depth: depth + 1, into: &text)
                raw += 1
            } else {
                try write(field.type, 0, aggregate.references[reference], debug: true, depth: depth + 1, into: &text)
                reference += 1
            }
        }
        text += ")"
    }

    private func writeTable(_ type: ValueType, _ object: AnyObject?, debug: Bool, _ depth: Int, into text: inout String) throws {
        let table = unsafeDowncast(object.unsafelyUnwrapped, to: TableObject.self)
        let isSet = table.valueType == nil
        text += isSet && debug ? "Set([" : "["
        if !isSet && table.count == 0 { text += ":" }
        var position = table.nextPosition(from: 0)
        var isFirst = true
        while position < table.end {
            if !isFirst { text += ", " }
            isFirst = false
            try write(table.keyType, table.keyWord(position), table.keyObject(position), debug: true, depth: depth + 1, into: &text)
            if let value = table.valueType {
                text += ": "
                try write(value, table.valueWord(position), table.valueObject(position), debug: true, depth: depth + 1, into: &text)
            }
            position = table.nextPosition(from: position + 1)
        }
        text += isSet && debug ? "])" : "]"
    }

    private func writeNominal(
        _ type: NominalType, _ word: Word, _ object: AnyObject?, debug: Bool, _ depth: Int, into text: inout String
    ) throws {
        let own = debug ? type.debugDescription ?? type.description : type.description ?? type.debugDescription
        if let own {
            text += try enter(functions[Int(own)]) { raws, objects in
                if type.isRaw { raws[0] = word } else { objects[0] = object }
            } read: { _, objects in
                String(reference: objects[0])
            }
            return
        }
        let name = ValueType.nominal(type).spelling(qualified: debug)
        switch type.kind {
        case .structure:
            text += name
            try writeFields(type.fields.map { ($0.name, $0.type) }, object, depth, into: &text)
        case .enumeration:
            if debug { text += name + "." }
            let tag = type.isRaw ? word : unsafeDowncast(object.unsafelyUnwrapped, to: Aggregate.self).tag
            guard type.cases.indices.contains(tag) else { return }
            text += type.cases[tag].name
            let payload = type.cases[tag].payload
            if payload.count == 1, payload[0].label == nil, case .tuple = payload[0].type {
                // One tuple is written as the values would be.
                try write(payload[0].type, 0, unsafeDowncast(object.unsafelyUnwrapped, to: Aggregate.self).references[0], debug: true, depth: depth + 1, into: &text)
            } else if !payload.isEmpty {
                try writeFields(payload.map { ($0.label, $0.type) }, object, depth, into: &text)
            }
        }
    }
}
