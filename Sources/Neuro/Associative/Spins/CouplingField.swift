import Linear

/// Fields of spins that are coupled in pairs: h = W s + b.
final class CouplingField: SpinField {
    let size: Int
    let unit = 1.0
    /// Row i holds what spin i does to the others: column i of W. They outlive the field.
    private let effects: UnsafePointer<Double>
    private let bias: [Double]
    private let fields: Scratch<Double>
    private let state: Scratch<Int8>

    /// - Parameter effects: the transpose of W, row after row.
    init(_ effects: UnsafePointer<Double>, bias: [Double]) {
        (size, self.effects, self.bias) = (bias.count, effects, bias)
        fields = Scratch(repeating: 0, count: size)
        state = Scratch(repeating: 1, count: size)
    }

    var work: Int { 20 + size / 8 }

    func start(_ state: UnsafePointer<Int8>) {
        self.state.base.update(from: state, count: size)
        for i in 0 ..< size { fields.base[i] = bias[i] }
        for i in 0 ..< size { add(Double(state[i]), i) }
    }

    func field(_ i: Int, _ s: Int8) -> Double { fields.base[i] }

    func flip(_ i: Int, _ s: Int8) {
        state.base[i] = -s
        add(-2 * Double(s), i)
    }

    private func add(_ factor: Double, _ i: Int) {
        let row = effects + i * size, fields = fields.base
        for j in 0 ..< size { fields[j] += factor * row[j] }
    }

    /// −½ sᵀWs − Σ b_i s_i.
    func energy() -> Double {
        var energy = 0.0
        for i in 0 ..< size { energy -= 0.5 * Double(state.base[i]) * (fields.base[i] + bias[i]) }
        return energy
    }
}
