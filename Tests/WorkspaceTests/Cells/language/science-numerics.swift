import Foundation
// Numerical analysis for a scientist
typealias F = (Double) -> Double
func bisect(_ f: F, _ a: Double, _ b: Double, tolerance: Double = 1e-12) -> Double? {
    var (lo, hi) = (a, b)
    guard f(lo) * f(hi) < 0 else { return nil }
    while hi - lo > tolerance { let mid = (lo + hi) / 2; if f(lo) * f(mid) <= 0 { hi = mid } else { lo = mid } }
    return (lo + hi) / 2
}
func newton(_ f: F, derivative df: F, from x0: Double, maxIterations: Int = 50) throws -> (root: Double, iterations: Int) {
    enum NewtonError: Error { case flat(at: Double), diverged }
    var x = x0
    for i in 1...maxIterations { let d = df(x); guard abs(d) > .ulpOfOne else { throw NewtonError.flat(at: x) }; let next = x - f(x) / d; if abs(next - x) < 1e-14 { return (next, i) }; x = next }
    throw NewtonError.diverged
}
func simpson(_ f: F, from a: Double, to b: Double, n: Int = 100) -> Double { let h = (b - a) / Double(n); return (1..<n).reduce(f(a) + f(b)) { (acc: Double, i: Int) -> Double in let w: Double = i % 2 == 0 ? 2 : 4; return acc + f(a + Double(i) * h) * w } * h / 3 }
func trapezoid(_ f: F, _ range: ClosedRange<Double>, steps: Int) -> Double { let h = (range.upperBound - range.lowerBound) / Double(steps); return h * (stride(from: range.lowerBound + h, to: range.upperBound - h / 2, by: h).map(f).reduce(0, +) + (f(range.lowerBound) + f(range.upperBound)) / 2) }
print(bisect({ $0 * $0 - 2 }, 0, 2) ?? .nan, bisect({ $0 * $0 + 1 }, 0, 2) as Any) // expect: 1.414213562372879 nil
print(try newton({ cos($0) - $0 }, derivative: { -sin($0) - 1 }, from: 1)); do { _ = try newton({ _ in 1 }, derivative: { _ in 0 }, from: 3) } catch { print("failed:", error) }
// expect: (root: 0.7390851332151607, iterations: 5)
// expect: failed: flat(at: 3.0)
print(simpson(sin, from: 0, to: .pi), String(format: "%.6f", trapezoid({ exp(-$0 * $0) }, -3...3, steps: 200)))
// expect: 2.0000000108245044 1.772415
struct Vec: Equatable, CustomStringConvertible { var x: [Double]; init(_ x: Double...) { self.x = x }; init(_ x: [Double]) { self.x = x }
    static func + (a: Vec, b: Vec) -> Vec { Vec(zip(a.x, b.x).map(+)) }; static func - (a: Vec, b: Vec) -> Vec { Vec(zip(a.x, b.x).map(-)) }; static func * (k: Double, v: Vec) -> Vec { Vec(v.x.map { k * $0 }) }; static func • (a: Vec, b: Vec) -> Double { zip(a.x, b.x).map(*).reduce(0, +) }; static prefix func - (v: Vec) -> Vec { -1 * v }
    var norm: Double { (self • self).squareRoot() }; subscript(i: Int) -> Double { get { x[i] } set { x[i] = newValue } }; var description: String { "[" + x.map { String(format: "%.4f", $0) }.joined(separator: ", ") + "]" } }
infix operator •: MultiplicationPrecedence
func rk4(_ f: (Double, Vec) -> Vec, _ y0: Vec, t: Double, h: Double) -> Vec { let k1 = f(t, y0), k2 = f(t + h / 2, y0 + (h / 2) * k1), k3 = f(t + h / 2, y0 + (h / 2) * k2), k4 = f(t + h, y0 + h * k3); let mid = k2 + k3; let ends = k1 + k4; let all = ends + 2 * mid; return y0 + (h / 6) * all }
var state = Vec(1, 0); for i in 0..<100 { state = rk4({ _, y in Vec(y[1], -y[0]) }, state, t: Double(i) * 0.1, h: 0.1) }; print(state, String(format: "%.3e", (state - Vec(cos(10.0), -sin(10.0))).norm), -state == Vec(-state[0], -state[1]))
// expect: [-0.8391, 0.5440] 8.333e-06 true
struct Matrix { let n: Int, m: Int; private var a: [Double]; init(_ rows: [[Double]]) { n = rows.count; m = rows[0].count; a = rows.flatMap { $0 } }; init(n: Int, m: Int, _ f: (Int, Int) -> Double) { self.n = n; self.m = m; a = (0..<n * m).map { f($0 / m, $0 % m) } }; subscript(i: Int, j: Int) -> Double { get { precondition(i < n && j < m); return a[i * m + j] } set { a[i * m + j] = newValue } }
    static func identity(_ n: Int) -> Matrix { Matrix(n: n, m: n) { $0 == $1 ? 1 : 0 } }; static func * (l: Matrix, r: Matrix) -> Matrix { Matrix(n: l.n, m: r.m) { i, j in (0..<l.m).reduce(0) { $0 + l[i, $1] * r[$1, j] } } }; var T: Matrix { Matrix(n: m, m: n) { self[$1, $0] } }; mutating func swapRows(_ i: Int, _ j: Int) { guard i != j else { return }; for k in 0..<m { (self[i, k], self[j, k]) = (self[j, k], self[i, k]) } }
    func solve(_ b: [Double]) -> [Double]? { var l = self, x = b; for c in 0..<n { guard let p = (c..<n).max(by: { abs(l[$0, c]) < abs(l[$1, c]) }), abs(l[p, c]) > 1e-12 else { return nil }; l.swapRows(c, p); x.swapAt(c, p); for r in c + 1..<n { let k = l[r, c] / l[c, c]; if k == 0 { continue }; for j in c..<n { l[r, j] -= k * l[c, j] }; x[r] -= k * x[c] } }; for c in stride(from: n - 1, through: 0, by: -1) { for j in c + 1..<n { x[c] -= l[c, j] * x[j] }; x[c] /= l[c, c] }; return x }
    var rows: [[Double]] { (0..<n).map { i in (0..<m).map { self[i, $0] } } } }
