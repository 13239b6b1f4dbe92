import Linear

/// What learns from a spiking reservoir, trial by trial, which of two events comes and when.
public protocol EventPredictor: Equatable, Sendable, Codable {
    /// How many numbers a state has.
    var features: Int { get }
    /// Learns a trial of which the states were recorded.
    mutating func learn(_ states: Matrix, _ task: MEETTask, first: Bool) throws
    /// Learns a trial while the reservoir runs.
    mutating func learn(_ task: MEETTask, first: Bool, reservoir: SpikingReservoir, trial: Int) throws
    /// The prediction for states that were recorded: bins x 2.
    func output(_ states: Matrix, _ task: MEETTask) throws -> Matrix
    /// The prediction of a trial with the cue alone: bins x 2.
    func output(_ task: MEETTask, reservoir: SpikingReservoir, trial: Int) throws -> Matrix
}

extension EventPredictor {
    /// Learns a block of trials one after the other, and tests each time what is predicted from the cue alone: the learning curve, an error for each trial.
    ///
    /// ```swift
    /// let errors = try model.learn(task, outcomes: task.outcomes(trials: 100), reservoir: reservoir)
    /// print(try trialsToAsymptote(errors))
    /// ```
    /// - Parameters:
    ///   - task: what the trials are of.
    ///   - outcomes: for each trial whether A came.
    ///   - reservoir: what runs them.
    ///   - trial: the number of the first of them, from 0; the others follow. Blocks that follow each other go on counting.
    ///   - tests: the numbers of the trials that test, at least one: others than those that are learnt.
    ///   - isGated: as that of `MEETTask.error`.
    /// - Throws: `NeuroError` as `learn` and `output` of a trial, and for no trial or no test; nothing is learnt then.
    @discardableResult public mutating func learn(
        _ task: MEETTask, outcomes: [Bool], reservoir: SpikingReservoir, from trial: Int = 0, tests: [Int] = [300_000, 300_001, 300_002, 300_003, 300_004], isGated: Bool = true
    ) throws -> Vector {
        guard !outcomes.isEmpty else { throw NeuroError.tooShort(name: "outcomes", count: 0, needed: 1, why: "a block of trials") }
        guard !tests.isEmpty else { throw NeuroError.tooShort(name: "tests", count: 0, needed: 1, why: "an error of the prediction") }
        try Check.atLeast(0, trial, "trial")
        guard trial <= 400_000 - min(400_000, outcomes.count) else {
            throw NeuroError.invalid(name: "trial", value: "\(trial)", must: "so low that all \(outcomes.count) trials are below 400,000")
        }
        try reservoir.check(task, features: features)
        // Without feedback a test meets the same states each time.
        let recorded = reservoir.feedback > 0 ? [] : try tests.map { try reservoir.states(trial: $0, for: task.duration) }
        var next = self, errors: [Double] = []
        for (n, first) in outcomes.enumerated() {
            try Progress.check(n, of: outcomes.count)
            try next.learn(task, first: first, reservoir: reservoir, trial: trial + n)
            var sum = 0.0
            for (place, test) in tests.enumerated() {
                let output = try recorded.isEmpty ? next.output(task, reservoir: reservoir, trial: test) : next.output(recorded[place], task)
                sum += try task.error(output, isGated: isGated)
            }
            errors.append(sum / Double(tests.count))
        }
        self = next
        return Vector(errors)
    }
}

/// How many trials it took until the error was near where it ends: the first at which it is at most `ratio` times the mean of the last `last`.
///
/// - Parameters:
///   - errors: of each trial, none below 0.
///   - ratio: at least 1; 1.1 for within a tenth.
///   - last: how many of the last trials are the asymptote, from 1 to all.
/// - Throws: `NeuroError` for no errors, one that is negative or not finite, or an argument out of its range.
public func trialsToAsymptote(_ errors: Vector, ratio: Double = 1.1, over last: Int = 10) throws -> Int {
    guard errors.count > 0 else { throw NeuroError.tooShort(name: "errors", count: 0, needed: 1, why: "an asymptote") }
    for (index, error) in errors.elements.enumerated() { try Check.notNegative(error, "error \(index)") }
    guard ratio >= 1, ratio.isFinite else { throw NeuroError.invalid(name: "ratio", value: "\(ratio)", must: "finite and at least 1") }
    guard 1 ... errors.count ~= last else { throw NeuroError.invalid(name: "last", value: "\(last)", must: "from 1 to \(errors.count), the number of errors") }
    let tail = errors.elements.suffix(last), asymptote = tail.reduce(0, +) / Double(last)
    // The least of the last is no higher than their mean, but for rounding.
    return (errors.elements.firstIndex { $0 <= ratio * asymptote } ?? errors.count - 1) + 1
}
