let d: [AnyHashable: Int] = ["a": 1, 2: 3, 4.5: 6]
print(d["a"]!, d[2]!, d[4.5]!, d[2.0] ?? -1, d.count)
var s: Set<AnyHashable> = [1, "one", 1.0, true, UInt8(1)]
print(s.count, s.contains(1), s.contains("one"), s.contains("two"))
s.insert("two")
s.insert(AnyHashable(3))
print(s.count)
let a = AnyHashable(1), b = AnyHashable(1.0), c = AnyHashable("x")
print(a == b, a == c, a != c, a.hashValue == b.hashValue)
print(a, c, [a, c], "\(c)")
debugPrint(a, c)
print(a.base, type(of: a.base), type(of: a))
print(a as? Int ?? -1, a as? Double ?? -1, c as? String ?? "none", a is Int, c is Int)
struct Point: Hashable { var x = 0, y = 0 }
let p: AnyHashable = Point(x: 1, y: 2)
print(p, p == AnyHashable(Point(x: 1, y: 2)))
if let q = p as? Point { print(q.x) }
if let q = p.base as? Point { print(q.y) }
switch c { case let t as String: print("text", t) ; case let n as Int: print("int", n); default: print("?") }
let keys: [AnyHashable] = [1, "a", Point(), [1, 2], Optional(3), 2.5 as Float]
for k in keys { print(k, terminator: " ") }
print()
print(AnyHashable([1]) == AnyHashable([1.0]), AnyHashable(UInt8(3)) == AnyHashable(3), AnyHashable(Float(1.5)) == AnyHashable(1.5), AnyHashable(Float(0.1)) == AnyHashable(0.1))
let whole: [AnyHashable: Any] = ["a": 1, 2: "b", "c": [1, 2]]
print(whole.count, whole["a"] as? Int ?? 0, whole[2] as? String ?? "", whole["c"] as? [Int] ?? [])
print(AnyHashable(a) == a, AnyHashable(a).base)
func takes(_ h: AnyHashable) -> String { "got \(h)" }
print(takes(1), takes("s"), takes(Point()))
func gen<T: Hashable>(_ t: T) -> AnyHashable { t }
print(gen(5), gen("q"))
func gen2<T: Hashable>(_ t: T) -> AnyHashable { AnyHashable(t) }
print(gen2(5) == gen(5))
let n: AnyHashable? = 3
print(n as Any)
let o: Int? = 4
let m: AnyHashable? = o
print(m!)
var count: [AnyHashable: Int] = [:]
for k in [1, "a", 1, 2.0, 2, "a"] as [AnyHashable] { count[k, default: 0] += 1 }
print(count[1]!, count["a"]!, count[2]!)
let any: Any = a
print(any, any as? Int ?? -1, any is AnyHashable, any as? String ?? "no")
let i: Any = 5
if let h = i as? AnyHashable { print("hashable", h) }
struct NotH {}
let nh: Any = NotH()
print(nh is AnyHashable, nh as? AnyHashable as Any)
let typed = ["x": 1, "y": 2]
let up: [AnyHashable: Any] = typed
print(up["x"] as! Int)
let back = up as? [String: Int]
print(back?["y"] ?? -1)
let down = typed as [AnyHashable: Int]
print(down["y"]!)
print(Set<AnyHashable>([1, "a"]).count, ([1, 2] as Set<Int>) as Set<AnyHashable> == [1, 2])
enum E: Hashable { case one, two(Int) }
let table: [AnyHashable: String] = [E.one: "one", E.two(3): "two", Point(): "p"]
print(table[E.one]!, table[E.two(3)]!, table[Point()]!, table[E.two(4)] ?? "none")
let h: any Hashable = "h"
print(AnyHashable(h))
print(keys.firstIndex(of: "a") ?? -1, keys.contains(Point()), keys.contains(99))
let arr: [Any] = keys
print(arr.count)
dump(a)
let e1: AnyHashable = E.one
print(e1, e1 as? E == .one)
print(keys.map { $0.base is Int })
print(keys.compactMap { $0 as? Int })
print((1 as AnyHashable).hashValue == (1 as AnyHashable).hashValue)
print(String(describing: p), String(reflecting: p))
// expect: 1 3 6 3 3
// expect: 3 true true false
// expect: 5
// expect: true false true true
// expect: 1 x [AnyHashable(1), AnyHashable("x")] x
// expect: AnyHashable(1) AnyHashable("x")
// expect: 1 Int AnyHashable
// expect: 1 -1.0 x true false
// expect: Point(x: 1, y: 2) true
// expect: 1
// expect: 2
// expect: text x
// expect: 1 a Point(x: 0, y: 0) [1, 2] 3 2.5 
// expect: true true true false
// expect: 3 1 b [1, 2]
// expect: true 1
// expect: got 1 got s got Point(x: 0, y: 0)
// expect: 5 q
// expect: true
// expect: Optional(AnyHashable(3))
// expect: 4
// expect: 2 2 2
// expect: 1 1 true no
// expect: hashable 5
// expect: false nil
// expect: 1
// expect: 2
// expect: 2
// expect: 2 true
// expect: one two p none
// expect: h
// expect: 1 true false
// expect: 6
// expect: ▿ AnyHashable(1)
// expect:   - value: 1
// expect: one true
// expect: [true, false, false, false, true, false]
// expect: [1, 3]
// expect: true
// expect: Point(x: 1, y: 2) AnyHashable(main.Point(x: 1, y: 2))
