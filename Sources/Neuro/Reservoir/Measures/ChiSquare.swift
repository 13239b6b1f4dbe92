/// The distribution of a sum of squares of independent normal deviates.
package enum ChiSquare {
    /// The number that the sum of `degrees` squares exceeds with the probability `tail`, 0 < tail < 1, to about ten digits.
    ///
    /// By bisection of the tail's logarithm, between bounds that surely hold it: slow (some fifty values of the tail) and never wrong.
    package static func quantile(tail: Double, degrees: Int) -> Double {
        // Laurent and Massart's bound, doi:10.1214/aos/1015957395: k + 2 √(k s) + 2 s is exceeded with at most exp(−s).
        let k = Double(degrees), s = -Elementary.log(tail)
        var low = 0.0, high = k + 2 * (k * s).squareRoot() + 2 * s
        while high - low > 1e-11 * high {
            let middle = (low + high) / 2
            if self.tail(middle, degrees: degrees) > tail { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The probability that the sum of `degrees` squares exceeds x > 0.
    ///
    /// For even degrees the tail is e^(−x/2) Σ (x/2)^j / j! over j below degrees/2; for odd ones the same sum over half-integers, and the tail of one square.
    package static func tail(_ x: Double, degrees: Int) -> Double {
        let half = x / 2
        var sum = 0.0, exponent: Double
        if degrees % 2 == 0 {
            exponent = 0
        } else {
            sum = oneSquare(x)
            // √(x/2) / Γ(3/2)
            exponent = 0.5
        }
        // The logarithm of half^j / Γ(j + 1), so that nothing leaves the finite numbers.
        var term = exponent == 0 ? 0 : 0.5 * Elementary.log(half) + 0.120_782_237_635_245_22
        while exponent < Double(degrees) / 2 - 0.25 {
            sum += Elementary.exp(term - half)
            exponent += 1
            term += Elementary.log(half / exponent)
        }
        return min(1, sum)
    }

    /// erfc(√(x/2)), by the series of erf for small arguments and the continued fraction for others.
    private static func oneSquare(_ x: Double) -> Double {
        let half = x / 2
        if half < 2 {
            var term = 1.0, sum = 1.0, j = 0.0
            while term > 1e-17 * sum {
                j += 1
                term *= half / (j + 0.5)
                sum += term
            }
            // erf(z) = 2 z / √π · e^(−z²) Σ …
            return 1 - 1.128_379_167_095_512_6 * half.squareRoot() * Elementary.exp(-half) * sum
        }
        // Γ(1/2, h) / Γ(1/2) from its continued fraction, from the far end.
        var fraction = 0.0
        for j in stride(from: 200, through: 1, by: -1) {
            let a = Double(j) * (Double(j) - 0.5)
            fraction = a / (half + 2 * Double(j) + 0.5 - fraction)
        }
        return Elementary.exp(-half) * half.squareRoot() / 1.772_453_850_905_516 / (half + 0.5 - fraction)
    }
}
