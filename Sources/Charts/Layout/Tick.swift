/// A place on an axis and what is written there.
package struct Tick: Equatable, Sendable {
    package let value: Double
    package let label: String

    /// Ticks at about `count` readable numbers between the ends of a scale; on a linear one not fewer than `least`, if its numbers allow.
    package static func ticks(_ scale: Scale, count: Int, least: Int = 0) -> [Tick] {
        scale.isLogarithmic ? logarithmic(scale, count: count) : linear(scale, count: count, least: least)
    }

    private static func linear(_ scale: Scale, count: Int, least: Int = 0) -> [Tick] {
        var ticks: [Tick] = []
        // The ends of a scale may lie so that few multiples of the best step fall between them.
        for wanted in count ... max(count, 2 * least) {
            let exact = TickStep(span: scale.upper - scale.lower, count: wanted)
            let step = scale.isWhole && exact.exponent < 0 ? TickStep(atLeast: 1) : exact
            ticks = labelled(step.multiples(from: scale.lower, to: scale.upper), exponent: step.exponent)
            if ticks.count >= least { break }
        }
        return ticks
    }

    /// All of one axis are written alike: with the decimals of the step, or, where that would take more than six places, times one power of ten.
    private static func labelled(_ values: [Double], exponent step: Int) -> [Tick] {
        guard let largest = values.map(\.magnitude).max(), largest > 0 else { return values.map { Tick(value: $0, label: "0") } }
        let exponent = Decimal.exponent(largest)
        let decimals = exponent - step
        if (exponent >= 6 || step < -4), decimals <= 4 {
            return values.map { Tick(value: $0, label: NumberText.scientific($0, exponent: exponent, decimals: max(0, decimals))) }
        }
        return values.map { Tick(value: $0, label: NumberText.fixed($0, decimals: max(0, -step))) }
    }

    private static func logarithmic(_ scale: Scale, count: Int) -> [Tick] {
        let low = Decimal.exponent(scale.lower)
        let high = Decimal.exponent(scale.upper)
        let decades = Decimal.log(scale.upper) - Decimal.log(scale.lower)
        // Less than one decade: readable numbers as on a linear axis. One or two: 1, 2 and 5. More: powers of ten, or every second, fifth … of them.
        if decades < 1 { return linear(Scale(lower: scale.lower, upper: scale.upper), count: count) }
        let mantissas = decades < 2.5 ? [1.0, 2, 5] : [1.0]
        let stride = max(1, Int(TickStep(atLeast: max(1, decades / Double(max(count, 1)))).value))
        let exponents = (low ... high).filter { $0 % stride == 0 }
        let isPlain = low >= -4 && high <= 4
        return exponents.flatMap { exponent in
            mantissas.map { mantissa in
                let value = exponent < 0 ? mantissa / Decimal.power(-exponent) : mantissa * Decimal.power(exponent)
                let power = "10" + NumberText.superscript(exponent)
                let label = isPlain ? NumberText.fixed(value, decimals: max(0, -exponent)) : mantissa == 1 ? power : "\(Int(mantissa))×\(power)"
                return Tick(value: value, label: label)
            }
        }.filter { scale.lower * (1 - 1e-12) <= $0.value && $0.value <= scale.upper * (1 + 1e-12) }
    }

    /// Names at 0, 1, 2 …: all of them, or every second, third … where there is room for `count` only.
    package static func names(_ names: [String], _ scale: Scale, count: Int) -> [Tick] {
        let stride = max(1, (names.count + max(count, 1) - 1) / max(count, 1))
        return names.enumerated().compactMap { index, name in
            let value = Double(index)
            guard index % stride == 0, value >= scale.lower, value <= scale.upper else { return nil }
            return Tick(value: value, label: TextSize.shortened(name, to: 28))
        }
    }
}
