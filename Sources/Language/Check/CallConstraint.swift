import SwiftSyntax

/// A call of one of several functions.
final class Call: Choice {
    let candidates: [Candidate]
    let arguments: [WrittenArgument]
    let result: Type
    let decision: CallDecision
    /// As the user wrote it, for messages: the operator or the name.
    let name: String
    let isOperator: Bool

    init(_ candidates: [Candidate], _ arguments: [WrittenArgument], result: Type, decision: CallDecision, name: String, isOperator: Bool = false, at node: Syntax) {
        (self.candidates, self.arguments, self.result, self.decision, self.name, self.isOperator) = (candidates, arguments, result, decision, name, isOperator)
        super.init(at: node)
    }

    override var types: [Type] { arguments.map(\.term.type) + [result] + (candidates.first?.base.map { [$0] } ?? []) }

    /// What was left of the candidates at points of the search, the later ones last, and the types that decided.
    private var possible: [(at: Solver.Point, literals: Int, types: [Type], candidates: [Candidate])] = []

    /// Whether something was wanted of the result before a candidate was taken.
    private(set) var hasContext = false

    override func attempt(_ solver: Solver) -> Attempt {
        hasContext = !solver.zonk(result).hasVariable
        tieLiterals(solver)
        if isPassive(solver) || isBlind(solver) { return .waiting }
        if let exact = exact(solver) { return apply(exact, solver) ? .solved : .failed }
        // Literals alone decide nothing yet: that more than one fits is enough to know.
        let viable = fitting(viable(solver, upTo: isOfLiterals(solver) ? 2 : .max), solver)
        switch viable.count {
        case 0: return .failed
        case 1: return apply(viable[0], solver) ? .solved : .failed
        default:
            guard let best = favoured(among: viable, solver) else { return .waiting }
            return apply(best, solver) ? .solved : .failed
        }
    }

    override func count(_ solver: Solver) -> Int {
        // Judged too early when an argument's type is not even begun.
        let isBlind = arguments.contains { argument in
            if case .variable(let variable) = solver.resolve(argument.term.type) { variable.literal == nil && !solver.implicitMembers.contains(variable) } else { false }
        }
        return viable(solver).count + (isBlind ? 1000 : 0)
    }

    override func ways(_ solver: Solver) -> [Solver.Guess] {
        let viable = viable(solver)
        if let ambiguous = ambiguity(among: viable, solver) {
            solver.failure = ambiguous
            return []
        }
        let isBlind =
            isOperator && viable.count > 1
            && arguments.allSatisfy { argument in
                guard case .variable(let variable) = solver.resolve(argument.term.type), variable.literal == nil, !solver.implicitMembers.contains(variable) else { return false }
                return !solver.isAwaited(variable) { ($0 as? Call)?.isOperator == true }
            }
        return viable.sorted { ordering($0, solver) < ordering($1, solver) }.map { candidate in
            { solver in
                let mark = solver.mark()
                guard self.apply(candidate, solver) else {
                    solver.undo(to: mark)
                    return false
                }
                if isBlind { solver.guessed.append(self) }
                solver.remove(self)
                return true
            }
        }
    }

    /// Functions of cells that take the very same, of which nothing around the call says which is meant.
    private func ambiguity(among viable: [Candidate], _ solver: Solver) -> Failure? {
        guard viable.count > 1, !isOperator, case .variable(let open) = solver.resolve(result), open.literal == nil else { return nil }
        let own = viable.filter { if case .cell = $0.function.origin { $0.function.generics.parameters.isEmpty } else { false } }
        guard own.count == viable.count, own.allSatisfy({ $0.function.origin == own[0].function.origin }) else { return nil }
        let isSame = own.dropFirst().allSatisfy { other in
            other.function.parameters.map(\.type) == own[0].function.parameters.map(\.type) && other.function.labels == own[0].function.labels
        }
        guard isSame, own[0].base == nil else { return nil }
        // Whoever uses the result may decide.
        let isAsked = solver.pending.contains { constraint in
            guard constraint !== self, constraint.types.contains(where: { solver.resolve($0) == .variable(open) }) else { return false }
            if let conversion = constraint as? Conversion { return !solver.resolve(conversion.to).isAny }
            return true
        }
        guard !isAsked else { return nil }
        return Failure(
            offset: offset, message: "ambiguous use of '\(own[0].function.shownName)'", notes: own.map { Note("found this candidate", at: $0.function.place) })
    }

