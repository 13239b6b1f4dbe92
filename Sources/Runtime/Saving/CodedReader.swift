/// Puts a value together again through its `Decodable` conformance.
struct CodedReader: Decoder {
    private let node: CodedNode
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ node: CodedNode) { self.node = node }

    private static func wrong(_ what: String) -> SavingError { .damaged("a value in which \(what) is missing") }

    func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
        switch node {
        case .fields(let fields): return KeyedDecodingContainer(Keyed<Key>(fields: fields))
        // Nothing was written into it.
        case .null: return KeyedDecodingContainer(Keyed<Key>(fields: []))
        default: throw Self.wrong("the list of its fields")
        }
    }
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch node {
        case .list(let nodes): return Unkeyed(nodes: nodes)
        case .null: return Unkeyed(nodes: [])
        case .integers(let values): return Unkeyed(nodes: values.map { .integer(Int64($0)) })
        case .small(let values): return Unkeyed(nodes: values.map { .integer(Int64($0)) })
        case .doubles(let values): return Unkeyed(nodes: values.map(CodedNode.double))
        case .floats(let values): return Unkeyed(nodes: values.map(CodedNode.float))
        case .bytes(let values): return Unkeyed(nodes: values.map { .unsigned(UInt64($0)) })
        case .unsigneds(let values): return Unkeyed(nodes: values.map { .unsigned(UInt64($0)) })
        case .shorts(let values): return Unkeyed(nodes: values.map { .unsigned(UInt64($0)) })
        default: throw Self.wrong("the list of its elements")
        }
    }
    func singleValueContainer() -> any SingleValueDecodingContainer { Single(node: node) }

    static func make<Value: Decodable>(_ type: Value.Type, _ reader: CodedReader) throws -> Value { try value(type, reader.node) }

    fileprivate static func value<Value: Decodable>(_: Value.Type, _ node: CodedNode) throws -> Value {
        switch node {
        case .doubles(let values): if let values = values as? Value { return values }
        case .integers(let values): if let values = values as? Value { return values }
        case .floats(let values): if let values = values as? Value { return values }
        case .small(let values): if let values = values as? Value { return values }
        case .bytes(let values): if let values = values as? Value { return values }
        case .unsigneds(let values): if let values = values as? Value { return values }
        case .shorts(let values): if let values = values as? Value { return values }
        case .null, .bool, .integer, .unsigned, .double, .float, .text, .fields, .list: break
        }
        return try Value(from: CodedReader(node))
    }

    private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let fields: [(name: String, node: CodedNode)]
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { fields.compactMap { Key(stringValue: $0.name) } }
        private func node(_ key: Key) throws -> CodedNode {
            guard let field = fields.first(where: { $0.name == key.stringValue }) else { throw CodedReader.wrong("'\(key.stringValue)'") }
            return field.node
        }
        func contains(_ key: Key) -> Bool { fields.contains { $0.name == key.stringValue } }
        func decodeNil(forKey key: Key) throws -> Bool { if case .null = try node(key) { true } else { false } }
        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try CodedReader.value(type, node(key)) }
        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
            try CodedReader(node(key)).container(keyedBy: type)
        }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try CodedReader(node(key)).unkeyedContainer() }
        func superDecoder() throws -> any Decoder { CodedReader(fields.first { $0.name == "super" }?.node ?? .null) }
        func superDecoder(forKey key: Key) throws -> any Decoder { CodedReader(try node(key)) }
    }

    private struct Unkeyed: UnkeyedDecodingContainer {
        let nodes: [CodedNode]
        var currentIndex = 0
        var codingPath: [any CodingKey] { [] }
        var count: Int? { nodes.count }
        var isAtEnd: Bool { currentIndex == nodes.count }
        private mutating func next() throws -> CodedNode {
            guard currentIndex < nodes.count else { throw CodedReader.wrong("an element") }
            currentIndex += 1
            return nodes[currentIndex - 1]
        }
        mutating func decodeNil() throws -> Bool {
            guard currentIndex < nodes.count, case .null = nodes[currentIndex] else { return false }
            currentIndex += 1
            return true
        }
        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try CodedReader.value(type, next()) }
        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> { try CodedReader(next()).container(keyedBy: type) }
        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try CodedReader(next()).unkeyedContainer() }
        mutating func superDecoder() throws -> any Decoder { CodedReader(try next()) }
    }

    private struct Single: SingleValueDecodingContainer {
        let node: CodedNode
        var codingPath: [any CodingKey] { [] }
        func decodeNil() -> Bool { if case .null = node { true } else { false } }
        private func integer<Value: FixedWidthInteger>() throws -> Value {
            switch node {
            case .integer(let value): if let value = Value(exactly: value) { return value }
            case .unsigned(let value): if let value = Value(exactly: value) { return value }
            case .null, .bool, .double, .float, .text, .fields, .list, .integers, .small, .doubles, .floats, .bytes, .unsigneds, .shorts: break
            }
            throw CodedReader.wrong("an integer")
        }
        func decode(_: Bool.Type) throws -> Bool { if case .bool(let value) = node { value } else { throw CodedReader.wrong("true or false") } }
        func decode(_: String.Type) throws -> String { if case .text(let value) = node { value } else { throw CodedReader.wrong("a text") } }
        func decode(_: Double.Type) throws -> Double { if case .double(let value) = node { value } else { throw CodedReader.wrong("a number") } }
        func decode(_: Float.Type) throws -> Float { if case .float(let value) = node { value } else { throw CodedReader.wrong("a number") } }
        func decode(_: Int.Type) throws -> Int { try integer() }
        func decode(_: Int8.Type) throws -> Int8 { try integer() }
        func decode(_: Int16.Type) throws -> Int16 { try integer() }
        func decode(_: Int32.Type) throws -> Int32 { try integer() }
        func decode(_: Int64.Type) throws -> Int64 { try integer() }
        func decode(_: UInt.Type) throws -> UInt { try integer() }
        func decode(_: UInt8.Type) throws -> UInt8 { try integer() }
        func decode(_: UInt16.Type) throws -> UInt16 { try integer() }
        func decode(_: UInt32.Type) throws -> UInt32 { try integer() }
        func decode(_: UInt64.Type) throws -> UInt64 { try integer() }
        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try CodedReader.value(type, node) }
    }
}
