import Foundation
struct Matrix: Equatable, CustomStringConvertible {
    let rows: Int, columns: Int
    private var grid: [Double]
    init(rows: Int, columns: Int, fill: Double = 0) {
        precondition(rows > 0 && columns > 0)
        self.rows = rows; self.columns = columns
        grid = Array(repeating: fill, count: rows * columns)
    }
    init(_ r: [[Double]]) {
        self.init(rows: r.count, columns: r[0].count)
        for i in 0..<rows { for j in 0..<columns { self[i, j] = r[i][j] } }
    }
    static func identity(_ n: Int) -> Matrix {
        var m = Matrix(rows: n, columns: n)
        for i in 0..<n { m[i, i] = 1 }
        return m
    }
    func indexIsValid(row: Int, column: Int) -> Bool { (0..<rows) ~= row && (0..<columns).contains(column) }
    subscript(row: Int, column: Int) -> Double {
        get { assert(indexIsValid(row: row, column: column), "Index out of range"); return grid[row * columns + column] }
        set { assert(indexIsValid(row: row, column: column)); grid[row * columns + column] = newValue }
    }
    subscript(row r: Int) -> ArraySlice<Double> { grid[r * columns ..< (r + 1) * columns] }
    var transposed: Matrix {
        var t = Matrix(rows: columns, columns: rows)
        for i in 0..<rows { for j in 0..<columns { t[j, i] = self[i, j] } }
        return t
    }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows, "shape")
        var c = Matrix(rows: a.rows, columns: b.columns)
        for i in 0..<a.rows { for j in 0..<b.columns { for k in 0..<a.columns { c[i, j] += a[i, k] * b[k, j] } } }
        return c
    }
    static func + (a: Self, b: Self) -> Self { var c = a; for i in c.grid.indices { c.grid[i] += b.grid[i] }; return c }
    static prefix func - (a: Self) -> Self { var c = a; c.grid = c.grid.map { -$0 }; return c }
    static func * (k: Double, a: Matrix) -> Matrix { var c = a; c.grid = a.grid.map { k * $0 }; return c }
    func power(_ n: Int) -> Matrix {
        if n == 0 { return .identity(rows) }
        let h = power(n / 2)
        return n.isMultiple(of: 2) ? h * h : h * h * self
    }
    func determinant() -> Double {
        var a = self, det = 1.0
        for c in 0..<rows {
            guard let p = (c..<rows).max(by: { abs(a[$0, c]) < abs(a[$1, c]) }), a[p, c] != 0 else { return 0 }
            if p != c { for k in 0..<columns { (a[p, k], a[c, k]) = (a[c, k], a[p, k]) }; det.negate() }
            det *= a[c, c]
            for r in c + 1 ..< max(rows, c + 1) {
                let f = a[r, c] / a[c, c]
                for k in c..<columns { a[r, k] -= f * a[c, k] }
            }
        }
        return det
    }
    var description: String {
        (0..<rows).map { i in (0..<columns).map { j in String(format: "%7.2f", self[i, j]) }.joined(separator: " ") }.joined(separator: "\n")
    }
}
let a = Matrix([[1, 2], [3, 4]])
print(a * a.transposed, -a, 2 * a + .identity(2), separator: "\n--\n")
print(a.power(10)[0, 0], a.determinant(), Matrix([[0, 2, 1], [1, 1, 1], [2, 0, 3]]).determinant())
print(a == Matrix([[1, 2], [3, 4]]), a[row: 1], a[row: 1].startIndex, Array(a[row: 0]))
let fib = Matrix([[1, 1], [1, 0]]).power(50)
print(Int(fib[0, 1]), fib.rows)
// expect:    5.00   11.00
// expect:   11.00   25.00
// expect: --
// expect:   -1.00   -2.00
// expect:   -3.00   -4.00
// expect: --
// expect:    3.00    4.00
// expect:    6.00    9.00
// expect: 4783807.0 -2.0 -4.0
// expect: true [3.0, 4.0] 2 [1.0, 2.0]
// expect: 12586269025 2
