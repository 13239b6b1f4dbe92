import CKernels
import Linear

/// The neurons that a network can hold.
enum CellModel: Equatable, Sendable, Codable {
    case lif(LIF)
    case izhikevich(Izhikevich)
    case izhikevich2007(Izhikevich2007)
    case adex(AdEx)

    var synapses: [Synapse] {
        switch self {
        case .lif(let model): model.synapses
        case .izhikevich(let model): model.synapses
        case .izhikevich2007(let model): model.synapses
        case .adex(let model): model.synapses
        }
    }

    /// The parameters that neurons may have each for themselves, and what they are where nothing else is said.
    var parameters: [(quantity: Quantity, value: Double)] {
        switch self {
        case .lif, .adex: []
        case .izhikevich(let cell): [(.a, cell.a), (.b, cell.b), (.c, cell.c), (.d, cell.d)]
        case .izhikevich2007(let cell):
            [
                (.capacitance, cell.capacitance.picofarads), (.k, cell.k), (.rest, cell.rest.millivolts), (.threshold, cell.threshold.millivolts), (.peak, cell.peak.millivolts),
                (.a, cell.a), (.b, cell.b), (.c, cell.c.millivolts), (.d, cell.d.picoamperes),
            ]
        }
    }

    /// What a parameter is where nothing else is said.
    func shared(_ quantity: Quantity) -> Double { parameters.first { $0.quantity == quantity }?.value ?? 0 }

    var kind: String {
        switch self {
        case .lif: "LIF"
        case .izhikevich: "Izhikevich"
        case .izhikevich2007: "Izhikevich2007"
        case .adex: "AdEx"
        }
    }
}

/// One quantity of a neuron that can be read or set.
public enum Quantity: Equatable, Sendable, Codable {
    /// The membrane potential, in mV.
    case v
    /// The recovery variable u, or the adaptation current of `AdEx`.
    case u
    /// The parameter a of an `Izhikevich` or `Izhikevich2007` neuron; as the other parameters here, each neuron may have its own.
    case a
    /// The parameter b of an `Izhikevich` or `Izhikevich2007` neuron.
    case b
    /// The parameter c of an `Izhikevich` or `Izhikevich2007` neuron, in mV.
    case c
    /// The parameter d of an `Izhikevich` or `Izhikevich2007` neuron; in pA for the latter.
    case d
    /// The capacitance of an `Izhikevich2007` neuron, in pF.
    case capacitance
    /// The gain k of an `Izhikevich2007` neuron.
    case k
    /// The resting potential of an `Izhikevich2007` neuron, in mV.
    case rest
    /// The threshold of an `Izhikevich2007` neuron, in mV.
    case threshold
    /// The peak of an `Izhikevich2007` neuron, in mV.
    case peak
    /// A constant current into the neuron, in the unit of its input (see `Synapse`): mV for `LIF`, pA for `AdEx` and `Izhikevich2007`.
    case current
    /// What the synapses of a kind (from 0) hold at present: the current, or the conductance in nS, of a kind that decays exponentially.
    case synapse(Int)
}

/// The neurons of one population: what the user set, and the state.
struct CellState: Sendable, Codable {
    /// What a kind of synapse has in store.
    struct Receptor: Sendable, Codable {
        var x1: Buffer<Float>?
        var x2: Buffer<Float>?
        /// What arrives in the steps to come, one slot of `stride` neurons for each; step k is in slot k mod `slots`.
        var ring: Buffer<Float>
        var slots: Int
        /// What is on its way through synapses with delays of their own.
        var traffic: Traffic?
    }

