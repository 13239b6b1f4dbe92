protocol P {}
extension Int: P {}
func f<T: P>(_ x: T) { print(1) }
func f<T>(_ x: T) where T: P { print(2) } // error: @6 invalid redeclaration of 'f'
f(1)
// ---
func f<S: Sequence<Int, Int>>(_ s: S) {} // error: @11 protocol type 'Sequence' specialized with too many type arguments (got 2, but expected 1)
func g<S: Hashable<Int>>(_ s: S) {} // error: @11 protocol 'Hashable' does not have primary associated types that can be constrained
extension Sequence<Int, Int> {} // error: @11 protocol type 'Sequence' specialized with too many type arguments (got 2, but expected 1)
// ---
extension [Int] { var total: Int { reduce(0, +) } }
print(["a"].total) // error: @8 cannot convert value of type 'String' to expected element type 'Int'
extension Sequence<Int> { var sum: Int { reduce(0, +) } }
print(["a"].sum) // error: @8 cannot convert value of type 'String' to expected element type 'Int'