    /// Plain functions of standard types first, generic and protocol functions last.
    private func ordering(_ candidate: Candidate, _ solver: Solver) -> (Int, Int, Int, Int, Int) {
        // A literal takes its default type in the end, which must be one that the generic parameter allows.
        let unlikely = zip(candidate.function.parameters, arguments).filter { parameter, argument in
            guard case .parameter(let generic) = parameter.type, candidate.open.contains(generic), case .variable(let variable) = solver.resolve(argument.term.type),
                let literal = variable.literal
            else { return false }
            // `nil` alone says nothing of what it is.
            guard let type = solver.defaultType(of: literal) else { return literal == .nilLiteral }
            return !generic.bounds.allSatisfy { solver.checker.conforms(type, to: $0) }
        }.count
        let wraps = zip(candidate.function.parameters, arguments).filter { parameter, argument in
            // What has to be wrapped or boxed comes after what takes it as it is, generic functions included.
            if case .existential = parameter.type { return true }
            if parameter.type.isErasedKey { return !solver.resolve(argument.term.type).isErasedKey }
            return parameter.type.optionalPayload != nil && solver.resolve(argument.term.type).optionalPayload == nil
        }.count
        let type = candidate.function.owner?.name
        let preferred = type == "Int" ? 0 : type == "Double" ? 1 : type == "String" ? 2 : 3
        let parameters = candidate.function.parameters.first?.type.standardName
        let plain = parameters == "Int" ? 0 : parameters == "Double" ? 1 : 2
        return (unlikely, wraps, candidate.open.count, -candidate.rank - specificity(of: candidate, solver), preferred * 4 + plain)
    }

    /// Whether all operands are literals whose types are open.
    private func isOfLiterals(_ solver: Solver) -> Bool {
        isOperator && arguments.allSatisfy { if case .variable(let variable) = solver.resolve($0.term.type) { variable.literal != nil } else { false } }
    }

    /// Candidates whose labels fit and whose types might, the first `limit` of them.
    private func viable(_ solver: Solver, upTo limit: Int = .max) -> [Candidate] {
        let types = arguments.map { solver.checker.normalized(solver.zonk($0.term.type)) }
        let wanted = solver.zonk(result)
        while let last = possible.last, !solver.holds(last.at) { possible.removeLast() }
        let deciding = types + [wanted]
        if let last = possible.last, last.types == deciding, last.literals == solver.literalChanges, candidates.first?.base?.hasVariable != true { return last.candidates }
        var found: [Candidate] = []
        for candidate in possible.last?.candidates ?? candidates where !isOutOfQuestion(candidate, types) && isViable(candidate, types, wanted, solver) {
            found.append(candidate)
            if found.count == limit { return found }
        }
        possible.append((solver.point, solver.literalChanges, deciding, found))
        return found
    }

    /// Whether an operator takes another type than a known operand has. Most of the dozens of operators of a name are passed over so, before anything is looked up.
    private func isOutOfQuestion(_ candidate: Candidate, _ types: [Type]) -> Bool {
        guard isOperator, candidate.function.parameters.count == types.count else { return false }
        return types.indices.contains { index in
            guard case .nominal(let own, _) = types[index], case .nominal(let taken, _) = candidate.function.parameters[index].type else { return false }
            return own != taken && own.name != "Never" && taken.name != "Optional"
        }
    }

    /// Whether nothing at all is known of the operands of an operator: then any that bears the name might be meant.
    private func isBlind(_ solver: Solver) -> Bool {
        isOperator && candidates.count > 2
            && arguments.allSatisfy { argument in
                if case .variable(let variable) = solver.resolve(argument.term.type) { variable.literal == nil && !solver.implicitMembers.contains(variable) } else { false }
            }
    }

    /// The open types of operands that are nothing but numbers written out, or arithmetic of these; nil where one is something else.
    private func openNumbers(_ solver: Solver) -> [TypeVariable]? {
        guard isOperator, isArithmetic || Self.comparisons.contains(name) else { return nil }
        let open = arguments.compactMap { argument -> TypeVariable? in
            guard case .variable(let variable) = solver.resolve(argument.term.type), variable.literal == .integer || variable.literal == .floating else { return nil }
            return variable
        }
        return open.count == arguments.count ? open : nil
    }

    var isArithmetic: Bool { Self.arithmetic.contains(name) }
    private static let arithmetic: Set<String> = ["+", "-", "*", "/"]
    private static let comparisons: Set<String> = ["==", "!=", "<", ">", "<=", ">="]

    /// Makes numbers written out beside each other, and what comes of them, one type: then they stand for a single number, and no operator is looked at before its type is
    /// known. Only where the operators are Swift's own, which want their operands alike.
    private func tieLiterals(_ solver: Solver) {
        guard let numbers = openNumbers(solver), let first = numbers.first, !areTied(numbers, solver), case .variable(let whole) = solver.resolve(result),
            whole.literal == nil || !isArithmetic, !solver.implicitMembers.contains(whole), candidates.allSatisfy({ $0.function.origin == .standard })
        else { return }
        // Two numbers can always be alike.
        for number in numbers.dropFirst() { _ = solver.unify(.variable(number), .variable(first)) }
        if isArithmetic { _ = solver.unify(.variable(whole), .variable(first)) }
    }

