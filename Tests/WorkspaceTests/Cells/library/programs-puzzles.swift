// Codable, CaseIterable etc. skipped; simulation of a vending machine with typed state and closures as strategy
enum Coin: Int, CaseIterable { case penny = 1, nickel = 5, dime = 10, quarter = 25
    static func change(for amount: Int) -> [Coin: Int]? {
        guard amount >= 0 else { return nil }
        var left = amount, result: [Coin: Int] = [:]
        for coin in allCases.sorted(by: { $0.rawValue > $1.rawValue }) {
            let (n, rest) = left.quotientAndRemainder(dividingBy: coin.rawValue)
            if n > 0 { result[coin] = n }
            left = rest
        }
        return result
    }
}
typealias Discount = (_ price: Int, _ hour: Int) -> Int
struct Machine {
    struct Slot { let name: String; let price: Int; var stock: Int }
    enum Outcome: Equatable { case sold(String, change: Int), refused(Reason)
        enum Reason: String { case empty = "sold out", funds = "not enough", unknown = "no such slot" } }
    private var slots: [Character: Slot]
    private(set) var balance = 0, sold: [String: Int] = [:]
    var discount: Discount = { price, _ in price }
    init(_ slots: KeyValuePairs<Character, (String, Int, Int)>) {
        self.slots = Dictionary(uniqueKeysWithValues: slots.map { ($0.key, Slot(name: $0.value.0, price: $0.value.1, stock: $0.value.2)) })
    }
    mutating func insert(_ coins: Coin...) { balance += coins.map(\.rawValue).reduce(0, +) }
    mutating func buy(_ code: Character, at hour: Int = 12) -> Outcome {
        guard let slot = slots[code] else { return .refused(.unknown) }
        guard slot.stock > 0 else { return .refused(.empty) }
        let price = discount(slot.price, hour)
        guard balance >= price else { return .refused(.funds) }
        balance -= price
        slots[code]!.stock -= 1
        sold[slot.name, default: 0] += 1
        defer { balance = 0 }
        return .sold(slot.name, change: balance)
    }
}
var machine = Machine(["A": ("chips", 35, 1), "B": ("gum", 10, 5)])
machine.insert(.quarter, .dime, .nickel)
print(machine.buy("A"), machine.balance)
print(machine.buy("A"), machine.buy("Z"), machine.buy("B"))
machine.discount = { price, hour in hour < 10 ? price / 2 : price }
machine.insert(.nickel)
print(machine.buy("B", at: 9), machine.sold.sorted { $0.key < $1.key })
if case .sold(_, let change) = { machine.insert(.quarter); return machine.buy("B") }() { print(Coin.change(for: change)!.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value)x\($0.key)" }) }
print(Coin.change(for: 94)!.values.reduce(0, +), Coin.change(for: -1) as Any, Machine.Outcome.refused(.empty) == .refused(.empty), Machine.Outcome.Reason.funds.rawValue)
// expect: sold("chips", change: 5) 0
// expect: refused(main.Machine.Outcome.Reason.empty) refused(main.Machine.Outcome.Reason.unknown) refused(main.Machine.Outcome.Reason.funds)
// expect: sold("gum", change: 0) [(key: "chips", value: 1), (key: "gum", value: 1)]
// expect: ["1xnickel", "1xdime"]
// expect: 9 nil true not enough
// ---
// Huffman coding
indirect enum Huffman { case leaf(Character, Int), node(Huffman, Huffman)
    var weight: Int { switch self { case .leaf(_, let w): return w
        case let .node(l, r): return l.weight + r.weight } }
    func codes(_ prefix: String = "") -> [Character: String] {
        switch self {
        case .leaf(let c, _): return [c: prefix.isEmpty ? "0" : prefix]
        case let .node(l, r): return l.codes(prefix + "0").merging(r.codes(prefix + "1")) { a, _ in a }
        }
    }
    static func build(_ text: String) -> Huffman? {
        var forest = Dictionary(text.map { ($0, 1) }, uniquingKeysWith: +).sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { Huffman.leaf($0.key, $0.value) }
        while forest.count > 1 {
            let merged = Huffman.node(forest.removeFirst(), forest.removeFirst())
            let index = forest.firstIndex { $0.weight > merged.weight } ?? forest.endIndex
            forest.insert(merged, at: index)
        }
        return forest.first
    }
}
let message = "abracadabra"
let tree = Huffman.build(message)!
let codes = tree.codes()
let encoded = message.map { codes[$0]! }.joined()
var decoded = "", buffer = ""
let reverse = Dictionary(uniqueKeysWithValues: codes.map { ($0.value, $0.key) })
for bit in encoded { buffer.append(bit)
    if let c = reverse[buffer] { decoded.append(c); buffer = "" } }
print(tree.weight, encoded.count, decoded == message, codes.keys.sorted(), codes["a"]!.count <= codes["d"]!.count)
print(Huffman.build("") == nil ? "none" : "some", Huffman.build("zzz")!.codes())
// expect: 11 23 true ["a", "b", "c", "d", "r"] true
// expect: none ["z": "0"]
// ---
// Rational arithmetic, continued fractions, egyptian fractions
struct Rational: Hashable, Comparable, CustomStringConvertible, SignedNumeric {
    private(set) var n: Int, d: Int
    init(_ n: Int, over d: Int = 1) { precondition(d != 0); let g = Rational.gcd(abs(n), abs(d)), s = d < 0 ? -1 : 1
        (self.n, self.d) = (s * n / max(g, 1), s * d / max(g, 1)) }
    init(integerLiteral v: Int) { self.init(v) }
    init?<T: BinaryInteger>(exactly v: T) { guard let i = Int(exactly: v) else { return nil }
        self.init(i) }
    private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
    var magnitude: Rational { Rational(abs(n), over: d) }
    static func + (a: Rational, b: Rational) -> Rational { Rational(a.n * b.d + b.n * a.d, over: a.d * b.d) }
    static func - (a: Rational, b: Rational) -> Rational { a + Rational(-b.n, over: b.d) }
    static func * (a: Rational, b: Rational) -> Rational { Rational(a.n * b.n, over: a.d * b.d) }
    static func *= (a: inout Rational, b: Rational) { a = a * b }
    static func / (a: Rational, b: Rational) -> Rational { Rational(a.n * b.d, over: a.d * b.n) }
    static func < (a: Rational, b: Rational) -> Bool { a.n * b.d < b.n * a.d }
    var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }
    var continued: [Int] { var (a, b, out) = (n, d, [Int]())
        while b != 0 { out.append(a / b); (a, b) = (b, a % b) }
        return out }
    var egyptian: [Rational] { var left = self, out: [Rational] = []
        while left > 0 { let u = Rational(1, over: (left.d + left.n - 1) / left.n); out.append(u); left -= u }
        return out }
}
let x = Rational(7, over: 15)
print(x.egyptian, x.egyptian.reduce(0, +) == x, Rational(415, over: 93).continued, -x, x * 3, x - 1, abs(Rational(-1, over: 2)), [x, 1, 0].sorted(), x.negated2)
extension Rational { var negated2: Rational { var c = self; c.negate(); return c } }
func harmonic(_ n: Int) -> Rational { (1 ... n).map { Rational(1, over: $0) }.reduce(0, +) }
print(harmonic(5), harmonic(1), max(x, harmonic(2)), Set([x, Rational(14, over: 30)]).count, Rational(exactly: 3 as UInt8)!, x + 1 > 1, 2 * x)
// expect: [1/3, 1/8, 1/120] true [4, 2, 6, 7] -7/15 7/5 -8/15 1/2 [0, 7/15, 1] -7/15
// expect: 137/60 1 3/2 1 3 true 14/15
// ---
// Tic-tac-toe minimax
enum Mark: Character { case x = "X", o = "O", none = "."
    var opponent: Mark { switch self { case .x: .o
        case .o: .x
        case .none: .none } } }
