import Foundation
print(1.0, 0.1) // expect: 1.0 0.1
print(0.1 + 0.2, 1e16) // expect: 0.30000000000000004 1e+16
print(1e15, 123456789012345680.0) // expect: 1000000000000000.0 1.2345678901234568e+17
print(1e-4, 1e-5) // expect: 0.0001 1e-05
print(0.0001234, -0.0) // expect: 0.0001234 -0.0
print(5e-324, Double.greatestFiniteMagnitude) // expect: 5e-324 1.7976931348623157e+308
print(Double.leastNormalMagnitude) // expect: 2.2250738585072014e-308
print(Double.infinity, -Double.infinity) // expect: inf -inf
print(Double.pi, Double.ulpOfOne) // expect: 3.141592653589793 2.220446049250313e-16
print(Double.nan.isNaN, 1/3.0) // expect: true 0.3333333333333333
print(2/3.0, 100.0/3) // expect: 0.6666666666666666 33.333333333333336
print(Float(0.1), Float(1)/3) // expect: 0.1 0.33333334
print(Float.pi, Float.greatestFiniteMagnitude) // expect: 3.1415925 3.4028235e+38
print(Float.leastNonzeroMagnitude, Float(1e10)) // expect: 1e-45 1e+10
print(Float(16777216), Float(0.1) + Float(0.2)) // expect: 16777216.0 0.3
print(2.5.rounded(), (-2.5).rounded()) // expect: 3.0 -3.0
print(3.5.rounded(.toNearestOrEven), 2.5.rounded(.toNearestOrEven)) // expect: 4.0 2.0
print(2.1.rounded(.up), (-2.1).rounded(.up)) // expect: 3.0 -2.0
print(2.9.rounded(.down), (-2.9).rounded(.towardZero)) // expect: 2.0 -2.0
print(2.1.rounded(.awayFromZero), (-2.1).rounded(.awayFromZero)) // expect: 3.0 -3.0
var d = 2.7
d.round()
print(d) // expect: 3.0
d = 2.7
d.round(.down)
print(d) // expect: 2.0
print(7.5.truncatingRemainder(dividingBy: 2), (-7.5).truncatingRemainder(dividingBy: 2)) // expect: 1.5 -1.5
print(7.5.remainder(dividingBy: 2), 8.5.remainder(dividingBy: 3)) // expect: -0.5 -0.5
print(1.0.ulp, 1e10.ulp) // expect: 2.220446049250313e-16 1.9073486328125e-06
print(1.0.nextUp, 1.0.nextDown) // expect: 1.0000000000000002 0.9999999999999999
print(0.0.nextUp, (8.0).significand) // expect: 5e-324 1.0
print((10.0).significand, (10.0).exponent) // expect: 1.25 3
print((0.1).exponent, (10.0).binade) // expect: -4 8.0
print((1.5).bitPattern, Float(1.5).bitPattern) // expect: 4609434218613702656 1069547520
print(Double(bitPattern: 0x4009_21FB_5444_2D18), (1.5).significandWidth) // expect: 3.141592653589793 1
print(Double.exponentBitCount, Double.significandBitCount) // expect: 11 52
print((1.5).exponentBitPattern, (1.5).significandBitPattern) // expect: 1023 2251799813685248
print((-0.0).sign, (1.0).sign) // expect: minus plus
print((-1.5).magnitude, Double(sign: .minus, exponent: 3, significand: 1.25)) // expect: 1.5 -10.0
print(Double(signOf: -1, magnitudeOf: 5)) // expect: -5.0
print((1.0).isFinite, Double.infinity.isInfinite) // expect: true true
print((0.0).isZero, (5e-324).isSubnormal) // expect: true true
print((1.0).isNormal, Double.nan.isSignalingNaN) // expect: true false
print(Double.signalingNaN.isNaN) // expect: true
print(Double.nan == Double.nan, Double.nan < 1) // expect: false false
print(0.0 == -0.0, Double.infinity > 1e308) // expect: true true
print((1.0).isEqual(to: 1.0), (1.0).isLess(than: 2)) // expect: true true
print((1.0).floatingPointClass, (-0.0).floatingPointClass) // expect: positiveNormal negativeZero
print(Double.nan.floatingPointClass, Double.infinity.floatingPointClass) // expect: quietNaN positiveInfinity
print(Double.minimum(1, .nan), Double.maximum(1, 2)) // expect: 1.0 2.0
print(Double.minimumMagnitude(-3, 2), Double.maximumMagnitude(-3, 2)) // expect: 2.0 -3.0
print((2.0).squareRoot(), (2.0).addingProduct(3, 4), Double.radix) // expect: 1.4142135623730951 14.0 2
print(Double("1e3") as Any, Double("3.14") as Any) // expect: Optional(1000.0) Optional(3.14)
print(Double(" 1") as Any, Double("inf") as Any) // expect: nil Optional(inf)
print(Double("-Infinity") as Any, Double("0x1p3") as Any) // expect: Optional(-inf) Optional(8.0)
print(Double("1e400") as Any, Double("1.") as Any) // expect: Optional(inf) Optional(1.0)
print(Double(".5") as Any, Double("abc") as Any) // expect: Optional(0.5) nil
print(Double("") as Any, Double("+2.5") as Any) // expect: nil Optional(2.5)
print(Float("1.1") as Any) // expect: Optional(1.1)
print(Double(exactly: 5) as Any, Double(exactly: Int.max) as Any) // expect: Optional(5.0) nil
print(Float(exactly: 0.1) as Any, Float(exactly: 0.5) as Any) // expect: nil Optional(0.5)
print((3.7).description, (3.0).description) // expect: 3.7 3.0
print("\(1e100)", "\(Float(3.7))") // expect: 1e+100 3.7
print(String(2.50), String(Float(1e-7))) // expect: 2.5 1e-07
print(Double(3) / 2, 7 / 2.0) // expect: 1.5 3.5
print(Double(7 / 2), 3.0 * 1.1) // expect: 3.0 3.3000000000000003
print(1.1 + 2.2, 1e308 * 10) // expect: 3.3000000000000003 inf
print(4.35 * 100) // expect: 434.99999999999994
var y = 1.5
y += 1
y -= 0.25
y *= 3
y /= 2
print(y, -y) // expect: 3.375 -3.375
y.negate()
print(y) // expect: -3.375
print(stride(from: 0.0, to: 1.0, by: 0.25).map { $0 }, stride(from: 1.0, through: 0.0, by: -0.25).map { $0 }, Array(stride(from: 0, through: 1, by: 0.1)))
// expect: [0.0, 0.25, 0.5, 0.75] [1.0, 0.75, 0.5, 0.25, 0.0] [0.0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6000000000000001, 0.7000000000000001, 0.8, 0.9, 1.0]
print((1.5...2.5).contains(2), (0.0..<1.0).contains(1.0)) // expect: true false
print(1.5 ... 2.5, Double.pi.rounded()) // expect: 1.5...2.5 3.0
print(1.5.advanced(by: 2), 1.5.distance(to: 4)) // expect: 3.5 2.5
print(abs(-1.5), abs(-0.0)) // expect: 1.5 0.0
print(max(1.0, Double.nan), min(Double.nan, 1.0)) // expect: 1.0 nan
print(max(Double.nan, 1)) // expect: nan
print(Double(1 as UInt8), Double(Float(0.1))) // expect: 1.0 0.10000000149011612
print(Float(0.1 as Double), Float(1e40 as Double)) // expect: 0.1 inf
print(pow(2.0, 10.0), pow(2.0, 0.5)) // expect: 1024.0 1.4142135623730951
print(sqrt(2.0), cbrt(27.0)) // expect: 1.4142135623730951 3.0000000000000004
print(exp(1.0), log(10.0)) // expect: 2.718281828459045 2.302585092994046
print(log2(8.0), log10(1000.0)) // expect: 3.0 3.0
print(log1p(1e-10), expm1(1e-10)) // expect: 9.999999999500001e-11 1.00000000005e-10
print(sin(1.0), cos(1.0)) // expect: 0.8414709848078965 0.5403023058681398
print(tan(1.0), asin(0.5)) // expect: 1.5574077246549023 0.5235987755982989
print(acos(0.5), atan(1.0)) // expect: 1.0471975511965979 0.7853981633974483
print(atan2(1.0, -1.0), sinh(1.0)) // expect: 2.356194490192345 1.1752011936438014
print(cosh(1.0), tanh(1.0)) // expect: 1.5430806348152437 0.7615941559557649
print(hypot(3.0, 4.0)) // expect: 5.0
print(floor(-2.5), ceil(-2.5)) // expect: -3.0 -2.0
print(round(-2.5), trunc(-2.5)) // expect: -3.0 -2.0
print(fabs(-3.5), fmod(7.5, 2.0)) // expect: 3.5 1.5
print(copysign(3.0, -1.0), fmax(1.0, 2.0)) // expect: -3.0 2.0
print(fmin(1.0, .nan), rint(2.5)) // expect: 1.0 2.0
print(nearbyint(3.5)) // expect: 4.0
print(erf(0.5), erfc(0.5)) // expect: 0.5204998778130465 0.4795001221869535
print(tgamma(5.0), exp2(3.5)) // expect: 24.0 11.313708498984761
print(ldexp(1.5, 4), frexp(10.0)) // expect: 24.0 (0.625, 4)
print(modf(3.75), logb(10.0)) // expect: (3.0, 0.75) 3.0
print(ilogb(10.0), scalbn(1.0, 3)) // expect: 3 8.0
print(fma(2.0, 3.0, 4.0), fdim(5.0, 3.0)) // expect: 10.0 2.0
print(sqrt(Float(2)), pow(Float(2), 0.5)) // expect: 1.4142135 1.4142135
print(sin(Float(1)), floor(Float(2.7))) // expect: 0.84147096 2.0
print(M_PI, M_E) // expect: 3.141592653589793 2.718281828459045
print(Double.pi == M_PI) // expect: true
print(10.0.remainder(dividingBy: 3), 1e20) // expect: 1.0 1e+20
print(1e21, 12345678.9) // expect: 1e+21 12345678.9
print(0.00001, 123456.789e3) // expect: 1e-05 123456789.0
print(9007199254740993.0, 1.7976931348623157e308) // expect: 9007199254740992.0 1.7976931348623157e+308
print(Float(123456789), Float(0.3)) // expect: 1.2345679e+08 0.3
print(Float(1e-10), Float(3.4e38)) // expect: 1e-10 3.4e+38
print(Float(1)/Float(0), Float(100)) // expect: inf 100.0
print(Float(1.0e7), Float(9999999)) // expect: 10000000.0 9999999.0
print(Float(1e16), Float(1e15)) // expect: 1e+16 1e+15
print([0.1, 0.5, 1].reduce(0, +), [1.5, 2.5].map { Int($0) }) // expect: 1.6 [1, 2]
print([3.0, 1.0, 2.0].sorted(), [1.5, -2].min()!) // expect: [1.0, 2.0, 3.0] -2.0
print([1, 2.5].max()!) // expect: 2.5
func mean<T: BinaryFloatingPoint>(_ v: [T]) -> T { v.reduce(0, +) / T(v.count) }
print(mean([1.0, 2, 4]), mean([Float(1), 2, 4])) // expect: 2.3333333333333335 2.3333333
print(5.0.truncatingRemainder(dividingBy: 0).isNaN, (1.0 / 0)) // expect: true inf
print(-1.0 / 0, (0.0 / 0).isNaN) // expect: -inf true
print(0x1.8p1, 1_000.5) // expect: 3.0 1000.5
print(1.0e-3, .pi * 2.0) // expect: 0.001 6.283185307179586
print(-Double.pi, Double.leastNonzeroMagnitude / 2) // expect: -3.141592653589793 0.0
print(Int(1e9), Int(-0.5)) // expect: 1000000000 0
print(Int((2.5).rounded()), Int(2.5 + 0.5)) // expect: 3 3
print(UInt(3.7), Int8(127.9)) // expect: 3 127
print(1.0.isTotallyOrdered(belowOrEqualTo: 2), (-0.0).isTotallyOrdered(belowOrEqualTo: 0.0)) // expect: true true
