// Structures, properties, methods, subscripts
struct Resolution { var width = 0; var height = 0 }
let vga = Resolution(width: 640, height: 480)
let hd = Resolution(width: 1920, height: 1080)
var cinema = hd
cinema.width = 2048
print("cinema is now \(cinema.width) pixels wide", hd.width, vga, Resolution(), Resolution(height: 3))
// expect: cinema is now 2048 pixels wide 1920 Resolution(width: 640, height: 480) Resolution(width: 0, height: 0) Resolution(width: 0, height: 3)
struct FixedLengthRange { var firstValue: Int; let length: Int }
var rangeOfThreeItems = FixedLengthRange(firstValue: 0, length: 3)
rangeOfThreeItems.firstValue = 6
print(rangeOfThreeItems) // expect: FixedLengthRange(firstValue: 6, length: 3)
struct Point { var x = 0.0, y = 0.0 }
struct Size { var width = 0.0, height = 0.0 }
struct Rect {
    var origin = Point()
    var size = Size()
    var center: Point {
        get { let centerX = origin.x + (size.width / 2); let centerY = origin.y + (size.height / 2); return Point(x: centerX, y: centerY) }
        set(newCenter) { origin.x = newCenter.x - (size.width / 2); origin.y = newCenter.y - (size.height / 2) }
    }
    init() {}
    init(origin: Point, size: Size) { self.origin = origin; self.size = size }
    init(center: Point, size: Size) { self.init(origin: Point(x: center.x - size.width / 2, y: center.y - size.height / 2), size: size) }
}
var square = Rect(origin: Point(x: 0.0, y: 0.0), size: Size(width: 10.0, height: 10.0))
let initialSquareCenter = square.center
square.center = Point(x: 15.0, y: 15.0)
print("square.origin is now at (\(square.origin.x), \(square.origin.y))", initialSquareCenter, Rect(center: Point(x: 4.0, y: 4.0), size: Size(width: 3.0, height: 3.0)))
// expect: square.origin is now at (10.0, 10.0) Point(x: 5.0, y: 5.0) Rect(origin: main.Point(x: 2.5, y: 2.5), size: main.Size(width: 3.0, height: 3.0))
struct Cuboid { var width = 0.0, height = 0.0, depth = 0.0; var volume: Double { width * height * depth } }
print("the volume is \(Cuboid(width: 4.0, height: 5.0, depth: 2.0).volume)") // expect: the volume is 40.0
struct StepCounter { var totalSteps: Int = 0 { willSet(newTotalSteps) { print("About to set totalSteps to \(newTotalSteps)") } didSet { if totalSteps > oldValue { print("Added \(totalSteps - oldValue) steps") } } } }
var stepCounter = StepCounter()
stepCounter.totalSteps = 200; stepCounter.totalSteps = 360; stepCounter.totalSteps += 536
// expect: About to set totalSteps to 200
// expect: Added 200 steps
// expect: About to set totalSteps to 360
// expect: Added 160 steps
// expect: About to set totalSteps to 896
// expect: Added 536 steps
struct SomeStructure { static var storedTypeProperty = "Some value."; static var computedTypeProperty: Int { return 1 } }
print(SomeStructure.storedTypeProperty, SomeStructure.computedTypeProperty) // expect: Some value. 1
SomeStructure.storedTypeProperty = "Another value."; print(SomeStructure.storedTypeProperty) // expect: Another value.
struct AudioChannel {
    static let thresholdLevel = 10
    static var maxInputLevelForAllChannels = 0
    var currentLevel: Int = 0 { didSet { if currentLevel > AudioChannel.thresholdLevel { currentLevel = AudioChannel.thresholdLevel }; if currentLevel > AudioChannel.maxInputLevelForAllChannels { AudioChannel.maxInputLevelForAllChannels = currentLevel } } }
}
var leftChannel = AudioChannel(), rightChannel = AudioChannel()
leftChannel.currentLevel = 7; print(leftChannel.currentLevel, AudioChannel.maxInputLevelForAllChannels) // expect: 7 7
rightChannel.currentLevel = 11; print(rightChannel.currentLevel, AudioChannel.maxInputLevelForAllChannels)
// expect: 10 10
struct LevelTracker {
    static var highestUnlockedLevel = 1
    var currentLevel = 1
    static func unlock(_ level: Int) { if level > highestUnlockedLevel { highestUnlockedLevel = level } }
    static func isUnlocked(_ level: Int) -> Bool { return level <= highestUnlockedLevel }
    @discardableResult mutating func advance(to level: Int) -> Bool { if LevelTracker.isUnlocked(level) { currentLevel = level; return true } else { return false } }
}
var tracker = LevelTracker(); LevelTracker.unlock(2)
print(LevelTracker.highestUnlockedLevel, tracker.advance(to: 6)); tracker.advance(to: 2); print(tracker.currentLevel)
// expect: 2 false
// expect: 2
extension Point { func isToTheRightOf(x: Double) -> Bool { return self.x > x }; mutating func moveBy(x deltaX: Double, y deltaY: Double) { self = Point(x: x + deltaX, y: y + deltaY) } }
var somePoint = Point(x: 4.0, y: 5.0); somePoint.moveBy(x: 2.0, y: 3.0)
print(somePoint, somePoint.isToTheRightOf(x: 1.0)) // expect: Point(x: 6.0, y: 8.0) true
struct TimesTable { let multiplier: Int; subscript(index: Int) -> Int { return multiplier * index } }
print("six times three is \(TimesTable(multiplier: 3)[6])") // expect: six times three is 18
struct Matrix {
    let rows: Int, columns: Int
    var grid: [Double]
    init(rows: Int, columns: Int) { self.rows = rows; self.columns = columns; grid = Array(repeating: 0.0, count: rows * columns) }
    func indexIsValid(row: Int, column: Int) -> Bool { return row >= 0 && row < rows && column >= 0 && column < columns }
    subscript(row: Int, column: Int) -> Double {
        get { assert(indexIsValid(row: row, column: column), "Index out of range"); return grid[(row * columns) + column] }
        set { assert(indexIsValid(row: row, column: column), "Index out of range"); grid[(row * columns) + column] = newValue }
    }
}
var matrix = Matrix(rows: 2, columns: 2)
matrix[0, 1] = 1.5; matrix[1, 0] = 3.2; matrix[1, 0] += 1
print(matrix, matrix[0, 1]) // expect: Matrix(rows: 2, columns: 2, grid: [0.0, 1.5, 4.2, 0.0]) 1.5
enum Planet: Int { case mercury = 1, venus, earth, mars; static subscript(n: Int) -> Planet { return Planet(rawValue: n)! } }
print(Planet[4]) // expect: mars
struct Words { private var store = ["a": 1]; subscript(w: String, default d: Int = 0) -> Int { get { store[w] ?? d } set { store[w] = newValue } }; var all: [String] { store.keys.sorted() } }
var ws = Words(); ws["b"] += 5; ws["c", default: 10] += 1; print(ws["a"], ws["b"], ws["c"], ws["zz", default: 42], ws.all)
// expect: 1 5 11 42 ["a", "b", "c"]
struct Celsius { var temperatureInCelsius: Double; init(fromFahrenheit f: Double) { temperatureInCelsius = (f - 32.0) / 1.8 }; init(fromKelvin k: Double) { temperatureInCelsius = k - 273.15 }; init(_ c: Double) { temperatureInCelsius = c } }
print(Celsius(fromFahrenheit: 212.0), Celsius(fromKelvin: 273.15), Celsius(37.0))
// expect: Celsius(temperatureInCelsius: 100.0) Celsius(temperatureInCelsius: 0.0) Celsius(temperatureInCelsius: 37.0)
struct Animal { let species: String; init?(species: String) { if species.isEmpty { return nil }; self.species = species } }
if let giraffe = Animal(species: "Giraffe") { print("An animal was initialized with a species of \(giraffe.species)") }
// expect: An animal was initialized with a species of Giraffe
if Animal(species: "") == nil { print("The anonymous creature couldn't be initialized") }
// expect: The anonymous creature couldn't be initialized
struct Chessboard {
    let boardColors: [Bool] = {
        var temporaryBoard: [Bool] = [], isBlack = false
        for i in 1...8 { for j in 1...8 { temporaryBoard.append(isBlack); isBlack = !isBlack }; isBlack = !isBlack }
        return temporaryBoard
    }()
    func squareIsBlackAt(row: Int, column: Int) -> Bool { return boardColors[(row * 8) + column] }
}
let board = Chessboard(); print(board.squareIsBlackAt(row: 0, column: 1), board.squareIsBlackAt(row: 7, column: 7))
// expect: true false
