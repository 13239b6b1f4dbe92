func f() {
    print("a")
struct S { var x = 1 }
extension S { func g() {} } // error: @line declaration is only valid at file scope
f() // error: @line expected '}' at end of brace statement
// ---
func outer() {
    extension Int {} // error: @5 declaration is only valid at file scope
}
