// Any, casts, dynamic types, dictionaries of Any, heterogeneous collections, optionals of optionals
let items: [Any] = [1, 2.5, "three", [4, 5], ["six": 6], (7, "7"), Optional<Int>.none as Any, Optional(8) as Any, true, Character("c"), 9 as UInt8, { 10 }, Set([1]), 1...3, ()]
func describe(_ x: Any) -> String { switch x { case let i as Int: return "Int \(i)"; case let d as Double: return "Double \(d)"; case let s as String where s.count > 3: return "long \(s)"; case is String: return "short"; case let a as [Int]: return "ints \(a.count)"; case let d as [String: Int]: return "dict \(d.keys.sorted())"; case let (n, s) as (Int, String): return "pair \(n) \(s)"; case let b as Bool: return "bool \(b)"; case let c as Character: return "char \(c)"; case let u as UInt8: return "u8 \(u)"; case let f as () -> Int: return "fn \(f())"; case let s as Set<Int>: return "set \(s)"; case let r as ClosedRange<Int>: return "range \(r)"; case is Void: return "void"; case Optional<Any>.none: return "nil"; default: return "other \(type(of: x))" } }
for x in items { print(describe(x), terminator: "; ") }; print()
// expect: Int 1; Double 2.5; long three; ints 2; dict ["six"]; pair 7 7; nil; Int 8; bool true; char c; u8 9; fn 10; set [1]; range 1...3; void;
print(items.compactMap { $0 as? Int }, items.filter { $0 is String }.count, (items[0] as! Int) + 1, items[0] as? String as Any, (items[3] as? [Int])?.first ?? -1, items[6] as? Int as Any, items[7] as? Int as Any, type(of: items[1]), items.map { "\(type(of: $0))" }.prefix(6))
// expect: [1, 8] 1 2 nil 4 nil Optional(8) Double ["Int", "Double", "String", "Array<Int>", "Dictionary<String, Int>", "(Int, String)"]
let record: [String: Any] = ["id": 7, "name": "Ann", "tags": ["a", "b"], "nested": ["x": 1.5], "none": Optional<String>.none as Any]; if let id = record["id"] as? Int, let name = record["name"] as? String, let tags = record["tags"] as? [String] { print(id, name, tags) }; print((record["nested"] as? [String: Double])?["x"] as Any, record["zzz"] as Any, record["id"] as? String ?? "no", (record["tags"] as! [String]).joined(), record.keys.sorted())
// expect: 7 Ann ["a", "b"]
// expect: Optional(1.5) nil no ab ["id", "name", "nested", "none", "tags"]
let oo: Int?? = .some(nil), o2: Int?? = .some(.some(3)), o3: Int?? = nil; print(oo as Any, o2 as Any, o3 as Any, oo == nil, (oo ?? 5) as Any, o2! as Any, o2!!, o2.flatMap { $0 } as Any, oo.map { $0 == nil } as Any); switch o2 { case .some(.some(let v)): print("v", v); case .some(.none): print("inner nil"); case .none: print("nil") }; if case let v?? = o2 { print(v) }; if let inner = oo { print("inner", inner as Any) }
// expect: Optional(nil) Optional(Optional(3)) nil false nil Optional(3) 3 Optional(3) Optional(true)
// expect: v 3
// expect: 3
// expect: inner nil
protocol Speaker { func speak() -> String }; struct Dog: Speaker { func speak() -> String { "woof" } }; struct Robot: Speaker { let id: Int; func speak() -> String { "beep \(id)" } }; struct Rock {}; let mixed: [Any] = [Dog(), Robot(id: 3), Rock(), 5]; for m in mixed { if let s = m as? Speaker { print(s.speak()) } else { print("silent", type(of: m)) } }; print(mixed.compactMap { ($0 as? any Speaker)?.speak() }, (mixed[1] as? Robot)?.id as Any, mixed[0] is Speaker, mixed[3] is Speaker, (mixed as Any) is [Any])
// expect: woof
// expect: beep 3
// expect: silent Rock
// expect: silent Int
// expect: ["woof", "beep 3"] Optional(3) true false true
func generic<T>(_ x: T) -> String { if let i = x as? Int { return "int \(i)" }; if x is String { return "str" }; if let a = x as? [Any] { return "arr \(a.count)" }; return "\(T.self)" }; print(generic(1), generic("a"), generic([1, 2]), generic(2.5), generic(Optional(1)), generic((1, 2))); func cast<A, B>(_ a: A, to: B.Type) -> B? { a as? B }; print(cast(5, to: Int.self) as Any, cast(5, to: String.self) as Any, cast("x", to: Any.self) as Any, cast([1], to: [Any].self) as Any)
// expect: int 1 str arr 2 Double int 1 (Int, Int)
// expect: Optional(5) nil Optional("x") Optional([1])
let metas: [Any.Type] = [Int.self, String.self, [Int].self, Dog.self]; print(metas, metas[0] == Int.self, metas.contains { $0 == String.self }, type(of: metas), Int.self == type(of: 3), "\(Dog.self)"); func make<T: ExpressibleByIntegerLiteral>(_ t: T.Type) -> T { 7 }; print(make(Int.self), make(Double.self), make(UInt8.self)); func zero<T: Numeric>(of _: T.Type = T.self) -> T { .zero }; let z: Float = zero(); print(z, zero(of: Int.self)); func nameOf<T>(_: T) -> String { String(describing: T.self) }; print(nameOf(1), nameOf([""]), nameOf(Dog() as Any), nameOf(nil as Int?), nameOf({ (x: Int) in "\(x)" }))
// expect: [Swift.Int, Swift.String, Swift.Array<Swift.Int>, main.Dog] true true Array<Any.Type> true Dog
// expect: 7 7.0 7
// expect: 0.0 0
// expect: Int Array<String> Any Optional<Int> (Int) -> String
