import Linear

/// A dense associative memory: spins that interact P at a time through the stored patterns.
///
/// ```swift
/// let patterns = try Patterns.random(count: 500, size: 200, seed: 1)
/// var memory = try DenseHopfield(size: 200, order: 3)
/// try memory.store(patterns)
/// let cues = try patterns[0 ..< 10].flipped(probability: 0.1, seed: 2)
/// let run = try memory.run(cues, sweeps: 5)
/// print(run.meanOverlaps)
/// ```
///
/// Two conventions for "P-spin" are in use, with capacities that differ, so both have names (`Convention`). Energies are scaled so that the field of a spin is about 1 at a
/// stored pattern: temperatures are in that unit. Only the patterns are kept, one bit per value; fields are sums over them, exact for P ≤ 4.
///
/// E. Gardner, J. Phys. A 20 (1987), doi:10.1088/0305-4470/20/11/046; L. F. Abbott and Y. Arian, Phys. Rev. A 36 (1987), doi:10.1103/PhysRevA.36.5091;
/// D. Krotov and J. J. Hopfield, arXiv:1606.01164; M. Demircigil et al., J. Stat. Phys. 168 (2017), doi:10.1007/s10955-017-1806-y.
public struct DenseHopfield: AssociativeMemory, Equatable, Sendable, CustomStringConvertible, Codable {
    /// Which sum over patterns "P spins interact" stands for. S = Σ_j ξ_j s_j is a pattern's sum over all spins, A that over all spins but i.
    public enum Convention: Equatable, Sendable, CustomStringConvertible, Codable {
        /// Sums over P different spins: E = −((P−1)!/N^(P−1)) Σ_μ e_P({ξ_j s_j}), h_i = ((P−1)!/N^(P−1)) Σ_μ ξ_i e_(P−1)({ξ_j s_j}, j ≠ i) (Gardner; Abbott and Arian).
        case noRepeatedIndices
        /// The power of the sum: E = −(1/P) N^(1−P) Σ_μ S^P; the theory's field is N^(1−P) Σ_μ ξ_i A^(P−1) (Krotov and Hopfield). Its capacity is smaller by (2P−3)!!/(P−1)!.
        case fullPower
        /// As `fullPower`, with max(0, S)^P in the place of S^P.
        case rectified
        /// E = −c Σ_μ exp(S − N), c = 2/(1 − e^−2) (Demircigil et al.). The order has no meaning here and is not looked at.
        case exponential

        /// The convention as it is written in a cell.
        public var description: String {
            switch self {
            case .noRepeatedIndices: ".noRepeatedIndices"
            case .fullPower: ".fullPower"
            case .rectified: ".rectified"
            case .exponential: ".exponential"
            }
        }
    }

    /// How many spins there are, N.
    public let size: Int
    /// How many spins interact, P.
    public let order: Int
    /// What that means.
    public let convention: Convention
    /// The stored patterns; nil of an empty memory.
    public private(set) var patterns: Patterns?

