import IR

/// Changing things in place: chains of addresses that make their containers unique on the way down.
extension FunctionBuilder {
    /// Evaluates what an lvalue needs (indices, keys) without touching its storage yet.
    ///
    /// - Parameter later: what is evaluated before the storage is touched; the indices must not change by that.
    func prepare(_ expression: Expression, before later: Expression) -> LValue {
        let outer = isUndisturbed
        isUndisturbed = !later.mayChangeVariables && !expression.mayChangeVariables
        defer { isUndisturbed = outer }
        return prepare(expression)
    }

    func prepare(_ expression: Expression) -> LValue {
        switch expression.kind {
        case .variable(let variable): return isObserved(variable) ? .observedVariable(variable) : .variable(variable)
        case .inout(let inner), .try(let inner): return prepare(inner)
        case .stored(let base, let property):
            let type = concrete(base.type)
            // Inside the type's own initializers observers do not run, nor inside themselves.
            if property.willSet != nil || property.didSet != nil, !isInitializing(property.owner), !isObserving(property, of: base) {
                return .observed(prepare(base), property, type)
            }
            return .field(prepare(base), property.index, type)
        case .tupleElement(let base, let index): return .field(prepare(base), index, concrete(base.type))
        case .force(let inner):
            guard let whole = inner.implicitlyForcedWhole else { return .forced(prepare(inner), payload: concrete(expression.type)) }
            let target = prepare(whole)
            let mark = mark()
            trapIfNil(load(target, concrete(whole.type)), "Unexpectedly found nil while implicitly unwrapping an Optional value")
            release(mark)
            return .forced(target, payload: concrete(expression.type))
        case .optionalBinding(let inner):
            let target = prepare(inner)
            let mark = mark()
            let current = load(target, concrete(inner.type))
            if let exit = chainExits.last { code.jump(.jumpIfNil, current.register, exit) }
            release(mark)
            return .bound(target, payload: concrete(expression.type))
        case .computed(let base, let property, let arguments, let indices):
            return prepareComputed(base, property, arguments.map(concrete), indices, concrete(expression.type))
        default: return .register(evaluate(expression))
        }
    }

    /// Whether a change of the variable here calls its observers.
    private func isObserved(_ variable: Variable) -> Bool { (variable.willSet != nil || variable.didSet != nil) && observed != variable }

    private func isObserving(_ property: StoredProperty, of base: Expression) -> Bool {
        guard let observer, observer === property.willSet || observer === property.didSet, case .variable(let this) = base.kind else { return false }
        return this == observer.selfVariable
    }

    private func isInitializing(_ owner: Nominal) -> Bool {
        if case .initialized(let own, _) = returns, case .nominal(let nominal, _) = own.type { return nominal == owner }
        return false
    }

    private func prepareComputed(_ base: Expression?, _ property: Property, _ arguments: [Type], _ indices: [Argument], _ type: Type) -> LValue {
        let target = base.map(prepare)
        if let base, let target, case .nominal(let nominal, let parameters) = concrete(base.type), property.getter.name == "subscript" {
            switch (nominal.name, property.getter.key) {
            case ("Array", "Array.subscript(_:)<Int>"):
                if case .value(let index)? = indices.first {
                    let register = stable(evaluate(index), index).register
                    return .element(target, index: register, ArrayStorage(lowering.valueType(parameters[0])), type)
                }
            case ("Dictionary", "Dictionary.subscript(_:)<Key>"):
                if case .value(let key)? = indices.first {
                    lowering.complete(parameters[0])
                    return .entry(target, key: stable(evaluate(key), key), .init(key: parameters[0], value: parameters[1]))
                }
            case ("Dictionary", let getter) where getter.hasPrefix("Dictionary.subscript(_:default:)"):
                if case .value(let key)? = indices.first, case .value(let initial)? = indices.dropFirst().first {
                    lowering.complete(parameters[0])
                    return .entryOrDefault(
                        target, key: stable(evaluate(key), key), .init(key: parameters[0], value: parameters[1]), initial: .expression(initial))
                }
            default: break
            }
        }
        var evaluated: [ArgumentSource] = []
        for (index, source) in sources(indices, property.getter).enumerated() {
            if case .expression(let expression) = source, !property.getter.parameters[index].isAutoclosure {
                evaluated.append(.operand(stable(evaluate(expression), expression)))
            } else {
                evaluated.append(source)
            }
        }
        return .computed(target, property, typeArguments: arguments, indices: evaluated, type)
    }

    /// A copy when the operand is a variable that code before the access may change.
    func stable(_ operand: Operand, _ expression: Expression) -> Operand {
        guard !isUndisturbed, case .variable(let variable) = expression.kind, variable.isMutable || variable.isAssigned else { return operand }
        switch operand {
        case .void: return .void
        case .raw:
            let target = Operand.raw(newRaw())
            copy(operand, to: target)
            return target
        case .object:
            let target = Operand.object(newObject())
            copy(operand, to: target)
            return target
        }
    }

