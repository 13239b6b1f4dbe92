// enums, errors, protocols with library features
enum Suit: String, CaseIterable, Comparable { case clubs = "♣", diamonds = "♦", hearts = "♥", spades = "♠"; static func < (a: Suit, b: Suit) -> Bool { allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)! } }
enum Rank: Int, CaseIterable { case two = 2, three, four, jack = 11, queen, king, ace; var symbol: String { switch self { case .jack: return "J"; case .queen: return "Q"; case .king: return "K"; case .ace: return "A"; default: return String(rawValue) } } }
struct Card: Hashable, CustomStringConvertible { let suit: Suit, rank: Rank; var description: String { rank.symbol + suit.rawValue } }
let deck = Suit.allCases.flatMap { s in Rank.allCases.map { Card(suit: s, rank: $0) } }
print(deck.count, deck.prefix(3)) // expect: 28 [2♣, 3♣, 4♣]
print(Set(deck).count, deck.filter { $0.suit == .hearts }.map(\.description).joined(separator: " ")) // expect: 28 2♥ 3♥ 4♥ J♥ Q♥ K♥ A♥
print(Suit.clubs < .spades, Suit.allCases.max()!) // expect: true spades
print(Rank(rawValue: 12)!, Rank(rawValue: 5) as Any) // expect: queen nil
print(Suit(rawValue: "♥") as Any) // expect: Optional(main.Suit.hearts)
print(Dictionary(grouping: deck, by: \.suit).mapValues(\.count).sorted { $0.key < $1.key }.map { "\($0.key.rawValue)\($0.value)" }, deck.sorted { ($0.rank.rawValue, $0.suit) > ($1.rank.rawValue, $1.suit) }.prefix(2))
// expect: ["♣7", "♦7", "♥7", "♠7"] [A♠, A♥]
enum ParseError: Error, CustomStringConvertible { case empty, unexpected(Character, at: Int), unbalanced; var description: String { switch self { case .empty: return "empty input"; case let .unexpected(c, i): return "unexpected '\(c)' at \(i)"; case .unbalanced: return "unbalanced" } } }
struct Calc { var s: [Character]; var i = 0; init(_ t: String) { s = t.filter { !$0.isWhitespace } }
    mutating func parse() throws -> Double { if s.isEmpty { throw ParseError.empty }; let v = try expr(); if i < s.count { throw ParseError.unexpected(s[i], at: i) }; return v }
    mutating func expr() throws -> Double { var v = try term(); while i < s.count, "+-".contains(s[i]) { let op = s[i]; i += 1; let r = try term(); v = op == "+" ? v + r : v - r }; return v }
    mutating func term() throws -> Double { var v = try factor(); while i < s.count, s[i] == "*" || s[i] == "/" { let op = s[i]; i += 1; let r = try factor(); v = op == "*" ? v * r : v / r }; return v }
    mutating func factor() throws -> Double { guard i < s.count else { throw ParseError.empty }; if s[i] == "(" { i += 1; let v = try expr(); guard i < s.count, s[i] == ")" else { throw ParseError.unbalanced }; i += 1; return v }; if s[i] == "-" { i += 1; return -(try factor()) }; let st = i; while i < s.count, s[i].isNumber || s[i] == "." { i += 1 }; guard let d = Double(String(s[st..<i])) else { throw ParseError.unexpected(s[i], at: i) }; return d } }
