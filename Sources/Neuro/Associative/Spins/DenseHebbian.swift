import Linear

/// A dense memory that never sees its patterns, but learns them from noisy examples.
///
/// ```swift
/// let archetypes = try Patterns.random(count: 100, size: 200, seed: 1)
/// var memory = try DenseHebbian(size: 200, order: 3, learning: .supervised, quality: 0.6)
/// try memory.learn(archetypes.examples(20, quality: 0.6, seed: 2), perArchetype: 20)
/// let run = try memory.run(archetypes, toward: archetypes, sweeps: 10)
/// print(run.meanOverlaps)
/// ```
///
/// K archetypes with M examples η each, a value of which is right with probability (1 + r)/2. Supervised learning knows which examples belong together and stores their means,
/// x = (1/M) Σ_a η^a / (r √(1 + ρ)), of unit variance, in the place of the patterns of `DenseHopfield`; unsupervised learning stores every example, with weight 1/(M r^P). What
/// matters is ρ = (1 − r²)/(M r²), the entropy of the data set. Temperatures are in units in which the signal at an archetype is (1 + ρ)^(−P/2) and 1.
///
/// Supervised: arXiv:2212.00606, unsupervised: arXiv:2211.14067. The scaling of both energies is our reading of these papers, hence `normalization`.
public struct DenseHebbian: AssociativeMemory, Equatable, Sendable, CustomStringConvertible, Codable {
    /// Whether it is known which examples belong together.
    public enum Learning: Equatable, Sendable, CustomStringConvertible, Codable {
        /// The examples of an archetype are averaged, then raised to a power.
        case supervised
        /// Every example is raised to the power by itself.
        case unsupervised

        /// The learning as it is written in a cell.
        public var description: String { self == .supervised ? ".supervised" : ".unsupervised" }
    }

    /// What the energy is divided by. It changes the unit of temperature, and nothing at temperature 0.
    public enum Normalization: Equatable, Sendable, CustomStringConvertible, Codable {
        /// By R^(P/2) supervised, R = r² + (1 − r²)/M; by r^P unsupervised, so that the signal at an archetype is 1: the units of `Theory`.
        case archetype
        /// By R^(P/2) in both.
        case dataset
        /// As `archetype`, and multiplied by a factor.
        case scaled(Double)

        /// The normalization as it is written in a cell.
        public var description: String {
            switch self {
            case .archetype: ".archetype"
            case .dataset: ".dataset"
            case .scaled(let factor): ".scaled(\(factor))"
            }
        }
    }

    /// How many spins there are, N.
    public let size: Int
    /// How many spins interact, P.
    public let order: Int
    /// How examples are learnt.
    public let learning: Learning
    /// r, the mean overlap of an example with its archetype.
    public let quality: Double
    /// What P spins interacting means, see `DenseHopfield`.
    public let convention: DenseHopfield.Convention
    /// What the energy is divided by.
    public let normalization: Normalization
    /// The examples, those of an archetype side by side; nil of an empty memory.
    public private(set) var examples: Patterns?
    /// M, how many examples there are of each archetype; 0 of an empty memory.
    public private(set) var examplesPerArchetype = 0

