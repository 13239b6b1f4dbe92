/// What statistical mechanics says about associative memories: how much they hold, how well they recall it, and up to which temperature.
///
/// ```swift
/// let capacity = try Theory.capacity(.ags)                                  // 0.1379 patterns per neuron
/// let state = try Theory.dense(order: 3, load: 0.1)                         // an overlap of 0.961
/// let map = try Theory.phaseDiagram(.dense(order: 3), loads: loads, temperatures: temperatures)
/// ```
///
/// Memories of N neurons in the limit of large N, replica-symmetric. Overlaps m are means of ξ s over the neurons; the load α is K/N for the classic net and K/N^(P−1) for
/// P-spin memories; temperatures are in units of the field that a neuron feels in the pattern itself. A neuron feels S + z √D, a signal and a Gaussian noise of the other patterns, and
/// from m = E tanh(S + z √D)/T, q = E tanh²(S + z √D)/T the state follows. At T = 0, m = erf(S/√(2D)), q = 1 and (1 − q)/T → √(2/(πD)) e^(−S²/2D).
///
/// - `.ags`: the classic net with Hebb's rule, P = 2. S = m, D = αR, R = q/(1 − (1 − q)/T)². D. J. Amit, H. Gutfreund, H. Sompolinsky, Phys. Rev. Lett. 55 (1985),
///   doi:10.1103/PhysRevLett.55.1530, Ann. Phys. 173 (1987), doi:10.1016/0003-4916(87)90092-3.
/// - `.dense(order:)`: S = m^(P−1), D = α (P−1)! q^(P−1). E. Gardner, J. Phys. A 20 (1987), doi:10.1088/0305-4470/20/11/046.
/// - `.supervised(order:entropy:)`: archetypes known by noisy examples that are averaged first, of entropy ρ = (1 − r²)/(M r²). S = n^(P−1)/√(1+ρ),
///   D = ρ/(1+ρ) n^(2P−2) + α (P−1)! q^(P−1), n = m/√(1+ρ) + ρ/(1+ρ) n^(P−1) (1−q)/T. The equations for P ≥ 3 at loads of this order are our derivation, for the memories of
///   F. Alemanno et al., arXiv:2212.00606.
/// - `.unsupervised(order:quality:examples:)`: every example is stored for itself. S = n^(P−1), D = ρ n^(2P−2) + α (P−1)! (1 + ρ_P) q^(P−1), n = m + ρ n^(P−1) (1−q)/T,
///   with ρ_P = (1 − r^(2P))/(M r^(2P)). Our derivation, for the memories of E. Agliari et al., arXiv:2211.14067.
///
/// That is for products of P different neurons, `.noRepeatedIndices`. For `.fullPower` the noise is α (2P−3)!! at T = 0, and Σ_k c_k² k! q^k above with x^(P−1) = Σ_k c_k He_k(x) (our
/// derivation): the same load is harder there. There is no theory here of the other two conventions of `DenseHopfield`.
///
/// The units of temperature: the signal of a recalled archetype (m = 1) is 1, but (1+ρ)^(−P/2) for `.supervised`, whose averages have unit variance; so equal T are not
/// equal noise. Replica symmetry breaking, which raises capacities slightly, is not in these equations; `dynamicGlassTemperature` and `staticGlassTemperature` say where it begins.
public enum Theory {
    /// A memory that the theory knows.
    public struct Model: Equatable, Sendable, CustomStringConvertible, Codable {
        enum Kind: Equatable, Sendable, Codable { case ags, dense, supervised, unsupervised }

        let kind: Kind
        /// The order P of the interaction: how many neurons act on each other at a time.
        public let order: Int
        /// ρ = (1 − r²)/(M r²), how little the examples tell of their archetype: 0 for patterns that are stored as they are.
        public let entropy: Double
        /// The quality r of the examples, where the model depends on it.
        public let quality: Double?
        /// The number M of examples of an archetype, where the model depends on it.
        public let examples: Int?
        /// Over which products of neurons the interaction goes: `.noRepeatedIndices` or `.fullPower`.
        public let convention: DenseHopfield.Convention

