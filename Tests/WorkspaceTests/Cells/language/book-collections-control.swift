// Collection types and control flow
var someInts: [Int] = []
print("someInts is of type [Int] with \(someInts.count) items.", type(of: someInts))
// expect: someInts is of type [Int] with 0 items. Array<Int>
someInts.append(3); someInts = []
var threeDoubles = Array(repeating: 0.0, count: 3)
var anotherThreeDoubles = Array(repeating: 2.5, count: 3)
var sixDoubles = threeDoubles + anotherThreeDoubles
print(sixDoubles) // expect: [0.0, 0.0, 0.0, 2.5, 2.5, 2.5]
var shoppingList = ["Eggs", "Milk"]
shoppingList += ["Chocolate Spread", "Cheese", "Butter"]
shoppingList[0] = "Six eggs"
shoppingList[2...4] = ["Bananas", "Apples"]
shoppingList.insert("Maple Syrup", at: 0)
let mapleSyrup = shoppingList.remove(at: 0), apples = shoppingList.removeLast()
print(shoppingList, mapleSyrup, apples) // expect: ["Six eggs", "Milk", "Bananas"] Maple Syrup Apples
for (index, value) in shoppingList.enumerated() { print("Item \(index + 1): \(value)") }
// expect: Item 1: Six eggs
// expect: Item 2: Milk
// expect: Item 3: Bananas
var letters = Set<Character>()
letters.insert("a"); print(letters.count, letters); letters = [] // expect: 1 ["a"]
var favoriteGenres: Set = ["Rock", "Classical", "Hip hop"]
if let removedGenre = favoriteGenres.remove("Rock") { print("\(removedGenre)? I'm over it.") } else { print("I never much cared for that.") }
// expect: Rock? I'm over it.
print(favoriteGenres.contains("Funk"), favoriteGenres.sorted()) // expect: false ["Classical", "Hip hop"]
let oddDigits: Set = [1, 3, 5, 7, 9], evenDigits: Set = [0, 2, 4, 6, 8], singleDigitPrimeNumbers: Set = [2, 3, 5, 7]
print(oddDigits.union(evenDigits).sorted(), oddDigits.intersection(evenDigits).sorted())
// expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] []
print(oddDigits.subtracting(singleDigitPrimeNumbers).sorted(), oddDigits.symmetricDifference(singleDigitPrimeNumbers).sorted())
// expect: [1, 9] [1, 2, 9]
let houseAnimals: Set = ["🐶", "🐱"], farmAnimals: Set = ["🐮", "🐔", "🐑", "🐶", "🐱"], cityAnimals: Set = ["🐦", "🐭"]
print(houseAnimals.isSubset(of: farmAnimals), farmAnimals.isSuperset(of: houseAnimals), farmAnimals.isDisjoint(with: cityAnimals))
// expect: true true true
var namesOfIntegers: [Int: String] = [:]
namesOfIntegers[16] = "sixteen"; print(namesOfIntegers); namesOfIntegers = [:] // expect: [16: "sixteen"]
var airports = ["YYZ": "Toronto Pearson", "DUB": "Dublin"]
airports["LHR"] = "London"
if let oldValue = airports.updateValue("Dublin Airport", forKey: "DUB") { print("The old value for DUB was \(oldValue).") }
// expect: The old value for DUB was Dublin.
airports["APL"] = "Apple"; airports["APL"] = nil
if let removedValue = airports.removeValue(forKey: "DUB") { print("removed \(removedValue)") }
// expect: removed Dublin Airport
for (code, name) in airports.sorted(by: { $0.key < $1.key }) { print("\(code): \(name)") }
// expect: LHR: London
// expect: YYZ: Toronto Pearson
for code in airports.keys.sorted() { print(code) }
// expect: LHR
// expect: YYZ
for name in airports.values.sorted() { print(name) }
// expect: London
// expect: Toronto Pearson
let codes = [String](airports.keys).sorted(), nms = [String](airports.values).sorted()
print(codes, nms) // expect: ["LHR", "YYZ"] ["London", "Toronto Pearson"]
let base = 3, power = 10
var answer = 1
for _ in 1...power { answer *= base }
print("\(base) to the power of \(power) is \(answer)") // expect: 3 to the power of 10 is 59049
for tick in stride(from: 0, to: 60, by: 15) { print(tick, terminator: " ") }
for tick in stride(from: 3, through: 12, by: 3) { print(tick, terminator: " ") }
print() // expect: 0 15 30 45 3 6 9 12
let finalSquare = 25
var board = [Int](repeating: 0, count: finalSquare + 1)
board[03] = +08; board[06] = +11; board[09] = +09; board[10] = +02
board[14] = -10; board[19] = -11; board[22] = -02; board[24] = -08
var square = 0, diceRoll = 0
gameLoop: while square != finalSquare {
    diceRoll += 1
    if diceRoll == 7 { diceRoll = 1 }
    switch square + diceRoll {
    case finalSquare: break gameLoop
    case let newSquare where newSquare > finalSquare: continue gameLoop
    default: square += diceRoll; square += board[square]
    }
}
print("Game over!", square, diceRoll) // expect: Game over! 21 4
let someCharacter: Character = "z"
switch someCharacter { case "a", "A": print("first"); case "z": print("last"); default: print("other") } // expect: last
let approximateCount = 62
let naturalCount: String
switch approximateCount {
case 0: naturalCount = "no"
case 1..<5: naturalCount = "a few"
case 5..<12: naturalCount = "several"
case 12..<100: naturalCount = "dozens of"
case 100..<1000: naturalCount = "hundreds of"
default: naturalCount = "many"
}
print("There are \(naturalCount) moons orbiting Saturn.") // expect: There are dozens of moons orbiting Saturn.
for somePoint in [(1, 1), (0, 0), (2, 0), (0, -2), (9, 9)] {
    switch somePoint {
    case (0, 0): print("\(somePoint) is at the origin")
    case (_, 0): print("\(somePoint) is on the x-axis")
    case (0, _): print("\(somePoint) is on the y-axis")
    case (-2...2, -2...2): print("\(somePoint) is inside the box")
    default: print("\(somePoint) is outside of the box")
    }
    switch somePoint {
    case (let x, 0): print("x \(x)")
    case (0, let y): print("y \(y)")
    case let (x, y) where x == y: print("(\(x), \(y)) is on the line x == y")
    case let (x, y): print("somewhere \(x) \(y)")
    }
    switch somePoint { case (let distance, 0), (0, let distance): print("On an axis, \(distance) from the origin"); default: print("Not on an axis") }
}
// expect: (1, 1) is inside the box
// expect: (1, 1) is on the line x == y
// expect: Not on an axis
// expect: (0, 0) is at the origin
// expect: x 0
// expect: On an axis, 0 from the origin
// expect: (2, 0) is on the x-axis
// expect: x 2
// expect: On an axis, 2 from the origin
// expect: (0, -2) is on the y-axis
// expect: y -2
// expect: On an axis, -2 from the origin
// expect: (9, 9) is outside of the box
// expect: (9, 9) is on the line x == y
// expect: Not on an axis
let integerToDescribe = 5
var description = "The number \(integerToDescribe) is"
switch integerToDescribe {
case 2, 3, 5, 7, 11, 13, 17, 19: description += " a prime number, and also"; fallthrough
default: description += " an integer."
}
print(description) // expect: The number 5 is a prime number, and also an integer.
func greet(person: [String: String]) {
    guard let name = person["name"] else { return }
    print("Hello \(name)!")
    guard let location = person["location"] else { print("I hope the weather is nice near you."); return }
    print("I hope the weather is nice in \(location).")
}
greet(person: ["name": "John"]); greet(person: ["name": "Jane", "location": "Cupertino"])
// expect: Hello John!
// expect: I hope the weather is nice near you.
// expect: Hello Jane!
// expect: I hope the weather is nice in Cupertino.
let temperatureInCelsius = 25
let weatherAdvice = if temperatureInCelsius <= 0 { "It's very cold. Consider wearing a scarf." } else if temperatureInCelsius >= 30 { "It's really warm." } else { "It's not that cold. Wear a T-shirt." }
print(weatherAdvice) // expect: It's not that cold. Wear a T-shirt.
let freezeWarning: String? = if temperatureInCelsius <= 0 { "It's below freezing. Watch for ice!" } else { nil }
print(freezeWarning ?? "no warning") // expect: no warning
let message = switch someCharacter { case "a": "The first letter of the Latin alphabet"; case "z": "The last letter"; default: "Some other character" }
print(message) // expect: The last letter
var score = 1
if score < 10 { defer { print(score) }; defer { print("The score is:") }; score += 5 }
// expect: The score is:
// expect: 6
