import Linear

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A product of many factors: a number with an exponent of its own, so that none of 10^-5000 is lost.
struct ScaledNumber: Sendable {
    private var mantissa = 1.0
    private var exponent = 0

    init(_ value: Double = 1) { multiply(by: value) }

    mutating func multiply(by factor: Double) {
        mantissa *= factor
        if abs(mantissa) < 0x1p-400 || abs(mantissa) > 0x1p400, mantissa != 0 {
            exponent += Int(mantissa.exponent)
            mantissa = scalbn(mantissa, -Int(mantissa.exponent))
        }
    }

    /// The number, 0 where it is below what a Double holds.
    var value: Double { scalbn(mantissa, max(-4000, min(4000, exponent))) }
    var log10: Double { mantissa == 0 ? -.infinity : logarithm(mantissa) + Double(exponent) * logarithm(2) }
}

/// How many of `drawn` things, taken from `population` without putting any back, are among the `marked` ones.
///
/// A probability is one product of quotients and a sum of its neighbours, each a quotient times the last: all terms are positive, and each step is right to the last bit, so that the relative
/// error stays below 1e-12 for thousands of draws and 1e-9 for millions. Rejected: differences of lgamma (their sum is off by 3e-9 in 10^6 already).
struct Hypergeometric: Sendable {
    let population: Int
    let marked: Int
    let drawn: Int

    /// The smallest and the largest number that can be found.
    var range: ClosedRange<Int> { max(0, drawn + marked - population) ... min(drawn, marked) }

    /// P(exactly k), for k in `range`.
    func probability(_ k: Int) throws -> ScaledNumber {
        // The same with the two sets in each other's place; the smaller makes fewer factors.
        let (s, a) = (min(drawn, marked), max(drawn, marked)), n = population
        var product = ScaledNumber()
        // C(s, k) Π (a - i)/(n - i) Π (n - a - j)/(n - k - j), with as many of the first kind as of the second in between.
        for i in 0 ..< s {
            if i % 65_536 == 65_535 { try Progress.check() }
            if i < k { product.multiply(by: Double(s - i) / Double(k - i) * (Double(a - i) / Double(n - i))) }
            if i < s - k { product.multiply(by: Double(n - a - i) / Double(n - k - i)) }
        }
        return product
    }

    /// P(exactly k) of all k from 0 to `drawn`.
    func distribution() throws -> [Double] {
        let range = range, (s, a, n) = (Double(drawn), Double(marked), Double(population)), start = mode
        var result = [Double](repeating: 0, count: drawn + 1)
        result[start] = try probability(start).value
        for j in start ..< range.upperBound {
            let b = Double(j)
            result[j + 1] = result[j] * ((s - b) / (b + 1) * ((a - b) / (n - s - a + b + 1)))
        }
        for j in stride(from: start, to: range.lowerBound, by: -1) {
            let b = Double(j)
            result[j - 1] = result[j] * (b / (s - b + 1) * ((n - s - a + b) / (a - b + 1)))
        }
        return result
    }

    /// The most probable number.
    private var mode: Int {
        let k = (Double(drawn) + 1) * (Double(marked) + 1) / (Double(population) + 2)
        return min(max(Int(k), range.lowerBound), range.upperBound)
    }

    /// P(at least k).
    func tail(_ k: Int) throws -> ScaledNumber {
        let range = range
        if k <= range.lowerBound { return ScaledNumber(1) }
        if k > range.upperBound { return ScaledNumber(0) }
        let (s, a, n) = (Double(drawn), Double(marked), Double(population))
        let start = max(k, mode)
        var sum = 1.0, term = 1.0
        for j in start ..< range.upperBound {
            let b = Double(j)
            term *= (s - b) / (b + 1) * ((a - b) / (n - s - a + b + 1))
            sum += term
            if term < 1e-20 * sum { break }
        }
        term = 1
        for j in stride(from: start, to: k, by: -1) {
            let b = Double(j)
            term *= b / (s - b + 1) * ((n - s - a + b) / (a - b + 1))
            sum += term
            if term < 1e-20 * sum { break }
        }
        var result = try probability(start)
        result.multiply(by: sum)
        return result
    }
}

// Outside of the type, whose own property has the name of the function.
private func logarithm(_ value: Double) -> Double { log10(value) }
