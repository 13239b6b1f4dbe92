struct Shape { var sides = 0; static let least = 3; static func smallest() -> Int { self.least }; static func of(_ n: Int) -> Shape { self.init(sides: n) }; static func all() -> [Shape] { [Self.of(3), self.of(4)] }; static var name: String { "\(self)" } }
print(Shape.smallest(), Shape.of(5), Shape.all(), Shape.name)
extension Collection { static func made(_ make: () -> Self) -> String { "\(self) \(make().count)" } }
print([Int].made { [1] }, String.made { "ab" })
// expect: 3 Shape(sides: 5) [main.Shape(sides: 3), main.Shape(sides: 4)] Shape
// expect: Array<Int> 1 String 2
// ---
let numbers = [1, 2, 3]
print(numbers.reversed() == [3, 2, 1], numbers == numbers.reversed(), numbers.reversed() != numbers, numbers.reversed() + [4])
func isPalindrome(_ text: String) -> Bool { Array(text) == text.reversed() }
print(isPalindrome("level"), isPalindrome("levels"), "abc".reversed() == ["c", "b", "a"])
if numbers == numbers.reversed() { print("the same") } else { print("another") }
// expect: true false true [3, 2, 1, 4]
// expect: true false true
// expect: another
// ---
struct Code { var value: Int; init?(_ text: String) { nil }; init?(number: Int) { value = number } }
print(Code("a") as Any, Code(number: 3) as Any)
// expect: nil Optional(main.Code(value: 3))
// ---
struct Step: Strideable { var x: Int; func distance(to other: Step) -> Int { other.x - x }; func advanced(by n: Int) -> Step { Step(x: x + n) } }
print(Step(x: 1) < Step(x: 2), Step(x: 2) <= Step(x: 1), (Step(x: 0) ... Step(x: 3)).map(\.x), Array(stride(from: Step(x: 0), to: Step(x: 6), by: 2)).count)
// expect: true false [0, 1, 2, 3] 3
// ---
func kind<T>(_ x: T) -> String { "T" }
func kind(_ x: Int?) -> String { "Int?" }
print(kind(nil), kind(3), kind("a"))
// expect: Int? T T
// ---
var names: [String: String?] = ["a": "b"]
let ages = ["x": 1, "y": 2]
names["k"] = Array(ages.keys.sorted().dropFirst()).min()
print(names.count, names["k"]! as Any)
extension Sequence { func counted(_ test: (Element) throws -> Bool) rethrows -> Int { var n = 0; for item in self where try test(item) { n += 1 }; return n } }
let texts = ["a"]
print(Array(texts.suffix(2)).first ?? "3.5".counted { $0 != "a" })
// expect: 2 Optional("y")
// expect: a
// ---
protocol Kind {}
enum Level: Kind { case low, high }
var kinds: [any Kind] = [Level.low, Level.low]
kinds[0 ..< 1] = [Level.high]
print(kinds)
// expect: [main.Level.high, main.Level.low]
// ---
print("abcabc".ranges(of: "bc").count, "hello".trimmingPrefix("he"), "hello".trimmingPrefix("x"))
dump(["a", "b", "c"][1...])
dump([1][1...])
// expect: 2 llo hello
// expect: ▿ 2 elements
// expect:   - "b"
// expect:   - "c"
// expect: - 0 elements
// ---
print("aXbXc".replacing("X", with: "-", maxReplacements: 1), "aXbXc".replacing("X", with: "", maxReplacements: 5), "abc".replacing("x", with: "y", maxReplacements: 2))
// expect: a-bXc abc abc
