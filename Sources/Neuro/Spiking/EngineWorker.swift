import CKernels

/// One thread's share of a run, as lists of plain numbers and pointers: what a step does is laid down once, and the loop over steps counts no references.
// Used by one thread at a time.
final class EngineWorker: @unchecked Sendable {
    /// Spikes of one projection's sources to this worker's part of its targets.
    private struct Delivery {
        var lists: Engine.SpikeLists
        var sourceParts: Range<Int>
        /// Where the parts of the sources begin.
        var origins: UnsafeMutablePointer<Int>
        var sources: Range<Int>
        var coversAll: Bool
        var rows: engram_rows
        var parts: Range<Int>
        var ring: UnsafeMutablePointer<Float>
        var mask: Int
        var stride: Int
        /// Dense projections: the weight of source 0 to the first target of the part, nil for others.
        var dense: UnsafePointer<Float>?
        var width: Int
        var firstTarget: Int
        var targetCount: Int
        var delay: Int
        /// What spikes release, of even and odd times; nil where all release everything.
        var released: UnsafeMutablePointer<Float>?
        var sourceCount: Int
    }

    private enum Kernel: Int { case lif, izhikevich, izhikevich2007, adex }

    /// The neurons of one part.
    private struct Integration {
        var lists: Engine.SpikeLists
        var part: Int
        var first: Int
        var count: Int
        var kernel: Kernel
        var model: UnsafeMutableRawPointer
        var drive: UnsafeMutablePointer<engram_drive>
        var receptors: UnsafeMutablePointer<engram_receptor>
        var rings: UnsafeMutablePointer<Ring>
        var receptorCount: Int
        var population: Int
        var hasInputs: Bool
        var picksOne: Bool
        var populationCount: Int
    }

    private struct Ring {
        var base: UnsafeMutablePointer<Float>
        var mask: Int
        var stride: Int
    }

    private let engine: Engine
    private let deliveries: UnsafeMutableBufferPointer<Delivery>
    private let integrations: UnsafeMutableBufferPointer<Integration>
    private let memory: MemoryKeeper
    private let learners: [Learner]
    private let stores: [(source: Engine.Cells, parts: Range<Int>, state: ShortTermState)]
    private let observed: [(what: Engine.Observation, ranges: [Range<Int>])]
    private var scratch = [Float](repeating: 0, count: Int(ENGRAM_PIECE))
    /// Spikes served, a measure of the work done.
    private(set) var events = 0

