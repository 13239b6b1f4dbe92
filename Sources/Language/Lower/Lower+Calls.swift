import IR

/// Where an argument comes from.
enum ArgumentSource {
    case expression(Expression)
    case operand(Operand)
    /// An `inout` argument whose address is in this raw register.
    case address(Int)
    /// The default of the parameter at this position.
    case defaulted(Int)
    case variadic([Expression])

    /// A value that the call wrote, as it is.
    var isGiven: Bool {
        switch self {
        case .expression, .operand: true
        case .address, .defaulted, .variadic: false
        }
    }
}

extension Callee {
    var isThroughExistential: Bool { if case .existential? = typeArguments.first { true } else { false } }

    /// Which function runs depends on the type of the value in an existential. That is so of requirements, and of what an extension of
    /// the protocol adds: inside it `Self` is the type of the value.
    var isDispatched: Bool {
        if function.isRequirement { return true }
        guard isThroughExistential, function.takesSelf, !function.isNative, function.owner?.kind == .proto else { return false }
        return function.generics.parameters.count == 1 && function.generics.requirements.isEmpty
    }
}

/// Calls.
extension FunctionBuilder {
    func sources(_ arguments: [Argument], _ function: Function) -> [ArgumentSource] {
        // A setter's first parameter is the new value, which is no argument of the subscript.
        arguments.enumerated().map { index, argument in
            switch argument {
            case .value(let expression): .expression(expression)
            case .defaulted: .defaulted(index)
            case .variadic(let expressions): .variadic(expressions)
            }
        }
    }

    func closureSources(_ arguments: [Argument], _ type: FunctionType) -> [ArgumentSource] {
        arguments.map { argument in
            switch argument {
            case .value(let expression): .expression(expression)
            case .variadic(let expressions): .variadic(expressions)
            case .defaulted: .operand(.void)
            }
        }
    }

    /// The callee with concrete types; requirements resolved to what fulfils them.
    func resolve(_ callee: Callee) -> Callee {
        var callee = Callee(function: callee.function, typeArguments: callee.typeArguments.map(concrete))
        while callee.function.isRequirement {
            if case .existential? = callee.typeArguments.first { return callee }
            let requirement = callee.function
            callee = lowering.knowledge.witness(for: callee)
            if callee.function == requirement { return callee }
            callee.typeArguments = callee.typeArguments.map { lowering.concrete($0, [:]) }
        }
        return callee
    }

    /// `self.init(…)` that may fail, and with it the initializer that asks for it.
    func delegate(to initialization: Expression, _ own: Expression) {
        let mark = mark()
        let made = evaluate(initialization), succeeded = Label()
        code.jump(.jumpUnlessNil, made.register, succeeded)
        returnNil()
        code.bind(succeeded)
        assign(unwrap(made, payload: concrete(own.type)), to: prepare(own))
        release(mark)
    }

    func call(_ given: Callee, receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand? = nil) -> Operand {
        let callee = resolve(given)
        let function = callee.function
        if let result = intrinsic(callee, receiver, arguments, target) { return result }
        if function.isRequirement, !callee.isThroughExistential { return missing(callee) }
        let types = CallTypes(callee, self)
        if function.kind == .initializer, !callee.isThroughExistential, let receiver, case .expression(let own) = receiver {
            // `self.init(…)` inside another initializer.
            let mark = mark()
            let made = emitCall(callee, types, receiver: nil, arguments)
            if function.isFailable, case .optional = types.result {
                let failed = Label()
                code.jump(.jumpUnlessNil, made.register, failed)
                returnNil()
                code.bind(failed)
                assign(unwrap(made, payload: concrete(own.type)), to: prepare(own))
            } else {
                assign(made, to: prepare(own))
            }
            release(mark)
            return .void
        }
        if let result = inlined(callee, types, receiver: receiver, arguments) { return result }
        if function.isMemberwise, let made = makeStruct(types, arguments) { return made }
        if function.isRequirement, receiver == nil { return missing(callee) }
        return emitCall(callee, types, receiver: function.takesSelf || function.isRequirement ? receiver : nil, arguments)
    }

