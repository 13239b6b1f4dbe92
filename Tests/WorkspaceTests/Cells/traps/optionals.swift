let a: Int? = Int("x")
print("before") // expect: before
print(a!) // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
let d = ["a": 1]
print(d["b"]!) // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
let any: Any = 3
print(any as! String) // trap: Could not cast value of type 'Swift.Int' to 'Swift.String'.
// ---
struct E: Error {}
func f() throws -> Int { throw E() }
print(try! f()) // trap: 'try!' expression unexpectedly raised an error: main.E()
// ---
var i: Int! = nil
print(i + 1) // trap: Unexpectedly found nil while implicitly unwrapping an Optional value
// ---
let e: [Int] = []
print(e.first!) // trap: Unexpectedly found nil while unwrapping an Optional value
// ---
print([Int]().max()!) // trap: Unexpectedly found nil while unwrapping an Optional value
