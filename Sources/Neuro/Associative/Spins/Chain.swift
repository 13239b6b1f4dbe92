import CKernels
import Linear

/// One sequence of states: spins, a temperature, and a place in the random sequences.
struct Chain {
    let size: Int
    let state: Scratch<Int8>
    private let target: [Int8]
    private let dynamics: Dynamics
    private let temperature: Double
    private let sweeps: Int
    private let key: UInt64
    /// Streams 2c and 2c + 1 of the generator belong to chain c: which spins, and what they become.
    private let stream: UInt64
    private let words: Scratch<UInt32>
    private let uniforms: Scratch<Double>
    private let order: Scratch<Int32>
    private var clock = 0

    private static let tag: UInt64 = 0x6d65_6d00_0000_0000

    init(_ simulation: Simulation, _ number: Int) {
        size = simulation.cues.size
        (dynamics, temperature, sweeps) = (simulation.dynamics, simulation.temperature(number), simulation.sweeps)
        key = UInt64(bitPattern: Int64(simulation.seed))
        stream = Self.tag + 2 * UInt64(number)
        state = Scratch(repeating: 1, count: size)
        let cue = simulation.cue(number)
        for (i, s) in simulation.cues.spins(cue).enumerated() { state.base[i] = s }
        target = simulation.targets.spins(cue)
        words = Scratch(repeating: 0, count: (size + 3) / 4 * 4)
        uniforms = Scratch(repeating: 0, count: temperature > 0 ? size : 0)
        order = Scratch(repeating: 0, count: size)
    }

    var values: [Int8] { Array(UnsafeBufferPointer(start: state.base, count: size)) }

    /// The overlap with the target.
    func overlap() -> Double {
        var sum = 0
        for i in 0 ..< size { sum += Int(target[i]) * Int(state.base[i]) }
        return Double(sum) / Double(size)
    }

    /// One sweep. False when the state is one that will never change again.
    mutating func sweep(_ sweep: Int, _ field: some SpinField, _ pulse: Pulse) throws -> Bool {
        if temperature > 0 { engram_philox_uniform_f64(key, stream + 1, UInt64(sweep) * UInt64(size), size, uniforms.base) }
        switch dynamics {
        case .parallel: return try parallel(sweep, field, pulse)
        case .sequential: shuffle(sweep)
        case .glauber, .metropolis: pick(sweep)
        }
        var flips = 0
        for k in 0 ..< size {
            let i = Int(order.base[k]), s = state.base[i]
            let turns = turns(field.field(i, s), field.unit, s, k)
            clock += field.work
            if turns {
                field.flip(i, s)
                state.base[i] = -s
                flips += 1
                clock += 4 * field.work
            }
            if clock > 4_000_000 {
                clock = 0
                try pulse.beat((Double(sweep) + Double(k) / Double(size)) / Double(sweeps))
            }
        }
        return flips > 0 || temperature > 0 || dynamics != .sequential
    }

    /// Whether spin s with this field is to be turned, the k-th of the sweep.
    private func turns(_ field: Double, _ unit: Double, _ s: Int8, _ k: Int) -> Bool {
        let against = s > 0 ? field : -field
        if temperature == 0 { return against < 0 || against == 0 && dynamics == .metropolis }
        // β ΔE, and the chance that the spin is turned.
        let x = 2 * (against * unit) / temperature
        if x != x { return false }
        if dynamics == .metropolis { return x <= 0 || uniforms.base[k] < Elementary.exp(-x) }
        return x < -40 || x < 40 && uniforms.base[k] * (1 + Elementary.exp(x)) < 1
    }

    private mutating func parallel(_ sweep: Int, _ field: some SpinField, _ pulse: Pulse) throws -> Bool {
        var flips: [Int] = []
        for i in 0 ..< size {
            if turns(field.field(i, state.base[i]), field.unit, state.base[i], i) { flips.append(i) }
            clock += field.work
            if clock > 4_000_000 {
                clock = 0
                try pulse.beat((Double(sweep) + Double(i) / Double(size)) / Double(sweeps))
            }
        }
        // Few are turned one by one; many are cheaper begun anew.
        for i in flips {
            if flips.count * 8 < size { field.flip(i, state.base[i]) }
            state.base[i] = -state.base[i]
        }
        if flips.count * 8 >= size, !flips.isEmpty { field.start(state.base) }
        return !flips.isEmpty || temperature > 0
    }

    /// Updates all spins at once from fields that stand so far apart; whether any changed, or still could.
    func update(_ sweep: Int, _ fields: UnsafePointer<Double>, _ apart: Int, _ unit: Double) -> Bool {
        if temperature > 0 { engram_philox_uniform_f64(key, stream + 1, UInt64(sweep) * UInt64(size), size, uniforms.base) }
        var flips = 0
        for i in 0 ..< size where turns(fields[i * apart], unit, state.base[i], i) {
            state.base[i] = -state.base[i]
            flips += 1
        }
        return flips > 0 || temperature > 0
    }

    private func draw(_ sweep: Int) {
        let blocks = (size + 3) / 4
        engram_philox_words(key, stream, UInt64(sweep) * UInt64(blocks), blocks, words.base)
    }

    /// All spins in random order (Fisher and Yates' shuffle).
    private func shuffle(_ sweep: Int) {
        draw(sweep)
        for i in 0 ..< size { order.base[i] = Int32(truncatingIfNeeded: i) }
        for i in Swift.stride(from: size - 1, to: 0, by: -1) {
            let j = Int((UInt64(words.base[i]) * UInt64(i + 1)) >> 32)
            (order.base[i], order.base[j]) = (order.base[j], order.base[i])
        }
    }

    private func pick(_ sweep: Int) {
        draw(sweep)
        for i in 0 ..< size { order.base[i] = Int32(truncatingIfNeeded: (UInt64(words.base[i]) * UInt64(size)) >> 32) }
    }
}

extension Patterns {
    /// Pattern `index` as spins.
    func spins(_ index: Int) -> [Int8] {
        let (stride, place, bit) = (stride, index / 8, UInt8(1) << UInt8(index % 8))
        return (0 ..< size).map { bits[$0 * stride + place] & bit != 0 ? 1 : -1 }
    }

    /// The spins of a state that comes from a cell.
    static func spins(_ state: Vector, size: Int, _ name: String) throws -> [Int8] {
        guard state.count == size else { throw NeuroError.shape(name: name, shape: [state.count], must: "\(size) values, as the memory has") }
        let values = state.elements
        if let bad = values.firstIndex(where: { $0 != 1 && $0 != -1 }) {
            throw NeuroError.invalid(name: "value \(bad) of \(name)", value: "\(values[bad])", must: "+1 or -1")
        }
        return values.map { $0 > 0 ? 1 : -1 }
    }
}
