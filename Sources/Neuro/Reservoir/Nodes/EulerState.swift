import CKernels
import Linear

/// An echo state network that neither forgets nor explodes by itself: an ordinary differential equation whose weights are antisymmetric, in steps of Euler's method.
///
/// x(t) = x(t−1) + ε tanh((A − γ I) x(t−1) + Win u(t) + b), A = W − Wᵀ
///
/// All eigenvalues of A are imaginary, so that small states turn and keep their size but for what γ takes away and a step of Euler's adds: the Jacobian's moduli lie about √((1 − εγ)² + ε²ω²) for a
/// frequency ω of A. States are not bounded by 1, as those of a `Reservoir` are: a constant input moves them on and on, by at most ε a step, until
/// what fades balances it. So a series is best given without its mean, or with a γ of about 1.
///
/// ```swift
/// var node = try EulerState(units: 100, stepSize: 0.05, seed: 1)
/// let fit = try node.train(series, readout: .ridge(1e-6))
/// ```
///
/// C. Gallicchio, Neurocomputing 579 (2024), doi:10.1016/j.neucom.2024.127411.
public struct EulerState: ReservoirNode, CustomStringConvertible {
    /// The right side of the equation, as a network without leak; its state is that of the whole.
    private var field: Reservoir
    /// ε, how far a step goes.
    public let stepSize: Double
    /// γ, how fast what is in the state fades.
    public let diffusion: Double
    /// The seed that the network was drawn from.
    public let seed: Int

    /// Draws a network.
    ///
    /// - Parameters:
    ///   - units: how many units, at least 1.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - stepSize: ε, above 0, the smaller the slower the input.
    ///   - diffusion: γ, at least 0: what is in the state fades over about 1/(ε γ) steps.
    ///   - recurrentScaling: W is uniform in ± this number, full.
    ///   - inputScaling: Win is uniform in ±inputScaling.
    ///   - biasScaling: b is uniform in ±biasScaling.
    ///   - seed: selects the network.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `LinearError.tooLarge` if a full matrix does not fit in memory.
    public init(
        units: Int, inputs: Int = 1, stepSize: Double = 0.1, diffusion: Double = 0.01, recurrentScaling: Double = 0.1, inputScaling: Double = 1, biasScaling: Double = 0,
        seed: Int = 0
    ) throws {
        try Check.atLeast(1, units, "units")
        try Check.atLeast(1, inputs, "inputs")
        for (scaling, name) in [(recurrentScaling, "recurrentScaling"), (inputScaling, "inputScaling"), (biasScaling, "biasScaling")] { try Check.notNegative(scaling, name) }
        _ = try Allocation.count(of: [units, units], named: "the recurrent weights", as: Double.self)
        _ = try Allocation.count(of: [units, inputs], named: "the input weights", as: Double.self)
        let key = UInt64(bitPattern: Int64(seed))
        func drawn(_ count: Int, _ stream: ReservoirStream, _ scaling: Double) -> [Double] {
            WeightLaw.uniform.drawn(count, key: key, stream: stream.rawValue).map { scaling * $0 }
        }
        try self.init(
            recurrent: Matrix(rows: units, columns: units, elements: drawn(units * units, .weights, recurrentScaling)),
            input: Matrix(rows: units, columns: inputs, elements: drawn(units * inputs, .input, inputScaling)), bias: Vector(drawn(units, .bias, biasScaling)), stepSize, diffusion,
            seed)
    }

    /// A network with weights of your own.
    ///
    /// - Parameters:
    ///   - recurrent: W, units x units, of which the antisymmetric part A = W − Wᵀ is taken.
    ///   - input: Win, units x inputs.
    ///   - bias: b, one number per unit; zeros, where it is nil.
    ///   - stepSize: ε, above 0.
    ///   - diffusion: γ, at least 0.
    /// - Throws: `NeuroError` for shapes that do not fit together, numbers that are not finite, or an argument out of its range.
    public init(recurrent: Matrix, input: Matrix, bias: Vector? = nil, stepSize: Double = 0.1, diffusion: Double = 0.01) throws {
        try self.init(recurrent: recurrent, input: input, bias: bias, stepSize, diffusion, 0)
    }

