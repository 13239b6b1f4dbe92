struct Fibonacci: Sequence, IteratorProtocol { var a = 0, b = 1; mutating func next() -> Int? { defer { (a, b) = (b, a + b) }; return a } }
print(Array(Fibonacci().prefix(10)), Fibonacci().lazy.filter { $0 % 2 == 0 }.prefix(while: { $0 < 1000 }).reduce(0, +))
struct Countdown: Sequence { let from: Int
    func makeIterator() -> Iterator { Iterator(n: from) }
    struct Iterator: IteratorProtocol { var n: Int; mutating func next() -> Int? { guard n > 0 else { return nil }; n -= 1; return n + 1 } }
}
for i in Countdown(from: 3) { print(i, terminator: " ") }
print(Countdown(from: 5).sorted(), Countdown(from: 4).map { $0 * $0 }, Countdown(from: 3).contains(2))
struct Tree<T: Comparable> {
    indirect enum Node { case leaf, node(Node, T, Node) }
    var root = Node.leaf
    private func inserting(_ x: T, _ n: Node) -> Node {
        switch n {
        case .leaf: return .node(.leaf, x, .leaf)
        case let .node(l, v, r): return x < v ? .node(inserting(x, l), v, r) : .node(l, v, inserting(x, r))
        }
    }
    mutating func insert(_ x: T) { root = inserting(x, root) }
    func inOrder(_ visit: (T) -> Void) { func go(_ n: Node) { if case let .node(l, v, r) = n { go(l); visit(v); go(r) } }; go(root) }
    var depth: Int { func d(_ n: Node) -> Int { guard case let .node(l, _, r) = n else { return 0 }; return 1 + max(d(l), d(r)) }; return d(root) }
}
var t = Tree<String>(); for w in "the quick brown fox jumps over the lazy dog".split(separator: " ") { t.insert(String(w)) }
var out: [String] = []; t.inOrder { out.append($0) }; print(out, t.depth)
struct Grid: Collection { let w: Int, h: Int; var startIndex: Int { 0 }; var endIndex: Int { w * h }; func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> (x: Int, y: Int) { (i % w, i / w) } }
let g = Grid(w: 2, h: 2); print(g.count, g.first!, g.map { "\($0.x),\($0.y)" }, g[3], g.isEmpty, g.dropFirst().count)
let collatz = sequence(first: 6) { $0 == 1 ? nil : $0 % 2 == 0 ? $0 / 2 : 3 * $0 + 1 }
print(Array(collatz), sequence(state: (1, 1)) { (s: inout (Int, Int)) -> Int? in let r = s.0; s = (s.1, s.0 + s.1); return r < 50 ? r : nil }.map { $0 })
let evens = AnySequence { () -> AnyIterator<Int> in var n = 0; return AnyIterator { n += 2; return n <= 6 ? n : nil } }
print(Array(evens), evens.reduce(1, *))
extension Sequence { func scan<R>(_ i: R, _ f: (R, Element) -> R) -> [R] { var r = i; return map { r = f(r, $0); return r } }
    func pairs() -> [(Element, Element)] { Array(zip(self, self.dropFirst())) } }
print((1...5).scan(0, +), [1, 4, 9].pairs().map { $1 - $0 })
extension Sequence where Element: Hashable { func uniqued() -> [Element] { var s = Set<Element>(); return filter { s.insert($0).inserted } } ; var histogram: [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }
print([1, 2, 1, 3, 2].uniqued(), "hello".uniqued(), "hello".histogram["l"]!)
extension Collection where Element: Numeric { var sum: Element { reduce(0, +) } ; var product: Element { reduce(1, *) } }
extension Collection where Element: BinaryFloatingPoint { var mean: Element { isEmpty ? 0 : reduce(0, +) / Element(count) } }
print([1, 2, 3].sum, [1.5, 2.5].product, [1.0, 2, 4].mean, (1...3).sum)
let lz = (1...).lazy.map { $0 * $0 }.filter { $0 % 3 == 1 }; print(Array(lz.prefix(4)), lz.first { $0 > 50 }!)
// expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 798
// expect: 3 2 1 [1, 2, 3, 4, 5] [16, 9, 4, 1] true
// expect: ["brown", "dog", "fox", "jumps", "lazy", "over", "quick", "the", "the"] 7
// expect: 4 (x: 0, y: 0) ["0,0", "1,0", "0,1", "1,1"] (x: 1, y: 1) false 3
// expect: [6, 3, 10, 5, 16, 8, 4, 2, 1] [1, 1, 2, 3, 5, 8, 13, 21, 34]
// expect: [2, 4, 6] 48
// expect: [1, 3, 6, 10, 15] [3, 5]
// expect: [1, 2, 3] ["h", "e", "l", "o"] 2
// expect: 6 3.75 2.3333333333333335 6
// expect: [1, 4, 16, 25] 64
