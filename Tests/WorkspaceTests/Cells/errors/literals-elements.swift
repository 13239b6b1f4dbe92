let b: [String] = ["a", nil] // error: @25 'nil' is not compatible with expected element type 'String'
// ---
let b: [String: Int] = ["a": nil] // error: @30 'nil' is not compatible with expected dictionary value type 'Int'
// ---
let b: [String] = ["a", nil, 3, "x", nil] // error: @25 'nil' is not compatible with expected element type 'String' // error: @30 cannot convert value of type 'Int' to expected element type 'String' // error: @38 'nil' is not compatible with expected element type 'String'
// ---
let z: Int = Bool.random() ? 1 : nil // error: @34 'nil' cannot be used in context expecting type 'Int'
// ---
func f(_ x: Int) {}
f(true ? 1 : nil) // error: @14 'nil' cannot be used in context expecting type 'Int'
// ---
func f(_ x: Int) {}
f { 1 } // error: @3 trailing closure passed to parameter of type 'Int' that does not accept a closure