    private init(recurrent: Matrix, input: Matrix, bias: Vector?, _ stepSize: Double, _ diffusion: Double, _ seed: Int) throws {
        try Check.positive(stepSize, "stepSize")
        try Check.notNegative(diffusion, "diffusion")
        let n = recurrent.rows, w = recurrent.elements
        guard n > 0, recurrent.columns == n else { throw NeuroError.shape(name: "recurrent", shape: recurrent.shape, must: "square, with at least one row") }
        var antisymmetric = [Double](repeating: 0, count: n * n)
        for i in 0 ..< n { for j in 0 ..< n { antisymmetric[i * n + j] = w[i * n + j] - w[j * n + i] - (i == j ? diffusion : 0) } }
        field = try Reservoir(recurrent: Matrix(rows: n, columns: n, elements: antisymmetric), input: input, bias: bias)
        (self.stepSize, self.diffusion, self.seed) = (stepSize, diffusion, seed)
    }

    private enum CodingKeys: CodingKey { case field, stepSize, diffusion, seed }

    /// A network that was saved.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        (field, seed) = (try values.decode(Reservoir.self, forKey: .field), try values.decode(Int.self, forKey: .seed))
        (stepSize, diffusion) = (try values.decode(Double.self, forKey: .stepSize), try values.decode(Double.self, forKey: .diffusion))
        try Check.positive(stepSize, "stepSize")
        try Check.notNegative(diffusion, "diffusion")
        guard field.activation == .tanh, field.feedback == 0, field.leakRates.elements.allSatisfy({ $0 == 1 }) else {
            throw NeuroError.invalid(name: "field", value: "\(field)", must: "of tanh units without leak or feedback")
        }
    }

    /// How many units the network has.
    public var units: Int { field.units }
    /// How many channels the input has.
    public var inputs: Int { field.inputs }
    /// How many outputs are fed back: none.
    public var feedback: Int { 0 }
    /// How many numbers a state has: one per unit.
    public var features: Int { field.units }
    /// The present state, one number per unit.
    public var state: Vector { field.state }
    /// This node as one of all kinds.
    public var node: AnyReservoir { .euler(self) }

    /// The matrix A − γ I of the equation.
    ///
    /// - Throws: `LinearError.tooLarge` if a full matrix would not fit in memory.
    public func recurrentWeights() throws -> Matrix { try field.recurrentWeights() }

    /// Takes one step: the state after this input.
    public mutating func step(_ input: Vector) throws -> Vector {
        try ReservoirInput.check(input, columns: inputs)
        var after = field.dynamic.activity, scratch = field.network.scratch
        advance(&after, input.elements, 0, &scratch)
        try ReservoirInput.checkStates(after, of: self)
        field.dynamic.activity = after
        return state
    }

    /// Takes a step for each row of the input: row t of the result is the state after row t.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        try ReservoirInput.check(input, columns: inputs, "input")
        _ = try Allocation.count(of: [input.rows, units], named: "the states", as: Double.self)
        let u = input.elements, between = field.network.stepsPerCall
        var after = field.dynamic.activity, scratch = field.network.scratch
        let states = try Matrix(unsafeUninitializedRows: input.rows, columns: units) { states in
            for t in 0 ..< input.rows {
                advance(&after, u, t, &scratch)
                for i in 0 ..< units { states.initializeElement(at: t * units + i, to: after[i]) }
                if t % between == 0 { try Progress.check(t, of: input.rows) }
            }
        }
        try ReservoirInput.checkStates(after, of: self)
        field.dynamic.activity = after
        return states
    }

    /// Puts every unit back to zero.
    public mutating func reset() { field.reset() }

    private func advance(_ state: inout [Double], _ input: [Double], _ row: Int, _ scratch: inout [Double]) {
        var slope = state
        input.withUnsafeBufferPointer { u in
            guard let u = u.baseAddress else { return }
            field.network.advance(&slope, inputs: u + row * inputs, steps: 1, rule: field.rule, states: nil, stride: 0, scratch: &scratch)
        }
        for i in state.indices { state[i] += stepSize * slope[i] }
    }

    /// The parameters in one line.
    public var description: String { "EulerState(units: \(units), inputs: \(inputs), stepSize: \(stepSize), diffusion: \(diffusion), seed: \(seed))" }
}
