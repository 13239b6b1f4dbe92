struct EventBus { typealias Handler = (Any) -> Void
    private var handlers: [String: [Handler]] = [:]
    mutating func on<T>(_ t: T.Type, _ f: @escaping (T) -> Void) { handlers["\(t)", default: []].append { if let v = $0 as? T { f(v) } } }
    func emit<T>(_ v: T) { handlers["\(T.self)"]?.forEach { $0(v) } } }
struct Login { let user: String }; struct Logout { let at: Int }
var bus = EventBus(), seen: [String] = []
bus.on(Login.self) { seen.append("in \($0.user)") }
bus.on(Logout.self) { seen.append("out \($0.at)") }
bus.on(Int.self) { seen.append("int \($0 + 1)") }
bus.emit(Login(user: "ann")); bus.emit(3); bus.emit(Logout(at: 5)); bus.emit("nobody")
print(seen)
func describe<T>(_ v: T) -> String { switch v { case let i as Int: return "Int \(i)"
    case let s as String: return "String \(s)"
    case let a as [Any]: return "list of \(a.count)"
    case let o as Any?: return o == nil ? "nil" : "some"
    default: return "\(type(of: v))" } }
print(describe(1), describe("s"), describe([1, 2]), describe(2.5))
// expect: ["in ann", "int 4", "out 5"]
// expect: Int 1 String s list of 2 some
// ---
struct Trie { private var children: [Character: Trie] = [:], isWord = false
    mutating func insert<S: StringProtocol>(_ w: S) { guard let c = w.first else { isWord = true; return }
        children[c, default: Trie()].insert(w.dropFirst()) }
    func contains(_ w: Substring) -> Bool { w.isEmpty ? isWord : children[w.first!]?.contains(w.dropFirst()) ?? false }
    func words(_ prefix: String = "") -> [String] { (isWord ? [prefix] : []) + children.sorted { $0.key < $1.key }.flatMap { $0.value.words(prefix + String($0.key)) } }
    func completing(_ p: String) -> [String] { var node = self
        for c in p { guard let n = node.children[c] else { return [] }
            node = n }
        return node.words(p) } 
    var size: Int { 1 + children.values.map(\.size).reduce(0, +) } }
var trie = Trie()
"car card care cat dog do".split(separator: " ").forEach { trie.insert($0) }
print(trie.words(), trie.completing("car"), trie.contains("ca"), trie.contains("dog"), trie.completing("x"), trie.size)
// expect: ["car", "card", "care", "cat", "do", "dog"] ["car", "card", "care"] false true [] 10
// ---
struct LRU<K: Hashable, V> { private var order: [K] = [], values: [K: V] = [:]; let capacity: Int
    init(capacity: Int) { self.capacity = capacity }
    subscript(k: K) -> V? { mutating get { guard let v = values[k] else { return nil }
            touch(k); return v }
        set { guard let newValue else { values[k] = nil; order.removeAll { $0 == k }; return }
            if values.updateValue(newValue, forKey: k) == nil, order.count == capacity { values[order.removeFirst()] = nil }
            touch(k) } }
    private mutating func touch(_ k: K) { order.removeAll { $0 == k }; order.append(k) }
    var keys: [K] { order } }
var lru = LRU<String, Int>(capacity: 2)
lru["a"] = 1; lru["b"] = 2
_ = lru["a"]
lru["c"] = 3
print(lru.keys, lru["b"] as Any, lru["a"]!, lru.keys)
lru["a"] = nil
print(lru.keys)
struct Ring<T> { private var a: [T?], h = 0, n = 0
    init(_ c: Int) { a = .init(repeating: nil, count: c) }
    mutating func push(_ x: T) -> Bool { guard n < a.count else { return false }
        a[(h + n) % a.count] = x; n += 1; return true }
    mutating func pop() -> T? { guard n > 0 else { return nil }
        defer { a[h] = nil; h = (h + 1) % a.count; n -= 1 }
        return a[h] } }
