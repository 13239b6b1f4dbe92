// Control flow: everything switch can do
let points = [(0, 0), (3, 0), (0, -2), (1, 1), (-1, 1), (2, 5), (9, 9)]
for point in points {
    switch point {
    case (0, 0): print("origin")
    case (let x, 0), (0, let x): print("axis at \(x)")
    case (-2...2, -2...2): print("\(point) inside")
    case let (x, y) where x == y: print("x == y == \(x)")
    case (let x, let y): print("elsewhere \(x + y)")
    }
}
let approximate = 62
let naturalCount: String
switch approximate {
case 0: naturalCount = "no"
case 1..<5: naturalCount = "a few"
case 5..<12, 12..<50: naturalCount = "several"
case 50...: naturalCount = "many"
default: naturalCount = "?"
}
print(naturalCount)
switch "e" as Character { case "a", "e", "i", "o", "u": print("vowel"); fallthrough; case "y": print("maybe"); default: print("consonant") }
var gameBoard = Array(repeating: 0, count: 26)
gameBoard[3] = 8; gameBoard[6] = 11; gameBoard[9] = 9; gameBoard[10] = 2; gameBoard[14] = -10; gameBoard[19] = -11; gameBoard[22] = -2; gameBoard[24] = -8
var square = 0, roll = 0, rolls = 0
gameLoop: while square != 25 {
    roll += 1; rolls += 1
    if roll == 7 { roll = 1 }
    switch square + roll {
    case 25: break gameLoop
    case let s where s > 25: continue gameLoop
    default: square += roll; square += gameBoard[square]
    }
}
print("over after", rolls)
func kind(_ x: Any) -> String {
    switch x {
    case 0 as Int: "zero int"
    case 0 as Double: "zero double"
    case let n as Int where n < 0: "negative \(n)"
    case let n as Int: "int \(n)"
    case let d as Double: "double \(d)"
    case let s as String: "string \"\(s)\""
    case let (x, y) as (Double, Double): "pair \(x) \(y)"
    case let f as (String) -> String: f("called")
    case is [Int]: "ints"
    case let a as [Any]: "array of \(a.count): " + a.map(kind).joined(separator: ", ")
    case Optional<Any>.none: "nil"
    case let r as ClosedRange<Int>: "range \(r.count)"
    default: "something else: \(type(of: x))"
    }
}
let things: [Any] = [0, 0.0, 42, -7, 3.14159, "hello", (3.0, 5.0), { (name: String) -> String in "Hi \(name)" }, [1, 2], [1, "a", [2.5]], Int?.none as Any, 1...5, true, Character("c"), ["k": 1]]
for t in things { print(kind(t)) }
let maybe: [Int?] = [1, nil, 3, nil]
for case let n? in maybe { print(n, terminator: " ") }
for case .some(let n) in maybe where n > 1 { print("big", n, terminator: " ") }
for (i, n) in maybe.enumerated() { if case nil = n { print("nil at", i, terminator: " ") } }
print()
enum Suit: Character, CaseIterable { case hearts = "♥", spades = "♠" }
enum Rank: Int, CaseIterable, Comparable { case two = 2, three, jack = 11, queen, king, ace
    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    struct Values { let first: Int, second: Int? }
    var values: Values { switch self { case .ace: Values(first: 1, second: 11); case .jack, .queen, .king: Values(first: 10, second: nil); default: Values(first: rawValue, second: nil) } }
}
for suit in Suit.allCases { for rank in Rank.allCases.reversed() where rank >= .king || rank == .two { print("\(suit.rawValue)\(rank)", rank.values.second.map(String.init) ?? "-", terminator: " ") } }
print(Rank(rawValue: 4) as Any, Rank(rawValue: 12)!, Rank.allCases.max()!, Rank.two.hashValue == Rank.two.hashValue)
func classify(_ n: Int) -> String { if n % 15 == 0 { "FizzBuzz" } else if n % 5 == 0 { "Buzz" } else if n % 3 == 0 { "Fizz" } else { "\(n)" } }
print((1...15).map(classify).joined(separator: " "))
let temperature = 25.0, advice = if temperature <= 0 { "cold" } else if temperature >= 30 { "hot" } else { "fine" }
print(advice)
var n = 27, steps = 0
repeat { n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1; steps += 1 } while n != 1
print(steps)
outer: for i in 2... { for j in 2..<i { if i % j == 0 { continue outer } }; if i > 40 { print("prime", i); break } }
for i in stride(from: 10, to: 0, by: -3) { print(i, terminator: ",") }
for x in stride(from: 0.5, through: 1.5, by: 0.5) where x != 1 { print(x, terminator: ";") }
print()
checked: do { if steps > 100 { break checked }; print("not reached") }
func greet(_ person: [String: String]) { guard let name = person["name"] else { return }; print("Hello \(name)!", terminator: " ")
    guard let place = person["location"], !place.isEmpty else { print("somewhere"); return }; print("in \(place)") }
greet(["name": "John"]); greet(["name": "Jane", "location": "Cupertino"]); greet([:])
if case 1...9 = rolls { print("few") } else if case let r = rolls, r > 9 { print("many \(r)") }
struct Exactly { let value: Int }
func ~= (pattern: Exactly, value: Int) -> Bool { pattern.value == value }
func ~= (pattern: (Int) -> Bool, value: Int) -> Bool { pattern(value) }
let isEven = { (n: Int) in n % 2 == 0 }
for i in 1...4 { switch i { case Exactly(value: 3): print("exact 3"); case isEven: print("even"); default: print(i) } }
let nested: (Int?, Result<String, Never>) = (5, .success("yes"))
if case (let a?, .success(let b)) = nested { print(a, b) }
switch (1, "x", true) { case (_, "y", _): print("y"); case (1, _, let flag) where flag: print("one"); default: break }
// expect: origin
// expect: axis at 3
// expect: axis at -2
// expect: (1, 1) inside
// expect: (-1, 1) inside
// expect: elsewhere 7
// expect: x == y == 9
// expect: many
// expect: vowel
// expect: maybe
// expect: over after 16
// expect: zero int
// expect: zero double
// expect: int 42
// expect: negative -7
// expect: double 3.14159
// expect: string "hello"
// expect: pair 3.0 5.0
// expect: Hi called
// expect: ints
// expect: array of 3: int 1, string "a", array of 1: double 2.5
// expect: nil
// expect: range 5
// expect: something else: Bool
// expect: something else: Character
// expect: something else: Dictionary<String, Int>
// expect: 1 3 big 3 nil at 1 nil at 3
// expect: ♥ace 11 ♥king - ♥two - ♠ace 11 ♠king - ♠two - nil queen ace true
// expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
// expect: fine
// expect: 111
// expect: prime 41
// expect: 10,7,4,1,0.5;1.5;
// expect: Hello John! somewhere
// expect: Hello Jane! in Cupertino
// expect: many 16
// expect: 1
// expect: even
// expect: exact 3
// expect: even
// expect: 5 yes
// expect: one
