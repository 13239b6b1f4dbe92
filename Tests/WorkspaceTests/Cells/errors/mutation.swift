let a = 1
a = 2 // error: @1 cannot assign to value: 'a' is a 'let' constant
// ---
let b = [1]
b.append(2) // error: @3 cannot use mutating member on immutable value: 'b' is a 'let' constant
// ---
let c = [1, 2]
c[0] = 5 // error: @2 cannot assign through subscript: 'c' is a 'let' constant
// ---
let p = (1, 2)
p.0 = 3 // error: @3 cannot assign to property: 'p' is a 'let' constant
// ---
struct S { var x = 1; let y = 2; mutating func bump() { x += 1 } }
let s = S()
s.x = 5 // error: @3 cannot assign to property: 's' is a 'let' constant
// ---
struct S { var x = 1; let y = 2; mutating func bump() { x += 1 } }
var t = S()
t.y = 5 // error: @3 cannot assign to property: 'y' is a 'let' constant
// ---
struct S { var x = 1; let y = 2; mutating func bump() { x += 1 } }
let u = S()
u.bump() // error: @3 cannot use mutating member on immutable value: 'u' is a 'let' constant
// ---
func f(_ n: Int) { n += 1 } // error: @22 left side of mutating operator isn't mutable: 'n' is a 'let' constant
// ---
for i in 0..<3 { i += 1 } // error: @20 left side of mutating operator isn't mutable: 'i' is a 'let' constant
// ---
struct W { var x = 1; func change() { x = 2 } } // error: @39 cannot assign to property: 'self' is immutable
// ---
let d = ["a": 1]
d["b"] = 2 // error: @2 cannot assign through subscript: 'd' is a 'let' constant
// ---
var n = 5
n.magnitude = 3 // error: @3 cannot assign to property: 'magnitude' is a get-only property
// ---
let g: Int
g = 1
g = 2 // error: @3 immutable value 'g' may only be initialized once
// ---
5 = 6 // error: @1 cannot assign to value: literals are not mutable
// ---
let h = 1
h += 1 // error: @3 left side of mutating operator isn't mutable: 'h' is a 'let' constant
