/// Spike-timing-dependent plasticity: a synapse grows when its spikes arrive before the target's, and shrinks when they arrive after.
///
/// Each source has a trace x and each target a trace y, which decay with τ+ and τ− and grow by 1 at a spike. When the target spikes, the weight grows by A+ times the
/// trace x of the spikes that have arrived; when a spike arrives, the weight shrinks by A− y. A spike that arrives in the step in which the target spikes comes
/// after it. Weights stay between 0 and the maximum. S. Song, K. D. Miller and L. F. Abbott 2000, doi:10.1038/78829;
/// traces: A. Morrison, M. Diesmann and W. Gerstner 2008, doi:10.1007/s00422-008-0233-1.
public struct STDP: Equatable, Sendable, Codable {
    /// Which pairs of spikes count.
    public enum Pairing: Equatable, Sendable, Codable {
        /// All pairs: traces add up.
        case allToAll
        /// The nearest ones: a spike sets its trace to 1.
        case nearest
    }

    /// When weights change.
    public enum Change: Equatable, Sendable, Codable {
        /// At once.
        case immediate
        /// What a synapse has gained and lost is collected in c; each interval w becomes w + drift + c, and c becomes keep · c
        /// (E. M. Izhikevich 2006, doi:10.1162/089976606775093882).
        case periodic(every: Time, drift: Double, keep: Double)
        /// The same, with w + (drift + D) c, D the dopamine of the network, which decays with τ (E. M. Izhikevich 2007, doi:10.1093/cercor/bhl152).
        /// `SpikingNetwork.release(dopamine:)` raises it.
        case dopamine(every: Time, drift: Double, keep: Double, tau: Time)
    }

    /// The time constant of the sources' traces.
    public var tauPlus: Time
    /// The time constant of the targets' traces.
    public var tauMinus: Time
    /// A+.
    public var plus: Double
    /// A−.
    public var minus: Double
    /// The largest weight; the smallest is 0.
    public var maximum: Double
    /// Which pairs count.
    public var pairing: Pairing
    /// When weights change.
    public var change: Change

    /// A rule.
    public init(
        tauPlus: Time = 20.ms, tauMinus: Time = 20.ms, plus: Double = 0.01, minus: Double = 0.0105, maximum: Double = 10, pairing: Pairing = .allToAll,
        change: Change = .immediate
    ) {
        self.tauPlus = tauPlus
        self.tauMinus = tauMinus
        self.plus = plus
        self.minus = minus
        self.maximum = maximum
        self.pairing = pairing
        self.change = change
    }
}

extension STDP {
    func check(dt: Double) throws {
        try Check.positive(tauPlus.milliseconds, "tauPlus")
        try Check.positive(tauMinus.milliseconds, "tauMinus")
        try Check.finite([plus, minus], "plus or minus")
        try Check.notNegative(maximum, "maximum")
        switch change {
        case .immediate: break
        case .periodic(let interval, let drift, let keep), .dopamine(let interval, let drift, let keep, _):
            guard interval.milliseconds.isFinite, interval.milliseconds >= dt * 0.999_999 else {
                throw NeuroError.invalid(name: "every", value: "\(interval)", must: "at least the time step, \(dt) ms")
            }
            try Check.finite([drift, keep], "drift or keep")
        }
        if case .dopamine(_, _, _, let tau) = change { try Check.positive(tau.milliseconds, "tau") }
    }
}

/// The plastic part of a projection.
struct Plasticity: Sendable, Codable {
    var rule: STDP
    var weights: Buffer<Float>
    var pending: Buffer<Float>?
    /// One row of sources for each of the last steps: that of time k in row k mod `slots`.
    var traces: Buffer<Float>
    let slots: Int
    /// The traces of the targets' population.
    var post: Buffer<Float>
    let segments: Buffer<UInt16>?
    let places: Buffer<UInt32>
    let synapses: Buffer<UInt32>
    let sources: Buffer<UInt32>

