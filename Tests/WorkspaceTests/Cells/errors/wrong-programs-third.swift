func average(_ numbers: [Double]) -> Double {
    var total = 0
    for n in numbers {
        total += n // error: @18 cannot convert value of type 'Double' to expected argument type 'Int'
    }
    return total / numbers.count // error: @18 cannot convert return expression of type 'Int' to return type 'Double'
}
// ---
struct Point { let x: Int; let y: Int }
var p = Point(x: 1, y: 2)
p.x = 5 // error: @3 cannot assign to property: 'x' is a 'let' constant
// ---
let numbers = [1, 2, 3]
for i in 0..<numbers.count {
    numbers[i] *= 2 // error: @16 left side of mutating operator isn't mutable: 'numbers' is a 'let' constant
}
// ---
var name: String? = "Bob"
let greeting = "Hello, " + name // error: @28 value of optional type 'String?' must be unwrapped to a value of type 'String'
if name.isEmpty { print("x") } // error: @4 value of optional type 'String?' must be unwrapped to refer to member 'isEmpty' of wrapped base type 'String'
// ---
func process(_ value: Int?) -> Int {
    return value + 1 // error: @12 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
}
// ---
enum Season { case spring, summer, autumn, winter }
let s = Season.spring
switch s {
case .spring: print("a")
case .summer: print("b")
case .fall: print("c") // error: @7 type 'Season' has no member 'fall'
default: break
}
// ---
protocol Vehicle { var wheels: Int { get }; func drive() }
struct Car: Vehicle { let wheels = 4 } // error: @8 type 'Car' does not conform to protocol 'Vehicle'
struct Bike: Vehicle { func drive() {} } // error: @8 type 'Bike' does not conform to protocol 'Vehicle'
// ---
func divide(_ a: Int, by b: Int) throws -> Int { a / b }
let r = divide(4, by: 2) // error: @9 call can throw but is not marked with 'try'
do { let q = try divide(1, by: 0) } 
print(q) // error: @7 cannot find 'q' in scope
// ---
var x = 10
x = "ten" // error: @5 cannot assign value of type 'String' to type 'Int'
let y: Int = x + 0.5 // error: @18 cannot convert value of type 'Double' to expected argument type 'Int'
// ---
func greet(person: String) { print(person) }
greet("Bob") // error: @7 missing argument label 'person:' in call
greet(name: "Bob") // error: @6 incorrect argument label in call (have 'name:', expected 'person:')
greet(person: 5) // error: @15 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let dict = ["a": 1, "b": 2]
let v: Int = dict["a"] // error: @18 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
dict["c"] = 3 // error: @5 cannot assign through subscript: 'dict' is a 'let' constant
// ---
struct Stack<T> { var items: [T] = []; mutating func push(_ i: T) { items.append(i) } }
let st = Stack<Int>()
st.push(1) // error: @4 cannot use mutating member on immutable value: 'st' is a 'let' constant
var s2 = Stack<String>()
s2.push(5) // error: @9 cannot convert value of type 'Int' to expected argument type 'String'
// ---
let closure = { (a: Int, b: Int) -> Int in a + b }
closure(1) // error: @10 missing argument for parameter #2 in call
closure(1, 2, 3) // error: @15 extra argument in call
closure("a", 2) // error: @9 cannot convert value of type 'String' to expected argument type 'Int'
// ---
func f() -> Int {
    print("no return") // error: @5 cannot convert return expression of type '()' to return type 'Int'
}
// ---
func f(_ n: Int) -> Bool {
    if n > 0 { return true }
} // error: @1 missing return in global function expected to return 'Bool'
// ---
struct A { private var secret = 1; fileprivate func f() {} }
print(A().secret) // error: @11 'secret' is inaccessible due to 'private' protection level
// ---
extension String { mutating func shout() { self = uppercased() } }
"abc".shout() // error: @7 cannot use mutating member on immutable value: literals are not mutable
let s = "x"
s.shout() // error: @3 cannot use mutating member on immutable value: 's' is a 'let' constant
// ---
let a = 5
let b = 2.5
print(a + b) // error: @9 binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
print(a * b) // error: @9 binary operator '*' cannot be applied to operands of type 'Int' and 'Double'
let c = Double(a) + b
print(c + a) // error: @9 binary operator '+' cannot be applied to operands of type 'Double' and 'Int'
// ---
func sum(_ xs: Int...) -> Int { xs.reduce(0, +) }
sum([1, 2]) // error: @5 cannot pass array of type '[Int]' as variadic arguments of type 'Int'
print(sum("a")) // error: @11 cannot convert value of type 'String' to expected argument type 'Int'
// ---
guard let n = Int("5") else { print("bad") } // error: @44 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
print(n)
// ---
while true { let x = 5 }
print(x) // error: @7 cannot find 'x' in scope
// ---
let tuple = (name: "A", age: 5)
print(tuple.height) // error: @13 value of tuple type '(name: String, age: Int)' has no member 'height'
print(tuple.2) // error: @13 value of tuple type '(name: String, age: Int)' has no member '2'
let (n, a, z) = tuple // error: @17 '(name: String, age: Int)' is not convertible to '(String, Int, _)', tuples have a different number of elements
// ---
enum E: Int { case a = "x" } // error: @9 'E' declares raw type 'Int', but does not conform to RawRepresentable and conformance could not be synthesized // error: @24 cannot convert value of type 'String' to raw type 'Int'
enum F: String { case a = 1 } // error: @9 'F' declares raw type 'String', but does not conform to RawRepresentable and conformance could not be synthesized // error: @27 cannot convert value of type 'Int' to raw type 'String'
enum G { case a = 1 } // error: @19 enum case cannot have a raw value if the enum does not have a raw type
// ---
protocol P { func f() }
extension P { func g() { h() } } // error: @26 cannot find 'h' in scope
let p: P = P() // error: @12 'any P' cannot be constructed because it has no accessible initializers
// ---
let x: Int
x = 5
x = 6 // error: @3 immutable value 'x' may only be initialized once
let y: String
print(y) // error: @7 constant 'y' used before being initialized
// ---
struct S { var v: Int; init(v: Int) { } } // error: @39 return from initializer without initializing all stored properties
struct T { let v: Int; init() { v = 1; v = 2 } } // error: @42 immutable value 'self.v' may only be initialized once
// ---
func swapTwo(_ a: inout Int, _ b: inout Int) { let t = a; a = b; b = t }
var m = 1, n = 2
swapTwo(m, n) // error: @9 passing value of type 'Int' to an inout parameter requires explicit '&' // error: @12 passing value of type 'Int' to an inout parameter requires explicit '&'
swapTwo(&m, &m)
swapTwo(&m, &5) // error: @13 cannot pass immutable value as inout argument: literals are not mutable
// ---
switch 5 { case 0..<5: print("low") } // error: @1 switch must be exhaustive
switch "a" { case "a": print("x") } // error: @1 switch must be exhaustive
switch true { case true: print("t") } // error: @1 switch must be exhaustive
// ---
let s = "abc"
for c in s { c += "x" } // error: @14 cannot convert value of type 'Character' to expected argument type 'String'
print(s.length, s[0]) // error: @9 value of type 'String' has no member 'length'
print(s.count()) // error: @9 cannot call value of non-function type 'Int'
// ---
struct Node { var next: Node } // error: @19 value type 'Node' cannot have a stored property that recursively contains it
indirect enum L { case node(L) }
let l = L() // error: @9 'L' cannot be constructed because it has no accessible initializers
// ---
try doIt()
func doIt() throws { throw "x" } // error: @28 thrown expression type 'String' does not conform to 'Error'
// ---
let result = if true { 5 } else { "x" } // error: @24 branches have mismatching types 'Int' and 'String'
let r2 = switch 3 { case 1: "a"; default: 2 } // error: @29 branches have mismatching types 'String' and 'Int'
let r3 = if true { 5 } // error: @10 'if' must have an unconditional 'else' to be used as expression
// ---
func a(_ x: Int) -> Int { x }
func a(_ x: String) -> String { x }
let r: Bool = a(5) // error: @15 type 'Int' cannot be used as a boolean; test for '!= 0' instead
a(5.5) // error: @1 no exact matches in call to global function 'a'
a() // error: @3 missing argument for parameter #1 in call
// ---
@discardableResult func q() -> Int { 5 }
let z: String = q() // error: @17 cannot convert value of type 'Int' to specified type 'String'
foo.bar() // error: @1 cannot find 'foo' in scope
Foo.bar() // error: @1 cannot find 'Foo' in scope
