import IR
import Runtime
import Testing

/// Loops that are translated do what the same loops do instruction by instruction: random bodies over integers that overflow, numbers that are infinite or none, arrays that are shared, jumps.
@Suite struct TranslationTests {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    // Registers 0 to 9 are integers, 10 to 17 floating-point, 18 to 21 hold what is compared or indexes, 22 counts to 23.
    private static func instruction(_ random: inout Generator, left: Int, negates: Bool) -> Instruction {
        func int() -> Int { Int.random(in: 0 ... 9, using: &random) }
        func double() -> Int { Int.random(in: 10 ... 17, using: &random) }
        func flag() -> Int { Int.random(in: 18 ... 19, using: &random) }
        let small = Int.random(in: -200 ... 200, using: &random)
        let divisor = small == 0 || small == -1 ? 7 : small
        let forward = Int.random(in: 0 ... max(0, left - 1), using: &random)
        let threeIntegers: [Opcode] = [
            .addInt, .subtractInt, .multiplyInt, .divideInt, .remainderInt, .addUInt, .subtractUInt, .addWrapping, .subtractWrapping, .multiplyWrapping, .and, .or, .xor,
        ]
        let twoIntegers: [Opcode] = [.negateInt, .invert, .move]
        let withNumber: [Opcode] = [.addImmediate, .multiplyImmediate, .andImmediate]
        // Where signs are turned round nothing becomes "not a number": which of two of those comes out of a sum is nobody's business.
        let threeDoubles: [Opcode] = negates ? [.addDouble, .subtractDouble] : [.addDouble, .subtractDouble, .multiplyDouble, .divideDouble, .multiplyAddDouble]
        let constants: [Opcode] =
            negates
            ? [.addDoubleConstant, .subtractFromDoubleConstant]
            : [.addDoubleConstant, .multiplyDoubleConstant, .divideDoubleConstant, .subtractFromDoubleConstant, .divideDoubleConstantBy]
        let comparisons: [Opcode] = [.equalInt, .notEqualInt, .lessInt, .lessOrEqualInt, .lessUInt, .lessOrEqualUInt]
        let doubleComparisons: [Opcode] = [.equalDouble, .notEqualDouble, .lessDouble, .lessOrEqualDouble]
        let jumps: [Opcode] = [.jumpEqualInt, .jumpNotEqualInt, .jumpLessInt, .jumpLessOrEqualInt]
        let numberJumps: [Opcode] = [
            .jumpEqualImmediate, .jumpNotEqualImmediate, .jumpLessImmediate, .jumpLessOrEqualImmediate, .jumpGreaterImmediate, .jumpGreaterOrEqualImmediate,
        ]
        let doubleJumps: [Opcode] = [.jumpEqualDouble, .jumpNotEqualDouble, .jumpLessDouble, .jumpLessOrEqualDouble, .jumpNotLessDouble, .jumpNotLessOrEqualDouble]
        func one(_ list: [Opcode]) -> Opcode { list[Int.random(in: 0 ..< list.count, using: &random)] }
        switch Int.random(in: 0 ..< 26, using: &random) {
        case 0 ... 2: return Instruction(one(threeIntegers), int(), int(), int())
        case 3: return Instruction(one(twoIntegers), int(), int())
        case 4, 5: return Instruction(one(withNumber), int(), int(), small)
        case 6: return Instruction(random.next() % 2 == 0 ? .divideImmediate : .remainderImmediate, int(), int(), divisor)
        case 7: return Instruction(.multiplyAddInt, int(), int(), int(), int())
        case 8: return Instruction(.multiplyImmediateAdd, int(), int(), small, int())
        case 9: return Instruction(.multiplyAddImmediate, int(), int(), small, small & 127)
        case 10: return Instruction(random.next() % 2 == 0 ? .shiftLeftImmediate : .shiftRightImmediate, int(), int(), Int.random(in: 0 ... 63, using: &random))
        case 11: return Instruction(.integer, int(), wide: small &* 1_000_003)
        case 12 ... 14: return Instruction(one(threeDoubles), double(), double(), double())
        case 15: return Instruction(one(constants), double(), double(), Int.random(in: 0 ... 2, using: &random))
        case 16: return negates ? Instruction(.negateDouble, double(), double()) : Instruction(.squareRoot, double(), double())
        case 17: return Instruction(.intToDouble, double(), int())
        case 18: return Instruction(one(comparisons), flag(), int(), int())
        case 19: return Instruction(one(doubleComparisons), flag(), double(), double())
        case 20: return Instruction(one(jumps), int(), int(), forward)
        case 21: return Instruction(one(numberJumps), int(), small, forward)
        case 22: return Instruction(one(doubleJumps), double(), double(), forward)
        case 23: return random.next() % 2 == 0 ? Instruction(.jumpIf, flag(), wide: forward) : Instruction(.not, flag(), flag())
        case 24: return random.next() % 2 == 0 ? Instruction(.elementInt, int(), 0, 20) : Instruction(.setElementInt, 0, 20, int())
        default: return random.next() % 3 == 0 ? Instruction(.andImmediate, 20, int(), 15) : Instruction(.move, 21, int())
        }
    }

