/// The concrete type of a value while a program runs: no generic parameter is left in it.
package indirect enum ValueType: Hashable, Sendable {
    case integer(IntegerKind)
    case double, float, bool
    case string, character
    /// `()` is the empty tuple.
    case tuple([Element])
    case optional(ValueType)
    case array(ValueType)
    case dictionary(key: ValueType, value: ValueType)
    case set(ValueType)
    /// A struct or enum declared in Swift source: a cell's, or the standard library's own text (`Range<Int>`).
    case nominal(NominalType)
    /// A type whose values are native objects: library types, and opaque standard types that have no case here.
    case native(String, [ValueType])
    /// A function, with its type as Swift spells it.
    case function(String)
    /// `Any` (no names) or `any P & Q`.
    case existential([String])
    /// A type as a value.
    case metatype(ValueType)

    package struct Element: Hashable, Sendable {
        package var label: String?
        package var type: ValueType
        package init(label: String? = nil, type: ValueType) { (self.label, self.type) = (label, type) }
    }

    package static let void = ValueType.tuple([])
    package static let any = ValueType.existential([])
    package static let int = ValueType.integer(.int)
    package var isVoid: Bool { self == .void }

    /// Whether a value sits in a raw slot (a 64-bit word) instead of a reference slot.
    package var isRaw: Bool {
        switch self {
        case .integer, .double, .float, .bool: true
        case .nominal(let type): type.isRaw
        case .string, .character, .tuple, .optional, .array, .dictionary, .set, .native, .function, .existential, .metatype: false
        }
    }

    package var isOptional: Bool { if case .optional = self { true } else { false } }
    /// `AnyHashable`
    package var isErasedKey: Bool { if case .nominal(let type) = self { type.isErasedKey } else { false } }
}

/// `Int` and its sized kin.
package enum IntegerKind: String, Hashable, Sendable, CaseIterable {
    case int = "Int", int8 = "Int8", int16 = "Int16", int32 = "Int32", int64 = "Int64"
    case uint = "UInt", uint8 = "UInt8", uint16 = "UInt16", uint32 = "UInt32", uint64 = "UInt64"

    package var isSigned: Bool {
        switch self {
        case .int, .int8, .int16, .int32, .int64: true
        case .uint, .uint8, .uint16, .uint32, .uint64: false
        }
    }
    package var bits: Int {
        switch self {
        case .int, .int64, .uint, .uint64: 64
        case .int32, .uint32: 32
        case .int16, .uint16: 16
        case .int8, .uint8: 8
        }
    }
}

/// A struct or enum declared in Swift source, with concrete type arguments: one object per instantiation and session.
///
/// A class, since a type may contain itself (`indirect enum Tree`).
// Filled in by the lowering before any program that mentions it runs, and never changed afterwards.
package final class NominalType: Hashable, @unchecked Sendable {
    package enum Kind: Sendable { case structure, enumeration }
    package struct Field: Sendable {
        package var name: String
        package var type: ValueType
        package init(name: String, type: ValueType) { (self.name, self.type) = (name, type) }
    }
    package struct Case: Sendable {
        package var name: String
        package var payload: [ValueType.Element]
        package init(name: String, payload: [ValueType.Element] = []) { (self.name, self.payload) = (name, payload) }
    }

    /// `Spec.Mark`
    package let name: String
    /// The module Swift would name it with: `main` for cells, `Swift` for the standard library.
    package let module: String
    package let kind: Kind
    package var arguments: [ValueType] = []
    /// How many of them each part of the name has, those of the enclosing types first.
    package var argumentCounts: [Int] = []
    package var fields: [Field] = []
    package var cases: [Case] = [] {
        didSet { isRaw = kind == .enumeration && cases.allSatisfy(\.payload.isEmpty) }
    }
    /// Numbers of the functions that stand for written-out conformances; without one the value is treated field by field.
    package var description: Int32?
    package var debugDescription: Int32?
    package var equals: Int32?
    package var hash: Int32?
    /// Whether values of it may be what an `AnyHashable` holds.
    package var isHashable = false
    /// `AnyHashable`, whose one field is any value that can be hashed.
    package let isErasedKey: Bool

    package init(name: String, module: String, kind: Kind) {
        (self.name, self.module, self.kind) = (name, module, kind)
        isErasedKey = module == "Swift" && name == "AnyHashable"
    }

    /// An enum without payloads is its case's number in a raw slot.
    package private(set) var isRaw = false

    package static func == (left: NominalType, right: NominalType) -> Bool { left === right }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
