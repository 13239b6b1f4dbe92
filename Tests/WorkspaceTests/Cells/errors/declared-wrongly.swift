protocol Named { var name: String { get } }
extension Named { func hi() -> String { "hi " + nme } } // error: @49 cannot find 'nme' in scope
struct X: Named { var name: Int } // error: @8 type 'X' does not conform to protocol 'Named'
func greet(_ n: Named) { print(n.hi(3)) } // error: @37 argument passed to call that takes no arguments
greet(X(name: 1)); greet("a") // error: @26 argument type 'String' does not conform to expected type 'Named'
// ---
struct C { var n = 0; func inc() { n += 1 }; mutating func dec() { n -= 1 }; static func make() -> C { self.n; return C() } } // error: @38 left side of mutating operator isn't mutable: 'self' is immutable // error: @104 instance member 'n' cannot be used on type 'C'
let c = C()
c.dec() // error: @3 cannot use mutating member on immutable value: 'c' is a 'let' constant
C().dec() // error: @5 cannot use mutating member on immutable value: function call returns immutable value
func f(_ c: C) { c.n = 4; c.dec() } // error: @20 cannot assign to property: 'c' is a 'let' constant // error: @29 cannot use mutating member on immutable value: 'c' is a 'let' constant
func g(_ xs: [Int]) { xs.append(1); for x in xs { x += 1 } } // error: @26 cannot use mutating member on immutable value: 'xs' is a 'let' constant // error: @53 left side of mutating operator isn't mutable: 'x' is a 'let' constant
// ---
struct S: Equatable { var f: () -> Int } // error: @8 type 'S' does not conform to protocol 'Equatable'
struct T: Hashable { var s: S2 } // error: @8 type 'T' does not conform to protocol 'Equatable' // error: @8 type 'T' does not conform to protocol 'Hashable'
struct S2 {}
enum E: Comparable { case a(S2) } // error: @6 type 'E' does not conform to protocol 'Comparable' // error: @6 type 'E' does not conform to protocol 'Equatable'
struct U: Codable { var s: S2 } // error: @8 type 'U' does not conform to protocol 'Decodable' // error: @8 type 'U' does not conform to protocol 'Encodable'
enum W: String, CaseIterable { case a(Int) } // error: @6 type 'W' does not conform to protocol 'CaseIterable' // error: @9 'W' declares raw type 'String', but does not conform to RawRepresentable and conformance could not be synthesized // error: @37 enum with raw type cannot have cases with arguments
struct V: Comparable { var x: Int } // error: @8 type 'V' does not conform to protocol 'Comparable'
struct K: Sequence { } // error: @8 type 'K' does not conform to protocol 'Sequence'
struct I: IteratorProtocol { mutating func next() -> Int { 1 } } // error: @8 type 'I' does not conform to protocol 'IteratorProtocol'
// ---
struct C { var n = 0; static func make() -> C { self.n; return C() } } // error: @49 instance member 'n' cannot be used on type 'C'
// ---
let add: (Int, Int) -> Int = { a, b in a + b }
print(add(1, 2, 3)) // error: @17 extra argument in call
// ---
let sq = { x in x * x } // error: @19 ambiguous use of operator '*'
// ---
repeat { } while nil // error: @18 'nil' is not compatible with expected condition type 'Bool'
// ---
if nil { } // error: @4 'nil' is not compatible with expected condition type 'Bool'
// ---
struct S2 {}
enum E: Comparable { case a(S2) } // error: @6 type 'E' does not conform to protocol 'Comparable' // error: @6 type 'E' does not conform to protocol 'Equatable'
// ---
struct S2 {}
struct U: Codable { var s: S2 } // error: @8 type 'U' does not conform to protocol 'Decodable' // error: @8 type 'U' does not conform to protocol 'Encodable'
// ---
struct I: IteratorProtocol { mutating func next() -> Int { 1 } } // error: @8 type 'I' does not conform to protocol 'IteratorProtocol'
// ---
struct I: IteratorProtocol { func next() -> String { "" } } // error: @8 type 'I' does not conform to protocol 'IteratorProtocol'
for _ in IteratorSequence(I()) {}
// ---
var u: (Int, Int) = (1, 2, 3) // error: @21 '(Int, Int, Int)' is not convertible to '(Int, Int)', tuples have a different number of elements
// ---
let x: Any = 5
let y = x as Int // error: @11 'Any' is not convertible to 'Int'
// ---
let s: Set = [1, "a"] // error: @14 conflicting arguments to generic parameter 'Element' ('String' vs. 'Int')
// ---
struct T { var r: Int { get } } // error: @29 expected '{' to start getter definition
// ---
struct S { subscript(i: Int) -> Int { i } }
print(S()[]) // error: @11 missing argument for parameter #1 in subscript
// ---
subscript(i: Int) -> Int { 0 } // error: @1 'subscript' functions may only be declared within a type
// ---
func f(_ x: (Int, Int)) {}
f((1, 2, 3)) // error: @3 cannot convert value of type '(Int, Int, Int)' to expected argument type '(Int, Int)'
// ---
func f() -> (Int, Int) { (1, 2, 3) } // error: @26 cannot convert return expression of type '(Int, Int, Int)' to return type '(Int, Int)'
// ---
var t = (1, 2)
t = (1, 2, 3) // error: @5 cannot assign value of type '(Int, Int, Int)' to type '(Int, Int)'
// ---
protocol P {}
struct S: P {}
let p: any P = S()
let s = p as S // error: @11 'any P' is not convertible to 'S'
// ---
init(x: Int) {} // error: @5 initializers may only be declared within a type
// ---
deinit { } // error: @1 deinitializers may only be declared within a class, actor, or noncopyable type
// ---
associatedtype T // error: @1 associated types can only be defined in a protocol; define a type or introduce a 'typealias' to satisfy an associated type requirement
// ---
enum E { deinit {} } // error: @10 deinitializer cannot be declared in enum 'E' that conforms to 'Copyable'
// ---
struct S { case a } // error: @12 enum 'case' is not allowed outside of an enum
// ---
protocol P { init() {} } // error: @21 protocol initializers must not have bodies
// ---
protocol P { case a } // error: @14 enum 'case' is not allowed outside of an enum
// ---
enum E { var x: Int; init() {} } // error: @14 enums must not contain stored properties
// ---
func f() { static let x = 1 } // error: @19 static properties may only be declared on a type
// ---
let add = { $0 + $1 } // error: @16 ambiguous use of operator '+'
// ---
let lt = { a, b in a < b } // error: @22 ambiguous use of operator '<'
// ---
let lt = { a in -a } // error: @17 ambiguous use of operator '-'
// ---
let f = { x in x == x } // error: @18 ambiguous use of operator '=='
// ---
struct S { var c: Int { set { } } } // error: @25 variable with a setter must also have a getter
// ---
struct S { var c: Int { didSet { } get { 1 } } } // error: @25 'didSet' cannot be provided together with a getter
// ---
func minMax(_ a: [Int]) -> (min: Int, max: Int)? { nil }
print(minMax([1]).min) // error: @line value of optional type '(min: Int, max: Int)?' must be unwrapped to refer to member 'min' of wrapped base type '(min: Int, max: Int)'
