import CKernels
import Linear

// P is symmetric: only its lower triangle is kept up. The rank-1 updates of the last steps are held as rows of K, P = scale (A − K'K), and taken into A together, as one product: so a step
// reads A once and does not write it. Forgetting divides the scale and goes into A with K. A run over given states multiplies a block of them by A at once.
// Rejected: Cholesky or square-root forms (twice the work, and two triangles to read; positivity is checked at every step instead), packed storage (no BLAS for K'K).

/// Recursive least squares: after every state, the weights that ridge regression on all states so far would give, older ones forgotten at a rate.
///
/// ```swift
/// var rls = try RLS(features: esn.units, penalty: 1e-6)
/// for t in 0 ..< steps { y = try rls.learn(esn.step(input[t]), target[t]) }      // the output before it learnt
/// ```
///
/// With P the inverse of the correlation of the states, P = I/penalty at first, and e the error before the step:
///
/// k = P x / (forgetting + x·P x), w ← w + k e, P ← (P − k (P x)') / forgetting
///
/// Without forgetting (1) this is `Readout.ridge(penalty)` of all states, the constant feature penalised like the others. With forgetting λ a state counts λ^age: about the last 1/(1 − λ)
/// count. Directions in which nothing comes in then grow in P without bound, which ends in an error that says so.
///
/// S. Haykin, *Adaptive Filter Theory*, chapter on the RLS algorithm; R. L. Plackett, Biometrika 37 (1950), doi:10.1093/biomet/37.1-2.149.
/// The numbers of `learn` for a state after the other and for all at once agree to rounding.
/// - Complexity: of a step, features² operations and one reading of 4 · features² bytes.
public struct RLS: OnlineReadout, CustomStringConvertible {
    /// Which P the gain of a step is made of.
    public enum Gain: Equatable, Sendable, Codable {
        /// P after the step: least squares.
        case updated
        /// P before the step, w ← w + P x e without the division: as published codes of FORCE have it
        /// (W. Nicola, C. Clopath 2017, doi:10.1038/s41467-017-01827-3, ModelDB 190565). Its steps are larger, and it is not least squares.
        case previous
    }

    /// How much the past still counts after a step: 1 for all of it.
    public let forgetting: Double
    /// The penalty on squared weights that it begins with; P begins as the identity over it.
    public let penalty: Double
    /// Which P the gain of a step is made of.
    public let gain: Gain
    private var weights: OnlineWeights
    private var inverse: InverseCorrelation

    /// Weights of 0.
    ///
    /// - Parameters:
    ///   - features: how many numbers a state has.
    ///   - outputs: how many outputs there are; P serves all.
    ///   - forgetting: above 0 and at most 1.
    ///   - penalty: above 0. Small ones make the first steps large, and cost digits: P then spans 1/penalty to 1/(steps · variance).
    ///   - intercept: whether a constant is learnt too, as the weight of a feature that is always 1 (and penalised like the others).
    ///   - gain: the textbook's by default.
    /// - Throws: `NeuroError.invalid` for a number out of its range, `LinearError.tooLarge` if P does not fit in memory.
    public init(features: Int, outputs: Int = 1, forgetting: Double = 1, penalty: Double = 1e-6, intercept: Bool = true, gain: Gain = .updated) throws {
        guard forgetting > 0, forgetting <= 1 else { throw NeuroError.invalid(name: "forgetting", value: "\(forgetting)", must: "above 0 and at most 1") }
        try Check.positive(penalty, "penalty")
        try Check.positive(1 / penalty, "1/penalty")
        (self.forgetting, self.penalty, self.gain) = (forgetting, penalty, gain)
        weights = try OnlineWeights(features: features, outputs: outputs, hasIntercept: intercept)
        inverse = try InverseCorrelation(order: weights.inputs, penalty: penalty)
    }

    /// How many numbers a state has.
    public var features: Int { weights.features }
    /// How many outputs there are.
    public var outputs: Int { weights.outputs }
    /// Whether a constant is learnt too.
    public var hasIntercept: Bool { weights.hasIntercept }

    /// P, the inverse of the correlation of what was learnt: features x features, with one row and column more, the last, where there is an intercept.
    ///
    /// - Throws: `LinearError.tooLarge` if it does not fit in memory.
    public func inverseCorrelation() throws -> Matrix { try inverse.full() }

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
    /// - Throws: `NeuroError` for another number of features or outputs, for numbers that are not finite, and `NeuroError.diverged` if P is no longer positive or finite: nothing is learnt then.
    @discardableResult public mutating func learn(_ state: Vector, _ target: Vector) throws -> Vector {
        try weights.check(state)
        try weights.check(target, "target")
        let x = weights.widened(state.elements[...])
        var product = [Double](repeating: 0, count: x.count), output = [Double](repeating: 0, count: outputs)
        inverse.takeIn(unless: inverse.hasRoom)
        try x.withUnsafeBufferPointer { x in
            try product.withUnsafeMutableBufferPointer { u in
                try target.withUnsafeBufferPointer { target in
                    try output.withUnsafeMutableBufferPointer { y in
                        guard let x = x.baseAddress, let u = u.baseAddress, let target = target.baseAddress, let y = y.baseAddress else { return }
                        inverse.multiply(x, into: u)
                        try step(x, u, target, y)
                    }
                }
            }
        }
        return Vector(output)
    }