        /// The classic net with Hebb's rule, P = 2.
        public static let ags: Model = Model(kind: .ags, order: 2, entropy: 0, quality: nil, examples: nil, convention: .noRepeatedIndices)

        /// Patterns in a P-spin memory.
        ///
        /// - Parameters:
        ///   - order: P, from 3 to 100.
        ///   - convention: over which products of neurons.
        public static func dense(order: Int, convention: DenseHopfield.Convention = .noRepeatedIndices) -> Model {
            Model(kind: .dense, order: order, entropy: 0, quality: nil, examples: nil, convention: convention)
        }

        /// Archetypes in a P-spin memory, whose examples are averaged before they are stored.
        ///
        /// - Parameters:
        ///   - order: P, from 3 to 100.
        ///   - entropy: ρ, at least 0; see `Theory.entropy(quality:examples:)`.
        ///   - convention: over which products of neurons.
        public static func supervised(order: Int, entropy: Double, convention: DenseHopfield.Convention = .noRepeatedIndices) -> Model {
            Model(kind: .supervised, order: order, entropy: entropy, quality: nil, examples: nil, convention: convention)
        }

        /// The same from the quality and the number of the examples.
        ///
        /// - Parameters:
        ///   - order: P, from 3 to 100.
        ///   - quality: r, the mean overlap of an example with its archetype, above 0 and at most 1.
        ///   - examples: M, how many of each, at least 1.
        ///   - convention: over which products of neurons.
        public static func supervised(order: Int, quality: Double, examples: Int, convention: DenseHopfield.Convention = .noRepeatedIndices) -> Model {
            Model(kind: .supervised, order: order, entropy: Theory.entropyOf(quality, examples, 1), quality: quality, examples: examples, convention: convention)
        }

        /// Archetypes in a P-spin memory that stores every example for itself.
        ///
        /// - Parameters:
        ///   - order: P, from 3 to 100.
        ///   - quality: r, the mean overlap of an example with its archetype, above 0 and at most 1.
        ///   - examples: M, how many of each, at least 1.
        ///   - convention: over which products of neurons.
        public static func unsupervised(order: Int, quality: Double, examples: Int, convention: DenseHopfield.Convention = .noRepeatedIndices) -> Model {
            Model(kind: .unsupervised, order: order, entropy: Theory.entropyOf(quality, examples, 1), quality: quality, examples: examples, convention: convention)
        }

        /// The model as it is written in a cell.
        public var description: String {
            let end = convention == .fullPower ? ", convention: .fullPower)" : ")"
            let origin =
                if let quality, let examples { "quality: \(quality), examples: \(examples)" } else { "entropy: \(entropy)" }
            return switch kind {
            case .ags: ".ags"
            case .dense: ".dense(order: \(order)\(end)"
            case .supervised: ".supervised(order: \(order), \(origin)\(end)"
            case .unsupervised: ".unsupervised(order: \(order), \(origin)\(end)"
            }
        }
    }

    /// A solution of the equations.
    public struct State: Equatable, Sendable, Codable {
        /// The load α.
        public let load: Double
        /// The temperature T.
        public let temperature: Double
        /// The overlap m with the pattern (the archetype): 0 where nothing is recalled.
        public let overlap: Double
        /// The Edwards-Anderson order parameter q, the overlap of two replicas: the mean of the squared magnetisations of the neurons.
        public let order: Double
        /// The overlap n with the stored mixture of the examples; the same as `overlap` where patterns are stored as they are.
        public let exampleOverlap: Double
        /// The signal S in the field of a neuron.
        public let signal: Double
        /// The variance D of the noise in the field; αR for the classic net.
        public let noise: Double
        /// The free energy per neuron, at T = 0 the energy; only for the classic net.
        public let freeEnergy: Double?

