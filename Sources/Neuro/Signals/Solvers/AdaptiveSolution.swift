/// The solution of dx/dt = f(x) from step to step, each as long as the tolerances allow.
///
/// The step control is that of SciPy's solve_ivp (E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, II.4, doi:10.1007/978-3-540-78862-1): the error of a step is
/// measured in units of absolute + relative · max(|before|, |after|), as the root of its mean square; a step whose error is above 1 is made again, shorter; the next one is
/// 0.9 · error^(−1/(order + 1)) times as long, at least 0.2 and at most 10 times, and no longer after a step that was made again.
struct AdaptiveSolution {
    private let pair: RungeKuttaPair
    private let relative, absolute: Double
    private let size: Int
    /// The slopes of the stages, one row each; the last of the pair is the slope at the end.
    private var slopes: [Double]
    private var before: [Double]
    private var now: [Double]
    private var trial: [Double]
    private var nextLength: Double
    private var length = 0.0
    private var began = 0.0
    /// The powers' coefficients of the polynomial of the present step, row after row; made when a sample is wanted.
    private var polynomial: [Double] = []
    /// When the present step ends.
    private(set) var time = 0.0

    init(_ pair: RungeKuttaPair, start: [Double], relative: Double, absolute: Double, _ slope: Flow.Slope) throws {
        self.pair = pair
        self.relative = relative
        self.absolute = absolute
        size = start.count
        (before, now, trial) = (start, start, start)
        nextLength = 0
        slopes = [Double](repeating: 0, count: pair.rows * start.count)
        try evaluate(start, pair.stages, slope)
        nextLength = try firstLength(slope)
    }

    /// Two trial slopes tell how long a first step of about the tolerance is.
    private mutating func firstLength(_ slope: Flow.Slope) throws -> Double {
        let n = size, stages = pair.stages
        let scale = now.map { absolute + abs($0) * relative }
        func norm(_ value: (Int) -> Double) -> Double {
            var sum = 0.0
            for i in 0 ..< n {
                let part = value(i) / scale[i]
                sum += part * part
            }
            return (sum / Double(n)).squareRoot()
        }
        let first = Array(slopes[stages * n ..< (stages + 1) * n])
        let d0 = norm { now[$0] }, d1 = norm { first[$0] }
        let h0 = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1
        try evaluate((0 ..< n).map { now[$0] + h0 * first[$0] }, 0, slope)
        let d2 = norm { slopes[$0] - first[$0] } / h0
        let h1 = d1 <= 1e-15 && d2 <= 1e-15 ? max(1e-6, h0 * 1e-3) : Self.power(0.01 / max(d1, d2), 1 / Double(pair.order + 1))
        return min(100 * h0, h1)
    }

    /// Goes on by one step; false if no step is short enough, or the solution is not finite.
    mutating func step(_ slope: Flow.Slope) throws -> Bool {
        let n = size, stages = pair.stages, shortest = 10 * time.ulp
        for i in 0 ..< n { slopes[i] = slopes[stages * n + i] }
        (before, now) = (now, before)
        var h = max(nextLength, shortest), isRepeated = false
        while true {
            guard h >= shortest, h.isFinite else { return false }
            let end = time + h
            h = end - time
            for stage in 1 ... stages {
                combine(stage, h)
                try evaluate(trial, stage, slope)
            }
            let error = self.error(h)
            guard error.isFinite else { return false }
            if error < 1 {
                let factor = error == 0 ? 10 : min(10, 0.9 * Self.power(error, -1 / Double(pair.order + 1)))
                nextLength = h * (isRepeated ? min(1, factor) : factor)
                (now, trial) = (trial, now)
                (began, time, length) = (time, end, h)
                polynomial.removeAll(keepingCapacity: true)
                return true
            }
            h *= max(0.2, 0.9 * Self.power(error, -1 / Double(pair.order + 1)))
            isRepeated = true
        }
    }

    /// trial = before + h Σ a(stage, r) slope(r); the row of the last stage of the pair holds the weights of the result.
    private mutating func combine(_ stage: Int, _ h: Double) {
        let n = size, row = pair.a[stage]
        for i in 0 ..< n {
            var sum = 0.0
            for r in 0 ..< row.count { sum += row[r] * slopes[r * n + i] }
            trial[i] = before[i] + h * sum
        }
    }

    private mutating func evaluate(_ x: [Double], _ stage: Int, _ slope: Flow.Slope) throws {
        let place = stage * size
        try slopes.withUnsafeMutableBufferPointer { slopes in
            guard let slopes = slopes.baseAddress else { return }
            try slope(x, slopes + place)
        }
    }

    private func error(_ h: Double) -> Double {
        let n = size
        func square(_ weights: [Double]) -> Double {
            var sum = 0.0
            for i in 0 ..< n {
                var error = 0.0
                for r in 0 ..< weights.count { error += weights[r] * slopes[r * n + i] }
                error /= absolute + max(abs(before[i]), abs(trial[i])) * relative
                sum += error * error
            }
            return sum
        }
        let fifth = square(pair.error)
        guard let third = pair.secondError.map(square) else { return h * (fifth / Double(n)).squareRoot() }
        // Of the pair of order 8: the estimate of order 5, damped by that of order 3.
        return fifth == 0 && third == 0 ? 0 : h * fifth / ((fifth + 0.01 * third) * Double(n)).squareRoot()
    }

    /// The solution at a time within the present step.
    mutating func interpolate(at time: Double, into sample: inout [Double], _ slope: Flow.Slope) throws {
        let n = size, x = (time - began) / length
        if polynomial.isEmpty { try makePolynomial(slope) }
        let degree = polynomial.count / n
        switch pair.dense {
        case .powers:
            for i in 0 ..< n {
                var power = x, sum = 0.0
                for d in 0 ..< degree {
                    sum += polynomial[d * n + i] * power
                    power *= x
                }
                sample[i] = before[i] + length * sum
            }
        case .nested:
            for i in 0 ..< n {
                var value = 0.0
                for k in 0 ..< degree { value = (value + polynomial[(degree - 1 - k) * n + i]) * (k % 2 == 0 ? x : 1 - x) }
                sample[i] = before[i] + value
            }
        }
    }

    private mutating func makePolynomial(_ slope: Flow.Slope) throws {
        let n = size
        switch pair.dense {
        case .powers(let columns):
            polynomial = [Double](repeating: 0, count: columns.count * n)
            for (d, column) in columns.enumerated() {
                for (r, weight) in column.enumerated() where weight != 0 {
                    for i in 0 ..< n { polynomial[d * n + i] += weight * slopes[r * n + i] }
                }
            }
        case .nested(let weights):
            for stage in pair.stages + 1 ..< pair.rows {
                combine(stage, length)
                try evaluate(trial, stage, slope)
            }
            polynomial = [Double](repeating: 0, count: (3 + weights.count) * n)
            for i in 0 ..< n {
                let change = now[i] - before[i], first = slopes[i], last = slopes[pair.stages * n + i]
                polynomial[i] = change
                polynomial[n + i] = length * first - change
                polynomial[2 * n + i] = 2 * change - length * (last + first)
            }
            for (d, row) in weights.enumerated() {
                for i in 0 ..< n {
                    var sum = 0.0
                    for r in 0 ..< row.count { sum += row[r] * slopes[r * n + i] }
                    polynomial[(3 + d) * n + i] = length * sum
                }
            }
        }
    }

    private static func power(_ x: Double, _ exponent: Double) -> Double { x == 0 ? (exponent > 0 ? 0 : .infinity) : Elementary.exp(exponent * Elementary.log(x)) }
}
