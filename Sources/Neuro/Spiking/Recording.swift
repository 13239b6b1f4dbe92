import Linear

/// A quantity of some neurons over time.
public struct Recording: Equatable, Sendable, Codable {
    /// When each sample was taken, in ms.
    public let times: Vector
    /// One row for each sample, one column for each neuron.
    public let values: Matrix

    /// A recording from elsewhere.
    ///
    /// - Throws: `NeuroError.shape` unless there is a row for each time.
    public init(times: Vector, values: Matrix) throws {
        guard times.count == values.rows else {
            throw NeuroError.shape(name: "values", shape: [values.rows, values.columns], must: "one row for each of the \(times.count) times")
        }
        self.times = times
        self.values = values
    }

    /// The potentials with each spike drawn up to a height, for pictures: in the first sample at or after the spike. One neuron in each column, in the order of the spikes' neurons.
    ///
    /// ```swift
    /// try plot(net.recording(.v, of: few).drawing(net.spikes(of: few), to: 20.mV))
    /// ```
    ///
    /// - Throws: `NeuroError.invalid` for spikes of another number of neurons, or a height that is not finite.
    public func drawing(_ spikes: Spikes, to height: Voltage) throws -> Matrix {
        try Check.finite([height.millivolts], "height")
        guard spikes.neuronCount == values.columns else {
            throw NeuroError.invalid(name: "spikes", value: "of \(spikes.neuronCount) neurons", must: "of the \(values.columns) neurons that were recorded")
        }
        var drawn = values.elements
        let samples = times.elements
        var row = 0
        // (Times in order, as both lists have them.)
        for (time, neuron) in zip(spikes.times.elements, spikes.neurons) {
            while row < samples.count, samples[row] < time - 1e-9 { row += 1 }
            if row == samples.count { break }
            drawn[row * values.columns + neuron] = height.millivolts
        }
        return try Matrix(rows: values.rows, columns: values.columns, elements: drawn)
    }
}

/// What is recorded beside spikes.
struct Monitor: Sendable, Codable {
    let quantity: Quantity
    let population: Population
    /// In steps.
    let every: Int
    /// Numbers in the population's whole; nil for all of `population`.
    let neurons: [Int]?
    /// Samples are taken at the multiples of `every` from the first step to the last, both included.
    let first: Int
    let last: Int
    let file: RecordingFile?
    /// Samples in the file.
    var written = 0
    var chunks: [SampleChunk] = []

    var columns: Int { neurons?.count ?? population.count }

    /// The numbers of the samples (k is taken in step k · every) that a run of these steps takes, at the ends of its steps.
    func samples(in steps: Range<Int>) -> Range<Int> {
        let low = max(steps.lowerBound + 1, first), high = min(steps.upperBound, last)
        let from = (low + every - 1) / every
        return from ..< max(from, high / every + 1)
    }
}

/// The samples of one run.
struct SampleChunk: Sendable, Codable {
    /// The number of the first sample since time 0.
    let first: Int
    var rows: Int
    /// Rows of which there is room for: all, or, where they go to a file, two blocks, of which one is written while the other fills.
    let capacity: Int
    let values: Buffer<Float>
    var block: Int { capacity / 2 }
}

extension SpikingNetwork {
    /// Records a quantity of each neuron of a population (or slice) from now on. `recording(_:of:)` gives what was recorded.
    ///
    /// - Parameters:
    ///   - quantity: what: `.v`, `.u` or `.synapse(_:)`. A sample of v after a spike is the reset.
    ///   - population: whose.
    ///   - interval: how often: at the whole multiples of it, rounded to steps.
    ///   - neurons: which of them, counted from the first of the population; by default all.
    ///   - start: from this time of the network on.
    ///   - end: up to and including this time; by default for ever.
    ///   - file: an `.npy` file of 32-bit numbers to which the samples go while the network runs, one row for each, in the place of memory. A file that is there is replaced.
    ///     A copy of the network goes on in the same file.
    /// - Throws: `NeuroError` for a quantity that the neurons do not have or that does not change, an interval shorter than a step, neurons that the population does not
    ///   have, a window that ends before it begins, or a file that cannot be written.
    public mutating func record(
        _ quantity: Quantity, of population: Population, every interval: Time, neurons: [Int]? = nil, from start: Time = Time(milliseconds: 0), until end: Time? = nil,
        to file: String? = nil
    ) throws {
        _ = try get(quantity, of: population)
        switch quantity {
        case .v, .u, .synapse: break
        case .a, .b, .c, .d, .capacitance, .k, .rest, .threshold, .peak, .current:
            throw NeuroError.invalid(name: "quantity", value: "\(quantity)", must: "one that changes in a run: v, u or synapse")
        }
        let every = try steps(interval, "interval", least: 1), first = try steps(start, "start"), last = try end.map { try steps($0, "end") } ?? Int.max
        guard first <= last else { throw NeuroError.invalid(name: "end", value: "\(end ?? 0.ms)", must: "not before the start, \(start)") }
        if let neurons {
            guard !neurons.isEmpty else { throw NeuroError.shape(name: "neurons", shape: [0], must: "at least one neuron") }
            if let bad = neurons.first(where: { $0 < 0 || $0 >= population.count }) {
                throw NeuroError.invalid(name: "neurons", value: "\(bad)", must: "from 0 to \(population.count - 1)")
            }
        }
        let output = file.map { RecordingFile(path: $0, columns: neurons?.count ?? population.count, element: .float32) }
        try output?.create()
        monitors.append(
            Monitor(
                quantity: quantity, population: population, every: every, neurons: neurons?.map { $0 + population.range.lowerBound }, first: first, last: last,
                file: output))
    }

    /// What `record(_:of:every:…)` recorded of these neurons, of its first call for them.
    ///
    /// - Throws: `NeuroError.invalid` if nothing was asked to be recorded, or it went to a file; `LinearError.tooLarge` if it does not fit in memory once more.
    public func recording(_ quantity: Quantity, of population: Population) throws -> Recording {
        guard let monitor = monitors.first(where: { $0.quantity == quantity && $0.population == population }) else {
            throw NeuroError.invalid(name: "population", value: "\(population)", must: "one of which record(\(quantity), of:, every:) was asked before the run")
        }
        if let file = monitor.file { throw NeuroError.invalid(name: "recording", value: "in the file \(file.path)", must: "read from there, with NumpyArray") }
        var times: [Double] = [], values: [Double] = []
        for chunk in monitor.chunks {
            for row in 0 ..< chunk.rows { times.append(Double((chunk.first + row) * monitor.every) * dt) }
            values.append(contentsOf: (0 ..< chunk.rows * monitor.columns).lazy.map { Double(chunk.values.base[$0]) })
        }
        return try Recording(times: Vector(times), values: try Matrix(rows: times.count, columns: monitor.columns, elements: values))
    }

    /// Room for the samples of a run.
    func chunks(for steps: Range<Int>) throws -> [SampleChunk] {
        try monitors.map { monitor in
            let samples = monitor.samples(in: steps)
            var capacity = samples.count
            if monitor.file != nil { capacity = min(max(2, (capacity + 1) / 2 * 2), 2 * max(1, (4 << 20) / (monitor.columns * 4))) }
            let count = try Allocation.count(of: [capacity, monitor.columns], named: "the recording", as: Float.self)
            return SampleChunk(first: samples.lowerBound, rows: samples.count, capacity: capacity, values: Buffer(repeating: 0, count: count))
        }
    }
}
