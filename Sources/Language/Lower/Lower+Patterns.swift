import IR

/// Patterns: tests that jump when they fail, and variables that they bind.
extension FunctionBuilder {
    /// Matches a value; jumps to `otherwise` when it does not match.
    func match(_ pattern: Pattern, _ operand: Operand, otherwise: Label) {
        switch pattern {
        case .bind(let variable):
            _ = declare(variable)
            store(operand, to: variable, isInitializing: true)
        case .wildcard: break
        case .tuple(let parts, let type):
            let layout = AggregateLayout(concrete(type), lowering)
            for (index, part) in parts.enumerated() {
                if case .wildcard = part { continue }
                match(part, fieldOperand(operand, layout.types[index], layout.fieldWord(index)), otherwise: otherwise)
            }
        case .unwrap(let inner, let type):
            code.jump(.jumpIfNil, operand.register, otherwise)
            guard case .nominal(_, let arguments) = concrete(type), let payload = arguments.first else { return }
            match(inner, unwrap(operand, payload: payload), otherwise: otherwise)
        case .none: code.jump(.jumpUnlessNil, operand.register, otherwise)
        case .enumCase(let enumCase, let parts, let type): match(enumCase, parts, concrete(type), operand, otherwise: otherwise)
        case .test(let variable, let condition):
            _ = declare(variable)
            store(operand, to: variable, isInitializing: true)
            jumpUnless(condition, otherwise)
        case .cast(let from, let type, let inner):
            let found = cast(operand, from: concrete(from), to: concrete(type), otherwise: otherwise)
            if let inner { match(inner, found, otherwise: otherwise) }
        }
    }

    func fieldOperand(_ object: Operand, _ type: ValueType, _ word: Int) -> Operand {
        if type.isVoid { return .void }
        if type.isRaw {
            let target = newRaw()
            code.emit(.fieldRaw, target, object.register, word)
            return .raw(target)
        }
        let target = newObject()
        code.emit(.fieldObject, target, object.register, word)
        wrote(target)
        return .object(target)
    }

    private func match(_ enumCase: EnumCase, _ parts: [Pattern], _ type: Type, _ operand: Operand, otherwise: Label) {
        switch lowering.valueType(type) {
        case .optional:
            guard case .nominal(_, let arguments) = type else { return }
            if enumCase.name == "none" { return code.jump(.jumpUnlessNil, operand.register, otherwise) }
            code.jump(.jumpIfNil, operand.register, otherwise)
            if let part = parts.first { match(part, unwrap(operand, payload: arguments[0]), otherwise: otherwise) }
        case .nominal(let nominal):
            if nominal.isRaw { return code.compareAndJump(.jumpNotEqualImmediate, operand.register, enumCase.index, otherwise) }
            let tag = newRaw()
            code.emit(.tag, tag, operand.register)
            code.compareAndJump(.jumpNotEqualImmediate, tag, enumCase.index, otherwise)
            guard nominal.cases.indices.contains(enumCase.index) else { return }
            let types = nominal.cases[enumCase.index].payload.map(\.type)
            let words = Lowering.layout(types)
            if parts.count == 1, types.count > 1, case .bind = parts[0] {
                // One name for the whole payload: a tuple of it.
                let fields = zip(types, words).map { ArgumentSource.operand(fieldOperand(operand, $0, $1)) }
                return match(parts[0], aggregate(fields, types), otherwise: otherwise)
            }
            for (index, part) in parts.enumerated() where index < types.count {
                if case .wildcard = part { continue }
                match(part, fieldOperand(operand, types[index], words[index]), otherwise: otherwise)
            }
        default: matchNative(enumCase, parts, type, operand, otherwise: otherwise)
        }
    }

    /// A case of a library enum: its native functions tell whether the value is of the case, and give the payload.
    private func matchNative(_ enumCase: EnumCase, _ parts: [Pattern], _ type: Type, _ operand: Operand, otherwise: Label) {
        let owner = enumCase.owner.qualifiedName
        let isCase = newRaw()
        let holder = newObject()
        code.emit(.copyObject, holder, operand.register)
        var site = NativeSite(
            key: "\(owner).\(enumCase.fullName).is", typeArguments: [], parameters: [lowering.valueType(type)], result: .bool, rawCount: 0,
            referenceCount: 1)
        code.emit(.callNative, isCase, holder, code.native(site))
        code.jump(.jumpUnless, isCase, otherwise)
        for (index, part) in parts.enumerated() where index < enumCase.payload.count {
            if case .wildcard = part { continue }
            let payload = lowering.valueType(concrete(enumCase.payload[index].type))
            let (raw, object) = (newRaw(), newObject())
            code.emit(.copyObject, object, operand.register)
            site.key = "\(owner).\(enumCase.fullName).\(index)"
            site.result = payload
            code.emit(.callNative, raw, object, code.native(site))
            if !payload.isRaw { wrote(object) }
            match(part, payload.isRaw ? .raw(raw) : .object(object), otherwise: otherwise)
        }
    }
}
