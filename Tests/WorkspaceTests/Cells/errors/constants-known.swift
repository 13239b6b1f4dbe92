var i: Int8 = 127; i += 1 // error: @22 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
print(i)
// ---
func f() { var i: Int8 = 127; i += 1; print(i) } // error: @33 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
f()
// ---
func f() { let i: Int8 = 127; print(i + 1) } // error: @39 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
f()
// ---
func f() { let i: UInt = 0
 let j = i - 1 // error: @12 arithmetic operation '0 - 1' (on type 'UInt') results in an overflow
 print(j) }
f()
// ---
func f() { let a = 10; let b = 0
 print(a / b) } // error: @10 division by zero
f()
// ---
func f() { let a = Int.max
 let b = a + 1 // error: @12 arithmetic operation '9223372036854775807 + 1' (on type 'Int') results in an overflow
 print(b) }
f()
// ---
func f() { var a = Int.max
 a += 1 // error: @4 arithmetic operation '9223372036854775807 + 1' (on type 'Int') results in an overflow
 print(a) }
f()
// ---
func f() { var a = 5
 a -= 5
 print(10 / a) } // error: @11 division by zero
f()
// ---
func f() { let x: Int8 = -128
 print(-x) } // error: @8 arithmetic operation '0 - -128' (on signed 8-bit integer type) results in an overflow
f()
// ---
print(UInt8(300)) // error: @13 integer literal '300' overflows when stored into 'UInt8'
// ---
print(Int8(200) + 1) // error: @12 integer literal '200' overflows when stored into 'Int8'
// ---
print(UInt8(-1)) // error: @13 negative integer '-1' overflows when stored into unsigned type 'UInt8'
// ---
func f(_ n: Int) { let z = 0
 if n > 3 { print(n / z) } } // error: @21 division by zero
f(1)
// ---
func f() { var k: UInt8 = 255
 k = k + 1 // error: @8 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
 print(k) }
f()
// ---
func f() { let g = { (1 as Int8) + 127 } // error: @34 arithmetic operation '1 + 127' (on type 'Int8') results in an overflow
 print(g()) }
f()
// ---
func f() { let t: Int32 = 2_000_000_000
 let u = t * 2 // error: @12 arithmetic operation '2000000000 * 2' (on type 'Int32') results in an overflow
 print(u) }
f()
// ---
func f() { var t = 100
 while t > 0 { t -= 30 }
 print(7 % 0) } // error: @10 division by zero
f()
// ---
func f() { let a: Int8 = 100, b: Int8 = 100
 do { print(a + b) } } // error: @15 arithmetic operation '100 + 100' (on type 'Int8') results in an overflow
f()
// ---
func f() { var (a, b): (Int8, Int8) = (127, 1)
 a += b // error: @4 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
 print(a) }
f()
// ---
func f() { var a: Int8 = 127
 a += 1 // error: @4 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
 a = 0 }
f()
// ---
func f() -> Int { let zero = 0
 return 5 % zero } // error: @11 division by zero
print(f())
// ---
func f() { var total: UInt8 = 200
 let extra: UInt8 = 100
 total += extra // error: @8 arithmetic operation '200 + 100' (on type 'UInt8') results in an overflow
 print(total) }
f()
// ---
for i in 0..<2 { let q: Int8 = 127
 print(q + 1, i) } // error: @10 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
// ---
if true { let q: Int8 = 127
 print(q + 1) } // error: @10 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
// ---
do { var q: Int8 = 127
 q += 1 // error: @4 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
 print(q) }
// ---
func f() { let big = Int.min
 print(-big) } // error: @8 arithmetic operation '0 - -9223372036854775808' (on signed 64-bit integer type) results in an overflow
f()
// ---
func f() { let big = Int.min
 print(big / -1) } // error: @12 division '-9223372036854775808 / -1' results in an overflow
f()
// ---
func f() { print(Int.min / -1) } // error: @26 division '-9223372036854775808 / -1' results in an overflow
f()
// ---
print(-Int.min) // error: @7 arithmetic operation '0 - -9223372036854775808' (on signed 64-bit integer type) results in an overflow
// ---
func f() { let u: UInt8 = 3, v: UInt8 = 5
 print(u - v) } // error: @10 arithmetic operation '3 - 5' (on type 'UInt8') results in an overflow
