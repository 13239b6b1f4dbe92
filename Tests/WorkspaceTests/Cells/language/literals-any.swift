// Literals whose elements have no type in common hold Any.
func show(_ x: Any) { print(type(of: x), x) }
show([1, "a"])
show([1...2, "a"])
show([1, 2.5])
show([1, 2.5, "s", [1, "x"]])
show([[1, "b"], ["a"]])
show([1, nil, "x"])
show([(1, "a"), ("b", 2)])
show(["x": [1, "a"]])
// expect: Array<Any> [1, "a"]
// expect: Array<Any> [ClosedRange(1...2), "a"]
// expect: Array<Double> [1.0, 2.5]
// expect: Array<Any> [1, 2.5, "s", [1, "x"]]
// expect: Array<Array<Any>> [[1, "b"], ["a"]]
// expect: Array<Optional<Any>> [Optional(1), nil, Optional("x")]
// expect: Array<Any> [(1, "a"), ("b", 2)]
// expect: Dictionary<String, Array<Any>> ["x": [1, "a"]]
// ---
let whatever: Any = [1, "a"]
let list: [Any] = [1, [2, "two"], ["k": 3.5], ["k": [1, "one"]]]
print(whatever, list)
var settings: [String: Any] = ["name": "x", "tags": ["x", 1, true]]
settings["size"] = ["w": 1, "h": "auto"]
print((settings["tags"] as! [Any]).count, (settings["size"] as? [String: Any])?["h"] ?? "-")
func pair() -> Any { [1, "a"] }
print(pair(), (pair() as? [Any])?.count ?? 0)
// expect: [1, "a"] [1, [2, "two"], ["k": 3.5], ["k": [1, "one"]]]
// expect: 3 auto
// expect: [1, "a"] 2
// ---
for x in [1, "a", 2.5] { print(x, terminator: " ") }
print([1, "a"].count, [1, "b"].map { "\($0)" }, ["a", 1].contains { $0 is Int })
func name<T>(_ x: T) -> String { "\(T.self)" }
print(name([1, "a"]), name(["a", 2.5, nil]), name((1, "a")))
struct Near {}
struct Far {}
print([Near(), Far()], ["a": Near(), "b": 2].count)
// expect: 1 a 2.5 2 ["1", "b"] true
// expect: Array<Any> Array<Optional<Any>> (Int, String)
// expect: [main.Near(), main.Far()] 2
// ---
// Methods of protocols as functions of the value.
let upper = String.uppercased, begins = String.hasPrefix
print(upper("up")(), begins("swift")("sw"), Int.advanced(by:)(3)(4), ["a"].map(String.uppercased).map { $0() })
// expect: UP true 7 ["A"]
// ---
// Types in extensions of the library's types are named after both modules.
extension Int { enum Kind { case even, odd; struct Detail { var x = 1 } } }
extension Array { struct Pair { var a: Element } }
print([Int.Kind.odd], Int.Kind.odd, [Int.Kind.Detail()], String(reflecting: [Int].Pair(a: 1)), type(of: Int.Kind.even))
debugPrint(Int.Kind.even)
// expect: [(extension in main):Swift.Int.Kind.odd] odd [(extension in main):Swift.Int.Kind.Detail(x: 1)] (extension in main):Swift.Array<Swift.Int>.Pair(a: 1) Kind
// expect: (extension in main):Swift.Int.Kind.even
// ---
// The first elements of a lazy sequence are no lazy sequence themselves.
let counted = sequence(first: 1) { $0 < 9 ? $0 + 1 : nil }
print(counted.lazy.drop { $0 < 3 }.prefix(2).map { $0 * 2 }, counted.lazy.filter { $0 > 3 }.dropFirst().map { $0 }, [1, 2].lazy.enumerated().map { $0.0 })
// expect: [6, 8] [5, 6, 7, 8, 9] [0, 1]
// ---
// What an array of protocol values takes from a literal of one type.
protocol Step {}
enum Walk: Step { case short, long }
struct Jump: Step { var height = 1 }
var steps: [any Step] = [Walk.long, Jump()]
steps.replaceSubrange(0..<1, with: [Walk.short])
print(steps)
// expect: [main.Walk.short, main.Jump(height: 1)]
