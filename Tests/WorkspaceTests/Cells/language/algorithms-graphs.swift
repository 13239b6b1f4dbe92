import Foundation
// Graphs: BFS, DFS, Dijkstra, Kruskal, topological sort, Floyd-Warshall, union-find
struct Edge: Hashable, Comparable { let from: Int, to: Int; var weight: Double = 1; static func < (a: Edge, b: Edge) -> Bool { (a.weight, a.from, a.to) < (b.weight, b.from, b.to) } }
struct Graph: CustomStringConvertible {
    private(set) var adjacency: [Int: [Edge]] = [:]
    let directed: Bool
    init(directed: Bool = false) { self.directed = directed }
    init(_ list: [(Int, Int, Double)], directed: Bool = false) { self.init(directed: directed); for (a, b, w) in list { add(a, b, weight: w) } }
    mutating func add(_ a: Int, _ b: Int, weight: Double = 1) {
        adjacency[a, default: []].append(Edge(from: a, to: b, weight: weight))
        if directed { adjacency[b] = adjacency[b] ?? [] } else { adjacency[b, default: []].append(Edge(from: b, to: a, weight: weight)) }
    }
    var vertices: [Int] { adjacency.keys.sorted() }
    var edges: [Edge] { adjacency.values.flatMap { $0 }.filter { directed || $0.from < $0.to }.sorted() }
    var description: String { vertices.map { v in "\(v): " + adjacency[v]!.map { "\($0.to)(\($0.weight))" }.joined(separator: ", ") }.joined(separator: "\n") }
    func bfs(from s: Int) -> [Int] {
        var seen: Set = [s], queue = [s], order: [Int] = []
        while !queue.isEmpty { let v = queue.removeFirst(); order.append(v); for e in adjacency[v, default: []] where seen.insert(e.to).inserted { queue.append(e.to) } }
        return order
    }
    func dfs(from s: Int) -> [Int] {
        var seen = Set<Int>(), order: [Int] = []
        func visit(_ v: Int) { guard seen.insert(v).inserted else { return }; order.append(v); adjacency[v]?.forEach { visit($0.to) } }
        visit(s)
        return order
    }
    func dijkstra(from s: Int) -> (dist: [Int: Double], path: (Int) -> [Int]) {
        var dist = [s: 0.0], prev: [Int: Int] = [:], open: Set<Int> = [s], done = Set<Int>()
        while let v = open.min(by: { dist[$0, default: .infinity] < dist[$1, default: .infinity] }) {
            open.remove(v); done.insert(v)
            for e in adjacency[v]! where !done.contains(e.to) {
                let d = dist[v]! + e.weight
                if d < dist[e.to] ?? .infinity { dist[e.to] = d; prev[e.to] = v; open.insert(e.to) }
            }
        }
        return (dist, { t in var p = [t]; while let q = prev[p[0]] { p.insert(q, at: 0) }; return p })
    }
    func topological() -> [Int]? {
        var indegree = Dictionary(uniqueKeysWithValues: vertices.map { ($0, 0) })
        for e in edges { indegree[e.to]! += 1 }
        var ready = vertices.filter { indegree[$0] == 0 }, order: [Int] = []
        while let v = ready.popLast() { order.append(v); for e in adjacency[v]! { indegree[e.to]! -= 1; if indegree[e.to] == 0 { ready.append(e.to) } } }
        return order.count == vertices.count ? order : nil
    }
}
struct UnionFind { var parent: [Int], size: [Int]; init(_ n: Int) { parent = Array(0..<n); size = .init(repeating: 1, count: n) }
    mutating func find(_ x: Int) -> Int { if parent[x] != x { parent[x] = find(parent[x]) }; return parent[x] }
    @discardableResult mutating func union(_ a: Int, _ b: Int) -> Bool { var (x, y) = (find(a), find(b)); if x == y { return false }; if size[x] < size[y] { swap(&x, &y) }; parent[y] = x; size[x] += size[y]; return true } }
