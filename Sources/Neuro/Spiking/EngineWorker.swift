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
        /// Where events are set down by their times; nil where all arrive after one delay.
        var events: UnsafeMutablePointer<engram_events>?
        /// The part of the targets' population that is the first of the rows.
        var firstPart: Int
    }

    /// What has been set down for one part, and where it is added up.
    private struct Settlement {
        var events: UnsafeMutablePointer<engram_events>
        var part: Int
        var size: Int
        var ring: UnsafeMutablePointer<Float>
        var mask: Int
        var stride: Int
    }

    private enum Kernel: Int { case lif, izhikevich, izhikevich2007, adex }

    /// What this worker samples of an observation: neurons of its own, in ranges and the columns where they begin.
    private struct Observed {
        let what: Engine.Observation
        let ranges: [(column: Int, neurons: Range<Int>)]
    }

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
    private let settlements: UnsafeMutableBufferPointer<Settlement>
    private let memory: MemoryKeeper
    private let learners: [Learner]
    private let stores: [(source: Engine.Cells, parts: Range<Int>, state: ShortTermState)]
    private let observed: [Observed]
    /// For each of `integrations` what comes to it from outside.
    private let feeds: [InputFeed?]
    private let waves: [(waves: UnsafeMutablePointer<engram_wave>, currents: [SharedCurrent])]
    private let dopamine: DopamineAccount
    private var stop: StopWatch?
    /// Spikes served, a measure of the work done.
    private(set) var events = 0

    init(_ engine: Engine, number: Int, of workers: Int, step: Int) {
        self.engine = engine
        let dopamine = DopamineAccount(engine)
        self.dopamine = dopamine
        stop = engine.stop
        let memory = MemoryKeeper()
        let parts = engine.cells.map { cell in
            let n = cell.ranges.count
            return n * number / workers ..< n * (number + 1) / workers
        }
        var integrations: [Integration] = []
        var feeds: [InputFeed?] = []
        var waves: [(waves: UnsafeMutablePointer<engram_wave>, currents: [SharedCurrent])] = []
        for (index, cell) in engine.cells.enumerated() {
            let receptors = memory.keep(cell.receptors)
            let rings = memory.keep(cell.rings.map { Ring(base: $0.base, mask: $0.mask, stride: cell.stride) })
            let drive = memory.keep([cell.drive])
            if !cell.state.currents.isEmpty {
                let own = memory.keep(cell.state.currents.map { engram_wave(first: $0.range.lowerBound, end: $0.range.upperBound, value: 0) })
                (drive.pointee.waves, drive.pointee.wave_count) = (UnsafePointer(own), cell.state.currents.count)
                waves.append((own, cell.state.currents))
            }
            let (kernel, model) = Self.kernel(cell, receptors, engine.dt, memory)
            for part in parts[index] {
                feeds.append(InputFeed(cell.state, cell.ranges[part], seed: engine.seed, dt: engine.dt, step: step))
                integrations.append(
                    Integration(
                        lists: cell.lists, part: part, first: cell.ranges[part].lowerBound, count: cell.ranges[part].count, kernel: kernel, model: model, drive: drive,
                        receptors: receptors, rings: rings, receptorCount: cell.receptors.count, population: index,
                        picksOne: cell.picksOne, populationCount: cell.count))
            }
        }
        let traffic = engine.cells.map { cell in cell.traffic.map { $0.map { memory.keep([$0.kernel]) } } }
        var settlements: [Settlement] = []
        for (index, cell) in engine.cells.enumerated() {
            for (synapse, events) in traffic[index].enumerated() {
                guard let events else { continue }
                let ring = cell.rings[synapse]
                for part in parts[index] {
                    let range = cell.ranges[part]
                    settlements.append(
                        Settlement(events: events, part: part, size: range.count, ring: ring.base + range.lowerBound, mask: ring.mask, stride: cell.stride))
                }
            }
        }
        var deliveries: [Delivery] = []
        for route in engine.routes where route.plasticity == nil {
            let source = engine.cells[route.source], target = engine.cells[route.target]
            var delivery = Delivery(
                lists: source.lists, sourceParts: 0 ..< source.ranges.count, origins: memory.keep(source.ranges.map(\.lowerBound)), sources: route.sources,
                coversAll: route.coversAll, rows: route.rows, parts: 0 ..< 0, ring: route.ring, mask: route.mask, stride: route.stride, dense: nil, width: 0,
                firstTarget: 0, targetCount: 0, delay: route.rows.delay,
                released: route.shortTerm?.released.base, sourceCount: source.count, events: nil, firstPart: route.parts.lowerBound)
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
            if route.rows.delays != nil { delivery.events = traffic[route.target][route.synapse] }
            deliveries.append(delivery)
        }
        self.deliveries = UnsafeMutableBufferPointer(start: memory.keep(deliveries), count: deliveries.count)
        self.settlements = UnsafeMutableBufferPointer(start: memory.keep(settlements), count: settlements.count)
        self.integrations = UnsafeMutableBufferPointer(start: memory.keep(integrations), count: integrations.count)
        self.memory = memory
        stores = engine.routes.compactMap { route in route.shortTerm.map { (engine.cells[route.source], parts[route.source], $0) } }
        observed = engine.observations.map { what in
            let own = parts[what.monitor.population.index].map { engine.cells[what.monitor.population.index].ranges[$0] }
            if let neurons = what.monitor.neurons {
                return Observed(
                    what: what, ranges: neurons.enumerated().filter { pair in own.contains { $0.contains(pair.element) } }.map { ($0.offset, $0.element ..< $0.element + 1) })
            }
            let range = what.monitor.population.range
            return Observed(what: what, ranges: own.map { $0.clamped(to: range) }.filter { !$0.isEmpty }.map { ($0.lowerBound - range.lowerBound, $0) })
        }
        learners = engine.routes.filter { $0.plasticity != nil }.map { Learner(engine, $0, parts[$0.source], parts[$0.target], dopamine, memory) }
        self.feeds = feeds
        self.waves = waves
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
            let scheme: Int32 =
                switch model.scheme {
                case .published2003: 0
                case .published2004: 1
                case .euler: 2
                case .rk4: 3
                }
            return (
                .izhikevich,
                memory.keep(
                    engram_izhikevich(
                        v: state.v.base, u: u, a: state.buffer(.a)?.base, b: state.buffer(.b)?.base, c: state.buffer(.c)?.base, d: state.buffer(.d)?.base, scheme: scheme,
                        dt: Float(dt), peak: Float(model.peak), receptors: receptors, receptor_count: count))
            )
        case .izhikevich2007(let model):
            /// What becomes of each neuron's own numbers.
            func own(_ quantity: Quantity, _ derive: (Double) -> Double) -> UnsafePointer<Float>? {
                state.buffer(quantity).map { own in UnsafePointer(memory.keep((0 ..< state.count).map { Float(derive(Double(own.base[$0]))) })) }
            }
            func parameter(_ quantity: Quantity, _ derive: (Double) -> Double = { $0 }) -> engram_parameter {
                engram_parameter(own: own(quantity, derive), shared: Float(derive(cell.model.shared(quantity))))
            }
            if let gains = own(.capacitance, { $0 / dt }) {
                for (i, synapse) in model.synapses.enumerated() where synapse == .delta { receptors[i].gains = gains }
            }
            return (
                .izhikevich2007,
                memory.keep(
                    engram_izhikevich07(
                        v: state.v.base, u: u, dt_over_c: parameter(.capacitance) { dt / $0 }, k: parameter(.k), vr: parameter(.rest), vt: parameter(.threshold),
                        dt_a: parameter(.a) { dt * $0 }, b: parameter(.b), c: parameter(.c), d: parameter(.d), peak: parameter(.peak), scheme: model.scheme == .rk4 ? 1 : 0,
                        receptors: receptors, receptor_count: count))
            )
        case .adex(let model):
            return (
                .adex,
                memory.keep(
                    engram_adex(
                        v: state.v.base, w: u, free: free, dt_over_c: Float(dt / model.capacitance.picofarads), leak: Float(model.leak.nanosiemens),
                        rest: Float(model.rest.millivolts), slope: Float(model.slope.millivolts), threshold: Float(model.threshold.millivolts),
                        peak: Float(model.peak.millivolts), reset: Float(model.reset.millivolts), dt_over_tw: Float(dt / model.tauAdaptation.milliseconds),
                        a: Float(model.coupling.nanosiemens), b: Float(model.jump.picoamperes), scheme: model.scheme == .rk4 ? 1 : 0, refractory: steps(model.refractory),
                        receptors: receptors,
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
                } else if let events = job.pointee.events {
                    engram_spiking_sort(
                        &job.pointee.rows, spikes + first, scales, end - first, Int64(step), events, job.pointee.ring, job.pointee.stride,
                        job.pointee.parts.lowerBound, job.pointee.parts.upperBound, job.pointee.firstPart)
                } else {
                    engram_spiking_deliver(
                        &job.pointee.rows, spikes + first, scales, end - first, Int64(step), job.pointee.ring, job.pointee.mask, job.pointee.stride,
                        job.pointee.parts.lowerBound, job.pointee.parts.upperBound)
                }
            }
        }
        if !settlements.isEmpty { settle(step) }
    }

    /// Adds up the events that arrive in this step.
    private func settle(_ step: Int) {
        for settlement in settlements {
            let slot = step & settlement.mask
            engram_spiking_settle(settlement.events, settlement.part, slot, settlement.ring + slot * settlement.stride, settlement.size)
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
        for own in observed where step % own.what.monitor.every == 0 {
            let row = step / own.what.monitor.every - own.what.chunk.first
            if row < 0 || row >= own.what.chunk.rows { continue }
            let to = own.what.chunk.values.base + row % own.what.chunk.capacity * own.what.monitor.columns
            for (column, neurons) in own.ranges { (to + column).update(from: own.what.from + neurons.lowerBound, count: neurons.count) }
        }
    }

    /// What the spikes of time `step` lead to; whether the run is over.
    func notice(_ step: Int) -> Bool {
        if !engine.dopamine.rewards.isEmpty { dopamine.notice(step) }
        guard let population = stop?.population else { return false }
        return stop?.isOver(engine.spikeCount(population, at: step)) ?? false
    }

    /// The network's dopamine as it is after the steps that this worker has taken.
    var dopamineAfter: Dopamine { dopamine.dopamine }

    private func advance(_ step: Int) {
        for (own, currents) in waves {
            for (k, current) in currents.enumerated() { own[k].value = Float(current.waveform.value(at: (Double(step) * engine.dt).ms)) }
        }
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
            if let feed = feeds[index] { feed.add(step, to: job.pointee.receptors) }
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