    /// A struct whose initializer only takes its fields is made where it stands; nil when some field has a value of its own.
    private func makeStruct(_ types: CallTypes, _ arguments: [ArgumentSource]) -> Operand? {
        let fields = AggregateLayout(types.resultType, lowering).types
        guard arguments.count == fields.count, !fields.isEmpty, arguments.allSatisfy(\.isGiven) else { return nil }
        return aggregate(arguments, fields)
    }

    /// A requirement that nothing fulfils: the checker should not have let it through. An error at run time, not a wrong answer.
    private func missing(_ callee: Callee) -> Operand {
        let own = callee.typeArguments.first.map { lowering.valueType($0).spelled } ?? "?"
        code.emit(.trap, 0, wide: code.object(.string("'\(own)' does not fulfil the requirement '\(callee.function.spelled)'")))
        return temporary(CallTypes(callee, self).resultType)
    }

    /// The types a call works with, all concrete.
    struct CallTypes {
        let substitution: GenericArguments
        var parameters: [Type]
        var result: ValueType
        var resultType: Type
        var own: Type?

        init(_ callee: Callee, _ builder: FunctionBuilder) {
            let function = callee.function
            var substitution = builder.locals.contains(function) ? builder.substitution : [:]
            for (parameter, argument) in zip(function.generics.parameters, callee.typeArguments) { substitution[parameter] = argument }
            self.substitution = substitution
            parameters = function.parameters.map { builder.lowering.concrete(builder.passedType($0), substitution) }
            resultType = builder.lowering.concrete(function.result, substitution)
            result = builder.lowering.valueType(resultType)
            own = function.takesSelf ? (function.selfType ?? function.owner?.selfType).map { builder.lowering.concrete($0, substitution) } : nil
        }
    }

    /// What is really passed for a parameter: an array for a variadic one, a closure for an autoclosure.
    func passedType(_ parameter: Parameter) -> Type {
        if parameter.isAutoclosure { return closureType(of: parameter.type) }
        if parameter.isVariadic { return .nominal(lowering.standard("Array"), [parameter.type]) }
        return parameter.type
    }

