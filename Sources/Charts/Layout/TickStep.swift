/// A distance between ticks that reads well: 1, 2 or 5 times a power of ten.
package struct TickStep: Equatable, Sendable {
    package let mantissa: Double
    package let exponent: Int

    /// The step which cuts `span` into about `count` parts: the nearest of 1, 2, 5 and 10 times a power of ten on a logarithmic scale.
    package init(span: Double, count: Int) {
        let exact = span / Double(max(count, 1))
        let power = Decimal.exponent(exact)
        let rest = exact / Decimal.power(power)
        // The bounds are the geometric means of the neighbours.
        switch rest {
        case ..<1.4142135623730951: (mantissa, exponent) = (1, power)
        case ..<3.1622776601683795: (mantissa, exponent) = (2, power)
        case ..<7.0710678118654755: (mantissa, exponent) = (5, power)
        default: (mantissa, exponent) = (1, power + 1)
        }
    }

    /// The smallest step not below `width`, which is positive.
    package init(atLeast width: Double) {
        let power = Decimal.exponent(width)
        let rest = width / Decimal.power(power)
        switch rest {
        case ...1: (mantissa, exponent) = (1, power)
        case ...2: (mantissa, exponent) = (2, power)
        case ...5: (mantissa, exponent) = (5, power)
        default: (mantissa, exponent) = (1, power + 1)
        }
    }

    package var value: Double { self.times(1) }

    /// `count` steps. Divided by a power of ten rather than multiplied by its inverse, so that 3 steps of 0.1 are 0.3.
    func times(_ count: Double) -> Double {
        exponent < 0 ? count * mantissa / Decimal.power(-exponent) : count * mantissa * Decimal.power(exponent)
    }

    /// How many steps reach `value`, whole if it is one but for rounding.
    private func count(_ value: Double) -> Double {
        let count = value / self.value
        let whole = count.rounded()
        return (count - whole).magnitude < 1e-9 ? whole : count
    }

    package func floor(_ value: Double) -> Double { times(count(value).rounded(.down)) }
    package func ceiling(_ value: Double) -> Double { times(count(value).rounded(.up)) }

    /// All multiples of the step within the two ends.
    package func multiples(from lower: Double, to upper: Double) -> [Double] {
        let first = count(lower).rounded(.up)
        let last = count(upper).rounded(.down)
        // Not more than anyone can draw, whatever the ends.
        guard last >= first, last - first < 100_000 else { return [] }
        return stride(from: first, through: last, by: 1).map { times($0) + 0 }
    }
}