        /// Whether the pattern is recalled.
        public var isRetrieval: Bool { overlap > 0 }
    }

    /// The classic net (Amit, Gutfreund, Sompolinsky) that starts in a pattern.
    ///
    /// - Parameters:
    ///   - load: α = K/N, at least 0.
    ///   - temperature: T, at least 0; T = 1 is where recall ends for few patterns.
    /// - Throws: `NeuroError.invalid` for a load or temperature that is negative or NaN, or an infinite load.
    public static func ags(load: Double, temperature: Double = 0) throws -> State { try retrieval(.ags, load: load, temperature: temperature) }

    /// A P-spin memory that starts in a pattern.
    ///
    /// - Parameters:
    ///   - order: P, from 3 to 100.
    ///   - load: α = K/N^(P−1), at least 0.
    ///   - temperature: T, at least 0.
    ///   - convention: over which products of neurons the interaction goes.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func dense(order: Int, load: Double, temperature: Double = 0, convention: DenseHopfield.Convention = .noRepeatedIndices) throws -> State {
        try retrieval(.dense(order: order, convention: convention), load: load, temperature: temperature)
    }

    /// A P-spin memory that starts in an archetype of which it knows the average of noisy examples (our derivation).
    ///
    /// - Parameters:
    ///   - order: P, from 3 to 100.
    ///   - entropy: ρ = (1 − r²)/(M r²), at least 0.
    ///   - load: α = K/N^(P−1), at least 0.
    ///   - temperature: T, at least 0, where the signal at m = 1 is (1+ρ)^(−P/2).
    ///   - convention: over which products of neurons the interaction goes.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func supervised(
        order: Int, entropy: Double, load: Double, temperature: Double = 0, convention: DenseHopfield.Convention = .noRepeatedIndices
    ) throws -> State {
        try retrieval(.supervised(order: order, entropy: entropy, convention: convention), load: load, temperature: temperature)
    }

    /// A P-spin memory that starts in an archetype of which it stored every noisy example (our derivation).
    ///
    /// - Parameters:
    ///   - order: P, from 3 to 100.
    ///   - quality: r, the mean overlap of an example with its archetype, above 0 and at most 1.
    ///   - examples: M, how many of each, at least 1.
    ///   - load: α = K/N^(P−1), at least 0, with K archetypes.
    ///   - temperature: T, at least 0.
    ///   - convention: over which products of neurons the interaction goes.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func unsupervised(
        order: Int, quality: Double, examples: Int, load: Double, temperature: Double = 0, convention: DenseHopfield.Convention = .noRepeatedIndices
    ) throws -> State {
        try retrieval(.unsupervised(order: order, quality: quality, examples: examples, convention: convention), load: load, temperature: temperature)
    }

    /// The state of any of the memories, started in a pattern (from m = q = n = 1): the solution with the largest overlap, and one with m = 0 where nothing is recalled.
    ///
    /// ```swift
    /// let state = try Theory.retrieval(.dense(order: 3), load: 0.05, temperature: 0.2)
    /// print(state.overlap)   // 0.992928...
    /// ```
    ///
    /// - Parameters:
    ///   - model: the memory.
    ///   - load: α, at least 0.
    ///   - temperature: T, at least 0; infinite is allowed.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public static func retrieval(_ model: Model, load: Double, temperature: Double = 0) throws -> State {
        let equations = try Equations(model)
        try check(load: load, temperature: temperature)
        return equations.state(load: load, temperature: temperature)
    }

    static func check(load: Double, temperature: Double) throws {
        try Check.notNegative(load, "load")
        try check(temperature: temperature)
    }

    static func check(temperature: Double) throws {
        guard temperature >= 0 else { throw NeuroError.invalid(name: "temperature", value: "\(temperature)", must: "at least 0") }
    }
}
