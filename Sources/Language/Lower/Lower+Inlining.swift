import IR

/// Calls of the standard library's functions with closures that stand in the call: `map`, `filter`, `reduce` and their kin.
///
/// The bodies of the function and of its closures become part of the function that calls. A turn of such a loop then costs what it does and no call, and what a
/// closure captures is used where it is. Each body is lowered in its own surroundings: its types, its variables, its way to return.
extension FunctionBuilder {
    /// What a body means by its names and by `return`.
    struct Surroundings {
        var substitution: GenericArguments
        var locations: [Variable: Location]
        var closures: [Variable: InlinedClosure]
        var returns: Returns
        var locals: Set<Function>
        var ownFunction: Function?
        var observer: Function?
        var observed: Variable?
        /// Instructions of the standard library's text are said to come from the call.
        var isFixed: Bool
    }

    /// A closure given to a function that is part of its caller here.
    final class InlinedClosure {
        let function: Function
        let surroundings: Surroundings
        init(_ function: Function, _ surroundings: Surroundings) { (self.function, self.surroundings) = (function, surroundings) }
    }

    /// Where the body of an inlined function leaves its result.
    struct InlinedReturn {
        var result: Operand
        var exit: Label
        /// Scopes and registers that are not the body's.
        var depth: Int
        var mark: (Int, Int)
    }

    private var surroundings: Surroundings {
        get {
            Surroundings(
                substitution: substitution, locations: locations, closures: inlinedClosures, returns: returns, locals: locals, ownFunction: ownFunction,
                observer: observer, observed: observed, isFixed: code.isFixed)
        }
        set {
            (substitution, locations, inlinedClosures, returns) = (newValue.substitution, newValue.locations, newValue.closures, newValue.returns)
            (locals, ownFunction, observer, observed) = (newValue.locals, newValue.ownFunction, newValue.observer, newValue.observed)
            code.isFixed = newValue.isFixed
        }
    }

    /// Runs `body` in other surroundings, and comes back.
    private func within<Result>(_ inner: Surroundings, _ body: () -> Result) -> Result {
        let (outer, place) = (surroundings, code.current)
        surroundings = inner
        inlineDepth += 1
        defer {
            inlineDepth -= 1
            code.isFixed = false
            code.current = place
            surroundings = outer
        }
        return body()
    }

    // MARK: Functions

    private static let deepest = 6
    private static let longest = 20_000

    /// The call as part of this function; nil when it is none of those, or grows too large.
    func inlined(_ callee: Callee, _ types: CallTypes, receiver: ArgumentSource?, _ arguments: [ArgumentSource]) -> Operand? {
        let function = callee.function
        guard function.origin == .standard, function.hasBody, !function.changesSelf, !callee.isDispatched, callee.opened == nil, function.kind != .initializer,
            inlineDepth < Self.deepest, code.position < Self.longest
        else { return nil }
        let body = lowering.knowledge.body(of: function)
        if let value = formula(of: function, body, types, arguments) { return inlined(value, of: function, types, arguments) }
        guard let closures = closures(in: arguments, of: function) else { return nil }
        guard DirectCalls(of: Set(closures.keys)).areAll(in: body) else { return nil }
        let mark = mark()
        let result = temporary(types.resultType)
        let inner = self.mark()
        let caller = surroundings
        var given = Surroundings(
            substitution: types.substitution, locations: [:], closures: closures.mapValues { InlinedClosure($0, caller) },
            returns: .inlined(InlinedReturn(result: result, exit: Label(), depth: scopes.count, mark: inner)), locals: [], ownFunction: nil, observer: function,
            observed: nil, isFixed: true)
        if function.takesSelf, let receiver, let own = types.own, let variable = function.selfVariable {
            given.locations[variable] = argument(receiver, own, function, -1, types.substitution)
        }
        for isDefault in [false, true] {
            for (index, source) in arguments.enumerated() where index < function.parameters.count && source.isDefaulted == isDefault {
                guard let variable = function.parameters[index].variable, closures[variable] == nil else { continue }
                given.locations[variable] = argument(source, types.parameters[index], function, index, types.substitution)
            }
        }
        within(given) { self.body(body, from: inner) }
        if case .object(let register) = result { wrote(register) }
        return release(mark, keeping: result)
    }

