func make<T>() -> T? { nil }
let x = make() // error: @9 generic parameter 'T' could not be inferred
// ---
let e = [] // error: @9 empty collection literal requires an explicit type
// ---
let e = [:] // error: @9 empty collection literal requires an explicit type
// ---
protocol A: B {}
protocol B: A {} // error: @10 protocol 'B' refines itself
// ---
typealias A = B // error: @11 type alias 'A' references itself
typealias B = A
// ---
struct A { var b: B } // error: @16 value type 'A' cannot have a stored property that recursively contains it
struct B { var a: A } // error: @16 value type 'B' cannot have a stored property that recursively contains it
// ---
struct Node { var next: Node? } // error: @19 value type 'Node' cannot have a stored property that recursively contains it
// ---
enum T { case leaf, node(T, T) } // error: @6 recursive enum 'T' is not marked 'indirect'
// ---
enum T { case leaf, node(T) } // error: @6 recursive enum 'T' is not marked 'indirect'
// ---
switch 3 { case 1: print(1)
default: fallthrough } // error: @10 'fallthrough' without a following 'case' or 'default' block
// ---
fallthrough // error: @1 'fallthrough' is only allowed inside a switch
// ---
if true { fallthrough } // error: @11 'fallthrough' is only allowed inside a switch
// ---
enum E { case a(Int), b(Int) }
switch E.a(1) { case .a: fallthrough // error: @26 'fallthrough' from a case which doesn't bind variable 'x'
case .b(let x): print(x) }
// ---
func f(_ x: Int?) { guard let y = x else { print("none") } // error: @58 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
 print(y) }
// ---
func f(_ x: Int?) { guard let y = x else { y } // error: @44 cannot find 'y' in scope
 print(y) }
