// An operator of one's own may be what is wanted, though the operands alone say Swift's.
func + (a: Int, b: Double) -> Double { Double(a) + b + 1000 }
func * (a: Double, b: Vec) -> Vec { Vec(x: a * b.x) }
struct Vec: ExpressibleByFloatLiteral { var x: Double; init(x: Double) { self.x = x }; init(floatLiteral v: Double) { x = v } }
let i = 3
let d: Double = i + 2
print(d) // expect: 1005.0
let e = i + 2
print(e) // expect: 5
let w = 1.5
let v: Vec = w * 2.0
print(v.x) // expect: 3.0
let u = w * 2.0
print(u) // expect: 3.0
// ---
func - <T>(a: T, b: T) -> [T] { [a, b] }
let j = 4
let g: [Int] = i - j
print(g) // expect: [3, 4]
let k = i - j
print(k) // expect: -1
func / (a: Int?, b: Int?) -> String { "optional" }
let o: String = i / j
print(o, i / j) // expect: optional 0
// ---
func h(_ x: Int) -> Int { x }
func h(_ x: Int?) -> String { "an optional" }
let s: String = h(i)
print(s, h(i)) // expect: an optional 3
func m<T>(_ x: T) -> T { x }
func m(_ x: Int) -> String { "an Int" }
let a1: Int = m(i)
let a2: String = m(i)
print(a1, a2) // expect: 3 an Int
