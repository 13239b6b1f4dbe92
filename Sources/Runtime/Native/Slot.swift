import IR

/// Changing what a slot holds in place: makes the object the slot's own first.
///
/// `change` may not run cell code: it works on storage that a cell's variable stands for.
///
/// An object that the session holds only to know that it was not changed (`Held`) is let go of instead of being copied.
package enum Slot {
    package typealias Address = UnsafeMutablePointer<AnyObject?>

    @inline(__always)
    static func typed<Object: AnyObject>(_ slot: Address, _: Object.Type) -> UnsafeMutablePointer<Object> {
        UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Object.self)
    }

    package static func ownString(_ slot: Address) -> StringObject {
        let object = typed(slot, StringObject.self)
        if !isKnownUniquelyReferenced(&object.pointee), !(Held.release(object.pointee) && isKnownUniquelyReferenced(&object.pointee)) {
            object.pointee = StringObject(object.pointee.value)
        }
        return object.pointee
    }
    package static func ownArray<Element>(_ slot: Address, _: Element.Type = Element.self) -> ArrayBox<Element> {
        let object = typed(slot, ArrayBox<Element>.self)
        if !isKnownUniquelyReferenced(&object.pointee), !(Held.release(object.pointee) && isKnownUniquelyReferenced(&object.pointee)) {
            object.pointee = ArrayBox(object.pointee.elements)
        }
        return object.pointee
    }
    package static func ownInts(_ slot: Address) -> IntArray { ownArray(slot) }
    package static func ownDoubles(_ slot: Address) -> DoubleArray { ownArray(slot) }
    package static func ownBools(_ slot: Address) -> BoolArray { ownArray(slot) }
    package static func ownWords(_ slot: Address) -> WordArray { ownArray(slot) }
    package static func ownObjects(_ slot: Address) -> ObjectArray { ownArray(slot) }
    package static func ownTable(_ slot: Address) -> TableObject {
        let object = typed(slot, TableObject.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = object.pointee.copy() }
        return object.pointee
    }
    package static func ownAggregate(_ slot: Address) -> Aggregate {
        let object = typed(slot, Aggregate.self)
        if !isKnownUniquelyReferenced(&object.pointee) { object.pointee = object.pointee.copy() }
        return object.pointee
    }
    package static func ownBox<Value>(_ slot: Address, _: Value.Type) -> Box<Value> {
        let object = typed(slot, Box<Value>.self)
        if !isKnownUniquelyReferenced(&object.pointee), !(Held.release(object.pointee) && isKnownUniquelyReferenced(&object.pointee)) {
            object.pointee = Box(object.pointee.value)
        }
        return object.pointee
    }
    package static func changeString<Result>(_ slot: Address, _ change: (inout String) throws -> Result) rethrows -> Result {
        try change(&ownString(slot).value)
    }
}
