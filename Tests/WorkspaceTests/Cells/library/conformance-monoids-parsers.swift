protocol Ord { associatedtype Key: Comparable; var key: Key { get }; static var label: String { get } }
extension Ord { static var label: String { "ord" }; func before<O: Ord>(_ o: O) -> Bool where O.Key == Key { key < o.key } }
struct A: Ord { let key: Int }; struct B: Ord { var key: Int { 5 }; static let label = "B" }; struct C: Ord { let key: String }
print(A(key: 3).before(B()), B().before(A(key: 3)), A.label, B.label, C(key: "x").before(C(key: "y")))
func sortedKeys<S: Sequence>(_ s: S) -> [S.Element.Key] where S.Element: Ord { s.map(\.key).sorted() }
print(sortedKeys([A(key: 3), A(key: 1)]), sortedKeys([C(key: "b")]))
protocol Monoid { static var empty: Self { get }; static func <> (a: Self, b: Self) -> Self }
infix operator <>: AdditionPrecedence
extension Int: Monoid { static let empty = 0; static func <> (a: Int, b: Int) -> Int { a + b } }
extension String: Monoid { static var empty: String { "" }; static func <> (a: String, b: String) -> String { a + b } }
extension Array: Monoid { static var empty: [Element] { [] }; static func <> (a: Self, b: Self) -> Self { a + b } }
extension Optional: Monoid where Wrapped: Monoid { static var empty: Wrapped? { nil }; static func <> (a: Wrapped?, b: Wrapped?) -> Wrapped? { switch (a, b) { case let (x?, y?): x <> y; case (nil, let r), (let r, nil): r } } }
extension Sequence where Element: Monoid { func fold() -> Element { reduce(.empty, <>) } }
extension Dictionary: Monoid where Value: Monoid { static var empty: Self { [:] }; static func <> (a: Self, b: Self) -> Self { a.merging(b) { $0 <> $1 } } }
print([1, 2, 3].fold(), ["a", "b"].fold(), [[1], [2, 3]].fold(), [Int?.some(2), nil, 5].fold() as Any, [["a": 1], ["a": 2, "b": 3]].fold().sorted { $0.key < $1.key })
struct Parser<T> { let run: (Substring) -> (T, Substring)?
    func map<U>(_ f: @escaping (T) -> U) -> Parser<U> { Parser<U> { run($0).map { (f($0.0), $0.1) } } }
    func flatMap<U>(_ f: @escaping (T) -> Parser<U>) -> Parser<U> { .init { s in guard let (v, rest) = run(s) else { return nil }; return f(v).run(rest) } }
    func or(_ o: Parser) -> Parser { Parser { run($0) ?? o.run($0) } }
    var many: Parser<[T]> { Parser<[T]> { s in var out: [T] = [], rest = s; while let (v, r) = run(rest) { out.append(v); rest = r }; return (out, rest) } }
    func then<U>(_ o: Parser<U>) -> Parser<(T, U)> { flatMap { a in o.map { (a, $0) } } }
    func skip<U>(_ o: Parser<U>) -> Parser<T> { then(o).map(\.0) }
    static func pure(_ v: T) -> Parser { Parser { (v, $0) } } }
extension Parser where T == Character { static func char(_ ok: @escaping (Character) -> Bool) -> Parser { Parser { s in s.first.flatMap { ok($0) ? ($0, s.dropFirst()) : nil } } }
    static func just(_ c: Character) -> Parser { char { $0 == c } } }
let spaces = Parser.char(\.isWhitespace).many, digits = Parser.char(\.isNumber).many
let number = digits.flatMap { ds in ds.isEmpty ? Parser<Int> { _ in nil } : .pure(Int(String(ds))!) }.skip(spaces)
let op = Parser.just("+").or(.just("-")).skip(spaces)
let sum = number.then(op.then(number).many).map { first, rest in rest.reduce(first) { $1.0 == "+" ? $0 + $1.1 : $0 - $1.1 } }
print(sum.run("12 + 30 - 2x")!, sum.run("abc") as Any, number.many.run("1 2 3")!.0)
struct Grid<Cell>: Sequence { let w: Int, h: Int; private var cells: [Cell]
    init(_ w: Int, _ h: Int, _ f: (Int, Int) -> Cell) { (self.w, self.h) = (w, h); cells = (0..<h).flatMap { y in (0..<w).map { f($0, y) } } }
    subscript(_ p: (x: Int, y: Int)) -> Cell { get { cells[p.y * w + p.x] } set { cells[p.y * w + p.x] = newValue } }
    subscript(x: Int, y: Int) -> Cell? { (0..<w).contains(x) && 0..<h ~= y ? cells[y * w + x] : nil }
    func makeIterator() -> AnyIterator<((Int, Int), Cell)> { var i = 0; return AnyIterator { defer { i += 1 }; return i < cells.count ? ((i % w, i / w), cells[i]) : nil } }
    func map<U>(_ f: (Cell) -> U) -> Grid<U> { Grid<U>(w, h) { x, y in f(self[(x, y)]) } }
    func neighbours(_ x: Int, _ y: Int) -> [Cell] { (-1...1).flatMap { dy in (-1...1).compactMap { dx in (dx, dy) == (0, 0) ? nil : self[x + dx, y + dy] } } } }
