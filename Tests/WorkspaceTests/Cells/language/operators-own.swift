struct Vec: Equatable { var x, y: Double }
func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y) }
func * (k: Double, v: Vec) -> Vec { Vec(x: k * v.x, y: k * v.y) }
prefix func - (v: Vec) -> Vec { Vec(x: -v.x, y: -v.y) }
func += (a: inout Vec, b: Vec) { a = a + b }
var v = Vec(x: 1, y: 2)
v += Vec(x: 1, y: 1)
print(v, 2 * v, -v, v == Vec(x: 2, y: 3), v != v) // expect: Vec(x: 2.0, y: 3.0) Vec(x: 4.0, y: 6.0) Vec(x: -2.0, y: -3.0) true false
infix operator **: MultiplicationPrecedence
func ** (base: Double, exponent: Int) -> Double { (0..<exponent).reduce(1.0) { r, _ in r * base } }
print(2 ** 10, 1 + 2 ** 3) // expect: 1024.0 9.0
infix operator |>: AdditionPrecedence
func |> <A, B>(a: A, f: (A) -> B) -> B { f(a) }
print(3 |> { $0 * 2 } |> { "\($0)" }) // expect: 6
struct Meters: Comparable { var value: Double; static func < (a: Meters, b: Meters) -> Bool { a.value < b.value } }
print(Meters(value: 1) < Meters(value: 2), max(Meters(value: 1), Meters(value: 3))) // expect: true Meters(value: 3.0)
