let o: Int? = 3
let a = [1, 2]
print(a[o]) // error: @9 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let o: Int? = 3
let d = Double(o) // error: @16 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
let s = String(o) // error: @9 no exact matches in call to initializer