    /// An empty memory.
    ///
    /// - Parameters:
    ///   - size: N, how many spins, at least 1.
    ///   - order: P, from 2 to 20; supervised without repeated indices from 2 to 4.
    ///   - learning: whether it is known which examples belong together.
    ///   - quality: r, above 0 and at most 1: it sets the scale of the energy.
    ///   - convention: `.noRepeatedIndices` or `.fullPower`.
    ///   - normalization: what the energy is divided by.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(
        size: Int, order: Int = 3, learning: Learning, quality: Double, convention: DenseHopfield.Convention = .noRepeatedIndices, normalization: Normalization = .archetype
    ) throws {
        _ = try DenseHopfield(size: size, order: order, convention: convention)
        guard quality > 0, quality <= 1 else { throw NeuroError.invalid(name: "quality", value: "\(quality)", must: "above 0 and at most 1") }
        guard convention == .noRepeatedIndices || convention == .fullPower else {
            throw NeuroError.invalid(name: "convention", value: "\(convention)", must: ".noRepeatedIndices or .fullPower")
        }
        if learning == .supervised, convention == .noRepeatedIndices, order > 4 {
            throw NeuroError.invalid(name: "order", value: "\(order)", must: "from 2 to 4 for supervised learning without repeated indices")
        }
        if case .scaled(let factor) = normalization { try Check.positive(factor, "the factor of the normalization") }
        (self.size, self.order, self.learning, self.quality) = (size, order, learning, quality)
        (self.convention, self.normalization) = (convention, normalization)
    }

    /// How many archetypes there are, K.
    public var count: Int { examplesPerArchetype > 0 ? (examples?.count ?? 0) / examplesPerArchetype : 0 }

    /// ρ = (1 − r²)/(M r²), the entropy of the data set; infinite for an empty memory.
    public var datasetEntropy: Double { (1 - quality * quality) / (Double(examplesPerArchetype) * quality * quality) }

    /// Learns from examples.
    ///
    /// - Parameters:
    ///   - examples: as many of each archetype, those of one side by side, as `Patterns.examples` makes them.
    ///   - perArchetype: M, how many of each; the same in all calls.
    /// - Throws: `NeuroError` for examples of another size, or a number of them that is not a multiple of `perArchetype`, or another number per archetype than before.
    public mutating func learn(_ examples: Patterns, perArchetype: Int) throws {
        try Check.atLeast(1, perArchetype, "perArchetype")
        guard examples.count % perArchetype == 0 else {
            throw NeuroError.shape(name: "examples", shape: [examples.count, examples.size], must: "a multiple of \(perArchetype) patterns, \(perArchetype) of each archetype")
        }
        guard examplesPerArchetype == 0 || examplesPerArchetype == perArchetype else {
            throw NeuroError.invalid(name: "perArchetype", value: "\(perArchetype)", must: "\(examplesPerArchetype), as for the examples learnt before")
        }
        self.examples = try examples.added(to: self.examples, size: size)
        examplesPerArchetype = perArchetype
    }

    /// Learns patterns each of which is the one example of its archetype.
    ///
    /// - Throws: as `learn(_:perArchetype:)`.
    public mutating func store(_ patterns: Patterns) throws { try learn(patterns, perArchetype: 1) }

    /// Learns the patterns in the rows of a matrix, each of which is the one example of its archetype.
    ///
    /// - Throws: as `learn(_:perArchetype:)`, and for a value that is neither +1 nor −1.
    public mutating func store(_ patterns: Matrix) throws { try store(Patterns(patterns)) }

    /// What most examples of each archetype say: the value that more of them have, +1 for equal numbers.
    ///
    /// - Throws: `NeuroError.invalid` for an empty memory.
    public func majorities() throws -> Patterns {
        let sums = try exampleSums(), stride = (count + 7) / 8 * 8
        var bits = [UInt8](repeating: 0, count: size * Patterns.stride(count))
        for i in 0 ..< size {
            for k in 0 ..< count where sums[i * stride + k] >= 0 { bits[i * Patterns.stride(count) + k / 8] |= 1 << UInt8(k % 8) }
        }
        return Patterns(count: count, size: size, bits: bits)
    }

    /// Σ_a η_i^a for each position (rows, padded to a multiple of 8) and archetype.
    private func exampleSums() throws -> [Double] {
        let examples = try stored(), m = examplesPerArchetype, stride = (count + 7) / 8 * 8
        var sums = [Double](repeating: 0, count: size * stride)
        for i in 0 ..< size {
            let row = i * examples.stride
            for k in 0 ..< examples.count where examples.bits[row + k / 8] >> UInt8(k % 8) & 1 == 1 { sums[i * stride + k / m] += 2 }
            for k in 0 ..< count { sums[i * stride + k] -= Double(m) }
            if i % 64 == 63 { try Progress.check(.nan) }
        }
        return sums
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
        return try withField(isExact: true) { field in
            field.start(spins)
            return field.energy()
        }
    }

    /// The overlap of a state with each archetype, as its examples tell: the mean of their overlaps, divided by r.
    ///
    /// - Throws: `NeuroError` for a state of another size or with a value that is not finite, or an empty memory.
    public func overlap(_ state: Vector) throws -> Vector {
        let each = try stored().overlaps(with: state).elements, m = examplesPerArchetype
        return Vector((0 ..< count).map { k in each[k * m ..< (k + 1) * m].reduce(0, +) / (Double(m) * quality) })
    }

    /// Runs the dynamics from cues, for all temperatures and replicas at once.
    ///
    /// - Parameters:
    ///   - cues: the states to start from.
    ///   - toward: the pattern with which each cue's overlaps are taken, as a rule the archetypes; by default the majorities of their examples, at the cues' places.
    ///   - dynamics: how spins are updated.
    ///   - temperatures: at least 0, see `Normalization`; every cue is run at each.
    ///   - replicas: how many chains for each cue and temperature, each with random numbers of its own.
    ///   - sweeps: how many times as many updates as there are spins.
    ///   - seed: selects the random numbers. The same seed gives the same states on every machine, for any number of threads.
    /// - Throws: `NeuroError` naming the argument that is wrong, or for an empty memory.
    public func run(
        _ cues: Patterns, toward: Patterns? = nil, dynamics: Dynamics = .sequential, temperatures: Vector = [0], replicas: Int = 1, sweeps: Int = 20, seed: Int = 0
    ) throws -> MemoryRun {
        let examples = try stored(), isExact = dynamics != .parallel
        let simulation = try Simulation(
            size: size, stored: toward == nil ? majorities() : nil, cues: cues, targets: toward, dynamics: dynamics, temperatures: temperatures, replicas: replicas,
            sweeps: sweeps, seed: seed)
        if learning == .unsupervised { return try simulation.run(examples, interaction(isExact)) }
        return try withSums { sums in try simulation.run { weightedField(sums, isExact) } }
    }

    private func stored() throws -> Patterns {
        guard let examples else { throw Simulation.empty }
        return examples
    }

    /// What every example, or every sum of examples, weighs.
    private var weight: Double {
        let (m, r2) = (Double(examplesPerArchetype), quality * quality)
        let archetype = Interaction.power(quality, order)
        // R^(P/2) with R = r² + (1 − r²)/M; a whole power of a square root.
        let dataset = Interaction.power((r2 + (1 - r2) / m).squareRoot(), order)
        let divisor = learning == .supervised || normalization == .dataset ? dataset : archetype
        var factor = 1.0
        if case .scaled(let by) = normalization { factor = by }
        return factor / (divisor * (learning == .supervised ? Interaction.power(m, order) : m))
    }

    private func interaction(_ isExact: Bool) -> Interaction { Interaction(order: order, convention: convention, size: size, isExact: isExact, weight: weight) }

    private func withSums<Result>(_ body: (UnsafePointer<Double>) throws -> Result) throws -> Result {
        try exampleSums().withUnsafeBufferPointer { sums in
            guard let base = sums.baseAddress else { throw Simulation.empty }
            return try body(base)
        }
    }

    private func weightedField(_ sums: UnsafePointer<Double>, _ isExact: Bool) -> WeightedField {
        WeightedField(sums, size: size, count: count, order: order, convention: convention, isExact: isExact, scale: weight)
    }

    private func withField<Result>(isExact: Bool, _ body: (any SpinField) throws -> Result) throws -> Result {
        let examples = try stored()
        if learning == .supervised { return try withSums { try body(weightedField($0, isExact)) } }
        return try examples.withBits { try body(PatternField(examples, $0, interaction(isExact))) }
    }

    /// What the memory is.
    public var description: String {
        "DenseHebbian(size: \(size), order: \(order), learning: \(learning), quality: \(quality), convention: \(convention)), "
            + "\(count) archetype\(count == 1 ? "" : "s") of \(examplesPerArchetype) example\(examplesPerArchetype == 1 ? "" : "s")"
    }
}
