print(1, -2, 0x1F, 0b1010, 0o17, 1_000_000) // expect: 1 -2 31 10 15 1000000
print(1.5, 1e3, 0.1, 1e-7, 1e16, 123456789.123, 0x1.8p3) // expect: 1.5 1000.0 0.1 1e-07 1e+16 123456789.123 12.0
print(true, false) // expect: true false
print("tab\tquote\"back\\slash", "smile \u{1F600}") // expect: tab	quote"back\slash smile 😀
print(#"raw \n text"#, #"value \#(1 + 1)"#) // expect: raw \n text value 2
let poem = """
    first line
      indented
    last \
    joined
    """
print(poem)
// expect: first line
// expect:   indented
// expect: last joined
let list = [1, 2, 3]
let empty: [Double] = []
let table = ["a": 1]
print(list, empty, table) // expect: [1, 2, 3] [] ["a": 1]
let pair = (1, "two")
print(pair, pair.0, pair.1) // expect: (1, "two") 1 two
let named = (x: 1.5, y: 2)
print(named, named.x) // expect: (x: 1.5, y: 2) 1.5
let letter: Character = "q"
print(letter) // expect: q
let nothing: Int? = nil
print(nothing as Any) // expect: nil
// Numbers written out, of both kinds, are of one type however many they are.
let weights = 0.04 * 3.0 * 2.0 + 5 * 3.0 + 140 - 2.0 + 1.0 - 7 / 2 + 3 * 0.5 - 1 + 2 * 4 - 6 / 4 + 8 * 0.25 + 9 - 10 * 2 + 11 / 2.0
print(weights) // expect: 154.24
print([1 / 2.0, 7 / 2 * 2.0, 3], [1, 1.5 + 2], true ? 1 / 2 : 0.5, max(1 / 2, 0.25)) // expect: [0.5, 7.0, 3.0] [1.0, 3.5] 0 0.5
let single: Float = 1 / 3 + 2 * 0.5, whole = 7 / 2 + 1, isLess = 1 + 2 < 3.5, isSame = 2 * 2 == 4
print(single, whole, isLess, isSame, -(1 + 2.5), 2 - 3) // expect: 1.3333334 4 true true -3.5 -1
let maybe: Double? = 2 + 3, anything: Any = 1 + 2.5
print(maybe ?? 0, anything) // expect: 5.0 3.5
let parts: [Double] = [1 / 2, 3 * 2], small: UInt8 = 200 + 55
print(parts, small, 5 / 2 as Double, Double(5 / 2), 1 << 4 + 2) // expect: [0.5, 6.0] 255 2.5 2.0 18
var gathered = 1.0
gathered += 1 / 2
gathered = gathered * (1 / 2) + 1 / 4
print(gathered) // expect: 1.0
func both(_ x: Double, _ y: Int) -> String { "\(x) \(y)" }
print(both(1 / 2, 1 / 2), both(2 * 3 + 1, 2 * 3 + 1)) // expect: 0.5 0 7.0 7
// Where a text takes a value in, the branches of a choice agree on a type; an argument of `print` may be of either.
let isSet = both(1, 1) == "1.0 1"
print("\(isSet ? 2 * 3 : 0.5) \((isSet ? 1 : 0.5))", isSet ? 2 * 3 : 0.5) // expect: 6.0 1.0 6
// ---
// Where any value will do, each side of a choice keeps its own type.
let anyInt: Any = false ? UInt8(1) : 2, anyWide: Any = true ? UInt64(99) : -8, anyHashable: any Hashable = false ? UInt8(3) : 2
func described(_ x: Any) -> String { "\(x) \(type(of: x))" }
print(type(of: anyInt), type(of: anyWide), type(of: anyHashable), described(false ? UInt8(3) : 2)) // expect: Int UInt64 Int 2 Int
print(type(of: false ? UInt8(1) : 2), "\(true ? 1 : 2.5)") // expect: UInt8 1.0
// ---
// Numbers that do not fit are looked for only where a written condition lets one come.
func unreached(_ n: Int) -> Int {
    if false { let x: UInt8 = 300; return Int(x) }
    while false { let y: Int8 = 200; print(y) }
    guard true else { let z: UInt = -1; return Int(z) }
    let w: UInt64 = false ? -99 : 8
    return n + Int(w)
}
print(unreached(3)) // expect: 11
