// Closures capturing, escaping, autoclosure, recursion, functional pipeline
struct Pipeline<In, Out> { let run: (In) -> Out; func then<Next>(_ f: @escaping (Out) -> Next) -> Pipeline<In, Next> { Pipeline<In, Next> { f(run($0)) } } ; static func >>> <N>(l: Self, r: @escaping (Out) -> N) -> Pipeline<In, N> { l.then(r) } }
infix operator >>>: AdditionPrecedence
let p = Pipeline<String, [Int]> { $0.split(separator: " ").compactMap { Int($0) } }.then { $0.map { $0 * $0 } } >>> { $0.reduce(0, +) }
print(p.run("1 2 x 3"))
func makeAccumulator() -> (add: (Int) -> Void, total: () -> Int, reset: () -> Void) { var t = 0; return ({ t += $0 }, { t }, { t = 0 }) }
let acc = makeAccumulator(); acc.add(3); acc.add(4); print(acc.total()); acc.reset(); print(acc.total())
var handlers: [String: [(String) -> Void]] = [:]; var events: [String] = []
func on(_ e: String, _ h: @escaping (String) -> Void) { handlers[e, default: []].append(h) }; func emit(_ e: String, _ d: String) { handlers[e]?.forEach { $0(d) } }
on("a") { events.append("1:\($0)") }; on("a") { d in events.append("2:" + d); if d == "x" { emit("b", "nested") } }; on("b") { events.append($0) }; emit("a", "x"); emit("zzz", ""); print(events)
func assertThat(_ c: @autoclosure () -> Bool, _ m: @autoclosure () -> String = "default msg") { if !c() { print("failed:", m()) } }
assertThat(1 + 1 == 2, "never"); assertThat(2 < 1); assertThat([1].isEmpty, "array has \([1].count)")
func or(_ a: Bool, _ b: @autoclosure () throws -> Bool) rethrows -> Bool { a ? true : try b() }; print(or(false, 3 > 2))
let fact: (Int) -> Int = { n in func go(_ k: Int, _ acc: Int) -> Int { k <= 1 ? acc : go(k - 1, acc * k) }; return go(n, 1) }; print(fact(10))
func fix<A, B>(_ f: @escaping (@escaping (A) -> B) -> (A) -> B) -> (A) -> B { { f(fix(f))($0) } }; print(fix { (rec: @escaping (Int) -> Int) in { $0 < 2 ? $0 : rec($0 - 1) + rec($0 - 2) } }(15))
var x = 1; let byRef = { x }; let byVal = { [x] in x }; let renamed = { [y = x * 10] in y }; x = 5; print(byRef(), byVal(), renamed())
var closures: [() -> Int] = []; for i in 1...3 { var j = i * 10; closures.append { j += 1; return j } }; print(closures.map { $0() }, closures.map { $0() })
func counter() -> () -> Int { struct State { var n = 0 }; var s = State(); return { s.n += 1; return s.n } }; let c = counter(); _ = c(); print(c())
let sortBy: [String: (String, String) -> Bool] = ["len": { $0.count < $1.count }, "abc": (<), "rev": (>)]; for k in sortBy.keys.sorted() { print(k, ["ccc", "a", "bb"].sorted(by: sortBy[k]!)) }
func apply<T>(_ n: Int, to x: T, _ f: (T) -> T) -> T { (0..<n).reduce(x) { r, _ in f(r) } }; print(apply(3, to: 2) { $0 * $0 }, apply(2, to: "ab") { $0 + $0 })
func partial<A, B, C>(_ f: @escaping (A, B) -> C, _ a: A) -> (B) -> C { { f(a, $0) } }; print([1, 2, 3].map(partial(+, 10)), partial(max, 5)(3))
let ops = [("add", { (a: Int, b: Int) in a + b }), ("mul", { $0 * $1 })]; for (n, f) in ops { print(n, f(3, 4)) }
func measure(_ label: String, times: Int = 2, block: (Int) -> Void) { print(label, terminator: ":"); for i in 0..<times { block(i) }; print() }; measure("m") { print($0, terminator: " ") }; measure("k", times: 3, block: { i in print(i * i, terminator: " ") })
struct Validator<T> { let rules: [(String, (T) -> Bool)]; func callAsFunction(_ t: T) -> [String] { rules.filter { !$0.1(t) }.map(\.0) } }
let v = Validator<String>(rules: [("short", { $0.count >= 3 }), ("no digit", { $0.contains { $0.isNumber } })]); print(v("ab"), v("abc1"), v("abc"))
let lazyVal = { () -> [Int] in print("computed"); return [1, 2] }(); print(lazyVal)
func trace<A, R>(_ name: String, _ f: @escaping (A) -> R) -> (A) -> R { { a in let r = f(a); print("\(name)(\(a)) = \(r)"); return r } }; _ = trace("sq") { (n: Int) in n * n }(7)
func multi(_ a: () -> Int, then b: (Int) -> Int, finally c: (Int) -> Void) { c(b(a())) }; multi { 4 } then: { $0 + 1 } finally: { print("got", $0) }
let compose: ([(Int) -> Int]) -> (Int) -> Int = { fs in { x in fs.reduce(x) { acc, f in f(acc) } } }; print(compose([{ $0 + 1 }, { $0 * 2 }, { -$0 }])(4))
func until<T>(_ x: T, _ done: (T) -> Bool, _ f: (T) -> T) -> T { done(x) ? x : until(f(x), done, f) }; print(until(1, { $0 > 100 }) { $0 * 3 })
// expect: 14
// expect: 7
// expect: 0
// expect: ["1:x", "2:x", "nested"]
// expect: failed: default msg
// expect: failed: array has 1
// expect: true
// expect: 3628800
// expect: 610
// expect: 5 1 10
// expect: [11, 21, 31] [12, 22, 32]
// expect: 2
// expect: abc ["a", "bb", "ccc"]
// expect: len ["a", "bb", "ccc"]
// expect: rev ["ccc", "bb", "a"]
// expect: 256 abababab
// expect: [11, 12, 13] 5
// expect: add 7
// expect: mul 12
// expect: m:0 1 
// expect: k:0 1 4 
// expect: ["short", "no digit"] [] ["no digit"]
// expect: computed
// expect: [1, 2]
// expect: sq(7) = 49
// expect: got 5
// expect: -10
// expect: 243