f()
// ---
func f() { let u = UInt8(3), v = UInt8(5)
 print(u - v) } // error: @10 arithmetic operation '3 - 5' (on type 'UInt8') results in an overflow
f()
// ---
var n: UInt8 = 250
func f() { print("f") }
n += 10 // error: @3 arithmetic operation '250 + 10' (on type 'UInt8') results in an overflow
print(n)
// ---
var n: UInt8 = 250
if n > 3 { n += 10 } // error: @14 arithmetic operation '250 + 10' (on type 'UInt8') results in an overflow
print(n)
// ---
var n: UInt8 = 0
n -= 1 // error: @3 arithmetic operation '0 - 1' (on type 'UInt8') results in an overflow
// ---
func f() {
  let t: (Int8, Int) = (127, 3)
  print(t.0 + 1) // error: @13 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
}
f()
// ---
func f() { var x: Int8 = 126
  print(x)
  x += 1
  print("hi")
  x += 1 // error: @5 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
  print(x) }
f()
// ---
func f() { var x: Int8 = 126
  let g = { print("hi") }
  g()
  x += 2 // error: @5 arithmetic operation '126 + 2' (on type 'Int8') results in an overflow
  print(x) }
f()
// ---
func f() { var x: Int8 = 126
  x += 1
  let g = { x }
  x += 1 // error: @5 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
  print(x, g()) }
f()
// ---
func f() { let x: Int8 = 100
  let y = x &+ 100
  let z = y - 100 // error: @13 arithmetic operation '-56 - 100' (on type 'Int8') results in an overflow
  print(z) }
f()
// ---
func f() { let x: Int8 = 100
  switch x { case 100: print(x + 28); default: break } } // error: @32 arithmetic operation '100 + 28' (on type 'Int8') results in an overflow
f()
// ---
func f(_ b: Bool) { var y = 0
  if b { print(1) }
  print(5 / y); y = 1 } // error: @11 division by zero
f(true)
// ---
func f(_ b: Bool) { var y = 0
  if b { print(5 / y) } else { y = 1 } } // error: @18 division by zero
f(true)
// ---
func f() { let y = 0
  if y != 0 { print(5 / y) } } // error: @23 division by zero
f()
// ---
func f() { let y = 0
  guard y != 0 else { print("zero"); return }
  print(5 / y) } // error: @11 division by zero
f()
// ---
func f() { let x = Int32(100_000)
  print(x * x) } // error: @11 arithmetic operation '100000 * 100000' (on type 'Int32') results in an overflow
f()
// ---
func f() { let x: UInt8 = 16
  print(x * 16, x << 4) } // error: @11 arithmetic operation '16 * 16' (on type 'UInt8') results in an overflow
f()
// ---
func f() { let x = UInt8(255)
  print(x + 1) } // error: @11 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
f()
// ---
func f() { let x = 0
  for k in 0 ..< 2 { print(k / x) } } // error: @30 division by zero
f()
// ---
func f() { let a = 7
  let b = a - 7
  print(a / b) } // error: @11 division by zero
f()
// ---
func f() throws { let z = 0
  print(1 / z) } // error: @11 division by zero
try f()
// ---
func f() { var x: Int8 = 126
  let g = { x += 1 }
  x += 2 // error: @5 arithmetic operation '126 + 2' (on type 'Int8') results in an overflow
  g() }
f()
// ---
func f() { var x: Int8 = 126
  func g() { x += 0 }
  x += 2 // error: @5 arithmetic operation '126 + 2' (on type 'Int8') results in an overflow
  g() }
f()
// ---
func f() { var x: Int8 = 126
  x += 2 // error: @5 arithmetic operation '126 + 2' (on type 'Int8') results in an overflow
  let g = { x += 1 }
  g() }
f()
// ---
func f() { var x: Int8 = 126
  defer { print(x) }
  x += 2 } // error: @5 arithmetic operation '126 + 2' (on type 'Int8') results in an overflow
f()
// ---
func f() { var x: Int8 = 126
  x.negate()
  x -= 3 } // error: @5 arithmetic operation '-126 - 3' (on type 'Int8') results in an overflow
f()
// ---
func f() { var x: UInt8 = 6
  x &= 1
  print(3 / x) } // error: @11 division by zero
