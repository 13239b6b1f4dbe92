print() // expect:
print("a", "b", separator: "-") // expect: a-b
print("a", terminator: "|")
print("b", terminator: "\n\n")
// expect: a|b
// expect:
print(1, 2.5, true, "x", [1], ["k": 1], (1, "a"), Optional(3) as Any, separator: ", ") // expect: 1, 2.5, true, x, [1], ["k": 1], (1, "a"), Optional(3)
print([1, 2], [[1.5], []], ["a": [true]], [(1, 2)], ("x", [nil, 2] as [Int?])) // expect: [1, 2] [[1.5], []] ["a": [true]] [(1, 2)] ("x", [nil, Optional(2)])
print("multi\nline")
// expect: multi
// expect: line
print(Optional("s") as Any, Optional<Int>.none as Any, [Optional(1), nil]) // expect: Optional("s") nil [Optional(1), nil]
print(Float(1.1), UInt8(7), Int64(-1), Character("c"), "sub"[...]) // expect: 1.1 7 -1 c sub
debugPrint("x", 1, [2.5], ["a"], Optional("q") as Any) // expect: "x" 1 [2.5] ["a"] Optional("q")
print(1...3, 0..<2, (1...).lowerBound) // expect: 1...3 0..<2 1
struct S { var a = 1; var b = "two"; var c: [Double] = [1]; var d: Int? = nil }
print(S(), [S()]) // expect: S(a: 1, b: "two", c: [1.0], d: nil) [main.S(a: 1, b: "two", c: [1.0], d: nil)]
enum E { case a, b(Int), c(x: Int, y: String) }
print(E.a, E.b(1), E.c(x: 1, y: "z"), [E.a]) // expect: a b(1) c(x: 1, y: "z") [main.E.a]
debugPrint(S(), E.b(2)) // expect: main.S(a: 1, b: "two", c: [1.0], d: nil) main.E.b(2)
print(Int.self, type(of: 1.5), type(of: [1]), type(of: ["a": 1]), type(of: (1, "a"))) // expect: Int Double Array<Int> Dictionary<String, Int> (Int, String)
print("\(1.0) \(Optional(2) as Any) \(["x"]) \(E.a) \("q")") // expect: 1.0 Optional(2) ["x"] a q
print(String(describing: 5), String(describing: [1]), String(reflecting: "a"), "\(S().b)") // expect: 5 [1] "a" two
