struct M {}
print(M) // error: @7 expected member name or initializer call after type name
// ---
struct M {}
let a = [M, M] // error: @10 expected member name or initializer call after type name // error: @13 expected member name or initializer call after type name
// ---
struct M {}
func f(_ x: Any) {}
f(M) // error: @3 expected member name or initializer call after type name
f(Int.self)
let q = (M, 1) // error: @10 expected member name or initializer call after type name
// ---
let t = true ? Int : Int // error: @16 expected member name or initializer call after type name // error: @22 expected member name or initializer call after type name
// ---
print([Int]) // error: @7 expected member name or initializer call after type name
print([String: Int]) // error: @7 expected member name or initializer call after type name
print(Int?) // error: @7 expected member name or initializer call after type name
// ---
func f<T>(_ t: T.Type) { print(t) }
f(Int) // error: @3 expected member name or initializer call after type name
// ---
print(type(of: 3) == Int) // error: @22 expected member name or initializer call after type name
// ---
struct S { func f() -> Any { Self } } // error: @30 expected member name or initializer call after type name
// ---
let x: Any.Type = Int // error: @19 expected member name or initializer call after type name
var y: Int.Type
y = Int // error: @5 expected member name or initializer call after type name
// ---
print(Int, String) // error: @7 expected member name or initializer call after type name // error: @12 expected member name or initializer call after type name
let a = Array<Int> // error: @9 expected member name or initializer call after type name
// ---
typealias N = Int
let n = N // error: @9 expected member name or initializer call after type name
enum E { struct Q {} ; case a }
let m = E.Q // error: @9 expected member name or initializer call after type name
let e = E // error: @9 expected member name or initializer call after type name
