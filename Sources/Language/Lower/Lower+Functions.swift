import IR

/// Whole functions: from the arguments in their registers to the return.
extension FunctionBuilder {
    func lower(_ job: Job) {
        switch job {
        case .cell: break
        case .function(let function, _): lowerFunction(function)
        case .nested(let function, let context):
            locals = context.locals
            lowerNested(function)
        case .value(let function, let arguments, let isBound): lowerValue(function, arguments, isBound)
        case .unbound(let function, let arguments): lowerUnbound(function, arguments)
        case .converted(let source, let target): lowerConverted(source, target)
        case .initial(let variable): lowerInitial(variable)
        case .witness(let requirement, let type): lowerWitness(requirement, type)
        case .opened(let function, let arguments, let parameter, let generic, let type): lowerOpened(function, arguments, parameter, generic, type)
        }
    }

    /// The top-level code of a cell; gives the type of its result.
    func lowerTopLevel(_ statements: [Statement]) -> ValueType {
        returns = .cell
        // Kept free for the result, which must outlive the block.
        let (rawResult, objectResult) = (newRaw(), newObject())
        keep(objectResult)
        resultRegisters = (rawResult, objectResult)
        findLocals(statements)
        block(statements)
        guard let (type, operand) = cellResult else {
            code.emit(.returnVoid)
            return .void
        }
        lowering.complete(type)
        leave(with: operand)
        return lowering.valueType(type)
    }

    func leave(with operand: Operand) {
        switch operand {
        case .void: code.emit(.returnVoid)
        case .raw(let register): code.emit(.returnRaw, register)
        case .object(let register): code.emit(.returnObject, register)
        }
    }

    private func lowerFunction(_ function: Function) {
        if function.isMemberwise { return lowerMemberwise(function) }
        observed = function.observed
        observer = function
        if let own = function.selfVariable, function.takesSelf { parameter(own, isAddress: function.changesSelf) }
        for parameter in function.parameters { accept(parameter) }
        lowerBody(function)
    }

    /// A closure, or a function inside another: O[0] is its closure, the captures come out of it.
    private func lowerNested(_ function: Function) {
        ownFunction = function
        observed = function.observed
        keep(newObject())
        for parameter in function.parameters { accept(parameter) }
        let layout = captureLayout(function)
        for (variable, capture) in zip(function.captures, layout) {
            switch capture {
            case .raw(let word): capturedRaw(variable, word, .raw)
            case .address(let word, let isRaw): capturedRaw(variable, word, .address(isRaw: isRaw))
            case .object(let word), .cell(let word, _):
                let register = newObject()
                keep(register)
                code.emit(.captureObject, register, word)
                wrote(register)
                if case .cell(_, let isRaw) = capture {
                    locations[variable] = .cell(register, isRaw: isRaw)
                } else {
                    locations[variable] = .object(register)
                }
            case .global: _ = declare(variable)
            }
        }
        lowerBody(function)
    }

    private enum RawCapture { case raw, address(isRaw: Bool) }
    private func capturedRaw(_ variable: Variable, _ word: Int, _ kind: RawCapture) {
        let register = newRaw()
        code.emit(.captureRaw, register, word)
        switch kind {
        case .raw: locations[variable] = .raw(register)
        case .address(let isRaw): locations[variable] = .address(register, isRaw: isRaw)
        }
    }

    private func accept(_ parameter: Parameter) {
        guard let variable = parameter.variable else {
            _ = parameter.isInout ? .raw(newRaw()) : temporary(passedType(parameter))
            return
        }
        self.parameter(variable, isAddress: parameter.isInout)
    }
    private func parameter(_ variable: Variable, isAddress: Bool) {
        if isAddress {
            locations[variable] = .address(newRaw(), isRaw: isRaw(variable.type))
        } else {
            place(variable, temporary(variable.type))
        }
    }
    func closureType(of type: Type) -> Type { .function(FunctionType(parameters: [], result: type)) }

    private func lowerBody(_ function: Function) {
        let body = lowering.knowledge.body(of: function)
        if function.kind == .initializer, let own = function.selfVariable { beginInitializer(function, own) }
        findLocals(body.statements)
        block(body.statements)
        finishBody(function)
    }

    /// What happens when the body's end is reached.
    private func finishBody(_ function: Function) {
        if case .initialized = returns { returnFromFunction(nil) } else { code.emit(.returnVoid) }
    }

    func findLocals(_ statements: [Statement]) {
        for case .function(let function) in statements.map(\.kind) { locals.insert(function) }
    }

    // MARK: Initializers

