import Linear

/// A standard network, ready to run, with its populations by name.
public struct StandardNetwork: Sendable, Codable {
    /// The network. Run it: `try standard.network.run(1.seconds)`.
    public var network: SpikingNetwork
    /// All neurons.
    public let cells: Population
    /// The excitatory ones.
    public let excitatory: Population
    /// The inhibitory ones.
    public let inhibitory: Population
}

/// Networks from papers, each with the published parameters.
public enum Networks {
    /// The regimes of `brunel2000`, as (g, η): how much stronger inhibition is, and the input's rate over the one that would just reach the threshold.
    public enum BrunelRegime: Equatable, Sendable, CaseIterable, Codable {
        /// g = 3, η = 2: neurons fire in lockstep, as often as the refractory time lets them.
        case synchronousRegular
        /// g = 6, η = 4: a fast oscillation of the population, irregular neurons.
        case fastOscillation
        /// g = 5, η = 2: stationary activity, irregular neurons.
        case asynchronousIrregular
        /// g = 4.5, η = 0.9: a slow oscillation of the population, irregular neurons.
        case slowOscillation

        /// The relative strength g of inhibition.
        public var inhibition: Double {
            switch self {
            case .synchronousRegular: 3
            case .fastOscillation: 6
            case .asynchronousIrregular: 5
            case .slowOscillation: 4.5
            }
        }

        /// The relative rate η of the input.
        public var drive: Double {
            switch self {
            case .synchronousRegular, .asynchronousIrregular: 2
            case .fastOscillation: 4
            case .slowOscillation: 0.9
            }
        }
    }

    /// How synapses act in `vogelsAbbott`.
    public enum VogelsAbbottSynapses: Equatable, Sendable, Codable {
        /// Currents (CUBA): a network without any drive that goes on by itself at 5 to 6 Hz.
        case currents
        /// Conductances (COBA).
        case conductances
    }

    /// The thousand randomly coupled neurons of Izhikevich 2003: 80 % excitatory of varied kinds, noise, all to all; dt = 1 ms, `published2003`.
    ///
    /// With r uniform for each cell, excitatory cells have c = −65 + 15 r², d = 8 − 6 r²; inhibitory ones a = 0.02 + 0.08 r, b = 0.25 − 0.05 r. Weights are
    /// uniform in 0 … 0.5 and −1 … 0; noise is 5 N(0, 1) and 2 N(0, 1). doi:10.1109/TNN.2003.820440. The mean rate is 7.24 ± 0.09 Hz (10 seeds, 4 s).
    ///
    /// - Parameters:
    ///   - neurons: how many, at least 5. The weights are scaled by 1000/neurons, so that the input stays what it was.
    ///   - seed: selects cells, weights and noise.
    /// - Throws: `NeuroError.invalid` for fewer neurons, or more than fit in memory.
    public static func izhikevich2003(neurons: Int = 1000, seed: Int = 0) throws -> StandardNetwork {
        try Check.atLeast(5, neurons, "neurons")
        var net = try SpikingNetwork(dt: 1.ms, seed: seed)
        let (cells, e, i) = try mixedCells(&net, neurons)
        let scale = 1000 / Double(neurons)
        try net.connect(e, to: cells, .allToAll, weights: .uniform(0, 0.5 * scale), delays: .constant(1.ms))
        try net.connect(i, to: cells, .allToAll, weights: .uniform(-scale, 0), delays: .constant(1.ms))
        return StandardNetwork(network: net, cells: cells, excitatory: e, inhibitory: i)
    }

