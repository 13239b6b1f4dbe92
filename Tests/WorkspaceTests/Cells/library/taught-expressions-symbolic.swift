// Expression tree with indirect enum, operators, patterns
indirect enum Expr: Equatable, CustomStringConvertible {
    case number(Double)
    case variable(String)
    case unary(Character, Expr)
    case binary(Expr, Op, Expr)
    enum Op: Character, CaseIterable {
        case add = "+", sub = "-", mul = "*", div = "/", pow = "^"
        var precedence: Int {
            switch self {
            case .add, .sub: return 1
            case .mul, .div: return 2
            case .pow: return 3
            }
        }
    }
    var description: String {
        switch self {
        case .number(let n) where n == n.rounded(): return String(Int(n))
        case .number(let n): return "\(n)"
        case .variable(let v): return v
        case let .unary(op, e): return "\(op)(\(e))"
        case .binary(let l, let op, let r):
            func wrap(_ e: Expr) -> String {
                if case .binary(_, let inner, _) = e, inner.precedence < op.precedence { return "(\(e))" }
                return "\(e)"
            }
            return wrap(l) + " \(op.rawValue) " + wrap(r)
        }
    }
}
extension Expr: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(stringLiteral value: String) { self = .variable(value) }
}
func + (a: Expr, b: Expr) -> Expr { .binary(a, .add, b) }
func * (a: Expr, b: Expr) -> Expr { .binary(a, .mul, b) }
prefix func - (a: Expr) -> Expr { .unary("-", a) }
precedencegroup PowerPrecedence { higherThan: MultiplicationPrecedence associativity: right }
infix operator ** : PowerPrecedence
func ** (a: Expr, b: Expr) -> Expr { .binary(a, .pow, b) }

enum EvalError: Error { case unbound(String), divisionByZero }
extension Expr {
    func evaluate(_ env: [String: Double] = [:]) throws -> Double {
        switch self {
        case .number(let n): return n
        case .variable(let v):
            guard let x = env[v] else { throw EvalError.unbound(v) }
            return x
        case .unary("-", let e): return try -e.evaluate(env)
        case .unary: fatalError()
        case .binary(let l, .add, let r): return try l.evaluate(env) + r.evaluate(env)
        case .binary(let l, .sub, let r): return try l.evaluate(env) - r.evaluate(env)
        case .binary(let l, .mul, let r): return try l.evaluate(env) * r.evaluate(env)
        case .binary(let l, .div, let r):
            let d = try r.evaluate(env)
            if d == 0 { throw EvalError.divisionByZero }
            return try l.evaluate(env) / d
        case .binary(let l, .pow, let r):
            let (b, e) = (try l.evaluate(env), try r.evaluate(env))
            return (0..<Int(e)).reduce(1) { acc, _ in acc * b }
        }
    }
    var simplified: Expr {
        switch self {
        case .binary(let l, let op, let r):
            switch (l.simplified, op, r.simplified) {
            case (.number(0), .add, let x), (let x, .add, .number(0)): return x
            case (.number(0), .mul, _), (_, .mul, .number(0)): return 0
            case (.number(1), .mul, let x), (let x, .mul, .number(1)): return x
            case (.number(let a), .add, .number(let b)): return .number(a + b)
            case (.number(let a), .mul, .number(let b)): return .number(a * b)
            case let (a, o, b): return .binary(a, o, b)
            }
        case .unary("-", .number(let n)): return .number(-n)
        default: return self
        }
    }
}
let e: Expr = "x" * 2 + 3 * ("y" + 0) * 1
print(e)
print(e.simplified)
print((2.5 + "x" ** 2 ** 1) as Expr)
print(try e.evaluate(["x": 4, "y": 0.5]))
for env in [["x": 1.0], ["y": 2, "x": 3]] {
    do { print(try e.evaluate(env)) } catch EvalError.unbound(let n) { print("no", n) }
}
print((try? Expr.binary(1, .div, 0).evaluate()) as Any)
print(-("z" as Expr), Expr.Op(rawValue: "^")!, Expr.Op.allCases.map(\.precedence))
print(e == e.simplified, Expr.number(2) == 2)
dump(Expr.binary(1, .sub, "q"))
// expect: x * 2 + 3 * (y + 0) * 1
// expect: x * 2 + 3 * y
// expect: 2.5 + x ^ 2 ^ 1
// expect: 9.5
// expect: no y
// expect: 12.0
// expect: nil
// expect: -(z) pow [1, 1, 2, 2, 3]
// expect: false true
// expect: ▿ 1 - q
// expect:   ▿ binary: (3 elements)
// expect:     ▿ .0: 1
// expect:       - number: 1.0
// expect:     - .1: main.Expr.Op.sub
// expect:     ▿ .2: q
// expect:       - variable: "q"
