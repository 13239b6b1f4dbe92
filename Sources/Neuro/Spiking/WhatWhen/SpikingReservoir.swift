import Linear

/// A reservoir of heterogeneous spiking neurons: after a cue it goes its way, and the filtered spikes of its neurons are the states that readouts learn from.
///
/// ```swift
/// let reservoir = try SpikingReservoir(seed: 1)
/// let states = try reservoir.states(trial: 0, for: 900.ms)      // a row for each bin of 5 ms, a column for each neuron
/// ```
///
/// The cells are those of `Networks.izhikevich2003` (E. M. Izhikevich 2003, doi:10.1109/TNN.2003.820440), four fifths excitatory, in steps of 1 ms. A pair is connected with probability 0.1, with weights
/// uniform in 0 … 0.4 and −1.6 … 0 times `coupling`; synaptic currents decay with 8 ms, a constant current is uniform in 3.5 … 5 (excitatory) and 2 … 3, and a cue gives 30 % of the neurons a current
/// uniform in 0 … 10 for the first 50 ms. State i is r_i' = −r_i/τ_i + Σ δ(t − spike), τ_i log-uniform over `traces`. Every trial begins from the same potentials; the trial's number selects its noise.
///
/// The reservoir of Y. Yamada and Z. C. Chao, Communications Biology 2026, doi:10.1038/s42003-026-10836-2, as far as the paper says how it is made; the numbers above are ours. Its trials differ much even
/// with little noise: the network is chaotic, and what differs is half of the variance of its states.
public struct SpikingReservoir: Sendable, Codable, CustomStringConvertible {
    /// How many neurons there are; as many numbers has a state.
    public let neurons: Int
    /// What the weights are multiplied by.
    public let coupling: Double
    /// The standard deviation of the current that each neuron gets anew in each step.
    public let noise: Double
    /// How often states are taken: every so many milliseconds.
    public let bin: Int
    /// How strong the current is that an output of 1 gives back to the neurons, each of which takes it times a number uniform in ±1.
    public let feedback: Double
    /// Whether what kind of cell a neuron is has nothing to do with its place in the network.
    public let shufflesCells: Bool
    /// The seed of the network and its noise.
    public let seed: Int
    /// The network at the beginning of a trial.
    private let network: SpikingNetwork
    private let cells: Population
    private let bias: [Double]
    private let cue: [Double]
    /// What an output gives back: neurons x 2.
    private let fedBack: [Double]
    /// How much of a trace is left after k ms, for k from 0 to a bin: (bin + 1) x neurons.
    private let decay: [Double]

