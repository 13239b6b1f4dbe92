import Foundation
// Statements: labels, switch patterns, guards, defers, expressions
outer: for i in 1...4 { for j in 1...4 { if j == 3 { continue outer }; if i == 3 { break outer }; print(i, j, terminator: "; ") } }; print()
// expect: 1 1; 1 2; 2 1; 2 2;
var k = 0; repeat { k += 3 } while k < 10; print(k); while true { k -= 1; if k % 5 == 0 { break } }; print(k)
// expect: 12
// expect: 10
scan: do { if k == 5 || k == 10 { print("leave"); break scan }; print("not here") } // expect: leave
cond: if k > 0 { for q in 0... { if q > 3 { break cond } }; print("no") }; sw: switch k { case 0...: for q in 0... where q > 2 { print(q); break sw }; default: break }
// expect: 3
for (i, x) in [10, 20, 30].enumerated() where i != 1 { print(i, x, terminator: " ") }; for case let (a, 1) in [(1, 1), (2, 2), (3, 1)] { print(a, terminator: " ") }; for case .some(let x) in [1, nil, 2] as [Int?] { print(x, terminator: " ") }; for x in [1, nil] as [Int?] { print(x as Any, terminator: " ") }; print()
// expect: 0 10 2 30 1 3 1 2 Optional(1) nil
func classify(_ n: Int) -> String { switch n { case Int.min..<0: return "neg"; case 0: return "zero"; case 1, 2, 3: return "small"; case let x where x % 2 == 0: return "even \(x)"; case 5...: return "odd"; default: return "?" } }
print([-5, 0, 2, 8, 9].map(classify)) // expect: ["neg", "zero", "small", "even 8", "odd"]
func f(_ t: (Int, String?)) -> String { switch t { case (0, nil): "zero nil"; case (0, let s?): "zero \(s)"; case (1..., "x"): "x"; case let (n, s) where n < 0: "neg \(n) \(s ?? "-")"; case (_, .none): "none"; case (_, .some): "some" } }
print(f((0, nil)), f((0, "a")), f((5, "x")), f((-1, nil)), f((2, nil)), f((2, "q")))
// expect: zero nil zero a x neg -1 - none some
enum Tok: Equatable { case num(Double), op(Character), paren(open: Bool), end }
func lex(_ s: String) -> [Tok] { var out: [Tok] = [], i = s.startIndex
    while i < s.endIndex { let c = s[i]
        switch c {
        case " ": break
        case "0"..."9", ".": var j = i; while j < s.endIndex, s[j].isNumber || s[j] == "." { j = s.index(after: j) }; out.append(.num(Double(s[i..<j])!)); i = j; continue
        case "+", "-", "*", "/", "^": out.append(.op(c))
        case "(", ")": out.append(.paren(open: c == "("))
        default: fatalError("bad \(c)")
        }
        i = s.index(after: i) }
    return out + [.end] }
struct Parser { var toks: [Tok], pos = 0; init(_ s: String) { toks = lex(s) }
    var peek: Tok { toks[pos] }; mutating func next() -> Tok { defer { pos += 1 }; return toks[pos] }
    mutating func expr() -> Double { var v = term(); while case .op(let o) = peek, o == "+" || o == "-" { _ = next(); let r = term(); v = o == "+" ? v + r : v - r }; return v }
    mutating func term() -> Double { var v = factor(); while case let .op(o) = peek, "*/".contains(o) { _ = next(); let r = factor(); if o == "*" { v *= r } else { v /= r } }; return v }
    mutating func factor() -> Double { let b = unary(); if peek == .op("^") { _ = next(); return pow(b, factor()) }; return b }
    mutating func unary() -> Double { switch next() { case .num(let d): return d; case .op("-"): return -unary(); case .paren(open: true): let v = expr(); guard case .paren(open: false) = next() else { fatalError("expected )") }; return v; case let t: fatalError("unexpected \(t)") } } }
