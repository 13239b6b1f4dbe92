// Basic operators
let b = 10
var a = 5
a = b
let (x, y) = (1, 2)
print(a, x, y) // expect: 10 1 2
print(1 + 2, 5 - 3, 2 * 3, 10.0 / 2.5, "hello, " + "world", 9 % 4, -9 % 4, 9 % -4, 8.truncated())
// expect: 3 2 6 4.0 hello, world 1 -1 1 8
extension Int { func truncated() -> Int { self } }
let three = 3, minusThree = -three, plusThree = -minusThree
let minusSix = -6, alsoMinusSix = +minusSix
print(minusThree, plusThree, alsoMinusSix) // expect: -3 3 -6
a += 2; a -= 1; a *= 3; a /= 2; a %= 7
print(a) // expect: 2
print(1 == 1, 2 != 1, 2 > 1, 1 < 2, 1 >= 1, 2 <= 1) // expect: true true true true true false
print((1, "zebra") < (2, "apple"), (3, "apple") < (3, "bird"), (4, "dog") == (4, "dog")) // expect: true true true
print(("blue", -1) < ("purple", 1), (1, 2, 3) >= (1, 2, 3), (1.5, "a", 3) != (1.5, "a", 4)) // expect: true true true
let contentHeight = 40, hasHeader = true
let rowHeight = contentHeight + (hasHeader ? 50 : 20)
print(rowHeight) // expect: 90
let defaultColorName = "red"
var userDefinedColorName: String?
var colorNameToUse = userDefinedColorName ?? defaultColorName
print(colorNameToUse) // expect: red
userDefinedColorName = "green"
colorNameToUse = userDefinedColorName ?? defaultColorName
print(colorNameToUse) // expect: green
let p: Int? = nil, q: Int? = nil, r: Int? = 5
print(p ?? q ?? r ?? 9, (p ?? q) as Any) // expect: 5 nil
for index in 1...5 { print("\(index) times 5 is \(index * 5)", terminator: index < 5 ? "; " : "\n") }
// expect: 1 times 5 is 5; 2 times 5 is 10; 3 times 5 is 15; 4 times 5 is 20; 5 times 5 is 25
let names = ["Anna", "Alex", "Brian", "Jack"]
for i in 0..<names.count { print("Person \(i + 1) is called \(names[i])") }
// expect: Person 1 is called Anna
// expect: Person 2 is called Alex
// expect: Person 3 is called Brian
// expect: Person 4 is called Jack
for name in names[2...] { print(name) }
// expect: Brian
// expect: Jack
for name in names[...2] { print(name, terminator: " ") }
print() // expect: Anna Alex Brian
for name in names[..<2] { print(name, terminator: " ") }
print() // expect: Anna Alex
let range = ...5
print(range.contains(7), range.contains(4), range.contains(-1), (..<5).contains(5), (5...).contains(99))
// expect: false true true false true
let allowedEntry = false, enteredDoorCode = true, passedRetinaScan = false
if !allowedEntry { print("ACCESS DENIED") } // expect: ACCESS DENIED
if enteredDoorCode && passedRetinaScan { print("Welcome!") } else { print("ACCESS DENIED") } // expect: ACCESS DENIED
let hasDoorKey = false, knowsOverridePassword = true
if enteredDoorCode && passedRetinaScan || hasDoorKey || knowsOverridePassword { print("Welcome!") } else { print("DENIED") }
// expect: Welcome!
if (enteredDoorCode && passedRetinaScan) || hasDoorKey || knowsOverridePassword { print("Welcome!") } // expect: Welcome!
// Advanced
let initialBits: UInt8 = 0b00001111
let invertedBits = ~initialBits
print(String(invertedBits, radix: 2), invertedBits) // expect: 11110000 240
let firstSixBits: UInt8 = 0b11111100, lastSixBits: UInt8 = 0b00111111
print(String(firstSixBits & lastSixBits, radix: 2)) // expect: 111100
let someBits: UInt8 = 0b10110010, moreBits: UInt8 = 0b01011110
print(String(someBits | moreBits, radix: 2), String(0b00010100 as UInt8 ^ 0b00000101, radix: 2))
// expect: 11111110 10001
let shiftBits: UInt8 = 4
print(shiftBits << 1, shiftBits << 2, shiftBits << 5, shiftBits << 6, shiftBits >> 2) // expect: 8 16 128 0 1
let pink: UInt32 = 0xCC6699
let redComponent = (pink & 0xFF0000) >> 16, greenComponent = (pink & 0x00FF00) >> 8, blueComponent = pink & 0x0000FF
print(redComponent, greenComponent, blueComponent) // expect: 204 102 153
var unsignedOverflow = UInt8.max
unsignedOverflow = unsignedOverflow &+ 1
print(unsignedOverflow) // expect: 0
unsignedOverflow = UInt8.min &- 1
print(unsignedOverflow) // expect: 255
var signedOverflow = Int8.min
signedOverflow = signedOverflow &- 1
print(signedOverflow, Int8(-128) &* 2, Int.max &+ 1 == Int.min) // expect: 127 0 true
print(2 + 3 % 4 * 5, 2 + ((3 % 4) * 5), 1 + 2 << 3, 7 & 3 == 3, 1 | 2 ^ 3 & 4) // expect: 17 17 17 true 3
struct Vector2D { var x = 0.0, y = 0.0 }
extension Vector2D {
    static func + (left: Vector2D, right: Vector2D) -> Vector2D { return Vector2D(x: left.x + right.x, y: left.y + right.y) }
    static prefix func - (vector: Vector2D) -> Vector2D { return Vector2D(x: -vector.x, y: -vector.y) }
    static func += (left: inout Vector2D, right: Vector2D) { left = left + right }
}
extension Vector2D: Equatable { static func == (left: Vector2D, right: Vector2D) -> Bool { return (left.x == right.x) && (left.y == right.y) } }
prefix operator +++
extension Vector2D { static prefix func +++ (vector: inout Vector2D) -> Vector2D { vector += vector; return vector } }
infix operator +-: AdditionPrecedence
extension Vector2D { static func +- (left: Vector2D, right: Vector2D) -> Vector2D { return Vector2D(x: left.x + right.x, y: left.y - right.y) } }
var toBeDoubled = Vector2D(x: 1.0, y: 4.0)
let afterDoubling = +++toBeDoubled
print(toBeDoubled, afterDoubling, toBeDoubled == afterDoubling)
// expect: Vector2D(x: 2.0, y: 8.0) Vector2D(x: 2.0, y: 8.0) true
let firstVector = Vector2D(x: 1.0, y: 2.0), secondVector = Vector2D(x: 3.0, y: 4.0)
print(firstVector +- secondVector, -firstVector, firstVector + secondVector != secondVector)
// expect: Vector2D(x: 4.0, y: -2.0) Vector2D(x: -1.0, y: -2.0) true
precedencegroup PowerPrecedence { higherThan: MultiplicationPrecedence associativity: right }
infix operator **: PowerPrecedence
func ** (base: Double, power: Double) -> Double { var r = 1.0; for _ in 0..<Int(power) { r *= base }; return r }
print(2 ** 3 ** 2, 2 * 3 ** 2, -2.0 ** 2) // expect: 512.0 18.0 4.0
precedencegroup Loose { lowerThan: AdditionPrecedence }
infix operator <+>: Loose
func <+> (a: Int, b: Int) -> [Int] { [a, b] }
print(1 + 2 <+> 3 * 4) // expect: [3, 12]