f()
// ---
func f() { var x: UInt8 = 6
  x ^= 6
  print(3 / x) } // error: @11 division by zero
f()
// ---
func f() { let x = ~0
  let y = x + 1
  print(3 / y) } // error: @11 division by zero
f()
// ---
func f() { let x = -1
  let y = x + 1
  print(3 / y) } // error: @11 division by zero
f()
// ---
func f() { let x = 1
  let y = -x + 1
  print(3 / y) } // error: @11 division by zero
f()
// ---
func f() { let x = 1
  let y = +x - 1
  print(3 / y) } // error: @11 division by zero
f()
// ---
func f() { var x = 3, k = 0
  while k < 2 { k += 1 ; print(1 / x) }
  x = 0
  print(1 / x) } // error: @11 division by zero
f()
// ---
func f() { var x = 0
  switch 3 { case 1: x = 1; default: print(3 / x) } } // error: @46 division by zero
f()
// ---
func f() { var x = 0
  do { try h(); x = 1 } catch { print(3 / x) } } // error: @41 division by zero
func h() throws { }
f()
// ---
func f() { var x = 0
  do { try h() } catch { print(3 / x) } // error: @34 division by zero
  x = 3 }
func h() throws { }
f()
// ---
func f() { var x: Int
  x = 0
  print(3 / x) // error: @11 division by zero
  x = 3 }
f()
// ---
func f(_ b: Bool) { let x: Int
  if b { x = 0; print(2 / x) } else { x = 1 } // error: @25 division by zero
  print(x) }
f(true)
// ---
struct S { func f() { let x = 0; print(1 / x) }  // error: @42 division by zero
  var v: Int { let x = 0; return 1 % x } // error: @36 division by zero
  init() { let x = 0; print(1 / x) } // error: @31 division by zero
  subscript(i: Int) -> Int { let x = 0; return i / x } } // error: @50 division by zero
// ---
func f<T>(_ t: T) -> Int { let x = 0; return 1 / x } // error: @48 division by zero
f(2)
// ---
let g = { (n: Int) -> Int in let z = 0
  return n / z } // error: @12 division by zero
print(g(2))
// ---
func f() { let (a, b) = (3, 0)
  print(a / b) } // error: @11 division by zero
f()
// ---
func f() { let s = 0; let t = s
  print(3 / t) } // error: @11 division by zero
f()
// ---
func f() { let s = 0; var t = s; t += s
  print(3 / t) } // error: @11 division by zero
f()
// ---
func f() { let s = Int.max; let t = Int.max
  print(s + t, (s + t) / 2) } // error: @11 arithmetic operation '9223372036854775807 + 9223372036854775807' (on type 'Int') results in an overflow // error: @19 arithmetic operation '9223372036854775807 + 9223372036854775807' (on type 'Int') results in an overflow
f()
// ---
func f() { let s = Int.max; let t = Int.max
  let mid = (s + t) / 2 // error: @16 arithmetic operation '9223372036854775807 + 9223372036854775807' (on type 'Int') results in an overflow
  print(mid) }
f()
// ---
func f() { let s = UInt8.max; print(s + 1) } // error: @39 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
f()
// ---
func f() { let s = UInt8.max
 let t = UInt8.min
 print(t - 1, s &+ 1) } // error: @10 arithmetic operation '0 - 1' (on type 'UInt8') results in an overflow
f()
// ---
func f() { let days = 30, n = 0, per = 10 * n
 print(days / per) } // error: @13 division by zero
f()
// ---
var n: UInt8 = 250
n += 1
n += 10 // error: @3 arithmetic operation '251 + 10' (on type 'UInt8') results in an overflow
print(n)
// ---
var n: UInt8 = 250
n = 255
n += 10 // error: @3 arithmetic operation '255 + 10' (on type 'UInt8') results in an overflow
print(n)
// ---
var n: UInt8 = 250
struct S {}
enum E { case a }
n += 10 // error: @3 arithmetic operation '250 + 10' (on type 'UInt8') results in an overflow
print(n)
// ---
var n: Int8 = 1
let z: Int8 = 0
n /= z // error: @3 division by zero
print(n)
// ---
var n: Int8 = 1
n /= 0 // error: @3 division by zero
print(n)
// ---
var x: Int8 = -128
x = -x // error: @5 arithmetic operation '0 - -128' (on signed 8-bit integer type) results in an overflow
print(x)
// ---
var x: Int8 = -128
x *= -1 // error: @3 arithmetic operation '-128 * -1' (on type 'Int8') results in an overflow
print(x)
// ---
func f() { var s: UInt16 = 65535
 let old = s
 s += 1 // error: @4 arithmetic operation '65535 + 1' (on type 'UInt16') results in an overflow
 print(old) }