    private func beginInitializer(_ function: Function, _ own: Variable, given: Set<String> = []) {
        returns = .initialized(own, isFailable: function.isFailable)
        let type = concrete(own.type)
        let value = lowering.valueType(type)
        _ = declare(own)
        guard case .nominal(let made) = value, made.kind == .structure, case .nominal(let nominal, _) = type else {
            return
        }
        // A struct is there from the start, its fields empty, so that each can be set in place.
        let references = made.fields.count { !$0.type.isRaw }
        let raws = made.fields.count - references
        for offset in 0 ..< raws { code.emit(.integer, rawTop + offset, wide: 0) }
        let mark = mark()
        for _ in 0 ..< raws { _ = newRaw() }
        for _ in 0 ..< references { _ = newObject() }
        let first = mark.1
        release(mark)
        // The window of fields: all nil, since nothing above the variables is in use yet.
        code.emit(.makeAggregate, first, mark.0, code.shape(IR.Function.Shape(references: references, raws: raws)))
        _ = newObject()
        wrote(first)
        store(.object(first), to: own)
        release(mark)
        for stored in nominal.stored where stored.initial == nil && !given.contains(stored.name) { makeRoom(for: stored.type, in: .field(.variable(own), stored.index, type)) }
        setInitialValues(of: nominal, own, given: given)
    }

    private func setInitialValues(of nominal: Nominal, _ own: Variable, given: Set<String>) {
        for stored in nominal.stored where !given.contains(stored.name) {
            guard let initial = stored.initial else { continue }
            let mark = mark()
            let target = LValue.field(.variable(own), stored.index, concrete(own.type))
            assign(evaluate(initial), to: target)
            release(mark)
        }
    }

    /// The initializer that a struct has when it declares none: one parameter for each field that may be given.
    private func lowerMemberwise(_ function: Function) {
        guard let owner = function.owner, let own = function.selfVariable ?? function.owner.map(memberwiseSelf) else { return }
        var given: [String: Operand] = [:]
        for parameter in function.parameters {
            let operand = temporary(parameter.type)
            if case .object(let register) = operand { keep(register) }
            given[parameter.label ?? parameter.variable?.name ?? ""] = operand
        }
        beginInitializer(function, own, given: Set(given.keys))
        for stored in owner.stored {
            guard let operand = given[stored.name] else { continue }
            let mark = mark()
            assign(operand, to: .field(.variable(own), stored.index, concrete(own.type)))
            release(mark)
        }
        finishBody(function)
    }
    private func memberwiseSelf(_ owner: Nominal) -> Variable {
        Variable(name: "self", type: owner.selfType, isMutable: true, storage: .local, place: owner.place, origin: owner.origin)
    }

    // MARK: Functions as values

    /// The arguments of a closure with this type, in the registers they come in; O[0] is the closure.
    private func acceptValues(_ parameters: [FunctionType.Parameter]) -> [ArgumentSource] {
        parameters.map { parameter in
            if parameter.isInout { return .address(newRaw()) }
            let operand = temporary(parameter.type)
            if case .object(let register) = operand { keep(register) }
            return .operand(operand)
        }
    }

    private func parameters(of function: Function, _ arguments: [Type]) -> [FunctionType.Parameter] {
        let substitution = Dictionary(zip(function.generics.parameters, arguments)) { first, _ in first }
        return function.parameters.map {
            FunctionType.Parameter(type: lowering.concrete(passedType($0), substitution), isInout: $0.isInout)
        }
    }

    private func lowerValue(_ function: Function, _ arguments: [Type], _ isBound: Bool) {
        keep(newObject())
        let sources = acceptValues(parameters(of: function, arguments))
        var receiver: ArgumentSource?
        if isBound, let own = selfType(of: function, arguments) {
            let operand = temporary(own)
            code.emit(operand.isRaw ? .captureRaw : .captureObject, operand.register, 0)
            if case .object(let register) = operand { wrote(register) }
            receiver = .operand(operand)
        }
        let result = call(Callee(function: function, typeArguments: arguments), receiver: receiver, sources)
        leave(with: result)
    }

    func selfType(of function: Function, _ arguments: [Type]) -> Type? {
        let substitution = Dictionary(zip(function.generics.parameters, arguments)) { first, _ in first }
        return (function.selfType ?? function.owner?.selfType).map { lowering.concrete($0, substitution) }
    }

    private func lowerUnbound(_ function: Function, _ arguments: [Type]) {
        keep(newObject())
        guard let own = selfType(of: function, arguments) else { return }
        let operand = temporary(own)
        let result = bound(function, arguments, operand)
        leave(with: result)
    }

    /// A closure that holds self.
    func bound(_ function: Function, _ arguments: [Type], _ own: Operand) -> Operand {
        let number = lowering.number(for: .value(function, arguments, bound: true))
        let shape = IR.Function.Shape(references: own.isRaw ? 0 : 1, raws: own.isRaw ? 1 : 0, tag: 0, callee: code.callee(number))
        let target = newObject()
        if case .object(let register) = own { code.emit(.copyObject, target, register) }
        code.emit(.makeClosure, target, own.isRaw ? own.register : 0, code.shape(shape))
        wrote(target)
        return .object(target)
    }

