func c() -> Bool { true }
enum E { case a }; print(E?.a as Any) // error: @29 type 'E?' has no member 'a'
// ---
func c() -> Bool { true }
func m<T: Comparable>(_ a: [T]) -> [T] {
    let l = a
    l
} // error: @1 missing return in global function expected to return '[T]'
// ---
func c() -> Bool { true }
func m<T: Comparable>(_ a: T) -> T {
    let l = a
    l
} // error: @1 missing return in global function expected to return 'T'
// ---
func c() -> Bool { true }
func m<T>(_ a: T) -> [T] {
    print(a)
    [a]
} // error: @1 missing return in global function expected to return '[T]'
// ---
func c() -> Bool { true }
struct G<T> { static var x = 3 } // error: @26 static stored properties not supported in generic types
// ---
func c() -> Bool { true }
struct G<T> { static let x = 3 } // error: @26 static stored properties not supported in generic types
// ---
func c() -> Bool { true }
enum G<T> { static let x = 3 } // error: @24 static stored properties not supported in generic types
// ---
func c() -> Bool { true }
enum F { case a, a(Int) } // error: @18 invalid redeclaration of 'a'
// ---
func c() -> Bool { true }
struct P { var x: Int }; extension P { final func foo() { } } // error: @40 only classes and class members may be marked with 'final'
// ---
func c() -> Bool { true }
struct P { var x: Int }; extension P { convenience init(a: Int) { self.init(x: a) } } // error: @52 initializers in structs are not marked with 'convenience'
// ---
func c() -> Bool { true }
struct P { let y: Int; var x: Int }; extension P { init(x: Int) { self.init(y: 1, x: x); y = 3 } } // error: @90 'let' property 'y' may not be initialized directly; use "self.init(...)" or "self = ..." instead
// ---
func c() -> Bool { true }
struct A { let x: Int; init(_ n: Int) { self.init(); x = n }; init() { x = 0 } } // error: @54 'let' property 'x' may not be initialized directly; use "self.init(...)" or "self = ..." instead
// ---
func c() -> Bool { true }
func f() { guard let x: Int = 3 else { return } } // error: @18 initializer for conditional binding must have Optional type, not 'Int'
// ---
func c() -> Bool { true }
func f() { if let x: Int = 3 { print(x) } } // error: @15 initializer for conditional binding must have Optional type, not 'Int'
