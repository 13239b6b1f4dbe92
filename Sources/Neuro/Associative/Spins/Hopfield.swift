import CKernels
import Linear

/// The Hopfield network: spins coupled in pairs by a learning rule.
///
/// ```swift
/// let patterns = try Patterns.random(count: 20, size: 400, seed: 1)
/// var memory = try Hopfield(size: 400, rule: .storkey)
/// try memory.store(patterns)
/// let cue = try patterns.flipped(probability: 0.2, seed: 2)[0]
/// print(try memory.overlap(memory.recall(cue))[0])   // 1.0
/// ```
///
/// Energy E = −½ sᵀWs − Σ b_i s_i, field h = W s + b, W_ii = 0; b is 0 but for `.covariance`. With Hebb's rule only the patterns are kept, one bit per value, and all sums are exact.
///
/// J. J. Hopfield, PNAS 79 (1982), doi:10.1073/pnas.79.8.2554.
public struct Hopfield: AssociativeMemory, Equatable, Sendable, CustomStringConvertible, Codable {
    /// How the couplings W follow from the patterns.
    public enum Rule: Equatable, Sendable, CustomStringConvertible, Codable {
        /// W = (1/N) Σ_μ ξ^μ ξ^μᵀ: one pass, capacity 0.138 N for random patterns.
        case hebb
        /// ΔW_ij = (1/N)(ξ_i ξ_j − ξ_i h_ji − h_ij ξ_j), h_ij = Σ_{k≠i,j} W_ik ξ_k, one pattern after the other (Storkey 1997, doi:10.1007/BFb0020196).
        case storkey
        /// The projection onto the span of the patterns, W = X⁺X, without its diagonal: up to N − 1 independent patterns are fixed points (Personnaz et al. 1985,
        /// doi:10.1051/jphyslet:01985004608035900).
        case pseudoinverse
        /// For sparse patterns, of which a fraction a is +1: W = Σ_μ (ξ − a)(ξ − a)ᵀ/(N a(1 − a)) with ξ as 0 and 1, and a threshold midway between the two signals, so that the field
        /// h_i = Σ_j W_ij (s_j + 1 − 2a) − (1 − 2a) is +1 or −1 at a stored pattern. With a = ½ this is Hebb's rule (Tsodyks and Feigel'man 1988, doi:10.1209/0295-5075/6/2/002).
        case covariance(Double)
        /// Hebb's rule with Oja's decay, one pattern after the other: W_ij ← (1 − rate) W_ij + ξ_i ξ_j/N, which is Oja's η (ξ_i ξ_j − ξ_i² W_ij) for values ±1, in units in which the last pattern's
        /// field is 1. Old patterns fade by (1 − rate) with each new one, so that the memory never overflows (E. Oja 1982, doi:10.1007/BF00275687).
        case oja(rate: Double)
        /// Each row by the minover algorithm, until every pattern's field is at least `margin` times the length of the row. W is not symmetric, so the energy may rise (Krauth and Mézard
        /// 1987, doi:10.1088/0305-4470/20/11/013).
        case perceptron(margin: Double)

        /// The rule as it is written in a cell.
        public var description: String {
            switch self {
            case .hebb: ".hebb"
            case .storkey: ".storkey"
            case .pseudoinverse: ".pseudoinverse"
            case .covariance(let activity): ".covariance(\(activity))"
            case .oja(let rate): ".oja(rate: \(rate))"
            case .perceptron(let margin): ".perceptron(margin: \(margin))"
            }
        }
    }

    /// How many spins there are, N.
    public let size: Int
    /// The learning rule.
    public let rule: Rule
    /// The stored patterns; nil of an empty memory.
    public private(set) var patterns: Patterns?
    /// W row after row and b; empty with Hebb's rule, of which the patterns say all.
    private var couplings: [Double] = []
    private var bias: [Double] = []

