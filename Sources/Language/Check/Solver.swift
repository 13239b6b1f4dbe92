import SwiftSyntax

/// Finds the types of one expression.
///
/// Walking the expression (`Generate…`) makes *terms*, whose types may hold variables, and *constraints*
/// between them. Solving runs the constraints that can decide, until none can. When all wait, the least
/// daring guess is made: a type with only lower bounds becomes their join; a literal takes its default; an
/// overload set is tried candidate by candidate. Guesses are undone through the trail when they lead nowhere.
/// Constraints write what they decide into slots that the terms read when the finished tree is built, so the
/// last writer is the one on the successful path.
final class Solver {
    unowned let checker: Checker
    private(set) var pending: [Constraint] = []
    /// Those that the round under way looks at, solved ones included.
    private(set) var round: [Constraint] = []
    private var trail: [(variable: TypeVariable, literal: TypeVariable.Literal?, stamp: Int)] = []
    private var nextStamp = 0
    /// How often an open type became that of another kind of literal.
    private(set) var literalChanges = 0
    private var nextVariable = 0
    private var literals: [TypeVariable] = []
    /// Depth of guesses that may still be taken back.
    private var depth = 0
    /// Bounds the search: a cell cannot make the checker hang.
    private var guesses = 0
    static let guessLimit = 20_000
    /// Constraints looked at so far. A reader's longest expressions take a few thousand, a limit's worth takes a second.
    private var effort = 0
    static let effortLimit = 1_000_000
    /// Too much work, or the user asked to stop: no other way is tried.
    private(set) var isExhausted = false
    /// Closure bodies checked while a guess was open, and what the first that failed had to say.
    private var bodyRuns = 0
    static let bodyLimit = 400
    var bodyDiagnostics: [Diagnostic] = []
    var isGuessing: Bool { depth > 0 }
    /// Why the first way tried did not work.
    var failure: Failure?
    private var failureDepth = 0
    /// Numbers the terms that stand for implicit members (`.ridge`), whose type comes from outside only.
    var implicitMembers: Set<TypeVariable> = []
    /// Which use gave an open type its binding.
    var expectations: [TypeVariable: Conversion] = [:]
    /// Whether a literal of elements that have no type in common may hold `Any`: Swift's last resort, tried when nothing else works.
    let takesAny: Bool
    /// The element types of literals, in the order that they are written.
    private var elements: [(literal: SyntaxIdentifier, type: TypeVariable, isKey: Bool)] = []
    /// Those that took that resort.
    private(set) var mixed: Set<TypeVariable> = []
    /// Operators taken without knowing any operand, in `let add = { $0 + $1 }`: any of their name would do as well.
    var guessed: [Call] = []
    /// The call being looked at: what must be equal in it is reported there.
    var current: Call?

    /// Where the expression stands.
    let scope: Scope?
    init(_ checker: Checker, takesAny: Bool = false, in scope: Scope? = nil) { (self.checker, self.takesAny, self.scope) = (checker, takesAny, scope) }

    /// The type of a literal's elements, or of a dictionary literal's keys or values.
    func freshElement(of literal: ExprSyntax, isKey: Bool = false) -> Type {
        let type = fresh()
        if case .variable(let variable) = type { elements.append((literal.id, variable, isKey)) }
        return type
    }

    /// Whether the elements are of no one type, so that the literal came to hold `Any`.
    func isMixed(_ literal: ExprSyntax) -> Bool {
        !mixed.isEmpty && elements.contains { $0.literal == literal.id && isMixed($0.type) }
    }

    private func isMixed(_ variable: TypeVariable) -> Bool {
        if mixed.contains(variable) { return true }
        return if case .variable(let binding)? = variable.binding { isMixed(binding) } else { false }
    }

    private func mix(_ variable: TypeVariable, into type: Type) -> Bool {
        mixed.insert(variable)
        return bind(variable, to: type)
    }

