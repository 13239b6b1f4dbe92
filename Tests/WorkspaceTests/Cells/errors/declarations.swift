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
var w: [Int // error: @12 expected ']' in array type
// ---
func g( { } // error: @9 expected parameter name followed by ':' // error: @6 expected '{' in body of function declaration
// ---
struct P: Equatable { var f: () -> Int } // error: @8 type 'P' does not conform to protocol 'Equatable'
// ---
struct Q: Comparable { var x: Int } // error: @8 type 'Q' does not conform to protocol 'Comparable'
// ---
protocol Shape { var area: Double { get } }
struct Sq: Shape { var side: Double } // error: @8 type 'Sq' does not conform to protocol 'Shape'
// ---
let x = 5 let y = 6 // error: @10 consecutive statements on a line must be separated by ';'
// ---
print("unterminated) // error: @7 unterminated string literal
// ---
func h(x: Int x: Int) {} // error: @15 expected ',' separator // error: @15 invalid redeclaration of 'x'
// ---
let 5 = x // error: @5 expected pattern
// ---
struct T<X> { var v: X }
let u: T = 5 // error: @12 cannot convert value of type 'Int' to specified type 'T<X>' // error: @12 generic parameter 'X' could not be inferred
// ---
class = 5 // error: @7 expected identifier in class declaration
// ---
let q = [1, 2, 3 // error: @17 expected ',' separator // error: @1 circular reference
print(q)
// ---
func same(a: Int, a: Int) {} // error: @19 invalid redeclaration of 'a'
