import Linear

/// The rival of `WhatWhen`: one readout of the spikes for what and when together, by recursive least squares. Its target is the trace of the trial, so that in the mean each output is as high as its event is
/// likely.
///
/// ```swift
/// var rival = try JointReadout(features: reservoir.neurons, restarts: true)
/// let errors = try rival.learn(task, outcomes: task.outcomes(trials: 100), reservoir: reservoir, isGated: false)
/// ```
///
/// Over a reservoir with feedback this is FORCE (D. Sussillo, L. F. Abbott, Neuron 63 (2009), doi:10.1016/j.neuron.2009.07.018): what it says is fed back while it learns. Least squares believe in all trials alike
/// and are slow to follow a switch; `forgetting` and `restarts` are the two remedies. The paper of `WhatWhen` has both.
///
/// How good a rival it is hangs on the penalty: in two independent simulations of a thousand neurons the error over the whole trial after a hundred trials, and a hundred more of other times, is 0.082 and 0.125, 0.088
/// and 0.116 with restarts and a penalty of 1000; at a penalty of 1 it is 0.124 and 0.189, 0.135 and 0.161, since each trial then overrules those before. Without restarts it is 0.084 and 0.129, 0.091 and 0.126.
public struct JointReadout: EventPredictor, CustomStringConvertible {
    /// What was learnt.
    public private(set) var rls: RLS
    /// Learning happens at every so many bins.
    public let every: Int
    /// Whether P begins anew with each trial.
    public let restarts: Bool

    /// Weights of 0.
    ///
    /// - Parameters:
    ///   - features: how many numbers a state has.
    ///   - penalty: as that of `RLS`; by default as large as the squares of a state may be, so that no trial decides alone. Of 1, 30, 100, 300, 1000 and 3000 the errors are least at 300 to 1000.
    ///   - forgetting: as that of `RLS`, for each step of learning: 0.999 forgets a trial of 90 steps in eleven trials.
    ///   - every: how many bins from one step of learning to the next, at least 1. A step costs features², so that all bins of a trial cost twice what half of them do and say little more.
    ///   - restarts: whether P is reset before each trial (`RLS.reset`), so that no trial weighs more than the last.
    /// - Throws: `NeuroError.invalid` for a number out of its range, `LinearError.tooLarge` if P does not fit in memory.
    public init(features: Int, penalty: Double = 1000, forgetting: Double = 1, every: Int = 2, restarts: Bool = false) throws {
        try Check.atLeast(1, every, "every")
        rls = try RLS(features: features, outputs: 2, forgetting: forgetting, penalty: penalty, intercept: false)
        (self.every, self.restarts) = (every, restarts)
    }

    /// How many numbers a state has.
    public var features: Int { rls.features }

    /// Learns a trial of which the states were recorded.
    ///
    /// - Throws: `NeuroError` for states of another shape than bins x features, or that are not finite, and as `RLS.learn`.
    public mutating func learn(_ states: Matrix, _ task: MEETTask, first: Bool) throws {
        try check(states, task)
        let rows = Array(stride(from: every - 1, to: task.bins, by: every))
        var next = self
        if restarts { try next.rls.reset() }
        if !rows.isEmpty { try next.rls.learn(states.selectingRows(rows), task.trace(first: first).selectingRows(rows)) }
        self = next
    }

    /// Learns a trial while the reservoir runs, its feedback being the output.
    ///
    /// - Throws: `NeuroError` for a reservoir of another number of neurons than features or other bins than the task's, or a trial below 0.
    public mutating func learn(_ task: MEETTask, first: Bool, reservoir: SpikingReservoir, trial: Int) throws {
        try reservoir.check(task, features: features)
        guard reservoir.feedback > 0 else { return try learn(reservoir.states(trial: trial, for: task.duration), task, first: first) }
        let trace = try task.trace(first: first)
        var next = self, run = try SpikingReservoir.SpikingTrial(reservoir, number: trial), fed = [0.0, 0.0]
        if restarts { try next.rls.reset() }
        for row in 0 ..< task.bins {
            try run.step(fed)
            let state = Vector(run.traces)
            if (row + 1) % every == 0 { try next.rls.learn(state, trace.row(row)) }
            fed = try SpikingReservoir.limited(next.rls.predict(state))
        }
        self = next
    }

    /// The prediction for states that were recorded: bins x 2. Nothing is learnt.
    ///
    /// - Throws: `NeuroError` for states of another shape, or that are not finite.
    public func output(_ states: Matrix, _ task: MEETTask) throws -> Matrix {
        try check(states, task)
        return try rls.predict(states)
    }

    /// The prediction of a trial with the cue alone, with feedback where the reservoir has it: bins x 2. Nothing is learnt.
    ///
    /// - Throws: `NeuroError` for a reservoir of another number of neurons than features or other bins than the task's, or a trial below 0.
    public func output(_ task: MEETTask, reservoir: SpikingReservoir, trial: Int) throws -> Matrix {
        try reservoir.check(task, features: features)
        guard reservoir.feedback > 0 else { return try output(reservoir.states(trial: trial, for: task.duration), task) }
        var run = try SpikingReservoir.SpikingTrial(reservoir, number: trial), said: [Double] = [], fed = [0.0, 0.0]
        for _ in 0 ..< task.bins {
            try run.step(fed)
            let output = try rls.predict(Vector(run.traces))
            said += output.elements
            fed = SpikingReservoir.limited(output)
        }
        return try Matrix(rows: task.bins, columns: 2, elements: said)
    }

    private func check(_ states: Matrix, _ task: MEETTask) throws {
        guard states.shape == [task.bins, features] else {
            throw NeuroError.shape(name: "states", shape: states.shape, must: "\(task.bins) x \(features), a row for each bin of the task")
        }
    }

    /// The extents and the parameters.
    public var description: String { "JointReadout(features: \(features), penalty: \(rls.penalty), forgetting: \(rls.forgetting), every: \(every), restarts: \(restarts))" }
}

extension JointReadout {
    /// A readout that was saved.
    public init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        (rls, every, restarts) = (try saved.decode(RLS.self, forKey: .rls), try saved.decode(Int.self, forKey: .every), try saved.decode(Bool.self, forKey: .restarts))
        try Check.atLeast(1, every, "every")
        guard rls.outputs == 2, !rls.hasIntercept else {
            throw NeuroError.shape(name: "a saved readout", shape: [rls.features, rls.outputs], must: "of 2 outputs, without an intercept")
        }
    }
}
