import Foundation
// numeric programs
func newton(_ f: (Double) -> Double, _ df: (Double) -> Double, _ x0: Double, tol: Double = 1e-12) -> (root: Double, steps: Int) { var x = x0, n = 0; while abs(f(x)) > tol && n < 100 { x -= f(x) / df(x); n += 1 }; return (x, n) }
print(newton({ $0 * $0 - 2 }, { 2 * $0 }, 1)) // expect: (root: 1.4142135623730951, steps: 5)
func simpson(_ a: Double, _ b: Double, _ n: Int, _ f: (Double) -> Double) -> Double { let h = (b - a) / Double(n); var s = 0.0; for i in 0...n { let w: Double = i == 0 || i == n ? 1 : i % 2 == 0 ? 2 : 4; s += w * f(a + Double(i) * h) }; return s * h / 3 }
print(simpson(0, .pi, 100, { sin($0) }), simpson(0, 1, 10) { $0 * $0 }) // expect: 2.0000000108245044 0.3333333333333333
func rk4(_ f: (Double, Double) -> Double, _ y0: Double, _ t: Double, _ n: Int) -> Double { var y = y0, x = 0.0; let h = t / Double(n); for _ in 0..<n { let k1 = f(x, y), k2 = f(x + h / 2, y + h / 2 * k1), k3 = f(x + h / 2, y + h / 2 * k2), k4 = f(x + h, y + h * k3); y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4); x += h }; return y }
print(rk4({ _, y in -y }, 1, 1, 100), exp(-1.0)) // expect: 0.3678794412023553 0.36787944117144233
struct Stats { let v: [Double]; var mean: Double { v.reduce(0, +) / Double(v.count) }; var variance: Double { let m = mean; return v.map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(v.count - 1) }; var sd: Double { variance.squareRoot() }; var median: Double { let s = v.sorted(); return s.count % 2 == 1 ? s[s.count / 2] : (s[s.count / 2 - 1] + s[s.count / 2]) / 2 }; func quantile(_ p: Double) -> Double { let s = v.sorted(), x = p * Double(s.count - 1), i = Int(x); return i + 1 < s.count ? s[i] + (x - Double(i)) * (s[i + 1] - s[i]) : s[i] } }
let st = Stats(v: [2.5, 3.5, 1.0, 4.75, 9.125])
print(st.mean, st.variance) // expect: 4.175 9.54375
print(st.sd, st.median) // expect: 3.089296036316364 3.5
print(st.quantile(0.25)) // expect: 2.5
print(String(format: "%.4f ± %.4f", st.mean, st.sd)) // expect: 4.1750 ± 3.0893
struct Vec: Equatable { var x, y, z: Double; static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z) }; static func * (s: Double, v: Vec) -> Vec { Vec(x: s * v.x, y: s * v.y, z: s * v.z) }; static prefix func - (v: Vec) -> Vec { -1 * v }; var length: Double { (x * x + y * y + z * z).squareRoot() }; static let zero = Vec(x: 0, y: 0, z: 0); func dot(_ o: Vec) -> Double { x * o.x + y * o.y + z * o.z }; static func += (a: inout Vec, b: Vec) { a = a + b } }
var v = Vec(x: 1, y: 2, z: 2)
v += 2 * Vec(x: 0.5, y: 0, z: 1)
print(v, v.length) // expect: Vec(x: 2.0, y: 2.0, z: 4.0) 4.898979485566356
print(-v, v.dot(.zero)) // expect: Vec(x: -2.0, y: -2.0, z: -4.0) 0.0
print(v == v + .zero) // expect: true
struct Complex: CustomStringConvertible { var re, im: Double; var description: String { im < 0 ? "\(re) - \(-im)i" : "\(re) + \(im)i" }; static func * (a: Complex, b: Complex) -> Complex { Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re) }; static func + (a: Complex, b: Complex) -> Complex { Complex(re: a.re + b.re, im: a.im + b.im) }; var norm: Double { hypot(re, im) } }
var z = Complex(re: 0, im: 0)
let c0 = Complex(re: -0.5, im: 0.5)
for _ in 0..<10 { z = z * z + c0 }
print(z, z.norm) // expect: -0.11932015744635432 + 0.21960760831734666i 0.24992959329356723
struct Fraction: CustomStringConvertible, Comparable { let n, d: Int; init(_ n: Int, _ d: Int = 1) { func g(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : g(b, a % b) }; let k = g(n, d); self.n = n / k; self.d = d / k }; var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }; static func + (a: Fraction, b: Fraction) -> Fraction { Fraction(a.n * b.d + b.n * a.d, a.d * b.d) }; static func < (a: Fraction, b: Fraction) -> Bool { a.n * b.d < b.n * a.d } }
print([1, 2, 3, 4].map { Fraction(1, $0) }.reduce(Fraction(0), +), [Fraction(1, 2), Fraction(1, 3)].min()!) // expect: 25/12 1/3
print(Fraction(2, 4) == Fraction(1, 2), [Fraction(3, 4), Fraction(1, 5)].sorted()) // expect: true [1/5, 3/4]
var lif = -65.0
var spikes: [Double] = []
for step in 0..<1000 { let t = Double(step) * 0.1; lif += 0.1 * ((-65 - lif) + 20) / 10; if lif > -50 { spikes.append(t); lif = -65 } }
print(spikes.count, spikes.prefix(3), zip(spikes, spikes.dropFirst()).map { $1 - $0 }.max() ?? 0) // expect: 7 [13.700000000000001, 27.5, 41.300000000000004] 13.800000000000004
func logistic(_ r: Double, _ n: Int) -> Double { (0..<n).reduce(0.5) { x, _ in r * x * (1 - x) } }
print(logistic(3.7, 50), logistic(2.5, 100)) // expect: 0.9210729838175427 0.6
print((1...15).map { (1...$0).reduce(1, *) }.last!, (0..<10).map { pow(2.0, Double($0)) }) // expect: 1307674368000 [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0]
print(log(2.0) / log(10.0), (-8.0).squareRoot().isNaN) // expect: 0.30102999566398114 true
print(cbrt(-8.0), 10.0.truncatingRemainder(dividingBy: 3.3)) // expect: -2.0 0.10000000000000053
let hist = [1.2, 3.4, 2.2, 5.9, 3.3, 1.1].reduce(into: [Int](repeating: 0, count: 6)) { $0[Int($1)] += 1 }; print(hist); for (i, n) in hist.enumerated() { print("\(i)-\(i + 1): \(String(repeating: "#", count: n))") }
// expect: [0, 2, 1, 2, 0, 1]
// expect: 0-1: 
// expect: 1-2: ##
// expect: 2-3: #
// expect: 3-4: ##
// expect: 4-5: 
// expect: 5-6: #
let signal = (0..<8).map { sin(2 * .pi * Double($0) / 8) }
print(signal.map { String(format: "%+.3f", $0) }.joined(separator: " ")) // expect: +0.000 +0.707 +1.000 +0.707 +0.000 -0.707 -1.000 -0.707
let dft: [(re: Double, im: Double)] = (0..<8).map { (k: Int) -> (re: Double, im: Double) in var re = 0.0, im = 0.0; for n in 0..<8 { let a: Double = -2 * Double.pi * Double(k * n) / 8; re += signal[n] * cos(a); im += signal[n] * sin(a) }; return (re, im) }
print(dft.map { String(format: "%.2f", ($0.re * $0.re + $0.im * $0.im).squareRoot()) }) // expect: ["0.00", "4.00", "0.00", "0.00", "0.00", "0.00", "0.00", "4.00"]
let xs = [1.0, 2, 3, 4], ys = [2.1, 3.9, 6.2, 7.8]
let mx = xs.reduce(0, +) / 4, my = ys.reduce(0, +) / 4
var num = 0.0, den = 0.0; for (x, y) in zip(xs, ys) { num += (x - mx) * (y - my); den += (x - mx) * (x - mx) }; let slope = num / den
print(slope, my - slope * mx) // expect: 1.94 0.15000000000000036
print(Double(Int64.max), Float(0.1) * 3) // expect: 9.223372036854776e+18 0.3
print(0.1 * 3, 1e-7) // expect: 0.30000000000000004 1e-07
print(123456789.125, 1.0 / 3.0 * 3.0 == 1.0) // expect: 123456789.125 true
print(Double(String(0.1 + 0.2))! == 0.1 + 0.2, (0.1 + 0.2).rounded()) // expect: true 0.0
print((2.675 * 100).rounded() / 100) // expect: 2.68
print(Int.max / 2 * 2, -7 / 2) // expect: 9223372036854775806 -3
print(-7 % 2, (-7) >> 1) // expect: -1 -4
print(7 & -7, UInt8(truncatingIfNeeded: -200)) // expect: 1 56
print(Int("7fffffff", radix: 16)!, String(3735928559, radix: 16)) // expect: 2147483647 deadbeef
print(0xdead_beef, 1_000_000.description.count) // expect: 3735928559 7
