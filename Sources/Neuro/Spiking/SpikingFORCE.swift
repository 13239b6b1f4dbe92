import Linear

/// Spiking neurons in closed loop with the readout that they are taught by: FORCE learning, as W. Nicola and C. Clopath have it
/// (Nature Communications 8 (2017), doi:10.1038/s41467-017-01827-3, ModelDB 190565).
///
/// ```swift
/// var force = try SpikingFORCE(neurons: 1_000, seed: 1)
/// _ = try force.run(steps: 50_000)                      // 2 s by itself
/// try force.learn(targets)                              // a row for each step of 0.04 ms
/// let alone = try force.run(steps: 50_000)
/// ```
///
/// The cells are those of Izhikevich 2007, C v' = k (v − vr)(v − vt) − u + I, u' = a (b (v − vr) − u), with C = 250 pF, k = 2.5 nS/mV, vr = −60 mV, b = −2 nS,
/// vt = vr + 40 − b/k = −19.2 mV, a = 0.01 /ms, d = 200 pA, a peak of 30 mV and a reset to −65 mV, by Euler's rule with steps of 0.04 ms, u taking the old v.
/// A spike is filtered by a synapse that rises with 2 ms and decays with 20 ms, h' = −h/20 + δ/(2 · 20), r' = −r/2 + h, and
///
/// I = bias + ω r + E z, z = φ·r
///
/// with weights ω that stay, the feedback E, and φ, which recursive least squares learns at every 20th step. Of the published networks it is the one of Izhikevich cells.
///
/// The published code corrects φ by P r e, with P before the step and without the divisor of least squares: `RLS.Gain.previous`, the default here; `.updated` is the textbook's.
public struct SpikingFORCE: Equatable, Sendable, Codable, CustomStringConvertible {
    /// What was learnt.
    public private(set) var rls: RLS
    /// Learning happens at every so many steps.
    public let every: Int
    /// The current that every neuron gets, in pA.
    public let bias: Double
    /// What the readout said after the last step, which is fed back in the next one.
    public private(set) var output: Vector
    /// How many steps of 0.04 ms were taken.
    public private(set) var steps = 0
    /// How many spikes there were.
    public private(set) var spikes = 0
    /// Of each neuron which others it reaches, and with which weight in pA ms: row j is what neuron j gives.
    private let reach: SparseMatrix
    /// neurons x outputs, in pA.
    private let feedback: Matrix
    /// Six rows of a number for each neuron: its potential in mV and its recovery in pA, the synaptic current and how it rises, the filtered spikes and how they rise.
    private var cells: [Double]

    private static let step = 0.04, capacitance = 250.0, k = 2.5, rest = -60.0, threshold = -19.2, a = 0.01, b = -2.0, jump = 200.0, peak = 30.0, reset = -65.0
    /// What is left after a step of what rises and of what decays, and what a spike adds.
    private static let rising = Elementary.exp(-step / 2), decaying = Elementary.exp(-step / 20), gain = 1 / (2 * 20.0)

    /// The time from one step to the next.
    public var dt: Time { Self.step.ms }
    /// How many neurons there are.
    public var neurons: Int { rls.features }
    /// How many outputs there are.
    public var outputs: Int { rls.outputs }
    /// The mean rate of the neurons since the beginning, in Hz; 0 before the first step.
    public var rate: Double { steps == 0 ? 0 : Double(spikes) / Double(neurons) / (Double(steps) * Self.step * 1e-3) }

