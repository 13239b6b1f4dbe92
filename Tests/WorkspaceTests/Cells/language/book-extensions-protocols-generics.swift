// Extensions, protocols, generics
extension Double { var km: Double { return self * 1_000.0 }; var m: Double { return self }; var cm: Double { return self / 100.0 }; var mm: Double { return self / 1_000.0 }; var ft: Double { return self / 3.28084 } }
print("One inch is \(25.4.mm) meters", "Three feet is \(3.ft) meters", 42.km + 195.m)
// expect: One inch is 0.0254 meters Three feet is 0.914399970739201 meters 42195.0
extension Int {
    func repetitions(task: () -> Void) { for _ in 0..<self { task() } }
    mutating func square() { self = self * self }
    subscript(digitIndex: Int) -> Int { var decimalBase = 1; for _ in 0..<digitIndex { decimalBase *= 10 }; return (self / decimalBase) % 10 }
    enum Kind { case negative, zero, positive }
    var kind: Kind { switch self { case 0: return .zero; case let x where x > 0: return .positive; default: return .negative } }
}
3.repetitions { print("Hello!") }
// expect: Hello!
// expect: Hello!
// expect: Hello!
var someInt = 3; someInt.square(); print(someInt, 746381295[0], 746381295[1], 746381295[2], 746381295[8])
// expect: 9 5 9 2 7
func printIntegerKinds(_ numbers: [Int]) { for number in numbers { switch number.kind { case .negative: print("- ", terminator: ""); case .zero: print("0 ", terminator: ""); case .positive: print("+ ", terminator: "") } }; print("") }
printIntegerKinds([3, 19, -27, 0, -6, 0, 7]) // expect: + + - 0 - 0 +
protocol FullyNamed { var fullName: String { get } }
struct Person: FullyNamed { var fullName: String }
struct Starship: FullyNamed { var prefix: String?, name: String; init(name: String, prefix: String? = nil) { self.name = name; self.prefix = prefix }; var fullName: String { return (prefix != nil ? prefix! + " " : "") + name } }
let named: [FullyNamed] = [Person(fullName: "John Appleseed"), Starship(name: "Enterprise", prefix: "USS"), Starship(name: "Moya")]
print(named.map { $0.fullName }) // expect: ["John Appleseed", "USS Enterprise", "Moya"]
protocol RandomNumberGenerating { mutating func random() -> Double }
struct LinearCongruentialGenerator: RandomNumberGenerating { var lastRandom = 42.0; let m = 139968.0, a = 3877.0, c = 29573.0
    mutating func random() -> Double { lastRandom = ((lastRandom * a + c).truncatingRemainder(dividingBy: m)); return lastRandom / m } }
