import Foundation
// Protocol-oriented shapes
protocol Shape: CustomStringConvertible {
    static var sides: Int { get }
    var name: String { get }
    var area: Double { get }
    func scaled(by factor: Double) -> Self
    mutating func grow(_ amount: Double)
}
extension Shape {
    var name: String { "\(type(of: self))" }
    var description: String { "\(name)(area: \(String(format: "%.2f", area)), sides: \(Self.sides))" }
    func isLarger(than other: any Shape) -> Bool { area > other.area }
}
struct Circle: Shape, Equatable {
    static let sides = 0
    var radius: Double
    var area: Double { .pi * radius * radius }
    func scaled(by f: Double) -> Circle { Circle(radius: radius * f) }
    mutating func grow(_ amount: Double) { radius += amount }
}
struct Rectangle: Shape, Equatable {
    static var sides: Int { 4 }
    var width, height: Double
    var name: String { width == height ? "Square" : "Rectangle" }
    var area: Double { width * height }
    func scaled(by f: Double) -> Self { Self(width: width * f, height: height * f) }
    mutating func grow(_ amount: Double) { width += amount; height += amount }
    var aspect: Double { get { width / height } set { width = newValue * height } }
}
enum Polygon: Shape {
    case triangle(a: Double, b: Double, c: Double)
    indirect case composite([any Shape])
    static var sides: Int { 3 }
    var area: Double {
        switch self {
        case let .triangle(a, b, c):
            let s = (a + b + c) / 2
            return (s * (s - a) * (s - b) * (s - c)).squareRoot()
        case .composite(let parts): return parts.reduce(0) { $0 + $1.area }
        }
    }
    func scaled(by f: Double) -> Polygon {
        switch self {
        case .triangle(let a, let b, let c): .triangle(a: a * f, b: b * f, c: c * f)
        case .composite(let p): .composite(p.map { $0.scaled(by: f) })
        }
    }
    mutating func grow(_ amount: Double) {
        switch self {
        case .triangle(var a, var b, let c): a += amount; b += amount; self = .triangle(a: a, b: b, c: c)
        case .composite(var parts):
            for i in parts.indices { parts[i].grow(amount) }
            self = .composite(parts)
        }
    }
}
protocol Drawable { func draw(in canvas: inout Canvas) }
struct Canvas { var lines: [String] = []; mutating func add(_ items: String...) { lines.append(items.joined(separator: " ")) } }
extension Circle: Drawable { func draw(in canvas: inout Canvas) { canvas.add("o", "\(radius)") } }
extension Rectangle: Drawable { func draw(in canvas: inout Canvas) { canvas.add("[]", "\(width)x\(height)") } }
extension Array: Drawable where Element: Drawable { func draw(in canvas: inout Canvas) { for x in self { x.draw(in: &canvas) } } }
func largest<S: Shape>(_ shapes: [S]) -> S? { shapes.max { $0.area < $1.area } }
func describe<T>(_ x: T) -> String where T: Shape & Equatable { x == x.scaled(by: 1) ? "same" : "different" }
var shapes: [any Shape] = [Circle(radius: 1), Rectangle(width: 2, height: 3), Polygon.triangle(a: 3, b: 4, c: 5)]
shapes.append(Polygon.composite(shapes))
for s in shapes { print(s) }
for i in shapes.indices { shapes[i].grow(1) }
print(shapes.map { String(format: "%.3f", $0.area) })
print(shapes.filter { $0 is Rectangle }.count, shapes.compactMap { $0 as? Circle }, shapes[0].isLarger(than: shapes[1]))
for case let r as Rectangle in shapes { var r = r; r.aspect = 2; print(r.width, r.height, r) }
print(largest([Circle(radius: 2), Circle(radius: 5), Circle(radius: 3)])!, largest([Rectangle]()) as Any)
var canvas = Canvas()
[Circle(radius: 1), Circle(radius: 2)].draw(in: &canvas)
let drawables: [any Drawable] = shapes.compactMap { $0 as? any Drawable }
for d in drawables { d.draw(in: &canvas) }
print(canvas.lines, describe(Circle(radius: 2)))
switch shapes[3] {
case let .composite(parts) as Polygon: print("composite of", parts.count)
case is Circle: print("circle")
default: print("?")
}
let double: (any Shape) -> any Shape = { $0.scaled(by: 2) }
print(double(shapes[1]), type(of: double(shapes[0])), type(of: shapes[2]).sides)
// expect: Circle(area: 3.14, sides: 0)
// expect: Rectangle(area: 6.00, sides: 4)
// expect: Polygon(area: 6.00, sides: 3)
// expect: Polygon(area: 15.14, sides: 3)
// expect: ["12.566", "12.000", "9.165", "33.732"]
// expect: 1 [Circle(area: 12.57, sides: 0)] true
// expect: 8.0 4.0 Rectangle(area: 32.00, sides: 4)
// expect: Circle(area: 78.54, sides: 0) nil
// expect: ["o 1.0", "o 2.0", "o 2.0", "[] 3.0x4.0"] same
// expect: composite of 3
// expect: Rectangle(area: 48.00, sides: 4) Circle 3