    private func emitCall(_ callee: Callee, _ types: CallTypes, receiver: ArgumentSource?, _ arguments: [ArgumentSource]) -> Operand {
        let function = callee.function
        let mark = mark()
        let isLocal = locals.contains(function)
        let opened = callee.opened
        let isWitness = callee.isDispatched || opened != nil

        // The window.
        var parameters: [(source: ArgumentSource, type: Type, isInout: Bool, index: Int)] = []
        if let receiver, let own = types.own { parameters.append((receiver, own, function.changesSelf, -1)) }
        for (index, source) in arguments.enumerated() where index < function.parameters.count {
            parameters.append((source, types.parameters[index], function.parameters[index].isInout, index))
        }
        var writeBacks = WriteBacks()
        // Inout arguments: their indices are evaluated in order, their access begins last.
        var slots: [Operand] = []
        var (firstRaw, firstObject) = (rawTop, objectTop)
        if isLocal { _ = newObject() }
        if isWitness { _ = newObject() }
        if isWitness, opened == nil, !function.takesSelf, let receiver {
            // A static requirement: only the type in the existential metatype matters.
            let inner = self.mark()
            let type: Operand
            switch receiver {
            case .expression(let expression): type = evaluate(expression)
            case .operand(let operand): type = operand
            case .address, .defaulted, .variadic: type = .void
            }
            code.emit(.existentialOfType, firstObject, type.register)
            release(inner)
            wrote(firstObject)
        }
        for parameter in parameters {
            if let opened {
                // The value whose type decides comes first.
                slots.append(parameter.index == opened.parameter ? .object(firstObject) : parameter.isInout ? .raw(newRaw()) : temporary(parameter.type))
            } else if isWitness && parameter.index == -1 && !function.changesSelf {
                slots.append(.object(firstObject))
            } else {
                slots.append(parameter.isInout ? .raw(newRaw()) : temporary(parameter.type))
            }
        }
        // Results need a slot even when no argument took it.
        if rawTop == firstRaw { _ = newRaw() }
        if objectTop == firstObject { _ = newObject() }
        let end = self.mark()

        var late: [(LValue, Int)] = []
        for (parameter, slot) in zip(parameters, slots) {
            if parameter.isInout {
                switch parameter.source {
                case .address(let register): code.emit(.move, slot.register, register)
                case .expression(let expression): late.append((prepare(expression.withoutInout), slot.register))
                case .operand(let operand): late.append((.register(operand), slot.register))
                case .defaulted, .variadic: break
                }
                continue
            }
            if case .defaulted = parameter.source { continue }
            pass(parameter.source, parameter.type, to: slot, function, parameter.index, types.substitution)
        }
        // Default values are evaluated after what is given.
        for (parameter, slot) in zip(parameters, slots) {
            if case .defaulted = parameter.source, !parameter.isInout { pass(parameter.source, parameter.type, to: slot, function, parameter.index, types.substitution) }
        }
        pass(late, &writeBacks)
        if !function.isNative || isWitness, isHeld(writeBacks, above: end) { slots = raise(slots, &firstRaw, &firstObject, end) }
        let accesses = isLocal || isWitness || function.mayRunCells || shareGlobals(late.map(\.0)) ? beginAccesses(to: late.map(\.0)) : Accesses()
        emit(callee, types, parameters.map(\.type), isLocal: isLocal, isWitness: isWitness, firstRaw, firstObject, window: slots)
        endAccesses(accesses)
        if isWitness, opened == nil, !function.takesSelf { took(firstObject) }
        for slot in slots { if case .object(let register) = slot { took(register) } }
        let result: Operand
        if types.result.isVoid || FunctionBuilder.isNever(types.resultType) {
            result = .void
        } else if types.result.isRaw {
            result = .raw(firstRaw)
        } else {
            result = .object(firstObject)
            wrote(firstObject)
        }
        writeBack(writeBacks)
        if FunctionBuilder.isNever(types.resultType) {
            release(mark)
            return .void
        }
        return release(mark, keeping: result)
    }

    /// Whether something was put down above a window that is needed after the call: what is stored back then, with its indices, or what keeps a container alive.
    private func isHeld(_ writeBacks: WriteBacks, above end: (raws: Int, objects: Int)) -> Bool { !writeBacks.entries.isEmpty || objectTop > end.objects }

    /// Moves a window above all that is held, for the callee's registers begin with the window. Inout arguments are prepared last, so this is seldom known before.
    private func raise(_ slots: [Operand], _ firstRaw: inout Int, _ firstObject: inout Int, _ end: (raws: Int, objects: Int)) -> [Operand] {
        let (raws, objects) = (rawTop - firstRaw, objectTop - firstObject)
        for _ in firstRaw ..< end.raws { _ = newRaw() }
        for register in firstObject ..< end.objects {
            let target = newObject()
            guard isLive(register) else { continue }
            code.emit(.takeObject, target, register)
            took(register)
            wrote(target)
        }
        firstRaw += raws
        firstObject += objects
        return slots.map { slot in
            switch slot {
            case .void: return .void
            case .raw(let register):
                code.emit(.move, register + raws, register)
                return .raw(register + raws)
            case .object(let register): return .object(register + objects)
            }
        }
    }

