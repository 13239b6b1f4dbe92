import IR

/// Conditions as jumps: comparisons fuse with the jump, `&&` and `||` never make a value.
extension FunctionBuilder {
    /// Jumps when the condition does not hold.
    func jumpUnless(_ condition: Expression, _ label: Label) { jump(condition, when: false, label) }

    func jump(_ condition: Expression, when wanted: Bool, _ label: Label) {
        switch condition.kind {
        case .boolean(let value):
            if value == wanted { code.jump(label) }
        case .and(let left, let right):
            if wanted {
                let end = Label()
                jump(left, when: false, end)
                jump(right, when: true, label)
                code.bind(end)
            } else {
                jump(left, when: false, label)
                jump(right, when: false, label)
            }
        case .or(let left, let right):
            if wanted {
                jump(left, when: true, label)
                jump(right, when: true, label)
            } else {
                let end = Label()
                jump(left, when: true, end)
                jump(right, when: false, label)
                code.bind(end)
            }
        case .try(let inner): jump(inner, when: wanted, label)
        case .isNone(let inner):
            let mark = mark()
            let register = evaluate(inner).register
            // The temporaries are given back on both ways: a register is cleared before the jump looks, unless it is the one.
            jumpAfterRelease(mark, wanted ? .jumpIfNil : .jumpUnlessNil, register, label)
        case .computed(let array?, let property, _, let indices) where property.getter.key == "Array.subscript(_:)<Int>":
            if case .value(let index)? = indices.first, !jumpOnElement(of: array, index, condition.place, wanted, label) { jumpOnValue(condition, wanted, label) }
        case .callValue(let function, let arguments):
            if case .variable(let variable) = function.kind, let closure = inlinedClosures[variable], case .function(let type) = function.type,
                jump(onCallOf: closure, closureSources(arguments, type), when: wanted, label)
            {
                return
            }
            jumpOnValue(condition, wanted, label)
        case .call(let callee, _, let arguments):
            if !fused(resolve(callee).function, arguments, condition.place, when: wanted, label) { jumpOnValue(condition, wanted, label) }
        default: jumpOnValue(condition, wanted, label)
        }
    }

    /// `flags[i]`, for an array in a register. False when it is elsewhere.
    private func jumpOnElement(of array: Expression, _ index: Expression, _ place: Place, _ wanted: Bool, _ label: Label) -> Bool {
        guard case .variable(let variable) = array.kind, variable.lazyInitial == nil, case .object(let register) = location(of: variable), !index.mayChangeVariables
        else { return false }
        code.at(place)
        let mark = mark()
        let position = evaluate(index).register
        release(mark)
        code.compareAndJump(wanted ? .jumpIfElement : .jumpUnlessElement, register, position, label)
        return true
    }

    private func jumpOnValue(_ condition: Expression, _ wanted: Bool, _ label: Label) {
        let mark = mark()
        let register = evaluate(condition).register
        release(mark)
        code.jump(wanted ? .jumpIf : .jumpUnless, register, label)
    }

    private func jumpAfterRelease(_ mark: (Int, Int), _ opcode: Opcode, _ object: Int, _ label: Label) {
        let isNil = newRaw()
        code.emit(.isNil, isNil, object)
        release(mark)
        code.jump(opcode == .jumpIfNil ? .jumpIf : .jumpUnless, isNil, label)
    }

    private func fused(_ function: Function, _ arguments: [Argument], _ place: Place, when wanted: Bool, _ label: Label) -> Bool {
        guard function.origin == .standard, let owner = function.owner?.name else { return false }
        if owner == "Bool", function.name == "!", case .value(let inner)? = arguments.first {
            jump(inner, when: !wanted, label)
            return true
        }
        guard arguments.count == 2, case .value(let left) = arguments[0], case .value(let right) = arguments[1] else { return false }
        guard function.parameters.allSatisfy({ if case .nominal(let nominal, _) = $0.type { nominal.name == owner } else { false } }) else { return false }
        code.at(place)
        if owner == "Double" { return fusedDouble(function.name, left, right, wanted, label) }
        guard let kind = IntegerKind(rawValue: owner) else { return false }
        // Words compare like the values in them, but for the widest unsigned kinds, where only equality does.
        if !kind.isSigned && kind.bits == 64 && !["==", "!="].contains(function.name) { return false }
        return fusedInteger(function.name, left, right, wanted, label)
    }

    private func registers(_ left: Expression, _ right: Expression) -> (Int, Int) {
        var first = evaluate(left)
        if case .variable(let variable) = left.kind, variable.isMutable, right.mayChangeVariables {
            let copied = Operand.raw(newRaw())
            copy(first, to: copied)
            first = copied
        }
        return (first.register, evaluate(right).register)
    }

    private func fusedInteger(_ name: String, _ left: Expression, _ right: Expression, _ wanted: Bool, _ label: Label) -> Bool {
        let opposite = ["==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"]
        guard let name = wanted ? name : opposite[name], opposite[name] != nil else { return false }
        let mark = mark()
        if let small = right.smallInteger {
            let opcodes: [String: Opcode] = [
                "==": .jumpEqualImmediate, "!=": .jumpNotEqualImmediate, "<": .jumpLessImmediate, "<=": .jumpLessOrEqualImmediate,
                ">": .jumpGreaterImmediate, ">=": .jumpGreaterOrEqualImmediate,
            ]
            guard let opcode = opcodes[name] else { return false }
            let register = evaluate(left).register
            release(mark)
            code.compareAndJump(opcode, register, small, label)
            return true
        }
        let (a, b) = registers(left, right)
        release(mark)
        switch name {
        case "==": code.compareAndJump(.jumpEqualInt, a, b, label)
        case "!=": code.compareAndJump(.jumpNotEqualInt, a, b, label)
        case "<": code.compareAndJump(.jumpLessInt, a, b, label)
        case "<=": code.compareAndJump(.jumpLessOrEqualInt, a, b, label)
        case ">": code.compareAndJump(.jumpLessInt, b, a, label)
        default: code.compareAndJump(.jumpLessOrEqualInt, b, a, label)
        }
        return true
    }

    /// Not a number compares false, so `!(a < b)` is not `a >= b`.
    private func fusedDouble(_ name: String, _ left: Expression, _ right: Expression, _ wanted: Bool, _ label: Label) -> Bool {
        guard ["==", "!=", "<", "<=", ">", ">="].contains(name) else { return false }
        let mark = mark()
        let (a, b) = registers(left, right)
        release(mark)
        switch name {
        case "==": code.compareAndJump(wanted ? .jumpEqualDouble : .jumpNotEqualDouble, a, b, label)
        case "!=": code.compareAndJump(wanted ? .jumpNotEqualDouble : .jumpEqualDouble, a, b, label)
        case "<": code.compareAndJump(wanted ? .jumpLessDouble : .jumpNotLessDouble, a, b, label)
        case "<=": code.compareAndJump(wanted ? .jumpLessOrEqualDouble : .jumpNotLessOrEqualDouble, a, b, label)
        case ">": code.compareAndJump(wanted ? .jumpLessDouble : .jumpNotLessDouble, b, a, label)
        default: code.compareAndJump(wanted ? .jumpLessOrEqualDouble : .jumpNotLessOrEqualDouble, b, a, label)
        }
        return true
    }
}
