// generics
struct Stack<Element> {
    private(set) var items: [Element] = []
    var isEmpty: Bool { items.isEmpty }
    var top: Element? { items.last }
    mutating func push(_ x: Element) { items.append(x) }
    @discardableResult mutating func pop() -> Element? { items.popLast() }
}
extension Stack: CustomStringConvertible where Element: CustomStringConvertible {
    var description: String { "[" + items.map { $0.description }.joined(separator: "|") + "]" }
}
extension Stack: Equatable where Element: Equatable {}
extension Stack where Element == Int { var sum: Int { items.reduce(0, +) } }
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: Element...) { items = elements } }
var s: Stack<Int> = [1, 2, 3]
s.push(4); s.pop(); s.push(10)
print(s, s.sum, s == [1, 2, 3, 10], s.top ?? 0)
extension Stack: Sequence {
    func makeIterator() -> AnyIterator<Element> {
        var i = items.count
        return AnyIterator { i -= 1; return i >= 0 ? items[i] : nil }
    }
}
for x in s { print(x, terminator: " ") }
print()
print(s.map { $0 * 2 }, s.contains(3), Array(s))
func largest<T: Comparable>(_ xs: [T]) -> T? {
    guard var best = xs.first else { return nil }
    for x in xs where x > best { best = x }
    return best
}
print(largest([3, 9, 2])!, largest(["a", "zz", "m"])!, largest([Double]()) as Any)
struct Pair<A, B> { var a: A; var b: B; func swapped() -> Pair<B, A> { Pair<B, A>(a: b, b: a) } }
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Hashable where A: Hashable, B: Hashable {}
let p = Pair(a: 1, b: "x")
print(p, p.swapped(), p == Pair(a: 1, b: "x"))
print(Set([p, p, Pair(a: 2, b: "x")]).count)
func zipWith<A, B, C>(_ a: [A], _ b: [B], _ f: (A, B) throws -> C) rethrows -> [C] {
    var out: [C] = []
    for i in 0..<Swift.min(a.count, b.count) { out.append(try f(a[i], b[i])) }
    return out
}
print(zipWith([1, 2, 3], [4, 5, 6], *), zipWith(["a"], [1]) { $0 + String($1) })
func sumAll<S: Sequence>(_ s: S) -> S.Element where S.Element: Numeric { s.reduce(0, +) }
print(sumAll([1, 2, 3]), sumAll(stride(from: 0.5, to: 3, by: 0.5)), sumAll(Set([1, 2])))
func printAll<C: Collection>(_ c: C) where C.Element: CustomStringConvertible {
    for (i, e) in c.enumerated() { print(i, e.description, separator: ":", terminator: ";") }
    print()
}
printAll([1, 2]); printAll("ab"); printAll(1...3)
enum Tree<T: Comparable> {
    case leaf
    indirect case node(Tree<T>, T, Tree<T>)
    func inserting(_ v: T) -> Tree {
        switch self {
        case .leaf: return .node(.leaf, v, .leaf)
        case let .node(l, x, r):
            if v < x { return .node(l.inserting(v), x, r) }
            if v > x { return .node(l, x, r.inserting(v)) }
            return self
        }
    }
    var inOrder: [T] {
        switch self { case .leaf: return []; case let .node(l, x, r): return l.inOrder + [x] + r.inOrder }
    }
    var depth: Int { switch self { case .leaf: 0; case let .node(l, _, r): 1 + max(l.depth, r.depth) } }
}
var t = Tree<Int>.leaf
for x in [5, 2, 8, 1, 9, 3] { t = t.inserting(x) }
print(t.inOrder, t.depth)
// expect: [1|2|3|10] 16 true 10
// expect: 10 3 2 1 
// expect: [20, 6, 4, 2] true [10, 3, 2, 1]
// expect: 9 zz nil
// expect: Pair<Int, String>(a: 1, b: "x") Pair<String, Int>(a: "x", b: 1) true
// expect: 2
// expect: [4, 10, 18] ["a1"]
// expect: 6 7.5 3
// expect: 0:1;1:2;
// expect: 0:a;1:b;
// expect: 0:1;1:2;2:3;
// expect: [1, 2, 3, 5, 8, 9] 3
