// Tokenizer, recursive-descent parser and evaluator
enum Token: Equatable, CustomStringConvertible {
    case number(Double), identifier(String), op(Character), leftParen, rightParen, comma
    var description: String {
        switch self {
        case .number(let n): return "num(\(n))"
        case let .identifier(name): return "id(\(name))"
        case .op(let c): return "op(\(c))"
        case .leftParen: return "("
        case .rightParen: return ")"
        case .comma: return ","
        }
    }
}
enum ParseError: Error, Equatable { case unexpected(Character, at: Int), unexpectedEnd, unexpectedToken(Token), unknown(name: String) }
struct Lexer {
    let characters: [Character]
    var position = 0
    init(_ text: String) { characters = Array(text) }
    mutating func tokens() throws -> [Token] {
        var result: [Token] = []
        while position < characters.count {
            let c = characters[position]
            switch c {
            case " ", "\t": position += 1
            case "0"..."9", ".":
                let start = position
                while position < characters.count, characters[position].isNumber || characters[position] == "." { position += 1 }
                result.append(.number(Double(String(characters[start..<position]))!))
            case _ where c.isLetter:
                var name = ""
                repeat { name.append(characters[position]); position += 1 } while position < characters.count && characters[position].isLetter
                result.append(.identifier(name))
            case "+", "-", "*", "/", "^": result.append(.op(c)); position += 1
            case "(": result.append(.leftParen); position += 1
            case ")": result.append(.rightParen); position += 1
            case ",": result.append(.comma); position += 1
            default: throw ParseError.unexpected(c, at: position)
            }
        }
        return result
    }
}
indirect enum Expr: CustomStringConvertible {
    case value(Double)
    case variable(String)
    case negate(Expr)
    case binary(Character, Expr, Expr)
    case call(name: String, arguments: [Expr])
    var description: String {
        switch self {
        case .value(let v) where v == v.rounded() && v.magnitude < 1e9: return String(Int(v))
        case .value(let v): return "\(v)"
        case .variable(let n): return n
        case .negate(let e): return "-\(e)"
        case .binary(let o, let l, let r): return "(\(l) \(o) \(r))"
        case let .call(name, args): return name + "(" + args.map(\.description).joined(separator: ", ") + ")"
        }
    }
    func evaluate(_ scope: [String: Double] = [:]) throws -> Double {
        switch self {
        case .value(let v): return v
        case .variable(let name):
            guard let v = scope[name] else { throw ParseError.unknown(name: name) }
            return v
        case .negate(let e): return try -e.evaluate(scope)
        case .binary(let op, let l, let r):
            let (a, b) = (try l.evaluate(scope), try r.evaluate(scope))
            return switch op { case "+": a + b
                case "-": a - b
                case "*": a * b
                case "/": a / b
                default: power(a, Int(b)) }
        case .call("max", let args): return try args.map { try $0.evaluate(scope) }.max() ?? .nan
        case .call("sqrt", let args) where args.count == 1: return try args[0].evaluate(scope).squareRoot()
        case .call(let name, _): throw ParseError.unknown(name: name)
        }
    }
}
func power(_ a: Double, _ n: Int) -> Double { n == 0 ? 1 : n < 0 ? 1 / power(a, -n) : (0..<n).reduce(1) { r, _ in r * a } }
struct Parser {
    var tokens: ArraySlice<Token>
    static let precedence: [Character: (Int, rightAssociative: Bool)] = ["+": (1, false), "-": (1, false), "*": (2, false), "/": (2, false), "^": (4, true)]
    mutating func expression(_ minimum: Int = 0) throws -> Expr {
        var left = try primary()
        while case .op(let c)? = tokens.first, let (p, right) = Parser.precedence[c], p >= minimum {
            tokens.removeFirst()
            left = .binary(c, left, try expression(right ? p : p + 1))
        }
        return left
    }
    mutating func primary() throws -> Expr {
        guard let token = tokens.popFirst() else { throw ParseError.unexpectedEnd }
        switch token {
        case .number(let v): return .value(v)
        case .op("-"): return .negate(try expression(3))
        case .leftParen:
            let inner = try expression()
            guard tokens.popFirst() == .rightParen else { throw ParseError.unexpectedEnd }
            return inner
        case .identifier(let name):
            guard tokens.first == .leftParen else { return .variable(name) }
            tokens.removeFirst()
            var arguments = [Expr]()
            while let next = tokens.first, next != .rightParen {
                arguments.append(try expression())
                if tokens.first == .comma { tokens.removeFirst() }
            }
            _ = tokens.popFirst()
            return .call(name: name, arguments: arguments)
        case let other: throw ParseError.unexpectedToken(other)
        }
    }
}
func parse(_ text: String) throws -> Expr {
    var lexer = Lexer(text)
    var parser = Parser(tokens: try lexer.tokens()[...])
    let e = try parser.expression()
    if let extra = parser.tokens.first { throw ParseError.unexpectedToken(extra) }
    return e
}
for text in ["1 + 2 * 3", "2 ^ 3 ^ 2", "-x ^ 2", "(1 + 2) * -3.5", "max(1, x, sqrt(16))", "1 +", "2 $ 3", "y", "1 2", ")", "8 / 4 / 2"] {
    do {
        let tree = try parse(text)
        print(text, "=>", tree, "=", try tree.evaluate(["x": 3]))
    } catch ParseError.unexpected(let c, at: let i) { print("bad '\(c)' at \(i)")
    } catch let e as ParseError where e == .unexpectedEnd { print("too short")
    } catch { print(text, "failed:", error) }
}
print((try? parse("1+1")) as Any, try! parse("f()"))
// expect: 1 + 2 * 3 => (1 + (2 * 3)) = 7.0
// expect: 2 ^ 3 ^ 2 => (2 ^ (3 ^ 2)) = 512.0
// expect: -x ^ 2 => -(x ^ 2) = -9.0
// expect: (1 + 2) * -3.5 => ((1 + 2) * -3.5) = -10.5
// expect: max(1, x, sqrt(16)) => max(1, x, sqrt(16)) = 4.0
// expect: too short
// expect: bad '$' at 2
// expect: y failed: unknown(name: "y")
// expect: 1 2 failed: unexpectedToken(num(2.0))
// expect: ) failed: unexpectedToken())
// expect: 8 / 4 / 2 => ((8 / 4) / 2) = 1.0
// expect: Optional((1 + 1)) f()
