let a = [1, 2, 3]
print(a.size) // error: @9 value of type '[Int]' has no member 'size'
// ---
print("abc".length) // error: @13 value of type 'String' has no member 'length'
// ---
print(5.foo) // error: @9 value of type 'Int' has no member 'foo'
// ---
print([1, 2].sum()) // error: @14 value of type '[Int]' has no member 'sum'
// ---
let t = (1, 2)
print(t.3) // error: @9 value of tuple type '(Int, Int)' has no member '3'
// ---
let n = (x: 1, y: 2)
print(n.z) // error: @9 value of tuple type '(x: Int, y: Int)' has no member 'z'
// ---
struct S { private var hidden = 1; static let shared = 2 }
print(S().hidden) // error: @11 'hidden' is inaccessible due to 'private' protection level
// ---
struct S2 { static let shared = 2 }
print(S2().shared) // error: @7 static member 'shared' cannot be used on instance of type 'S2'
// ---
struct S3 { var x = 1 }
print(S3.x) // error: @7 instance member 'x' cannot be used on type 'S3'; did you mean to use a value of this type instead?
// ---
print(Double.tau) // error: @14 type 'Double' has no member 'tau'
// ---
let d: Double = .pie // error: @18 type 'Double' has no member 'pie'
// ---
["a": 1].keys.foo // error: @15 value of type 'Dictionary<String, Int>.Keys' has no member 'foo'
// ---
print("abc"[0]) // error: @7 'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.
// ---
struct NonEq { var x = 1 }
print(NonEq() == NonEq()) // error: @15 referencing operator function '==' on 'Equatable' requires that 'NonEq' conform to 'Equatable'
// ---
struct NonHash { var x = 1 }
let set: Set<NonHash> = [] // error: @10 type 'NonHash' does not conform to protocol 'Hashable'
// ---
print([NonComp()].sorted()) // error: @19 referencing instance method 'sorted()' on 'Sequence' requires that 'NonComp' conform to 'Comparable'
struct NonComp {}
// ---
print([1, 2].joined(separator: ",")) // error: @8 cannot convert value of type 'Int' to expected element type 'String' // error: @11 cannot convert value of type 'Int' to expected element type 'String'
// ---
func f<T: Comparable>(_ x: T) -> T { x }
struct Q {}
print(f(Q())) // error: @7 global function 'f' requires that 'Q' conform to 'Comparable'
