/// Checks and defaults shared by the functions that make charts of series.
enum Series {
    /// 0, 1, 2 …, or `start`, `start + step` …
    static func positions(_ count: Int, start: Double = 0, step: Double = 1) -> [Double] {
        (0 ..< count).map { start + Double($0) * step }
    }

    static func checkLengths(_ first: [Double], _ firstName: String, _ second: [Double], _ secondName: String) throws {
        guard first.count == second.count else {
            throw ChartError.differentLengths(first: firstName, firstCount: first.count, second: secondName, secondCount: second.count)
        }
    }

    static func line(_ x: [Double], _ y: [Double], _ name: String?, _ color: ChartColor?, _ style: LineStyle) -> Layer {
        Layer(.line(x: Numbers(x), y: Numbers(y)), name: name, color: color, style: style)
    }
}
