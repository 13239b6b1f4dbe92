import Linear

/// Least mean squares, the delta rule: w ← w + rate · (target − w·x) x after each state x; normalised, the step is divided by ‖x‖² + epsilon.
///
/// ```swift
/// var lms = try LMS(features: esn.units, rate: 0.5, isNormalised: true)
/// let before = try lms.learn(states, targets)      // what it said of each state before it learnt it
/// ```
///
/// A step costs as many operations as there are weights. With a plain rate above 2/‖x‖² the weights diverge; the normalised rule is stable for rates below 2.
/// B. Widrow, M. E. Hoff, IRE WESCON Convention Record 4 (1960); normalised: J. Nagumo, A. Noda, IEEE Trans. Autom. Control 12 (1967), doi:10.1109/TAC.1967.1098599.
public struct LMS: OnlineReadout, CustomStringConvertible {
    /// How far a step goes.
    public let rate: Double
    /// Whether the step is divided by the square of the state's norm.
    public let isNormalised: Bool
    /// What is added to that square, so that small states make no large steps.
    public let epsilon: Double
    private var weights: OnlineWeights

    /// Weights of 0.
    ///
    /// - Parameters:
    ///   - features: how many numbers a state has.
    ///   - outputs: how many outputs there are.
    ///   - rate: how far a step goes, above 0.
    ///   - isNormalised: whether the step is divided by ‖x‖² + epsilon.
    ///   - epsilon: at least 0; a normalised step from a state of norm 0 goes nowhere.
    ///   - intercept: whether a constant is learnt too, as the weight of a feature that is always 1.
    /// - Throws: `NeuroError.invalid` for a number out of its range.
    public init(features: Int, outputs: Int = 1, rate: Double = 0.01, isNormalised: Bool = false, epsilon: Double = 1e-8, intercept: Bool = true) throws {
        try Check.positive(rate, "rate")
        try Check.notNegative(epsilon, "epsilon")
        (self.rate, self.isNormalised, self.epsilon) = (rate, isNormalised, epsilon)
        weights = try OnlineWeights(features: features, outputs: outputs, hasIntercept: intercept)
    }

    /// How many numbers a state has.
    public var features: Int { weights.features }
    /// How many outputs there are.
    public var outputs: Int { weights.outputs }
    /// Whether a constant is learnt too.
    public var hasIntercept: Bool { weights.hasIntercept }

    /// The outputs for a state.
    ///
    /// - Throws: `NeuroError` for a state of another number of elements than features, or that is not finite.
    public func predict(_ state: Vector) throws -> Vector { try weights.predict(state) }

    /// The outputs for rows of states, one row each.
    ///
    /// - Throws: `NeuroError` for states of another number of columns than features, or that are not finite.
    public func predict(_ states: Matrix) throws -> Matrix { try weights.predict(states) }

    /// Learns that a state should give a target, one number for each output. Returns the outputs before that.
    ///
    /// - Throws: `NeuroError` for another number of features or outputs, numbers that are not finite, and weights that left the finite numbers; nothing is learnt then.
    @discardableResult public mutating func learn(_ state: Vector, _ target: Vector) throws -> Vector {
        try weights.check(state)
        try weights.check(target, "target")
        var y = [Double](repeating: 0, count: outputs)
        try step(weights.widened(state.elements[...]), target.elements[...], &y)
        return Vector(y)
    }

    /// Learns the rows one after the other. Returns the outputs for each before it was learnt.
    ///
    /// - Parameters:
    ///   - states: a row for each step, a column for each feature.
    ///   - targets: as many rows, a column for each output.
    /// - Throws: as the form for one state; nothing is learnt then.
    @discardableResult public mutating func learn(_ states: Matrix, _ targets: Matrix) throws -> Matrix {
        var next = self
        let outputs = try weights.eachRow(states, targets) { try next.step($0, $1, &$2) }
        self = next
        return outputs
    }

    /// What was learnt, as a readout that learns no more.
    ///
    /// - Throws: `NeuroError.diverged` if the weights are not finite.
    public func readout() throws -> LinearReadout { try weights.readout() }

    private mutating func step(_ x: [Double], _ target: ArraySlice<Double>, _ y: inout [Double]) throws {
        weights.apply(x, into: &y)
        var factor = rate
        if isNormalised {
            let square = x.reduce(0) { $0 + $1 * $1 } + epsilon
            factor = square > 0 ? rate / square : 0
        }
        let steps = zip(target, y).map { factor * ($0 - $1) }
        try OnlineWeights.check(steps, times: x)
        for (o, step) in steps.enumerated() { weights.add(step, x, to: o) }
    }

    /// The extents and the rate.
    public var description: String { "LMS(features: \(features), outputs: \(outputs), rate: \(rate), isNormalised: \(isNormalised), intercept: \(hasIntercept))" }
}

extension LMS {
    /// A readout that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try saved.decode(OnlineWeights.self, forKey: .weights)
        self = try LMS(
            features: weights.features, outputs: weights.outputs, rate: saved.decode(Double.self, forKey: .rate), isNormalised: saved.decode(Bool.self, forKey: .isNormalised),
            epsilon: saved.decode(Double.self, forKey: .epsilon), intercept: weights.hasIntercept)
        self.weights = weights
    }
}
