protocol P { associatedtype T; func f() -> T; var v: T { get } }
struct X: P { func f() -> Int { 4 } ; var v: Int { 7 } }
let xs: [any P] = [X()]
let q = xs[0].f()
print(q)
print(xs[0].f(), xs[0].v, type(of: xs[0].f()))
print(q as? Int ?? 0)
for x in xs { print(x.f()) }
protocol Store { associatedtype Item: Comparable; var items: [Item] { get }; func top() -> Item?; func pairs() -> [(Int, Item)] }
extension Store { func count() -> Int { items.count }; var best: Item? { items.max() } }
struct A: Store { var items = [3, 1]; func top() -> Int? { items.first }; func pairs() -> [(Int, Int)] { [(0, items[0])] } }
struct B: Store { var items = ["x", "yy"]; func top() -> String? { nil }; func pairs() -> [(Int, String)] { [] } }
let all: [any Store] = [A(), B()]
for s in all { print(s.items, s.top() as Any, s.count(), s.best as Any) }
print(all[0].top() as? Int ?? 0, all.map { $0.items.count }, all.map { $0.count() })
func describe(_ s: any Store) -> String { "\(s.items.count): \(s.items.first.map { "\($0)" } ?? "none")" }
print(all.map(describe))
func inner<S: Store>(_ s: S) -> S.Item? { s.items.min() }
print(inner(A())!, inner(B())!)
// expect: 4
// expect: 4 7 Int
// expect: 4
// expect: 4
// expect: [3, 1] Optional(3) 2 Optional(3)
// expect: ["x", "yy"] nil 2 Optional("yy")
// expect: 3 [2, 2] [2, 2]
// expect: ["2: 3", "2: x"]
// expect: 1 x
