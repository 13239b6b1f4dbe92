import Linear

extension SpikingNetwork {
    /// Sets the weight of all synapses from one population (or slice) to another.
    ///
    /// - Throws: `NeuroError` for a weight that is not finite, or beyond the bounds of plastic synapses, and for synapses that share one weight with others that are to keep it.
    /// - Complexity: O(synapses between the populations of the two).
    public mutating func setWeights(from source: Population, to target: Population, to weight: Double) throws {
        try Check.finite([weight], "weight")
        try change(source, target, shared: weight) { _, _ in weight }
    }

    /// Sets the weight of each synapse from one population (or slice) to another.
    ///
    /// - Parameter weights: one for each of `connections(from:to:)`, in that order.
    /// - Throws: `NeuroError` unless there is one finite weight for each, within the bounds of plastic synapses; and for synapses that share one weight.
    public mutating func setWeights(from source: Population, to target: Population, to weights: Vector) throws {
        try Check.finite(weights.elements, "weights")
        let count = try connections(from: source, to: target).count
        guard weights.count == count else { throw NeuroError.shape(name: "weights", shape: [weights.count], must: "one for each of the \(count) connections") }
        let values = weights.elements
        try change(source, target) { number, _ in values[number] }
    }

    /// Replaces the weight of each synapse between two slices; `body` gets its number among them and its weight.
    ///
    /// - Parameter shared: the same weight for all, which synapses that share theirs can take where all of them are meant.
    private mutating func change(_ source: Population, _ target: Population, shared: Double? = nil, _ body: (Int, Float) -> Double) throws {
        try check(source, "source")
        try check(target, "target")
        var after = projections
        var number = 0
        for index in after.indices where after[index].source.index == source.index && after[index].target.index == target.index {
            let projection = after[index], origin = projection.source.range.lowerBound
            if let shared, projection.sharesWeight, projection.isWithin(source, target) {
                after[index].wiring.weight = Float(shared)
                continue
            }
            let old = projection.wiring.dense ?? projection.plasticity?.weights ?? projection.wiring.weights
            let new = old?.copy()
            let bounds = projection.plasticity.map { 0 ... Float($0.rule.maximum) } ?? -.infinity ... .infinity
            var failure: NeuroError?
            projection.forEachPlace { from, to, place in
                guard failure == nil, source.range.contains(origin + from), target.range.contains(to) else { return }
                guard let new else {
                    failure = .invalid(
                        name: "weight", value: "\(projection.wiring.weight)",
                        must: "of its own for each synapse: connect with weights that are drawn or given one by one, or plastic")
                    return
                }
                let weight = Float(body(number, new.base[place]))
                number += 1
                if !bounds.contains(weight) { failure = .invalid(name: "weight", value: "\(weight)", must: "from 0 to the maximum, \(bounds.upperBound)") }
                new.base[place] = weight
            }
            if let failure { throw failure }
            if projection.wiring.dense != nil {
                after[index].wiring.dense = new
            } else if let new, projection.plasticity != nil {
                after[index].plasticity?.weights = new
            } else if let new {
                after[index].wiring.weights = new
            }
        }
        projections = after
    }
}

extension Projection {
    /// Whether all synapses have one weight, stored once.
    fileprivate var sharesWeight: Bool { wiring.dense == nil && wiring.weights == nil && plasticity == nil }

    fileprivate func isWithin(_ source: Population, _ target: Population) -> Bool {
        func covers(_ all: Range<Int>, _ part: Range<Int>) -> Bool { all.lowerBound <= part.lowerBound && part.upperBound <= all.upperBound }
        return covers(source.range, self.source.range) && covers(target.range, self.target.range)
    }
}
