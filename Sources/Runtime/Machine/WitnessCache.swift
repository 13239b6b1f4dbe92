import IR

/// A call through an existential: the requirement, and which functions fulfilled it for the types met last.
///
/// A type is known again by its representation, which is kept alive here: equal ones may differ in it, and are then looked up in the session's table.
struct WitnessCache {
    let requirement: Int
    private var types: (ValueType?, ValueType?) = (nil, nil)
    private var functions: (LinkedFunction.Pointer?, LinkedFunction.Pointer?) = (nil, nil)

    init(_ requirement: Int) { self.requirement = requirement }

    @inline(__always)
    private static func bits(_ type: ValueType?) -> UInt { unsafeBitCast(type, to: UInt.self) }

    @inline(__always)
    func function(for type: ValueType) -> LinkedFunction.Pointer? {
        let wanted = WitnessCache.bits(type)
        if WitnessCache.bits(types.0) == wanted { return functions.0 }
        if WitnessCache.bits(types.1) == wanted { return functions.1 }
        return nil
    }

    /// The one before the last is forgotten.
    mutating func keep(_ function: LinkedFunction.Pointer, for type: ValueType) {
        (types, functions) = ((type, types.0), (function, functions.0))
    }
}
