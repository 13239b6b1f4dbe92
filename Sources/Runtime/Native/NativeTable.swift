/// The native functions, by key: `Array.append(_:)<Element>`. The README says how keys are spelled.
package struct NativeTable: Sendable {
    /// A function in a struct keeps its calling convention; bare in a dictionary it would be called through thunks.
    package struct Entry: Sendable { package let function: NativeFunction }
    package private(set) var functions: [String: Entry] = [:]

    package init() {}

    /// Adds one. A key given twice is a mistake of ours.
    package mutating func add(_ key: String, _ function: @escaping NativeFunction) {
        let earlier = functions.updateValue(Entry(function: function), forKey: key)
        precondition(earlier == nil, "two native functions under the key \(key)")
    }

    package mutating func add(_ other: NativeTable) {
        for (key, entry) in other.functions { add(key, entry.function) }
    }
}
