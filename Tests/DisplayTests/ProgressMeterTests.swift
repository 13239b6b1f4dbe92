import Display
import Testing

/// Bars, by a clock of their own.
@Suite struct ProgressMeterTests {
    /// A meter, what it showed with the time of each, and a clock to turn.
    private final class Watch {
        var time = ContinuousClock.now
        var shown: [(after: Duration, lines: [ProgressMeter.Line]?)] = []
        private(set) lazy var meter = ProgressMeter(now: { [unowned self] in time }, show: { [unowned self] lines in shown.append((time - start, lines)) })
        private(set) lazy var start = time
        init() { _ = start }
    }

    /// A loop as the machine runs it: asked where it said it would ask.
    private func run(_ watch: Watch, from first: Int = 0, to limit: Int, turn: Duration) -> Int {
        var asked = 0
        let loop = watch.meter.begin(first, limit)
        var place = first
        while place < limit {
            asked += 1
            let next = min(watch.meter.next(loop, place), limit)
            watch.time += turn * (next - place)
            place = next
        }
        watch.meter.end(loop)
        return asked
    }

    @Test func aShortLoopShowsNothing() {
        let watch = Watch()
        #expect(run(watch, to: 290, turn: .milliseconds(1)) < 40)
        #expect(watch.shown.isEmpty)
    }

    /// At a million turns a second it is asked some fifty times a second, and shown at most ten times.
    @Test func aFastLoopIsSeldomAsked() {
        let watch = Watch()
        let asked = run(watch, to: 3_000_000, turn: .microseconds(1))
        #expect(asked < 200, "\(asked)")
        let bars = watch.shown.compactMap(\.lines)
        #expect((20 ... 28).contains(bars.count), "\(bars.count)")
        #expect(watch.shown[0].after >= .milliseconds(300) && watch.shown[0].after < .milliseconds(420))
        for (before, after) in zip(watch.shown, watch.shown.dropFirst(1)) where after.lines != nil { #expect(after.after - before.after >= .milliseconds(100)) }
        // Gone at the end.
        #expect(watch.shown.last?.lines == nil)
        #expect(bars[0][0].pace.hasPrefix("1,000,000/s, 2."))
        #expect(bars[0][0].count.hasSuffix(" of 3,000,000"))
    }

    @Test func aSlowLoopIsAskedAtEachTurn() {
        let watch = Watch()
        #expect(run(watch, from: 5, to: 9, turn: .seconds(3)) == 4)
        #expect(
            watch.shown.compactMap(\.lines).map { $0[0].text } == [
                "[#####---------------]  25 %  1 of 4  0.3/s, 9.0 s left", "[##########----------]  50 %  2 of 4  0.3/s, 6.0 s left",
                "[###############-----]  75 %  3 of 4  0.3/s, 3.0 s left",
            ])
    }

    /// The turns of a loop may grow longer by any factor: it is asked again soon.
    @Test func aLoopThatGrowsSlowerIsAskedMoreOften() {
        let watch = Watch()
        let loop = watch.meter.begin(0, 1_000_000)
        var place = 0
        for _ in 0 ..< 8 {
            let next = watch.meter.next(loop, place)
            watch.time += .microseconds(10) * (next - place)
            place = next
        }
        let next = watch.meter.next(loop, place)
        #expect(next - place > 1_000)
        watch.time += .milliseconds(5) * (next - place)
        #expect(watch.meter.next(loop, next) - next < 10)
    }

    @Test func loopsAndCallsWithinHaveALineEach() throws {
        let watch = Watch()
        let outer = watch.meter.begin(0, 10)
        _ = watch.meter.next(outer, 0)
        watch.time += .seconds(2)
        _ = watch.meter.next(outer, 1)
        let inner = watch.meter.begin(0, 0)
        _ = watch.meter.next(inner, 0)
        watch.time += .seconds(1)
        _ = watch.meter.next(inner, 7)
        watch.time += .milliseconds(200)
        watch.meter.report(0)
        watch.time += .seconds(1)
        watch.meter.report(0.5)
        let lines = try #require(watch.shown.last?.lines)
        #expect(lines.map(\.share) == [0.1, nil, 0.5])
        #expect(lines.map(\.count) == ["1 of 10", "7", ""])
        #expect(lines[2].pace == "1.0 s left")
        // The inner loop is left by `break`: the outer one goes on without it.
        _ = watch.meter.next(outer, 2)
        watch.time += .seconds(1)
        _ = watch.meter.next(outer, 3)
        #expect(watch.shown.last?.lines?.count == 1)
        // By `return`, nobody says so: the end of the cell does.
        watch.meter.finish()
        #expect(watch.shown.last?.lines == nil)
        watch.meter.finish()
        #expect(watch.shown.count { $0.lines == nil } == 1)
    }

    @Test func aCallThatBeginsAnewIsAnotherCall() throws {
        let watch = Watch()
        watch.meter.report(0.2)
        watch.time += .seconds(1)
        watch.meter.report(0.9)
        #expect(watch.shown.count == 1)
        watch.meter.report(0.1)
        watch.time += .milliseconds(100)
        watch.meter.report(0.2)
        #expect(watch.shown.count == 1)
        watch.time += .milliseconds(400)
        watch.meter.report(0.5)
        #expect(watch.shown.count == 2)
        #expect(watch.meter.next(77, 3) == .max)
    }

    @Test func theBarOfAPageIsMarkupThatCloses() throws {
        let watch = Watch()
        watch.meter.report(0)
        watch.time += .seconds(1)
        watch.meter.report(1)
        let bundle = try #require(watch.shown.last?.lines).bundle
        guard case .text(let html)? = bundle["text/html"] else { throw CancellationError() }
        #expect(html.ranges(of: "<div").count == html.ranges(of: "</div>").count)
        #expect(html.contains("width:100.0%") && bundle.plainText == "[####################]  100 %  0.0 s left")
    }
}