    private func areTied(_ numbers: [TypeVariable], _ solver: Solver) -> Bool {
        numbers.allSatisfy { $0 == numbers[0] } && (!isArithmetic || solver.resolve(result) == .variable(numbers[0]))
    }

    /// Numbers tied together wait like a single one.
    override func isPassive(_ solver: Solver) -> Bool { openNumbers(solver).map { !$0.isEmpty && areTied($0, solver) } ?? false }

    /// Whether the labels fit and the types might.
    func isViable(_ candidate: Candidate, _ solver: Solver) -> Bool {
        isViable(candidate, arguments.map { solver.checker.normalized(solver.zonk($0.term.type)) }, solver.zonk(result), solver)
    }

    private func isViable(_ candidate: Candidate, _ types: [Type], _ wanted: Type, _ solver: Solver) -> Bool {
        let function = candidate.function
        guard let bindings = solver.checker.match(arguments, to: function.parameters) else { return false }
        // A member found while the base was open is judged again once the base is known.
        if let base = candidate.base, base.hasVariable {
            let base = solver.zonk(base)
            if !base.hasVariable, !solver.checker.isMember(function, of: base) { return false }
        }
        let known = candidate.knownArguments
        if !agree(types, on: candidate, bindings) { return false }
        let open = candidate.open
        for (place, binding) in bindings.enumerated() {
            switch binding {
            case .argument(let index):
                // What stands before an operator may be changed by one and only read by another of its name.
                if arguments[index].term.isInout != function.parameters[place].isInout, !isOperator || function.parameters[place].isInout { return false }
                if !solver.mightConvert(types[index], solver.checker.normalized(known(function.parameters[place].type)), open: open) { return false }
            case .variadic(let indices):
                let type = solver.checker.normalized(known(function.parameters[place].type))
                if !indices.allSatisfy({ !arguments[$0].term.isInout && solver.mightConvert(types[$0], type, open: open) }) { return false }
            case .defaulted: break
            }
        }
        if case .variable = wanted { return true }
        if function.hasImplicitResult, let payload = function.result.optionalPayload, solver.mightConvert(known(payload), wanted, open: open, isResult: true) {
            return true
        }
        return solver.mightConvert(known(function.result), wanted, open: open, isResult: true)
    }

    /// Whether the arguments for one generic parameter can be of one type: an Int8 and an Int cannot, nor can a `Length<Foot>` and a `Length<Meter>`.
    private func agree(_ types: [Type], on candidate: Candidate, _ bindings: [ParameterBinding]) -> Bool {
        let open = candidate.open
        if open.isEmpty || types.count < 2 { return true }
        var taken: [GenericParameter: Type] = [:]
        for (place, binding) in bindings.enumerated() {
            guard case .argument(let index) = binding else { continue }
            let wanted = candidate.function.parameters[place].type
            if case .nominal = wanted {
                if !fits(types[index], wanted, open, &taken) { return false }
                continue
            }
            guard case .parameter(let generic) = wanted, open.contains(generic) else { continue }
            guard case .nominal(_, let own) = types[index], own.isEmpty else { continue }
            if let other = taken[generic], other != types[index] { return false }
            taken[generic] = types[index]
        }
        return true
    }

    /// Whether the arguments of a generic type, which convert to no others, are those that have been taken for the open parameters.
    private func fits(_ type: Type, _ wanted: Type, _ open: [GenericParameter], _ taken: inout [GenericParameter: Type]) -> Bool {
        guard case .nominal(let own, let left) = type, case .nominal(let other, let right) = wanted, own == other,
            !["Array", "Dictionary", "Set", "Optional"].contains(type.standardName ?? "")
        else { return true }
        for (argument, parameter) in zip(left, right) where !argument.hasVariable {
            if case .parameter(let generic) = parameter, open.contains(generic) {
                if let known = taken[generic], known != argument { return false }
                taken[generic] = argument
            } else if !fits(argument, parameter, open, &taken) {
                return false
            }
        }
        return true
    }

