/// Counts numbers in bins of equal width.
package struct Binning {
    let bars: [Layer.Bar]

    /// `values` are finite and lie within `range`.
    init(_ values: [Double], bins: Int?, range: ClosedRange<Double>? = nil) {
        let sorted = values.sorted()
        guard let lowest = sorted.first, let highest = sorted.last else {
            bars = []
            return
        }
        let edges = bins.map { Self.edges(range?.lowerBound ?? lowest, range?.upperBound ?? highest, count: $0) } ?? Self.edges(of: sorted)
        var counts = [Int](repeating: 0, count: edges.count - 1)
        var bin = 0
        // Both are in order, so one pass serves; the last bin takes its upper end.
        for value in sorted {
            while bin < counts.count - 1, value >= edges[bin + 1] { bin += 1 }
            counts[bin] += 1
        }
        bars = counts.indices.map { Layer.Bar(from: edges[$0], to: edges[$0 + 1], height: Double(counts[$0])) }
    }

    private static func edges(_ lowest: Double, _ highest: Double, count: Int) -> [Double] {
        let (low, high) = Scale.widened(lowest, highest)
        return (0 ... count).map { $0 == count ? high : low + (high - low) * (Double($0) / Double(count)) }
    }

    private static func edges(of sorted: [Double]) -> [Double] {
        let (low, high) = Scale.widened(sorted[0], sorted[sorted.count - 1])
        let spread = quantile(sorted, 0.75) - quantile(sorted, 0.25)
        let count = Double(sorted.count)
        var width = 2 * spread / cubeRoot(count)
        // More bins than these say nothing more, and numbers without spread (most of them equal) have no width of their own.
        width = max(width, (high - low) / 200)
        if spread <= 0 { width = (high - low) / min(max(count.squareRoot(), 1), 50) }
        let step = TickStep(atLeast: width)
        return step.multiples(from: step.floor(low), to: step.ceiling(high))
    }

    /// Linear between the neighbours, as numpy.quantile does by default.
    package static func quantile(_ sorted: [Double], _ fraction: Double) -> Double {
        let place = fraction * Double(sorted.count - 1)
        let index = Int(place)
        let next = min(index + 1, sorted.count - 1)
        return sorted[index] + (sorted[next] - sorted[index]) * (place - Double(index))
    }

    /// By Newton's method from above, so each step comes nearer until rounding stops it.
    package static func cubeRoot(_ value: Double) -> Double {
        var root = max(value, 1)
        while true {
            let next = (2 * root + value / (root * root)) / 3
            if next >= root { return root }
            root = next
        }
    }
}
