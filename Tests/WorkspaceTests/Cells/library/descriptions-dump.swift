import Foundation
struct P { var x = 1.0, y = 2; private var secret = "s"; let t = (1, "a"); static let q = 5; var comp: Int { 3 } }
struct E0 {}
struct G<T> { var v: T }
enum Em { case a, b(Int), c(x: Int, y: String), d([Int]), e((Int, Int)) ; indirect case f(Em) }
enum R: String { case one = "uno", two }
print(P(), E0()) // expect: P(x: 1.0, y: 2, secret: "s", t: (1, "a")) E0()
print(G(v: 1), G(v: "s")) // expect: G<Int>(v: 1) G<String>(v: "s")
print(G(v: [1]), Em.a) // expect: G<Array<Int>>(v: [1]) a
print(Em.b(1), Em.c(x: 1, y: "q")) // expect: b(1) c(x: 1, y: "q")
print(Em.d([1]), Em.e((1, 2))) // expect: d([1]) e(1, 2)
print(Em.f(.b(2)), R.one) // expect: f(main.Em.b(2)) one
print(R.one.rawValue) // expect: uno
print([P()], [Em.a, .b(2)]) // expect: [main.P(x: 1.0, y: 2, secret: "s", t: (1, "a"))] [main.Em.a, main.Em.b(2)]
print([R.one], ["k": Em.a]) // expect: [main.R.one] ["k": main.Em.a]
print(Optional(P()) as Any, (P(), Em.a)) // expect: Optional(main.P(x: 1.0, y: 2, secret: "s", t: (1, "a"))) (main.P(x: 1.0, y: 2, secret: "s", t: (1, "a")), main.Em.a)
print(Optional(Em.b(1)) as Any, [E0()]) // expect: Optional(main.Em.b(1)) [main.E0()]
print([G(v: 1)]) // expect: [main.G<Swift.Int>(v: 1)]
debugPrint(P(), Em.a, R.one, "s", 1.0, [1], "c" as Character, (1, "a"), Optional(1) as Any, [1: "a"], Set([1]), 1..<2, 1...2, nil as Int? as Any)
// expect: main.P(x: 1.0, y: 2, secret: "s", t: (1, "a")) main.Em.a main.R.one "s" 1.0 [1] "c" (1, "a") Optional(1) [1: "a"] Set([1]) Range(1..<2) ClosedRange(1...2) nil
print(String(describing: P.self), String(describing: Int.self)) // expect: P Int
print(String(describing: [Int].self), String(describing: [String: Int].self)) // expect: Array<Int> Dictionary<String, Int>
print(type(of: 1), type(of: "a")) // expect: Int String
print(type(of: 1.0), type(of: [1])) // expect: Double Array<Int>
print(type(of: P()), type(of: Em.a)) // expect: P Em
print(type(of: G(v: 1)), type(of: (1, "a"))) // expect: G<Int> (Int, String)
print(type(of: 1...2), type(of: "a".prefix(1))) // expect: ClosedRange<Int> Substring
print(type(of: [1][...]), type(of: { (x: Int) -> Int in x })) // expect: ArraySlice<Int> (Int) -> Int
print(type(of: Optional(1)), type(of: Set([1]))) // expect: Optional<Int> Set<Int>
print(type(of: ["a": 1]), type(of: true)) // expect: Dictionary<String, Int> Bool
print(type(of: "a" as Character), type(of: zip([1], [2]))) // expect: Character Zip2Sequence<Array<Int>, Array<Int>>
print(type(of: [1].lazy.map { $0 }), type(of: (1..<2).reversed())) // expect: LazyMapSequence<Array<Int>, Int> ReversedCollection<Range<Int>>
print(type(of: [1].enumerated()), type(of: stride(from: 0, to: 1, by: 1))) // expect: EnumeratedSequence<Array<Int>> StrideTo<Int>
print(String(reflecting: P.self), String(reflecting: P())) // expect: main.P main.P(x: 1.0, y: 2, secret: "s", t: (1, "a"))
print(String(reflecting: Em.c(x: 1, y: "q")), String(reflecting: "a\"b")) // expect: main.Em.c(x: 1, y: "q") "a\"b"
print(String(reflecting: [Em.a]), String(reflecting: G(v: P()))) // expect: [main.Em.a] main.G<main.P>(v: main.P(x: 1.0, y: 2, secret: "s", t: (1, "a")))
print(String(reflecting: Int.self), String(reflecting: Optional("x"))) // expect: Swift.Int Optional("x")
struct C: CustomStringConvertible { var description: String { "C!" } }
struct D: CustomDebugStringConvertible { var debugDescription: String { "D?" } }
struct B: CustomStringConvertible, CustomDebugStringConvertible { var description: String { "b" }; var debugDescription: String { "B" } }
print(C(), D()) // expect: C! D?
print(B(), [C()]) // expect: b [C!]
print([D()], [B()]) // expect: [D?] [B]
print("\(C()) \(D()) \(B())", Optional(C()) as Any) // expect: C! D? b Optional(C!)
print((C(), D(), B()), ["k": B()]) // expect: (C!, D?, B) ["k": B]
print(G(v: B()), String(describing: D())) // expect: G<B>(v: B) D?
print(String(reflecting: C()), Em.a) // expect: C! a
debugPrint(C()) // expect: C!
print(D(), B()) // expect: D? b
print((1, 2), (a: 1, b: "x")) // expect: (1, 2) (a: 1, b: "x")
print((1, (2, "3")), ((), 1)) // expect: (1, (2, "3")) ((), 1)
print((), [(1, 2)]) // expect: () [(1, 2)]
print([(a: 1, b: 2)], (1.0, [1], ["a": 1], nil as Int?)) // expect: [(a: 1, b: 2)] (1.0, [1], ["a": 1], nil)
print(("s", "c" as Character)) // expect: ("s", "c")
var out = ""
print("a", 1, 2.5, separator: "-", terminator: "!", to: &out)
debugPrint("q", to: &out)
print(out, out.count)
// expect: a-1-2.5!"q"
// expect:  12
struct Log: TextOutputStream { var lines: [String] = []; mutating func write(_ s: String) { lines.append(s) } }
var lg = Log()
print("x", 1, to: &lg)
print(lg.lines) // expect: ["", "x", " ", "1", "\n"]
print("a", "b", separator: "") // expect: ab
print() // expect: 
print("", terminator: "")
print("no newline", terminator: "\n\n")
// expect: no newline
// expect: 
print(1, "two", 3.0, [4], separator: " | ") // expect: 1 | two | 3.0 | [4]
print([1, 2, 3], terminator: ".\n") // expect: [1, 2, 3].
print("a\tb", "é", "日本") // expect: a	b é 日本
dump(1) // expect: - 1
dump("s") // expect: - "s"
dump([1, 2])
// expect: ▿ 2 elements
// expect:   - 1
// expect:   - 2
dump(P())
// expect: ▿ main.P
// expect:   - x: 1.0
// expect:   - y: 2
// expect:   - secret: "s"
// expect:   ▿ t: (2 elements)
// expect:     - .0: 1
// expect:     - .1: "a"
dump((1, "a"))
// expect: ▿ (2 elements)
// expect:   - .0: 1
// expect:   - .1: "a"
dump(["k": 1])
// expect: ▿ 1 key/value pair
// expect:   ▿ (2 elements)
// expect:     - key: "k"
// expect:     - value: 1
dump(Optional(1))
// expect: ▿ Optional(1)
// expect:   - some: 1
dump(nil as Int?) // expect: - nil
dump(Em.c(x: 1, y: "q"))
// expect: ▿ main.Em.c
// expect:   ▿ c: (2 elements)
// expect:     - x: 1
// expect:     - y: "q"
dump(Em.a) // expect: - main.Em.a
dump([P()])
// expect: ▿ 1 element
// expect:   ▿ main.P
// expect:     - x: 1.0
// expect:     - y: 2
// expect:     - secret: "s"
// expect:     ▿ t: (2 elements)
// expect:       - .0: 1
// expect:       - .1: "a"
dump(Set([1]))
// expect: ▿ 1 member
// expect:   - 1
dump(1.5) // expect: - 1.5
dump((a: 1, b: [1, 2]))
// expect: ▿ (2 elements)
// expect:   - a: 1
// expect:   ▿ b: 2 elements
// expect:     - 1
// expect:     - 2
dump(G(v: [1]))
// expect: ▿ main.G<Swift.Array<Swift.Int>>
// expect:   ▿ v: 1 element
// expect:     - 1
dump(1...3)
// expect: ▿ ClosedRange(1...3)
// expect:   - lowerBound: 1
// expect:   - upperBound: 3
dump(R.one) // expect: - main.R.one
dump([Em.b(1)])
// expect: ▿ 1 element
// expect:   ▿ main.Em.b
// expect:     - b: 1
dump(E0()) // expect: - main.E0
dump([[1], []])
// expect: ▿ 2 elements
// expect:   ▿ 1 element
// expect:     - 1
// expect:   - 0 elements
dump("a" as Character) // expect: - "a"
dump(C()) // expect: - C!
dump([1: [2: "x"]])
// expect: ▿ 1 key/value pair
// expect:   ▿ (2 elements)
// expect:     - key: 1
// expect:     ▿ value: 1 key/value pair
// expect:       ▿ (2 elements)
// expect:         - key: 2
// expect:         - value: "x"
dump(true) // expect: - true
dump(Em.f(.b(1)))
// expect: ▿ main.Em.f
// expect:   ▿ f: main.Em.b
// expect:     - b: 1
dump(Optional(P()))
// expect: ▿ Optional(main.P(x: 1.0, y: 2, secret: "s", t: (1, "a")))
// expect:   ▿ some: main.P
// expect:     - x: 1.0
// expect:     - y: 2
// expect:     - secret: "s"
// expect:     ▿ t: (2 elements)
// expect:       - .0: 1
// expect:       - .1: "a"
dump([Optional(1), nil])
// expect: ▿ 2 elements
// expect:   ▿ Optional(1)
// expect:     - some: 1
// expect:   - nil
dump(Result<Int, Never>.success(1))
// expect: ▿ Swift.Result<Swift.Int, Swift.Never>.success
// expect:   - success: 1
var o2 = ""
dump([1, 2], to: &o2)
print(o2)
// expect: ▿ 2 elements
// expect:   - 1
// expect:   - 2
// expect: 
dump(P(), name: "named", indent: 2)
// expect:   ▿ named: main.P
// expect:     - x: 1.0
// expect:     - y: 2
// expect:     - secret: "s"
// expect:     ▿ t: (2 elements)
// expect:       - .0: 1
// expect:       - .1: "a"
dump([1, 2, 3], maxItems: 2)
// expect: ▿ 3 elements
// expect:   - 1
// expect:     (2 more children)
dump([[1], [2]], maxDepth: 1)
// expect: ▿ 2 elements
// expect:   ▹ 1 element
// expect:   ▹ 1 element
protocol Shape { var area: Double { get } }
struct Sq: Shape { var s: Double; var area: Double { s * s } }
struct Ci: Shape, CustomStringConvertible { var r: Double; var area: Double { 3 * r }; var description: String { "Ci\(r)" } }
let shapes: [Shape] = [Sq(s: 2), Ci(r: 1)]
print(shapes, shapes.map(\.area)) // expect: [main.Sq(s: 2.0), Ci1.0] [4.0, 3.0]
print(shapes[0], type(of: shapes[1])) // expect: Sq(s: 2.0) Ci
print(shapes.map { type(of: $0) }, shapes.compactMap { $0 as? Ci }) // expect: [main.Sq, main.Ci] [Ci1.0]
for s in shapes { switch s { case let q as Sq: print("sq", q.s); case is Ci: print("ci"); default: break } }
// expect: sq 2.0
// expect: ci
let anys: [Any] = [1, "a", 2.5, [1], nil as Int? as Any, (1, 2), P(), { 1 }, Em.b(1), Int.self]
for a in anys { if let i = a as? Int { print("int", i) } else if let s = a as? String { print("str", s) } else if a is Double { print("dbl") } else if let xs = a as? [Int] { print("xs", xs) } else { print("other", type(of: a)) } }
// expect: int 1
// expect: str a
// expect: dbl
// expect: xs [1]
// expect: other Optional<Int>
// expect: other (Int, Int)
// expect: other P
// expect: other () -> Int
// expect: other Em
// expect: other Int.Type
print(anys[0], anys[1]) // expect: 1 a
print(anys.count, [1, "a"] as [Any]) // expect: 10 [1, "a"]
print(["k": 1 as Any, "k2": "v"].count, (anys[0] as? Int).map { $0 + 1 } as Any) // expect: 2 Optional(2)
struct Matrix: CustomStringConvertible { var rows: [[Int]]; subscript(r: Int, c: Int) -> Int { get { rows[r][c] } set { rows[r][c] = newValue } }; var description: String { rows.map { $0.map(String.init).joined(separator: " ") }.joined(separator: "\n") } }
var mx = Matrix(rows: [[1, 2], [3, 4]])
mx[0, 1] = 9
print(mx)
// expect: 1 9
// expect: 3 4
print("\(mx)", mx.rows)
// expect: 1 9
// expect: 3 4 [[1, 9], [3, 4]]
print("\(1)\("a")\(2.5)\([1])\(Optional(1) as Any)\((1, 2))\(P.self)\(true)\(1...2)\("n\("est")")", "sum: \(1 + 2 * 3)", "\(String(format: "%.2f", 3.14159))")
// expect: 1a2.5[1]Optional(1)(1, 2)Ptrue1...2nest sum: 7 3.14
print(Never.self, Void.self) // expect: Never ()
print(Error.self, Shape.self) // expect: Error Shape
print(Result<Int, Never>.self) // expect: Result<Int, Never>
print(Substring.self, UInt8.self) // expect: Substring UInt8
print([[Int?]].self, [String: [Int]].self) // expect: Array<Array<Optional<Int>>> Dictionary<String, Array<Int>>
