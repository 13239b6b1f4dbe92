protocol Shape { func area() -> Double; var name: String { get } }
struct Square: Shape { var side: Double; func area() -> Double { side * side } } // error: @8 type 'Square' does not conform to protocol 'Shape'
// ---
protocol Shape { func area() -> Double }
struct Square: Shape { func area() -> Int { 1 } } // error: @8 type 'Square' does not conform to protocol 'Shape'
// ---
protocol Counter { var n: Int { get set } }
struct C: Counter { let n: Int } // error: @8 type 'C' does not conform to protocol 'Counter'
// ---
protocol Counter { var n: Int { get set } }
struct C: Counter { var n: Int { 3 } } // error: @8 type 'C' does not conform to protocol 'Counter'
// ---
protocol Resettable { mutating func reset() }
struct C: Resettable { func rest() {} } // error: @8 type 'C' does not conform to protocol 'Resettable'
// ---
protocol P { static func make() -> Self }
struct C: P { func make() -> C { C() } } // error: @8 type 'C' does not conform to protocol 'P'
// ---
protocol P { init(n: Int) }
struct C: P { var x = 0 } // error: @8 initializer 'init(x:)' has different argument labels from those required by protocol 'P' ('init(n:)')
// ---
protocol P { func f() }
let p = P() // error: @9 'any P' cannot be constructed because it has no accessible initializers
// ---
protocol P { func f() }
struct A {}
let p: P = A() // error: @12 value of type 'A' does not conform to specified type 'P'
// ---
protocol P { func f() }
struct A {}
func use(_ p: P) {}
use(A()) // error: @5 argument type 'A' does not conform to expected type 'P'
// ---
protocol P { func f() }
struct A: P { func f() {} ; func g() {} }
let p: any P = A()
p.g() // error: @3 value of type 'any P' has no member 'g'
// ---
struct A: Hashable { var f: () -> Void } // error: @8 type 'A' does not conform to protocol 'Equatable' // error: @8 type 'A' does not conform to protocol 'Hashable'
// ---
struct A { var x = 0 }
let s: Set<A> = [] // error: @8 type 'A' does not conform to protocol 'Hashable'
// ---
struct A { var x = 0 }
print([A()].contains(A())) // error: @13 referencing instance method 'contains' on 'Sequence' requires that 'A' conform to 'Equatable'
// ---
struct A { var x = 0 }
print([A(), A()].sorted()) // error: @18 referencing instance method 'sorted()' on 'Sequence' requires that 'A' conform to 'Comparable'
// ---
struct A { var x = 0 }
print([A(), A()].max()) // error: @18 referencing instance method 'max()' on 'Sequence' requires that 'A' conform to 'Comparable'
// ---
struct A: Comparable { var x = 0 } // error: @8 type 'A' does not conform to protocol 'Comparable'
// ---
struct A: Sequence { var x = 0 } // error: @8 type 'A' does not conform to protocol 'Sequence'
// ---
struct A: Equatable { var b: B } // error: @8 type 'A' does not conform to protocol 'Equatable'
struct B {}
// ---
struct A: Missing {} // error: @11 cannot find type 'Missing' in scope
// ---
enum A: String { case x = 1 } // error: @9 'A' declares raw type 'String', but does not conform to RawRepresentable and conformance could not be synthesized // error: @27 cannot convert value of type 'Int' to raw type 'String'
// ---
enum A: Int { case x = "a" } // error: @9 'A' declares raw type 'Int', but does not conform to RawRepresentable and conformance could not be synthesized // error: @24 cannot convert value of type 'String' to raw type 'Int'
// ---
enum A: Int { case x = 1, y = 1 } // error: @31 raw value for enum case is not unique
// ---
enum A { case x, x } // error: @18 invalid redeclaration of 'x'
// ---
struct A { var x: Int; var x: String } // error: @28 invalid redeclaration of 'x'
// ---
func f() {}
func f() {} // error: @6 invalid redeclaration of 'f()'
// ---
func f() -> Int { 1 }
func f() -> String { "" }
let x = f() // error: @9 ambiguous use of 'f()'
// ---
func f() { let a = 1; var a = 2; print(a) } // error: @27 invalid redeclaration of 'a'
// ---
struct A { var a: A } // error: @16 value type 'A' cannot have a stored property that recursively contains it
// ---
enum E { case a(E) } // error: @6 recursive enum 'E' is not marked 'indirect'
// ---
typealias T = T // error: @11 type alias 'T' references itself
// ---
func biggest<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
struct A {}
print(biggest(A(), A())) // error: @7 global function 'biggest' requires that 'A' conform to 'Comparable'
// ---
func sum<T: Numeric>(_ a: [T]) -> T { a.reduce(0, +) }
print(sum(["a", "b"])) // error: @7 global function 'sum' requires that 'String' conform to 'Numeric'
// ---
func add<T>(_ a: T, _ b: T) -> T { a + b } // error: @38 binary operator '+' cannot be applied to two 'T' operands
// ---
struct Stack<T> { var items: [T] = []; mutating func push(_ t: T) { items.append(t) } }
var s = Stack<Int>()
s.push("a") // error: @8 cannot convert value of type 'String' to expected argument type 'Int'
// ---
struct Stack<T> { var items: [T] = []; mutating func push(_ t: T) { items.append(t) } }
var s = Stack() // error: @9 generic parameter 'T' could not be inferred
// ---
struct Stack<T> { var items: [T] = [] }
let s: Stack<Int> = Stack<String>() // error: @21 cannot assign value of type 'Stack<String>' to type 'Stack<Int>'
// ---
struct Stack<T> { var items: [T] = [] }
let s: Stack = Stack<Int>()
let t: Stack<Int, Int> = s // error: @8 generic type 'Stack' specialized with too many type parameters (got 2, but expected 1)
// ---
struct Box<T: Comparable> { var t: T }
struct NC {}
let b: Box<NC> // error: @8 type 'NC' does not conform to protocol 'Comparable'
// ---
extension Array where Element == Int { func total() -> Int { reduce(0, +) } }
print([1.5].total()) // error: @8 cannot convert value of type 'Double' to expected element type 'Int'
// ---
extension Int { func double() -> Int { self * 2 } }
print(2.5.double()) // error: @11 value of type 'Double' has no member 'double'
// ---
extension Missing { func f() {} } // error: @11 cannot find type 'Missing' in scope
// ---
extension Int { var stored = 3 } // error: @21 extensions must not contain stored properties
// ---
struct A { private var x = 1 }
let a = A()
print(a.x) // error: @9 'x' is inaccessible due to 'private' protection level
// ---
struct A { private(set) var x = 1 }
var a = A()
a.x = 2 // error: @3 cannot assign to property: 'x' setter is inaccessible
// ---
struct A { private func f() {} }
A().f() // error: @5 'f' is inaccessible due to 'private' protection level
// ---
struct A { fileprivate var x = 1; private init() {} }
let a = A() // error: @9 'A' initializer is inaccessible due to 'private' protection level
// ---
var fs: [() -> Void] = []
func keep(_ f: () -> Void) { fs.append(f) } // error: @40 converting non-escaping parameter 'f' to generic parameter 'Element' may allow it to escape
// ---
func keep(_ f: () -> Int) -> () -> Int { return f } // error: @49 using non-escaping parameter 'f' in a context expecting an '@escaping' closure
// ---
func keep(_ f: () -> Int) -> () -> Int { return { f() + 1 } } // error: @49 escaping closure captures non-escaping parameter 'f'
// ---
func keep(_ n: inout Int) -> () -> Int { return { n + 1 } } // error: @49 escaping closure captures 'inout' parameter 'n'
// ---
struct A { var n = 0; mutating func f() -> () -> Void { return { n += 1 } } } // error: @64 escaping closure captures mutating 'self' parameter
// ---
var n = 1
func two(_ a: inout Int, _ b: inout Int) {}
two(&n, &n) // error: @5 overlapping accesses to 'n', but modification requires exclusive access; consider copying to a local variable // error: @9 inout arguments are not allowed to alias each other
// ---
var a = [1, 2]
func two(_ a: inout Int, _ b: inout Int) {}
two(&a[0], &a[1]) // error: @5 overlapping accesses to 'a', but modification requires exclusive access; consider copying to a local variable
// ---
func go() { var a = [1, 2]; swap(&a[0], &a[1]) } // error: @34 overlapping accesses to 'a', but modification requires exclusive access; consider calling MutableCollection.swapAt(_:_:)
// ---
func go() { var n = 1; let f = { n += 1 }; func g(_ x: inout Int, _ h: () -> Void) { h() }; g(&n) { n += 1 }; f() } // error: @95 overlapping accesses to 'n', but modification requires exclusive access; consider copying to a local variable
// ---
infix operator +++
let x = 1 +++ 2 // error: @11 cannot find operator '+++' in scope
// ---
let x = 1 ** 2 // error: @11 cannot find operator '**' in scope
// ---
let x = !3 // error: @10 cannot convert value of type 'Int' to expected argument type 'Bool'
// ---
let x = -"a" // error: @9 unary operator '-' cannot be applied to an operand of type 'String'
// ---
let x = ~2.5 // error: @9 unary operator '~' cannot be applied to an operand of type 'Double'
// ---
var n = 1
n++ // error: @2 cannot find operator '++' in scope; did you mean '+= 1'?
// ---
let x = 1 == 1 == true // error: @11 adjacent operators are in non-associative precedence group 'ComparisonPrecedence'
// ---
let x = a ? b : c // error: @9 cannot find 'a' in scope // error: @13 cannot find 'b' in scope // error: @17 cannot find 'c' in scope
// ---
let x = 2 ^^ 3 // error: @11 cannot find operator '^^' in scope
// ---
prefix func √(x: Double) -> Double { x } // error: @13 operator implementation without matching operator declaration
// ---
func +(a: Int) -> Int { a } // error: @1 prefix unary operator missing 'prefix' modifier
// ---
infix func %%(a: Int, b: Int) -> Int { a } // error: @1 'infix' modifier is not required or allowed on func declarations // error: @12 operator implementation without matching operator declaration
// ---
precedencegroup Power { higherThan: Multiplication } // error: @37 unknown precedence group 'Multiplication'
// ---
struct V { static func + (a: Int, b: Int) -> Int { a } } // error: @24 member operator '+' must have at least one argument of type 'V'
// ---
struct V { var x = 0; static func + (a: V, b: V) -> V { V(x: a.x + b.x) } }
print(V(x: 1) + 2) // error: @15 binary operator '+' cannot be applied to operands of type 'V' and 'Int'
// ---
struct V { var x = 0; static func * (a: V, b: Double) -> V { a } }
print(2.0 * V()) // error: @13 cannot convert value of type 'V' to expected argument type 'Double'
// ---
struct V { var x = 0; static func += (a: inout V, b: V) { a.x += b.x } }
let v = V()
v += V() // error: @3 left side of mutating operator isn't mutable: 'v' is a 'let' constant