    /// Draws a network with the published laws, at rest but for its potentials, which are uniform between rest and peak; the readout is 0.
    ///
    /// - Parameters:
    ///   - neurons: at least 1; the paper's 2,000. Fewer learn less well.
    ///   - outputs: how many are taught and fed back, at least 1.
    ///   - density: the probability p that a neuron reaches another, above 0 and at most 1.
    ///   - coupling: G: weights are G N(0, 1)/(p √neurons); 5,000 pA.
    ///   - feedback: Q: an output of 1 gives each neuron a current uniform in ±Q; 5,000 pA.
    ///   - bias: the current that every neuron gets: 1,000 pA, about where they begin to fire by themselves.
    ///   - penalty: P begins as the identity over it; the published 2 is a penalty of 0.5.
    ///   - every: how many steps from one time of learning to the next, at least 1.
    ///   - gain: as that of `RLS`.
    ///   - seed: selects the network.
    /// - Throws: `NeuroError` for an argument out of its range, `LinearError.tooLarge` if P would not fit in memory.
    public init(
        neurons: Int = 2000, outputs: Int = 1, density: Double = 0.1, coupling: Current = 5000.pA, feedback: Current = 5000.pA, bias: Current = 1000.pA, penalty: Double = 0.5,
        every: Int = 20, gain: RLS.Gain = .previous, seed: Int = 0
    ) throws {
        try Check.atLeast(1, neurons, "neurons")
        try Check.atLeast(1, outputs, "outputs")
        guard density > 0, density <= 1 else { throw NeuroError.invalid(name: "density", value: "\(density)", must: "above 0 and at most 1") }
        try Check.finite([coupling.picoamperes], "coupling")
        try Check.notNegative(feedback.picoamperes, "feedback")
        // Before anything is drawn: P, the largest of all.
        _ = try RLS(features: neurons, outputs: outputs, penalty: penalty, intercept: false)
        var random = Random(seed: seed, stream: 0x666f_7263)
        let scale = coupling.picoamperes / (density * Double(neurons).squareRoot())
        var starts = [0], places: [Int32] = [], weights: [Double] = []
        for _ in 0 ..< neurons {
            let draws = try random.uniform(count: neurons).elements, normal = try random.normal(count: neurons).elements
            for other in 0 ..< neurons where draws[other] < density {
                places.append(Int32(other))
                weights.append(scale * normal[other])
            }
            starts.append(places.count)
        }
        let largest = feedback.picoamperes
        try self.init(
            SparseMatrix(rows: neurons, columns: neurons, starts: starts, places: places, values: weights),
            feedback: random.uniform(rows: neurons, columns: outputs) * (2 * largest) - largest, potentials: random.uniform(count: neurons, in: Self.rest ..< Self.peak).elements,
            bias: bias,
            penalty: penalty, every: every, gain: gain)
    }

    /// A network of weights of one's own, at rest but for its potentials; the readout is 0.
    ///
    /// - Parameters:
    ///   - recurrent: neurons x neurons: element (i, j) is what a spike of neuron j gives neuron i, as a charge in pA ms.
    ///   - feedback: neurons x outputs: the current, in pA, that an output of 1 gives.
    ///   - potentials: where each neuron begins, in mV.
    ///   - bias: as above.
    ///   - penalty: as above.
    ///   - every: as above.
    ///   - gain: as above.
    /// - Throws: `NeuroError` for shapes that do not agree, numbers that are not finite, or an argument out of its range.
    public init(
        recurrent: Matrix, feedback: Matrix, potentials: Vector, bias: Current = 1000.pA, penalty: Double = 0.5, every: Int = 20, gain: RLS.Gain = .previous
    ) throws {
        let n = potentials.count
        guard n > 0 else { throw NeuroError.shape(name: "potentials", shape: [0], must: "at least one, one for each neuron") }
        guard recurrent.shape == [n, n] else { throw NeuroError.shape(name: "recurrent", shape: recurrent.shape, must: "\(n) x \(n), as there are potentials") }
        guard feedback.rows == n, feedback.columns > 0 else {
            throw NeuroError.shape(name: "feedback", shape: feedback.shape, must: "\(n) rows, one for each neuron, of at least one column, one for each output")
        }
        try Check.finite(recurrent, "recurrent")
        try Check.finite(feedback, "feedback")
        try Check.finite(potentials.elements, "potentials")
        try self.init(
            SparseMatrix(recurrent.transposed()), feedback: feedback, potentials: potentials.elements, bias: bias, penalty: penalty, every: every, gain: gain)
    }

    private init(_ reach: SparseMatrix, feedback: Matrix, potentials: [Double], bias: Current, penalty: Double, every: Int, gain: RLS.Gain) throws {
        try Check.finite([bias.picoamperes], "bias")
        try Check.atLeast(1, every, "every")
        rls = try RLS(features: potentials.count, outputs: feedback.columns, penalty: penalty, intercept: false, gain: gain)
        (self.reach, self.feedback, self.bias, self.every) = (reach, feedback, bias.picoamperes, every)
        cells = potentials + [Double](repeating: 0, count: 5 * potentials.count)
        output = Vector([Double](repeating: 0, count: feedback.columns))
    }

    /// Takes a step for each target, and learns them; for networks of one output.
    @discardableResult public mutating func learn(_ targets: Vector) throws -> Matrix {
        try learn(Matrix(rows: targets.count, columns: 1, elements: targets.elements))
    }

    /// Takes a step for each row of targets, and learns them at every so many. Returns the outputs, each before it was corrected.
    ///
    /// - Parameter targets: a row for each step of 0.04 ms, a column for each output.
    /// - Throws: `NeuroError` for another number of columns or numbers that are not finite, `NeuroError.diverged` if the output leaves the finite numbers; nothing has changed then.
    @discardableResult public mutating func learn(_ targets: Matrix) throws -> Matrix {
        try Check.finite(targets, "targets")
        guard targets.columns == outputs else { throw NeuroError.shape(name: "targets", shape: targets.shape, must: "of \(outputs) columns, one for each output") }
        return try go(targets.rows, targets)
    }