extension Grid: CustomStringConvertible where Cell == Bool { var description: String { (0..<h).map { y in (0..<w).map { self[(x: $0, y: y)] ? "#" : "." }.joined() }.joined(separator: "\n") }
    func step() -> Grid { Grid(w, h) { x, y in let n = neighbours(x, y).filter { $0 }.count; return n == 3 || (n == 2 && self[(x, y)]) } } }
var g = Grid(5, 5) { x, y in y == 2 && (1...3).contains(x) }; print(g.step()); g[(0, 0)] = true; print(g.map { $0 ? 1 : 0 }.reduce(0) { $0 + $1.1 }, g.first { $0.1 }!.0)
struct PriorityQueue<E, P: Comparable> { private var h: [(e: E, p: P)] = []; var count: Int { h.count }
    mutating func push(_ e: E, _ p: P) { h.append((e, p)); h.sort { $0.p < $1.p } }; mutating func pop() -> E? { h.isEmpty ? nil : h.removeFirst().e } }
var pq = PriorityQueue<String, (Double)>(); pq.push("b", 2); pq.push("a", 1.5); print(pq.pop()!, pq.count, pq)
struct Polynomial: ExpressibleByArrayLiteral, CustomStringConvertible, Equatable { var c: [Int]
    init(arrayLiteral e: Int...) { c = e }; init(_ c: [Int]) { self.c = c }
    func callAsFunction(_ x: Int) -> Int { c.reversed().reduce(0) { $0 * x + $1 } }
    static func * (a: Self, b: Self) -> Self { var r = [Int](repeating: 0, count: a.c.count + b.c.count - 1); for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r[i + j] += x * y } }; return .init(r) }
    static func + (a: Self, b: Self) -> Self { .init((0..<max(a.c.count, b.c.count)).map { ($0 < a.c.count ? a.c[$0] : 0) + ($0 < b.c.count ? b.c[$0] : 0) }) }
    var derivative: Polynomial { .init(c.enumerated().dropFirst().map { $0 * $1 }) }
    var description: String { c.indices.reversed().filter { c[$0] != 0 }.map { i in let k = c[i]; return i == 0 ? "\(k)" : (k == 1 ? "" : k == -1 ? "-" : "\(k)") + "x" + (i > 1 ? "^\(i)" : "") }.joined(separator: " + ") } }
let p: Polynomial = [1, 2, 1]; print(p, p(3), p * [-1, 1], (p * p).derivative, p + [0, 0, 0, 4], p == [1, 2, 1])
func isValid(_ s: String) -> Bool { var st: [Character] = []; let m: [Character: Character] = [")": "(", "]": "[", "}": "{"]; for ch in s { if let o = m[ch] { guard st.popLast() == o else { return false } } else if m.values.contains(ch) { st.append(ch) } }; return st.isEmpty }
print(["{[()]}", "(]", "((", "a(b)c"].map(isValid)); func lev(_ a: String, _ b: String) -> Int { let (x, y) = (Array(a), Array(b)); var d = Array(0...y.count); for i in 1...x.count { var prev = d[0]; d[0] = i; for j in 1...y.count { (prev, d[j]) = (d[j], min(d[j] + 1, d[j - 1] + 1, prev + (x[i - 1] == y[j - 1] ? 0 : 1))) } }; return d[y.count] }
print(lev("kitten", "sitting")); func queens(_ n: Int, _ row: Int = 0, _ cols: [Int] = []) -> Int { row == n ? 1 : (0..<n).filter { c in !cols.enumerated().contains { $1 == c || abs($1 - c) == row - $0 } }.map { queens(n, row + 1, cols + [$0]) }.reduce(0, +) }
print((1...6).map { queens($0) }); var memo: [Int: Int] = [:]; func collatz(_ n: Int) -> Int { if n == 1 { return 1 }; if let m = memo[n] { return m }; let r = 1 + collatz(n % 2 == 0 ? n / 2 : 3 * n + 1); memo[n] = r; return r }; print((1..<30).max { collatz($0) < collatz($1) }!, memo.count)
// expect: true false ord B true
// expect: [1, 3] ["b"]
// expect: 6 ab [1, 2, 3] Optional(7) [(key: "a", value: 3), (key: "b", value: 3)]
// expect: (40, "x") nil [1, 2, 3]
// expect: .....
// expect: ..#..
// expect: ..#..
// expect: ..#..
// expect: .....
// expect: 4 (0, 0)
// expect: a 1 PriorityQueue<String, Double>(h: [(e: "b", p: 2.0)])
// expect: x^2 + 2x + 1 16 x^3 + x^2 + -x + -1 4x^3 + 12x^2 + 12x + 4 4x^3 + x^2 + 2x + 1 true
// expect: [true, false, false, true]
// expect: 3
// expect: [1, 0, 0, 2, 10, 4]
// expect: 27 139
