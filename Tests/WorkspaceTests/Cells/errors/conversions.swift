let a: Int = "x" // error: @14 cannot convert value of type 'String' to specified type 'Int'
// ---
var s = 1
s = "no" // error: @5 cannot assign value of type 'String' to type 'Int'
// ---
func f() -> Int { return "x" } // error: @26 cannot convert return expression of type 'String' to return type 'Int'
// ---
func f() -> Int {
    let y = 2.0
    return y // error: @12 cannot convert return expression of type 'Double' to return type 'Int'
}
// ---
func f(_ x: Int) {}
f("a") // error: @3 cannot convert value of type 'String' to expected argument type 'Int'
// ---
func f(_ x: Int, y: Double) {}
f(1, y: "a") // error: @9 cannot convert value of type 'String' to expected argument type 'Double'
// ---
let x = 1
if x { print("a") } // error: @4 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
let d = 2.5
while d { print(d) } // error: @7 cannot convert value of type 'Double' to expected condition type 'Bool'
// ---
let n = 3
let s = n > 2 ? "big" : 7 // error: @17 result values in '? :' expression have mismatching types 'String' and 'Int'
// ---
let a = 1, b = 2.0
let c = a + b // error: @11 binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
// ---
let a = 1, b = 2.0
print(a * b) // error: @9 binary operator '*' cannot be applied to operands of type 'Int' and 'Double'
// ---
let a = "x", b = 2
print(a + b) // error: @9 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
let a = [1, 2, 3]
let b: [String] = a // error: @19 cannot assign value of type '[Int]' to type '[String]'
// ---
let a: [Double] = [1, "two", 3] // error: @23 cannot convert value of type 'String' to expected element type 'Double'
// ---
let d: [String: Int] = ["a": 1, "b": "c"] // error: @38 cannot convert value of type 'String' to expected dictionary value type 'Int'
// ---
let t: (Int, String) = (1, 2) // error: @24 cannot convert value of type '(Int, Int)' to specified type '(Int, String)'
// ---
let x: Int? = 5
let y = x + 1 // error: @9 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let x: Int? = 5
let y: Int = x // error: @14 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
func f(_ x: Int) -> Int { x * 2 }
let v: Int? = 4
print(f(v)) // error: @9 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let names = ["a", "b"]
let n: String = names.first // error: @23 value of optional type 'String?' must be unwrapped to a value of type 'String'
// ---
let d = ["a": 1]
let z: Int = d["a"] // error: @15 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let x: Int = nil // error: @14 'nil' cannot initialize specified type 'Int'
// ---
var x = 5
x = nil // error: @5 'nil' cannot be assigned to type 'Int'
// ---
func f(_ x: Int) {}
f(nil) // error: @3 'nil' is not compatible with expected argument type 'Int'
// ---
let x = nil // error: @9 'nil' requires a contextual type
// ---
print(undefinedName) // error: @7 cannot find 'undefinedName' in scope
// ---
let total = 4
print(totl) // error: @7 cannot find 'totl' in scope
// ---
undefinedFunction(3) // error: @1 cannot find 'undefinedFunction' in scope
