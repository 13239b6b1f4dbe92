struct Point {
    var x: Double
    var y = 0.0
    static let origin = Point(x: 0)
    var length: Double { (x * x + y * y).squareRoot() }
    func scaled(by k: Double) -> Point { Point(x: x * k, y: y * k) }
    mutating func move(dx: Double, dy: Double = 0) {
        x += dx
        y += dy
    }
    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
}
var p = Point(x: 3, y: 4)
print(p, p.length, p.scaled(by: 2), Point.origin, Point(x: 1)) // expect: Point(x: 3.0, y: 4.0) 5.0 Point(x: 6.0, y: 8.0) Point(x: 0.0, y: 0.0) Point(x: 1.0, y: 0.0)
p.move(dx: 1)
p.y = 10
print(p.x, p.y, p + Point(x: 1, y: 1)) // expect: 4.0 10.0 Point(x: 5.0, y: 11.0)
var q = p
q.x = 100
print(p.x, q.x) // expect: 4.0 100.0
struct Counter {
    private(set) var count = 0
    var isZero: Bool { return count == 0 }
    mutating func increment() { count += 1 }
}
var c = Counter()
c.increment()
c.increment()
print(c.count, c.isZero) // expect: 2 false
struct Temperature {
    var celsius: Double
    var fahrenheit: Double {
        get { celsius * 9 / 5 + 32 }
        set { celsius = (newValue - 32) * 5 / 9 }
    }
    init(celsius: Double) { self.celsius = celsius }
    init(fahrenheit: Double) { self.init(celsius: (fahrenheit - 32) * 5 / 9) }
}
var t = Temperature(fahrenheit: 212)
print(t.celsius) // expect: 100.0
t.fahrenheit = 32
print(t.celsius, t) // expect: 0.0 Temperature(celsius: 0.0)
struct Pair: Equatable, Hashable { let a: Int; let b: String }
print(Pair(a: 1, b: "x") == Pair(a: 1, b: "x"), Set([Pair(a: 1, b: "x"), Pair(a: 1, b: "x")]).count) // expect: true 1
struct Matrix {
    let rows: Int, columns: Int
    var grid: [Double]
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        grid = Array(repeating: 0, count: rows * columns)
    }
    subscript(row: Int, column: Int) -> Double {
        get { grid[row * columns + column] }
        set { grid[row * columns + column] = newValue }
    }
}
var m = Matrix(rows: 2, columns: 2)
m[0, 1] = 1.5
m[1, 0] += 2
print(m[0, 1], m[1, 0], m.grid) // expect: 1.5 2.0 [0.0, 1.5, 2.0, 0.0]
extension Point { var flipped: Point { Point(x: y, y: x) } }
print(Point(x: 1, y: 2).flipped) // expect: Point(x: 2.0, y: 1.0)
struct Version: Comparable, CustomStringConvertible {
    var major: Int, minor: Int
    static func < (a: Version, b: Version) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
    var description: String { "v\(major).\(minor)" }
}
print([Version(major: 2, minor: 0), Version(major: 1, minor: 9)].sorted(), Version(major: 1, minor: 0), Version(major: 1, minor: 2) >= Version(major: 1, minor: 2)) // expect: [v1.9, v2.0] v1.0 true
