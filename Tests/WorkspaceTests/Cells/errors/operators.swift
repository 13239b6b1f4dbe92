let i = 3, d = 2.0
let z: Int = d * 2 // error: @16 cannot convert value of type 'Double' to specified type 'Int'
// ---
let s = "a"
let z: String = s + 1 // error: @21 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let s = "a"
let n = 4
let z: String = s + n // error: @21 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let s = "a"
let n = 4
let z: String = n + s // error: @17 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let s = "a"
let n = 4
let z = s + n // error: @11 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
let s = "a"
let z = s + 1 // error: @11 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
let s = "a"
let z = 1 + s // error: @11 binary operator '+' cannot be applied to operands of type 'Int' and 'String'
// ---
let s = "a"
print(s + 1) // error: @9 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
let n = 4
print(n + "a") // error: @9 binary operator '+' cannot be applied to operands of type 'Int' and 'String'
// ---
let n = 4
print("n: " + n) // error: @13 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
func f(_ s: String) {}
let n = 4
f(n + 1) // error: @5 cannot convert value of type 'Int' to expected argument type 'String'
// ---
func f() -> Double { let n = 4
 return n / 2 } // error: @11 cannot convert return expression of type 'Int' to return type 'Double'
// ---
func f() -> Int { let n = 4.0
 return n / 2 } // error: @11 cannot convert return expression of type 'Double' to return type 'Int'
// ---
func f() -> Bool { let n = 4.0
 return n * 2 } // error: @11 cannot convert return expression of type 'Double' to return type 'Bool'
