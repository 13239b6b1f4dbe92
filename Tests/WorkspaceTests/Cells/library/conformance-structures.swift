// Structures, properties, subscripts, nested types, extensions
struct Resolution: Equatable { var width = 0, height = 0; var pixels: Int { width * height } }
struct VideoMode { var resolution = Resolution(); var interlaced = false; var frameRate = 0.0; var name: String? }
var hd = Resolution(width: 1920, height: 1080), cinema = hd; cinema.width = 2048
print(hd, cinema, hd == cinema, Resolution(height: 5))
var mode = VideoMode(frameRate: 25, name: nil); mode.resolution.width = 640; mode.name = "x"; mode.name?.append("y"); print(mode, mode.name?.count ?? 0)
struct Rect {
    struct Point { var x = 0.0, y = 0.0 }
    struct Size { var width = 0.0, height = 0.0; static let unit = Size(width: 1, height: 1) }
    var origin = Point(), size = Size()
    init() {}
    init(origin: Point, size: Size) { self.origin = origin; self.size = size }
    init(center: Point, size: Size) { self.init(origin: Point(x: center.x - size.width / 2, y: center.y - size.height / 2), size: size) }
    init?(_ text: String) {
        let parts = text.split(separator: ",").compactMap { Double($0) }
        guard parts.count == 4 else { return nil }
        self.init(origin: .init(x: parts[0], y: parts[1]), size: .init(width: parts[2], height: parts[3]))
    }
    var center: Point {
        get { Point(x: origin.x + size.width / 2, y: origin.y + size.height / 2) }
        set(c) { origin.x = c.x - size.width / 2; origin.y = c.y - size.height / 2 }
    }
}
var r = Rect(center: .init(x: 5, y: 5), size: .unit); r.center = .init(x: 1, y: 2); r.center.x += 10; r.size.width *= 4
print(r, Rect("1,2,3,4")!.center, Rect("1,2") as Any, Rect().origin)
struct StepCounter {
    var total: Int = 0 {
        willSet(new) { print("about to set \(new)", terminator: "; ") }
        didSet { if total > oldValue { print("added \(total - oldValue)") } else { print("now \(total)"); if total < 0 { total = 0 } } }
    }
    var history: [Int] = [] { didSet { count += 1 } }
    private(set) var count = 0
}
var sc = StepCounter(); sc.total = 200; sc.total += 160; sc.total = -5; sc.history.append(1); sc.history[0] = 2; print(sc.total, sc.count)
struct TimesTable { let multiplier: Int; subscript(i: Int) -> Int { multiplier * i } ; subscript(r: ClosedRange<Int>) -> [Int] { r.map { self[$0] } } }
print(TimesTable(multiplier: 3)[6], TimesTable(multiplier: 2)[1...4])
struct Board { private var cells: [Character]; let side: Int
    init(side: Int) { self.side = side; cells = .init(repeating: ".", count: side * side) }
    subscript(row: Int, column: Int) -> Character { get { assert(valid(row, column)); return cells[row * side + column] } set { cells[row * side + column] = newValue } }
    subscript(name: String) -> Character? { get { parse(name).map { self[$0, $1] } } set { if let (r, c) = parse(name), let newValue { self[r, c] = newValue } } }
    subscript(diagonal d: Int, default fallback: Character = "?") -> Character { d < side ? self[d, d] : fallback }
    static subscript(n: Int) -> Board { Board(side: n) }
    private func valid(_ r: Int, _ c: Int) -> Bool { r >= 0 && r < side && c >= 0 && c < side }
    private func parse(_ s: String) -> (Int, Int)? {
        guard s.count == 2, let f = s.first?.asciiValue, let r = s.last?.wholeNumberValue else { return nil }
        let c = Int(f) - 97; return valid(r - 1, c) ? (r - 1, c) : nil
    }
    var text: String { stride(from: 0, to: cells.count, by: side).map { String(cells[$0..<$0 + side]) }.joined(separator: "/") }
}
var board = Board[3]; board["a1"] = "K"; board[2, 1] = "q"; board["z9"] = "x"; print(board.text, board["a1"]!, board["c9"] as Any, board[diagonal: 0], board[diagonal: 7], board[diagonal: 9, default: "!"])
enum Planet: Int, CaseIterable { case mercury = 1, venus, earth, mars
    static let home = Planet.earth; static var visited: Set<Planet> = []
    var next: Planet? { Planet(rawValue: rawValue + 1) }
    mutating func advance() { self = next ?? .mercury }
    func visit() -> Self { Planet.visited.insert(self); return self }
}
var planet = Planet.mars; planet.advance(); _ = Planet.home.visit().next?.visit(); print(planet, Planet.visited.count, Planet.allCases.map { $0.rawValue }, Planet(rawValue: 11) == nil)
extension Double { var km: Double { self * 1_000 }; var ft: Double { self / 3.28084 }; static func lerp(_ a: Self, _ b: Self, _ t: Self) -> Self { a + (b - a) * t } }
extension Int {
    func repetitions(_ task: (Int) -> Void) { for i in 0..<self { task(i) } }
    mutating func square() { self *= self }
    subscript(digit i: Int) -> Int { var base = 1; for _ in 0..<i { base *= 10 }; return self / base % 10 }
    enum Kind { case negative, zero, positive }
    var kind: Kind { switch self { case 0: .zero; case let x where x > 0: .positive; default: .negative } }
}
3.repetitions { print("rep", $0, terminator: " ") }; var three = 3; three.square()
print(three, 746381295[digit: 5], [3, 0, -27].map(\.kind), 25.4.km, 3.0.ft, Double.lerp(0, 10, 0.25), (-3).kind == .negative)
struct Temperature { var celsius: Double
    static let boiling = Temperature(celsius: 100), zero = Self(celsius: 0); static private(set) var created = 0
    init(celsius: Double) { self.celsius = celsius; Self.created += 1 }
    init(fahrenheit f: Double) { self.init(celsius: (f - 32) / 1.8) }
    var fahrenheit: Double { get { celsius * 1.8 + 32 } set { celsius = (newValue - 32) / 1.8 } }
}
var t = Temperature(fahrenheit: 212); t.fahrenheit -= 180; print(t.celsius, Temperature.boiling.celsius, Temperature.created)
struct Chain { var items: [String] = []; func adding(_ s: String) -> Chain { var c = self; c.items.append(s); return c }; var last: String? { items.last } }
print(Chain().adding("a").adding("b").last?.uppercased() ?? "none", Chain().last?.count as Any)
struct Person { var residence: Residence?; struct Residence { var rooms: [Room] = []; var address: Address?; subscript(i: Int) -> Room { get { rooms[i] } set { rooms[i] = newValue } } }
    struct Room { var name: String }; struct Address { var street: String?; func identifier() -> String? { street.map { "#" + $0 } } } }
