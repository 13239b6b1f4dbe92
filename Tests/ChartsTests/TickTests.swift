import Charts
import Testing

/// Positions checked against those that d3-array documents for the same ends and counts.
@Suite struct TickTests {
    @Test(arguments: [
        (0.0, 1.0, [10, 9, 8], 0.1), (0, 1, [7, 6, 5, 4], 0.2), (0, 1, [3, 2], 0.5), (0, 1, [1], 1), (0, 10, [10, 9, 8], 1), (0, 10, [7, 6, 5, 4], 2),
        (0, 10, [3, 2], 5), (0, 10, [1], 10), (-10, 10, [10, 9, 8, 7], 2), (-10, 10, [6, 5, 4, 3], 5), (-10, 10, [2], 10), (0, 5e9, [5], 1e9),
    ])
    func stepIsNice(low: Double, high: Double, counts: [Int], step: Double) {
        for count in counts { #expect(TickStep(span: high - low, count: count).value == step) }
    }

    @Test func positionsAreExactDecimals() {
        #expect(TickStep(span: 1, count: 10).multiples(from: 0, to: 1) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
        #expect(TickStep(span: 1, count: 5).multiples(from: -0.5, to: 0.5) == [-0.4, -0.2, 0, 0.2, 0.4])
        #expect(TickStep(span: 2e-7, count: 4).multiples(from: 0, to: 2e-7) == [0, 5e-8, 1e-7, 1.5e-7, 2e-7])
        #expect(TickStep(span: 20, count: 1).multiples(from: -10, to: 10) == [0])
    }

    private func labels(_ low: Double, _ high: Double, _ count: Int, log: Bool = false) -> [String] {
        Tick.ticks(Scale(lower: low, upper: high, isLogarithmic: log), count: count).map(\.label)
    }

    @Test func labelsOfOneAxisAreWrittenAlike() {
        #expect(labels(-1, 1, 4) == ["−1.0", "−0.5", "0.0", "0.5", "1.0"])
        #expect(labels(0, 40_000, 4) == ["0", "10,000", "20,000", "30,000", "40,000"])
        #expect(labels(0, 4_000, 4) == ["0", "1000", "2000", "3000", "4000"])
        #expect(labels(0, 2e6, 4) == ["0", "0.5×10⁶", "1.0×10⁶", "1.5×10⁶", "2.0×10⁶"])
        #expect(labels(-2e-9, 2e-9, 4) == ["−2×10⁻⁹", "−1×10⁻⁹", "0", "1×10⁻⁹", "2×10⁻⁹"])
        #expect(labels(1e9, 1e9 + 2, 2) == ["1,000,000,000", "1,000,000,001", "1,000,000,002"])
    }

    @Test func logarithmicTicksAreDecades() {
        #expect(labels(0.001, 1000, 6, log: true) == ["0.001", "0.01", "0.1", "1", "10", "100", "1000"])
        #expect(labels(1, 100, 6, log: true) == ["1", "2", "5", "10", "20", "50", "100"])
        #expect(labels(1e-10, 1e10, 5, log: true) == ["10⁻¹⁰", "10⁻⁵", "10⁰", "10⁵", "10¹⁰"])
        #expect(labels(2, 5, 3, log: true) == ["2", "3", "4", "5"])
    }

    /// The best step for two labels is 50, of which only one multiple lies between the ends.
    @Test func aFlatPictureHasThreeLabelsToo() {
        let scale = Scale(lower: 960, upper: 1030)
        #expect(Tick.ticks(scale, count: 2).map(\.label) == ["1000"])
        #expect(Tick.ticks(scale, count: 2, least: 3).map(\.label) == ["960", "980", "1000", "1020"])
        var counts = Scale(lower: 0, upper: 1)
        counts.isWhole = true
        #expect(Tick.ticks(counts, count: 2, least: 3).map(\.label) == ["0", "1"])
    }

    @Test func namesAreThinnedOut() {
        let ticks = Tick.names((0 ..< 10).map { "n\($0)" }, Scale(lower: -0.5, upper: 9.5), count: 4)
        #expect(ticks.map(\.label) == ["n0", "n3", "n6", "n9"])
    }

    @Test func extremeEndsGiveFewTicks() {
        for (low, high) in [(-1e300, 1e300), (0, 1e-290), (1e300 * 0.999999999, 1e300), (-5e-291, 5e-291)] {
            let ticks = Tick.ticks(Scale(lower: low, upper: high), count: 6)
            #expect(ticks.count < 20)
            #expect(ticks.allSatisfy { low <= $0.value && $0.value <= high })
        }
    }
}