extension Matrix: CustomStringConvertible { var description: String { rows.map { "| " + $0.map { String(format: "%7.3f", $0) }.joined(separator: " ") + " |" }.joined(separator: "\n") } }
let A = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]]); print(A.solve([8, -11, -3])!.map { ($0 * 1e9).rounded() / 1e9 }, Matrix([[1, 2], [2, 4]]).solve([1, 2]) as Any); print(A * .identity(3)); print((A.T * A).rows)
// expect: [2.0, 3.0, -1.0] nil
// expect: |   2.000   1.000  -1.000 |
// expect: |  -3.000  -1.000   2.000 |
// expect: |  -2.000   1.000   2.000 |
// expect: [[17.0, 3.0, -12.0], [3.0, 3.0, -1.0], [-12.0, -1.0, 9.0]]
func stats(_ xs: [Double]) -> (mean: Double, sd: Double, median: Double, quartiles: (Double, Double)) { let n = Double(xs.count), mean = xs.reduce(0, +) / n, v = xs.map { pow($0 - mean, 2) }.reduce(0, +) / (n - 1), s = xs.sorted(); func q(_ p: Double) -> Double { let k = p * (n - 1), i = Int(k); return i + 1 < s.count ? s[i] + (k - Double(i)) * (s[i + 1] - s[i]) : s[i] }; return (mean, sqrt(v), q(0.5), (q(0.25), q(0.75))) }
let data = [2.5, 3.1, 4.7, 5.0, 1.2, 9.8, 3.3, 4.4]; let s = stats(data); print(s.mean, s.sd, s.median, s.quartiles); print(s)
// expect: 4.25 2.5684903848647864 3.85 (2.95, 4.775)
// expect: (mean: 4.25, sd: 2.5684903848647864, median: 3.85, quartiles: (2.95, 4.775))
func regress(_ pts: [(x: Double, y: Double)]) -> (slope: Double, intercept: Double, r2: Double) { let n = Double(pts.count), sx = pts.map(\.x).reduce(0, +), sy = pts.map(\.y).reduce(0, +), sxy = pts.map { $0.x * $0.y }.reduce(0, +), sxx = pts.map { $0.x * $0.x }.reduce(0, +); let b = (n * sxy - sx * sy) / (n * sxx - sx * sx), a = (sy - b * sx) / n; let ss = pts.reduce((res: 0.0, tot: 0.0)) { acc, p in (acc.res + pow(p.y - (a + b * p.x), 2), acc.tot + pow(p.y - sy / n, 2)) }; return (b, a, 1 - ss.res / ss.tot) }
let fit = regress((0..<10).map { (i: Int) -> (x: Double, y: Double) in let e = i % 2 == 0 ? 0.5 : -0.5; return (Double(i), 3 * Double(i) + 1 + e) }); print(String(format: "y = %.4fx + %.4f, r2 = %.5f", fit.slope, fit.intercept, fit.r2))
// expect: y = 2.9697x + 1.1364, r2 = 0.99668
struct Complex: Equatable { var re, im: Double; static let i = Complex(re: 0, im: 1); static func + (a: Self, b: Self) -> Self { .init(re: a.re + b.re, im: a.im + b.im) }; static func - (a: Self, b: Self) -> Self { .init(re: a.re - b.re, im: a.im - b.im) }; static func * (a: Self, b: Self) -> Self { .init(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re) }; var magnitude: Double { hypot(re, im) }; init(re: Double, im: Double = 0) { (self.re, self.im) = (re, im) }; init(polar r: Double, _ t: Double) { self.init(re: r * cos(t), im: r * sin(t)) } }
func fft(_ x: [Complex]) -> [Complex] { guard x.count > 1 else { return x }; let e = fft(stride(from: 0, to: x.count, by: 2).map { x[$0] }), o = fft(stride(from: 1, to: x.count, by: 2).map { x[$0] }); let n = x.count; let t = o.enumerated().map { (e: (offset: Int, element: Complex)) -> Complex in let angle: Double = -2 * Double.pi * Double(e.offset) / Double(n); return Complex(polar: 1, angle) * e.element }; return zip(e, t).map(+) + zip(e, t).map(-) }
print(fft((0..<8).map { Complex(re: $0 < 4 ? 1 : 0) }).map { String(format: "%.3f", $0.magnitude) }, Complex.i * .i == Complex(re: -1)); func mandelbrot(_ c: Complex) -> Int { var z = Complex(re: 0), n = 0; while z.magnitude <= 2 && n < 30 { z = z * z + c; n += 1 }; return n }
// expect: ["4.000", "2.613", "0.000", "1.082", "0.000", "1.082", "0.000", "2.613"] true
for y in stride(from: 1.0, through: -1.0, by: -0.5) { print(stride(from: -2.0, through: 0.6, by: 0.1).map { (x: Double) -> String in let n = mandelbrot(Complex(re: x, im: y)); return n == 30 ? "*" : n > 5 ? "+" : "." }.joined()) }
// expect: ..................++*.....
// expect: ............+++*********+.
// expect: ***********************++.
// expect: ............+++*********+.
// expect: ..................++*.....
