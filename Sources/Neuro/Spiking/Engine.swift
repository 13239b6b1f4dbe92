import CKernels
import Linear

/// A network as the kernels see it, for the length of one run: pointers into buffers that no network shares.
///
/// A step t: the spikes of time t are delivered, then every neuron goes from t to t + 1, and the neurons that spike are the spikes of time t + 1.
/// Each worker does both for ranges of targets of its own (`Division`), whatever the number of workers, so that each number is made by the same
/// operations in the same order. One barrier a step: behind it, all spikes of the step are known to all.
// Workers write to ranges apart; what they read of each other lies behind a barrier.
final class Engine: @unchecked Sendable {
    /// The spikes of a population at the last times, part by part.
    struct SpikeLists {
        let base: UnsafeMutablePointer<UInt32>
        let baseCounts: UnsafeMutablePointer<Int>
        /// A power of two less one: the lists of time t are those of t & mask.
        let mask: Int
        let stride: Int
        let parts: Int

        /// Where the spikes of a time are: those of a part from the part's first neuron on.
        func neurons(_ step: Int) -> UnsafeMutablePointer<UInt32> { base + (step & mask) * stride }
        /// How many spikes each part has.
        func counts(_ step: Int) -> UnsafeMutablePointer<Int> { baseCounts + (step & mask) * parts }
    }

    struct Cells {
        let count: Int
        let ranges: [Range<Int>]
        let receptors: [engram_receptor]
        let rings: [(base: UnsafeMutablePointer<Float>, mask: Int)]
        let traffic: [Traffic?]
        let stride: Int
        var drive: engram_drive
        let picksOne: Bool
        let lists: SpikeLists
        let model: CellModel
        let state: CellState
    }

    struct Route {
        let source: Int
        let sources: Range<Int>
        let coversAll: Bool
        let target: Int
        let synapse: Int
        let ring: UnsafeMutablePointer<Float>
        let mask: Int
        let stride: Int
        let rows: engram_rows
        /// The parts of the target population that the rows have.
        let parts: Range<Int>
        let dense: (weights: UnsafePointer<Float>, targets: Range<Int>, delay: Int)?
        let plasticity: Plasticity?
        let shortTerm: ShortTermState?
        let longest: Int
        let hasOwnDelays: Bool
    }

    /// A quantity that is sampled.
    struct Observation {
        let monitor: Monitor
        let chunk: SampleChunk
        let from: UnsafeMutablePointer<Float>
    }

    let dt: Double
    let seed: UInt64
    private(set) var cells: [Cells] = []
    private(set) var routes: [Route] = []
    private(set) var recorded: [SpikeChunk]
    /// Spikes of each population that went to its file in this run.
    private(set) var sentSpikes: [Int]
    private(set) var observations: [Observation] = []
    private let states: [CellState]
    private let projections: [Projection]
    let dopamine: Dopamine
    /// See `[Projection].longestDopamine`.
    let longestDopamine: Double
    let stop: StopWatch?

    /// - Parameter states: of which nobody else holds a copy.
    init(states: [CellState], projections: [Projection], dopamine: Dopamine, dt: Double, seed: Int, step: Int, stop: StopWatch?) {
        self.dt = dt
        self.dopamine = dopamine
        longestDopamine = projections.longestDopamine
        self.stop = stop
        self.seed = UInt64(bitPattern: Int64(seed))
        self.states = states
        self.projections = projections
        recorded = states.map { _ in SpikeChunk() }
        sentSpikes = states.map { _ in 0 }
        for (index, state) in states.enumerated() { cells.append(prepare(state, index, step)) }
        for projection in projections { routes.append(route(projection)) }
    }

    deinit {
        for cell in cells {
            cell.lists.base.deallocate()
            cell.lists.baseCounts.deallocate()
        }
    }

    /// The parts of the largest population: more workers than that have nothing to do.
    var parts: Int { cells.map(\.ranges.count).max() ?? 1 }

