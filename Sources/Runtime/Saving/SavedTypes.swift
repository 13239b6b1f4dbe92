import IR

/// Types as bytes: the kind, then the parts. A type that a cell declared is its number in the session.
extension SavedWriter {
    mutating func type(_ type: ValueType, _ numbers: TypeNumbers) throws {
        switch type {
        case .integer(let kind):
            byte(0)
            byte(UInt8(Integers.number(of: kind)))
        case .double: byte(1)
        case .float: byte(2)
        case .bool: byte(3)
        case .string: byte(4)
        case .character: byte(5)
        case .tuple(let elements):
            byte(6)
            count(elements.count)
            for element in elements {
                text(element.label ?? "")
                try self.type(element.type, numbers)
            }
        case .optional(let wrapped):
            byte(7)
            try self.type(wrapped, numbers)
        case .array(let element):
            byte(8)
            try self.type(element, numbers)
        case .dictionary(let key, let value):
            byte(9)
            try self.type(key, numbers)
            try self.type(value, numbers)
        case .set(let element):
            byte(10)
            try self.type(element, numbers)
        case .nominal(let nominal):
            guard let number = numbers.number(of: nominal) else { throw SavingError.noEncoding(type: nominal.name) }
            byte(11)
            count(number)
            text(nominal.name)
        case .native(let name, let arguments):
            byte(12)
            text(name)
            count(arguments.count)
            for argument in arguments { try self.type(argument, numbers) }
        case .function(let spelling):
            byte(13)
            text(spelling)
        case .existential(let names):
            byte(14)
            count(names.count)
            for name in names { text(name) }
        case .metatype(let instance):
            byte(15)
            try self.type(instance, numbers)
        }
    }
}

extension SavedReader {
    mutating func type(_ numbers: TypeNumbers, depth: Int = 0) throws -> ValueType {
        guard depth < 200 else { throw SavingError.damaged("a type without an end") }
        func list(_ reader: inout SavedReader) throws -> [ValueType] {
            let count = try reader.length()
            return try (0 ..< count).map { _ in try reader.type(numbers, depth: depth + 1) }
        }
        switch try byte() {
        case 0:
            let number = Int(try byte())
            guard Integers.kinds.indices.contains(number) else { throw SavingError.damaged("a type that is none") }
            return .integer(Integers.kinds[number])
        case 1: return .double
        case 2: return .float
        case 3: return .bool
        case 4: return .string
        case 5: return .character
        case 6:
            let count = try length()
            return .tuple(
                try (0 ..< count).map { _ in
                    let label = try text()
                    return ValueType.Element(label: label.isEmpty ? nil : label, type: try type(numbers, depth: depth + 1))
                })
        case 7: return .optional(try type(numbers, depth: depth + 1))
        case 8: return .array(try type(numbers, depth: depth + 1))
        case 9: return .dictionary(key: try type(numbers, depth: depth + 1), value: try type(numbers, depth: depth + 1))
        case 10: return .set(try type(numbers, depth: depth + 1))
        case 11:
            let number = try count()
            let name = try text()
            guard let nominal = numbers.type(number), nominal.name == name else { throw SavingError.damaged("a value of the type \(name), which is no longer declared") }
            return .nominal(nominal)
        case 12:
            let name = try text()
            return .native(name, try list(&self))
        case 13: return .function(try text())
        case 14:
            let count = try length()
            return .existential(try (0 ..< count).map { _ in try text() })
        case 15: return .metatype(try type(numbers, depth: depth + 1))
        default: throw SavingError.damaged("a type that is none")
        }
    }
}
