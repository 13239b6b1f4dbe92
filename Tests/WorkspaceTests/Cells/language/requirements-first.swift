protocol P { func m() -> Int; func n<T>(_ x: T) -> Int; func o(_ x: Double) -> Int; var v: Int { get }; static func s() -> Int; init(); subscript(i: Int) -> Int { get } }
protocol Q: P {}
extension P where Self: Equatable { func m() -> Int { 10 }; var v: Int { 11 } }
extension P { func n(_ x: Int) -> Int { 12 }; func o(_ x: Int) -> Int { 13 } }
extension Q { func m() -> Int { 20 }; var v: Int { 21 }; static func s() -> Int { 22 }; subscript(i: Int) -> Int { 23 }; func all() -> [Int] { [m(), v, Self.s(), self[0], n(1), o(1)] } }
struct S: Q, Equatable { func m() -> Int { 1 }; func n<T>(_ x: T) -> Int { 2 }; func o(_ x: Double) -> Int { 3 }; var v: Int { 4 }; static func s() -> Int { 5 }; subscript(i: Int) -> Int { 6 } }
struct D: Q, Equatable { func n<T>(_ x: T) -> Int { 2 }; func o(_ x: Double) -> Int { 3 } }
func g<T: P & Equatable>(_ t: T) { print(t.m(), t.v, t.n(1), t.o(1)) }
func h<T: Q>(_ t: T) { print(t.m(), t.v, t.n(1), t.o(1), t[0], T.s(), t.all()) }
func e(_ t: any Q) { print(t.m(), t.v, t.n(1), t.o(1), t[0], type(of: t).s(), t.all()) }
g(S()); h(S()); e(S())
h(D()); e(D()); print(S().all(), D().all(), D().m(), D().v, D()[1], D.s())
// expect: 1 4 12 13
// expect: 1 4 12 13 6 5 [1, 4, 5, 6, 12, 13]
// expect: 1 4 12 13 6 5 [1, 4, 5, 6, 12, 13]
// expect: 20 21 12 13 23 22 [20, 21, 22, 23, 12, 13]
// expect: 20 21 12 13 23 22 [20, 21, 22, 23, 12, 13]
// expect: [1, 4, 5, 6, 12, 13] [20, 21, 22, 23, 12, 13] 20 21 23 22
// ---
func isNegative<T: BinaryInteger>(_ v: T) -> Bool { v < 0 }
print(isNegative(3), isNegative(UInt64.max), isNegative(Int8.min))
func isBelow<T: Strideable>(_ a: T, _ b: T) -> Bool { a < b }
print(isBelow(UInt64.max, 0), isBelow(Int.min, Int.max), isBelow(1.5, 2))
struct Step: Strideable {
    var x: Int
    func distance(to other: Step) -> Int { other.x - x }
    func advanced(by n: Int) -> Step { Step(x: x + n) }
    static func < (a: Step, b: Step) -> Bool { print("own", terminator: " "); return a.x < b.x }
}
print(Step(x: 1) < Step(x: 2), isBelow(Step(x: 1), Step(x: 1)))
// expect: false false true
// expect: false true true
// expect: own own true false