    /// Samples a quantity in this run; to be said before the first step.
    func observe(_ monitor: Monitor, _ chunk: SampleChunk) {
        let index = monitor.population.index
        guard let from = states[index].buffer(monitor.quantity) else { return }
        observations.append(Observation(monitor: monitor, chunk: chunk, from: from.base))
    }

    /// How many spikes some neurons have at time `step`.
    func spikeCount(_ population: Population, at step: Int) -> Int {
        let cell = cells[population.index]
        let neurons = cell.lists.neurons(step), counts = cell.lists.counts(step)
        var sum = 0
        for (part, range) in cell.ranges.enumerated() where counts[part] > 0 && range.overlaps(population.range) {
            if population.range.lowerBound <= range.lowerBound, population.range.upperBound >= range.upperBound {
                sum += counts[part]
            } else {
                let spikes = neurons + range.lowerBound
                sum +=
                    EngineWorker.place(of: population.range.upperBound, in: spikes, counts[part])
                    - EngineWorker.place(of: population.range.lowerBound, in: spikes, counts[part])
            }
        }
        return sum
    }

    /// About how many nanoseconds a step takes without spikes.
    var work: Int { cells.reduce(0) { $0 + $1.count } / 2 + 100 }

    /// The spikes of time `step` and of as many times before it as the population keeps, oldest first.
    func history(_ population: Int, at step: Int) -> [[UInt32]] {
        let cell = cells[population], kept = cell.state.historyLength
        return (step - kept + 1 ... step).map { time in
            if time < 0 { return [] }
            let neurons = cell.lists.neurons(time), counts = cell.lists.counts(time)
            return cell.ranges.enumerated().flatMap { part, range in Array(UnsafeBufferPointer(start: neurons + range.lowerBound, count: counts[part])) }
        }
    }

    /// Adds the spikes of time `step` to what is kept, and sends to files what is due.
    func record(_ step: Int) throws {
        for index in 0 ..< cells.count where cells[index].state.keeping.takes(step) {
            let lists = cells[index].lists, kept = cells[index].state.keeping.range
            let neurons = lists.neurons(step), counts = lists.counts(step)
            for part in 0 ..< lists.parts where counts[part] > 0 {
                let spikes = neurons + cells[index].ranges[part].lowerBound
                var first = 0, end = counts[part]
                if kept.count < cells[index].count {
                    first = EngineWorker.place(of: kept.lowerBound, in: spikes, end)
                    end = EngineWorker.place(of: kept.upperBound, in: spikes, end)
                }
                recorded[index].steps.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: step), count: end - first))
                recorded[index].neurons.append(contentsOf: UnsafeBufferPointer(start: spikes + first, count: end - first))
            }
            if cells[index].state.keeping.file != nil, recorded[index].neurons.count > 1 << 18 { try sendSpikes(index) }
        }
        for observation in observations where observation.monitor.file != nil && step % observation.monitor.every == 0 {
            let row = step / observation.monitor.every - observation.chunk.first + 1
            if row > 0, row <= observation.chunk.rows, row % observation.chunk.block == 0 { try send(observation, rows: row - observation.chunk.block ..< row) }
        }
    }

    /// Sends what is left to the files, after the last step of a run; their headers are for `SpikingNetwork.run` to write.
    func sendRest(_ end: Int) throws {
        for index in cells.indices where cells[index].state.keeping.file != nil { try sendSpikes(index) }
        for observation in observations where observation.monitor.file != nil {
            let rows = observation.monitor.samples(in: 0 ..< end).upperBound - observation.chunk.first
            let sent = max(0, rows) / observation.chunk.block * observation.chunk.block
            if rows > sent { try send(observation, rows: sent ..< rows) }
        }
    }

    private func send(_ observation: Observation, rows: Range<Int>) throws {
        let columns = observation.monitor.columns
        let from = observation.chunk.values.base + rows.lowerBound % observation.chunk.capacity * columns
        try observation.monitor.file?.write(
            UnsafeRawBufferPointer(start: from, count: rows.count * columns * 4), at: observation.monitor.written + rows.lowerBound)
    }

    private func sendSpikes(_ index: Int) throws {
        let keeping = cells[index].state.keeping, chunk = recorded[index]
        let table = zip(chunk.steps, chunk.neurons).flatMap { [Double($0) * dt, Double(Int($1) - keeping.range.lowerBound)] }
        try table.withUnsafeBytes { try keeping.file?.write($0, at: keeping.written + sentSpikes[index]) }
        sentSpikes[index] += chunk.neurons.count
        recorded[index] = SpikeChunk()
    }
}

