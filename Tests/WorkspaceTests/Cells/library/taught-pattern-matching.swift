enum Shape { case circle(r: Double), rect(w: Double, h: Double), poly([(Double, Double)]), named(String, [Int]?) }
func f(_ s: Shape) -> String {
    switch s {
    case .circle(let r) where r > 10: return "big"
    case .circle(r: 0): return "dot"
    case let .circle(r): return "circle \(r)"
    case .rect(let w, let h) where w == h: return "square \(w)"
    case .rect(w: 1...5, h: _): return "thin"
    case .rect: return "rect"
    case .poly(let ps) where ps.isEmpty: return "empty"
    case .poly(let ps): return "poly \(ps.count) \(ps[0].0)"
    case .named("x", nil): return "x nil"
    case .named(let n, let xs?) where xs.contains(0): return "\(n) has 0"
    case .named(let n, .some(let xs)): return "\(n) \(xs)"
    case .named(_, .none): return "none"
    }
}
for s: Shape in [.circle(r: 11), .circle(r: 0), .circle(r: 2), .rect(w: 2, h: 2), .rect(w: 3, h: 9), .rect(w: 9, h: 1), .poly([]), .poly([(1, 2), (3, 4)]), .named("x", nil), .named("y", [0]), .named("z", [1]), .named("w", nil)] { print(f(s), terminator: "; ") }
print()
func classify(_ n: Int) -> String { switch n { case Int.min..<0: "neg"; case 0: "zero"; case 1, 3, 5, 7, 9: "small odd"; case 2...10: "small even-ish"; case let x where x.isMultiple(of: 100): "hundreds"; case 11...: "large"; default: "?" } }
print([-5, 0, 3, 4, 300, 12].map(classify))
func fizz(_ i: Int) -> String { switch (i % 3, i % 5) { case (0, 0): return "FizzBuzz"; case (0, _): return "Fizz"; case (_, 0): return "Buzz"; default: return String(i) } }
print((1...15).map(fizz).joined(separator: " "))
let point = (1, -1)
switch point { case let (x, y) where x == y: print("diag"); case let (x, y) where x == -y: print("anti", x, y); case (_, 0), (0, _): print("axis"); case (let x, _): print(x) }
switch "hello" { case "a"..."g": print("a-g"); case "h"...: print("h-"); default: print("?") }
let c: Character = "e"; switch c { case "a", "e", "i", "o", "u": print("vowel"); case "a"..."z": print("cons"); default: break }
let o: Int?? = .some(nil); switch o { case .none: print("none"); case .some(.none): print("some none"); case .some(.some(let x)): print(x) }
let arr: [Int?] = [1, nil, 3]; for case let x? in arr { print(x, terminator: " ") }; for case .some(let x) in arr where x > 1 { print(x) }
for case let (i, v?) in arr.enumerated() { print(i, v, terminator: ", ") }; print()
if case 1...5 = 3, case let (a, b) = (1, 2), a < b { print("ok", a, b) }
guard case .rect(let w, _) = Shape.rect(w: 4, h: 5) else { fatalError() }; print(w)
var stack: [Character] = []; let bal = "{[()]}(".allSatisfy { ch in switch ch { case "(", "[", "{": stack.append(ch); return true; case ")": return stack.popLast() == "("; case "]": return stack.popLast() == "["; case "}": return stack.popLast() == "{"; default: return true } } && stack.isEmpty
print(bal, stack)
struct Regex1 { let test: (String) -> Bool }; func ~= (p: Regex1, s: String) -> Bool { p.test(s) }
switch "abc123" { case Regex1 { $0.allSatisfy(\.isNumber) }: print("num"); case Regex1 { $0.contains(where: \.isNumber) }: print("mixed"); default: print("alpha") }
var n = 3; repeat { switch n { case 3: print("three", terminator: " "); fallthrough; case 2: print("two", terminator: " "); default: print("other", terminator: " ") }; n -= 1 } while n > 0; print()
let v = switch n { case 0: "zero"; case 1: "one"; default: "many" }; let w2 = if n == 0 { "z" } else { "nz" }; print(v, w2)
indirect enum E { case num(Int), add(E, E), mul(E, E), neg(E) }
func simp(_ e: E) -> E { switch e { case .add(.num(0), let x), .add(let x, .num(0)): return simp(x); case .mul(.num(1), let x), .mul(let x, .num(1)): return simp(x); case .mul(.num(0), _), .mul(_, .num(0)): return .num(0); case .neg(.neg(let x)): return simp(x); case .add(.num(let a), .num(let b)): return .num(a + b); default: return e } }
print(simp(.add(.num(0), .mul(.num(1), .num(7)))), simp(.neg(.neg(.num(3)))), simp(.add(.num(2), .num(3))))
// expect: big; dot; circle 2.0; square 2.0; thin; rect; empty; poly 2 1.0; x nil; y has 0; z [1]; none;
// expect: ["neg", "zero", "small odd", "small even-ish", "hundreds", "large"]
// expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
// expect: anti 1 -1
// expect: h-
// expect: vowel
// expect: some none
// expect: 1 3 3
// expect: 0 1, 2 3,
// expect: ok 1 2
// expect: 4.0
// expect: false ["("]
// expect: mixed
// expect: three two two other
// expect: zero z
// expect: num(7) num(3) num(5)
