print("one") // expect: one
fatalError("boom") // trap: boom
// ---
precondition(1 > 2, "must be ordered") // trap: Precondition failed: must be ordered
// ---
assert(1 > 2, "asserted") // trap: Assertion failed: asserted
// ---
preconditionFailure("never") // trap: never
// ---
let n = Int("-1")!
let s = "abc"
// ---
for i in 0..<n { print(i) } // trap: Range requires lowerBound <= upperBound
// ---
let m = Int("-1")!
for i in 0...m { print(i) } // trap: Range requires lowerBound <= upperBound
// ---
let step = Int("0")!
for i in stride(from: 0, to: 5, by: step) { print(i) } // trap: Stride size must not be zero
// ---
print(s[s.endIndex]) // trap: String index is out of bounds
// ---
print(s[s.index(s.startIndex, offsetBy: 9)]) // trap: String index is out of bounds
// ---
let c = ""
print(Character(c)) // trap: Can't form a Character from an empty String
// ---
let dup = [("a", 1), ("a", 2)]
print(Dictionary(uniqueKeysWithValues: dup)) // trap: Duplicate values for key: 'a'
// ---
print(String(repeating: "a", count: n)) // trap: Negative count not allowed
// ---
print([1, 2].prefix(n)) // trap: Can't take a prefix of negative length from a collection
// ---
print(Int.random(in: 0..<(n + 1))) // trap: Can't get random value with an empty range
// ---
let message = "computed"
fatalError("\(message) \(1 + 1)") // trap: computed 2
// ---
fatalError() // trap: Fatal error
