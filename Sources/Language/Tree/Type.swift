/// A type of the cell language.
///
/// Sugar is gone by the time a `Type` exists: `[Int]` is `Array<Int>`, `Int?` is `Optional<Int>`,
/// `()` and `Void` are the empty tuple.
indirect enum Type: Hashable {
    /// `Int`, `Array<Int>`, `Reservoir`. The arguments stand in the order of `Nominal.generics`.
    case nominal(Nominal, [Type])
    case tuple([TupleElement])
    case function(FunctionType)
    /// `T` inside the generic declaration that introduces it; `Self` inside a protocol.
    case parameter(GenericParameter)
    /// `T.Element`: an associated type of something not yet concrete.
    case member(Type, String)
    /// `Any` (no protocols), `any P`, `P & Q`.
    case existential([Nominal])
    case metatype(Type)
    /// Stands for a type still to be found. Never leaves the checker.
    case variable(TypeVariable)
    /// Where a diagnostic was already given. Never reaches the lowering.
    case error

    static var void: Type { .tuple([]) }
    static var any: Type { .existential([]) }
}

struct TupleElement: Hashable {
    var label: String?
    var type: Type
}

struct FunctionType: Hashable {
    struct Parameter: Hashable {
        var type: Type
        var isInout = false
        var isVariadic = false
        var isAutoclosure = false
    }
    var parameters: [Parameter]
    var result: Type
    var isThrowing = false
    var isEscaping = false

    /// Escaping or not is a rule about uses, not a difference of values.
    static func == (left: FunctionType, right: FunctionType) -> Bool {
        left.parameters == right.parameters && left.result == right.result && left.isThrowing == right.isThrowing
    }
    func hash(into hasher: inout Hasher) {
        hasher.combine(parameters)
        hasher.combine(result)
        hasher.combine(isThrowing)
    }
}

/// A generic parameter, the same object wherever its declaration mentions it.
final class GenericParameter: Hashable {
    let name: String
    /// Protocols it must conform to.
    var bounds: [Nominal] = []
    init(name: String) { self.name = name }
    static func == (left: GenericParameter, right: GenericParameter) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The generic parameters of a declaration, its context's first, and what they must fulfil.
struct GenericSignature {
    enum Requirement: Hashable {
        case conformance(Type, Nominal)
        case sameType(Type, Type)
    }
    var parameters: [GenericParameter] = []
    /// Everything beyond the `bounds` of the parameters themselves.
    var requirements: [Requirement] = []
    var isEmpty: Bool { parameters.isEmpty && requirements.isEmpty }
}
