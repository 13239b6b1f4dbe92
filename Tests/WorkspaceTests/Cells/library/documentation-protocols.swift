// In the manner of the library's own documentation: protocols
struct StreetAddress: Equatable { let number: String; let street: String; let unit: String?; init(_ number: String, _ street: String, unit: String? = nil) { self.number = number; self.street = street; self.unit = unit }
    static func == (lhs: StreetAddress, rhs: StreetAddress) -> Bool { return lhs.number == rhs.number && lhs.street == rhs.street && lhs.unit == rhs.unit } }
let addresses = [StreetAddress("1490", "Grove Street"), StreetAddress("2119", "Maple Avenue"), StreetAddress("1400", "16th Street")]
let home = StreetAddress("1400", "16th Street"); print(addresses[0] == home, addresses.contains(home), addresses.firstIndex(of: home)!)
// expect: false true 2
struct GridPoint: Hashable { var x: Int; var y: Int; static func == (lhs: GridPoint, rhs: GridPoint) -> Bool { lhs.x == rhs.x && lhs.y == rhs.y }; func hash(into hasher: inout Hasher) { hasher.combine(x); hasher.combine(y) } }
var tappedPoints: Set = [GridPoint(x: 2, y: 3), GridPoint(x: 4, y: 1)]; let nextTap = GridPoint(x: 0, y: 1); if tappedPoints.contains(nextTap) { print("Already tapped") } else { tappedPoints.insert(nextTap); print("New tap detected at (\(nextTap.x), \(nextTap.y))") }
// expect: New tap detected at (0, 1)
struct Date: Comparable { let year: Int; let month: Int; let day: Int; static func < (lhs: Date, rhs: Date) -> Bool { if lhs.year != rhs.year { return lhs.year < rhs.year } else if lhs.month != rhs.month { return lhs.month < rhs.month } else { return lhs.day < rhs.day } } }
let spaceOddity = Date(year: 1969, month: 7, day: 11), moonLanding = Date(year: 1969, month: 7, day: 20), today = Date(year: 2023, month: 1, day: 2); print(spaceOddity < moonLanding, moonLanding > today, [today, spaceOddity, moonLanding].min()!, (spaceOddity...today).contains(moonLanding), max(today, moonLanding) == today)
// expect: true false Date(year: 1969, month: 7, day: 11) true true
enum CompassDirection: CaseIterable { case north, south, east, west }; print("There are \(CompassDirection.allCases.count) directions.", CompassDirection.allCases.map({ "\($0)" }).joined(separator: ", "))
// expect: There are 4 directions. north, south, east, west
enum Counter: Int { case one = 1, two, three, four, five }; for i in 3...6 { print(Counter(rawValue: i) as Any) }; print(Counter.four.rawValue, Counter.one == .one, Counter.one.rawValue < Counter.two.rawValue)
// expect: Optional(main.Counter.three)
// expect: Optional(main.Counter.four)
// expect: Optional(main.Counter.five)
// expect: nil
// expect: 4 true true
struct Directions: OptionSet { let rawValue: UInt8; static let up = Directions(rawValue: 1 << 0), down = Directions(rawValue: 1 << 1), left = Directions(rawValue: 1 << 2), right = Directions(rawValue: 1 << 3) }; let allowedMoves = Directions([.right, .down, .left]); print(allowedMoves.rawValue, allowedMoves.contains(.right), allowedMoves.contains(.up), Directions().isEmpty)
// expect: 14 true false true
struct ShippingOptions: OptionSet { let rawValue: Int; static let nextDay = ShippingOptions(rawValue: 1 << 0), secondDay = ShippingOptions(rawValue: 1 << 1), priority = ShippingOptions(rawValue: 1 << 2), standard = ShippingOptions(rawValue: 1 << 3); static let express: ShippingOptions = [.nextDay, .secondDay], all: ShippingOptions = [.express, .priority, .standard] }
let singleOption: ShippingOptions = .priority, multipleOptions: ShippingOptions = [.nextDay, .secondDay, .priority], noOptions: ShippingOptions = []; var freeOptions: ShippingOptions = []; freeOptions.insert(.priority); let purchasePrice = 87.55; if purchasePrice > 50 { freeOptions.insert(.nextDay) }; print(freeOptions.contains(.priority), freeOptions.isSuperset(of: .express), freeOptions.isStrictSubset(of: .all), ShippingOptions.all.subtracting(freeOptions).rawValue, multipleOptions.isDisjoint(with: .standard), singleOption == freeOptions, noOptions.isEmpty, freeOptions.update(with: .standard) as Any, freeOptions.formUnion(.express), freeOptions.rawValue)
// expect: true false true 10 true false true nil () 15
struct Point { let x: Int, y: Int }; print(Point(x: 21, y: 30)); extension Point: CustomStringConvertible { var description: String { return "(\(x), \(y))" } }; extension Point: CustomDebugStringConvertible { var debugDescription: String { "Point(x: \(x), y: \(y))" } }; print(Point(x: 21, y: 30), String(reflecting: Point(x: 1, y: 2)), String(describing: Point(x: 1, y: 2))); debugPrint(Point(x: 3, y: 4), [Point(x: 5, y: 6)]); print([Point(x: 5, y: 6)])
// expect: (21, 30)
// expect: (21, 30) Point(x: 1, y: 2) (1, 2)
// expect: Point(x: 3, y: 4) [Point(x: 5, y: 6)]
// expect: [Point(x: 5, y: 6)]
struct ASCIILogger: TextOutputStream { var log: [String] = []; mutating func write(_ string: String) { let ascii = string.unicodeScalars.lazy.map { scalar in scalar == "\n" ? "\n" : scalar.escaped(asASCII: true) }; log.append(ascii.joined(separator: "")) } }
var asciiLogger = ASCIILogger(); let s = "Hearts ♡ and Diamonds ♢"; print(s, to: &asciiLogger); print(asciiLogger.log); var text = ""; print("a", 1, separator: "+", terminator: ";", to: &text); "xyz".write(to: &text); text.write("!"); print(text)
// expect: ["", "Hearts \\u{2661} and Diamonds \\u{2662}", "\n"]
// expect: a+1;xyz!
struct Mesh: ExpressibleByArrayLiteral, Sequence { var v: [Double]; init(arrayLiteral elements: Double...) { v = elements }; func makeIterator() -> Array<Double>.Iterator { v.makeIterator() } }; let mesh: Mesh = [1, 2.5, 3]; print(mesh.reduce(0, +), mesh.map { $0 * 2 }, mesh.max()!); func total(_ m: Mesh) -> Double { m.reduce(0, +) }; print(total([1, 2]), total([]))
// expect: 6.5 [2.0, 5.0, 6.0] 3.0
// expect: 3.0 0.0
struct Temperature: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, Comparable, Strideable { var c: Double; init(floatLiteral value: Double) { c = value }; init(integerLiteral value: Int) { c = Double(value) }; static func < (a: Self, b: Self) -> Bool { a.c < b.c }; func distance(to other: Temperature) -> Double { other.c - c }; func advanced(by n: Double) -> Temperature { var t = self; t.c += n; return t } }; let warm: Temperature = 21.5; print(warm > 20, stride(from: warm, to: 24, by: 1).map(\.c), (20...25 as ClosedRange<Temperature>).contains(warm), warm.advanced(by: 2), warm.distance(to: 30))
// expect: true [21.5, 22.5, 23.5] true Temperature(c: 23.5) 8.5
struct Version: LosslessStringConvertible, Comparable { let parts: [Int]; init?(_ d: String) { let p = d.split(separator: ".").map { Int($0) }; guard !p.contains(nil) else { return nil }; parts = p.compactMap { $0 } }; var description: String { parts.map(String.init).joined(separator: ".") }; static func < (a: Version, b: Version) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) } }; print(["1.2.10", "1.2.9", "1.x", "0.9"].compactMap(Version.init).sorted(), Version("1.a") as Any, String(Version("3.4")!))
// expect: [0.9, 1.2.9, 1.2.10] nil 3.4
struct Countdown: Sequence { let start: Int; func makeIterator() -> CountdownIterator { return CountdownIterator(self) } }; struct CountdownIterator: IteratorProtocol { let countdown: Countdown; var times = 0; init(_ countdown: Countdown) { self.countdown = countdown }; mutating func next() -> Int? { let nextNumber = countdown.start - times; guard nextNumber > 0 else { return nil }; times += 1; return nextNumber } }; for count in Countdown(start: 3) { print("\(count)...", terminator: " ") }; print(); extension Sequence { func reduce1(_ f: (Element, Element) -> Element) -> Element? { var i = makeIterator(); guard var accumulated = i.next() else { return nil }; while let element = i.next() { accumulated = f(accumulated, element) }; return accumulated } }; print([1, 2, 3].reduce1(+) ?? 0, Countdown(start: 5).reduce1(*)!, [Int]().reduce1(+) as Any)
// expect: 3... 2... 1...
// expect: 6 120 nil
struct LazyScanSequence<Base: Sequence, Result>: LazySequenceProtocol { let initial: Result, base: Base, nextPartialResult: (Result, Base.Element) -> Result; struct Iterator: IteratorProtocol { var base: Base.Iterator, next0: Result?, nextPartialResult: (Result, Base.Element) -> Result; mutating func next() -> Result? { return next0.map { result in next0 = base.next().map { nextPartialResult(result, $0) }; return result } } }; func makeIterator() -> Iterator { Iterator(base: base.makeIterator(), next0: initial, nextPartialResult: nextPartialResult) } }
extension LazySequenceProtocol { func scan<Result>(_ initial: Result, _ nextPartialResult: @escaping (Result, Element) -> Result) -> LazyScanSequence<Self, Result> { LazyScanSequence(initial: initial, base: self, nextPartialResult: nextPartialResult) } }; print(Array((1..<6).lazy.scan(0, +)), (1...4).lazy.scan(1, *).map { $0 * 10 }.filter { $0 > 10 }.reduce(0, +))
// expect: [0, 1, 3, 6, 10, 15] 320
struct Identified: Identifiable { let id: Int; var n: String }; func find<T: Identifiable>(_ xs: [T], _ id: T.ID) -> T? { xs.first { $0.id == id } }; print(find([Identified(id: 1, n: "a"), Identified(id: 2, n: "b")], 2)?.n ?? "-"); struct Ten: AdditiveArithmetic { var v: Int; static var zero: Ten { Ten(v: 0) }; static func + (a: Ten, b: Ten) -> Ten { Ten(v: a.v + b.v) }; static func - (a: Ten, b: Ten) -> Ten { Ten(v: a.v - b.v) } }; extension Sequence where Element: AdditiveArithmetic { func sum() -> Element { reduce(.zero, +) } }; print([Ten(v: 1), Ten(v: 4)].sum().v, [1.5, 2].sum(), Array(0..<5).sum())
// expect: b
// expect: 5 3.5 10
