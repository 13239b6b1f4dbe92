// A virtual machine and a tokenizer
enum Instruction: Equatable {
    case push(Int), add, mul, sub, dup, swap, pop
    case jump(Int), jumpIfZero(Int), load(String), store(String), print, halt
    init?(_ line: Substring) {
        let parts = line.split(separator: " ")
        guard let op = parts.first else { return nil }
        switch (op, parts.count > 1 ? String(parts[1]) : nil) {
        case ("push", let arg?): guard let n = Int(arg) else { return nil }; self = .push(n)
        case ("jmp", let arg?): guard let n = Int(arg) else { return nil }; self = .jump(n)
        case ("jz", let arg?) where Int(arg) != nil: self = .jumpIfZero(Int(arg)!)
        case ("load", .some(let v)): self = .load(v)
        case ("store", .some(let v)): self = .store(v)
        case ("add", nil): self = .add
        case ("mul", nil): self = .mul
        case ("sub", nil): self = .sub
        case ("dup", nil): self = .dup
        case ("print", nil): self = .print
        case ("halt", nil): self = .halt
        default: return nil
        }
    }
}
struct Machine {
    enum Fault: Error { case underflow(at: Int), unbound(String), stepLimit }
    private(set) var stack: [Int] = []
    private var vars: [String: Int] = [:]
    private(set) var output: [String] = []
    private var pc = 0
    let program: [Instruction]
    init(program: [Instruction]) { self.program = program }
    private mutating func pop() throws -> Int {
        guard let v = stack.popLast() else { throw Fault.underflow(at: pc) }
        return v
    }
    private mutating func binary(_ f: (Int, Int) -> Int) throws { let b = try pop(), a = try pop(); stack.append(f(a, b)) }
    mutating func run(limit: Int = 1_000) throws {
        var steps = 0
        while program.indices.contains(pc) {
            steps += 1
            if steps > limit { throw Fault.stepLimit }
            defer { pc += 1 }
            switch program[pc] {
            case .push(let n): stack.append(n)
            case .add: try binary(+)
            case .mul: try binary(*)
            case .sub: try binary(-)
            case .dup: let v = try pop(); stack += [v, v]
            case .swap: let b = try pop(), a = try pop(); stack += [b, a]
            case .pop: _ = try pop()
            case .jump(let t): pc = t - 1
            case .jumpIfZero(let t): if try pop() == 0 { pc = t - 1 }
            case .load(let v): guard let x = vars[v] else { throw Fault.unbound(v) }; stack.append(x)
            case .store(let v): vars[v] = try pop()
            case .print: output.append("\(try pop())")
            case .halt: return
            }
        }
    }
}
let source = """
push 5
store n
push 1
store acc
load n
jz 15
load acc
load n
mul
store acc
load n
push 1
sub
store n
jmp 4
load acc
print
halt
"""
let program = source.split(separator: "\n").compactMap(Instruction.init)
print(program.count, program.first!, program[5] == .jumpIfZero(15), program.last!)
var vm = Machine(program: program)
try vm.run()
print(vm.output, vm.stack)
for bad in [[Instruction.add], [.load("q")], [.jump(0)], [.push(1), .dup, .add, .print]] {
    var m = Machine(program: bad)
    do { try m.run(); print("ok", m.output) }
    catch Machine.Fault.underflow(let at) { print("underflow at", at) }
    catch let f as Machine.Fault { print("fault", f) }
}
struct Lexer: Sequence, IteratorProtocol {
    enum Token: Hashable, CustomStringConvertible { case number(Double), ident(String), symbol(Character)
        var description: String { switch self { case .number(let d): "N\(d)"; case .ident(let s): "I(\(s))"; case .symbol(let c): "'\(c)'" } } }
    private var rest: Substring
    init(_ s: String) { rest = s[...] }
    mutating func next() -> Token? {
        rest = rest.drop(while: \.isWhitespace)
        guard let c = rest.first else { return nil }
        func take(_ p: (Character) -> Bool) -> String { let t = rest.prefix(while: p); rest.removeFirst(t.count); return String(t) }
        if c.isNumber { return .number(Double(take { $0.isNumber || $0 == "." }) ?? .nan) }
        if c.isLetter || c == "_" { return .ident(take { $0.isLetter || $0.isNumber || $0 == "_" }) }
        return .symbol(rest.removeFirst())
    }
}
print(Array(Lexer("let x1 = 3.5 * (foo_bar+42)")))
print(Lexer("a b a").reduce(into: [:]) { $0[$1, default: 0] += 1 } == [.ident("a"): 2, .ident("b"): 1])
struct Parser {
    var tokens: [Lexer.Token]; var pos = 0
    init(_ s: String) { tokens = Array(Lexer(s)) }
    var peek: Lexer.Token? { pos < tokens.count ? tokens[pos] : nil }
    mutating func advance() -> Lexer.Token? { defer { pos += 1 }; return peek }
    mutating func expression(_ minPrec: Int = 0) -> Double? {
        guard var lhs = primary() else { return nil }
        while case .symbol(let op)? = peek, let prec = ["+": 1, "-": 1, "*": 2, "/": 2][op], prec > minPrec {
            _ = advance()
            guard let rhs = expression(prec) else { return nil }
            switch op { case "+": lhs += rhs; case "-": lhs -= rhs; case "*": lhs *= rhs; default: lhs /= rhs }
        }
        return lhs
    }
    mutating func primary() -> Double? {
        switch advance() {
        case .number(let d)?: return d
        case .symbol("-")?: return primary().map { -$0 }
        case .symbol("(")?:
            let v = expression()
            guard case .symbol(")")? = advance() else { return nil }
            return v
        default: return nil
        }
    }
}
for s in ["1 + 2 * 3", "(1 + 2) * 3", "2 * (3 + 4) - 10 / 4", "-3 + 5", "1 +", "10 - 3 - 2", "((2))", "(1"] {
    var p = Parser(s)
    print(s, "=", p.expression().map { "\($0)" } ?? "error")
}
// expect: 18 push(5) true halt
// expect: ["120"] []
// expect: underflow at 0
// expect: fault unbound("q")
// expect: fault stepLimit
// expect: ok ["2"]
// expect: [I(let), I(x1), '=', N3.5, '*', '(', I(foo_bar), '+', N42.0, ')']
// expect: true
// expect: 1 + 2 * 3 = 7.0
// expect: (1 + 2) * 3 = 9.0
// expect: 2 * (3 + 4) - 10 / 4 = 11.5
// expect: -3 + 5 = 2.0
// expect: 1 + = error
// expect: 10 - 3 - 2 = 5.0
// expect: ((2)) = 2.0
// expect: (1 = error
