var score = 0 { willSet { print("->", newValue) } didSet { if score > 10 { score = 10 } } }
score = 5
score += 20
print(score)
var doubled: Int { get { score * 2 } set { score = newValue / 2 } }
doubled = 8
print(doubled, score)
struct S { static var log: [Int] = [] { didSet { print("log", log.count) } }
    static let shared = S(id: 7)
    let id: Int
    static func make() -> S { log.append(log.count); return S(id: log.count) } }
print(S.make().id, S.make().id, S.shared.id, S.log)
func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }
print(isEven(10), isOdd(7))
func local() -> [Int] { func a(_ n: Int) -> [Int] { n <= 0 ? [] : [n] + b(n - 1) }
    func b(_ n: Int) -> [Int] { n <= 0 ? [] : [-n] + a(n - 1) }
    return a(4) }
print(local())
func value() -> Int { 1 }
func value() -> String { "s" }
let vi: Int = value(), vs: String = value()
print(vi, vs, value() as String)
func f(_ x: Int, by y: Int = 2, _ rest: Int..., label z: String = "z") -> String { "\(x) \(y) \(rest) \(z)" }
print(f(1), f(1, by: 3), f(1, by: 3, 4, 5), f(1, label: "q"), f(1, by: 2, 3, label: "w"))
func g(_ xs: inout [Int], _ n: inout Int) -> Int { xs.append(n); n += 1; return xs.count }
var arr = [1], num = 5
print(g(&arr, &num), arr, num)
// expect: -> 5
// expect: -> 25
// expect: 10
// expect: -> 4
// expect: 8 4
// expect: log 1
// expect: log 2
// expect: 1 2 7 [0, 1]
// expect: true true
// expect: [4, -3, 2, -1]
// expect: 1 s s
// expect: 1 2 [] z 1 3 [] z 1 3 [4, 5] z 1 2 [] q 1 2 [3] w
// expect: 2 [1, 5] 6
// ---
struct Stack<E> { private var a: [E] = []
    @discardableResult mutating func push(_ e: E) -> Self { a.append(e); return self }
    subscript(i: Int) -> E { get { a[a.count - 1 - i] } set { a[a.count - 1 - i] = newValue } }
    subscript(safe i: Int) -> E? { i < a.count ? self[i] : nil }
    static func + (l: Self, r: Self) -> Self { var s = l; r.a.forEach { s.push($0) }; return s }
    func forEach(_ f: (E) throws -> Void) rethrows { try a.reversed().forEach(f) }
    var reduced: (( E, E) -> E) -> E? { { f in a.isEmpty ? nil : a.dropFirst().reduce(a[0], f) } } }
var s = Stack<Int>()
s.push(1)
s.push(2).forEach { print($0, terminator: " ") }
s[0] *= 10
print(s[0], s[safe: 5] as Any, (s + s)[2], s.reduced(+)!, Stack<String>().reduced { $0 + $1 } as Any)
extension Stack: Sequence { func makeIterator() -> Array<E>.Iterator { a.makeIterator() } }
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral e: E...) { a = e } }
print(s.map { $0 + 1 }, Array([1, 2] as Stack), s.sorted(), Stack(arrayLiteral: "x").first { _ in true }!)
for x in ["p", "q"] as Stack where x != "q" { print(x) }
// expect: 2 1 20 nil 20 21 nil
// expect: [2, 21] [1, 2] [1, 20] x
// expect: p
// ---
protocol Visitor { func visit(_ n: Num) -> String; func visit(_ a: Add) -> String }
protocol Node { func accept(_ v: any Visitor) -> String }
struct Num: Node { let n: Int; func accept(_ v: any Visitor) -> String { v.visit(self) } }
struct Add: Node { let l: any Node, r: any Node; func accept(_ v: any Visitor) -> String { v.visit(self) } }
struct Printer: Visitor { func visit(_ n: Num) -> String { "\(n.n)" }
    func visit(_ a: Add) -> String { "(\(a.l.accept(self)) + \(a.r.accept(self)))" } }
struct Counter: Visitor { func visit(_ n: Num) -> String { "1" }
    func visit(_ a: Add) -> String { String(Int(a.l.accept(self))! + Int(a.r.accept(self))!) } }
let tree: any Node = Add(l: Num(n: 1), r: Add(l: Num(n: 2), r: Num(n: 3)))
print(tree.accept(Printer()), tree.accept(Counter()), [Printer(), Counter()].map { (v: any Visitor) in tree.accept(v) })
// expect: (1 + (2 + 3)) 3 ["(1 + (2 + 3))", "3"]
// ---
protocol Plugin { var id: String { get }; func run(_ x: inout [String]) throws }
extension Plugin { var id: String { "\(type(of: self))" } }
struct Upper: Plugin { func run(_ x: inout [String]) { x = x.map { $0.uppercased() } } }
struct Limit: Plugin { let n: Int
    struct TooMany: Error { let n: Int }
    func run(_ x: inout [String]) throws { if x.count > n { throw TooMany(n: x.count) } } }
struct Tag: Plugin { var id = "tagger"; let t: String
    func run(_ x: inout [String]) { for i in x.indices { x[i] = t + x[i] } } }
func apply(_ ps: [any Plugin], _ x: [String]) -> Result<[String], any Error> { var x = x
    return Result { for p in ps { try p.run(&x) }
        return x } }
