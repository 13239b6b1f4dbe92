import IR

/// A value as it lies in its slot, for natives whose types are known at run time only.
package typealias SlotValue = (word: Word, object: AnyObject?)

extension NativeCall {
    /// The next argument, of this type.
    mutating func nextValue(of type: ValueType) -> SlotValue {
        type.isRaw ? (nextWord(), nil) : (0, nextReferenceSlot())
    }
    /// A result of this type.
    func give(_ value: SlotValue, of type: ValueType) {
        if type.isRaw { raws[0] = value.word } else { references[0] = value.object }
    }
    /// An Optional result whose payload is of this type.
    func give(optional value: SlotValue?, of type: ValueType) {
        references[0] = value.map { NativeCall.wrapped($0, of: type) } ?? nil
    }
    /// What an Optional with this payload is in its slot.
    static func wrapped(_ value: SlotValue, of type: ValueType) -> AnyObject? {
        if type.isRaw { return RawBox(value.word) }
        return type.isOptional ? OptionalBox(value.object) : value.object
    }
}

extension Arrays {
    /// A change that is the same for every storage: written once over Swift's own arrays.
    protocol Change {
        mutating func apply<Element>(to elements: inout [Element]) throws
    }
    /// Applies a change to the array in a slot, in place where the slot is the only one that has it.
    static func change(_ slot: Slot.Address, of element: ValueType, _ change: inout some Change) throws {
        switch storage(element) {
        case .int: try change.apply(to: &Slot.ownInts(slot).elements)
        case .double: try change.apply(to: &Slot.ownDoubles(slot).elements)
        case .bool: try change.apply(to: &Slot.ownBools(slot).elements)
        case .word: try change.apply(to: &Slot.ownWords(slot).elements)
        case .object: try change.apply(to: &Slot.ownObjects(slot).elements)
        }
    }
    /// The elements from `lower` up to `upper`, which are in range, as an array of their own.
    static func slice(_ array: AnyObject?, _ lower: Int, _ upper: Int, of element: ValueType) -> AnyObject {
        switch storage(element) {
        case .int: IntArray(Array(ints(array).elements[lower ..< upper]))
        case .double: DoubleArray(Array(doubles(array).elements[lower ..< upper]))
        case .bool: BoolArray(Array(bools(array).elements[lower ..< upper]))
        case .word: WordArray(Array(words(array).elements[lower ..< upper]))
        case .object: ObjectArray(Array(objects(array).elements[lower ..< upper]))
        }
    }
    /// Puts the elements of one array in the place of a range, which is valid, of the one in the slot.
    static func replace(_ slot: Slot.Address, _ lower: Int, _ upper: Int, with other: AnyObject?, of element: ValueType) {
        // `other` may be the very array in the slot: its elements are taken before the slot's array changes.
        switch storage(element) {
        case .int: let new = ints(other).elements; Slot.ownInts(slot).elements.replaceSubrange(lower ..< upper, with: new)
        case .double: let new = doubles(other).elements; Slot.ownDoubles(slot).elements.replaceSubrange(lower ..< upper, with: new)
        case .bool: let new = bools(other).elements; Slot.ownBools(slot).elements.replaceSubrange(lower ..< upper, with: new)
        case .word: let new = words(other).elements; Slot.ownWords(slot).elements.replaceSubrange(lower ..< upper, with: new)
        case .object: let new = objects(other).elements; Slot.ownObjects(slot).elements.replaceSubrange(lower ..< upper, with: new)
        }
    }
    static func insert(_ slot: Slot.Address, _ value: SlotValue, at index: Int, of element: ValueType) {
        switch storage(element) {
        case .int: Slot.ownInts(slot).elements.insert(value.word, at: index)
        case .double: Slot.ownDoubles(slot).elements.insert(Double(word: value.word), at: index)
        case .bool: Slot.ownBools(slot).elements.insert(value.word != 0, at: index)
        case .word: Slot.ownWords(slot).elements.insert(value.word, at: index)
        case .object: Slot.ownObjects(slot).elements.insert(value.object, at: index)
        }
    }
    static func set(_ slot: Slot.Address, _ value: SlotValue, at index: Int, of element: ValueType) {
        switch storage(element) {
        case .int: Slot.ownInts(slot).elements[index] = value.word
        case .double: Slot.ownDoubles(slot).elements[index] = Double(word: value.word)
        case .bool: Slot.ownBools(slot).elements[index] = value.word != 0
        case .word: Slot.ownWords(slot).elements[index] = value.word
        case .object: Slot.ownObjects(slot).elements[index] = value.object
        }
    }
    static func remove(_ slot: Slot.Address, at index: Int, of element: ValueType) -> SlotValue {
        switch storage(element) {
        case .int: (Slot.ownInts(slot).elements.remove(at: index), nil)
        case .double: (Slot.ownDoubles(slot).elements.remove(at: index).word, nil)
        case .bool: (Slot.ownBools(slot).elements.remove(at: index) ? 1 : 0, nil)
        case .word: (Slot.ownWords(slot).elements.remove(at: index), nil)
        case .object: (0, Slot.ownObjects(slot).elements.remove(at: index))
        }
    }
    static func repeating(_ value: SlotValue, count: Int, of element: ValueType, _ machine: Machine) throws -> AnyObject {
        switch storage(element) {
        case .int: IntArray(try filled(value.word, count, machine))
        case .double: DoubleArray(try filled(Double(word: value.word), count, machine))
        case .bool: BoolArray(try filled(value.word != 0, count, machine))
        case .word: WordArray(try filled(value.word, count, machine))
        case .object: ObjectArray(try filled(value.object, count, machine))
        }
    }

    /// A few gigabytes take seconds, nearly all of it for the system to bring the pages: the user may stop it in between.
    private static func filled<Element>(_ value: Element, _ count: Int, _ machine: Machine) throws -> [Element] {
        let step = 1 << 21
        return try [Element](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                if machine.isInterrupted { throw machine.interruption }
                let next = min(step, count - filled)
                UnsafeMutableBufferPointer(rebasing: buffer[filled ..< filled + next]).initialize(repeating: value)
                filled += next
            }
        }
    }
}