    /// Sparse network of the cells of `izhikevich2003`: each neuron reaches `outDegree` random ones, with weights uniform in 0 … 4 and −12 … 0.
    ///
    /// - Parameters:
    ///   - neurons: how many, at least 5.
    ///   - outDegree: how many targets a neuron has; drawn with replacement.
    ///   - longestDelay: excitatory delays are uniform in 1 ms … this; inhibitory ones are 1 ms.
    ///   - plasticity: how excitatory synapses learn; by default not.
    ///   - seed: selects cells, wiring and noise.
    /// - Throws: `NeuroError.invalid` for arguments out of their range, or more synapses than fit in memory.
    public static func sparseIzhikevich(
        neurons: Int = 10_000, outDegree: Int = 100, longestDelay: Time = Time(milliseconds: 1), plasticity: STDP? = nil, seed: Int = 0
    ) throws -> StandardNetwork {
        try Check.atLeast(5, neurons, "neurons")
        var net = try SpikingNetwork(dt: 1.ms, seed: seed)
        let (cells, e, i) = try mixedCells(&net, neurons)
        let delays = longestDelay == 1.ms ? Delays.constant(1.ms) : .uniform(1.ms, longestDelay)
        if let plasticity {
            try net.connect(e, to: cells, .outDegree(outDegree), weights: .uniform(0, 4), delays: delays, plasticity: plasticity)
        } else {
            try net.connect(e, to: cells, .outDegree(outDegree), weights: .uniform(0, 4), delays: delays)
        }
        try net.connect(i, to: cells, .outDegree(outDegree), weights: .uniform(-12, 0), delays: .constant(1.ms))
        return StandardNetwork(network: net, cells: cells, excitatory: e, inhibitory: i)
    }

    /// Four fifths excitatory, one fifth inhibitory cells of Izhikevich 2003, with noise.
    private static func mixedCells(_ net: inout SpikingNetwork, _ neurons: Int) throws -> (Population, Population, Population) {
        let excitatory = neurons * 4 / 5
        let cells = try net.add(neurons, Izhikevich(), name: "cells")
        let e = try cells.slice(0 ..< excitatory), i = try cells.slice(excitatory ..< neurons)
        var random = Random(seed: net.seed, stream: 0x6365_6c6c)
        let re = try random.uniform(count: e.count).elements, ri = try random.uniform(count: i.count).elements
        try net.set(.c, of: e, to: Vector(re.map { -65 + 15 * $0 * $0 }))
        try net.set(.d, of: e, to: Vector(re.map { 8 - 6 * $0 * $0 }))
        try net.set(.a, of: i, to: Vector(ri.map { 0.02 + 0.08 * $0 }))
        try net.set(.b, of: i, to: Vector(ri.map { 0.25 - 0.05 * $0 }))
        try net.set(.d, of: i, to: 2)
        try net.set(.u, of: i, to: Vector(ri.map { -65 * (0.25 - 0.05 * $0) }))
        try net.setNoise(of: e, .normal(standardDeviation: 5))
        try net.setNoise(of: i, .normal(standardDeviation: 2))
        return (cells, e, i)
    }

    /// The sparse network of excitatory and inhibitory integrate-and-fire neurons of Brunel 2000, model A.
    ///
    /// LIF with delta synapses, τ 20 ms, threshold 20 mV, reset 10 mV above rest, refractory 2 ms; each neuron has `excitatory`/10 excitatory and
    /// `excitatory`/40 inhibitory sources drawn with replacement, weights 0.1 mV and −0.1 g mV, delay 1.5 ms, and Poisson input at η times the rate that just
    /// reaches the threshold; dt = 0.1 ms. N. Brunel, J. Comput. Neurosci. 8 (2000), doi:10.1023/A:1008925309027. At (5, 2): 37.4 Hz.
    ///
    /// - Parameters:
    ///   - regime: g and η.
    ///   - excitatory: how many excitatory neurons, a multiple of 40; a quarter as many are inhibitory. The weights are scaled by 10,000/`excitatory`.
    ///   - seed: selects wiring and input.
    /// - Throws: `NeuroError.invalid` for another number of neurons, or more than fit in memory.
    public static func brunel2000(_ regime: BrunelRegime = .asynchronousIrregular, excitatory: Int = 10_000, seed: Int = 0) throws -> StandardNetwork {
        guard excitatory >= 40, excitatory % 40 == 0 else {
            throw NeuroError.invalid(name: "excitatory", value: "\(excitatory)", must: "a multiple of 40, at least 40")
        }
        var net = try SpikingNetwork(dt: 0.1.ms, seed: seed)
        let cell = LIF(tau: 20.ms, rest: 0.mV, threshold: 20.mV, reset: 10.mV, refractory: 2.ms, synapses: [.delta])
        let cells = try net.add(excitatory * 5 / 4, cell, name: "cells")
        let e = try cells.slice(0 ..< excitatory), i = try cells.slice(excitatory ..< cells.count)
        let sources = excitatory / 10
        let weight = 0.1 * 1000 / Double(sources)
        try net.connect(e, to: cells, .inDegree(sources), weight: weight, delay: 1.5.ms)
        try net.connect(i, to: cells, .inDegree(sources / 4), weight: -regime.inhibition * weight, delay: 1.5.ms)
        // ν_θ = θ / (J C τ), for each of the C external sources.
        let rate = regime.drive * 20 / (weight * 20) * 1000
        try net.addPoisson(to: cells, rate: rate.Hz, weight: weight)
        return StandardNetwork(network: net, cells: cells, excitatory: e, inhibitory: i)
    }