    // MARK: Reading

    func load(_ target: LValue, _ type: Type) -> Operand {
        switch target {
        case .variable(let variable), .observedVariable(let variable): return read(variable)
        case .register(let operand): return operand
        case .field(let base, let index, let container): return field(of: base, index, container)
        case .observed(let base, let property, let container): return field(of: base, property.index, container)
        case .element(let base, let index, let storage, let type):
            let result: Operand = storage.isRaw ? .raw(newRaw()) : .object(newObject())
            // What it is read from is given up at once: a reference left behind would make the array look shared.
            let mark = mark()
            if let address = borrow(base) {
                code.emit(storage.elementAt, result.register, address, index)
            } else {
                let object = load(base, .nominal(lowering.standard("Array"), [type]))
                code.emit(storage.element, result.register, object.register, index)
            }
            if case .object(let register) = result { wrote(register) }
            release(mark)
            return result
        case .entry(let base, let key, let types): return entry(base, key, types)
        case .entryOrDefault(let base, let key, let types, let initial): return entry(base, key, types, or: initial)
        case .forced(let base, let payload):
            let object = load(base, .nominal(lowering.standard("Optional"), [payload]))
            code.emit(.checkNotNil, object.register)
            return unwrap(object, payload: payload)
        case .bound(let base, let payload): return unwrap(load(base, .nominal(lowering.standard("Optional"), [payload])), payload: payload)
        case .computed(let base, let property, let arguments, let indices, _):
            let receiver: ArgumentSource? = base.map { base in
                if property.getter.changesSelf {
                    var writeBacks = WriteBacks()
                    return .address(address(of: base, &writeBacks, pins: true))
                }
                let own = CallTypes(resolve(Callee(function: property.getter, typeArguments: arguments)), self).own ?? .void
                return .operand(load(base, own))
            }
            return call(Callee(function: property.getter, typeArguments: arguments), receiver: receiver, indices)
        }
    }

    private func field(of base: LValue, _ index: Int, _ container: Type) -> Operand {
        let layout = AggregateLayout(container, lowering)
        guard layout.types.indices.contains(index), !layout.types[index].isVoid else { return .void }
        let result: Operand = layout.types[index].isRaw ? .raw(newRaw()) : .object(newObject())
        let mark = mark()
        if let address = borrow(base) {
            code.emit(result.isRaw ? .fieldAtRaw : .fieldAtObject, result.register, address, layout.fieldWord(index))
        } else {
            let object = load(base, container)
            code.emit(result.isRaw ? .fieldRaw : .fieldObject, result.register, object.register, layout.fieldWord(index))
        }
        if case .object(let register) = result { wrote(register) }
        release(mark)
        return result
    }

    /// `d[k]` or `d[k, default: x]`.
    private func entry(_ base: LValue, _ key: Operand, _ types: LValue.DictionaryTypes, or initial: ArgumentSource? = nil) -> Operand {
        let value = lowering.valueType(types.value)
        let result: Operand = initial == nil ? .object(newObject()) : temporary(value)
        let mark = mark()
        let table = load(base, .nominal(lowering.standard("Dictionary"), [types.key, types.value]))
        find(key, types, in: table, into: result, value, or: initial)
        release(mark)
        return result
    }

    /// Looks up a key; what is found goes to `result`, wrapped when there is no default.
    func find(
        _ key: Operand, _ types: LValue.DictionaryTypes, in table: Operand, into result: Operand, _ value: ValueType, or initial: ArgumentSource?
    ) {
        let position = newRaw()
        code.emit(lowering.valueType(types.key).isRaw ? .findRaw : .findObject, position, table.register, key.register)
        let (missing, end) = (Label(), Label())
        code.compareAndJump(.jumpLessImmediate, position, 0, missing)
        let found = temporary(value)
        if case .object(let register) = found { wrote(register) }
        if !value.isVoid { code.emit(value.isRaw ? .valueRaw : .valueObject, found.register, table.register, position) }
        move(initial == nil ? wrap(found, payload: value) : found, to: result)
        code.jump(end)
        code.bind(missing)
        if let initial { evaluateInitial(initial, into: result) } else { code.emit(.clear, result.register) }
        code.bind(end)
        if case .object(let register) = result { wrote(register) }
    }

    /// Whether the default of `d[k, default: x]` is a literal or the like, which changes nothing.
    func isSimple(_ initial: ArgumentSource) -> Bool {
        guard case .expression(let expression) = initial else { return false }
        guard case .closure(let function) = expression.kind else { return expression.isSimple }
        let body = lowering.knowledge.body(of: function).statements
        guard body.count == 1, case .return(let value?) = body[0].kind else { return false }
        return value.isSimple
    }

