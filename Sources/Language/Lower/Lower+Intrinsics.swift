import IR

/// Functions of the standard library that are instructions of the machine.
extension FunctionBuilder {
    /// Emits instructions for a call, if the function is one of those; nil otherwise.
    func intrinsic(_ callee: Callee, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        let function = callee.function
        guard function.origin == .standard else { return nil }
        if function.owner == nil { return freeIntrinsic(callee, arguments, target) }
        guard let owner = function.owner else { return nil }
        if let kind = IntegerKind(rawValue: owner.name) { return integer(kind, function, receiver, arguments, target) }
        switch owner.name {
        case "Double": return floating(.double, function, receiver, arguments, target)
        case "Float": return floating(.float, function, receiver, arguments, target)
        case "Bool": return bool(function, receiver, arguments, target)
        case "String": return string(callee, receiver, arguments, target)
        case "StringProtocol": return textPosition(callee, receiver, arguments, target)
        case "Character": return character(function, arguments, target)
        case "Array": return array(callee, receiver, arguments, target)
        case "Dictionary": return dictionary(callee, receiver, arguments, target)
        default: return nil
        }
    }

    private func freeIntrinsic(_ callee: Callee, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        switch callee.function.key {
        case "sqrt(_:)<Double>": return unary(.squareRoot, arguments[0], target)
        case "==(_:_:)<Any.Type,Any.Type>":
            let result = target ?? .raw(newRaw())
            let mark = mark()
            let (left, right) = operands(arguments)
            code.emit(.equalType, result.register, left, right)
            release(mark)
            return result
        case "type(of:)<T>":
            guard let type = callee.typeArguments.first, case .expression(let expression)? = arguments.first else { return nil }
            let result = target ?? .object(newObject())
            let mark = mark()
            let operand = evaluate(expression)
            if case .existential = lowering.valueType(type) {
                code.emit(.dynamicType, result.register, operand.register)
            } else {
                lowering.complete(type)
                code.emit(.typeObject, result.register, wide: code.type(lowering.valueType(type)))
            }
            release(mark)
            wrote(result.register)
            return result
        default: return nil
        }
    }

    // MARK: Shapes of instructions

    func operand(_ source: ArgumentSource) -> Operand {
        switch source {
        case .expression(let expression): return evaluate(expression)
        case .operand(let operand): return operand
        case .address(let register): return .raw(register)
        case .defaulted, .variadic: return .void
        }
    }

    /// Both operands; the left one is copied where evaluating the right one may change its variable.
    func operands(_ arguments: [ArgumentSource]) -> (Int, Int) {
        var left = operand(arguments[0])
        if case .expression(let first) = arguments[0], case .variable(let variable) = first.kind, variable.isMutable,
            case .expression(let second) = arguments[1], second.mayChangeVariables
        {
            let copied: Operand = left.isRaw ? .raw(newRaw()) : .object(newObject())
            copy(left, to: copied)
            left = copied
        }
        return (left.register, operand(arguments[1]).register)
    }

    func binary(_ opcode: Opcode, _ arguments: [ArgumentSource], _ target: Operand?, swapped: Bool = false) -> Operand {
        let result = target ?? .raw(newRaw())
        let mark = mark()
        let (left, right) = operands(arguments)
        code.emit(opcode, result.register, swapped ? right : left, swapped ? left : right)
        release(mark)
        return result
    }

    func unary(_ opcode: Opcode, _ argument: ArgumentSource, _ target: Operand?, _ c: Int = 0) -> Operand {
        let result = target ?? .raw(newRaw())
        let mark = mark()
        code.emit(opcode, result.register, operand(argument).register, c)
        release(mark)
        return result
    }

