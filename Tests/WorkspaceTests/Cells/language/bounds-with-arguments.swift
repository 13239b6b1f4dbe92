func total<C: Collection<Double>>(_ c: C) -> Double { c.reduce(0, +) }
func each<S: Sequence<Int> & Equatable>(_ s: S) -> [Int] { s.map { $0 + 1 } }
func sum<S>(_ s: S) -> Int where S: Sequence<(String, Int)> { s.reduce(0) { $0 + $1.1 } }
print(total([1, 2]), each([1, 2]), sum([("a", 1)]))
struct Bag<C: Collection<String>> { var items: C; var longest: Int { items.map(\.count).max() ?? 0 } }
print(Bag(items: Set(["a", "bcd"])).longest)
extension Sequence<Int> { var total: Int { reduce(0, +) } }
extension [String] { var joinedAll: String { joined() } }
extension [String: Int] { var sum: Int { values.reduce(0, +) } }
extension Int? { var orZero: Int { self ?? 0 } }
print([1, 2].total, ["a", "b"].joinedAll, ["a": 3].sum, (1...4).total, (nil as Int?).orZero)
// expect: 3.0 [2, 3] 1
// expect: 3
// expect: 3 ab 3 10 0
