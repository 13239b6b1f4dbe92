import Linear

/// Two readouts of the same spikes: *what* comes, learnt at the end of a trial, and *when*, learnt on the way behind a gate; their product is the prediction.
///
/// ```swift
/// let task = try MEETTask(probability: 0.8), reservoir = try SpikingReservoir()
/// var model = try WhatWhen(features: reservoir.neurons)
/// for (trial, first) in try task.outcomes(trials: 100).enumerated() { try model.learn(task, first: first, reservoir: reservoir, trial: trial) }
/// let output = try model.output(task, reservoir: reservoir, trial: 1_000)
/// ```
///
/// For event k, with x the state, x̄ its mean from 50 to 250 ms and y* the bump of the event:
///
/// - *what* (`OfflineDelta`): Δw_k = whatRate · (1[k came] − w_k·x̄) x̄/‖x̄‖², so that p̂_k = w_k·x̄ is the frequency of the last 1/whatRate trials;
/// - *when* (`ThreeFactor`): Δw_k = whenRate · G_k (y*_k − w_k·x) x/‖x‖², the gate G_k open in the window of the event that came;
/// - output: p̂_k · w_k·x for each event.
///
/// Y. Yamada and Z. C. Chao, Communications Biology 2026, doi:10.1038/s42003-026-10836-2; the form of the equations is our reading. With the defaults amplitudes follow the probabilities and are lower, and the error
/// falls to three quarters in a hundred trials, where the paper's falls to 44 %: most of a state is the mean firing, which says nothing of the time, and most of a step goes into it. Of states less their mean
/// (`isCentred`), in two independent simulations of a thousand neurons, the error within the windows falls to 43 and 49 %, and A comes to 0.66 and 0.47 of the 0.68 that it should have, in the place of 0.24 and 0.20;
/// with the gate of `.event` the error is 48 and 59 % there and 68 and 73 % over the whole trial, where recursive least squares at the best of their penalties reach 58 and 62 %. Some hundreds of neurons gain less,
/// and outside of the windows nothing. More neurons and a weak feedback do a part, too.
///
/// `gating` and `isMerged` take away what makes the model what it is: the gate, and that each readout has weights of its own. What is left are its baselines; `JointReadout` is its rival.
public struct WhatWhen: EventPredictor, CustomStringConvertible {
    /// When the readout of *when* may learn.
    public enum Gating: String, Equatable, Sendable, Codable {
        /// In the window of the event that came, and of that event alone.
        case window
        /// All through the trial, of the event that came alone: *when* is right outside of the windows too, and learns what is 0 there.
        case event
        /// All through the trial, of both events: that the other event did not come is learnt too, so that *when* is as high as its event is likely, and *what* makes it lower once more.
        case none
    }

    /// What comes.
    public private(set) var what: OfflineDelta
    /// When it comes.
    public private(set) var when: ThreeFactor
    /// When the readout of *when* may learn.
    public let gating: Gating
    /// Whether both rules write to the same weights.
    public let isMerged: Bool
    /// Whether *when* reads how far each feature is from its mean.
    public let isCentred: Bool
    /// The mean of each feature over all bins of the trials that were learnt from; zeros, where *when* reads the features as they are.
    public private(set) var mean: Vector
    /// How many bins it is of.
    private var binsSeen = 0

    /// Weights of 0.
    ///
    /// - Parameters:
    ///   - features: how many numbers a state has.
    ///   - whatRate: how much of the last trial is in the expected frequency.
    ///   - whenRate: how far a step goes.
    ///   - gating: when the readout of *when* may learn.
    ///   - isMerged: whether there is one readout in the place of two: both rules change the same weights and both outputs are read from them, so that what one learns the other undoes.
    ///   - isCentred: whether *when* reads x less its mean so far, as synapses that adapt do, in the place of x. Not with `isMerged`, whose rules read the same.
    /// - Throws: `NeuroError.invalid` for a number out of its range, or both of `isMerged` and `isCentred`.
    public init(features: Int, whatRate: Double = 0.05, whenRate: Double = 0.1, gating: Gating = .window, isMerged: Bool = false, isCentred: Bool = false) throws {
        guard !(isMerged && isCentred) else { throw NeuroError.invalid(name: "isCentred", value: "true", must: "false where both rules write to the same weights") }
        what = try OfflineDelta(features: features, outputs: 2, rate: whatRate)
        when = try ThreeFactor(features: features, outputs: 2, rate: whenRate)
        (self.gating, self.isMerged, self.isCentred) = (gating, isMerged, isCentred)
        mean = Vector([Double](repeating: 0, count: features))
    }

