enum Light { case red, amber, green }
func next(_ l: Light) -> Light {
    switch l { // error: @5 switch must be exhaustive
    case .red: return .green
    case .green: return .amber
    }
}
// ---
let pair = (true, false)
switch pair { // error: @1 switch must be exhaustive
case (true, true): print("a")
case (false, _): print("b")
}
// ---
let o: Bool? = true
switch o { // error: @1 switch must be exhaustive
case true?: print(1)
case nil: print(2)
}
// ---
enum A { case x(Bool), y }
let a = A.y
switch a { // error: @1 switch must be exhaustive
case .x(true): print(1)
case .y: print(2)
}
// ---
let s = "a"
switch s { // error: @1 switch must be exhaustive
case "a": print(1)
case "b": print(2)
}
// ---
let n = 3
switch n {
case 1: // error: @1 'case' label in a 'switch' must have at least one executable statement
default: print(2)
}
// ---
enum Op { case add(Int, Int), neg(Double) }
let op = Op.neg(1)
switch op {
case .add(let a, _), .neg(let a): print(a) // error: @31 pattern variable bound to type 'Double', expected type 'Int'
}
// ---
let x: Int
print(x) // error: @7 constant 'x' used before being initialized
// ---
var x: Int
for i in 0..<3 { x = i }
print(x) // error: @7 variable 'x' used before being initialized
// ---
func f(_ b: Bool) -> Int {
    let x: Int
    if b { x = 1 } else { print("no") }
    return x // error: @12 constant 'x' used before being initialized
}
// ---
func f(_ n: Int) -> Int {
    if n > 0 { return 1 }
} // error: @1 missing return in global function expected to return 'Int'
// ---
func f(_ n: Int) -> String {
    for i in 0..<n { return "\(i)" }
} // error: @1 missing return in global function expected to return 'String'
// ---
let f = { (n: Int) -> Int in
    if n > 0 { return 1 }
} // error: @1 missing return in closure expected to return 'Int'
// ---
func f(_ n: Int?) -> Int {
    guard let n else { print("none") } // error: @38 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
    return n
}
// ---
func f() -> Int { "a" } // error: @19 cannot convert return expression of type 'String' to return type 'Int'
// ---
enum E: Error { case bad }
func risky() throws -> Int { throw E.bad }
let v = risky() // error: @9 call can throw but is not marked with 'try'
// ---
enum E: Error { case bad }
func risky() throws -> Int { throw E.bad }
func safe() -> Int { do { return try risky() } catch E.bad { return 0 } } // error: @34 errors thrown from here are not handled because the enclosing catch is not exhaustive
// ---
struct NotError { }
func f() throws { throw NotError() } // error: @25 thrown expression type 'NotError' does not conform to 'Error'
// ---
enum E: Error { case bad }
func risky() throws -> Int { throw E.bad }
let r = [1, 2].map { _ in risky() } // error: @27 call can throw, but it is not marked with 'try' and the error is not handled
// ---
enum E: Error { case bad }
func risky() throws -> Int { throw E.bad }
do { let x = try risky(); print(x) } catch E.worse { print("w") } catch { print(error) } // error: @46 type 'E' has no member 'worse'
// ---
for i in 0..<3 { if i == 1 { break outer } } // error: @36 cannot find label 'outer' in scope
// ---
for i in 5 { print(i) } // error: @10 for-in loop requires 'Int' to conform to 'Sequence'
// ---
for c in "abc" where c { print(c) } // error: @22 cannot convert value of type 'Character' to expected condition type 'Bool'
// ---
repeat { } while "x" // error: @18 cannot convert value of type 'String' to expected condition type 'Bool'
// ---
let x = true ? 1 : "a" // error: @16 result values in '? :' expression have mismatching types 'Int' and 'String'
// ---
let y = if true { 1 } else { "a" } // error: @19 branches have mismatching types 'Int' and 'String'
// ---
let y = switch 3 { case 1: "a"; default: 2 } // error: @28 branches have mismatching types 'String' and 'Int'
// ---
let x = 127 as Int8 + 1 // error: @21 arithmetic operation '127 + 1' (on type 'Int8') results in an overflow
// ---
let x = 5 / 0 // error: @11 division by zero
// ---
let x = Int.max * 2 // error: @17 arithmetic operation '9223372036854775807 * 2' (on type 'Int') results in an overflow
// ---
let x: UInt8 = 16 * 16 // error: @19 arithmetic operation '16 * 16' (on type 'UInt8') results in an overflow
// ---
let x = [1, 2]["a"] // error: @15 no exact matches in call to subscript
// ---
let x = [1, 2].size // error: @16 value of type '[Int]' has no member 'size'
// ---
let x = "abc".lenght // error: @15 value of type 'String' has no member 'lenght'
// ---
let x = [3, 1].sort() // error: @16 cannot use mutating member on immutable value of type '[Int]'
print(x.count)
// ---
let m = Math.sqrt(2) // error: @9 cannot find 'Math' in scope
// ---
let x: Array = 3 // error: @16 cannot convert value of type 'Int' to specified type 'Array<Element>' // error: @16 generic parameter 'Element' could not be inferred
// ---
let x: Dictionary<String> = [:] // error: @8 generic type 'Dictionary' specialized with too few type parameters (got 1, but expected 2)
// ---
let x: [Stirng] = [] // error: @9 cannot find type 'Stirng' in scope
// ---
printt("x") // error: @1 cannot find 'printt' in scope
// ---
let x = y + z // error: @9 cannot find 'y' in scope // error: @13 cannot find 'z' in scope
