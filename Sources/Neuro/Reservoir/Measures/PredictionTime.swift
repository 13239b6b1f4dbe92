import Linear

/// For how long a prediction of a chaotic system is right.
public struct PredictionTime: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The number of steps before the prediction is first off by more than the threshold; all of them, if it never is, and no more than two solvers of the truth agree on, if that was checked.
    public let steps: Int
    /// The same in Lyapunov times: steps · interval · exponent.
    public let lyapunovTimes: Double
    /// Whether the prediction was still right at the end of what it could be compared with: the end of the truth, or where a second solver parts from it. The true prediction time is then unknown,
    /// and at least this.
    public let isAtLeast: Bool

    /// The time in Lyapunov times.
    public var description: String { (isAtLeast ? "at least " : "") + "\((lyapunovTimes * 100).rounded() / 100) Lyapunov times (\(steps) steps)" }

    /// How long `prediction` stays near `truth`: the steps before the root of the mean over channels of the squared error, each channel in units of its standard deviation, first exceeds the threshold.
    ///
    /// - Parameters:
    ///   - prediction: one row per step, one column per channel.
    ///   - truth: the same steps.
    ///   - interval: the time of a step.
    ///   - exponent: the system's largest Lyapunov exponent, per unit of time; 0.9056 for Lorenz63.
    ///   - threshold: how large an error is allowed.
    ///   - deviations: the standard deviation of each channel, better of a long series; those of `truth` where it is nil.
    ///   - otherSolution: the truth by another solver from the same point. Beyond where the two part by more than the threshold no prediction can be told right from wrong, and the time ends there.
    /// - Throws: `NeuroError` for shapes that differ, a truth that is not finite or of which a channel is constant, an interval, exponent or threshold that is not above 0.
    public init(
        prediction: Matrix, truth: Matrix, interval: Double, exponent: Double, threshold: Double = 0.4, deviations: Vector? = nil, otherSolution: Matrix? = nil
    ) throws {
        try Check.positive(interval, "interval")
        try Check.positive(exponent, "exponent")
        try Check.positive(threshold, "threshold")
        guard truth.rows > 0, truth.columns > 0 else { throw NeuroError.shape(name: "truth", shape: truth.shape, must: "at least one row and one column") }
        try Self.check(prediction, "prediction", truth)
        try Check.finite(truth.elements, "truth")
        let scales = try deviations?.elements ?? Self.deviations(truth)
        guard scales.count == truth.columns else { throw NeuroError.shape(name: "deviations", shape: [scales.count], must: "\(truth.columns), one for each channel") }
        for scale in scales { try Check.positive(scale, "deviations") }
        var limit = truth.rows
        if let otherSolution {
            try Self.check(otherSolution, "otherSolution", truth)
            limit = Self.parting(otherSolution, truth, scales, threshold) ?? limit
        }
        let parted = Self.parting(prediction, truth, scales, threshold) ?? truth.rows
        steps = min(parted, limit)
        isAtLeast = parted >= limit
        lyapunovTimes = Double(steps) * interval * exponent
    }

    private static func check(_ series: Matrix, _ name: String, _ truth: Matrix) throws {
        guard series.shape == truth.shape else {
            throw NeuroError.shape(name: name, shape: series.shape, must: "of the truth's shape \(truth.rows) x \(truth.columns)")
        }
    }

    /// The first row in which the two differ by more than the threshold. A NaN differs.
    private static func parting(_ a: Matrix, _ b: Matrix, _ scales: [Double], _ threshold: Double) -> Int? {
        let n = scales.count, (x, y) = (a.elements, b.elements)
        return (0 ..< a.rows).first { t in
            var sum = 0.0
            for i in 0 ..< n {
                let error = (x[t * n + i] - y[t * n + i]) / scales[i]
                sum += error * error
            }
            return !((sum / Double(n)).squareRoot() <= threshold)
        }
    }

    /// Of each column, in the population form.
    package static func deviations(_ series: Matrix) throws -> [Double] {
        try (0 ..< series.columns).map { try ErrorMeasure.deviation(series.column($0).elements, columns: 1, "channel \($0) of the truth") }
    }
}

