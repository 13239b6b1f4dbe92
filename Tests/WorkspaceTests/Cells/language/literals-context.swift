// Literals whose type comes from afar.
func same<T>(_ value: T) -> T { value }
print(UInt8(exactly: 3) ?? 15, UInt8(exactly: same(300)) ?? 15, Int8(exactly: -4.0) ?? 1)  // expect: 3 15 -4
let small: UInt16 = UInt16(exactly: 70_000) ?? 9
print(small, Int8(exactly: 77) ?? 15 > (41 as Int8) &<< 1)  // expect: 9 false
func kind<T: BinaryInteger>(_ x: T) -> String? { "whole" }
func kind<T: BinaryFloatingPoint>(_ x: T) -> String? { "floating" }
print(kind(3) ?? "", kind(3.5) ?? "")  // expect: whole floating
let letter: Character? = small > 3 ? "a" : "b"
let none: Double? = small > 3 ? nil : 4
print(letter as Any, none as Any)  // expect: Optional("a") nil
struct Initial {
    var mark: Character? { small > 3 ? "é" : "?" }
    var size: Float? { switch small { case 9: small > 10 ? 1 : 2; default: nil } }
}
print(Initial().mark!, Initial().size!)  // expect: é 2.0
struct Corner: Equatable {
    var x: [Int], y: Int?, z: Int
    init(x: [Int], _ y: Int?, _ z: Int) { (self.x, self.y, self.z) = (x, y, z) }
    init() { self.init(x: [], nil, 0) }
}
// An implicit member of an optional may be one of what is in it.
let corner: Corner? = .init(x: [1], nil, 6)
let origin: Corner? = .init()
print(corner!.z, origin == Corner(), corner == .some(.init()))  // expect: 6 true false
var mixed: [Any] = [1]
let inner = [2]
mixed += [inner]
mixed = mixed + ["x", inner]
print(mixed)  // expect: [1, [2], "x", [2]]
func whole(_ pair: (Int?, [Double])) -> Int { pair.1.count + (pair.0 ?? 0) }
print(whole((3, [])), whole((nil, [1, 2])), Optional<(Int?, [Double])>((4, []))!.0 as Any)  // expect: 3 2 Optional(4)
