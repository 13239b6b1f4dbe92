import Linear

/// Classical conditioning as what a matrix memory learns: cues are keys, the outcome is the value, and the association of a cue is its strength.
///
/// ```swift
/// let course = try Conditioning.blocking(before: 50, trials: 50, rate: 0.2)
/// print(course.strengths.shape)     // 100 trials x 2 cues: the second cue learns next to nothing
/// ```
///
/// By the delta rule a trial changes the strength V_i of each cue that is present by α_i β (λ − Σ_j V_j), the model of Rescorla and Wagner (R. A. Rescorla, A. R. Wagner 1972): what is learnt is
/// the error of the prediction, so that one cue can block or overshadow another. By Hebb's rule it changes by α_i β λ, whatever was predicted: linear attention, for which neither happens. The
/// key of a trial has √α_i at the cues that are present, so that V_i = √α_i S_i. arXiv:2508.08289.
public enum Conditioning {
    /// How a trial changes the memory.
    public enum Rule: Equatable, Sendable, CaseIterable, Codable {
        /// By the error of the prediction: `DeltaRule`.
        case delta
        /// By the outcome alone: `LinearAttention`.
        case hebb
    }

    /// Trials of one kind.
    public struct Phase: Equatable, Sendable, Codable {
        /// Which cues are present, counted from 0.
        public let cues: [Int]
        /// The outcome λ: 1 where the unconditioned stimulus follows, 0 where it does not.
        public let outcome: Double
        /// How many trials.
        public let trials: Int

        /// - Parameters:
        ///   - cues: which are present, counted from 0, each once.
        ///   - outcome: λ, finite.
        ///   - trials: how many, at least 0.
        public init(cues: [Int], outcome: Double, trials: Int) {
            (self.cues, self.outcome, self.trials) = (cues, outcome, trials)
        }
    }

    /// What was learnt, trial by trial.
    public struct Course: Equatable, Sendable, Codable {
        /// The strength V_i of each cue after each trial, trials x cues.
        public let strengths: Matrix
        /// What was predicted in each trial before its outcome, Σ V_i of the cues that were present.
        public let predictions: Vector
        /// The strengths at the end.
        public let final: Vector
    }

    /// Any sequence of phases.
    ///
    /// - Parameters:
    ///   - phases: one after the other.
    ///   - saliences: α_i, how much is learnt about each cue, at least 0; as many as there are cues.
    ///   - rate: β, above 0; times the sum of the saliences of a trial below 2 for learning to end.
    ///   - decay: γ, from 0 to 1: what remains of all strengths at each trial.
    ///   - rule: what a trial changes.
    /// - Throws: `NeuroError` naming the argument that is out of its range.
    public static func run(_ phases: [Phase], saliences: Vector, rate: Double = 0.2, decay: Double = 1, rule: Rule = .delta) throws -> Course {
        let cues = saliences.count
        guard cues > 0 else { throw NeuroError.shape(name: "saliences", shape: [0], must: "at least one number, one for each cue") }
        for salience in saliences.elements { try Check.notNegative(salience, "saliences") }
        try Check.positive(rate, "rate")
        var total = 0
        for phase in phases {
            try Check.atLeast(0, phase.trials, "trials")
            guard phase.outcome.isFinite else { throw NeuroError.invalid(name: "outcome", value: "\(phase.outcome)", must: "finite") }
            guard Set(phase.cues).count == phase.cues.count, phase.cues.allSatisfy({ $0 >= 0 && $0 < cues }) else {
                throw NeuroError.invalid(name: "cues", value: "\(phase.cues)", must: "different numbers in 0..<\(cues)")
            }
            let (sum, overflow) = total.addingReportingOverflow(phase.trials)
            guard !overflow else { throw NeuroError.invalid(name: "trials", value: "\(phase.trials)", must: "fewer") }
            total = sum
        }
        var strengths = try Matrix.zeros(rows: total, columns: cues), predictions: [Double] = []
        var delta = try DeltaRule(keySize: cues, valueSize: 1, rate: rate, decay: decay)
        var hebb = try LinearAttention(keySize: cues, valueSize: 1, rate: rate, decay: decay)
        let roots = saliences.elements.map { $0.squareRoot() }
        var trial = 0
        for phase in phases {
            let key = Vector((0 ..< cues).map { phase.cues.contains($0) ? roots[$0] : 0 })
            for _ in 0 ..< phase.trials {
                if trial % 1024 == 0 { try Progress.check(trial, of: total) }
                // What is predicted is what the gate has left.
                let answer = rule == .delta ? try delta.read(key) : try hebb.read(key)
                predictions.append(decay * answer.elements[0])
                switch rule {
                case .delta: try delta.write(key, [phase.outcome])
                case .hebb: try hebb.write(key, [phase.outcome])
                }
                let state = (rule == .delta ? delta.state : hebb.state).elements
                for cue in 0 ..< cues { try strengths.set(roots[cue] * state[cue], row: trial, column: cue) }
                trial += 1
            }
        }
        return Course(strengths: strengths, predictions: Vector(predictions), final: total > 0 ? try strengths.row(total - 1) : try Vector.zeros(cues))
    }

