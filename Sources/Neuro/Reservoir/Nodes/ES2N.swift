import Linear

/// An echo state network at the edge of stability: part of each step is a rotation, which forgets nothing, the rest an ordinary nonlinear one.
///
/// x(t) = β tanh(W x(t−1) + Win u(t) + b) + (1 − β) O x(t−1)
///
/// with O orthogonal. All eigenvalues of the Jacobian lie within β ‖W‖ of a circle of radius 1 − β: small β give a long memory, β = 1 is a `Reservoir` without leak.
///
/// A. Ceni and C. Gallicchio, IEEE Trans. Neural Networks and Learning Systems (2024), doi:10.1109/TNNLS.2024.3400045.
public struct ES2N: ReservoirNode, CustomStringConvertible {
    /// The nonlinear part; its state is that of the whole.
    private var nonlinear: Reservoir
    private let rotation: Reservoir
    /// β, the share of the nonlinear part in each step.
    public let proximity: Double

    /// Draws a network.
    ///
    /// - Parameters:
    ///   - units: how many units, at least 1.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - proximity: β, above 0 and at most 1.
    ///   - spectralRadius: of W.
    ///   - density: the fraction of all possible connections that exist in W.
    ///   - inputScaling: Win is uniform in ±inputScaling.
    ///   - biasScaling: b is uniform in ±biasScaling.
    ///   - rotation: O: `.orthogonal`, a full matrix, or `.cycle`, which shifts the units and costs nothing.
    ///   - seed: selects the network.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(
        units: Int, inputs: Int = 1, proximity: Double = 0.5, spectralRadius: Double = 0.9, density: Double = 0.1, inputScaling: Double = 1, biasScaling: Double = 0.2,
        rotation: Topology = .orthogonal, seed: Int = 0
    ) throws {
        guard rotation == .orthogonal || rotation == .cycle else { throw NeuroError.invalid(name: "rotation", value: ".\(rotation)", must: ".orthogonal or .cycle") }
        let nonlinear = try Reservoir(
            units: units, inputs: inputs, spectralRadius: spectralRadius, density: density, inputScaling: inputScaling, biasScaling: biasScaling, seed: seed)
        // The rotation's own streams: those of another seed would be another network's.
        var random = Random(seed: seed, stream: 0x6573_326e)
        let turning = try Reservoir(
            units: units, spectralRadius: 1, inputScaling: 0, biasScaling: 0, topology: rotation, activation: .identity, seed: random.integer(in: 0 ..< Int.max))
        try self.init(nonlinear, turning, proximity)
    }

    /// A network with weights of your own.
    ///
    /// - Parameters:
    ///   - reservoir: W, Win and b; without leak, of tanh units.
    ///   - rotation: O, orthogonal to 1e-9.
    ///   - proximity: β, above 0 and at most 1.
    /// - Throws: `NeuroError` for another kind of reservoir, or a matrix of another shape or that is not orthogonal.
    public init(reservoir: Reservoir, rotation: Matrix, proximity: Double) throws {
        let n = reservoir.units
        guard reservoir.leakRates.elements.allSatisfy({ $0 == 1 }), reservoir.activation == .tanh else {
            throw NeuroError.invalid(name: "reservoir", value: "\(reservoir)", must: "of tanh units without leak")
        }
        guard rotation.shape == [n, n] else { throw NeuroError.shape(name: "rotation", shape: rotation.shape, must: "\(n) x \(n)") }
        let turning = try Reservoir(recurrent: rotation, input: Matrix(rows: n, columns: 1, repeating: 0), activation: .identity)
        let product = try rotation.transposed().multiplied(by: rotation)
        for row in 0 ..< n {
            for column in 0 ..< n where try abs(product[row, column] - (row == column ? 1 : 0)) > 1e-9 {
                throw NeuroError.invalid(name: "rotation", value: "a matrix whose columns \(row) and \(column) have the product \(try product[row, column])", must: "orthogonal")
            }
        }
        try self.init(reservoir, turning, proximity)
    }

    private init(_ nonlinear: Reservoir, _ rotation: Reservoir, _ proximity: Double) throws {
        guard proximity > 0, proximity <= 1 else { throw NeuroError.invalid(name: "proximity", value: "\(proximity)", must: "above 0 and at most 1") }
        (self.nonlinear, self.rotation, self.proximity) = (nonlinear, rotation, proximity)
    }

    /// How many units the network has.
    public var units: Int { nonlinear.units }
    /// How many channels the input has.
    public var inputs: Int { nonlinear.inputs }
    /// How many outputs are fed back.
    public var feedback: Int { nonlinear.feedback }
    /// How many numbers a state has: one per unit.
    public var features: Int { nonlinear.units }
    /// The present state, one number per unit.
    public var state: Vector { nonlinear.state }
    /// This node as one of all kinds.
    public var node: AnyReservoir { .edgeOfStability(self) }

    /// Takes one step: the state after this input.
    public mutating func step(_ input: Vector) throws -> Vector {
        try ReservoirInput.check(input, columns: inputs + feedback)
        var pass = Pass(self)
        pass.step(input.elements, 0, self)
        nonlinear.dynamic.activity = pass.state
        return state
    }

    /// Takes a step for each row of the input: row t of the result is the state after row t.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        try ReservoirInput.check(input, columns: inputs + feedback, "input")
        _ = try Allocation.count(of: [input.rows, units], named: "the states", as: Double.self)
        var pass = Pass(self)
        let u = input.elements, between = max(1, min(nonlinear.network.stepsPerCall, rotation.network.stepsPerCall))
        let states = try Matrix(unsafeUninitializedRows: input.rows, columns: units) { states in
            for t in 0 ..< input.rows {
                pass.step(u, t, self)
                for i in 0 ..< units { states.initializeElement(at: t * units + i, to: pass.state[i]) }
                if t % between == 0 { try Progress.check(t, of: input.rows) }
            }
        }
        nonlinear.dynamic.activity = pass.state
        return states
    }

    /// Puts every unit back to zero.
    public mutating func reset() { nonlinear.reset() }

    /// What a run keeps in hand.
    private struct Pass {
        var state: [Double]
        private var turned: [Double]
        private var sums: [Double]
        private var others: [Double]

        init(_ node: ES2N) {
            state = node.nonlinear.dynamic.activity
            turned = state
            (sums, others) = (node.nonlinear.network.scratch, node.rotation.network.scratch)
        }

        mutating func step(_ input: [Double], _ row: Int, _ node: ES2N) {
            for i in state.indices { turned[i] = state[i] }
            var nothing = 0.0
            node.rotation.network.advance(&turned, inputs: &nothing, steps: 1, rule: node.rotation.rule, states: nil, stride: 0, scratch: &others)
            input.withUnsafeBufferPointer { u in
                guard let u = u.baseAddress else { return }
                node.nonlinear.network.advance(
                    &state, inputs: u + row * (node.inputs + node.feedback), steps: 1, rule: node.nonlinear.rule, states: nil, stride: 0, scratch: &sums)
            }
            for i in state.indices { state[i] = node.proximity * state[i] + (1 - node.proximity) * turned[i] }
        }
    }

    /// The parameters in one line.
    public var description: String { "ES2N(units: \(units), inputs: \(inputs), proximity: \(proximity), spectralRadius: \(nonlinear.spectralRadius), seed: \(nonlinear.seed))" }
}
