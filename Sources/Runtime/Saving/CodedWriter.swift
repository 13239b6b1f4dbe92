/// Takes a value apart through its `Encodable` conformance.
final class CodedWriter: Encoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var content = Content.empty

    private enum Content {
        case empty
        case node(CodedNode)
        case fields(Fields)
        case list(List)
    }

    static func write(_ value: any Encodable, to writer: inout SavedWriter) throws { try node(value).write(to: &writer) }

    fileprivate static func node(_ value: some Encodable) throws -> CodedNode {
        // Arrays of numbers whole: element by element would take a hundred times as long.
        switch value {
        case let values as [Double]: return .doubles(values)
        case let values as [Int]: return .integers(values)
        case let values as [Float]: return .floats(values)
        case let values as [Int32]: return .small(values)
        case let values as [UInt8]: return .bytes(values)
        case let values as [UInt32]: return .unsigneds(values)
        case let values as [UInt16]: return .shorts(values)
        case let value as Int: return .integer(Int64(value))
        case let value as Double: return .double(value)
        case let value as String: return .text(value)
        case let value as Bool: return .bool(value)
        default:
            let writer = CodedWriter()
            try value.encode(to: writer)
            return writer.node
        }
    }

    fileprivate var node: CodedNode {
        switch content {
        case .empty: .null
        case .node(let node): node
        case .fields(let fields): .fields(fields.entries.map { ($0.name, $0.value.node) })
        case .list(let list): .list(list.entries.map(\.node))
        }
    }

    /// What a nested container becomes is known only when all is written.
    fileprivate enum Part {
        case done(CodedNode)
        case open(CodedWriter)
        var node: CodedNode {
            switch self {
            case .done(let node): node
            case .open(let writer): writer.node
            }
        }
    }
    fileprivate final class Fields { var entries: [(name: String, value: Part)] = [] }
    fileprivate final class List { var entries: [Part] = [] }

    private func fields() -> Fields {
        if case .fields(let fields) = content { return fields }
        let fields = Fields()
        content = .fields(fields)
        return fields
    }
    private func list() -> List {
        if case .list(let list) = content { return list }
        let list = List()
        content = .list(list)
        return list
    }

    func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> { KeyedEncodingContainer(Keyed<Key>(fields: fields())) }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { Unkeyed(list: list()) }
    func singleValueContainer() -> any SingleValueEncodingContainer { Single(writer: self) }

    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let fields: Fields
        var codingPath: [any CodingKey] { [] }
        mutating func encodeNil(forKey key: Key) { fields.entries.append((key.stringValue, .done(.null))) }
        mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { fields.entries.append((key.stringValue, .done(try CodedWriter.node(value)))) }
        private func nested(_ name: String) -> CodedWriter {
            let writer = CodedWriter()
            fields.entries.append((name, .open(writer)))
            return writer
        }
        mutating func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
            nested(key.stringValue).container(keyedBy: Nested.self)
        }
        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { nested(key.stringValue).unkeyedContainer() }
        mutating func superEncoder() -> any Encoder { nested("super") }
        mutating func superEncoder(forKey key: Key) -> any Encoder { nested(key.stringValue) }
    }

    private struct Unkeyed: UnkeyedEncodingContainer {
        let list: List
        var codingPath: [any CodingKey] { [] }
        var count: Int { list.entries.count }
        mutating func encodeNil() { list.entries.append(.done(.null)) }
        mutating func encode<Value: Encodable>(_ value: Value) throws { list.entries.append(.done(try CodedWriter.node(value))) }
        private func nested() -> CodedWriter {
            let writer = CodedWriter()
            list.entries.append(.open(writer))
            return writer
        }
        mutating func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type) -> KeyedEncodingContainer<Nested> { nested().container(keyedBy: Nested.self) }
        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }
        mutating func superEncoder() -> any Encoder { nested() }
    }

    private struct Single: SingleValueEncodingContainer {
        let writer: CodedWriter
        var codingPath: [any CodingKey] { [] }
        mutating func encodeNil() { writer.content = .node(.null) }
        mutating func encode(_ value: Bool) { writer.content = .node(.bool(value)) }
        mutating func encode(_ value: String) { writer.content = .node(.text(value)) }
        mutating func encode(_ value: Double) { writer.content = .node(.double(value)) }
        mutating func encode(_ value: Float) { writer.content = .node(.float(value)) }
        mutating func encode(_ value: Int) { writer.content = .node(.integer(Int64(value))) }
        mutating func encode(_ value: Int8) { writer.content = .node(.integer(Int64(value))) }
        mutating func encode(_ value: Int16) { writer.content = .node(.integer(Int64(value))) }
        mutating func encode(_ value: Int32) { writer.content = .node(.integer(Int64(value))) }
        mutating func encode(_ value: Int64) { writer.content = .node(.integer(value)) }
        mutating func encode(_ value: UInt) { writer.content = .node(.unsigned(UInt64(value))) }
        mutating func encode(_ value: UInt8) { writer.content = .node(.unsigned(UInt64(value))) }
        mutating func encode(_ value: UInt16) { writer.content = .node(.unsigned(UInt64(value))) }
        mutating func encode(_ value: UInt32) { writer.content = .node(.unsigned(UInt64(value))) }
        mutating func encode(_ value: UInt64) { writer.content = .node(.unsigned(value)) }
        mutating func encode<Value: Encodable>(_ value: Value) throws { writer.content = .node(try CodedWriter.node(value)) }
    }
}
