import Linear

extension SpikingNetwork {
    /// Multiplies the weights of all synapses from one population onto each neuron of another: what homeostasis does, between runs.
    ///
    /// ```swift
    /// // Each neuron draws its input up or down until it fires at 5 Hz (G. G. Turrigiano et al. 1998, doi:10.1038/36103).
    /// for second in 0 ..< 20 {
    ///     try net.run(1.seconds)
    ///     let rates = try net.spikes(of: cells).between(Double(second).seconds, Double(second + 1).seconds).rates
    ///     try net.scaleWeights(from: excitatory, to: cells, by: 1 + (5 - rates) * 0.02)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - source: where the synapses come from; all or none of what was connected together must be in it.
    ///   - target: whose inputs are scaled.
    ///   - factors: one number for each target, at least 0. Plastic weights stay at most at their maximum.
    /// - Throws: `NeuroError` for factors that are negative or not finite or not one for each neuron, and for synapses that share one weight.
    /// - Complexity: O(synapses).
    public mutating func scaleWeights(from source: Population, to target: Population, by factors: Vector) throws {
        try check(source, "source")
        try check(target, "target")
        guard factors.count == target.count else {
            throw NeuroError.shape(name: "factors", shape: [factors.count], must: "one for each of the \(target.count) neurons")
        }
        try Check.finite(factors.elements, "factors")
        if let bad = factors.elements.first(where: { $0 < 0 }) { throw NeuroError.invalid(name: "factors", value: "\(bad)", must: "at least 0") }
        var after = projections
        let scales = factors.elements.map { Float($0) }
        for index in after.indices {
            let projection = after[index]
            guard projection.source.index == source.index, projection.target.index == target.index, projection.source.range.overlaps(source.range) else { continue }
            guard source.range.contains(projection.source.range.lowerBound), source.range.contains(projection.source.range.upperBound - 1) else {
                throw NeuroError.invalid(name: "source", value: "\(source)", must: "all or none of the sources that were connected together")
            }
            after[index] = try scaled(projection, target.range, scales)
        }
        projections = after
    }

    private func scaled(_ projection: Projection, _ targets: Range<Int>, _ scales: [Float]) throws -> Projection {
        var result = projection
        let width = projection.target.count
        if let dense = projection.wiring.dense?.copy() {
            for target in projection.target.range.clamped(to: targets) {
                let column = target - projection.target.range.lowerBound, scale = scales[target - targets.lowerBound]
                for row in 0 ..< projection.source.count { dense.base[row * width + column] *= scale }
            }
            result.wiring.dense = dense
            return result
        }
        guard let weights = (projection.plasticity?.weights ?? projection.wiring.weights)?.copy() else {
            throw NeuroError.invalid(name: "weight", value: "\(projection.wiring.weight)", must: "of its own for each synapse: connect with weights that are drawn, or plastic")
        }
        let maximum = projection.plasticity.map { Float($0.rule.maximum) } ?? .infinity
        let wiring = projection.wiring, parts = wiring.parts.count
        for s in 0 ..< projection.source.count {
            for p in 0 ..< parts {
                let origin = Int(wiring.origins.base[p])
                for k in Int(wiring.starts.base[s * parts + p]) ..< Int(wiring.starts.base[s * parts + p + 1]) {
                    let target = origin + Int(wiring.offsets.base[k])
                    if targets.contains(target) { weights.base[k] = min(maximum, weights.base[k] * scales[target - targets.lowerBound]) }
                }
            }
        }
        if projection.plasticity != nil { result.plasticity?.weights = weights } else { result.wiring.weights = weights }
        return result
    }
}
