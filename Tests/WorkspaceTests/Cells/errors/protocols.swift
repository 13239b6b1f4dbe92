protocol Shape { var area: Double { get }; static var sides: Int { get }; init(k: Double) }
struct Sq: Shape { var area = 1.0; static var sides = 4; init(k: Double) { area = k } }
let x = Shape.sides // error: @9 static member 'sides' cannot be used on protocol metatype '(any Shape).Type'
// ---
protocol Shape { var area: Double { get }; static var sides: Int { get }; init(k: Double) }
struct Sq: Shape { var area = 1.0; static var sides = 4; init(k: Double) { area = k } }
let x = Shape(k: 1) // error: @9 type 'any Shape' cannot be instantiated
// ---
protocol Shape { var area: Double { get }; static var sides: Int { get }; init(k: Double) }
struct Sq: Shape { var area = 1.0; static var sides = 4; init(k: Double) { area = k } }
let x = Shape.init(k: 1) // error: @15 type 'any Shape' cannot be instantiated
// ---
enum E: Int, Comparable { case a, b } // error: @6 type 'E' does not conform to protocol 'Comparable'
// ---
protocol Shape { var area: Double { get }; static var sides: Int { get }; init(k: Double) }
struct Sq: Shape { var area = 1.0; static var sides = 4; init(k: Double) { area = k } }
extension Shape: Equatable { } // error: @1 extension of protocol 'Shape' cannot have an inheritance clause
// ---
protocol Shape { var area: Double { get }; static var sides: Int { get }; init(k: Double) }
struct Sq: Shape { var area = 1.0; static var sides = 4; init(k: Double) { area = k } }
extension any Shape { } // error: @1 extension of existential type 'any Shape' is not supported
// ---
func f<T: Sequence>(_ t: T) -> Int where T.Elem == Int { 3 } // error: @44 'Elem' is not a member type of type 'T'
// ---
protocol P { func f(_ x: Int = 3) } // error: @14 default argument not permitted in a protocol method
// ---
protocol P { struct S { } } // error: @21 type 'S' cannot be nested in protocol 'P'
// ---
protocol P { enum S { case a } } // error: @19 type 'S' cannot be nested in protocol 'P'
// ---
protocol P<T> { } // error: @12 an associated type named 'T' must be declared in the protocol 'P' or a protocol it inherits
// ---
protocol P { init(s: String) }; struct S: P { init?(s: String) { } } // error: @47 non-failable initializer requirement 'init(s:)' cannot be satisfied by a failable initializer ('init?')
// ---
protocol P { func scaled(by k: Double) -> Self }; struct S: P { func scaled(k: Double) -> S { self } } // error: @70 instance method 'scaled(k:)' has different argument labels from those required by protocol 'P' ('scaled(by:)')
// ---
protocol P { func scaled(by k: Double) -> Self; var n: Int { get } }; struct S: P { func scaled(k: Double) -> S { self } } // error: @78 type 'S' does not conform to protocol 'P' // error: @90 instance method 'scaled(k:)' has different argument labels from those required by protocol 'P' ('scaled(by:)')
// ---
protocol P { func scaled(by k: Double) }; struct S: P { func scaled(by k: Int) { } } // error: @50 type 'S' does not conform to protocol 'P'
// ---
protocol P { var n: Int { get } }; struct S: P { var n: String } // error: @43 type 'S' does not conform to protocol 'P'
// ---
protocol P { var n: Int { get set } }; struct S: P { var n: Int { 1 } } // error: @47 type 'S' does not conform to protocol 'P'
// ---
protocol P { var n: Int { get set } }; struct S: P { let n: Int } // error: @47 type 'S' does not conform to protocol 'P'
// ---
protocol P { func f() }; struct S: P { mutating func f() { } } // error: @33 type 'S' does not conform to protocol 'P'
// ---
protocol P { static func f() }; struct S: P { func f() { } } // error: @40 type 'S' does not conform to protocol 'P'
// ---
protocol P { func f() }; struct S: P { func f() throws { } } // error: @33 type 'S' does not conform to protocol 'P'
// ---
protocol P { var x: Int { get set } }; struct A: P { private(set) var x = 1 } // error: @71 setter for property 'x' must be declared internal because it matches a requirement in internal protocol 'P'