    /// How many numbers a state has.
    public var features: Int { what.features }

    /// Learns a trial of which the states were recorded.
    ///
    /// - Parameters:
    ///   - states: a row for each bin of the task.
    ///   - task: what the trial is of.
    ///   - first: whether A came.
    /// - Throws: `NeuroError` for states of another shape, or that are not finite.
    public mutating func learn(_ states: Matrix, _ task: MEETTask, first: Bool) throws {
        try check(states, task)
        var next = self
        try next.when.learn(next.takenIn(states), task.trace(first: first), gates: gates(task, first))
        try next.what.observe(states[rows: observed(task)])
        try next.endTrial(first)
        self = next
    }

    /// Learns a trial while the reservoir runs, its feedback being what *when* says at the time.
    ///
    /// - Throws: `NeuroError` for a reservoir of another number of neurons than features or other bins than the task's, or a trial below 0.
    public mutating func learn(_ task: MEETTask, first: Bool, reservoir: SpikingReservoir, trial: Int) throws {
        try reservoir.check(task, features: features)
        guard reservoir.feedback > 0 else { return try learn(reservoir.states(trial: trial, for: task.duration), task, first: first) }
        var next = self
        let trace = try task.trace(first: first), gates = try gates(task, first), observed = try observed(task)
        var run = try SpikingReservoir.SpikingTrial(reservoir, number: trial), fed = [0.0, 0.0]
        for row in 0 ..< task.bins {
            try run.step(fed)
            let state = Vector(run.traces)
            let read = try next.takenIn(Matrix(rows: 1, columns: features, elements: run.traces)).row(0)
            fed = try SpikingReservoir.limited(next.when.learn(read, trace.row(row), gate: gates.row(row)))
            if observed.contains(row) { try next.what.observe(state) }
        }
        try next.endTrial(first)
        self = next
    }

    /// What *when* reads of states.
    private func read(_ states: Matrix) throws -> Matrix { isCentred ? try states - mean : states }

    /// What *when* reads of states that it learns from: each row is taken into the mean before that is taken from it.
    private mutating func takenIn(_ states: Matrix) throws -> Matrix {
        guard isCentred else { return states }
        try Check.finite(states, "states")
        var centre = mean.elements, result = states.elements
        for row in 0 ..< states.rows {
            binsSeen += 1
            for i in 0 ..< features {
                centre[i] += (result[row * features + i] - centre[i]) / Double(binsSeen)
                result[row * features + i] -= centre[i]
            }
        }
        mean = Vector(centre)
        return try Matrix(rows: states.rows, columns: features, elements: result)
    }

    /// *What* learns; merged, from the weights that *when* has left and into them.
    private mutating func endTrial(_ first: Bool) throws {
        if isMerged { what.weights = when.weights }
        try what.endTrial(first ? [1, 0] : [0, 1])
        if isMerged { when.weights = what.weights }
    }

    /// The prediction for states that were recorded: bins x 2. Nothing is learnt.
    ///
    /// - Throws: `NeuroError` for states of another shape, or that are not finite.
    public func output(_ states: Matrix, _ task: MEETTask) throws -> Matrix {
        try check(states, task)
        let early = try states[rows: observed(task)].mean(each: .column)
        let expected = try what.predict(early).elements
        return try Matrix(rows: task.bins, columns: 2, elements: when.predict(read(states)).elements.enumerated().map { $1 * expected[$0 % 2] })
    }