    /// Puts one argument into its slot of the window.
    func pass(
        _ source: ArgumentSource, _ type: Type, to slot: Operand, _ function: Function, _ index: Int, _ substitution: GenericArguments
    ) {
        switch source {
        case .expression(let expression): evaluate(expression, into: slot)
        case .operand(let operand): copy(operand, to: slot)
        case .address(let register):
            // A function that leaves self as it is, called where one that may change it was expected.
            switch slot {
            case .void: break
            case .raw(let target): code.emit(.loadRaw, target, register)
            case .object(let target):
                code.emit(.loadObject, target, register)
                wrote(target)
            }
        case .variadic(let expressions):
            let mark = mark()
            move(array(expressions, type), to: slot)
            release(mark)
        case .defaulted(let position):
            let position = index < 0 ? position : index
            guard function.parameters.indices.contains(position), let initial = function.parameters[position].defaultValue else { return }
            evaluateDefault(initial, substitution, into: slot)
        }
    }

    /// A default value is checked in its function's context: with that function's types.
    private func evaluateDefault(_ expression: Expression, _ substitution: GenericArguments, into slot: Operand) {
        let outer = self.substitution
        self.substitution = outer.merging(substitution) { _, own in own }
        evaluate(expression, into: slot)
        self.substitution = outer
    }

    /// The call itself.
    private func emit(
        _ callee: Callee, _ types: CallTypes, _ parameters: [Type], isLocal: Bool, isWitness: Bool, _ firstRaw: Int, _ firstObject: Int,
        window: [Operand]
    ) {
        let function = callee.function
        if let opened = callee.opened {
            let dispatch = Lowering.Dispatch.opened(function, callee.typeArguments, parameter: opened.parameter, generic: opened.generic)
            code.emit(.callWitness, firstRaw, firstObject, code.requirement(lowering.number(of: dispatch)))
        } else if isWitness {
            if function.changesSelf, case .raw(let own)? = window.first {
                // The dynamic type is that of the existential at the address.
                code.emit(.loadObject, firstObject, own)
            }
            code.emit(.callWitness, firstRaw, firstObject, code.requirement(lowering.number(of: .requirement(function))))
        } else if function.isNative {
            for type in callee.typeArguments { lowering.complete(type) }
            let site = NativeSite(
                key: function.key, typeArguments: callee.typeArguments.map(lowering.valueType), parameters: parameters.map(lowering.valueType),
                result: types.result, rawCount: window.count(where: \.isRaw), referenceCount: window.count { if case .object = $0 { true } else { false } })
            code.emit(.callNative, firstRaw, firstObject, code.native(site))
        } else if isLocal {
            let mark = mark()
            let closure = makeClosure(function, callee.typeArguments)
            code.emit(.takeObject, firstObject, closure.register)
            took(closure.register)
            release(mark)
            code.emit(.callClosure, firstRaw, firstObject)
        } else {
            code.emit(.call, firstRaw, firstObject, code.callee(lowering.number(for: .function(function, callee.typeArguments))))
        }
    }

    /// Calls a closure.
    func callClosure(_ closure: Operand, _ type: FunctionType, _ arguments: [ArgumentSource]) -> Operand {
        let mark = mark()
        var (firstRaw, firstObject) = (rawTop, newObject())
        copy(closure, to: .object(firstObject))
        var slots: [Operand] = []
        for parameter in type.parameters {
            slots.append(parameter.isInout ? .raw(newRaw()) : temporary(parameter.isAutoclosure ? closureType(of: parameter.type) : parameter.type))
        }
        if rawTop == firstRaw { _ = newRaw() }
        let end = self.mark()
        var late: [(LValue, Int)] = []
        for ((source, parameter), slot) in zip(zip(arguments, type.parameters), slots) {
            switch source {
            case .expression(let expression):
                if parameter.isInout { late.append((prepare(expression.withoutInout), slot.register)) } else { evaluate(expression, into: slot) }
            case .operand(let operand): copy(operand, to: slot)
            case .address(let register): code.emit(.move, slot.register, register)
            case .variadic(let expressions): move(array(expressions, concrete(parameter.type)), to: slot)
            case .defaulted: break
            }
        }
        var writeBacks = WriteBacks()
        pass(late, &writeBacks)
        if isHeld(writeBacks, above: end) { slots = raise(slots, &firstRaw, &firstObject, end) }
        let accesses = beginAccesses(to: late.map(\.0))
        code.emit(.callClosure, firstRaw, firstObject)
        endAccesses(accesses)
        took(firstObject)
        for slot in slots { if case .object(let register) = slot { took(register) } }
        let result: Operand
        let resultType = value(type.result)
        if resultType.isVoid || FunctionBuilder.isNever(type.result) {
            result = .void
        } else if resultType.isRaw {
            result = .raw(firstRaw)
        } else {
            result = .object(firstObject)
            wrote(firstObject)
        }
        writeBack(writeBacks)
        return release(mark, keeping: result)
    }