    /// An empty memory.
    ///
    /// - Parameters:
    ///   - size: N, how many spins, at least 1.
    ///   - rule: how the couplings follow from the patterns.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(size: Int, rule: Rule = .hebb) throws {
        try Check.atLeast(1, size, "size")
        guard size <= 1 << 24 else { throw NeuroError.invalid(name: "size", value: "\(size)", must: "at most \(1 << 24)") }
        if rule != .hebb { _ = try Allocation.count(of: [size, size], named: "the couplings", as: Double.self) }
        switch rule {
        case .hebb, .storkey, .pseudoinverse: break
        case .covariance(let activity):
            guard activity > 0, activity < 1 else { throw NeuroError.invalid(name: "the activity", value: "\(activity)", must: "above 0 and below 1") }
        case .oja(let rate):
            guard rate > 0, rate < 1 else { throw NeuroError.invalid(name: "rate", value: "\(rate)", must: "above 0 and below 1") }
        case .perceptron(let margin): try Check.notNegative(margin, "margin")
        }
        (self.size, self.rule) = (size, rule)
    }

    /// How many patterns are stored.
    public var count: Int { patterns?.count ?? 0 }

    /// Adds patterns to those that are stored.
    ///
    /// - Throws: `NeuroError.shape` for patterns of another size; `NeuroError.diverged` where `.perceptron` finds no couplings of this margin. The memory is then as it was.
    /// - Complexity: nothing with `.hebb`; O(K N²) with `.storkey`, `.covariance` and `.oja`; O(K N² + K³) with `.pseudoinverse`.
    public mutating func store(_ patterns: Patterns) throws {
        let all = try patterns.added(to: self.patterns, size: size)
        switch rule {
        case .hebb: break
        case .storkey: couplings = try Learning.storkey(patterns, couplings)
        case .pseudoinverse: couplings = try Learning.projection(all)
        case .covariance(let activity): couplings = try Learning.covariance(all, activity)
        case .oja(let rate): couplings = try Learning.oja(patterns, couplings, rate)
        case .perceptron(let margin): couplings = try Learning.perceptron(all, margin)
        }
        bias = [Double](repeating: 0, count: rule == .hebb ? 0 : size)
        if case .covariance(let a) = rule {
            for i in 0 ..< size {
                var row = 0.0
                for j in 0 ..< size { row += couplings[i * size + j] }
                bias[i] = (1 - 2 * a) * (row - 1)
            }
        }
        self.patterns = all
    }

    /// Adds the patterns in the rows of a matrix to those that are stored.
    ///
    /// - Throws: as for `Patterns`, and for a value that is neither +1 nor −1.
    public mutating func store(_ patterns: Matrix) throws { try store(Patterns(patterns)) }

    /// The couplings W, N x N.
    ///
    /// - Throws: `NeuroError.invalid` for an empty memory; `LinearError.tooLarge` if they do not fit in memory.
    public func weights() throws -> Matrix {
        let patterns = try stored()
        if rule != .hebb { return try Matrix(rows: size, columns: size, elements: couplings) }
        _ = try Allocation.count(of: [size, size], named: "the couplings", as: Double.self)
        return Matrix(unsafeUninitializedRows: size, columns: size) { w in
            guard let base = w.baseAddress else { return }
            // The bands write to elements of their own.
            nonisolated(unsafe) let to = base
            patterns.withBits { bits in
                nonisolated(unsafe) let bits = bits
                let bands = (size + 63) / 64
                Threads.share(bands) { _, band in engram_memory_hebb(bits, patterns.stride, size, count, band * 64, 1 / Double(size), to) }
            }
        }
    }

    /// The state in which a cue comes to rest: sequential updates at temperature 0 until no spin changes, at most 1,000 sweeps. The order of updates is always the same.
    ///
    /// - Throws: `NeuroError` for a cue of another size or with a value that is neither +1 nor −1, or an empty memory.
    public func recall(_ cue: Vector) throws -> Vector { try recall(cue) { try run($0, toward: $0, sweeps: 1_000) } }

    /// The energy of a state.
    ///
    /// - Throws: `NeuroError` for a state of another size or with a value that is neither +1 nor −1, or an empty memory.
    public func energy(_ state: Vector) throws -> Double {
        let spins = try Patterns.spins(state, size: size, "state")
        return try withField { field in
            field.start(spins)
            return field.energy()
        }
    }

    /// The local field of each spin.
    ///
    /// - Throws: `NeuroError` for a state of another size or with a value that is neither +1 nor −1, or an empty memory.
    public func fields(_ state: Vector) throws -> Vector {
        let spins = try Patterns.spins(state, size: size, "state")
        return try withField { field in
            field.start(spins)
            return Vector((0 ..< size).map { field.field($0, spins[$0]) * field.unit })
        }
    }

    /// The overlap of a state with each stored pattern.
    ///
    /// - Throws: `NeuroError` for a state of another size or with a value that is not finite, or an empty memory.
    public func overlap(_ state: Vector) throws -> Vector { try stored().overlaps(with: state) }

    /// Runs the dynamics from cues, for all temperatures and replicas at once.
    ///
    /// - Parameters:
    ///   - cues: the states to start from.
    ///   - toward: the pattern with which each cue's overlaps are taken; by default the stored patterns at the cues' places, which needs no more cues than patterns.
    ///   - dynamics: how spins are updated.
    ///   - temperatures: at least 0, in units of the field at a stored pattern; every cue is run at each.
    ///   - replicas: how many chains for each cue and temperature, each with random numbers of its own.
    ///   - sweeps: how many times as many updates as there are spins.
    ///   - seed: selects the random numbers. The same seed gives the same states on every machine, for any number of threads.
    /// - Throws: `NeuroError` naming the argument that is wrong, or for an empty memory.
    public func run(
        _ cues: Patterns, toward: Patterns? = nil, dynamics: Dynamics = .sequential, temperatures: Vector = [0], replicas: Int = 1, sweeps: Int = 20, seed: Int = 0
    ) throws -> MemoryRun {
        let patterns = try stored()
        let simulation = try Simulation(
            size: size, stored: patterns, cues: cues, targets: toward, dynamics: dynamics, temperatures: temperatures, replicas: replicas, sweeps: sweeps, seed: seed)
        if rule == .hebb { return try simulation.run(patterns, interaction) }
        return try effects.withUnsafeBufferPointer { effects in
            guard let base = effects.baseAddress else { throw Simulation.empty }
            return try simulation.run { CouplingField(base, bias: bias) }
        }
    }

    private var interaction: Interaction { Interaction(order: 2, convention: .noRepeatedIndices, size: size, isExact: true) }

    /// The transpose of W.
    private var effects: [Double] {
        guard case .perceptron = rule else { return couplings }
        var turned = couplings
        for i in 0 ..< size {
            for j in 0 ..< size { turned[j * size + i] = couplings[i * size + j] }
        }
        return turned
    }

    func stored() throws -> Patterns {
        guard let patterns else { throw Simulation.empty }
        return patterns
    }

    private func withField<Result>(_ body: (any SpinField) throws -> Result) throws -> Result {
        let patterns = try stored()
        if rule == .hebb { return try patterns.withBits { try body(PatternField(patterns, $0, interaction)) } }
        return try effects.withUnsafeBufferPointer { effects in
            guard let base = effects.baseAddress else { throw Simulation.empty }
            return try body(CouplingField(base, bias: bias))
        }
    }

    /// What the memory is.
    public var description: String { "Hopfield(size: \(size), rule: \(rule)), \(count) pattern\(count == 1 ? "" : "s") stored" }
}
