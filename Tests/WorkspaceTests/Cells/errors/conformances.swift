struct S: Equatable { var f: () -> Int } // error: @8 type 'S' does not conform to protocol 'Equatable'
// ---
struct Q {}
struct S: Equatable { var q: Q } // error: @8 type 'S' does not conform to protocol 'Equatable'
// ---
struct Q {}
struct S: Hashable { var q: Q } // error: @8 type 'S' does not conform to protocol 'Equatable' // error: @8 type 'S' does not conform to protocol 'Hashable'
// ---
struct Q {}
let d: [Q: Int] = [:] // error: @8 type 'Q' does not conform to protocol 'Hashable'
// ---
struct Q {}
print(Q() == Q()) // error: @11 binary operator '==' cannot be applied to two 'Q' operands
// ---
struct Q {}
print(Q() < Q()) // error: @11 binary operator '<' cannot be applied to two 'Q' operands
// ---
struct Q {}
print([Q()].sorted()) // error: @13 referencing instance method 'sorted()' on 'Sequence' requires that 'Q' conform to 'Comparable'
// ---
struct Q {}
print([Q()].max()) // error: @13 referencing instance method 'max()' on 'Sequence' requires that 'Q' conform to 'Comparable'
// ---
struct Q {}
print([Q()].contains(Q())) // error: @13 referencing instance method 'contains' on 'Sequence' requires that 'Q' conform to 'Equatable'
// ---
func biggest<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
struct Q {}
print(biggest(Q(), Q())) // error: @7 global function 'biggest' requires that 'Q' conform to 'Comparable'
// ---
func biggest<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
print(biggest(1, "a")) // error: @7 conflicting arguments to generic parameter 'T' ('Int' vs. 'String')
// ---
func eq<T>(_ a: T, _ b: T) -> Bool { a == b } // error: @40 binary operator '==' cannot be applied to two 'T' operands
// ---
protocol Shape { func area() -> Double }
struct C: Shape { } // error: @8 type 'C' does not conform to protocol 'Shape'
// ---
protocol Shape { func area() -> Double }
struct C: Shape { func area() -> Int { 1 } } // error: @8 type 'C' does not conform to protocol 'Shape'
// ---
protocol Shape { var name: String { get } }
struct C: Shape { var nam = "a" } // error: @8 type 'C' does not conform to protocol 'Shape'
// ---
protocol Shape { var name: String { get set } }
struct C: Shape { let name = "a" } // error: @8 type 'C' does not conform to protocol 'Shape'
// ---
protocol Shape { mutating func grow(by x: Int) }
struct C: Shape { func grow(_ x: Int) {} } // error: @24 instance method 'grow' has different argument labels from those required by protocol 'Shape' ('grow(by:)')
// ---
protocol Shape { func area() -> Double }
struct C {}
let s: Shape = C() // error: @16 value of type 'C' does not conform to specified type 'Shape'
// ---
protocol Shape { func area() -> Double }
let s = Shape() // error: @9 'any Shape' cannot be constructed because it has no accessible initializers