var john = Person(); print(john.residence?.rooms.count as Any, (john.residence?.address?.street = "x") as Any, john.residence?[0].name ?? "no room")
john.residence = .init(rooms: [.init(name: "Hall")], address: .init()); john.residence?[0].name += "way"; john.residence?.address?.street = "Main"
print(john.residence?[0].name ?? "-", john.residence?.address?.identifier()?.hasPrefix("#M") == true, john.residence?.rooms.first?.name.count ?? 0, john.residence!.address!.street!, john)
// expect: Resolution(width: 1920, height: 1080) Resolution(width: 2048, height: 1080) false Resolution(width: 0, height: 5)
// expect: VideoMode(resolution: main.Resolution(width: 640, height: 0), interlaced: false, frameRate: 25.0, name: Optional("xy")) 2
// expect: Rect(origin: main.Rect.Point(x: 10.5, y: 1.5), size: main.Rect.Size(width: 4.0, height: 1.0)) Point(x: 2.5, y: 4.0) nil Point(x: 0.0, y: 0.0)
// expect: about to set 200; added 200
// expect: about to set 360; added 160
// expect: about to set -5; now -5
// expect: 0 2
// expect: 18 [2, 4, 6, 8]
// expect: K../.../.q. K nil K ? !
// expect: mercury 2 [1, 2, 3, 4] true
// expect: rep 0 rep 1 rep 2 9 3 [(extension in main):Swift.Int.Kind.positive, (extension in main):Swift.Int.Kind.zero, (extension in main):Swift.Int.Kind.negative] 25400.0 0.914399970739201 2.5 true
// expect: 0.0 100.0 2
// expect: B nil
// expect: nil nil no room
// expect: Hallway true 7 Main Person(residence: Optional(main.Person.Residence(rooms: [main.Person.Room(name: "Hallway")], address: Optional(main.Person.Address(street: Optional("Main"))))))
