var v = 3
let p = &v // error: @9 '&' may only be used to pass an argument to inout parameter
_ = nil // error: @5 'nil' requires a contextual type
func g(_ x: Any) {}
g(&v) // error: @3 '&' used with non-inout argument of type 'Any'
let q = [&v] // error: @10 '&' may only be used to pass an argument to inout parameter
// ---
var v = 3
print(&v) // error: @7 '&' used with non-inout argument of type 'Any'