    /// The self-sustained network of Vogels and Abbott, as in the benchmark of Brette et al. 2007: 4000 LIF neurons, a fifth inhibitory, connected with probability 0.02.
    ///
    /// Currents: τ 20, τe 5, τi 10 ms, rest −49, threshold −50, reset −60 mV, refractory 5 ms, weights 1.62 and −9 mV, potentials begin uniform in −60 … −50 mV.
    /// Conductances: C 200 pF, leak 10 nS, rest −60 mV, weights 6 and 67 nS with reversal potentials 0 and −80 mV; potentials begin at −60 + 5 (N(0, 1) − 1) mV, conductances
    /// at (4 + 1.5 N(0, 1)) · 10 and (20 + 12 N(0, 1)) · 10 nS. Delays are 0.1 ms; dt = 0.1 ms.
    /// T. P. Vogels and L. F. Abbott 2005, doi:10.1523/JNEUROSCI.3508-05.2005; R. Brette et al. 2007, doi:10.1007/s10827-007-0038-6. The currents give 5.1 to 5.9 Hz; the conductances
    /// 17 to 20 Hz, and from some beginnings they die out.
    ///
    /// - Parameters:
    ///   - synapses: currents or conductances.
    ///   - seed: selects wiring and the beginning.
    public static func vogelsAbbott(_ synapses: VogelsAbbottSynapses = .currents, seed: Int = 0) throws -> StandardNetwork {
        var net = try SpikingNetwork(dt: 0.1.ms, seed: seed)
        let isCurrent = synapses == .currents
        let kinds: [Synapse] =
            isCurrent
            ? [.exponential(tau: 5.ms), .exponential(tau: 10.ms)]
            : [.conductance(tau: 5.ms, reversal: 0.mV), .conductance(tau: 10.ms, reversal: -(80.mV))]
        let cell = LIF(
            tau: 20.ms, rest: -((isCurrent ? 49.0 : 60.0).mV), threshold: -(50.mV), reset: -(60.mV), refractory: 5.ms, capacitance: 200.pF, synapses: kinds)
        let cells = try net.add(4_000, cell, name: "cells")
        let e = try cells.slice(0 ..< 3_200), i = try cells.slice(3_200 ..< 4_000)
        try net.connect(e, to: cells, .probability(0.02), weight: isCurrent ? 1.62 : 6, delay: 0.1.ms, synapse: 0)
        try net.connect(i, to: cells, .probability(0.02), weight: isCurrent ? -9 : 67, delay: 0.1.ms, synapse: 1)
        var random = Random(seed: seed, stream: 0x766f_6765)
        if isCurrent {
            try net.set(.v, of: cells, to: random.uniform(count: 4_000, in: -60 ..< -50))
        } else {
            try net.set(.v, of: cells, to: random.normal(count: 4_000, mean: -65, standardDeviation: 5))
            try net.set(.synapse(0), of: cells, to: Vector(random.normal(count: 4_000, mean: 40, standardDeviation: 15).elements.map { max(0, $0) }))
            try net.set(.synapse(1), of: cells, to: Vector(random.normal(count: 4_000, mean: 200, standardDeviation: 120).elements.map { max(0, $0) }))
        }
        return StandardNetwork(network: net, cells: cells, excitatory: e, inhibitory: i)
    }

