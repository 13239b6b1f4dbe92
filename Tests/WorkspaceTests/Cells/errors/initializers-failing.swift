struct Number {
    var n: Int
    init?(_ text: String) {
        guard let value = Int(text) else { return nil }
        n = value
    }
    init(sure text: String) { self.init(text) } // error: @36 a non-failable initializer cannot delegate to failable initializer 'init(_:)' written with 'init?'
}
// ---
let make = { () -> UInt! in 3 } // error: @24 using '!' is not allowed here
// ---
infix operator ***
func *** (a: Double, b: Double) -> Double { a }
print(2 *** 3 * 4) // error: @9 adjacent operators are in unordered precedence groups 'DefaultPrecedence' and 'MultiplicationPrecedence'
// ---
let wrong: Double = Int(3) // error: @21 cannot convert value of type 'Int' to specified type 'Double'
// ---
let table = [(1, "a"), ("b", 2)] // error: @13 heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is intentional
// ---
let mixed = [1, nil, "x"] // error: @13 heterogeneous collection literal could only be inferred to '[Any?]'; add explicit type annotation if this is intentional
// ---
let keys = ["a": 1, 2: "c"] // error: @12 heterogeneous collection literal could only be inferred to '[AnyHashable : Any]'; add explicit type annotation if this is intentional
