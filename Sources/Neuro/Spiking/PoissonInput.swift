import Linear

/// Spikes of Poisson processes of their own for each neuron, all of one rate and weight.
struct PoissonInput: Sendable, Codable {
    let range: Range<Int>
    let synapse: Int
    let weight: Float
    /// The rate of each interval, in Hz; one that holds for ever where `interval` is 0.
    let rates: [Double]
    /// In steps.
    let interval: Int
    let number: Int

    /// The rate in a step, in Hz.
    func rate(at step: Int) -> Double {
        if interval == 0 { return rates[0] }
        let place = step / interval
        return place < rates.count ? rates[place] : 0
    }

    /// Element k is the probability of at most k spikes in a step, in units of 2^-32.
    static func thresholds(rate: Double, dt: Double) -> [UInt32] {
        let mean = rate * dt / 1000
        var values: [UInt32] = []
        var term = Elementary.exp(-mean), sum = term, k = 0.0
        while sum < 1 - 0x1p-33, values.count < 2000 {
            values.append(UInt32(min(sum * 0x1p32, 0x1p32 - 1)))
            k += 1
            term *= mean / k
            sum += term
            if term < 0x1p-40, k > mean { break }
        }
        return values
    }
}

/// Spikes that are given, each with its time and neuron.
struct SpikeListInput: Sendable, Codable {
    /// Whom they were given to.
    let range: Range<Int>
    let synapse: Int
    let weight: Float
    /// Ascending.
    let steps: [Int]
    /// Numbers in the population.
    let neurons: [UInt32]
}

extension SpikingNetwork {
    /// Adds spikes of independent Poisson processes, one for each neuron of a population.
    ///
    /// - Parameters:
    ///   - target: who gets them.
    ///   - rate: the rate of each process.
    ///   - weight: the weight of each spike, in the unit of the synapse.
    ///   - synapse: which of the target's kinds of synapse, from 0.
    /// - Throws: `NeuroError.invalid` for a negative rate, one above 500 spikes a step, or a weight that is not finite.
    public mutating func addPoisson(to target: Population, rate: Frequency, weight: Double, synapse: Int = 0) throws {
        try addPoisson(target, [rate.hertz], interval: 0, weight, synapse)
    }

    /// Adds spikes of independent Poisson processes whose rate changes: one rate, in Hz, for each interval from time 0 on; none after the last.
    ///
    /// ```swift
    /// // A rate that swings between 0 and 100 Hz, four times a second.
    /// let rates = Vector((0 ..< 1000).map { 50 - 50 * cos(0.008 * .pi * Double($0)) })
    /// try net.addPoisson(to: cells, rates: rates, every: 1.ms, weight: 0.5)
    /// ```
    ///
    /// - Throws: `NeuroError` for a rate that is negative or above 500 spikes a step, an interval below a step, or a weight that is not finite.
    public mutating func addPoisson(to target: Population, rates: Vector, every interval: Time, weight: Double, synapse: Int = 0) throws {
        guard rates.count > 0 else { throw NeuroError.shape(name: "rates", shape: [0], must: "at least one rate") }
        try addPoisson(target, rates.elements, interval: try steps(interval, "every", least: 1), weight, synapse)
    }

    private mutating func addPoisson(_ target: Population, _ rates: [Double], interval: Int, _ weight: Double, _ synapse: Int) throws {
        try check(target, "target")
        try check(synapse: synapse, of: target)
        for rate in rates {
            try Check.notNegative(rate, "rate")
            guard rate * dt / 1000 <= 500 else { throw NeuroError.invalid(name: "rate", value: "\(rate) Hz", must: "at most 500 spikes in a step of \(dt) ms") }
        }
        try Check.finite([weight], "weight")
        cells[target.index].inputs.append(
            PoissonInput(range: target.range, synapse: synapse, weight: Float(weight), rates: rates, interval: interval, number: poissonInputs))
        poissonInputs += 1
    }

    /// Gives neurons spikes at times that are known: neuron k of the spikes is neuron k of the target. A spike at time t, rounded to steps, acts in the step from t to t + dt.
    ///
    /// - Parameters:
    ///   - spikes: of at most as many neurons as the target has; those before the network's present time have no effect.
    ///   - target: who gets them.
    ///   - weight: the weight of each spike, in the unit of the synapse.
    ///   - synapse: which of the target's kinds of synapse, from 0.
    /// - Throws: `NeuroError` for spikes of more neurons than the target has, or a weight that is not finite.
    public mutating func addSpikes(_ spikes: Spikes, to target: Population, weight: Double, synapse: Int = 0) throws {
        try check(target, "target")
        try check(synapse: synapse, of: target)
        try Check.finite([weight], "weight")
        guard spikes.neuronCount <= target.count else {
            throw NeuroError.invalid(name: "spikes", value: "of \(spikes.neuronCount) neurons", must: "of at most \(target.count), the number of targets")
        }
        cells[target.index].spikeLists.append(
            SpikeListInput(
                range: target.range, synapse: synapse, weight: Float(weight), steps: spikes.times.elements.map { Int(($0 / dt).rounded()) },
                neurons: spikes.neurons.map { UInt32(target.range.lowerBound + $0) }))
    }

    /// Takes away all Poisson processes and lists of spikes that were added to exactly these neurons.
    ///
    /// - Throws: `NeuroError.invalid` for a population of another network.
    public mutating func removeSpikes(from target: Population) throws {
        try check(target, "target")
        cells[target.index].inputs.removeAll { $0.range == target.range }
        cells[target.index].spikeLists.removeAll { $0.range == target.range }
    }
}
