import IR

/// A Swift type whose values cells can hold: how it is put into slots and read from them.
///
/// Conform through `RawBridged`, `ReferenceBridged` or, for library types, `NativeValue`.
package protocol Bridged {
    static var valueType: ValueType { get }
    static var isRaw: Bool { get }
    /// Whether it is an Optional, so that `T?` needs a box of its own.
    static var isOptional: Bool { get }
    init(word: Word)
    var word: Word { get }
    init(reference: AnyObject?)
    var reference: AnyObject? { get }
    /// Changes the value in a reference slot: in place where the slot is the only one that has it.
    static func mutate<Result>(_ slot: UnsafeMutablePointer<AnyObject?>, _ change: (inout Self) throws -> Result) rethrows -> Result
}
extension Bridged {
    package static func mutate<Result>(_ slot: UnsafeMutablePointer<AnyObject?>, _ change: (inout Self) throws -> Result) rethrows -> Result {
        var value = Self(reference: slot.pointee)
        defer { slot.pointee = value.reference }
        return try change(&value)
    }
}

package protocol RawBridged: Bridged {}
extension RawBridged {
    package static var isRaw: Bool { true }
    package static var isOptional: Bool { false }
    package init(reference: AnyObject?) { preconditionFailure("a raw value in a reference slot") }
    package var reference: AnyObject? { preconditionFailure("a raw value in a reference slot") }
}

package protocol ReferenceBridged: Bridged {}
extension ReferenceBridged {
    package static var isRaw: Bool { false }
    package static var isOptional: Bool { false }
    package init(word: Word) { preconditionFailure("a reference in a raw slot") }
    package var word: Word { preconditionFailure("a reference in a raw slot") }
}

/// A library type. `extension Reservoir: NativeValue { static var valueType: ValueType { .native("Reservoir", []) } }`
/// is the whole conformance: values travel in a `Box`.
package protocol NativeValue: ReferenceBridged {}
extension NativeValue {
    package init(reference: AnyObject?) { self = unsafeDowncast(reference.unsafelyUnwrapped, to: Box<Self>.self).value }
    package var reference: AnyObject? { Box(self) }
    package static func mutate<Result>(_ slot: UnsafeMutablePointer<AnyObject?>, _ change: (inout Self) throws -> Result) rethrows -> Result {
        try change(&Slot.ownBox(slot, Self.self).value)
    }
}

/// What a closure of a cell gives to native code after it has failed, until that code returns and the failure is told.
package protocol Placeheld: Bridged { static var placeholder: Self { get } }
extension Placeheld where Self: RawBridged { package static var placeholder: Self { Self(word: 0) } }
extension Int: Placeheld {}
extension Double: Placeheld {}
extension Float: Placeheld {}
extension Bool: Placeheld {}
extension String: Placeheld { package static var placeholder: String { "" } }
extension Array: Placeheld where Element: Bridged { package static var placeholder: [Element] { [] } }
extension Optional: Placeheld where Wrapped: Bridged { package static var placeholder: Wrapped? { nil } }

extension Int: RawBridged {
    package static var valueType: ValueType { .int }
    package init(word: Word) { self = word }
    package var word: Word { self }
}
extension Double: RawBridged {
    package static var valueType: ValueType { .double }
    package init(word: Word) { self = Double(bitPattern: UInt64(bitPattern: Int64(word))) }
    package var word: Word { Word(Int64(bitPattern: bitPattern)) }
}
extension Float: RawBridged {
    package static var valueType: ValueType { .float }
    package init(word: Word) { self = Float(bitPattern: UInt32(truncatingIfNeeded: word)) }
    package var word: Word { Word(bitPattern) }
}
extension Bool: RawBridged {
    package static var valueType: ValueType { .bool }
    package init(word: Word) { self = word != 0 }
    package var word: Word { self ? 1 : 0 }
}

/// Sized integers: sign- or zero-extended to the word.
package protocol BridgedInteger: RawBridged, FixedWidthInteger { static var kind: IntegerKind { get } }
extension BridgedInteger {
    package static var valueType: ValueType { .integer(kind) }
    package init(word: Word) { self.init(truncatingIfNeeded: word) }
    package var word: Word { Word(truncatingIfNeeded: self) }
}
extension Int8: BridgedInteger { package static var kind: IntegerKind { .int8 } }
extension Int16: BridgedInteger { package static var kind: IntegerKind { .int16 } }
extension Int32: BridgedInteger { package static var kind: IntegerKind { .int32 } }
extension Int64: BridgedInteger { package static var kind: IntegerKind { .int64 } }
extension UInt: BridgedInteger { package static var kind: IntegerKind { .uint } }
extension UInt8: BridgedInteger { package static var kind: IntegerKind { .uint8 } }
extension UInt16: BridgedInteger { package static var kind: IntegerKind { .uint16 } }
extension UInt32: BridgedInteger { package static var kind: IntegerKind { .uint32 } }
extension UInt64: BridgedInteger { package static var kind: IntegerKind { .uint64 } }

extension String: ReferenceBridged {
    package static var valueType: ValueType { .string }
    /// Takes a character for the string of it, which it is laid out as: what compares and joins strings does the same for characters.
    package init(reference: AnyObject?) {
        self = Unmanaged<StringObject>.fromOpaque(Unmanaged.passUnretained(reference.unsafelyUnwrapped).toOpaque()).takeUnretainedValue().value
    }
    package var reference: AnyObject? { StringObject(self) }
}
extension Character: ReferenceBridged {
    package static var valueType: ValueType { .character }
    package init(reference: AnyObject?) { self = unsafeDowncast(reference.unsafelyUnwrapped, to: CharacterObject.self).value }
    package var reference: AnyObject? { CharacterObject(self) }
}