    init(_ engine: Engine, number: Int, of workers: Int) {
        self.engine = engine
        let memory = MemoryKeeper()
        let parts = engine.cells.map { cell in
            let n = cell.ranges.count
            return n * number / workers ..< n * (number + 1) / workers
        }
        var integrations: [Integration] = []
        for (index, cell) in engine.cells.enumerated() {
            let receptors = memory.keep(cell.receptors)
            let rings = memory.keep(cell.rings.map { Ring(base: $0.base, mask: $0.mask, stride: cell.stride) })
            let drive = memory.keep([cell.drive])
            let (kernel, model) = Self.kernel(cell, receptors, engine.dt, memory)
            for part in parts[index] {
                integrations.append(
                    Integration(
                        lists: cell.lists, part: part, first: cell.ranges[part].lowerBound, count: cell.ranges[part].count, kernel: kernel, model: model, drive: drive,
                        receptors: receptors, rings: rings, receptorCount: cell.receptors.count, population: index, hasInputs: !cell.inputs.isEmpty,
                        picksOne: cell.picksOne, populationCount: cell.count))
            }
        }
        var deliveries: [Delivery] = []
        for route in engine.routes where route.plasticity == nil {
            let source = engine.cells[route.source], target = engine.cells[route.target]
            var delivery = Delivery(
                lists: source.lists, sourceParts: 0 ..< source.ranges.count, origins: memory.keep(source.ranges.map(\.lowerBound)), sources: route.sources,
                coversAll: route.coversAll, rows: route.rows, parts: 0 ..< 0, ring: route.ring, mask: route.mask, stride: route.stride, dense: nil, width: 0,
                firstTarget: 0, targetCount: 0, delay: route.rows.delay,
                released: route.shortTerm?.released.base, sourceCount: source.count)
            if let dense = route.dense {
                for part in parts[route.target] {
                    let range = target.ranges[part].clamped(to: dense.targets)
                    if range.isEmpty { continue }
                    delivery.width = dense.targets.count
                    delivery.dense = dense.weights + (range.lowerBound - dense.targets.lowerBound) - route.sources.lowerBound * delivery.width
                    (delivery.firstTarget, delivery.targetCount, delivery.delay) = (range.lowerBound, range.count, dense.delay)
                    deliveries.append(delivery)
                }
                continue
            }
            let own = parts[route.target].clamped(to: route.parts)
            if own.isEmpty { continue }
            delivery.parts = own.lowerBound - route.parts.lowerBound ..< own.upperBound - route.parts.lowerBound
            if route.rows.delays == nil {
                deliveries.append(delivery)
                continue
            }
            // Delays of their own reach into many slots: part by part, so that those stay in the cache.
            for part in delivery.parts {
                delivery.parts = part ..< part + 1
                deliveries.append(delivery)
            }
        }
        self.deliveries = UnsafeMutableBufferPointer(start: memory.keep(deliveries), count: deliveries.count)
        self.integrations = UnsafeMutableBufferPointer(start: memory.keep(integrations), count: integrations.count)
        self.memory = memory
        stores = engine.routes.compactMap { route in route.shortTerm.map { (engine.cells[route.source], parts[route.source], $0) } }
        observed = engine.observations.map { what in
            (what, parts[what.population].map { engine.cells[what.population].ranges[$0].clamped(to: what.range) }.filter { !$0.isEmpty })
        }
        learners = engine.routes.filter { $0.plasticity != nil }.map { Learner(engine, $0, parts[$0.source], parts[$0.target], memory) }
    }

    private static func kernel(
        _ cell: Engine.Cells, _ receptors: UnsafeMutablePointer<engram_receptor>, _ dt: Double, _ memory: MemoryKeeper
    ) -> (Kernel, UnsafeMutableRawPointer) {
        let state = cell.state, count = cell.receptors.count
        func steps(_ time: Time) -> Int32 { Int32(min(1e9, (time.milliseconds / dt).rounded())) }
        // Every model has the buffers that its kernel reads, see CellState.init.
        let free = state.free?.base, u = state.u?.base
        switch cell.model {
        case .lif(let model):
            let tau = model.tau.milliseconds, leak = Elementary.exp(-dt / tau), rest = model.rest.millivolts
            return (
                .lif,
                memory.keep(
                    engram_lif(
                        v: state.v.base, free: free, leak: Float(leak), rest: Float((1 - leak) * rest), threshold: Float(model.threshold.millivolts),
                        reset: Float(model.reset.millivolts), refractory: steps(model.refractory), equilibrium: Float(rest), rate: Float(dt / tau),
                        receptors: receptors, receptor_count: count))
            )
        case .izhikevich(let model):
            let scheme: Int32 = model.scheme == .published2003 ? 0 : model.scheme == .published2004 ? 1 : 2
            return (
                .izhikevich,
                memory.keep(
                    engram_izhikevich(
                        v: state.v.base, u: u, a: state.own[0].base, b: state.own[1].base, c: state.own[2].base, d: state.own[3].base, scheme: scheme,
                        dt: Float(dt), peak: Float(model.peak), receptors: receptors, receptor_count: count))
            )
        case .izhikevich2007(let model):
            return (
                .izhikevich2007,
                memory.keep(
                    engram_izhikevich07(
                        v: state.v.base, u: u, dt_over_c: Float(dt / model.capacitance.picofarads), k: Float(model.k), vr: Float(model.rest.millivolts),
                        vt: Float(model.threshold.millivolts), dt_a: Float(dt * model.a), b: Float(model.b), c: Float(model.c.millivolts),
                        d: Float(model.d.picoamperes), peak: Float(model.peak.millivolts), receptors: receptors, receptor_count: count))
            )
        case .adex(let model):
            return (
                .adex,
                memory.keep(
                    engram_adex(
                        v: state.v.base, w: u, free: free, dt_over_c: Float(dt / model.capacitance.picofarads), leak: Float(model.leak.nanosiemens),
                        rest: Float(model.rest.millivolts), slope: Float(model.slope.millivolts), threshold: Float(model.threshold.millivolts),
                        peak: Float(model.peak.millivolts), reset: Float(model.reset.millivolts), dt_over_tw: Float(dt / model.tauAdaptation.milliseconds),
                        a: Float(model.coupling.nanosiemens), b: Float(model.jump.picoamperes), refractory: steps(model.refractory), receptors: receptors,
                        receptor_count: count))
            )
        }
    }

