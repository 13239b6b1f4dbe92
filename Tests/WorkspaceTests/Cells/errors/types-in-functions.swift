func f(_ a: [Int]) -> Int { enum L { static func v() -> Int { a.count } }; return L.v() } // error: @63 enum declaration cannot close over value 'a' defined in outer scope
// ---
if true { let q = "s"; struct L { var v: String { q } }; print(L().v) } // error: @51 struct declaration cannot close over value 'q' defined in outer scope
// ---
let c = { (n: Int) -> Int in struct L { var v: Int { n } }; return L().v } // error: @54 struct declaration cannot close over value 'n' defined in outer scope
// ---
for i in 0..<2 { struct L { var v: Int { i } }; print(L().v) } // error: @42 struct declaration cannot close over value 'i' defined in outer scope
// ---
func g<T: CustomStringConvertible>(_ t: T) { enum L { static func d(_ x: T) -> String { x.description } }; print(L.d(t)) } // error: @51 type 'L' cannot be nested in generic function 'g'
// ---
func f(_ s: String) { func g() { struct L { static let z = s } ; print(L.z) }; g() }; f("q") // error: @60 struct declaration cannot close over value 's' defined in outer scope
