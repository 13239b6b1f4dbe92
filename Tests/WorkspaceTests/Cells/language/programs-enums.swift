// enums
enum Planet: Int, CaseIterable { case mercury = 1, venus, earth
    var next: Planet? { Planet(rawValue: rawValue + 1) } 
    static var heaviest: Planet { .earth } }
enum Dir: String, CaseIterable { case north, south = "S", east, west
    var opposite: Dir { switch self { case .north: .south; case .south: .north; case .east: .west; case .west: .east } }
    mutating func turn() { let all = Dir.allCases; self = all[(all.firstIndex(of: self)! + 1) % all.count] }
    init?(abbr: Character) { guard let d = Dir.allCases.first(where: { $0.rawValue.lowercased().first == abbr }) else { return nil }; self = d } }
print(Planet.allCases.map(\.rawValue), Planet.venus.next!, Planet.earth.next as Any, Planet(rawValue: 9) == nil, Planet.heaviest)
var d = Dir.north; d.turn(); print(d, d.rawValue, d.opposite, Dir(abbr: "w")!, Dir(rawValue: "S")!, Dir.allCases.count)
enum Barcode { case upc(Int, Int), qr(String), none }
for b in [Barcode.upc(1, 2), .qr("x"), .none] {
    switch b { case .upc(let a, let b) where a > b: print("a>b"); case .upc(let a, _): print(a); case .qr(let s): print(s); case .none: print("none") }
    if case .qr = b { print("is qr") }
    if case .upc(_, 2) = b { print("two") }
    guard case let .qr(s) = b else { continue }
    print(s + "!")
}
let list: [Barcode] = [.qr("a"), .upc(3, 4), .qr("b")]
for case .qr(let s) in list { print(s) }
for case let .upc(a, b) in list where a < b { print(a + b) }
let n = list.filter { if case .qr = $0 { return true } else { return false } }.count
print(n)
enum Level: Int, Comparable { case low, mid, high; static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue } }
print(Level.low < .high, [Level.high, .low].sorted(), max(Level.low, .mid), Level.mid >= .mid)
enum Auto: Comparable, Hashable { case a, b(Int), c(String, Double) }
print(Auto.a < .b(1), Auto.b(2) < .b(3), [Auto.c("x", 1), .b(9), .a].sorted(), Auto.c("a", 2) < .c("a", 3), Set([Auto.a, .a, .b(1)]).count)
indirect enum LL<T> { case end, cons(T, LL<T>)
    var array: [T] { var o: [T] = [], cur = self; while case let .cons(x, next) = cur { o.append(x); cur = next }; return o }
    func map<U>(_ f: (T) -> U) -> LL<U> { switch self { case .end: .end; case let .cons(x, r): .cons(f(x), r.map(f)) } }
    static func from(_ a: [T]) -> LL { a.reversed().reduce(.end) { .cons($1, $0) } } }
print(LL.from([1, 2, 3]).map { "\($0)" }.array, LL.cons(1, .end))
enum State { case idle, running(since: Int), stopped(reason: String?)
    mutating func next(_ t: Int) { switch self { case .idle: self = .running(since: t); case .running(let s) where t - s > 2: self = .stopped(reason: "timeout"); case .running: break; case .stopped: self = .idle } } }
var s = State.idle
for t in 0..<6 { s.next(t); print(s) }
enum Op { case plus, minus; var fn: (Int, Int) -> Int { switch self { case .plus: return (+); case .minus: return { $0 - $1 } } } }
print(Op.plus.fn(1, 2), Op.minus.fn(1, 2))
enum Konst { static let pi = 3.14; static func area(_ r: Double) -> Double { pi * r * r }; enum Inner: String { case deep = "d" } }
print(Konst.area(2), Konst.Inner.deep.rawValue, Konst.Inner(rawValue: "q") as Any)
let x: Int? = 5
switch x { case 5?: print("five"); case .some(let v): print(v); case nil: print("nil") }
switch x { case let v? where v > 3: print("gt"); case .none: print("n"); default: print("d") }
enum Temp: Double { case freeze = 0, boil = 100.5 }; print(Temp.boil.rawValue, Temp(rawValue: 0)!)
enum C: Character { case a = "A", b = "B" }; print(C(rawValue: "B")!, C.a.rawValue)
print(Barcode.upc(1, 2), Optional(Dir.east) as Any, [Dir.east: 1], State.stopped(reason: nil))
// expect: [1, 2, 3] earth nil true earth
// expect: south S north west south 4
// expect: 1
// expect: two
// expect: x
// expect: is qr
// expect: x!
// expect: none
// expect: a
// expect: b
// expect: 7
// expect: 2
// expect: true [main.Level.low, main.Level.high] mid true
// expect: true true [main.Auto.a, main.Auto.b(9), main.Auto.c("x", 1.0)] true 2
// expect: ["1", "2", "3"] cons(1, main.LL<Swift.Int>.end)
// expect: running(since: 0)
// expect: running(since: 0)
// expect: running(since: 0)
// expect: stopped(reason: Optional("timeout"))
// expect: idle
// expect: running(since: 5)
// expect: 3 -1
// expect: 12.56 d nil
// expect: five
// expect: gt
// expect: 100.5 freeze
// expect: b A
// expect: upc(1, 2) Optional(main.Dir.east) [main.Dir.east: 1] stopped(reason: nil)
