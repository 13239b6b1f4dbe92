print(Int8(-128).magnitude, UInt8(5).leadingZeroBitCount, (-7).quotientAndRemainder(dividingBy: 2), Int.max.addingReportingOverflow(1), (200 as UInt8).addingReportingOverflow(100)) // expect: 128 5 (quotient: -3, remainder: -1) (partialValue: -9223372036854775808, overflow: true) (partialValue: 44, overflow: true)
print(UInt8(250) &+ 10, Int8(127) &+ 1, UInt16(1) &- 2, Int32.max &* 2, UInt8(1) << 7, UInt8(1) << 8, Int8(-1) >> 1, -1 >> 70, 1 << -1, UInt8(0xF0) >> 4) // expect: 4 -128 65535 -2 128 0 -1 -1 0 15
print(0xFF & 0x0F, 0b1100 ^ 0b1010, ~0, ~UInt8(1), 6 | 9, (5).byteSwapped, (1 as UInt16).byteSwapped) // expect: 15 6 -1 254 15 360287970189639680 256
print(Int(UInt8(200)), UInt8(Int8(5)), Int16(300) / 7, UInt32(7) % 4, Int64(1) << 40, Int(Int8(-3)), Double(UInt64.max), Float(Int.max)) // expect: 200 5 42 3 1099511627776 -3 1.8446744073709552e+19 9.223372e+18
print(Int("0x1F") as Any, Int("1F", radix: 16)!, Int(" 5") as Any, Int("+5")!, Int("") as Any, UInt8("256") as Any, Int("9223372036854775808") as Any, Int("-0")!) // expect: nil 31 nil 5 nil nil nil 0
print(String(-255, radix: 16), String(255, radix: 16, uppercase: true), String(UInt64.max, radix: 36), 42.description, (-1).signum(), 12.isMultiple(of: 4), 0.isMultiple(of: 0)) // expect: -ff FF 3w5e11264sgsf 42 -1 true true
print(5.advanced(by: 3), 5.distance(to: 2), (1...5).contains(3), min(UInt8(1), 2), max(Int8(-1), -5), Int.zero, Int.bitWidth, UInt8.bitWidth, Int16.isSigned) // expect: 8 -3 true 1 -1 0 64 8 true
var x: UInt8 = 250
x &+= 10
print(x) // expect: 4
x <<= 3
x |= 1
x ^= 0xFF
print(x, x & 0x0F, x == 222, x > 100) // expect: 222 14 true true
print(3.0 as Double, Double(3) / 2, Int(7.9), Int((-7.9).rounded(.down)), UInt8(3.99), Int(exactly: 3.5) as Any, Int8(clamping: 1000), UInt8(truncatingIfNeeded: -1), UInt(bitPattern: -1)) // expect: 3.0 1.5 7 -8 3 nil 127 255 18446744073709551615
print(7.multipliedFullWidth(by: 3), (1 << 62).multipliedReportingOverflow(by: 4), Int.min.magnitude, abs(Int8(-5))) // expect: (high: 0, low: 21) (partialValue: 0, overflow: true) 9223372036854775808 5
func sum<T: FixedWidthInteger>(_ v: [T]) -> T { v.reduce(0, &+) }
print(sum([1, 2, 3]), sum([200, 100] as [UInt8])) // expect: 6 44
func average<T: BinaryFloatingPoint>(_ v: [T]) -> T { v.reduce(0, +) / T(v.count) }
print(average([1.0, 2]), average([1, 2] as [Float])) // expect: 1.5 1.5
func convert<T: BinaryInteger>(_ x: T) -> (Double, String) { (Double(x), String(x, radix: 2)) }
print(convert(5), convert(UInt8(200)), convert(-3)) // expect: (5.0, "101") (200.0, "11001000") (-3.0, "-11")
func clamp<T: Comparable>(_ x: T, _ low: T, _ high: T) -> T { min(max(x, low), high) }
print(clamp(15, 0, 10), clamp(-1.5, -1, 1), clamp("m", "a", "f")) // expect: 10 -1.0 f
