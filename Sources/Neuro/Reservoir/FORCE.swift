import Linear

/// A reservoir in closed loop with the readout that it is taught by: FORCE learning. The output is fed back while recursive least squares keeps its error small from the first steps on, so that the network learns
/// with the very feedback that it will have, and goes on alone when learning ends.
///
/// ```swift
/// var force = try FORCE(units: 500, seed: 1)
/// try force.learn(targets)                       // one row for each step
/// let alone = try force.run(steps: 1_000)
/// ```
///
/// Each step: the reservoir takes its input and the output of the step before, z = w·x, and every `every` steps the readout learns that z should have been the target.
/// D. Sussillo, L. F. Abbott, Neuron 63 (2009), doi:10.1016/j.neuron.2009.07.018. The gain that published codes of FORCE use is `RLS.Gain.previous`.
///
/// What decides whether the network stays with what it learnt is how slow its units are beside the target, and that it is chaotic by itself. Without a leak it is a new network at every step: of ten of
/// 300 units three lost a sine of 60 steps, and all ten the sum of four sines, of 240 steps, at penalties from 0.1 to 10. With a leak rate of 0.3, which `init(units:)` takes, all ten kept both, at penalties
/// of 0.1 and 1; with a spectral radius of 1.2 in the place of 1.5 four lost the sum, and with a penalty of 10 five.
public struct FORCE: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The reservoir in its present state.
    public private(set) var node: AnyReservoir
    /// What was learnt.
    public private(set) var rls: RLS
    /// Learning happens at every so many steps.
    public let every: Int
    /// What the readout says at present, which is fed back in the next step.
    public private(set) var output: Vector
    /// How many steps were taken.
    public private(set) var steps = 0

    /// A reservoir at its present state, with a readout of 0.
    ///
    /// - Parameters:
    ///   - node: with feedback; the readout has as many outputs.
    ///   - forgetting: as that of `RLS`.
    ///   - penalty: P begins as the identity over it; the learning rate of the paper is its inverse, from 1 to 100 penalties.
    ///   - every: how many steps from one time of learning to the next, at least 1.
    ///   - gain: as that of `RLS`.
    /// - Throws: `NeuroError` for a reservoir without feedback, or an argument out of its range.
    public init(_ node: AnyReservoir, forgetting: Double = 1, penalty: Double = 1, every: Int = 1, gain: RLS.Gain = .updated) throws {
        guard node.feedback > 0 else { throw NeuroError.invalid(name: "feedback", value: "0", must: "at least 1: FORCE learns through the outputs that are fed back") }
        try Check.atLeast(1, every, "every")
        (self.node, self.every) = (node, every)
        rls = try RLS(features: node.features, outputs: node.feedback, forgetting: forgetting, penalty: penalty, intercept: false, gain: gain)
        output = Vector([Double](repeating: 0, count: node.feedback))
    }

    /// Draws a reservoir that is chaotic by itself, of units slow enough to be taught, with a readout of 0.
    ///
    /// - Parameters:
    ///   - units: some hundreds for a wave of a few sines.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - outputs: how many are taught and fed back, at least 1.
    ///   - spectralRadius: 1.5 as in the paper: chaotic at rest, and quiet when driven by outputs of about 1.
    ///   - leakRate: how much of the state is replaced at each step: 0.3 for targets whose fastest part takes some twenty steps or more; see above.
    ///   - density: as that of `Reservoir`.
    ///   - inputScaling: as that of `Reservoir`.
    ///   - feedbackScaling: as that of `Reservoir`; the paper's is 1.
    ///   - forgetting: as that of `RLS`.
    ///   - penalty: P begins as the identity over it.
    ///   - every: how many steps from one time of learning to the next, at least 1.
    ///   - gain: as that of `RLS`.
    ///   - seed: selects the network.
    /// - Throws: `NeuroError` for an argument out of its range.
    public init(
        units: Int, inputs: Int = 1, outputs: Int = 1, spectralRadius: Double = 1.5, leakRate: Double = 0.3, density: Double = 0.1, inputScaling: Double = 1,
        feedbackScaling: Double = 1, forgetting: Double = 1, penalty: Double = 1, every: Int = 1, gain: RLS.Gain = .updated, seed: Int = 0
    ) throws {
        try Check.atLeast(1, outputs, "outputs")
        let network = try Reservoir(
            units: units, inputs: inputs, spectralRadius: spectralRadius, density: density, inputScaling: inputScaling, leakRate: leakRate, feedback: outputs,
            feedbackScaling: feedbackScaling, seed: seed)
        try self.init(network.node, forgetting: forgetting, penalty: penalty, every: every, gain: gain)
    }

    /// Takes a step for each row of targets, and learns them. Returns the outputs, each before it was corrected.
    ///
    /// - Parameters:
    ///   - targets: a row for each step, a column for each output.
    ///   - inputs: as many rows, a column for each input of the reservoir; nil for 0.
    /// - Throws: `NeuroError` for other shapes or numbers that are not finite, and as `RLS.learn`; nothing has changed then.
    @discardableResult public mutating func learn(_ targets: Matrix, inputs: Matrix? = nil) throws -> Matrix {
        try Check.finite(targets, "targets")
        guard targets.columns == rls.outputs else { throw NeuroError.shape(name: "targets", shape: targets.shape, must: "of \(rls.outputs) columns, one for each output") }
        return try go(targets.rows, inputs, targets)
    }

    /// Goes on alone, without learning: a row of outputs for each step.
    ///
    /// - Parameters:
    ///   - steps: at least 1.
    ///   - inputs: as many rows, a column for each input of the reservoir; nil for 0.
    /// - Throws: `NeuroError` for fewer steps, another shape, or numbers that are not finite; nothing has changed then.
    public mutating func run(steps: Int, inputs: Matrix? = nil) throws -> Matrix {
        try Check.atLeast(1, steps, "steps")
        return try go(steps, inputs, nil)
    }

    private mutating func go(_ count: Int, _ inputs: Matrix?, _ targets: Matrix?) throws -> Matrix {
        if let inputs {
            guard inputs.shape == [count, node.inputs] else {
                throw NeuroError.shape(name: "inputs", shape: inputs.shape, must: "\(count) x \(node.inputs), a row for each step and a column for each input")
            }
            try Check.finite(inputs, "inputs")
        }
        let silence = [Double](repeating: 0, count: node.inputs)
        var next = self, result: [Double] = []
        result.reserveCapacity(try Allocation.count(of: [count, rls.outputs], named: "the outputs", as: Double.self))
        let perCheck = max(1, 2_000_000 / (node.features * node.features / 16 + 1000))
        for t in 0 ..< count {
            if t % perCheck == 0 { try Progress.check(t, of: count) }
            let input = try inputs?.row(t).elements ?? silence
            let state = try next.node.step(Vector(input + next.output.elements))
            let said = try next.rls.predict(state)
            guard said.isFinite else { throw NeuroError.diverged(what: "the output left the finite numbers; a larger penalty usually helps") }
            result += said.elements
            next.output = said
            next.steps += 1
            if let targets, next.steps % every == 0 {
                try next.rls.learn(state, targets.row(t))
                next.output = try next.rls.predict(state)
            }
        }
        self = next
        return try Matrix(rows: count, columns: rls.outputs, elements: result)
    }

    /// What was learnt, as a readout that learns no more.
    ///
    /// - Throws: `NeuroError.diverged` if the weights are not finite.
    public func readout() throws -> LinearReadout { try rls.readout() }

    /// The extents and how often it learns.
    public var description: String { "FORCE(features: \(rls.features), outputs: \(rls.outputs), penalty: \(rls.penalty), every: \(every), steps: \(steps))" }
}

extension FORCE {
    /// A network that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        (node, rls) = (try saved.decode(AnyReservoir.self, forKey: .node), try saved.decode(RLS.self, forKey: .rls))
        (every, output, steps) = (try saved.decode(Int.self, forKey: .every), try saved.decode(Vector.self, forKey: .output), try saved.decode(Int.self, forKey: .steps))
        try Check.atLeast(1, every, "every")
        guard 0 ..< 1 << 62 ~= steps else { throw NeuroError.invalid(name: "steps", value: "\(steps)", must: "at least 0, and such as can have been taken") }
        guard node.feedback == rls.outputs, node.features == rls.features, output.count == rls.outputs, output.isFinite, !rls.hasIntercept else {
            throw NeuroError.shape(
                name: "a saved readout", shape: [rls.features, rls.outputs], must: "\(node.features) features and \(node.feedback) outputs, as the reservoir has")
        }
    }
}
