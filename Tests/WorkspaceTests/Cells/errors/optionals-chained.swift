let o: String? = "a"
let p = o?.count + 1 // error: @12 cannot convert value of type 'Int?' to expected argument type 'Int'
// ---
let o: String? = "a"
let p = 1 + o?.count // error: @16 cannot convert value of type 'Int?' to expected argument type 'Int'
// ---
let o: String? = "a"
func f(_ x: Int) {}
f(o?.count) // error: @6 cannot convert value of type 'Int?' to expected argument type 'Int'
// ---
let o: String? = "a"
if o?.count > 3 { } // error: @7 cannot convert value of type 'Int?' to expected argument type 'Int'
