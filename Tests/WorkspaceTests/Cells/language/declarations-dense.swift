import Foundation
// Access control, statics, nested types, typealiases, Self, computed globals
private let secret = 42
fileprivate func helper(_ x: Int) -> Int { x + secret }
public struct Account { public private(set) var balance = 0.0; fileprivate var log: [String] = []; internal let id: Int; private static var next = 1; public init() { id = Account.next; Account.next += 1 }; public mutating func deposit(_ x: Double) { balance += x; note("deposit \(x)") }; private mutating func note(_ s: String) { log.append("#\(id) \(s)") } }
var a1 = Account(), a2 = Account(); a1.deposit(5); a2.deposit(2.5); a1.deposit(1); print(a1.balance, a2.id, a1.log, helper(1), a2)
// expect: 6.0 2 ["#1 deposit 5.0", "#1 deposit 1.0"] 43 Account(balance: 2.5, log: ["#2 deposit 2.5"], id: 2)
enum Config { static let version = "1.2"; static var debug = false { didSet { print("debug", oldValue, "->", debug) } }; static func describe() -> String { "v\(version) \(debug)" }; enum Limits { static let max = 10; static var scaled: Int { max * 2 } }; struct Entry: Equatable { var key: String; static let empty = Entry(key: "") } }
Config.debug = true; print(Config.describe(), Config.Limits.max, Config.Limits.scaled, Config.Entry.empty == .init(key: ""), Config.Entry(key: "k"))
// expect: debug false -> true
// expect: v1.2 true 10 20 true Entry(key: "k")
typealias Pair<T> = (first: T, second: T); typealias Handler = (String) -> Int; typealias Grid = [[Character]]; typealias StringMap<V> = [String: V]
let pr: Pair<Int> = (1, 2), h: Handler = { $0.count }; var m: StringMap<[Int]> = ["a": [1]]; m["b", default: []].append(2); let gr: Grid = ["ab", "cd"].map(Array.init); print(pr.first + pr.second, h("four"), m.keys.sorted(), gr[1][0])
// expect: 3 4 ["a", "b"] c
struct Vec { var x, y: Double; static let zero = Self(x: 0, y: 0), unit = Self(x: 1, y: 1); func with(x: Double) -> Self { var c = self; c.x = x; return c }; static func random(_ seed: Int) -> Self { Self(x: Double(seed % 7), y: Double(seed % 5)) }; init(x: Double, y: Double) { (self.x, self.y) = (x, y) }; init(_ v: Double) { self.init(x: v, y: v) }; static var all: [Self] { [.zero, .unit] } }
print(Vec.zero, Vec.unit.with(x: 5), Vec.random(12), Vec(3), Vec.all.map(\.x), [Vec.unit, .zero, .init(2)].map { $0.y })
// expect: Vec(x: 0.0, y: 0.0) Vec(x: 5.0, y: 1.0) Vec(x: 5.0, y: 2.0) Vec(x: 3.0, y: 3.0) [0.0, 1.0] [1.0, 0.0, 2.0]
protocol Copyable2 { func copy() -> Self; static var kind: String { get } }; extension Copyable2 { func twins() -> [Self] { [self, copy()] }; var kindOfSelf: String { Self.kind } }; struct Sheep: Copyable2 { var name: String; func copy() -> Sheep { Sheep(name: name + "'") }; static let kind = "sheep" }; print(Sheep(name: "Dolly").twins(), Sheep(name: "x").kindOfSelf)
// expect: [main.Sheep(name: "Dolly"), main.Sheep(name: "Dolly\'")] sheep
var counter = 0; var doubled: Int { get { counter * 2 } set { counter = newValue / 2 } }; doubled = 10; print(counter, doubled); doubled += 4; print(counter); var observed = 1 { willSet { print("will", newValue) } didSet { print("did", oldValue, observed) } }; observed = 5; observed += 1; func touch(_ x: inout Int) { x *= 2 }; touch(&observed); print(observed)
// expect: 5 10
// expect: 7
// expect: will 5
// expect: did 1 5
// expect: will 6
// expect: did 5 6
// expect: will 12
// expect: did 6 12
// expect: 12
struct Matrix<T> { let rows: Int, cols: Int; private var store: [T]; init(_ r: Int, _ c: Int, fill: T) { (rows, cols, store) = (r, c, Array(repeating: fill, count: r * c)) }; subscript(r: Int, c: Int) -> T { get { store[r * cols + c] } set { store[r * cols + c] = newValue } }; subscript(row r: Int) -> [T] { get { Array(store[r * cols..<(r + 1) * cols]) } set { store.replaceSubrange(r * cols..<(r + 1) * cols, with: newValue) } }; static func square(_ n: Int, _ f: T) -> Matrix { Matrix(n, n, fill: f) }; func map<U>(_ f: (T) -> U) -> Matrix<U> { var m = Matrix<U>(rows, cols, fill: f(store[0])); for i in store.indices { m.store[i] = f(store[i]) }; return m } }
var mx = Matrix(2, 3, fill: 0); mx[0, 1] = 5; mx[row: 1] = [7, 8, 9]; mx[1, 2] += 1; print(mx[row: 0], mx[row: 1], mx.map { Double($0) / 2 }[row: 1], Matrix<String>.square(1, "z")[0, 0], mx.map { $0 > 5 }[row: 1])
// expect: [0, 5, 0] [7, 8, 10] [3.5, 4.0, 5.0] z [true, true, true]
struct Outer { struct Middle { enum Leaf: String, CaseIterable { case a, b = "bee"; var up: String { rawValue.uppercased() } }; var leaf = Leaf.a; mutating func flip() { leaf = leaf == .a ? .b : .a } }; var mid = Middle(); var leaves: [Middle.Leaf] { Middle.Leaf.allCases.filter { $0 != mid.leaf } } }; var out = Outer(); out.mid.flip(); print(out, out.leaves, Outer.Middle.Leaf(rawValue: "bee")!.up, Outer.Middle.Leaf.allCases.map(\.rawValue))
// expect: Outer(mid: main.Outer.Middle(leaf: main.Outer.Middle.Leaf.b)) [main.Outer.Middle.Leaf.a] BEE ["a", "bee"]
extension Outer { init(leaf: Middle.Leaf) { self.init(); mid.leaf = leaf }; static func == (l: Outer, r: Outer) -> Bool { l.mid.leaf == r.mid.leaf } }; print(Outer(leaf: .b) == out, Outer(leaf: .a) == out); extension Int { static let answer = 42; var isEven: Bool { self % 2 == 0 }; func times(_ f: (Int) -> Void) { for i in 0..<self { f(i) } }; static func parse(_ s: String) -> Int? { Int(s.trimmingCharacters(in: .whitespaces)) }; init?(roman: String) { let v: [Character: Int] = ["I": 1, "V": 5, "X": 10]; var t = 0, last = 0; for c in roman.reversed() { guard let n = v[c] else { return nil }; t += n < last ? -n : n; last = Swift.max(last, n) }; self = t } }; var seen: [Int] = []; 3.times { seen.append($0) }; print(Int.answer.isEven, seen, Int.parse(" 7 ")!, Int(roman: "XIV")!, Int(roman: "Q") as Any, 5.isEven)
// expect: true false
// expect: true [0, 1, 2] 7 14 nil false
extension String { subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] }; subscript(r: Range<Int>) -> Substring { self[index(startIndex, offsetBy: r.lowerBound)..<index(startIndex, offsetBy: r.upperBound)] }; var words: [String] { split(separator: " ").map(String.init) }; func count(of c: Character) -> Int { reduce(0) { $1 == c ? $0 + 1 : $0 } }; mutating func capitalizeFirst() { self = prefix(1).uppercased() + dropFirst() }; static func * (s: String, n: Int) -> String { String(repeating: s, count: n) } }; var hello = "hello world"; hello.capitalizeFirst(); print(hello[4], hello[6..<9], hello.words, hello.count(of: "o"), "ab" * 3)
// expect: o wor ["Hello", "world"] 2 ababab