for e in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 + 10 / 4", "2 * (3 - (4 - 5))", "1.5*2"] { var p = Parser(e); print(e, "=", p.expr()) }
// expect: 1 + 2 * 3 = 7.0
// expect: (1 + 2) * 3 = 9.0
// expect: 2 ^ 3 ^ 2 = 512.0
// expect: -4 + 10 / 4 = -1.5
// expect: 2 * (3 - (4 - 5)) = 8.0
// expect: 1.5*2 = 3.0
func order() -> [String] { var log: [String] = []; do { defer { log.append("d1") }; defer { log.append("d2") }; log.append("body"); for i in 0..<2 { defer { log.append("l\(i)") }; if i == 0 { continue }; log.append("i\(i)") } }; return log }; print(order())
// expect: ["body", "l0", "i1", "l1", "d2", "d1"]
func g(_ x: Int?) -> String { guard let x, x > 0 else { return "no" }; guard case 1...9 = x else { return "big" }; if case 5 = x { return "five" }; return "ok \(x)" }; print(g(nil), g(-1), g(50), g(5), g(3))
// expect: no no big five ok 3
let grade = { (s: Int) -> Character in switch s { case 90...: "A"; case 80..<90: "B"; case 70..<80: "C"; default: "F" } }; print([95, 85, 72, 10].map(grade))
// expect: ["A", "B", "C", "F"]
let sign = if k > 0 { 1 } else if k < 0 { -1 } else { 0 }; let desc: String = switch (sign, k) { case (1, let v): "pos \(v)"; case (0, _): "z"; default: "neg" }; print(sign, desc)
// expect: 1 pos 10
func ret(_ n: Int) -> Int { if n > 0 { n * 2 } else { -n } }; var cp: String { switch k { case 0: "zero"; default: if k > 3 { "many" } else { "few" } } }; print(ret(3), ret(-3), cp)
// expect: 6 3 many
var (lo, hi, steps) = (0, 1000, 0); while lo < hi { let mid = lo + (hi - lo) / 2; steps += 1; if mid * mid < 5000 { lo = mid + 1 } else { hi = mid } }; print(lo, steps)
// expect: 71 10
struct Pat { let r: ClosedRange<Int> }; func ~= (p: Pat, v: Int) -> Bool { p.r.contains(v) }; func ~= (p: String, v: Int) -> Bool { String(v) == p }; func ~= (f: (Int) -> Bool, v: Int) -> Bool { f(v) }
func isEven(_ n: Int) -> Bool { n % 2 == 0 }
for v in [3, 42, 8, 7] { switch v { case Pat(r: 1...5): print("pat", terminator: " "); case "42": print("str", terminator: " "); case isEven: print("even", terminator: " "); default: print("none", terminator: " ") } }; print()
// expect: pat str even none
switch ("a", 3, 2.5, true) { case ("b", _, _, _): print(1); case (_, 3, 2...3, false): print(2); case let (s, n, d, true) where n > 2: print(s, n, d); default: print(4) }
// expect: a 3 2.5
let any: Any = [1, 2, 3]; switch any { case is String: print("s"); case let a as [String]: print(a); case let a as [Int] where a.count > 5: print("long"); case let a as [Int]: print("ints", a.reduce(0, +)); default: print("?") }
// expect: ints 6
if let a = Int("1"), case let b = a + 1, b == 2, let c = Int("x") ?? Int("3"), a + b == c { print("chain", a, b, c) }; if 5 > 3, !(2 > 3) { print("comma") }; if case (1, let q)? = Optional((1, 2)) { print(q) }; if case let .num(d)? = lex("7").first { print(d) }
// expect: chain 1 2 3
// expect: comma
// expect: 2
// expect: 7.0
var it = [1, 2, 3].makeIterator(), sum = 0; while let x = it.next() { if x == 2 { continue }; sum += x }; print(sum); var stack = [3, 2, 1]; while case let top? = stack.popLast(), top < 3 { print(top, terminator: ",") }; print(stack)
// expect: 4
// expect: 1,2,[]
var fizz: [String] = []; for i in 1...15 { switch (i % 3, i % 5) { case (0, 0): fizz.append("FizzBuzz"); case (0, _): fizz.append("Fizz"); case (_, 0): fizz.append("Buzz"); default: fizz.append("\(i)") } }; print(fizz.joined(separator: " "))
// expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
let x = 5; switch x { case 1: print("1"); case 5: print("5"); fallthrough; case 6: print("6"); fallthrough; default: print("d") }; switch x { case ..<5: print("lt"); case 5: break; case 6...: print("gt"); default: break }; _ = x; func unused() -> Int { 3 }; _ = unused()
// expect: 5
// expect: 6
// expect: d
