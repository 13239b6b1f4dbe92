let xs: [Int] = [1, "a"] // error: @21 cannot convert value of type 'String' to expected element type 'Int'
// ---
func take(_ xs: [Int]) {}
take([1, "a"]) // error: @10 cannot convert value of type 'String' to expected element type 'Int'
// ---
let s: Set<Int> = [1, "a"] // error: @23 cannot convert value of type 'String' to expected element type 'Int'
// ---
let total = [1, "a"].reduce(0, +) // error: @17 cannot convert value of type 'String' to expected element type 'Int'
// ---
let x = [1, "a"][0] + 1 // error: @13 cannot convert value of type 'String' to expected element type 'Int'
// ---
var a = [1, 2]
a = [1, "x"] // error: @9 cannot convert value of type 'String' to expected element type 'Int'
// ---
for i in [1, "a"] { print(i + 1) } // error: @27 cannot convert value of type 'Any' to expected argument type 'Int'
// ---
func g() -> [Int] { [1, "2", 3] } // error: @25 cannot convert value of type 'String' to expected element type 'Int'
// ---
struct P { var xs: [Int] }
let p = P(xs: [1, 2.5]) // error: @19 cannot convert value of type 'Double' to expected element type 'Int'
// ---
print(["a": [1, 2], "b": 3].mapValues { $0.count }) // error: @26 cannot convert value of type 'Int' to expected dictionary value type '[Int]'
// ---
switch [1, "a"].count { case "x": print(1); default: break } // error: @30 expression pattern of type 'String' cannot match values of type 'Int'
// ---
func h(_ x: [String: Int]) {}
h(["a": 1, "b": "c"]) // error: @17 cannot convert value of type 'String' to expected dictionary value type 'Int'
