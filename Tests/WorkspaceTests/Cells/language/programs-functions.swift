// functions
func greet(_ name: String, from town: String = "Here", times n: Int = 1) -> String { (0..<n).map { _ in "Hi \(name) of \(town)" }.joined(separator: ",") }
print(greet("A"), greet("B", times: 2), greet("C", from: "X"))
func avg(_ xs: Double...) -> Double { xs.isEmpty ? 0 : xs.reduce(0, +) / Double(xs.count) }
print(avg(), avg(1, 2, 6), avg(3))
func join(_ parts: String..., separator: String = "-") -> String { parts.joined(separator: separator) }
print(join("a", "b"), join("a", "b", separator: "+"))
func minMax(_ a: [Int]) -> (min: Int, max: Int)? { guard let f = a.first else { return nil }; return a.reduce((f, f)) { (Swift.min($0.0, $1), Swift.max($0.1, $1)) } }
if let mm = minMax([3, 1, 4]) { print(mm.min, mm.max, mm) }
print(minMax([])?.max ?? -1)
func over(_ x: Int) -> String { "int" }; func over(_ x: Double) -> String { "double" }; func over(_ x: String) -> String { "string" }; func over<T>(_ x: T) -> String { "generic" }; func over(_ x: [Int]) -> String { "ints" }
print(over(1), over(1.0), over("s"), over(true), over([1]), over([1.5]))
func conv() -> Int { 1 }; func conv() -> String { "one" }
let ci: Int = conv(), cs: String = conv(); print(ci, cs, conv() + 1)
func divmod(_ a: Int, by b: Int) throws -> (q: Int, r: Int) { struct Z: Error {}; guard b != 0 else { throw Z() }; return (a / b, a % b) }
let dm = try divmod(17, by: 5); print(dm.q, dm.r)
func fact(_ n: Int) -> Int { n <= 1 ? 1 : n * fact(n - 1) }; print(fact(20))
func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }; func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }; print(isEven(10), isOdd(7))
func ack(_ m: Int, _ n: Int) -> Int { switch (m, n) { case (0, _): return n + 1; case (_, 0): return ack(m - 1, 1); default: return ack(m - 1, ack(m, n - 1)) } }; print(ack(2, 3))
func chooser(_ b: Bool) -> (Int) -> Int { func up(_ i: Int) -> Int { i + 1 }; func down(_ i: Int) -> Int { i - 1 }; return b ? up : down }
var cur = 3; let f = chooser(cur > 0); while cur < 6 { cur = f(cur) }; print(cur)
@discardableResult func side(_ x: inout [Int]) -> Int { x.append(x.count); return x.count }
var arr = [Int](); side(&arr); side(&arr); print(arr)
func compose<T>(_ fs: ((T) -> T)...) -> (T) -> T { { x in fs.reduce(x) { $1($0) } } }
print(compose({ $0 + 1 }, { $0 * 3 })(4))
func scope() -> Int { let x = 1; do { let x = 2; _ = x }; if true { let x = x + 10; return x } }
print(scope())
func ff(a: Int, _ b: Int..., c: Int) -> Int { a + b.reduce(0, +) * c }; print(ff(a: 1, 2, 3, c: 4), ff(a: 1, c: 2))
func inoutTwice(_ a: inout Int, and b: inout Double) { a += 1; b *= Double(a) }
var i = 1, d = 2.0; inoutTwice(&i, and: &d); print(i, d)
typealias BinOp<T> = (T, T) -> T; let add: BinOp<Int> = (+); func fold<T>(_ a: [T], _ z: T, _ op: BinOp<T>) -> T { var r = z; for x in a { r = op(r, x) }; return r }; print(fold([1, 2, 3], 0, add), fold(["a"], "z") { $0 + $1 })
func opt(_ x: Int? = nil, _ y: Int? = 4) -> Int { (x ?? 0) + (y ?? 0) }; print(opt(), opt(1), opt(1, nil))
func never(_ b: Bool) -> Int { if b { return 1 } else { fatalError("no") } }; print(never(true))
func tuple() -> (Int, String, [Double]) { (1, "a", [2]) }; let (a, b, c) = tuple(); print(a, b, c); let t = tuple(); print(t.0, t.2[0])
func defaults(a: Int, b: Int = 2 * 3, c: [Int] = [1, 2], d: (Int) -> Int = { $0 * 2 }) -> Int { d(a + b + c.count) }; print(defaults(a: 1), defaults(a: 1, c: []), defaults(a: 1, d: { $0 }))
let fn: (Int, Int) -> Int = max; print(fn(1, 5)); let fs: [(Double) -> Double] = [{ $0 }, { x in x * x }, abs]; print(fs.map { $0(-3) })
func ret() -> () -> (Int) -> String { { { "\($0)!" } } }; print(ret()()(5))
func whereT<A: Equatable, B>(_ a: [A], _ b: [B]) -> Bool where A == B { a == b }; print(whereT([1], [1]))
func same<T: Equatable>(_ xs: T...) -> Bool { xs.dropFirst().allSatisfy { $0 == xs[0] } }; print(same(1, 1, 1), same("a", "b"))
// expect: Hi A of Here Hi B of Here,Hi B of Here Hi C of X
// expect: 0.0 3.0 3.0
// expect: a-b a+b
// expect: 1 4 (min: 1, max: 4)
// expect: -1
// expect: int double string generic ints generic
// expect: 1 one 2
// expect: 3 2
// expect: 2432902008176640000
// expect: true true
// expect: 9
// expect: 6
// expect: [0, 1]
// expect: 15
// expect: 11
// expect: 21 1
// expect: 2 4.0
// expect: 6 za
// expect: 4 5 1
// expect: 1
// expect: 1 a [2.0]
// expect: 1 2.0
// expect: 18 14 9
// expect: 5
// expect: [-3.0, 9.0, 3.0]
// expect: 5!
// expect: true
// expect: true false