    /// `x += y`
    private func compound(_ arguments: [ArgumentSource], _ type: Type, _ change: (_ result: Int, _ left: Int, _ right: ArgumentSource) -> Void) -> Operand? {
        guard case .expression(let left) = arguments[0] else {
            guard case .address(let address) = arguments[0] else { return nil }
            let mark = mark()
            let word = newRaw()
            let right = operand(arguments[1])
            code.emit(.loadRaw, word, address)
            change(word, word, .operand(right))
            code.emit(.storeRaw, address, word)
            release(mark)
            return .void
        }
        let mark = mark()
        let place: LValue
        if case .expression(let right) = arguments[1] { place = prepare(left.withoutInout, before: right) } else { place = prepare(left.withoutInout) }
        if case .variable(let variable) = place, case .raw(let register) = location(of: variable) {
            // The right side may itself change the variable: it is read afterwards.
            change(register, register, arguments[1])
            release(mark)
            return .void
        }
        let right = arguments[1]
        if case .entryOrDefault(_, _, _, let initial) = place, isSimple(initial) {
            // One look at the table.
            let value: ArgumentSource
            if case .expression(let expression) = right, expression.smallInteger == nil { value = .operand(evaluate(expression)) } else { value = right }
            var writeBacks = WriteBacks()
            let address = address(of: place, &writeBacks, pins: false)
            let word = newRaw()
            code.emit(.loadRaw, word, address)
            change(word, word, value)
            code.emit(.storeRaw, address, word)
            writeBack(writeBacks)
        } else if case .expression(let expression) = right, expression.smallInteger == nil {
            let operand = evaluate(expression)
            let current = load(place, type)
            let result = newRaw()
            change(result, current.register, .operand(operand))
            assign(.raw(result), to: place)
        } else {
            let current = load(place, type)
            let result = newRaw()
            change(result, current.register, right)
            assign(.raw(result), to: place)
        }
        release(mark)
        return .void
    }

    // MARK: Integers

    private func integer(
        _ kind: IntegerKind, _ function: Function, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?
    ) -> Operand? {
        let number = kindNumber(kind)
        if function.kind == .initializer {
            guard function.parameters.count == 1, !function.isFailable, case .nominal(let source, _) = function.parameters[0].type else { return nil }
            switch function.parameters[0].label {
            case nil:
                if source.name == kind.rawValue { return identity(arguments[0], target) }
                if let from = IntegerKind(rawValue: source.name) { return unary(.convertInteger, arguments[0], target, kindNumber(from) << 8 | number) }
                if source.name == "Double" { return unary(.doubleToInteger, arguments[0], target, number) }
                return nil
            case "_truncating", "bitPattern": return unary(.truncate, arguments[0], target, number)
            case "integerLiteral": return identity(arguments[0], target)
            default: return nil
            }
        }
        if function.name == "_bits", let receiver { return identity(receiver, target) }
        guard function.isOperatorFixity != nil || function.isOperatorName else { return nil }
        if arguments.count == 1 {
            switch function.name {
            case "-": return narrowed(unary(.negateInt, arguments[0], target), kind)
            case "~": return truncated(unary(.invert, arguments[0], target), kind)
            default: return nil
            }
        }
        guard arguments.count == 2, function.parameters.allSatisfy({ isStandard($0.type, kind.rawValue) || isStandard($0.type, "Int") }) else { return nil }
        let type = function.parameters[0].type
        if function.name.hasSuffix("="), !["==", "!=", "<=", ">="].contains(function.name) {
            let base = String(function.name.dropLast())
            guard integerOpcode(base, kind) != nil else { return nil }
            return compound(arguments, type) { result, left, right in
                self.arithmetic(base, kind, .raw(result), [.operand(.raw(left)), right])
            }
        }
        switch function.name {
        case "==": return binary(.equalInt, arguments, target)
        case "!=": return binary(.notEqualInt, arguments, target)
        case "<": return binary(less(kind), arguments, target)
        case "<=": return binary(lessOrEqual(kind), arguments, target)
        case ">": return binary(less(kind), arguments, target, swapped: true)
        case ">=": return binary(lessOrEqual(kind), arguments, target, swapped: true)
        default:
            guard integerOpcode(function.name, kind) != nil else { return nil }
            let result = target ?? .raw(newRaw())
            arithmetic(function.name, kind, result, arguments)
            return result
        }
    }

