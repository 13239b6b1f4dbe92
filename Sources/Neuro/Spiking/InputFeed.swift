import CKernels

/// What comes to one part of a population from outside: spikes of Poisson processes, and spikes that are given.
// Used by one thread at a time.
final class InputFeed: @unchecked Sendable {
    private struct Process {
        let input: PoissonInput
        /// Those of the part that get the spikes.
        let targets: Range<Int>
        var rate: Double
        var thresholds: [UInt32]
    }

    private struct List {
        let synapse: Int
        let weight: Float
        let steps: [Int]
        let neurons: [UInt32]
        var next = 0
    }

    private let seed: UInt64
    private let dt: Double
    private var processes: [Process]
    private var lists: [List]
    private var scratch = [Float](repeating: 0, count: Int(ENGRAM_PIECE))

    /// Nil where nothing comes.
    init?(_ state: CellState, _ part: Range<Int>, seed: UInt64, dt: Double, step: Int) {
        self.seed = seed
        self.dt = dt
        processes = state.inputs.compactMap { input in
            let targets = part.clamped(to: input.range), rate = input.rate(at: step)
            return targets.isEmpty ? nil : Process(input: input, targets: targets, rate: rate, thresholds: PoissonInput.thresholds(rate: rate, dt: dt))
        }
        lists = state.spikeLists.compactMap { list in
            let own = list.neurons.indices.filter { part.contains(Int(list.neurons[$0])) && list.steps[$0] >= step }
            return own.isEmpty
                ? nil : List(synapse: list.synapse, weight: list.weight, steps: own.map { list.steps[$0] }, neurons: own.map { list.neurons[$0] })
        }
        if processes.isEmpty, lists.isEmpty { return nil }
    }

    /// Adds the spikes of a step to what arrives in it.
    func add(_ step: Int, to receptors: UnsafeMutablePointer<engram_receptor>) {
        for index in processes.indices {
            if processes[index].input.interval > 0 { follow(index, step) }
            draw(processes[index], step, receptors)
        }
        for index in lists.indices {
            guard let arrived = receptors[lists[index].synapse].arrived else { continue }
            while lists[index].next < lists[index].steps.count, lists[index].steps[lists[index].next] == step {
                arrived[Int(lists[index].neurons[lists[index].next])] += lists[index].weight
                lists[index].next += 1
            }
        }
    }

    private func follow(_ index: Int, _ step: Int) {
        let rate = processes[index].input.rate(at: step)
        if rate == processes[index].rate { return }
        processes[index].rate = rate
        processes[index].thresholds = PoissonInput.thresholds(rate: rate, dt: dt)
    }

    private func draw(_ process: Process, _ step: Int, _ receptors: UnsafeMutablePointer<engram_receptor>) {
        let piece = Int(ENGRAM_PIECE), targets = process.targets
        guard let arrived = receptors[process.input.synapse].arrived, !process.thresholds.isEmpty else { return }
        let stream = 0x706f_6973_0000_0000 | UInt64(process.input.number)
        if targets.lowerBound % piece == 0 {
            engram_spiking_poisson(
                process.thresholds, process.thresholds.count, process.input.weight, seed, stream, Int64(step), targets.lowerBound, targets.count, arrived)
            return
        }
        // A slice that begins within a piece: drawn piece by piece beside, the part of it added.
        for at in stride(from: targets.lowerBound / piece * piece, to: targets.upperBound, by: piece) {
            for i in 0 ..< piece { scratch[i] = 0 }
            scratch.withUnsafeMutableBufferPointer { scratch in
                guard let base = scratch.baseAddress else { return }
                engram_spiking_poisson(
                    process.thresholds, process.thresholds.count, process.input.weight, seed, stream, Int64(step), at, piece, base - at)
                for i in (at ..< at + piece).clamped(to: targets) { arrived[i] += base[i - at] }
            }
        }
    }
}
