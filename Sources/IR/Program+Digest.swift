extension Program {
    /// A number that tells programs apart: the same for the same program in every process. A session that is restored compiles its cells again and compares.
    package var digest: UInt64 {
        var state = Digest()
        state.add(firstFunction)
        for function in functions { state.add(function) }
        state.add(entry)
        state.add(rawGlobals)
        state.add(objectGlobals)
        for global in globals {
            state.add(global.name)
            state.add(global.type.spelled)
            state.add(global.index)
        }
        for witness in witnesses {
            state.add(witness.requirement)
            state.add(witness.function)
        }
        state.add(conformances.count)
        for type in nominals {
            state.add(type.name)
            state.add(type.fields.count)
            state.add(type.cases.count)
        }
        return state.value
    }
}

private struct Digest {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The finalizer of splitmix64 after each word.
    mutating func add(_ word: UInt64) {
        var z = (value ^ word) &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        value = z ^ (z >> 31)
    }
    mutating func add(_ word: Int) { add(UInt64(bitPattern: Int64(word))) }
    mutating func add(_ text: String) {
        add(text.utf8.count)
        var (word, filled): (UInt64, UInt64) = (0, 0)
        for byte in text.utf8 {
            word |= UInt64(byte) << filled
            filled += 8
            if filled == 64 {
                add(word)
                (word, filled) = (0, 0)
            }
        }
        if filled > 0 { add(word) }
    }
    mutating func add(_ function: Function) {
        add(function.name)
        add(function.code.count)
        for instruction in function.code {
            let upper = UInt64(instruction.b) << 32 | UInt64(instruction.c) << 48
            add(UInt64(instruction.opcode.rawValue) | UInt64(instruction.d) << 8 | UInt64(instruction.a) << 16 | upper)
        }
        for constant in function.constants { add(constant) }
        for object in function.objects {
            switch object {
            case .string(let text): add(text)
            case .character(let character): add(String(character))
            case .emptyCase(let tag): add(tag)
            }
        }
        for callee in function.callees { add(callee) }
        for native in function.natives { add(native.key) }
        for shape in function.shapes { add(shape.references << 32 ^ shape.raws << 16 ^ shape.tag << 8 ^ shape.callee) }
        add(function.types.count)
        for requirement in function.requirements { add(requirement) }
    }
}