    func fresh(_ literal: TypeVariable.Literal? = nil) -> Type {
        nextVariable += 1
        let variable = TypeVariable(id: nextVariable, literal: literal)
        if literal != nil { literals.append(variable) }
        return .variable(variable)
    }

    func add(_ constraint: Constraint) { pending.append(constraint) }

    func dropPending(where condition: (Constraint) -> Bool) { pending.removeAll(where: condition) }

    // MARK: Types

    /// What the type is, or what the Optional that it is holds.
    func holding(_ type: Type) -> Type {
        let known = resolve(type)
        return known.optionalPayload.map(holding) ?? known
    }

    /// The type with the outermost bindings followed.
    func resolve(_ type: Type) -> Type {
        var type = type
        while case .variable(let variable) = type, let binding = variable.binding { type = binding }
        if case .member(let base, _) = type {
            let known = resolve(base)
            if case .variable = known { return type }
            return checker.normalized(type)
        }
        if case .parameter = type { return checker.normalized(type) }
        return type
    }

    /// The type with all bindings put in.
    func zonk(_ type: Type) -> Type {
        type.mapped { part in
            switch part {
            case .variable(let variable): variable.binding.map(zonk)
            case .member:
                {
                    let normal = resolve(part); return normal == part ? nil : zonk(normal)
                }()
            default: nil
            }
        }
    }

    func bind(_ variable: TypeVariable, to type: Type) -> Bool {
        let type = resolve(type)
        if case .variable(let other) = type {
            if other == variable { return true }
            guard let merged = merge(variable.literal, other.literal) else { return false }
            record(other)
            if other.literal != merged.kind { literalChanges += 1 }
            if other.literal == nil, merged.kind != nil { literals.append(other) }
            other.literal = merged.kind
            if implicitMembers.contains(variable) { implicitMembers.insert(other) }
        } else if let literal = variable.literal, !accepts(type, literal) {
            return false
        } else if type.contains(where: { part in
            if case .variable(let inner) = part { return inner == variable || inner.binding.map { self.resolve($0) == .variable(variable) } ?? false }
            return false
        }) {
            return false
        }
        record(variable)
        variable.binding = type
        return true
    }

    private func record(_ variable: TypeVariable) {
        nextStamp += 1
        trail.append((variable, variable.literal, nextStamp))
    }

    /// What was decided by some time. What is impossible then stays so while that holds, since deciding more makes nothing possible.
    struct Point {
        fileprivate var count: Int, stamp: Int
    }

    var point: Point { Point(count: trail.count, stamp: trail.last?.stamp ?? 0) }

    func holds(_ point: Point) -> Bool { point.count == 0 || trail.count >= point.count && trail[point.count - 1].stamp == point.stamp }

    private func merge(_ a: TypeVariable.Literal?, _ b: TypeVariable.Literal?) -> (kind: TypeVariable.Literal?, Void)? {
        switch (a, b) {
        case (nil, _): (b, ())
        case (_, nil): (a, ())
        case (.integer, .floating), (.floating, .integer): (.floating, ())
        case (.string, .character), (.character, .string): (.string, ())
        default: a == b ? (a, ()) : nil
        }
    }

    /// Whether a literal of the kind can have the type.
    func accepts(_ type: Type, _ literal: TypeVariable.Literal) -> Bool {
        if case .error = type { return true }
        if let name = type.standardName {
            switch literal {
            case .integer where Self.integers.contains(name) || Self.floats.contains(name): return true
            case .floating where Self.floats.contains(name): return true
            case .string where name == "String" || name == "Substring": return true
            case .character where name == "String" || name == "Character" || name == "Substring": return true
            case .boolean where name == "Bool": return true
            case .nilLiteral: return name == "Optional"
            case .array where name == "Array" || name == "Set" || name == "ArraySlice": return true
            case .dictionary where name == "Dictionary": return true
            default: break
            }
        }
        let name =
            switch literal {
            case .integer: "ExpressibleByIntegerLiteral"
            case .floating: "ExpressibleByFloatLiteral"
            case .string: "ExpressibleByStringLiteral"
            case .character: "ExpressibleByExtendedGraphemeClusterLiteral"
            case .boolean: "ExpressibleByBooleanLiteral"
            case .nilLiteral: "ExpressibleByNilLiteral"
            case .array: "ExpressibleByArrayLiteral"
            case .dictionary: "ExpressibleByDictionaryLiteral"
            }
        switch type {
        case .nominal, .parameter, .member:
            guard case .type(let proto)? = checker.standardScope.lookUp(name) else { return false }
            if checker.conforms(type, to: proto) { return true }
            guard literal == .character else { return false }
            if case .type(let scalar)? = checker.standardScope.lookUp("ExpressibleByUnicodeScalarLiteral"), checker.conforms(type, to: scalar) { return true }
            return accepts(type, .string)
        default: return false
        }
    }

