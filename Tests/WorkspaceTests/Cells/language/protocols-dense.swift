import Foundation
// Protocols with defaults, existentials, type erasure by closures, conditional conformances, static dispatch
protocol Drawable { func draw() -> String; var name: String { get }; init() }
extension Drawable { var name: String { "\(Self.self)" }; func draw() -> String { "<\(name)>" }; func twice() -> String { draw() + draw() }; static func make() -> Self { Self() } }
struct Circle: Drawable {}
struct Square: Drawable { var name: String { "sq" }; func twice() -> String { "own twice" } }
struct Named: Drawable { let label: String; init() { label = "default" }; init(_ l: String) { label = l }; func draw() -> String { "[\(label)]" } }
let all: [any Drawable] = [Circle(), Square(), Named("n")]
for d in all { print(d.name, d.draw(), d.twice(), type(of: d), type(of: d).init().draw()) }
// expect: Circle <Circle> <Circle><Circle> Circle <Circle>
// expect: sq <sq> <sq><sq> Square <sq>
// expect: Named [n] [n][n] Named [default]
print(Square().twice(), (Square() as Drawable).twice(), Circle.make().draw(), Named.make().label)
// expect: own twice <sq><sq> <Circle> default
func render<D: Drawable>(_ d: D) -> String { d.draw() + D().draw() }; print(render(Named("x")), all.map { $0.draw() }.joined())
// expect: [x][default] <Circle><sq>[n]
func pick(_ n: Int) -> any Drawable { n == 0 ? Circle() : Named("\(n)") }; print(pick(0).draw(), pick(3).draw(), pick(0) is Circle, (pick(2) as? Named)?.label ?? "-", pick(1) as? Circle as Any)
// expect: <Circle> [3] true 2 nil
func same<T: Equatable>(_ a: T, _ b: Any) -> Bool { guard let b = b as? T else { return false }; return a == b }; print(same(1, 1), same(1, "1"), same("a", "a"), same([1], [1]), same(Optional(2), 2))
// expect: true false true true true
protocol Animal { var sound: String { get }; var legs: Int { get set }; mutating func lose(); static var kingdom: String { get } }
extension Animal { mutating func lose() { legs -= 1 }; static var kingdom: String { "Animalia" } }
struct Dog: Animal { let sound = "woof"; var legs = 4 }; struct Bird: Animal { let sound = "tweet"; var legs = 2 { didSet { print("legs", oldValue, "->", legs) } }; static let kingdom = "Aves" }
var zoo: [any Animal] = [Dog(), Bird()]; for i in zoo.indices { zoo[i].lose(); zoo[i].legs += 10 }; print(zoo.map { ($0.sound, $0.legs) }, zoo.map { type(of: $0).kingdom }, zoo.reduce(0) { $0 + $1.legs })
// expect: legs 2 -> 1
// expect: legs 1 -> 11
// expect: [("woof", 13), ("tweet", 11)] ["Animalia", "Aves"] 24
var pet: any Animal = Dog(); pet.lose(); let copy = pet; pet.legs = 0; print(pet.legs, copy.legs); if var d = pet as? Dog { d.legs = 9; print(d, pet.legs) }
// expect: 0 3
// expect: Dog(sound: "woof", legs: 9) 0
protocol Container { func items() -> [Int] }; protocol Labelled { var label: String { get } }; typealias LabelledContainer = Container & Labelled
struct Box: LabelledContainer { let label: String; func items() -> [Int] { [label.count] } }; func show(_ c: any LabelledContainer) -> String { "\(c.label):\(c.items())" }; print(show(Box(label: "abc")), (Box(label: "q") as any Container & Labelled).label, [Box(label: "z") as any Labelled].first!.label)
// expect: abc:[3] q z
struct AnyShape: Drawable { private let _draw: () -> String; init() { _draw = { "any" } }; init<D: Drawable>(_ d: D) { _draw = d.draw }; func draw() -> String { _draw() } }; print([AnyShape(Circle()), AnyShape(Named("w")), AnyShape()].map { $0.draw() })
// expect: ["<Circle>", "[w]", "any"]
protocol Visitor { mutating func visit(_ n: Int); mutating func visit(_ s: String) }; struct Collect: Visitor { var log: [String] = []; mutating func visit(_ n: Int) { log.append("i\(n)") }; mutating func visit(_ s: String) { log.append("s\(s)") } }; enum El { case i(Int), s(String); func accept<V: Visitor>(_ v: inout V) { switch self { case .i(let n): v.visit(n); case .s(let s): v.visit(s) } }; func acceptAny(_ v: inout any Visitor) { switch self { case .i(let n): v.visit(n * 2); case .s(let s): v.visit(s + s) } } }
var col = Collect(); for e in [El.i(1), .s("a"), .i(2)] { e.accept(&col) }; print(col.log); var av: any Visitor = col; El.s("b").acceptAny(&av); El.i(5).acceptAny(&av); print((av as! Collect).log)
// expect: ["i1", "sa", "i2"]
// expect: ["i1", "sa", "i2", "sbb", "i10"]
protocol Unit { static var symbol: String { get }; static var factor: Double { get } }; enum Meter: Unit { static let symbol = "m", factor = 1.0 }; enum Foot: Unit { static let symbol = "ft", factor = 0.3048 }
struct Length<U: Unit>: CustomStringConvertible, Comparable { var value: Double; init(_ v: Double) { value = v }; init<V: Unit>(_ o: Length<V>) { value = o.value * V.factor / U.factor }; static func + <V: Unit>(a: Length<U>, b: Length<V>) -> Length<U> { Length(a.value + Length<U>(b).value) }; static func < (a: Self, b: Self) -> Bool { a.value < b.value }; var description: String { String(format: "%.3f", value) + U.symbol } }
let m = Length<Meter>(10), ft = Length<Foot>(10); print(m + ft, ft + m, Length<Foot>(m), [Length<Meter>(3), m].max()!, m > Length(ft), Length<Foot>.self)
// expect: 13.048m 42.808ft 32.808ft 10.000m true Length<Foot>
struct Lens<S, A> { let get: (S) -> A, set: (A, S) -> S; func over(_ f: @escaping (A) -> A) -> (S) -> S { { s in set(f(get(s)), s) } }; func compose<B>(_ o: Lens<A, B>) -> Lens<S, B> { Lens<S, B>(get: { o.get(get($0)) }, set: { b, s in set(o.set(b, get(s)), s) }) } }; struct Addr { var city: String }; struct Pers { var name: String; var addr: Addr }
let addrL = Lens<Pers, Addr>(get: { $0.addr }, set: { a, p in var p = p; p.addr = a; return p }), cityL = Lens<Addr, String>(get: \.city, set: { c, _ in Addr(city: c) }), pc = addrL.compose(cityL); print(pc.over { $0.uppercased() }(Pers(name: "A", addr: Addr(city: "rome"))), pc.get(Pers(name: "B", addr: .init(city: "oslo"))))
// expect: Pers(name: "A", addr: main.Addr(city: "ROME")) oslo
struct Parser<T> { let run: (Substring) -> (T, Substring)?; func map<U>(_ f: @escaping (T) -> U) -> Parser<U> { Parser<U> { s in run(s).map { (f($0.0), $0.1) } } }; func then<U>(_ p: Parser<U>) -> Parser<(T, U)> { .init { s in guard let (a, r) = run(s), let (b, r2) = p.run(r) else { return nil }; return ((a, b), r2) } }; func or(_ p: Parser<T>) -> Parser<T> { .init { run($0) ?? p.run($0) } }; var many: Parser<[T]> { .init { s in var out: [T] = [], rest = s; while let (x, r) = run(rest) { out.append(x); rest = r }; return (out, rest) } }; func parse(_ s: String) -> T? { guard let (v, r) = run(s[...]), r.isEmpty else { return nil }; return v } }
func char(_ p: @escaping (Character) -> Bool) -> Parser<Character> { .init { s in guard let c = s.first, p(c) else { return nil }; return (c, s.dropFirst()) } }; let digit = char(\.isNumber), int = digit.then(digit.many).map { Int(String([$0.0] + $0.1))! }, comma = char { $0 == "," }, list = int.then(comma.then(int).map(\.1).many).map { [$0.0] + $0.1 }; print(list.parse("1,22,333") ?? [], list.parse("1,,2") as Any, int.or(char { $0 == "x" }.map { _ in -1 }).parse("x") ?? 0)
// expect: [1, 22, 333] nil -1
