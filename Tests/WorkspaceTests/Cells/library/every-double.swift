import Foundation
// Double and Float
print(Double("3.25") as Any, Double("1e-3") as Any, Double("inf") as Any, Double("-infinity") as Any, Double("nan")!.isNaN, Double("0x1.8p1") as Any, Double("abc") as Any, Double(" 1") as Any, Double("1.") as Any, Double(".5") as Any)
// expect: Optional(3.25) Optional(0.001) Optional(inf) Optional(-inf) true Optional(3.0) nil nil Optional(1.0) Optional(0.5)
print(1e16, 1e15, 123456789012345680.0, 0.0001, 0.00001, 1e-7, 1e100, 5e-324, 1.7976931348623157e308, -0.0, 100.0, 1/3.0)
// expect: 1e+16 1000000000000000.0 1.2345678901234568e+17 0.0001 1e-05 1e-07 1e+100 5e-324 1.7976931348623157e+308 -0.0 100.0 0.3333333333333333
print(Float(0.1), Float(1) / 3, Float(16777216), Float(1e10), Float(1e-5), 0.1 + 0.2, Float(0.1) + Float(0.2), Double(Float(0.1)))
// expect: 0.1 0.33333334 16777216.0 1e+10 1e-05 0.30000000000000004 0.3 0.10000000149011612
print(Double.pi, Float.pi, Double.infinity, -Double.infinity, Double.nan, Double.greatestFiniteMagnitude, Double.leastNormalMagnitude, Double.leastNonzeroMagnitude, Double.ulpOfOne)
// expect: 3.141592653589793 3.1415925 inf -inf nan 1.7976931348623157e+308 2.2250738585072014e-308 5e-324 2.220446049250313e-16
print(Float.greatestFiniteMagnitude, Float.leastNormalMagnitude, Float.leastNonzeroMagnitude, Float.ulpOfOne, Float.infinity)
// expect: 3.4028235e+38 1.1754944e-38 1e-45 1.1920929e-07 inf
let x = 21.25
print(x.exponent, x.significand, x.sign, x.magnitude, x.ulp, x.nextUp, x.nextDown, x.binade, x.bitPattern, x.significandWidth, x.exponentBitPattern, x.significandBitPattern)
// expect: 4 1.328125 plus 21.25 3.552713678800501e-15 21.250000000000004 21.249999999999996 16.0 4626674560937230336 6 1027 1477743627730944
print((-x).sign, (-x).significand, Double(sign: .minus, exponent: 4, significand: 1.5), Double(signOf: -1, magnitudeOf: 3), Double(bitPattern: 0x4009_21FB_5444_2D18))
// expect: minus 1.328125 -24.0 -3.0 3.141592653589793
print(Double(sign: .plus, exponentBitPattern: 1023, significandBitPattern: 0), Double.radix, Double.exponentBitCount, Double.significandBitCount, Float.significandBitCount)
// expect: 1.0 2 11 52 23
print(6.5.rounded(), (-6.5).rounded(), 5.5.rounded(.toNearestOrEven), 6.5.rounded(.toNearestOrEven), 6.2.rounded(.up), 6.9.rounded(.down), (-6.2).rounded(.up), (-6.9).rounded(.towardZero), 6.1.rounded(.awayFromZero), (-6.5).rounded(.toNearestOrAwayFromZero))
// expect: 7.0 -7.0 6.0 6.0 7.0 6.0 -6.0 -6.0 7.0 -7.0
var y = 6.5; y.round(); print(y); y.round(.down); y.negate(); print(y); y = 16; y.formSquareRoot(); print(y)
// expect: 7.0
// expect: -7.0
// expect: 4.0
print(8.625.remainder(dividingBy: 0.75), 8.625.truncatingRemainder(dividingBy: 0.75), (-8.625).truncatingRemainder(dividingBy: 0.75), 2.0.squareRoot(), (-1.0).squareRoot().isNaN, 2.0.addingProduct(3, 4))
// expect: -0.375 0.375 -0.375 1.4142135623730951 true 14.0
var z = 8.625; z.formRemainder(dividingBy: 0.75); print(z); z = 8.625; z.formTruncatingRemainder(dividingBy: 0.75); print(z); z.addProduct(2, 3); print(z)
// expect: -0.375
// expect: 0.375
// expect: 6.375
print(Double.minimum(1, .nan), Double.maximum(-3, 2), Double.minimumMagnitude(-1, 3), Double.maximumMagnitude(-5, 3))
// expect: 1.0 2.0 -1.0 -5.0
print(x.isNormal, x.isFinite, x.isZero, x.isSubnormal, x.isInfinite, x.isNaN, x.isSignalingNaN, x.isCanonical, Double.leastNonzeroMagnitude.isSubnormal)
// expect: true true false false false false false true true
print(x.floatingPointClass, (-0.0).floatingPointClass, Double.infinity.floatingPointClass, Double.nan.floatingPointClass, Double.leastNonzeroMagnitude.floatingPointClass)
// expect: positiveNormal negativeZero positiveInfinity quietNaN positiveSubnormal
print(0.0 == -0.0, Double.nan == .nan, Double.nan < 1, 1 < Double.infinity, (0.0).isEqual(to: -0.0), 1.0.isLess(than: 2), 2.0.isLessThanOrEqualTo(2), (-0.0).isTotallyOrdered(belowOrEqualTo: 0.0))
// expect: true false false true true true true true
print(3.0.distance(to: 4.5), 3.0.advanced(by: -1), Double(exactly: 1 << 53) as Any, Double(exactly: (1 << 53) + 1) as Any, Float(exactly: 0.1) as Any, Float(exactly: 0.5) as Any)
// expect: 1.5 2.0 Optional(9007199254740992.0) nil nil Optional(0.5)
print(Int(exactly: 1e3) as Any, Double(42), Double(UInt8(7)), Double(truncating(3.9)), Float(3), 7.description, 2.5.debugDescription)
// expect: Optional(1000) 42.0 7.0 3.0 3.0 7 2.5
func truncating(_ d: Double) -> Int { Int(d) }
print(max(1.0, 2.0), min(-0.0, 0.0), abs(-2.5), abs(-0.0), Double.zero, -Double.zero)
// expect: 2.0 -0.0 2.5 0.0 0.0 -0.0
print(stride(from: 0.0, to: 1.0, by: 0.25).map { $0 }, Array(stride(from: 1.0, through: 0.0, by: -0.5)), stride(from: 0, through: 0.3, by: 0.1).map { $0 })
// expect: [0.0, 0.25, 0.5, 0.75] [1.0, 0.5, 0.0] [0.0, 0.1, 0.2]
print((0.0...1.0).contains(0.5), (0.0..<1.0).contains(1.0), 0.5...1.5, (1.5).clamped(0, 1))
// expect: true false 0.5...1.5 1.0
extension Double { func clamped(_ a: Double, _ b: Double) -> Double { Swift.min(Swift.max(self, a), b) } }
print(1.0e3, 12_345.678_9, 0x1p-3, 0x1.fp4, 1E5, 1.5e+3, -1.5e-3)
// expect: 1000.0 12345.6789 0.125 31.0 100000.0 1500.0 -0.0015
print([1.0, .nan, 2.0].max()!, [0.1, 0.2, 0.3].reduce(0, +), [1.5, 2.5].map { Int($0) }, (1...5).map { 1 / Double($0) })
// expect: 2.0 0.6000000000000001 [1, 2] [1.0, 0.5, 0.3333333333333333, 0.25, 0.2]
print("\(1.0)", "\(1e20)", "\(Float(1e20))", String(3.0), String(describing: 1e-10), "\(0.1 + 0.7)", 4.35 * 100, 1.1 * 3)
// expect: 1.0 1e+20 1e+20 3.0 1e-10 0.7999999999999999 434.99999999999994 3.3000000000000003
print(Double("1,5") as Any, Double("1e400") as Any, Double("1e-400") as Any, Float("3.4e39") as Any, Double("-0")!, Double("+5")!, Double("1_0") as Any)
// expect: nil Optional(inf) Optional(0.0) Optional(inf) -0.0 5.0 nil
print(Int(1e18), Int(-1e18), UInt64(1.8e19), Double(UInt64.max), Double(Int.max), Float(Int.max), Double(Int.min))
// expect: 1000000000000000000 -1000000000000000000 18000000000000000000 1.8446744073709552e+19 9.223372036854776e+18 9.223372e+18 -9.223372036854776e+18
print(sqrt(2.0), pow(2.0, 0.5), exp(1.0), log(10.0), log2(8.0), log10(1000.0), sin(1.0), cos(1.0), tan(1.0), asin(0.5), acos(0.5), atan(1.0), atan2(1.0, -1.0))
// expect: 1.4142135623730951 1.4142135623730951 2.718281828459045 2.302585092994046 3.0 3.0 0.8414709848078965 0.5403023058681398 1.5574077246549023 0.5235987755982989 1.0471975511965979 0.7853981633974483 2.356194490192345
print(sinh(1.0), cosh(1.0), tanh(0.5), asinh(1.0), acosh(2.0), atanh(0.5), hypot(3.0, 4.0), cbrt(27.0), erf(0.5), erfc(0.5), tgamma(5.0), expm1(1e-5), log1p(1e-5))
// expect: 1.1752011936438014 1.5430806348152437 0.46211715726000974 0.881373587019543 1.3169578969248166 0.5493061443340548 5.0 3.0000000000000004 0.5204998778130465 0.4795001221869535 24.0 1.0000050000166668e-05 9.999950000333332e-06
print(floor(-2.5), ceil(-2.5), round(-2.5), trunc(-2.5), rint(2.5), nearbyint(3.5), fabs(-1.0), fmod(7.5, 2.0), remainder(7.5, 2.0), fmin(1.0, 2.0), fmax(1.0, 2.0), fdim(5.0, 3.0), copysign(3.0, -1.0), fma(2.0, 3.0, 4.0))
// expect: -3.0 -2.0 -3.0 -2.0 2.0 4.0 1.0 1.5 -0.5 1.0 2.0 2.0 -3.0 10.0
print(ldexp(1.5, 3), scalbn(1.5, 2), ilogb(10.0), logb(10.0), frexp(10.0), modf(3.75), nextafter(1.0, 2.0), exp2(3.0), remquo(7.5, 2.0))
// expect: 12.0 6.0 3 3.0 (0.625, 4) (3.0, 0.75) 1.0000000000000002 8.0 (-0.5, 4)
print(sqrt(Float(2)), pow(Float(2), 10), sin(Float(1)), floor(Float(2.7)), Float(2).squareRoot(), Float(1.1) * 1.1, Float("0.1")!)
// expect: 1.4142135 1024.0 0.84147096 2.0 1.4142135 1.21 0.1
print(M_PI, M_E, M_PI_2, M_PI_4, M_SQRT2, M_LN2, M_LN10, M_LOG2E, M_LOG10E, M_1_PI, M_2_PI, M_2_SQRTPI, M_SQRT1_2, j0(1.0), y0(1.0), j1(1.0))
// expect: 3.141592653589793 2.718281828459045 1.5707963267948966 0.7853981633974483 1.4142135623730951 0.6931471805599453 2.302585092994046 1.4426950408889634 0.4342944819032518 0.3183098861837907 0.6366197723675814 1.1283791670955126 0.7071067811865476 0.7651976865579666 0.08825696421567698 0.4400505857449335
