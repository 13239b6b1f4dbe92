// graphs
struct Graph<Node: Hashable & Comparable> {
    private(set) var adj: [Node: [(to: Node, w: Int)]] = [:]
    mutating func edge(_ a: Node, _ b: Node, _ w: Int = 1) { adj[a, default: []].append((b, w)); adj[b, default: []].append((to: a, w: w)) }
    func bfs(from s: Node) -> [Node] {
        var seen: Set<Node> = [s], q = [s], out: [Node] = []
        while !q.isEmpty { let u = q.removeFirst(); out.append(u)
            for (v, _) in adj[u, default: []].sorted(by: { $0.to < $1.to }) where !seen.contains(v) { seen.insert(v); q.append(v) } }
        return out }
    func dfs(_ s: Node, _ visit: (Node) -> Void) { var seen = Set<Node>(); func go(_ u: Node) { guard seen.insert(u).inserted else { return }; visit(u); for e in (adj[u] ?? []).sorted(by: { $0.to < $1.to }) { go(e.to) } }; go(s) }
    func dijkstra(_ s: Node) -> [Node: Int] {
        var dist = [s: 0], done: Set<Node> = []
        while let u = dist.filter({ !done.contains($0.key) }).min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key {
            done.insert(u)
            for e in adj[u]! { let nd = dist[u]! + e.w; if nd < dist[e.to, default: .max] { dist[e.to] = nd } } }
        return dist }
    func path(_ a: Node, _ b: Node) -> [Node]? {
        var prev: [Node: Node] = [:], q = [a], i = 0
        while i < q.count { let u = q[i]; i += 1; if u == b { var p = [b]; while let x = prev[p[0]] { p.insert(x, at: 0); if x == a { break } }; return p }
            for e in adj[u] ?? [] where prev[e.to] == nil && e.to != a { prev[e.to] = u; q.append(e.to) } }
        return nil }
}
var g = Graph<String>()
for (a, b, w) in [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8)] { g.edge(a, b, w) }
g.edge("X", "Y")
print(g.bfs(from: "A")); var order = ""; g.dfs("A") { order += $0 }; print(order)
for (k, v) in g.dijkstra("A").sorted(by: { $0.key < $1.key }) { print(k, v, terminator: "; ") }
print(); print(g.path("A", "D")!, g.path("A", "X") as Any)
func topo(_ deps: [String: [String]]) -> [String]? {
    var deg: [String: Int] = [:]
    for (k, vs) in deps { deg[k, default: 0] += 0; for v in vs { deg[v, default: 0] += 0; deg[k]! += 1 } }
    var ready = deg.filter { $0.value == 0 }.map(\.key).sorted(), out: [String] = []
    while let n = ready.first { ready.removeFirst(); out.append(n)
        for (k, vs) in deps.sorted(by: { $0.key < $1.key }) where vs.contains(n) { deg[k]! -= 1; if deg[k] == 0 { ready.append(k); ready.sort() } } }
    return out.count == deg.count ? out : nil }
print(topo(["app": ["lib", "ui"], "ui": ["lib"], "lib": []]) ?? [], topo(["a": ["b"], "b": ["a"]]) as Any)
struct UnionFind { var parent: [Int]; var rank: [Int]; init(_ n: Int) { parent = Array(0..<n); rank = .init(repeating: 0, count: n) }
    mutating func find(_ x: Int) -> Int { if parent[x] != x { parent[x] = find(parent[x]) }; return parent[x] }
    mutating func union(_ a: Int, _ b: Int) -> Bool { let (x, y) = (find(a), find(b)); if x == y { return false }; if rank[x] < rank[y] { parent[x] = y } else { parent[y] = x; if rank[x] == rank[y] { rank[x] += 1 } }; return true } }
var uf = UnionFind(5); print(uf.union(0, 1), uf.union(1, 2), uf.union(0, 2), uf.find(2) == uf.find(0))
struct Heap<T> { var a: [T] = []; let less: (T, T) -> Bool; init(by less: @escaping (T, T) -> Bool) { self.less = less }
    mutating func push(_ x: T) { a.append(x); var i = a.count - 1; while i > 0, less(a[i], a[(i - 1) / 2]) { a.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 } }
    mutating func pop() -> T? { guard !a.isEmpty else { return nil }; a.swapAt(0, a.count - 1); let r = a.removeLast(); var i = 0
        while true { var m = i; for c in [2 * i + 1, 2 * i + 2] where c < a.count && less(a[c], a[m]) { m = c }; if m == i { break }; a.swapAt(i, m); i = m }; return r } }
var h = Heap<(Int, String)> { $0.0 < $1.0 }; for (i, s) in ["c", "a", "b"].enumerated() { h.push(((i * 7 + 3) % 5, s)) }
while let (k, s) = h.pop() { print(k, s, terminator: " ") }
print()
let maze = ["S.#", ".##", "..E"].map(Array.init)
struct Pt: Hashable { var r, c: Int; var nbrs: [Pt] { [(0, 1), (1, 0), (0, -1), (-1, 0)].map { Pt(r: r + $0.0, c: c + $0.1) } } }
var dist = [Pt(r: 0, c: 0): 0], queue = [Pt(r: 0, c: 0)]
while let p = queue.first { queue.removeFirst(); for q in p.nbrs where maze.indices ~= q.r && maze[q.r].indices ~= q.c && maze[q.r][q.c] != "#" && dist[q] == nil { dist[q] = dist[p]! + 1; queue.append(q) } }
print(dist[Pt(r: 2, c: 2)] ?? -1, dist.values.max()!)
// expect: ["A", "B", "C", "D"]
// expect: ABCD
// expect: A 0; B 3; C 1; D 8; 
// expect: ["A", "B", "D"] nil
// expect: ["lib", "ui", "app"] nil
// expect: true true false true
// expect: 0 a 2 b 3 c 
// expect: 4 4