    /// The network of Izhikevich 2006 in which polychronous groups arise: 800 regular and 200 fast spiking cells, 100 distinct targets each, delays, and STDP.
    ///
    /// Excitatory cells reach all with delays of 1 to 20 ms, weights 6; inhibitory ones reach excitatory ones after 1 ms with −5. In each ms one random cell gets a
    /// current of 20. Traces decay by 0.95 a ms; nearest pairs change a derivative by 0.1 and −0.12, which each second adds itself and 0.01 to the weight
    /// (within 0 … 10) and is then multiplied by 0.9. Scheme `published2003`. doi:10.1162/089976606775093882; ModelDB 115968.
    ///
    /// An excitatory cell has five targets for each delay, as in the published program. `polychronousGroups` finds the groups once the network has run for long.
    ///
    /// - Parameter seed: selects wiring, delays and input.
    public static func polychronous2006(seed: Int = 0) throws -> StandardNetwork {
        var net = try SpikingNetwork(dt: 1.ms, seed: seed)
        let (cells, e, i) = try twoKinds(&net)
        try net.setNoise(of: cells, .oneNeuron(20))
        let rule = STDP(
            tauPlus: decayTime, tauMinus: decayTime, plus: 0.1, minus: 0.12, maximum: 10, pairing: .nearest,
            change: .periodic(every: 1.seconds, drift: 0.01, keep: 0.9))
        try net.connect(
            e, to: cells, .outDegree(100), weights: .constant(6), delays: .even(1.ms, 20.ms), plasticity: rule, selfConnections: false, repeats: false)
        try net.connect(i, to: e, .outDegree(100), weight: -5, delay: 1.ms, repeats: false)
        return StandardNetwork(network: net, cells: cells, excitatory: e, inhibitory: i)
    }

    /// The network of Izhikevich 2007 that solves the distal reward problem: as `polychronous2006`, with a delay of 1 ms everywhere and dopamine.
    ///
    /// Targets are drawn with replacement; weights are 1 (within 0 … 4) and −1; every cell gets 13 (U − 0.5) each ms; pairs change the eligibility by 0.1 and −0.15, which every
    /// 10 ms adds (0.002 + dopamine) times itself to the weight and is then multiplied by 0.99; dopamine decays by 0.995 a ms. Reward is for the user to give,
    /// `network.release(dopamine: 0.5)`; `distalReward2007` has that of the paper. doi:10.1093/cercor/bhl152; ModelDB 84167.
    ///
    /// - Parameter seed: selects wiring and input.
    public static func dopamine2007(seed: Int = 0) throws -> StandardNetwork {
        var net = try SpikingNetwork(dt: 1.ms, seed: seed)
        let (cells, e, i) = try twoKinds(&net)
        try net.setNoise(of: cells, .uniform(-6.5, 6.5))
        // -1 / ln 0.995 ms.
        let rule = STDP(
            tauPlus: decayTime, tauMinus: decayTime, plus: 0.1, minus: 0.15, maximum: 4, pairing: .nearest,
            change: .dopamine(every: 10.ms, drift: 0.002, keep: 0.99, tau: 199.499_582_288_356_12.ms))
        try net.connect(e, to: cells, .outDegree(100), weights: .constant(1), delays: .constant(1.ms), plasticity: rule, selfConnections: false)
        try net.connect(i, to: e, .outDegree(100), weight: -1, delay: 1.ms)
        return StandardNetwork(network: net, cells: cells, excitatory: e, inhibitory: i)
    }

    /// The time constant with which 0.95 is left after 1 ms: −1 / ln 0.95 ms.
    private static var decayTime: Time { 19.495_725_746_223_673.ms }

    /// 800 regular and 200 fast spiking cells.
    private static func twoKinds(_ net: inout SpikingNetwork) throws -> (Population, Population, Population) {
        let cells = try net.add(1_000, Izhikevich.regularSpiking, name: "cells")
        let e = try cells.slice(0 ..< 800), i = try cells.slice(800 ..< 1_000)
        try net.set(.a, of: i, to: 0.1)
        try net.set(.d, of: i, to: 2)
        return (cells, e, i)
    }
}