    static let integers: Set<String> = ["Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64"]
    static let floats: Set<String> = ["Double", "Float"]

    /// Makes two types the same.
    func unify(_ a: Type, _ b: Type) -> Bool {
        let a = resolve(a), b = resolve(b)
        switch (a, b) {
        case (.variable(let variable), _):
            if case .member(let base, _) = b, case .variable = resolve(base) {
                add(SameType(a, b, in: current))
                return true
            }
            return bind(variable, to: b)
        case (_, .variable(let variable)):
            if case .member(let base, _) = a, case .variable = resolve(base) {
                add(SameType(a, b, in: current))
                return true
            }
            return bind(variable, to: a)
        case (.error, _), (_, .error): return true
        case (.member(let base, _), _) where isVariable(base), (_, .member(let base, _)) where isVariable(base):
            if a == b { return true }
            add(SameType(a, b, in: current))
            return true
        case (.nominal(let x, let left), .nominal(let y, let right)):
            return x == y && left.count == right.count && zip(left, right).allSatisfy { unify($0, $1) }
        case (.tuple(let left), .tuple(let right)):
            return left.count == right.count
                && zip(left, right).allSatisfy {
                    ($0.label == nil || $1.label == nil || $0.label == $1.label) && unify($0.type, $1.type)
                }
        case (.function(let left), .function(let right)):
            return left.parameters.count == right.parameters.count
                && zip(left.parameters, right.parameters).allSatisfy { $0.isInout == $1.isInout && unify($0.type, $1.type) }
                && unify(left.result, right.result)
        case (.metatype(let left), .metatype(let right)): return unify(left, right)
        case (.member(let left, let x), .member(let right, let y)): return x == y && unify(left, right)
        default: return a == b
        }
    }

    private func isVariable(_ type: Type) -> Bool { if case .variable = resolve(type) { true } else { false } }

    // MARK: Solving

    /// Counts work; false when that was too much of it.
    private func spend(_ amount: Int) -> Bool {
        if isExhausted { return false }
        effort += amount
        if effort > Self.effortLimit || checker.isCancelled(after: amount) { isExhausted = true }
        return !isExhausted
    }

    struct Mark {
        fileprivate var trail: Int
        fileprivate var pending: [Constraint]
        fileprivate var implicit: Set<TypeVariable>
        fileprivate var isFarFetched: Bool
        fileprivate var mixed: Set<TypeVariable>
        fileprivate var guessed: Int
    }

    /// Something is converted of which an error was reported already: what cannot be found out for that is not worth a word.
    var metError = false

    /// A guess is being followed that would surprise the reader: what is wrong with it explains nothing.
    var isFarFetched = false

    func mark() -> Mark { Mark(trail: trail.count, pending: pending, implicit: implicitMembers, isFarFetched: isFarFetched, mixed: mixed, guessed: guessed.count) }

    func undo(to mark: Mark) {
        while trail.count > mark.trail {
            let (variable, literal, _) = trail.removeLast()
            variable.binding = nil
            variable.literal = literal
        }
        pending = mark.pending
        implicitMembers = mark.implicit
        isFarFetched = mark.isFarFetched
        mixed = mark.mixed
        guessed.removeLast(guessed.count - mark.guessed)
    }

