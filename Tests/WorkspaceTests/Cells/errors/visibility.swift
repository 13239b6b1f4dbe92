struct Account {
    private var balance = 0
    private(set) var owner: String
    fileprivate func audit() {}
    init(owner: String) { self.owner = owner }
}
var a = Account(owner: "x")
a.owner = "y" // error: @3 cannot assign to property: 'owner' setter is inaccessible
print(a.balance) // error: @9 'balance' is inaccessible due to 'private' protection level
a.audit()
a.balance += 1 // error: @3 'balance' is inaccessible due to 'private' protection level
// ---
private struct Hidden { var x = 1 }
struct Shown { let h: Hidden; var f: (Hidden) -> Void; init(h: Hidden) { self.h = h; f = { _ in } }; subscript(h: Hidden) -> Int { 0 } ; enum Inner { case a(Hidden) } ; typealias T = Hidden } // error: @20 property must be declared fileprivate because its type uses a private type // error: @35 property must be declared fileprivate because its type uses a private type // error: @56 initializer must be declared fileprivate because its parameter uses a private type // error: @102 subscript must be declared fileprivate because its index uses a private type // error: @156 enum case in an internal enum uses a private type // error: @180 type alias must be declared fileprivate because its underlying type uses a private type
func make(_ x: Int) -> [Hidden] { [] } // error: @6 function must be declared private or fileprivate because its result uses a private type
// ---
struct A { private enum Kind { case a, b }; private let kind: Kind; func same(_ k: Kind) -> Bool { k == kind } } // error: @74 method must be declared private because its parameter uses a private type
// ---
fileprivate protocol P { func f() }
struct S: P { func f() {} }
func use<T: P>(_ t: T) {} // error: @6 global function must be declared private or fileprivate because its generic parameter uses a fileprivate type
let p: any P = S() // error: @5 constant must be declared private or fileprivate because its type uses a fileprivate type
// ---
public struct Pub { public var x: Int; var y: Priv? = nil } // error: @44 property must be declared fileprivate because its type uses a private type
private struct Priv {}
extension Pub { func z() -> Priv { Priv() } } // error: @22 method must be declared fileprivate because its result uses a private type
private extension Pub { func w() -> Priv { Priv() } }
// ---
struct S { internal private var x = 1 } // error: @21 multiple incompatible access-level modifiers specified
// ---
struct S { internal private var x = 1 } // error: @21 multiple incompatible access-level modifiers specified
// ---
public private struct S { } // error: @8 multiple incompatible access-level modifiers specified
// ---
struct S { private(set) let x = 1 } // error: @12 'private(set)' modifier cannot be applied to read-only properties
// ---
struct S { private(set) var x: Int { 1 } } // error: @12 'private(set)' modifier cannot be applied to read-only properties
// ---
struct S { private public(set) var x = 1 } // error: @20 private property cannot have a public setter
// ---
extension Int { private var secret: Int { 1 } }
print(5.secret) // error: @9 'secret' is inaccessible due to 'private' protection level
// ---
struct P { private init(x: Int) {}; fileprivate static func make() -> P { P(x: 1) } }
_ = P.make()
_ = P(x: 3) // error: @5 'P' initializer is inaccessible due to 'private' protection level
// ---
protocol P { private func f() } // error: @14 'private' modifier cannot be used in protocols
// ---
struct S { private func f() {} }
extension S { func g() { f() } }
S().g()
S().f() // error: @5 'f' is inaccessible due to 'private' protection level
// ---
struct Outer { private struct In { var v = 1 }; private var i = In(); func get() -> Int { i.v } }
print(Outer().get(), Outer.In()) // error: @28 'In' is inaccessible due to 'private' protection level
// ---
public func f(_ x: Hidden) {} // error: @13 function cannot be declared public because its parameter uses an internal type
struct Hidden {}
// ---
private typealias H = Int
func f(_ x: H) {} // error: @6 function must be declared private or fileprivate because its parameter uses a private type
// ---
struct S { private typealias H = Int; var x: H = 1; func f() -> H { x } } // error: @43 property must be declared private because its type uses a private type // error: @58 method must be declared private because its result uses a private type
// ---
private struct A {}
struct G<T> { var t: T }
let g: G<A> = G(t: A()) // error: @5 constant must be declared private or fileprivate because its type uses a private type
var o: A? = nil // error: @5 variable must be declared private or fileprivate because its type uses a private type
func h() -> (A, Int)? { nil } // error: @6 function must be declared private or fileprivate because its result uses a private type
// ---
private enum Mode { case on, off }
struct S { private var mode = Mode.on; var current = Mode.off; fileprivate var x: Mode { mode } } // error: @44 property must be declared fileprivate because its type 'Mode' uses a private type
// ---
private protocol Secret { }
extension Int: Secret {}
struct K: Secret {}
enum E<T: Secret> { case a } // error: @6 generic enum must be declared private or fileprivate because its generic parameter uses a private type
protocol Open: Secret { } // error: @10 protocol must be declared private or fileprivate because it refines a private protocol
extension Array where Element: Secret { func f() {} }
// ---
private struct Q { }
let x = Q() // error: @5 constant must be declared private or fileprivate because its type 'Q' uses a private type
// ---
private struct Q { }
let (a, b) = (Q(), 1) // error: @6 constant must be declared private or fileprivate because its type 'Q' uses a private type
for q in [Q()] { print(q) }
// ---
func f() { private let x = 1 } // error: @12 attribute 'private' can only be used in a non-local scope
// ---
func f() { public func g() {} } // error: @12 attribute 'public' can only be used in a non-local scope
// ---
struct S { private extension Int {} } // error: @20 declaration is only valid at file scope
// ---
extension Int { struct Q { private var x = 1 }; private struct R {} ; var q: R { R() } } // error: @75 property must be declared private because its type uses a private type
// ---
private struct S { var x = 1 }
func f() -> S { S() } // error: @6 function must be declared private or fileprivate because its result uses a private type
print(f().x)
// ---
private struct S { var x = 1 }
struct T { var s: S; func g(_ x: S) {} } // error: @16 property must be declared fileprivate because its type uses a private type // error: @27 method must be declared fileprivate because its parameter uses a private type
// ---
struct T { private struct S { }; var s: S; func g() -> S { S() } } // error: @38 property must be declared private because its type uses a private type // error: @49 method must be declared private because its result uses a private type
// ---
fileprivate enum E { case a }
func f(_ e: E) {} // error: @6 function must be declared private or fileprivate because its parameter uses a fileprivate type
public let x: E = .a // error: @12 constant cannot be declared public because its type uses a fileprivate type
