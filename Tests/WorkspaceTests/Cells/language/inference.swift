let a = 1
let b = 2.0
let c: Double = 3
let d = Double(a) + b * c
print(a, b, c, d) // expect: 1 2.0 3.0 7.0
let e = [1, 2.5, 3]
print(e) // expect: [1.0, 2.5, 3.0]
let f: [Float] = [1, 2]
print(f) // expect: [1.0, 2.0]
let g = a > 0 ? 1.5 : 2
print(g) // expect: 1.5
let h: UInt8 = 200
print(h &+ 100) // expect: 44
let i = -5 / 2
let j = -5 % 3
print(i, j) // expect: -2 -2
let k = 7.0 / 2
print(k) // expect: 3.5
let m: [String: [Int]] = ["x": [1], "y": []]
print(m["x"]!, m["y"]!.count) // expect: [1] 0
let n = [[1, 2], [3]]
print(n, n[0][1]) // expect: [[1, 2], [3]] 2
let o = (1, [2.0, 3])
print(o) // expect: (1, [2.0, 3.0])
let p: Int? = 5
print(p as Any, p ?? 0) // expect: Optional(5) 5
print(type(of: a), type(of: b), type(of: e), type(of: m), type(of: p), type(of: o)) // expect: Int Double Array<Double> Dictionary<String, Array<Int>> Optional<Int> (Int, Array<Double>)
// ---
let digits = "100101"
print(digits.filter { $0 == "1" }.count, digits.filter { $0 != "1" }.isEmpty, digits.filter { $0 == "1" }.first!)
print(Array("abc").contains("b"), Array("abc") == ["a", "b", "c"], Array("abc").firstIndex(of: "c")!, Array("abc").first == "a")
print(Array("abc").filter { $0 != "b" }.count, Array("abc").map { $0 == "b" ? 1 : 0 }, ArraySlice("abc").contains("b"))
func has<C: Collection>(_ c: C, _ x: C.Element) -> Bool where C.Element: Equatable { c.contains(x) }
print(has(Array("abc"), "b"), has("abc", "z"), has(Array([1, 2]), 2))
func backwards<T>(_ items: [T]) -> [T]? { return items.reversed() }
print(backwards([1, 2]) ?? [], [1, 2, 3].reversed()[0])
let nested: String?? = .some(nil)
print((nested ?? nil) ?? "deep")
func place(_ line: Int = #line, _ name: String = #function) -> String { "\(line > 0) \(name)" }
func caller() -> String { place() + " " + #function }
struct Named { func method(_ x: Int, by y: Int) -> String { { #function }() }; var property: String { #function } }
print(caller(), Named().method(1, by: 2), Named().property)
// expect: 3 false 1
// expect: true true 2 true
// expect: 2 [0, 1, 0] true
// expect: true false true
// expect: [2, 1] 3
// expect: deep
// expect: true caller() caller() method(_:by:) property