    /// True when everything is decided.
    func solve() -> Bool {
        while true {
            guard simplify() else { return false }
            if pending.isEmpty { return true }
            // Bodies of closures with several statements are checked once their parameters are known.
            if pending.contains(where: { ($0 as? ClosureBody)?.isReady(self) == true }) {
                if runClosureBody() { continue }
                return giveUp()
            }
            if !pending.allSatisfy({ $0.isPassive(self) }) {
                guard search() else { return false }
                continue
            }
            // Only onlookers are left: literals that nothing else speaks of take their defaults.
            let open = literals.filter { $0.binding == nil && $0.literal != nil && $0.literal != .nilLiteral }
            if !open.isEmpty {
                let mark = mark()
                if open.allSatisfy({ $0.binding != nil || bindDefault($0) }), simplify() { continue }
                // What must be the same as something else may need another type than the usual one.
                undo(to: mark)
                guard settleLiterals() else { return giveUp() }
                continue
            }
            if !runClosureBody() { return giveUp() }
        }
    }

    /// Finds types for the literals that onlookers speak of, should the defaults not fit together.
    private func settleLiterals() -> Bool {
        guard let literal = firstLiteral(in: pending) else { return true }
        for guess in ways(of: literal) {
            guesses += 1
            if guesses > Self.guessLimit || isExhausted { return false }
            let mark = mark()
            if guess(self), simplify(), settleLiterals() { return true }
            undo(to: mark)
        }
        return false
    }

    /// Whether the guesses so far leave a way for the literals that onlookers speak of: `Array("abc").contains("b")` is wrong of "b" if that is a String.
    private func canSettle() -> Bool {
        guard isGuessing, pending.contains(where: { $0 is SameType && firstLiteral(in: [$0]) != nil }) else { return true }
        let mark = mark()
        defer { undo(to: mark) }
        return settleLiterals()
    }

    /// A literal takes its default; an integer may be a Double after all, and text of one character a Character.
    private func ways(of literal: TypeVariable) -> [Guess] {
        var ways: [Guess] = [{ $0.bindDefault(literal) }]
        if literal.literal == .integer { ways.append { $0.bind(literal, to: $0.checker.double) } }
        if literal.literal == .character { ways.append { $0.bind(literal, to: $0.checker.standard("Character")) } }
        return ways
    }

    private func giveUp() -> Bool {
        if failure == nil, let first = pending.first { failure = first.explain(self) }
        return false
    }

    private func runClosureBody() -> Bool {
        guard let index = pending.firstIndex(where: { ($0 as? ClosureBody)?.isReady(self) == true }) ?? pending.firstIndex(where: { $0 is ClosureBody }),
            let body = pending[index] as? ClosureBody
        else { return false }
        pending.remove(at: index)
        return body.run(self)
    }

    /// Runs every constraint that can decide.
    private func simplify() -> Bool {
        let question = checker.question
        defer { question?.rest(self) }
        var progress = true
        while progress {
            progress = false
            if !spend(pending.count) { return false }
            // What is certain goes first: it may leave an overload set with one member.
            let round = pending.filter { !($0 is Choice) } + pending.filter { $0 is Choice }
            pending = []
            self.round = round
            var waiting: [Constraint] = []
            waiting.reserveCapacity(round.count)
            for (index, constraint) in round.enumerated() {
                if let question { question.meet(constraint, self) }
                switch constraint.attempt(self) {
                case .solved: progress = true
                case .waiting: waiting.append(constraint)
                case .failed:
                    pending = waiting + round[index...] + pending
                    note(constraint)
                    return false
                }
            }
            if !pending.isEmpty { progress = true }
            pending = waiting + pending
        }
        return true
    }

    /// The message to give is that of the way that got furthest.
    private func note(_ constraint: Constraint) {
        if failure == nil || (depth > failureDepth && !isFarFetched) {
            failure = constraint.explain(self)
            failureDepth = depth
        }
    }