func kruskal(_ g: Graph) -> (tree: [Edge], total: Double) { var uf = UnionFind((g.vertices.max() ?? 0) + 1); let t = g.edges.filter { uf.union($0.from, $0.to) }; return (t, t.reduce(0) { $0 + $1.weight }) }
let g = Graph([(0, 1, 4), (0, 2, 1), (2, 1, 2), (1, 3, 5), (2, 3, 8), (3, 4, 3)])
print(g); print(g.bfs(from: 0), g.dfs(from: 0), g.edges.count, g.edges.first!)
// expect: 0: 1(4.0), 2(1.0)
// expect: 1: 0(4.0), 2(2.0), 3(5.0)
// expect: 2: 0(1.0), 1(2.0), 3(8.0)
// expect: 3: 1(5.0), 2(8.0), 4(3.0)
// expect: 4: 3(3.0)
// expect: [0, 1, 2, 3, 4] [0, 1, 2, 3, 4] 6 Edge(from: 0, to: 2, weight: 1.0)
let (dist, path) = g.dijkstra(from: 0); print(dist.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }, path(4))
// expect: ["0:0.0", "1:3.0", "2:1.0", "3:8.0", "4:11.0"] [0, 2, 1, 3, 4]
let mst = kruskal(g); print(mst.total, mst.tree.map { ($0.from, $0.to) })
// expect: 11.0 [(0, 2), (1, 2), (3, 4), (1, 3)]
var dag = Graph(directed: true); for (a, b) in [(5, 2), (5, 0), (4, 0), (4, 1), (2, 3), (3, 1)] { dag.add(a, b) }; print(dag.topological() ?? []); dag.add(1, 5); print(dag.topological() as Any)
// expect: [5, 2, 3, 4, 1, 0]
// expect: nil
func floyd(_ n: Int, _ edges: [Edge]) -> [[Double]] { var d = (0..<n).map { i in (0..<n).map { i == $0 ? 0 : Double.infinity } }; for e in edges { d[e.from][e.to] = min(d[e.from][e.to], e.weight) }; for k in 0..<n { for i in 0..<n { for j in 0..<n { d[i][j] = Swift.min(d[i][j], d[i][k] + d[k][j]) } } }; return d }
for row in floyd(4, [Edge(from: 0, to: 1, weight: 3), Edge(from: 1, to: 2, weight: -2), Edge(from: 2, to: 3), Edge(from: 3, to: 1, weight: 4)]) { print(row.map { $0.isInfinite ? "inf" : String(format: "%.0f", $0) }.joined(separator: "\t")) }
// expect: 0	3	1	2
// expect: inf	0	-2	-1
// expect: inf	5	0	1
// expect: inf	4	2	0
var uf = UnionFind(6); uf.union(0, 1); uf.union(2, 3); uf.union(1, 3); print(uf.find(0) == uf.find(2), uf.find(4) == uf.find(5), Set((0..<6).map { uf.find($0) }).count)
// expect: true false 3
typealias Point = (x: Int, y: Int)
let maze = ["S.#.....", "..#.###.", "#...#...", "..#...#E"].map(Array.init)
func solve(_ m: [[Character]]) -> Int? { var start: Point = (0, 0); for (y, row) in m.enumerated() { for (x, c) in row.enumerated() where c == "S" { start = (x, y) } }
    var dist = [[Int?]](repeating: [Int?](repeating: nil, count: m[0].count), count: m.count); dist[start.y][start.x] = 0; var queue: [Point] = [start], head = 0
    while head < queue.count { let p = queue[head]; head += 1; if m[p.y][p.x] == "E" { return dist[p.y][p.x] }
        for (dx, dy) in [(0, 1), (1, 0), (0, -1), (-1, 0)] { let (nx, ny) = (p.x + dx, p.y + dy); guard m.indices ~= ny, m[ny].indices.contains(nx), m[ny][nx] != "#", dist[ny][nx] == nil else { continue }; dist[ny][nx] = dist[p.y][p.x]! + 1; queue.append((nx, ny)) } }
    return nil }
print(solve(maze) ?? -1) // expect: 12
