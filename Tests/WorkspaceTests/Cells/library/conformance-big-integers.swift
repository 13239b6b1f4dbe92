// Big integers
struct BigUInt: Comparable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral, LosslessStringConvertible {
    private var limbs: [UInt32]
    init(_ value: UInt64 = 0) { limbs = [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)]; normalize() }
    init(integerLiteral value: UInt64) { self.init(value) }
    init?(_ description: String) {
        self.init()
        for c in description {
            guard let d = c.wholeNumberValue else { return nil }
            self = self * 10 + BigUInt(UInt64(d))
        }
    }
    private mutating func normalize() { while limbs.last == 0 { limbs.removeLast() } }
    static func + (l: BigUInt, r: BigUInt) -> BigUInt {
        var result = l, carry: UInt64 = 0
        for i in 0..<max(l.limbs.count, r.limbs.count) {
            let sum = UInt64(i < l.limbs.count ? l.limbs[i] : 0) + UInt64(i < r.limbs.count ? r.limbs[i] : 0) + carry
            if i < result.limbs.count { result.limbs[i] = UInt32(truncatingIfNeeded: sum) } else { result.limbs.append(UInt32(sum & 0xFFFF_FFFF)) }
            carry = sum >> 32
        }
        if carry > 0 { result.limbs.append(UInt32(carry)) }
        return result
    }
    static func * (l: BigUInt, r: BigUInt) -> BigUInt {
        var out = BigUInt()
        out.limbs = [UInt32](repeating: 0, count: l.limbs.count + r.limbs.count)
        for (i, a) in l.limbs.enumerated() {
            var carry: UInt32 = 0
            for (j, b) in r.limbs.enumerated() {
                let (high, low) = a.multipliedFullWidth(by: b)
                let (s1, o1) = low.addingReportingOverflow(out.limbs[i + j])
                let (s2, o2) = s1.addingReportingOverflow(carry)
                out.limbs[i + j] = s2
                carry = high &+ (o1 ? 1 : 0) &+ (o2 ? 1 : 0)
            }
            out.limbs[i + r.limbs.count] = carry
        }
        out.normalize()
        return out
    }
    func quotientAndRemainder(dividingBy d: UInt32) -> (quotient: BigUInt, remainder: UInt32) {
        var q = self, rest: UInt64 = 0
        for i in limbs.indices.reversed() {
            let x = rest << 32 | UInt64(limbs[i])
            q.limbs[i] = UInt32(x / UInt64(d)); rest = x % UInt64(d)
        }
        q.normalize()
        return (q, UInt32(rest))
    }
    static func < (l: Self, r: Self) -> Bool {
        if l.limbs.count != r.limbs.count { return l.limbs.count < r.limbs.count }
        for (a, b) in zip(l.limbs.reversed(), r.limbs.reversed()) where a != b { return a < b }
        return false
    }
    var description: String {
        guard !limbs.isEmpty else { return "0" }
        var parts: [String] = [], x = self
        while x > 0 {
            let (q, r) = x.quotientAndRemainder(dividingBy: 1_000_000_000)
            let digits = String(r)
            parts.append(q == 0 ? digits : String(repeating: "0", count: 9 - digits.count) + digits)
            x = q
        }
        return parts.reversed().joined()
    }
    var bitWidth: Int { limbs.isEmpty ? 0 : limbs.count * 32 - limbs[limbs.endIndex - 1].leadingZeroBitCount }
}
func factorial(_ n: UInt64) -> BigUInt { n < 2 ? 1 : (2...n).reduce(1) { $0 * BigUInt($1) } }
print(factorial(30), factorial(20) == 2_432_902_008_176_640_000)
var (a, b): (BigUInt, BigUInt) = (0, 1)
for _ in 0..<150 { (a, b) = (b, a + b) }
print(a, a.bitWidth)
let two64 = BigUInt(UInt64.max) + 1
print(two64, two64 * two64, two64 > factorial(25), max(two64, 3, 99))
print(BigUInt("123456789012345678901234567890")! * 9, BigUInt("12x") as Any)
print(String(factorial(100)).map { $0.wholeNumberValue! }.reduce(0, +), Set([two64, BigUInt("18446744073709551616")!]).count)
let x: UInt8 = 0b1010_1100
print(x.nonzeroBitCount, x.leadingZeroBitCount, x.trailingZeroBitCount, ~x, x << 1, x >> 2, x &<< 9, String(x, radix: 2), x.byteSwapped)
print(Int8(truncatingIfNeeded: 300), Int8(clamping: 300), Int8(exactly: 300) as Any, UInt8(bitPattern: -1), Int16.max &+ 1, UInt8.min &- 1)
print((-7) / 2, -7 % 2, (-7).quotientAndRemainder(dividingBy: 2), 7.isMultiple(of: -7), (-5).signum(), (-5).magnitude, Int.min.magnitude)
print(0xFF ^ 0b1010, 0o17 | 1 << 8, 6 & 3, UInt32.max.multipliedReportingOverflow(by: 2), Int64.max.subtractingReportingOverflow(-1).overflow)
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
func modpow<T: FixedWidthInteger & UnsignedInteger>(_ b: T, _ e: T, _ m: T) -> T {
    var (r, b, e): (T, T, T) = (1, b % m, e)
    while e > 0 { if e & 1 == 1 { r = m.dividingFullWidth(r.multipliedFullWidth(by: b)).remainder }
        b = m.dividingFullWidth(b.multipliedFullWidth(by: b)).remainder; e >>= 1 }
    return r
}
print(gcd(48, 36), gcd(UInt8(100), 75), modpow(2, 1000, 1_000_000_007 as UInt64), modpow(3 as UInt32, 200, 50))
// expect: 265252859812191058636308480000000 true
// expect: 9969216677189303386214405760200 103
// expect: 18446744073709551616 340282366920938463463374607431768211456 false 18446744073709551616
// expect: 1111111101111111110111111111010 nil
// expect: 648 1
// expect: 4 0 2 83 88 43 88 10101100 172
// expect: 44 127 nil 255 -32768 255
// expect: -3 -1 (quotient: -3, remainder: -1) true -1 5 9223372036854775808
// expect: 245 271 2 (partialValue: 4294967294, overflow: true) true
// expect: 12 25 688423210 1
