import SwiftSyntax

/// Where a piece of text stands: which source, and how many UTF-8 bytes into it.
struct Place: Hashable {
    var source: Int32
    var offset: Int32
    static let nowhere = Place(source: -1, offset: 0)
}

/// Where a declaration comes from.
enum Origin: Hashable {
    /// The standard library: interface text in `Language/Standard`.
    case standard
    /// The model library: interface text that `Bindings` carries.
    case library
    /// The cell with this number.
    case cell(Int)
}

/// A struct, enum or protocol.
final class Nominal: Hashable {
    enum Kind { case structure, enumeration, proto }

    let name: String
    let kind: Kind
    let origin: Origin
    let place: Place
    /// Enclosing type, for `Spec.Mark` and the like.
    var parent: Nominal?
    /// Own parameters. A protocol has one, its `Self`.
    var generics = GenericSignature()
    /// Fields in declaration order. Empty for an opaque type.
    var stored: [StoredProperty] = []
    /// Cases in declaration order, for enums.
    var cases: [EnumCase] = []
    /// The enum's raw type, when it has one.
    var rawType: Type?
    /// Where that is named.
    var rawTypePlace: Place?
    /// Names of a protocol's associated types.
    var associated: [String] = []
    /// Those of them that `Collection<Double>` gives.
    var primary: [String] = []
    /// Its values are native: no field or case is known here, everything goes through native calls.
    /// True for library types and for the native types of the standard library (`Int`, `String`, `Array`, …).
    var isOpaque = false
    var documentation: String?
    /// How far it can be seen.
    var access = Visibility()
    /// Members, extensions included, filled by the checker: those that were asked for, and those of cells.
    private var members: [String: [Member]] = [:]
    /// Members in interface text that nobody has asked for yet.
    private var unread: [String: [UnreadDeclaration]] = [:]
    /// Names of the members that a protocol requires.
    var requirementNames: Set<String> = []
    /// `Self` of the type: its name applied to its own parameters.
    var selfType: Type { .nominal(self, generics.parameters.map(Type.parameter)) }

    init(name: String, kind: Kind, origin: Origin, place: Place) {
        (self.name, self.kind, self.origin, self.place) = (name, kind, origin, place)
    }
    static func == (left: Nominal, right: Nominal) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

    /// Everything of that name.
    func members(named name: String) -> [Member] {
        read(name)
        return members[name] ?? []
    }

    func hasMember(named name: String) -> Bool { members[name]?.isEmpty == false || unread[name] != nil }

    /// By name, interface text that was never mentioned included.
    var allMembers: [String: [Member]] {
        for name in Array(unread.keys) { read(name) }
        return members
    }

    /// The names of all members, without reading what was never mentioned.
    var memberNames: [String] { Array(members.keys) + Array(unread.keys) }

    func add(_ member: Member, named name: String) {
        // What came earlier stands earlier.
        read(name)
        members[name, default: []].append(member)
    }

    func removeLastMember(named name: String) { _ = members[name]?.popLast() }

    func add(_ declaration: UnreadDeclaration, named name: String) { unread[name, default: []].append(declaration) }

    func removeUnread(named name: String) { unread[name] = nil }

    private func read(_ name: String) {
        guard !unread.isEmpty, let declarations = unread.removeValue(forKey: name) else { return }
        for declaration in declarations { declaration.read() }
    }

    /// Everything declared in it so far, which it then knows no more.
    func takeMembers() -> [Member] {
        defer { (members, unread) = ([:], [:]) }
        return Array(members.values.joined())
    }

    /// `Spec.Mark`
    var qualifiedName: String { parent.map { $0.qualifiedName + "." + name } ?? name }
}

/// A field of a struct.
final class StoredProperty {
    let name: String
    var type: Type
    let isMutable: Bool
    /// Position among the fields.
    let index: Int
    let owner: Nominal
    /// The value given in the declaration: used by initializers that do not set it.
    var initial: Expression?
    /// `willSet` and `didSet`, as methods of the owner.
    var willSet: Function?
    var didSet: Function?
    /// `private`, `private(set)`: out of reach outside the owner and its extensions.
    var isPrivate = false
    var hasPrivateSetter = false
    /// Has an initial value, checked or not yet.
    var hasInitial = false
    /// Declared as `T!`.
    var isImplicit = false
    /// Where its name stands, and the `let` before it.
    var place: Place?
    var letPlace: Place?
    var documentation: String?
    init(name: String, type: Type, isMutable: Bool, index: Int, owner: Nominal) {
        (self.name, self.type, self.isMutable, self.index, self.owner) = (name, type, isMutable, index, owner)
    }
}

final class EnumCase {
    let name: String
    let owner: Nominal
    /// Position among the cases.
    let index: Int
    var payload: [TupleElement]
    /// The raw value of an enum that has a raw type: an integer, floating or string literal.
    var rawValue: Expression?
    var rawSyntax: ExprSyntax?
    var place: Place?
    /// Marked `indirect`, by itself or with the whole enum: may contain values of its own type.
    var isIndirect = false
    /// Defaults of the payload, by position.
    var defaults: [ExprSyntax?] = []
    var documentation: String?
    init(name: String, owner: Nominal, index: Int, payload: [TupleElement]) {
        (self.name, self.owner, self.index, self.payload) = (name, owner, index, payload)
    }
    /// `ridge(_:)`; `none` without payload.
    var fullName: String { payload.isEmpty ? name : name + "(" + payload.map { ($0.label ?? "_") + ":" }.joined() + ")" }
}

