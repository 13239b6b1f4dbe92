import Linear

/// What came of a run of a memory's dynamics: one chain of states for each cue, temperature and replica.
///
/// Chains are numbered with the replica fastest, then the temperature, then the cue: chain (cue · temperatures + temperature) · replicas + replica.
public struct MemoryRun: Equatable, Sendable, CustomStringConvertible, Codable {
    /// How many cues there were.
    public let cueCount: Int
    /// The temperatures, in the units of the fields.
    public let temperatures: Vector
    /// How many chains were run for each cue and temperature.
    public let replicas: Int
    /// The state in which each chain ended.
    public let states: Patterns
    /// The energy of each chain (columns) at the start and after each sweep (rows: sweeps + 1).
    public let energies: Matrix
    /// The overlap of each chain (columns) with its target at the start and after each sweep (rows: sweeps + 1).
    public let overlaps: Matrix
    /// After how many sweeps each chain had come to rest: the sweep that changed nothing any more and nothing could; −1 if it had not.
    public let restingSweeps: [Int]

    /// How many sweeps were made.
    public var sweeps: Int { overlaps.rows - 1 }
    /// How many chains there were.
    public var chainCount: Int { overlaps.columns }

    /// The number of a chain.
    ///
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func chain(cue: Int, temperature: Int = 0, replica: Int = 0) throws -> Int {
        guard cue >= 0, cue < cueCount else { throw NeuroError.invalid(name: "cue", value: "\(cue)", must: "in 0..<\(cueCount)") }
        guard temperature >= 0, temperature < temperatures.count else {
            throw NeuroError.invalid(name: "temperature", value: "\(temperature)", must: "the place of a temperature, in 0..<\(temperatures.count)")
        }
        guard replica >= 0, replica < replicas else { throw NeuroError.invalid(name: "replica", value: "\(replica)", must: "in 0..<\(replicas)") }
        return (cue * temperatures.count + temperature) * replicas + replica
    }

    /// The state in which a chain ended.
    ///
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public func state(cue: Int, temperature: Int = 0, replica: Int = 0) throws -> Vector {
        try states[chain(cue: cue, temperature: temperature, replica: replica)]
    }

    /// The overlap of each chain with its target at the end.
    public var finalOverlaps: Vector {
        let last = overlaps.elements.suffix(chainCount)
        return Vector(Array(last))
    }

    /// For each temperature, the mean of the final overlaps of its chains.
    public var meanOverlaps: Vector { Vector(groups.map { $0.reduce(0, +) / Double($0.count) }) }

    /// For each temperature, the standard error of that mean; 0 for a single chain.
    public var overlapErrors: Vector {
        Vector(
            groups.map { group in
                let mean = group.reduce(0, +) / Double(group.count)
                let squares = group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                return group.count > 1 ? (squares / Double(group.count * (group.count - 1))).squareRoot() : 0
            })
    }

    private var groups: [[Double]] {
        let final = finalOverlaps.elements
        return (0 ..< temperatures.count).map { t in final.indices.filter { $0 / replicas % temperatures.count == t }.map { final[$0] } }
    }

    /// How many chains, of how many sweeps.
    public var description: String {
        "\(chainCount) chain\(chainCount == 1 ? "" : "s") of \(sweeps) sweep\(sweeps == 1 ? "" : "s"): \(cueCount) cue\(cueCount == 1 ? "" : "s"), "
            + "\(temperatures.count) temperature\(temperatures.count == 1 ? "" : "s"), \(replicas) replica\(replicas == 1 ? "" : "s")"
    }
}