var ring = Ring<Int>(2)
print(ring.push(1), ring.push(2), ring.push(3), ring.pop()!, ring.push(4), ring.pop()!, ring.pop()!, ring.pop() as Any)
// expect: ["a", "c"] nil 1 ["c", "a"]
// expect: ["c"]
// expect: true true false 1 true 2 4 nil
// ---
protocol Monoid { static var empty: Self { get }; static func <> (a: Self, b: Self) -> Self }
infix operator <>: AdditionPrecedence
extension Sequence where Element: Monoid { func concat() -> Element { reduce(.empty, <>) } }
extension String: Monoid { static var empty: String { "" }; static func <> (a: String, b: String) -> String { a + b } }
struct Sum: Monoid { let v: Int; static let empty = Sum(v: 0); static func <> (a: Sum, b: Sum) -> Sum { Sum(v: a.v + b.v) } }
struct Max<T: Comparable>: Monoid { let v: T?; static var empty: Max { Max(v: nil) }
    static func <> (a: Max, b: Max) -> Max { switch (a.v, b.v) { case let (x?, y?): Max(v: Swift.max(x, y))
        case let (x, y): Max(v: x ?? y) } } }
extension Array: Monoid { static var empty: [Element] { [] }; static func <> (a: [Element], b: [Element]) -> [Element] { a + b } }
extension Optional: Monoid where Wrapped: Monoid { static var empty: Wrapped? { nil }
    static func <> (a: Wrapped?, b: Wrapped?) -> Wrapped? { switch (a, b) { case let (x?, y?): x <> y
        default: a ?? b } } }
print(["a", "b"].concat(), [1, 2, 3].map(Sum.init).concat().v, [3, 9, 2].map { Max(v: $0) }.concat().v!, [[1], [2, 3]].concat(), ["x", nil, "y"].concat()!, [Sum]().concat().v)
func mconcat<M: Monoid>(_ xs: M...) -> M { xs.concat() }
print(mconcat("p", "q", "r"), mconcat([1], [2]))
// expect: ab 6 9 [1, 2, 3] xy 0
// expect: pqr [1, 2]
// ---
@discardableResult func measure<T>(_ label: String, _ body: () throws -> T) rethrows -> T { print("[\(label)"); defer { print("\(label)]") }
    return try body() }
measure("outer") { measure("inner") { print("work") } }
let v = measure("value") { (1 ... 4).reduce(1, *) }
print(v)
struct Config { var values: [String: String] = [:]
    subscript<T: LosslessStringConvertible>(_ k: String, as t: T.Type) -> T? { values[k].flatMap(T.init) }
    subscript(_ k: String, default d: @autoclosure () -> String) -> String { get { values[k] ?? d() } set { values[k] = newValue } }
    func require<T: LosslessStringConvertible>(_ k: String) throws -> T { guard let s = values[k] else { throw Missing(key: k) }
        guard let v = T(s) else { throw Malformed(key: k, text: s) }
        return v }
    struct Missing: Error { let key: String }; struct Malformed: Error { let key, text: String } }
var cfg = Config(values: ["port": "80", "debug": "true", "rate": "x"])
print(cfg["port", as: Int.self]!, cfg["debug", as: Bool.self]!, cfg["rate", as: Double.self] as Any, cfg["host", default: "local"])
cfg["host", default: ""] += "remote"
print(cfg.values["host"]!)
do { let p: Int = try cfg.require("port"); let r: Double = try cfg.require("rate"); print(p, r) } catch let e as Config.Malformed { print("malformed", e.key, e.text) } catch { print(error) }
do { let _: Int = try cfg.require("nope") } catch { print(error) }
// expect: [outer
// expect: [inner
// expect: work
// expect: inner]
// expect: outer]
// expect: [value
// expect: value]
// expect: 24
// expect: 80 true nil local
// expect: remote
// expect: malformed rate x
// expect: Missing(key: "nope")
