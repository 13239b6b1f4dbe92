#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Student's t distribution.
enum StudentT {
    /// The probability of a value above `t` with so many degrees of freedom.
    static func above(_ t: Double, degreesOfFreedom: Double) -> Double {
        guard !t.isNaN, degreesOfFreedom > 0 else { return .nan }
        let tail = t.isInfinite ? 0 : 0.5 * incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)
        return t >= 0 ? tail : 1 - tail
    }

    /// The probability of a value at least as far from 0 as `t`.
    static func beyond(_ t: Double, degreesOfFreedom: Double) -> Double { 2 * above(abs(t), degreesOfFreedom: degreesOfFreedom) }

    /// The regularised incomplete beta function I_x(a, b), by Lentz's evaluation of its continued fraction, on the side where that converges quickly.
    /// DLMF 8.17.22.
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
        let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
        let tiny = 1e-300
        func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var fraction = d
        for m in 1 ... 2000 {
            let n = Double(m)
            for term in [n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n)), -(a + n) * (a + b + n) * x / ((a + 2 * n) * (a + 2 * n + 1))] {
                d = 1 / away(1 + term * d)
                c = away(1 + term / c)
                fraction *= c * d
            }
            if abs(c * d - 1) < 1e-16 { break }
        }
        return front * fraction
    }
}