for e in ["1 + 2 * 3", "(1+2)*3", "2*(3", "", "4/(2-2)", "-3.5*2", "7 & 2"] { var c = Calc(e); do { print(e, "=", try c.parse()) } catch let err as ParseError { print(e, "!", err) } catch { print("other", error) } }
// expect: 1 + 2 * 3 = 7.0
// expect: (1+2)*3 = 9.0
// expect: 2*(3 ! unbalanced
// expect:  ! empty input
// expect: 4/(2-2) = inf
// expect: -3.5*2 = -7.0
// expect: 7 & 2 ! unexpected '&' at 1
func load(_ n: Int) throws -> String { guard n > 0 else { throw ParseError.empty }; return "v\(n)" }
print((try? load(1)) as Any, (try? load(0)) as Any) // expect: Optional("v1") nil
print([0, 1, 2].map { n in Result { try load(n) } }.map { (try? $0.get()) ?? "-" }, [1, 2].compactMap { try? load($0) }) // expect: ["-", "v1", "v2"] ["v1", "v2"]
do { _ = try [1, 0].map(load) } catch { print("map threw", error, "\(error)", error is ParseError, String(describing: error)) }
// expect: map threw empty input empty input true empty input
protocol Animal { var name: String { get }; var legs: Int { get }; func speak() -> String }
extension Animal { var legs: Int { 4 }; func intro() -> String { "\(name) says \(speak()) on \(legs) legs" } }
struct Dog: Animal { let name: String; func speak() -> String { "Woof" } }
struct Bird: Animal { let name: String; let legs = 2; func speak() -> String { "Tweet" } }
let zoo: [any Animal] = [Dog(name: "Rex"), Bird(name: "Tweety")]
zoo.forEach { print($0.intro()) }
// expect: Rex says Woof on 4 legs
// expect: Tweety says Tweet on 2 legs
print(zoo.map(\.legs).reduce(0, +), zoo.map { type(of: $0) }) // expect: 6 [main.Dog, main.Bird]
print(zoo.first { $0 is Bird }!.name, zoo.compactMap { ($0 as? Dog)?.name }) // expect: Tweety ["Rex"]
indirect enum Expr { case num(Double), add(Expr, Expr), mul(Expr, Expr), v(String); func eval(_ e: [String: Double]) -> Double? { switch self { case .num(let d): return d; case .v(let n): return e[n]; case let .add(a, b): guard let x = a.eval(e), let y = b.eval(e) else { return nil }; return x + y; case let .mul(a, b): return a.eval(e).flatMap { x in b.eval(e).map { x * $0 } } } } }
let ex = Expr.add(.num(2), .mul(.v("x"), .num(3)))
print(ex.eval(["x": 4]) as Any, ex.eval([:]) as Any, ex) // expect: Optional(14.0) nil add(main.Expr.num(2.0), main.Expr.mul(main.Expr.v("x"), main.Expr.num(3.0)))
struct Temp: Comparable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral { var c: Double; init(floatLiteral v: Double) { c = v }; init(integerLiteral v: Int) { c = Double(v) }; static func < (a: Temp, b: Temp) -> Bool { a.c < b.c } }
let ts: [Temp] = [20, 15.5, 30]
print(ts.max()!.c, ts.sorted().map(\.c)) // expect: 30.0 [15.5, 20.0, 30.0]
print((ts.min()! ... ts.max()!).contains(18), ts.contains(20)) // expect: true true
print(max(ts[0], 25).c, ts.map { $0.c }.reduce(0, +)) // expect: 25.0 65.5
struct Path: ExpressibleByStringLiteral, CustomStringConvertible { let parts: [String]; init(stringLiteral s: String) { parts = s.split(separator: "/").map(String.init) }; var description: String { "/" + parts.joined(separator: "/") } }
let pth: Path = "usr/local/bin"
print(pth, pth.parts.count) // expect: /usr/local/bin 3
func show(_ p: Path) { print(p) }
show("a/b") // expect: /a/b
show("x") // expect: /x
struct Opts: OptionSet { let rawValue: Int; static let a = Opts(rawValue: 1), b = Opts(rawValue: 2), c = Opts(rawValue: 4); static let all: Opts = [.a, .b, .c] }
var o: Opts = [.a, .c]
print(o.contains(.a), o.contains(.b)) // expect: true false
print(o.rawValue, o.union(.b) == .all) // expect: 5 true
print(o.insert(.b).inserted, o.remove(.a) as Any) // expect: true Optional(main.Opts(rawValue: 1))
print(o.rawValue, Opts.all.subtracting(.b).rawValue) // expect: 6 5
print(o.isEmpty, ([] as Opts).isEmpty) // expect: false true
print(o.isSubset(of: .all), o.intersection([.a, .b]).rawValue) // expect: true 2
struct Counter: Sequence { let n: Int; func makeIterator() -> AnyIterator<Int> { var i = 0; return AnyIterator { i < self.n ? { i += 1; return i }() : nil } } }
print(Array(Counter(n: 3)), Counter(n: 4).reduce(1, *)) // expect: [1, 2, 3] 24
print(zip(Counter(n: 2), "ab").map { "\($0)\($1)" }, Counter(n: 5).lazy.filter { $0 % 2 == 1 }.map { $0 * 10 }.reduce(0, +)) // expect: ["1a", "2b"] 90
print(Array(Counter(n: 5).drop { $0 < 3 })) // expect: [3, 4, 5]
let fs: [(String, (Double) -> Double)] = [("double", { $0 * 2 }), ("square", { $0 * $0 }), ("sqrt", { $0.squareRoot() })]
for (n, f) in fs { print(n, f(16)) }
// expect: double 32.0
// expect: square 256.0
// expect: sqrt 4.0
let composed = fs.map(\.1).reduce({ $0 }) { f, g in { g(f($0)) } }
print(composed(3)) // expect: 6.0
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
print(curry(+)(3)(4), [1, 2, 3].map(curry(*)(10))) // expect: 7 [10, 20, 30]
