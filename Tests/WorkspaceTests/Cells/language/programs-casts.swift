// Any, casts, metatypes, mirrors of types
struct S { var a = 1 }
enum E: String { case one, two }
let vals: [Any?] = [1, nil, "s", S(), E.two, [1, 2], (1, 2), { 3 } as () -> Int]
for v in vals {
    guard let v else { print("nil!"); continue }
    switch v {
    case is Int, is Double: print("number")
    case let s as String where s.isEmpty: print("empty")
    case let s as String: print("string \(s)")
    case let s as S: print("S a=\(s.a)")
    case E.one as E: print("E.one")
    case let e as E: print("E \(e.rawValue)")
    case let xs as [Int]: print("ints \(xs.count)")
    case let f as () -> Int: print("fn \(f())")
    default: print("other \(type(of: v))")
    }
}
print(type(of: 1), type(of: "a"), type(of: 1.5), type(of: [1: "a"]), type(of: S()), type(of: S.self), type(of: (1, "x")), type(of: E.one), type(of: Optional(3)), type(of: { (x: Int) in x > 1 }))
print(Int.self, [String].self, S.self, Int.self == Int.self)
let a: Any = 3
print(a as? Double as Any, a as! Int, (a as? Int).map { $0 + 1 }!, a is CustomStringConvertible)
func kind<T>(_ x: T) -> String { "\(T.self)" }
print(kind(1), kind("s"), kind([1.5]), kind(S()), kind(a), kind(Optional(1)))
func isSame<T, U>(_ a: T, _ b: U) -> Bool { T.self == U.self }
print(isSame(1, 2), isSame(1, "a"))
let json: [String: Any] = ["name": "x", "n": 3, "tags": ["a", "b"], "nested": ["k": 1.5] as [String: Any]]
if let name = json["name"] as? String, let n = json["n"] as? Int, let tags = json["tags"] as? [String] { print(name, n, tags) }
if let nested = json["nested"] as? [String: Any], let k = nested["k"] as? Double { print(k) }
func render(_ v: Any, _ d: Int = 0) -> String {
    let pad = String(repeating: " ", count: d)
    switch v {
    case let d2 as [String: Any]: return d2.keys.sorted().map { "\(pad)\($0):\n" + render(d2[$0]!, d + 2) }.joined()
    case let a as [Any]: return a.map { render($0, d) }.joined()
    default: return "\(pad)\(v)\n"
    }
}
print(render(json), terminator: "")
let anys: [Any] = [1, "a", 2.5]; print(anys, anys.count, anys.compactMap { $0 as? String })
let objs = [1, 2, 3] as [Any]; print(objs.map { "\($0)" }.joined(separator: "-"), (objs as? [Int]) ?? [])
print((1 as Any) as? Int == 1, Optional<Any>.none == nil, [1, 2] as [Double], 3 as Double, "c" as Character)
let opt: Int?? = .some(nil); print(opt as Any, opt == nil, opt! == nil)
if let x = opt { print("outer", x as Any) }
print(String(describing: S()), String(reflecting: "q"), "\(Optional("x") as Any)", String(describing: Int?.none))
switch 5 as Any { case 5 as Int: print("five"); default: print("no") }
// expect: number
// expect: nil!
// expect: string s
// expect: S a=1
// expect: E two
// expect: ints 2
// expect: other (Int, Int)
// expect: fn 3
// expect: Int String Double Dictionary<Int, String> S S.Type (Int, String) E Optional<Int> (Int) -> Bool
// expect: Int Array<String> S true
// expect: nil 3 4 true
// expect: Int String Array<Double> S Any Optional<Int>
// expect: true false
// expect: x 3 ["a", "b"]
// expect: 1.5
// expect: n:
// expect:   3
// expect: name:
// expect:   x
// expect: nested:
// expect:   k:
// expect:     1.5
// expect: tags:
// expect:   a
// expect:   b
// expect: [1, "a", 2.5] 3 ["a"]
// expect: 1-2-3 [1, 2, 3]
// expect: true true [1.0, 2.0] 3.0 c
// expect: Optional(nil) false true
// expect: outer nil
// expect: S(a: 1) "q" Optional("x") nil
// expect: five
