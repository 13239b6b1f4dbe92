struct Account { private var balance = 0
  mutating func add(_ n: Int) { balance += n } }
var a = Account()
a.add(3)
print(a.balance) // error: @9 'balance' is inaccessible due to 'private' protection level
// ---
protocol Drawable { func draw() -> String
  var size: Int { get set } }
struct Square: Drawable { func draw() -> String { "[]" } // error: @8 type 'Square' does not conform to protocol 'Drawable'
  var size: Int { 3 } }
print(Square().draw())
// ---
enum Dir { case n, s, e, w }
func turn(_ d: Dir) -> Dir { switch d { case .n: return .e // error: @30 switch must be exhaustive
  case .e: return .s
  case .s: return .w } }
print(turn(.n))
// ---
let xs = [1, 2, 3]
xs.append(4) // error: @4 cannot use mutating member on immutable value: 'xs' is a 'let' constant
print(xs)
// ---
func f(_ n: Int) { n += 1 } // error: @22 left side of mutating operator isn't mutable: 'n' is a 'let' constant
f(2)
// ---
struct P { var x = 0
  func move() { x += 1 } } // error: @19 left side of mutating operator isn't mutable: 'self' is immutable
P().move()
// ---
let name: String? = "a"
print(name.count) // error: @7 value of optional type 'String?' must be unwrapped to refer to member 'count' of wrapped base type 'String'
// ---
let name: String? = nil
let n: Int = name!.count + "2" // error: @28 cannot convert value of type 'String' to expected argument type 'Int'
print(n)
// ---
func risky() throws -> Int { 3 }
let v = risky() // error: @9 call can throw but is not marked with 'try'
print(v)
// ---
enum E: Error { case a, b }
func risky() throws -> Int { throw E.a }
func g() { do { print(try risky()) } catch E.a { print("a") } } // error: @23 errors thrown from here are not handled because the enclosing catch is not exhaustive
g()
// ---
var s = "hello"
print(s[0]) // error: @7 'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.
// ---
let d = ["a": 1]
let n: Int = d["a"] // error: @15 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
print(n)
// ---
let t = (1, "a")
print(t.2) // error: @9 value of tuple type '(Int, String)' has no member '2'
// ---
func sum(_ xs: Int...) -> Int { xs.reduce(0, +) }
print(sum([1, 2, 3])) // error: @11 cannot pass array of type '[Int]' as variadic arguments of type 'Int'
// ---
struct A { let x: Int }
var a = A(x: 3)
a.x = 4 // error: @3 cannot assign to property: 'x' is a 'let' constant
print(a)
// ---
struct A { let x: Int }
print(A(3)) // error: @9 missing argument label 'x:' in call
// ---
struct A { let x: Int; init(y: Int) { x = y } }
print(A(x: 3)) // error: @8 incorrect argument label in call (have 'x:', expected 'y:')
// ---
func f(a: Int, b: Int) -> Int { a - b }
print(f(b: 1, a: 2)) // error: @15 argument 'a' must precede argument 'b'
// ---
func f(a: Int, b: Int = 2) -> Int { a - b }
print(f(1)) // error: @9 missing argument label 'a:' in call
// ---
let f: (Int) -> Int = { $0 * $1 } // error: @23 contextual closure type '(Int) -> Int' expects 1 argument, but 2 were used in closure body
print(f(3))
// ---
let r = [1, 2, 3].map { x in
  let y = x * 2
  if y > 2 { return "big" }
  return y // error: @10 cannot convert value of type 'Int' to closure result type 'String'
}
print(r)
// ---
func f(_ x: Int) -> String { switch x { case 0: return "z" // error: @30 switch must be exhaustive
  case 1...: return "p" } }
print(f(0))
// ---
struct S: Equatable { var f: () -> Int } // error: @8 type 'S' does not conform to protocol 'Equatable'
print(S(f: { 1 }) == S(f: { 1 }))
// ---
struct K { var a = 1 }
var d: [K: Int] = [:] // error: @8 type 'K' does not conform to protocol 'Hashable'
d[K()] = 1 // error: @2 referencing subscript 'subscript(_:)' on 'Dictionary' requires that 'K' conform to 'Hashable'
// ---
struct Item { var n: Int }
print([Item(n: 2), Item(n: 1)].sorted()) // error: @32 referencing instance method 'sorted()' on 'Sequence' requires that 'Item' conform to 'Comparable'
// ---
struct Item { var n: Int }
print([Item(n: 2), Item(n: 1)].max()!) // error: @32 referencing instance method 'max()' on 'Sequence' requires that 'Item' conform to 'Comparable'
// ---
func big<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
print(big(1, "2")) // error: @7 conflicting arguments to generic parameter 'T' ('Int' vs. 'String')
// ---
extension Int { var doubled: Int { self * 2 }
  mutating func double() { self *= 2 } }
