struct A: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral { var s: String; init(stringLiteral v: String) { s = v }; init(integerLiteral v: UInt8) { s = "\(v)" } }
struct B<T>: ExpressibleByFloatLiteral { var v: Float; init(floatLiteral x: Float) { v = x } }
struct C: ExpressibleByStringInterpolation { var s: String; init(stringLiteral value: String) { s = value } }
let a: [A] = ["x", 3], b: B<Int> = 1.5, c: C = "v\(1)"
print(a, b.v, c.s) // expect: [main.A(s: "x"), main.A(s: "3")] 1.5 v1
