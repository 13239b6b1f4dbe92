import Linear

/// The network of the distal reward problem, with the two cells whose order of firing is rewarded.
public struct RewardedNetwork: Sendable, Codable {
    /// The network. Run it: `try rewarded.network.run(60.seconds)`.
    public var network: SpikingNetwork
    /// All neurons.
    public let cells: Population
    /// The excitatory ones.
    public let excitatory: Population
    /// The inhibitory ones.
    public let inhibitory: Population
    /// The neuron that must fire first.
    public let cause: Population
    /// Its target, which must fire next.
    public let effect: Population

    /// The weight of the synapse from the one to the other.
    ///
    /// - Throws: `NeuroError.invalid` if the network was replaced by another one.
    public func weight() throws -> Double {
        let weights = try network.connections(from: cause, to: effect).weights
        guard weights.count == 1 else { throw NeuroError.invalid(name: "network", value: "\(network)", must: "the one that was built with the two neurons") }
        return weights.elements[0]
    }
}

extension Networks {
    /// The distal reward problem of Izhikevich 2007: `dopamine2007`, in which one synapse begins at 0, and 0.5 of dopamine is released 1 to 3 s after each time its target fires
    /// within 20 ms after its source. The synapse grows to its maximum, though thousands of spikes lie between its deed and the reward. doi:10.1093/cercor/bhl152.
    ///
    /// ```swift
    /// var rewarded = try Networks.distalReward2007(seed: 1)
    /// for _ in 0 ..< 20 {
    ///     try rewarded.network.run(60.seconds)
    ///     print(try rewarded.weight())
    /// }
    /// ```
    ///
    /// - Parameter seed: selects wiring, input, and the times of the rewards.
    public static func distalReward2007(seed: Int = 0) throws -> RewardedNetwork {
        let standard = try dopamine2007(seed: seed)
        var network = standard.network
        let cause = try standard.excitatory.slice(0 ..< 1)
        // An excitatory target that the cell has once: targets are drawn with replacement.
        let targets = try network.connections(from: cause, to: standard.excitatory).targets
        guard let target = targets.first(where: { target in targets.count { $0 == target } == 1 }) else {
            throw NeuroError.invalid(name: "seed", value: "\(seed)", must: "another: the first cell has no target of its own")
        }
        let effect = try standard.excitatory.slice(target ..< target + 1)
        try network.setWeights(from: cause, to: effect, to: 0)
        try network.reward(effect, after: cause, within: 20.ms, dopamine: 0.5, from: 1.seconds, to: 3.seconds)
        return RewardedNetwork(
            network: network, cells: standard.cells, excitatory: standard.excitatory, inhibitory: standard.inhibitory, cause: cause, effect: effect)
    }
}
