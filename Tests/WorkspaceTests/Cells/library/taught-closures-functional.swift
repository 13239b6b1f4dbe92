func makeCounter(step: Int = 1) -> () -> Int { var n = 0; return { n += step; return n } }
let c1 = makeCounter(), c2 = makeCounter(step: 10)
print(c1(), c1(), c2(), c1(), c2())
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
infix operator >>>: AdditionPrecedence
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { compose(f, g) }
let inc = { (x: Int) in x + 1 }, dbl: (Int) -> Int = { $0 * 2 }
print((inc >>> dbl >>> String.init)(5), compose(dbl, inc)(5))
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
let add = curry(+) as (Int) -> (Int) -> Int
print(add(3)(4), [1, 2, 3].map(add(10)))
func memoize<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V {
    var cache: [K: V] = [:]
    func g(_ k: K) -> V { if let v = cache[k] { return v }; let v = f(g, k); cache[k] = v; return v }
    return g
}
let fib: (Int) -> Int = memoize { fib, n in n < 2 ? n : fib(n - 1) + fib(n - 2) }
print(fib(80))
var handlers: [() -> Void] = []
for i in 0..<3 { handlers.append { print("h\(i)", terminator: " ") } }
var x = 1
handlers.append { [x] in print("captured \(x)", terminator: " ") }
handlers.append { print("live \(x)") }
x = 99
handlers.forEach { $0() }
let ops: [String: (Double, Double) -> Double] = ["+": (+), "-": (-), "*": { $0 * $1 }, "/": { a, b in a / b }]
for k in ops.keys.sorted() { print(k, ops[k]!(6, 3), terminator: ", ") }
print()
let names = ["Chris", "Alex", "Ewa", "Barry", "Daniella"]
print(names.sorted(by: >), names.sorted { $0.count == $1.count ? $0 < $1 : $0.count < $1.count })
print(names.map { $0.prefix(2) }.reduce("") { $0 + $1 + "-" }, names.reduce(into: [:]) { (d: inout [Character: Int], s) in d[s.last!, default: 0] += 1 }.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
func apply(_ n: Int, times: Int, _ f: (Int) -> Int) -> Int { (0..<times).reduce(n) { acc, _ in f(acc) } }
print(apply(1, times: 10) { $0 * 2 })
func retry(_ n: Int, onError: (Error, Int) -> Void = { _, _ in }, body: () throws -> String) rethrows -> String {
    var attempt = 1
    while attempt < n { do { return try body() } catch { onError(error, attempt); attempt += 1 } }
    return try body()
}
struct Flaky: Error { let n: Int }
var tries = 0
let r = try retry(5) { e, k in print("attempt \(k): \(e)") } body: { tries += 1; if tries < 3 { throw Flaky(n: tries) }; return "ok after \(tries)" }
print(r)
let pipeline: [(String) -> String] = [{ $0.uppercased() }, { String($0.reversed()) }, { "<\($0)>" }]
print(pipeline.reduce("abc") { $1($0) })
print(zip(1..., "abc").map { "\($0)\($1)" }, sequence(first: 1) { $0 < 100 ? $0 * 3 : nil }.map { $0 })
// expect: 1 2 10 3 20
// expect: 12 11
// expect: 7 [11, 12, 13]
// expect: 23416728348467685
// expect: h0 h1 h2 captured 1 live 99
// expect: * 18.0, + 9.0, - 3.0, / 2.0,
// expect: ["Ewa", "Daniella", "Chris", "Barry", "Alex"] ["Ewa", "Alex", "Barry", "Chris", "Daniella"]
// expect: Ch-Al-Ew-Ba-Da- ["a=2", "s=1", "x=1", "y=1"]
// expect: 1024
// expect: attempt 1: Flaky(n: 1)
// expect: attempt 2: Flaky(n: 2)
// expect: ok after 3
// expect: <CBA>
// expect: ["1a", "2b", "3c"] [1, 3, 9, 27, 81, 243]
