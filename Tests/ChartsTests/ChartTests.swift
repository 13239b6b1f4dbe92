import Charts
import Display
import Linear
import Testing

@Suite struct ChartTests {
    @Test func wrongLengthsAreErrors() {
        #expect(throws: ChartError.differentLengths(first: "x", firstCount: 1, second: "y", secondCount: 2)) { try plot([1], [1, 2]) }
        #expect(throws: ChartError.differentLengths(first: "x", firstCount: 3, second: "y", secondCount: 2)) { try scatter([1, 2, 3], [1, 2]) }
        #expect(throws: ChartError.differentLengths(first: "prediction", firstCount: 0, second: "truth", secondCount: 1)) { try plot([Double](), against: [1]) }
        #expect(throws: ChartError.differentLengths(first: "names", firstCount: 1, second: "heights", secondCount: 0)) { try bars(["a"], [Double]()) }
        #expect(throws: ChartError.differentLengths(first: "row 0", firstCount: 1, second: "row 1", secondCount: 2)) { try heatMap([[1], [1, 2]]) }
        #expect(throws: ChartError.differentLengths(first: "rowLabels", firstCount: 1, second: "the rows", secondCount: 2)) { try heatMap([[1], [2]], rowLabels: ["a"]) }
        #expect(throws: ChartError.outOfRange(argument: "columns", value: "0", allowed: "1 or more")) { try panels([plot([1.0])], columns: 0) }
        #expect(throws: ChartError.outOfRange(argument: "charts", value: "empty", allowed: "at least one chart")) { try panels([]) }
        #expect("\(ChartError.differentLengths(first: "x", firstCount: 1, second: "y", secondCount: 2))" == "x has 1 elements and y has 2: they must have the same number")
    }

    @Test func vectorsAndMatricesMakeTheSameCharts() throws {
        let x: Vector = [1, 2, 4], y: Vector = [3, 1, 2]
        #expect(plot(y, step: 0.5, name: "a") == plot([3, 1, 2], step: 0.5, name: "a"))
        #expect(try plot(x, y) == plot([1, 2, 4], [3, 1, 2]))
        #expect(try scatter(x, y) == scatter([1, 2, 4], [3, 1, 2]))
        #expect(try plot(x, against: y) == plot([1, 2, 4], against: [3, 1, 2]))
        #expect(try histogram(x, bins: 3) == histogram([1, 2, 4], bins: 3))
        #expect(try bars(["a", "b", "c"], x) == bars(["a", "b", "c"], [1, 2, 4]))
        let matrix = try Matrix([[1, 2, 3], [4, 5, 6]])
        #expect(try heatMap(matrix) == heatMap([[1, 2, 3], [4, 5, 6]]))
        let columns = try plot(matrix, names: ["a", "b", "c"], step: 2)
        #expect(columns == plot([1, 4], step: 2, name: "a").overlay(plot([2, 5], step: 2, name: "b")).overlay(plot([3, 6], step: 2, name: "c")))
        #expect(throws: ChartError.self) { try plot(matrix, names: ["a"]) }
    }

    @Test func aChartWithGapsEqualsItself() {
        #expect(plot([1, .nan]) == plot([1, .nan]))
        #expect(plot([1, .nan]) != plot([1, 2]))
        #expect(plot([1]).title("a") != plot([1]).title("b"))
    }

