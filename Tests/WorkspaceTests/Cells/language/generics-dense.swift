// Generics with where clauses, conditional conformances, protocol extensions
protocol Shape { var area: Double { get }; func scaled(by k: Double) -> Self; static var sides: Int { get } }
extension Shape { var description: String { "\(Self.self) with \(Self.sides) sides, area \(area)" }; func doubled() -> Self { scaled(by: 2) } }
struct Square: Shape, CustomStringConvertible { var s: Double; var area: Double { s * s }; func scaled(by k: Double) -> Square { Square(s: s * k) }; static var sides: Int { 4 } }
struct Tri: Shape { var b, h: Double; var area: Double { b * h / 2 }; func scaled(by k: Double) -> Self { Tri(b: b * k, h: h * k) }; static let sides = 3; var description: String { "custom tri" } }
let shapes: [any Shape] = [Square(s: 2), Tri(b: 3, h: 4)]
for s in shapes { print(s.area, s.description, s.doubled().area, type(of: s).sides, type(of: s)) }
// expect: 4.0 Square with 4 sides, area 4.0 16.0 4 Square
// expect: 6.0 Tri with 3 sides, area 6.0 24.0 3 Tri
print(Square(s: 1), Square(s: 3).doubled().doubled().area, Tri(b: 1, h: 1).doubled())
// expect: Square with 4 sides, area 1.0 144.0 Tri(b: 2.0, h: 2.0)
func largest<S: Shape>(_ xs: [S]) -> S? { xs.max { $0.area < $1.area } }
print(largest([Square(s: 1), Square(s: 5), Square(s: 3)])!, largest([Tri]()) == nil ? "none" : "some")
// expect: Square with 4 sides, area 25.0 none
func total(_ xs: [any Shape]) -> Double { xs.reduce(0) { $0 + $1.area } }
print(total(shapes), shapes.map { $0.area }.sorted(), shapes.compactMap { $0 as? Square }.count, shapes.filter { $0 is Tri }.count)
// expect: 10.0 [4.0, 6.0] 1 1
struct Pair<A, B> { var first: A; var second: B; func swapped() -> Pair<B, A> { Pair<B, A>(first: second, second: first) }; func map<C>(_ f: (A) -> C) -> Pair<C, B> { .init(first: f(first), second: second) } }
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Hashable where A: Hashable, B: Hashable {}
extension Pair: Comparable where A: Comparable, B: Comparable { static func < (l: Self, r: Self) -> Bool { (l.first, l.second) < (r.first, r.second) } }
extension Pair where A == B { var both: [A] { [first, second] } }
extension Pair where A: Numeric, A == B { var sum: A { first + second }; static func * (l: Self, k: A) -> Self { Pair(first: l.first * k, second: l.second * k) } }
extension Pair: CustomStringConvertible where A: CustomStringConvertible { var description: String { "<\(first.description), \(second)>" } }
let p = Pair(first: 1, second: "x"), q = Pair(first: 2, second: 3)
print(p, p.swapped(), p == p, q.both, q.sum, q * 10, Set([q, q]).count, [Pair(first: 2, second: 1), Pair(first: 1, second: 9)].sorted(), q.map { Double($0) / 2 }, max(q, q * 2))
// expect: <1, x> <x, 1> true [2, 3] 5 <20, 30> 1 [<1, 9>, <2, 1>] <1.0, 3> <4, 6>
struct Stack<T> { private(set) var items: [T] = []; init() {}; init<S: Sequence>(_ s: S) where S.Element == T { items = Array(s) }; mutating func push(_ x: T...) { items += x }; @discardableResult mutating func pop() -> T? { items.popLast() }; var top: T? { items.last }; subscript(i: Int) -> T { items[items.count - 1 - i] } }
extension Stack: Sequence { func makeIterator() -> AnyIterator<T> { var i = items.count; return AnyIterator { i -= 1; return i >= 0 ? items[i] : nil } } }
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: T...) { self.init(elements) } }
extension Stack: Equatable where T: Equatable {}
var st: Stack<Int> = [1, 2, 3]; st.push(4, 5); st.pop(); print(st.map { $0 }, st[0], st.top!, st == [1, 2, 3, 4], st.contains(2), Array(st.prefix(2)), st.reduce(0, +), Stack("abc").joined2)
// expect: [4, 3, 2, 1] 4 4 true true [4, 3] 10 abc
extension Stack where T == Character { var joined2: String { String(items) } }
func zipWith<A, B, C>(_ a: [A], _ b: [B], _ f: (A, B) throws -> C) rethrows -> [C] { try zip(a, b).map { try f($0, $1) } }
print(zipWith([1, 2, 3], ["a", "b", "c"]) { String(repeating: $1, count: $0) }, zipWith([1.5, 2], [2, 4], *))
// expect: ["a", "bb", "ccc"] [3.0, 8.0]
func memoize<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V { var cache: [K: V] = [:]; func m(_ k: K) -> V { if let v = cache[k] { return v }; let v = f(m, k); cache[k] = v; return v }; return m }
let fib = memoize { (f: (Int) -> Int, n: Int) -> Int in n < 2 ? n : f(n - 1) + f(n - 2) }
print(fib(80), fib(30)) // expect: 23416728348467685 832040
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
infix operator >>>: CompositionPrecedence
precedencegroup CompositionPrecedence { associativity: left higherThan: AssignmentPrecedence }
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { compose(f, g) }
let pipeline = { (x: Int) in x + 1 } >>> { $0 * 2 } >>> { "\($0)!" } >>> \.count
print(pipeline(4), pipeline(499), compose(Double.init, { $0 / 2 })(5 as Int), (abs >>> String.init)(-5))
// expect: 3 5 2.5 5
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
print(curry(+)(1)(2), [1, 2, 3].map(curry(*)(10)), curry(max)(3)(9)) // expect: 3 [10, 20, 30] 9
extension Array { func chunked(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) } }; func grouped<K: Hashable>(by k: (Element) -> K) -> [K: [Element]] { reduce(into: [:]) { $0[k($1), default: []].append($1) } } }
extension Array where Element: Hashable { var uniqued: [Element] { var seen = Set<Element>(); return filter { seen.insert($0).inserted } } }
extension Dictionary where Value: Comparable { var best: Key? { self.max { $0.value < $1.value }?.key } }
extension Optional where Wrapped: Collection { var isNilOrEmpty: Bool { self?.isEmpty ?? true } }
extension Collection { subscript(safe i: Index) -> Element? { indices.contains(i) ? self[i] : nil } }
print([1, 2, 3, 4, 5].chunked(2), (1...6).map { $0 }.grouped { $0 % 3 }[0]!, [3, 1, 3, 2, 1].uniqued, ["a": 3, "b": 7].best!, (nil as [Int]?).isNilOrEmpty, Optional("x").isNilOrEmpty, [1, 2][safe: 5] as Any, "abc"[safe: "abc".startIndex]!)
// expect: [[1, 2], [3, 4], [5]] [3, 6] [3, 1, 2] b true false nil a
struct Tagged<Tag, Raw: Comparable>: Comparable { let raw: Raw; static func < (a: Self, b: Self) -> Bool { a.raw < b.raw } }
enum UserTag {}; typealias UserID = Tagged<UserTag, Int>; print(UserID(raw: 3) < UserID(raw: 4), [UserID(raw: 9), .init(raw: 2)].min()!.raw, UserID.self)
// expect: true 2 Tagged<UserTag, Int>
protocol Monoid { static var empty: Self { get }; static func <> (a: Self, b: Self) -> Self }
infix operator <>: AdditionPrecedence
extension Int: Monoid { static var empty: Int { 0 }; static func <> (a: Int, b: Int) -> Int { a + b } }
extension String: Monoid { static let empty = ""; static func <> (a: String, b: String) -> String { a + b } }
extension Array: Monoid { static var empty: [Element] { [] }; static func <> (a: [Element], b: [Element]) -> [Element] { a + b } }
extension Sequence where Element: Monoid { func concat() -> Element { reduce(.empty) { $0 <> $1 } } }
print([1, 2, 3].concat(), ["a", "b"].concat(), [[1], [2, 3]].concat(), 1 <> 2 <> 3) // expect: 6 ab [1, 2, 3] 6
func describe<T>(_ x: T) -> String { "any \(x)" }; func describe(_ x: Int) -> String { "int \(x)" }; func describe<T: Collection>(_ x: T) -> String { "coll \(x.count)" }; func describe<T: CustomStringConvertible>(_ x: [T]) -> String { "arr \(x)" }
print(describe(1), describe(1.5), describe("abc"), describe([1, 2]), describe([1: 2]), describe(nil as Int?))
// expect: int 1 any 1.5 coll 3 arr [1, 2] coll 1 any nil
