import Linear

/// The spikes that one run added: steps and neurons, in order.
struct SpikeChunk: Sendable, Codable {
    var steps: [Int32] = []
    var neurons: [UInt32] = []
}

/// Spikes of a population, in the order of time; those of one step in the order of neurons.
public struct Spikes: Equatable, Sendable, CustomStringConvertible, Codable {
    /// When each spike happened, in ms.
    public let times: Vector
    /// Which neuron spiked, counted from the first of the population.
    public let neurons: [Int]
    /// How many neurons were observed.
    public let neuronCount: Int
    /// From when the neurons were observed.
    public let start: Time
    /// Until when.
    public let end: Time

    /// Spikes from elsewhere.
    ///
    /// - Parameters:
    ///   - times: in ms, ascending.
    ///   - neurons: one for each time.
    ///   - neuronCount: how many neurons were observed.
    ///   - start: from when.
    ///   - end: until when.
    /// - Throws: `NeuroError` if the lists do not fit together, a neuron is not below the count, or a time is not finite, or not in order.
    public init(times: Vector, neurons: [Int], neuronCount: Int, start: Time, end: Time) throws {
        try Check.atLeast(1, neuronCount, "neuronCount")
        try Check.finite(times.elements, "times")
        guard times.count == neurons.count else { throw NeuroError.shape(name: "neurons", shape: [neurons.count], must: "one for each of the \(times.count) times") }
        if let bad = neurons.first(where: { $0 < 0 || $0 >= neuronCount }) {
            throw NeuroError.invalid(name: "neurons", value: "\(bad)", must: "from 0 to \(neuronCount - 1)")
        }
        let list = times.elements
        guard zip(list, list.dropFirst()).allSatisfy({ $0 <= $1 }) else { throw NeuroError.invalid(name: "times", value: "out of order", must: "ascending") }
        guard start <= end else { throw NeuroError.invalid(name: "start", value: "\(start)", must: "at most the end, \(end)") }
        self.init(unchecked: list, neurons, neuronCount, start, end)
    }

    init(unchecked times: [Double], _ neurons: [Int], _ neuronCount: Int, _ start: Time, _ end: Time) {
        self.times = Vector(times)
        self.neurons = neurons
        self.neuronCount = neuronCount
        self.start = start
        self.end = end
    }

    /// How many spikes there are.
    public var count: Int { neurons.count }

    /// The mean rate of a neuron, in Hz.
    public var meanRate: Double {
        let seconds = (end - start).seconds
        return seconds > 0 ? Double(count) / Double(neuronCount) / seconds : 0
    }

    /// The spikes from `start` up to but not including `end`.
    public func between(_ start: Time, _ end: Time) -> Spikes {
        let list = times.elements
        let kept = list.indices.filter { list[$0] >= start.milliseconds && list[$0] < end.milliseconds }
        return Spikes(unchecked: kept.map { list[$0] }, kept.map { neurons[$0] }, neuronCount, max(start, self.start), max(start, min(end, self.end)))
    }

    /// A table with two columns: the time in ms, and the neuron.
    ///
    /// - Throws: `LinearError.tooLarge` if it does not fit in memory.
    public func table() throws -> Matrix {
        try Matrix(rows: count, columns: 2, elements: zip(times.elements, neurons).flatMap { [$0, Double($1)] })
    }

    /// How many there are, of how many neurons, and their mean rate.
    public var description: String {
        "\(count) spikes of \(neuronCount) neurons, \(start) to \(end), mean rate \((meanRate * 1000).rounded() / 1000) Hz"
    }
}

extension SpikingNetwork {
    /// The spikes of a population since the beginning.
    ///
    /// - Throws: `NeuroError.invalid` for a population of another network, or one whose spikes are not kept in memory (`recordSpikes(of:_:)`).
    public func spikes(of population: Population) throws -> Spikes {
        try check(population, "population")
        let keeping = cells[population.index].keeping
        switch keeping.recording {
        case .file(let path): throw NeuroError.invalid(name: "spikes", value: "in the file \(path)", must: "read from there, with NumpyArray")
        case .none where recorded[population.index].isEmpty:
            throw NeuroError.invalid(name: "population", value: "\(population)", must: "one whose spikes are kept, see recordSpikes(of:_:)")
        case .all, .none, .between: break
        }
        guard keeping.range.lowerBound <= population.range.lowerBound, keeping.range.upperBound >= population.range.upperBound else {
            throw NeuroError.invalid(name: "population", value: "\(population)", must: "within the neurons whose spikes are kept, see recordSpikes(of:_:)")
        }
        var times: [Double] = [], neurons: [Int] = []
        for chunk in recorded[population.index] {
            for (step, neuron) in zip(chunk.steps, chunk.neurons) where population.range.contains(Int(neuron)) {
                times.append(Double(step) * dt)
                neurons.append(Int(neuron) - population.range.lowerBound)
            }
        }
        if case .between(let start, let end) = keeping.recording {
            return Spikes(unchecked: times, neurons, population.count, min(start, time), max(min(start, time), min(end, time)))
        }
        return Spikes(unchecked: times, neurons, population.count, 0.ms, time)
    }

    /// The spikes of all populations together as far as they are kept in memory, neurons numbered through in the order in which populations were added.
    public var spikes: Spikes {
        var all: [(Int32, Int)] = []
        var offset = 0
        for (state, chunks) in zip(cells, recorded) {
            for chunk in chunks { for (step, neuron) in zip(chunk.steps, chunk.neurons) { all.append((step, offset + Int(neuron))) } }
            offset += state.count
        }
        if cells.count > 1 { all.sort { $0 < $1 } }
        return Spikes(unchecked: all.map { Double($0.0) * dt }, all.map(\.1), max(1, offset), 0.ms, time)
    }
}