// MARK: Preparation

extension Engine {
    private func prepare(_ state: CellState, _ index: Int, _ step: Int) -> Cells {
        var times = 2
        while times < state.historyLength + 1 { times *= 2 }
        let parts = state.ranges.count
        let lists = SpikeLists(
            base: .allocate(capacity: times * state.count), baseCounts: .allocate(capacity: times * parts), mask: times - 1, stride: state.count, parts: parts)
        lists.baseCounts.initialize(repeating: 0, count: times * parts)
        for (back, spikes) in state.history.reversed().enumerated() where back < state.historyLength && step - back >= 0 {
            let neurons = lists.neurons(step - back), counts = lists.counts(step - back)
            for (part, range) in state.ranges.enumerated() {
                let own = spikes.filter { range.contains(Int($0)) }
                counts[part] = own.count
                for (k, spike) in own.enumerated() { neurons[range.lowerBound + k] = spike }
            }
        }
        let isConducting = state.model.synapses.contains(where: \.isConductance)
        let receptors = zip(state.model.synapses, state.receptors).map { synapse, receptor in
            kernel(synapse, receptor, state.model, isConducting)
        }
        var picksOne = false
        if case .oneNeuron = state.noise { picksOne = true }
        return Cells(
            count: state.count, ranges: state.ranges, receptors: receptors, rings: state.receptors.map { ($0.ring.base, $0.slots - 1) },
            traffic: state.receptors.map(\.traffic), stride: state.stride,
            drive: drive(state, index, isConducting), picksOne: picksOne, lists: lists, model: state.model, state: state)
    }

    private func drive(_ state: CellState, _ index: Int, _ isConducting: Bool) -> engram_drive {
        var drive = engram_drive()
        drive.gain = 1
        // The exact step of the linear membrane: a constant current of I mV moves v by (1 - e^(-dt/τ)) I.
        if case .lif(let cell) = state.model, !isConducting { drive.gain = Float(1 - Elementary.exp(-dt / cell.tau.milliseconds)) }
        drive.current = state.current.map { UnsafePointer($0.base) }
        drive.seed = seed
        drive.stream = 0x6e6f_6973_0000_0000 | UInt64(index)
        drive.pulsed = -1
        if case .oneNeuron(let current) = state.noise { drive.pulse = Float(current) }
        drive.scale = 1
        drive.scales = state.noiseScales.map { UnsafePointer($0.base) }
        switch state.noise {
        case .none, .oneNeuron: break
        case .normal: drive.noise = 1
        case .uniform(let low, let high):
            drive.noise = 2
            drive.scales = nil
            drive.scale = Float(high - low)
            drive.shift = Float(low)
        case .ornsteinUhlenbeck(_, let tau):
            drive.noise = 3
            let keep = Elementary.exp(-dt / tau.milliseconds)
            drive.keep = Float(keep)
            drive.scale = Float((1 - keep * keep).squareRoot())
            drive.walk = state.walk?.base
        }
        return drive
    }

