import IR

/// Arrays whose element type is known at run time only, for generic natives.
package enum Arrays {
    package enum Storage { case int, double, bool, word, object }

    package static func storage(_ element: ValueType) -> Storage {
        switch element {
        case .integer(.int): .int
        case .double: .double
        case .bool: .bool
        default: element.isRaw ? .word : .object
        }
    }

    /// An empty array.
    package static func make(of element: ValueType) -> AnyObject {
        switch storage(element) {
        case .int: IntArray([])
        case .double: DoubleArray([])
        case .bool: BoolArray([])
        case .word: WordArray([])
        case .object: ObjectArray([])
        }
    }

    package static func count(_ array: AnyObject?, of element: ValueType) -> Int {
        switch storage(element) {
        case .int: ints(array).elements.count
        case .double: doubles(array).elements.count
        case .bool: bools(array).elements.count
        case .word: words(array).elements.count
        case .object: objects(array).elements.count
        }
    }

    /// How many elements fit before more memory is needed.
    package static func capacity(_ array: AnyObject?, of element: ValueType) -> Int {
        switch storage(element) {
        case .int: ints(array).elements.capacity
        case .double: doubles(array).elements.capacity
        case .bool: bools(array).elements.capacity
        case .word: words(array).elements.capacity
        case .object: objects(array).elements.capacity
        }
    }

    /// The element at a valid index, as it would lie in its slot.
    package static func element(_ array: AnyObject?, _ index: Int, of element: ValueType) -> (word: Word, object: AnyObject?) {
        switch storage(element) {
        case .int: (ints(array).elements[index], nil)
        case .double: (doubles(array).elements[index].word, nil)
        case .bool: (bools(array).elements[index] ? 1 : 0, nil)
        case .word: (words(array).elements[index], nil)
        case .object: (0, objects(array).elements[index])
        }
    }

    /// Appends to the array in a slot.
    package static func append(_ slot: Slot.Address, word: Word, object: AnyObject?, of element: ValueType) {
        switch storage(element) {
        case .int: Slot.ownInts(slot).elements.append(word)
        case .double: Slot.ownDoubles(slot).elements.append(Double(word: word))
        case .bool: Slot.ownBools(slot).elements.append(word != 0)
        case .word: Slot.ownWords(slot).elements.append(word)
        case .object: Slot.ownObjects(slot).elements.append(object)
        }
    }

    package static func ints(_ array: AnyObject?) -> IntArray { unsafeDowncast(array.unsafelyUnwrapped, to: IntArray.self) }
    package static func doubles(_ array: AnyObject?) -> DoubleArray { unsafeDowncast(array.unsafelyUnwrapped, to: DoubleArray.self) }
    package static func bools(_ array: AnyObject?) -> BoolArray { unsafeDowncast(array.unsafelyUnwrapped, to: BoolArray.self) }
    package static func words(_ array: AnyObject?) -> WordArray { unsafeDowncast(array.unsafelyUnwrapped, to: WordArray.self) }
    package static func objects(_ array: AnyObject?) -> ObjectArray { unsafeDowncast(array.unsafelyUnwrapped, to: ObjectArray.self) }
}
