// Sums of units
protocol UnitKind { static var name: String { get } ; static var factor: Double { get } }
enum Meter: UnitKind { static let name = "m"; static let factor = 1.0 }
enum Foot: UnitKind { static let name = "ft"; static let factor = 0.3048 }
struct Length<K: UnitKind>: CustomStringConvertible, Comparable {
    var value: Double
    init(_ v: Double) { value = v }
    var description: String { "\(value) \(K.name)" }
    static func + (a: Length, b: Length) -> Length { Length(a.value + b.value) }
    static func < (a: Length, b: Length) -> Bool { a.value < b.value }
    func converted<M: UnitKind>(to: M.Type) -> Length<M> { Length<M>(value * K.factor / M.factor) }
    static func * (k: Double, l: Length) -> Length { Length(k * l.value) }
}
func + <K: UnitKind, M: UnitKind>(a: Length<K>, b: Length<M>) -> Length<K> {
    a + b.converted(to: K.self)
}
let a = Length<Meter>(10), b = Length<Foot>(10)
print(a + b)
print(a + a, b + a, 2 * a)
print(max(a, Length(3)))
let c: Length<Foot> = b + a
print(c.value > 42)
print([Length<Meter>(3), Length(1)].sorted())
struct Vec<T: Numeric>: Equatable { var x: T; var y: T }
extension Vec {
    static func + (l: Self, r: Self) -> Self { Self(x: l.x + r.x, y: l.y + r.y) }
    static func * (l: Self, r: T) -> Self { Self(x: l.x * r, y: l.y * r) }
    static func * (l: T, r: Self) -> Self { r * l }
    static prefix func - (v: Self) -> Self where T: SignedNumeric { Self(x: -v.x, y: -v.y) }
    static func += (l: inout Self, r: Self) { l = l + r }
}
let v = Vec(x: 1, y: 2) + Vec(x: 3, y: 4) * 2
print(v, -v, 3 * v)
let w = Vec(x: 0.5, y: 1) * 2
print(w)
func dot<T>(_ a: Vec<T>, _ b: Vec<T>) -> T { a.x * b.x + a.y * b.y }
print(dot(v, v), dot(w, w))
infix operator •: MultiplicationPrecedence
func • <T: Numeric>(a: Vec<T>, b: Vec<T>) -> T { dot(a, b) }
print(1 + v • v)
extension Array where Element: AdditiveArithmetic {
    static func ++ (a: [Element], b: [Element]) -> [Element] { zip(a, b).map { $0 + $1 } }
}
infix operator ++: AdditionPrecedence
print([1, 2] ++ [3, 4] ++ [1, 1])
print([0.5] ++ [1])
// expect: 13.048 m
// expect: 20.0 m 42.808398950131235 ft 20.0 m
// expect: 10.0 m
// expect: true
// expect: [1.0 m, 3.0 m]
// expect: Vec<Int>(x: 7, y: 10) Vec<Int>(x: -7, y: -10) Vec<Int>(x: 21, y: 30)
// expect: Vec<Double>(x: 1.0, y: 2.0)
// expect: 149 5.0
// expect: 150
// expect: [5, 7]
// expect: [1.5]