    private func arithmetic(_ name: String, _ kind: IntegerKind, _ result: Operand, _ arguments: [ArgumentSource]) {
        guard let opcode = integerOpcode(name, kind) else { return }
        let mark = mark()
        let register = result.register
        if kind.isSigned || kind.bits < 64, ["+", "-", "*"].contains(name), case .expression(let right) = arguments[1],
            let small = right.smallInteger
        {
            let left = operand(arguments[0]).register
            let term = name == "-" ? -small : small
            if kind != .int || name == "*" || left < mark.0 || !code.multiplyAdd(register, product: left, immediate: term) {
                code.emit(name == "*" ? .multiplyImmediate : .addImmediate, register, left, term)
            }
        } else if kind.isSigned || kind.bits < 64, ["+", "*"].contains(name), case .expression(let left) = arguments[0], let small = left.smallInteger {
            code.emit(name == "*" ? .multiplyImmediate : .addImmediate, register, operand(arguments[1]).register, small)
        } else if kind == .int, let (opcode, small) = immediate(name, arguments[1]) {
            code.emit(opcode, register, operand(arguments[0]).register, small)
        } else {
            let left: Int
            var right: Int
            (left, right) = operands(arguments)
            if name == "&<<" || name == "&>>" {
                let (mask, amount) = (newRaw(), newRaw())
                code.emit(.integer, mask, wide: kind.bits - 1)
                code.emit(.and, amount, right, mask)
                right = amount
            }
            // A product in a register of this expression's own is read by nothing else.
            let isFused =
                kind == .int && name == "+"
                && (left >= mark.0 && code.multiplyAdd(register, product: left, right) || right >= mark.0 && code.multiplyAdd(register, product: right, left))
            if !isFused { code.emit(opcode, register, left, right) }
        }
        release(mark)
        switch name {
        case "+", "-", "*", "/", "%": _ = narrowed(result, kind)
        default: _ = truncated(result, kind)
        }
    }

    /// An operation with a literal on its right that has an instruction of its own.
    private func immediate(_ name: String, _ right: ArgumentSource) -> (Opcode, Int)? {
        guard case .expression(let right) = right, let small = right.smallInteger else { return nil }
        switch name {
        case "/" where small > 0: return (.divideImmediate, small)
        case "%" where small > 0: return (.remainderImmediate, small)
        case "&": return (.andImmediate, small)
        case "<<" where 0 ..< 64 ~= small: return (.shiftLeftImmediate, small)
        case ">>" where 0 ..< 64 ~= small: return (.shiftRightImmediate, small)
        default: return nil
        }
    }

    private func integerOpcode(_ name: String, _ kind: IntegerKind) -> Opcode? {
        let isWordUnsigned = !kind.isSigned && kind.bits == 64
        // The one quotient of the smaller kinds that does not fit has words of its own.
        if kind.isSigned, kind.bits < 64, name == "/" || name == "%" { return nil }
        switch name {
        case "+": return isWordUnsigned ? .addUInt : .addInt
        case "-": return isWordUnsigned ? .subtractUInt : .subtractInt
        case "*": return isWordUnsigned ? .multiplyUInt : .multiplyInt
        case "/": return isWordUnsigned ? .divideUInt : .divideInt
        case "%": return isWordUnsigned ? .remainderUInt : .remainderInt
        case "&+": return .addWrapping
        case "&-": return .subtractWrapping
        case "&*": return .multiplyWrapping
        case "&": return .and
        case "|": return .or
        case "^": return .xor
        case "<<", "&<<": return .shiftLeft
        case ">>", "&>>": return isWordUnsigned ? .shiftRightUnsigned : .shiftRight
        default: return nil
        }
    }

