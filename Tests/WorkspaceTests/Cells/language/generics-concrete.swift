struct Pair<A, B> { var a: A, b: B
    func swapped() -> Pair<B, A> { Pair<B, A>(a: b, b: a) }
    mutating func set<T>(_ t: T) -> Bool { if let x = t as? A { a = x; return true }
        if let y = t as? B { b = y; return true }
        return false } }
var p = Pair(a: 1, b: "x")
print(p.set(5), p.set("y"), p.set(2.5), p, p.swapped())
var q = Pair<Int?, [Double]>(a: nil, b: [])
print(q.set(3), q.set([1.5]), q.set(nil as Int?), q)
func opt<T>(_ t: T?) -> String { switch t { case .some(let x): return "some \(x)"
    case .none: return "none" } }
print(opt(3), opt("a"), opt(nil as Double?), opt(Optional<Int?>.some(nil)))
func unwrapAll<T>(_ xs: [T?]) -> [T] { var r: [T] = []
    for case let x? in xs { r.append(x) }
    return r }
print(unwrapAll([1, nil, 3]), unwrapAll(["a", nil]), unwrapAll([true, nil]))
func isNil<T>(_ t: T?) -> Bool { t == nil }
print(isNil(3), isNil(nil as String?), isNil([Int]?.none))
func zip3<A, B, C>(_ a: [A], _ b: [B], _ c: [C]) -> [(A, B, C)] { zip(a, zip(b, c)).map { ($0, $1.0, $1.1) } }
print(zip3([1, 2], ["a", "b"], [true, false]))
// expect: true true false Pair<Int, String>(a: 5, b: "y") Pair<String, Int>(a: "y", b: 5)
// expect: true true true Pair<Optional<Int>, Array<Double>>(a: nil, b: [1.5])
// expect: some 3 some a none some nil
// expect: [1, 3] ["a"] [true]
// expect: false true true
// expect: [(1, "a", true), (2, "b", false)]
// ---
func dup<T>(_ t: T, _ n: Int) -> [T] { Array(repeating: t, count: n) }
print(dup(1, 2), dup(2.5, 1), dup("s", 2), dup([1], 2), dup((1, "a"), 1).count, dup(nil as Int?, 2), dup({ 3 }, 2).map { $0() })
func apply<T, U>(_ x: T, _ fs: [(T) -> U]) -> [U] { fs.map { $0(x) } }
print(apply(3, [{ $0 + 1 }, { $0 * 2 }]), apply(2, [{ "\($0)" }]), apply("q", [{ $0.count }]), apply(1.5, [{ $0 > 1 }, { $0 < 1 }]))
func fix<T, U>(_ f: @escaping ((T) -> U, T) -> U) -> (T) -> U { { x in f(fix(f), x) } }
print(fix { (f: (Int) -> Int, n: Int) in n < 2 ? 1 : n * f(n - 1) }(10), fix { (f: (String) -> String, s: String) in s.isEmpty ? "" : f(String(s.dropFirst())) + s.prefix(1) }("abc"))
func cond<T>(_ c: Bool, _ a: @autoclosure () -> T, _ b: @autoclosure () -> T) -> T { c ? a() : b() }
print(cond(true, 1, 2), cond(false, "a", "b"), cond(true, 1.5, 2), cond(false, nil, 3 as Int?) as Any)
struct Weighted<T: Hashable>: Hashable { let item: T, w: Double }
print(Set([Weighted(item: 1, w: 1), Weighted(item: 1, w: 1)]).count, Weighted(item: "a", w: 2), [Weighted(item: true, w: 0): 1].count)
var store: [String: Any] = ["i": 1, "d": 2.5, "s": "x", "a": [1, 2], "n": ["k": 1]]
func get<T>(_ k: String, _ d: T) -> T { store[k] as? T ?? d }
print(get("i", 0), get("d", 0.0), get("s", ""), get("a", [Int]()), get("zz", 9), get("i", "no"), get("n", [String: Int]()))
store["t"] = (1, 2)
store["f"] = { (x: Int) in x * 2 }
if let f = store["f"] as? (Int) -> Int, let t = store["t"] as? (Int, Int) { print(f(t.0 + t.1)) }
for k in store.keys.sorted() { switch store[k] { case let n as Int: print(k, "Int", n)
    case let l as [Int]: print(k, "list", l.count)
    case let d as [String: Int]: print(k, "dict", d["k"]!)
    case .some(let v): print(k, type(of: v))
    case nil: print("none") } }
