import IR

/// Conversions between static types, and casts.
extension FunctionBuilder {
    /// A value of one concrete type as one of another that it converts to without being asked.
    func convert(_ operand: Operand, from source: Type, to target: Type) -> Operand {
        if source == target || lowering.valueType(source) == lowering.valueType(target) { return operand }
        switch (source, target) {
        // An Optional that becomes the payload of another, nil or not.
        case (_, .nominal(let to, let arguments)) where to.name == "Optional" && arguments[0] == source:
            return wrap(operand, payload: lowering.valueType(source))
        case (.nominal(let from, let a), .nominal(let to, let b)) where from == to && a.count == b.count:
            switch to.name {
            case "Optional": return convertOptional(operand, a[0], b[0])
            case "Array": return convertArray(operand, a[0], b[0])
            case "Dictionary": return convertDictionary(operand, a, b)
            case "Set":
                lowering.complete(target)
                return converted(erase(operand, source), to: target, otherwise: nil)
            default: return operand
            }
        case (_, .nominal(let to, let arguments)) where to.name == "Optional":
            return wrap(convert(operand, from: source, to: arguments[0]), payload: lowering.valueType(arguments[0]))
        case (_, .nominal) where target.isErasedKey:
            let value = erase(operand, source)
            // What an Optional holds is the key.
            return source.optionalPayload == nil ? aggregate([.operand(value)], [.any]) : converted(value, to: target, otherwise: nil)
        case (.existential, .existential): return operand
        case (.metatype(let instance), .metatype(.existential)):
            // What is asked of the type is asked through an existential.
            if case .nominal = instance { lowering.erase(instance) }
            return operand
        case (_, .existential): return erase(operand, source)
        case (.tuple(let from), .tuple(let to)) where from.count == to.count && !from.isEmpty: return convertTuple(operand, from, to)
        case (.function(let from), .function(let to)):
            if from.parameters.map(\.type) == to.parameters.map(\.type) && from.result == to.result { return operand }
            return convertFunction(operand, from, to)
        default:
            if FunctionBuilder.isNever(source) { return temporary(target) }
            return operand
        }
    }

    func erase(_ operand: Operand, _ type: Type) -> Operand {
        lowering.erase(type)
        // A type may be asked what it conforms to.
        if case .metatype(let instance) = type, case .nominal = instance { lowering.erase(instance) }
        let target = newObject()
        let index = code.type(lowering.valueType(type))
        switch operand {
        case .raw(let register): code.emit(.eraseRaw, target, register, index)
        case .object(let register): code.emit(.eraseObject, target, register, index)
        case .void:
            let empty = newObject()
            code.emit(.clear, empty)
            code.emit(.eraseObject, target, empty, index)
        }
        wrote(target)
        return .object(target)
    }

    private func convertOptional(_ operand: Operand, _ from: Type, _ to: Type) -> Operand {
        let result = newObject()
        let (none, end) = (Label(), Label())
        code.jump(.jumpIfNil, operand.register, none)
        let mark = mark()
        let payload = convert(unwrap(operand, payload: from), from: from, to: to)
        move(wrap(payload, payload: lowering.valueType(to)), to: .object(result))
        release(mark)
        code.jump(end)
        code.bind(none)
        code.emit(.clear, result)
        code.bind(end)
        wrote(result)
        return .object(result)
    }

    private func convertArray(_ operand: Operand, _ from: Type, _ to: Type) -> Operand {
        let (source, target) = (ArrayStorage(lowering.valueType(from)), ArrayStorage(lowering.valueType(to)))
        let result = newObject()
        code.emit(.newArray, result, target.number, 0)
        wrote(result)
        let (index, count) = (newRaw(), newRaw())
        code.emit(.arrayCount, count, operand.register)
        code.emit(.integer, index, wide: 0)
        let (body, end) = (Label(), Label())
        code.compareAndJump(.jumpLessOrEqualInt, count, index, end)
        code.bind(body)
        let mark = mark()
        let element: Operand = source.isRaw ? .raw(newRaw()) : .object(newObject())
        code.emit(source.element, element.register, operand.register, index)
        if case .object(let register) = element { wrote(register) }
        append(convert(element, from: from, to: to), to: result, target)
        release(mark)
        code.compareAndJump(.loopBelow, index, count, body)
        code.bind(end)
        return .object(result)
    }

