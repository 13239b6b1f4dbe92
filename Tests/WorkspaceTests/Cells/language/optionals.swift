let x: Int? = 5
let y: Int? = nil
if let x { print("x is", x) } // expect: x is 5
if let value = y { print(value) } else { print("none") } // expect: none
print(x ?? 0, y ?? 0, x! + 1) // expect: 5 0 6
if let a = x, let b = y { print(a + b) } else { print("not both") } // expect: not both
if let a = x, a > 3 { print("large") } // expect: large
let text: String? = "abc"
print(text?.count as Any, text?.uppercased() ?? "-") // expect: Optional(3) ABC
let none: String? = nil
print(none?.count as Any, none?.isEmpty ?? true) // expect: nil true
print(x.map { $0 * 2 } as Any, y.map { $0 * 2 } as Any, x.flatMap { $0 > 3 ? $0 : nil } as Any) // expect: Optional(10) nil Optional(5)
print(x == 5, y == nil, x != nil, x == y) // expect: true true true false
var z: Int? = 1
z = nil
z = z ?? 7
print(z!) // expect: 7
z? += 1
print(z as Any) // expect: Optional(8)
func half(_ n: Int) -> Int? { n % 2 == 0 ? n / 2 : nil }
print(half(4) as Any, half(3) as Any, half(8).flatMap(half) as Any) // expect: Optional(2) nil Optional(2)
func check(_ n: Int?) -> String {
    guard let n else { return "nothing" }
    return "got \(n)"
}
print(check(1), check(nil)) // expect: got 1 nothing
let nested: Int?? = .some(nil)
print(nested as Any, nested == nil) // expect: Optional(nil) false
print([1, nil, 3].compactMap { $0 }, [Int("1"), Int("x")]) // expect: [1, 3] [Optional(1), nil]
let names = ["a": ["b": 1]]
print(names["a"]?["b"] as Any, names["q"]?["b"] as Any) // expect: Optional(1) nil
switch x {
case .some(let v): print("some", v)
case .none: print("none")
} // expect: some 5
while let n = z {
    print("n", n)
    z = n > 8 ? nil : n + 1
}
// expect: n 8
// expect: n 9
