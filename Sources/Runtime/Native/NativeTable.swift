/// The native functions, by key: `Array.append(_:)<Element>`. The README says how keys are spelled.
package struct NativeTable: Sendable {
    package private(set) var functions: [String: NativeFunction] = [:]

    package init() {}

    /// Adds one. A key given twice is a mistake of ours.
    package mutating func add(_ key: String, _ function: @escaping NativeFunction) {
        let earlier = functions.updateValue(function, forKey: key)
        precondition(earlier == nil, "two native functions under the key \(key)")
    }

    package mutating func add(_ other: NativeTable) {
        for (key, function) in other.functions { add(key, function) }
    }
}