5.double() // error: @3 cannot use mutating member on immutable value: literals are not mutable
print(3.doubled)
// ---
let c: Character = "ab" // error: @20 cannot convert value of type 'String' to specified type 'Character'
print(c)
// ---
let x: Int = 3.5 // error: @14 cannot convert value of type 'Double' to specified type 'Int'
print(x)
// ---
let u: UInt8 = 256 // error: @16 integer literal '256' overflows when stored into 'UInt8'
print(u)
// ---
let x = 5
let y = 2.5
print(x * y) // error: @9 binary operator '*' cannot be applied to operands of type 'Int' and 'Double'
// ---
let x: Float = 1.5
let y: Double = x // error: @17 cannot convert value of type 'Float' to specified type 'Double'
print(y)
// ---
if let x = 5 { print(x) } // error: @4 initializer for conditional binding must have Optional type, not 'Int'
// ---
guard let x = Int("3") else { print("no") } // error: @43 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
print(x)
// ---
var n = 3
while n { n -= 1 } // error: @7 type 'Int' cannot be used as a boolean; test for '!= 0' instead
// ---
let b = true
let n = b + 1 // error: @9 cannot convert value of type 'Bool' to expected argument type 'Int'
print(n)
// ---
switch 3 { case "a": print(1) // error: @17 expression pattern of type 'String' cannot match values of type 'Int'
default: print(2) }
// ---
enum T { case leaf, node(T) } // error: @6 recursive enum 'T' is not marked 'indirect'
print(T.leaf)
// ---
struct Node { var v: Int; var next: Node? } // error: @31 value type 'Node' cannot have a stored property that recursively contains it
print(Node(v: 1, next: nil))
// ---
protocol A { func f() }
extension A { func g() { f(); h() } } // error: @31 cannot find 'h' in scope
struct B: A { func f() { } }
B().g()
// ---
protocol Shape { var area: Double { get } }
struct Sq: Shape { var area = 2.0 }
let s: Shape = Sq()
print(s.side) // error: @9 value of type 'any Shape' has no member 'side'
// ---
struct Stack<T> { var items: [T] = []
  mutating func push(_ t: T) { items.append(t) } }
var s = Stack<Int>()
s.push("a") // error: @8 cannot convert value of type 'String' to expected argument type 'Int'
// ---
struct Stack<T> { var items: [T] = [] }
var s = Stack() // error: @9 generic parameter 'T' could not be inferred
print(s)
// ---
func outer() { let k = 3
  func inner() { k = 4 } // error: @18 cannot assign to value: 'k' is a 'let' constant
  inner() }
outer()
// ---
let a = [1, 2, 3]
for x in a { x += 1 } // error: @16 left side of mutating operator isn't mutable: 'x' is a 'let' constant
// ---
let (a, b) = (1, 2, 3) // error: @14 '(Int, Int, Int)' is not convertible to '(Int, Int)', tuples have a different number of elements
print(a, b)
// ---
var x = 1
var x = 2 // error: @5 invalid redeclaration of 'x'
print(x)
// ---
func f() {}
let v: Int = f() // error: @14 cannot convert value of type '()' to specified type 'Int'
print(v)
// ---
struct S { static var n = 0
  var m = 1
  static func f() -> Int { m } } // error: @28 instance member 'm' cannot be used on type 'S'
print(S.f())
// ---
struct S { var m = 1
  var n = m + 1 } // error: @11 cannot use instance member 'm' within property initializer; property initializers run before 'self' is available
