let d = ["a": 1]
let s: String = d["a"]! // error: @23 cannot convert value of type 'Int' to specified type 'String'
// ---
protocol Speaker {}
struct Dog {}
let s: [Speaker] = [Dog()] // error: @21 cannot convert value of type 'Dog' to expected element type 'any Speaker'
// ---
protocol Shape { func area() -> Double }
let shapes: [any Shape] = [1, 2] // error: @28 cannot convert value of type 'Int' to expected element type 'any Shape' // error: @31 cannot convert value of type 'Int' to expected element type 'any Shape'
// ---
func f(_ a: Int?) { if let x = a, case (let x, let x) = (x, 2) { print(x) } } // error: @52 invalid redeclaration of 'x'
// ---
func g(_ a: Int?) { if let x = a { let x = 1; let x = 2; print(x) } } // error: @51 invalid redeclaration of 'x'