    /// Guesses until only onlookers are left: closure bodies, and conditions on types still open.
    ///
    /// Constraints that share no open type are solved apart, so that a failure in one does not send the search
    /// through the ways of another.
    private func search() -> Bool {
        // After a guess a body that can be checked is part of what must work; else another function would never be tried.
        let hasBody = isGuessing && pending.contains { ($0 as? ClosureBody)?.isReady(self) == true }
        if !hasBody, pending.allSatisfy({ $0.isPassive(self) }) { return canSettle() }
        let parts = components()
        if parts.count > 1 {
            var left: [Constraint] = []
            for part in parts {
                pending = part
                guard search() else { return false }
                left += pending
            }
            pending = left
            return true
        }
        // A closure whose parameters are known says more than any guess. Should it not fit, the guess before it was wrong.
        if let index = pending.firstIndex(where: { ($0 as? ClosureBody)?.isReady(self) == true }), let body = pending[index] as? ClosureBody {
            bodyRuns += 1
            guard bodyRuns <= Self.bodyLimit else { return giveUp() }
            pending.remove(at: index)
            return body.run(self) && simplify() && search()
        }
        for stage in stages(for: pending) {
            for guess in stage() {
                guesses += 1
                if guesses > Self.guessLimit || isExhausted { return giveUp() }
                let mark = mark()
                depth += 1
                let works = guess(self) && simplify() && search()
                depth -= 1
                if works { return true }
                undo(to: mark)
            }
        }
        return giveUp()
    }

