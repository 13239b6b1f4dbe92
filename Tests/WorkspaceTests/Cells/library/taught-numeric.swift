func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
struct Fraction: Comparable, Hashable, CustomStringConvertible, Numeric {
    let n, d: Int
    init(_ n: Int, _ d: Int = 1) { precondition(d != 0, "zero denominator"); let g = gcd(n, d) * (d < 0 ? -1 : 1); self.n = n / (g == 0 ? 1 : g); self.d = d / (g == 0 ? 1 : g) }
    init(integerLiteral v: Int) { self.init(v) }
    init?<T: BinaryInteger>(exactly s: T) { guard let i = Int(exactly: s) else { return nil }; self.init(i) }
    var magnitude: Fraction { Fraction(abs(n), d) }
    static func + (a: Self, b: Self) -> Self { .init(a.n * b.d + b.n * a.d, a.d * b.d) }
    static func - (a: Self, b: Self) -> Self { .init(a.n * b.d - b.n * a.d, a.d * b.d) }
    static func * (a: Self, b: Self) -> Self { .init(a.n * b.n, a.d * b.d) }
    static func *= (a: inout Self, b: Self) { a = a * b }
    static func / (a: Self, b: Self) -> Self { .init(a.n * b.d, a.d * b.n) }
    static func < (a: Self, b: Self) -> Bool { a.n * b.d < b.n * a.d }
    var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }
}
let h = (1...6).map { Fraction(1, $0) }
print(h, h.reduce(0, +), h.max()!, h.sorted(), Fraction(6, -8), Fraction(1, 2) == Fraction(2, 4), 3 * Fraction(1, 3) - 1)
func sum<T: Numeric>(_ xs: T...) -> T { xs.reduce(.zero, +) }
print(sum(1, 2, 3), sum(0.5, 0.25), sum(Fraction(1, 2), Fraction(1, 3)))
func power<T: Numeric>(_ b: T, _ e: Int) -> T { (0..<e).reduce(1) { r, _ in r * b } }
print(power(2, 10), power(1.5, 3), power(Fraction(2, 3), 3))
func isPrime(_ n: Int) -> Bool { n > 1 && !stride(from: 2, through: Int(Double(n).squareRoot()), by: 1).contains { n % $0 == 0 } }
print((1...50).filter(isPrime), Array((2...).lazy.filter(isPrime).prefix(5)))
func sieve(_ n: Int) -> [Int] { var c = [Bool](repeating: true, count: n + 1); c[0] = false; c[1] = false; var i = 2; while i * i <= n { if c[i] { for j in stride(from: i * i, through: n, by: i) { c[j] = false } }; i += 1 }; return c.indices.filter { c[$0] } }
print(sieve(60).count, sieve(30))
func factors(_ n: Int) -> [Int: Int] { var n = n, f = [Int: Int](), p = 2; while n > 1 { while n % p == 0 { f[p, default: 0] += 1; n /= p }; p += 1 }; return f }
print(factors(360).sorted { $0.key < $1.key }.map { $0.value > 1 ? "\($0.key)^\($0.value)" : "\($0.key)" }.joined(separator: "·"))
print(Int.max, Int.min, UInt8.max, Int8.min, Double.greatestFiniteMagnitude, Double.pi, Float.pi, Double.ulpOfOne)
print(7 / 2, -7 / 2, -7 % 3, 7.0 / 2, 1e21, 1e-5, 0.1 + 0.2, 1e16, 123456789.0, 100.0, Float(0.1), 1.0 / 3)
print(5.remainderReportingOverflow(dividingBy: 3), Int.max.addingReportingOverflow(1), 200 &+ 100 as UInt8 == 44, Int8(truncatingIfNeeded: 300), UInt8(clamping: -5), Int("12a") as Any, Int("-7")!, Double("3.5e2")!, Int("ff", radix: 16)!)
print(String(255, radix: 2), String(255, radix: 16, uppercase: true), 0b1010, 0o17, 0xFF, 1_000_000, 3.7.rounded(), (-3.5).rounded(), 2.5.rounded(.toNearestOrEven), 3.2.rounded(.up), Int(3.99), Int(-3.99))
print((0.1 + 0.2).isEqual(to: 0.3), Double.nan == .nan, Double.infinity > 1e308, (0.0 / 0.0).isNaN, -0.0 == 0.0, (-0.0).sign, 5.isMultiple(of: 5), 12.signum(), 40.trailingZeroBitCount, 255.nonzeroBitCount, 1.leadingZeroBitCount)
func newton(_ f: (Double) -> Double, _ df: (Double) -> Double, x0: Double, tol: Double = 1e-12) -> (root: Double, n: Int) { var x = x0, n = 0; while abs(f(x)) > tol && n < 100 { x -= f(x) / df(x); n += 1 }; return (x, n) }
let (root, n) = newton({ $0 * $0 - 2 }, { 2 * $0 }, x0: 1); print(root, n)
func integrate(_ f: (Double) -> Double, _ r: ClosedRange<Double>, n: Int = 1000) -> Double { let h = (r.upperBound - r.lowerBound) / Double(n); return h * (0..<n).reduce(0.0) { $0 + f(r.lowerBound + (Double($1) + 0.5) * h) } }
print(integrate({ $0 * $0 }, 0...3), integrate({ x in 1 / x }, 1...2, n: 10))
var bits: UInt16 = 0b1011_0000; bits |= 1 << 3; bits ^= 0xFF; bits &= ~1; print(bits, ~bits, bits >> 2, bits << 12, bits.byteSwapped)
var x: UInt32 = 12345; func rnd() -> UInt32 { x ^= x << 13; x ^= x >> 17; x ^= x << 5; return x }; print((0..<4).map { _ in rnd() % 100 })
print(min(3, 1, 2), max(1.5, 2), abs(-4), (1...10).reduce(1, *), [1.0, 2, 3, 4].map { $0 * $0 }.reduce(0, +) / 4, stride(from: 1.0, to: 2, by: 0.25).map { $0 })
// expect: [1, 1/2, 1/3, 1/4, 1/5, 1/6] 49/20 1 [1/6, 1/5, 1/4, 1/3, 1/2, 1] -3/4 true 0
// expect: 6 0.75 5/6
// expect: 1024 3.375 8/27
// expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47] [2, 3, 5, 7, 11]
// expect: 17 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
// expect: 2^3·3^2·5
// expect: 9223372036854775807 -9223372036854775808 255 -128 1.7976931348623157e+308 3.141592653589793 3.1415925 2.220446049250313e-16
// expect: 3 -3 -1 3.5 1e+21 1e-05 0.30000000000000004 1e+16 123456789.0 100.0 0.1 0.3333333333333333
// expect: (partialValue: 2, overflow: false) (partialValue: -9223372036854775808, overflow: true) true 44 0 nil -7 350.0 255
// expect: 11111111 FF 10 15 255 1000000 4.0 -4.0 2.0 4.0 3 -3
// expect: false false true true true minus true 1 3 8 63
// expect: 1.4142135623730951 5
// expect: 8.99999775 0.6928353604099602
// expect: 70 65465 17 24576 17920
// expect: [30, 7, 4, 42]
// expect: 1 2.0 4 3628800 7.5 [1.0, 1.25, 1.5, 1.75]
