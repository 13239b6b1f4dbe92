// loops, labels, patterns, defer
outer: for i in 1...5 {
    for j in 1...5 {
        if j == 3 { continue outer }
        if i == 4 { break outer }
        print(i * j, terminator: " ")
    }
}
print()
var n = 27, steps = 0
loop: repeat {
    switch n {
    case 1: break loop
    case let x where x.isMultiple(of: 2): n = x / 2
    default: n = 3 * n + 1
    }
    steps += 1
} while true
print(steps)
func classify(_ v: Any) -> String {
    switch v {
    case 0 as Int: return "zero int"
    case 0.0 as Double: return "zero double"
    case let i as Int where i < 0: return "negative \(i)"
    case is Int: return "int"
    case let s as String where s.isEmpty: return "empty string"
    case let s as String: return "string of \(s.count)"
    case let (a, b) as (Int, Int): return "pair \(a + b)"
    case let xs as [Int]: return "ints \(xs.reduce(0, +))"
    case let f as (Int) -> Int: return "function \(f(2))"
    case let d as [String: Int]: return "dict \(d.count)"
    case Optional<Any>.none: return "nil"
    default: return "other \(type(of: v))"
    }
}
let values: [Any] = [0, 0.0, -4, 7, "", "abc", (1, 2), [1, 2, 3], { (x: Int) in x * 10 }, ["a": 1], 2.5, Character("c"), true, [1.5], 1...3]
for v in values { print(classify(v)) }
enum Token { case num(Int), op(Character), paren(open: Bool), end }
func show(_ t: Token) -> String {
    switch t {
    case .num(0): "zero"
    case .num(1...9): "digit"
    case .num(let n) where n % 2 == 0: "even"
    case .num: "number"
    case .op("+"), .op("-"): "additive"
    case .op(let c): "op \(c)"
    case .paren(open: true): "("
    case .paren(let open): open ? "?" : ")"
    case .end: "end"
    }
}
print([Token.num(0), .num(7), .num(12), .num(13), .op("+"), .op("*"), .paren(open: true), .paren(open: false), .end].map(show))
func point(_ p: (Int, Int)) -> String {
    switch p {
    case (0, 0): return "origin"
    case (_, 0): return "x-axis"
    case (0, _): return "y-axis"
    case (-2...2, -2...2): return "near"
    case let (x, y) where x == y: return "diagonal \(x)"
    case let (x, y) where x == -y: return "anti"
    case (let x, ...0): return "below \(x)"
    case (1..., _): return "right"
    default: return "elsewhere"
    }
}
print([(0, 0), (3, 0), (0, 3), (1, 2), (5, 5), (4, -4), (7, -9), (8, 3), (-8, 3)].map(point))
func process(_ s: String?) -> Int {
    defer { print("done", s ?? "nil") }
    guard let s, let n = Int(s), case 1...100 = n else { print("bad"); return -1 }
    defer { print("first") }
    if case 50... = n { return n * 2 }
    return n
}
print(process("5"), process("70"), process(nil), process("1000"))
let opts: [Int?] = [1, nil, 3, nil, 5]
for case let x? in opts { print(x, terminator: ",") }
for case .some(let x) in opts where x > 1 { print(x, terminator: ";") }
for (i, x) in opts.enumerated() where x == nil { print(i, terminator: "!") }
print()
var stack = [1, 2, 3]
while let t = stack.popLast(), t > 1 { print(t, terminator: " ") }
print(stack)
let results: [Result<Int, Error>] = [.success(1), .failure(E.bad(3)), .success(4)]
enum E: Error { case bad(Int) }
for case .success(let v) in results { print("ok", v) }
for r in results { if case .failure(E.bad(let c)) = r { print("bad", c) } }
print(results.compactMap { try? $0.get() }, results.map { r -> Int in switch r { case .success(let x): x; case .failure: -1 } })
let grade = 85
let letter = switch grade { case 90...: "A"; case 80..<90: "B"; default: "C" }
let parity = if grade % 2 == 0 { "even" } else { "odd" }
print(letter, parity)
switch "hello" { case "a"..."i": print("a-i"); fallthrough; case "zzz": print("fell"); default: print("no") }
let (q, r) = 17.quotientAndRemainder(dividingBy: 5); let ((a, b), c) = ((1, 2), 3); print(q, r, a, b, c)
do { let x = 5; print(x) }
for _ in 0..<2 { print("*", terminator: "") }; print()
for i in stride(from: 3, through: 1, by: -1) { print(i, terminator: i > 1 ? "-" : "\n") }
for c in "ab" { for d in [c, c] { print(d, terminator: "") } }; print()
// expect: 1 2 2 4 3 6 
// expect: 111
// expect: zero int
// expect: zero double
// expect: negative -4
// expect: int
// expect: empty string
// expect: string of 3
// expect: pair 3
// expect: ints 6
// expect: function 20
// expect: dict 1
// expect: other Double
// expect: other Character
// expect: other Bool
// expect: other Array<Double>
// expect: other ClosedRange<Int>
// expect: ["zero", "digit", "even", "number", "additive", "op *", "(", ")", "end"]
// expect: ["origin", "x-axis", "y-axis", "near", "diagonal 5", "anti", "below 7", "right", "elsewhere"]
// expect: first
// expect: done 5
// expect: first
// expect: done 70
// expect: bad
// expect: done nil
// expect: bad
// expect: done 1000
// expect: 5 140 -1 -1
// expect: 1,3,5,3;5;1!3!
// expect: 3 2 []
// expect: ok 1
// expect: ok 4
// expect: bad 3
// expect: [1, 4] [1, -1, 4]
// expect: B odd
// expect: a-i
// expect: fell
// expect: 3 2 1 2 3
// expect: 5
// expect: **
// expect: 3-2-1
// expect: aabb