print(S())
// ---
print(undefinedThing) // error: @7 cannot find 'undefinedThing' in scope
// ---
let s = "a" + 1 // error: @13 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
print(s)
// ---
let s = "abc"
print(s.length) // error: @9 value of type 'String' has no member 'length'
// ---
let a = [1, "a", 2.0] // error: @9 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
print(a)
// ---
let a = [] // error: @9 empty collection literal requires an explicit type
print(a)
// ---
let n = nil // error: @9 'nil' requires a contextual type
print(n as Any)
// ---
break // error: @1 'break' is only allowed inside a loop, if, do, or switch
// ---
func f() { continue } // error: @12 'continue' is only allowed inside a loop
f()
// ---
return 3 // error: @1 return invalid outside of a func
// ---
func f() -> Int { return } // error: @19 non-void function should return a value
print(f())
// ---
func f() { return 3 } // error: @19 unexpected non-void return value in void function
f()
// ---
try print(3)
throw 5 // error: @7 thrown expression type 'Int' does not conform to 'Error'
// ---
enum E: Error { case x }
func f() { throw E.x } // error: @12 error is not handled because the enclosing function is not declared 'throws'
f()
// ---
defer { return } // error: @9 'return' cannot transfer control out of a defer statement
print(1)
// ---
let x = 3
x = 4 // error: @1 cannot assign to value: 'x' is a 'let' constant
print(x)
// ---
func f(x: inout Int) { x += 1 }
var n = 3
f(x: n) // error: @6 passing value of type 'Int' to an inout parameter requires explicit '&'
print(n)
// ---
func f(x: inout Int) { x += 1 }
let n = 3
f(x: &n) // error: @6 cannot pass immutable value as inout argument: 'n' is a 'let' constant
print(n)
// ---
func f(_ g: () -> Int) -> () -> Int { g } // error: @39 using non-escaping parameter 'g' in a context expecting an '@escaping' closure
print(f { 1 }())
// ---
func f(_ g: () -> Int) -> () -> Int { { g() } } // error: @39 escaping closure captures non-escaping parameter 'g'
print(f { 1 }())
// ---
print("a" as Int) // error: @7 cannot convert value of type 'String' to type 'Int' in coercion
// ---
let v: Any = 3
let n: Int = v // error: @14 cannot convert value of type 'Any' to specified type 'Int'
print(n)
// ---
let v: Any = 3
print(v + 1) // error: @7 cannot convert value of type 'Any' to expected argument type 'Int'
// ---
enum C: Int { case a = 1, b = 1 } // error: @31 raw value for enum case is not unique
print(C.a)
// ---
enum C: Int { case a, b }
let c: C = C(rawValue: 1) // error: @12 value of optional type 'C?' must be unwrapped to a value of type 'C'
print(c)
// ---
enum C: String { case a, b = 3 } // error: @9 'C' declares raw type 'String', but does not conform to RawRepresentable and conformance could not be synthesized // error: @30 cannot convert value of type 'Int' to raw type 'String'
print(C.a)
// ---
struct M { subscript(i: Int) -> Int { i * 2 } }
var m = M()
m[2] = 3 // error: @2 cannot assign through subscript: subscript is get-only
// ---
struct V { var x: Double { get { 1 } } }
var v = V()
v.x = 2 // error: @3 cannot assign to property: 'x' is a get-only property
// ---
infix operator <+>
print(1 <+> 2) // error: @9 cannot find operator '<+>' in scope
// ---
func + (a: Int, b: String) -> String { "\(a)" + b }
print(1 + "a", "a" + 1) // error: @20 binary operator '+' cannot be applied to operands of type 'String' and 'Int'
// ---
let f: (Int) -> Void = { print($0) }
f("a") // error: @3 cannot convert value of type 'String' to expected argument type 'Int'
// ---
struct Named<T> where T: CustomStringConvertible { var value: T }
struct Silent {}
func make() -> Named<Silent>? { nil } // error: @16 type 'Silent' does not conform to protocol 'CustomStringConvertible'
// ---
let r = [1, 2, 3].map { x in
    let y = x * 2
    if y > 2 { return "big" }
    return y // error: @12 cannot convert value of type 'Int' to closure result type 'String'
}
// ---
func orElse(_ a: Bool, _ b: @autoclosure () throws -> Bool) -> Bool { a || b() } // error: @71 call can throw, but it is not marked with 'try' and the error is not handled // error: @76 call can throw but is not marked with 'try'
// ---
func orElse(_ a: Bool?, _ b: @autoclosure () throws -> Bool) rethrows -> Bool { a ?? b() } // error: @83 operator can throw but expression is not marked with 'try' // error: @86 call can throw but is not marked with 'try'
// ---
func f(_ b: @autoclosure () throws -> Bool) -> Bool { try! b() }
func g(_ b: @autoclosure () throws -> Bool) rethrows -> Bool { b() } // error: @64 call can throw but is not marked with 'try'
