// generics with where clauses, protocols, extensions
protocol Shape: CustomStringConvertible { var area: Double { get }; var name: String { get } }
extension Shape { var description: String { "\(name)(\(area))" }; var name: String { "\(Self.self)" } }
protocol Scalable { mutating func scale(by f: Double); func scaled(by f: Double) -> Self }
extension Scalable { func scaled(by f: Double) -> Self { var c = self; c.scale(by: f); return c } }
struct Square: Shape, Scalable, Equatable { var side: Double; var area: Double { side * side }; mutating func scale(by f: Double) { side *= f } }
struct Rect: Shape, Scalable, Equatable {
    var w, h: Double
    var area: Double { w * h }
    var name: String { w == h ? "Sq" : "Rect" }
    mutating func scale(by f: Double) { w *= f; h *= f }
}
let shapes: [any Shape] = [Square(side: 2), Rect(w: 2, h: 3), Rect(w: 1, h: 1)]
print(shapes)
for s in shapes {
    if let r = s as? Rect { print("rect", r.w, r.h, r) }
    else if s is Square { print("square", s) }
    if var sc = s as? any Shape & Scalable { sc.scale(by: 2); print(sc.area) }
}
print(shapes.map(\.area).reduce(0, +), shapes.max { $0.area < $1.area }!.name)
struct Stack<Element> {
    private var storage: [Element] = []
    var isEmpty: Bool { storage.isEmpty }
    var top: Element? { storage.last }
    mutating func push(_ e: Element) { storage.append(e) }
    @discardableResult mutating func pop() -> Element? { storage.popLast() }
}
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: Element...) { storage = elements } }
extension Stack: Equatable where Element: Equatable {}
extension Stack: Hashable where Element: Hashable {}
extension Stack: CustomStringConvertible { var description: String { "Stack" + storage.description } }
extension Stack: Sequence { func makeIterator() -> AnyIterator<Element> { var i = storage.count; return AnyIterator { i -= 1; return i >= 0 ? self.storage[i] : nil } } }
extension Stack where Element: Numeric { func sum() -> Element { reduce(.zero, +) } }
extension Stack where Element == String { func joinedUp() -> String { joined(separator: "/") } }
var st: Stack = [1, 2, 3]
st.push(4); st.pop(); st.push(9)
print(st, st.sum(), Array(st), st == [1, 2, 9], st.contains(2), st.top ?? 0)
print((["a", "b"] as Stack).joinedUp(), Set([st, st, [1]]).count)
func largest<T: Comparable>(_ xs: T...) -> T? { xs.max() }
func pairUp<A, B>(_ a: [A], _ b: [B]) -> [(A, B)] where A: Hashable, B: Comparable { zip(a, b).sorted { $0.1 < $1.1 }.map { ($0.0, $0.1) } }
func countEqual<S: Sequence>(_ s: S, to x: S.Element) -> Int where S.Element: Equatable { s.reduce(0) { $0 + ($1 == x ? 1 : 0) } }
print(largest(3, 9, 2) as Any, largest("x", "abc") as Any, largest() as Int? as Any)
print(pairUp(["a", "b", "c"], [3, 1, 2]), countEqual("banana", to: "a"), countEqual([1, 2, 1], to: 1))
extension Array where Element: Comparable {
    func insertionIndex(of x: Element) -> Int { var lo = 0, hi = count; while lo < hi { let m = (lo + hi) / 2; if self[m] < x { lo = m + 1 } else { hi = m } }; return lo }
    mutating func insertSorted(_ x: Element) { insert(x, at: insertionIndex(of: x)) }
}
var sorted: [Int] = []
for x in [5, 2, 8, 2, 9, 1] { sorted.insertSorted(x) }
print(sorted, sorted.insertionIndex(of: 6))
extension Collection { func chunked(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { i in Array(self.dropFirst(i).prefix(n)) } } }
print([1, 2, 3, 4, 5].chunked(2), "abcdefg".chunked(3).map { String($0) })
extension Dictionary where Value: Comparable { func keysByValue() -> [Key] { self.sorted { $0.value < $1.value }.map(\.key) } }
print(["a": 3, "b": 1, "c": 2].keysByValue())
extension Optional where Wrapped == String { var orEmpty: String { self ?? "" } }
print((nil as String?).orEmpty.isEmpty, Optional("v").orEmpty)
func twice<T: Scalable>(_ x: T) -> T where T: Equatable { x.scaled(by: 2) }
print(twice(Square(side: 1.5)), twice(Rect(w: 1, h: 2)) == Rect(w: 2, h: 4))
func apply<T, U>(_ x: T, _ f: (T) throws -> U) rethrows -> U { try f(x) }
print(apply(3) { $0 * 2 }, apply("x") { $0 + "y" }, (try? apply("12") { Int($0)! }) as Any)
// expect: [Square(4.0), Rect(6.0), Sq(1.0)]
// expect: square Square(4.0)
// expect: 16.0
// expect: rect 2.0 3.0 Rect(6.0)
// expect: 24.0
// expect: rect 1.0 1.0 Sq(1.0)
// expect: 4.0
// expect: 11.0 Rect
// expect: Stack[1, 2, 3, 9] 15 [9, 3, 2, 1] false true 9
// expect: b/a 2
// expect: Optional(9) Optional("x") nil
// expect: [("b", 1), ("c", 2), ("a", 3)] 3 2
// expect: [1, 2, 2, 5, 8, 9] 4
// expect: [[1, 2], [3, 4], [5]] ["abc", "def", "g"]
// expect: ["b", "c", "a"]
// expect: true v
// expect: Square(9.0) true
// expect: 6 xy Optional(12)
