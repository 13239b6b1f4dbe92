/// Where a number lies along an axis.
package struct Scale: Equatable, Sendable {
    package var lower, upper: Double
    package var isLogarithmic: Bool
    /// Whether the lower end is at the right or at the top.
    package var isReversed = false
    /// Whether marks may lie outside and have to be cut off.
    package var clips = false
    /// Whether it counts things, so that ticks between whole numbers say nothing.
    package var isWhole = false

    package init(lower: Double, upper: Double, isLogarithmic: Bool = false) {
        self.lower = lower
        self.upper = upper
        self.isLogarithmic = isLogarithmic
    }

    /// Beyond ±1e300 differences overflow, and no one looks there.
    package static func isDrawable(_ value: Double) -> Bool { value.magnitude <= 1e300 }

    package func holds(_ value: Double) -> Bool { Self.holds(value, isLogarithmic: isLogarithmic) }

    /// On a logarithmic axis also not below 1e-300, where quotients overflow.
    package static func holds(_ value: Double, isLogarithmic: Bool) -> Bool { isDrawable(value) && (!isLogarithmic || value >= 1e-300) }

    /// 0 at the lower end, 1 at the upper; NaN for what has no place.
    package func fraction(_ value: Double) -> Double {
        guard holds(value) else { return .nan }
        if isLogarithmic {
            let start = Decimal.log(lower)
            return (Decimal.log(value) - start) / (Decimal.log(upper) - start)
        }
        return (value - lower) / (upper - lower)
    }

    /// The number at a fraction of the way from the lower end to the upper: the inverse of `fraction`.
    package func value(at fraction: Double) -> Double {
        guard isLogarithmic else { return lower + (upper - lower) * fraction }
        let start = Decimal.log(lower)
        return Decimal.antilog(start + (Decimal.log(upper) - start) * fraction)
    }

    /// Two ends far enough apart to divide by their distance: where the data have one value only, some room around it.
    package static func widened(_ lowest: Double, _ highest: Double) -> (Double, Double) {
        let size = max(lowest.magnitude, highest.magnitude)
        if highest - lowest > max(size * 1e-12, 1e-290) { return (lowest, highest) }
        if size < 1e-280 { return (-1, 1) }
        let room = size < 1e299 ? size * 0.1 : size * 0.001
        return (lowest - room, highest + room)
    }
}
