import Foundation
// Overloads, defaults, labels, variadics, inout and captures
func f(_ x: Int) -> String { "Int" }; func f(_ x: Double) -> String { "Double" }; func f(_ x: String) -> String { "String" }; func f(_ x: Int?) -> String { "Int?" }; func f(_ x: Any) -> String { "Any" }; func f(_ x: [Int]) -> String { "[Int]" }
print(f(1), f(1.0), f("a"), f(nil as Int?), f([1]), f(true), f([1.5]), f(1 as Any), f(Optional(2)), f(3 + 4), f(3 / 2.0), f(Int("4")))
// expect: Int Double String Int? [Int] Any Any Any Int? Int Double Int?
func g(x: Int) -> Int { x }; func g(y: Int) -> Int { -y }; func g(x: Int, y: Int = 5) -> Int { x * y }
print(g(x: 2), g(y: 2), g(x: 2, y: 3)) // expect: 2 -2 6
func h() -> Int { 1 }; func h() -> String { "one" }; let hi: Int = h(), hs: String = h(); print(hi, hs, h() + 1, h() + "!", (h() as Int))
// expect: 1 one 2 one! 1
func v(_ a: Int..., b: Int = 0, c: String...) -> String { "\(a) \(b) \(c)" }
print(v(), v(1), v(1, 2, b: 3), v(b: 1, c: "x", "y"), v(1, c: "z"))
// expect: [] 0 [] [1] 0 [] [1, 2] 3 [] [] 1 ["x", "y"] [1] 0 ["z"]
func d(_ a: Int = 1, _ b: Int = 2, c: Int = 3, d: Int = 4) -> [Int] { [a, b, c, d] }
print(d(), d(9), d(9, 8), d(d: 7), d(9, c: 7), d(c: 5, d: 6), d(0, 0, c: 0, d: 0))
// expect: [1, 2, 3, 4] [9, 2, 3, 4] [9, 8, 3, 4] [1, 2, 3, 7] [9, 2, 7, 4] [1, 2, 5, 6] [0, 0, 0, 0]
func expensive(_ n: inout Int) -> Int { n += 1; return n }
var calls = 0; func deflt(_ x: Int = expensive(&calls)) -> Int { x }; print(deflt(), deflt(), deflt(10), calls)
// expect: 1 2 10 2
func twice(_ x: inout Int, _ f: (inout Int) -> Void) { f(&x); f(&x) }
var n = 3; twice(&n) { $0 *= 2 }; print(n); twice(&n) { $0 += $0 }; print(n)
// expect: 12
// expect: 48
var arr = [1, 2, 3], dict = ["a": [1]], tup = (x: 1, y: [2])
func inc(_ x: inout Int, by k: Int = 1) { x += k }; func app(_ x: inout [Int]) { x.append(x.count) }
inc(&arr[1]); inc(&arr[0], by: 10); app(&dict["a", default: []]); app(&dict["b", default: []]); inc(&tup.x); app(&tup.y); print(arr, dict["a"]!, dict["b"]!, tup)
// expect: [11, 3, 3] [1, 1] [0] (x: 2, y: [2, 1])
struct S { var a = 1; var b: [Int] = [1, 2] { didSet { print("didSet", oldValue, b) } }; var c: Int { get { a * 2 } set { a = newValue / 2 } }; subscript(i: Int) -> Int { get { b[i] } set { b[i] = newValue } } }
var s = S(); inc(&s.a); inc(&s.b[0]); inc(&s.c, by: 4); inc(&s[1], by: 100); print(s.a, s.b, s.c); arr.swapAt(0, 2); swap(&s.a, &n); print(arr, s.a, n)
// expect: didSet [1, 2] [2, 2]
// expect: didSet [2, 2] [2, 102]
// expect: 4 [2, 102] 8
// expect: [3, 3, 11] 48 4
var fns: [() -> Int] = []; for i in 0..<3 { var j = i * 10; fns.append { j += 1; return j + i } }; print(fns.map { $0() }, fns.map { $0() })
// expect: [1, 12, 23] [2, 13, 24]
var counter = 0; let bump = { counter += 1 }; bump(); bump(); print(counter); let snap = { [counter] in counter }; bump(); print(snap(), counter)
// expect: 2
// expect: 2 3
func makeCounter() -> (inc: () -> Int, get: () -> Int, reset: (Int) -> Void) { var c = 0; return ({ c += 1; return c }, { c }, { c = $0 }) }
let c1 = makeCounter(), c2 = makeCounter(); _ = c1.inc(); _ = c1.inc(); _ = c2.inc(); c2.reset(50); print(c1.get(), c2.get(), c2.inc())
// expect: 2 50 51
func rec(_ n: Int) -> Int { func even(_ k: Int) -> Bool { k == 0 ? true : odd(k - 1) }; func odd(_ k: Int) -> Bool { k == 0 ? false : even(k - 1) }; return even(n) ? 0 : 1 }; print(rec(10), rec(7))
// expect: 0 1
func outer() -> [Int] { var log: [Int] = []; func add(_ x: Int) { log.append(x); if x > 0 { add(x - 1) } }; add(3); defer { log.append(99) }; return log }; print(outer())
// expect: [3, 2, 1, 0]
let ops: [String: (Double, Double) -> Double] = ["+": (+), "-": (-), "*": { $0 * $1 }, "/": { a, b in a / b }, "max": max, "pow": { pow($0, $1) }]
print(ops["+"]!(1, 2), ops["-"]!(1, 2), ops["max"]!(3, 9), ops.keys.sorted(), ops["/"].map { $0(1, 4) } as Any, ops["%"]?(1, 2) as Any, ops["pow"]!(2, 8))
// expect: 3.0 -1.0 9.0 ["*", "+", "-", "/", "max", "pow"] Optional(0.25) nil 256.0
func apply<T>(_ x: T, _ fs: ((T) -> T)...) -> T { fs.reduce(x) { $1($0) } }; print(apply(3, { $0 + 1 }, { $0 * $0 }), apply("a", { $0 + "b" }, { $0.uppercased() }))
// expect: 16 AB
struct Adder { let n: Int; func callAsFunction(_ x: Int) -> Int { x + n }; func callAsFunction(_ a: Int, times k: Int) -> Int { (a + n) * k }; static func make(_ n: Int) -> Adder { Adder(n: n) }; func add(_ x: Int) -> Int { x + n } }
let add5 = Adder(n: 5); print(add5(1), add5(1, times: 3), [1, 2].map { add5($0) }, [1, 2].map(add5.add), Adder.make(1)(1), Adder.add(add5)(7), [Adder(n: 1), .init(n: 2)].map(\.n), 3)
// expect: 6 18 [6, 7] [6, 7] 2 12 [1, 2] 3
let clos: (Int) -> (Int) -> Int = { a in { b in a * 10 + b } }; print(clos(3)(4), { $0 + $1 }(1, 2), { () -> Int in 7 }(), (0..<3).map { _ in "x" }, [(1, 2), (3, 4)].map { $0 + $1 }, [(1, 2), (3, 4)].map { (a, b) in a * b }, [(1, (2, 3))].map { $0.1.0 }, ["k": 1].map { k, v in "\(k)\(v)" })
// expect: 34 3 7 ["x", "x", "x"] [3, 7] [2, 12] [2] ["k1"]
func throwing(_ x: Int) throws -> Int { if x < 0 { throw NSErr.neg(x) }; return x }; enum NSErr: Error { case neg(Int) }
print((try? [1, 2].map(throwing)) as Any, (try? [1, -2].map(throwing)) as Any); do { _ = try [3, -4].map { try throwing($0) } } catch { print(error) }
// expect: Optional([1, 2]) nil
// expect: neg(-4)
func generic<T>(_ x: T, or y: T) -> [T] { [x, y] }; print(generic(1, or: 2.5), generic("a", or: "b"), generic(nil, or: 3), generic(1, or: nil as Int?))
// expect: [1.0, 2.5] ["a", "b"] [nil, Optional(3)] [Optional(1), nil]
let (a, (b, c)) = (1, (2, "three")), (_, e) = (4, 5); print(a, b, c, e); var (x, y) = (1, 2); (x, y) = (y, x + y); print(x, y); let t = (1, name: "n", (2.0, true)); print(t.0, t.name, t.2.1, t); var z = (a: 1, b: 2); z.a = 5; print(z)
// expect: 1 2 three 5
// expect: 2 3
// expect: 1 n true (1, name: "n", (2.0, true))
// expect: (a: 5, b: 2)
