import Linear

/// How well random patterns are kept, against load and temperature.
public struct PhaseDiagram: Equatable, Sendable, CustomStringConvertible, Codable {
    /// The loads α, of K = round(α N^(P−1)) patterns, at least one: the columns.
    public let loads: Vector
    /// The temperatures: the rows.
    public let temperatures: Vector
    /// The mean overlap with the pattern that a chain began at, temperatures x loads.
    public let overlaps: Matrix
    /// The standard errors of these means, temperatures x loads; 0 for a single seed.
    public let errors: Matrix

    /// For each temperature the largest load up to which the overlap stays above a threshold, between loads by interpolation; 0 where it is below it from the first.
    public func capacities(threshold: Double = 0.5) -> Vector {
        let loads = loads.elements, m = overlaps.elements, columns = overlaps.columns
        return Vector(
            (0 ..< temperatures.count).map { t in
                guard let fall = (0 ..< columns).first(where: { m[t * columns + $0] < threshold }) else { return loads[columns - 1] }
                if fall == 0 { return 0 }
                let (above, below) = (m[t * columns + fall - 1], m[t * columns + fall])
                return loads[fall - 1] + (above - threshold) / (above - below) * (loads[fall] - loads[fall - 1])
            })
    }

    /// The extents.
    public var description: String { "phase diagram of \(temperatures.count) temperatures x \(loads.count) loads" }
}

extension DenseHopfield {
    /// Simulates random patterns at all loads and temperatures: for each load and seed a memory is filled, and a chain begins at (or near) one of its patterns at each temperature.
    ///
    /// ```swift
    /// let loads = try Vector.linspace(from: 0.01, through: 0.15, count: 10), temperatures = try Vector.linspace(from: 0, through: 0.6, count: 10)
    /// let map = try DenseHopfield.phaseDiagram(size: 100, loads: loads, temperatures: temperatures, seed: 1)
    /// print(try map.overlaps[0, 0])
    /// ```
    ///
    /// For a picture that grows while it is computed, ask for one load after another and show each under one name:
    ///
    /// ```swift
    /// var columns: [Vector] = []
    /// for load in loads.elements {
    ///     columns.append(try DenseHopfield.phaseDiagram(size: 100, loads: [load], temperatures: temperatures).overlaps.column(0))
    ///     let picture = try heatMap(Matrix.fromColumns(columns), firstRowAtBottom: true)
    ///     if columns.count == 1 { display(picture, id: "map") } else { updateDisplay(picture, id: "map") }
    /// }
    /// ```
    ///
    /// What is measured is where chains of this length are, not equilibrium: above the capacity they leave slowly, the more so the smaller N is.
    ///
    /// - Parameters:
    ///   - size: N.
    ///   - order: P; 2 is the Hopfield network.
    ///   - convention: what P spins interacting means.
    ///   - loads: α = K/N^(P−1), ascending, above 0.
    ///   - temperatures: at least 0, in units of the field at a stored pattern.
    ///   - dynamics: how spins are updated.
    ///   - initialOverlap: with the pattern, from −1 to 1: each spin agrees with probability (1 + initialOverlap)/2.
    ///   - sweeps: how long each chain runs.
    ///   - seeds: how many sets of patterns for each load.
    ///   - seed: selects patterns and random numbers.
    /// - Throws: `NeuroError` naming the argument that is out of its range.
    /// - Complexity: O(loads · temperatures · seeds · sweeps · N K/16) simple steps; seeds and loads are shared among threads.
    public static func phaseDiagram(
        size: Int, order: Int = 3, convention: Convention = .noRepeatedIndices, loads: Vector, temperatures: Vector, dynamics: Dynamics = .sequential,
        initialOverlap: Double = 1, sweeps: Int = 20, seeds: Int = 4, seed: Int = 0
    ) throws -> PhaseDiagram {
        let memory = try DenseHopfield(size: size, order: order, convention: convention)
        try Check.atLeast(1, seeds, "seeds")
        guard initialOverlap >= -1, initialOverlap <= 1 else { throw NeuroError.invalid(name: "initialOverlap", value: "\(initialOverlap)", must: "from -1 to 1") }
        guard !loads.isEmpty else { throw NeuroError.invalid(name: "loads", value: "[]", must: "at least one load") }
        let counts = try loads.elements.map { load in
            let count = (load * Interaction.power(Double(size), order - 1)).rounded()
            guard load > 0, count < 0x1p31 else { throw NeuroError.invalid(name: "loads", value: "\(load)", must: "above 0, and of fewer than 2^31 patterns") }
            try Patterns.check(count: max(1, Int(count)), size: size)
            return max(1, Int(count))
        }
        // The same for all chains, and wrong arguments are told before the first.
        let interaction = Interaction(order: order, convention: convention, size: size, isExact: dynamics != .parallel)
        let first = try Patterns.random(count: 1, size: size)
        _ = try Simulation(
            size: size, stored: first, cues: first, targets: nil, dynamics: dynamics, temperatures: temperatures, replicas: 1, sweeps: sweeps, seed: seed)
        let final = try Pulse.each(counts.count * seeds) { piece, pulse in
            // The largest loads first: the last pieces are then short.
            let column = counts.count - 1 - piece / seeds, own = piece % seeds
            var drawn = Random(seed: seed, stream: column * seeds + own)
            let patterns = try Patterns.random(count: counts[column], size: memory.size, seed: drawn.integer(in: Int.min ... Int.max))
            let cue = try patterns[0 ..< 1].flipped(probability: (1 - initialOverlap) / 2, seed: drawn.integer(in: Int.min ... Int.max))
            let simulation = try Simulation(
                size: size, stored: patterns, cues: cue, targets: nil, dynamics: dynamics, temperatures: temperatures, replicas: 1, sweeps: sweeps,
                seed: drawn.integer(in: Int.min ... Int.max))
            return try patterns.withBits { bits in
                let field = PatternField(patterns, bits, interaction)
                return try (0 ..< temperatures.count).map { t in
                    try pulse.beat(Double(t) / Double(temperatures.count))
                    return try simulation.finalOverlap(t, field, pulse)
                }
            }
        }
        var overlaps = try Matrix(rows: temperatures.count, columns: loads.count, repeating: 0), errors = overlaps
        for t in 0 ..< temperatures.count {
            for column in 0 ..< loads.count {
                let values = (0 ..< seeds).map { final[(loads.count - 1 - column) * seeds + $0][t] }
                let mean = values.reduce(0, +) / Double(seeds)
                let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                try overlaps.set(mean, row: t, column: column)
                try errors.set(seeds > 1 ? (squares / Double(seeds * (seeds - 1))).squareRoot() : 0, row: t, column: column)
            }
        }
        return PhaseDiagram(loads: loads, temperatures: temperatures, overlaps: overlaps, errors: errors)
    }
}

extension Simulation {
    /// Where a chain ends, without its trace.
    func finalOverlap(_ number: Int, _ field: some SpinField, _ pulse: Pulse) throws -> Double {
        var chain = Chain(self, number)
        field.start(chain.state.base)
        for sweep in 0 ..< sweeps where try !chain.sweep(sweep, field, pulse) { break }
        return chain.overlap()
    }
}
