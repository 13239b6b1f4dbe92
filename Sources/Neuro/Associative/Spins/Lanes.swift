import CKernels
import Linear

/// Parallel updates of 32 chains side by side, see CKernels/memory_lanes.c.
struct Lanes {
    static let count = Int(ENGRAM_MEMORY_LANES)
    /// Patterns that are gone through together: their sums and values stay in the second-level cache.
    private static let slab = 1024

    let patterns: Patterns
    let bits: UnsafePointer<UInt8>
    let interaction: Interaction
    private let rows: [UInt8]

    /// Nil for what is done chain by chain.
    init?(_ patterns: Patterns, _ bits: UnsafePointer<UInt8>, _ interaction: Interaction) {
        guard patterns.size <= 32_000 else { return nil }
        if case .relative = interaction.form { return nil }
        (self.patterns, self.bits, self.interaction) = (patterns, bits, interaction)
        rows = patterns.rows
    }

    /// What the 32 chains of one thread need.
    final class Workspace {
        let state: Scratch<Int8>
        let fields: Scratch<Double>
        fileprivate let sums = Scratch<Int16>(repeating: 0, count: slab * Lanes.count)
        fileprivate let values = Scratch<Int32>(repeating: 0, count: slab * Lanes.count)
        fileprivate let reals = Scratch<Double>(repeating: 0, count: slab * Lanes.count)
        fileprivate let partial: Scratch<Int32>
        var energies = [Double](repeating: 0, count: Lanes.count)

        init(size: Int) {
            state = Scratch(repeating: 1, count: size * Lanes.count)
            fields = Scratch(repeating: 0, count: size * Lanes.count)
            partial = Scratch(repeating: 0, count: size * Lanes.count)
        }
    }

    /// The energies, and the fields in units of `interaction.scale`.
    func evaluate(_ w: Workspace, _ pulse: Pulse, _ fraction: Double) throws {
        let lanes = Self.count, n = patterns.size, width = Patterns.rowBytes(n)
        w.fields.base.update(repeating: 0, count: n * lanes)
        var energies = [Double](repeating: 0, count: lanes)
        var d = [Double](repeating: 0, count: lanes)
        for first in stride(from: 0, to: patterns.count, by: Self.slab) {
            let count = min(Self.slab, patterns.count - first), padded = (count + 63) / 64 * 64
            rows.withUnsafeBufferPointer { rows in
                guard let rows = rows.baseAddress else { return }
                engram_memory_sums_lanes(rows + first * width, width, n, count, w.state.base, w.sums.base)
            }
            let sums = w.sums.base
            interaction.energies.withUnsafeBufferPointer { table in
                energies.withUnsafeMutableBufferPointer { energies in
                    for k in 0 ..< count {
                        for j in 0 ..< lanes { energies[j] += table[Int(sums[k * lanes + j]) + n] }
                    }
                }
            }
            switch interaction.form {
            case .integers(let e, let coefficients):
                // Whether sums of the values fit 32 bits in every lane.
                let fits = engram_memory_values_lanes(w.sums.base, count, e, coefficients.map { Int64($0) }, w.values.base, &d)
                if fits != 0 {
                    w.values.base.advanced(by: count * lanes).update(repeating: 0, count: (padded - count) * lanes)
                    w.partial.base.update(repeating: 0, count: n * lanes)
                    engram_memory_fields_lanes(bits, patterns.stride, n, first, first + count, w.values.base, w.partial.base)
                    let fields = w.fields.base, partial = w.partial.base
                    for i in 0 ..< n * lanes { fields[i] += Double(partial[i]) }
                } else {
                    for i in 0 ..< count * lanes { w.reals.base[i] = Double(w.values.base[i]) }
                    addReals(w, first, count, padded)
                }
            case .table(let e, let table), .relative(let e, let table):
                for k in 0 ..< count {
                    for j in 0 ..< lanes {
                        let place = Int(w.sums.base[k * lanes + j]) + n
                        w.reals.base[k * lanes + j] = e[place]
                        d[j] += table[place]
                    }
                }
                addReals(w, first, count, padded)
            }
            try pulse.beat(fraction)
        }
        w.energies = energies
        let fields = w.fields.base, state = w.state.base
        for i in 0 ..< n {
            for j in 0 ..< lanes { fields[i * lanes + j] += Double(state[i * lanes + j]) * d[j] }
        }
    }

    private func addReals(_ w: Workspace, _ first: Int, _ count: Int, _ padded: Int) {
        w.reals.base.advanced(by: count * Self.count).update(repeating: 0, count: (padded - count) * Self.count)
        engram_memory_fields_lanes_f64(bits, patterns.stride, patterns.size, first, first + count, w.reals.base, w.fields.base)
    }
}

extension Simulation {
    /// Runs the chains 32 at a time.
    func run(_ lanes: Lanes) throws -> MemoryRun {
        let width = Lanes.count
        return try collect(
            Pulse.each((chainCount + width - 1) / width) { group, pulse in
                let first = group * width, count = min(width, chainCount - first), n = cues.size
                let chains = (0 ..< count).map { Chain(self, first + $0) }
                let workspace = Lanes.Workspace(size: n)
                for i in 0 ..< n {
                    for j in 0 ..< count { workspace.state.base[i * width + j] = chains[j].state.base[i] }
                }
                var traces = [Trace](repeating: Trace(), count: count)
                for sweep in 0 ... sweeps {
                    if sweep > 0, traces.allSatisfy({ $0.rest >= 0 }) {
                        for j in 0 ..< count {
                            traces[j].energies.append(traces[j].energies[sweep - 1])
                            traces[j].overlaps.append(traces[j].overlaps[sweep - 1])
                        }
                        continue
                    }
                    try lanes.evaluate(workspace, pulse, Double(sweep) / Double(sweeps + 1))
                    for j in 0 ..< count {
                        traces[j].energies.append(workspace.energies[j])
                        traces[j].overlaps.append(chains[j].overlap())
                        guard sweep < sweeps else { continue }
                        if !chains[j].update(sweep, workspace.fields.base + j, width, lanes.interaction.scale), traces[j].rest < 0 { traces[j].rest = sweep }
                        for i in 0 ..< n { workspace.state.base[i * width + j] = chains[j].state.base[i] }
                    }
                }
                for j in 0 ..< count { traces[j].state = chains[j].values }
                return traces
            })
    }
}
