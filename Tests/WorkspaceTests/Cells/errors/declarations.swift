let a = 1
let a = 2 // error: @5 invalid redeclaration of 'a'
// ---
func f(_ x: Int) -> Int { x }
func f(_ x: Int) -> Int { x } // error: @6 invalid redeclaration of 'f'
// ---
struct S { var x: Int; var x: Int } // error: @28 invalid redeclaration of 'x'
// ---
enum E { case a, a } // error: @18 invalid redeclaration of 'a'
// ---
let v // error: @5 type annotation missing in pattern
// ---
struct P: Equatable { var f: () -> Int } // error: @8 type 'P' does not conform to protocol 'Equatable'
// ---
struct Q: Comparable { var x: Int } // error: @8 type 'Q' does not conform to protocol 'Comparable'
// ---
protocol Shape { var area: Double { get } }
struct Sq: Shape { var side: Double } // error: @8 type 'Sq' does not conform to protocol 'Shape'
// ---
struct T<X> { var v: X }
let u: T = 5 // error: @12 cannot convert value of type 'Int' to specified type 'T<X>' // error: @12 generic parameter 'X' could not be inferred
// ---
func same(a: Int, a: Int) {} // error: @19 invalid redeclaration of 'a'