    /// The default of `d[k, default: x]` is an autoclosure, whose body is evaluated here.
    func evaluateInitial(_ source: ArgumentSource, into target: Operand) {
        guard case .expression(let expression) = source else { return }
        switch expression.kind {
        case .closure(let function):
            let body = lowering.knowledge.body(of: function).statements
            if body.count == 1, case .return(let value?) = body[0].kind { return evaluate(value, into: target) }
            let mark = mark()
            move(callClosure(makeClosure(function), FunctionType(parameters: [], result: function.result), []), to: target)
            release(mark)
        default: evaluate(expression, into: target)
        }
    }

    // MARK: Writing

    /// `target = newValue`
    func assign(_ newValue: Expression, to target: Expression) {
        let mark = mark()
        switch target.kind {
        case .tuple(let targets):
            // `(a, b) = (b, a)`: everything is read before anything is written.
            let places = targets.map { isDiscard($0) ? nil : prepare($0) }
            let object = evaluate(newValue)
            let container = concrete(newValue.type)
            for (index, place) in places.enumerated() {
                guard let place else { continue }
                let layout = AggregateLayout(container, lowering)
                assign(fieldOperand(object, layout.types[index], layout.fieldWord(index)), to: place)
            }
        case .variable(let variable) where !isObserved(variable):
            if variable.lazyInitial == nil, case .local = variable.storage, locations[variable] == nil { _ = declare(variable) }
            switch location(of: variable) {
            case .raw(let register): evaluate(newValue, into: .raw(register))
            case .object, .cell, .address, .global: store(evaluate(newValue), to: variable)
            }
        default:
            let place = prepare(target, before: newValue)
            if !assignLiteral(newValue, to: place) { assign(evaluate(newValue), to: place) }
        }
        release(mark)
    }

    /// A small number or a truth value into an array that is in a register.
    private func assignLiteral(_ literal: Expression, to target: LValue) -> Bool {
        guard case .element(.variable(let variable), let index, let storage, _) = target, case .object(let register) = location(of: variable) else { return false }
        switch (storage.kind, literal.kind) {
        case (.int, _), (.word, _):
            guard let small = literal.smallInteger else { return false }
            code.emit(.setElementIntImmediate, register, index, small)
        case (.bool, .boolean(let isTrue)): code.emit(.setElementBoolImmediate, register, index, isTrue ? 1 : 0)
        default: return false
        }
        return true
    }

    private func isDiscard(_ expression: Expression) -> Bool { if case .discard = expression.kind { true } else { false } }

    /// Stores a value; a temporary's reference is moved.
    func assign(_ operand: Operand, to target: LValue) {
        switch target {
        case .variable(let variable): store(operand, to: variable)
        case .observedVariable(let variable): assignObserved(operand, variable)
        case .register: break
        case .field(.variable(let variable), let index, let container):
            if case .object(let register) = location(of: variable) {
                let layout = AggregateLayout(container, lowering)
                switch operand {
                case .raw(let source): code.emit(.setFieldRaw, register, layout.fieldWord(index), source)
                case .object: take(operand) { code.emit(.setFieldObject, register, layout.fieldWord(index), $0) }
                case .void: break
                }
                return
            }
            assignByAddress(operand, target)
        case .element(.variable(let variable), let index, let storage, _):
            if case .object(let register) = location(of: variable) {
                switch operand {
                case .raw(let source): code.emit(storage.set, register, index, source)
                case .object: take(operand) { code.emit(storage.set, register, index, $0) }
                case .void: break
                }
                return
            }
            assignElement(operand, target)
        case .element: assignElement(operand, target)
        case .field, .forced, .bound, .entryOrDefault: assignByAddress(operand, target)
        case .entry(let base, let key, let types): assignEntry(operand, base, key, types)
        case .observed(let base, let property, let container): assignObserved(operand, base, property, container)
        case .computed(let base, let property, let arguments, let indices, _):
            guard let setter = property.setter else { return }
            var writeBacks = WriteBacks()
            let receiver: ArgumentSource? = base.map { base in
                if setter.changesSelf { return .address(address(of: base, &writeBacks, pins: true)) }
                return .operand(load(base, .void))
            }
            _ = call(Callee(function: setter, typeArguments: arguments), receiver: receiver, [.operand(operand)] + indices)
            writeBack(writeBacks)
        }
    }

    private func assignByAddress(_ operand: Operand, _ target: LValue) {
        var writeBacks = WriteBacks()
        let address = address(of: target, &writeBacks, pins: false)
        put(operand, at: address)
        writeBack(writeBacks)
    }

