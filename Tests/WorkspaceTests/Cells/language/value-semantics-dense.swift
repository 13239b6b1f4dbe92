// Value semantics, copy on write, didSet chains, nested mutation, tuples in collections
struct Inner { var values: [Int] = []; var tag = "t" { willSet { log.append("will \(tag)->\(newValue)") } didSet { log.append("did \(oldValue)->\(tag)") } } }
struct Outer { var inner = Inner() { didSet { log.append("outer \(oldValue.tag) \(inner.tag)") } }; var map: [String: [Inner]] = [:]; var pair: (Int, Inner) = (0, Inner()); subscript(k: String) -> Inner? { get { map[k]?.first } set { map[k] = newValue.map { [$0] } } } }
var log: [String] = []
var o = Outer(); let snapshot = o
o.inner.tag = "x"; o.inner.values.append(1); print(log, snapshot.inner.tag, o.inner.values); log = []
// expect: ["will t->x", "did t->x", "outer t x", "outer x x"] t [1]
o.map["a", default: []].append(Inner()); o.map["a"]![0].values += [1, 2]; o.map["a"]?[0].tag = "y"; print(o.map["a"]!.map(\.tag), log); log = []
// expect: ["y"] ["will t->y", "did t->y"]
o.pair.1.values.append(7); o.pair.0 += 3; o["a"]?.values.append(9); o["b"] = Inner(values: [4]); o["a"] = nil; print(o.pair.1.values, o.pair.0, o.map.keys.sorted(), o["b"]!.values, o["zz"] as Any)
// expect: [7] 3 ["b"] [4] nil
var a = [[1], [2]]; var b = a; b[0].append(5); a[1][0] = 9; print(a, b); let c = a; a.removeAll(); print(c, a)
// expect: [[1], [9]] [[1, 5], [2]]
// expect: [[1], [9]] []
var d = ["k": (n: 1, s: ["p"])]; d["k"]!.n += 1; d["k"]?.s.append("q"); let e = d; d["k"] = nil; print(e["k"]!, d.count); var tup = [(1, "a"), (2, "b")]; tup[0].1 += "!"; tup.swapAt(0, 1); print(tup)
// expect: (n: 2, s: ["p", "q"]) 0
// expect: [(2, "b"), (1, "a!")]
func mutate(_ x: [Int]) -> [Int] { var x = x; x.append(0); return x }; let orig = [1]; print(mutate(orig), orig); func grow(_ x: inout [Int]) { let old = x; x += old }; var g = [1, 2]; grow(&g); grow(&g); print(g)
// expect: [1, 0] [1]
// expect: [1, 2, 1, 2, 1, 2, 1, 2]
var s = "abc"; var t = s; t.append("d"); s.removeFirst(); print(s, t); var set: Set = [1]; let set2 = set; set.insert(2); print(set.count, set2.count); var opt: [Int]? = [1]; let opt2 = opt; opt?.append(2); opt![0] = 8; print(opt!, opt2!)
// expect: bc abcd
// expect: 2 1
// expect: [8, 2] [1]
enum State { case idle, running(progress: Double, log: [String]), done([Int]); mutating func advance() { switch self { case .idle: self = .running(progress: 0, log: []); case .running(let p, var l) where p < 1: l.append("\(p)"); self = .running(progress: p + 0.5, log: l); case .running(_, let l): self = .done(l.map(\.count)); case .done: break } } }
var st = State.idle; for _ in 0..<6 { st.advance(); print(st) }
// expect: running(progress: 0.0, log: [])
// expect: running(progress: 0.5, log: ["0.0"])
// expect: running(progress: 1.0, log: ["0.0", "0.5"])
// expect: done([3, 3])
// expect: done([3, 3])
// expect: done([3, 3])
struct Counter { private(set) var count = 0; var step = 1; mutating func callAsFunction() -> Int { count += step; return count }; mutating func with<T>(_ f: (inout Counter) throws -> T) rethrows -> T { try f(&self) } }; var ctr = Counter(); _ = ctr(); ctr.step = 5; print(ctr(), ctr.with { $0.step = 1; return $0() }, ctr.count)
// expect: 6 7 7
struct Stack { var items: [Int] = [] { didSet { if items.count > 3 { items.removeFirst() } } } }; var stk = Stack(); for i in 1...6 { stk.items.append(i) }; print(stk); stk.items[0] = 99; stk.items = [1, 2, 3, 4, 5]; print(stk.items)
// expect: Stack(items: [4, 5, 6])
// expect: [2, 3, 4, 5]
struct Temp { var celsius = 0.0; var fahrenheit: Double { get { celsius * 9 / 5 + 32 } set { celsius = (newValue - 32) * 5 / 9 } }; var kelvin: Double { celsius + 273.15 }; static var zero = Temp(); static func + (l: Temp, r: Double) -> Temp { Temp(celsius: l.celsius + r) } }; var tmp = Temp(); tmp.fahrenheit = 212; tmp.fahrenheit -= 18; print(tmp, tmp.kelvin, tmp + 1.5); Temp.zero.celsius = -1; print(Temp.zero); swap(&tmp, &Temp.zero); print(tmp.celsius, Temp.zero.celsius)
// expect: Temp(celsius: 90.0) 363.15 Temp(celsius: 91.5)
// expect: Temp(celsius: -1.0)
// expect: -1.0 90.0
var matrix = Array(repeating: Array(repeating: 0, count: 3), count: 3); for i in 0..<3 { for j in 0..<3 { matrix[i][j] = i * 3 + j } }; matrix[1].reverse(); matrix.swapAt(0, 2); matrix[2][1...].append(7); print(matrix, matrix.map { $0.reduce(0, +) }, (0..<3).map { j in matrix.map { $0[j] } }); let col = matrix.indices.reduce(into: [Int]()) { $0.append(matrix[$1][0]) }; print(col)
// expect: [[6, 7, 8], [5, 4, 3], [0, 1, 2, 7]] [21, 12, 10] [[6, 5, 0], [7, 4, 1], [8, 3, 2]]
// expect: [6, 5, 0]
var (p, q) = ([1, 2], [3]); (p, q) = (q, p); (p[0], q[1]) = (q[1], p[0]); print(p, q); var grid = ["..", ".."].map { Array($0) }; grid[0][1] = "#"; print(grid.map { String($0) }); var words = ["b", "a"]; words.sort(); words[0...0] = ["x", "y"]; words.insert(contentsOf: words.reversed(), at: 1); print(words, words.prefix(2) + ["z"])
// expect: [2] [1, 3]
// expect: [".#", ".."]
// expect: ["x", "b", "y", "x", "y", "b"] ["x", "b", "z"]
var closures: [() -> Void] = []; var shared = 0; for i in 1...3 { closures.append { shared += i } }; closures.forEach { $0() }; print(shared); struct Box { var f: () -> Int }; var n = 1; let box = Box { n * 10 }; n = 5; print(box.f(), { [n] in n }(), (box.f)()); func apply(_ f: (inout Int) -> ()) -> Int { var v = 1; f(&v); f(&v); return v }; print(apply { $0 += n }, apply { v in v *= 3 })
// expect: 6
// expect: 50 5 50
// expect: 11 9
var dd: [Int: [Int: String]] = [:]; for i in 0..<4 { dd[i % 2, default: [:]][i] = "\(i)" }; dd[0]?[2] = nil; dd[1]?[1]? += "!"; dd[7]?[1] = "no"; print(dd[0]!, dd[1]![1]!, dd[1]!.keys.sorted(), dd[7] as Any); var arrOpt: [Int?] = [1, nil]; arrOpt[0]? += 1; arrOpt[1]? += 1; arrOpt.append(nil); print(arrOpt); var i = 0; func next() -> Int { i += 1; return i }; var arr3 = [0, 0, 0, 0]; arr3[next()] += next(); arr3[next()] = i; print(arr3, i)
// expect: [0: "0"] 1! [1, 3] nil
// expect: [Optional(2), nil, nil]
// expect: [0, 2, 0, 3] 3