    private func kindNumber(_ kind: IntegerKind) -> Int { IntegerKind.allCases.firstIndex(of: kind) ?? 0 }
    private func less(_ kind: IntegerKind) -> Opcode { !kind.isSigned && kind.bits == 64 ? .lessUInt : .lessInt }
    private func lessOrEqual(_ kind: IntegerKind) -> Opcode { !kind.isSigned && kind.bits == 64 ? .lessOrEqualUInt : .lessOrEqualInt }
    private func narrowed(_ operand: Operand, _ kind: IntegerKind) -> Operand {
        if kind.bits < 64 { code.emit(.narrow, operand.register, kindNumber(kind)) }
        return operand
    }
    private func truncated(_ operand: Operand, _ kind: IntegerKind) -> Operand {
        if kind.bits < 64 { code.emit(.truncate, operand.register, operand.register, kindNumber(kind)) }
        return operand
    }
    private func isStandard(_ type: Type, _ name: String) -> Bool {
        if case .nominal(let nominal, _) = type { nominal.name == name && nominal.origin == .standard } else { false }
    }
    private func identity(_ argument: ArgumentSource, _ target: Operand?) -> Operand {
        let operand = operand(argument)
        guard let target else { return operand }
        copy(operand, to: target)
        return target
    }

    // MARK: Floating point

    private func floating(
        _ type: ValueType, _ function: Function, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?
    ) -> Operand? {
        let isDouble = type == .double
        if function.kind == .initializer {
            guard function.parameters.count == 1, !function.isFailable, function.parameters[0].label == nil,
                case .nominal(let source, _) = function.parameters[0].type
            else { return nil }
            switch (source.name, isDouble) {
            case ("Double", true), ("Float", false): return identity(arguments[0], target)
            case ("Float", true): return unary(.floatToDouble, arguments[0], target)
            case ("Double", false): return unary(.doubleToFloat, arguments[0], target)
            case ("UInt", true), ("UInt64", true): return unary(.uintToDouble, arguments[0], target)
            case (let name, true) where IntegerKind(rawValue: name) != nil: return unary(.intToDouble, arguments[0], target)
            default: return nil
            }
        }
        if function.name == "squareRoot", isDouble, let receiver { return unary(.squareRoot, receiver, target) }
        guard function.isOperatorName else { return nil }
        if arguments.count == 1 { return function.name == "-" ? unary(isDouble ? .negateDouble : .negateFloat, arguments[0], target) : nil }
        guard arguments.count == 2, function.parameters.allSatisfy({ isStandard($0.type, isDouble ? "Double" : "Float") }) else { return nil }
        switch function.name {
        case "+=", "-=", "*=", "/=":
            guard let opcode = floatingOpcode(String(function.name.dropLast()), isDouble) else { return nil }
            return compound(arguments, function.parameters[0].type) { result, left, right in
                if isDouble, opcode == .addDouble, result == left, let (first, second) = self.factors(right) {
                    let mark = self.mark()
                    let (a, b) = self.operands([first, second])
                    self.code.emit(.multiplyAddDouble, result, a, b)
                    self.release(mark)
                } else if !(isDouble && self.withConstant(opcode, [.operand(.raw(left)), right], .raw(result))) {
                    _ = self.binary(opcode, [.operand(.raw(left)), right], .raw(result))
                }
            }
        case "==": return binary(isDouble ? .equalDouble : .equalFloat, arguments, target)
        case "!=": return binary(isDouble ? .notEqualDouble : .notEqualFloat, arguments, target)
        case "<": return binary(isDouble ? .lessDouble : .lessFloat, arguments, target)
        case "<=": return binary(isDouble ? .lessOrEqualDouble : .lessOrEqualFloat, arguments, target)
        case ">": return binary(isDouble ? .lessDouble : .lessFloat, arguments, target, swapped: true)
        case ">=": return binary(isDouble ? .lessOrEqualDouble : .lessOrEqualFloat, arguments, target, swapped: true)
        default:
            guard let opcode = floatingOpcode(function.name, isDouble) else { return nil }
            let result = target ?? .raw(newRaw())
            return isDouble && withConstant(opcode, arguments, result) ? result : binary(opcode, arguments, result)
        }
    }

