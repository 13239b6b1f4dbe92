// Enumerations
enum CompassPoint { case north; case south; case east; case west }
enum Planet: Int { case mercury = 1, venus, earth, mars, jupiter, saturn, uranus, neptune }
var directionToHead = CompassPoint.west
directionToHead = .south
switch directionToHead {
case .north: print("Lots of planets have a north")
case .south: print("Watch out for penguins") // expect: Watch out for penguins
case .east: print("Where the sun rises")
case .west: print("Where the skies are blue")
}
let somePlanet = Planet.earth
switch somePlanet { case .earth: print("Mostly harmless"); default: print("Not a safe place for humans") }
// expect: Mostly harmless
enum Beverage: CaseIterable { case coffee, tea, juice }
print("\(Beverage.allCases.count) beverages available") // expect: 3 beverages available
for beverage in Beverage.allCases { print(beverage) }
// expect: coffee
// expect: tea
// expect: juice
print(Beverage.allCases) // expect: [main.Beverage.coffee, main.Beverage.tea, main.Beverage.juice]
enum Barcode { case upc(Int, Int, Int, Int); case qrCode(String) }
var productBarcode = Barcode.upc(8, 85909, 51226, 3)
print(productBarcode) // expect: upc(8, 85909, 51226, 3)
switch productBarcode { case .upc(let numberSystem, let manufacturer, let product, let check): print("UPC: \(numberSystem), \(manufacturer), \(product), \(check)."); case .qrCode(let productCode): print("QR code: \(productCode).") }
// expect: UPC: 8, 85909, 51226, 3.
productBarcode = .qrCode("ABCDEFGHIJKLMNOP")
switch productBarcode { case let .upc(numberSystem, manufacturer, product, check): print("UPC : \(numberSystem), \(manufacturer), \(product), \(check)."); case let .qrCode(productCode): print("QR code: \(productCode).") }
// expect: QR code: ABCDEFGHIJKLMNOP.
print(productBarcode) // expect: qrCode("ABCDEFGHIJKLMNOP")
enum ASCIIControlCharacter: Character { case tab = "\t"; case lineFeed = "\n"; case carriageReturn = "\r" }
print(ASCIIControlCharacter.tab.rawValue == "\t", ASCIIControlCharacter(rawValue: "\n") as Any)
// expect: true Optional(main.ASCIIControlCharacter.lineFeed)
enum Named: String, CaseIterable { case north, south, east = "EAST", west }
print(Named.south.rawValue, Named.allCases.map { $0.rawValue }, Named(rawValue: "EAST")!, Named(rawValue: "east") as Any)
// expect: south ["north", "south", "EAST", "west"] east nil
print(Planet.earth.rawValue, Planet(rawValue: 7) as Any, Planet(rawValue: 11) as Any)
// expect: 3 Optional(main.Planet.uranus) nil
if let somePlanet = Planet(rawValue: 11) { print(somePlanet) } else { print("There isn't a planet at position \(11)") }
// expect: There isn't a planet at position 11
indirect enum ArithmeticExpression { case number(Int); case addition(ArithmeticExpression, ArithmeticExpression); case multiplication(ArithmeticExpression, ArithmeticExpression) }
let five = ArithmeticExpression.number(5), four = ArithmeticExpression.number(4)
let sum = ArithmeticExpression.addition(five, four)
let product = ArithmeticExpression.multiplication(sum, ArithmeticExpression.number(2))
func evaluate(_ expression: ArithmeticExpression) -> Int {
    switch expression { case let .number(value): return value; case let .addition(left, right): return evaluate(left) + evaluate(right); case let .multiplication(left, right): return evaluate(left) * evaluate(right) }
}
print(evaluate(product), product)
// expect: 18 multiplication(main.ArithmeticExpression.addition(main.ArithmeticExpression.number(5), main.ArithmeticExpression.number(4)), main.ArithmeticExpression.number(2))
enum Tree<T> { case leaf; indirect case node(Tree<T>, T, Tree<T>)
    func inserting(_ v: T, by less: (T, T) -> Bool) -> Tree<T> {
        guard case let .node(l, x, r) = self else { return .node(.leaf, v, .leaf) }
        if less(v, x) { return .node(l.inserting(v, by: less), x, r) }
        return .node(l, x, r.inserting(v, by: less))
    }
    var elements: [T] { switch self { case .leaf: return []; case let .node(l, x, r): return l.elements + [x] + r.elements } }
    var depth: Int { if case .node(let l, _, let r) = self { return 1 + max(l.depth, r.depth) } else { return 0 } }
}
var t = Tree<Int>.leaf
for v in [5, 2, 8, 1, 9, 3] { t = t.inserting(v, by: <) }
print(t.elements, t.depth) // expect: [1, 2, 3, 5, 8, 9] 3
enum TriStateSwitch { case off, low, high
    mutating func next() { switch self { case .off: self = .low; case .low: self = .high; case .high: self = .off } } }
var ovenLight = TriStateSwitch.low
ovenLight.next(); print(ovenLight); ovenLight.next(); print(ovenLight)
// expect: high
// expect: off
enum Shape: Equatable { case circle(radius: Double), rectangle(width: Double, height: Double), point
    static let unit = Shape.circle(radius: 1)
    var area: Double { switch self { case .circle(let r): return Double.pi * r * r; case .rectangle(let w, let h): return w * h; case .point: return 0 } }
    init(square side: Double) { self = .rectangle(width: side, height: side) }
    subscript(scale: Double) -> Shape { switch self { case .circle(radius: let r): return .circle(radius: r * scale); case let .rectangle(width, height): return .rectangle(width: width * scale, height: height * scale); case .point: return self } }
}
print(Shape.unit, Shape(square: 2), Shape.unit[3], Shape.point.area, Shape.unit == .circle(radius: 1), Shape.point != .unit)
// expect: circle(radius: 1.0) rectangle(width: 2.0, height: 2.0) circle(radius: 3.0) 0.0 true true
print([Shape.unit, .point, .init(square: 1)].map(\.area)) // expect: [3.141592653589793, 0.0, 1.0]
if case .circle(let radius) = Shape.unit, radius > 0.5 { print("big", radius) } // expect: big 1.0
for case .rectangle(let w, _) in [Shape.unit, Shape(square: 3), Shape(square: 4)] { print(w) }
// expect: 3.0
// expect: 4.0
enum Level: Int, Comparable { case low = 10, mid = 20, high = 30; static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue } }
print([Level.high, .low, .mid].sorted(), Level.low < .high, max(Level.mid, Level.low), Level.low...Level.mid ~= .high)
// expect: [main.Level.low, main.Level.mid, main.Level.high] true mid false
enum Size: Comparable { case small, medium(Int), large }
print([Size.large, .medium(3), .small, .medium(1)].sorted(), Size.medium(2) < Size.medium(3), Size.small >= .large)
// expect: [main.Size.small, main.Size.medium(1), main.Size.medium(3), main.Size.large] true false
enum Empty {}
print(String(describing: Empty.self), Level.self) // expect: Empty Level
var opt: Shape? = .point
switch opt { case .some(.point): print("point"); case .some(let s): print(s); case nil: print("none") } // expect: point
opt = nil
switch opt { case .point?: print("p"); case let s?: print(s); case .none: print("none") } // expect: none
