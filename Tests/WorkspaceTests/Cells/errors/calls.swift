func add(_ a: Int, _ b: Int) -> Int { a + b }
func greet(name: String, loud: Bool = false) -> String { name }
add(1) // error: @6 missing argument for parameter #2 in call
// ---
func add(_ a: Int, _ b: Int) -> Int { a + b }
print(add(1, 2, 3)) // error: @17 extra argument in call
// ---
func greet(name: String, loud: Bool = false) -> String { name }
print(greet("Ada")) // error: @13 missing argument label 'name:' in call
// ---
func greet(name: String, loud: Bool = false) -> String { name }
print(greet(nam: "Ada")) // error: @12 incorrect argument label in call (have 'nam:', expected 'name:')
// ---
func greet(name: String, loud: Bool = false) -> String { name }
print(greet(loud: true, name: "Ada")) // error: @25 argument 'name' must precede argument 'loud'
// ---
func greet(name: String, loud: Bool = false) -> String { name }
print(greet(name: 5)) // error: @19 cannot convert value of type 'Int' to expected argument type 'String'
// ---
func add(_ a: Int, _ b: Int) -> Int { a + b }
print(add(a: 1, b: 2)) // error: @10 extraneous argument labels 'a:b:' in call
// ---
func add(_ a: Int, _ b: Int) -> Int { a + b }
print(add()) // error: @10 missing arguments for parameters #1, #2 in call
// ---
func take(_ f: (Int) -> Int) -> Int { f(1) }
print(take { "x" }) // error: @12 contextual type for closure argument list expects 1 argument, which cannot be implicitly ignored // error: @14 cannot convert value of type 'String' to closure result type 'Int'
// ---
func take(_ f: (Int) -> Int) -> Int { f(1) }
print(take { a, b in a }) // error: @14 contextual closure type '(Int) -> Int' expects 1 argument, but 2 were used in closure body
// ---
let x = 5
x() // error: @1 cannot call value of non-function type 'Int'
// ---
func change(_ n: inout Int) { n += 1 }
var v = 1
change(v) // error: @8 passing value of type 'Int' to an inout parameter requires explicit '&'
// ---
func change(_ n: inout Int) { n += 1 }
let c = 1
change(&c) // error: @8 cannot pass immutable value as inout argument: 'c' is a 'let' constant
// ---
func greet(name: String, loud: Bool = false) -> String { name }
print(greet(name: "a", quiet: true)) // error: @31 extra argument 'quiet' in call
// ---
print([3, 1].sorted(by: { $0 })) // error: @8 cannot convert value of type 'Int' to expected element type 'Bool' // error: @11 cannot convert value of type 'Int' to expected element type 'Bool' // error: @25 contextual closure type '(Bool, Bool) throws -> Bool' expects 2 arguments, but 1 was used in closure body
// ---
struct P { var x: Int; var y: Int }
let p = P(x: 1) // error: @15 missing argument for parameter 'y' in call
// ---
struct P { var x: Int; var y: Int }
let p = P(1, 2) // error: @10 missing argument labels 'x:y:' in call
// ---
[1, 2].append(3) // error: @8 cannot use mutating member on immutable value of type '[Int]'
