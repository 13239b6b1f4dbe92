func f() {
    let x = 5
    x = 6 // error: @5 cannot assign to value: 'x' is a 'let' constant
    print(x)
}
f()
// ---
func sign(_ n: Int) -> String {
    if n > 0 {
        return "pos"
    } else if n < 0 {
        return "neg"
    }
} // error: @1 missing return in global function expected to return 'String'
// ---
enum Dir { case n, s, e, w }
func turn(_ d: Dir) -> Int {
    switch d { // error: @5 switch must be exhaustive
    case .n: return 0
    case .s: return 2
    }
}
// ---
let s: String? = "a"
print(s.count) // error: @7 value of optional type 'String?' must be unwrapped to refer to member 'count' of wrapped base type 'String'
let n: Int = s.count // error: @14 value of optional type 'String?' must be unwrapped to refer to member 'count' of wrapped base type 'String'
// ---
let d = ["a": 1]
let x = d["a"] + 1 // error: @10 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
func greet(name: String, times: Int) {}
greet(name: "a", count: 3) // error: @6 incorrect argument label in call (have 'name:count:', expected 'name:times:')
greet("a", times: 2) // error: @6 missing argument label 'name:' in call
greet(name: "x") // error: @16 missing argument for parameter 'times' in call
greet(times: 2, name: "a") // error: @17 argument 'name' must precede argument 'times'
greet(name: "x", times: 3, loud: true) // error: @34 extra argument 'loud' in call
// ---
struct P { var x = 0; mutating func inc() { x += 1 } }
let p = P()
p.inc() // error: @3 cannot use mutating member on immutable value: 'p' is a 'let' constant
p.x = 3 // error: @3 cannot assign to property: 'p' is a 'let' constant
// ---
struct C {
    var count = 0
    func bump() {
        count += 1 // error: @15 left side of mutating operator isn't mutable: 'self' is immutable
    }
}
// ---
protocol Named { var name: String { get }; func hi() -> String }
struct A: Named { // error: @8 type 'A' does not conform to protocol 'Named'
    var name: String
}
// ---
enum E: Error { case bad }
func risky() throws -> Int { throw E.bad }
let v = risky() // error: @9 call can throw but is not marked with 'try'
func g() { try risky() } // error: @12 errors thrown from here are not handled
// ---
let a: Int = "hello" // error: @14 cannot convert value of type 'String' to specified type 'Int'
let b: String = 5 // error: @17 cannot convert value of type 'Int' to specified type 'String'
var c = 3
c = "x" // error: @5 cannot assign value of type 'String' to type 'Int'
c = 2.5 // error: @5 cannot assign value of type 'Double' to type 'Int'
let dd: Double = c // error: @18 cannot convert value of type 'Int' to specified type 'Double'
// ---
let total = subtotal + tax // error: @13 cannot find 'subtotal' in scope // error: @24 cannot find 'tax' in scope
pritn("x") // error: @1 cannot find 'pritn' in scope
struct Foo {}
let f = Foo().bar // error: @15 value of type 'Foo' has no member 'bar'
Fooo() // error: @1 cannot find 'Fooo' in scope
// ---
func largest<T: Comparable>(_ xs: [T]) -> T { xs.max()! }
struct Item { var v: Int }
let m = largest([Item(v: 1)]) // error: @9 global function 'largest' requires that 'Item' conform to 'Comparable'
// ---
struct Pt { var x: Int }
print(Pt(x: 1) == Pt(x: 2)) // error: @16 referencing operator function '==' on 'Equatable' requires that 'Pt' conform to 'Equatable'
let set: Set<Pt> = [] // error: @10 type 'Pt' does not conform to protocol 'Hashable'
// ---
struct Acc { private var bal = 0; private func secret() {} }
var acc = Acc()
acc.bal = 5 // error: @5 'bal' is inaccessible due to 'private' protection level
acc.secret() // error: @5 'secret' is inaccessible due to 'private' protection level
// ---
func h(_ c: Bool) -> Int {
    let x: Int
    if c { x = 1 }
    return x // error: @12 constant 'x' used before being initialized
}
// ---
func k(_ x: Int?) -> Int {
    guard let x = x else {
        print("none")
    } // error: @5 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
    return x
}
// ---
break // error: @1 'break' is only allowed inside a loop, if, do, or switch
func z() { continue } // error: @12 'continue' is only allowed inside a loop
// ---
func dbl(_ x: inout Int) { x *= 2 }
var q = 2
dbl(q) // error: @5 passing value of type 'Int' to an inout parameter requires explicit '&'
dbl(&3) // error: @5 cannot pass immutable value as inout argument: literals are not mutable
let r = 1
dbl(&r) // error: @5 cannot pass immutable value as inout argument: 'r' is a 'let' constant
// ---
let add: (Int, Int) -> Int = { a in a + 1 } // error: @32 contextual closure type '(Int, Int) -> Int' expects 2 arguments, but 1 was used in closure body
let f2: (Int) -> String = { $0 + 1 } // error: @32 cannot convert value of type 'Int' to closure result type 'String'
let nums = [1, 2, 3].map { $0.uppercased() } // error: @31 value of type 'Int' has no member 'uppercased'
// ---
let n = 3
switch n { // error: @1 switch must be exhaustive
case 0: print("z")
case 1...5: print("s")
}
// ---
struct D { var a: Int; var a: String } // error: @28 invalid redeclaration of 'a'
func ff() {}
func ff() {} // error: @6 invalid redeclaration of 'ff()'
let one = 1
enum DD { case x, y, x } // error: @22 invalid redeclaration of 'x'
// ---
struct W { let a: Int; let b: Int
    init(a: Int) { self.a = a } }
