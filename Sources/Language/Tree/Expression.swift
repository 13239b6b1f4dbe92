/// A checked expression: every node has its type, every name its declaration.
///
/// Types may mention the generic parameters of the enclosing declaration; the lowering puts in concrete ones.
struct Expression {
    var kind: Kind
    var type: Type
    var place: Place

    indirect enum Kind {
        // Literals. `type` says which: an integer literal may be an Int, a UInt8, a Double, an opaque library type.
        /// The value, known to fit the type when that is a standard integer type.
        case integer(magnitude: UInt64, isNegative: Bool)
        case floating(Double)
        case boolean(Bool)
        /// `String`, or `Character` when the type says so.
        case string(String)
        case interpolation([Segment])
        case array([Expression])
        case dictionary([(key: Expression, value: Expression)])
        /// `nil` of an Optional type.
        case none
        /// Also `()`.
        case tuple([Expression])

        // Names
        case variable(Variable)
        /// A function as a value. `receiver`: bound self (`text.hasPrefix`); absent on an unbound method
        /// (`String.hasPrefix`), which is then a function from Self to a function.
        case function(Callee, receiver: Expression?)
        case type(Type)

        // Parts
        case stored(Expression, StoredProperty)
        /// A computed property or a subscript; the base is absent for static ones and free computed variables.
        case computed(Expression?, Property, typeArguments: [Type], indices: [Argument])
        case tupleElement(Expression, Int)

        // Calls
        /// `receiver` is self of a method (an lvalue when the method is mutating).
        case call(Callee, receiver: Expression?, arguments: [Argument])
        case callValue(Expression, arguments: [Argument])
        /// Makes an enum value; the arguments are the payload. For a library enum this is a native call under
        /// the key `Enum.case(labels:)`.
        case enumCase(EnumCase, arguments: [Expression])
        case closure(Function)

        // Optionals
        /// `x!`; also an lvalue.
        case force(Expression)
        /// `a?.b?.c`: evaluates its operand, in which `optionalBinding` marks each `?`; the value is wrapped.
        case optionalChain(Expression)
        /// `x?` inside an `optionalChain`: leaves the chain with nil when x is nil.
        case optionalBinding(Expression)

        /// `x == nil`
        case isNone(Expression)
        /// Binds variables (a capture list) and then evaluates.
        case binding([(Variable, Expression)], Expression)

        // Choice
        case ternary(Expression, Expression, Expression)
        /// `&&`, `||`, `??`: the right side runs only if needed.
        case and(Expression, Expression)
        case or(Expression, Expression)
        case coalesce(Expression, Expression)
        /// `if` and `switch` used as expressions: every branch ends in `Statement.Kind.yield`.
        case statement(Statement)

        // Errors
        case `try`(Expression)
        /// `try?`: nil when it throws.
        case tryOptional(Expression)
        /// `try!`
        case tryForce(Expression)

        // Changes
        case assign(Expression, Expression)
        /// `_ = x`
        case discard(Expression)
        /// `&x` as an argument.
        case `inout`(Expression)

        // Conversions
        case convert(Conversion, Expression)
        /// `is`, `as?`, `as!`
        case cast(Cast, Expression, to: Type)
    }

    enum Segment {
        case text(String)
        case value(Expression)
    }

    enum Conversion {
        /// T to T?
        case wrap
        /// T to Any or any P
        case erase
        /// Same value, other static type: labels of a tuple, a non-throwing function as a throwing one.
        case relabel
        /// Element by element: [T] to [U], where T converts to U; likewise T? to U?. The closure-free
        /// conversion of one element is the other conversion.
        indirect case elements(Conversion)
        /// A function whose result or parameters convert: wrap, erase, or result thrown away.
        case function
        /// `Never` to anything.
        case never
    }

    enum Cast { case test, conditional, forced }
}

extension Expression {
    /// What is declared as `T!`, where its payload is wanted. The conversion to its own type tells it from a `!` that is written.
    func implicitlyForced(_ payload: Type) -> Expression {
        Expression(kind: .force(Expression(kind: .convert(.relabel, self), type: type, place: place)), type: payload, place: place)
    }

    /// A call of an initializer that may fail.
    var isFailableInitialization: Bool { if case .call(let callee, _, _) = kind { callee.function.kind == .initializer && callee.function.isFailable } else { false } }

    /// Of such a payload: the whole.
    var implicitlyForcedWhole: Expression? { if case .convert(.relabel, let whole) = kind, whole.type == type { whole } else { nil } }
}

/// What a call names, with the generic arguments it was given.
struct Callee {
    var function: Function
    /// One for each of `function.generics.parameters`; for a requirement the first is the conforming type.
    var typeArguments: [Type]
}

enum Argument {
    case value(Expression)
    /// The parameter's default value.
    case defaulted
    /// A variadic parameter: these become its array.
    case variadic([Expression])
}
