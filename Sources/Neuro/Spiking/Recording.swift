import Linear

/// A quantity of some neurons over time.
public struct Recording: Equatable, Sendable, Codable {
    /// When each sample was taken, in ms.
    public let times: Vector
    /// One row for each sample, one column for each neuron.
    public let values: Matrix
}

/// What is recorded beside spikes.
struct Monitor: Sendable, Codable {
    let quantity: Quantity
    let population: Population
    /// In steps.
    let every: Int
    var chunks: [SampleChunk] = []
}

/// The samples of one run.
struct SampleChunk: Sendable, Codable {
    /// The number of the first sample since time 0.
    let first: Int
    let rows: Int
    let values: Buffer<Float>
}

extension SpikingNetwork {
    /// Records a quantity of each neuron of a population (or slice) from now on. `recording(_:of:)` gives what was recorded.
    ///
    /// - Parameters:
    ///   - quantity: what: `.v`, `.u` or `.synapse(_:)`. A sample of v after a spike is the reset.
    ///   - population: whose.
    ///   - interval: how often: at the whole multiples of it, rounded to steps.
    /// - Throws: `NeuroError` for a quantity that the neurons do not have or that does not change, or an interval shorter than a step.
    public mutating func record(_ quantity: Quantity, of population: Population, every interval: Time) throws {
        _ = try get(quantity, of: population)
        switch quantity {
        case .v, .u, .synapse: break
        case .a, .b, .c, .d, .current:
            throw NeuroError.invalid(name: "quantity", value: "\(quantity)", must: "one that changes in a run: v, u or synapse")
        }
        let steps = (interval.milliseconds / dt).rounded()
        guard steps >= 1, steps < 1e9 else { throw NeuroError.invalid(name: "interval", value: "\(interval)", must: "at least the time step, \(dt) ms") }
        monitors.append(Monitor(quantity: quantity, population: population, every: Int(steps)))
    }

    /// What `record(_:of:every:)` recorded of these neurons, of its first call for them.
    ///
    /// - Throws: `NeuroError.invalid` if nothing was asked to be recorded; `LinearError.tooLarge` if it does not fit in memory once more.
    public func recording(_ quantity: Quantity, of population: Population) throws -> Recording {
        guard let monitor = monitors.first(where: { $0.quantity == quantity && $0.population == population }) else {
            throw NeuroError.invalid(name: "population", value: "\(population)", must: "one of which record(\(quantity), of:, every:) was asked before the run")
        }
        var times: [Double] = [], values: [Double] = []
        for chunk in monitor.chunks {
            for row in 0 ..< chunk.rows { times.append(Double((chunk.first + row) * monitor.every) * dt) }
            values.append(contentsOf: (0 ..< chunk.rows * population.count).lazy.map { Double(chunk.values.base[$0]) })
        }
        return Recording(times: Vector(times), values: try Matrix(rows: times.count, columns: population.count, elements: values))
    }

    /// Room for the samples of a run.
    func chunks(for steps: Range<Int>) throws -> [SampleChunk] {
        try monitors.map { monitor in
            // Samples are taken at the end of a step, at times that are multiples of the interval.
            let first = steps.lowerBound / monitor.every + 1, rows = max(0, steps.upperBound / monitor.every - first + 1)
            let count = try Allocation.count(of: [rows, monitor.population.count], named: "the recording", as: Float.self)
            return SampleChunk(first: first, rows: rows, values: Buffer(repeating: 0, count: count))
        }
    }
}