    /// The operator of exactly the operands' type, literals fitting in: no other can be better, so none is looked at.
    private func exact(_ solver: Solver) -> Candidate? {
        guard isOperator else { return nil }
        let types = arguments.map { solver.resolve($0.term.type) }
        if isOpenShift(types) { return nil }
        let known = types.first { type in
            if case .nominal(_, let arguments) = type { arguments.isEmpty } else { false }
        }
        guard let known else { return nil }
        for type in types where type != known {
            guard case .variable(let variable) = type, let literal = variable.literal, solver.accepts(known, literal) else { return nil }
        }
        let fitting = candidates.filter { candidate in
            let function = candidate.function
            return function.generics.parameters.isEmpty && function.parameters.count == types.count && function.parameters.allSatisfy { $0.type == known }
                && zip(function.parameters, arguments).allSatisfy { $0.isInout == $1.term.isInout && !$0.isAutoclosure }
        }
        guard fitting.count == 1, takingDefaults(among: candidates, types, solver).isEmpty else { return nil }
        let wanted = solver.resolve(result)
        if case .variable(let variable) = wanted, variable.literal == nil { return fitting[0] }
        return fitting[0].function.result == wanted ? fitting[0] : nil
    }

    /// `1 << n`: what is shifted says nothing of its type, and by how much even less.
    private func isOpenShift(_ types: [Type]) -> Bool {
        if name == "<<" || name == ">>", case .variable? = types.first { true } else { false }
    }

    /// Those whose parameters are of the known types, and of the usual types of the literals: they stand before one that makes something else of a literal.
    /// Not so where Swift has operators of the name itself, whose operands it wants to be alike.
    private func takingDefaults(among candidates: [Candidate], _ types: [Type], _ solver: Solver) -> [Candidate] {
        let usual = types.map { type in if case .variable(let variable) = type { variable.literal.flatMap(solver.defaultType) } else { type } }
        guard usual != types, !usual.contains(nil), Set(usual).count > 1, !isOperator || !candidates.contains(where: { $0.function.origin == .standard }) else { return [] }
        return candidates.filter { candidate in
            candidate.function.generics.parameters.isEmpty && candidate.function.parameters.map { $0.type } == usual.compactMap { $0 }
        }
    }

    /// The one to take without search: all arguments are known and it fits best, or known operands and
    /// literals agree on one type.
    private func favoured(among viable: [Candidate], _ solver: Solver) -> Candidate? {
        // What an extension asks of a type still open cannot be judged yet.
        let isOpenBase = viable.contains { candidate in
            guard let base = candidate.base, solver.zonk(base).hasVariable else { return false }
            // `LazySequence` is a Collection only if what is in it is one.
            if let owner = candidate.function.owner, owner.kind == .proto, let nominal = base.nominal, !solver.checker.alwaysConforms(nominal, to: owner) { return true }
            return !candidate.function.isRequirement && !candidate.function.generics.requirements.isEmpty
        }
        if isOpenBase { return nil }
        let types = arguments.map { solver.checker.normalized(solver.zonk($0.term.type)) }
        var known: Type?
        var allKnown = true
        for type in types {
            if case .variable(let variable) = type {
                if variable.literal == nil, !solver.implicitMembers.contains(variable) { return nil }
                allKnown = false
            } else if type.hasVariable {
                return nil
            } else if known == nil {
                known = type
            }
        }
        if !allKnown {
            guard let known, !isOpenShift(types) else { return nil }
            if let usual = takingDefaults(among: viable, types, solver).first { return usual }
            // Known operands beside literals: prefer the candidate all of whose parameters have the known type.
            return viable.first { candidate in
                candidate.function.generics.parameters.isEmpty && candidate.function.parameters.count == types.count
                    && zip(candidate.function.parameters, types).allSatisfy { parameter, type in
                        if case .variable(let variable) = type { return parameter.type == known && variable.literal.map { solver.accepts(known, $0) } ?? true }
                        return parameter.type == type
                    }
            }
        }
        let ranked = viable.map { ($0, cost(of: $0, types, solver)) }
        guard let least = ranked.map(\.1).min() else { return nil }
        let best = ranked.filter { $0.1 == least }
        // What comes of it may not have the subscript that is asked of it: `[1, 2].reversed()[0]` is that of an array.
        if ranked.count > 1, Set(ranked.map { $0.0.function.result }).count > 1, isTakenFurther(solver) || isAskedForMore(than: best.map(\.0), solver) { return nil }
        if best.count > 1, case .variable = solver.resolve(result) {
            // They may differ in their results alone (`Int.random`, `init`), which only the context can decide.
            let results = Set(best.map { $0.0.function.result })
            if results.count > 1 { return nil }
        }
        return best.max { $0.0.rank < $1.0.rank }.map { withoutDefaults($0, among: ranked, solver).0 }
    }

