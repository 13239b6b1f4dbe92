// copy on write, inout, closures capturing
struct Matrix: Equatable {
    let rows: Int, columns: Int
    private var grid: [Double]
    init(rows: Int, columns: Int, fill: Double = 0) { self.rows = rows; self.columns = columns; grid = Array(repeating: fill, count: rows * columns) }
    init(_ r: [[Double]]) { rows = r.count; columns = r[0].count; grid = r.flatMap { $0 } }
    subscript(r: Int, c: Int) -> Double {
        get { precondition(r >= 0 && r < rows, "row out of range"); return grid[r * columns + c] }
        set { grid[r * columns + c] = newValue }
    }
    subscript(row r: Int) -> [Double] { get { Array(grid[r * columns ..< (r + 1) * columns]) } set { grid.replaceSubrange(r * columns ..< (r + 1) * columns, with: newValue) } }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        var m = Matrix(rows: a.rows, columns: b.columns)
        for i in 0..<a.rows { for j in 0..<b.columns { for k in 0..<a.columns { m[i, j] += a[i, k] * b[k, j] } } }
        return m
    }
    static prefix func - (a: Matrix) -> Matrix { var m = a; for i in m.grid.indices { m.grid[i].negate() }; return m }
    static func *= (a: inout Matrix, s: Double) { for i in a.grid.indices { a.grid[i] *= s } }
    var transposed: Matrix { var m = Matrix(rows: columns, columns: rows); for i in 0..<rows { for j in 0..<columns { m[j, i] = self[i, j] } }; return m }
    func map(_ f: (Double) -> Double) -> Matrix { var m = self; m.grid = grid.map(f); return m }
}
extension Matrix: CustomStringConvertible { var description: String { (0..<rows).map { self[row: $0].map { String($0) }.joined(separator: " ") }.joined(separator: "\n") } }
var a = Matrix([[1, 2], [3, 4]])
let b = a
a[0, 0] += 10; a[row: 1] = [7, 8]
print(a, b, a * b, sep: 0)
func print(_ ms: Matrix..., sep: Int) { for m in ms { Swift.print(m); Swift.print("--") } }
a *= 0.5
print(-a)
print(a.transposed.map { $0 * $0 } == a.map { $0 * $0 }.transposed)
func swapRows(_ m: inout Matrix, _ i: Int, _ j: Int) { (m[row: i], m[row: j]) = (m[row: j], m[row: i]) }
swapRows(&a, 0, 1); print(a)
func makeCounter(step: Int = 1) -> (next: () -> Int, reset: () -> Void, peek: () -> Int) {
    var n = 0
    return ({ n += step; return n }, { n = 0 }, { n })
}
let c1 = makeCounter(), c2 = makeCounter(step: 10)
print(c1.next(), c1.next(), c2.next(), c1.peek(), c2.peek()); c1.reset(); print(c1.peek(), c2.next())
var fs: [() -> Int] = []
for i in 1...3 { fs.append { i * i } }
var k = 5
fs.append { k }; fs.append { [k] in k }
k = 6
print(fs.map { $0() })
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
let inc = { (x: Int) in x + 1 }, str = { (x: Int) -> String in "<\(x)>" }
print(compose(inc, str)(4), compose(compose(inc, inc), str)(4))
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
print([1, 2, 3].map(curry(+)(10)), curry(max)(3)(8))
func memo<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V {
    var cache: [K: V] = [:]
    func g(_ k: K) -> V { if let v = cache[k] { return v }; let v = f(g, k); cache[k] = v; return v }
    return g
}
let fib = memo { (f: (Int) -> Int, n: Int) in n < 2 ? n : f(n - 1) + f(n - 2) }
print(fib(80), (0..<10).map(fib))
func bump(_ x: inout Int, by d: Int = 1) -> Int { defer { x += d }; return x }
var arr = [1, 2, 3]
print(bump(&arr[1], by: 5), bump(&arr[arr.count - 1]), arr)
func sw() { var pt = (x: 1, y: 2); swap(&pt.x, &pt.y); print(pt) }; sw()
var nested = ["a": ["b": [1, 2]]]
nested["a"]?["b"]?[0] = 99; nested["a", default: [:]]["c", default: []].append(7); nested["z"]?["q"]?.append(1)
print(nested["a"]!["b"]!, nested["a"]!["c"]!, nested["z"] as Any)
var total = 0
[1, 2, 3].forEach { total += $0 }
// expect: 11.0 2.0
// expect: 7.0 8.0
// expect: --
// expect: 1.0 2.0
// expect: 3.0 4.0
// expect: --
// expect: 17.0 30.0
// expect: 31.0 46.0
// expect: --
// expect: -5.5 -1.0
// expect: -3.5 -4.0
// expect: true
// expect: 3.5 4.0
// expect: 5.5 1.0
// expect: 1 2 10 2 10
// expect: 0 20
// expect: [1, 4, 9, 6, 5]
// expect: <5> <6>
// expect: [11, 12, 13] 8
// expect: 23416728348467685 [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
// expect: 2 3 [1, 7, 4]
// expect: (x: 2, y: 1)
// expect: [99, 2] [7] nil
