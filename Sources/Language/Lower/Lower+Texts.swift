import IR

/// Functions of String and Character that are instructions of the machine.
extension FunctionBuilder {
    func string(_ callee: Callee, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        let function = callee.function
        switch function.key {
        case "String.init(_:radix:uppercase:)<T,Int,Bool>":
            guard case .defaulted = arguments[1], case .defaulted = arguments[2] else { return nil }
            return decimal(callee, arguments[0], target)
        case "String.init(_:)<T>": return decimal(callee, arguments[0], target)
        case "String._upper":
            guard let receiver else { return nil }
            return unary(.textCount, receiver, target)
        case "String.==(_:_:)<String,String>": return binary(.equalString, arguments, target)
        case "String.!=(_:_:)<String,String>":
            let result = binary(.equalString, arguments, target)
            code.emit(.not, result.register, result.register)
            return result
        case "String.<(_:_:)<String,String>": return binary(.lessString, arguments, target)
        case "String.+(_:_:)<String,String>":
            let mark = mark()
            let result = newObject()
            let arguments = arguments.flatMap(pieces)
            let parts = arguments.map { _ in newObject() }
            for (argument, part) in zip(arguments, parts) {
                if case .expression(let expression) = argument { evaluate(expression, into: .object(part)) } else { copy(operand(argument), to: .object(part)) }
            }
            code.emit(.concatenate, result, parts[0], parts.count)
            parts.forEach(took)
            wrote(result)
            return release(mark, keeping: .object(result))
        case "String.+=(_:_:)<inoutString,String>":
            guard case .expression(let left) = arguments[0] else { return nil }
            let mark = mark()
            if case .variable(let variable) = left.withoutInout.kind, variable.willSet == nil, variable.didSet == nil, case .object(let register) = location(of: variable) {
                if case .expression(let expression) = arguments[1], let number = decimalNumber(expression) {
                    code.emit(.appendDigits, register, evaluate(number).register)
                    release(mark)
                    return .void
                }
                // The pieces of `a + b` are read before any is added: one of them may be the text itself.
                let pieces = pieces(of: arguments[1])
                if appendSimple(pieces, to: register) {
                    release(mark)
                    return .void
                }
                let texts = pieces.map { piece -> Int in
                    let text = operand(piece).register
                    if text != register || pieces.count == 1 { return text }
                    let copied = newObject()
                    copy(.object(text), to: .object(copied))
                    return copied
                }
                for text in texts { code.emit(.appendString, register, text) }
                release(mark)
                return .void
            }
            return nil
        default: return nil
        }
    }

    /// The text of an integer.
    private func decimal(_ callee: Callee, _ number: ArgumentSource, _ target: Operand?) -> Operand? {
        guard let type = callee.typeArguments.last, isDecimal(lowering.valueType(type)) else { return nil }
        let result = target ?? .object(newObject())
        let mark = mark()
        code.emit(.describeInt, result.register, operand(number).register)
        wrote(result.register)
        release(mark)
        return result
    }

    /// The `i` of `String(i)`, where that is an integer written with its digits.
    private func decimalNumber(_ expression: Expression) -> Expression? {
        guard case .call(let callee, nil, let arguments) = expression.kind, case .value(let number)? = arguments.first else { return nil }
        switch callee.function.key {
        case "String.init(_:)<T>": break
        case "String.init(_:radix:uppercase:)<T,Int,Bool>":
            guard case .defaulted = arguments[1], case .defaulted = arguments[2] else { return nil }
        default: return nil
        }
        return isDecimal(value(number.type)) ? number : nil
    }

    func isDecimal(_ type: ValueType) -> Bool { if case .integer(let kind) = type { kind.isSigned || kind.bits < 64 } else { false } }

    /// Appends literals and integers one by one, which runs no code of a cell in between. False for other pieces.
    private func appendSimple(_ pieces: [ArgumentSource], to register: Int) -> Bool {
        guard pieces.count > 1 else { return false }
        let parts = pieces.map { piece -> (text: Expression?, number: Expression?) in
            guard case .expression(let expression) = piece else { return (nil, nil) }
            if case .string = expression.kind { return (expression, nil) }
            return (nil, decimalNumber(expression).flatMap { $0.isSimple ? $0 : nil })
        }
        guard parts.allSatisfy({ $0.text != nil || $0.number != nil }) else { return false }
        // Numbers first: one that overflows leaves the text as it was.
        let numbers = parts.map { $0.number.map { stable(evaluate($0), $0).register } }
        for (part, number) in zip(parts, numbers) {
            let mark = mark()
            if let number { code.emit(.appendDigits, register, number) } else if let text = part.text { code.emit(.appendString, register, evaluate(text).register) }
            release(mark)
        }
        return true
    }

    /// The parts of a chain of `+` between texts, from the left.
    private func pieces(of source: ArgumentSource) -> [ArgumentSource] {
        guard case .expression(let expression) = source, case .call(let callee, nil, let arguments) = expression.kind,
            callee.function.key == "String.+(_:_:)<String,String>", arguments.count == 2, case .value(let left) = arguments[0],
            case .value(let right) = arguments[1]
        else { return [source] }
        return pieces(of: .expression(left)) + pieces(of: .expression(right))
    }

    func character(_ function: Function, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        switch function.key {
        case "Character.==(_:_:)<Character,Character>": return binary(.equalString, arguments, target)
        case "Character.<(_:_:)<Character,Character>": return binary(.lessString, arguments, target)
        default: return nil
        }
    }

    func textPosition(_ callee: Callee, _ receiver: ArgumentSource?, _ arguments: [ArgumentSource], _ target: Operand?) -> Operand? {
        guard let receiver, let own = callee.typeArguments.first, lowering.valueType(own) == .string else { return nil }
        let opcode: Opcode
        let result: Operand
        switch callee.function.key {
        case "StringProtocol._after(_:)<Int>": (opcode, result) = (.textAfter, target ?? .raw(newRaw()))
        case "StringProtocol._character(_:)<Int>": (opcode, result) = (.characterAt, target ?? .object(newObject()))
        default: return nil
        }
        let mark = mark()
        let (text, offset) = operands([receiver, arguments[0]])
        code.emit(opcode, result.register, text, offset)
        release(mark)
        if case .object(let register) = result { wrote(register) }
        return result
    }
}