/// Anything found by `base.name`.
enum Member {
    case function(Function)
    case stored(StoredProperty)
    case computed(Property)
    case enumCase(EnumCase)
    case type(Nominal)
    case alias(String, Type)
    /// `static let`, `static var` with storage: a global of its own.
    case staticStored(Variable)
}

/// A computed property or a subscript: one or two functions.
final class Property {
    let name: String
    var type: Type
    var isStatic: Bool
    /// `private(set)`
    var hasPrivateSetter = false
    var getter: Function
    /// Takes the new value first, then the indices.
    var setter: Function?
    init(name: String, type: Type, isStatic: Bool, getter: Function, setter: Function?) {
        (self.name, self.type, self.isStatic, self.getter, self.setter) = (name, type, isStatic, getter, setter)
    }
}

struct Parameter {
    var label: String?
    var type: Type
    var isInout = false
    var isVariadic = false
    var isAutoclosure = false
    /// What the body calls it. Present when there is a body.
    var variable: Variable?
    /// The default, checked in the function's own context; generic in the function's parameters.
    var defaultValue: Expression?
    var hasDefault = false
    /// The default as written, for signatures.
    var defaultText: String?
}

/// Everything that can be called: functions, methods, operators, initializers, accessors, closures.
final class Function: Hashable {
    enum Kind { case free, method, staticMethod, initializer, getter, setter, closure }

    /// Base name: `train`, `+`, `init`, `subscript`, the property's name for accessors, `closure`.
    let name: String
    let kind: Kind
    let origin: Origin
    let place: Place
    /// How the native table knows it, `Reservoir.train(_:readout:washout:)`; a setter ends in `.set`.
    /// Static members and operators as well: `Int.+(_:_:)`, `Dataset.mackeyGlass(steps:tau:)`.
    var key: String
    /// Type whose member this is; its parameters come first in `generics`.
    var owner: Nominal?
    /// Of the owner, of the extension, then its own.
    var generics = GenericSignature()
    /// `self`, for kinds that have one (method, getter, setter; initializer: the value being made).
    var selfType: Type?
    var selfVariable: Variable?
    var isMutating = false
    var parameters: [Parameter] = []
    var result: Type = .void
    /// Declared as `-> T!`: the Optional, or what is in it where only that fits.
    var hasImplicitResult = false
    var isThrowing = false
    /// A closure given where a function that does not throw is wanted.
    var mustNotThrow = false
    var isRethrowing = false
    var isDiscardable = false
    /// `init?`
    var isFailable = false
    /// A requirement of a protocol: which function runs is known when `Self` is.
    var isRequirement = false
    var hasBody = false
    /// Declared in the body of another.
    var isLocal = false
    /// For closures: may outlive the call it is given to.
    var isEscaping = false
    /// For operators: where it stands.
    var isOperatorFixity: Fixity?
    enum Fixity { case prefix, infix, postfix }
    /// Accessor of a static property: no `self`.
    var isStaticAccessor = false
    /// Made up for a conformance (`==`, `hash(into:)`, `allCases`).
    var isSynthesized = false
    /// `private`: out of reach outside the owner and its extensions.
    var isPrivate = false
    /// Made up for a struct that declares no initializer.
    var isMemberwise = false
    /// Of a memberwise initializer all of whose parameters may be left out: the `init()` that the struct has beside it, made once a protocol asks for it.
    var withoutParameters: Function?
    var documentation: String?
    /// The checked body; nil for natives and requirements. Checked on first demand (`Checker.body(of:)`).
    var body: Block?
    /// For `willSet` and `didSet` of a variable: that variable, which they change without being called again.
    var observed: Variable?
    /// Variables of enclosing functions that the body uses, directly or through nested functions.
    var captures: [Variable] = []

    init(name: String, kind: Kind, origin: Origin, place: Place, key: String) {
        (self.name, self.kind, self.origin, self.place, self.key) = (name, kind, origin, place, key)
    }
    static func == (left: Function, right: Function) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
    /// Runs as native code.
    var isNative: Bool { !hasBody && !isRequirement }
}

/// A `let`, a `var`, a parameter, `self`.
final class Variable: Hashable {
    enum Storage {
        /// Declared at the top level of a cell.
        case global
        /// Belongs to a function or closure body (or to the top-level code of a cell, inside a block).
        case local
    }
    let name: String
    var type: Type
    let isMutable: Bool
    let storage: Storage
    let place: Place
    var origin: Origin
    /// An `inout` parameter, or `self` of a mutating method: refers to the caller's storage.
    var isInout = false
    /// Some nested function or closure uses it, so it may outlive or be shared beyond its frame.
    var isCaptured = false
    /// Wraps an expression given as an `@autoclosure` argument: reading it calls the closure.
    var isAutoclosure = false
    /// A static property that is out of reach outside this type and its extensions, as a whole or for changes.
    var privateOwner: Nominal?
    var privateSetterOwner: Nominal?
    /// Assigned after its declaration (always false for `let` with an initial value).
    var isAssigned = false
    /// Declared as `T!`: unwrapped where its payload is wanted.
    var isImplicit = false
    /// Its type is written.
    var isAnnotated = false
    /// The `let` of its declaration.
    var letPlace: Place?
    /// `static let/var` and prelude globals: evaluated on first use.
    var lazyInitial: Expression?
    /// `willSet` and `didSet`: functions of one parameter.
    var willSet: Function?
    var didSet: Function?
    var documentation: String?
    init(name: String, type: Type, isMutable: Bool, storage: Storage, place: Place, origin: Origin) {
        (self.name, self.type, self.isMutable, self.storage, self.place, self.origin) = (name, type, isMutable, storage, place, origin)
    }
    static func == (left: Variable, right: Variable) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
