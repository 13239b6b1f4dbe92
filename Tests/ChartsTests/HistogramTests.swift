import Charts
import Testing

/// Counts and edges of numpy (Reference/make_histograms.py).
@Suite struct HistogramTests {
    static let samples = [0.5, 1.5, 1.5, 2.25, 2.5, 3.0, -1.0, 4.0, 4.0, 0.0, 3.99, 2.0, -0.25, 1.0]

    private func bars(_ chart: Chart) throws -> [Layer.Bar] {
        guard case .bars(let bars) = try #require(chart.layers.first).mark else { return [] }
        return bars
    }

    @Test(arguments: [1, 2, 5, 7, 10]) func countsAgreeWithNumpy(bins: Int) throws {
        let expected = try Reference.lines("histograms.csv").filter { $0[0] == "\(bins)" }
        let bars = try bars(histogram(Self.samples, bins: bins))
        #expect(bars.count == bins && expected.count == bins)
        for (bar, line) in zip(bars, expected) {
            #expect(bar.height == Double(line[3]))
            // The last bits of the edges depend on how they are added up.
            #expect((bar.from - (Double(line[1]) ?? .nan)).magnitude < 1e-14 && (bar.to - (Double(line[2]) ?? .nan)).magnitude < 1e-14)
        }
    }

    @Test func quantilesAgreeWithNumpy() throws {
        for line in try Reference.lines("histograms.csv") where line[0] == "quantile" {
            let fraction = try #require(Double(line[1]))
            #expect((Binning.quantile(Self.samples.sorted(), fraction) - (Double(line[2]) ?? .nan)).magnitude < 1e-14)
        }
    }

    /// Quartiles 0.625 and 2.875 (numpy): 2·2.25·14^(-1/3) = 1.87, rounded up to 2; the last bin holds its upper end.
    @Test func automaticBinsHaveReadableEdges() throws {
        let bars = try bars(histogram(Self.samples))
        #expect(bars.map(\.from) == [-2, 0, 2])
        #expect(bars.map(\.height) == [2, 5, 7])
    }

    /// numpy.histogram(samples, bins=4, range=(0, 4)): the two negative numbers are left out.
    @Test func aRangeOfOnesOwn() throws {
        let bars = try bars(histogram(Self.samples, bins: 4, range: 0 ... 4))
        #expect(bars.map(\.from) == [0, 1, 2, 3])
        #expect(bars.map(\.height) == [2, 3, 3, 4])
        #expect(throws: ChartError.outOfRange(argument: "range", value: "0.0...inf", allowed: "finite")) { try histogram([1.0], range: 0 ... .infinity) }
        #expect(try self.bars(histogram([1.0, 2.0], bins: 3, range: 5 ... 6)).isEmpty)
    }

    @Test func everyNumberIsCountedOnce() throws {
        let values = (0 ..< 1000).map { Double(($0 * 7919) % 1009) / 100 } + [.nan, .infinity]
        for chart in [try histogram(values), try histogram(values, bins: 17)] {
            #expect(try bars(chart).reduce(0) { $0 + $1.height } == 1000)
        }
    }

    @Test func degenerateSamples() throws {
        #expect(try bars(histogram([Double]())).isEmpty)
        #expect(try bars(histogram([.nan])).isEmpty)
        #expect(try bars(histogram([3, 3, 3])).reduce(0) { $0 + $1.height } == 3)
        #expect(try bars(histogram([0, 0, 0, 0, 0, 0, 1])).reduce(0) { $0 + $1.height } == 7)
        #expect(try bars(histogram([-1e300, 1e300, 0])).reduce(0) { $0 + $1.height } == 3)
        #expect(throws: ChartError.outOfRange(argument: "bins", value: "0", allowed: "from 1 to 10,000")) { try histogram([1.0], bins: 0) }
    }

    @Test func cubeRoot() {
        for (value, root) in [(1.0, 1.0), (8, 2), (1000, 10), (1e6, 100), (14, 2.4101422641752297)] {
            #expect((Binning.cubeRoot(value) - root).magnitude < 1e-13 * root)
        }
    }
}
