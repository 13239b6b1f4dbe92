let a: Int = "text" // error: @14 cannot convert value of type 'String' to specified type 'Int'
// ---
let b: String = 5 // error: @17 cannot convert value of type 'Int' to specified type 'String'
// ---
let c: Int = 1.5 // error: @14 cannot convert value of type 'Double' to specified type 'Int'
// ---
let d = 1 + "a" // error: @11 binary operator '+' cannot be applied to operands of type 'Int' and 'String'
// ---
let n = 5
let e: Double = n // error: @17 cannot convert value of type 'Int' to specified type 'Double'
// ---
let i = 2
let f = i * 1.5 // error: @11 binary operator '*' cannot be applied to operands of type 'Int' and 'Double'
// ---
if 1 { print("x") } // error: @4 integer literal value '1' cannot be used as a boolean; did you mean 'true'?
// ---
let g: [Int] = [1, "two"] // error: @20 cannot convert value of type 'String' to expected element type 'Int'
// ---
let opt: Int? = 1
let h = opt + 1 // error: @9 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
func f1(_ x: Int) -> String { return x } // error: @38 cannot convert return expression of type 'Int' to return type 'String'
// ---
let t: (Int, String) = (1, 2) // error: @24 cannot convert value of type '(Int, Int)' to specified type '(Int, String)'
// ---
let r: Bool = 0 // error: @15 integer literal value '0' cannot be used as a boolean; did you mean 'false'?
// ---
var v = [1, 2]
v.append("x") // error: @10 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let z = true ? 1 : "a" // error: @16 result values in '? :' expression have mismatching types 'Int' and 'String'
print(z)
// ---
let m: [String: Int] = ["a": "b"] // error: @30 cannot convert value of type 'String' to expected dictionary value type 'Int'
// ---
func noArgs() -> Int { 1 }
let w: String = noArgs() // error: @17 cannot convert value of type 'Int' to specified type 'String'
// ---
while 1 { } // error: @7 integer literal value '1' cannot be used as a boolean; did you mean 'true'?
// ---
let q = !5 // error: @10 cannot convert value of type 'Int' to expected argument type 'Bool'
// ---
let k = -"a" // error: @9 unary operator '-' cannot be applied to an operand of type 'String'
// ---
for x in 5 { print(x) } // error: @10 for-in loop requires 'Int' to conform to 'Sequence'
// ---
let arr = [1, 2, 3]
let item = arr["a"] // error: @15 no exact matches in call to subscript
// ---
let nn: Int = nil // error: @15 'nil' cannot initialize specified type 'Int'
// ---
let un = nil // error: @10 'nil' requires a contextual type
// ---
print("a" - "b") // error: @11 binary operator '-' cannot be applied to two 'String' operands
// ---
let dd = ["a": 1]
let ee: Int = dd["a"] // error: @17 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
