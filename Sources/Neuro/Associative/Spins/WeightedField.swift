import CKernels

/// Fields of spins that interact through patterns of whole numbers, the sums of examples, see `DenseHebbian`.
///
/// With S_k = Σ_j (x_j s_j)^k over all spins but i, the field is scale · Σ_μ x_i f, where f is (P−1)! e_(P−1) by Newton's identities, or S_1^(P−1). All sums are of whole
/// numbers, exact up to 2^53.
final class WeightedField: SpinField {
    let size: Int
    let unit: Double
    private let order: Int
    private let kind: Int32
    private let count: Int
    private let stride: Int
    private let values: UnsafePointer<Double>
    /// Σ x², Σ x⁴ of each pattern, which no flip changes.
    private let squares: Scratch<Double>
    private let fourths: Scratch<Double>
    private let sums: Scratch<Double>
    private let cubes: Scratch<Double>

    /// - Parameters:
    ///   - values: row i holds x_i of all patterns, and 0 up to the multiple of 8 that is the stride. They outlive the field.
    ///   - isExact: see `Interaction`.
    init(_ values: UnsafePointer<Double>, size: Int, count: Int, order: Int, convention: DenseHopfield.Convention, isExact: Bool, scale: Double) {
        (self.values, self.size, self.count, self.order, unit) = (values, size, count, order, scale * Interaction.power(Double(size), 1 - order))
        stride = (count + 7) / 8 * 8
        kind = convention == .noRepeatedIndices ? Int32(order) : isExact ? 1 : 0
        squares = Scratch(repeating: 0, count: stride)
        fourths = Scratch(repeating: 0, count: stride)
        sums = Scratch(repeating: 0, count: stride)
        cubes = Scratch(repeating: 0, count: stride)
        for i in 0 ..< size {
            for k in 0 ..< stride {
                let square = values[i * stride + k] * values[i * stride + k]
                squares.base[k] += square
                fourths.base[k] += square * square
            }
        }
    }

    var work: Int { 20 + count / 3 }

    func start(_ state: UnsafePointer<Int8>) {
        sums.base.update(repeating: 0, count: stride)
        cubes.base.update(repeating: 0, count: stride)
        for i in 0 ..< size { engram_memory_weighted_move(values + i * stride, stride, Double(state[i]), sums.base, cubes.base) }
    }

    func field(_ i: Int, _ s: Int8) -> Double {
        engram_memory_weighted_field(values + i * stride, sums.base, squares.base, cubes.base, stride, Double(s), kind, Int32(order))
    }

    func flip(_ i: Int, _ s: Int8) { engram_memory_weighted_move(values + i * stride, stride, -2 * Double(s), sums.base, cubes.base) }

    func energy() -> Double {
        var energy = 0.0
        for k in 0 ..< count {
            let (s1, s2, s3, s4) = (sums.base[k], squares.base[k], cubes.base[k], fourths.base[k])
            switch kind {
            case 2: energy -= s1 * s1 - s2
            case 3: energy -= s1 * s1 * s1 - 3 * s1 * s2 + 2 * s3
            case 4: energy -= s1 * s1 * s1 * s1 - 6 * s1 * s1 * s2 + 3 * s2 * s2 + 8 * s1 * s3 - 6 * s4
            default: energy -= Interaction.power(s1, order)
            }
        }
        return energy * unit / Double(order)
    }
}
