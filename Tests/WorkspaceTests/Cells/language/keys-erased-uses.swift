struct AnyShape { private let _area: () -> Double; let name: String; init<S: HasArea>(_ s: S) { _area = { s.area }; name = "\(S.self)" }; var area: Double { _area() } }
protocol HasArea { var area: Double { get } }
struct Sq: HasArea { var s: Double; var area: Double { s * s } }
struct Ci: HasArea { var r: Double; var area: Double { r * r * 3 } }
let shapes = [AnyShape(Sq(s: 2)), AnyShape(Ci(r: 1))]
print(shapes.map { "\($0.name) \($0.area)" })
var cache: [AnyHashable: Any] = [:]
cache["k"] = 1; cache[2] = "two"; cache[[1, 2]] = 3.5; cache[Sq2(s: 1)] = Sq(s: 3)
struct Sq2: Hashable { var s: Int }
print(cache.count, cache["k"] as? Int ?? 0, cache[2] as? String ?? "", cache[[1, 2]] as? Double ?? 0, (cache[Sq2(s: 1)] as? Sq)?.area ?? 0)
cache["k"] = nil; cache.removeValue(forKey: 2)
print(cache.count, cache.keys.contains([1, 2]), cache.keys.contains("k"))
for (k, v) in cache where k.base is [Int] { print("ints", v) }
struct Event: Hashable { var name: String; var payload: AnyHashable? }
let evs: Set<Event> = [Event(name: "a", payload: 1), Event(name: "a", payload: 1.0), Event(name: "a", payload: "1"), Event(name: "a", payload: nil)]
print(evs.count, Event(name: "b", payload: [1]) == Event(name: "b", payload: [1]))
func uniq(_ xs: [AnyHashable]) -> [AnyHashable] { var seen = Set<AnyHashable>(); return xs.filter { seen.insert($0).inserted } }
print(uniq([1, "a", 1.0, "a", true, 2]))
var groups: [AnyHashable: [String]] = [:]
for (k, v) in [(1, "a"), (2, "b"), (1, "c")] { groups[k, default: []].append(v) }
for (k, v) in [("x", "d"), ("y", "e"), ("x", "f")] { groups[k, default: []].append(v) }
print(groups.count, groups[1]!, groups["x"]!, groups.map { "\($0.key)" }.sorted())
let sortedKeys = groups.keys.compactMap { $0 as? String }.sorted()
print(sortedKeys, groups.keys.compactMap { $0.base as? Int }.sorted())
if case let n as Int = AnyHashable(4) as Any { print("n", n) }
switch AnyHashable("q") { case AnyHashable("q"): print("is q"); default: print("no") }
let h1: AnyHashable = 3, h2: AnyHashable = "3"
print([h1, h2].map { $0.hashValue }.count, h1 != h2, "\(h1)\(h2)", [h1: h2])
let asAny: [Any] = [h1, h2, 5]
print(asAny.compactMap { $0 as? Int }, asAny.compactMap { $0 as? String }, asAny.compactMap { $0 as? AnyHashable }.count)
let od: [AnyHashable: Any]? = ["a": 1]
print(od?["a"] as? Int ?? 0, (od?["b"]) as Any)
typealias Props = [AnyHashable: Any]
func merge(_ a: Props, _ b: Props) -> Props { a.merging(b) { $1 } }
print(merge(["a": 1], [2: "b"]).count, merge(["a": 1], ["a": 2])["a"] as! Int)
let tupleKey = [AnyHashable](arrayLiteral: 1, "b")
print(tupleKey == [1, "b"], tupleKey.hashValue == ([1, "b"] as [AnyHashable]).hashValue, Dictionary(grouping: tupleKey) { $0 is Int }.count)
print(zip(tupleKey, 0...).map { "\($0.0)\($0.1)" }, tupleKey.reversed().map { $0 }, tupleKey.firstIndex(of: AnyHashable("b"))!)
// expect: ["Sq 4.0", "Ci 3.0"]
// expect: 4 1 two 3.5 9.0
// expect: 2 true false
// expect: ints 3.5
// expect: 3 true
// expect: [AnyHashable(1), AnyHashable("a"), AnyHashable(true), AnyHashable(2)]
// expect: 4 ["a", "c"] ["d", "f"] ["1", "2", "x", "y"]
// expect: ["x", "y"] [1, 2]
// expect: n 4
// expect: is q
// expect: 2 true 33 [AnyHashable(3): AnyHashable("3")]
// expect: [3, 5] ["3"] 3
// expect: 1 nil
// expect: 2 2
// expect: true true 2
// expect: ["10", "b1"] [AnyHashable("b"), AnyHashable(1)] 1