    private func lowerConverted(_ source: FunctionType, _ target: FunctionType) {
        keep(newObject())
        let given = acceptValues(target.parameters)
        let original = newObject()
        code.emit(.captureObject, original, 0)
        wrote(original)
        var sources: [ArgumentSource] = []
        if given.count == 1, source.parameters.count > 1, case .tuple(let elements) = target.parameters[0].type, case .operand(let whole) = given[0] {
            // The elements of the one tuple are the arguments.
            let layout = AggregateLayout(target.parameters[0].type, lowering)
            for (index, element) in elements.enumerated() where index < source.parameters.count {
                let part = fieldOperand(whole, layout.types[index], layout.fieldWord(index))
                sources.append(.operand(convert(part, from: element.type, to: source.parameters[index].type)))
            }
        } else {
            for (index, argument) in given.enumerated() {
                guard case .operand(let operand) = argument else {
                    sources.append(argument)
                    continue
                }
                sources.append(.operand(convert(operand, from: target.parameters[index].type, to: source.parameters[index].type)))
            }
        }
        let result = callClosure(.object(original), source, sources)
        if concrete(target.result) == .void {
            code.emit(.returnVoid)
        } else {
            leave(with: convert(result, from: source.result, to: target.result))
        }
    }

    private func lowerInitial(_ variable: Variable) {
        _ = newObject()
        guard let initial = variable.lazyInitial else { return }
        store(evaluate(initial), to: variable, isInitializing: true)
        code.emit(.returnVoid)
    }

    /// Self, where there is one, and the arguments come as the function wants them, but for the one that is unpacked here.
    private func lowerOpened(_ function: Function, _ arguments: [Type], _ position: Int, _ generic: Int, _ type: Type) {
        var concrete = arguments
        concrete[generic] = type
        let box = newObject()
        keep(box)
        var receiver: ArgumentSource?
        if function.takesSelf, let own = selfType(of: function, arguments) {
            receiver = acceptValues([FunctionType.Parameter(type: own, isInout: function.changesSelf)])[0]
        }
        var sources: [ArgumentSource] = []
        for (index, parameter) in parameters(of: function, concrete).enumerated() {
            sources.append(index == position ? .operand(.object(box)) : acceptValues([parameter])[0])
        }
        let value = lowering.valueType(type)
        let operand = temporary(value)
        if !value.isVoid { code.emit(value.isRaw ? .existentialRaw : .existentialObject, operand.register, box) }
        if case .object(let register) = operand { wrote(register) }
        sources[position] = .operand(operand)
        let result = call(Callee(function: function, typeArguments: concrete), receiver: receiver, sources)
        func given(_ arguments: [Type]) -> Type {
            lowering.concrete(function.result, Dictionary(zip(function.generics.parameters, arguments)) { first, _ in first })
        }
        leave(with: convert(result, from: given(concrete), to: given(arguments)))
    }

    /// Self comes in an existential; the rest as the requirement says.
    private func lowerWitness(_ requirement: Function, _ type: Type) {
        let own = requirement.generics.parameters.first.map { [$0: type] } ?? [:]
        let asked = Callee(function: requirement, typeArguments: [type])
        let callee = requirement.isRequirement ? lowering.knowledge.witness(for: asked) : asked
        var receiver: ArgumentSource?
        let value = lowering.valueType(type)
        let box = newObject()
        keep(box)
        if requirement.changesSelf {
            code.emit(.clear, box)
            let address = newRaw()
            code.emit(.existentialAddress, address, address, value.isRaw ? 1 : 0)
            receiver = .address(address)
        } else if requirement.takesSelf {
            receiver = .operand(.object(box))
        }
        // Parameters that mention Self cannot be reached through an existential.
        let sources = acceptValues(
            requirement.parameters.map {
                FunctionType.Parameter(type: lowering.concrete(passedType($0), own), isInout: $0.isInout)
            })
        if requirement.takesSelf, !requirement.changesSelf, case .operand(.object(let box)) = receiver {
            let operand = temporary(value)
            code.emit(value.isRaw ? .existentialRaw : .existentialObject, operand.register, box)
            if case .object(let register) = operand {
                wrote(register)
            }
            receiver = .operand(operand)
        }
        let result = call(callee, receiver: receiver, sources)
        // A result that speaks of Self is an existential for the caller.
        guard let this = requirement.generics.parameters.first, let proto = requirement.owner else { return leave(with: result) }
        leave(with: convert(result, from: lowering.concrete(requirement.result, own), to: lowering.concrete(requirement.result, [this: .existential([proto])])))
    }
}

extension Operand {
    var isRaw: Bool { if case .raw = self { true } else { false } }
}
