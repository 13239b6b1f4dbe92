import CKernels
import Linear

/// A network of spiking neurons: populations, the connections between them, and the state they are in.
///
/// ```swift
/// var net = try SpikingNetwork(dt: 0.1.ms, seed: 1)
/// let cell = LIF(rest: -49.mV, threshold: -50.mV, reset: -60.mV, refractory: 5.ms, synapses: [.exponential(tau: 5.ms), .exponential(tau: 10.ms)])
/// let cells = try net.add(4_000, cell, name: "cells")
/// try net.connect(cells.slice(0 ..< 3_200), to: cells, .probability(0.02), weight: 1.62, delay: 0.1.ms, synapse: 0)
/// try net.connect(cells.slice(3_200 ..< 4_000), to: cells, .probability(0.02), weight: -9, delay: 0.1.ms, synapse: 1)
/// try net.run(1.seconds)
/// print(net.spikes(of: cells).meanRate)
/// ```
///
/// Time goes in steps of `dt`. A spike happens at a whole number of steps t; with a delay of d ≥ 1 steps it acts in the step from t + d − 1 to t + d, so that
/// what it adds is seen at t + d. (In the networks of Izhikevich, whose steps look for spikes first, a delay of one step acts in the step that finds the spike.)
///
/// State is in single precision. A network is a value: a copy is a snapshot with all that is on its way and the place in the random sequences, and
/// goes on with the same bits. Noise, wiring and sums do not depend on the number of threads either. Any parameter may be changed between runs.
/// A run that is interrupted, or fails, leaves the network as it was before.
public struct SpikingNetwork: Sendable, CustomStringConvertible, Codable {
    /// The step, in ms.
    let dt: Double
    /// The seed of wiring and noise.
    public let seed: Int
    var cells: [CellState] = []
    var projections: [Projection] = []
    /// The steps gone since the beginning.
    var step = 0
    var recorded: [[SpikeChunk]] = []
    var poissonInputs = 0
    var dopamine = Dopamine()
    var monitors: [Monitor] = []

    /// An empty network.
    ///
    /// - Parameters:
    ///   - dt: the time step.
    ///   - seed: selects what is drawn: wiring, weights, delays, noise.
    /// - Throws: `NeuroError.invalid` for a time step that is not above 0.
    public init(dt: Time = 0.1.ms, seed: Int = 0) throws {
        try Check.positive(dt.milliseconds, "dt")
        self.dt = dt.milliseconds
        self.seed = seed
    }

    /// The time step.
    public var timeStep: Time { dt.ms }
    /// How long the network has run.
    public var time: Time { (Double(step) * dt).ms }
    /// How many neurons it has.
    public var neuronCount: Int { cells.reduce(0) { $0 + $1.count } }
    /// How many synapses it has.
    public var synapseCount: Int { projections.reduce(0) { $0 + $1.wiring.count } }
    /// The bytes that the synapses take, all told.
    public var synapseBytes: Int { projections.reduce(0) { $0 + $1.bytes } }

    /// The size of the network, and how long it has run.
    public var description: String {
        "\(neuronCount) neurons in \(cells.count) population\(cells.count == 1 ? "" : "s"), \(synapseCount) synapses, at \(time)"
    }
}

// MARK: Building

extension SpikingNetwork {
    /// Adds neurons.
    ///
    /// - Parameters:
    ///   - count: how many, at least 1.
    ///   - cell: what they are. All begin at rest.
    ///   - name: what the population is called in pictures and messages.
    /// - Throws: `NeuroError.invalid` naming the argument or the parameter that is out of its range.
    public mutating func add(_ count: Int, _ cell: LIF, name: String = "cells") throws -> Population {
        try cell.check()
        return try add(count, .lif(cell), name)
    }

    /// Adds neurons.
    public mutating func add(_ count: Int, _ cell: Izhikevich, name: String = "cells") throws -> Population {
        try cell.check()
        return try add(count, .izhikevich(cell), name)
    }

    /// Adds neurons.
    public mutating func add(_ count: Int, _ cell: Izhikevich2007, name: String = "cells") throws -> Population {
        try cell.check()
        return try add(count, .izhikevich2007(cell), name)
    }

    /// Adds neurons.
    public mutating func add(_ count: Int, _ cell: AdEx, name: String = "cells") throws -> Population {
        try cell.check()
        return try add(count, .adex(cell), name)
    }

    private mutating func add(_ count: Int, _ model: CellModel, _ name: String) throws -> Population {
        try Check.atLeast(1, count, "count")
        guard Double(count) * 64 < Double(Allocation.available()), count <= Int(Int32.max) else {
            throw NeuroError.invalid(name: "count", value: "\(count)", must: "fewer: the neurons would not fit in memory")
        }
        try model.checkSynapses()
        cells.append(CellState(name: name, model: model, count: count))
        recorded.append([])
        return Population(name: name, index: cells.count - 1, range: 0 ..< count)
    }

