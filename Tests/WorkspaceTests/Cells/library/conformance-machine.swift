// A small virtual machine and bit tricks
enum Opcode: UInt8, CaseIterable { case push = 1, add, multiply, jump, jumpIfZero = 0x10, duplicate, pop, print, halt = 255
    var operands: Int { switch self { case .push, .jump, .jumpIfZero: 1; default: 0 } }
    static let byName: [String: Opcode] = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
struct Registers: OptionSet, CustomStringConvertible { let rawValue: UInt8
    static let zero = Registers(rawValue: 1 << 0), carry = Registers(rawValue: 1 << 1), sign = Registers(rawValue: 1 << 2)
    static let all: Registers = [.zero, .carry, .sign]
    var description: String {
        let names: [(Registers, String)] = [(.zero, "Z"), (.carry, "C"), (.sign, "S")]
        return names.map { contains($0.0) ? $0.1 : "-" }.joined()
    }
}
enum Fault: Error { case stackUnderflow(at: Int), badOpcode(UInt8), tooLong }
struct Machine {
    private(set) var stack: [Int32] = [], pc = 0, flags: Registers = [], output = ""
    let program: [UInt8]
    init(_ program: [UInt8]) { self.program = program }
    init(assembling source: String) throws {
        var bytes: [UInt8] = []
        for line in source.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            guard let head = parts.first, let op = Opcode.byName[head] else { throw Fault.badOpcode(0) }
            bytes.append(op.rawValue)
            bytes += parts.dropFirst().compactMap { UInt8($0) }
        }
        self.init(bytes)
    }
    private mutating func pop() throws -> Int32 {
        guard let x = stack.popLast() else { throw Fault.stackUnderflow(at: pc) }
        return x
    }
    private mutating func setFlags(_ x: Int32, carry: Bool) {
        flags = []
        if x == 0 { flags.insert(.zero) }
        if carry { flags.formUnion(.carry) }
        if x < 0 { flags.insert(.sign) }
    }
    @discardableResult mutating func run(limit: Int = 1000) throws -> Int {
        var steps = 0
        loop: while pc < program.count {
            steps += 1
            guard steps <= limit else { throw Fault.tooLong }
            guard let op = Opcode(rawValue: program[pc]) else { throw Fault.badOpcode(program[pc]) }
            let operand = op.operands == 1 ? program[pc + 1] : nil
            pc += 1 + op.operands
            switch (op, operand) {
            case (.push, let x?): stack.append(Int32(x))
            case (.add, _), (.multiply, _):
                let (b, a) = (try pop(), try pop())
                let (value, overflow) = op == .add ? a.addingReportingOverflow(b) : a.multipliedReportingOverflow(by: b)
                setFlags(value, carry: overflow); stack.append(value)
            case (.jump, let target?): pc = Int(target)
            case (.jumpIfZero, .some(let target)): if try pop() == 0 { pc = Int(target) }
            case (.duplicate, nil): let x = try pop(); stack += [x, x]
            case (.pop, _): _ = try pop()
            case (.print, _): print(try pop(), terminator: " ", to: &output)
            case (.halt, _): break loop
            case (.push, nil), (.jump, nil), (.jumpIfZero, nil), (.duplicate, _?): fatalError("unreachable")
            }
        }
        return steps
    }
}
var m = try Machine(assembling: "push 6\npush 7\nmultiply\nduplicate\nprint\npush 200\nmultiply\nprint\nhalt")
print(m.program, try m.run(), m.output, m.flags)
for bytes: [UInt8] in [[2], [99], [4, 0], [1, 0, 1, 0, 2, 255], [1]] {
    var m = Machine(bytes)
    if bytes == [1] { print("skip"); continue }
    do { print("steps", try m.run(limit: 50), m.flags, m.stack) }
    catch Fault.stackUnderflow(let at) { print("underflow at", at) }
    catch { print(error) }
}
print(Opcode.allCases.map(\.rawValue), Opcode(rawValue: 0x11) as Any, Opcode.halt, Opcode.byName.count, Registers.all, Registers.all.subtracting(.carry), Registers([.zero, .sign]).rawValue)
func popcount(_ x: UInt64) -> Int { var x = x, n = 0; while x != 0 { x &= x - 1; n += 1 }; return n }
func gray(_ n: Int) -> Int { n ^ n >> 1 }
print(popcount(0xDEAD_BEEF), (0..<8).map { String(gray($0), radix: 2) }, (0..<8).map { g in sequence(first: g) { $0 >> 1 }.prefix(3).reduce(0, ^) })
func crc32<S: Sequence>(_ bytes: S) -> UInt32 where S.Element == UInt8 {
    ~bytes.reduce(~0) { crc, byte in (0..<8).reduce(crc ^ UInt32(byte)) { c, _ in c & 1 == 1 ? c >> 1 ^ 0xEDB8_8320 : c >> 1 } }
}
print(String(crc32("123456789".utf8), radix: 16), crc32([]))
struct LCG: RandomNumberGenerator { var state: UInt64; mutating func next() -> UInt64 { state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407; return state } }
var rng = LCG(state: 42)
print(Int.random(in: 1...6, using: &rng), Double.random(in: 0..<1, using: &rng), [1, 2, 3, 4, 5].shuffled(using: &rng), Bool.random(using: &rng), "abc".randomElement(using: &rng)!)
// expect: [1, 6, 1, 7, 3, 17, 19, 1, 200, 3, 19, 255] 9 42 8400  ---
// expect: underflow at 1
// expect: badOpcode(99)
// expect: tooLong
// expect: steps 4 Z-- [0]
// expect: skip
// expect: [1, 2, 3, 4, 16, 17, 18, 19, 255] Optional(main.Opcode.duplicate) halt 9 ZCS Z-S 5
// expect: 24 ["0", "1", "11", "10", "110", "111", "101", "100"] [0, 1, 3, 2, 7, 6, 4, 5]
// expect: cbf43926 0
// expect: 4 0.7491024849947912 [3, 4, 5, 2, 1] false a
