import Linear

/// Synapses that tire and warm up: the model of Tsodyks and Markram.
///
/// Each source has a store x, which recovers to 1 with τrec, and a release u, which falls back with τfac. A spike first raises u by U (1 − u), then
/// releases u x of the weight, and takes that from the store. M. Tsodyks, K. Pawelzik and H. Markram 1998, doi:10.1162/089976698300017502.
public struct ShortTermPlasticity: Equatable, Sendable, Codable {
    /// U: the part of the store that a spike after a long rest releases.
    public var release: Double
    /// τrec.
    public var recovery: Time
    /// τfac; 0 for none: u is then always U.
    public var facilitation: Time

    /// A rule; by default depressing synapses.
    ///
    /// - Parameters:
    ///   - release: above 0 and at most 1.
    ///   - recovery: above 0.
    ///   - facilitation: at least 0.
    public init(release: Double = 0.5, recovery: Time = 800.ms, facilitation: Time = 0.ms) {
        self.release = release
        self.recovery = recovery
        self.facilitation = facilitation
    }

    func check() throws {
        guard release > 0, release <= 1 else { throw NeuroError.invalid(name: "release", value: "\(release)", must: "above 0 and at most 1") }
        try Check.positive(recovery.milliseconds, "recovery")
        try Check.notNegative(facilitation.milliseconds, "facilitation")
    }
}

/// The stores of a projection's sources.
struct ShortTermState: Sendable, Codable {
    let rule: ShortTermPlasticity
    var u: Buffer<Double>
    var x: Buffer<Double>
    /// The step of the last spike; negative before the first.
    var last: Buffer<Int>
    /// What the spikes of even and of odd times release, each at the place it has in the list of its population's spikes.
    var released: Buffer<Float>
    let population: Int

    init(_ rule: ShortTermPlasticity, population: Int) {
        self.rule = rule
        self.population = population
        u = Buffer(repeating: 0, count: population)
        x = Buffer(repeating: 1, count: population)
        last = Buffer(repeating: -1, count: population)
        released = Buffer(repeating: 1, count: 2 * population)
    }

    func copy() -> ShortTermState {
        var result = self
        result.u = u.copy()
        result.x = x.copy()
        result.last = last.copy()
        result.released = released.copy()
        return result
    }

    /// Takes up a spike of a neuron that is at `place` of its list.
    func spike(_ neuron: Int, place: Int, step: Int, dt: Double) {
        if last.base[neuron] >= 0 {
            let gap = Double(step - last.base[neuron]) * dt
            let fall = rule.facilitation.milliseconds > 0 ? Elementary.exp(-gap / rule.facilitation.milliseconds) : 0
            u.base[neuron] *= fall
            x.base[neuron] = 1 - (1 - x.base[neuron]) * Elementary.exp(-gap / rule.recovery.milliseconds)
        }
        u.base[neuron] += rule.release * (1 - u.base[neuron])
        let amount = u.base[neuron] * x.base[neuron]
        x.base[neuron] -= amount
        last.base[neuron] = step
        released.base[(step & 1) * population + place] = Float(amount)
    }
}

extension SpikingNetwork {
    /// Connects two populations by synapses that tire or warm up. See `connect(_:to:_:weights:delays:synapse:selfConnections:repeats:)`; a weight is what a spike would do that
    /// released the whole store.
    ///
    /// - Throws: `NeuroError` naming the argument that is out of its range, also when the synapses would not fit in memory; nothing is wired then.
    public mutating func connect(
        _ source: Population, to target: Population, _ connector: Connector, weights: Weights, delays: Delays, shortTerm: ShortTermPlasticity, synapse: Int = 0,
        selfConnections: Bool = true, repeats: Bool = true
    ) throws {
        try shortTerm.check()
        try wire(source, target, connector, weights, delays, synapse: synapse, selfConnections: selfConnections, repeats: repeats, isPlastic: false)
        projections[projections.count - 1].shortTerm = ShortTermState(shortTerm, population: cells[source.index].count)
    }
}