    /// Of functions that ask for the same change of the arguments the one that leaves no parameter to its default, unless the other's protocol refines its own: the `joined()` of lazy sequences
    /// comes before the `joined(separator:)` of texts, that of any sequence after it.
    private func withoutDefaults(_ best: (Candidate, Int), among ranked: [(Candidate, Int)], _ solver: Solver) -> (Candidate, Int) {
        guard ranked.count > 1, best.0.function.parameters.count > arguments.count, let owner = best.0.function.owner, owner.kind == .proto else { return best }
        func change(_ cost: Int) -> Int { (cost + 99_999) / 100_000 }
        let other = ranked.first { candidate, cost in
            guard cost != .max, change(cost) == change(best.1), candidate.function.parameters.count == arguments.count, let other = candidate.function.owner else { return false }
            return other.kind == .proto && !solver.checker.inherits(owner, from: other)
        }
        return other ?? best
    }

    /// Whether an argument is an array literal that may yet be many things.
    func takesOpenLiteral(_ solver: Solver) -> Bool {
        arguments.contains { argument in if case .variable(let variable) = solver.resolve(argument.term.type) { variable.literal == .array } else { false } }
    }

    private func cost(of candidate: Candidate, _ types: [Type], _ solver: Solver) -> Int {
        guard let bindings = solver.checker.match(arguments, to: candidate.function.parameters) else { return .max }
        let open = candidate.open
        var total = open.count, defaults = 0
        let known = candidate.knownArguments
        for (parameter, binding) in zip(candidate.function.parameters, bindings) {
            switch binding {
            case .argument(let index):
                let wanted = solver.checker.normalized(known(parameter.type))
                // The open parameters of a generic function called in its own body are not those of the call around it.
                if wanted == types[index], !wanted.contains(where: { if case .parameter(let generic) = $0 { open.contains(generic) } else { false } }) { continue }
                // An Optional that is passed as `Any?` is boxed too.
                if wanted.isErasing || wanted.optionalPayload?.isErasing == true {
                    total += 40
                } else if wanted.optionalPayload != nil, types[index].optionalPayload == nil {
                    total += 20
                } else if case .parameter(let parameter) = wanted, open.contains(parameter) {
                    // `[T]` says more than `T`, whatever is asked of it.
                    total += 3
                } else {
                    total += 2
                }
            // Boxing as many values as there are costs no less than boxing one.
            case .variadic: if case .existential = parameter.type { total += 44 } else { total += 4 }
            case .defaulted: defaults += 1
            }
        }
        return total * 100_000 - (candidate.rank + specificity(of: candidate, solver)) * 10 + min(9, defaults)
    }

    /// How much a candidate asks of its generic parameters: one that takes a `StringProtocol` is closer to a string
    /// than one that takes any `Sequence`.
    private func specificity(of candidate: Candidate, _ solver: Solver) -> Int {
        let bounds = candidate.open.reduce(0) { sum, parameter in
            sum + parameter.bounds.reduce(0) { $0 + 5 * solver.checker.protocols(above: $1).count }
        }
        // What the extension asks of the type's own parameters counts less than being the type's own member.
        // A requirement's signature holds what its protocol says of itself.
        if candidate.function.isRequirement { return bounds }
        let own = candidate.base == nil ? [] : candidate.function.owner?.generics.parameters ?? []
        let asked = candidate.function.generics.requirements.reduce(0) { sum, requirement in
            switch requirement {
            case .conformance(let subject, let proto): sum + (subject.mentionsOnly(own) ? 2 * solver.checker.protocols(above: proto).count : 0)
            case .sameType(let left, let right): sum + (left.mentionsOnly(own) && right.mentionsOnly(own) ? 30 : 0)
            }
        }
        return bounds + min(40, asked)
    }

    func apply(_ candidate: Candidate, _ solver: Solver) -> Bool {
        let function = candidate.function
        guard let bindings = solver.checker.match(arguments, to: function.parameters) else { return false }
        hasContext = !solver.zonk(result).hasVariable
        let outer = solver.current
        solver.current = self
        defer { solver.current = outer }
        let opened = solver.open(function, base: candidate.base, at: node)
        decision.candidate = candidate
        decision.typeArguments = opened.arguments
        decision.bindings = bindings
        decision.slots = arguments.map { _ in ConversionSlot() }
        guard opened.isPossible else { return false }
        // The result first: what is expected of it helps the arguments.
        // A call that never returns fits everywhere.
        let fitsAnywhere = function.result.standardName == "Never" && !isOpen(solver.resolve(result))
        decision.unwrap = nil
        if function.hasImplicitResult {
            let choice = ImplicitUnwrap(opened.substitution(function.result), as: result, at: node)
            decision.unwrap = choice.decision
            solver.add(choice)
        } else if !fitsAnywhere, !solver.unify(opened.substitution(function.result), result) {
            return false
        }
        for (parameter, binding) in zip(function.parameters, bindings) {
            let type = opened.substitution(parameter.type)
            switch binding {
            case .argument(let index): if !pass(index, type, parameter, solver) { return false }
            case .variadic(let indices): for index in indices where !pass(index, type, parameter, solver) { return false }
            case .defaulted: break
            }
        }
        return true
    }

