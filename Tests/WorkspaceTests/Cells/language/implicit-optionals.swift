// Members without a base where an Optional is wanted: those of what is in it, unlabelled initializers too.
struct Point { var x: Double; init(_ x: Double) { self.x = x } }
struct Mark { var count: Int; init(_ count: Int, width: UInt32) { self.count = count + Int(width) } }
var a: Point? = .init(2.5)
print(a?.x ?? -1) // expect: 2.5
a = .init(3.5)
print(a?.x ?? -1) // expect: 3.5
var table: [Int: Point] = [:]
table[5] = .init(4.5)
print(table[5]!.x) // expect: 4.5
let list: [Point?] = [.init(1.5), nil]
print(list.count, list[0]!.x) // expect: 2 1.5
func show(_ point: Point?) { print(point?.x ?? 0) }
show(.init(6.5)) // expect: 6.5
func made(_ flag: Bool) -> Point? { flag ? .init(1) : nil }
print(made(true)!.x, made(false) == nil) // expect: 1.0 true
// An Optional's own initializer takes what is in it, and comes first.
let own: Int? = .init(7), other: Point? = .init(Point(8))
print(own!, other!.x) // expect: 7 8.0
// ---
var mark: Mark?
mark = [1].isEmpty ? nil : .init(5, width: 14)
print(mark!.count) // expect: 19
mark = mark != nil && [Int]().allSatisfy({ _ in true }) ? .init(1, width: 2) : nil
print(mark!.count) // expect: 3
let chosen: Mark? = true ? .init(1, width: 2) : nil
print(chosen!.count) // expect: 3
// ---
// Where the Optional is written, only its own are meant.
print(Optional<Double>(2) as Any, type(of: Optional<Character>("f")), type(of: Optional<UInt8>.init(200))) // expect: Optional(2.0) Optional<Character> Optional<UInt8>
if let letter = (Optional<Character>("🐟")) { print(letter) } // expect: 🐟
