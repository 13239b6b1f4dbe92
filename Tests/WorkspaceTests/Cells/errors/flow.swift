func f(_ x: Int) -> Int {
    if x > 0 { return 1 }
} // error: @1 missing return in global function expected to return 'Int'
// ---
func g() -> String {
} // error: @1 missing return in global function expected to return 'String'
// ---
var x: Int
print(x) // error: @7 variable 'x' used before being initialized
// ---
let y: Int
if Bool.random() { y = 1 }
print(y) // error: @7 constant 'y' used before being initialized
// ---
func h(_ o: Int?) -> Int {
    guard let v = o else { print("none") } // error: @42 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
    return v
}
// ---
break // error: @1 'break' is only allowed inside a loop, if, do, or switch
// ---
continue // error: @1 'continue' is only allowed inside a loop
// ---
return 5 // error: @1 return invalid outside of a func
// ---
func k() -> Int { return } // error: @19 non-void function should return a value
// ---
func m() { return 5 } // error: @19 unexpected non-void return value in void function
// ---
enum E { case a, b }
func n(_ e: E) -> Int {
    switch e { // error: @5 switch must be exhaustive
    case .a: return 1
    }
}
// ---
switch 5 { // error: @1 switch must be exhaustive
case 1: print("one")
}
// ---
func thrower() throws -> Int { 1 }
func caller() -> Int { thrower() } // error: @24 call can throw, but it is not marked with 'try' and the error is not handled
// ---
func thrower() throws -> Int { 1 }
func caller2() -> Int { return try thrower() } // error: @32 errors thrown from here are not handled
// ---
let z = 1 / 0 // error: @11 division by zero
// ---
let big: Int8 = 200 // error: @17 integer literal '200' overflows when stored into 'Int8'
// ---
let neg: UInt = -1 // error: @17 negative integer '-1' overflows when stored into unsigned type 'UInt'
// ---
struct S { var a: Int; var b: Int; init(a: Int) { self.a = a } } // error: @62 return from initializer without initializing all stored properties
// ---
func dead() -> Int { let q: Int; return q } // error: @41 constant 'q' used before being initialized
// ---
switch "a" { case "b": break } // error: @1 switch must be exhaustive
// ---
let over = Int.max + 1 // error: @20 arithmetic operation '9223372036854775807 + 1' (on type 'Int') results in an overflow
// ---
func closureReturn() -> Int { [1].map { $0 }.first } // error: @46 cannot convert return expression of type 'Int?' to return type 'Int'
