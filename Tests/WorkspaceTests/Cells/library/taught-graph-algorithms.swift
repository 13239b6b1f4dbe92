struct Graph<V: Hashable & Comparable> {
    struct Edge { let to: V; let weight: Int }
    private var adj: [V: [Edge]] = [:]
    mutating func connect(_ a: V, _ b: V, _ w: Int = 1, directed: Bool = false) { adj[a, default: []].append(Edge(to: b, weight: w)); if !directed { adj[b, default: []].append(.init(to: a, weight: w)) } else if adj[b] == nil { adj[b] = [] } }
    var vertices: [V] { adj.keys.sorted() }
    func bfs(from s: V) -> [V] {
        var seen: Set = [s], queue = [s], order: [V] = []
        while !queue.isEmpty { let v = queue.removeFirst(); order.append(v)
            for e in adj[v]!.sorted(by: { $0.to < $1.to }) where seen.insert(e.to).inserted { queue.append(e.to) } }
        return order
    }
    func dijkstra(from s: V) -> [V: (dist: Int, via: V?)] {
        var best: [V: (dist: Int, via: V?)] = [s: (0, nil)], done = Set<V>()
        while let (v, d) = best.filter({ !done.contains($0.key) }).min(by: { ($0.value.dist, $0.key) < ($1.value.dist, $1.key) }) {
            done.insert(v)
            for e in adj[v] ?? [] { let nd = d.dist + e.weight; if nd < best[e.to]?.dist ?? .max { best[e.to] = (nd, v) } }
        }
        return best
    }
    func path(from a: V, to b: V) -> [V]? { let t = dijkstra(from: a); guard t[b] != nil else { return nil }; var p = [b]; while let v = t[p.last!]?.via { p.append(v) }; return p.reversed() }
    func topological() -> [V]? {
        var indeg = adj.mapValues { _ in 0 }
        for es in adj.values { for e in es { indeg[e.to]! += 1 } }
        var ready = indeg.filter { $0.value == 0 }.keys.sorted(by: >), out: [V] = []
        while let v = ready.popLast() { out.append(v); for e in adj[v]! { indeg[e.to]! -= 1; if indeg[e.to] == 0 { ready.append(e.to); ready.sort(by: >) } } }
        return out.count == adj.count ? out : nil
    }
}
var g = Graph<String>()
for (a, b, w) in [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8), ("E", "F", 1)] { g.connect(a, b, w) }
print(g.vertices, g.bfs(from: "A"), g.path(from: "A", to: "D") ?? [], g.path(from: "A", to: "F") as Any)
for (v, t) in g.dijkstra(from: "A").sorted(by: { $0.key < $1.key }) { print(v, t.dist, t.via ?? "-") }
var dag = Graph<Int>(); for (a, b) in [(1, 2), (1, 3), (3, 2), (2, 4)] { dag.connect(a, b, directed: true) }
print(dag.topological() as Any); dag.connect(4, 1, directed: true); print(dag.topological() ?? [])
struct UnionFind { private var parent: [Int], size: [Int]; private(set) var count: Int
    init(_ n: Int) { parent = Array(0..<n); size = .init(repeating: 1, count: n); count = n }
    mutating func find(_ x: Int) -> Int { if parent[x] != x { parent[x] = find(parent[x]) }; return parent[x] }
    @discardableResult mutating func union(_ a: Int, _ b: Int) -> Bool { var (a, b) = (find(a), find(b)); if a == b { return false }; if size[a] < size[b] { swap(&a, &b) }; parent[b] = a; size[a] += size[b]; count -= 1; return true } }
var uf = UnionFind(6); uf.union(0, 1); uf.union(2, 3); uf.union(1, 3); print(uf.count, uf.find(0) == uf.find(2), uf.union(0, 3))
struct Heap<T> { private var a: [T] = []; let before: (T, T) -> Bool
    init(_ before: @escaping (T, T) -> Bool) { self.before = before }
    mutating func push(_ x: T) { a.append(x); var i = a.count - 1; while i > 0, case let p = (i - 1) / 2, before(a[i], a[p]) { a.swapAt(i, p); i = p } }
    mutating func pop() -> T? { guard let top = a.first else { return nil }; let last = a.removeLast(); if a.isEmpty { return top }; a[0] = last; var i = 0
        while true { var c = 2 * i + 1; if c >= a.count { break }; if c + 1 < a.count, before(a[c + 1], a[c]) { c += 1 }; if !before(a[c], a[i]) { break }; a.swapAt(i, c); i = c }; return top } }
var h = Heap<Int>(<); [5, 2, 9, 1, 7].forEach { h.push($0) }; while let x = h.pop() { print(x, terminator: " ") }; print()
let maze = ["S.#", "..#", "#.E"].map(Array.init)
func solve() -> Int? { var q: [(Int, Int, Int)] = [(0, 0, 0)], seen = Set(["0,0"]), head = 0
    while head < q.count { let (r, c, d) = q[head]; head += 1; if maze[r][c] == "E" { return d }
        for (dr, dc) in [(0, 1), (1, 0), (0, -1), (-1, 0)] { let (nr, nc) = (r + dr, c + dc); guard maze.indices ~= nr, maze[nr].indices ~= nc, maze[nr][nc] != "#", seen.insert("\(nr),\(nc)").inserted else { continue }; q.append((nr, nc, d + 1)) } }
    return nil }
print(solve() as Any)
// expect: ["A", "B", "C", "D", "E", "F"] ["A", "B", "C", "D"] ["A", "C", "B", "D"] nil
// expect: A 0 -
// expect: B 3 C
// expect: C 1 A
// expect: D 8 B
// expect: Optional([1, 3, 2, 4])
// expect: []
// expect: 3 true false
// expect: 1 2 5 7 9
// expect: Optional(4)
