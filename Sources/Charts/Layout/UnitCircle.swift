/// Points around the circle of radius 1, made without the C library, so that they are the same on every machine.
package enum UnitCircle {
    /// 361 of them, the last where the first is: from t = tan(φ/2) the point ((1-t²)/(1+t²), 2t/(1+t²)), over one eighth of the circle, and its mirror images.
    package static let points: [Point] = {
        let eighth = (0 ... 45).map { step -> Point in
            // tan of half of one degree times the step, by its series; the argument is at most 0.393.
            let half = Double(step) * 3.141592653589793 / 360, square = half * half
            let t = half * (1 + square * (1.0 / 3 + square * (2.0 / 15 + square * (17.0 / 315 + square * (62.0 / 2835 + square * 1382.0 / 155_925)))))
            return Point(x: (1 - t * t) / (1 + t * t), y: 2 * t / (1 + t * t))
        }
        let quarter = eighth + eighth.dropLast().reversed().map { Point(x: $0.y, y: $0.x) }
        let half = quarter + quarter.dropLast().reversed().map { Point(x: -$0.x, y: $0.y) }
        return half + half.dropLast().reversed().map { Point(x: $0.x, y: -$0.y) }
    }()
}