print((try? apply([Upper(), Tag(t: "#")], ["a", "b"]).get()) ?? [], [Upper(), Tag(t: ""), Limit(n: 1)].map { (p: any Plugin) in p.id })
if case .failure(let e) = apply([Limit(n: 1)], ["a", "b"]), let t = e as? Limit.TooMany { print("too many", t.n) }
switch apply([Limit(n: 5)], []) { case .success(let v): print(v.isEmpty)
    case .failure: print("no") }
// expect: ["#A", "#B"] ["Upper", "tagger", "Limit"]
// expect: too many 2
// expect: true
// ---
func assertEqual<T: Equatable>(_ a: @autoclosure () throws -> T, _ b: @autoclosure () throws -> T, _ m: @autoclosure () -> String = "") rethrows -> Bool { let (x, y) = (try a(), try b())
    if x != y { print("differs: \(x) \(y) \(m())") }
    return x == y }
print(assertEqual(1, 1), assertEqual("a", "b", "msg"))
struct Err: Error {}
func bad() throws -> Int { throw Err() }
do { _ = try assertEqual(try bad(), 1) } catch { print("threw", error) }
func or<T>(_ o: T?, _ d: @autoclosure () throws -> T) rethrows -> T { if let o { return o }
    return try d() }
print(or(nil, 3), (try? or(nil as Int?, try bad())) ?? 9, or(4, fatalError()))
extension Bool { func then<T>(_ v: @autoclosure () -> T) -> T? { self ? v() : nil }
    static func || (a: Bool, b: @autoclosure () -> String) -> Bool { a || !b().isEmpty } }
print((3 > 2).then("yes") as Any, false.then(1 / Int("0")!) as Any, false || "x")
func unless(_ c: Bool, _ body: () -> Void) { if !c { body() } }
unless(false) { print("ran") }
func repeatUntil(_ c: @autoclosure () -> Bool, _ body: () -> Void) { repeat { body() } while !c() }
var n = 0
repeatUntil(n >= 3) { n += 1 }
print(n)
// expect: differs: a b msg
// expect: true false
// expect: threw Err()
// expect: 3 9 4
// expect: Optional("yes") nil true
// expect: ran
// expect: 3
// ---
let list = [5, 3, 8, 1]
print(list.sorted { a, b in a > b }, list.min(by: >)!, list.partitioned { $0 > 4 }, list.lazy.map { $0 * 2 }.filter { $0 > 5 }.first!, list.dropFirst().prefix(2), list[1...].firstIndex(of: 8)!, list.suffix(2).map { $0 }, list.last { $0 > 4 }!)
extension Array { func partitioned(_ p: (Element) -> Bool) -> [[Element]] { [filter(p), filter { !p($0) }] } }
var m = list
let pivot = m.partition { $0 > 4 }
print(m[..<pivot].sorted(), m[pivot...].sorted(), m.count)
m.removeAll { $0 == 8 }
m.insert(0, at: 1)
m.reverse()
m += [7] + list.prefix(1)
m.swapAt(0, m.count - 1)
m[0 ..< 2] = [9, 9, 9]
print(m.count, m.first!, m.firstIndex(of: 7) as Any, m.contains { $0 > 8 }, m.split(separator: 9).map(Array.init), m.joinedText)
extension Array where Element == Int { var joinedText: String { map(String.init).joined(separator: "") } }
let flat = [[1], [], [2, 3]].flatMap { $0 }, c = ["1", "x", "3"].compactMap { Int($0) }
print(flat, c, flat.elementsEqual([1, 2, 3]), flat == c, zip(flat, c).allSatisfy(==), flat.starts(with: [1, 2]), [1, 2, 2, 3].lastIndex(of: 2)!, Array(flat.enumerated().map { $0 * $1 }))
var set: Set = [3, 1, 2]
print(set.insert(3).inserted, set.remove(1)!, set.union([9]).sorted(), set.intersection([2, 5]), set.symmetricDifference([2, 7]).sorted(), set.isSubset(of: [1, 2, 3]), set.subtracting([2]), set.isDisjoint(with: [8]), set.min()!)
set.formUnion([4, 5])
set.subtract([3])
print(set.sorted(), set.count, Set("hello").count, set.contains(4), set.filter { $0 > 4 }, set.map { $0 * 2 }.sorted())
let big = Array(1 ... 100)
print(big.reduce(0, +), big.filter { $0 % 7 == 0 }.count, stride(from: 0, to: 100, by: 25).map { big[$0] }, big.chunks(40).map(\.count), big.shuffled().sorted() == big, big[10 ..< 12] + big.suffix(1))
extension Array { func chunks(_ n: Int) -> [ArraySlice<Element>] { stride(from: 0, to: count, by: n).map { self[$0 ..< Swift.min($0 + n, count)] } } }
// expect: [8, 5, 3, 1] 8 [[5, 8], [3, 1]] 10 [3, 8] 2 [8, 1] 8
// expect: [1, 3] [5, 8] 4
// expect: 7 9 Optional(5) true [[0, 1, 7, 5]] 9990175
// expect: [1, 2, 3] [1, 3] true false false true 2 [0, 2, 6]
// expect: false 1 [2, 3, 9] [2] [3, 7] true [3] true 2
// expect: [2, 4, 5] 3 4 true [5] [4, 8, 10]
// expect: 5050 14 [1, 26, 51, 76] [40, 40, 20] true [11, 12, 100]
