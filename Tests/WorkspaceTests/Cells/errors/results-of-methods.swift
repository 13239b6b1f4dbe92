let r: String = "abc".reversed() // error: @23 no 'reversed' candidates produce the expected contextual result type 'String'
// ---
let s: String = "a,b".split(separator: ",") // error: @23 no 'split' candidates produce the expected contextual result type 'String'
// ---
let s: [String] = "a,b".split(separator: ",") // error: @25 no 'split' candidates produce the expected contextual result type '[String]'
// ---
let s: String = "abc".dropFirst() // error: @23 no 'dropFirst' candidates produce the expected contextual result type 'String'
// ---
let xs = ["a", "b"]
let s = xs.reduce(0, +) // error: @22 cannot convert value of type '(Int) -> Int' to expected argument type '(Int, String) throws -> Int'
// ---
let xs = [1.5, 2]
let s: Int = xs.reduce(0, +) // error: @27 cannot convert value of type '(Int) -> Int' to expected argument type '(Int, Double) throws -> Int'
// ---
let words = ["a", "b"]
print(words.reduce("", *)) // error: @24 no exact matches in reference to operator function '*'
// ---
let h: (Int) -> Void = { print($0); return $0 } // error: @44 cannot convert value of type 'Int' to closure result type 'Void'