    private func convertDictionary(_ operand: Operand, _ from: [Type], _ to: [Type]) -> Operand {
        lowering.complete(to[0])
        let (fromKey, fromValue) = (lowering.valueType(from[0]), lowering.valueType(from[1]))
        let (toKey, toValue) = (lowering.valueType(to[0]), lowering.valueType(to[1]))
        let result = newObject()
        code.emit(.newTable, result, code.type(toKey), code.type(toValue))
        wrote(result)
        let position = newRaw()
        code.emit(.integer, position, wide: 0)
        let (body, end) = (Label(), Label())
        code.bind(body)
        code.emit(.nextPosition, position, operand.register)
        code.compareAndJump(.jumpLessImmediate, position, 0, end)
        let mark = mark()
        let (key, value) = (temporary(fromKey), temporary(fromValue))
        code.emit(fromKey.isRaw ? .keyRaw : .keyObject, key.register, operand.register, position)
        code.emit(fromValue.isRaw ? .valueRaw : .valueObject, value.register, operand.register, position)
        for case .object(let register) in [key, value] { wrote(register) }
        let (newKey, newValue) = (convert(key, from: from[0], to: to[0]), convert(value, from: from[1], to: to[1]))
        let table = newRaw()
        let address = newRaw()
        _ = newRaw()
        code.emit(.addressObject, table, result)
        code.emit(toKey.isRaw ? .valueAddressRawKey : .valueAddressObjectKey, address, table, newKey.register)
        put(newValue, at: address)
        release(mark)
        code.emit(.addImmediate, position, position, 1)
        code.jump(body)
        code.bind(end)
        return .object(result)
    }

    private func convertTuple(_ operand: Operand, _ from: [TupleElement], _ to: [TupleElement]) -> Operand {
        let layout = AggregateLayout(.tuple(from), lowering)
        var fields: [ArgumentSource] = []
        for index in from.indices {
            let type = layout.types[index]
            let field = temporary(type)
            switch field {
            case .void: break
            case .raw(let register): code.emit(.fieldRaw, register, operand.register, layout.fieldWord(index))
            case .object(let register):
                code.emit(.fieldObject, register, operand.register, layout.fieldWord(index))
                wrote(register)
            }
            fields.append(.operand(convert(field, from: from[index].type, to: to[index].type)))
        }
        return aggregate(fields, to.map { lowering.valueType($0.type) })
    }

    private func convertFunction(_ operand: Operand, _ from: FunctionType, _ to: FunctionType) -> Operand {
        let number = lowering.number(for: .converted(from, to))
        let target = newObject()
        code.emit(.copyObject, target, operand.register)
        code.emit(.makeClosure, target, 0, code.shape(IR.Function.Shape(references: 1, raws: 0, tag: 0, callee: code.callee(number))))
        wrote(target)
        return .object(target)
    }

    // MARK: Casts

    func cast(_ kind: Expression.Cast, _ inner: Expression, _ target: Type, _ expression: Expression) -> Operand {
        let source = concrete(inner.type)
        let outer = mark()
        switch kind {
        case .test:
            let result = newRaw()
            let mark = mark()
            let (no, end) = (Label(), Label())
            _ = cast(evaluate(inner), from: source, to: target, otherwise: no)
            code.emit(.integer, result, wide: 1)
            code.jump(end)
            code.bind(no)
            code.emit(.integer, result, wide: 0)
            code.bind(end)
            release(mark)
            return .raw(result)
        case .conditional:
            let result = newObject()
            let mark = mark()
            let (no, end) = (Label(), Label())
            let operand = cast(evaluate(inner), from: source, to: target, otherwise: no)
            move(wrap(operand, payload: lowering.valueType(target)), to: .object(result))
            code.jump(end)
            code.bind(no)
            code.emit(.clear, result)
            code.bind(end)
            release(mark)
            wrote(result)
            return .object(result)
        case .forced:
            let result = temporary(target)
            let mark = mark()
            let (no, end) = (Label(), Label())
            let original = evaluate(inner)
            move(cast(original, from: source, to: target, otherwise: no), to: result)
            code.jump(end)
            code.bind(no)
            castFailed(original, source, target)
            code.bind(end)
            release(mark)
            if case .object(let register) = result { wrote(register) }
            _ = outer
            return result
        }
    }

