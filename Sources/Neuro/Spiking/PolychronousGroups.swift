import Linear

/// A polychronous group: neurons that fire one after the other in a fixed pattern of times, not at once, because the delays between them fit together.
public struct PolychronousGroup: Equatable, Sendable, Codable {
    /// One spike of a group.
    public struct Spike: Equatable, Sendable, Codable {
        /// The neuron, counted from the first of its population's whole.
        public let neuron: Int
        /// When it fires, in ms from the beginning of the group.
        public let time: Double
        /// How many links there are on the longest way to it from an anchor.
        public let path: Int

        /// A spike.
        public init(neuron: Int, time: Double, path: Int) {
            self.neuron = neuron
            self.time = time
            self.path = path
        }
    }

    /// A spike that helped to cause another.
    public struct Link: Equatable, Sendable, Codable {
        /// The place of the one that helped among the group's spikes.
        public let from: Int
        /// The place of the other.
        public let to: Int
        /// The delay between them, in ms.
        public let delay: Double

        /// A link.
        public init(from: Int, to: Int, delay: Double) {
            self.from = from
            self.to = to
            self.delay = delay
        }
    }

    /// The neuron whose three inputs the anchors are.
    public let mother: Int
    /// The spikes, those of the anchors first, then as they come.
    public let spikes: [Spike]
    /// Which spikes led to which.
    public let links: [Link]

    /// A group from elsewhere.
    public init(mother: Int, spikes: [Spike], links: [Link]) {
        self.mother = mother
        self.spikes = spikes
        self.links = links
    }

    /// The number of links on the longest way through the group.
    public var longestPath: Int { spikes.map(\.path).max() ?? 0 }
    /// When the last neuron fires, in ms.
    public var duration: Double { spikes.map(\.time).max() ?? 0 }
    /// The spikes as those of a population, for pictures.
    ///
    /// - Throws: `NeuroError.invalid` if there are not that many neurons.
    public func spikes(neuronCount: Int) throws -> Spikes {
        let sorted = spikes.sorted { ($0.time, $0.neuron) < ($1.time, $1.neuron) }
        return try Spikes(times: Vector(sorted.map(\.time)), neurons: sorted.map(\.neuron), neuronCount: neuronCount, start: 0.ms, end: (duration + 1).ms)
    }
}

/// How `SpikingNetwork.polychronousGroups` looks for groups; the values are those of the published program.
public struct PolychronousSearch: Equatable, Sendable, Codable {
    /// Synapses between excitatory neurons count that have more than this part of the maximum.
    public var strength: Double
    /// The least number of links on the longest way through a group.
    public var minimumPath: Int
    /// How often each anchor must help another neuron to fire.
    public var minimumUse: Int
    /// For how long a group is followed.
    public var duration: Time
    /// How long before a spike the arrivals that caused it may lie. A trial ends when nothing has arrived for so long.
    public var latency: Time

    /// A way to look for groups.
    public init(strength: Double = 0.95, minimumPath: Int = 7, minimumUse: Int = 2, duration: Time = 150.ms, latency: Time = 20.ms) {
        self.strength = strength
        self.minimumPath = minimumPath
        self.minimumUse = minimumUse
        self.duration = duration
        self.latency = latency
    }
}

extension SpikingNetwork {
    /// The polychronous groups of a network with its present weights (E. M. Izhikevich 2006, doi:10.1162/089976606775093882).
    ///
    /// Weak synapses between excitatory neurons are left out. For each mother neuron and each three of its remaining excitatory inputs, the three anchors fire in a network at
    /// rest (v = −70 mV), each so much before the others that their spikes reach the mother together. What then fires is the group; it is kept if its longest way has
    /// `minimumPath` links and each anchor helps at least `minimumUse` times.
    ///
    /// - Parameters:
    ///   - excitatory: the excitatory neurons: a slice of one population of `Izhikevich` neurons with scheme `published2003`, and its synapses onto the population plastic.
    ///   - mothers: which of them are taken as mothers, counted from the first; by default all. (A network that has run for an hour has thousands of groups.)
    ///   - search: what counts as a group.
    /// - Throws: `NeuroError.invalid` for other neurons or synapses, a step other than 1 ms, or numbers out of their range.
    /// - Complexity: for a mother of n strong inputs n³/6 trials, each some ten microseconds and more where groups are large.
    public func polychronousGroups(
        of excitatory: Population, mothers: Range<Int>? = nil, search: PolychronousSearch = PolychronousSearch()
    ) throws -> [PolychronousGroup] {
        try check(excitatory, "excitatory")
        let mothers = mothers ?? 0 ..< excitatory.count
        guard mothers.lowerBound >= 0, mothers.upperBound <= excitatory.count else {
            throw NeuroError.invalid(name: "mothers", value: "\(mothers)", must: "within 0 ..< \(excitatory.count)")
        }
        guard abs(dt - 1) < 1e-9 else { throw NeuroError.invalid(name: "dt", value: "\(dt) ms", must: "1 ms for the search of groups") }
        guard search.strength >= 0, search.strength <= 1 else { throw NeuroError.invalid(name: "strength", value: "\(search.strength)", must: "from 0 to 1") }
        try Check.atLeast(1, search.minimumPath, "minimumPath")
        try Check.atLeast(0, search.minimumUse, "minimumUse")
        let duration = try steps(search.duration, "duration", least: 1), latency = try steps(search.latency, "latency", least: 1)
        guard duration <= 10_000 else { throw NeuroError.invalid(name: "duration", value: "\(search.duration)", must: "at most 10,000 ms") }
        let finder = try GroupFinder(self, excitatory, search, duration: duration, latency: latency)
        var groups: [PolychronousGroup] = []
        for (done, mother) in mothers.enumerated() {
            groups += try finder.groups(of: excitatory.range.lowerBound + mother) { try Progress.check(done, of: mothers.count) }
        }
        return groups
    }
}