extension Optional: Bridged where Wrapped: Bridged {
    package static var valueType: ValueType { .optional(Wrapped.valueType) }
    package static var isRaw: Bool { false }
    package static var isOptional: Bool { true }
    package init(word: Word) { preconditionFailure("a reference in a raw slot") }
    package var word: Word { preconditionFailure("a reference in a raw slot") }
    package init(reference: AnyObject?) {
        guard let reference else { self = nil; return }
        if Wrapped.isRaw {
            self = Wrapped(word: unsafeDowncast(reference, to: RawBox.self).bits)
        } else if Wrapped.isOptional {
            self = Wrapped(reference: unsafeDowncast(reference, to: OptionalBox.self).value)
        } else {
            self = Wrapped(reference: reference)
        }
    }
    package var reference: AnyObject? {
        guard let value = self else { return nil }
        if Wrapped.isRaw { return RawBox(value.word) }
        return Wrapped.isOptional ? OptionalBox(value.reference) : value.reference
    }
}

extension Array: Bridged, ReferenceBridged where Element: Bridged {
    package static var valueType: ValueType { .array(Element.valueType) }
    package init(reference: AnyObject?) {
        let object = reference.unsafelyUnwrapped
        // Each cast is from [X] to [X], found out at run time.
        if Element.self == Double.self {
            self = unsafeBitCast(unsafeDowncast(object, to: DoubleArray.self).elements, to: [Element].self)
        } else if Element.self == Int.self {
            self = unsafeBitCast(unsafeDowncast(object, to: IntArray.self).elements, to: [Element].self)
        } else if Element.self == Bool.self {
            self = unsafeBitCast(unsafeDowncast(object, to: BoolArray.self).elements, to: [Element].self)
        } else if Element.isRaw {
            self = unsafeDowncast(object, to: WordArray.self).elements.map(Element.init(word:))
        } else {
            self = unsafeDowncast(object, to: ObjectArray.self).elements.map(Element.init(reference:))
        }
    }
    package var reference: AnyObject? {
        if Element.self == Double.self { return DoubleArray(unsafeBitCast(self, to: [Double].self)) }
        if Element.self == Int.self { return IntArray(unsafeBitCast(self, to: [Int].self)) }
        if Element.self == Bool.self { return BoolArray(unsafeBitCast(self, to: [Bool].self)) }
        return Element.isRaw ? WordArray(map(\.word)) : ObjectArray(map(\.reference))
    }
}

extension Dictionary: Bridged, ReferenceBridged where Key: Bridged, Value: Bridged {
    package static var valueType: ValueType { .dictionary(key: Key.valueType, value: Value.valueType) }
    package init(reference: AnyObject?) {
        let table = unsafeDowncast(reference.unsafelyUnwrapped, to: TableObject.self)
        self.init(minimumCapacity: table.count)
        var position = table.nextPosition(from: 0)
        while position < table.end {
            let key = Key.isRaw ? Key(word: table.keyWord(position)) : Key(reference: table.keyObject(position))
            self[key] = Value.isRaw ? Value(word: table.valueWord(position)) : Value(reference: table.valueObject(position))
            position = table.nextPosition(from: position + 1)
        }
    }
    /// In the order in which this process happens to hold the entries: a library function whose result must print the same
    /// in every run gives an array.
    package var reference: AnyObject? {
        let table = TableObject(key: Key.valueType, value: Value.valueType)
        for (key, value) in self {
            table.add(word: Key.isRaw ? key.word : 0, object: Key.isRaw ? nil : key.reference)
            table.setValue(table.end - 1, word: Value.isRaw ? value.word : 0, object: Value.isRaw ? nil : value.reference)
        }
        return table
    }
}

/// Ranges are structs of the standard library's text with the fields `lowerBound` and `upperBound`.
extension Range: Bridged, ReferenceBridged where Bound: Bridged {
    package static var valueType: ValueType { .native("Range", [Bound.valueType]) }
    package init(reference: AnyObject?) {
        let (lower, upper): (Bound, Bound) = AggregateReader.pair(reference)
        self = lower ..< upper
    }
    package var reference: AnyObject? { AggregateReader.make(lowerBound, upperBound) }
}
extension ClosedRange: Bridged, ReferenceBridged where Bound: Bridged {
    package static var valueType: ValueType { .native("ClosedRange", [Bound.valueType]) }
    package init(reference: AnyObject?) {
        let (lower, upper): (Bound, Bound) = AggregateReader.pair(reference)
        self = lower ... upper
    }
    package var reference: AnyObject? { AggregateReader.make(lowerBound, upperBound) }
}
extension PartialRangeFrom: Bridged, ReferenceBridged where Bound: Bridged {
    package static var valueType: ValueType { .native("PartialRangeFrom", [Bound.valueType]) }
    package init(reference: AnyObject?) { var fields = AggregateReader(reference); self = fields.next()... }
    package var reference: AnyObject? { AggregateReader.make(lowerBound) }
}
extension PartialRangeUpTo: Bridged, ReferenceBridged where Bound: Bridged {
    package static var valueType: ValueType { .native("PartialRangeUpTo", [Bound.valueType]) }
    package init(reference: AnyObject?) { var fields = AggregateReader(reference); self = ..<fields.next() }
    package var reference: AnyObject? { AggregateReader.make(upperBound) }
}
extension PartialRangeThrough: Bridged, ReferenceBridged where Bound: Bridged {
    package static var valueType: ValueType { .native("PartialRangeThrough", [Bound.valueType]) }
    package init(reference: AnyObject?) { var fields = AggregateReader(reference); self = ...fields.next() }
    package var reference: AnyObject? { AggregateReader.make(upperBound) }
}
