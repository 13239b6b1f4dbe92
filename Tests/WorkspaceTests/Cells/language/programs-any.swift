// Any and casts
let things: [Any] = [1, 2.5, "three", true, [1, 2], ["a": 1], (1, "x"), Optional<Int>.none as Any, Optional(5) as Any]
protocol Shape { var area: Double { get } }
struct Sq: Shape { var s: Double; var area: Double { s * s } }
enum E: Error, Equatable { case a(Int), b }
func describe(_ x: Any) -> String {
    switch x {
    case 0 as Int: return "zero"
    case let i as Int where i > 10: return "big \(i)"
    case let i as Int: return "int \(i)"
    case is Double: return "double"
    case let s as String: return "str \(s.count)"
    case let b as Bool: return "bool \(b)"
    case let a as [Int]: return "ints \(a.count)"
    case let d as [String: Int]: return "dict \(d)"
    case let (a, b) as (Int, String): return "pair \(a) \(b)"
    case let s as Shape: return "shape \(s.area)"
    case let e as E: return "err \(e)"
    case let f as (Int) -> Int: return "fn \(f(2))"
    case Optional<Any>.none: return "nil"
    default: return "other \(x)"
    }
}
for t in things { print(describe(t)) }
print(describe(Sq(s: 3)), describe(E.a(3)), describe({ (x: Int) -> Int in x * 2 }), describe(0), describe(99), describe(UInt8(3)))
let a: Any = 5
if let i = a as? Int { print(i + 1) }
print(a is String, a is Int, (a as? Double) as Any)
let n: Any = Optional(7) as Any
print(n as? Int ?? -1)
switch n { case let i as Int: print("Int \(i)"); default: print("no") }
print(type(of: a), type(of: n), type(of: things))
let shapes: [Shape] = [Sq(s: 1), Sq(s: 2)]
for s in shapes { if let q = s as? Sq { print(q.s, type(of: s)) } }
let anyArr: Any = [1, 2, 3]
print((anyArr as! [Int]).reduce(0, +))
print((anyArr as? [Any])?.count ?? 0)
print((anyArr as? [String]) == nil)
let dd: [String: Any] = ["a": 1, "b": "two", "c": [1.5]]
for k in dd.keys.sorted() { print(k, dd[k]!) }
if let n = dd["a"] as? Int, let s = dd["b"] as? String { print(n, s) }
print(dd["zz"] as? Int as Any)
let mixed = things.compactMap { $0 as? Int }
print(mixed)
// expect: int 1
// expect: double
// expect: str 5
// expect: bool true
// expect: ints 2
// expect: dict ["a": 1]
// expect: pair 1 x
// expect: nil
// expect: int 5
// expect: shape 9.0 err a(3) fn 4 zero big 99 other 3
// expect: 6
// expect: false true nil
// expect: 7
// expect: Int 7
// expect: Int Optional<Int> Array<Any>
// expect: 1.0 Sq
// expect: 2.0 Sq
// expect: 6
// expect: 3
// expect: true
// expect: a 1
// expect: b two
// expect: c [1.5]
// expect: 1 two
// expect: nil
// expect: [1, 5]
