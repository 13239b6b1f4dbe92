/// A value of a library type, or of an opaque standard type without a class of its own.
package class NativeObject {
    package var description: String { "" }
    package var debugDescription: String { "" }
    /// The value as Swift sees it.
    package var any: Any { () }
    package func isEqual(to other: NativeObject) -> Bool { self === other }
    package var hash: Int { 0 }
}

/// The one class behind every library value.
package final class Box<Value>: NativeObject {
    package var value: Value
    package init(_ value: Value) { self.value = value }
    package override var description: String { String(describing: value) }
    package override var debugDescription: String { String(reflecting: value) }
    package override var any: Any { value }

    package override func isEqual(to other: NativeObject) -> Bool {
        guard let other = other as? Box<Value> else { return false }
        guard let left = value as? any Equatable else { return self === other }
        return Box.equal(left, other.value)
    }
    private static func equal<Left: Equatable>(_ left: Left, _ right: Any) -> Bool { left == right as? Left }

    /// A hash that does not depend on the process; 0 for values that tell nothing stable about themselves.
    package override var hash: Int { HasherObject.hash(description) }
}
