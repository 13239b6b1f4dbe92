// Which type it is, the value says: a cast looks at that, not at the type it is declared with.
protocol Counted { static var count: Int { get } }
struct A: Counted { static let count = 1 }
struct B {}
let types: [Any] = [A.self, B.self, Int.self, 3]
for type in types { print(type is any Counted.Type, (type as? any Counted.Type)?.count ?? -1, type is A.Type, type is Any.Type, type as? Int.Type as Any) }
let any: Any.Type = A.self
print(any is any Counted.Type, any == A.self, (any as? any Counted.Type)?.count ?? 0, any is B.Type, (any as! A.Type).count)
func count<T>(_ type: T.Type) -> Int { (type as? any Counted.Type)?.count ?? (T.self as? any Counted.Type)?.count ?? 0 }
func name<T>(of value: T) -> String {
    switch T.self {
    case is Int.Type: "a number"
    case let counted as any Counted.Type: "one of \(counted.count)"
    default: "\(T.self)"
    }
}
print(count(A.self), count(B.self), name(of: 1), name(of: A()), name(of: "s"))
// expect: true 1 true true nil
// expect: false -1 false true nil
// expect: false -1 false true Optional(Swift.Int)
// expect: false -1 false false nil
// expect: true true 1 false 1
// expect: 1 0 a number one of 1 String
// ---
// Types of an earlier cell, asked later.
switch types[0] {
case let counted as any Counted.Type: print("counted", counted.count)
default: print("no")
}
print(types.compactMap { $0 as? any Counted.Type }.count, types.compactMap { $0 as? Any.Type }.count)
// expect: counted 1
// expect: 1 3
