import CKernels

/// Fields of spins that interact through patterns of ±1, see `Interaction`.
final class PatternField: SpinField {
    let size: Int
    private let interaction: Interaction
    /// The bits of the patterns, which outlive the field.
    private let bits: UnsafePointer<UInt8>
    private let stride: Int
    private let count: Int
    private let sums: Scratch<Int32>
    private let whole: Scratch<Int32>
    private let real: Scratch<Double>
    private let tame: Scratch<UInt8>
    private let e: [Int32]
    /// Σ_μ E and Σ_μ D.
    private var wholeSums = (e: 0, d: 0)
    private var realSums = (e: 0.0, d: 0.0)
    private(set) var unit: Double

    init(_ patterns: Patterns, _ bits: UnsafePointer<UInt8>, _ interaction: Interaction) {
        (size, count, stride, self.bits, self.interaction) = (patterns.size, patterns.count, patterns.stride, bits, interaction)
        unit = interaction.scale
        let padded = 8 * stride
        sums = Scratch(repeating: 0, count: padded)
        tame = Scratch(repeating: 0, count: padded / Int(ENGRAM_MEMORY_BLOCK) + 1)
        if case .integers(let e, _) = interaction.form {
            (whole, real, self.e) = (Scratch(repeating: 0, count: padded), Scratch(repeating: 0, count: 0), e)
        } else {
            (whole, real, e) = (Scratch(repeating: 0, count: 0), Scratch(repeating: 0, count: padded), [])
        }
    }

    var work: Int { 20 + count / 20 }

    func start(_ state: UnsafePointer<Int8>) {
        engram_memory_sums(bits, stride, size, count, state, sums.base)
        renew(0, 0)
    }

    func field(_ i: Int, _ s: Int8) -> Double {
        let row = bits + i * stride
        if case .integers = interaction.form {
            let chosen = Int(engram_memory_chosen(row, whole.base, count, tame.base))
            return Double(Int(s) * wholeSums.d + 2 * chosen - wholeSums.e)
        }
        return Double(s) * realSums.d + (2 * engram_memory_chosen_f64(row, real.base, 8 * stride) - realSums.e)
    }

    func flip(_ i: Int, _ s: Int8) { renew(i, -2 * Int32(s)) }

    private func renew(_ i: Int, _ change: Int32) {
        let row = bits + i * stride
        switch interaction.form {
        case .integers(_, let d):
            var moments = engram_memory_moments()
            engram_memory_update(row, count, change, e, sums.base, whole.base, tame.base, &moments)
            wholeSums = (Int(moments.values), d[0] * count + d[1] * Int(moments.sums) + d[2] * Int(moments.squares))
        case .table(let e, let d):
            _ = engram_memory_move(row, count, change, sums.base)
            lookUp(e, d, size)
        case .relative(let e, let d):
            let largest = Int(engram_memory_move(row, count, change, sums.base))
            lookUp(e, d, 2 * size - largest)
            unit = interaction.scale * Elementary.exp(Double(largest - size))
        }
    }

    private func lookUp(_ e: [Double], _ d: [Double], _ origin: Int) {
        var sumE = 0.0, sumD = 0.0
        engram_memory_lookup(sums.base, count, e, d, Int64(origin), real.base, &sumE, &sumD)
        realSums = (sumE, sumD)
    }

    func energy() -> Double {
        var energy = 0.0
        for k in 0 ..< count { energy += interaction.energies[Int(sums.base[k]) + size] }
        return energy
    }
}
