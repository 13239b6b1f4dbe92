import Linear

/// A leaky echo state network: a fixed random recurrent network whose states a linear readout learns from.
///
/// ```swift
/// let series = try Dataset.mackeyGlass(steps: 6_000, tau: 17)
/// var esn = try Reservoir(units: 500, spectralRadius: 0.9, leakRate: 0.3, seed: 7)
/// let fit = try esn.train(series[..<5_000], readout: .ridge(1e-6), washout: 200)
/// let ahead = try fit.forecast(steps: 500)
/// ```
///
/// At each step the state x (one number per unit, all zero at the start) becomes
///
/// x(t) = (1 − leak) x(t−1) + leak · tanh(W x(t−1) + Win u(t) + b)
///
/// with u(t) the inputs. W, Win and b are drawn from the seed and never change; only the readout is trained.
/// The same parameters and seed give the same states bit for bit, on every machine.
///
/// H. Jaeger, GMD Report 148 (2001), doi:10.24406/publica-fhg-291111; with leak: H. Jaeger et al., Neural Networks 20 (2007),
/// doi:10.1016/j.neunet.2007.04.016.
public struct Reservoir: Equatable, Sendable, Codable {
    /// What the user sets.
    package struct Parameters: Equatable, Sendable, Codable {
        package var units: Int
        package var inputs: Int
        package var spectralRadius: Double
        package var density: Double
        package var inputScaling: Double
        package var biasScaling: Double
        package var leakRate: Double
        package var seed: Int
    }

    /// What changes from step to step.
    package struct State: Equatable, Sendable, Codable {
        package var activity: [Double]
    }

    package let parameters: Parameters
    package internal(set) var dynamic: State
    package let network: Network

    /// Draws a network.
    ///
    /// - Parameters:
    ///   - units: how many units the network has, at least 1.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - spectralRadius: the largest modulus of the eigenvalues of W after scaling. Below about 1 the network forgets its past;
    ///     larger values remember longer. Found to a relative 1e-8.
    ///   - density: the fraction of all possible connections that exist: every unit has round(density · units) sources, at least 1,
    ///     drawn without repetition; their weights are normal deviates before scaling.
    ///   - inputScaling: Win is uniform in ±inputScaling.
    ///   - biasScaling: b is uniform in ±biasScaling. The default breaks the symmetry of tanh, without which no even function can be learnt.
    ///   - leakRate: how much of the state is replaced at each step, above 0 and at most 1; 1 is no leak.
    ///   - seed: selects the network.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    /// - Complexity: O(c √units) for c connections, and O(units²): 0.02 s for 500 units.
    public init(
        units: Int, inputs: Int = 1, spectralRadius: Double = 0.9, density: Double = 0.1, inputScaling: Double = 1, biasScaling: Double = 0.2,
        leakRate: Double = 1, seed: Int = 0
    ) throws {
        let parameters = Parameters(
            units: units, inputs: inputs, spectralRadius: spectralRadius, density: density, inputScaling: inputScaling, biasScaling: biasScaling,
            leakRate: leakRate, seed: seed)
        try parameters.check()
        try self.init(parameters: parameters, state: State(activity: [Double](repeating: 0, count: units)))
    }

    /// A reservoir that was saved: the network is drawn again from the parameters.
    package init(parameters: Parameters, state: State) throws {
        self.parameters = parameters
        dynamic = state
        network = try parameters.draw()
    }

    /// A reservoir with given weights (W units x units, Win units x inputs, b), for comparison with other implementations. `spectralRadius`,
    /// `density`, the scalings and the seed then say nothing.
    package init(recurrent: Matrix, input: Matrix, bias: Vector, leakRate: Double) throws {
        let n = bias.count
        guard n > 0, recurrent.shape == [n, n] else {
            throw NeuroError.shape(name: "recurrent", shape: recurrent.shape, must: "\(n) x \(n), as many rows and columns as the bias has elements")
        }
        guard input.rows == n, input.columns > 0 else {
            throw NeuroError.shape(name: "input", shape: input.shape, must: "\(n) rows and at least one column")
        }
        parameters = Parameters(
            units: n, inputs: input.columns, spectralRadius: 1, density: 1, inputScaling: 1, biasScaling: 1, leakRate: leakRate, seed: 0)
        try parameters.check()
        try Check.finite(recurrent.elements, "recurrent")
        try Check.finite(input.elements, "input")
        try Check.finite(bias.elements, "bias")
        dynamic = State(activity: [Double](repeating: 0, count: n))
        network = Network(recurrent: SparseRows(dense: recurrent.elements, rows: n), input: input.elements, bias: bias.elements)
    }

    /// How many units the network has.
    public var units: Int { parameters.units }
    /// How many channels the input has.
    public var inputs: Int { parameters.inputs }
    /// The largest modulus of the eigenvalues of the recurrent weights.
    public var spectralRadius: Double { parameters.spectralRadius }
    /// The fraction of all possible connections that exist.
    public var density: Double { parameters.density }
    /// The largest modulus of an input weight.
    public var inputScaling: Double { parameters.inputScaling }
    /// The largest modulus of a bias.
    public var biasScaling: Double { parameters.biasScaling }
    /// How much of the state is replaced at each step.
    public var leakRate: Double { parameters.leakRate }
    /// The seed that the network was drawn from.
    public var seed: Int { parameters.seed }
    /// The present state, one number per unit.
    public var state: Vector { Vector(dynamic.activity) }

    /// The recurrent weights W as a full matrix, units x units: row i holds the weights of the inputs to unit i.
    ///
    /// - Throws: `LinearError.tooLarge` if a full matrix would not fit in memory.
    public func recurrentWeights() throws -> Matrix { try network.recurrent.dense() }

    /// The input weights Win, units x inputs.
    public func inputWeights() throws -> Matrix { try Matrix(rows: units, columns: inputs, elements: network.input) }

    /// The bias b, one number per unit.
    public var bias: Vector { Vector(network.bias) }
}

extension Reservoir: CustomStringConvertible {
    /// The parameters in one line.
    public var description: String {
        "Reservoir(units: \(units), inputs: \(inputs), spectralRadius: \(spectralRadius), density: \(density), inputScaling: \(inputScaling), "
            + "biasScaling: \(biasScaling), leakRate: \(leakRate), seed: \(seed))"
    }
}
