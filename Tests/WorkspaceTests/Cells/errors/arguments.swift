let s = "b" + 1 // error: @13 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
let z: String = "b" + 1 // error: @23 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let z: Int = "b" + 1 // error: @14 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let z: Int = 2.5 // error: @14 cannot convert value of type 'Double' to specified type 'Int'
// ---
let i = 3
let z = i + 1.5 // error: @11 binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
// ---
let i = 3
let z: Double = i * 2 // error: @19 cannot convert value of type 'Int' to specified type 'Double'
// ---
let i = 3
let z: Double = i // error: @17 cannot convert value of type 'Int' to specified type 'Double'
// ---
let i = 3, d = 1.5
print(i / d) // error: @9 binary operator '/' cannot be applied to operands of type 'Int' and 'Double'
// ---
let i = 3, d = 1.5
if i < d { print(1) } // error: @6 binary operator '<' cannot be applied to operands of type 'Int' and 'Double'
// ---
let i = 3
if i == "a" { print(1) } // error: @6 binary operator '==' cannot be applied to operands of type 'Int' and 'String'
// ---
let i = 3, d = 1.5
if i == d { print(1) } // error: @6 binary operator '==' cannot be applied to operands of type 'Int' and 'Double'
// ---
let i = 3
if i && true { print(1) } // error: @4 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
let i = 3
if !i { print(1) } // error: @5 type 'Int' cannot be used as a boolean; test for '== 0' instead
// ---
let i = 3
let b: Bool = i // error: @15 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
func f(_ d: Double) -> Double { d }
let i = 3
print(f(i)) // error: @9 cannot convert value of type 'Int' to expected argument type 'Double'
// ---
func f(_ d: Double) -> Double { d }
let i = 3
print(f(i + 1)) // error: @11 cannot convert value of type 'Int' to expected argument type 'Double'
// ---
func f(_ d: Double) -> Double { d }
let i = 3
print(f(i) + 1) // error: @9 cannot convert value of type 'Int' to expected argument type 'Double'
// ---
func f(_ d: Double) -> Int { d * 2 } // error: @32 cannot convert return expression of type 'Double' to return type 'Int'
// ---
func f(_ d: Double) -> Int { return d } // error: @37 cannot convert return expression of type 'Double' to return type 'Int'
// ---
func f(_ d: Int) -> Double { return d / 2 } // error: @39 cannot convert return expression of type 'Int' to return type 'Double'
// ---
func f(_ d: [Int]) -> Int { return d.reduce(0.0, +) } // error: @45 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
var s = "a"
s += 1 // error: @6 cannot convert value of type 'Int' to expected argument type 'String'
// ---
var a = [1]
a += 2 // error: @6 cannot convert value of type 'Int' to expected argument type 'Array<Int>'
// ---
var a = [1]
a.append("x") // error: @10 cannot convert value of type 'String' to expected argument type 'Int'
// ---
var a = [1]
a[0] = "x" // error: @8 cannot assign value of type 'String' to subscript of type 'Int'
// ---
var d = ["a": 1]
d["b"] = "x" // error: @10 cannot assign value of type 'String' to subscript of type 'Int'
// ---
var d = ["a": 1]
d["b"] += 1 // error: @2 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let a = [1, "two", 3.0] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
// ---
let d = ["a": 1, "b": "two"] // error: @9 heterogeneous collection literal could only be inferred to '[String : Any]'; add explicit type annotation if this is intentional
// ---
let a: [String] = [1, 2].map { $0 * 2 } // error: @35 cannot convert value of type 'Int' to closure result type 'String'
// ---
let a: [String] = [1, 2].map { "\($0)" }.count // error: @42 cannot convert value of type 'Int' to specified type '[String]'
// ---
let n = "3"
for i in 0..<n { print(i) } // error: @14 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let x = Int("3") + 1 // error: @9 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let x: Int = Int("3") // error: @14 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let a = [Int](repeating: "a", count: 3) // error: @26 cannot convert value of type 'String' to expected argument type 'Int'
// ---
print("a", sep: "b") // error: @17 extra argument 'sep' in call
// ---
let m = max(1, "a") // error: @9 conflicting arguments to generic parameter 'T' ('Int' vs. 'String')
// ---
let m = abs("x") // error: @9 global function 'abs' requires that 'String' conform to 'SignedNumeric'
// ---
let m = min(1) // error: @14 missing argument for parameter #2 in call
// ---
let s: Character = "ab" // error: @20 cannot convert value of type 'String' to specified type 'Character'
// ---
let u: UInt = 3
let i: Int = u // error: @14 cannot convert value of type 'UInt' to specified type 'Int'
// ---
let u: UInt8 = 3
let i = 5
print(u + i) // error: @9 binary operator '+' cannot be applied to operands of type 'UInt8' and 'Int'
// ---
let f: Float = 1.5
let d: Double = f // error: @17 cannot convert value of type 'Float' to specified type 'Double'
// ---
let f: Float = 1.5
let d = 2.0
print(f * d) // error: @9 binary operator '*' cannot be applied to operands of type 'Float' and 'Double'