    /// Learns the rows one after the other. Returns the outputs for each before it was learnt.
    ///
    /// Faster than one call for each, since P is read once for a block of rows.
    /// - Parameters:
    ///   - states: a row for each step, a column for each feature.
    ///   - targets: as many rows, a column for each output.
    /// - Throws: as the form for one state; nothing is learnt then.
    @discardableResult public mutating func learn(_ states: Matrix, _ targets: Matrix) throws -> Matrix {
        try weights.check(states, targets)
        var next = self
        var result = [Double](repeating: 0, count: try Allocation.count(of: [states.rows, outputs], named: "the outputs", as: Double.self))
        let stride = weights.stride, block = inverse.room, total = states.rows
        var x = [Double](repeating: 0, count: block * stride), products = x
        try x.withUnsafeMutableBufferPointer { x in
            try products.withUnsafeMutableBufferPointer { u in
                try states.withUnsafeBufferPointer { states in
                    try targets.withUnsafeBufferPointer { targets in
                        try result.withUnsafeMutableBufferPointer { y in
                            guard let x = x.baseAddress, let u = u.baseAddress, let from = states.baseAddress, let to = targets.baseAddress, let y = y.baseAddress else { return }
                            var first = 0
                            while first < total {
                                try Progress.check(first, of: total)
                                let count = min(block, total - first)
                                for row in 0 ..< count {
                                    (x + row * stride).update(from: from + (first + row) * features, count: features)
                                    if hasIntercept { x[row * stride + features] = 1 }
                                }
                                next.inverse.takeIn()
                                next.inverse.multiply(x, rows: count, into: u)
                                for row in 0 ..< count {
                                    try next.step(x + row * stride, u + row * stride, to + (first + row) * outputs, y + (first + row) * outputs)
                                }
                                first += count
                            }
                        }
                    }
                }
            }
        }
        self = next
        return try Matrix(rows: total, columns: outputs, elements: result)
    }

    /// Forgets how much was learnt, as before a trial that may be of another kind: P is the identity over the penalty again. The weights stay, and what comes next moves them as what came first did.
    ///
    /// - Throws: `LinearError.tooLarge` if P does not fit in memory.
    public mutating func reset() throws { inverse = try InverseCorrelation(order: weights.inputs, penalty: penalty) }

    /// What was learnt, as a readout that learns no more.
    ///
    /// - Throws: `NeuroError.diverged` if the weights are not finite.
    public func readout() throws -> LinearReadout { try weights.readout() }

    /// One step, of which `u` holds A x.
    private mutating func step(
        _ x: UnsafePointer<Double>, _ u: UnsafeMutablePointer<Double>, _ target: UnsafePointer<Double>, _ output: UnsafeMutablePointer<Double>
    ) throws {
        let outputs = outputs, previous: Int32 = gain == .previous ? 1 : 0
        let form = weights.rows.withUnsafeMutableBufferPointer { rows in
            rows.baseAddress.map { inverse.step(x, u, forgetting, previous, outputs, $0, target, output) } ?? 0
        }
        guard form.isFinite, form >= -InverseCorrelation.slack else {
            throw NeuroError.diverged(
                what: form.isFinite
                    ? "P is no longer positive: x·P x is \(form). A larger penalty usually helps, or less forgetting"
                    : "P left the finite numbers: with forgetting it grows where nothing comes in. A larger penalty usually helps, or less forgetting")
        }
        for o in 0 ..< outputs where !output[o].isFinite { throw OnlineWeights.diverged }
        inverse.forget(forgetting)
    }

    /// The extents and the parameters.
    public var description: String { "RLS(features: \(features), outputs: \(outputs), forgetting: \(forgetting), penalty: \(penalty), intercept: \(hasIntercept))" }
}

extension RLS {
    /// A readout that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try saved.decode(OnlineWeights.self, forKey: .weights)
        // What may be drawn so may be saved.
        self = try RLS(
            features: weights.features, outputs: weights.outputs, forgetting: saved.decode(Double.self, forKey: .forgetting), penalty: saved.decode(Double.self, forKey: .penalty),
            intercept: weights.hasIntercept, gain: saved.decode(Gain.self, forKey: .gain))
        let inverse = try saved.decode(InverseCorrelation.self, forKey: .inverse)
        guard inverse.order == weights.inputs else {
            throw NeuroError.shape(name: "a saved inverse correlation", shape: [inverse.order, inverse.order], must: "\(weights.inputs) x \(weights.inputs), as there are weights")
        }
        (self.weights, self.inverse) = (weights, inverse)
    }
}