f()
// ---
func f() { let a = 5.0, b = Int(a) - 5
 print(3 / b) } // error: @10 division by zero
f()
// ---
func f() { let b = Int(5.0) - 5
 print(3 / b) } // error: @10 division by zero
f()
// ---
func f() { let b = UInt8(260.5) // error: @20 invalid conversion: '260.5' overflows 'UInt8'
 print(b) }
f()
// ---
func f() { let b = UInt8(-1.0) // error: @20 negative literal '-1.0' cannot be converted to 'UInt8'
 print(b) }
f()
// ---
print(UInt(-0.5)) // error: @7 negative literal '-0.5' cannot be converted to 'UInt'
// ---
func f() { let x = 3
  precondition(x > 4, "no")
  print(3 / (x - 3)) } // error: @11 division by zero
f()
// ---
func f() -> Int { let x = 3
  return x > 4 ? 1 : 3 / (x - 3) } // error: @24 division by zero
_ = f()
// ---
func f(n: Int = 3 / 0) -> Int { n } // error: @19 division by zero
_ = f()
// ---
struct S { static let a: UInt8 = 255 + 1 } // error: @38 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
print(S.a)
// ---
struct S { static let a: UInt8 = UInt8.max + 1 } // error: @44 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
print(S.a)
// ---
var n: Int8 = 127
n = n + 1 // error: @7 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
print(n)
// ---
var n: Int8 = 127
n = 1 + n // error: @7 arithmetic operation '1 + 127' (on type 'Int8') results in an overflow
print(n)
// ---
var n = 5
n = n - 5
n = 3 / n // error: @7 division by zero
print(n)
// ---
let z = 0
if 3 / z > 2 { print(1) } // error: @6 division by zero
// ---
let z = 0
_ = 3 / z // error: @7 division by zero
// ---
let z = 0
switch 3 / z { default: print(1) } // error: @10 division by zero
// ---
var z: UInt8 = 255
func g() { z += 1 }
z = z &+ 1
z -= 1 // error: @3 arithmetic operation '0 - 1' (on type 'UInt8') results in an overflow
// ---
var z: UInt8 = 255
extension Int { func g() { z += 1 } }
z += 1 // error: @3 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
// ---
var z: UInt8 = 255
do { z += 1 } // error: @8 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
// ---
var z: UInt8 = 255
z += UInt8(3) // error: @3 arithmetic operation '255 + 3' (on type 'UInt8') results in an overflow
// ---
func f() { var z: UInt8 = 255
 let n = [1].count
 z += 1 // error: @4 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
 print(n) }
f()
// ---
func f() { let z: UInt8 = 255
 for _ in 0..<3 { let k = { z }
 print(k(), z + 1) } } // error: @15 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
f()
// ---
func f() { var z: UInt8 = 255
 let k = { z -= 1 }
 if Bool.random() { print(1) } else { print(2) }
 z += 1 // error: @4 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
 k() }
f()
// ---
func f() { var z: UInt8 = 255
 let k = { z -= 1 }
 let r = 3 > 2 ? 1 : 2
 z += 1 // error: @4 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
 k()
 print(r) }
f()
// ---
func f() -> Int { if false { return 1 } } // error: @41 missing return in global function expected to return 'Int'
print(f())
// ---
let a: [Int!] = [] // error: @12 using '!' is not allowed here
// ---
let a: Int!? = nil // error: @11 using '!' is not allowed here
// ---
let a: (Int!, Int) = (1, 2) // error: @12 using '!' is not allowed here
// ---
let a: [String: Int!] = [:] // error: @20 using '!' is not allowed here
// ---
let a: Optional<Int!> = nil // error: @20 using '!' is not allowed here
// ---
func f(_ a: Int!...) {} // error: @16 using '!' is not allowed here
// ---
var x = 3 as Int! // error: @17 using '!' is not allowed here
print(x)
// ---
typealias T = Int! // error: @18 using '!' is not allowed here