    init(_ rule: STDP, _ wiring: Wiring, sources count: Int, population: Int) {
        self.rule = rule
        weights = wiring.weights?.copy() ?? Buffer(repeating: wiring.weight, count: wiring.count)
        if rule.change != .immediate { pending = Buffer(repeating: 0, count: wiring.count) }
        var slots = 2
        while slots < wiring.longest + 1 { slots *= 2 }
        self.slots = slots
        traces = Buffer(repeating: 0, count: slots * count)
        post = Buffer(repeating: 0, count: population)
        let parts = wiring.parts.count
        places = Buffer(repeating: 0, count: population + 1)
        synapses = Buffer(repeating: 0, count: wiring.count)
        sources = Buffer(repeating: 0, count: wiring.count)
        func target(_ part: Int, _ k: Int) -> Int { Int(wiring.origins.base[part]) + Int(wiring.offsets.base[k]) }
        func forEach(_ body: (Int, Int, Int) -> Void) {
            for s in 0 ..< count {
                for p in 0 ..< parts {
                    for k in Int(wiring.starts.base[s * parts + p]) ..< Int(wiring.starts.base[s * parts + p + 1]) { body(s, target(p, k), k) }
                }
            }
        }
        let (places, synapses, sources) = (places, synapses, sources)
        forEach { _, target, _ in places.base[target + 1] += 1 }
        for i in 0 ..< population { places.base[i + 1] += places.base[i] }
        var next = [UInt32](UnsafeBufferPointer(start: places.base, count: population))
        forEach { source, target, k in
            let place = Int(next[target])
            next[target] += 1
            synapses.base[place] = UInt32(k)
            sources.base[place] = UInt32(source)
        }
        guard let delays = wiring.delays else {
            segments = nil
            return
        }
        let width = wiring.longest + 1
        let table = Buffer<UInt16>(repeating: 0, count: count * parts * width)
        for row in 0 ..< count * parts {
            let start = Int(wiring.starts.base[row]), end = Int(wiring.starts.base[row + 1])
            var k = start
            for d in 0 ..< width {
                while k < end, Int(delays.base[k]) <= d { k += 1 }
                table.base[row * width + d] = UInt16(k - start)
            }
        }
        segments = table
    }

    func copy() -> Plasticity {
        var result = self
        result.weights = weights.copy()
        result.pending = pending?.copy()
        result.traces = traces.copy()
        result.post = post.copy()
        return result
    }

    /// Bytes beyond those of the wiring.
    var bytes: Int { weights.count * 4 + (pending?.count ?? 0) * 4 + synapses.count * 8 + places.count * 4 + (segments?.count ?? 0) * 2 }
}

extension SpikingNetwork {
    /// Connects two populations by synapses that learn. See `connect(_:to:_:weights:delays:synapse:selfConnections:repeats:)`.
    ///
    /// - Parameter plasticity: how they learn. The weights begin as given, and must lie between 0 and the maximum.
    /// - Throws: `NeuroError` naming the argument that is out of its range, also when the synapses would not fit in memory; nothing is wired then.
    public mutating func connect(
        _ source: Population, to target: Population, _ connector: Connector, weights: Weights, delays: Delays, plasticity: STDP, synapse: Int = 0,
        selfConnections: Bool = true, repeats: Bool = true
    ) throws {
        try plasticity.check(dt: dt)
        var after = self
        try after.wire(
            source, target, connector, weights, delays, synapse: synapse, selfConnections: selfConnections, repeats: repeats, isPlastic: true)
        let last = after.projections.count - 1
        let wiring = after.projections[last].wiring
        // (A constant weight was written out for each synapse.)
        if let own = wiring.weights {
            for k in 0 ..< own.count where own.base[k] < 0 || Double(own.base[k]) > plasticity.maximum {
                throw NeuroError.invalid(name: "weights", value: "\(own.base[k])", must: "from 0 to the maximum, \(plasticity.maximum)")
            }
        }
        if let delays = wiring.delays {
            for row in 0 ..< wiring.starts.count - 1 where wiring.starts.base[row + 1] - wiring.starts.base[row] > 65_535 && delays.count > 0 {
                throw NeuroError.invalid(name: "connector", value: "\(connector.short)", must: "one of at most 65,535 synapses for each source")
            }
        }
        after.projections[last].plasticity = Plasticity(plasticity, wiring, sources: source.count, population: cells[target.index].count)
        // The weights are the plastic ones from now on.
        after.projections[last].wiring.weights = nil
        after.cells[source.index].historyLength = max(after.cells[source.index].historyLength, wiring.longest)
        self = after
    }

    /// Changes how the synapses between two populations learn, between runs. Weights, traces and changes that wait stay.
    ///
    /// - Throws: `NeuroError.invalid` where no plastic synapses connect exactly these, for a rule out of its range, for one that changes weights at once in the place of one that gathers changes
    ///   (or the reverse), and for a maximum below a weight.
    public mutating func setPlasticity(from source: Population, to target: Population, to plasticity: STDP) throws {
        try plasticity.check(dt: dt)
        try check(source, "source")
        try check(target, "target")
        var after = projections
        var isFound = false
        for index in after.indices where after[index].source == source && after[index].target == target {
            guard let old = after[index].plasticity else { continue }
            isFound = true
            guard (old.pending == nil) == (plasticity.change == .immediate) else {
                throw NeuroError.invalid(name: "change", value: "\(plasticity.change)", must: "at once or gathered, as it was: \(old.rule.change)")
            }
            for k in 0 ..< old.weights.count where Double(old.weights.base[k]) > plasticity.maximum {
                throw NeuroError.invalid(name: "maximum", value: "\(plasticity.maximum)", must: "at least every weight, \(old.weights.base[k]) among them")
            }
            after[index].plasticity?.rule = plasticity
        }
        guard isFound else { throw NeuroError.invalid(name: "source", value: "\(source)", must: "connected to '\(target.name)' by plastic synapses") }
        projections = after
    }
}