// expect: [1, 1] [2.5] ["s", "s"] [[1], [1]] 1 [nil, nil] [3, 3]
// expect: [4, 6] ["2"] [1] [true, false]
// expect: 3628800 cba
// expect: 1 b 1.5 Optional(3)
// expect: 1 Weighted<String>(item: "a", w: 2.0) 1
// expect: 1 2.5 x [1, 2] 9 no ["k": 1]
// expect: 6
// expect: a list 2
// expect: d Double
// expect: f (Int) -> Int
// expect: i Int 1
// expect: n dict 1
// expect: s String
// expect: t (Int, Int)
// ---
enum Tree<T> { indirect case node(Tree, T, Tree); case leaf
    func fold<R>(_ z: R, _ f: (R, T, R) -> R) -> R { switch self { case .leaf: z
        case let .node(l, v, r): f(l.fold(z, f), v, r.fold(z, f)) } }
    func map<U>(_ f: (T) throws -> U) rethrows -> Tree<U> { switch self { case .leaf: return .leaf
        case .node(let l, let v, let r): return try .node(l.map(f), f(v), r.map(f)) } }
    var array: [T] { fold([]) { $0 + [$1] + $2 } } }
extension Tree where T: Comparable { func inserting(_ x: T) -> Tree { switch self { case .leaf: .node(.leaf, x, .leaf)
        case let .node(l, v, r) where x < v: .node(l.inserting(x), v, r)
        case let .node(l, v, r) where x > v: .node(l, v, r.inserting(x))
        default: self } }
    init<S: Sequence>(_ s: S) where S.Element == T { self = s.reduce(.leaf) { $0.inserting($1) } } }
let t = Tree([5, 2, 8, 1, 9, 2])
print(t.array, t.map { Double($0) * 2.5 }.array, t.fold(0) { 1 + max($0, $2) + 0 * $1 }, Tree("hello").array, Tree<Int>([]).array.isEmpty, t.map(String.init).array)
struct Bad: Error {}
print((try? t.map { if $0 > 8 { throw Bad() }; return $0 }) == nil ? "threw" : "ok")
// expect: [1, 2, 5, 8, 9] [2.5, 5.0, 12.5, 20.0, 22.5] 3 ["e", "h", "l", "o"] true ["1", "2", "5", "8", "9"]
// expect: threw
// ---
protocol Semigroup { func combine(_ o: Self) -> Self }
extension Int: Semigroup { func combine(_ o: Int) -> Int { self + o } }
extension String: Semigroup { func combine(_ o: String) -> String { self + o } }
extension Bool: Semigroup { func combine(_ o: Bool) -> Bool { self && o } }
extension Double: Semigroup { func combine(_ o: Double) -> Double { self * o } }
extension Array: Semigroup where Element: Semigroup { func combine(_ o: [Element]) -> [Element] { zip(self, o).map { $0.combine($1) } } }
extension Dictionary: Semigroup where Value: Semigroup { func combine(_ o: [Key: Value]) -> [Key: Value] { merging(o) { $0.combine($1) } } }
extension Optional: Semigroup where Wrapped: Semigroup { func combine(_ o: Wrapped?) -> Wrapped? { guard let a = self else { return o }
    return o.map(a.combine) ?? a } }
func fold<S: Semigroup>(_ x: S, _ xs: S...) -> S { xs.reduce(x) { $0.combine($1) } }
print(fold(1, 2, 3), fold("a", "b"), fold(true, false), fold(1.5, 2), fold([1, 2], [3, 4]), fold(["a": 1], ["a": 2, "b": 3])["a"]!, fold(nil, 3, nil, 4)!, fold([["x"], ["y"]], [["z"], []]))
let any: [any Semigroup] = [1, "s", true]
func twice<S: Semigroup>(_ s: S) -> S { s.combine(s) }
print(any.map { twice($0) }, type(of: any[0]))
// expect: 6 ab false 3.0 [4, 6] 3 7 [["xz"], []]
// expect: [2, "ss", true] Int
