print(7 + 3, 7 - 3, 7 * 3, 7 / 3, 7 % 3, -7 / 3, -7 % 3) // expect: 10 4 21 2 1 -2 -1
print(7.0 / 3, 1.0 / 3, 2.0 / 3, 10.0 / 2) // expect: 2.3333333333333335 0.3333333333333333 0.6666666666666666 5.0
print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3) // expect: 5 9
var x = 10
x += 5
print(x) // expect: 15
x -= 3
x *= 2
x /= 5
x %= 3
print(x) // expect: 1
var y = 1.5
y += 1
y *= 4
y /= 3
y -= 0.5
print(y) // expect: 2.8333333333333335
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -16 >> 2, 1 << 0) // expect: 1 7 6 -6 1024 -4 1
print(Int.max &+ 1, Int.min &- 1, Int.max &* 2) // expect: -9223372036854775808 9223372036854775807 -2
print(Int8.max, UInt8.max, Int16.min, UInt32.max, Int64.min, UInt64.max) // expect: 127 255 -32768 4294967295 -9223372036854775808 18446744073709551615
let big: UInt64 = 0xFFFF_FFFF_FFFF_FFFF
print(big, big >> 60, ~big) // expect: 18446744073709551615 15 0
print(-x, +x, -(-x)) // expect: -1 1 1
print(0.1 + 0.2, 1e308 * 10, -1.0 / 0, 0.0 / 1) // expect: 0.30000000000000004 inf -inf 0.0
print((0.0 / 0).isNaN) // expect: true
print(3 == 3.0, 2 < 3, "a" < "b", 1 != 2, 2 >= 2, 3 <= 2) // expect: true true true true true false
print(true && false, true || false, !true, true != false) // expect: false true false true
print(5.isMultiple(of: 5), 17.quotientAndRemainder(dividingBy: 5)) // expect: true (quotient: 3, remainder: 2)
print((-3).magnitude, abs(-7), abs(-2.5), (-3).signum(), min(3, 1, 2), max(4, 9)) // expect: 3 7 2.5 -1 1 9