    /// The prediction of a trial with the cue alone, with feedback where the reservoir has it: bins x 2. Nothing is learnt.
    ///
    /// - Throws: `NeuroError` for a reservoir of another number of neurons than features or other bins than the task's, or a trial below 0.
    public func output(_ task: MEETTask, reservoir: SpikingReservoir, trial: Int) throws -> Matrix {
        try reservoir.check(task, features: features)
        guard reservoir.feedback > 0 else { return try output(reservoir.states(trial: trial, for: task.duration), task) }
        var run = try SpikingReservoir.SpikingTrial(reservoir, number: trial), fed = [0.0, 0.0], states: [Double] = []
        for _ in 0 ..< task.bins {
            try run.step(fed)
            fed = try SpikingReservoir.limited(when.predict(read(Matrix(rows: 1, columns: features, elements: run.traces)).row(0)))
            states += run.traces
        }
        return try output(Matrix(rows: task.bins, columns: reservoir.neurons, elements: states), task)
    }

    /// The angles, in degrees and ascending, between the planes that the weights of *what* and of *when* span: 90 where the two do not interfere at all.
    ///
    /// Merged they are one plane.
    /// - Throws: `NeuroError.invalid` before both have learnt.
    public func angles() throws -> Vector { try principalAngles(what.readout().weights(), when.readout().weights()) }

    private func gates(_ task: MEETTask, _ first: Bool) throws -> Matrix {
        if gating == .none { return try Matrix(rows: task.bins, columns: 2, repeating: 1) }
        return try Matrix(
            rows: task.bins, columns: 2,
            elements: task.windows().elements.enumerated().map { place, isOpen in place % 2 == (first ? 0 : 1) ? (gating == .window ? isOpen : 1) : 0 })
    }

    /// The bins from 50 to 250 ms.
    private func observed(_ task: MEETTask) throws -> Range<Int> {
        let bin = task.bin.milliseconds
        let range = Int((50 / bin).rounded(.down)) ..< min(task.bins, Int((250 / bin).rounded(.down)))
        guard !range.isEmpty else { throw NeuroError.invalid(name: "duration", value: "\(task.duration)", must: "above 50 ms and a bin, for what is expected to be read") }
        return range
    }

    private func check(_ states: Matrix, _ task: MEETTask) throws {
        guard states.shape == [task.bins, features] else {
            throw NeuroError.shape(name: "states", shape: states.shape, must: "\(task.bins) x \(features), a row for each bin of the task")
        }
    }

    /// The rates and what is taken away.
    public var description: String {
        "WhatWhen(features: \(features), whatRate: \(what.rate), whenRate: \(when.rate), gating: .\(gating.rawValue), isMerged: \(isMerged), isCentred: \(isCentred))"
    }
}

extension WhatWhen {
    /// A model that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        (what, when) = (try saved.decode(OfflineDelta.self, forKey: .what), try saved.decode(ThreeFactor.self, forKey: .when))
        (gating, isMerged) = (try saved.decode(Gating.self, forKey: .gating), try saved.decode(Bool.self, forKey: .isMerged))
        // Those that were saved before there was a mean have none.
        isCentred = try saved.decodeIfPresent(Bool.self, forKey: .isCentred) ?? false
        mean = try saved.decodeIfPresent(Vector.self, forKey: .mean) ?? Vector([Double](repeating: 0, count: what.features))
        binsSeen = try saved.decodeIfPresent(Int.self, forKey: .binsSeen) ?? 0
        try Check.atLeast(0, binsSeen, "binsSeen")
        guard mean.count == what.features, mean.isFinite, !(isCentred && isMerged) else {
            throw NeuroError.shape(name: "a saved mean", shape: [mean.count], must: "\(what.features) numbers, one for each feature, and none where the readouts are merged")
        }
        guard what.features == when.features, what.outputs == 2, when.outputs == 2, !when.hasIntercept else {
            throw NeuroError.shape(
                name: "saved readouts", shape: [what.features, what.outputs, when.features, when.outputs], must: "of the same features and 2 outputs each, without an intercept")
        }
    }
}
