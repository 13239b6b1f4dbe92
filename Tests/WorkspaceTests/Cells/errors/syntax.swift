var w: [Int // error: @line expected ']' in array type
// ---
func g( { } // error: @line expected parameter name followed by ':' // error: @line expected '{' in body of function declaration
// ---
let x = 5 let y = 6 // error: @line consecutive statements on a line must be separated by ';'
// ---
print("unterminated) // error: @line unterminated string literal
// ---
func h(x: Int x: Int) {} // error: @line expected ',' separator // error: @line invalid redeclaration of 'x'
// ---
let 5 = x // error: @line expected pattern
// ---
class = 5 // error: @line expected identifier in class declaration
// ---
let q = [1, 2, 3 // error: @line expected ',' separator // error: @line circular reference
print(q)
// ---
let s = "abc // error: @line unterminated string literal
// ---
fun f() {} // error: @line consecutive statements on a line must be separated by ';'
// ---
func f() -> { } // error: @line expected type for function result
// ---
for i 0..<3 {} // error: @line expected 'in' after for-each pattern
// ---
switch 3 { case 1 print("a") } // error: @line expected ':' after 'case'
// ---
let 3x = 4 // error: @line 'x' is not a valid digit in integer literal
// ---
let a = [1, 2 // error: @line expected ']' in container literal expression
// ---
func f( { } // error: @line expected parameter name followed by ':'
