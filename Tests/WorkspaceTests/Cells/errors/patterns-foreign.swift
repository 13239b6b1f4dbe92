enum Shape { case circle(Double), square(Double), dot }
struct Plain {}
let made = Shape.circle
switch made {
case .circle(let r): print(r) // error: @7 type '(Double) -> Shape' has no member 'circle'
case .square(let x): print(x) // error: @7 type '(Double) -> Shape' has no member 'square'
default: break
}
// ---
enum Shape { case circle(Double), square(Double), dot }
func inspect(_ number: Int, _ pair: (Int, Int), _ list: [Int], _ any: Any, _ error: Error) {
    if case .square(let x) = number { print(x) } // error: @14 type 'Int' has no member 'square'
    if case .dot = number {} // error: @14 type 'Int' has no member 'dot'
    if case .square(let x) = pair { print(x) } // error: @14 value of tuple type '(Int, Int)' has no member 'square'
    if case .square(let x) = list { print(x) } // error: @14 type '[Int]' has no member 'square'
    switch any { case .dot: print(1); default: break } // error: @24 type 'Any' has no member 'dot'
    switch error { case .square(let x): print(x); default: break } // error: @26 type 'any Error' has no member 'square'
    switch number { case Shape.circle(let x): print(x); default: break } // error: @32 pattern of type 'Shape' cannot match 'Int'
    switch any { case Shape.circle(let x): print(x); default: break }
}
// ---
switch 3 { default: print("a"); case 3: print("b") } // error: @33 additional 'case' blocks cannot appear after the 'default' block of a 'switch'
// ---
enum Empty: Int {} // error: @13 'Empty' declares raw type 'Int', but does not conform to RawRepresentable and conformance could not be synthesized // error: @13 an enum with no cases cannot declare a raw type
// ---
enum Suit: Int { case hearts, spades, hearts } // error: @12 'Suit' declares raw type 'Int', but does not conform to RawRepresentable and conformance could not be synthesized // error: @39 invalid redeclaration of 'hearts'
// ---
struct Inner { var x = 1 }
struct Outer: Hashable { var i = Inner() } // error: @8 type 'Outer' does not conform to protocol 'Equatable' // error: @8 type 'Outer' does not conform to protocol 'Hashable'
struct Other: Equatable { var i = [Inner()] } // error: @8 type 'Other' does not conform to protocol 'Equatable'
// ---
outer: for i in 0 ..< 3 {
    for j in 0 ..< 3 { if j == 1 { continue outter } } // error: @45 cannot find label 'outter' in scope; did you mean 'outer'?
}
// ---
enum Both: String, Int { case a } // error: @20 multiple enum raw types 'String' and 'Int'
// ---
struct Twice: Equatable, Equatable {} // error: @26 redundant conformance of 'Twice' to protocol 'Equatable'
// ---
struct Number: Int {} // error: @8 inheritance from non-protocol type 'Int'
// ---
struct Held { weak var x: Int? } // error: @24 'weak' may only be applied to class and class-bound protocol types, not 'Int'
// ---
func unwrapped(_ x: Int?) -> Int {
    if let x { return x }
    if let y { return y } // error: @12 cannot find 'y' in scope
    guard let z else { return 0 } // error: @15 cannot find 'z' in scope
    return 0
}
// ---
struct Failing {
    init(_ x: Int) { if x < 0 { return nil } } // error: @33 only a failable initializer can return 'nil'
}
// ---
var computed: Int { 3 }
computed = 4 // error: @1 cannot assign to value: 'computed' is a get-only property