    let name: String
    var model: CellModel
    let count: Int
    let ranges: [Range<Int>]
    var v: Buffer<Float>
    var u: Buffer<Float>?
    var free: Buffer<Int32>?
    /// What neurons have each for themselves of the model's `parameters`, in their order; nil where all have the model's value.
    var own: [Buffer<Float>?]
    var current: Buffer<Float>?
    var noise = Noise.none
    var noiseScales: Buffer<Float>?
    var walk: Buffer<Float>?
    var receptors: [Receptor]
    var inputs: [PoissonInput] = []
    var spikeLists: [SpikeListInput] = []
    var currents: [SharedCurrent] = []
    /// The neurons that spike at the present time and at the times before it, each list ascending, the present last; as many as plastic delays reach back.
    var history: [[UInt32]] = [[]]
    var historyLength = 1
    var keeping: SpikeKeeping

    var stride: Int { (count + 15) & ~15 }

    init(name: String, model: CellModel, count: Int) {
        self.name = name
        self.model = model
        self.count = count
        ranges = Division.ranges(count)
        keeping = SpikeKeeping(range: 0 ..< count)
        own = Self.own(model, count: count)
        func all(_ value: Double) -> Buffer<Float> { Buffer(repeating: Float(value), count: count) }
        switch model {
        case .lif(let lif):
            v = all(lif.rest.millivolts)
            free = Buffer(repeating: 0, count: count)
        case .izhikevich(let cell):
            v = all(-65)
            u = all(cell.b * -65)
        case .izhikevich2007(let cell):
            v = all(cell.rest.millivolts)
            u = all(0)
        case .adex(let cell):
            v = all(cell.rest.millivolts)
            u = all(0)
            free = Buffer(repeating: 0, count: count)
        }
        let stride = (count + 15) & ~15
        receptors = model.synapses.map { synapse in
            let hasSecond = synapse.propagator(dt: 1).hasSecond
            return Receptor(
                x1: synapse == .delta ? nil : all(0), x2: synapse != .delta && hasSecond ? all(0) : nil, ring: Buffer(repeating: 0, count: stride), slots: 1)
        }
    }

    /// What neurons of a model begin with: `Izhikevich` neurons have their parameters always each for themselves.
    private static func own(_ model: CellModel, count: Int) -> [Buffer<Float>?] {
        guard case .izhikevich = model else { return model.parameters.map { _ in nil } }
        return model.parameters.map { Buffer(repeating: Float($0.value), count: count) }
    }

    /// Other parameters for all neurons; what they are in the middle of stays.
    mutating func replace(_ model: CellModel) {
        self.model = model
        own = Self.own(model, count: count)
    }

    /// The same with buffers of its own for all that a run changes.
    func copy() -> CellState {
        var result = self
        result.v = v.copy()
        result.u = u?.copy()
        result.free = free?.copy()
        result.walk = walk?.copy()
        for i in receptors.indices {
            result.receptors[i].x1 = receptors[i].x1?.copy()
            result.receptors[i].x2 = receptors[i].x2?.copy()
            result.receptors[i].ring = receptors[i].ring.copy()
            result.receptors[i].traffic = receptors[i].traffic?.copy()
        }
        return result
    }

    /// Makes room for delays of up to `longest` steps, which synapses have in common or for themselves; what is on its way stays so.
    mutating func extend(synapse: Int, longest: Int, hasOwnDelays: Bool, step: Int) {
        var slots = receptors[synapse].slots
        let old = slots
        while slots < longest { slots *= 2 }
        if slots != old {
            let ring = Buffer<Float>(repeating: 0, count: slots * stride), before = receptors[synapse].ring.copy()
            receptors[synapse].traffic?.copy().settle(into: before.base, stride: stride, ranges: ranges)
            for later in 0 ..< old {
                (ring.base + ((step + later) % slots) * stride).update(from: before.base + ((step + later) % old) * stride, count: stride)
            }
            receptors[synapse].ring = ring
            receptors[synapse].slots = slots
        }
        if hasOwnDelays || receptors[synapse].traffic != nil, receptors[synapse].traffic?.slots != slots {
            receptors[synapse].traffic = Traffic(parts: ranges.count, slots: slots, size: ranges.map(\.count).max() ?? 0)
        }
    }
}
