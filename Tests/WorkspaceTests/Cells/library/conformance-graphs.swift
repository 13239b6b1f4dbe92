// Graph algorithms
struct Edge: Hashable { let to: String; let weight: Int }
struct Graph {
    private var adjacency: [String: [Edge]] = [:]
    var nodes: [String] { adjacency.keys.sorted() }
    init(_ list: [(String, String, Int)]) { for (a, b, w) in list { connect(a, b, w) } }
    mutating func connect(_ a: String, _ b: String, _ w: Int, directed: Bool = false) {
        adjacency[a, default: []].append(Edge(to: b, weight: w))
        if !directed { adjacency[b, default: []].append(.init(to: a, weight: w)) } else { adjacency[b] = adjacency[b] ?? [] }
    }
    subscript(node: String) -> [Edge] { adjacency[node, default: []].sorted { $0.to < $1.to } }
    func bfs(from start: String, visit: (String, Int) -> Void) {
        var seen: Set = [start], queue = [(start, 0)], head = 0
        while head < queue.count {
            let (node, depth) = queue[head]; head += 1
            visit(node, depth)
            for e in self[node] where seen.insert(e.to).inserted { queue.append((e.to, depth + 1)) }
        }
    }
    func dfs(from start: String) -> [String] {
        var order: [String] = []
        func visit(_ n: String) {
            guard !order.contains(n) else { return }
            order.append(n)
            self[n].map(\.to).forEach(visit)
        }
        visit(start)
        return order
    }
    func shortest(from a: String, to b: String) -> (cost: Int, path: [String])? {
        var best: [String: (cost: Int, previous: String?)] = [a: (0, nil)]
        var heap = Heap<(Int, String)> { $0.0 < $1.0 }
        heap.push((0, a))
        while let (cost, node) = heap.pop() {
            if node == b {
                var path = [b]
                while let p = best[path[0]]?.previous { path.insert(p, at: 0) }
                return (cost, path)
            }
            if cost > best[node]!.cost { continue }
            for e in self[node] {
                let c = cost + e.weight
                if c < best[e.to]?.cost ?? .max { best[e.to] = (c, node); heap.push((c, e.to)) }
            }
        }
        return nil
    }
}
struct Heap<T> {
    private var a: [T] = []
    private let less: (T, T) -> Bool
    init(by less: @escaping (T, T) -> Bool) { self.less = less }
    var isEmpty: Bool { a.isEmpty }
    mutating func push(_ x: T) {
        a.append(x)
        var i = a.count - 1
        while i > 0, less(a[i], a[(i - 1) / 2]) { a.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 }
    }
    mutating func pop() -> T? {
        guard let first = a.first else { return nil }
        let last = a.removeLast()
        if !a.isEmpty {
            a[0] = last
            var i = 0
            while case let l = 2 * i + 1, l < a.count {
                let c = l + 1 < a.count && less(a[l + 1], a[l]) ? l + 1 : l
                if !less(a[c], a[i]) { break }
                a.swapAt(c, i); i = c
            }
        }
        return first
    }
}
struct UnionFind {
    var parent: [Int]; private(set) var sets: Int
    init(_ n: Int) { parent = .init(0..<n); sets = n }
    mutating func find(_ x: Int) -> Int { if parent[x] != x { parent[x] = find(parent[x]) }; return parent[x] }
    mutating func union(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (find(a), find(b))
        if x == y { return false }
        parent[x] = y; sets -= 1
        return true
    }
}
let g = Graph([("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("D", "F", 6), ("E", "F", 3), ("X", "Y", 1)])
g.bfs(from: "A") { print($0, $1, terminator: "  ") }
print("\n", g.dfs(from: "A"), g.nodes.count)
if let (cost, path) = g.shortest(from: "A", to: "F") { print(cost, path.joined(separator: "->")) }
print(g.shortest(from: "A", to: "X") as Any)
var heap = Heap<Int>(by: >); for x in [5, 1, 9, 3, 9] { heap.push(x) }
var sorted: [Int] = []; while let x = heap.pop() { sorted.append(x) }; print(sorted, heap.isEmpty)
var uf = UnionFind(6)
print([(0, 1), (2, 3), (1, 0), (1, 3), (4, 5)].map { uf.union($0, $1) }, uf.sets, (0..<6).map { uf.find($0) == uf.find(3) })
func topological(_ deps: [String: [String]]) -> [String]? {
    var degree: [String: Int] = [:]
    for (k, v) in deps { degree[k, default: 0] += v.count; v.forEach { degree[$0, default: 0] += 0 } }
    var ready = degree.filter { $0.value == 0 }.keys.sorted(), out: [String] = []
    while !ready.isEmpty {
        let n = ready.removeFirst(); out.append(n)
        for (k, v) in deps.sorted(by: { $0.key < $1.key }) where v.contains(n) { degree[k]! -= 1; if degree[k] == 0 { ready.append(k) } }
    }
    return out.count == degree.count ? out : nil
}
print(topological(["shirt": ["tie"], "tie": ["jacket"], "pants": ["shoes", "belt"], "belt": ["jacket"]]) ?? [], topological(["a": ["b"], "b": ["a"]]) as Any)
let grid = ["S.#.", "..#E", "....", ".##."].map(Array.init)
func solve() -> Int? {
    var start = (0, 0)
    for (r, row) in grid.enumerated() { for (c, x) in row.enumerated() where x == "S" { start = (r, c) } }
    var dist = [[Int?]](repeating: .init(repeating: nil, count: 4), count: 4), frontier = [start]
    dist[start.0][start.1] = 0
    while !frontier.isEmpty {
        var next: [(Int, Int)] = []
        for (r, c) in frontier {
            if grid[r][c] == "E" { return dist[r][c] }
            for (dr, dc) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
                let (nr, nc) = (r + dr, c + dc)
                guard grid.indices ~= nr, grid[nr].indices.contains(nc), grid[nr][nc] != "#", dist[nr][nc] == nil else { continue }
                dist[nr][nc] = dist[r][c]! + 1; next.append((nr, nc))
            }
        }
        frontier = next
    }
    return nil
}
print(solve() ?? -1)
// expect: A 0  B 1  C 1  D 2  E 2  F 3
// expect:  ["A", "B", "C", "D", "E", "F"] 8
// expect: 13 A->C->B->D->E->F
// expect: nil
// expect: [9, 9, 5, 3, 1] true
// expect: [true, true, false, true, true] 2 [true, true, true, true, false, false]
// expect: ["jacket", "shoes", "belt", "tie", "pants", "shirt"] nil
// expect: 6
