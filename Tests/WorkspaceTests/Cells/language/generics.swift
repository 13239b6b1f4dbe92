func firstOr<T>(_ items: [T], _ fallback: T) -> T { items.first ?? fallback }
print(firstOr([1, 2], 0), firstOr([], "none")) // expect: 1 none
func largest<T: Comparable>(_ items: [T]) -> T? {
    var best = items.first
    for item in items { if let b = best, item > b { best = item } }
    return best
}
print(largest([3, 9, 2])!, largest(["b", "a"])!, largest([Double]()) as Any) // expect: 9 b nil
struct Stack<Element> {
    private var items: [Element] = []
    mutating func push(_ e: Element) { items.append(e) }
    mutating func pop() -> Element? { items.popLast() }
    var count: Int { items.count }
}
var s = Stack<String>()
s.push("a")
s.push("b")
print(s.pop()!, s.count, s.pop()!, s.pop() as Any) // expect: b 1 a nil
func count<T: Equatable>(of x: T, in items: [T]) -> Int { items.filter { $0 == x }.count }
print(count(of: 2, in: [1, 2, 2]), count(of: "a", in: ["a"])) // expect: 2 1
extension Array where Element == Double {
    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
print([1.0, 2, 6].mean) // expect: 3.0
extension Sequence where Element: Numeric { func total() -> Element { reduce(0, +) } }
print([1, 2, 3].total(), [1.5, 2.5].total(), (1...4).total()) // expect: 6 4.0 10
func mapPairs<A, B>(_ a: [A], _ f: (A) -> B) -> [(A, B)] { a.map { ($0, f($0)) } }
print(mapPairs([1, 2]) { $0 * 1.5 == 3 }) // expect: [(1.0, false), (2.0, true)]
struct Box<T> { var value: T; func map<U>(_ f: (T) -> U) -> Box<U> { Box<U>(value: f(value)) } }
print(Box(value: 2).map { "\($0)!" }.value, Box(value: 1)) // expect: 2! Box<Int>(value: 1)
protocol Named { var name: String { get }; func greet() -> String }
extension Named { func greet() -> String { "I am \(name)" } }
struct Person: Named { let name: String }
struct Robot: Named { let id: Int; var name: String { "R\(id)" }; func greet() -> String { "BEEP \(name)" } }
let things: [any Named] = [Person(name: "Ada"), Robot(id: 2)]
for t in things { print(t.greet()) }
// expect: I am Ada
// expect: BEEP R2
func introduce<T: Named>(_ t: T) -> String { t.greet() + "." }
print(introduce(Person(name: "Bob"))) // expect: I am Bob.