    /// Delivers the spikes of time `step` to this worker's targets.
    func deliver(_ step: Int) {
        if !learners.isEmpty { learn(step) }
        for index in 0 ..< deliveries.count {
            let job = deliveries.baseAddress.unsafelyUnwrapped + index
            let neurons = job.pointee.lists.neurons(step), counts = job.pointee.lists.counts(step)
            for part in job.pointee.sourceParts {
                var first = 0, end = counts[part]
                if end == 0 { continue }
                let spikes = neurons + job.pointee.origins[part]
                if !job.pointee.coversAll {
                    first = Self.place(of: job.pointee.sources.lowerBound, in: spikes, end)
                    end = Self.place(of: job.pointee.sources.upperBound, in: spikes, end)
                    if first == end { continue }
                }
                events += end - first
                let scales = job.pointee.released.map { UnsafePointer($0 + (step & 1) * job.pointee.sourceCount + job.pointee.origins[part] + first) }
                if let dense = job.pointee.dense {
                    let slot = job.pointee.ring + ((step + job.pointee.delay - 1) & job.pointee.mask) * job.pointee.stride
                    engram_spiking_deliver_dense(
                        dense, job.pointee.width, job.pointee.targetCount, spikes + first, scales, end - first, slot + job.pointee.firstTarget)
                } else {
                    engram_spiking_deliver(
                        &job.pointee.rows, spikes + first, scales, end - first, Int64(step), job.pointee.ring, job.pointee.mask, job.pointee.stride,
                        job.pointee.parts.lowerBound, job.pointee.parts.upperBound)
                }
            }
        }
    }

    /// Lets the plastic synapses of this worker's targets learn and act.
    private func learn(_ step: Int) { for learner in learners { events += learner.take(step) } }

    /// The first place in an ascending list that holds `bound` or more.
    static func place(of bound: Int, in list: UnsafePointer<UInt32>, _ count: Int) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(list[middle]) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Advances this worker's neurons from `step` to the next.
    func integrate(_ step: Int) {
        advance(step)
        if !stores.isEmpty { release(step + 1) }
        if !observed.isEmpty { sample(step + 1) }
    }

    /// Says what the spikes of time `step` release.
    private func release(_ step: Int) {
        for store in stores {
            let neurons = store.source.lists.neurons(step), counts = store.source.lists.counts(step)
            for part in store.parts {
                let origin = store.source.ranges[part].lowerBound
                for k in 0 ..< counts[part] { store.state.spike(Int(neurons[origin + k]), place: origin + k, step: step, dt: engine.dt) }
            }
        }
    }

    /// Takes the samples of time `step` of this worker's neurons.
    private func sample(_ step: Int) {
        for observation in observed where step % observation.what.every == 0 {
            let what = observation.what, row = step / what.every - what.first
            for range in observation.ranges {
                (what.to + row * what.range.count + (range.lowerBound - what.range.lowerBound)).update(from: what.from + range.lowerBound, count: range.count)
            }
        }
    }