    private static func program(_ seed: UInt64) -> Program {
        var random = Generator(state: seed)
        let negates = random.next() % 2 == 0
        let edges = [0, 1, -1, 2, -3, 100, Int.max, Int.min, Int.max - 5, 1 << 32, -(1 << 31), 12_345_678_901]
        let doubles = [0, -0.0, 1, -1.5, 1e300, -1e300, .infinity, 0.1, 3]
        var code: [Instruction] = []
        var constants = [1.5, -0.25, 1e10].map { Int(bitPattern: UInt(($0 as Double).bitPattern)) }
        func set(_ register: Int, _ word: Int) {
            code.append(Instruction(.constant, register, wide: constants.count))
            constants.append(word)
        }
        for register in 0 ... 9 { set(register, random.next() % 3 == 0 ? edges[Int(random.next() % UInt64(edges.count))] : Int.random(in: -1000 ... 1000, using: &random)) }
        for register in 10 ... 17 {
            let value = random.next() % 3 == 0 && !negates ? doubles[Int(random.next() % UInt64(doubles.count))] : Double.random(in: -10 ... 10, using: &random)
            set(register, Int(bitPattern: UInt(value.bitPattern)))
        }
        for register in 18 ... 21 { set(register, 0) }
        // Sixteen elements.
        code += [Instruction(.newArray, 0, 0, 0), Instruction(.integer, 22, wide: 0), Instruction(.integer, 23, wide: 16)]
        code += [Instruction(.appendInt, 0, 22), Instruction(.loopBelow, 22, 23, -2)]
        if random.next() % 3 == 0 { code.append(Instruction(.copyObject, 1, 0)) }
        code += [Instruction(.integer, 22, wide: 0), Instruction(.integer, 23, wide: 40)]
        let length = Int.random(in: 2 ... 20, using: &random)
        let isNested = random.next() % 4 == 0
        var body: [Instruction] = []
        for place in 0 ..< length { body.append(instruction(&random, left: length - place, negates: negates)) }
        if isNested {
            // Twice in each turn, counted in 21.
            body = [Instruction(.integer, 21, wide: 0)] + body.map { $0.opcode == .move && $0.a == 21 ? Instruction(.move, 0, 0) : $0 }
            body += [Instruction(.addImmediate, 21, 21, 1), Instruction(.jumpLessImmediate, 21, 2, -(length + 2))]
        }
        let end: [Opcode] = [.loopBelow, .loopThrough, .advanceImmediateWhileLess, .advanceImmediateWhileLessOrEqual]
        let last = end[Int(random.next() % 4)]
        let isStep = last == .advanceImmediateWhileLess || last == .advanceImmediateWhileLessOrEqual
        code += body + [isStep ? Instruction(last, 22, 23, 3, body.count + 1) : Instruction(last, 22, 23, -(body.count + 1))]
        for register in 1 ... 22 { code += [Instruction(.multiplyWrapping, 0, 0, 24), Instruction(.xor, 0, 0, register)] }
        for index in 0 ..< 16 {
            code += [Instruction(.integer, 20, wide: index), Instruction(.elementInt, 21, 0, 20), Instruction(.multiplyWrapping, 0, 0, 24), Instruction(.xor, 0, 0, 21)]
        }
        code.append(Instruction(.returnRaw, 0))
        code.insert(Instruction(.integer, 24, wide: 1_000_000_007), at: 0)
        var main = MachineTests.function("main", raws: 25, objects: 2, code)
        main.constants = constants
        return MachineTests.program([main])
    }

    private static func outcome(_ program: Program, translates: Bool) -> String {
        do { return "\(try Machine(depth: 10, translates: translates).run(program).word)" } catch { return "\(error)" }
    }

    @Test(arguments: 0 ..< 8) func sameAsInstructionByInstruction(_ part: Int) {
        var finished = 0
        for seed in 0 ..< 500 {
            let program = Self.program(UInt64(part * 500 + seed))
            let (translated, plain) = (Self.outcome(program, translates: true), Self.outcome(program, translates: false))
            #expect(translated == plain, "seed \(part * 500 + seed)")
            if Int(plain) != nil { finished += 1 }
        }
        // Not all of them trap.
        #expect(finished > 50)
    }
}