    /// Goes on by itself, without learning: a row of outputs for each step of 0.04 ms.
    ///
    /// - Parameter steps: at least 1.
    /// - Throws: `NeuroError` for fewer, or `NeuroError.diverged` if the output leaves the finite numbers; nothing has changed then.
    public mutating func run(steps: Int) throws -> Matrix {
        try Check.atLeast(1, steps, "steps")
        return try go(steps, nil)
    }

    private mutating func go(_ count: Int, _ targets: Matrix?) throws -> Matrix {
        var next = self
        let result = try next.outputs(count, targets)
        self = next
        return result
    }

    private mutating func outputs(_ count: Int, _ targets: Matrix?) throws -> Matrix {
        let outputs = outputs
        var result: [Double] = []
        result.reserveCapacity(try Allocation.count(of: [count, outputs], named: "the outputs", as: Double.self))
        // About 5 ms of work: that of neurons, and of learning.
        let perCheck = max(1, 1_000_000 / (neurons + (targets == nil ? 0 : neurons * neurons / every)))
        for t in 0 ..< count {
            if t % perCheck == 0 { try Progress.check(t, of: count) }
            advance()
            let traces = Vector(Array(cells[4 * neurons ..< 5 * neurons]))
            output = try rls.predict(traces)
            guard output.isFinite else { throw NeuroError.diverged(what: "the output left the finite numbers; a larger penalty usually helps") }
            result += output.elements
            steps += 1
            if let targets, steps % every == 0 { try rls.learn(traces, targets.row(t)) }
        }
        return try Matrix(rows: count, columns: outputs, elements: result)
    }

    /// One step of all neurons, at the end of which the spikes have reached the others.
    private mutating func advance() {
        let n = neurons, outputs = outputs, step = Self.step, (rising, decaying, gain) = (Self.rising, Self.decaying, Self.gain)
        var drive = [Double](repeating: bias, count: n), fired: [Int] = []
        for (o, z) in output.elements.enumerated() where z != 0 {
            for i in 0 ..< n { drive[i] += feedback.elements[i * outputs + o] * z }
        }
        cells.withUnsafeMutableBufferPointer { cells in
            guard let potential = cells.baseAddress else { return }
            let recovery = potential + n, current = recovery + n, rise = current + n, trace = rise + n, slope = trace + n
            for i in 0 ..< n {
                let v = potential[i], u = recovery[i]
                potential[i] = v + step * (Self.k * (v - Self.rest) * (v - Self.threshold) - u + current[i] + drive[i]) / Self.capacitance
                recovery[i] = u + step * Self.a * (Self.b * (v - Self.rest) - u)
                current[i] = current[i] * rising + rise[i] * step
                rise[i] *= decaying
                trace[i] = trace[i] * rising + slope[i] * step
                slope[i] *= decaying
                if potential[i] >= Self.peak { fired.append(i) }
            }
            for i in fired {
                potential[i] = Self.reset
                recovery[i] += Self.jump
                slope[i] += gain
                for k in reach.starts[i] ..< reach.starts[i + 1] { rise[Int(reach.places[k])] += gain * reach.storage[k] }
            }
        }
        spikes += fired.count
    }

    /// The extents and how often it learns.
    public var description: String { "SpikingFORCE(neurons: \(neurons), outputs: \(outputs), penalty: \(rls.penalty), every: \(every), steps: \(steps))" }
}

extension SpikingFORCE {
    /// A network that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        (rls, output) = (try saved.decode(RLS.self, forKey: .rls), try saved.decode(Vector.self, forKey: .output))
        (every, bias) = (try saved.decode(Int.self, forKey: .every), try saved.decode(Double.self, forKey: .bias))
        (steps, spikes) = (try saved.decode(Int.self, forKey: .steps), try saved.decode(Int.self, forKey: .spikes))
        (reach, feedback) = (try saved.decode(SparseMatrix.self, forKey: .reach), try saved.decode(Matrix.self, forKey: .feedback))
        cells = try saved.decode([Double].self, forKey: .cells)
        let n = rls.features
        try Check.atLeast(1, every, "every")
        try Check.finite([bias], "bias")
        try Check.finite(cells, "a saved network")
        guard 0 ..< 1 << 62 ~= steps, 0 ..< 1 << 62 ~= spikes else {
            throw NeuroError.invalid(name: "steps", value: "\(steps)", must: "at least 0, and such as can have been taken")
        }
        guard [reach.rows, reach.columns] == [n, n], feedback.shape == [n, rls.outputs], cells.count == 6 * n, output.count == rls.outputs, output.isFinite, !rls.hasIntercept
        else {
            throw NeuroError.shape(name: "a saved network", shape: [cells.count / 6, output.count], must: "\(n) neurons and \(rls.outputs) outputs, as the readout has")
        }
    }
}
