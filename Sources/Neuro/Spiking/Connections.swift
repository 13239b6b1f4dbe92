import Linear

/// The connections from one population to another, one by one.
public struct Connections: Equatable, Sendable, Codable {
    /// The source of each, counted from the first neuron of the source's population.
    public let sources: [Int]
    /// The target of each, counted from the first neuron of the target's population.
    public let targets: [Int]
    /// The weight of each.
    public let weights: Vector
    /// The delay of each, in ms.
    public let delays: Vector

    /// How many there are.
    public var count: Int { sources.count }
}

extension SpikingNetwork {
    /// The connections from one population (or slice) to another as they are now, in the order in which they were wired, source after source.
    ///
    /// - Throws: `NeuroError.invalid` for a population of another network.
    /// - Complexity: O(synapses), with 32 bytes for each.
    public func connections(from source: Population, to target: Population) throws -> Connections {
        try check(source, "source")
        try check(target, "target")
        var sources: [Int] = [], targets: [Int] = [], weights: [Double] = [], delays: [Double] = []
        for projection in projections where projection.source.index == source.index && projection.target.index == target.index {
            let origin = projection.source.range.lowerBound
            projection.forEach { from, to, weight, delay in
                guard source.range.contains(origin + from), target.range.contains(to) else { return }
                sources.append(origin + from - source.range.lowerBound)
                targets.append(to - target.range.lowerBound)
                weights.append(Double(weight))
                delays.append(Double(delay) * dt)
            }
        }
        return Connections(sources: sources, targets: targets, weights: Vector(weights), delays: Vector(delays))
    }
}

extension Projection {
    /// Calls `body` with source (from the first of the slice), target (in its population), weight and delay in steps of each synapse.
    func forEach(_ body: (Int, Int, Float, Int) -> Void) {
        let weights = wiring.dense ?? plasticity?.weights ?? wiring.weights
        forEachPlace { source, target, place in
            body(source, target, weights.map { $0.base[place] } ?? wiring.weight, wiring.delays.map { Int($0.base[place]) } ?? wiring.delay)
        }
    }

    /// Calls `body` with source, target and place in the lists of weights and delays of each synapse.
    func forEachPlace(_ body: (Int, Int, Int) -> Void) {
        if wiring.dense != nil {
            for s in 0 ..< source.count { for t in 0 ..< target.count { body(s, target.range.lowerBound + t, s * target.count + t) } }
        }
        let parts = wiring.parts.count
        for s in 0 ..< source.count {
            for p in 0 ..< parts {
                let origin = Int(wiring.origins.base[p])
                for k in Int(wiring.starts.base[s * parts + p]) ..< Int(wiring.starts.base[s * parts + p + 1]) {
                    body(s, origin + Int(wiring.offsets.base[k]), k)
                }
            }
        }
    }
}
