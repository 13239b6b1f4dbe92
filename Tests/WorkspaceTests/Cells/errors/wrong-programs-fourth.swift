let x = 5
let y = x / 0 // error: @11 division by zero
// ---
let a = UInt8(256) // error: @15 integer literal '256' overflows when stored into 'UInt8'
// ---
let a: Int8 = 100 + 100 // error: @19 arithmetic operation '100 + 100' (on type 'Int8') results in an overflow
// ---
let z = Int8(200) // error: @14 integer literal '200' overflows when stored into 'Int8'
// ---
let s = 1 << 64
print(s)
let b = UInt8(1) << 9
print(300 as UInt8) // error: @7 integer literal '300' overflows when stored into 'UInt8'
// ---
func f(_ x: Int) -> Int { switch x { case 0: return 1; default: break } } // error: @73 missing return in global function expected to return 'Int'
// ---
func f() -> Int { while true { } }
func g() -> Int { repeat { } while true }
func h(_ b: Bool) -> Int { while b { return 1 } } // error: @49 missing return in global function expected to return 'Int'
// ---
struct S { let a: Int; let b: Int; init(x: Bool) { if x { a = 1 } else { a = 2; b = 3 } } } // error: @89 return from initializer without initializing all stored properties
// ---
let v: Int
if Bool.random() { v = 1 } else { v = 2; v = 3 } // error: @44 immutable value 'v' may only be initialized once
print(v)
// ---
enum E: Error { case a }
func f() throws -> Int { defer { throw E.a }; return 1 } // error: @34 errors cannot be thrown out of a defer body
// ---
func f() { defer { return } } // error: @20 'return' cannot transfer control out of a defer statement
func g(_ x: Int) { guard x > 0 else { } }
// ---
struct P { var x: Int; static let zero = P(x: 0); func m() { x = 5; self = P(x: 1) } } // error: @62 cannot assign to property: 'self' is immutable // error: @69 cannot assign to value: 'self' is immutable
P.zero = P(x: 2) // error: @3 cannot assign to property: 'zero' is a 'let' constant
P.zero.x = 3 // error: @8 cannot assign to property: 'zero' is a 'let' constant
// ---
switch (1, 2) { case (let a, 1): print(a); case (1, let b): print(a) } // error: @1 switch must be exhaustive // error: @67 cannot find 'a' in scope
// ---
switch Optional(3) { case .some(let x): print(x) } // error: @1 switch must be exhaustive
switch Optional(3) { case nil: print(0) } // error: @1 switch must be exhaustive
// ---
let b: Bool? = true
switch b { case true: print(1); case false: print(2) } // error: @1 switch must be exhaustive