struct Board: Hashable, CustomStringConvertible {
    private var cells = [Mark](repeating: .none, count: 9)
    static let lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]]
    init(_ text: String = ".........") { cells = text.compactMap(Mark.init) }
    var description: String { stride(from: 0, to: 9, by: 3).map { String(cells[$0 ..< $0 + 3].map(\.rawValue)) }.joined(separator: "/") }
    var free: [Int] { cells.indices.filter { cells[$0] == .none } }
    var winner: Mark? { for line in Board.lines { let m = cells[line[0]]; if m != .none, line.allSatisfy({ cells[$0] == m }) { return m } }
        return nil }
    var isOver: Bool { winner != nil || free.isEmpty }
    func playing(_ i: Int, _ m: Mark) -> Board { var b = self; b.cells[i] = m; return b }
}
var memo: [Board: Int] = [:]
func score(_ b: Board, _ m: Mark) -> Int {
    if let known = memo[b] { return known }
    let result: Int
    if let w = b.winner { result = w == .x ? 1 : -1 } else if b.free.isEmpty { result = 0 } else {
        let scores = b.free.map { score(b.playing($0, m), m.opponent) }
        result = m == .x ? scores.max()! : scores.min()!
    }
    memo[b] = result
    return result
}
func best(_ b: Board, _ m: Mark) -> Int { b.free.map { ($0, score(b.playing($0, m), m.opponent)) }.max { m == .x ? $0.1 < $1.1 : $0.1 > $1.1 }!.0 }
var b = Board("X...O...."), turn = Mark.x
while !b.isOver { b = b.playing(best(b, turn), turn); turn = turn.opponent }
print(b, b.winner as Any, score(Board("XX.OO...."), .x), score(Board("XX.OO...."), .o), memo.count > 100)
// expect: XXO/OOX/XOX nil 1 1 true
// ---
// Roman, base conversion, digits, luhn, ISBN, pangram, acronym, isogram (exercism style)
func luhn(_ s: String) -> Bool { let d = s.filter { $0 != " " }
    guard d.count > 1, d.allSatisfy({ $0.isNumber }) else { return false }
    return d.reversed().enumerated().map { i, c in let v = c.wholeNumberValue! * (i % 2 == 1 ? 2 : 1); return v > 9 ? v - 9 : v }.reduce(0, +) % 10 == 0 }
