import Linear

/// A readout that learns when it is told to: activity before the synapse, error after it, and a third factor that opens the gate.
///
/// For output k, with x the state, e its eligibility, G the gate and M the modulator:
///
/// Δw_k = rate · M · G_k · (target_k − w_k·x) e / (‖e‖² + epsilon), e ← exp(−1/trace) e + x
///
/// Without a trace e is the state itself, and with all gates open and M = 1 this is the normalised delta rule (`LMS`). Where the gate of an output is 0, that output learns nothing: the form that
/// Y. Yamada and Z. C. Chao (Communications Biology 2026, doi:10.1038/s42003-026-10836-2) use for the time of an event, with a gate that is open for the active channel around its latency.
/// On three factors: N. Frémaux, W. Gerstner, Front. Neural Circuits 9 (2016), doi:10.3389/fncir.2015.00085.
public struct ThreeFactor: Equatable, Sendable, Codable, CustomStringConvertible {
    /// How far a step goes; 1 with an open gate and no trace leaves no error.
    public let rate: Double
    /// How many steps a state stays eligible; 0 for the present one alone.
    public let trace: Double
    /// What is added to the square of the eligibility's norm.
    public let epsilon: Double
    /// Within the module for those that let two rules write to the same weights.
    var weights: OnlineWeights
    private var eligible: [Double]

    /// Weights of 0, nothing eligible.
    ///
    /// - Parameters:
    ///   - features: how many numbers a state has.
    ///   - outputs: how many outputs there are.
    ///   - rate: how far a step goes, above 0.
    ///   - trace: the time constant, in steps, with which eligibility decays; 0 for the present state alone.
    ///   - epsilon: at least 0; a step from an eligibility of norm 0 goes nowhere.
    ///   - intercept: whether a constant is learnt too, as the weight of a feature that is always 1.
    /// - Throws: `NeuroError.invalid` for a number out of its range.
    public init(features: Int, outputs: Int = 1, rate: Double = 0.1, trace: Double = 0, epsilon: Double = 1e-8, intercept: Bool = false) throws {
        try Check.positive(rate, "rate")
        try Check.notNegative(trace, "trace")
        try Check.notNegative(epsilon, "epsilon")
        (self.rate, self.trace, self.epsilon) = (rate, trace, epsilon)
        weights = try OnlineWeights(features: features, outputs: outputs, hasIntercept: intercept)
        eligible = [Double](repeating: 0, count: weights.stride)
    }

    /// How many numbers a state has.
    public var features: Int { weights.features }
    /// How many outputs there are.
    public var outputs: Int { weights.outputs }
    /// Whether a constant is learnt too.
    public var hasIntercept: Bool { weights.hasIntercept }
    /// The eligibility of each feature.
    public var eligibility: Vector { Vector(Array(eligible[..<features])) }

    /// The outputs for a state.
    ///
    /// - Throws: `NeuroError` for a state of another number of elements than features, or that is not finite.
    public func predict(_ state: Vector) throws -> Vector { try weights.predict(state) }

    /// The outputs for rows of states, one row each.
    ///
    /// - Throws: `NeuroError` for states of another number of columns than features, or that are not finite.
    public func predict(_ states: Matrix) throws -> Matrix { try weights.predict(states) }

    /// Makes the state eligible, and learns the targets of those outputs whose gate is open. Returns the outputs before that.
    ///
    /// - Parameters:
    ///   - state: a number for each feature.
    ///   - target: a number for each output; those behind a closed gate say nothing, but must be finite.
    ///   - gate: a number for each output, at least 0; 0 is closed, 1 open.
    ///   - modulator: what multiplies the step of all outputs; below 0 it unlearns.
    /// - Throws: `NeuroError` for another number of features or outputs, numbers that are not finite, a negative gate, or weights that left the finite numbers; nothing is learnt then.
    @discardableResult public mutating func learn(_ state: Vector, _ target: Vector, gate: Vector, modulator: Double = 1) throws -> Vector {
        try weights.check(state)
        try weights.check(target, "target")
        try weights.check(gate, "gate")
        try Check.finite([modulator], "modulator")
        try checkGates(gate.elements)
        var y = [Double](repeating: 0, count: outputs)
        try step(weights.widened(state.elements[...]), target.elements[...], gate.elements[...], modulator, &y)
        return Vector(y)
    }

