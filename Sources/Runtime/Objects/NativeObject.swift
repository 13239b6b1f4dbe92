/// A value of a library type, or of an opaque standard type without a class of its own.
package class NativeObject {
    package var description: String { "" }
    package var debugDescription: String { "" }
    /// The value as Swift sees it.
    package var any: Any { () }
}

/// The one class behind every library value.
package final class Box<Value>: NativeObject {
    package var value: Value
    package init(_ value: Value) { self.value = value }
    package override var description: String { String(describing: value) }
    package override var debugDescription: String { String(reflecting: value) }
    package override var any: Any { value }
}