/// The prediction times from many starts along a series.
public struct PredictionTimes: Equatable, Sendable, Codable, CustomStringConvertible {
    /// One for each start, in order.
    public let times: [PredictionTime]
    /// The median, in Lyapunov times.
    public let median: Double
    /// How many of them were still right at the end of what they could be compared with, so that the median is only a bound if they are half or more.
    public var bounds: Int { times.count { $0.isAtLeast } }

    /// The median, and whether it is only a bound.
    public var description: String {
        "median of \(times.count) starts: " + (2 * bounds > times.count ? "at least " : "") + "\((median * 100).rounded() / 100) Lyapunov times"
    }

    /// - Throws: `NeuroError.tooShort` if there are none.
    public init(_ times: [PredictionTime]) throws {
        guard !times.isEmpty else { throw NeuroError.tooShort(name: "times", count: 0, needed: 1, why: "a median") }
        self.times = times
        let sorted = times.map(\.lyapunovTimes).sorted(), half = sorted.count / 2
        median = sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
}

extension ReservoirFit {
    /// For how long free runs of this fit are right, from many starts along a series of the system that it was trained on.
    ///
    /// At each start the reservoir is driven from rest by the rows before it and then goes on alone.
    ///
    /// ```swift
    /// let times = try fit.predictionTimes(series, interval: 0.02, exponent: 0.9056, from: 6_000)
    /// ```
    /// - Parameters:
    ///   - series: the truth, longer than what the fit was trained on; standardised by the deviations of all of it.
    ///   - interval: the time of a step.
    ///   - exponent: the largest Lyapunov exponent, per unit of time.
    ///   - from: the row of the first start.
    ///   - every: the rows from one start to the next.
    ///   - starts: how many.
    ///   - horizon: how many steps each free run goes; as long as 30 Lyapunov times where it is nil.
    ///   - washout: how many rows before each start drive the reservoir.
    ///   - threshold: how large an error is allowed, in standard deviations.
    /// - Throws: `NeuroError` for arguments out of their range, and a series that is too short for the last start and its horizon.
    public func predictionTimes(
        _ series: Matrix, interval: Double, exponent: Double, from: Int, every: Int = 250, starts: Int = 20, horizon: Int? = nil, washout: Int = 500, threshold: Double = 0.4
    ) throws -> PredictionTimes {
        try predictionTimes(series, interval, exponent, from, every, starts, horizon, washout, threshold) { _, _ in nil }
    }

    /// The same with a check of the truth: from the row before each start `other` solves the system by another solver, and no prediction time is longer than the two solutions agree.
    ///
    /// ```swift
    /// let times = try fit.predictionTimes(series, interval: 0.02, exponent: 0.9056, from: 6_000) { point, steps in
    ///     try Dataset.lorenz63(steps: steps, solver: .dop853(relative: 1e-10, absolute: 1e-10), start: (try point[0], try point[1], try point[2]), discarding: 0)
    /// }
    /// ```
    /// - Parameter other: from a point of the series and a number of steps to as many rows that follow it.
    public func predictionTimes(
        _ series: Matrix, interval: Double, exponent: Double, from: Int, every: Int = 250, starts: Int = 20, horizon: Int? = nil, washout: Int = 500, threshold: Double = 0.4,
        other: (Vector, Int) throws -> Matrix
    ) throws -> PredictionTimes {
        try predictionTimes(series, interval, exponent, from, every, starts, horizon, washout, threshold) { try other($0, $1) }
    }

