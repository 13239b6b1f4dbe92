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
    ///   - readout: how the weights are found.
    /// - Throws: `NeuroError` unless there is a row of states for each input, with at least 3 steps to train on and 3 to test on; for numbers that are not finite.
    public init(states: Matrix, input: Vector, delays: Int, washout: Int = 500, training: Int? = nil, readout: Readout = .leastSquares) throws {
        try Check.atLeast(1, delays, "delays")
        guard states.rows == input.count, states.columns > 0 else {
            throw NeuroError.shape(name: "states", shape: states.shape, must: "\(input.count) rows, one for each input, of at least one column")
        }
        try readout.check()
        try Check.atLeast(delays, washout, "washout")
        let left = input.count - min(washout, input.count), trained = training ?? left / 2
        try Check.atLeast(3, trained, "training")
        guard left >= 3, trained <= left - 3 else {
            throw NeuroError.tooShort(
                name: "input", count: input.count, needed: washout + (training.map { $0 + 3 } ?? 6), why: "training and testing after a washout of \(washout)")
        }
        try Check.finite(states.elements, "states")
        try Check.finite(input.elements, "input")
        let u = input.elements, columns = states.columns
        func targets(_ steps: Range<Int>) -> [Double] { steps.flatMap { t in (1 ... delays).map { u[t - $0] } } }
        let first = washout ..< washout + trained, second = washout + trained ..< input.count
        var features = Array(states.elements[first.lowerBound * columns ..< first.upperBound * columns])
        let fit = try LinearReadout(readout, features: &features, targets: targets(first), rows: first.count, outputs: delays)
        var outputs = [Double](repeating: 0, count: second.count * delays)
        states.elements.withUnsafeBufferPointer { states in
            outputs.withUnsafeMutableBufferPointer { y in
                if let x = states.baseAddress, let y = y.baseAddress { fit.apply(x + second.lowerBound * columns, rows: second.count, stride: columns, into: y) }
            }
        }
        perDelay = Vector((0 ..< delays).map { k in Self.squaredCorrelation(outputs, u, from: second, delays: delays, delay: k) })
    }

    /// Of output k with the input k + 1 steps before; 0 where the output is constant.
    private static func squaredCorrelation(_ y: [Double], _ u: [Double], from steps: Range<Int>, delays: Int, delay k: Int) -> Double {
        let n = Double(steps.count)
        var (meanY, meanU) = (0.0, 0.0)
        for (row, t) in steps.enumerated() {
            meanY += y[row * delays + k] / n
            meanU += u[t - k - 1] / n
        }
        var (yy, uu, yu) = (0.0, 0.0, 0.0)
        for (row, t) in steps.enumerated() {
            let a = y[row * delays + k] - meanY, b = u[t - k - 1] - meanU
            yy += a * a
            uu += b * b
            yu += a * b
        }
        return yy > 0 && uu > 0 ? yu * yu / (yy * uu) : 0
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
        let delays = delays ?? 2 * units, input = try MemoryCapacity.input(steps, in: -0.8 ..< 0.8, seed)
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
        let input = try MemoryCapacity.input(steps, in: -1 ..< 1, seed), washout = max(200, delays), training = max(0, steps / 4 * 3 - washout)
        return try MemoryCapacity(
            states: driven.run(input), input: input, delays: delays, washout: washout, training: training, readout: readout ?? .ridge(1e-7 * Double(training)))
    }
}

extension MemoryCapacity {
    fileprivate static func input(_ steps: Int, in range: Range<Double>, _ seed: Int) throws -> Vector {
        try Check.atLeast(1, steps, "steps")
        var random = Random(seed: seed, stream: 0x6d65_6d6f)
        return try random.uniform(count: steps, in: range)
    }
}
