// A literal is of its usual type where one of the functions takes that, even if another takes it as a type of the cell's own.
infix operator +++ : AdditionPrecedence
struct Meter: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, Equatable {
    var value: Double
    init(integerLiteral value: Int) { self.value = Double(value) }
    init(floatLiteral value: Double) { self.value = value }
    static func +++ (a: Meter, b: Meter) -> Meter { var c = a; c.value += b.value; return c }
    static func * (a: Meter, b: Meter) -> Meter { var c = a; c.value *= b.value + 1000; return c }
}
func +++ (a: Meter, b: Int) -> Meter { var c = a; c.value *= Double(b); return c }
func * (a: Double, b: Meter) -> Meter { var c = b; c.value *= a; return c }
let meter: Meter = 2
print(meter +++ 2, meter +++ 2.5, meter +++ [1, 8].sorted(by: <)[1], meter +++ [1, 8][1], meter * 3, 3 * meter, 2.5 * meter)
// expect: Meter(value: 4.0) Meter(value: 4.5) Meter(value: 16.0) Meter(value: 16.0) Meter(value: 2006.0) Meter(value: 3006.0) Meter(value: 2505.0)
// ---
// As many values as there are in Any come after a generic function.
func which(_ x: Int) -> String { "Int" }
func which<T>(_ x: [T]) -> String { "[T]" }
func which<T: Hashable>(_ x: T, _ y: T) -> String { "Hashable2" }
func which(_ x: Any...) -> String { "Any..." }
func which<T>(_ x: T) -> String { "T" }
print(which(true), which(Int8(3)), which(3), which([1]), which(1, 2), which(1, "a"), which(), which((1, 2)), which(nil as Int?), which(1, 2, 3))
// expect: T T Int [T] Hashable2 Any... Any... T T Any...
// ---
// What is wanted holds both branches, which do not hold each other.
protocol Shape {}
extension Int: Shape {}
struct Disk: Shape { var size = 1 }
let flag = 3
let either: Any = flag > 2 ? (1.5 as Float) : (3 as any Shape)
let chosen: Any = switch flag { case 1: flag > 2 ? (1.5 as Float) : (3 as any Shape)
default: flag > 2 ? Disk() : "none" as Any }
let optional: Any? = flag > 2 ? (2.5 as Float) : (Disk() as any Shape)
print(either, chosen, optional as Any)
// expect: 1.5 Disk(size: 1) Optional(2.5)
// ---
// The function is found late, and a literal stands for a Character meanwhile.
let first: Character = "ab d".split(separator: " ").map(String.init).joined(separator: "|").first ?? "1"
let second = "a b".split(separator: " ").map(String.init).joined(separator: "|").last ?? "1"
let third: Character = "xyz".map(String.init).joined().first ?? "1"
let fourth = "xyz".map(String.init).joined().first ?? "1"
print(first, second, third, fourth, "".map(String.init).joined().first ?? "1")
// expect: a b x x 1
// ---
// Elements that the collection they go to holds as Any.
var anything: [Any] = [1]
anything.append(contentsOf: [(4, 2.5)])
anything.append(contentsOf: [4, 5])
anything.append(contentsOf: ["a", "b"])
anything += [1.5]
var maybe: [Int?] = [nil]
maybe.append(contentsOf: [4, 5])
maybe.append(contentsOf: [nil, 6])
print(anything, maybe)
// expect: [1, (4, 2.5), 4, 5, "a", "b", 1.5] [nil, Optional(4), Optional(5), nil, Optional(6)]