    @Test func placesOfManyNumbersAreNotMadeForACallThatShouldStop() throws {
        let many = [Double](repeating: 0, count: 3_000_000)
        let chart = try Progress.observe({ _ in throw Interrupted() }) { plot(many) }
        guard case .line(let x, let y) = try #require(chart.layers.first).mark else {
            Issue.record("a plot is a line")
            return
        }
        #expect(x.values.isEmpty && y.values.count == many.count)
        guard case .line(let places, _) = try #require(plot(many, start: 2, step: 0.5).layers.first).mark else { return }
        #expect(places.values.count == many.count && places.values.last == 2 + 0.5 * 2_999_999)
    }

    @Test func overlayKeepsItsOwnLabelsAndTakesMissingOnes() {
        let chart = plot([1], name: "a").xLabel("mine").overlay(plot([2], name: "b").xLabel("other").yLabel("rate", unit: "Hz").title("T"))
        #expect(chart.layers.count == 2)
        #expect(chart.x.title == "mine" && chart.y.title == "rate (Hz)" && chart.titleText == "T")
    }

    @Test func sizesAreKeptWithinReason() {
        let chart = plot([1]).size(width: -5, height: .infinity)
        #expect(chart.width == 40 && chart.height == 4_000)
        #expect(plot([1]).size(width: .nan, height: 100).width == nil)
    }

    @Test func theSentenceSaysWhatIsThere() throws {
        #expect("\(plot([0, 4, .nan], name: "rate").title("T").xLabel("time", unit: "ms"))" == "Chart “T”: line “rate” of 3 points (1 missing); time (ms) 0 to 1; y 0 to 4")
        #expect("\(try heatMap([[1, .nan], [2, 3]]))" == "Chart: heat map of 2 x 2 cells, 1 to 3 (1 missing); x −0.5 to 1.5; y −0.5 to 1.5")
        #expect("\(Chart())" == "Empty chart")
    }

    @Test func aBundleHoldsThreeForms() {
        #expect(plot([1, 2]).display.entries.map(\.type) == ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"])
    }

    /// Whatever the numbers, there is a picture.
    @Test func nothingTraps() throws {
        let samples: [[Double]] = [
            [], [.nan], [.nan, .infinity, -.infinity], [0], [5, 5], [-0.0, 0.0], [1.7e308, -1.7e308], [1e300, -1e300], [Double.leastNonzeroMagnitude, 0.0, 1], [1, 1 + 1e-16],
            [1e16, 1e16 + 2], [-3, -1], [0, 1e-300, 1e300], [.nan, 1, .nan],
        ]
        for sample in samples {
            for other in samples where other.count == sample.count {
                let charts = try [
                    plot(sample), plot(sample, other, name: "n"), scatter(sample, other), plot(sample, against: other), histogram(sample), histogram(sample, bins: 3),
                    bars(sample.map { "\($0)" }, other), heatMap([sample, other]), heatMap([sample], colors: .diverging, range: -1 ... 1, x: 0 ... 0, y: -1e300 ... 1e300),
                ]
                let numbers = Vector(sample), others = Vector(other)
                let table = try Matrix(rows: 1, columns: sample.count, elements: sample), pair = try Matrix(rows: 2, columns: sample.count, elements: sample + other)
                let more = try [
                    band(numbers, low: others, high: numbers, name: "n"), plot(numbers, others, plusMinus: numbers), plotMean(pair), errorBars(numbers, others, plusMinus: numbers),
                    bars(sample.map { "\($0)" }, numbers, plusMinus: others), bars(["a", "b"], pair, groups: sample.map { "\($0)" }, plusMinus: pair), contours(pair),
                    contours(pair, levels: sample, x: 0 ... 0, y: -1e300 ... 1e300), vectorField(numbers, Vector([1, 2]), pair, pair),
                    vectorField(numbers, Vector([.nan]), table, table),
                    complexPlane(numbers, others, circle: 0), complexPlane(numbers, others), heatMap(pair).groups(rows: ["a", "b"]).cellNumbers(),
                    raster(numbers, sample.map { _ in 0 }),
                    plot(sample).rightAxis(plot(other)), panels([plot(sample), plot(other).logY()]).sharingAxes(),
                    plot(sample).shade(x: -1 ... .infinity).shade(y: 0 ... 0).note("n", x: .nan, y: 1),
                    plot(sample).note("n", x: 1, y: other.first ?? 0),
                ]
                for chart in charts + more {
                    for variant in [
                        chart, chart.logX().logY(), chart.xRange(-1e300 ... 1e300).yRange(0 ... .infinity), chart.xRange(3 ... 3).logY().yRange(-2 ... (-1)),
                        chart.verticalLine(at: .nan).horizontalLine(at: -1),
                    ] {
                        #expect(variant.display.entries.count == 3)
                    }
                }
            }
        }
        #expect(try heatMap([[Double]]()).display.entries.count == 3)
        #expect(try heatMap([[], []]).display.entries.count == 3)
        #expect(plot([1.0], start: .nan, step: .infinity).display.entries.count == 3)
    }

    /// A million numbers of every kind make less than a megabyte.
    @Test func largeDataMakesSmallBundles() throws {
        let count = 1_000_000
        let noise = (0 ..< count).map { Double(($0 &* 7919) % 100_003) / 100_003 }
        let other = (0 ..< count).map { Double(($0 &* 104_729) % 99_991) / 99_991 }
        let lines = try plot(Matrix(rows: 10_000, columns: 100, elements: noise), names: (0 ..< 100).map { "unit \($0)" })
        let map = try heatMap(Matrix(rows: 1000, columns: 1000, elements: noise))
        let spikes = try raster(Vector(noise), (0 ..< count).map { ($0 &* 7919) % 1000 })
        for chart in [plot(noise), try plot(noise, other), try scatter(noise, other), try histogram(noise), lines, map, spikes] {
            let size = chart.display.entries.reduce(0) { sum, entry in
                switch entry.content {
                case .text(let text), .json(let text): sum + text.utf8.count
                case .bytes(let bytes): sum + bytes.count
                }
            }
            #expect(size < 1_500_000, "\(chart)")
        }
    }
}