// ---
let x = 1.5
let y = x % 2.0 // error: @11 '%' is unavailable: For floating point numbers use truncatingRemainder instead
// ---
let a = [1]
let c = a + 1 // error: @11 binary operator '+' cannot be applied to operands of type '[Int]' and 'Int'
// ---
let a = [1]
let c = 1 + a // error: @11 binary operator '+' cannot be applied to operands of type 'Int' and '[Int]'
// ---
let a: Int? = 1
let c = a * 2 // error: @9 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let a: Int? = 1
let c: Int = a ?? 0.5 // error: @19 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
let a = 1, b = 2.0
let c = a == b // error: @11 binary operator '==' cannot be applied to operands of type 'Int' and 'Double'
// ---
let a = 1, b = "2"
let c = a < b // error: @11 binary operator '<' cannot be applied to operands of type 'Int' and 'String'
// ---
let a = true
let c = a + 1 // error: @9 cannot convert value of type 'Bool' to expected argument type 'Int'
// ---
let a = true, b = false
let c = a + b // error: @11 binary operator '+' cannot be applied to two 'Bool' operands
// ---
let a = true, b = 1
if a && b {} // error: @9 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
let a = true
if a || 1 {} // error: @9 integer literal value '1' cannot be used as a boolean; did you mean 'true'?
// ---
let a = true
if a & a {} // error: @6 binary operator '&' cannot be applied to two 'Bool' operands
// ---
let a = 1.5
let c = a & 1 // error: @9 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
var a = "x"
let c: Character = "y"
a += c // error: @6 cannot convert value of type 'Character' to expected argument type 'String'
// ---
let a = [1, 2], d = 2.5
let c = d * a.count // error: @11 binary operator '*' cannot be applied to operands of type 'Double' and 'Int'
// ---
let a = [1.0, 2]
let n: Int = a[0] // error: @15 cannot convert value of type 'Double' to specified type 'Int'
// ---
let a = [1.0, 2]
let n: Int = a[0] + 1 // error: @19 cannot convert value of type 'Double' to specified type 'Int'
// ---
let a = [1.0, 2]
let n = a[0] + a.count // error: @14 binary operator '+' cannot be applied to operands of type 'Double' and 'Int'
// ---
let d = ["a": 1]
let n = d["a"] + 1 // error: @10 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let d = ["a": 1]
let n = d["a"]! + 1.5 // error: @17 binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
// ---
struct V { var x = 0.0; static func + (a: V, b: V) -> V { a } }
let a = V() + 2 // error: @13 binary operator '+' cannot be applied to operands of type 'V' and 'Int'
// ---
struct V { var x = 0.0; static func * (a: V, b: Double) -> V { a } }
let n = 3
let a = V() * n // error: @13 binary operator '*' cannot be applied to operands of type 'V' and 'Int'
// ---
struct V { var x = 0.0 }
if V() == V() {} // error: @8 referencing operator function '==' on 'Equatable' requires that 'V' conform to 'Equatable'
// ---
enum E { case a(Int) }
if E.a(1) == E.a(2) {} // error: @11 referencing operator function '==' on 'Equatable' requires that 'E' conform to 'Equatable'
// ---
enum E: Int { case a, b }
let e: E = 1 // error: @12 cannot convert value of type 'Int' to specified type 'E'
// ---
let c: Character = "a"
if c == 97 {} // error: @6 binary operator '==' cannot be applied to operands of type 'Character' and 'Int'
// ---
let c: Character = "a"
let s: String = c // error: @17 cannot convert value of type 'Character' to specified type 'String'
// ---
let c: Character = "a"
let s = "x" + c // error: @15 cannot convert value of type 'Character' to expected argument type 'String'
// ---
let s = "hello"
for c in s { if c == "hello".first { print(c) } }
let x: Int = s.count + s // error: @24 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let x = 3
let y = -x + "a" // error: @12 binary operator '+' cannot be applied to operands of type 'Int' and 'String'
// ---
let y = !"a" // error: @10 cannot convert value of type 'String' to expected argument type 'Bool'
// ---
let y = ~1.5 // error: @9 unary operator '~' cannot be applied to an operand of type 'Double'
// ---
let a = 3
let b = a == 3 == 1 // error: @11 adjacent operators are in non-associative precedence group 'ComparisonPrecedence' // error: @16 binary operator '==' cannot be applied to operands of type 'Bool' and 'Int'
// ---
let f: (Int) -> Int = { $0 }
let g = f + 1 // error: @9 cannot convert value of type '(Int) -> Int' to expected argument type 'Int'
// ---
func sq(_ x: Int) -> Int { x * x }
let g = sq + 1 // error: @9 cannot convert value of type '(Int) -> Int' to expected argument type 'Int'
// ---
let x: Int = true // error: @14 cannot convert value of type 'Bool' to specified type 'Int'
// ---
let x: Bool = 1 // error: @15 integer literal value '1' cannot be used as a boolean; did you mean 'true'?
// ---
let x: Bool = "true" // error: @15 cannot convert value of type 'String' to specified type 'Bool'
// ---
let x = 5
let y: Bool = x // error: @15 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
let x: String = 5 // error: @17 cannot convert value of type 'Int' to specified type 'String'
// ---
let x: [Int] = 5 // error: @16 cannot convert value of type 'Int' to specified type '[Int]'
// ---
let x: [Int] = "a" // error: @16 cannot convert value of type 'String' to specified type '[Int]'
// ---
let x: [Int] = [1.5] // error: @17 cannot convert value of type 'Double' to expected element type 'Int'
// ---
let x: (Int) -> Int = 5 // error: @23 cannot convert value of type 'Int' to specified type '(Int) -> Int'
// ---
let x: Int = () // error: @14 cannot convert value of type '()' to specified type 'Int'
// ---
func f() {}
let x: Int = f() // error: @14 cannot convert value of type '()' to specified type 'Int'
// ---
func f() {}
print(f() + 1) // error: @7 cannot convert value of type '()' to expected argument type 'Int'
// ---
func f() -> Int { 1 }
let x: String = f() // error: @17 cannot convert value of type 'Int' to specified type 'String'
// ---
func f() -> Int? { 1 }
let x: Int = f() // error: @14 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
func f() -> Int? { 1 }
func g(_ x: Int) {}
g(f()) // error: @3 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let x: Int = { "a" }() // error: @16 cannot convert value of type 'String' to closure result type 'Int'
// ---
let x: Set<Int> = ["a"] // error: @20 cannot convert value of type 'String' to expected element type 'Int'
// ---
let x: [String: Int] = [1: 2] // error: @25 cannot convert value of type 'Int' to expected dictionary key type 'String'
// ---
let c = true
let x: Int = c ? 1 : "a" // error: @16 cannot convert value of type 'String' to specified type 'Int'
// ---
let c = true
let x: Int = c ? "b" : "a" // error: @16 cannot convert value of type 'String' to specified type 'Int'
// ---
let c = true
let x = c ? 1 : nil
let y: Int = x // error: @14 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let c = 1
let x = c ? 1 : 2 // error: @9 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
func f(_ c: Bool) -> Int { c ? 1 : "a" } // error: @30 cannot convert return expression of type 'String' to return type 'Int'
// ---
func f(_ c: Bool) -> Int { return c ? 1.5 : 2 } // error: @37 cannot convert return expression of type 'Double' to return type 'Int'
// ---
let whole = 3, phase = 1.5, period: Float = 2
var moving = 1.0
// ---
let a = phase % 2.5 // error: '%' is unavailable: For floating point numbers use truncatingRemainder instead
let b = phase % whole // error: cannot convert value of type 'Double' to expected argument type 'Int'
moving %= 2 // error: '%=' is unavailable: For floating point numbers use formTruncatingRemainder instead
let c = 5.5 % 2 // error: '%' is unavailable: For floating point numbers use truncatingRemainder instead
let d = period % 2 // error: '%' is unavailable: For floating point numbers use truncatingRemainder instead
if phase % 2 == 0 {} // error: '%' is unavailable: For floating point numbers use truncatingRemainder instead
let e: Double = whole % phase // error: cannot convert value of type 'Int' to expected argument type 'Double'
let f: Int = phase % 2 // error: cannot convert value of type 'Double' to specified type 'Int'
let g = [1.0, 2.0].filter { $0 % 2 == 0 } // error: '%' is unavailable: For floating point numbers use truncatingRemainder instead
