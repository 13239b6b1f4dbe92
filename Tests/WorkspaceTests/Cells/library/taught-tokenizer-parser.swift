enum Token: Equatable { case number(Double), op(Character), lparen, rparen, ident(String) }
struct Lexer {
    enum Failure: Error, Equatable { case unexpected(Character, at: Int) }
    let chars: [Character]
    var pos = 0
    init(_ s: String) { chars = Array(s) }
    mutating func tokens() throws -> [Token] {
        var out = [Token]()
        while pos < chars.count {
            let c = chars[pos]
            switch c {
            case " ", "\t": pos += 1
            case "0"..."9", ".":
                let start = pos
                while pos < chars.count, chars[pos].isNumber || chars[pos] == "." { pos += 1 }
                out.append(.number(Double(String(chars[start..<pos])) ?? .nan))
            case "+", "-", "*", "/", "^": out.append(.op(c)); pos += 1
            case "(": out.append(.lparen); pos += 1
            case ")": out.append(.rparen); pos += 1
            case _ where c.isLetter:
                var name = ""
                repeat { name.append(chars[pos]); pos += 1 } while pos < chars.count && chars[pos].isLetter
                out.append(.ident(name))
            default: throw Failure.unexpected(c, at: pos)
            }
        }
        return out
    }
}
indirect enum Expr: CustomStringConvertible {
    case number(Double), variable(String)
    case unary(Character, Expr)
    case binary(Expr, Character, Expr)
    var description: String {
        switch self {
        case .number(let n): return n == n.rounded() ? String(Int(n)) : "\(n)"
        case .variable(let v): return v
        case .unary(let op, let e): return "(\(op)\(e))"
        case let .binary(l, op, r): return "(\(l) \(op) \(r))"
        }
    }
    func evaluate(_ env: [String: Double] = [:]) throws -> Double {
        switch self {
        case .number(let n): return n
        case .variable(let v):
            guard let x = env[v] else { throw EvalError.unbound(v) }
            return x
        case .unary(_, let e): return -(try e.evaluate(env))
        case .binary(let l, let op, let r):
            let (a, b) = (try l.evaluate(env), try r.evaluate(env))
            switch op {
            case "+": return a + b
            case "-": return a - b
            case "*": return a * b
            case "/": if b == 0 { throw EvalError.divisionByZero }; return a / b
            default:
                var r = 1.0
                for _ in 0..<Int(b) { r *= a }
                return r
            }
        }
    }
}
enum EvalError: Error { case unbound(String), divisionByZero, syntax(String) }
struct Parser {
    private var tokens: ArraySlice<Token>
    init(_ t: [Token]) { tokens = t[...] }
    private func precedence(_ t: Token?) -> (Int, Bool)? {
        guard case .op(let c)? = t else { return nil }
        switch c { case "+", "-": return (1, false); case "*", "/": return (2, false); default: return (3, true) }
    }
    mutating func parse(_ minimum: Int = 0) throws -> Expr {
        var lhs = try primary()
        while let (p, right) = precedence(tokens.first), p >= minimum, case .op(let c)? = tokens.popFirst() {
            lhs = .binary(lhs, c, try parse(right ? p : p + 1))
        }
        return lhs
    }
    private mutating func primary() throws -> Expr {
        guard let t = tokens.popFirst() else { throw EvalError.syntax("unexpected end") }
        switch t {
        case .number(let n): return .number(n)
        case .ident(let s): return .variable(s)
        case .op("-"): return .unary("-", try primary())
        case .lparen:
            let e = try parse()
            guard tokens.popFirst() == .rparen else { throw EvalError.syntax("expected )") }
            return e
        case .rparen, .op: throw EvalError.syntax("unexpected \(t)")
        }
    }
}
for src in ["1 + 2 * 3", "(1+2)*-x", "2^3^2", "8/4/2", "1 / (x - 4)", "3 $ 4", "(1", "y", "*", "1.5 + .5"] {
    do {
        var lexer = Lexer(src)
        var p = Parser(try lexer.tokens())
        let e = try p.parse()
        print(src, "=>", e, "=", try e.evaluate(["x": 4]))
    } catch let e as Lexer.Failure { print(src, "lex:", e)
    } catch EvalError.unbound(let n) { print("unbound \(n)")
    } catch { print(src, "error:", error) }
}
// expect: 1 + 2 * 3 => (1 + (2 * 3)) = 7.0
// expect: (1+2)*-x => ((1 + 2) * (-x)) = -12.0
// expect: 2^3^2 => (2 ^ (3 ^ 2)) = 512.0
// expect: 8/4/2 => ((8 / 4) / 2) = 1.0
// expect: 1 / (x - 4) error: divisionByZero
// expect: 3 $ 4 lex: unexpected("$", at: 2)
// expect: (1 error: syntax("expected )")
// expect: unbound y
// expect: * error: syntax("unexpected op(\"*\")")
// expect: 1.5 + .5 => (1.5 + 0.5) = 2.0
