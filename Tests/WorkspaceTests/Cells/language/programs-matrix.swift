// Matrix
struct Matrix: Equatable, CustomStringConvertible {
    let rows: Int, cols: Int
    private var grid: [Double]
    init(_ rows: Int, _ cols: Int, fill: Double = 0) { self.rows = rows; self.cols = cols; grid = Array(repeating: fill, count: rows * cols) }
    init(_ a: [[Double]]) { rows = a.count; cols = a.first?.count ?? 0; grid = a.flatMap { $0 } }
    static func identity(_ n: Int) -> Matrix { var m = Matrix(n, n); for i in 0..<n { m[i, i] = 1 }; return m }
    func valid(_ r: Int, _ c: Int) -> Bool { r >= 0 && r < rows && c >= 0 && c < cols }
    subscript(r: Int, c: Int) -> Double {
        get { precondition(valid(r, c), "Index out of range"); return grid[r * cols + c] }
        set { precondition(valid(r, c)); grid[r * cols + c] = newValue }
    }
    subscript(row r: Int) -> [Double] { get { Array(grid[r * cols..<(r + 1) * cols]) } set { for (c, v) in newValue.enumerated() { self[r, c] = v } } }
    static subscript(n: Int) -> Matrix { identity(n) }
    var transposed: Matrix { var t = Matrix(cols, rows); for r in 0..<rows { for c in 0..<cols { t[c, r] = self[r, c] } }; return t }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        var m = Matrix(a.rows, b.cols)
        for i in 0..<a.rows { for j in 0..<b.cols { var s = 0.0; for k in 0..<a.cols { s += a[i, k] * b[k, j] }; m[i, j] = s } }
        return m
    }
    mutating func swapRows(_ i: Int, _ j: Int) { guard i != j else { return }; (self[row: i], self[row: j]) = (self[row: j], self[row: i]) }
    var determinant: Double? {
        guard rows == cols else { return nil }
        var m = self, det = 1.0
        for i in 0..<rows {
            guard let p = (i..<rows).max(by: { abs(m[$0, i]) < abs(m[$1, i]) }), m[p, i] != 0 else { return 0 }
            if p != i { m.swapRows(p, i); det = -det }
            det *= m[i, i]
            for r in i + 1..<rows { let f = m[r, i] / m[i, i]; for c in i..<cols { m[r, c] -= f * m[i, c] } }
        }
        return det
    }
    func map(_ f: (Double) -> Double) -> Matrix { var m = self; m.grid = grid.map(f); return m }
    var description: String { (0..<rows).map { r in self[row: r].map { String($0) }.joined(separator: " ") }.joined(separator: "\n") }
}
var m = Matrix([[2, 1], [1, 3]])
print(m * Matrix[2] == m, m.determinant!, m.transposed)
m[0, 1] += 5
m[row: 1] = [9, 8]
print(m)
print(m.map { $0 * 2 }, Matrix(2, 3).determinant as Any)
print(Matrix([[0, 1, 2], [1, 0, 3], [4, -3, 8]]).determinant ?? .nan)
func fib(_ n: Int) -> Int {
    var (a, b) = (0, 1)
    for _ in 0..<n { (a, b) = (b, a + b) }
    return a
}
print((0..<10).map(fib))
typealias Grid = [[Int]]
var life: Grid = Array(repeating: Array(repeating: 0, count: 5), count: 5)
for (r, c) in [(2, 1), (2, 2), (2, 3)] { life[r][c] = 1 }
func step(_ g: Grid) -> Grid {
    var out = g
    for r in g.indices { for c in g[r].indices {
        var n = 0
        for dr in -1...1 { for dc in -1...1 where (dr, dc) != (0, 0) {
            let rr = r + dr, cc = c + dc
            if g.indices.contains(rr), g[rr].indices ~= cc { n += g[rr][cc] }
        } }
        out[r][c] = switch (g[r][c], n) { case (1, 2), (1, 3), (0, 3): 1; default: 0 }
    } }
    return out
}
for _ in 0..<2 { life = step(life); print(life.map { $0.map { $0 == 1 ? "#" : "." }.joined() }.joined(separator: "\n")) }
// expect: true 5.0 2.0 1.0
// expect: 1.0 3.0
// expect: 2.0 6.0
// expect: 9.0 8.0
// expect: 4.0 12.0
// expect: 18.0 16.0 nil
// expect: -2.0
// expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
// expect: .....
// expect: ..#..
// expect: ..#..
// expect: ..#..
// expect: .....
// expect: .....
// expect: .....
// expect: .###.
// expect: .....
// expect: .....