    private func isOpen(_ type: Type) -> Bool { if case .variable = type { true } else { false } }

    private func pass(_ index: Int, _ type: Type, _ parameter: Parameter, _ solver: Solver) -> Bool {
        let term = arguments[index].term
        if parameter.isInout { return solver.unify(term.type, type) }
        if let closure = term.closure {
            solver.add(ClosureUse(closure, as: type, slot: decision.slots[index], at: Syntax(term.node)))
        } else {
            let conversion = Conversion(term.type, to: type, slot: decision.slots[index], purpose: .argument, at: Syntax(term.node))
            if isOperator { conversion.operation = self }
            solver.add(conversion)
        }
        return true
    }

    override func explain(_ solver: Solver) -> Failure {
        let types = arguments.map { solver.shown($0.term.type) }
        // Text that was tried as a Character is a String to its writer.
        let written = zip(arguments, types).map { $1.standardName == "Character" && $0.term.node.is(StringLiteralExprSyntax.self) ? solver.checker.string : $1 }
        if isOperator, let failure = explainOperator(written, solver) { return failure }
        if let unavailable = unavailable(types) { return unavailable }
        let near = nearest(solver)
        if let plain = plainSubscript(near) { return explain(plain, types, solver).noting([plain.function.declaredHere]) }
        if near.count == 1 { return explain(near[0], types, solver).noting([near[0].function.declaredHere]) }
        // Where several say the same, that is what is wrong.
        let failures = near.map { explain($0, types, solver) }
        if let first = failures.first, failures.allSatisfy({ $0.offset == first.offset && $0.message == first.message }) { return first }
        if let failure = optionalArgument(types, near, solver) ?? otherResult(near, solver) { return failure }
        return Failure(offset: offset, message: noExactMatches, notes: zip(near, failures).map { Note($0.function.asCandidate(failing: $1), at: $0.function.place) })
    }

    /// An Optional where one of the candidates takes what is in it.
    private func optionalArgument(_ types: [Type], _ near: [Candidate], _ solver: Solver) -> Failure? {
        for (index, type) in types.enumerated() {
            guard let payload = type.optionalPayload, !type.hasVariable else { continue }
            let isTaken = near.contains { candidate in
                ArgumentLabels(arguments, candidate.function.parameters).bindings.contains { parameter, argument in
                    argument == index && candidate.knownArguments(parameter.type) == payload
                }
            }
            if isTaken { return Conversion(type, to: payload, slot: ConversionSlot(), purpose: .argument, at: Syntax(arguments[index].term.node)).explain(solver) }
        }
        return nil
    }

    /// Methods that take the arguments and give something else than is wanted: `let text: String = "abc".reversed()`.
    private func otherResult(_ near: [Candidate], _ solver: Solver) -> Failure? {
        let wanted = solver.zonk(result)
        guard node.is(FunctionCallExprSyntax.self), !wanted.hasVariable, !wanted.hasError, near.allSatisfy({ $0.function.kind == .method && $0.function.name == name }),
            near.allSatisfy({ !solver.mightConvert($0.knownArguments($0.function.result), wanted, open: $0.open, isResult: true) })
        else { return nil }
        return Failure(offset: offset, message: "no '\(name)' candidates produce the expected contextual result type '\(wanted)'")
    }

    /// Of the subscripts of an array or a dictionary that is assigned to, the one that takes an index or a key.
    private func plainSubscript(_ near: [Candidate]) -> Candidate? {
        guard near.count > 1, let assignment = node.parent?.as(InfixOperatorExprSyntax.self), Syntax(assignment.leftOperand).id == node.id, arguments.count == 1,
            let base = near[0].base, ["Array", "Dictionary"].contains(base.standardName ?? "")
        else { return nil }
        let wanted = base.standardName == "Dictionary" ? base.arguments[0].standardName : "Int"
        return near.first { $0.function.parameters.count == 1 && $0.knownArguments($0.function.parameters[0].type).standardName == wanted }
    }

    /// The candidates that ask for the least change: in labels first, then in the types of arguments.
    func nearest(_ solver: Solver) -> [Candidate] {
        if candidates.count < 2 { return candidates }
        let ranked = candidates.map { candidate -> (Candidate, Int) in
            let labels = ArgumentLabels(arguments, candidate.function.parameters)
            let wrong = labels.bindings.filter { parameter, index in
                arguments[index].term.isInout != parameter.isInout
                    || !solver.mightConvert(solver.resolve(arguments[index].term.type), candidate.knownArguments(parameter.type), open: candidate.open)
            }
            return (candidate, labels.count * 10 + wrong.count)
        }
        let least = ranked.map(\.1).min() ?? 0
        return ranked.filter { $0.1 == least }.map(\.0)
    }