    /// One cue, followed by the outcome 1: after n trials V = 1 − (1 − αβ)^n by the delta rule, with salience α = 1.
    ///
    /// - Parameters:
    ///   - trials: how many, at least 0.
    ///   - rate: β, above 0.
    ///   - decay: γ, from 0 to 1.
    ///   - rule: what a trial changes.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func acquisition(trials: Int, rate: Double = 0.2, decay: Double = 1, rule: Rule = .delta) throws -> Course {
        try run([Phase(cues: [0], outcome: 1, trials: trials)], saliences: [1], rate: rate, decay: decay, rule: rule)
    }

    /// One cue that was followed by the outcome and then is not: V falls by the factor 1 − β at each of the later trials by the delta rule; by Hebb's it does not fall.
    ///
    /// - Parameters:
    ///   - before: trials with the outcome, at least 0.
    ///   - trials: trials without it, at least 0.
    ///   - rate: β, above 0.
    ///   - decay: γ, from 0 to 1.
    ///   - rule: what a trial changes.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func extinction(before: Int, trials: Int, rate: Double = 0.2, decay: Double = 1, rule: Rule = .delta) throws -> Course {
        try run([Phase(cues: [0], outcome: 1, trials: before), Phase(cues: [0], outcome: 0, trials: trials)], saliences: [1], rate: rate, decay: decay, rule: rule)
    }

    /// A cue that predicts the outcome already, then together with a second one: by the delta rule the second learns little, since the outcome is no surprise (Kamin's blocking).
    ///
    /// - Parameters:
    ///   - before: trials of the first cue alone, at least 0.
    ///   - trials: trials of both, at least 0.
    ///   - saliences: α of both.
    ///   - rate: β, above 0.
    ///   - decay: γ, from 0 to 1.
    ///   - rule: what a trial changes.
    /// - Throws: `NeuroError` naming the argument that is out of its range.
    public static func blocking(before: Int, trials: Int, saliences: Vector = [1, 1], rate: Double = 0.2, decay: Double = 1, rule: Rule = .delta) throws -> Course {
        try checkTwo(saliences)
        let phases = [Phase(cues: [0], outcome: 1, trials: before), Phase(cues: [0, 1], outcome: 1, trials: trials)]
        return try run(phases, saliences: saliences, rate: rate, decay: decay, rule: rule)
    }

    /// Two cues from the start: by the delta rule they share the outcome in proportion to their saliences, V_i → α_i/Σα (overshadowing).
    ///
    /// - Parameters:
    ///   - trials: how many, at least 0.
    ///   - saliences: α of both; by default the first is four times as salient.
    ///   - rate: β, above 0.
    ///   - decay: γ, from 0 to 1.
    ///   - rule: what a trial changes.
    /// - Throws: `NeuroError` naming the argument that is out of its range.
    public static func overshadowing(trials: Int, saliences: Vector = [1, 0.25], rate: Double = 0.2, decay: Double = 1, rule: Rule = .delta) throws -> Course {
        try checkTwo(saliences)
        return try run([Phase(cues: [0, 1], outcome: 1, trials: trials)], saliences: saliences, rate: rate, decay: decay, rule: rule)
    }

    private static func checkTwo(_ saliences: Vector) throws {
        guard saliences.count == 2 else { throw NeuroError.shape(name: "saliences", shape: [saliences.count], must: "two numbers, one for each cue") }
    }
}