    /// Connects two populations, or slices of them. Every connection has the same weight and delay, which are stored once.
    ///
    /// - Parameters:
    ///   - source: where the spikes come from.
    ///   - target: where they go.
    ///   - connector: which neurons are connected.
    ///   - weight: the strength, in the unit of the target's synapse (see `Synapse`).
    ///   - delay: how long a spike takes, at least a step.
    ///   - synapse: which of the target's kinds of synapse, from 0.
    ///   - selfConnections: whether a neuron may be connected to itself.
    ///   - repeats: whether `inDegree` and `outDegree` may draw the same pair more than once.
    /// - Throws: `NeuroError` naming the argument that is out of its range, also when the synapses would not fit in memory; nothing is wired then.
    /// - Complexity: O(synapses): about 0.1 s for a million.
    public mutating func connect(
        _ source: Population, to target: Population, _ connector: Connector, weight: Double, delay: Time, synapse: Int = 0, selfConnections: Bool = true,
        repeats: Bool = true
    ) throws {
        try connect(
            source, to: target, connector, weights: .constant(weight), delays: .constant(delay), synapse: synapse, selfConnections: selfConnections, repeats: repeats)
    }

    /// Connects two populations with weights and delays that may differ. See `connect(_:to:_:weight:delay:synapse:selfConnections:repeats:)`.
    ///
    /// - Throws: `NeuroError` naming the argument that is out of its range, also when the synapses would not fit in memory; nothing is wired then.
    public mutating func connect(
        _ source: Population, to target: Population, _ connector: Connector, weights: Weights, delays: Delays, synapse: Int = 0, selfConnections: Bool = true,
        repeats: Bool = true
    ) throws {
        try wire(source, target, connector, weights, delays, synapse: synapse, selfConnections: selfConnections, repeats: repeats, isPlastic: false)
    }

    mutating func wire(
        _ source: Population, _ target: Population, _ connector: Connector, _ weights: Weights, _ delays: Delays, synapse: Int, selfConnections: Bool, repeats: Bool,
        isPlastic: Bool
    ) throws {
        try check(source, "source")
        try check(target, "target")
        try check(synapse: synapse, of: target)
        let plan = WiringPlan(
            sources: source.range, targets: target.range, population: cells[target.index].count, samePopulation: source.index == target.index,
            connector: connector, weights: weights, delays: delays, allowsSelf: selfConnections, allowsRepeats: repeats, dt: dt, seed: seed,
            number: projections.count, isPlastic: isPlastic)
        let wiring = try plan.draw()
        // Plastic synapses act when their spikes arrive, and need no room for what is to come.
        if !isPlastic { cells[target.index].extend(synapse: synapse, longest: wiring.longest, hasOwnDelays: wiring.delays != nil, step: step) }
        projections.append(Projection(source: source, target: target, synapse: synapse, wiring: wiring))
    }

    /// Gives a population noise, in the place of what it had. The strengths may differ between slices of a population; the kind is that of the last call.
    ///
    /// - Throws: `NeuroError.invalid` for parameters out of their range; for noise of one neuron, or uniform noise, on a part of a population.
    public mutating func setNoise(of population: Population, _ noise: Noise) throws {
        try check(population, "population")
        try noise.check()
        var state = cells[population.index]
        let isWhole = population.range == 0 ..< state.count
        var scale: Double?
        switch noise {
        case .normal(let deviation), .ornsteinUhlenbeck(let deviation, _): scale = deviation
        case .none, .uniform, .oneNeuron:
            guard isWhole else { throw NeuroError.invalid(name: "population", value: "\(population)", must: "whole for this kind of noise") }
        }
        if let scale {
            let scales = state.noiseScales?.copy() ?? Buffer<Float>(repeating: 0, count: state.count)
            for i in population.range { scales.base[i] = Float(scale) }
            state.noiseScales = scales
            if case .ornsteinUhlenbeck = noise, state.walk == nil { state.walk = Buffer(repeating: 0, count: state.count) }
        }
        state.noise = noise
        cells[population.index] = state
    }

    func check(_ population: Population, _ name: String) throws {
        guard population.index < cells.count, population.range.upperBound <= cells[population.index].count else {
            throw NeuroError.invalid(name: name, value: "\(population)", must: "a population that was added to this network")
        }
    }

    func check(synapse: Int, of population: Population) throws {
        let count = cells[population.index].receptors.count
        guard synapse >= 0, synapse < count else {
            throw NeuroError.invalid(name: "synapse", value: "\(synapse)", must: "from 0 to \(count - 1), a kind that '\(population.name)' has")
        }
    }
}

/// The synapses from one population to another.
struct Projection: Sendable, Codable {
    let source: Population
    let target: Population
    let synapse: Int
    var wiring: Wiring
    var plasticity: Plasticity?
    var shortTerm: ShortTermState?

    /// The same with buffers of its own for all that a run changes.
    func copy() -> Projection {
        var result = self
        result.plasticity = plasticity?.copy()
        result.shortTerm = shortTerm?.copy()
        return result
    }

    var bytes: Int { wiring.bytes + (plasticity?.bytes ?? 0) }
}
