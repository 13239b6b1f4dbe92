import Linear

/// The task of *multiple events with elapsed time*: after a cue comes event A at one time, with some probability, or else event B at another. What is to be learnt is a trace for each event, high
/// when it is due and as high as it is likely.
///
/// ```swift
/// let task = try MEETTask(probability: 0.8, timeA: 300.ms, timeB: 600.ms)
/// let outcomes = try task.outcomes(trials: 100, seed: 1)      // true where A came
/// ```
///
/// The task is that of Y. Yamada and Z. C. Chao, Communications Biology 2026, doi:10.1038/s42003-026-10836-2. What the paper does not say is set by the arguments, whose defaults are ours: the
/// width of the bump that stands for an event, and the window in which a readout of its time may learn.
public struct MEETTask: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How likely A is; B is what is left to 1.
    public let probability: Double
    /// When A comes after the cue.
    public let timeA: Time
    /// When B comes after the cue.
    public let timeB: Time
    /// How long a trial is.
    public let duration: Time
    /// How long a bin is: states and outputs have a row for each.
    public let bin: Time
    /// The standard deviation of the bump, of height 1, that stands for an event.
    public let width: Time
    /// How far before and after the time of an event its gate is open.
    public let window: Time

    /// - Parameters:
    ///   - probability: from 0 to 1.
    ///   - timeA: within the trial.
    ///   - timeB: within the trial.
    ///   - duration: at least two bins.
    ///   - bin: above 0.
    ///   - width: above 0.
    ///   - window: above 0.
    /// - Throws: `NeuroError.invalid` for an argument that is out of its range.
    public init(
        probability: Double, timeA: Time = 300.ms, timeB: Time = 600.ms, duration: Time = 900.ms, bin: Time = 5.ms, width: Time = 30.ms, window: Time = 200.ms
    ) throws {
        guard probability >= 0, probability <= 1 else { throw NeuroError.invalid(name: "probability", value: "\(probability)", must: "from 0 to 1") }
        try Check.positive(bin.milliseconds, "bin")
        try Check.positive(width.milliseconds, "width")
        try Check.positive(window.milliseconds, "window")
        guard duration.milliseconds >= 2 * bin.milliseconds, duration.milliseconds <= 1e6 * bin.milliseconds else {
            throw NeuroError.invalid(name: "duration", value: "\(duration)", must: "from 2 to 1,000,000 bins of \(bin)")
        }
        for (name, time) in [("timeA", timeA), ("timeB", timeB)] where !(time.milliseconds >= 0 && time <= duration) {
            throw NeuroError.invalid(name: name, value: "\(time)", must: "within the trial, from 0 ms to \(duration)")
        }
        (self.probability, self.timeA, self.timeB, self.duration, self.bin, self.width, self.window) = (probability, timeA, timeB, duration, bin, width, window)
    }

    /// How many bins a trial has.
    public var bins: Int { Int((duration.milliseconds / bin.milliseconds).rounded(.down)) }

    /// When each bin ends, in ms.
    public var times: Vector { Vector((1 ... bins).map { Double($0) * bin.milliseconds }) }

    /// The bumps of both events, each of height 1: bins x 2.
    public func bumps() throws -> Matrix {
        try table { time, event in
            let distance = (time - event) / width.milliseconds
            return Elementary.exp(-0.5 * distance * distance)
        }
    }

    /// What is to be learnt: the bumps, each as high as its event is likely: bins x 2.
    public func target() throws -> Matrix { try bumps().weighted([probability, 1 - probability]) }

    /// The trace of one trial: the bump of the event that came.
    ///
    /// - Parameter first: whether A came.
    public func trace(first: Bool) throws -> Matrix { try bumps().weighted(first ? [1, 0] : [0, 1]) }

    /// 1 in the window around each event, otherwise 0: bins x 2.
    public func windows() throws -> Matrix { try table { time, event in abs(time - event) <= window.milliseconds ? 1 : 0 } }

    /// Whether A came, for each of some trials.
    ///
    /// - Throws: `NeuroError.invalid` for fewer than 1 trial.
    public func outcomes(trials: Int, seed: Int = 0) throws -> [Bool] {
        try Check.atLeast(1, trials, "trials")
        var random = Random(seed: seed, stream: 0x6d65_6574)
        return try random.uniform(count: trials).elements.map { $0 < probability }
    }

    /// The root mean squared difference of outputs (bins x 2) and target. Always 0 as output has that of the target itself: 0.14 at a probability of 0.8.
    ///
    /// - Parameters:
    ///   - output: bins x 2.
    ///   - isGated: whether an output counts as 0 outside the window of its event.
    /// - Throws: `NeuroError` for another shape, or numbers that are not finite.
    public func error(_ output: Matrix, isGated: Bool = true) throws -> Double {
        try check(output)
        let gated = isGated ? zip(output.elements, try windows().elements).map(*) : output.elements
        return try rmse(Matrix(rows: bins, columns: 2, elements: gated), target())
    }

    /// The mean output within some time of each event: how high it stands where it is due.
    ///
    /// - Throws: `NeuroError` for another shape than bins x 2, numbers that are not finite, or a time that is negative.
    public func amplitudes(_ output: Matrix, within near: Time = 30.ms) throws -> Vector {
        try check(output)
        try Check.notNegative(near.milliseconds, "near")
        return Vector(
            [timeA, timeB].enumerated().map { channel, event in
                let rows = (0 ..< bins).filter { abs(Double($0 + 1) * bin.milliseconds - event.milliseconds) <= near.milliseconds }
                return rows.isEmpty ? 0 : rows.reduce(0) { $0 + output.elements[2 * $1 + channel] } / Double(rows.count)
            })
    }

    /// When each output is highest within its window, in ms.
    ///
    /// - Throws: `NeuroError` for another shape than bins x 2, or numbers that are not finite.
    public func peakTimes(_ output: Matrix) throws -> Vector {
        try check(output)
        let open = try windows().elements, times = times.elements
        return Vector(
            (0 ..< 2).map { channel in
                let rows = (0 ..< bins).filter { open[2 * $0 + channel] > 0 }
                return rows.max { output.elements[2 * $0 + channel] < output.elements[2 * $1 + channel] }.map { times[$0] } ?? 0
            })
    }

    /// The probability and the times.
    public var description: String { "MEETTask(A with probability \(probability) at \(timeA), B at \(timeB))" }

    func check(_ output: Matrix) throws {
        guard output.shape == [bins, 2] else { throw NeuroError.shape(name: "output", shape: output.shape, must: "\(bins) x 2, a row for each bin and a column for each event") }
        try Check.finite(output, "output")
    }

    private func table(_ value: (_ time: Double, _ event: Double) -> Double) throws -> Matrix {
        try Matrix(rows: bins, columns: 2, elements: times.elements.flatMap { [value($0, timeA.milliseconds), value($0, timeB.milliseconds)] })
    }
}

extension Matrix {
    /// Each column times a number.
    fileprivate func weighted(_ factors: [Double]) throws -> Matrix {
        try Matrix(rows: rows, columns: columns, elements: elements.enumerated().map { $1 * factors[$0 % columns] })
    }
}

extension MEETTask {
    /// A task that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            probability: saved.decode(Double.self, forKey: .probability), timeA: saved.decode(Time.self, forKey: .timeA), timeB: saved.decode(Time.self, forKey: .timeB),
            duration: saved.decode(Time.self, forKey: .duration), bin: saved.decode(Time.self, forKey: .bin), width: saved.decode(Time.self, forKey: .width),
            window: saved.decode(Time.self, forKey: .window))
    }
}
