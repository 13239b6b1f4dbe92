struct P { var x = 1 }
let p = P()
print(p.y) // error: @9 value of type 'P' has no member 'y'
// ---
struct P { var x = 1 }
P().move() // error: @5 value of type 'P' has no member 'move'
// ---
enum E { case a, b }
let e: E = .c // error: @13 type 'E' has no member 'c'
// ---
enum E { case a, b }
let e = E.c // error: @11 type 'E' has no member 'c'
// ---
let a = [1, 2]
a.push(3) // error: @3 value of type '[Int]' has no member 'push'
// ---
"abc".length // error: @7 value of type 'String' has no member 'length'
// ---
func f(a: Int, b: Int) {}
f(a: 1) // error: @7 missing argument for parameter 'b' in call
// ---
func f(a: Int, b: Int) {}
f(b: 1) // error: @3 missing argument for parameter 'a' in call
// ---
func f(a: Int, b: Int) {}
f(a: 1, b: 2, c: 3) // error: @18 extra argument 'c' in call
// ---
func f(a: Int, b: Int) {}
f(b: 2, a: 1) // error: @9 argument 'a' must precede argument 'b'
// ---
func f(a: Int, b: Int) {}
f(1, 2) // error: @2 missing argument labels 'a:b:' in call
// ---
func f(a: Int, b: Int) {}
f(a: 1, 2) // error: @2 missing argument label 'b:' in call
// ---
func f(a: Int, b: Int) {}
f(x: 1, b: 2) // error: @2 incorrect argument label in call (have 'x:b:', expected 'a:b:')
// ---
func f(_ a: Int, _ b: Int) {}
f(a: 1, 2) // error: @2 extraneous argument label 'a:' in call
// ---
func f(_ a: Int, _ b: Int) {}
f(1) // error: @4 missing argument for parameter #2 in call
// ---
func f(_ a: Int, _ b: Int) {}
f(1, 2, 3) // error: @9 extra argument in call
// ---
func f() {}
f(1) // error: @3 argument passed to call that takes no arguments
// ---
func f() {}
f(x: 1) // error: @6 argument passed to call that takes no arguments
// ---
struct P { var x: Int; var y: Int }
let p = P(x: 1) // error: @15 missing argument for parameter 'y' in call
// ---
struct P { var x: Int; var y: Int }
let p = P() // error: @10 missing arguments for parameters 'x', 'y' in call
// ---
struct P { var x: Int; var y: Int }
let p = P(1, 2) // error: @10 missing argument labels 'x:y:' in call
// ---
struct P { var x: Int; var y: Int }
let p = P(y: 1, x: 2) // error: @17 argument 'x' must precede argument 'y'
// ---
struct P { var x: Int; var y: Int }
let p = P(x: 1, y: 2, z: 3) // error: @26 extra argument 'z' in call
// ---
struct P { var x: Int; var y: Int }
let p = P(x: "1", y: 2) // error: @14 cannot convert value of type 'String' to expected argument type 'Int'
