// statements
outer: for i in 1...4 {
    for j in 1...4 { if j == 3 { continue outer }; if i == 3 { break outer }; print(i, j, terminator: " ") }
}
print()
var n = 27, steps = 0
while n != 1 { n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1; steps += 1 }
print(steps)
var a = 5
repeat { a -= 2; if a < 0 { break } } while true
print(a)
let grade = if steps > 100 { "hard" } else if steps > 50 { "mid" } else { "easy" }
print(grade)
let sw = switch steps { case 0..<10: "few"; case 10...100: "some"; case let x where x % 2 == 1: "odd many"; default: "many" }
print(sw)
func classify(_ p: (Int, Int)) -> String {
    switch p {
    case (0, 0): return "origin"
    case (_, 0): return "x"
    case (0, let y): return "y \(y)"
    case let (x, y) where x == y: return "diag"
    case (-2...2, -2...2): return "box"
    case (let x, ..<0): return "below \(x)"
    default: return "far"
    }
}
for p in [(0, 0), (3, 0), (0, 7), (4, 4), (1, 2), (9, -9), (9, 8)] { print(classify(p), terminator: ", ") }
print()
switch 3 { case 1: print(1); case 3: print(3); fallthrough; case 4: print("fell"); default: print("d") }
switch "vowel".first! { case "a", "e", "i", "o", "u": print("v"); case "v", "w": print("vw"); default: break }
func order() { print("a"); defer { print("d1") }; do { defer { print("inner") }; print("b") }; for i in 0..<2 { defer { print("loop", i) }; if i == 0 { continue } ; print("body") }; defer { print("d2") }; print("c") }
order()
func g(_ s: String?) -> Int { guard let s, !s.isEmpty, let v = Int(s) else { return -1 }; return v }
print(g(nil), g(""), g("x"), g("12"))
if let x = Int("4"), x > 3, case 1...9 = x { print("ok", x) }
var stack = [1, 2, 3]
while let top = stack.popLast() { print(top, terminator: " ") }
print()
for (i, c) in "héy".enumerated() where i != 1 { print(i, c) }
for x in stride(from: 10, through: 0, by: -5) { print(x, terminator: " ") }
for x in stride(from: 0, to: 1, by: 0.25) { print(x, terminator: " ") }
print()
for case let x? in [1, nil, 3] { print(x, terminator: " ") }
for case (let k, 2) in [("a", 1), ("b", 2)] { print(k) }
let dict = ["one": 1]
for (k, v) in dict { print(k, v) }
var it = [1, 2, 3].makeIterator()
while let v = it.next() { if v == 2 { continue }; print(v) }
label: do { if steps > 5 { break label }; print("no") }
let val: Int
if steps > 3 { val = 1 } else { val = 2 }
print(val)
var c = 0
loop: while true { c += 1; switch c { case 5: break loop; case 2: continue loop; default: print(c) } }
for _ in 0..<2 { print("*", terminator: "") }
print("", 1, 2, separator: "-")
func f(_ n: Int) -> String { switch n { case Int.min..<0: "neg"; case 0: "zero"; case 1...: "pos"; default: "?" } }
print(f(-1), f(0), f(8))
let tup = (name: "x", v: (1, 2.5)); print(tup.v.1, tup.name, tup)
let (nm, (one, _)) = tup; print(nm, one)
print((1, "a") < (1, "b"), (1, 2, 3) == (1, 2, 3), (2, 1) > (1, 9))
// expect: 1 1 1 2 2 1 2 2 
// expect: 111
// expect: -1
// expect: hard
// expect: odd many
// expect: origin, x, y 7, diag, box, below 9, far, 
// expect: 3
// expect: fell
// expect: vw
// expect: a
// expect: b
// expect: inner
// expect: loop 0
// expect: body
// expect: loop 1
// expect: c
// expect: d2
// expect: d1
// expect: -1 -1 -1 12
// expect: ok 4
// expect: 3 2 1 
// expect: 0 h
// expect: 2 y
// expect: 10 5 0 0.0 0.25 0.5 0.75 
// expect: 1 3 b
// expect: one 1
// expect: 1
// expect: 3
// expect: 1
// expect: 1
// expect: 3
// expect: 4
// expect: **-1-2
// expect: neg zero pos
// expect: 2.5 x (name: "x", v: (1, 2.5))
// expect: x 1
// expect: true true true