let w = W(a: 1)
let w2 = W(a: 1, b: 2) // error: @21 extra argument 'b' in call
// ---
func i() -> Int { return "a" } // error: @26 cannot convert return expression of type 'String' to return type 'Int'
func j() { return 5 } // error: @19 unexpected non-void return value in void function
func l() -> String { 5 } // error: @22 cannot convert return expression of type 'Int' to return type 'String'
// ---
let qq: Int
print(qq) // error: @7 constant 'qq' used before being initialized
// ---
let str = "hello"
print(str[0]) // error: @7 'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.
let sub = str[1...3] // error: @11 'subscript(_:)' is unavailable: cannot subscript String with an integer range, use a String.Index range instead.
// ---
func broken() {
    print("x"
} // error: @1 expected ')' in expression list
// ---
func fact(_ n: Int) -> Int {
    n -= 1 // error: @7 left side of mutating operator isn't mutable: 'n' is a 'let' constant
    return n
}
// ---
for i in 1...3 { i += 1 } // error: @20 left side of mutating operator isn't mutable: 'i' is a 'let' constant
for x in 5 { } // error: @10 for-in loop requires 'Int' to conform to 'Sequence'
for (a, b) in [1, 2] { } // error: @15 tuple pattern cannot match values of non-tuple type 'Int'
// ---
enum Color: String { case red, green }
let c: Color = .blue // error: @17 type 'Color' has no member 'blue'
let d = Color(rawValue: 3) // error: @25 cannot convert value of type 'Int' to expected argument type 'String'
let e: Color = "red" // error: @16 cannot convert value of type 'String' to specified type 'Color'
print(Color.red.rawvalue) // error: @17 value of type 'Color' has no member 'rawvalue'
// ---
struct A { var b: B? }
struct B { var c = 1 }
var a = A()
let v: Int = a.b?.c // error: @19 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
enum Err: Error { case e }
func t(_ x: Int) throws -> Int { x }
let r = [1, 2].map { try t($0) } // error: @9 call can throw but is not marked with 'try'
let r2 = try [1, 2].map { t($0) } // error: @27 call can throw, but it is not marked with 'try' and the error is not handled
// ---
struct Node { var value: Int; var next: Node? } // error: @35 value type 'Node' cannot have a stored property that recursively contains it
// ---
enum L { case end; case node(Int, L) } // error: @6 recursive enum 'L' is not marked 'indirect'
// ---
let v = self.x // error: @9 cannot find 'self' in scope; did you mean to use it in a type or extension context?
struct T { var x = 1; static func f() -> Int { x } } // error: @48 instance member 'x' cannot be used on type 'T'
// ---
extension Array where Element == Int { func total() -> Int { reduce(0, +) } }
print([1.5].total()) // error: @8 cannot convert value of type 'Double' to expected element type 'Int'
// ---
let (a, b) = (1, 2, 3) // error: @14 '(Int, Int, Int)' is not convertible to '(Int, Int)', tuples have a different number of elements
let t: (Int, String) = (1, 2) // error: @24 cannot convert value of type '(Int, Int)' to specified type '(Int, String)'
print(t.2) // error: @9 value of tuple type '(Int, String)' has no member '2'
// ---
enum P: Error { case a, b }
func p() throws {}
func q() { do { try p() } catch P.a { } } // error: @17 errors thrown from here are not handled because the enclosing catch is not exhaustive
// ---
let s = "5"
let i = s as Int // error: @9 cannot convert value of type 'String' to type 'Int' in coercion
let d = 5 as! String
// ---
var d: [String: Int] = ["a": "b"] // error: @30 cannot convert value of type 'String' to expected dictionary value type 'Int'
d[1] = 2 // error: @3 cannot convert value of type 'Int' to expected argument type 'String'
d["x"] = "y" // error: @10 cannot assign value of type 'String' to subscript of type 'Int'
// ---
let arr = [1 2, 3] // error: @14 expected ',' separator
// ---
var store: [() -> Void] = []
func keep(_ f: () -> Void) { store.append(f) } // error: @43 converting non-escaping parameter 'f' to generic parameter 'Element' may allow it to escape
// ---
protocol Mut { mutating func go() }
func use(_ m: Mut) { m.go() } // error: @24 cannot use mutating member on immutable value: 'm' is a 'let' constant
// ---
struct R { subscript(i: Int) -> Int { i } ; var c: Int { 3 } }
var r = R()
r[0] = 1 // error: @2 cannot assign through subscript: subscript is get-only
r.c = 2 // error: @3 cannot assign to property: 'c' is a get-only property
// ---
func make<T>() -> T? { nil }
let m = make() // error: @9 generic parameter 'T' could not be inferred
let e = [] // error: @9 empty collection literal requires an explicit type
let d = [:] // error: @9 empty collection literal requires an explicit type
// ---
func outer(_ f: () throws -> Int) -> Int { f() } // error: @44 call can throw, but it is not marked with 'try' and the error is not handled
