let x = 5
if let y = x { print(y) } // error: @4 initializer for conditional binding must have Optional type, not 'Int'
guard let z = x else { fatalError() } // error: @7 initializer for conditional binding must have Optional type, not 'Int'
// ---
let s = "a"
switch s {
case 1: print("one") // error: @6 expression pattern of type 'Int' cannot match values of type 'String'
default: break
}
// ---
enum R { case ok(Int), fail }
let r: R = .ok // error: @13 member 'ok' expects argument of type 'Int'
let q = R.fail(3) // error: @11 enum case 'fail' has no associated values
if case .ok = r, case .fail(let x) = r { } // error: @24 pattern with associated values does not match enum case 'fail'
// ---
protocol P { func go(_ x: Int) -> String; var v: Int { get set } }
struct S: P { func go(_ x: String) -> String { "" }; let v = 1 } // error: @8 type 'S' does not conform to protocol 'P'
// ---
struct S { var n = 0; func f() { let c = { n += 1 }; c() } } // error: @46 left side of mutating operator isn't mutable: 'self' is immutable
// ---
struct S { let x: Int = 5; init(x: Int) { self.x = x } } // error: @50 immutable value 'self.x' may only be initialized once
// ---
var s: String = "a"
s = nil // error: @5 'nil' cannot be assigned to type 'String'
let i: Int = nil // error: @14 'nil' cannot initialize specified type 'Int'
// ---
let a = [1, 2]
a.push(3) // error: @3 value of type '[Int]' has no member 'push'
a.length // error: @3 value of type '[Int]' has no member 'length'
a.count() // error: @3 cannot call value of non-function type 'Int'
"abc".size // error: @7 value of type 'String' has no member 'size'
// ---
let a = [1, 2]
a.append(3) // error: @3 cannot use mutating member on immutable value: 'a' is a 'let' constant
a[0] = 5 // error: @2 cannot assign through subscript: 'a' is a 'let' constant
let d = ["k": 1]
d["x"] = 2 // error: @2 cannot assign through subscript: 'd' is a 'let' constant
// ---
let p = (x: 1, y: 2)
print(p.z) // error: @9 value of tuple type '(x: Int, y: Int)' has no member 'z'
let (a, b, c) = p // error: @17 '(x: Int, y: Int)' is not convertible to '(Int, Int, _)', tuples have a different number of elements
func f() -> (Int, Int) { (1, 2, 3) } // error: @26 cannot convert return expression of type '(Int, Int, Int)' to return type '(Int, Int)'
// ---
struct C { var n = 0; mutating func inc() { n += 1 } }
func f(_ c: C) { c.inc() } // error: @20 cannot use mutating member on immutable value: 'c' is a 'let' constant
for c in [C()] { c.inc() } // error: @20 cannot use mutating member on immutable value: 'c' is a 'let' constant
// ---
struct S { private init() {} }
let s = S() // error: @9 'S' initializer is inaccessible due to 'private' protection level
// ---
func f(_ x: Int) {}
func f(_ x: Double) {}
f("a") // error: @1 no exact matches in call to global function 'f'
// ---
func f() {}
f(1) // error: @3 argument passed to call that takes no arguments
f(a: 2) // error: @6 argument passed to call that takes no arguments
print(max(1)) // error: @12 missing argument for parameter #2 in call
// ---
if true { break } // error: @11 unlabeled 'break' is only allowed inside a loop or switch, a labeled break is required to exit an if or do
// ---
func f() { switch 1 { default: continue } } // error: @32 'continue' is only allowed inside a loop
// ---
func f(){ outer: for i in 0..<3 { break inner } } // error: @41 cannot find label 'inner' in scope
// ---
enum E: Int { case a = 1, b = 1 } // error: @31 raw value for enum case is not unique
enum F: String { case x = 5 } // error: @9 'F' declares raw type 'String', but does not conform to RawRepresentable and conformance could not be synthesized // error: @27 cannot convert value of type 'Int' to raw type 'String'
// ---
extension Int { var x = 5 } // error: @21 extensions must not contain stored properties
// ---
struct S { override func f() {} } // error: @12 'override' can only be specified on class members
// ---
func f(_ x: Foo) -> Bar { } // error: @13 cannot find type 'Foo' in scope // error: @21 cannot find type 'Bar' in scope
let z: Strng = "" // error: @8 cannot find type 'Strng' in scope
var a: [Foo] = [] // error: @9 cannot find type 'Foo' in scope
// ---
struct S { static func f() {}; func g() { f() } } // error: @43 static member 'f' cannot be used on instance of type 'S'
S().f() // error: @1 static member 'f' cannot be used on instance of type 'S'
// ---
func f() { print(y); let y = 3 } // error: @18 use of local variable 'y' before its declaration
// ---
enum E { case a, b(Int) }
func f(_ e: E) -> Int { switch e { case .a: return 1; case .b(let x) where x > 0: return x } } // error: @25 switch must be exhaustive
// ---
switch 3 { case 3: fallthrough; case let x: print(x) } // error: @20 'fallthrough' from a case which doesn't bind variable 'x'
// ---
switch 3 { case 1: case 2: print("x"); default: break } // error: @12 'case' label in a 'switch' must have at least one executable statement
// ---
return 5 // error: @1 return invalid outside of a func
// ---
let x = 5
x() // error: @1 cannot call value of non-function type 'Int'
"a"(3) // error: @1 cannot call value of non-function type 'String'
// ---
enum E { case a }
let e = E() // error: @9 'E' cannot be constructed because it has no accessible initializers
protocol P {}
let p = P() // error: @9 'any P' cannot be constructed because it has no accessible initializers
// ---
func f(_ x: inout Int) -> () -> Void { return { x += 1 } } // error: @47 escaping closure captures 'inout' parameter 'x'
// ---
func f() throws {}
do { f() } catch { } // error: @6 call can throw but is not marked with 'try'
do { try f() }
// ---
throw "error" // error: @7 thrown expression type 'String' does not conform to 'Error'
throw 5 // error: @7 thrown expression type 'Int' does not conform to 'Error'
// ---
struct K { var x: [Int: String]; var f: () -> Void }
extension K: Hashable {} // error: @1 type 'K' does not conform to protocol 'Equatable' // error: @1 type 'K' does not conform to protocol 'Hashable'
var d: [K: Int] = [:]
// ---
print("=" * 10) // error: @11 binary operator '*' cannot be applied to operands of type 'String' and 'Int'
print("a" - "b") // error: @11 binary operator '-' cannot be applied to two 'String' operands
print("a" + 5) // error: @11 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
print("a" + "b" + 1) // error: @17 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
let name: String? = "x"
print("Hi " + name) // error: @15 value of optional type 'String?' must be unwrapped to a value of type 'String'
print(name.uppercased()) // error: @7 value of optional type 'String?' must be unwrapped to refer to member 'uppercased' of wrapped base type 'String'
print(name + "x") // error: @7 value of optional type 'String?' must be unwrapped to a value of type 'String'
let n: Int = name?.count // error: @20 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
for i in 0..<3 { let i = i; i += 1 } // error: @31 left side of mutating operator isn't mutable: 'i' is a 'let' constant
while let x = 5 { } // error: @7 initializer for conditional binding must have Optional type, not 'Int'
// ---
let c = .red // error: @10 reference to member 'red' cannot be resolved without a contextual type
let d: Int = .blue // error: @15 type 'Int' has no member 'blue'
func f(_ x: Bool) {}
f(.yes) // error: @4 type 'Bool' has no member 'yes'
// ---
func f(a: Int, a: Int) {} // error: @16 invalid redeclaration of 'a'
struct S { func f() {}; func f() {} ; var f: Int } // error: @30 invalid redeclaration of 'f()' // error: @43 invalid redeclaration of 'f'
// ---
func f() {}
let x: Int = f() // error: @14 cannot convert value of type '()' to specified type 'Int'
print(f() + 1) // error: @7 cannot convert value of type '()' to expected argument type 'Int'
if f() { } // error: @4 cannot convert value of type '()' to expected condition type 'Bool'
// ---
let x = 5
if x is String { }
let y = x as? String
let z = x as String // error: @9 cannot convert value of type 'Int' to type 'String' in coercion
let w = "5" as Int // error: @9 cannot convert value of type 'String' to type 'Int' in coercion
// ---
struct S { }
let s = S()
s[0] // error: @2 value of type 'S' has no subscripts
s.x = 5 // error: @3 value of type 'S' has no member 'x'
s = S() // error: @1 cannot assign to value: 's' is a 'let' constant
// ---
func add(a: Int, b: Int) { return a + b } // error: @37 unexpected non-void return value in void function
let x = add(a: 1, b: 2) + 1 // error: @9 cannot convert value of type '()' to expected argument type 'Int'
// ---
struct P { var x: Int, y: Int }
let p = P(1, 2) // error: @10 missing argument labels 'x:y:' in call
let q = P(x: 1) // error: @15 missing argument for parameter 'y' in call
let r = P(y: 1, x: 2) // error: @17 argument 'x' must precede argument 'y'
let t = P(x: 1, y: "a") // error: @20 cannot convert value of type 'String' to expected argument type 'Int'
