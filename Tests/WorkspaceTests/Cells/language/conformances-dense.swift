// protocols: dispatch, inheritance, Self, statics
protocol Animal { var name: String { get }; func speak() -> String; static var legs: Int { get } }
extension Animal { func speak() -> String { "..." }; func intro() -> String { "\(name) says \(speak())" }; static var legs: Int { 4 }; func extra() -> String { "default" } }
struct Dog: Animal { let name: String; func speak() -> String { "Woof" }; func extra() -> String { "dog extra" } }
struct Fish: Animal { let name = "Nemo"; static let legs = 0 }
let zoo: [Animal] = [Dog(name: "Rex"), Fish()]
for a in zoo { print(a.intro(), type(of: a).legs, a.extra(), type(of: a)) }
print(Dog(name: "q").extra())
protocol Entity: Hashable { associatedtype ID: Hashable; var id: ID { get } }
extension Entity { static func == (a: Self, b: Self) -> Bool { a.id == b.id }; func hash(into h: inout Hasher) { h.combine(id) } }
struct User: Entity { let id: Int; var name: String }
print(Set([User(id: 1, name: "a"), User(id: 1, name: "b"), User(id: 2, name: "c")]).count, User(id: 1, name: "x") == User(id: 1, name: "y"))
protocol Monoid { static var zero: Self { get }; static func <> (a: Self, b: Self) -> Self }
infix operator <>: AdditionPrecedence
extension Int: Monoid { static let zero = 0; static func <> (a: Int, b: Int) -> Int { a + b } }
extension String: Monoid { static let zero = ""; static func <> (a: String, b: String) -> String { a + b } }
extension Array: Monoid { static var zero: [Element] { [] }; static func <> (a: [Element], b: [Element]) -> [Element] { a + b } }
extension Optional: Monoid where Wrapped: Monoid { static var zero: Wrapped? { nil }; static func <> (a: Wrapped?, b: Wrapped?) -> Wrapped? { if let a, let b { return a <> b }; return a ?? b } }
func fold<M: Monoid>(_ xs: [M]) -> M { xs.reduce(.zero, <>) }
print(fold([1, 2, 3]), fold(["a", "b"]), fold([[1], [2]]), fold([1, nil, 2]) as Any)
struct Meters: Comparable, AdditiveArithmetic, ExpressibleByFloatLiteral, CustomStringConvertible {
    var v: Double
    init(_ v: Double) { self.v = v }
    init(floatLiteral x: Double) { v = x }
    static let zero = Meters(0)
    static func + (a: Meters, b: Meters) -> Meters { Meters(a.v + b.v) }
    static func - (a: Meters, b: Meters) -> Meters { Meters(a.v - b.v) }
    static func < (a: Meters, b: Meters) -> Bool { a.v < b.v }
    var description: String { "\(v)m" }
}
let ms: [Meters] = [3.5, 1.25, 2.0]
print(ms.sorted(), ms.max()!, ms.reduce(.zero, +), (Meters(1)...Meters(2)).contains(1.5), ms.min()! - 1.0)
struct Day: Strideable, Comparable { var n: Int; func distance(to o: Day) -> Int { o.n - n }; func advanced(by k: Int) -> Day { Day(n: n + k) } }
for d in Day(n: 1)..<Day(n: 4) { print(d.n, terminator: " ") }
print((Day(n: 0)...Day(n: 10)).count, stride(from: Day(n: 0), to: Day(n: 10), by: 4).map(\.n))
struct Opts: OptionSet { let rawValue: Int; static let a = Opts(rawValue: 1 << 0), b = Opts(rawValue: 1 << 1), c = Opts(rawValue: 1 << 2); static let all: Opts = [.a, .b, .c] }
var o: Opts = [.a, .c]
o.insert(.b); o.remove(.a)
print(o.contains(.b), o == [.b, .c], o.rawValue, Opts.all.subtracting(o).rawValue, o.isSubset(of: .all), Opts().isEmpty)
struct Celsius: RawRepresentable, Hashable { var rawValue: Double }
print(Celsius(rawValue: 3) == Celsius(rawValue: 3), [Celsius(rawValue: 1): "x"].count)
protocol Visitor { associatedtype R; func visit(_ n: Node) -> R }
indirect enum Node { case leaf(Int), add(Node, Node); func accept<V: Visitor>(_ v: V) -> V.R { v.visit(self) } }
struct Summer: Visitor { func visit(_ n: Node) -> Int { switch n { case .leaf(let i): i; case let .add(a, b): a.accept(self) + b.accept(self) } } }
struct Printer: Visitor { func visit(_ n: Node) -> String { switch n { case .leaf(let i): return "\(i)"; case let .add(a, b): return "(\(a.accept(self))+\(b.accept(self)))" } } }
let n = Node.add(.leaf(1), .add(.leaf(2), .leaf(3)))
print(n.accept(Summer()), n.accept(Printer()))
struct Wrapper<T> { let value: T }
extension Wrapper: CustomStringConvertible where T: CustomStringConvertible { var description: String { "W<\(value.description)>" } }
extension Wrapper where T: Collection { var size: Int { value.count } }
extension Wrapper where T == Int { static func + (a: Self, b: Self) -> Self { .init(value: a.value + b.value) } }
print(Wrapper(value: 3), Wrapper(value: [1, 2]).size, Wrapper(value: 1) + Wrapper(value: 2), Wrapper(value: "s"))
func first<C: Collection>(_ c: C, where p: (C.Element) throws -> Bool) rethrows -> C.Index? where C.Element: Equatable { try c.firstIndex(where: p) }
print(first([4, 5]) { $0 == 5 }!, first("abc") { $0 == "c" }!.utf16Offset(in: "abc"))
struct Registry { private static var counter = 0; static var shared = Registry(); var names: [String: Int] = [:]; mutating func register(_ s: String) -> Int { Registry.counter += 1; names[s] = Registry.counter; return Registry.counter }; subscript(name s: String, default d: Int = -1) -> Int { names[s] ?? d } }
print(Registry.shared.register("x"), Registry.shared.register("y"), Registry.shared[name: "y"], Registry.shared[name: "z"], Registry.shared[name: "z", default: 0])
protocol HasDefault { init() }
extension Int: HasDefault {}
extension String: HasDefault {}
func filled<T: HasDefault>(_ n: Int, of: T.Type = T.self) -> [T] { (0..<n).map { _ in T() } }
let fi: [Int] = filled(2); print(fi, filled(1, of: String.self))
func dispatch(_ x: some_) -> String { x.tag }
protocol some_ { var tag: String { get } }
extension Int: some_ { var tag: String { "int \(self)" } }
extension Array: some_ where Element: some_ { var tag: String { map(\.tag).joined(separator: "&") } }
print(dispatch([1, 2]), dispatch(3), ([[1], [2, 3]] as any some_).tag)
// expect: Rex says Woof 4 default Dog
// expect: Nemo says ... 0 default Fish
// expect: dog extra
// expect: 2 true
// expect: 6 ab [1, 2] Optional(3)
// expect: [1.25m, 2.0m, 3.5m] 3.5m 6.75m true 0.25m
// expect: 1 2 3 11 [0, 4, 8]
// expect: true true 6 1 true true
// expect: true 1
// expect: 6 (1+(2+3))
// expect: W<3> 2 W<3> W<s>
// expect: 1 2
// expect: 1 2 2 -1 0
// expect: [0, 0] [""]
// expect: int 1&int 2 int 3 int 1&int 2&int 3
