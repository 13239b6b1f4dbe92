import Foundation
// Enumerations, bank, inventory, formatting
enum Barcode: CustomStringConvertible { case upc(Int, Int, Int, Int), qr(String)
    var description: String { switch self { case let .upc(a, b, c, d): return String(format: "UPC %d-%05d-%05d-%d", a, b, c, d); case .qr(let s): return "QR<" + s + ">" } } }
print(Barcode.upc(8, 85909, 51226, 3), [Barcode.qr("AB")], Barcode.qr("x"))
enum Beverage: String, CaseIterable, Comparable { case coffee, tea = "chai", juice; static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    init?(menu n: Int) { guard Self.allCases.indices.contains(n) else { return nil }; self = Self.allCases[n] } }
print(Beverage.allCases.map(\.rawValue), Beverage(rawValue: "chai")!, Beverage(rawValue: "tea") as Any, Beverage(menu: 2)!, Beverage(menu: 5) as Any, Beverage.allCases.sorted(), Beverage.coffee > .tea)
enum ASCII: Character { case tab = "\t", lf = "\n" }; enum Level: Double, CaseIterable { case low = 0.5, mid = 1, high = 2.25 }
print(ASCII.tab.rawValue == "\t", Level.allCases.map(\.rawValue), Level(rawValue: 1)!, Level.mid)
indirect enum Arith { case num(Int), add(Arith, Arith), mul(Arith, Arith), neg(Arith)
    var value: Int { switch self { case .num(let n): n; case .add(let a, let b): a.value + b.value; case let .mul(a, b): a.value * b.value; case .neg(let a): -a.value } }
    var simplified: Arith { switch self { case .mul(.num(0), _), .mul(_, .num(0)): .num(0); case .mul(.num(1), let x), .mul(let x, .num(1)), .add(.num(0), let x), .add(let x, .num(0)): x.simplified; case .neg(.neg(let x)): x.simplified; case let .add(a, b): .add(a.simplified, b.simplified); default: self } } }
let e = Arith.add(.mul(.num(1), .num(5)), .neg(.neg(.num(4)))); print(e.value, e.simplified, Arith.mul(e, .num(0)).simplified)
struct Money: Comparable, Hashable, CustomStringConvertible, AdditiveArithmetic { var cents: Int; static let zero = Money(cents: 0)
    init(cents: Int) { self.cents = cents }
    init?(_ s: String) { let p = s.split(separator: ".", omittingEmptySubsequences: false); guard p.count <= 2, let w = Int(p[0]) else { return nil }; let f = p.count == 2 ? Int(p[1].prefix(2)) ?? 0 : 0; self.init(cents: w * 100 + f) }
    static func + (a: Self, b: Self) -> Self { Self(cents: a.cents + b.cents) }; static func - (a: Self, b: Self) -> Self { Self(cents: a.cents - b.cents) }
    static func * (a: Self, k: Double) -> Self { Self(cents: Int((Double(a.cents) * k).rounded(.toNearestOrAwayFromZero))) }
    static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
    var description: String { "\(cents < 0 ? "-" : "")$\(abs(cents) / 100)." + (abs(cents) % 100 < 10 ? "0" : "") + "\(abs(cents) % 100)" } }
extension Sequence where Element: AdditiveArithmetic { func total() -> Element { reduce(.zero, +) } }
print(Money("12.34")!, Money("7")!, Money("x") as Any, [Money(cents: 5), Money(cents: 250)].total(), Money(cents: 999) * 1.075, Money(cents: -1205), [Money(cents: 3), .zero].max()!, [1.5, 2].total())
struct Inventory { enum Change { case added(Int), removed(Int), missing(String) }; private var stock: [String: (count: Int, price: Money)] = [:]
    mutating func apply(_ item: String, _ n: Int, at price: Money? = nil) -> Change {
        guard var entry = stock[item] ?? price.map({ (0, $0) }) else { return .missing(item) }
        if n < 0 && entry.count < -n { return .missing("\(item) x\(-n - entry.count)") }
        entry.count += n; if let price { entry.price = price }; stock[item] = entry
        return n >= 0 ? .added(n) : .removed(-n) }
    var worth: Money { stock.values.map { $0.price * Double($0.count) }.total() }
    var report: [String] { stock.sorted { $0.key < $1.key }.map { name, entry in "\(name.padding(toLength: 8, withPad: ".", startingAt: 0))\(String(format: "%4d", entry.count)) @ \(entry.price)" } } }
