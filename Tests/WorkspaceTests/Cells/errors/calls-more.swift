func area(width: Double, height: Double) -> Double { width * height }
print("go")
let a = area(width: 2, hieght: 3) // error: @13 incorrect argument label in call (have 'width:hieght:', expected 'width:height:')
// ---
func area(width: Double, height: Double) -> Double { width * height }
let a = area(width: 2) // error: @22 missing argument for parameter 'height' in call
// ---
func area(width: Double, height: Double) -> Double { width * height }
let n = 4
let a = area(width: n, height: 3) // error: @21 cannot convert value of type 'Int' to expected argument type 'Double'
// ---
func greet(_ name: String, times: Int = 1) -> String { String(repeating: name, count: times) }
print(greet("Bo", times: 3.5)) // error: @26 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
func total(_ values: Int...) -> Int { values.reduce(0, +) }
print(total([1, 2, 3])) // error: @13 cannot pass array of type '[Int]' as variadic arguments of type 'Int'
// ---
func apply(_ f: (Int) -> Int, to a: Int) -> Int { f(a) }
print(apply({ x in "\(x)" }, to: 3)) // error: @20 cannot convert value of type 'String' to closure result type 'Int'
// ---
func swapTwo(_ a: inout Int, _ b: inout Int) { let t = a; a = b; b = t }
var x = 1
swapTwo(&x, &3) // error: @13 cannot pass immutable value as inout argument: literals are not mutable
// ---
struct P { var x: Int; var y: Int }
let p = P(y: 2, x: 1) // error: @17 argument 'x' must precede argument 'y'
// ---
struct P { let x: Int; init(_ x: Int) { self.x = x } }
let p = P(x: 3) // error: @10 extraneous argument label 'x:' in call
// ---
enum Shape { case circle(radius: Double), square(side: Double) }
let s = Shape.circle(radius: "3") // error: @30 cannot convert value of type 'String' to expected argument type 'Double'
// ---
enum Shape { case circle(radius: Double), square(side: Double) }
let s = Shape.circel(radius: 2) // error: @15 type 'Shape' has no member 'circel'
// ---
let n: Int = "5" // error: @14 cannot convert value of type 'String' to specified type 'Int'
// ---
let c: Character = "ab" // error: @20 cannot convert value of type 'String' to specified type 'Character'
// ---
let x = 3
let y = 2.5
print(x + y) // error: @9 binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
// ---
let a: [Int] = [1, 2.5, 3] // error: @20 cannot convert value of type 'Double' to expected element type 'Int'
// ---
let f: (Int) -> Int = { $0 + $1 } // error: @23 contextual closure type '(Int) -> Int' expects 1 argument, but 2 were used in closure body
// ---
let a = [] // error: @9 empty collection literal requires an explicit type
// ---
var name: String? = "Bo"
print(name.count) // error: @7 value of optional type 'String?' must be unwrapped to refer to member 'count' of wrapped base type 'String'
// ---
var n = 3
if n == "3" { print("three") } // error: @6 binary operator '==' cannot be applied to operands of type 'Int' and 'String'
// ---
struct C { var n = 0; func up() { n += 1 } } // error: @37 left side of mutating operator isn't mutable: 'self' is immutable
// ---
struct C { static let limit = 3 }
C.limit = 4 // error: @3 cannot assign to property: 'limit' is a 'let' constant
// ---
struct C { func go() {} }
C.go() // error: @1 instance member 'go' cannot be used on type 'C'; did you mean to use a value of this type instead?
// ---
print("x", foo: "3") // error: @17 extra argument 'foo' in call
// ---
func f(_ a: Int, b: Int = 1, c: Int = 2) {}
f(1, 2, 3) // error: @2 missing argument labels 'b:c:' in call
// ---
func f(a: Int = 1) {}
f(2) // error: @3 missing argument label 'a:' in call
// ---
func f(_ a: Int..., b: Int = 3) {}
f(1, 2, c: 3) // error: @2 incorrect argument label in call (have '_:_:c:', expected '_:_:b:')
// ---
func swapTwo(_ a: inout Int, _ b: inout Int) { }
var x = 1, y = 2
swapTwo(&x, y) // error: @13 passing value of type 'Int' to an inout parameter requires explicit '&'
// ---
struct P { init(a: Int) {}; init(b: String) {} }
let p = P(c: 3) // error: @10 incorrect argument label in call (have 'c:', expected 'a:')
// ---
struct P { func f(a: Int) {}; func f(b: String) {} }
P().f(c: 3) // error: @6 incorrect argument label in call (have 'c:', expected 'a:')
// ---
enum Dir { case north, south(Int) }
let d: Dir = .south // error: @15 member 'south' expects argument of type 'Int'
// ---
enum Dir { case north, south(Int) }
print(Dir.south("x")) // error: @17 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let x = 3
let y: Double = x + 1 // error: @19 cannot convert value of type 'Int' to specified type 'Double'
// ---
let x = 3, z = 2.5
let y: Double = x * z // error: @17 cannot convert value of type 'Int' to expected argument type 'Double'
// ---
let x = 3, z = 2.5
print(x + 1 + z) // error: @13 binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
// ---
let x = 3, z = 2.5
if x * 2 < z { } // error: @10 binary operator '<' cannot be applied to operands of type 'Int' and 'Double'
// ---
var x = 3, z = 2.5
z += x // error: @6 cannot convert value of type 'Int' to expected argument type 'Double'
// ---
func mean(_ v: [Int]) -> Double { var s = 0; for x in v { s += x }; return s / v.count } // error: @78 cannot convert return expression of type 'Int' to return type 'Double'
// ---
func f(_ n: Int) -> String { "a" + n } // error: @36 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let n = 3
let s: String = "n" + n // error: @23 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let f: (Int) -> String = { x in x } // error: @33 cannot convert value of type 'Int' to closure result type 'String'
// ---
let f: () -> Int = { "a" } // error: @22 cannot convert value of type 'String' to closure result type 'Int'
// ---
func t(_ f: (Int) -> Int) -> Int { f(1) }
print(t { _ in "x" }) // error: @16 cannot convert value of type 'String' to closure result type 'Int'
// ---
func t(_ f: () -> Int) -> Int { f() }
print(t { x in 3 }) // error: @11 contextual closure type '() -> Int' expects 0 arguments, but 1 was used in closure body
// ---
print([3, 1].sorted { a, b in a }) // error: @8 cannot convert value of type 'Int' to expected element type 'Bool' // error: @11 cannot convert value of type 'Int' to expected element type 'Bool'
// ---
print([1, 2].map { if $0 > 1 { return "a" } else { return 2 } }) // error: @59 cannot convert value of type 'Int' to closure result type 'String'
// ---
let i = 3
if true && i { print(1) } // error: @12 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
let i = 3
if !i { } // error: @5 type 'Int' cannot be used as a boolean; test for '== 0' instead
// ---
func g(_ a: [Int]) -> Int { return a.first } // error: @38 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
func g(_ a: [Int]) -> [String] { a.map { $0 + 1 } } // error: @45 cannot convert value of type 'Int' to closure result type 'String'
// ---
struct NonEq { var x = 1 }
let a = NonEq(), b = NonEq()
if a == b { } // error: @6 binary operator '==' cannot be applied to two 'NonEq' operands
if a < b { } // error: @6 binary operator '<' cannot be applied to two 'NonEq' operands
// ---
let u: Set = 5 // error: @14 cannot convert value of type 'Int' to specified type 'Set<Element>' // error: @14 generic parameter 'Element' could not be inferred
