// Protocols
protocol Named { var name: String { get } }
protocol Greeter: Named { func greet() -> String; static var kind: String { get }; init(name: String) }
extension Greeter { func greet() -> String { "Hello from \(name)" }; static var kind: String { "generic" } }
struct P: Greeter { var name: String }
struct Q: Greeter { let name: String; func greet() -> String { "Yo \(name)" }; static var kind: String { "q" } }
let gs: [any Greeter] = [P(name: "a"), Q(name: "b")]
for g in gs { print(g.greet(), type(of: g).kind) }
func make<G: Greeter>(_ t: G.Type, _ n: String) -> G { t.init(name: n) }
print(make(P.self, "z").greet(), make(Q.self, "y"))
protocol Shape { var area: Double { get }; func scaled(by k: Double) -> Self }
extension Shape { var doubled: Self { scaled(by: 2) } ; func describe() -> String { "\(Self.self) area \(area)" } }
struct Circle: Shape { var r: Double; var area: Double { 3 * r * r }; func scaled(by k: Double) -> Circle { Circle(r: r * k) } }
struct Rect: Shape { var w, h: Double; var area: Double { w * h }; func scaled(by k: Double) -> Self { Self(w: w * k, h: h * k) } }
let shapes: [Shape] = [Circle(r: 1), Rect(w: 2, h: 3)]
print(shapes.map(\.area), shapes.map { $0.doubled.describe() })
let biggest = shapes.max { $0.area < $1.area }
print(biggest?.area ?? 0)
protocol Movable { var x: Int { get set }; mutating func move(by d: Int) }
extension Movable { mutating func move(by d: Int) { x += d } ; mutating func reset() { x = 0 } }
struct Car: Movable { var x = 0 }
struct Boat: Movable { var x = 0; mutating func move(by d: Int) { x += d * 2 } }
var ms: [Movable] = [Car(), Boat()]
for i in ms.indices { ms[i].move(by: 3) }
print(ms.map { $0.x })
ms[0].reset(); ms[1].x = 100
print(ms[0].x, ms[1].x)
protocol HasID { var id: Int { get } }
struct User: HasID, Named, Hashable { let id: Int; let name: String }
func show(_ v: HasID & Named) -> String { "\(v.id):\(v.name)" }
print(show(User(id: 1, name: "Al")))
typealias Both = HasID & Named
let b: Both = User(id: 2, name: "Bo")
print(b.name, b.id)
func f<T>(_ t: T) -> String where T: HasID, T: Named { "\(t.id)\(t.name)" }
print(f(User(id: 3, name: "C")))
protocol Delegate { func did(_ n: Int) -> Int }
struct Doubler: Delegate { func did(_ n: Int) -> Int { n * 2 } }
struct Runner { var delegate: Delegate?; func run(_ n: Int) -> Int { delegate?.did(n) ?? n } }
print(Runner(delegate: Doubler()).run(4), Runner().run(4))
extension Array: HasID where Element: HasID { var id: Int { map(\.id).reduce(0, +) } }
print([User(id: 3, name: "C"), User(id: 4, name: "D")].id)
print(P(name: "x") is Named, (P(name: "x") as Any) is HasID)
extension Int: Named { var name: String { "Int\(self)" } }
print(5.name)
protocol Monoid { static var zero: Self { get }; static func + (a: Self, b: Self) -> Self }
extension Int: Monoid { static var zero: Int { 0 } }
extension String: Monoid { static var zero: String { "" } }
func fold<M: Monoid>(_ xs: [M]) -> M { xs.reduce(.zero, +) }
print(fold([1, 2, 3]), fold(["a", "b"]))
// expect: Hello from a generic
// expect: Yo b q
// expect: Hello from z Q(name: "y")
// expect: [3.0, 6.0] ["Circle area 12.0", "Rect area 24.0"]
// expect: 6.0
// expect: [3, 6]
// expect: 0 100
// expect: 1:Al
// expect: Bo 2
// expect: 3C
// expect: 8 4
// expect: 7
// expect: true false
// expect: Int5
// expect: 6 ab