var inv = Inventory()
print(inv.apply("nut", 100, at: Money(cents: 5)), inv.apply("bolt", 40, at: Money(cents: 12)), inv.apply("nut", -30), inv.apply("nut", -90), inv.apply("gear", 1), inv.worth); inv.report.forEach { print($0) }
print(String(format: "%.2f|%8.3f|%-8.1f|%+d|%03d|%5@|%c|%%|%g|%G|%o|%X", 3.14159, 2.71828, 1.5, 5, 7, "ab", 65, 0.0001, 1e20, 8, 255))
print(String(format: "%10.4e|%li|%lld|%u|%hhd", 12345.678, 5, 6, 7 as UInt32, 8))
for (n, v) in [("a", 1.0), ("bb", 22.25), ("ccc", -0.5)] { print(n.padding(toLength: 5, withPad: " ", startingAt: 0) + String(format: "%7.2f", v)) }
print("a-b_c d".components(separatedBy: CharacterSet(charactersIn: "-_ ")), "Hello".contains("ell"), "x=1;y=2".split(separator: ";").map { $0.split(separator: "=") }, "abc".range(of: "bc") != nil, "abcabc".replacingOccurrences(of: "b", with: ""))
print([3: "c", 1: "a"].sorted { $0.key < $1.key }.map(\.value), Dictionary([("a", 1), ("a", 2)], uniquingKeysWith: +), Dictionary(grouping: ["apple", "avocado", "bean"], by: \.first!).mapValues(\.count).sorted { $0.key < $1.key })
switch Barcode.upc(1, 2, 3, 4) { case .upc(let system, _, _, let check) where system == check: print("same"); case .upc(1, 2..., 3, _): print("range"); case .upc, .qr: print("other") }
let parsed = "2024-03-15T10:30".split { "-T:".contains($0) }.compactMap { Int($0) }; if case let (y, m)? = parsed.count == 5 ? (parsed[0], parsed[1]) : nil { print(y, m, parsed.dropFirst(2).map(String.init).joined(separator: "/")) }
func roman(_ n: Int) -> String { [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")].reduce(("", n)) { acc, p in (acc.0 + String(repeating: p.1, count: acc.1 / p.0), acc.1 % p.0) }.0 }
print([1994, 2024, 49, 4].map(roman), (1...5).map { i in String(repeating: " ", count: 5 - i) + String(repeating: "*", count: 2 * i - 1) }.joined(separator: "\n"), separator: "\n")
// expect: UPC 8-85909-51226-3 [QR<AB>] QR<x>
// expect: ["coffee", "chai", "juice"] tea nil juice nil [main.Beverage.tea, main.Beverage.coffee, main.Beverage.juice] true
// expect: true [0.5, 1.0, 2.25] mid mid
// expect: 9 add(main.Arith.num(5), main.Arith.num(4)) num(0)
// expect: $12.34 $7.00 nil $2.55 $10.74 -$12.05 $0.03 3.5
// expect: added(100) added(40) removed(30) missing("nut x20") missing("gear") $8.30
// expect: bolt....  40 @ $0.12
// expect: nut.....  70 @ $0.05
// expect: 3.14|   2.718|1.5     |+5|007|ab|A|%|0.0001|1E+20|10|FF
// expect: 1.2346e+04|5|6|7|8
// expect: a       1.00
// expect: bb     22.25
// expect: ccc    -0.50
// expect: ["a", "b", "c", "d"] true [["x", "1"], ["y", "2"]] true acac
// expect: ["a", "c"] ["a": 3] [(key: "a", value: 2), (key: "b", value: 1)]
// expect: range
// expect: 2024 3 15/10/30
// expect: ["MCMXCIV", "MMXXIV", "XLIX", "IV"]
// expect:     *
// expect:    ***
// expect:   *****
// expect:  *******
// expect: *********