    /// What a function of plain numbers returns, where that is all it does: `min`, `max`, `abs`.
    private func formula(of function: Function, _ body: Block, _ types: CallTypes, _ arguments: [ArgumentSource]) -> Expression? {
        guard body.statements.count == 1, case .return(let value?) = body.statements[0].kind, !function.takesSelf, isRaw(types.resultType), types.parameters.allSatisfy(isRaw),
            !function.parameters.contains(where: { $0.isInout || $0.isAutoclosure || $0.isVariadic }),
            arguments.allSatisfy({ if case .expression = $0 { true } else { false } })
        else { return nil }
        return value
    }

    private func inlined(_ value: Expression, of function: Function, _ types: CallTypes, _ arguments: [ArgumentSource]) -> Operand {
        let mark = mark()
        let result = temporary(types.resultType)
        var given = surroundings
        (given.substitution, given.locations, given.observer, given.isFixed) = (types.substitution, [:], function, true)
        for (index, source) in arguments.enumerated() {
            guard let variable = function.parameters[index].variable else { continue }
            given.locations[variable] = argument(source, types.parameters[index], function, index, types.substitution)
        }
        return release(mark, keeping: within(given) { evaluate(value, preferring: result) })
    }

    /// The closures among the arguments, by the parameters that they are given to; nil where there are none or something else stands in the way.
    private func closures(in arguments: [ArgumentSource], of function: Function) -> [Variable: Function]? {
        var closures: [Variable: Function] = [:]
        for (parameter, source) in zip(function.parameters, arguments) {
            if parameter.isInout || parameter.isAutoclosure || parameter.isVariadic { return nil }
            guard case .expression(let expression) = source, case .closure(let closure) = expression.kind, case .function(let type) = parameter.type else { continue }
            guard let variable = parameter.variable, closure.parameters.count == type.parameters.count else { return nil }
            closures[variable] = closure
        }
        return closures.isEmpty ? nil : closures
    }

    /// A register of its own with an argument's value.
    private func argument(_ source: ArgumentSource, _ type: Type, _ function: Function, _ index: Int, _ substitution: GenericArguments) -> Location? {
        let slot = temporary(type)
        pass(source, type, to: slot, function, index, substitution)
        switch slot {
        case .raw(let register): return .raw(register)
        case .object(let register):
            wrote(register)
            keep(register)
            return .object(register)
        case .void: return nil
        }
    }

    /// Lowers a body whose `return` goes to its end here.
    private func body(_ block: Block, from mark: (Int, Int)) {
        guard case .inlined(let ending) = returns else { return }
        self.block(block.statements)
        leave(mark)
        if deferredRanges.isEmpty { code.dropJump(to: ending.exit) }
        code.land(ending.exit)
    }

    /// `return` in an inlined body. What the body's registers hold is given up on this way out, and stays for the others.
    func returnInlined(_ expression: Expression?, _ ending: InlinedReturn) {
        let mark = mark()
        if let expression, case .variable(let variable) = expression.kind, case .object(let register)? = locations[variable], register >= ending.mark.1,
            case .object(let result) = ending.result, !scopes[ending.depth...].contains(where: \.isDeferred)
        {
            // The body's own variable: nobody needs it any more.
            code.emit(.takeObject, result, register)
        } else if let expression {
            if case .void = ending.result { _ = evaluate(expression) } else { evaluate(expression, into: ending.result) }
            release(mark)
        }
        unwind(to: ending.depth)
        clearLive(from: ending.mark)
        code.jump(ending.exit)
    }

    // MARK: Closures

