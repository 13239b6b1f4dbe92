import Linear

/// How far from a pattern a memory still finds it: the overlap at the end against that at the start.
public struct Basin: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The overlaps m0 that the cues were made for: each spin agrees with its pattern with probability (1 + m0)/2.
    public let initialOverlaps: Vector
    /// The mean overlaps at the end, one for each of them.
    public let finalOverlaps: Vector
    /// The standard errors of these means; 0 for a single cue.
    public let errors: Vector
    /// The fraction of cues that ended with an overlap of at least 0.95.
    public let retrieved: Vector

    /// The extent.
    public var description: String { "basin at \(initialOverlaps.count) initial overlaps" }

    /// Makes cues from the first patterns and runs them.
    static func measured(
        _ stored: Patterns, _ initialOverlaps: Vector, _ patterns: Int, _ seed: Int, run: (_ cues: Patterns, _ targets: Patterns) throws -> MemoryRun
    ) throws -> Basin {
        try Check.atLeast(1, patterns, "patterns")
        guard !initialOverlaps.isEmpty else { throw NeuroError.invalid(name: "initialOverlaps", value: "[]", must: "at least one overlap") }
        let count = min(patterns, stored.count), targets = try stored[0 ..< count]
        var cues: Patterns?, repeated: Patterns?
        for (k, overlap) in initialOverlaps.elements.enumerated() {
            guard overlap >= -1, overlap <= 1 else { throw NeuroError.invalid(name: "initialOverlaps", value: "\(overlap)", must: "from -1 to 1") }
            var random = Random(seed: seed, stream: k)
            let own = try targets.flipped(probability: (1 - overlap) / 2, seed: random.integer(in: Int.min ... Int.max))
            cues = try cues?.appending(own) ?? own
            repeated = try repeated?.appending(targets) ?? targets
        }
        guard let cues, let repeated else { throw Simulation.empty }
        let final = try run(cues, repeated).finalOverlaps.elements
        let groups = (0 ..< initialOverlaps.count).map { Array(final[$0 * count ..< ($0 + 1) * count]) }
        let means = groups.map { $0.reduce(0, +) / Double(count) }
        let errors = zip(groups, means).map { group, mean in
            let squares = group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return count > 1 ? (squares / Double(count * (count - 1))).squareRoot() : 0
        }
        return Basin(
            initialOverlaps: initialOverlaps, finalOverlaps: Vector(means), errors: Vector(errors),
            retrieved: Vector(groups.map { Double($0.count { $0 >= 0.95 }) / Double(count) }))
    }
}

extension DenseHopfield {
    /// The basin of attraction of the stored patterns: cues at several overlaps with them, run to their end.
    ///
    /// - Parameters:
    ///   - initialOverlaps: from −1 to 1.
    ///   - patterns: from how many of the stored patterns cues are made, the first ones; at most all.
    ///   - dynamics: how spins are updated.
    ///   - temperature: at least 0.
    ///   - sweeps: how long each chain runs.
    ///   - seed: selects cues and random numbers.
    /// - Throws: `NeuroError` naming the argument that is wrong, or for an empty memory.
    public func basin(
        initialOverlaps: Vector, patterns: Int = 10, dynamics: Dynamics = .sequential, temperature: Double = 0, sweeps: Int = 30, seed: Int = 0
    ) throws -> Basin {
        try Basin.measured(stored(), initialOverlaps, patterns, seed) {
            try run($0, toward: $1, dynamics: dynamics, temperatures: [temperature], sweeps: sweeps, seed: seed)
        }
    }
}

extension Hopfield {
    /// The basin of attraction of the stored patterns: cues at several overlaps with them, run to their end.
    ///
    /// - Parameters:
    ///   - initialOverlaps: from −1 to 1.
    ///   - patterns: from how many of the stored patterns cues are made, the first ones; at most all.
    ///   - dynamics: how spins are updated.
    ///   - temperature: at least 0.
    ///   - sweeps: how long each chain runs.
    ///   - seed: selects cues and random numbers.
    /// - Throws: `NeuroError` naming the argument that is wrong, or for an empty memory.
    public func basin(
        initialOverlaps: Vector, patterns: Int = 10, dynamics: Dynamics = .sequential, temperature: Double = 0, sweeps: Int = 30, seed: Int = 0
    ) throws -> Basin {
        try Basin.measured(stored(), initialOverlaps, patterns, seed) {
            try run($0, toward: $1, dynamics: dynamics, temperatures: [temperature], sweeps: sweeps, seed: seed)
        }
    }
}
