import Linear

/// Checks and defaults shared by the functions that make charts of series.
enum Series {
    /// 0, 1, 2 …, or `start`, `start + step` …; fewer if the call should stop.
    static func positions(_ count: Int, start: Double = 0, step: Double = 1) -> [Double] {
        var positions: [Double] = []
        positions.reserveCapacity(count)
        // Tens of millions take longer than someone who interrupts should wait.
        for first in Swift.stride(from: 0, to: count, by: 1 << 20) where !Progress.isStopped {
            for index in first ..< min(first + 1 << 20, count) { positions.append(start + Double(index) * step) }
        }
        return positions
    }

    static func checkLengths(_ first: [Double], _ firstName: String, _ second: [Double], _ secondName: String) throws {
        guard first.count == second.count else {
            throw ChartError.differentLengths(first: firstName, firstCount: first.count, second: secondName, secondCount: second.count)
        }
    }

    static func line(_ x: [Double], _ y: [Double], _ name: String?, _ color: ChartColor?, _ style: LineStyle) -> Layer {
        Layer(.line(x: Numbers(x), y: Numbers(y)), name: name, color: color, style: style)
    }

    static func lineInBand(_ x: [Double], _ middle: [Double], _ spread: [Double], _ name: String?, _ color: ChartColor?) -> Chart {
        let low = zip(middle, spread).map { $0 - $1 }, high = zip(middle, spread).map { $0 + $1 }
        return Chart(layers: [
            Layer(.band(x: Numbers(x), low: Numbers(low), high: Numbers(high)), color: color),
            Layer(.line(x: Numbers(x), y: Numbers(middle)), name: name, color: color, sharesColor: color == nil),
        ])
    }

    /// Of error bars over bars: seen on the bars and on light and dark pages.
    static let errorColor = ChartColor.rgb(red: 0.38, green: 0.38, blue: 0.38)

    static func errorBars(_ x: [Double], _ y: [Double], _ errors: [Double], color: ChartColor?, sharesColor: Bool) -> Layer {
        let low = zip(y, errors).map { $0 - $1.magnitude }, high = zip(y, errors).map { $0 + $1.magnitude }
        return Layer(.spans(x: Numbers(x), low: Numbers(low), high: Numbers(high), hasCaps: true), color: color, sharesColor: sharesColor)
    }
}
