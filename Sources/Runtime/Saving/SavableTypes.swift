/// The library types whose values can be saved, by the names under which they are.
// Unchecked: the closures hold types and nothing else.
package struct SavableTypes: @unchecked Sendable {
    private struct Entry {
        let name: String
        let make: (CodedReader) throws -> NativeObject
    }
    private var entries: [String: Entry] = [:]
    private var names: [ObjectIdentifier: String] = [:]

    package init() {}

    package mutating func add<Value: Codable>(_ type: Value.Type) {
        let name = String(reflecting: type)
        entries[name] = Entry(name: name) { Box(try CodedReader.make(Value.self, $0)) }
        names[ObjectIdentifier(type)] = name
    }

    /// Adds a type if its values can be saved; false where they cannot.
    @discardableResult
    package mutating func add(any type: Any.Type) -> Bool {
        guard let type = type as? any Codable.Type else { return false }
        add(type)
        return true
    }

    func value(of object: NativeObject) -> (name: String, value: any Encodable)? {
        let value = object.any
        guard let name = names[ObjectIdentifier(type(of: value))], let value = value as? any Encodable else { return nil }
        return (name, value)
    }

    func object(_ name: String, _ reader: CodedReader) throws -> NativeObject {
        guard let entry = entries[name] else { throw SavingError.noEncoding(type: name) }
        return try entry.make(reader)
    }
}