    private func castFailed(_ operand: Operand, _ source: Type, _ target: Type) {
        let wanted = lowering.valueType(target)
        if source.optionalPayload != nil, target.optionalPayload == nil {
            trapIfNil(operand, "Unexpectedly found nil while unwrapping an Optional value")
        }
        if case .existential = source {
            code.emit(.trapCast, operand.register, 0, code.type(wanted))
        } else {
            code.emit(.trapCast, erase(operand, source).register, 0, code.type(wanted))
        }
    }

    /// The value as one of the target type; jumps when it is none.
    func cast(_ operand: Operand, from source: Type, to target: Type, otherwise: Label) -> Operand {
        if source == target { return operand }
        let (from, to) = (lowering.valueType(source), lowering.valueType(target))
        if from == to { return operand }
        if case .metatype(let wanted) = target, source.isErasing || source.isMetatype {
            return castType(source.isMetatype ? erase(operand, source) : flattened(operand, otherwise: otherwise), to: wanted, otherwise: otherwise)
        }
        if case .existential = from {
            if case .existential = to, case .existential(let protocols) = target {
                if protocols.isEmpty { return operand }
                let found = flattened(operand, otherwise: otherwise)
                for proto in protocols {
                    let mark = mark()
                    let holds = newRaw()
                    code.emit(.conforms, holds, found.register, lowering.number(of: proto))
                    release(mark)
                    code.jump(.jumpUnless, holds, otherwise)
                }
                return found
            }
            if case .nominal(let optional, let arguments) = target, optional.name == "Optional" {
                return castToOptional(operand, from: source, target, arguments[0], otherwise)
            }
            lowering.erase(target)
            let result = temporary(to)
            let operand = flattened(operand, otherwise: otherwise)
            // A collection is one of another type when its elements are.
            if let name = target.standardName, ["Array", "Dictionary", "Set", "AnyHashable"].contains(name) { return converted(operand, to: target, otherwise: otherwise) }
            let mark = mark()
            let holds = newRaw()
            code.emit(.isType, holds, operand.register, code.type(to))
            release(mark)
            code.jump(.jumpUnless, holds, otherwise)
            switch result {
            case .void: break
            case .raw(let register): code.emit(.existentialRaw, register, operand.register)
            case .object(let register):
                code.emit(.existentialObject, register, operand.register)
                wrote(register)
            }
            return result
        }
        if case .nominal(let optional, let arguments) = source, optional.name == "Optional" {
            if case .nominal(let other, let targets) = target, other.name == "Optional" {
                // From T? to U?: nil stays nil.
                return convertOptionalCast(operand, arguments[0], targets[0], otherwise)
            }
            code.jump(.jumpIfNil, operand.register, otherwise)
            return cast(unwrap(operand, payload: arguments[0]), from: arguments[0], to: target, otherwise: otherwise)
        }
        if case .existential(let protocols) = target {
            if protocols.allSatisfy({ lowering.knowledge.conforms(source, to: $0) }) { return erase(operand, source) }
            if !source.isErasedKey {
                code.jump(otherwise)
                return temporary(to)
            }
        }
        if source.isErasedKey || target.isErasedKey { return cast(erase(operand, source), from: .any, to: target, otherwise: otherwise) }
        if case .nominal(let optional, let arguments) = target, optional.name == "Optional" {
            return wrap(cast(operand, from: source, to: arguments[0], otherwise: otherwise), payload: lowering.valueType(arguments[0]))
        }
        if case .nominal(let a, let x) = source, case .nominal(let b, let y) = target, a == b {
            if a.name == "Array" { return castArray(operand, x[0], y[0], otherwise) }
            if let name = source.standardName, ["Dictionary", "Set"].contains(name) { return converted(erase(operand, source), to: target, otherwise: otherwise) }
        }
        code.jump(otherwise)
        return temporary(to)
    }

