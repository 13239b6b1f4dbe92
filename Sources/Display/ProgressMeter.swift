/// How far the loops and library calls of a cell are, for whoever watches: one line for each, the outer ones first.
///
/// A line appears when what it tells of has lasted 0.3 s, and changes at most ten times a second. All calls come on the thread that runs the cell.
package final class ProgressMeter {
    /// What is shown now; nil when nothing is to be shown any more.
    package typealias Show = (_ lines: [Line]?) -> Void

    package struct Line: Equatable {
        /// From 0 to 1; nil where the end is not known.
        package var share: Double?
        /// `370 of 1,000`; empty for a library call.
        package var count: String
        /// `120/s, 5 s left`
        package var pace: String
    }

    private struct Loop {
        let number: Int
        let start: ContinuousClock.Instant
        let first, limit: Int
        var place: Int
        var asked: ContinuousClock.Instant
        /// So many turns pass before it is asked again.
        var chunk = 1
    }

    private let show: Show
    private let now: () -> ContinuousClock.Instant
    private var loops: [Loop] = []
    private var call: (start: ContinuousClock.Instant, share: Double)?
    private var lastNumber = 0
    private var shown: ContinuousClock.Instant?

    private static let delay = Duration.milliseconds(300), interval = Duration.milliseconds(100)

    package init(now: @escaping () -> ContinuousClock.Instant = { .now }, show: @escaping Show) { (self.now, self.show) = (now, show) }

    // MARK: Loops

    /// A loop from one number to another begins; its number, which is above 0.
    package func begin(_ first: Int, _ limit: Int) -> Int {
        lastNumber += 1
        let now = now()
        loops.append(Loop(number: lastNumber, start: now, first: first, limit: limit, place: first, asked: now))
        return lastNumber
    }

    /// How far the loop is. Returns where it is to be asked next: about 20 ms later, by the time that its turns took, but not before one turn.
    package func next(_ number: Int, _ place: Int) -> Int {
        // Loops inside of it have been left.
        while let last = loops.last, last.number > number { loops.removeLast() }
        call = nil
        guard let last = loops.last, last.number == number else { return .max }
        let now = now()
        var loop = last
        if place > loop.first {
            let took = (now - loop.asked) / .milliseconds(1)
            // At most eight times as many as before: turns may grow longer.
            let fitting = took > 0.01 ? Double(loop.chunk) * 20 / took : .infinity
            loop.chunk = max(1, Int(min(fitting, Double(loop.chunk) * 8, 1e9)))
        }
        (loop.place, loop.asked) = (place, now)
        loops[loops.count - 1] = loop
        update(now)
        let (next, overflows) = place.addingReportingOverflow(loop.chunk)
        return overflows ? .max : next
    }

    package func end(_ number: Int) {
        while let last = loops.last, last.number >= number { loops.removeLast() }
        call = nil
        if loops.isEmpty, shown != nil {
            // Gone when nothing is left to tell of; it comes back, after its time, for what follows.
            show(nil)
            shown = nil
        }
    }

    // MARK: Library calls

    /// Of the call that is running, a share from 0 to 1 is done.
    package func report(_ share: Double) {
        let now = now()
        if let call, share >= call.share { self.call = (call.start, share) } else { call = (now, share) }
        update(now)
    }

    /// The cell has ended.
    package func finish() {
        (loops, call) = ([], nil)
        if shown != nil { show(nil) }
        shown = nil
    }

    // MARK: Lines

    private func update(_ now: ContinuousClock.Instant) {
        guard let start = loops.first?.start ?? call?.start, now - start >= Self.delay else { return }
        if let shown, now - shown < Self.interval { return }
        shown = now
        var lines = loops.map { loop in line(loop, now) }
        if let call, loops.isEmpty || now - call.start >= Self.delay {
            let seconds = (now - call.start) / .seconds(1)
            lines.append(Line(share: call.share, count: "", pace: call.share > 0 ? Self.left(seconds / call.share * (1 - call.share)) : ""))
        }
        show(lines)
    }

    private func line(_ loop: Loop, _ now: ContinuousClock.Instant) -> Line {
        let done = loop.place - loop.first, all = loop.limit - loop.first
        let seconds = (now - loop.start) / .seconds(1)
        let rate = done > 0 && seconds > 0 ? Double(done) / seconds : 0
        let knowsEnd = all > 0 && done <= all
        var pace = rate > 0 ? [Self.rate(rate)] : []
        if knowsEnd, rate > 0 { pace.append(Self.left(Double(all - done) / rate)) }
        return Line(
            share: knowsEnd ? Double(done) / Double(all) : nil, count: knowsEnd ? "\(Self.grouped(done)) of \(Self.grouped(all))" : Self.grouped(done),
            pace: pace.joined(separator: ", "))
    }

    private static func rate(_ perSecond: Double) -> String {
        if perSecond >= 10 { return grouped(Int(min(perSecond, 1e15).rounded())) + "/s" }
        if perSecond >= 0.1 { return tenths(perSecond) + "/s" }
        return duration(1 / perSecond) + " each"
    }

    private static func left(_ seconds: Double) -> String { duration(seconds) + " left" }

    private static func duration(_ seconds: Double) -> String {
        if seconds < 10 { return tenths(seconds) + " s" }
        let whole = Int(min(seconds.rounded(), 1e12))
        if whole < 120 { return "\(whole) s" }
        if whole < 7_200 { return "\(whole / 60) min" }
        return whole < 172_800 ? "\(whole / 3_600) h" : "\(whole / 86_400) days"
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    static func grouped(_ number: Int) -> String {
        var text = ""
        let digits = String(number.magnitude)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }
}

extension [ProgressMeter.Line] {
    /// Bars for a page, and the same as text.
    package var bundle: MIMEBundle {
        var bundle = MIMEBundle(plain: map(\.text).joined(separator: "\n"))
        bundle["text/html"] = .text("<div style=\"font-size:12px;line-height:1.6\">" + map(\.html).joined() + "</div>")
        return bundle
    }
}

extension ProgressMeter.Line {
    /// From 0 to 1, whatever was reported.
    private var clamped: Double? { share.map { $0 > 0 ? Swift.min($0, 1) : 0 } }
    private var percent: Int? { clamped.map { Int(($0 * 100).rounded(.down)) } }

    /// `[########------------] 40 %  400 of 1,000  120/s, 5 s left`
    package var text: String {
        let bar = clamped.map { share in
            let filled = Int(share * 20)
            return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled) + "]"
        }
        return [bar, percent.map { "\($0) %" }, count, pace].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    fileprivate var html: String {
        let tenths = Int(((clamped ?? 0) * 1000).rounded())
        let bar =
            share == nil
            ? ""
            : "<div style=\"width:220px;height:6px;border-radius:3px;background:rgba(128,128,128,0.25)\">"
                + "<div style=\"width:\(tenths / 10).\(tenths % 10)%;height:6px;border-radius:3px;background:#1a85c9\"></div></div>"
        let words = [percent.map { "\($0) %" }, count, pace].compactMap { $0 }.filter { !$0.isEmpty }.map { "<span>\($0)</span>" }.joined()
        return "<div style=\"display:flex;align-items:center;gap:12px\">\(bar)\(words)</div>"
    }
}