    /// Draws a reservoir.
    ///
    /// - Parameters:
    ///   - neurons: at least 10.
    ///   - coupling: at least 0.
    ///   - noise: at least 0.
    ///   - traces: the shortest and the longest time constant of a trace, in ms; the shortest above 0.
    ///   - bin: in ms, at least 1.
    ///   - feedback: at least 0; 0 for none.
    ///   - shufflesCells: whether the cells' parameters, and where their recovery begins, are dealt out anew over all neurons, while connections, signs of weights, constant currents, cue and traces
    ///     stay: a baseline that has the same cells and the same wiring, but fast spiking ones among those that excite and regular ones among those that inhibit.
    ///   - seed: selects the network and, with the number of a trial, its noise.
    /// - Throws: `NeuroError.invalid` for an argument that is out of its range.
    public init(
        neurons: Int = 1000, coupling: Double = 0.25, noise: Double = 0.03, traces: ClosedRange<Double> = 20 ... 200, bin: Int = 5, feedback: Double = 0,
        shufflesCells: Bool = false,
        seed: Int = 0
    ) throws {
        try Check.atLeast(10, neurons, "neurons")
        try Check.notNegative(coupling, "coupling")
        try Check.notNegative(noise, "noise")
        try Check.notNegative(feedback, "feedback")
        try Check.atLeast(1, bin, "bin")
        guard bin <= 1000 else { throw NeuroError.invalid(name: "bin", value: "\(bin)", must: "at most 1000 ms") }
        guard traces.lowerBound > 0, traces.upperBound.isFinite else { throw NeuroError.invalid(name: "traces", value: "\(traces)", must: "finite and above 0") }
        // More than half of the memory for connections of which a tenth exists, at some 8 bytes each.
        _ = try Allocation.count(of: [bin + 1, neurons], named: "the traces", as: Double.self)
        guard coupling == 0 || Double(neurons) * Double(neurons) * 0.8 <= Double(Allocation.physicalMemory) / 2 else {
            throw NeuroError.invalid(name: "neurons", value: "\(neurons)", must: "fewer: the connections would not fit in memory")
        }
        (self.neurons, self.coupling, self.noise, self.bin, self.feedback, self.shufflesCells, self.seed) = (neurons, coupling, noise, bin, feedback, shufflesCells, seed)
        let excitatory = neurons / 5 * 4 + neurons % 5 * 4 / 5
        var random = Random(seed: seed, stream: 0x7768_6174)
        let kind = try random.uniform(count: neurons).elements
        var net = try SpikingNetwork(dt: 1.ms, seed: seed)
        cells = try net.add(neurons, Izhikevich(synapses: [.exponential(tau: 8.ms)]), name: "reservoir")
        let e = try cells.slice(0 ..< excitatory), i = try cells.slice(excitatory ..< neurons)
        // Of the neuron whose cell each has: its own, or that of another.
        var deal = Random(seed: seed, stream: 0x6465_616c)
        let places = shufflesCells ? try deal.permutation(neurons) : Array(0 ..< neurons)
        for (quantity, excites, inhibits) in Self.parameters {
            try net.set(quantity, of: cells, to: Vector(places.map { $0 < excitatory ? excites(kind[$0]) : inhibits(kind[$0]) }))
        }
        if coupling > 0 {
            try net.connect(e, to: cells, .probability(0.1), weights: .uniform(0, 0.4 * coupling), delays: .constant(1.ms))
            try net.connect(i, to: cells, .probability(0.1), weights: .uniform(-1.6 * coupling, 0), delays: .constant(1.ms))
        }
        if noise > 0 { try net.setNoise(of: cells, .normal(standardDeviation: noise)) }
        network = net
        let shares = try random.uniform(count: neurons).elements
        bias = shares.enumerated().map { $0 < excitatory ? 3.5 + 1.5 * $1 : 2 + $1 }
        var currents = [Double](repeating: 0, count: neurons)
        for (place, share) in zip(try random.choice(from: neurons, count: neurons * 3 / 10), try random.uniform(count: neurons * 3 / 10).elements) { currents[place] = 10 * share }
        cue = currents
        let (shortest, longest) = (Elementary.log(traces.lowerBound), Elementary.log(traces.upperBound))
        let constants = try random.uniform(count: neurons).elements.map { Elementary.exp(shortest + (longest - shortest) * $0) }
        decay = (0 ... bin).flatMap { k in constants.map { Elementary.exp(-Double(k) / $0) } }
        fedBack = try random.uniform(count: 2 * neurons, in: -1 ..< 1).elements
    }

    /// The states of one trial, without feedback: a row for each bin, a column for each neuron. The same trial gives the same states.
    ///
    /// - Parameters:
    ///   - trial: from 0; selects the noise.
    ///   - duration: at least a bin, at most 4096 ms.
    /// - Throws: `NeuroError.invalid` for a trial below 0 or too short.
    public func states(trial: Int, for duration: Time = 900.ms) throws -> Matrix {
        let rows = try bins(duration)
        var trial = try SpikingTrial(self, number: trial)
        var result: [Double] = []
        result.reserveCapacity(try Allocation.count(of: [rows, neurons], named: "the states", as: Double.self))
        for _ in 0 ..< rows {
            try trial.step([0, 0])
            result += trial.traces
        }
        return try Matrix(rows: rows, columns: neurons, elements: result)
    }

