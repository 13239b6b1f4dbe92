import CKernels

/// A plastic projection as one worker sees it: the traces of its sources, and the synapses onto its targets.
///
/// In a step: weights are consolidated where that is due; the traces of sources and targets decay and take up the spikes of this time; targets that spike
/// strengthen their synapses, looking at traces from before; last, spikes arrive.
// Used by one thread at a time.
final class Learner: @unchecked Sendable {
    private let engine: Engine
    private let dopamine: DopamineAccount
    private let rule: STDP
    private let source: Engine.Cells
    private let target: Engine.Cells
    private let sources: Range<Int>
    private let sourceParts: Range<Int>
    private let targetParts: Range<Int>
    private let plastic: UnsafeMutablePointer<engram_plastic>
    private let rowParts: Range<Int>
    private let traces: UnsafeMutablePointer<Float>
    private let traceMask: Int
    private let post: UnsafeMutablePointer<Float>
    private let ring: (base: UnsafeMutablePointer<Float>, mask: Int, stride: Int)
    private let preDecay: Float
    private let postDecay: Float
    private let longest: Int
    private let hasOwnDelays: Bool
    private let interval: Int
    private let isNearest: Bool

    init(_ engine: Engine, _ route: Engine.Route, _ sourceParts: Range<Int>, _ targetParts: Range<Int>, _ dopamine: DopamineAccount, _ memory: MemoryKeeper) {
        self.engine = engine
        self.dopamine = dopamine
        source = engine.cells[route.source]
        target = engine.cells[route.target]
        sources = route.sources
        self.sourceParts = sourceParts
        self.targetParts = targetParts
        ring = (route.ring, route.mask, route.stride)
        longest = route.longest
        hasOwnDelays = route.hasOwnDelays
        let own = targetParts.clamped(to: route.parts)
        rowParts = own.isEmpty ? 0 ..< 0 : own.lowerBound - route.parts.lowerBound ..< own.upperBound - route.parts.lowerBound
        // The filter of EngineWorker.init lets only routes with plasticity in.
        let plasticity = route.plasticity.unsafelyUnwrapped
        rule = plasticity.rule
        isNearest = rule.pairing == .nearest
        traces = plasticity.traces.base
        traceMask = plasticity.slots - 1
        post = plasticity.post.base
        preDecay = Float(Elementary.exp(-engine.dt / rule.tauPlus.milliseconds))
        postDecay = Float(Elementary.exp(-engine.dt / rule.tauMinus.milliseconds))
        switch rule.change {
        case .immediate: interval = 0
        case .periodic(let every, _, _), .dopamine(let every, _, _, _): interval = max(1, Int((every.milliseconds / engine.dt).rounded()))
        }
        var kernel = engram_plastic()
        kernel.rows = route.rows
        kernel.weights = plasticity.weights.base
        kernel.pending = plasticity.pending?.base
        kernel.longest = longest
        kernel.segments = plasticity.segments.map { UnsafePointer($0.base) - route.sources.lowerBound * route.parts.count * (route.longest + 1) }
        kernel.places = UnsafePointer(plasticity.places.base)
        kernel.synapses = UnsafePointer(plasticity.synapses.base)
        kernel.sources = UnsafePointer(plasticity.sources.base)
        (kernel.minus, kernel.plus, kernel.maximum) = (Float(rule.minus), Float(rule.plus), Float(rule.maximum))
        plastic = memory.keep([kernel])
    }

    /// Everything of step `step`; gives how many spikes were served.
    func take(_ step: Int) -> Int {
        if interval > 0, step > 0, step % interval == 0 { consolidate(step) }
        followSources(step)
        return potentiate(step) + arrive(step)
    }

    private func consolidate(_ step: Int) {
        if rowParts.isEmpty { return }
        switch rule.change {
        case .immediate: break
        case .periodic(_, let drift, let keep):
            engram_spiking_consolidate(plastic, sources.lowerBound, sources.count, Float(drift), 1, Float(keep), rowParts.lowerBound, rowParts.upperBound)
        case .dopamine(_, let drift, let keep, let tau):
            let gain = Float(drift + dopamine.level(at: step, tau: tau.milliseconds))
            engram_spiking_consolidate(plastic, sources.lowerBound, sources.count, 0, gain, Float(keep), rowParts.lowerBound, rowParts.upperBound)
        }
    }

    private func followSources(_ step: Int) {
        let before = traces + ((step - 1) & traceMask) * sources.count, now = traces + (step & traceMask) * sources.count
        for part in sourceParts {
            let own = source.ranges[part].clamped(to: sources)
            if own.isEmpty { continue }
            engram_spiking_decay(before + (own.lowerBound - sources.lowerBound), now + (own.lowerBound - sources.lowerBound), own.count, preDecay)
            let spikes = source.lists.neurons(step) + source.ranges[part].lowerBound
            for k in 0 ..< source.lists.counts(step)[part] {
                let neuron = Int(spikes[k])
                if !own.contains(neuron) { continue }
                now[neuron - sources.lowerBound] = isNearest ? 1 : now[neuron - sources.lowerBound] + 1
            }
        }
    }

    private func potentiate(_ step: Int) -> Int {
        var served = 0
        for part in targetParts {
            let own = target.ranges[part]
            engram_spiking_decay(post + own.lowerBound, post + own.lowerBound, own.count, postDecay)
            let spikes = target.lists.neurons(step) + own.lowerBound, count = target.lists.counts(step)[part]
            for k in 0 ..< count { post[Int(spikes[k])] = isNearest ? 1 : post[Int(spikes[k])] + 1 }
            engram_spiking_potentiate(plastic, spikes, count, Int64(step), traces, traceMask, sources.count)
            served += count
        }
        return served
    }

    private func arrive(_ step: Int) -> Int {
        if rowParts.isEmpty { return 0 }
        var served = 0
        let arrived = ring.base + (step & ring.mask) * ring.stride
        for delay in hasOwnDelays ? 1 ... longest : longest ... longest {
            let sent = step - delay + 1
            if sent < 0 { continue }
            let counts = source.lists.counts(sent), neurons = source.lists.neurons(sent)
            for part in 0 ..< source.ranges.count where counts[part] > 0 {
                let spikes = neurons + source.ranges[part].lowerBound
                let first = EngineWorker.place(of: sources.lowerBound, in: spikes, counts[part])
                let end = EngineWorker.place(of: sources.upperBound, in: spikes, counts[part])
                if first == end { continue }
                engram_spiking_depress(plastic, spikes + first, end - first, delay, post, arrived, rowParts.lowerBound, rowParts.upperBound)
                served += delay == 1 ? end - first : 0
            }
        }
        return served
    }
}