    /// An empty memory.
    ///
    /// - Parameters:
    ///   - size: N, how many spins, at least 1.
    ///   - order: P, from 2 to 20. With P = 2 this is the Hopfield network with Hebb's rule.
    ///   - convention: what P spins interacting means.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(size: Int, order: Int = 3, convention: Convention = .noRepeatedIndices) throws {
        try Check.atLeast(1, size, "size")
        guard size <= 1 << 24 else { throw NeuroError.invalid(name: "size", value: "\(size)", must: "at most \(1 << 24)") }
        guard order >= 2, order <= 20 else { throw NeuroError.invalid(name: "order", value: "\(order)", must: "from 2 to 20") }
        guard order * Int.bitWidth(of: size) <= 1000 else { throw NeuroError.invalid(name: "order", value: "\(order)", must: "lower: the powers of \(size) leave the numbers") }
        (self.size, self.order, self.convention) = (size, order, convention)
    }

    /// How many patterns are stored.
    public var count: Int { patterns?.count ?? 0 }

    /// Adds patterns to those that are stored.
    ///
    /// - Throws: `NeuroError.shape` for patterns of another size.
    public mutating func store(_ patterns: Patterns) throws { self.patterns = try patterns.added(to: self.patterns, size: size) }

    /// Adds the patterns in the rows of a matrix to those that are stored.
    ///
    /// - Throws: `NeuroError` for patterns of another size, or a value that is neither +1 nor −1.
    public mutating func store(_ patterns: Matrix) throws { try store(Patterns(patterns)) }

    /// The state in which a cue comes to rest: sequential updates at temperature 0 until no spin changes, at most 1,000 sweeps. The order of updates is always the same.
    ///
    /// - Throws: `NeuroError` for a cue of another size or with a value that is neither +1 nor −1, or an empty memory.
    public func recall(_ cue: Vector) throws -> Vector { try recall(cue) { try run($0, toward: $0, sweeps: 1_000) } }

    /// The energy of a state.
    ///
    /// - Throws: `NeuroError` for a state of another size or with a value that is neither +1 nor −1, or an empty memory.
    public func energy(_ state: Vector) throws -> Double {
        let spins = try Patterns.spins(state, size: size, "state")
        return try withField(isExact: true) { makeField in
            let field = makeField()
            field.start(spins)
            return field.energy()
        }
    }

    /// The local field of each spin. Half the energy difference that turning the spin makes, s_i [E(turned) − E]/2, but for `fullPower` the theory's leading term of it.
    ///
    /// - Throws: `NeuroError` for a state of another size or with a value that is neither +1 nor −1, or an empty memory.
    public func fields(_ state: Vector) throws -> Vector {
        let spins = try Patterns.spins(state, size: size, "state")
        return try withField(isExact: false) { makeField in
            let field = makeField()
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
    /// - Complexity: O(chains · sweeps · N · K/16) simple steps.
    public func run(
        _ cues: Patterns, toward: Patterns? = nil, dynamics: Dynamics = .sequential, temperatures: Vector = [0], replicas: Int = 1, sweeps: Int = 20, seed: Int = 0
    ) throws -> MemoryRun {
        let simulation = try Simulation(
            size: size, stored: stored(), cues: cues, targets: toward, dynamics: dynamics, temperatures: temperatures, replicas: replicas, sweeps: sweeps, seed: seed)
        let patterns = try stored()
        return try simulation.run(patterns, interaction(isExact: dynamics != .parallel))
    }

    private func interaction(isExact: Bool) -> Interaction { Interaction(order: order, convention: convention, size: size, isExact: isExact) }

    func stored() throws -> Patterns {
        guard let patterns else { throw Simulation.empty }
        return patterns
    }

    private func withField<Result>(isExact: Bool, _ body: (() -> PatternField) throws -> Result) throws -> Result {
        let patterns = try stored(), interaction = interaction(isExact: isExact)
        return try patterns.withBits { bits in try body { PatternField(patterns, bits, interaction) } }
    }

    /// What the memory is.
    public var description: String {
        "DenseHopfield(size: \(size), order: \(order), convention: \(convention)), \(count) pattern\(count == 1 ? "" : "s") stored"
    }
}

extension Int {
    /// How many bits a number takes.
    fileprivate static func bitWidth(of value: Int) -> Int { Int.bitWidth - value.leadingZeroBitCount }
}

extension AssociativeMemory {
    /// The state that the one chain of a run from a cue ends in.
    func recall(_ cue: Vector, _ run: (Patterns) throws -> MemoryRun) throws -> Vector {
        _ = try Patterns.spins(cue, size: size, "cue")
        return try run(Patterns(cue)).states[0]
    }
}

extension Patterns {
    /// Calls `body` with the memory of the bits.
    func withBits<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
        try bits.withUnsafeBufferPointer { bits in
            // There is at least one pattern of at least one value.
            guard let base = bits.baseAddress else { preconditionFailure("patterns have bits") }
            return try body(base)
        }
    }

    /// These patterns behind those that a memory of `size` spins has.
    func added(to stored: Patterns?, size: Int) throws -> Patterns {
        guard self.size == size else { throw NeuroError.shape(name: "patterns", shape: [count, self.size], must: "of \(size) values each, as the memory has") }
        return try stored.map { try $0.appending(self) } ?? self
    }
}

extension Simulation {
    /// Runs a memory of patterns of ±1.
    func run(_ patterns: Patterns, _ interaction: Interaction) throws -> MemoryRun {
        try patterns.withBits { bits in
            if dynamics == .parallel, chainCount >= 8, let lanes = Lanes(patterns, bits, interaction) { return try run(lanes) }
            return try run { PatternField(patterns, bits, interaction) }
        }
    }
}