    /// Learns the rows one after the other. Returns the outputs for each before it was learnt.
    ///
    /// - Parameters:
    ///   - states: a row for each step, a column for each feature.
    ///   - targets: as many rows, a column for each output.
    ///   - gates: the same shape as the targets.
    ///   - modulator: what multiplies every step.
    /// - Throws: as the form for one state; nothing is learnt then.
    @discardableResult public mutating func learn(_ states: Matrix, _ targets: Matrix, gates: Matrix, modulator: Double = 1) throws -> Matrix {
        guard gates.shape == targets.shape else { throw NeuroError.shape(name: "gates", shape: gates.shape, must: "\(targets.rows) x \(targets.columns), as the targets") }
        try Check.finite(gates, "gates")
        try Check.finite([modulator], "modulator")
        let open = gates.elements
        try checkGates(open)
        var next = self, place = 0
        let outputs = try weights.eachRow(states, targets) { x, target, y in
            try next.step(x, target, open[place ..< place + y.count], modulator, &y)
            place += y.count
        }
        self = next
        return outputs
    }

    /// Forgets what is eligible, as at the beginning of a trial. The weights stay.
    public mutating func reset() {
        for i in eligible.indices { eligible[i] = 0 }
    }

    /// What was learnt, as a readout that learns no more.
    ///
    /// - Throws: `NeuroError.diverged` if the weights are not finite.
    public func readout() throws -> LinearReadout { try weights.readout() }

    private func checkGates(_ gates: [Double]) throws {
        for (index, gate) in gates.enumerated() { try Check.notNegative(gate, "gate \(index)") }
    }

    private mutating func step(_ x: [Double], _ target: ArraySlice<Double>, _ gate: ArraySlice<Double>, _ modulator: Double, _ y: inout [Double]) throws {
        weights.apply(x, into: &y)
        for value in y where !value.isFinite { throw OnlineWeights.diverged }
        let keep = trace > 0 ? Elementary.exp(-1 / trace) : 0
        let trail = zip(eligible, x).map { keep * $0 + $1 }
        let square = trail.reduce(0) { $0 + $1 * $1 } + epsilon
        guard square.isFinite else { throw OnlineWeights.diverged }
        let steps = (0 ..< y.count).map { o in
            let open = gate[gate.startIndex + o]
            return open > 0 && square > 0 ? rate * modulator * open * (target[target.startIndex + o] - y[o]) / square : 0
        }
        try OnlineWeights.check(steps, times: trail)
        eligible = trail
        for (o, step) in steps.enumerated() where step != 0 { weights.add(step, trail, to: o) }
    }

    /// The extents and the parameters.
    public var description: String { "ThreeFactor(features: \(features), outputs: \(outputs), rate: \(rate), trace: \(trace), intercept: \(hasIntercept))" }
}

extension ThreeFactor {
    /// A readout that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try saved.decode(OnlineWeights.self, forKey: .weights), eligible = try saved.decode([Double].self, forKey: .eligible)
        guard eligible.count == weights.stride else {
            throw NeuroError.shape(name: "a saved eligibility", shape: [eligible.count], must: "\(weights.stride) numbers, as many as a row of weights")
        }
        self = try ThreeFactor(
            features: weights.features, outputs: weights.outputs, rate: saved.decode(Double.self, forKey: .rate), trace: saved.decode(Double.self, forKey: .trace),
            epsilon: saved.decode(Double.self, forKey: .epsilon), intercept: weights.hasIntercept)
        (self.weights, self.eligible) = (weights, eligible)
    }
}