    /// A type that an existential holds as `wanted` itself, or as one that conforms to what `wanted` asks; jumps when it is none.
    private func castType(_ operand: Operand, to wanted: Type, otherwise: Label) -> Operand {
        guard case .existential(let protocols) = wanted else { return converted(operand, to: .metatype(wanted), otherwise: otherwise) }
        let found = converted(operand, to: .metatype(.any), otherwise: otherwise)
        for proto in protocols {
            let mark = mark()
            let (instance, holds) = (newObject(), newRaw())
            code.emit(.existentialOfType, instance, found.register)
            wrote(instance)
            code.emit(.conforms, holds, instance, lowering.number(of: proto))
            release(mark)
            code.jump(.jumpUnless, holds, otherwise)
        }
        return found
    }

    /// What is in an existential as a collection or key of another type; jumps when it is none.
    private func converted(_ operand: Operand, to target: Type, otherwise: Label?) -> Operand {
        let found = newObject()
        code.emit(.convertExistential, found, operand.register, code.type(lowering.valueType(target)))
        wrote(found)
        if let otherwise { code.jump(.jumpIfNil, found, otherwise) }
        code.emit(.existentialObject, found, found)
        wrote(found)
        return .object(found)
    }

    /// An existential whose value is an optional, as one of what is in the optional; jumps when that is nil.
    private func flattened(_ operand: Operand, otherwise: Label) -> Operand {
        let result = newObject()
        code.emit(.flattenExistential, result, operand.register)
        wrote(result)
        code.jump(.jumpIfNil, result, otherwise)
        return .object(result)
    }

    private func castToOptional(_ operand: Operand, from source: Type, _ target: Type, _ payload: Type, _ otherwise: Label) -> Operand {
        let result = newObject()
        let mark = mark()
        let (plain, end) = (Label(), Label())
        let holds = newRaw()
        lowering.erase(target)
        code.emit(.isType, holds, operand.register, code.type(lowering.valueType(target)))
        code.jump(.jumpUnless, holds, plain)
        code.emit(.existentialObject, result, operand.register)
        code.jump(end)
        code.bind(plain)
        // nil of any other optional is nil of this one.
        let none = Label()
        let inner = flattened(operand, otherwise: none)
        move(wrap(cast(inner, from: source, to: payload, otherwise: otherwise), payload: lowering.valueType(payload)), to: .object(result))
        code.jump(end)
        code.bind(none)
        code.emit(.clear, result)
        code.bind(end)
        release(mark)
        wrote(result)
        return .object(result)
    }

    private func convertOptionalCast(_ operand: Operand, _ from: Type, _ to: Type, _ otherwise: Label) -> Operand {
        let result = newObject()
        let (none, end) = (Label(), Label())
        code.jump(.jumpIfNil, operand.register, none)
        let mark = mark()
        let payload = cast(unwrap(operand, payload: from), from: from, to: to, otherwise: otherwise)
        move(wrap(payload, payload: lowering.valueType(to)), to: .object(result))
        release(mark)
        code.jump(end)
        code.bind(none)
        code.emit(.clear, result)
        code.bind(end)
        wrote(result)
        return .object(result)
    }

    private func castArray(_ operand: Operand, _ from: Type, _ to: Type, _ otherwise: Label) -> Operand {
        let (source, target) = (ArrayStorage(lowering.valueType(from)), ArrayStorage(lowering.valueType(to)))
        let result = newObject()
        code.emit(.newArray, result, target.number, 0)
        wrote(result)
        let (index, count) = (newRaw(), newRaw())
        code.emit(.arrayCount, count, operand.register)
        code.emit(.integer, index, wide: 0)
        let (body, end) = (Label(), Label())
        code.compareAndJump(.jumpLessOrEqualInt, count, index, end)
        code.bind(body)
        let mark = mark()
        let element: Operand = source.isRaw ? .raw(newRaw()) : .object(newObject())
        code.emit(source.element, element.register, operand.register, index)
        if case .object(let register) = element { wrote(register) }
        append(cast(element, from: from, to: to, otherwise: otherwise), to: result, target)
        release(mark)
        code.compareAndJump(.loopBelow, index, count, body)
        code.bind(end)
        return .object(result)
    }
}

extension Type {
    fileprivate var isMetatype: Bool { if case .metatype = self { true } else { false } }
}
