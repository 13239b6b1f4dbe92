import IR

/// What a raw slot holds: the bits of an `Int`, `Double`, `Float`, `Bool`, the number of an enum's case, or an address.
package typealias Word = Int

/// A `String` in a reference slot.
package final class StringObject {
    package var value: String
    package init(_ value: String) { self.value = value }
}

/// A `Character` in a reference slot: laid out as the string of it.
package final class CharacterObject {
    package let value: Character
    package init(_ value: Character) { self.value = value }
}

/// The payload of an Optional whose wrapped type is raw: `Int?` that is not nil.
package final class RawBox {
    package var bits: Word
    package init(_ bits: Word) { self.bits = bits }
}

/// The payload of an Optional of an Optional: `.some(nil)` is a box that holds nil.
package final class OptionalBox {
    package var value: AnyObject?
    package init(_ value: AnyObject?) { self.value = value }
}

/// A value of type `Any` or `any P`: the value and its concrete type.
package final class Existential {
    package var bits: Word
    package var object: AnyObject?
    package let type: ValueType
    package init(type: ValueType, bits: Word, object: AnyObject?) { (self.type, self.bits, self.object) = (type, bits, object) }
}

/// A type as a value: `type(of: x)`, `Double.self`.
package final class TypeObject {
    package let type: ValueType
    package init(_ type: ValueType) { self.type = type }
}

/// A variable that a closure captures and shares with the frame that declared it.
package final class Cell {
    package var bits: Word
    package var object: AnyObject?
    /// Whether it was set since the session last saved it: 1 or 0; 2 while a call that changes it is under way. The machine's loop writes it.
    package var isChanged: Word = 1
    package init(bits: Word = 0, object: AnyObject? = nil) { (self.bits, self.object) = (bits, object) }
}
