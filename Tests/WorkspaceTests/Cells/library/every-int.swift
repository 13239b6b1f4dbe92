// Int: every member of the documentation
let minusOne: Int8 = -1, none: Int8 = 0
print(Int("123") as Any, Int("-12") as Any, Int("+7") as Any, Int("") as Any, Int("12a") as Any, Int(" 1") as Any, Int("1_000") as Any)
// expect: Optional(123) Optional(-12) Optional(7) nil nil nil nil
print(Int("ff", radix: 16) as Any, Int("ZZ", radix: 36) as Any, Int("-1010", radix: 2) as Any, Int("9", radix: 8) as Any, UInt8("256") as Any, Int8("-128") as Any)
// expect: Optional(255) Optional(1295) Optional(-10) nil nil Optional(-128)
print(Int(exactly: 3.0) as Any, Int(exactly: 3.5) as Any, Int8(exactly: 128) as Any, Int(exactly: Double.infinity) as Any)
// expect: Optional(3) nil nil nil
print(Int8(clamping: 1000), UInt8(clamping: -5), Int8(truncatingIfNeeded: 300), UInt16(truncatingIfNeeded: -1), Int8(truncatingIfNeeded: 0xFFF0))
// expect: 127 0 44 65535 -16
print(Int(bitPattern: UInt.max), UInt(bitPattern: -2), Int8(bitPattern: 200), UInt32(bitPattern: -1), Int64(bitPattern: 1 << 63))
// expect: -1 18446744073709551614 -56 4294967295 -9223372036854775808
print(Int.bitWidth, Int8.bitWidth, (5 as Int16).bitWidth, Int.isSigned, UInt.isSigned, Int.zero)
// expect: 64 8 16 true false 0
print(10.signum(), (-3).signum(), 0.signum(), (-7).magnitude, Int.min.magnitude, (7 as UInt8).magnitude)
// expect: 1 -1 0 7 9223372036854775808 7
print(12.isMultiple(of: 4), 12.isMultiple(of: 5), 0.isMultiple(of: 0), 3.isMultiple(of: 0))
// expect: true false true false
print(17.quotientAndRemainder(dividingBy: 5), (-17).quotientAndRemainder(dividingBy: 5).remainder)
// expect: (quotient: 3, remainder: 2) -2
print(8.trailingZeroBitCount, 0.trailingZeroBitCount, 8.leadingZeroBitCount, (-1).leadingZeroBitCount, 255.nonzeroBitCount, (-1 as Int8).nonzeroBitCount)
// expect: 3 64 60 0 8 8
print((1 as UInt8).leadingZeroBitCount, (0x1234 as UInt16).byteSwapped, (0x1234 as UInt16).bigEndian, (1 as Int32).littleEndian, UInt16(bigEndian: 0x0102), UInt16(littleEndian: 0x0102))
// expect: 7 13330 13330 1 513 258
print(Int8.max.addingReportingOverflow(1), Int8.min.subtractingReportingOverflow(1), Int8(100).multipliedReportingOverflow(by: 2), Int8.min.dividedReportingOverflow(by: minusOne), Int8(5).dividedReportingOverflow(by: none), Int8(5).remainderReportingOverflow(dividingBy: none))
// expect: (partialValue: -128, overflow: true) (partialValue: 127, overflow: true) (partialValue: -56, overflow: true) (partialValue: -128, overflow: true) (partialValue: 5, overflow: true) (partialValue: 5, overflow: true)
let o = Int.max.addingReportingOverflow(1); print(o.partialValue, o.overflow) // expect: -9223372036854775808 true
let f = Int.max.multipliedFullWidth(by: 4); print(f, f.high, f.low)
// expect: (high: 1, low: 18446744073709551612) 1 18446744073709551612
let g = UInt8(200).multipliedFullWidth(by: 200); print(g.high, g.low, (-3 as Int8).multipliedFullWidth(by: 100))
// expect: 156 64 (high: -2, low: 212)
print(UInt8(10).dividingFullWidth((high: 1, low: 4)), Int(7).dividingFullWidth((high: 0, low: 100)), ((1 as UInt64) << 63).dividingFullWidth((1, 5)))
// expect: (quotient: 26, remainder: 0) (quotient: 14, remainder: 2) (quotient: 2, remainder: 5)
print((-5).distance(to: 3), 3.advanced(by: 4), UInt8(250).distance(to: 3), UInt8(5).advanced(by: -3))
// expect: 8 7 -247 2
print(5.description, (-5).hashValue == (-5).hashValue, String(255, radix: 16), String(255, radix: 16, uppercase: true), String(-255, radix: 2), String(35, radix: 36))
// expect: 5 true ff FF -11111111 z
var n = 5; n.negate(); print(n); n += 1; n <<= 2; n >>= 1; n |= 1; n &= 0xFF; n ^= 3; n %= 100; print(n)
// expect: -5
// expect: 50
var w: UInt8 = 250; w &+= 10; print(w); w &-= 5; print(w); w &*= 100; print(w); w &<<= 3; print(w); w &>>= 1; print(w)
// expect: 4
// expect: 255
// expect: 156
// expect: 224
// expect: 112
print(1 << 64, 1 << 63, 1 << -1, -8 >> 1, -8 >> 100, 1 &<< 65, UInt8(1) << 8, UInt8(128) >> 7, 5 >> -2)
// expect: 0 -9223372036854775808 0 -4 -1 2 0 1 20
print(7 / 2, -7 / 2, 7 % -2, -7 % 2, ~5, ~UInt8(5), -(-128 as Int16)) // expect: 3 -3 1 -1 -6 250 128
print(Int.random(in: 3...3), Int.random(in: 5..<6), UInt8.random(in: 7...7)) // expect: 3 5 7
print(min(3, 1, 2), max(3, 1, 2), abs(-4), abs(Int8(-4)), min(2, 2.5), max(1.5, 1)) // expect: 1 3 4 4 2.0 1.5
print((1...3).contains(2), 5.words.count, (300).words.first!, (-1).words.map { $0 } == [UInt.max])
// expect: true 1 300 true
print(type(of: 5.magnitude), type(of: 1 << 2), type(of: UInt8(1) + 1), type(of: Int32.max), Int.Magnitude.self, Int.Stride.self)
// expect: UInt Int UInt8 Int32 UInt Int
let values: [Int8] = [-128, 127, 0]; print(values.map { UInt8(bitPattern: $0) }, values.map(Int.init), values.map { Double($0) / 2 })
// expect: [128, 127, 0] [-128, 127, 0] [-64.0, 63.5, 0.0]
func digits<T: BinaryInteger>(_ x: T) -> Int { var n = 0, v = x; repeat { n += 1; v /= 10 } while v != 0; return n }
print(digits(12345), digits(UInt8(7)), digits(Int64.max), digits(-99)) // expect: 5 1 19 2
func mask<T: FixedWidthInteger>(_ bits: Int, _: T.Type) -> T { bits >= T.bitWidth ? ~0 : (1 << T(bits)) - 1 }
print(mask(4, UInt8.self), mask(8, UInt8.self), mask(62, Int.self), mask(31, UInt32.self))
// expect: 15 255 4611686018427387903 2147483647
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 36), gcd(UInt8(200), 75), gcd(1 << 40, 6 << 20 as Int64)) // expect: 12 25 2097152
print(0x7FFF_FFFF_FFFF_FFFF == Int.max, 0o777, 0b1111_0000, -0x80, 1_2_3, UInt64.max, -9_223_372_036_854_775_808)
// expect: true 511 240 -128 123 18446744073709551615 -9223372036854775808
print(Int(Float(3.7)), Int(2.999999), Int32(1e9), UInt8(255.9), Int(-0.5), Int64(Double(1 << 53)))
// expect: 3 2 1000000000 255 0 9007199254740992
print(Int("٣") as Any, Int("1.0") as Any, Int(String("42".reversed()))!, Int(Substring("77"))!, Int(String(Character("8")))!)
// expect: nil nil 24 77 8
print(3 == 3.0, Int8(3) == 3 as Int, 200 as UInt8 > 100 as Int, Int8(-1) < UInt8(1), UInt(5) != 5 as Int)
// expect: true true true true false
print([3, 1, 2].sorted(by: <), 3 ... 5, (0 ..< 3).map { 1 << $0 }, stride(from: 10, to: 0, by: -3).map { $0 })
// expect: [1, 2, 3] 3...5 [1, 2, 4] [10, 7, 4, 1]