    /// The factors of `x * y`.
    private func factors(_ source: ArgumentSource) -> (ArgumentSource, ArgumentSource)? {
        guard case .expression(let expression) = source, case .call(let callee, nil, let arguments) = expression.kind,
            callee.function.key == "Double.*(_:_:)<Double,Double>", arguments.count == 2, case .value(let left) = arguments[0],
            case .value(let right) = arguments[1], left.double == nil, right.double == nil
        else { return nil }
        return (.expression(left), .expression(right))
    }

    /// An operation on Doubles of which one is a literal.
    private func withConstant(_ opcode: Opcode, _ arguments: [ArgumentSource], _ target: Operand) -> Bool {
        func emit(_ opcode: Opcode, _ source: ArgumentSource, _ constant: Double) -> Bool {
            let mark = mark()
            code.emit(opcode, target.register, operand(source).register, code.constant(Int(bitPattern: UInt(constant.bitPattern))))
            release(mark)
            return true
        }
        if case .expression(let right) = arguments[1], let constant = right.double {
            switch opcode {
            case .addDouble: return emit(.addDoubleConstant, arguments[0], constant)
            case .subtractDouble: return emit(.addDoubleConstant, arguments[0], -constant)
            case .multiplyDouble: return emit(.multiplyDoubleConstant, arguments[0], constant)
            case .divideDouble: return emit(.divideDoubleConstant, arguments[0], constant)
            default: return false
            }
        }
        if case .expression(let left) = arguments[0], let constant = left.double {
            switch opcode {
            case .addDouble: return emit(.addDoubleConstant, arguments[1], constant)
            case .subtractDouble: return emit(.subtractFromDoubleConstant, arguments[1], constant)
            case .multiplyDouble: return emit(.multiplyDoubleConstant, arguments[1], constant)
            case .divideDouble: return emit(.divideDoubleConstantBy, arguments[1], constant)
            default: return false
            }
        }
        return false
    }

    private func floatingOpcode(_ name: String, _ isDouble: Bool) -> Opcode? {
        switch name {
        case "+": isDouble ? .addDouble : .addFloat
        case "-": isDouble ? .subtractDouble : .subtractFloat
        case "*": isDouble ? .multiplyDouble : .multiplyFloat
        case "/": isDouble ? .divideDouble : .divideFloat
        default: nil
        }
    }

    // MARK: Bool, Array, Dictionary

    private func bool(_ function: Function, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        switch (function.name, arguments.count) {
        case ("!", 1): return unary(.not, arguments[0], target)
        case ("==", 2): return binary(.equalInt, arguments, target)
        case ("!=", 2): return binary(.notEqualInt, arguments, target)
        default: return nil
        }
    }

    private func array(_ callee: Callee, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        guard let element = callee.typeArguments.first, let receiver else { return nil }
        let storage = ArrayStorage(lowering.valueType(element))
        switch callee.function.key {
        case "Array.count": return unary(.arrayCount, receiver, target)
        case "Array.subscript(_:)<Int>":
            let result: Operand = target ?? (storage.isRaw ? .raw(newRaw()) : .object(newObject()))
            let mark = mark()
            if case .expression(let array) = receiver, case .expression(let index) = arguments[0], index.isSimple, let address = borrow(array) {
                code.emit(storage.elementAt, result.register, address, evaluate(index).register)
            } else {
                let (object, index) = operands([receiver, arguments[0]])
                code.emit(storage.element, result.register, object, index)
            }
            if case .object(let register) = result { wrote(register) }
            release(mark)
            return result
        case "Array.append(_:)<Element>":
            guard case .expression(let own) = receiver else { return nil }
            let mark = mark()
            let place = prepare(own.withoutInout)
            let value = operand(arguments[0])
            if case .variable(let variable) = place, case .object(let register) = location(of: variable) {
                append(value, to: register, storage)
            } else {
                var writeBacks = WriteBacks()
                let address = address(of: place, &writeBacks, pins: false)
                switch value {
                case .raw(let source): code.emit(storage.appendAt, address, source)
                case .object: take(value) { code.emit(storage.appendAt, address, $0) }
                case .void: code.emit(storage.appendAt, address, newObject())
                }
                writeBack(writeBacks)
            }
            release(mark)
            return .void
        default: return nil
        }
    }

