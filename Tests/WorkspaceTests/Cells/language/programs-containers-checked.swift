// Codable, Identifiable, Hashable synthesis, Comparable enums, nested generics (test-suite style)
func check<T: Equatable>(_ name: String, _ got: T, _ want: T, line: Int = #line) { print(got == want ? "ok" : "FAIL line \(line)", name, got) }
struct Point: Hashable, Codable, Comparable { var x, y: Int; static func < (l: Point, r: Point) -> Bool { (l.x, l.y) < (r.x, r.y) } }
enum Op: String, CaseIterable, Codable { case add = "+", sub = "-", mul = "*"; func apply(_ a: Int, _ b: Int) -> Int { switch self { case .add: a + b; case .sub: a - b; case .mul: a * b } } }
struct Item: Identifiable, Equatable { let id: String; var n = 0 }
check("sum", [1, 2, 3].reduce(0, +), 6); check("opt", Int("5"), 5); check("str", "a" + "b", "ab"); check("arr", [1, 2].map { $0 * 2 }, [2, 4]); check("nil", [Int]().max(), nil)
// expect: ok sum 6
// expect: ok opt Optional(5)
// expect: ok str ab
// expect: ok arr [2, 4]
// expect: ok nil nil
check("dict", ["a": 1], ["a": 1]); check("pt", Point(x: 1, y: 2), .init(x: 1, y: 2)); check("range", (1..<4).map { $0 }, [1, 2, 3]); check("tuple", (1, "a").1, "a"); check("id", Item(id: "q").id, "q")
// expect: ok dict ["a": 1]
// expect: ok pt Point(x: 1, y: 2)
// expect: ok range [1, 2, 3]
// expect: ok tuple a
// expect: ok id q
check("ops", Op.allCases.map { $0.apply(6, 3) }, [9, 3, 18]); check("raw", Op(rawValue: "*"), .mul); check("rawnil", Op(rawValue: "/"), nil); check("hash", Point(x: 1, y: 2).hashValue == Point(x: 1, y: 2).hashValue, true); check("lt", Point(x: 1, y: 3) > Point(x: 1, y: 2), true); check("minmax", [Point(x: 2, y: 0), Point(x: 1, y: 9)].min(), Point(x: 1, y: 9))
// expect: ok ops [9, 3, 18]
// expect: ok raw Optional(main.Op.mul)
// expect: ok rawnil nil
// expect: ok hash true
// expect: ok lt true
// expect: ok minmax Optional(main.Point(x: 1, y: 9))
check("float", 0.1 + 0.2 == 0.3, false); check("nan", Double.nan == .nan, false); check("shift", 1 << 4 | 1, 17); check("mod", -7 % 3, -1); check("char", ("a" as Character).isLetter, true); check("sub", String("hello".dropFirst(2)), "llo"); check("opt chain", Optional("x")?.count, 1); check("coalesce", (nil as Int?) ?? 3, 3)
// expect: ok float false
// expect: ok nan false
// expect: ok shift 17
// expect: ok mod -1
// expect: ok char true
// expect: ok sub llo
// expect: ok opt chain Optional(1)
// expect: ok coalesce 3
struct Tree<T: Comparable> { indirect enum Node { case empty, node(Node, T, Node) }; private(set) var root = Node.empty, count = 0
    mutating func insert(_ x: T) -> Bool { func go(_ n: Node) -> (Node, Bool) { switch n { case .empty: return (.node(.empty, x, .empty), true); case let .node(l, v, r): if x == v { return (n, false) }; if x < v { let (nl, ok) = go(l); return (.node(nl, v, r), ok) }; let (nr, ok) = go(r); return (.node(l, v, nr), ok) } }; let (r, ok) = go(root); root = r; if ok { count += 1 }; return ok }
    func contains(_ x: T) -> Bool { var n = root; while case let .node(l, v, r) = n { if v == x { return true }; n = x < v ? l : r }; return false }
    var inorder: [T] { var out: [T] = []; func walk(_ n: Node) { if case let .node(l, v, r) = n { walk(l); out.append(v); walk(r) } }; walk(root); return out }
    var height: Int { func h(_ n: Node) -> Int { guard case let .node(l, _, r) = n else { return 0 }; return 1 + Swift.max(h(l), h(r)) }; return h(root) }
    func fold<R>(_ z: R, _ f: (R, T, R) -> R) -> R { func go(_ n: Node) -> R { switch n { case .empty: z; case let .node(l, v, r): f(go(l), v, go(r)) } }; return go(root) } }
extension Tree: ExpressibleByArrayLiteral { init(arrayLiteral e: T...) { e.forEach { _ = insert($0) } } }
extension Tree: Sequence { func makeIterator() -> IndexingIterator<[T]> { inorder.makeIterator() } }
extension Tree where T: Numeric { var sum: T { reduce(0, +) } }
var t: Tree = [5, 2, 8, 1, 9, 3]; check("ins", t.insert(5), false); check("ins2", t.insert(4), true); check("in", t.inorder, [1, 2, 3, 4, 5, 8, 9]); check("cnt", t.count, 7); check("has", [t.contains(8), t.contains(7)], [true, false]); check("h", t.height, 4); check("sum", t.sum, 32); check("fold", t.fold(0) { Swift.max($0, $2) + 1 }, 4); check("seq", t.filter { $0 % 2 == 0 }, [2, 4, 8]); check("strs", Tree<String>(arrayLiteral: "b", "a").inorder, ["a", "b"]); check("dbl", ([2.5, 1.5] as Tree).sum, 4)
// expect: ok ins false
// expect: ok ins2 true
// expect: ok in [1, 2, 3, 4, 5, 8, 9]
// expect: ok cnt 7
// expect: ok has [true, false]
// expect: ok h 4
// expect: ok sum 32
// expect: ok fold 4
// expect: ok seq [2, 4, 8]
// expect: ok strs ["a", "b"]
// expect: ok dbl 4.0
struct LRU<K: Hashable, V> { private var store: [K: V] = [:], order: [K] = []; let capacity: Int; init(_ c: Int) { capacity = c }; subscript(k: K) -> V? { mutating get { guard let v = store[k] else { return nil }; touch(k); return v } set { store[k] = newValue; touch(k); if newValue == nil { order.removeAll { $0 == k } }; while order.count > capacity { store[order.removeFirst()] = nil } } }; private mutating func touch(_ k: K) { order.removeAll { $0 == k }; order.append(k) }; var keys: [K] { order } }
var c = LRU<String, Int>(2); c["a"] = 1; c["b"] = 2; _ = c["a"]; c["c"] = 3; check("lru", c.keys, ["a", "c"]); check("lru2", c["b"], nil); c["a"] = nil; check("lru3", c.keys, ["c"])
// expect: ok lru ["a", "c"]
// expect: ok lru2 nil
// expect: ok lru3 ["c"]
struct RingBuffer<T> { private var a: [T?], head = 0, size = 0; init(_ n: Int) { a = Array(repeating: nil, count: n) }; var isFull: Bool { size == a.count }; mutating func write(_ x: T) -> Bool { guard !isFull else { return false }; a[(head + size) % a.count] = x; size += 1; return true }; mutating func read() -> T? { guard size > 0 else { return nil }; defer { a[head] = nil; head = (head + 1) % a.count; size -= 1 }; return a[head] } }
var rb = RingBuffer<Int>(3); check("rb", (1...4).map { rb.write($0) }, [true, true, true, false]); check("rb2", [rb.read(), rb.read()], [1, 2]); check("rb3", rb.write(9), true); check("rb4", [rb.read(), rb.read(), rb.read()], [3, 9, nil])
// expect: ok rb [true, true, true, false]
// expect: ok rb2 [Optional(1), Optional(2)]
// expect: ok rb3 true
// expect: ok rb4 [Optional(3), Optional(9), nil]
struct Polynomial: Equatable, CustomStringConvertible { var c: [Int]; init(_ c: Int...) { self.c = c }; subscript(x: Int) -> Int { c.reversed().reduce(0) { $0 * x + $1 } }; static func * (a: Self, b: Self) -> Self { var r = Polynomial(); r.c = .init(repeating: 0, count: a.c.count + b.c.count - 1); for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r.c[i + j] += x * y } }; return r }; var derivative: Self { var d = self; d.c = c.enumerated().dropFirst().map { $0 * $1 }; return d }; var description: String { c.enumerated().reversed().filter { $0.element != 0 }.map { i, k in (k == 1 && i > 0 ? "" : "\(k)") + (i == 0 ? "" : i == 1 ? "x" : "x^\(i)") }.joined(separator: " + ") } }
let p = Polynomial(1, 2, 3); check("poly", "\(p)", "3x^2 + 2x + 1"); check("eval", p[2], 17); check("mul", "\(p * Polynomial(0, 1))", "3x^3 + 2x^2 + x"); check("der", p.derivative, Polynomial(2, 6)); check("interp", "\(1)\("\(2)")", "12"); check("multi", """
    a
      b
    """, "a\n  b"); check("unicode", "é".unicodeScalars.count, 1); check("lazy", (1...).lazy.map { $0 * $0 }.first { $0 > 50 }, 64); check("zip", zip(1..., "ab").map { "\($0)\($1)" }, ["1a", "2b"]); check("stride", Array(stride(from: 5, to: 0, by: -2)), [5, 3, 1])
// expect: ok poly 3x^2 + 2x + 1
// expect: ok eval 17
// expect: ok mul 3x^3 + 2x^2 + x
// expect: ok der 6x + 2
// expect: ok interp 12
// expect: ok multi a
// expect:   b
// expect: ok unicode 1
// expect: ok lazy Optional(64)
// expect: ok zip ["1a", "2b"]
// expect: ok stride [5, 3, 1]
