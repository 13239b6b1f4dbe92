var x = Int.max
print("start") // expect: start
x += 1 // trap: arithmetic overflow
// ---
let zero = Int("0")!
print(10 / zero) // trap: Division by zero
// ---
let zero2 = Int("0")!
print(10 % zero2) // trap: Division by zero in remainder operation
// ---
let m = Int("-9223372036854775808")!
print(-m) // trap: arithmetic overflow
// ---
let k = Int("9223372036854775807")!
print(k * 2) // trap: arithmetic overflow
// ---
let u = UInt("0")!
print(u - 1) // trap: arithmetic overflow
// ---
let w = Int("300")!
print(UInt8(w)) // trap: Not enough bits to represent the passed value
// ---
let w2 = Int("-3")!
print(UInt(w2)) // trap: Negative value is not representable
// ---
let w3 = Int("300")!
print(Int8(w3)) // trap: Not enough bits to represent the passed value
// ---
let inf = Double("inf")!
print(Int(inf)) // trap: Double value cannot be converted to Int because it is either infinite or NaN
// ---
let huge = Double("1e30")!
print(Int(huge)) // trap: Double value cannot be converted to Int because the result would be greater than Int.max
// ---
let tiny = Double("-1e30")!
print(Int(tiny)) // trap: Double value cannot be converted to Int because the result would be less than Int.min
// ---
let one = Int("-1")!
print(Int.min / one) // trap: Division results in an overflow
// ---
func factorial(_ n: Int) -> Int {
    n == 0 ? 1 : n * factorial(n - 1) // trap: arithmetic overflow
}
print(factorial(20)) // expect: 2432902008176640000
print(factorial(21))
// ---
let byte: UInt8 = 255
let plus = UInt8("1")!
print(byte + plus) // trap: arithmetic overflow
