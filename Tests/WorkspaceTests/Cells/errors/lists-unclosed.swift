let x = (1, 2 // error: @line expected ',' separator
print(3)
// ---
print(1, 2 // error: @line expected ',' separator
print(4)
// ---
let a = [1, 2 // error: @14 expected ']' in container literal expression
let b = 3
// ---
print(1 "b") // error: @9 expected ',' separator
// ---
let d = ["a": 1, "b" 2] // error: @22 expected ':' in dictionary literal
// ---
func f(a: Int b: Int) {} // error: @15 expected ',' separator
// ---
enum E { case a b } // error: @17 found an unexpected second identifier in enum 'case' declaration; is there an accidental break?
