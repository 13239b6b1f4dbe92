// Rational numbers and continued fractions
struct Rational: Equatable, Hashable, Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral, AdditiveArithmetic {
    private(set) var numerator: Int
    private(set) var denominator: Int
    static var zero: Rational { Rational(0, 1) }
    init(_ n: Int, _ d: Int) {
        precondition(d != 0, "denominator must not be zero")
        let g = Rational.gcd(n.magnitude, d.magnitude)
        let sign = d < 0 ? -1 : 1
        numerator = sign * n / Int(g)
        denominator = sign * d / Int(g)
    }
    init(integerLiteral value: Int) { self.init(value, 1) }
    private static func gcd(_ a: UInt, _ b: UInt) -> UInt { b == 0 ? max(a, 1) : gcd(b, a % b) }
    var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
    static func + (l: Rational, r: Rational) -> Rational {
        Rational(l.numerator * r.denominator + r.numerator * l.denominator, l.denominator * r.denominator)
    }
    static func - (l: Self, r: Self) -> Self {
        .init(l.numerator * r.denominator - r.numerator * l.denominator, l.denominator * r.denominator)
    }
    static func * (l: Self, r: Self) -> Self { Self(l.numerator * r.numerator, l.denominator * r.denominator) }
    static func / (l: Self, r: Self) -> Self { Self(l.numerator * r.denominator, l.denominator * r.numerator) }
    static func < (l: Self, r: Self) -> Bool { l.numerator * r.denominator < r.numerator * l.denominator }
    static prefix func - (x: Self) -> Self { Self(-x.numerator, x.denominator) }
    var asDouble: Double { Double(numerator) / Double(denominator) }
}
func continuedFraction(of x: Rational) -> [Int] {
    var terms: [Int] = [], x = x
    while true {
        let whole = x.numerator >= 0 ? x.numerator / x.denominator : -((-x.numerator + x.denominator - 1) / x.denominator)
        terms.append(whole)
        let rest = x - Rational(whole, 1)
        guard rest != 0 else { return terms }
        x = 1 / rest
    }
}
func rational(from terms: [Int]) -> Rational {
    terms.dropLast().reversed().reduce(Rational(terms.last!, 1)) { Rational($1, 1) + 1 / $0 }
}
infix operator ±: RangeFormationPrecedence
func ± (c: Rational, d: Rational) -> ClosedRange<Rational> { c - d ... c + d }
let harmonic = (1...10).map { Rational(1, $0) }.reduce(0, +)
print("H(10) =", harmonic, harmonic.asDouble)
let f = continuedFraction(of: Rational(415, 93))
print(f, rational(from: f))
print(continuedFraction(of: -Rational(7, 3)))
let xs: [Rational] = [3, Rational(1, 2), Rational(-5, 4), 0, Rational(2, 4)]
print(xs.sorted(), xs.max()!, xs.min() ?? 0, Set(xs).count)
print(xs.sorted(by: >).map { "<\($0)>" }.joined(separator: " "))
print((Rational(1, 2) ± Rational(1, 3)).contains(Rational(5, 6)), Rational(1, 2) ± 1)
var total: Rational = 0
for (i, x) in xs.enumerated() where x > 0 { total += x * Rational(i + 1, 1) }
print(total, xs.firstIndex(of: Rational(1, 2)) as Any)
let egyptian = { (x: Rational) -> [Rational] in
    var rest = x, parts: [Rational] = []
    while rest > 0 {
        let d = (rest.denominator + rest.numerator - 1) / rest.numerator
        parts.append(Rational(1, d)); rest -= Rational(1, d)
    }
    return parts
}
print(egyptian(Rational(43, 48)))
var table: [Rational: [String]] = [:]
for (name, value) in [("half", Rational(2, 4)), ("third", Rational(1, 3)), ("semi", Rational(1, 2))] { table[value, default: []].append(name) }
for key in table.keys.sorted() { print(key, table[key]!) }
dump(Rational(3, -6))
debugPrint(Rational(1, 7), [Rational(1, 7)], Optional(Rational(2, 3)) as Any)
// expect: H(10) = 7381/2520 2.9289682539682538
// expect: [4, 2, 6, 7] 415/93
// expect: [-3, 1, 2]
// expect: [-5/4, 0, 1/2, 1/2, 3] 3 -5/4 4
// expect: <3> <1/2> <1/2> <0> <-5/4>
// expect: true -1/2...3/2
// expect: 13/2 Optional(1)
// expect: [1/2, 1/3, 1/16]
// expect: 1/3 ["third"]
// expect: 1/2 ["half", "semi"]
// expect: ▿ -1/2
// expect:   - numerator: -1
// expect:   - denominator: 2
// expect: 1/7 [1/7] Optional(2/3)