    /// A case of a library enum: a native function makes it.
    func nativeCase(_ enumCase: EnumCase, _ arguments: [Expression], _ type: Type) -> Operand {
        let mark = mark()
        let (firstRaw, firstObject) = (rawTop, objectTop)
        let slots = arguments.map { temporary($0.type) }
        if rawTop == firstRaw { _ = newRaw() }
        if objectTop == firstObject { _ = newObject() }
        for (argument, slot) in zip(arguments, slots) { evaluate(argument, into: slot) }
        let types = arguments.map { value($0.type) }
        let suffix = enumCase.payload.isEmpty ? "" : "<" + enumCase.payload.map { $0.type.keySpelling }.joined(separator: ",") + ">"
        let site = NativeSite(
            key: enumCase.owner.qualifiedName + "." + enumCase.fullName + suffix, typeArguments: [], parameters: types,
            result: lowering.valueType(type), rawCount: slots.count(where: \.isRaw),
            referenceCount: slots.count { if case .object = $0 { true } else { false } })
        code.emit(.callNative, firstRaw, firstObject, code.native(site))
        for slot in slots { if case .object(let register) = slot { took(register) } }
        wrote(firstObject)
        return release(mark, keeping: .object(firstObject))
    }

    // MARK: Functions as values

    func functionValue(_ given: Callee, _ receiver: Expression?, _ type: Type) -> Operand {
        let callee = resolve(given)
        if locals.contains(callee.function) { return makeClosure(callee.function, callee.typeArguments) }
        if let receiver {
            let mark = mark()
            let own = evaluate(receiver)
            return release(mark, keeping: bound(callee.function, callee.typeArguments, own))
        }
        let job: Job =
            callee.function.takesSelf
            ? .unbound(callee.function, callee.typeArguments) : .value(callee.function, callee.typeArguments, bound: false)
        let target = newObject()
        let shape = IR.Function.Shape(references: 0, raws: 0, tag: 0, callee: code.callee(lowering.number(for: job)))
        code.emit(.makeClosure, target, 0, code.shape(shape))
        wrote(target)
        return .object(target)
    }
}

extension Type {
    /// As keys of native functions spell it.
    var keySpelling: String {
        switch self {
        case .nominal(let nominal, let arguments):
            switch (nominal.name, arguments.count) {
            case ("Optional", 1): arguments[0].keySpelling + "?"
            case ("Array", 1): "[" + arguments[0].keySpelling + "]"
            case ("Dictionary", 2): "[" + arguments[0].keySpelling + ":" + arguments[1].keySpelling + "]"
            default: nominal.qualifiedName + (arguments.isEmpty ? "" : "<" + arguments.map(\.keySpelling).joined(separator: ",") + ">")
            }
        case .tuple(let elements): "(" + elements.map { ($0.label.map { $0 + ":" } ?? "") + $0.type.keySpelling }.joined(separator: ",") + ")"
        case .function(let function): "(" + function.parameters.map(\.type.keySpelling).joined(separator: ",") + ")->" + function.result.keySpelling
        case .parameter(let parameter): parameter.name
        case .member(let base, let name): base.keySpelling + "." + name
        case .existential(let protocols): protocols.isEmpty ? "Any" : protocols.map(\.name).joined(separator: "&")
        case .metatype(let type): type.keySpelling + ".Type"
        case .variable, .error: "_"
        }
    }
}
