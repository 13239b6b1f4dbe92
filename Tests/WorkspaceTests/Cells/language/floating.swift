print(1.0, 100.0, 1e15, 1e16, 1e17, 123456789012345680.0, 0.0001, 0.00001) // expect: 1.0 100.0 1000000000000000.0 1e+16 1e+17 1.2345678901234568e+17 0.0001 1e-05
print(Double.pi, Double.infinity, -Double.infinity, Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude) // expect: 3.141592653589793 inf -inf 1.7976931348623157e+308 5e-324
print(Float(0.1), Float.pi, 1 / Float(3), Float(16777216) + 1) // expect: 0.1 3.1415925 0.33333334 16777216.0
print(2.2250738585072014e-308, 1.7976931348623157e308) // expect: 2.2250738585072014e-308 1.7976931348623157e+308
print((2.5).rounded(), (-2.5).rounded(), (2.5).rounded(.toNearestOrEven), (2.1).rounded(.up), (2.9).rounded(.down), (-2.9).rounded(.towardZero), (2.1).rounded(.awayFromZero)) // expect: 3.0 -3.0 2.0 3.0 2.0 -2.0 3.0
print((10.0).squareRoot(), (7.5).truncatingRemainder(dividingBy: 2), (7.5).remainder(dividingBy: 2)) // expect: 3.1622776601683795 1.5 -0.5
print(Int(3.99), Int(-3.99), Double(7), Float(2.5), Double(Float(0.1))) // expect: 3 -3 7.0 2.5 0.10000000149011612
print((1.5).isNaN, Double.nan.isNaN, (1.0 / 0).isInfinite, (1.0).isFinite, (0.0).isZero) // expect: false true true true true
print(Double.nan == Double.nan, 0.0 == -0.0, -0.0) // expect: false true -0.0
print((3.7).exponent, (3.7).significand, (1.0).ulp, (0.1).nextUp) // expect: 1 1.85 2.220446049250313e-16 0.10000000000000002
print((-3.5).magnitude, (-3.5).sign, (2.0).sign == .plus) // expect: 3.5 minus true
print(Double("1.5")!, Double("abc") as Any, Double("1e3")!, Double("inf")!, Double("-0.5")!) // expect: 1.5 nil 1000.0 inf -0.5
print(Double.maximum(1, 2), Double.minimum(1, .nan)) // expect: 2.0 1.0
print(max(1.5, 2), min(0.5, 3), abs(-0.0)) // expect: 2.0 0.5 0.0
var v = 2.6
v.round()
print(v) // expect: 3.0
v.negate()
print(v) // expect: -3.0
