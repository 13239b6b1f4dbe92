let o: Int? = 1
print(o.magnitude) // error: @7 value of optional type 'Int?' must be unwrapped to refer to member 'magnitude' of wrapped base type 'Int'
// ---
let s: String? = "a"
let n: Int = s.count // error: @14 value of optional type 'String?' must be unwrapped to refer to member 'count' of wrapped base type 'String'
// ---
let x = 5
print(x!) // error: @8 cannot force unwrap value of non-optional type 'Int'
// ---
let y = 5
if let z = y { print(z) } // error: @4 initializer for conditional binding must have Optional type, not 'Int'
// ---
let a: Int? = 1
let b: Int = a // error: @14 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let c = 5
print(c?.magnitude) // error: @8 cannot use optional chaining on non-optional value of type 'Int'
// ---
func f(_ x: Int) -> Int { x }
let d: Int? = 2
print(f(d)) // error: @9 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
// ---
let e: [Int]? = [1]
for q in e { print(q) } // error: @10 for-in loop requires '[Int]?' to conform to 'Sequence'; did you mean to unwrap optional?
// ---
let g: Int? = 3
if g { print("yes") } // error: @4 optional type 'Int?' cannot be used as a boolean; test for '!= nil' instead
// ---
let h: Int? = 3
print(h > 2) // error: @7 value of optional type 'Int?' must be unwrapped to a value of type 'Int'