    private func kernel(_ synapse: Synapse, _ state: CellState.Receptor, _ model: CellModel, _ isConducting: Bool) -> engram_receptor {
        let p = synapse.propagator(dt: dt)
        var kernel = engram_receptor()
        kernel.x1 = state.x1?.base
        kernel.x2 = state.x2?.base
        (kernel.d1, kernel.d2, kernel.m, kernel.j1, kernel.j2) = (Float(p.d1), Float(p.d2), Float(p.m), Float(p.j1), Float(p.j2))
        kernel.reversal = Float(p.reversal)
        kernel.magnesium = Float(p.magnesium)
        kernel.kind = synapse == .delta ? 0 : synapse.isConductance ? 2 : 1
        var (k1, k2) = (p.s1, p.s2)
        switch model {
        case .lif(let cell):
            let tau = cell.tau.milliseconds
            if synapse.isConductance {
                let leak = cell.capacitance.picofarads / tau
                (k1, k2) = (k1 / leak, k2 / leak)
            } else if synapse != .delta, !isConducting {
                k1 *= Membrane.gain(of: p.tau1, membrane: tau, dt: dt)
                k2 = p.isAlpha ? Membrane.rampGain(of: p.tau1, membrane: tau, dt: dt) : p.s2 == 0 ? 0 : p.s2 * Membrane.gain(of: p.tau2, membrane: tau, dt: dt)
            }
        case .izhikevich: break
        case .izhikevich2007(let cell): if synapse == .delta { k1 = cell.capacitance.picofarads / dt }
        case .adex(let cell): if synapse == .delta { k1 = cell.capacitance.picofarads / dt }
        }
        (kernel.k1, kernel.k2) = (Float(k1), Float(k2))
        return kernel
    }

    private func route(_ projection: Projection) -> Route {
        let wiring = projection.wiring
        let source = projection.source, target = cells[projection.target.index]
        var rows = engram_rows()
        rows.parts = wiring.parts.count
        // Rows are found by the neuron's number in its population.
        rows.starts = UnsafePointer(wiring.starts.base) - source.range.lowerBound * rows.parts
        rows.origins = UnsafePointer(wiring.origins.base)
        rows.targets = UnsafePointer(wiring.offsets.base)
        rows.weights = wiring.weights.map { UnsafePointer($0.base) }
        rows.weight = wiring.weight
        rows.delays = wiring.delays.map { UnsafePointer($0.base) }
        rows.delay = max(1, wiring.delay)
        let ring = target.rings[projection.synapse]
        return Route(
            source: source.index, sources: source.range, coversAll: source.range.count == cells[source.index].count, target: projection.target.index,
            synapse: projection.synapse,
            ring: ring.base, mask: ring.mask, stride: target.stride, rows: rows, parts: wiring.parts,
            dense: wiring.dense.map { (UnsafePointer($0.base), projection.target.range, wiring.delay) }, plasticity: projection.plasticity, shortTerm: projection.shortTerm,
            longest: wiring.longest, hasOwnDelays: wiring.delays != nil)
    }
}

/// The exact effect of synaptic currents on a leaky membrane over one step.
enum Membrane {
    /// What a current g e^(-t/τg) moves y with τ y' = -y + g: τg/(τg - τ) (e^(-dt/τg) - e^(-dt/τ)), and (dt/τ) e^(-dt/τ) for equal time constants.
    static func gain(of tauSynapse: Double, membrane tau: Double, dt: Double) -> Double {
        let rate = 1 / tau - 1 / tauSynapse
        let x = rate * dt
        // (e^x - 1) / x, by its series where the difference would lose digits.
        let mean = abs(x) < 1e-3 ? 1 + x / 2 * (1 + x / 3 * (1 + x / 4)) : (Elementary.exp(x) - 1) / x
        return dt / tau * Elementary.exp(-dt / tau) * mean
    }

    /// The same for a current h t e^(-t/τg): (1/τ) e^(-dt/τ) ∫ s e^(cs) ds over the step, c = 1/τ - 1/τg.
    static func rampGain(of tauSynapse: Double, membrane tau: Double, dt: Double) -> Double {
        let c = 1 / tau - 1 / tauSynapse
        let x = c * dt
        let integral = abs(x) < 1e-2 ? dt * dt * (0.5 + x / 3 + x * x / 8 + x * x * x / 30) : (Elementary.exp(x) * (x - 1) + 1) / (c * c)
        return Elementary.exp(-dt / tau) / tau * integral
    }
}
