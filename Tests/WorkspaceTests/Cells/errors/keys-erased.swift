struct N {}
let a: AnyHashable = N() // error: @22 value of type 'N' does not conform to specified type 'Hashable'
let b: [AnyHashable: Int] = [N(): 1] // error: @30 cannot convert value of type 'N' to expected dictionary key type 'AnyHashable'
let c = AnyHashable(N()) // error: @9 initializer 'init(_:)' requires that 'N' conform to 'Hashable'
let h: any Hashable = 1
let d: AnyHashable = h // error: @22 value of type 'any Hashable' does not conform to specified type 'Hashable'
func f(_ x: AnyHashable) {}
f(N()) // error: @3 argument type 'N' does not conform to expected type 'Hashable'
let i: Int = AnyHashable(3) // error: @14 cannot convert value of type 'AnyHashable' to specified type 'Int'
let k = AnyHashable(1) < AnyHashable(2) // error: @24 binary operator '<' cannot be applied to two 'AnyHashable' operands
let u: [AnyHashable: Int] = [1: "a"] // error: @33 cannot convert value of type 'String' to expected dictionary value type 'Int'
let set: Set<AnyHashable> = [1, N()] // error: @33 cannot convert value of type 'N' to expected element type 'AnyHashable'
let n: AnyHashable = nil // error: @22 'nil' cannot initialize specified type 'AnyHashable'
let z = ["a": 1, 2: "b"] // error: @9 heterogeneous collection literal could only be inferred to '[AnyHashable : Any]'; add explicit type annotation if this is intentional
// ---
let n = 1
let a = AnyHashable(1)
print(a == n) // error: @9 binary operator '==' cannot be applied to operands of type 'AnyHashable' and 'Int'
print(n == a) // error: @9 binary operator '==' cannot be applied to operands of type 'Int' and 'AnyHashable'
let z = ["a": 1, 2: 3] // error: @9 heterogeneous collection literal could only be inferred to '[AnyHashable : Int]'; add explicit type annotation if this is intentional
let y = [AnyHashable(1), 2]
let v = [AnyHashable(1): 1, "x": 2]
print(["a": 1, 2: 3].count)
for (k, _) in ["a": 1, 2: "d"] { print(k) }
let cc = a as Int // error: @12 'AnyHashable' is not convertible to 'Int'
switch a { case 1: print(1) ; default: break } // error: @17 expression pattern of type 'Int' cannot match values of type 'AnyHashable'