    /// The states of a run that an input drives instead of the cue, as those of a liquid state machine: a row for each row of the input, which lasts a bin, and a column for each neuron.
    ///
    /// ```swift
    /// let task = try Dataset.delayedXOR(steps: 2_000, delay: 1), reservoir = try SpikingReservoir(neurons: 300, coupling: 0.8, bin: 20, seed: 1)
    /// let states = try reservoir.states(driving: Matrix.column(task.inputs))
    /// let readout = try Readout.gcv().fit(states[rows: ..<1_500], task.targets[..<1_500], washout: 20)
    /// ```
    ///
    /// Neuron i gets the current strength · Σ_c w_ic u_c(t) beside its own, w uniform in ±1 by the seed. W. Maass, T. Natschläger, H. Markram, Neural Computation 14 (2002),
    /// doi:10.1162/089976602760407955.
    /// - Parameters:
    ///   - input: a row for each bin, a column for each channel; of numbers of about 1.
    ///   - strength: the current that an input of 1 gives, at least 0.
    ///   - trial: selects the noise, from 0; a run of more than 4096 ms has that of the trials that follow, too.
    /// - Throws: `NeuroError` for an input that is empty or not finite, a current above 1e6, a trial below 0, or a run that takes the noise of trials beyond 399,999.
    public func states(driving input: Matrix, strength: Double = 5, trial: Int = 0) throws -> Matrix {
        try Check.finite(input, "input")
        try Check.notNegative(strength, "strength")
        let rows = input.rows, channels = input.columns, u = input.elements
        guard (u.map { abs($0) }.max() ?? 0) * strength * Double(channels) <= 1e6 else {
            throw NeuroError.invalid(name: "strength", value: "\(strength)", must: "such that no current is above 1e6")
        }
        var run = try SpikingTrial(self, number: trial)
        guard Double(rows) * Double(bin) <= Double(400_000 - trial) * Double(Self.longest) else {
            throw NeuroError.invalid(name: "input", value: "of \(rows) rows", must: "shorter: there is no noise for so many milliseconds")
        }
        var random = Random(seed: seed, stream: 0x6472_6976)
        let weights = try random.uniform(count: Allocation.count(of: [neurons, channels], named: "the input weights", as: Double.self), in: -1 ..< 1).elements
        var result: [Double] = [], drive = [Double](repeating: 0, count: neurons)
        result.reserveCapacity(try Allocation.count(of: [rows, neurons], named: "the states", as: Double.self))
        for row in 0 ..< rows {
            try Progress.check(row, of: rows)
            for i in 0 ..< neurons {
                var sum = 0.0
                for c in 0 ..< channels { sum += weights[i * channels + c] * u[row * channels + c] }
                drive[i] = strength * sum
            }
            try run.step([0, 0], drive: drive)
            result += run.traces
        }
        return try Matrix(rows: rows, columns: neurons, elements: result)
    }

    func bins(_ duration: Time) throws -> Int {
        let count = (duration.milliseconds / Double(bin) + 1e-9).rounded(.down)
        guard count >= 1, count * Double(bin) <= Double(Self.longest) else {
            throw NeuroError.invalid(name: "duration", value: "\(duration)", must: "from one bin, \(bin) ms, to \(Self.longest) ms")
        }
        return Int(count)
    }

    /// Whether a task can be run here, and its states read by readouts of so many features.
    func check(_ task: MEETTask, features: Int) throws {
        guard neurons == features else {
            throw NeuroError.invalid(name: "reservoir", value: "\(self)", must: "of \(features) neurons, the features of the readouts")
        }
        guard task.bin == Double(bin).ms else { throw NeuroError.invalid(name: "bin", value: "\(task.bin)", must: "\(bin) ms, as that of the reservoir") }
        _ = try bins(task.duration)
    }

