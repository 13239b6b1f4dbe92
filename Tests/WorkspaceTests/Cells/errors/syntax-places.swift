func f(x Int) { } // error: @13 expected ':' following argument label and parameter name
// ---
let a = [1, 2,, 3] // error: @15 expected expression in container literal
// ---
func f(_ x: Int = ) {} // error: @19 expected initial value after '='
// ---
let x: Int = 5;; let y = 3 // error: @16 ';' statements are not allowed
print(x, y // error: @1 expected ')' in expression list
// ---
let s = "a\qb" // error: @12 invalid escape sequence in literal
// ---
let n = 0xZZ // error: @11 'Z' is not a valid hexadecimal digit (0-9, A-F) in integer literal
let m = 12abc // error: @11 'a' is not a valid digit in integer literal