    private func dictionary(_ callee: Callee, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        guard let receiver, callee.typeArguments.count == 2 else { return nil }
        let types = LValue.DictionaryTypes(key: callee.typeArguments[0], value: callee.typeArguments[1])
        let value = lowering.valueType(types.value)
        let initial: ArgumentSource?
        switch callee.function.key {
        case "Dictionary.subscript(_:)<Key>": initial = nil
        case let key where key.hasPrefix("Dictionary.subscript(_:default:)") && !key.hasSuffix(".set"): initial = arguments[1]
        default: return nil
        }
        lowering.complete(types.key)
        let result: Operand = initial == nil ? .object(newObject()) : temporary(value)
        let mark = mark()
        let table = operand(receiver)
        let key = operand(arguments[0])
        find(key, types, in: table, into: result, value, or: initial)
        release(mark)
        return result
    }
}

extension Function {
    var isOperatorName: Bool { name.first.map { !$0.isLetter && $0 != "_" } ?? false }
}

extension Expression {
    /// A literal that fits into an instruction's third operand.
    var smallInteger: Int? {
        if case .integer(let magnitude, let isNegative) = kind, magnitude < 30_000, case .nominal(let nominal, _) = type,
            IntegerKind(rawValue: nominal.name) != nil
        {
            return isNegative ? -Int(magnitude) : Int(magnitude)
        }
        return nil
    }

    /// A literal of a Double.
    var double: Double? {
        guard case .nominal(let nominal, _) = type, nominal.name == "Double", nominal.origin == .standard else { return nil }
        switch kind {
        case .floating(let number): return number
        case .integer(let magnitude, let isNegative): return isNegative ? -Double(magnitude) : Double(magnitude)
        default: return nil
        }
    }

    /// Whether evaluating it may change a variable that sits in a register. Calls cannot, unless they are given its address.
    var mayChangeVariables: Bool {
        switch kind {
        case .integer, .floating, .boolean, .string, .none, .variable, .type, .closure: return false
        case .interpolation(let segments):
            return segments.contains { if case .value(let part) = $0 { part.mayChangeVariables } else { false } }
        case .array(let elements), .tuple(let elements), .enumCase(_, let elements): return elements.contains(where: \.mayChangeVariables)
        case .dictionary(let entries): return entries.contains { $0.key.mayChangeVariables || $0.value.mayChangeVariables }
        case .function(_, let receiver): return receiver?.mayChangeVariables ?? false
        case .stored(let base, _), .tupleElement(let base, _), .force(let base), .optionalChain(let base), .optionalBinding(let base),
            .isNone(let base), .try(let base), .tryOptional(let base), .tryForce(let base), .convert(_, let base), .cast(_, let base, _):
            return base.mayChangeVariables
        case .computed(let base, let property, _, let indices):
            return property.getter.changesSelf || base?.mayChangeVariables ?? false || indices.contains(where: \.mayChangeVariables)
        case .call(let callee, let receiver, let arguments):
            return callee.function.changesSelf || receiver?.mayChangeVariables ?? false || arguments.contains(where: \.mayChangeVariables)
        case .callValue(let function, let arguments): return function.mayChangeVariables || arguments.contains(where: \.mayChangeVariables)
        case .ternary(let a, let b, let c): return a.mayChangeVariables || b.mayChangeVariables || c.mayChangeVariables
        case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b): return a.mayChangeVariables || b.mayChangeVariables
        case .binding, .statement, .assign, .discard, .inout: return true
        }
    }
}

extension Argument {
    var mayChangeVariables: Bool {
        switch self {
        case .value(let expression): expression.mayChangeVariables
        case .variadic(let expressions): expressions.contains(where: \.mayChangeVariables)
        case .defaulted: false
        }
    }
}
