let f = { (x: Int, x: Int) in x } // error: @20 invalid redeclaration of 'x'
// ---
let f: (Int, Int) -> Int = { x, x in x } // error: @33 invalid redeclaration of 'x'
// ---
a: for _ in 0..<1 { a: for _ in 0..<1 { break a } } // error: @21 label 'a' cannot be reused on an inner statement
// ---
func f() { a: for _ in 0..<1 { for _ in 0..<1 { a: while true { break a } } } } // error: @49 label 'a' cannot be reused on an inner statement
// ---
let p = (x: 1, y: 2); let (x: a, z: b) = p // error: @42 cannot convert value of type '(x: Int, y: Int)' to specified type '(x: Int, z: Int)'
// ---
let p = (x: 1, y: 2); let (a, b, c) = p // error: @39 '(x: Int, y: Int)' is not convertible to '(Int, Int, _)', tuples have a different number of elements
// ---
enum E { case a(Int), c }; switch E.c { case .c(): break; default: break } // error: @47 pattern with associated values does not match enum case 'c'
// ---
enum E { case a(Int), c }; switch E.c { case .c(let x): print(x); default: break } // error: @47 pattern with associated values does not match enum case 'c'
// ---
enum E { case a(Int), c }; switch E.c { case .a(): break; default: break } // error: @48 tuple pattern cannot match values of the non-tuple type 'Int'
// ---
let t = "\()" // error: @12 missing argument for parameter #1 in call
// ---
let t = "a\(x: 1)b" // error: @12 extraneous argument label 'x:' in call