    private func explain(_ candidate: Candidate, _ types: [Type], _ solver: Solver) -> Failure {
        let labels = ArgumentLabels(arguments, candidate.function.parameters)
        if let failure = labels.failure(of: node) { return failure }
        var wrong: [Failure] = []
        for (parameter, index) in labels.bindings {
            let term = arguments[index].term
            if let failure = arguments[index].inoutFailure(as: parameter.type, isInout: parameter.isInout, solver) {
                wrong.append(failure)
                continue
            }
            let wanted = candidate.knownArguments(parameter.type)
            // A literal that an earlier try has given a type is still a literal.
            if !wrong.isEmpty, let literal = term.node.plainLiteral, solver.accepts(wanted, literal) { continue }
            if !solver.mightConvert(solver.resolve(types[index]), wanted, open: candidate.open) {
                let missing: [Nominal] =
                    if case .parameter(let generic) = parameter.type, candidate.open.contains(generic), term.closure == nil, !types[index].hasVariable {
                        generic.bounds.filter { !solver.checker.conforms(types[index], to: $0) }
                    } else { [] }
                if !missing.isEmpty {
                    wrong += missing.map { MustConform(types[index], to: $0, for: .function(candidate.function), at: node).explain(solver) }
                } else if let closure = term.closure {
                    wrong.append(ClosureUse(closure, as: wanted, slot: ConversionSlot(), at: Syntax(term.node)).explain(solver))
                } else if parameter.isVariadic, let list = term.node.arrayType ?? (types[index].standardName == "Array" ? types[index].description : nil) {
                    wrong.append(Failure(offset: term.node.anchorOffset, message: "cannot pass array of type '\(list)' as variadic arguments of type '\(wanted)'"))
                } else {
                    wrong.append(Conversion(types[index], to: wanted, slot: ConversionSlot(), purpose: .argument, at: Syntax(term.node)).explain(solver))
                }
            }
        }
        if var first = wrong.first {
            first.others += wrong.dropFirst()
            return first
        }
        let given = candidate.knownArguments(candidate.function.result), wanted = solver.zonk(result)
        if !given.hasParameter, let failure = solver.expectation(of: result, given: given) { return failure }
        if !wanted.hasVariable, !given.hasParameter, given != wanted {
            return Conversion(given, to: wanted, slot: ConversionSlot(), purpose: .initialization, at: node).explain(solver)
        }
        if let conflict = conflict(in: candidate, types.map { $0.known }) { return conflict }
        return Failure(offset: offset, message: "type of expression is ambiguous without a type annotation")
    }

    /// What Swift names and does not allow.
    private func unavailable(_ types: [Type]) -> Failure? {
        guard let call = node.as(SubscriptCallExprSyntax.self), candidates.first?.base?.standardName == "String", types.count == 1 else { return nil }
        let advice: String
        switch types[0].standardName {
        case "Int": advice = "cannot subscript String with an Int, use a String.Index instead."
        case "Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough":
            guard types[0].arguments.first?.standardName == "Int" else { return nil }
            advice = "cannot subscript String with an integer range, use a String.Index range instead."
        default: return nil
        }
        return Failure(offset: call.calledExpression.anchorOffset, message: "'subscript(_:)' is unavailable: \(advice)")
    }

    private var noExactMatches: String {
        // The compiler leaves these two nameless, with the space.
        switch candidates.first?.function.kind {
        case .initializer: "no exact matches in call to initializer"
        case .getter: "no exact matches in call to subscript"
        case .method: "no exact matches in call to instance method '\(name)'"
        case .staticMethod: "no exact matches in call to static method '\(name)'"
        default: "no exact matches in call to global function '\(name)'"
        }
    }

    /// What to say when a generic parameter came to a type that does not conform, since the arguments do not agree on it.
    func conflict(over known: Type, _ proto: Nominal, _ solver: Solver) -> Failure? {
        let types = arguments.map { solver.shown($0.term.type) }
        if isOperator {
            guard types.count == 2 else { return nil }
            let isMade = arguments.contains { $0.term.node.is(FunctionCallExprSyntax.self) } || types[0].hasParameter
            if types[0] == types[1], isMade, wantedPurpose(solver) == .condition || arguments.contains(where: { $0.term.isOneOfSeveral }) {
                return Failure(offset: offset, message: "referencing operator function '\(name)' on '\(proto.name)' requires that '\(types[0])' conform to '\(proto.name)'")
            }
            return explainOperator(types, solver)
        }
        guard known.isAny || known.optionalPayload != nil || known.hasVariable || solver.checker.conforms(known, to: proto), let candidate = decision.candidate else { return nil }
        return conflict(in: candidate, types)
    }

