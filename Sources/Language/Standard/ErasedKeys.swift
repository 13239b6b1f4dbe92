extension StandardLibrary {
    /// Whatever can be hashed converts to it unasked (`Conversion`), and casts look through it. The machine compares and hashes what is in it
    /// (`Machine+Equality`), so that `1`, `1.0` and `UInt8(1)` are one key, as in Swift.
    static let erasedKeys = #"""
    /// A hashable value of any type.
    struct AnyHashable: Hashable, CustomStringConvertible, CustomDebugStringConvertible {
        /// The value itself.
        let base: Any
        init<H: Hashable>(_ base: H) { self = base }
        static func == (lhs: AnyHashable, rhs: AnyHashable) -> Bool { return _areEqual(lhs, rhs) }
        func hash(into hasher: inout Hasher) { hasher.combine(self) }
        var description: String { return String(describing: base) }
        var debugDescription: String { return "AnyHashable(" + String(reflecting: base) + ")" }
    }
    """#
}
