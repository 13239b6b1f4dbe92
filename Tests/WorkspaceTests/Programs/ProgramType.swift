/// The types that random programs use.
indirect enum ProgramType: Hashable {
    case int, double, float, bool, string, character
    /// `Int8`, `UInt16` and so on.
    case sized(String)
    case array(ProgramType), optional(ProgramType), dictionary(ProgramType, ProgramType), set(ProgramType)
    case tuple([ProgramType])
    case function([ProgramType], ProgramType)
    case structure(Int), enumeration(Int), existential(Int)
    case any

    /// Whether the same program prints it the same way each time, whatever holds it.
    var isOrdered: Bool {
        switch self {
        case .dictionary, .set, .function: false
        case .array(let element), .optional(let element): element.isOrdered
        case .tuple(let elements): elements.allSatisfy(\.isOrdered)
        default: true
        }
    }

    var isNumber: Bool {
        switch self {
        case .int, .double, .float, .sized: true
        default: false
        }
    }
}

/// A structure that a program declares.
struct ProgramStructure {
    struct Field {
        var name: String, type: ProgramType, isMutable: Bool, hasDefault: Bool
    }
    var name: String
    var fields: [Field]
    var isEquatable = false, isHashable = false, isComparable = false
    /// The labels of its own initializer, which takes the fields in their order; nil for the memberwise one.
    var labels: [String?]?
    var methods: [ProgramFunction] = []
    var computed: [(name: String, type: ProgramType, isSettable: Bool)] = []
    /// Takes an `Int`.
    var element: ProgramType?
}

/// An enumeration that a program declares.
struct ProgramEnumeration {
    struct Case {
        var name: String, payload: [(label: String?, type: ProgramType)]
    }
    var name: String
    var cases: [Case]
    var raw: ProgramType?
    var isEquatable = false, isIterable = false
    var methods: [ProgramFunction] = []
}

/// A protocol that a program declares; some of its structures and enumerations conform.
struct ProgramProtocol {
    var name: String
    var property: (name: String, type: ProgramType)
    var methods: [ProgramFunction]
    var conforming: [ProgramType] = []
}

/// A function, method, or local function.
struct ProgramFunction {
    struct Parameter {
        var label: String?
        var name: String
        var type: ProgramType
        var isInout = false, hasDefault = false, isVariadic = false
    }
    var name: String
    var parameters: [Parameter]
    var result: ProgramType?
    var isThrowing = false, isMutating = false
    /// A local function, which may change what is around it.
    var isLocal = false
}

/// A variable that is in scope.
struct ProgramVariable {
    var name: String, type: ProgramType, isMutable: Bool
    /// An `inout` parameter or part of a `self` that changes: closures that stay may not hold it.
    var isBorrowed = false
}

/// SplitMix64.
struct ProgramRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