var generator = LinearCongruentialGenerator()
print("Here's a random number: \(generator.random())", "And another one: \(generator.random())")
// expect: Here's a random number: 0.3746499199817101 And another one: 0.729023776863283
struct Dice { let sides: Int; var generator: any RandomNumberGenerating; mutating func roll() -> Int { return Int(generator.random() * Double(sides)) + 1 } }
var d6 = Dice(sides: 6, generator: LinearCongruentialGenerator())
print((1...5).map { _ in d6.roll() }) // expect: [3, 5, 4, 5, 4]
protocol Togglable { mutating func toggle() }
enum OnOffSwitch: Togglable { case off, on; mutating func toggle() { switch self { case .off: self = .on; case .on: self = .off } } }
var lightSwitch = OnOffSwitch.off; lightSwitch.toggle(); print(lightSwitch) // expect: on
protocol TextRepresentable { var textualDescription: String { get } }
extension Dice: TextRepresentable { var textualDescription: String { return "A \(sides)-sided dice" } }
extension Array: TextRepresentable where Element: TextRepresentable { var textualDescription: String { let itemsAsText = self.map { $0.textualDescription }; return "[" + itemsAsText.joined(separator: ", ") + "]" } }
print(d6.textualDescription, [d6, d6].textualDescription) // expect: A 6-sided dice [A 6-sided dice, A 6-sided dice]
struct Hamster { var name: String; var textualDescription: String { return "A hamster named \(name)" } }
extension Hamster: TextRepresentable {}
let things: [TextRepresentable] = [d6, Hamster(name: "Simon")]
for thing in things { print(thing.textualDescription) }
// expect: A 6-sided dice
// expect: A hamster named Simon
protocol PrettyTextRepresentable: TextRepresentable { var prettyTextualDescription: String { get } }
extension Hamster: PrettyTextRepresentable { var prettyTextualDescription: String { "~" + textualDescription + "~" } }
print((things[1] as! PrettyTextRepresentable).prettyTextualDescription, things[0] is PrettyTextRepresentable, things[0] as? PrettyTextRepresentable == nil)
// expect: ~A hamster named Simon~ false true
protocol Named { var name: String { get } }
protocol Aged { var age: Int { get } }
struct Human: Named, Aged { var name: String; var age: Int }
func wishHappyBirthday(to celebrator: Named & Aged) { print("Happy birthday, \(celebrator.name), you're \(celebrator.age)!") }
wishHappyBirthday(to: Human(name: "Malcolm", age: 21)) // expect: Happy birthday, Malcolm, you're 21!
extension RandomNumberGenerating { mutating func randomBool() -> Bool { return random() > 0.5 } }
print(generator.randomBool(), generator.randomBool()) // expect: true true
extension Collection where Element: Equatable { func allEqual() -> Bool { for element in self { if element != self.first { return false } }; return true } }
print([100, 100, 100].allEqual(), [100, 200].allEqual(), "aaa".allEqual()) // expect: true false true
func swapTwoValues<T>(_ a: inout T, _ b: inout T) { let temporaryA = a; a = b; b = temporaryA }
var someString = "hello", anotherString = "world"; swapTwoValues(&someString, &anotherString); print(someString, anotherString)
// expect: world hello
struct Stack<Element> { var items: [Element] = []; mutating func push(_ item: Element) { items.append(item) }; mutating func pop() -> Element { return items.removeLast() } }
extension Stack { var topItem: Element? { return items.isEmpty ? nil : items[items.count - 1] } }
extension Stack where Element: Equatable { func isTop(_ item: Element) -> Bool { guard let topItem = items.last else { return false }; return topItem == item } }
var stackOfStrings = Stack<String>(); stackOfStrings.push("uno"); stackOfStrings.push("dos"); stackOfStrings.push("tres")
let fromTheTop = stackOfStrings.pop(); print(fromTheTop, stackOfStrings.topItem!, stackOfStrings.isTop("dos"), stackOfStrings)
// expect: tres dos true Stack<String>(items: ["uno", "dos"])
func findIndex<T: Equatable>(of valueToFind: T, in array: [T]) -> Int? { for (index, value) in array.enumerated() { if value == valueToFind { return index } }; return nil }
print(findIndex(of: 9.3, in: [3.14159, 0.1, 0.25]) as Any, findIndex(of: "Andrea", in: ["Mike", "Malcolm", "Andrea"]) as Any)
// expect: nil Optional(2)
func allItemsMatch<C1: Collection, C2: Collection>(_ a: C1, _ b: C2) -> Bool where C1.Element == C2.Element, C1.Element: Equatable { if a.count != b.count { return false }; for (x, y) in zip(a, b) { if x != y { return false } }; return true }
print(allItemsMatch([1, 2, 3], 1...3), allItemsMatch("ab", ["a", "c"])) // expect: true false
extension Stack { func average() -> Double where Element == Int { var s = 0.0; for i in items { s += Double(i) }; return s / Double(items.count) } }
print(Stack(items: [1260, 1200, 98, 37]).average()) // expect: 648.75
extension Sequence where Element: Numeric { func total() -> Element { reduce(0, +) } }
print([1, 2, 3].total(), [0.5, 0.25].total(), (1...4).total(), Set([5, 6]).total()) // expect: 6 0.75 10 11
