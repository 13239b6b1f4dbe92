import Linear

/// How much of its past input a reservoir's state holds: for each delay the squared correlation between the input and what a linear readout makes of the states that many steps later.
///
/// Its sum is at most the number of units for independent inputs (H. Jaeger, GMD Report 152 (2002), doi:10.24406/publica-fhg-291107). A short series makes every value too large, by about one over the
/// steps of testing for each delay.
public struct MemoryCapacity: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The squared correlation for each delay, from 1 on.
    public let perDelay: Vector
    /// Their sum.
    public var total: Double { perDelay.elements.reduce(0, +) }

    /// The total in one line.
    public var description: String { "memory capacity \(total) over \(perDelay.count) delays" }

    /// The memory capacity of states that were recorded.
    ///
    /// - Parameters:
    ///   - states: a row for each input.
    ///   - input: what drove the states; of independent values, or the sum means nothing.
    ///   - delays: how many delays, from 1 on, are measured.
    ///   - washout: how many steps at the beginning count for nothing; at least as many as delays.
    ///   - training: how many of the steps after the washout train the readout (with intercept); those after them test it. Half, where it is nil.
    ///   - readout: how the weights are found. Least squares are found by the normal equations where these lose no more than half of the digits, and otherwise by the singular values of the states.
    ///     The intercept is had by centring. A column of ones beside weak states, as in other codes, raises what counts as rounding: of a linear network of 100 normal weights it leaves 70 where
    ///     centring leaves 71 and exact arithmetic 100; where rounding does not decide, both give the same.
    /// - Throws: `NeuroError` unless there is a row of states for each input, with at least 3 steps to train on and 3 to test on; for numbers that are not finite, and an input that is constant.
    /// - Complexity: O(steps · units · (units + log(delays)) + units² · delays), and where the states are dependent to rounding O(steps · units · (units + delays)).
    public init(states: Matrix, input: Vector, delays: Int, washout: Int = 500, training: Int? = nil, readout: Readout = .leastSquares) throws {
        try Check.atLeast(1, delays, "delays")
        try StateMeasure.check(states, input)
        try readout.check()
        try Check.atLeast(delays, washout, "washout")
        let left = input.count - min(washout, input.count), trained = training ?? left / 2
        if let training { try Check.atLeast(3, training, "training") }
        guard left >= 6, trained <= left - 3 else {
            throw NeuroError.tooShort(
                name: "input", count: input.count, needed: training.map { StateMeasure.sum(washout, $0, 3) } ?? StateMeasure.sum(washout, 6),
                why: "training and testing after a washout of \(washout)")
        }
        // A capacity does not depend on the input's size; squares do.
        let largest = input.elements.reduce(0) { max($0, abs($1)) }
        let u = 1e-100 ... 1e100 ~= largest ? input.elements : input.elements.map { $0 / largest }
        let first = washout ..< washout + trained, second = washout + trained ..< input.count
        let penalty: Double?
        switch readout {
        case .ridge(let given): penalty = given
        case .leastSquares: penalty = nil
        case .gcv, .crossValidated:
            // The one penalty that is best for all delays together.
            _ = try Allocation.count(of: [first.count, delays], named: "the targets", as: Double.self)
            let targets = try Matrix(rows: first.count, columns: delays, elements: first.flatMap { t in (1 ... delays).map { u[t - $0] } })
            penalty = try readout.fit(states[rows: first], targets).penalty
        }
        // Where a small penalty leaves the normal equations singular, what is left of it is least squares.
        guard
            let regression = try StateRegression(states, steps: first, penalty: penalty, part: 0, of: 2) ?? StateRegression(states, steps: first, part: 0, of: 2)
        else { throw NeuroError.diverged(what: "the states could not be decomposed; raise the ridge penalty") }
        // Column j is delay `delays` − j.
        let sums = try regression.delays(states, u, delays: delays, test: second, part: 1, of: 2)
        perDelay = Vector((1 ... delays).map { delay in Self.squaredCorrelation(stride(from: delays - delay, to: 5 * delays, by: delays).map { sums[$0] }, steps: second.count) })
    }

    /// From the sums of y, u, y², u² and y u. 0 where one of them stands still to rounding: an output that explains anything has at least that share of the target's variance.
    private static func squaredCorrelation(_ sums: [Double], steps: Int) -> Double {
        let n = Double(steps), y = sums[0], u = sums[1]
        let a = sums[2] - y * y / n, b = sums[3] - u * u / n, ab = sums[4] - y * u / n
        return b > 0 && a > 1e-20 * b ? min(1, ab * ab / (a * b)) : 0
    }
}

extension Reservoir {
    /// The memory capacity of this reservoir, driven from rest with numbers evenly distributed over ±0.8.
    ///
    /// - Parameters:
    ///   - delays: how many delays are measured; twice the number of units, where it is nil.
    ///   - steps: how many inputs, of which 500 are washout, half of the rest training, and half test.
    ///   - readout: how the weights are found.
    ///   - seed: selects the inputs.
    /// - Throws: `NeuroError` for a reservoir with another number of inputs than one, or too few steps.
    public func memoryCapacity(delays: Int? = nil, steps: Int = 12_000, readout: Readout = .leastSquares, seed: Int = 0) throws -> MemoryCapacity {
        var driven = self
        driven.reset()
        let delays = delays ?? 2 * units, input = try StateMeasure.input(steps, in: -0.8 ..< 0.8, seed)
        return try MemoryCapacity(states: driven.run(input), input: input, delays: delays, washout: max(500, delays), readout: readout)
    }
}

extension EIReservoir {
    /// The memory capacity of this reservoir, driven from rest with numbers evenly distributed over ±1.
    ///
    /// - Parameters:
    ///   - delays: how many delays are measured.
    ///   - steps: how many inputs, of which 200 are washout, three quarters less that training, and the rest test.
    ///   - readout: how the weights are found; by default ridge regression with 1e-7 times the steps of training.
    ///   - seed: selects the inputs.
    /// - Throws: `NeuroError` for a reservoir with another number of inputs than one, or too few steps.
    public func memoryCapacity(delays: Int = 60, steps: Int = 4_000, readout: Readout? = nil, seed: Int = 0) throws -> MemoryCapacity {
        var driven = self
        driven.reset()
        let input = try StateMeasure.input(steps, in: -1 ..< 1, seed), washout = max(200, delays), training = max(0, steps / 4 * 3 - washout)
        return try MemoryCapacity(
            states: driven.run(input), input: input, delays: delays, washout: washout, training: training, readout: readout ?? .ridge(1e-7 * Double(training)))
    }
}
