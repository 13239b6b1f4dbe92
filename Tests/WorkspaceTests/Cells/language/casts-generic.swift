func describe<T>(_ v: T) -> String {
    switch v {
    case let i as Int: return "Int \(i)"
    case let s as String: return "String \(s)"
    case let a as [Any]: return "list of \(a.count)"
    case is Double: return "Double"
    case let o as Any?: return o == nil ? "nil" : "some"
    default: return "\(type(of: v))"
    }
}
print(describe(1), describe("s"), describe([1, 2]), describe(2.5), describe(Character("c")), describe(["a": 1]))
// expect: Int 1 String s list of 2 Double some some
// ---
let v: Int? = 3
switch v {
case let i as Int: print("int", i)
default: print("other")
}
let e: [Any?] = [1, nil, "a"]
for case let s as String in e { print(s) }
for x in e { switch x { case let i as Int: print("int", i)
    case nil: print("nil")
    case is String: print("string")
    default: print("?") } }
// expect: int 3
// expect: a
// expect: int 1
// expect: nil
// expect: string
// ---
func kind<T>(_ t: T) -> String { if case is Int = t { return "int" }
    if case let d as Double = t { return "double \(d)" }
    return "no" }
print(kind(3), kind("a"), kind(2.5))
func first<T, U>(_ xs: [T], as type: U.Type) -> U? { for case let u as U in xs { return u }
    return nil }
print(first([1, 2], as: Int.self) as Any, first(["a"] as [Any], as: Int.self) as Any, first([1, "b"] as [Any], as: String.self)!)
// expect: int no double 2.5
// expect: Optional(1) nil b
// ---
protocol Shape { var area: Double { get } }
struct Sq: Shape { var area: Double { 4 } }
struct Ci: Shape { var area: Double { 3 } }
func name<S: Shape>(_ s: S) -> String { switch s { case is Sq: return "square"
    case let c as Ci: return "circle \(c.area)"
    default: return "shape" } }
print(name(Sq()), name(Ci()))
let t: (any Shape, Any) = (Sq(), 3)
switch t { case (let s as Sq, let n as Int): print(s.area, n)
default: print("no") }
enum Box { case any(Any), shape(any Shape), opt(Any?) }
for b in [Box.any("x"), .shape(Ci()), .opt(nil), .opt(5), .any(2)] {
    switch b {
    case .any(let s as String): print("string", s)
    case .shape(let c as Ci): print("ci", c.area)
    case .opt(let n as Int): print("n", n)
    case .opt(nil): print("nil")
    case .any(is Int): print("an int")
    default: print("default")
    }
}
struct E1: Error { let code: Int }
enum E2: Error { case a, b }
func attempt(_ n: Int) throws { if n == 0 { throw E1(code: 7) }; if n == 1 { throw E2.b } }
for n in 0 ..< 3 { do { try attempt(n); print("fine") } catch let e as E1 where e.code > 5 { print("e1", e.code) } catch is E2 { print("e2") } catch { print("?") } }
func handle<F: Error>(_ f: F) -> String { switch f { case let e as E1: return "E1 \(e.code)"
    case E2.b as E2: return "b"
    case is E2: return "E2"
    default: return "?" } }
print(handle(E1(code: 1)), handle(E2.a))
// expect: square circle 3.0
// expect: 4.0 3
// expect: string x
// expect: ci 3.0
// expect: nil
// expect: n 5
// expect: an int
// expect: e1 7
// expect: e2
// expect: fine
// expect: E1 1 E2
