enum S: Equatable { case idle, run(Int), opt(String?) }
struct M { var s: S = .idle; var o: Int?; var a: Any = 0; var ao: Any?; var l: [S] = []; var d: [String: S] = [:]; var t = (1, "x"); var n: Double = 0; var c: Character = "a"; var e: (any Error)?; var dd: [String: [Int]] = [:]; var set: Set<Int> = [] }
struct Er: Error {}
var m = M()
m.s = .run(3)
m.o = 5
m.o = nil
m.o = m.o ?? 2
m.a = "str"
m.ao = 4.5
m.ao = nil
m.l = [.idle, .run(1)]
m.l[0] = .opt("z")
m.l += [.idle]
m.d["k"] = .run(9)
m.d["k"] = nil
m.d["q"] = .opt(nil)
m.t = (2, "y")
m.t.1 = "w"
m.n = 3
m.n += 1
m.c = "z"
m.e = Er()
m.dd["x"] = [1]
m.dd["x"]?.append(2)
m.dd["y", default: []] += [5, 6]
m.dd["x"]![0] = 7
m.set = [1, 2, 2]
m.set.insert(8)
print(m.s, m.o!, m.a, m.ao as Any, m.l, m.d, m.t, m.n, m.c, m.e is Er, m.dd["x"]!, m.dd["y"]!, m.set.sorted())
var grid: [[Character?]] = [[nil, "a"], ["b", nil]]
grid[0][0] = "q"
grid[1][1] = grid[0][1]
grid[1][0] = nil
print(grid.map { $0.map { $0.map(String.init) ?? "." }.joined() })
var (x, y): (Int, Double) = (1, 2)
(x, y) = (3, 4)
(y, x) = (Double(x), Int(y))
print(x, y)
var nested: [String: [String: [Int]]] = [:]
nested["a", default: [:]]["b", default: []].append(1)
nested["a"]?["b"]?.append(2)
nested["a"]?["c"] = [9]
nested["z"]?["c"] = [9]
print(nested["a"]!["b"]!, nested["a"]!.count, nested.count)
var anyD: [String: Any] = ["a": 1]
anyD["b"] = [1, 2]
anyD["c"] = ["k": "v"]
anyD["d"] = nil
anyD["a"] = nil
anyD["e"] = S.idle
anyD["f"] = 1 as Int?
print(anyD.keys.sorted(), (anyD["b"] as? [Int])?.count ?? 0, (anyD["c"] as? [String: String])?["k"] ?? "", anyD["e"] as? S == .idle)
var optArr: [Int?] = [nil]
optArr.append(3)
optArr[0] = 4
optArr.append(nil)
optArr += [nil, 2]
print(optArr, optArr.compactMap { $0 }.reduce(0, +), optArr.firstIndex(of: nil)!, optArr.contains(4))
struct Chain { var next: [Chain] = []; var v: Int?
    var first: Chain? { get { next.first } set { if let newValue { if next.isEmpty { next.append(newValue) } else { next[0] = newValue } } else { next.removeAll() } } } }
var ch = Chain()
ch.first = Chain(v: 1)
ch.first?.v = 5
ch.first?.first = Chain(v: 9)
ch.first?.first?.v! += 1
print(ch.first?.v ?? 0, ch.first?.first?.v ?? 0, ch.first?.first?.first?.v as Any)
ch.first = nil
print(ch.next.count)
// expect: run(3) 2 str nil [main.S.opt(Optional("z")), main.S.run(1), main.S.idle] ["q": main.S.opt(nil)] (2, "w") 4.0 z true [7, 2] [5, 6] [1, 2, 8]
// expect: ["qa", ".a"]
// expect: 4 3.0
// expect: [1, 2] 2 1
// expect: ["b", "c", "e", "f"] 2 v true
// expect: [Optional(4), Optional(3), nil, nil, Optional(2)] 9 2 true
// expect: 5 10 nil
// expect: 0
