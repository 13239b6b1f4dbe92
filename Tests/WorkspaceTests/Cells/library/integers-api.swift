import Foundation
print(Int.max, Int.min) // expect: 9223372036854775807 -9223372036854775808
print(UInt.max, Int8.max) // expect: 18446744073709551615 127
print(Int8.min, UInt8.max) // expect: -128 255
print(Int16.min, UInt16.max) // expect: -32768 65535
print(Int32.max, UInt32.max) // expect: 2147483647 4294967295
print(Int64.min, UInt64.max) // expect: -9223372036854775808 18446744073709551615
print(Int.bitWidth, Int8.bitWidth) // expect: 64 8
print(UInt16.bitWidth, 5.bitWidth) // expect: 16 64
print(7.addingReportingOverflow(8), Int.max.addingReportingOverflow(1)) // expect: (partialValue: 15, overflow: false) (partialValue: -9223372036854775808, overflow: true)
print(Int8.max.subtractingReportingOverflow(-1), Int8(100).multipliedReportingOverflow(by: 2)) // expect: (partialValue: -128, overflow: true) (partialValue: -56, overflow: true)
let zero0 = 0, mone = -1; print(Int.min.dividedReportingOverflow(by: mone), 5.dividedReportingOverflow(by: zero0), 5.remainderReportingOverflow(dividingBy: zero0))
// expect: (partialValue: -9223372036854775808, overflow: true) (partialValue: 5, overflow: true) (partialValue: 5, overflow: true)
print(UInt8(200).multipliedFullWidth(by: 200), Int.max.multipliedFullWidth(by: 4)) // expect: (high: 156, low: 64) (high: 1, low: 18446744073709551612)
print(Int8(bitPattern: 200), UInt8(bitPattern: -1), UInt(bitPattern: -5)) // expect: -56 255 18446744073709551611
print(Int8(truncatingIfNeeded: 300), UInt8(truncatingIfNeeded: -1)) // expect: 44 255
print(Int8(clamping: 1000), UInt8(clamping: -10)) // expect: 127 0
print(Int(clamping: UInt.max)) // expect: 9223372036854775807
print(Int8(exactly: 128) as Any, Int8(exactly: 127) as Any) // expect: nil Optional(127)
print(UInt8(exactly: -1) as Any, Int(exactly: 3.0) as Any) // expect: nil Optional(3)
print(Int(exactly: 3.5) as Any) // expect: nil
print(Int("42") as Any, Int("+5") as Any) // expect: Optional(42) Optional(5)
print(Int("-7") as Any, Int("4 2") as Any) // expect: Optional(-7) nil
print(Int("") as Any, Int("0x1F") as Any) // expect: nil nil
print(Int("ff", radix: 16) as Any, Int("zz", radix: 36) as Any) // expect: Optional(255) Optional(1295)
print(Int8("128") as Any, UInt8("-0") as Any, UInt8("255") as Any) // expect: nil Optional(0) Optional(255)
print(String(255, radix: 16), String(255, radix: 2)) // expect: ff 11111111
print(String(-255, radix: 16, uppercase: true), String(UInt64.max, radix: 36)) // expect: -FF 3w5e11264sgsf
print(40.leadingZeroBitCount, 40.trailingZeroBitCount) // expect: 58 3
print(40.nonzeroBitCount, (-1).nonzeroBitCount) // expect: 2 64
print(0.trailingZeroBitCount, Int8(1).leadingZeroBitCount) // expect: 64 7
print(UInt16(0x1234).byteSwapped, Int32(1).bigEndian, UInt32(0x01020304).littleEndian) // expect: 13330 16777216 16909060
print(1 << 4, 1 << 64) // expect: 16 0
print(-16 >> 2, -16 >> 100) // expect: -4 -1
print(1 << -1, 256 >> 4) // expect: 0 16
print(Int8(1) << 7, UInt8(255) >> 3) // expect: -128 31
print(1 &<< 65, UInt8(1) &<< 9, Int8(-128) &>> 1) // expect: 2 2 -64
print(Int.max &+ 1, Int.min &- 1) // expect: -9223372036854775808 9223372036854775807
print(Int.max &* 2, UInt8(250) &+ 10) // expect: -2 4
print(17 / 5, -17 / 5) // expect: 3 -3
print(17 % 5, -17 % 5) // expect: 2 -2
print(17 % -5) // expect: 2
print((-17).quotientAndRemainder(dividingBy: 5), 17.quotientAndRemainder(dividingBy: -5)) // expect: (quotient: -3, remainder: -2) (quotient: -3, remainder: 2)
print((-5).magnitude, Int8.min.magnitude) // expect: 5 128
print(5.signum(), (-5).signum()) // expect: 1 -1
print(0.signum()) // expect: 0
print(12.isMultiple(of: 4), 12.isMultiple(of: 5)) // expect: true false
print(0.isMultiple(of: 0), 5.isMultiple(of: 0)) // expect: true false
print(~5, 5 & 3) // expect: -6 1
print(5 | 3, 5 ^ 3) // expect: 7 6
print(~UInt8(5)) // expect: 250
var x = 10
x += 5
x -= 3
x *= 2
x /= 5
x %= 3
print(x) // expect: 1
x = 6
x <<= 3
x >>= 1
x &= 0b11100
x |= 1
x ^= 0xF
print(x) // expect: 22
x &+= 5
x &-= 2
x &*= 3
print(x) // expect: 75
print(0b1010, 0o17) // expect: 10 15
print(0xFF, 1_000_000) // expect: 255 1000000
print(0x1p4, 1e3) // expect: 16.0 1000.0
print(5.advanced(by: 3), 5.distance(to: 9), UInt8(5).distance(to: 2)) // expect: 8 4 -3
print(Int(3.99), Int(-3.99)) // expect: 3 -3
print(Int(Float(2.5)), UInt8(255.9)) // expect: 2 255
print(Int16(-1.5)) // expect: -1
print(Double(7), Float(7)) // expect: 7.0 7.0
print(Double(Int64.max), Float(16777217)) // expect: 9.223372036854776e+18 16777216.0
print(5.description, (-5).description.count, 5.hashValue == 5.hashValue) // expect: 5 2 true
print(min(3, 1, 2), max(3, 1, 2, 9)) // expect: 1 9
print(abs(-4), min(1.5, 0.5)) // expect: 4 0.5
print(max("a", "b")) // expect: b
print(Int.zero, Int()) // expect: 0 0
print(UInt8.zero, Int.isSigned) // expect: 0 true
print(UInt.isSigned) // expect: false
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 18), gcd(UInt8(48), 36)) // expect: 6 12
func bits<T: FixedWidthInteger>(_ v: T) -> String { let s = String(v, radix: 2); return String(repeating: "0", count: max(0, T.bitWidth - s.count)) + s }
print(bits(UInt8(5)), bits(Int16(300))) // expect: 00000101 0000000100101100
func sumAll<T: Numeric>(_ xs: [T]) -> T { xs.reduce(0, +) }
print(sumAll([1, 2, 3]), sumAll([1.5, 2.5]), sumAll([UInt8(1), 2])) // expect: 6 4.0 3
func half<T: FixedWidthInteger>(_ v: T) -> T { v >> 1 }
print(half(9), half(UInt8(200)), half(Int8(-7))) // expect: 4 100 -4
let big = UInt64.max
print(big, big / 2) // expect: 18446744073709551615 9223372036854775807
print(Double(big), big % 10) // expect: 1.8446744073709552e+19 5
print(Int32.max.addingReportingOverflow(1).partialValue, Int32(5) * 7, Int64(1) << 40) // expect: -2147483648 35 1099511627776
print(UInt8.min ... UInt8.max, (0 as UInt8) < 1, Int8(-5) < 3) // expect: 0...255 true true
print(UInt(5).words.count, 5.words.count) // expect: 1 1
print([1,2,3].map(Int8.init), ["1","x","3"].compactMap { Int($0) }, ["1","x","3"].map(Int.init)) // expect: [1, 2, 3] [1, 3] [Optional(1), nil, Optional(3)]
print(Int(truncatingIfNeeded: UInt64.max), UInt32(truncatingIfNeeded: -1 as Int64), Int8(truncatingIfNeeded: 0xFFF)) // expect: -1 4294967295 -1
print(5 == 5.0, Int8(5) == 5, 1_0.0) // expect: true true 10.0