    /// What is fed back of an output: within −1 … 2, so that a wrong one does not run away.
    static func limited(_ output: Vector) -> [Double] { output.elements.map { max(-1, min(2, $0)) } }

    /// The parameters a, b, c and d of the cells: neurons x 4.
    public func cellParameters() throws -> Matrix { try Matrix.fromColumns([.a, .b, .c, .d].map { try network.get($0, of: cells) }) }

    /// What a cell of kind r has, from 0 to 1, as one that excites and as one that inhibits.
    private static let parameters: [(Quantity, @Sendable (Double) -> Double, @Sendable (Double) -> Double)] = [
        (.a, { _ in 0.02 }, { 0.02 + 0.08 * $0 }),
        (.b, { _ in 0.2 }, { 0.25 - 0.05 * $0 }),
        (.c, { -65 + 15 * $0 * $0 }, { _ in -65 }),
        (.d, { 8 - 6 * $0 * $0 }, { _ in 2 }),
        (.u, { _ in -13 }, { -65 * (0.25 - 0.05 * $0) }),
    ]

    /// The extents and the strengths.
    public var description: String {
        "SpikingReservoir(neurons: \(neurons), coupling: \(coupling), noise: \(noise), feedback: \(feedback)\(shufflesCells ? ", shufflesCells: true" : ""), seed: \(seed))"
    }

    /// A trial on its way.
    struct SpikingTrial {
        private let reservoir: SpikingReservoir
        private var network: SpikingNetwork
        private var time = 0
        /// The traces at the end of the last bin.
        private(set) var traces: [Double]
        /// The spikes of the last bin.
        private(set) var spikes = 0

        init(_ reservoir: SpikingReservoir, number: Int) throws {
            try Check.atLeast(0, number, "trial")
            guard number < 400_000 else { throw NeuroError.invalid(name: "trial", value: "\(number)", must: "below 400,000") }
            self.reservoir = reservoir
            network = reservoir.network
            // Noise goes by the step: another trial, other steps.
            network.step = number * SpikingReservoir.longest
            traces = [Double](repeating: 0, count: reservoir.neurons)
        }

        /// Goes on by one bin, with outputs that are fed back, and with a current of each neuron in the place of the cue.
        mutating func step(_ outputs: [Double], drive: [Double]? = nil) throws {
            let n = reservoir.neurons, bin = reservoir.bin
            // The cue may end within a bin.
            var left = bin
            var arrived: [(ago: Int, neuron: Int)] = []
            while left > 0 {
                let isCued = drive == nil && time < SpikingReservoir.cueLength, part = isCued ? min(left, SpikingReservoir.cueLength - time) : left
                var current = reservoir.bias
                if isCued { for i in 0 ..< n { current[i] += reservoir.cue[i] } }
                if let drive { for i in 0 ..< n { current[i] += drive[i] } }
                if reservoir.feedback > 0 {
                    for i in 0 ..< n { current[i] += reservoir.feedback * (reservoir.fedBack[2 * i] * outputs[0] + reservoir.fedBack[2 * i + 1] * outputs[1]) }
                }
                try network.set(.current, of: reservoir.cells, to: Vector(current))
                let start = network.step
                try network.run(Double(part).ms, threads: 1)
                left -= part
                time += part
                for chunk in network.recorded[0] {
                    // A spike of step s happened before the end of the bin by what is left of it.
                    for (step, neuron) in zip(chunk.steps, chunk.neurons) { arrived.append((left + max(0, start + part - Int(step)), Int(neuron))) }
                }
                network.recorded[0] = []
            }
            for i in 0 ..< n { traces[i] *= reservoir.decay[bin * n + i] }
            for (ago, neuron) in arrived { traces[neuron] += reservoir.decay[min(ago, bin) * n + neuron] }
            spikes = arrived.count
        }
    }

    /// In ms.
    static let cueLength = 50
    /// How long a trial may be, in ms.
    static let longest = 4096
}
