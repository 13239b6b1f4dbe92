let (a, b) = (1, 2, 3) // error: @14 '(Int, Int, Int)' is not convertible to '(Int, Int)', tuples have a different number of elements
// ---
let (a, b) = 1 // error: @14 cannot convert value of type 'Int' to specified type '(_, _)'
// ---
let t = (1, 2)
print(t.2) // error: @9 value of tuple type '(Int, Int)' has no member '2'
// ---
let t = (a: 1, b: 2)
print(t.c) // error: @9 value of tuple type '(a: Int, b: Int)' has no member 'c'
// ---
let (a, b, c) = (1, 2) // error: @17 '(Int, Int)' is not convertible to '(Int, Int, _)', tuples have a different number of elements
// ---
struct S { func f() {} ; static func g() {} }
S.f() // error: @1 instance member 'f' cannot be used on type 'S'; did you mean to use a value of this type instead?
// ---
struct S { func f() {} ; static func g() {} }
S().g() // error: @1 static member 'g' cannot be used on instance of type 'S'
// ---
struct S { var x = 1; static var y = 2 }
print(S.x) // error: @7 instance member 'x' cannot be used on type 'S'; did you mean to use a value of this type instead?
// ---
struct S { var x = 1; static var y = 2 }
print(S().y) // error: @7 static member 'y' cannot be used on instance of type 'S'
// ---
struct S { var x = 1; static func y() -> Int { x } } // error: @48 instance member 'x' cannot be used on type 'S'
// ---
struct S { static var k = 1; func f() -> Int { k } } // error: @48 static member 'k' cannot be used on instance of type 'S'
// ---
struct S { var x: Int; init() { } } // error: @33 return from initializer without initializing all stored properties
// ---
struct S { var x: Int; var y: Int; init() { x = 1 } } // error: @51 return from initializer without initializing all stored properties
// ---
struct S { var x: Int; init() { print(x); x = 1 } } // error: @39 'self' used before all stored properties are initialized
// ---
struct S { let x: Int; init() { x = 1; x = 2 } } // error: @42 immutable value 'self.x' may only be initialized once
// ---
struct S { let x = 1; init() { x = 2 } } // error: @34 immutable value 'self.x' may only be initialized once
// ---
struct S { var x: Int; init(b: Bool) { if b { x = 1 } } } // error: @55 return from initializer without initializing all stored properties
// ---
struct S { var x: Int; func f() {}; init() { f(); x = 1 } } // error: @46 'self' used before all stored properties are initialized
// ---
struct S { var x: Int; init(_ y: Int) { return } } // error: @41 return from initializer without initializing all stored properties
// ---
enum E { case a(Int), b(Int, String) }
let e = E.a(1)
switch e { case .a(let x, let y): print(x, y) // error: @19 tuple pattern cannot match values of the non-tuple type 'Int'
case .b: print(1) }
// ---
enum E { case a(Int), b(Int, String) }
let e = E.b(1) // error: @14 missing argument for parameter #2 in call
// ---
enum E { case a(Int), b(Int, String) }
let e = E.a("x") // error: @13 cannot convert value of type 'String' to expected argument type 'Int'
// ---
enum E { case a(Int), b(Int, String) }
let e = E.a
print(e + 1) // error: @7 cannot convert value of type '(Int) -> E' to expected argument type 'Int'
// ---
enum E { case a(x: Int) }
let e = E.a(1) // error: @13 missing argument label 'x:' in call
// ---
enum E { case a, b }
switch E.a { case .a: print(1)
case .b: print(2)
case .c: print(3) } // error: @7 type 'E' has no member 'c'
// ---
enum E { case a, b }
switch E.a { case .a(let x): print(x) // error: @20 pattern with associated values does not match enum case 'a'
case .b: print(2) }
// ---
enum E: Int { case a = 1, b = 1 } // error: @31 raw value for enum case is not unique
// ---
enum E: String { case a = "x", b = "x" } // error: @36 raw value for enum case is not unique
// ---
enum E: Int { case a = "x" } // error: @9 'E' declares raw type 'Int', but does not conform to RawRepresentable and conformance could not be synthesized // error: @24 cannot convert value of type 'String' to raw type 'Int'
// ---
enum E: Int { case a(Int) } // error: @9 'E' declares raw type 'Int', but does not conform to RawRepresentable and conformance could not be synthesized // error: @20 enum with raw type cannot have cases with arguments
// ---
enum E { case a = 1 } // error: @19 enum case cannot have a raw value if the enum does not have a raw type
// ---
enum E: Double { case a = 1.5, b } // error: @9 'E' declares raw type 'Double', but does not conform to RawRepresentable and conformance could not be synthesized // error: @32 enum case must declare a raw value when the preceding raw value is not an integer
// ---
let x: UInt8 = 256 // error: @16 integer literal '256' overflows when stored into 'UInt8'
// ---
let x: Int8 = -129 // error: @15 integer literal '-129' overflows when stored into 'Int8'
// ---
let x: UInt = -1 // error: @15 negative integer '-1' overflows when stored into unsigned type 'UInt'
// ---
let x = Int.max + 1 // error: @17 arithmetic operation '9223372036854775807 + 1' (on type 'Int') results in an overflow
// ---
let x: Int8 = 100 + 100 // error: @19 arithmetic operation '100 + 100' (on type 'Int8') results in an overflow
// ---
let x = 9223372036854775808 // error: @9 integer literal '9223372036854775808' overflows when stored into 'Int'
// ---
let x = 1 / 0 // error: @11 division by zero
// ---
let x = 5 % 0 // error: @11 division by zero
// ---
let x = UInt8(300) // error: @15 integer literal '300' overflows when stored into 'UInt8'
// ---
let y = UInt8(255) + 1 // error: @20 arithmetic operation '255 + 1' (on type 'UInt8') results in an overflow
// ---
func inc(_ x: inout Int) { x += 1 }
var v = 1
inc(v) // error: @5 passing value of type 'Int' to an inout parameter requires explicit '&'
// ---
func inc(_ x: inout Int) { x += 1 }
let v = 1
inc(&v) // error: @5 cannot pass immutable value as inout argument: 'v' is a 'let' constant
// ---
func inc(_ x: inout Int) { x += 1 }
inc(&3) // error: @5 cannot pass immutable value as inout argument: literals are not mutable
// ---
func inc(_ x: inout Int) { x += 1 }
var d = 2.0
inc(&d) // error: @5 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
func f(_ x: Int) {}
var v = 1
f(&v) // error: @3 '&' used with non-inout argument of type 'Int'
// ---
func keep(_ f: () -> Void) -> () -> Void { return f } // error: @51 using non-escaping parameter 'f' in a context expecting an '@escaping' closure
// ---
var stored: [() -> Void] = []
func keep(_ f: () -> Void) { stored.append(f) } // error: @44 converting non-escaping parameter 'f' to generic parameter 'Element' may allow it to escape
// ---
func keep(_ f: () -> Void) { let g = { f() }; g() } // error: @38 escaping closure captures non-escaping parameter 'f'