    /// The pending constraints, grouped by the open types they share; a group stands where its last member does.
    private func components() -> [[Constraint]] {
        guard pending.count > 1, spend(pending.count) else { return [pending] }
        var parents = Array(pending.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index {
                parents[index] = parents[parents[index]]
                index = parents[index]
            }
            return index
        }
        var mentions: [TypeVariable: Int] = [:]
        for (index, constraint) in pending.enumerated() {
            for type in constraint.types {
                eachOpenVariable(of: type) { variable in
                    // The later of two roots stays one, so that a root is its group's last member.
                    if let other = mentions[variable] { parents[root(other)] = index }
                    mentions[variable] = index
                }
            }
        }
        var groups: [Int: [Constraint]] = [:]
        for (index, constraint) in pending.enumerated() { groups[root(index), default: []].append(constraint) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    private func eachOpenVariable(of type: Type, _ body: (TypeVariable) -> Void) {
        _ = zonk(type).contains { part in
            if case .variable(let variable) = part { body(variable) }
            return false
        }
    }

    typealias Guess = (Solver) -> Bool

    /// The ways on from here, best first. A stage is worked out when those before it have led nowhere.
    private func stages(for pending: [Constraint]) -> [() -> [Guess]] {
        // 1. A variable that only has things converted to it becomes their join, one only converted from takes its bound.
        var lower: [(TypeVariable, [Type])] = []
        var upper: [(TypeVariable, Type)] = []
        for case let conversion as Conversion in pending {
            let from = resolve(conversion.from), to = resolve(conversion.to)
            if let (variable, bound) = lowerBound(from, to) {
                if isOpen(bound) { continue }  // No reason for `T?` to wait.
                if let index = lower.firstIndex(where: { $0.0 == variable }) { lower[index].1.append(bound) } else { lower.append((variable, [bound])) }
            } else if case .variable(let variable) = to {
                if let index = lower.firstIndex(where: { $0.0 == variable }) { lower[index].1.append(from) } else { lower.append((variable, [from])) }
            } else if case .variable(let variable) = from {
                upper.append((variable, to))
            }
        }
        var first: [Guess] = []
        for (variable, bounds) in lower {
            if bounds.contains(where: isOpen) { continue }
            if bounds.allSatisfy({ if case .variable(let bound) = $0 { implicitMembers.contains(bound) } else { false } }) { continue }
            let literals = bounds.allSatisfy { if case .variable = $0 { true } else { false } }
            if literals, let (_, bound) = upper.first(where: { $0.0 == variable }), !bound.hasVariable {
                // `let letter: Character? = flag ? "a" : "b"`: what is wanted decides, where all the literals can be it.
                let payload = bound.optionalPayload ?? bound
                let fits = bounds.allSatisfy { type in
                    guard case .variable(let bound) = type, let literal = bound.literal else { return false }
                    return literal == .nilLiteral || accepts(payload, literal)
                }
                if fits { first.append { $0.bind(variable, to: bound) } }
                continue
            }
            let mixture: Guess? = mixture(of: variable, bounds).map { type in { $0.mix(variable, into: type) } }
            guard let join = join(bounds) else {
                // `Set<AnyHashable>([1, "a"])`
                for case let same as SameType in pending {
                    for side in [resolve(same.a), resolve(same.b)] where side.isErasedKey { first.append { $0.bind(variable, to: side) } }
                }
                if let mixture { first.append(mixture) } else if isApart(variable) { first.append { $0.mix(variable, into: .any) } }
                continue
            }
            var ways: [Guess] = [{ $0.bind(variable, to: join) && $0.unifyLiterals(bounds, with: join) }]
            if isApart(variable) { ways.insert({ $0.mix(variable, into: .any) }, at: 0) }
            if join.optionalPayload == nil {
                let isElement = pending.contains { constraint in
                    guard let conversion = constraint as? Conversion, conversion.purpose == .element else { return false }
                    return resolve(conversion.to) == .variable(variable)
                }
                ways.append { solver in
                    if isElement { solver.isFarFetched = true }
                    return solver.bind(variable, to: solver.checker.optional(join))
                }
            }
            // A literal that must hold what something else holds: `items.append(contentsOf: [x])` for `[Any]`.
            for case let same as SameType in pending {
                for side in [resolve(same.a), resolve(same.b)] where side.isErasing { ways.append { $0.bind(variable, to: side) } }
            }
            // What is wanted of it, where that holds all of them: `let x: Any = flag ? 1.5 : shape`.
            for (wanted, bound) in upper where wanted == variable && !bound.hasVariable { ways.append { $0.bind(variable, to: bound) } }
            if let mixture { ways.append(mixture) }
            // Literals, of arrays too, say little of what is meant: another function may want them to be something else.
            let isOfLiterals =
                pending.contains { ($0 as? Call)?.takesOpenLiteral(self) == true } && ways.count > 1
                || !bounds.contains { if case .variable = $0 { true } else { false } }
                    && pending.contains { ($0 as? Conversion).map { $0.purpose == .element && resolve($0.to) == .variable(variable) } ?? false }
            // A closure that is one expression may drop its value, if that is what the functions take that it may be given to.
            let mayBeDropped = pending.contains { ($0 as? Conversion).map { $0.allowsDiscard && resolve($0.to) == .variable(variable) } ?? false }
            return isOfLiterals || mayBeDropped ? [{ ways }, { [self] in choices(in: pending) ?? [] }] : [{ ways }]
        }
        // 2. Literals take their defaults, or what they may be instead.
        // What stands behind `??` waits for what stands before it: `Double("1") ?? 0` is a Double.
        let literal = firstLiteral(in: pending.filter { !($0 is Coalesce) }) ?? firstLiteral(in: pending)
        let defaults = literal.map(ways) ?? []
        // 3. Overloads.
        return [
            { [first] in first },
            { defaults },
            { [self] in
                if let ways = choices(in: pending) { return ways }
                if !defaults.isEmpty { return [] }
                var up = upper.map { variable, bound in { (solver: Solver) in solver.bind(variable, to: bound) } }
                for case let conversion as Conversion in pending {
                    guard let source = resolve(conversion.from).optionalPayload, case .variable(let open) = resolve(source), let target = resolve(conversion.to).optionalPayload
                    else { continue }
                    up.append { $0.bind(open, to: target) }
                }
                let down = lower.compactMap { variable, bounds in bounds.first.map { bound in { (solver: Solver) in solver.bind(variable, to: bound) } } }
                if takesAny, up.isEmpty, down.isEmpty, let empty = elements.lazy.map({ self.resolve(.variable($0.type)) }).first(where: isVariable),
                    case .variable(let variable) = empty
                {
                    return [{ $0.mix(variable, into: .any) }]
                }
                return up + down
            },
        ]
    }

    /// Whether Swift rather takes a literal's elements for `Any` than an operation on integers among them for one on floating-point numbers:
    /// `print([0.5, 1 + 2])` prints `[0.5, 3]`.
    private func isApart(_ variable: TypeVariable) -> Bool {
        var isFloating = false, isOperation = false
        for case let conversion as Conversion in pending where resolve(conversion.to) == .variable(variable) {
            switch resolve(conversion.from) {
            case .variable(let open) where open.literal == .floating: isFloating = true
            case .variable(let open) where open.literal == .integer: isOperation = isOperation || conversion.node.is(InfixOperatorExprSyntax.self)
            case let type where Self.floats.contains(type.standardName ?? ""): isFloating = true
            case let type where type == checker.int: isOperation = isOperation || conversion.node.is(InfixOperatorExprSyntax.self)
            default: return false
            }
        }
        return isFloating && isOperation && elements.contains { resolve(.variable($0.type)) == .variable(variable) }
    }

    /// What a literal's elements are that are of no one type: `Any`, or `Any?` where nil is among them; keys are `AnyHashable`.
    private func mixture(of variable: TypeVariable, _ bounds: [Type]) -> Type? {
        guard takesAny, let element = elements.first(where: { resolve(.variable($0.type)) == .variable(variable) }) else { return nil }
        if element.isKey { return checker.standard("AnyHashable") }
        // Arrays have this in common that they are arrays.
        let areArrays = bounds.allSatisfy { if case .variable(let bound) = resolve($0) { bound.literal == .array } else { false } }
        if areArrays { return nil }
        let hasNil = bounds.contains { if case .variable(let bound) = resolve($0) { bound.literal == .nilLiteral } else { false } }
        return hasNil ? checker.optional(.any) : .any
    }

    /// The ways of the overload set with the fewest.
    private func choices(in pending: [Constraint]) -> [Guess]? {
        let choices = pending.compactMap { $0 as? Choice }.filter { !$0.isPassive(self) }.map { ($0, $0.count(self)) }.filter { $0.1 > 0 }
        return choices.min { $0.1 < $1.1 }?.0.ways(self)
    }

    /// Not even a literal or a member stands for it.
    private func isOpen(_ type: Type) -> Bool { if case .variable(let variable) = type { variable.literal == nil && !implicitMembers.contains(variable) } else { false } }

    /// What a conversion to `T?` says of T.
    private func lowerBound(_ from: Type, _ to: Type) -> (TypeVariable, Type)? {
        guard let payload = to.optionalPayload, case .variable(let variable) = resolve(payload) else { return nil }
        return (variable, from.optionalPayload.map(resolve) ?? from)
    }

    /// The least type that all convert to.
    private func join(_ types: [Type]) -> Type? {
        var result: Type?
        var isOptional = false
        for type in types {
            var type = resolve(type)
            if case .variable(let variable) = type, implicitMembers.contains(variable) { continue }
            if case .variable(let variable) = type, variable.literal == .nilLiteral {
                isOptional = true
                continue
            }
            if let payload = type.optionalPayload {
                isOptional = true
                type = resolve(payload)
            }
            guard let known = result else {
                result = type
                continue
            }
            if known == type || known.isErasedKey { continue }
            switch (known, type) {
            case (_, _) where type.isErasedKey: result = type
            case (.variable(let variable), _) where variable.literal != nil:
                if case .variable(let other) = type {
                    if other.literal == .floating { result = type }
                } else if accepts(type, variable.literal!) {
                    result = type
                } else {
                    return nil
                }
            case (_, .variable(let variable)) where variable.literal != nil:
                if !accepts(known, variable.literal!) { return nil }
            default:
                let mark = mark()
                if !unify(known, type) {
                    undo(to: mark)
                    if case .existential = type { result = type } else if case .existential = known {} else { return nil }
                } else if case .tuple(let elements) = known, elements.allSatisfy({ $0.label == nil }) {
                    // The tuple that names its parts.
                    result = type
                }
            }
        }
        return result.map { isOptional ? checker.optional($0) : $0 } ?? (isOptional ? nil : result)
    }

    /// Literals that go to one type are of one type: decided one by one, those of a long array would take a round each.
    private func unifyLiterals(_ bounds: [Type], with join: Type) -> Bool {
        let target = resolve(join.optionalPayload ?? join)
        guard case .variable(let first) = target, let kind = first.literal, kind != .nilLiteral else { return true }
        for bound in bounds {
            guard case .variable(let other) = resolve(bound), other != first, let literal = other.literal, merge(kind, literal) != nil else { continue }
            if !bind(other, to: target) { return false }
        }
        return true
    }

    private func firstLiteral(in pending: [Constraint]) -> TypeVariable? {
        for constraint in pending {
            for type in constraint.types {
                if let found = literal(in: type) { return found }
            }
        }
        return nil
    }

    private func literal(in type: Type) -> TypeVariable? {
        var found: TypeVariable?
        _ = zonk(type).contains { part in
            if case .variable(let variable) = part, variable.literal != nil, variable.literal != .nilLiteral {
                found = variable
                return true
            }
            return false
        }
        return found
    }

    /// Whether a function named without a call may yet say what the literal is: `reduce(0, +)`.
    func isOpenToFunctions(_ variable: TypeVariable) -> Bool {
        round.contains { constraint in
            guard constraint is FunctionReference, let type = constraint.types.first else { return false }
            let named = resolve(type)
            if zonk(named).contains(where: { $0 == .variable(variable) }) { return true }
            // Given where a function over the literal's type is wanted.
            return round.contains { use in
                guard let conversion = use as? Conversion, resolve(conversion.from) == named else { return false }
                return zonk(conversion.to).contains { $0 == .variable(variable) }
            }
        }
    }

    /// The default of a literal before a dot: an integer that lacks the member but has it as a Double is one (`3.ft`).
    func bindDefault(_ variable: TypeVariable, with member: String) -> Bool {
        if variable.literal == .integer, checker.members(named: member, of: checker.int, isStatic: false).isEmpty,
            !checker.members(named: member, of: checker.double, isStatic: false).isEmpty
        {
            return bind(variable, to: checker.double)
        }
        return bindDefault(variable)
    }

    func bindDefault(_ variable: TypeVariable) -> Bool {
        switch variable.literal {
        case .integer: bind(variable, to: checker.int)
        case .floating: bind(variable, to: checker.double)
        case .string, .character: bind(variable, to: checker.string)
        case .boolean: bind(variable, to: checker.bool)
        case .array: bind(variable, to: checker.array(fresh()))
        case .dictionary: bind(variable, to: checker.standard("Dictionary", fresh(), fresh()))
        case .nilLiteral, nil: false
        }
    }

    /// What a literal is when nothing else speaks of it.
    func defaultType(of literal: TypeVariable.Literal) -> Type? {
        switch literal {
        case .integer: checker.int
        case .floating: checker.double
        case .string, .character: checker.string
        case .boolean: checker.bool
        case .array, .dictionary, .nilLiteral: nil
        }
    }

    /// Literals that no constraint mentions any more take their defaults. False if a type stays open.
    func finish(_ types: [Type]) -> Bool {
        for type in types {
            while let variable = literal(in: type) { if !bindDefault(variable) { return false } }
        }
        for variable in literals where variable.binding == nil && variable.literal != nil && variable.literal != .nilLiteral { if !bindDefault(variable) { return false } }
        return solve()
    }
}