    private func advance(_ step: Int) {
        for index in 0 ..< integrations.count {
            let job = integrations.baseAddress.unsafelyUnwrapped + index
            for i in 0 ..< job.pointee.receptorCount {
                let ring = job.pointee.rings[i]
                job.pointee.receptors[i].arrived = ring.base + (step & ring.mask) * ring.stride
            }
            if job.pointee.picksOne {
                job.pointee.drive.pointee.pulsed = Draw.index(
                    below: job.pointee.populationCount, seed: engine.seed, stream: job.pointee.drive.pointee.stream, step: step)
            }
            if job.pointee.hasInputs { addInputs(job.pointee, step) }
            let spikes = job.pointee.lists.neurons(step + 1) + job.pointee.first
            let first = job.pointee.first, count = job.pointee.count, drive = job.pointee.drive, model = job.pointee.model
            let found =
                switch job.pointee.kernel {
                case .lif: engram_lif_step(model.assumingMemoryBound(to: engram_lif.self), drive, first, count, Int64(step), spikes)
                case .izhikevich: engram_izhikevich_step(model.assumingMemoryBound(to: engram_izhikevich.self), drive, first, count, Int64(step), spikes)
                case .izhikevich2007: engram_izhikevich07_step(model.assumingMemoryBound(to: engram_izhikevich07.self), drive, first, count, Int64(step), spikes)
                case .adex: engram_adex_step(model.assumingMemoryBound(to: engram_adex.self), drive, first, count, Int64(step), spikes)
                }
            job.pointee.lists.counts(step + 1)[job.pointee.part] = found
        }
    }

    /// Adds Poisson spikes to what arrives in this step.
    private func addInputs(_ job: Integration, _ step: Int) {
        let piece = Int(ENGRAM_PIECE)
        for input in engine.cells[job.population].inputs {
            let targets = (job.first ..< job.first + job.count).clamped(to: input.range)
            guard let arrived = job.receptors[input.synapse].arrived, !targets.isEmpty, input.thresholds.count > 0 else { continue }
            let stream = 0x706f_6973_0000_0000 | UInt64(input.number)
            if targets.lowerBound % piece == 0 {
                engram_spiking_poisson(
                    input.thresholds.base, input.thresholds.count, input.weight, engine.seed, stream, Int64(step), targets.lowerBound, targets.count, arrived)
                continue
            }
            // A slice that begins within a piece: drawn piece by piece beside, the part of it added.
            for at in stride(from: targets.lowerBound / piece * piece, to: targets.upperBound, by: piece) {
                for i in 0 ..< piece { scratch[i] = 0 }
                scratch.withUnsafeMutableBufferPointer { scratch in
                    guard let base = scratch.baseAddress else { return }
                    engram_spiking_poisson(input.thresholds.base, input.thresholds.count, input.weight, engine.seed, stream, Int64(step), at, piece, base - at)
                    for i in (at ..< at + piece).clamped(to: targets) { arrived[i] += base[i - at] }
                }
            }
        }
    }
}

/// Memory for plain values that lives as long as this object.
final class MemoryKeeper {
    private var blocks: [UnsafeMutableRawPointer] = []

    func keep<T>(_ values: [T]) -> UnsafeMutablePointer<T> {
        let copy = UnsafeMutablePointer<T>.allocate(capacity: max(1, values.count))
        for (i, value) in values.enumerated() { (copy + i).initialize(to: value) }
        blocks.append(UnsafeMutableRawPointer(copy))
        return copy
    }

    func keep<T>(_ value: T) -> UnsafeMutableRawPointer { UnsafeMutableRawPointer(keep([value])) }

    deinit { for block in blocks { block.deallocate() } }
}

/// Single numbers keyed by seed, stream and step.
enum Draw {
    static func index(below count: Int, seed: UInt64, stream: UInt64, step: Int) -> Int {
        var words = (UInt32(0), UInt32(0), UInt32(0), UInt32(0))
        withUnsafeMutablePointer(to: &words) { words in
            words.withMemoryRebound(to: UInt32.self, capacity: 4) { engram_philox_words(seed, stream | 1 << 24, UInt64(step), 1, $0) }
        }
        return Int((UInt64(words.0) * UInt64(count)) >> 32)
    }
}
