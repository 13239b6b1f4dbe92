protocol Describable { var summary: String { get } }
extension Describable { var loud: String { summary.uppercased() + "!" } }
extension Int: Describable { var summary: String { "int \(self)" } }
extension String: Describable { var summary: String { "'\(self)'" } }
extension Optional: Describable where Wrapped: Describable { var summary: String { map { "some " + $0.summary } ?? "none" } }
extension Array: Describable where Element: Describable { var summary: String { "[" + map(\.summary).joined(separator: ", ") + "]" } }
extension Dictionary: Describable where Key: Comparable, Value: Describable { var summary: String { sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.summary)" }.joined(separator: "; ") } }
print(5.loud, "x".summary, [1, 2].summary, Optional("q").summary, Int?.none.summary, ["b": 1, "a": 2].summary, [[1], []].summary)
let mixed: [Describable] = [1, "two", [3]]; print(mixed.map { $0.loud })
struct Box<T>: Describable where T: Describable { let value: T; var summary: String { "box of " + value.summary }; func map<U: Describable>(_ f: (T) -> U) -> Box<U> { Box<U>(value: f(value)) } ; static func wrap(_ t: T) -> Box { Box(value: t) } }
print(Box(value: 3).map { "\($0)" }.loud, Box.wrap("s").summary, Box<[Int]>(value: [1]).summary)
func describeAll<T: Describable>(_ xs: T...) -> String { xs.map(\.summary).joined(separator: "|") }
print(describeAll(1, 2, 3), describeAll("a"))
func first<C: Collection>(_ c: C, where p: (C.Element) -> Bool) -> C.Element? { for x in c where p(x) { return x }; return nil }
print(first([1, 5, 9]) { $0 > 3 } ?? 0, first("hello") { "aeiou".contains($0) } ?? "-", first([String: Int](), where: { _ in true }) == nil)
func merge<K, V>(_ a: [K: V], _ b: [K: V], by f: (V, V) -> V) -> [K: V] { var r = a; for (k, v) in b { r[k] = r[k].map { f($0, v) } ?? v }; return r }
print(merge(["a": 1, "b": 2], ["b": 3, "c": 4], by: +).sorted { $0.key < $1.key }.map { "\($0)\($1)" })
protocol Zero { static var zero: Self { get } }
extension Int: Zero {}; extension Double: Zero {}
func sum<T: Zero & AdditiveArithmetic>(_ xs: [T]) -> T { xs.reduce(T.zero, +) }
print(sum([1, 2]), sum([0.5, 0.25]))
struct Grid<Cell> { let w: Int, h: Int; private var cells: [Cell]; init(w: Int, h: Int, fill: (Int, Int) -> Cell) { self.w = w; self.h = h; cells = (0..<h).flatMap { y in (0..<w).map { x in fill(x, y) } } }
    subscript(x: Int, y: Int) -> Cell { get { cells[y * w + x] } set { cells[y * w + x] = newValue } }
    subscript(row y: Int) -> ArraySlice<Cell> { cells[y * w..<(y + 1) * w] } }
var g = Grid(w: 3, h: 2) { x, y in x * 10 + y }; g[1, 1] = 99; print(g[row: 1], g[row: 0].reduce(0, +), g[2, 0])
let g2 = Grid<Character>(w: 2, h: 1) { x, _ in x == 0 ? "a" : "b" }; print(String(g2[row: 0]))
struct Either<L, R> { enum Side { case left(L), right(R) }; var side: Side; func fold<T>(_ l: (L) -> T, _ r: (R) -> T) -> T { switch side { case .left(let x): return l(x); case .right(let y): return r(y) } } }
let e1 = Either<Int, String>(side: .left(4)), e2 = Either<Int, String>(side: .right("abc")); print(e1.fold({ $0 * 2 }, { $0.count }), e2.fold({ $0 * 2 }, { $0.count }))
extension Sequence where Element: Comparable { func isAscending() -> Bool { zip(self, dropFirst()).allSatisfy(<=) } }
print([1, 2, 2].isAscending(), [3, 1].isAscending())
func compare<T>(_ a: T, _ b: T, using lt: (T, T) -> Bool) -> String { lt(a, b) ? "<" : lt(b, a) ? ">" : "=" }
print(compare(1, 2, using: <), compare("b", "a", using: <), compare([1], [1]) { $0.count < $1.count })
typealias Predicate<T> = (T) -> Bool
func && <T>(l: @escaping Predicate<T>, r: @escaping Predicate<T>) -> Predicate<T> { { l($0) && r($0) } }
let big: Predicate<Int> = { $0 > 10 }, evenP: Predicate<Int> = { $0 % 2 == 0 }; print([4, 12, 15].filter(big && evenP))
// expect: INT 5! 'x' [int 1, int 2] some 'q' none a: int 2; b: int 1 [[int 1], []]
// expect: ["INT 1!", "\'TWO\'!", "[INT 3]!"]
// expect: BOX OF '3'! box of 's' box of [int 1]
// expect: int 1|int 2|int 3 'a'
// expect: 5 e true
// expect: ["a1", "b5", "c4"]
// expect: 3 0.75
// expect: [1, 99, 21] 30 20
// expect: ab
// expect: 8 3
// expect: true false
// expect: < > =
// expect: [12]