    /// Arguments that want a generic parameter to be several types. What literals are is said last.
    private func conflict(in candidate: Candidate, _ types: [Type]) -> Failure? {
        for generic in candidate.open {
            let places = zip(candidate.function.parameters, types).enumerated().filter { $1.0.type == .parameter(generic) }.map(\.offset)
            let literals = places.filter { arguments[$0].term.node.isPlainLiteral || arguments[$0].term.node.is(BooleanLiteralExprSyntax.self) }
            let given = (places.filter { !literals.contains($0) } + literals).map { types[$0] }
            if given.count > 1, let other = given.first(where: { $0 != given[0] }) {
                return Failure(offset: offset, message: "conflicting arguments to generic parameter '\(generic.name)' ('\(given[0])' vs. '\(other)')")
            }
        }
        return nil
    }

    private func wantedPurpose(_ solver: Solver) -> Conversion.Purpose? {
        var type = result
        while case .variable(let variable) = type {
            if let conversion = solver.expectations[variable] { return conversion.purpose }
            guard let binding = variable.binding else { return nil }
            type = binding
        }
        return nil
    }
}

extension ExprSyntax {
    /// What kind of literal it is.
    var plainLiteral: TypeVariable.Literal? {
        if self.is(IntegerLiteralExprSyntax.self) { return .integer }
        if self.is(FloatLiteralExprSyntax.self) { return .floating }
        return self.is(StringLiteralExprSyntax.self) ? .string : nil
    }

    /// The type of an array of literals of one kind.
    fileprivate var arrayType: String? {
        guard let array = self.as(ArrayExprSyntax.self), !array.elements.isEmpty else { return nil }
        let kinds = array.elements.map(\.expression.plainLiteral)
        guard let first = kinds.first, let kind = first, kinds.allSatisfy({ $0 == kind }) else { return nil }
        switch kind {
        case .integer: return "[Int]"
        case .floating: return "[Double]"
        case .string: return "[String]"
        default: return nil
        }
    }

    /// A number or a string as written.
    var isPlainLiteral: Bool { plainLiteral != nil }
}

extension Term {
    /// Made by one of several initializers, or as one of several cases: the compiler then speaks of the operator's protocol.
    fileprivate var isOneOfSeveral: Bool {
        guard case .nominal(let nominal, _) = type.known else { return false }
        if nominal.kind == .enumeration {
            let member = node.as(MemberAccessExprSyntax.self) ?? node.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self)
            return member?.base != nil && nominal.cases.contains { $0.name == member?.declName.baseName.text }
        }
        guard node.as(FunctionCallExprSyntax.self)?.calledExpression.is(DeclReferenceExprSyntax.self) == true else { return false }
        return nominal.members(named: "init").contains { if case .function(let made) = $0 { !made.parameters.isEmpty } else { false } }
    }
}

extension Type {
    /// With the outermost binding followed.
    fileprivate var known: Type {
        var type = self
        while case .variable(let variable) = type, let binding = variable.binding { type = binding }
        return type
    }
}

extension WrittenArgument {
    /// `&` is missing, or stands where there is no `inout`.
    func inoutFailure(as wanted: Type, isInout: Bool, _ solver: Solver) -> Failure? {
        if term.isInout == isInout { return nil }
        let type = solver.shown(term.type)
        let message =
            isInout
            ? "passing value of type '\(type)' to an inout parameter requires explicit '&'"
            : "'&' used with non-inout argument of type '\(wanted.hasParameter ? type : wanted)'"
        return Failure(offset: term.node.anchorOffset, message: message)
    }
}

extension Function {
    /// With its kind, as messages about its requirements name it.
    var described: String {
        if isOperatorFixity != nil { return "operator function '\(name)'" }
        switch kind {
        case .initializer: return "initializer '\(fullName)'"
        case .staticMethod: return "static method '\(shownName)'"
        case .method: return "instance method '\(shownName)'"
        case .getter, .setter: return name == "subscript" ? "subscript '\(fullName)'" : "property '\(name)'"
        case .free, .closure: return "global function '\(shownName)'"
        }
    }
}

extension Function {
    /// For notes: where a function is that was called wrongly.
    var declaredHere: Note {
        Note("'\(fullName)' declared here", at: place)
    }

    /// Why it is not the one that was meant.
    fileprivate func asCandidate(failing failure: Failure) -> String { "found candidate '\(fullName)' with type '\(signatureType)': \(failure.message)" }
}

extension Failure {
    /// With what else there is to say of it.
    func noting(_ more: [Note]) -> Failure {
        var result = self
        result.notes += more
        return result
    }
}