    private func predictionTimes(
        _ series: Matrix, _ interval: Double, _ exponent: Double, _ from: Int, _ every: Int, _ starts: Int, _ horizon: Int?, _ washout: Int, _ threshold: Double,
        _ other: (Vector, Int) throws -> Matrix?
    ) throws -> PredictionTimes {
        try Check.positive(interval, "interval")
        try Check.positive(exponent, "exponent")
        try Check.atLeast(1, every, "every")
        try Check.atLeast(1, starts, "starts")
        try Check.atLeast(1, washout, "washout")
        try Check.atLeast(washout, from, "from")
        let natural = 30 / (interval * exponent)
        guard natural < 1e9 else { throw NeuroError.invalid(name: "interval", value: "\(interval)", must: "larger, or the horizon given") }
        let steps = horizon ?? max(1, Int(natural.rounded(.up)))
        try Check.atLeast(1, steps, "horizon")
        let (span, isHuge) = every.multipliedReportingOverflow(by: starts - 1)
        let needed = isHuge ? Int.max : StateMeasure.sum(from, span, steps)
        guard series.rows >= needed else {
            throw NeuroError.tooShort(
                name: "series", count: series.rows, needed: needed, why: "\(starts) starts \(every) apart from \(from) on, and \(steps) steps after the last,")
        }
        try Check.finite(series.elements, "series")
        let deviations = Vector(try PredictionTime.deviations(series))
        var times: [PredictionTime] = []
        for k in 0 ..< starts {
            try Progress.check(k, of: starts)
            let start = from + k * every
            let prediction = try forecastChannels(steps: steps, after: series[rows: start - washout ..< start])
            times.append(
                try PredictionTime(
                    prediction: prediction, truth: series[rows: start ..< start + steps], interval: interval, exponent: exponent, threshold: threshold, deviations: deviations,
                    otherSolution: other(series.row(start - 1), steps)))
        }
        return try PredictionTimes(times)
    }

    /// The error of free runs of this fit a given number of steps ahead, over many starts along a series, in units of the series' standard deviation.
    ///
    /// At each start the reservoir is driven from rest by the values before it and then goes on alone; the root of the mean square of the errors at the last step is taken over the starts.
    /// H. Jaeger, H. Haas, Science 304 (2004), doi:10.1126/science.1091277.
    /// - Parameters:
    ///   - series: the truth, longer than what the fit was trained on.
    ///   - horizon: how many steps ahead; 84 is the custom for the Mackey-Glass series.
    ///   - from: the place of the first start.
    ///   - every: from one start to the next.
    ///   - starts: how many.
    ///   - washout: how many values before each start drive the reservoir.
    /// - Throws: `NeuroError` for arguments out of their range, a series that is too short, and a fit of several channels.
    public func nrmseAhead(_ series: Vector, horizon: Int = 84, from: Int, every: Int = 100, starts: Int = 20, washout: Int = 2_000) throws -> Double {
        try Check.atLeast(1, horizon, "horizon")
        try Check.atLeast(1, every, "every")
        try Check.atLeast(1, starts, "starts")
        try Check.atLeast(1, washout, "washout")
        try Check.atLeast(washout, from, "from")
        let (span, isHuge) = every.multipliedReportingOverflow(by: starts - 1)
        let needed = isHuge ? Int.max : StateMeasure.sum(from, span, horizon)
        guard series.count >= needed else {
            throw NeuroError.tooShort(
                name: "series", count: series.count, needed: needed, why: "\(starts) starts \(every) apart from \(from) on, and \(horizon) steps after the last,")
        }
        let deviation = try ErrorMeasure.deviation(series.elements, columns: 1, "series")
        var squares = 0.0
        for k in 0 ..< starts {
            try Progress.check(k, of: starts)
            let start = from + k * every
            let error = try forecast(steps: horizon, after: series[(start - washout) ..< start])[horizon - 1] - series[start + horizon - 1]
            squares += error * error
        }
        return (squares / Double(starts)).squareRoot() / deviation
    }
}

extension ReservoirNode {
    /// The error of this node 84 steps ahead on the Mackey-Glass series, in the customary protocol.
    ///
    /// The series of delay 17 is squashed by tanh(x − 1); the readout [x, u, 1] learns the next value on the steps 500 to 3,000; the error at step 84 of the free run is taken over 20 starts from 3,000 on,
    /// 100 apart, in units of the standard deviation. Good networks of 400 units reach 10^−3, of 1,000 units 10^−4 (H. Jaeger, H. Haas, Science 304 (2004), doi:10.1126/science.1091277).
    /// - Parameter readout: how the weights are found.
    /// - Throws: `NeuroError` for a reservoir with another number of inputs than one, and a free run that leaves the finite numbers.
    public func nrmse84(readout: Readout = .ridge(1e-10)) throws -> Double {
        let series = Vector(try Dataset.mackeyGlass(steps: 5_100, tau: 17).elements.map { Elementary.tanh($0 - 1) })
        var trained = self
        return try trained.train(series[..<3_000], readout: readout, washout: 500).nrmseAhead(series, from: 3_000)
    }
}