print(luhn("4539 3195 0343 6467"), luhn("8273 1232 7352 0569"), luhn("0"), luhn("1a"))
func acronym(_ s: String) -> String { String(s.split { !$0.isLetter && $0 != "'" }.compactMap(\.first)).uppercased() }
func isPangram(_ s: String) -> Bool { Set("abcdefghijklmnopqrstuvwxyz").isSubset(of: s.lowercased()) }
func isIsogram(_ s: String) -> Bool { let l = s.lowercased().filter(\.isLetter); return Set(l).count == l.count }
print(acronym("Complementary metal-oxide semiconductor"), isPangram("The five boxing wizards jump quickly."), isPangram("no"), isIsogram("six-year-old"), isIsogram("Alphabet"))
func convert(_ digits: [Int], from a: Int, to b: Int) throws -> [Int] { enum Bad: Error { case base, digit(Int) }
    guard a > 1, b > 1 else { throw Bad.base }
    if let d = digits.first(where: { !(0 ..< a).contains($0) }) { throw Bad.digit(d) }
    var n = digits.reduce(0) { $0 * a + $1 }, out: [Int] = []
    while n > 0 { out.insert(n % b, at: 0); n /= b }
    return out.isEmpty ? [0] : out }
print(try convert([1, 0, 1], from: 2, to: 10), try convert([2, 14, 10], from: 16, to: 8), (try? convert([3], from: 2, to: 10)) as Any)
do { _ = try convert([7], from: 5, to: 2) } catch { print("error: \(error)") }
func pascal(_ n: Int) -> [[Int]] { guard n > 0 else { return [] }
    return (1 ..< n).reduce([[1]]) { rows, _ in rows + [zip([0] + rows.last!, rows.last! + [0]).map(+)] } }
func spiral(_ n: Int) -> [[Int]] { var m = Array(repeating: Array(repeating: 0, count: n), count: n)
    var (r, c, dr, dc) = (0, 0, 0, 1)
    for k in stride(from: 1, through: n * n, by: 1) { m[r][c] = k
        let (nr, nc) = (r + dr, c + dc)
        if !(0 ..< n ~= nr && 0 ..< n ~= nc && m[nr][nc] == 0) { (dr, dc) = (dc, -dr) }
        (r, c) = (r + dr, c + dc) }
    return m }
print(pascal(5), spiral(3), pascal(0).isEmpty, spiral(1))
func saddlePoints(_ m: [[Int]]) -> [(r: Int, c: Int)] { m.indices.flatMap { r in m[r].indices.filter { c in m[r][c] == m[r].max()! && m[r][c] == m.map { $0[c] }.min()! }.map { (r: r, c: $0) } } }
print(saddlePoints([[9, 8, 7], [5, 3, 2], [6, 6, 7]]), String("nested (parens) [ok] {x}".filter { "()[]{}".contains($0) }))
func balanced(_ s: String) -> Bool { let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]; var st: [Character] = []
    for c in s { if pairs.values.contains(c) { st.append(c) } else if let o = pairs[c], st.popLast() != o { return false } }
    return st.isEmpty }
print(["([{}])", "([)]", "", "(("].map(balanced))
func change(_ s: inout String, _ f: (Character) -> Character?) { s = String(s.compactMap(f)) }
var word = "h3ll0"
change(&word) { $0.isNumber ? nil : $0 }
print(word, "11221".reduce(into: [(Character, Int)]()) { if $0.last?.0 == $1 { $0[$0.count - 1].1 += 1 } else { $0.append(($1, 1)) } }.map { "\($0.1)\($0.0)" }.joined())
// expect: true false false false
// expect: CMOS true false true false
// expect: [5] [1, 3, 5, 2] nil
// expect: error: digit(7)
// expect: [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1], [1, 4, 6, 4, 1]] [[1, 2, 3], [8, 9, 4], [7, 6, 5]] true [[1]]
// expect: [(r: 1, c: 0)] ()[]{}
// expect: [true, false, true, false]
// expect: hll 212211
