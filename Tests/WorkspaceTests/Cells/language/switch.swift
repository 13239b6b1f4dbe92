func kind(_ n: Int) -> String {
    switch n {
    case 0: return "zero"
    case 1, 2, 3: return "few"
    case 4..<10: return "some"
    case 10...: return "many"
    default: return "negative"
    }
}
print(kind(0), kind(2), kind(5), kind(100), kind(-1)) // expect: zero few some many negative
let point = (1, 0)
switch point {
case (0, 0): print("origin")
case (_, 0): print("on x")
case (0, _): print("on y")
case let (x, y) where x == y: print("diagonal", x)
case (let x, let y): print(x, y)
} // expect: on x
switch "b" {
case "a": print("A")
case "b":
    print("B")
    fallthrough
case "c": print("C")
default: print("other")
}
// expect: B
// expect: C
enum Direction: String, CaseIterable { case north, south, east, west }
let d = Direction.east
switch d {
case .north, .south: print("vertical")
case .east, .west: print("horizontal")
} // expect: horizontal
print(Direction.allCases.count, d.rawValue, Direction(rawValue: "west")!, Direction(rawValue: "up") as Any, d) // expect: 4 east west nil east
enum Shape {
    case circle(radius: Double)
    case rectangle(width: Double, height: Double)
    case point
    var area: Double {
        switch self {
        case .circle(let r): return 3 * r * r
        case .rectangle(let w, let h): return w * h
        case .point: return 0
        }
    }
}
for s in [Shape.circle(radius: 2), .rectangle(width: 2, height: 3), .point] { print(s.area, s) }
// expect: 12.0 circle(radius: 2.0)
// expect: 6.0 rectangle(width: 2.0, height: 3.0)
// expect: 0.0 point
let size = switch 15 { case ..<10: "small"; case 10..<20: "medium"; default: "large" }
print(size) // expect: medium
if case .circle(let r) = Shape.circle(radius: 1) { print(r) } // expect: 1.0
let c: Character = "e"
switch c {
case "a", "e", "i", "o", "u": print("vowel")
default: print("consonant")
} // expect: vowel
