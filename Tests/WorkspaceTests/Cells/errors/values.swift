import SwiftUI // error: @8 no such module 'SwiftUI'
// ---
struct S { subscript(i: Int) -> Int { i } }
print(S()["a"]) // error: @11 cannot convert value of type 'String' to expected argument type 'Int'
// ---
struct S { var x = 1; var y = x + 1 } // error: @31 cannot use instance member 'x' within property initializer; property initializers run before 'self' is available
// ---
enum E { case a }
print(E(rawValue: 1)) // error: @7 'E' cannot be constructed because it has no accessible initializers
// ---
enum E { case a(Int) }
print(E.a(1) == E.a(1)) // error: @14 referencing operator function '==' on 'Equatable' requires that 'E' conform to 'Equatable'
// ---
let a = 1, b = a + "x" // error: @18 binary operator '+' cannot be applied to operands of type 'Int' and 'String'
// ---
let x: Any = 5
print(x + 1) // error: @7 cannot convert value of type 'Any' to expected argument type 'Int'
// ---
let x = "5" as Int // error: @9 cannot convert value of type 'String' to type 'Int' in coercion
// ---
let x = String([1, 2], radix: 2) // error: @9 initializer 'init(_:radix:uppercase:)' requires that '[Int]' conform to 'BinaryInteger'
// ---
let x = [1, 2].filter { $0 > "a" } // error: @28 binary operator '>' cannot be applied to operands of type 'Int' and 'String'
// ---
let d = ["a": 1]
let x: Int = d["a"] // error: @15 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
var d = ["a": 1]
d["b"] = "2" // error: @10 cannot assign value of type 'String' to subscript of type 'Int'
// ---
var a = [1, 2]
a.append("x") // error: @10 cannot convert value of type 'String' to expected argument type 'Int'
// ---
var a = [1, 2]
a.removeAll { $0 == "a" } // error: @18 binary operator '==' cannot be applied to operands of type 'Int' and 'String'
// ---
let s = "abc"
let c = s[1] // error: @9 'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.
// ---
print("a", seperator: "") // error: @6 incorrect argument label in call (have '_:seperator:', expected '_:separator:')
// ---
let x = abs("a") // error: @9 global function 'abs' requires that 'String' conform to 'SignedNumeric'
// ---
for i in stride(from: 0, to: 10, by: 0.5) { let n: Int = i } // error: @58 cannot convert value of type 'Double' to specified type 'Int'
// ---
func f(_ x: Int) -> Int { x }
let g: (String) -> Int = f // error: @26 cannot convert value of type '(Int) -> Int' to specified type '(String) -> Int'
// ---
let n = 3
n() // error: @1 cannot call value of non-function type 'Int'
// ---
func f() { self.x } // error: @12 cannot find 'self' in scope; did you mean to use it in a type or extension context?
// ---
func f() { print(v); let v = 1 } // error: @18 use of local variable 'v' before its declaration
// ---
override func f() {} // error: @1 'override' can only be specified on class members
// ---
func f<T: Int>(_ t: T) {} // error: @11 type 'T' constrained to non-protocol, non-class type 'Int'
// ---
func f(_ t: T) {} // error: @13 cannot find type 'T' in scope
// ---
func f(_ a: Int..., _ b: Int...) {} // error: @23 a parameter following a variadic parameter requires a label
f(1)
// ---
let f: (inout Int) -> Void = { $0 += 1 }
let x = 1
f(&x) // error: @3 cannot pass immutable value as inout argument: 'x' is a 'let' constant
// ---
struct S { let x: Int { 3 } } // error: @23 'let' declarations cannot be computed properties
// ---
func f<T>() {} // error: @8 generic parameter 'T' is not used in function signature
// ---
func f<T, U>(_ n: T) {} // error: @11 generic parameter 'U' is not used in function signature
// ---
struct S<T> { func f<U>(_ t: T) {} } // error: @22 generic parameter 'U' is not used in function signature
// ---
struct S { static var x = 1; static func y() {}; static let z: Int } // error: @61 'static let' declaration requires an initializer expression or an explicitly stated getter
// ---
unowned var x: Int = 3 // error: @13 'unowned' may only be applied to class and class-bound protocol types, not 'Int'
// ---
func f(_ a: Int..., b: Int..., _ c: Int) {} // error: @34 a parameter following a variadic parameter requires a label
// ---
struct V { func + (a: V, b: V) -> V { a } } // error: @17 operator '+' declared in type 'V' must be 'static'
// ---
struct V {}
func + (a: V) -> V { a } // error: @1 prefix unary operator missing 'prefix' modifier
// ---
infix operator ** : Foo // error: @21 unknown precedence group 'Foo'
// ---
func <=> (a: Int, b: Int) -> Int { a } // error: @6 operator implementation without matching operator declaration
// ---
infix operator <=>
func <=> (a: Int, b: Int) -> Int { a }
func <=> (a: Int) -> Int { a } // error: @6 unary operator implementation must have a 'prefix' or 'postfix' modifier
// ---
func f() -> Int { 1 }
func f() -> String { "" }
print(f()) // error: @7 ambiguous use of 'f()'
// ---
struct A { func f() { struct L { func m() -> Int { "a" } }; print(L()) } } // error: @52 cannot convert return expression of type 'String' to return type 'Int'
// ---
func f() { struct L { func m() -> Int { "a" } }; func g() -> Int { "b" }; print(L().m()) } // error: @41 cannot convert return expression of type 'String' to return type 'Int' // error: @68 cannot convert return expression of type 'String' to return type 'Int'
// ---
let c = { () -> Int in struct L { var x: Int { "a" } }; return L().x } // error: @48 cannot convert return expression of type 'String' to return type 'Int'
// ---
for i in 0..<3 { let j = i; j = 3 } // error: @29 cannot assign to value: 'j' is a 'let' constant
// ---
func f(n: Int) -> Int { let n = n; n += 1; return n } // error: @38 left side of mutating operator isn't mutable: 'n' is a 'let' constant
// ---
func f() { if true { let q = 1 }; print(q) } // error: @41 cannot find 'q' in scope
// ---
for k in [1] { }
print(k) // error: @7 cannot find 'k' in scope
// ---
do { let z = 1 }
print(z) // error: @7 cannot find 'z' in scope
// ---
let f = { (x: Int) in x * 2 }
f("a") // error: @3 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let f = { (x: Int) in x * 2 }
f(x: 1) // error: @2 extraneous argument label 'x:' in call
// ---
let f = { (x: Int) in x * 2 }
f() // error: @3 missing argument for parameter #1 in call
// ---
let f = { (x: Int) in x * 2 }
f(1, 2) // error: @6 extra argument in call
// ---
let a = [1, 2, 3]
for (i, x) in a { print(i, x) } // error: @15 tuple pattern cannot match values of non-tuple type 'Int'
// ---
let s = "a \(b)" // error: @14 cannot find 'b' in scope
// ---
struct S { var x: Int = "a" } // error: @25 cannot convert value of type 'String' to specified type 'Int'
// ---
struct S { let a: Int, b: String }
let s = S(a: 1, b: 2) // error: @20 cannot convert value of type 'Int' to expected argument type 'String'
// ---
struct S { var a: Int; var b: Int { a * "2" } } // error: @41 cannot convert value of type 'String' to expected argument type 'Int'
// ---
struct S { var a: Int; mutating func f() { a = "x"; self.b = 3 } } // error: @48 cannot assign value of type 'String' to type 'Int' // error: @58 value of type 'S' has no member 'b'
// ---
struct S { init(x: Int) { self.x = x } } // error: @32 value of type 'S' has no member 'x'
// ---
enum E { case a; func f() { switch self { case .a: break; case .b: break } } } // error: @65 type 'E' has no member 'b'
// ---
enum E: Int { case a; init(x: Int) { } } // error: @38 'self.init' isn't called on all paths before returning from initializer
// ---
enum E: Bool { case a = true } // error: @9 'E' declares raw type 'Bool', but does not conform to RawRepresentable and conformance could not be synthesized // error: @9 raw type 'Bool' is not expressible by a string, integer, or floating-point literal
// ---
enum E { case a, b }
let e = E.a
if e == .c { } // error: @10 type 'E' has no member 'c'
// ---
enum E { case a(x: Int) }
if case .a(y: let q) = E.a(x: 1) { print(q) } // error: @12 tuple pattern element label 'y' must be 'x'
// ---
protocol P { var x: Int { get } }
struct A: P { var x: String } // error: @8 type 'A' does not conform to protocol 'P'
// ---
protocol P { func f(_ n: Int) }
struct A: P { func f(n: Int) {} } // error: @20 instance method 'f(n:)' has different argument labels from those required by protocol 'P' ('f')
// ---
protocol P { mutating func f() }
extension P { func g() { f() } } // error: @26 cannot use mutating member on immutable value: 'self' is immutable
// ---
protocol P {}
extension P { func f() { undefinedName() } } // error: @26 cannot find 'undefinedName' in scope
// ---
struct A: CustomStringConvertible { var x = 1 } // error: @8 type 'A' does not conform to protocol 'CustomStringConvertible'
// ---
struct A: CustomStringConvertible { var description: Int { 1 } } // error: @8 type 'A' does not conform to protocol 'CustomStringConvertible'
// ---
struct A: Error, Foo {} // error: @18 cannot find type 'Foo' in scope
// ---
typealias X = Strin // error: @15 cannot find type 'Strin' in scope
// ---
typealias F = (Int) -> Int
let f: F = { "\($0)" } // error: @14 cannot convert value of type 'String' to closure result type 'Int'
// ---
let t: (Int, Int) = (1, 2); t.0 = 3 // error: @31 cannot assign to property: 't' is a 'let' constant
// ---
var t = (a: 1, b: 2); t.a = "x" // error: @29 cannot assign value of type 'String' to type 'Int'
// ---
let x: Int? = 3; let y = x + 1 // error: @26 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let x: Int? = 3; let y: Int = x!  + "a" // error: @37 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let x: Int? = 3; if x > 2 { } // error: @21 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let x: Int? = 3; switch x { case 1: break } // error: @18 switch must be exhaustive
// ---
let x: Int? = 3; for i in 0..<x { } // error: @31 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let s: String? = "a"; print(s.uppercased()) // error: @29 value of optional type 'String?' must be unwrapped to refer to member 'uppercased' of wrapped base type 'String'
// ---
let s: String? = "a"; print("b" + s) // error: @35 value of optional type 'String?' must be unwrapped to a value of type 'String'
// ---
let a: [Int]? = [1]; for x in a { } // error: @31 for-in loop requires '[Int]?' to conform to 'Sequence'; did you mean to unwrap optional?
// ---
if let x = 3 { } // error: @4 initializer for conditional binding must have Optional type, not 'Int'
// ---
guard let x = Optional(3) else { print("n") } // error: @45 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
// ---
while let x = 3 { } // error: @7 initializer for conditional binding must have Optional type, not 'Int'
// ---
let x = Optional(3); guard x else { fatalError() } // error: @28 optional type 'Int?' cannot be used as a boolean; test for '!= nil' instead
// ---
func f() throws {}
f() // error: @1 call can throw but is not marked with 'try'
do { f() } catch {} // error: @6 call can throw but is not marked with 'try'
func g() { try f() } // error: @12 errors thrown from here are not handled
let h = { try f() }
h() // error: @1 call can throw but is not marked with 'try'
// ---
func f() throws -> Int { 1 }
let a = [1].map { _ in f() } // error: @24 call can throw, but it is not marked with 'try' and the error is not handled
print(f()) // error: @7 call can throw but is not marked with 'try'
let b = f() + 1 // error: @9 call can throw but is not marked with 'try'
// ---
do { throw 3 } catch { } // error: @12 thrown expression type 'Int' does not conform to 'Error'
// ---
enum E: Error { case a }
func f() throws { throw E.b } // error: @27 type 'E' has no member 'b'
// ---
defer { return } // error: @9 'return' cannot transfer control out of a defer statement
// ---
func f() -> Int { defer { return 1 }; return 2 } // error: @27 'return' cannot transfer control out of a defer statement
// ---
func f() { var x = 1; func g() { x = "a" }; g() } // error: @38 cannot assign value of type 'String' to type 'Int'
// ---
var x = 1; x = "a"; x += "b"; x = nil; x = x + 2.5 // error: @16 cannot assign value of type 'String' to type 'Int' // error: @26 cannot convert value of type 'String' to expected argument type 'Int' // error: @35 'nil' cannot be assigned to type 'Int' // error: @48 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
let c: Character = "a" + "b" // error: @24 cannot convert value of type 'String' to specified type 'Character'
// ---
let c: Character = "a"; print(c + "b") // error: @31 cannot convert value of type 'Character' to expected argument type 'String'
// ---
let u: UInt = 3; let i = -3; print(u + i) // error: @38 binary operator '+' cannot be applied to operands of type 'UInt' and 'Int'
// ---
let i8: Int8 = 3; let i: Int = i8; let d: Double = i8 // error: @32 cannot convert value of type 'Int8' to specified type 'Int' // error: @52 cannot convert value of type 'Int8' to specified type 'Double'
// ---
let f: Float = 1.5; let d: Double = f // error: @37 cannot convert value of type 'Float' to specified type 'Double'
// ---
let f: Float = 1.5; let d = 2.5; print(f * d) // error: @42 binary operator '*' cannot be applied to operands of type 'Float' and 'Double'
// ---
let a = 3 / 2.0 as Int // error: @11 cannot convert value of type 'Double' to type 'Int' in coercion
// ---
let a = "a" == 1 // error: @13 binary operator '==' cannot be applied to operands of type 'String' and 'Int'
// ---
let a = "a" < 1 // error: @13 binary operator '<' cannot be applied to operands of type 'String' and 'Int'
// ---
let a = (1, 2) == (1, "a") // error: @16 binary operator '==' cannot be applied to operands of type '(Int, Int)' and '(Int, String)'
// ---
let a = 1 & 2.5 // error: @13 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
let a = true + 1 // error: @9 cannot convert value of type 'Bool' to expected argument type 'Int'
// ---
let a = true && 1 // error: @17 integer literal value '1' cannot be used as a boolean; did you mean 'true'?
// ---
let a = !"x" // error: @10 cannot convert value of type 'String' to expected argument type 'Bool'
// ---
let a = [1, 2][0.5] // error: @15 no exact matches in call to subscript
// ---
let a = ["a": 1]["a"] + 1 // error: @17 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
