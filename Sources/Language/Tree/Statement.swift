/// A checked statement.
struct Statement {
    var kind: Kind
    var place: Place

    indirect enum Kind {
        case expression(Expression)
        /// The last expression of a cell, or a branch of an `if` expression: its value is the result.
        case yield(Expression)
        /// `let`, `var`; without an initial value for deferred initialization.
        case bind(Pattern, Expression?)
        /// `lazy`-free local function: its captures are taken here.
        case function(Function)
        case `if`([Condition], Block, Block?)
        case `guard`([Condition], Block)
        case `while`(label: Int?, [Condition], Block)
        case repeatWhile(label: Int?, Block, Expression)
        case forIn(label: Int?, Pattern, Expression, Iteration, filter: Expression?, Block)
        case `switch`(label: Int?, Expression, [SwitchCase])
        /// The number of the labelled or innermost statement it leaves; statements carry the same number.
        case `break`(Int)
        case `continue`(Int)
        case `return`(Expression?)
        case `throw`(Expression)
        case `do`(label: Int?, Block, [Catch])
        case `defer`(Block)
        /// `fallthrough`
        case fallThrough
    }

    /// How a sequence is walked.
    struct Iteration {
        /// `makeIterator()` of the sequence and `next()` of its iterator, as calls on requirements or concrete functions.
        /// The lowering walks `Range<Int>`, `ClosedRange<Int>` and `Array` by itself.
        var makeIterator: Callee
        var next: Callee
        var iteratorType: Type
        var elementType: Type
    }

    struct SwitchCase {
        /// Empty for `default`.
        var patterns: [(Pattern, filter: Expression?)]
        var isDefault: Bool
        var body: Block
    }

    struct Catch {
        /// Empty catches everything. Each is matched against the error, of type `any Error`.
        var patterns: [(Pattern, filter: Expression?)]
        /// The implicit `error`, when the clause has no pattern.
        var variable: Variable?
        var body: Block
        var place: Place
    }
}

struct Block {
    var statements: [Statement]
}

enum Condition {
    case expression(Expression)
    /// `if let x = y`, `if case .some(let x) = y`: the pattern is matched against the value.
    /// `if let` arrives as `.unwrap`.
    case pattern(Pattern, Expression)
}

/// A checked pattern; `type` is that of the value it is matched against.
indirect enum Pattern {
    case bind(Variable)
    case wildcard(Type)
    case tuple([Pattern], Type)
    /// Matches a non-nil Optional: `if let`, `x?`.
    case unwrap(Pattern, Type)
    /// Matches nil.
    case none(Type)
    case enumCase(EnumCase, [Pattern], Type)
    /// Matches when the condition holds for the value bound to the variable: literals, ranges, `~=`.
    case test(Variable, Expression)
    /// `is T`, `let x as T`, of a value of the first type.
    case cast(Type, to: Type, Pattern?)
}

extension Statement {
    /// `return`, `break`, `continue`, `throw`: nothing after it runs.
    var jump: String? {
        switch kind {
        case .return: "return"
        case .break: "break"
        case .continue: "continue"
        case .throw: "throw"
        default: nil
        }
    }
}