    /// A call of a closure that is part of this function.
    func call(_ closure: InlinedClosure, _ type: FunctionType, _ arguments: [ArgumentSource]) -> Operand {
        let function = closure.function
        let mark = mark()
        let result = FunctionBuilder.isNever(type.result) ? .void : temporary(type.result)
        let inner = self.mark()
        var given = closure.surroundings
        var writeBacks = WriteBacks()
        for ((parameter, source), passed) in zip(zip(function.parameters, arguments), type.parameters) {
            guard let variable = parameter.variable else {
                if case .expression(let expression) = source { _ = evaluate(expression.withoutInout) }
                continue
            }
            if parameter.isInout {
                given.locations[variable] = place(ofInout: source, isRaw: isRaw(passed.type), &writeBacks)
            } else {
                given.locations[variable] = place(of: source)
            }
        }
        let body = lowering.knowledge.body(of: function)
        let operand: Operand = within(given) {
            if body.statements.count == 1, case .return(let value?) = body.statements[0].kind {
                findLocals(body.statements)
                if case .void = result {
                    _ = evaluate(value)
                    return .void
                }
                return evaluate(value, preferring: result)
            }
            returns = .inlined(InlinedReturn(result: result, exit: Label(), depth: scopes.count, mark: inner))
            self.body(body, from: inner)
            if case .object(let register) = result { wrote(register) }
            return result
        }
        writeBack(writeBacks)
        return release(mark, keeping: operand)
    }

    /// A jump on what a closure says; false where it is more than an expression, or takes what has to be given up before the jump.
    func jump(onCallOf closure: InlinedClosure, _ arguments: [ArgumentSource], when wanted: Bool, _ label: Label) -> Bool {
        let function = closure.function
        let body = lowering.knowledge.body(of: function)
        guard body.statements.count == 1, case .return(let value?) = body.statements[0].kind, !function.parameters.contains(where: \.isInout),
            arguments.allSatisfy({ if case .expression(let expression) = $0, case .variable = expression.kind { true } else { false } })
        else { return false }
        let mark = mark()
        var given = closure.surroundings
        for (parameter, source) in zip(function.parameters, arguments) {
            if let variable = parameter.variable { given.locations[variable] = place(of: source) }
        }
        let isClean = !holdsAnything(from: mark)
        if isClean { within(given) { jump(value, when: wanted, label) } }
        release(mark)
        return isClean
    }

    /// The closure as a value, where it is not called.
    func value(of closure: InlinedClosure) -> Operand { within(closure.surroundings) { makeClosure(closure.function) } }

    /// An argument of a closure: the caller's own variable where it is one, since nothing changes it meanwhile.
    private func place(of source: ArgumentSource) -> Location? {
        let operand: Operand
        switch source {
        case .expression(let expression): operand = evaluate(expression)
        case .operand(let given): operand = given
        case .address, .defaulted, .variadic: return nil
        }
        switch operand {
        case .raw(let register): return .raw(register)
        case .object(let register):
            if isLive(register) { keep(register) }
            return .object(register)
        case .void: return nil
        }
    }

    private func place(ofInout source: ArgumentSource, isRaw: Bool, _ writeBacks: inout WriteBacks) -> Location? {
        switch source {
        case .expression(let expression):
            let target = prepare(expression.withoutInout)
            if case .variable(let variable) = target { return location(of: variable) }
            return .address(address(of: target, &writeBacks, pins: true), isRaw: isRaw)
        case .address(let register): return .address(register, isRaw: isRaw)
        case .operand, .defaulted, .variadic: return nil
        }
    }
}

extension ArgumentSource {
    fileprivate var isDefaulted: Bool { if case .defaulted = self { true } else { false } }
}

/// Whether closures are called where they are, each at least once, and nowhere in a closure that may hold them.
private final class DirectCalls: TreeWalker {
    private let variables: Set<Variable>
    private var called: Set<Variable> = []
    private var isHeld = false

    init(of variables: Set<Variable>) { self.variables = variables }

    func areAll(in body: Block) -> Bool {
        walk(body)
        return called == variables && !isHeld
    }

    override func walk(_ value: Expression) {
        if case .callValue(let function, let arguments) = value.kind, case .variable(let variable) = function.kind, variables.contains(variable) {
            called.insert(variable)
            return walk(arguments)
        }
        if case .variable(let variable) = value.kind, variables.contains(variable) { isHeld = true }
        if case .closure(let function) = value.kind, !variables.isDisjoint(with: function.captures) { isHeld = true }
        super.walk(value)
    }
}
