/// Powers of ten and logarithms without the C library, so that the last bit is the same on every machine.
package enum Decimal {
    /// 10 to `exponent`, correctly rounded; 0 or infinity beyond the range of Double.
    package static func power(_ exponent: Int) -> Double {
        if exponent > 308 { return .infinity }
        if exponent < -323 { return 0 }
        return Double("1e\(exponent)") ?? .infinity
    }

    /// The largest k with 10^k ≤ value; 0 for what has none (0, negative, infinite).
    package static func exponent(_ value: Double) -> Int {
        guard value > 0, value.isFinite else { return 0 }
        var exponent = Int(log(value).rounded(.down))
        // The logarithm may be a hair off at a power of ten itself.
        if power(exponent) > value { exponent -= 1 }
        if power(exponent + 1) <= value { exponent += 1 }
        return exponent
    }

    /// The logarithm to base 10 of a positive finite number, within a few units in the last place.
    ///
    /// value = m·2^e with m near 1, and ln m = 2·artanh((m-1)/(m+1)), whose series is short because (m-1)/(m+1) is at most 0.172.
    package static func log(_ value: Double) -> Double {
        var exponent = Double(value.exponent)
        var significand = value.significand
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var sum = 0.0
        for power in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(power) }
        let log2Of10 = 3.321928094887362
        let ln10 = 2.302585092994046
        return exponent / log2Of10 + 2 * ratio * sum / ln10
    }

    /// 10 to any power, within a few units in the last place: a power of ten times e^(f·ln 10) with f in 0...1, by its series.
    package static func antilog(_ value: Double) -> Double {
        guard value.magnitude < 400 else { return value > 0 ? .infinity : 0 }
        let whole = value.rounded(.down)
        let exponent = (value - whole) * 2.302585092994046
        var sum = 1.0
        for term in stride(from: 28.0, through: 1, by: -1) { sum = 1 + sum * exponent / term }
        return sum * power(Int(whole))
    }
}