// ---
for i in 0..<3 { guard i > 1 else { print(1) } } // error: @46 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
// ---
let v: Int = 5
guard let w = v else { fatalError() } // error: @7 initializer for conditional binding must have Optional type, not 'Int'
// ---
let v = 5
if let w = v { print(w) } // error: @4 initializer for conditional binding must have Optional type, not 'Int'
// ---
let g = { (x: Int) -> Int in x * 2 }
print(g(1, 2)) // error: @12 extra argument in call
// ---
let g = { (x: Int) -> Int in x * 2 }
print(g("a")) // error: @9 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let g: (Int) -> Int = { x, y in x } // error: @25 contextual closure type '(Int) -> Int' expects 1 argument, but 2 were used in closure body
// ---
let g: (Int, Int) -> Int = { x in x } // error: @30 contextual closure type '(Int, Int) -> Int' expects 2 arguments, but 1 was used in closure body
// ---
let g: (Int) -> String = { x in x } // error: @33 cannot convert value of type 'Int' to closure result type 'String'
// ---
let g: () -> Int = { "a" } // error: @22 cannot convert value of type 'String' to closure result type 'Int'
// ---
print([1, 2].filter { $0 * 2 }) // error: @26 cannot convert value of type 'Int' to closure result type 'Bool'
// ---
let g = { x in x } // error: @11 cannot infer type of closure parameter 'x' without a type annotation
// ---
enum A { case x }
enum B { case x }
print(A.x == B.x) // error: @11 binary operator '==' cannot be applied to operands of type 'A' and 'B'
// ---
print(1 == "a") // error: @9 binary operator '==' cannot be applied to operands of type 'Int' and 'String'
// ---
print(1 == 1.5 as Float as Double) // error: @16 cannot convert value of type 'Float' to type 'Double' in coercion
// ---
infix operator +++
print(1 +++ 2) // error: @9 cannot find operator '+++' in scope
// ---
print(1 +++ 2) // error: @9 cannot find operator '+++' in scope
// ---
let x = 5
x++ // error: @2 cannot find operator '++' in scope; did you mean '+= 1'?
// ---
print(!5) // error: @8 cannot convert value of type 'Int' to expected argument type 'Bool'
// ---
print(-"a") // error: @7 unary operator '-' cannot be applied to an operand of type 'String'
// ---
let a: Int<Int> = 1 // error: @8 cannot specialize non-generic type 'Int'
// ---
struct Box<T> { var v: T }
let b: Box<Int> = Box(v: "a") // error: @26 cannot convert value of type 'String' to expected argument type 'Int'
// ---
struct Box<T> { var v: T }
let b = Box<Int>(v: "a") // error: @21 cannot convert value of type 'String' to expected argument type 'Int'
// ---
struct Box<T> {}
let b = Box() // error: @9 generic parameter 'T' could not be inferred
// ---
struct Box<T: Equatable> { var v: T }
struct N {}
let b = Box(v: N()) // error: @9 generic struct 'Box' requires that 'N' conform to 'Equatable'
// ---
struct Box<T: Equatable> { var v: T }
struct N {}
let b: Box<N>? = nil // error: @8 type 'N' does not conform to protocol 'Equatable'
// ---
func f<T>(_ x: T) where U: Equatable {} // error: @25 cannot find type 'U' in scope
// ---
func f<T: Foo>(_ x: T) {} // error: @11 cannot find type 'Foo' in scope
// ---
extension Array where Element == Foo {} // error: @34 cannot find type 'Foo' in scope
// ---
extension Array where Item == Int {} // error: @23 cannot find type 'Item' in scope
// ---
func f(_ x: inout Int = 3) {} // error: @25 cannot provide default value to inout parameter 'x'
// ---
func f(x: Int = "a") {} // error: @17 default argument value of type 'String' cannot be converted to type 'Int'
// ---
func f(x: Int...) {}
f(x: 1, "a") // error: @9 cannot convert value of type 'String' to expected argument type 'Int'
// ---
import Nope // error: @8 no such module 'Nope'
// ---
let x = 3 as String // error: @9 cannot convert value of type 'Int' to type 'String' in coercion
// ---
let a: Any = 3
let b: Int = a // error: @14 cannot convert value of type 'Any' to specified type 'Int'
// ---
let a: Any = 3
print(a + 1) // error: @7 cannot convert value of type 'Any' to expected argument type 'Int'
// ---
let a: Any = 3
a.foo() // error: @3 value of type 'Any' has no member 'foo'
// ---
func f() throws -> Int { 1 }
print([1].map { _ in f() }) // error: @22 call can throw, but it is not marked with 'try' and the error is not handled
// ---
enum E: Error { case a }
func f() throws { throw E.a }
defer { try f() } // error: @13 call can throw, but errors cannot be thrown out of a defer body
// ---
struct E2 {}
func f() throws { throw E2() } // error: @25 thrown expression type 'E2' does not conform to 'Error'
// ---
func f() throws { throw "bad" } // error: @25 thrown expression type 'String' does not conform to 'Error'
// ---
do { throw 5 } catch { print(error) } // error: @12 thrown expression type 'Int' does not conform to 'Error'
// ---
func f() rethrows {} // error: @10 'rethrows' function must take a throwing function argument
// ---
self.x = 1 // error: @1 cannot find 'self' in scope; did you mean to use it in a type or extension context?
// ---
print(self) // error: @7 cannot find 'self' in scope; did you mean to use it in a type or extension context?
// ---
struct S { func f() -> Int { return self } } // error: @37 cannot convert return expression of type 'S' to return type 'Int'
// ---
let x = if true { 1 } // error: @9 'if' must have an unconditional 'else' to be used as expression
// ---
let x = if true { 1 } else { "a" } // error: @19 branches have mismatching types 'Int' and 'String'
// ---
let x = switch 1 { case 1: "a" } // error: @9 switch must be exhaustive
// ---
let x: Int = switch 1 { case 1: "a" // error: @33 cannot convert value of type 'String' to specified type 'Int'
default: 3 }
// ---
let s = "abc"
print(s[0]) // error: @7 'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.
// ---
let x = 5
print(x[0]) // error: @8 value of type 'Int' has no subscripts
// ---
let x = 5
x() // error: @1 cannot call value of non-function type 'Int'
// ---
let x = 5
print(x.0) // error: @9 value of type 'Int' has no member '0'
// ---
for x in 5 { print(x) } // error: @10 for-in loop requires 'Int' to conform to 'Sequence'
// ---
let o: [Int]? = [1]
for x in o { print(x) } // error: @10 for-in loop requires '[Int]?' to conform to 'Sequence'; did you mean to unwrap optional?
// ---
for (a, b) in [1, 2] { print(a, b) } // error: @15 tuple pattern cannot match values of non-tuple type 'Int'
// ---
while let x = 5 { print(x) } // error: @7 initializer for conditional binding must have Optional type, not 'Int'
// ---
repeat { } while 5 // error: @18 cannot convert value of type 'Int' to expected condition type 'Bool'
// ---
let o: Int? = 3
print(o.magnitude) // error: @7 value of optional type 'Int?' must be unwrapped to refer to member 'magnitude' of wrapped base type 'Int'
// ---
let o: String? = "a"
print(o.count) // error: @7 value of optional type 'String?' must be unwrapped to refer to member 'count' of wrapped base type 'String'
// ---
let s = "a"
print(s!.count) // error: @8 cannot force unwrap value of non-optional type 'String'
// ---
let s = "a"
print(s?.count) // error: @8 cannot use optional chaining on non-optional value of type 'String'
// ---
let o: Int? = 3
if o > 2 { print(1) } // error: @4 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let o: Int? = 3
if o { print(1) } // error: @4 optional type 'Int?' cannot be used as a boolean; test for '!= nil' instead
// ---
let o: Bool? = true
if o { print(1) } // error: @4 value of optional type 'Bool?' must be unwrapped to a value of type 'Bool'
// ---
let o: [Int]? = [3]
print(o[0]) // error: @7 value of optional type '[Int]?' must be unwrapped to refer to member 'subscript' of wrapped base type '[Int]'
// ---
let o: Int? = 3
let x: Int = o ?? "a" // error: @19 cannot convert value of type 'String' to expected argument type 'Int'
// ---
let o: Int? = 3
let x: String = o ?? 4 // error: @19 cannot convert value of type 'Int' to specified type 'String'
// ---
let x = 3 ?? 4
let y: String = x // error: @17 cannot convert value of type 'Int' to specified type 'String'
// ---
mutating func f() {} // error: @1 'mutating' is only valid on methods
// ---
struct S { static mutating func f() {} } // error: @19 static functions must not be declared mutating
// ---
static func f() {} // error: @8 static methods may only be declared on a type
// ---
private func f() {}
override func g() {} // error: @1 'override' can only be specified on class members
// ---
let x // error: @5 type annotation missing in pattern
// ---
var x // error: @5 type annotation missing in pattern
// ---
let (x, y): (Int, Int)
print(x) // error: @7 constant 'x' used before being initialized
