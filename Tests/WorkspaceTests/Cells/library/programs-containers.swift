// Generic containers
struct Queue<T>: Sequence, ExpressibleByArrayLiteral, CustomStringConvertible {
    private var items: [T] = []
    private var head = 0
    init() {}
    init(arrayLiteral elements: T...) { items = elements }
    var count: Int { items.count - head }
    var isEmpty: Bool { count == 0 }
    mutating func push(_ x: T) { items.append(x) }
    @discardableResult mutating func pop() -> T? { guard head < items.count else { return nil }; defer { head += 1 }; return items[head] }
    var peek: T? { head < items.count ? items[head] : nil }
    func makeIterator() -> AnyIterator<T> { var i = head; let items = self.items; return AnyIterator { if i >= items.count { return nil }; defer { i += 1 }; return items[i] } }
    var description: String { "Queue" + Array(self).description }
}
extension Queue: Equatable where T: Equatable { static func == (a: Queue, b: Queue) -> Bool { a.elementsEqual(b) } }
var q: Queue = [1, 2, 3]
q.push(4)
print(q.pop() as Any, q) // expect: Optional(1) Queue[2, 3, 4]
print(q.count, q.peek!) // expect: 3 2
print(q.map { $0 * 2 }, q.contains(3)) // expect: [4, 6, 8] true
print(q == [2, 3, 4], q.reduce(0, +)) // expect: true 9
struct Heap<T> {
    var xs: [T] = []; let less: (T, T) -> Bool
    init(_ less: @escaping (T, T) -> Bool) { self.less = less }
    mutating func push(_ x: T) { xs.append(x); var i = xs.count - 1; while i > 0, less(xs[i], xs[(i - 1) / 2]) { xs.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 } }
    mutating func pop() -> T? {
        guard !xs.isEmpty else { return nil }
        xs.swapAt(0, xs.count - 1); let r = xs.removeLast(); var i = 0
        while true { let l = 2 * i + 1, rr = l + 1; var m = i; if l < xs.count, less(xs[l], xs[m]) { m = l }; if rr < xs.count, less(xs[rr], xs[m]) { m = rr }; if m == i { break }; xs.swapAt(i, m); i = m }
        return r
    }
}
var h = Heap<Int>(<)
[5, 3, 8, 1, 9, 2].forEach { h.push($0) }
var outp: [Int] = []
while let x = h.pop() { outp.append(x) }
print(outp) // expect: [1, 2, 3, 5, 8, 9]
var hs = Heap<(String, Int)> { $0.1 > $1.1 }
for (i, w) in ["a", "bb", "c"].enumerated() { hs.push((w, i * w.count)) }
print(hs.pop()!, hs.xs.count) // expect: ("bb", 2) 2
indirect enum Tree<T: Comparable> { case leaf, node(Tree, T, Tree)
    func insert(_ x: T) -> Tree { switch self { case .leaf: return .node(.leaf, x, .leaf); case let .node(l, v, r): return x < v ? .node(l.insert(x), v, r) : x > v ? .node(l, v, r.insert(x)) : self } }
    var inorder: [T] { switch self { case .leaf: return []; case let .node(l, v, r): return l.inorder + [v] + r.inorder } }
    var depth: Int { if case let .node(l, _, r) = self { return 1 + max(l.depth, r.depth) }; return 0 }
}
let t = [5, 2, 8, 1, 9, 3].reduce(Tree<Int>.leaf) { $0.insert($1) }
print(t.inorder, t.depth, Tree<Int>.leaf.insert(1)) // expect: [1, 2, 3, 5, 8, 9] 3 node(main.Tree<Swift.Int>.leaf, 1, main.Tree<Swift.Int>.leaf)
struct Graph { var edges: [String: [(to: String, w: Int)]] = [:]
    mutating func add(_ a: String, _ b: String, _ w: Int) { edges[a, default: []].append((b, w)); edges[b, default: []].append((a, w)) }
    func dijkstra(_ s: String) -> [String: Int] { var dist = [s: 0]; var todo: Set = [s]; while let u = todo.min(by: { dist[$0]! < dist[$1]! }) { todo.remove(u); for e in edges[u] ?? [] { let d = dist[u]! + e.w; if d < dist[e.to, default: .max] { dist[e.to] = d; todo.insert(e.to) } } }; return dist }
    func bfs(_ s: String) -> [String] { var seen: Set<String> = [s], order = [s], i = 0; while i < order.count { for e in (edges[order[i]] ?? []).sorted(by: { $0.to < $1.to }) where seen.insert(e.to).inserted { order.append(e.to) }; i += 1 }; return order }
}
var g = Graph()
g.add("A", "B", 4)
g.add("A", "C", 1)
g.add("C", "B", 2)
g.add("B", "D", 5)
print(g.dijkstra("A").sorted { $0.key < $1.key }.map { "\($0)=\($1)" }, g.bfs("A")) // expect: ["A=0", "B=3", "C=1", "D=8"] ["A", "B", "C", "D"]
struct Matrix<T: Numeric> { let rows: Int, cols: Int; private(set) var grid: [T]; init(_ r: Int, _ c: Int, _ f: (Int, Int) -> T) { rows = r; cols = c; grid = (0..<r).flatMap { i in (0..<c).map { f(i, $0) } } }; subscript(i: Int, j: Int) -> T { get { precondition(i < rows && j < cols); return grid[i * cols + j] } set { grid[i * cols + j] = newValue } }; static func * (a: Matrix, b: Matrix) -> Matrix { Matrix(a.rows, b.cols) { i, j in (0..<a.cols).reduce(0) { $0 + a[i, $1] * b[$1, j] } } } }
var m = Matrix(2, 2) { $0 * 2 + $1 }
m[0, 0] = 7
print((m * m).grid, m.grid) // expect: [51, 10, 20, 11] [7, 1, 2, 3]
struct OrderedSet<E: Hashable> { private var order: [E] = []; private var seen: Set<E> = []; mutating func add(_ e: E) -> Bool { if seen.insert(e).inserted { order.append(e); return true }; return false }; var all: [E] { order } }
var os = OrderedSet<String>()
print(["x", "y", "x"].map { os.add($0) }, os.all) // expect: [true, true, false] ["x", "y"]
func groupRuns<S: Sequence>(_ s: S) -> [(S.Element, Int)] where S.Element: Equatable { var r: [(S.Element, Int)] = []; for x in s { if let l = r.last, l.0 == x { r[r.count - 1].1 += 1 } else { r.append((x, 1)) } }; return r }
print(groupRuns("aabccc"), groupRuns([1, 1, 2])) // expect: [("a", 2), ("b", 1), ("c", 3)] [(1, 2), (2, 1)]
extension Collection { func chunked(_ n: Int) -> [SubSequence] { var r: [SubSequence] = []; var i = startIndex; while i != endIndex { let j = index(i, offsetBy: n, limitedBy: endIndex) ?? endIndex; r.append(self[i..<j]); i = j }; return r } ; subscript(safe i: Index) -> Element? { indices.contains(i) ? self[i] : nil } }
print([1, 2, 3, 4, 5].chunked(2), "hello".chunked(2)) // expect: [ArraySlice([1, 2]), ArraySlice([3, 4]), ArraySlice([5])] ["he", "ll", "o"]
print([1, 2][safe: 5] as Any, [1, 2][safe: 1]!) // expect: nil 2
print((1...7).chunked(3).map { Array($0) }) // expect: [[1, 2, 3], [4, 5, 6], [7]]
extension Sequence where Element: Hashable { func uniqued() -> [Element] { var s: Set<Element> = []; return filter { s.insert($0).inserted } }; var counts: [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }
print([3, 1, 3, 2, 1].uniqued(), "mississippi".counts["s"]!, Array("hello".uniqued())) // expect: [3, 1, 2] 4 ["h", "e", "l", "o"]
extension Dictionary where Value: Comparable { var argmax: Key? { self.max { $0.value < $1.value }?.key } }
print(["a": 1, "b": 5].argmax!) // expect: b
