var s: Set = [3, 1, 2, 3]
print(s.count, s.sorted()) // expect: 3 [1, 2, 3]
print(s.contains(2), s.isEmpty) // expect: true false
print(s.insert(5), s.insert(5).inserted) // expect: (inserted: true, memberAfterInsert: 5) false
print(s.remove(1) as Any, s.remove(99) as Any) // expect: Optional(1) nil
print(s.sorted(), s.update(with: 5) as Any) // expect: [2, 3, 5] Optional(5)
print(s.update(with: 7) as Any) // expect: nil
let a: Set = [1, 2, 3, 4], b: Set = [3, 4, 5]
print(a.union(b).sorted(), a.intersection(b).sorted()) // expect: [1, 2, 3, 4, 5] [3, 4]
print(a.subtracting(b).sorted(), a.symmetricDifference(b).sorted()) // expect: [1, 2] [1, 2, 5]
print(a.isSubset(of: b), a.isSuperset(of: [1, 2])) // expect: false true
print(a.isStrictSubset(of: [1, 2, 3, 4, 5]), a.isStrictSuperset(of: a)) // expect: true false
print(a.isDisjoint(with: [9]), a.union([7, 8]).sorted()) // expect: true [1, 2, 3, 4, 7, 8]
print(a.intersection(1...2).sorted(), a.subtracting([1]).sorted()) // expect: [1, 2] [2, 3, 4]
var c = a
c.formUnion(b)
print(c.sorted()) // expect: [1, 2, 3, 4, 5]
c.formIntersection([1, 2, 3])
print(c.sorted()) // expect: [1, 2, 3]
c.subtract([1])
print(c.sorted()) // expect: [2, 3]
c.formSymmetricDifference([2, 9])
print(c.sorted()) // expect: [3, 9]
c.removeAll()
print(c, c.first as Any) // expect: [] nil
print(a == [4, 3, 2, 1], a != b) // expect: true true
print(Set([1]).description, Set(["a"])) // expect: [1] ["a"]
print(Set("a"), [Set([1])]) // expect: ["a"] [Set([1])]
print(Set<Int>(), Set([1.5]).debugDescription) // expect: [] Set([1.5])
print(Set(1...3).map { $0 * 2 }.sorted(), a.filter { $0 > 2 }.sorted()) // expect: [2, 4, 6] [3, 4]
print(type(of: a.filter { $0 > 2 }), type(of: a.map { $0 })) // expect: Set<Int> Array<Int>
print(a.min()!, a.max()!) // expect: 1 4
print(a.reduce(0, +), a.sorted(by: >)) // expect: 10 [4, 3, 2, 1]
print(a.contains { $0 > 3 }, a.allSatisfy { $0 < 9 }) // expect: true true
print(a.first != nil, a.count { $0 > 2 }) // expect: true 2
print(a.randomElement() != nil, a.hashValue == Set([4, 3, 2, 1]).hashValue) // expect: true true
print(Array(Set([5])), Set([Set([1]), Set([1])]).count) // expect: [5] 1
struct Pt: Hashable { let x, y: Int }
var ps: Set<Pt> = []
for i in 0..<10 { ps.insert(Pt(x: i % 2, y: i % 3)) }
print(ps.count, ps.contains(Pt(x: 0, y: 0)), ps.map { $0.x * 10 + $0.y }.sorted()) // expect: 6 true [0, 1, 2, 10, 11, 12]
if let i = a.firstIndex(of: 3) { print(a[i]) } // expect: 3
var e = a
if let i = e.firstIndex(of: 2) { print(e.remove(at: i)) } // expect: 2
print(e.sorted(), e.popFirst() != nil) // expect: [1, 3, 4] true
print(e.count, e.removeFirst() > 0) // expect: 2 true
print(e.count) // expect: 1
for x in a.sorted() where x % 2 == 0 { print(x, terminator: " ") }
print(Set("hello").sorted(), Set(["b", "a"]).sorted().joined()) // expect: 2 4 ["e", "h", "l", "o"] ab
print(Set([1, 2]).isSubset(of: [1, 2, 3]), Set<String>(minimumCapacity: 3).isEmpty) // expect: true true
print(a.capacity >= 4) // expect: true
print(a.isStrictSubset(of: b), a.isSubset(of: [1, 2, 3, 4] as [Int])) // expect: false true
print(a.isSuperset(of: 1...2), a.isDisjoint(with: 5...6)) // expect: true true
print(a.isStrictSuperset(of: [1]), a.enumerated().map { $0.offset }.sorted()) // expect: true [0, 1, 2, 3]
print(a.lazy.map { $0 }.count, Set(zip([1, 2], [1, 2]).map { $0 + $1 }).sorted()) // expect: 4 [2, 4]
let o: Int? = 5, n: Int? = nil
print(o as Any, n as Any) // expect: Optional(5) nil
print(o.map { $0 * 2 } as Any, n.map { $0 * 2 } as Any) // expect: Optional(10) nil
print(o.flatMap { $0 > 3 ? "big" : nil } as Any, o ?? 0) // expect: Optional("big") 5
print(n ?? 0, n ?? o ?? 1) // expect: 0 5
print(o == 5, n == nil) // expect: true true
print(o != nil, o! + 1) // expect: true 6
print(o.debugDescription, n.debugDescription) // expect: Optional(5) nil
print("\(o as Any)", String(describing: n)) // expect: Optional(5) nil
print(o.hashValue == (5 as Int?).hashValue) // expect: true
print([o, n], ["a": o]) // expect: [Optional(5), nil] ["a": Optional(5)]
print((o, n), Optional(Optional(3)) as Any) // expect: (Optional(5), nil) Optional(Optional(3))
print(Optional<Optional<Int>>.some(nil) as Any, [o, n].compactMap { $0 }) // expect: Optional(nil) [5]
print(o.unsafelyUnwrapped, Optional("s") as Any) // expect: 5 Optional("s")
print(Optional([1]) as Any, type(of: o)) // expect: Optional([1]) Optional<Int>
print(o.self as Any, [1, 2].first.map { "\($0)" } ?? "none") // expect: Optional(5) 1
print(Int("x").map { $0 + 1 } as Any) // expect: nil
var v: Int? = 3
v? += 1
v! *= 2
print(v as Any, v.take() as Any, v as Any) // expect: Optional(8) Optional(8) nil
v = nil
v? += 1
print(v as Any) // expect: nil
if case let x? = o { print(x) } // expect: 5
if case .some(let x) = o, x > 3 { print("some", x) } // expect: some 5
switch n { case .none: print("none"); case .some(let q): print(q) } // expect: none
switch o { case 5?: print("five"); default: print("?") } // expect: five
struct Node { var name: String; var next: [Node] = [] }
let nd: Node? = Node(name: "a", next: [Node(name: "b")])
print(nd?.next.first?.name as Any, nd?.next.last?.next.first?.name as Any) // expect: Optional("b") nil
print(nd?.name.count as Any, (nd?.next.first?.name.uppercased() ?? "-")) // expect: Optional(1) B
print(nd as Any) // expect: Optional(main.Node(name: "a", next: [main.Node(name: "b", next: [])]))
enum Er: Error, Equatable { case bad(Int), worse }
let ok: Result<Int, Er> = .success(3), no: Result<Int, Er> = .failure(.bad(7))
print(ok, no) // expect: success(3) failure(main.Er.bad(7))
print(ok.map { $0 + 1 }, no.map { $0 + 1 }) // expect: success(4) failure(main.Er.bad(7))
print(no.mapError { _ in Er.worse }, ok.flatMap { $0 > 2 ? .failure(Er.worse) : .success($0) }) // expect: failure(main.Er.worse) failure(main.Er.worse)
print(ok == .success(3), (try? ok.get()) as Any) // expect: true Optional(3)
print((try? no.get()) as Any) // expect: nil
do { _ = try no.get() } catch { print("caught", error) } // expect: caught bad(7)
let cat = Result { try ok.get() }
print(cat) // expect: success(3)
switch no { case .success(let x): print(x); case .failure(let e): print("fail", e) } // expect: fail bad(7)
func thr(_ b: Bool) throws -> Int { if b { throw Er.worse }; return 1 }
print(Result { try thr(true) }, Result { try thr(false) }, no.flatMapError { _ in Result<Int, Er>.success(0) }) // expect: failure(main.Er.worse) success(1) success(0)
print(min(o!, 3), o.map(String.init) as Any) // expect: 3 Optional("5")
print(["1", "b"].map { Int($0) }, ["1", "b"].compactMap(Int.init)) // expect: [Optional(1), nil] [1]
print(zip([1, nil], [nil, 2]).map { $0 ?? $1 ?? 0 }, [3, nil, 1].compactMap { $0 }.sorted()) // expect: [1, 2] [1, 3]
print(o.map { [$0] } ?? [], Optional(3) == .some(3)) // expect: [5] true
print(Optional<Int>.none == nil, o.flatMap { n ?? $0 } as Any) // expect: true Optional(5)
