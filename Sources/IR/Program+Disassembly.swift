/// A program as text, for people and for golden tests.
extension Program {
    package var disassembly: String {
        var text = ""
        for (offset, function) in functions.enumerated() {
            let number = firstFunction + offset
            text += "function \(number) \(function.name)  raw \(function.rawRegisters), object \(function.objectRegisters)\(number == entry ? "  entry" : "")\n"
            text += function.disassembly
        }
        for witness in witnesses { text += "requirement \(witness.requirement) of \(witness.type.spelled): function \(witness.function)\n" }
        return text
    }
}

extension Function {
    /// One line for each instruction.
    package var disassembly: String {
        var text = ""
        for (index, instruction) in code.enumerated() {
            var line = "  \(index)"
            line += String(repeating: " ", count: max(1, 7 - line.count)) + "\(instruction.opcode)"
            line += String(repeating: " ", count: max(1, 30 - line.count)) + operands(of: instruction, at: index)
            text += line + "\n"
        }
        for handler in handlers {
            text += "  errors of \(handler.range.lowerBound)..<\(handler.range.upperBound) to \(handler.target) in O\(handler.register)\n"
        }
        return text
    }

    private func operands(of instruction: Instruction, at index: Int) -> String {
        let (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
        let wide = Int(Int32(truncatingIfNeeded: b | c << 16))
        let near = Int(Int16(truncatingIfNeeded: c))
        switch instruction.opcode.form {
        case .none: return ""
        case .registers: return "\(a) \(b) \(c)"
        case .wide: return "\(a) \(wide)"
        case .constant: return "\(a) \(constants.indices.contains(wide) ? "\(constants[wide])" : "?")"
        case .object: return "\(a) \(objects.indices.contains(wide) ? objects[wide].text : "?")"
        case .jump: return "\(a) -> \(index + 1 + wide)"
        case .compare: return "\(a) \(b) -> \(index + 1 + near)"
        case .compareImmediate: return "\(a) \(Int(Int16(truncatingIfNeeded: b))) -> \(index + 1 + near)"
        case .immediate: return "\(a) \(b) \(near)"
        case .double: return "\(a) \(b) \(constants.indices.contains(c) ? "\(Double(bitPattern: UInt64(bitPattern: Int64(constants[c]))))" : "?")"
        case .back: return "\(a) \(b) \(c) -> \(index + 1 - Int(instruction.d))"
        case .backImmediate: return "\(a) \(b) \(near) -> \(index + 1 - Int(instruction.d))"
        case .four: return "\(a) \(b) \(c) \(instruction.d)"
        case .fourImmediate: return "\(a) \(b) \(near) \(instruction.d)"
        case .twoImmediates: return "\(a) \(b) \(Int8(bitPattern: instruction.d)) \(near)"
        case .call: return "\(a) \(b) function \(callees.indices.contains(c) ? "\(callees[c])" : "?")"
        case .native: return "\(a) \(b) \(natives.indices.contains(c) ? natives[c].key : "?")"
        case .type: return "\(a) \(b) \(types.indices.contains(c) ? types[c].spelled : "?")"
        case .shape:
            guard shapes.indices.contains(c) else { return "?" }
            let shape = shapes[c]
            let callee = instruction.opcode == .makeClosure ? " function \(callees[shape.callee])" : " tag \(shape.tag)"
            return "\(a) \(b) objects \(shape.references) raws \(shape.raws)" + callee
        }
    }
}

extension Function.Constant {
    var text: String {
        switch self {
        case .string(let text): text.debugDescription
        case .character(let character): "'\(character)'"
        case .emptyCase(let tag): "case \(tag)"
        }
    }
}

extension Opcode {
    enum Form {
        case none, registers, wide, constant, object, jump, compare, compareImmediate, immediate, double, back, backImmediate, four, fourImmediate, twoImmediates
        case call, native, type, shape
    }

    /// What its operands are.
    var form: Form {
        switch self {
        case .returnVoid: .none
        case .integer, .globalRaw, .globalObject, .setGlobalRaw, .setGlobalObject, .globalAddressRaw, .globalAddressObject, .globalReady,
            .globalObjectReady, .access, .typeObject:
            .wide
        case .constant: .constant
        case .object, .trap: .object
        case .jump, .jumpIf, .jumpUnless, .jumpIfNil, .jumpUnlessNil: .jump
        case .jumpEqualInt, .jumpNotEqualInt, .jumpLessInt, .jumpLessOrEqualInt, .jumpEqualDouble, .jumpNotEqualDouble, .jumpLessDouble,
            .jumpLessOrEqualDouble, .jumpNotLessDouble, .jumpNotLessOrEqualDouble, .loopBelow, .loopThrough, .strideTo,
            .strideThrough, .jumpIfElement, .jumpUnlessElement, .seekElement, .seekNoElement:
            .compare
        case .jumpEqualImmediate, .jumpNotEqualImmediate, .jumpLessImmediate, .jumpLessOrEqualImmediate, .jumpGreaterImmediate,
            .jumpGreaterOrEqualImmediate:
            .compareImmediate
        case .addImmediate, .multiplyImmediate, .divideImmediate, .remainderImmediate, .andImmediate, .shiftLeftImmediate, .shiftRightImmediate,
            .setElementIntImmediate, .setElementBoolImmediate, .fillIntImmediate, .fillBoolImmediate:
            .immediate
        case .addDoubleConstant, .multiplyDoubleConstant, .divideDoubleConstant, .subtractFromDoubleConstant, .divideDoubleConstantBy: .double
        case .advanceWhileLess, .advanceWhileLessOrEqual: .back
        case .advanceImmediateWhileLess, .advanceImmediateWhileLessOrEqual: .backImmediate
        case .elementElementWord, .elementElementBool, .setElementElementInt, .setElementElementDouble, .setElementElementBool, .multiplyAddInt: .four
        case .multiplyImmediateAdd: .fourImmediate
        case .multiplyAddImmediate: .twoImmediates
        case .call: .call
        case .callNative: .native
        case .eraseRaw, .eraseObject, .isType, .trapCast, .describeRaw, .describeObject: .type
        case .makeClosure, .makeAggregate: .shape
        default: .registers
        }
    }
}
