import Linear

/// A readout that learns once a trial, from the mean of the states that it observed: the delta rule of two factors.
///
/// ```swift
/// for trial in trials {
///     for t in 50 ..< 250 { try what.observe(trial.states.row(t)) }
///     let expected = try what.endTrial(trial.outcome)      // before it learnt the outcome
/// }
/// ```
///
/// With x̄ the mean of the observed states, Δw_k = rate · (target_k − w_k·x̄) x̄ / (‖x̄‖² + epsilon). Where x̄ is the same in every trial, the output is an exponential average of the targets with a
/// memory of 1/rate trials: with targets of 1 and 0, a running probability. So Y. Yamada and Z. C. Chao learn which event comes
/// (Communications Biology 2026, doi:10.1038/s42003-026-10836-2).
public struct OfflineDelta: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How far a trial goes: the memory is 1/rate trials.
    public let rate: Double
    /// What is added to the square of the mean state's norm.
    public let epsilon: Double
    /// How many states were observed since the trial began.
    public private(set) var observed = 0
    /// Within the module for those that let two rules write to the same weights.
    var weights: OnlineWeights
    private var sum: [Double]

    /// Weights of 0, at the beginning of a trial.
    ///
    /// - Parameters:
    ///   - features: how many numbers a state has.
    ///   - outputs: how many outputs there are.
    ///   - rate: how far a trial goes, above 0; 1 makes the output what the last trial was.
    ///   - epsilon: at least 0; a trial with a mean of norm 0 teaches nothing.
    /// - Throws: `NeuroError.invalid` for a number out of its range.
    public init(features: Int, outputs: Int = 1, rate: Double = 0.05, epsilon: Double = 1e-8) throws {
        try Check.positive(rate, "rate")
        try Check.notNegative(epsilon, "epsilon")
        (self.rate, self.epsilon) = (rate, epsilon)
        weights = try OnlineWeights(features: features, outputs: outputs, hasIntercept: false)
        sum = [Double](repeating: 0, count: weights.stride)
    }

    /// How many numbers a state has.
    public var features: Int { weights.features }
    /// How many outputs there are.
    public var outputs: Int { weights.outputs }

    /// The outputs for a state.
    ///
    /// - Throws: `NeuroError` for a state of another number of elements than features, or that is not finite.
    public func predict(_ state: Vector) throws -> Vector { try weights.predict(state) }

    /// The outputs for rows of states, one row each.
    ///
    /// - Throws: `NeuroError` for states of another number of columns than features, or that are not finite.
    public func predict(_ states: Matrix) throws -> Matrix { try weights.predict(states) }

    /// Takes a state into the mean of this trial.
    ///
    /// - Throws: `NeuroError` for a state of another number of elements than features, or that is not finite.
    public mutating func observe(_ state: Vector) throws {
        try weights.check(state)
        add(state.elements, from: 0)
        observed += 1
    }

    /// Takes rows of states into the mean of this trial.
    ///
    /// - Throws: `NeuroError` for states of another number of columns than features, or that are not finite.
    public mutating func observe(_ states: Matrix) throws {
        try weights.check(states)
        let all = states.elements
        for row in 0 ..< states.rows { add(all, from: row * features) }
        observed += states.rows
    }

    private mutating func add(_ values: [Double], from first: Int) {
        for i in 0 ..< features { sum[i] += values[first + i] }
    }

    /// Learns what the trial ended in, a number for each output, and begins the next. Returns the outputs for the mean state before that.
    ///
    /// - Throws: `NeuroError` for another number of outputs, numbers that are not finite, or a trial without a state; nothing is learnt then.
    @discardableResult public mutating func endTrial(_ target: Vector) throws -> Vector {
        try weights.check(target, "target")
        guard observed > 0 else { throw NeuroError.tooShort(name: "the trial", count: 0, needed: 1, why: "a mean of the states observed") }
        let mean = sum.map { $0 / Double(observed) }
        var y = [Double](repeating: 0, count: outputs)
        weights.apply(mean, into: &y)
        for value in y where !value.isFinite { throw OnlineWeights.diverged }
        let square = mean.reduce(0) { $0 + $1 * $1 } + epsilon
        guard square.isFinite else { throw OnlineWeights.diverged }
        if square > 0 {
            let steps = zip(target.elements, y).map { rate * ($0 - $1) / square }
            try OnlineWeights.check(steps, times: mean)
            for (o, step) in steps.enumerated() { weights.add(step, mean, to: o) }
        }
        beginTrial()
        return Vector(y)
    }

    /// Forgets the states that were observed, without learning from them.
    public mutating func beginTrial() {
        observed = 0
        for i in sum.indices { sum[i] = 0 }
    }

    /// What was learnt, as a readout that learns no more.
    ///
    /// - Throws: `NeuroError.diverged` if the weights are not finite.
    public func readout() throws -> LinearReadout { try weights.readout() }

    /// The extents and the rate.
    public var description: String { "OfflineDelta(features: \(features), outputs: \(outputs), rate: \(rate))" }
}

extension OfflineDelta {
    /// A readout that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try saved.decode(OnlineWeights.self, forKey: .weights), sum = try saved.decode([Double].self, forKey: .sum)
        guard !weights.hasIntercept, sum.count == weights.stride else {
            throw NeuroError.shape(name: "a saved sum of states", shape: [sum.count], must: "\(weights.stride) numbers, as many as a row of weights without an intercept")
        }
        self = try OfflineDelta(
            features: weights.features, outputs: weights.outputs, rate: saved.decode(Double.self, forKey: .rate), epsilon: saved.decode(Double.self, forKey: .epsilon))
        (self.weights, self.sum, observed) = (weights, sum, try saved.decode(Int.self, forKey: .observed))
        try Check.atLeast(0, observed, "observed")
    }
}
