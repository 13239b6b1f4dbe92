let o: Int? = 3, n: Int? = nil
let a: AnyHashable = o, b = AnyHashable(o), c: AnyHashable = n, d = AnyHashable(n)
print(a, b, c, d, type(of: a.base), type(of: b.base), type(of: c.base)) // expect: 3 3 nil nil Int Int Optional<Int>
print(a == b, a == AnyHashable(3), b == AnyHashable(3), c == d) // expect: true true true true
let e: [AnyHashable] = [o, n, 5]
print(e) // expect: [AnyHashable(3), AnyHashable(nil), AnyHashable(5)]
print(AnyHashable([1: 2]) == AnyHashable([1.0: 2.0]), AnyHashable(Set([1])) == AnyHashable(Set([1.0]))) // expect: true true
enum E: Hashable { case one }
print(AnyHashable(E.one) == AnyHashable("one")) // expect: false
print(AnyHashable("é") == AnyHashable("e\u{301}"), AnyHashable(Character("a")) == AnyHashable("a")) // expect: true false
let sub = "hello".dropFirst()
print(AnyHashable(sub) == AnyHashable("ello"), AnyHashable([1, 2][...]) == AnyHashable([1, 2])) // expect: false false
print(AnyHashable(Int8(-1)) == AnyHashable(UInt8(255)), AnyHashable(UInt64.max) == AnyHashable(-1)) // expect: false false
print([a: 1], Set([a])) // expect: [AnyHashable(3): 1] [AnyHashable(3)]
print(AnyHashable(a), String(reflecting: a), [a]) // expect: 3 AnyHashable(3) [AnyHashable(3)]
let u: Any = Set([1, 2])
print((u as? Set<AnyHashable>)?.count ?? -1) // expect: 2
let v: Any = [1, "a"] as [AnyHashable]
print((v as? [Int])?.count ?? -1, (v as? [Any])?.count ?? -1) // expect: -1 2
let w: Any = [1, 2] as [AnyHashable]
print((w as? [Int])!, w as? [String] as Any) // expect: [1, 2] nil
struct S: Hashable { var k: AnyHashable; var n: Int }
print(S(k: 1, n: 2) == S(k: 1.0, n: 2), S(k: "a", n: 1), Set([S(k: 1, n: 2), S(k: 1.0, n: 2)]).count) // expect: true S(k: AnyHashable("a"), n: 1) 1
print((a as Any) is Int, a is any Hashable, a is CustomStringConvertible, a as? Double as Any) // expect: true true true nil
let mixedKeys: Any = ["a": 1, 2: "b"]
print((mixedKeys as! [AnyHashable: Any]).count) // expect: 2
