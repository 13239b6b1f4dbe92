// Observers, static state, nested functions, defer, inout chains, labelled loops
struct Thermostat {
    static var log: [String] = []
    static let limits = 5.0...35.0
    var target: Double = 20 {
        willSet { Thermostat.log.append("will \(target)->\(newValue)") }
        didSet { target = min(max(target, Self.limits.lowerBound), Self.limits.upperBound); if target != oldValue { Self.log.append("did \(oldValue)->\(target)") } }
    }
    var rooms: [String: Double] = [:] { didSet { changes += rooms.count - oldValue.count } }
    private(set) var changes = 0
    subscript(room: String) -> Double { get { rooms[room, default: target] } set { rooms[room] = newValue } }
    mutating func with(_ body: (inout Thermostat) throws -> Void) rethrows { try body(&self) }
}
var t = Thermostat(); t.target = 50; t.target -= 40; t["hall"] += 2.5; t["hall"] *= 2; t.rooms["hall"] = nil
t.with { $0.target = 21; $0["bath"] = 24 }
print(t, Thermostat.log.count); Thermostat.log.forEach { print(" ", $0) }
func bump(_ x: inout Int, by n: Int = 1) -> Int { defer { x += n }; return x }
var a = [1, 2, 3], d = ["x": [1, 2]], tup = (n: 1, inner: (m: 2, s: "q"))
print(bump(&a[1]), bump(&a[a.count - 1], by: 10), bump(&d["x", default: []][0]), bump(&tup.inner.m, by: 5), a, d, tup)
func exchange<T>(_ xs: inout [T], _ i: Int, _ j: Int) { xs.swapAt(i, j); (xs[0], xs[1]) = (xs[1], xs[0]) }
exchange(&a, 0, 2); print(a)
var global = 0 { didSet { print("global \(oldValue) -> \(global)", terminator: ", ") } }
global += 1; _ = bump(&global, by: 4); for _ in 0..<2 { global *= 2 }; print()
var computed: Int { get { global * 10 } set { global = newValue / 10 } }
computed += 50; print(computed)
func order() -> [String] {
    var out: [String] = []
    func note(_ s: String) { out.append(s) }
    do {
        defer { note("outer defer") }
        for i in 0..<3 { defer { note("defer \(i)") }; if i == 1 { continue }; note("body \(i)"); if i == 2 { break } }
        if true { defer { note("if") }; note("in if") }
        note("end")
    }
    return out
}
print(order())
func early(_ n: Int) -> String { defer { print("[left \(n)]", terminator: "") }; guard n > 0 else { return "small" }; defer { print("[second]", terminator: "") }; return n > 10 ? "large" : "medium" }
print(early(0), early(5), early(50))
let pattern = [(1, 2), (3, 4), (5, 6)]
search: for (i, (x, y)) in pattern.enumerated() {
    var k = 0
    while true { k += 1; if k > 5 { continue search }; if x * y == k * k + 3 { print("found", i, k); break search } }
}
var fizz = ""; loop: for n in 1... { switch (n % 3, n % 5) { case (0, 0): fizz += "FizzBuzz"; break loop; case (0, _): fizz += "Fizz"; case (_, 0): fizz += "Buzz"; default: fizz += String(n) }; fizz += " " }
print(fizz)
struct Counter: Sequence, IteratorProtocol { var n: Int; mutating func next() -> Int? { n == 0 ? nil : { n -= 1; return n }() } }
for (a, b) in zip(Counter(n: 3), "abc") where a != 1 { print(a, b, terminator: " ") }
var it = Counter(n: 4); while let x = it.next(), x > 1 { print(x, terminator: " ") }; print(it.n, Array(it))
func makeAccount(_ initial: Double) -> (deposit: (Double) -> Void, withdraw: (Double) throws -> Double, balance: () -> Double) {
    struct Insufficient: Error { let short: Double }
    var balance = initial
    return ({ balance += $0 }, { amount in guard amount <= balance else { throw Insufficient(short: amount - balance) }; balance -= amount; return balance }, { balance })
}
let acct = makeAccount(100); acct.deposit(50); print(try acct.withdraw(30), acct.balance()); do { _ = try acct.withdraw(500) } catch { print(error) }
func outerFn() -> Int { var total = 0; func add(_ n: Int) { total += n; if n > 0 { add(n - 1) } }; add(4); let f = { total *= 2 }; f(); return total }
print(outerFn())
typealias Handler = (_ event: String, _ count: Int) -> Bool
let hs: [Handler] = [{ e, c in e.count == c }, { $0.isEmpty || $1 > 2 }, { _, _ in false }]
print(hs.map { $0("abc", 3) }, hs.filter { $0("", 0) }.count)
let lazyish = { () -> Int in print("computed once", terminator: " "); return 99 }(); print(lazyish, lazyish)
var arr2 = [[0, 0], [0, 0]]; for i in arr2.indices { for j in arr2[i].indices { arr2[i][j] = i * 2 + j } }; arr2[1].append(9); arr2[0][1...] = [7, 8]; print(arr2, arr2.flatMap { $0 }.reduce(0, +))
if let last = arr2.last?.last, case 5...10 = last, let half = Optional(last / 2) { print("half", half) }
var opt: [Int]? = [1]; opt?.append(2); opt![0] = 5; opt?[1] += 1; print(opt ?? [], opt?.first ?? 0, opt?.map { $0 * 2 } as Any); opt = nil; opt?.append(3); print(opt as Any, opt?.count ?? -1)
// expect: Thermostat(target: 21.0, rooms: ["bath": 24.0], changes: 1) 6
// expect:   will 20.0->50.0
// expect:   did 20.0->35.0
// expect:   will 35.0->-5.0
// expect:   did 35.0->5.0
// expect:   will 5.0->21.0
// expect:   did 5.0->21.0
// expect: 2 3 1 2 [1, 3, 13] ["x": [2, 2]] (n: 1, inner: (m: 7, s: "q"))
// expect: [3, 13, 1]
// expect: global 0 -> 1, global 1 -> 5, global 5 -> 10, global 10 -> 20,
// expect: global 20 -> 25, 250
// expect: ["body 0", "defer 0", "defer 1", "body 2", "defer 2", "in if", "if", "end", "outer defer"]
// expect: [left 0][second][left 5][second][left 50]small medium large
// expect: found 1 3
// expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
// expect: 2 a 0 c 3 2 1 [0]
// expect: 120.0 120.0
// expect: Insufficient(short: 380.0)
// expect: 20
// expect: [true, true, false] 2
// expect: computed once 99 99
// expect: [[0, 7, 8], [2, 3, 9]] 29
// expect: half 4
// expect: [5, 3] 5 Optional([10, 6])
// expect: nil -1
