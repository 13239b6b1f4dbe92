// A generic function within another is made for each set of types that it is called with.
func outer(_ k: Int) -> String {
    func text<T>(_ x: T) -> String { "\(x)\(k)" }
    return text(1) + text("a") + text([2.5])
}
func nested<U>(_ u: U) -> String {
    func pair<T>(_ x: T) -> String {
        func inner<V>(_ v: V) -> String { "\(u)\(x)\(v)" }
        return inner(1) + inner("s")
    }
    return pair(2.5) + pair(true)
}
print(outer(7), nested("u"), nested(1))
func sum(_ n: Int) -> Double {
    var total = 0.0
    func add<T: BinaryInteger>(_ x: T) { total += Double(x) }
    func add<T: BinaryFloatingPoint>(_ x: T) { total += Double(x) }
    add(n); add(2.5); add(UInt8(3)); add(Float(0.5))
    return total
}
print(sum(4))
// expect: 17a7[2.5]7 u2.51u2.5sutrue1utrues 12.5112.5s1true11trues
// expect: 10.0
// ---
func walk() -> [String] {
    var visited: [String] = []
    func visit<T>(_ x: T, _ depth: Int) {
        visited.append("\(depth):\(x)")
        if depth < 3 { visit(x, depth + 1) }
    }
    visit(1, 1)
    visit("s", 2)
    return visited
}
func mutual() -> String {
    func a<T>(_ x: T, _ n: Int) -> String { n == 0 ? "a\(x)" : b(x, n - 1) }
    func b<T>(_ x: T, _ n: Int) -> String { n == 0 ? "b\(x)" : a(x, n - 1) }
    return a(1, 3) + b("z", 2)
}
func wrapped(_ k: Int) -> String {
    func wrap<T>(_ x: T, _ n: Int) -> String { n == 0 ? "\(x)" : wrap([x], n - 1) }
    return wrap(k, 2)
}
func values() -> [String] {
    let tag = "#"
    func show<T>(_ x: T) -> String { tag + "\(x)" }
    let ofInt: (Int) -> String = show
    return [1, 2].map(show) + ["a"].map(show) + [ofInt(3)]
}
print(walk(), mutual(), wrapped(7), values())
struct Meter {
    var level = 1
    mutating func raise() {
        func add<T: Numeric>(_ t: T, _ count: (T) -> Int) { level += count(t) }
        add(2) { $0 }
        add(2.5) { Int($0 * 2) }
    }
}
var meter = Meter()
meter.raise()
print(meter.level)
// expect: ["1:1", "2:1", "3:1", "2:s", "3:s"] b1bz [[7]] ["#1", "#2", "#a", "#3"]
// expect: 8
