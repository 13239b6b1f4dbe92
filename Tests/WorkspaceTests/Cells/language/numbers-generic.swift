extension FixedWidthInteger {
    var bits: String { (0 ..< Self.bitWidth).reversed().map { (self >> Self($0)) & 1 == 1 ? "1" : "0" }.joined() }
    static var range: String { "\(Self.min)...\(Self.max)" }
    func setting(_ n: Int) -> Self { self | (1 << n) }
    func clearing(_ n: Int) -> Self { self & ~(1 << n) }
    mutating func toggle(_ n: Int) { self ^= 1 << n }
    var hex: String { String(magnitude, radix: 16) }
    var reversedBits: Self { var r: Self = 0, x = self
        for _ in 0 ..< Self.bitWidth { r = (r << 1) | (x & 1); x >>= 1 }
        return r }
}
print((5 as UInt8).bits, Int8.range, (0 as UInt16).setting(3), (15 as UInt8).clearing(1), Int8(-1).hex, UInt8(0b1101).reversedBits)
var b: UInt8 = 1
b.toggle(4)
print(b, b.setting(7))
// expect: 00000101 -128...127 8 13 1 176
// expect: 17 145
// ---
var x: UInt8 = 0
let n = 3
x |= 1 << n
let y: UInt8 = 1 << n
let z = x | 1 << n
let w = x & ~(1 << n)
print(x, y, z, w, (1 << n) + x, x >> n, x == 1 << n, [1, 2].map { x & (1 << $0) })
// expect: 8 8 8 0 16 1 true [0, 0]
// ---
let m: UInt32 = 0xDEADBEEF
let bytes = (0 ..< 4).map { UInt8((m >> (8 * $0)) & 0xFF) }
print(bytes, bytes.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) } == m, bytes.map { String($0, radix: 16) })
let k = 5
let mask = (1 << k) - 1
print(mask, 0xFFFF & mask, ~mask, UInt8(0xFF) >> UInt8(k), Int16(1) << k, 1 << 3 | 1, 2 * 3 & 1)
// expect: [239, 190, 173, 222] true ["ef", "be", "ad", "de"]
// expect: 31 31 -32 7 32 9 0
// ---
func hash(_ s: String) -> UInt64 { var h: UInt64 = 5381
    for u in s.utf8 { h = (h << 5) &+ h &+ UInt64(u) }
    return h }
func lfsr(_ s: inout UInt16) -> UInt16 { let bit = ((s >> 0) ^ (s >> 2) ^ (s >> 3) ^ (s >> 5)) & 1
    s = (s >> 1) | (bit << 15)
    return s }
var s: UInt16 = 0xACE1
print(hash("hello"), (0 ..< 3).map { _ in lfsr(&s) })
// expect: 210714636441 [22128, 43832, 21916]
// ---
func isqrt<T: BinaryInteger>(_ n: T) -> T { var lo: T = 0, hi = n + 1
    while lo + 1 < hi { let mid = lo + (hi - lo) / 2
        if mid * mid <= n { lo = mid } else { hi = mid } }
    return lo }
print(isqrt(99), isqrt(100 as UInt16), Int(isqrt(Int64(1_000_000))))
func convert<A: BinaryInteger, B: BinaryInteger>(_ a: A, to: B.Type) -> B? { B(exactly: a) }
print(convert(300, to: UInt8.self) as Any, convert(30, to: Int8.self)!, convert(-1, to: UInt.self) == nil)
// expect: 9 10 1000
// expect: nil 30 true
