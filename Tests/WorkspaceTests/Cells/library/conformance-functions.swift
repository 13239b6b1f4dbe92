// Functions and closures
func minMax(_ array: [Int]) -> (min: Int, max: Int)? {
    guard var lo = array.first else { return nil }
    var hi = lo
    for v in array.dropFirst() { if v < lo { lo = v } else if v > hi { hi = v } }
    return (lo, hi)
}
if let b = minMax([8, -6, 2, 109, 3, 71]) { print("min \(b.min) max \(b.max)", b) }
print(minMax([]) as Any)
func arithmeticMean(_ numbers: Double..., scale: Double = 1, label: String? = nil) -> String { "\(label ?? "mean") = \(numbers.reduce(0, +) / Double(numbers.count) * scale)" }
print(arithmeticMean(1, 2, 3, 4, 5), arithmeticMean(3, 8.25, 18.75, scale: 10), arithmeticMean(1, label: "one"))
func swapTwo<T>(_ a: inout T, _ b: inout T) { (a, b) = (b, a) }
var x = 3, y = 107; swapTwo(&x, &y); swap(&x, &y); swapTwo(&x, &y); print(x, y)
func choose(backward: Bool) -> (Int) -> Int {
    func forward(_ n: Int) -> Int { n + 1 }
    func back(_ n: Int) -> Int { n - 1 }
    return backward ? back : forward
}
var value = -4; let move = choose(backward: value > 0)
while value != 0 { print(value, terminator: "... "); value = move(value) }
print("zero!")
func makeIncrementer(by amount: Int) -> () -> Int { var total = 0; return { total += amount; return total } }
let ten = makeIncrementer(by: 10), seven = makeIncrementer(by: 7), alsoTen = ten
print(ten(), ten(), seven(), alsoTen())
var handlers: [() -> Void] = []
func register(_ h: @escaping () -> Void) { handlers.append(h) }
for i in 1...3 { register { print("handler", i, terminator: " ") } }
var shared = 0
register { shared += 1 }; register { [shared] in print("captured", shared) }; shared = 10
handlers.forEach { $0() }; print(shared)
func serve(_ provider: @autoclosure () -> String, times: Int = 1) { for _ in 0..<times { print("serving", provider()) } }
var line = ["Chris", "Alex", "Ewa"]
serve(line.remove(at: 0)); serve(line.removeFirst(), times: 2); print(line)
func collect(_ p: @autoclosure @escaping () -> Int) -> () -> Int { p }
var counter = 1; let later = collect(counter * 10); counter = 5; print(later())
let digits = [0: "Zero", 1: "One", 2: "Two", 5: "Five", 6: "Six", 8: "Eight"]
print([16, 58, 510].map { number -> String in
    var number = number, output = ""
    repeat { output = digits[number % 10]! + output; number /= 10 } while number > 0
    return output
})
func load(_ n: Int, success: (Int) -> Void, failure: (String) -> Void = { print("default", $0) }) { n > 0 ? success(n) : failure("bad \(n)") }
load(1) { print("got", $0) } failure: { print("failed", $0) }
load(-1) { _ in } failure: { print("failed", $0) }
load(-2, success: { _ in })
let ops: [String: (Double, Double) -> Double] = ["+": (+), "-": { $0 - $1 }, "*": (*), "max": max, "pow": { b, e in (0..<Int(e)).reduce(1) { a, _ in a * b } }]
for k in ops.keys.sorted() { print(k, ops[k]!(6, 3), ops[k]?(2, 2) ?? 0, terminator: "; ") }
print(ops["none"]?(1, 1) as Any)
func compose<A, B, C>(_ f: @escaping (B) -> C, _ g: @escaping (A) -> B) -> (A) -> C { { f(g($0)) } }
print(compose({ "<\($0)>" }, { (n: Int) in n * n })(7), (compose(\.count, String.init) as (Int) -> Int)(12345))
func apply(_ n: Int, to x: Int, _ f: (Int) -> Int) -> Int { n == 0 ? x : apply(n - 1, to: f(x), f) }
print(apply(5, to: 1) { $0 * 2 }, { (a: Int, b: Int) -> Int in a * b }(6, 7), { 42 }())
func fact(_ n: Int) -> Int { n <= 1 ? 1 : n * fact(n - 1) }
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String, _ moves: inout [String]) { if n == 0 { return }; hanoi(n - 1, a, c, b, &moves); moves.append(a + c); hanoi(n - 1, b, a, c, &moves) }
var moves: [String] = []; hanoi(3, "A", "B", "C", &moves); print(fact(20), moves)
func ackermann(_ m: Int, _ n: Int) -> Int { switch (m, n) { case (0, _): n + 1; case (_, 0): ackermann(m - 1, 1); default: ackermann(m - 1, ackermann(m, n - 1)) } }
print(ackermann(2, 3))
func permutations<T>(_ xs: [T]) -> [[T]] { xs.isEmpty ? [[]] : xs.indices.flatMap { i -> [[T]] in var rest = xs; let x = rest.remove(at: i); return permutations(rest).map { [x] + $0 } } }
print(permutations([1, 2, 3]), permutations(Array("ab")).map { String($0) })
func powerset<T>(_ xs: ArraySlice<T>) -> [[T]] { guard let f = xs.first else { return [[]] }; let r = powerset(xs.dropFirst()); return r + r.map { [f] + $0 } }
print(powerset([1, 2, 3]).sorted { ($0.count, "\($0)") < ($1.count, "\($1)") })
func overloaded(_ x: Int) -> String { "Int" }; func overloaded(_ x: Double) -> String { "Double" }; func overloaded<T>(_ x: T) -> String { "T" }; func overloaded(_ x: Int...) -> String { "many" }
func overloaded(x: Int) -> String { "labelled" }
print(overloaded(1), overloaded(1.0), overloaded("s"), overloaded(1, 2), overloaded(x: 1), overloaded(UInt8(1)), overloaded(nil as Int?))
let (q, r) = 17.quotientAndRemainder(dividingBy: 5), tuple = (a: 1, b: (c: "x", d: [1]))
print(q, r, tuple.b.c, tuple.b.d[0], tuple, (1, 2) < (1, 3), (1, "a") == (1, "a"))
struct Adder { let base: Int; func callAsFunction(_ n: Int...) -> Int { n.reduce(base, +) }; static func make(_ b: Int) -> Adder { .init(base: b) } }
print(Adder(base: 5)(1, 2), [1, 2].map(Adder.make).map { $0(1) }, Adder.make(3)())
let method = "abc".hasPrefix, unbound = String.uppercased; print(method("ab"), unbound("up")(), [3, 1].sorted(by: <), ["1", "x"].compactMap(Int.init), [1, 2].map(String.init(describing:)))
// expect: min -6 max 109 (min: -6, max: 109)
// expect: nil
// expect: mean = 3.0 mean = 100.0 one = 1.0
// expect: 107 3
// expect: -4... -3... -2... -1... zero!
// expect: 10 20 7 30
// expect: handler 1 handler 2 handler 3 captured 0
// expect: 11
// expect: serving Chris
// expect: serving Alex
// expect: serving Ewa
// expect: []
// expect: 50
// expect: ["OneSix", "FiveEight", "FiveOneZero"]
// expect: got 1
// expect: failed bad -1
// expect: default bad -2
// expect: * 18.0 4.0; + 9.0 4.0; - 3.0 0.0; max 6.0 2.0; pow 216.0 4.0; nil
// expect: <49> 5
// expect: 32 42 42
// expect: 2432902008176640000 ["AC", "AB", "CB", "AC", "BA", "BC", "AC"]
// expect: 9
// expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] ["ab", "ba"]
// expect: [[], [1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]]
// expect: Int Double T many labelled T T
// expect: 3 2 x 1 (a: 1, b: (c: "x", d: [1])) true true
// expect: 8 [2, 3] 3
// expect: true UP [1, 3] [1] ["1", "2"]
