extension String.StringInterpolation {
    mutating func appendInterpolation(hex n: Int) { appendLiteral("0x" + String(n, radix: 16)) }
    mutating func appendInterpolation(_ v: Double, digits: Int) {
        var s = "\(v)"
        if let dot = s.firstIndex(of: ".") {
            let end = s.index(dot, offsetBy: digits + 1, limitedBy: s.endIndex) ?? s.endIndex
            s = String(s[..<end])
        }
        appendInterpolation(s)
    }
    mutating func appendInterpolation<T>(list xs: [T], sep: String = ", ") {
        appendLiteral(xs.map { "\($0)" }.joined(separator: sep))
    }
}
print("\(hex: 255) and \(3.14159, digits: 2) or \(list: [1, 2, 3]) \(list: ["a", "b"], sep: "|")")
struct Money { var cents: Int }
extension String.StringInterpolation {
    mutating func appendInterpolation(_ m: Money) {
        appendLiteral("$\(m.cents / 100).")
        let c = m.cents % 100
        appendLiteral(c < 10 ? "0\(c)" : "\(c)")
    }
}
print("You owe \(Money(cents: 1205)) now")
// expect: 0xff and 3.14 or 1, 2, 3 a|b
// expect: You owe $12.05 now