    private func assignElement(_ operand: Operand, _ target: LValue) {
        guard case .element(let base, let index, let storage, _) = target else { return }
        var writeBacks = WriteBacks()
        let array = address(of: base, &writeBacks, pins: false)
        switch operand {
        case .raw(let source): code.emit(storage.setAt, array, index, source)
        case .object: take(operand) { code.emit(storage.setAt, array, index, $0) }
        case .void: break
        }
        writeBack(writeBacks)
    }

    /// `d[k] = v`: nil removes.
    private func assignEntry(_ operand: Operand, _ base: LValue, _ key: Operand, _ types: LValue.DictionaryTypes) {
        var writeBacks = WriteBacks()
        let dictionary = Type.nominal(lowering.standard("Dictionary"), [types.key, types.value])
        let (remove, end) = (Label(), Label())
        let table = address(of: base, &writeBacks, pins: false)
        code.jump(.jumpIfNil, operand.register, remove)
        let address = newRaw()
        _ = newRaw()
        code.emit(lowering.valueType(types.key).isRaw ? .valueAddressRawKey : .valueAddressObjectKey, address, table, key.register)
        let mark = mark()
        put(unwrap(operand, payload: types.value), at: address)
        release(mark)
        code.jump(end)
        code.bind(remove)
        nativeCall(
            "Dictionary.removeValue(forKey:)<Key>", [types.key, types.value], [(.raw(table), dictionary, true), (key, types.key, false)],
            result: .nominal(lowering.standard("Optional"), [types.value]))
        code.bind(end)
        writeBack(writeBacks)
    }

    private func assignObserved(_ operand: Operand, _ base: LValue, _ property: StoredProperty, _ container: Type) {
        if base.isStoredBack {
            // The container is read once and stored back once, after the observers of what is in it.
            let held = stableCopy(load(base, container))
            assignObserved(operand, .register(held), property, container)
            return assign(held, to: base)
        }
        let arguments: [Type] = if case .nominal(_, let arguments) = container { arguments } else { [] }
        var writeBacks = WriteBacks()
        let old = stableCopy(field(of: base, property.index, container))
        func notify(_ observer: Function?, _ value: Operand) {
            guard let observer else { return }
            let own = address(of: base, &writeBacks, pins: true)
            let values: [ArgumentSource] = observer.parameters.isEmpty ? [] : [.operand(value)]
            _ = call(
                Callee(function: observer, typeArguments: arguments),
                receiver: observer.changesSelf ? .address(own) : .operand(load(base, container)), values)
        }
        let new = stableCopy(operand)
        notify(property.willSet, new)
        assign(new, to: .field(base, property.index, container))
        notify(property.didSet, old)
        writeBack(writeBacks)
    }
    private func assignObserved(_ operand: Operand, _ variable: Variable) {
        func notify(_ observer: Function?, _ value: Operand) {
            guard let observer else { return }
            let arguments = observer.generics.parameters.map { concrete(.parameter($0)) }
            _ = call(Callee(function: observer, typeArguments: arguments), receiver: nil, [.operand(value)])
        }
        let old = stableCopy(read(variable)), new = stableCopy(operand)
        notify(variable.willSet, new)
        store(new, to: variable)
        notify(variable.didSet, old)
    }
    private func stableCopy(_ operand: Operand) -> Operand {
        switch operand {
        case .void: return .void
        case .raw:
            let target = Operand.raw(newRaw())
            copy(operand, to: target)
            return target
        case .object:
            let target = Operand.object(newObject())
            copy(operand, to: target)
            if case .object(let register) = target { keep(register) }
            return target
        }
    }

    func writeBack(_ writeBacks: WriteBacks) {
        for (target, operand) in writeBacks.entries.reversed() { assign(operand, to: target) }
    }

    /// Calls a native function that the lowering itself needs.
    func nativeCall(_ key: String, _ types: [Type], _ arguments: [(operand: Operand, type: Type, isInout: Bool)], result: Type) {
        let mark = mark()
        let (firstRaw, firstObject) = (rawTop, objectTop)
        var (raws, references) = (0, 0)
        for argument in arguments {
            let slot: Operand = argument.isInout ? .raw(newRaw()) : temporary(argument.type)
            if slot.isRaw { raws += 1 } else { references += 1 }
            copy(argument.operand, to: slot)
            if case .object(let register) = slot { took(register) }
        }
        if rawTop == firstRaw { _ = newRaw() }
        if objectTop == firstObject { _ = newObject() }
        let resultType = lowering.valueType(result)
        let site = NativeSite(
            key: key, typeArguments: types.map(lowering.valueType), parameters: arguments.map { lowering.valueType($0.type) }, result: resultType,
            rawCount: raws, referenceCount: references)
        code.emit(.callNative, firstRaw, firstObject, code.native(site))
        if !resultType.isRaw && !resultType.isVoid { wrote(firstObject) }
        release(mark)
    }
}
