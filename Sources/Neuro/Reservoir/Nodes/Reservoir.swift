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
/// x(t) = (1 − leak) x(t−1) + leak · f(W x(t−1) + Win u(t) + Wfb y(t−1) + b)
///
/// with f the activation, u(t) the inputs and, where the reservoir has feedback, y(t−1) the outputs of the step before. All weights are drawn from the seed and never change; only the readout
/// is trained.
/// The same parameters and seed give the same states bit for bit, on every machine.
///
/// H. Jaeger, GMD Report 148 (2001), doi:10.24406/publica-fhg-291111; with leak: H. Jaeger et al., Neural Networks 20 (2007),
/// doi:10.1016/j.neunet.2007.04.016.
public struct Reservoir: ReservoirNode, Equatable, Sendable, Codable {
    /// What the user sets.
    package struct Parameters: Equatable, Sendable, Codable {
        package var units: Int
        package var inputs: Int
        package var feedback = 0
        package var topology = Topology.fixedDegree
        package var weights = WeightLaw.normal
        package var inputLaw = WeightLaw.uniform
        package var activation = Activation.tanh
        package var spectralRadius: Double
        package var density: Double
        package var inputScaling: Double
        package var feedbackScaling = 1.0
        package var biasScaling: Double
        package var leakRate: Double
        /// Of each unit, where they differ.
        package var leakRates: [Double] = []
        package var seed: Int
        /// What the links are drawn from, where it is not the seed.
        package var wiringSeed: Int?
        /// Whether the weights were given and not drawn, so that scalings and seed say nothing. Nil where they were drawn.
        package var hasOwnWeights: Bool?
        /// That of weights and states; nil where it is double.
        package var precision: StatePrecision?

        /// Stands for the radius of weights that were not scaled to one.
        package static let unknownRadius = -1.0
    }

    /// What changes from step to step.
    package struct State: Equatable, Sendable, Codable {
        package var activity: [Double]
    }

    package internal(set) var parameters: Parameters
    package internal(set) var dynamic: State
    package internal(set) var network: Network

    /// Draws a network.
    ///
    /// - Parameters:
    ///   - units: how many units the network has, at least 1.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - spectralRadius: the largest modulus of the eigenvalues of W after scaling. Below about 1 the network forgets its past;
    ///     larger values remember longer. Found to a relative 1e-8. In a line, whose eigenvalues are all 0, it is the strength of the links.
    ///   - density: the fraction of all possible connections that exist, for the topologies that say so; by default every unit has round(density · units) sources, at least 1.
    ///   - inputScaling: Win is uniform in ±inputScaling.
    ///   - biasScaling: b is uniform in ±biasScaling. The default breaks the symmetry of tanh, without which no even function can be learnt.
    ///   - leakRate: how much of the state is replaced at each step, above 0 and at most 1; 1 is no leak. `setLeakRates` gives each unit its own.
    ///   - topology: which units are connected.
    ///   - weights: how the weights of random, symmetric and Toeplitz matrices are drawn before scaling; in the regular topologies all links are alike.
    ///   - inputLaw: how Win and Wfb are drawn, before they are multiplied by their scaling.
    ///   - activation: f.
    ///   - feedback: how many outputs are fed back. A run then reads as many columns after those of the inputs, a training feeds its targets, a prediction its own outputs.
    ///   - feedbackScaling: Wfb is uniform in ±feedbackScaling.
    ///   - seed: selects the network.
    ///   - wiringSeed: selects which units are connected, where that is not to change with the seed.
    ///   - precision: of the states and the weights; what is made of the states is calculated in double precision either way.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range; `NeuroError.diverged` if the links that were drawn have no cycle, so that no radius but 0 can be had.
    /// - Complexity: O(c √units) for c connections, and O(units²): 0.02 s for 500 units. O(units³) for an orthogonal matrix.
    public init(
        units: Int, inputs: Int = 1, spectralRadius: Double = 0.9, density: Double = 0.1, inputScaling: Double = 1, biasScaling: Double = 0.2, leakRate: Double = 1,
        topology: Topology = .fixedDegree, weights: WeightLaw = .normal, inputLaw: WeightLaw = .uniform, activation: Activation = .tanh, feedback: Int = 0,
        feedbackScaling: Double = 1, seed: Int = 0, wiringSeed: Int? = nil, precision: StatePrecision = .double
    ) throws {
        let parameters = Parameters(
            units: units, inputs: inputs, feedback: feedback, topology: topology, weights: weights, inputLaw: inputLaw, activation: activation, spectralRadius: spectralRadius,
            density: density, inputScaling: inputScaling, feedbackScaling: feedbackScaling, biasScaling: biasScaling, leakRate: leakRate, seed: seed, wiringSeed: wiringSeed,
            precision: precision == .double ? nil : precision)
        try parameters.check()
        try self.init(parameters: parameters, state: State(activity: [Double](repeating: 0, count: units)))
    }

    /// A reservoir that was saved: the network is drawn again from the parameters.
    package init(parameters: Parameters, state: State) throws {
        self.parameters = parameters
        dynamic = state
        network = try parameters.draw()
    }

    /// A reservoir with weights of your own. `topology`, the scalings and the seed then say nothing.
    ///
    /// - Parameters:
    ///   - recurrent: W, units x units: row i holds the weights of the inputs to unit i. Where most are 0, these cost nothing.
    ///   - input: Win, units x inputs; where there is feedback, its columns come after those of the inputs.
    ///   - bias: b, one number per unit; zeros, where it is nil.
    ///   - leakRate: how much of the state is replaced at each step, above 0 and at most 1.
    ///   - activation: f.
    ///   - feedback: how many of the columns of `input` are for outputs that are fed back.
    ///   - spectralRadius: what W is scaled to; nil leaves it as it is.
    ///   - precision: of the states; the weights are rounded to it.
    /// - Throws: `NeuroError` for shapes that do not fit together or numbers that are not finite; if W is to be scaled and has no cycle, since all its eigenvalues are 0 then.
    public init(
        recurrent: Matrix, input: Matrix, bias: Vector? = nil, leakRate: Double = 1, activation: Activation = .tanh, feedback: Int = 0, spectralRadius: Double? = nil,
        precision: StatePrecision = .double
    ) throws {
        let n = bias?.count ?? recurrent.rows
        guard n > 0, recurrent.shape == [n, n] else {
            throw NeuroError.shape(
                name: "recurrent", shape: recurrent.shape, must: bias == nil ? "square, with at least one row" : "\(n) x \(n), as many rows and columns as the bias has elements")
        }
        guard input.rows == n, input.columns > feedback else {
            throw NeuroError.shape(name: "input", shape: input.shape, must: "\(n) rows and at least one column" + (feedback > 0 ? " before the \(feedback) of the feedback" : ""))
        }
        var parameters = Parameters(
            units: n, inputs: input.columns - max(0, feedback), feedback: feedback, activation: activation, spectralRadius: spectralRadius ?? 1, density: 1, inputScaling: 1,
            biasScaling: 1, leakRate: leakRate, seed: 0)
        try parameters.check()
        try Check.finite(recurrent.elements, "recurrent")
        try Check.finite(input.elements, "input")
        let bias = bias ?? Vector([Double](repeating: 0, count: n))
        try Check.finite(bias.elements, "bias")
        for (values, name) in [(recurrent.elements, "recurrent"), (input.elements, "input"), (bias.elements, "bias")] { try precision.check(values, name) }
        var weights = SparseRows(dense: recurrent.elements, rows: n)
        if let spectralRadius { try weights.scale(to: spectralRadius, known: nil) } else { parameters.spectralRadius = Parameters.unknownRadius }
        parameters.density = Double(weights.values.count) / Double(n * n)
        parameters.hasOwnWeights = true
        if precision != .double { parameters.precision = precision }
        self.parameters = parameters
        dynamic = State(activity: [Double](repeating: 0, count: n))
        network = Network(recurrent: weights, input: input.elements, bias: bias.elements, precision: precision)
    }

    private enum CodingKeys: CodingKey { case parameters, dynamic, network }

    /// A reservoir that was saved.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        (parameters, dynamic) = (try values.decode(Parameters.self, forKey: .parameters), try values.decode(State.self, forKey: .dynamic))
        network = try values.decode(Network.self, forKey: .network)
        let n = parameters.units
        guard n == network.units, parameters.inputs >= 1, parameters.feedback >= 0, parameters.inputs + parameters.feedback == network.inputs, dynamic.activity.count == n,
            parameters.leakRates.isEmpty || parameters.leakRates.count == n, network.recurrent.isSound, network.precision == parameters.precision ?? .double
        else { throw NeuroError.invalid(name: "reservoir", value: "\(network.units) units where \(n) were said", must: "of one size throughout") }
    }

    /// How many units the network has.
    public var units: Int { parameters.units }
    /// How many channels the input has.
    public var inputs: Int { parameters.inputs }
    /// How many outputs are fed back.
    public var feedback: Int { parameters.feedback }
    /// How many numbers a state has: one per unit.
    public var features: Int { parameters.units }
    /// Which units are connected.
    public var topology: Topology { parameters.topology }
    /// What a unit makes of its drive.
    public var activation: Activation { parameters.activation }
    /// The largest modulus of the eigenvalues of the recurrent weights; in a line the strength of its links.
    ///
    /// - Complexity: of weights of your own, and after intrinsic plasticity, it is found anew at every call, in O(c √units) for c weights.
    public var spectralRadius: Double {
        if parameters.spectralRadius != Parameters.unknownRadius { return parameters.spectralRadius }
        if network.recurrent.isAcyclic { return 0 }
        return (try? SpectralRadius.of(network.recurrent)) ?? .nan
    }
    /// The fraction of all possible connections that exist.
    public var density: Double { parameters.density }
    /// The largest modulus of an input weight.
    public var inputScaling: Double { parameters.inputScaling }
    /// The largest modulus of a bias.
    public var biasScaling: Double { parameters.biasScaling }
    /// How much of the state is replaced at each step; where units differ, on average.
    public var leakRate: Double { parameters.leakRate }
    /// The seed that the network was drawn from.
    public var seed: Int { parameters.seed }
    /// In which precision the states are calculated.
    public var precision: StatePrecision { network.precision }
    /// The present state, one number per unit.
    public var state: Vector { Vector(dynamic.activity) }

    /// The recurrent weights W as a full matrix, units x units: row i holds the weights of the inputs to unit i.
    ///
    /// - Throws: `LinearError.tooLarge` if a full matrix would not fit in memory.
    public func recurrentWeights() throws -> Matrix { try network.recurrent.dense() }

    /// The input weights Win, units x inputs, and after them those of the feedback.
    public func inputWeights() throws -> Matrix { try Matrix(rows: units, columns: inputs + feedback, elements: network.input) }

    /// How much of each unit's state is replaced at each step.
    public var leakRates: Vector { Vector(parameters.leakRates.isEmpty ? [Double](repeating: leakRate, count: units) : parameters.leakRates) }

    /// Gives each unit a leak of its own, so that some are quick and others slow; `leakRate` is then their mean.
    ///
    /// - Throws: `NeuroError` for another number of rates than units, or one that is not above 0 and at most 1.
    public mutating func setLeakRates(_ rates: Vector) throws {
        guard rates.count == units else { throw NeuroError.shape(name: "rates", shape: [rates.count], must: "one leak for each of the \(units) units") }
        for rate in rates.elements { guard rate > 0, rate <= 1 else { throw NeuroError.invalid(name: "rates", value: "\(rate)", must: "above 0 and at most 1") } }
        parameters.leakRates = rates.elements
        parameters.leakRate = rates.elements.reduce(0, +) / Double(units)
    }

    /// This reservoir as one of all kinds.
    public var node: AnyReservoir { .leaky(self) }

    var rule: Rule { Rule(activation: parameters.activation, leak: leakRate, leaks: parameters.leakRates) }

    /// The bias b, one number per unit.
    public var bias: Vector { Vector(network.bias) }
}

extension Reservoir: CustomStringConvertible {
    /// The parameters in one line.
    public var description: String {
        if parameters.hasOwnWeights ?? false {
            return "Reservoir(units: \(units), inputs: \(inputs), weights: of its own, density: \(density), " + special + "leakRate: \(leakRate))"
        }
        return "Reservoir(units: \(units), inputs: \(inputs), spectralRadius: \(spectralRadius), density: \(density), inputScaling: \(inputScaling), "
            + "biasScaling: \(biasScaling), leakRate: \(leakRate), " + special + "seed: \(seed))"
    }

    /// What is not as it is by default.
    private var special: String {
        var parts: [String] = []
        if topology != .fixedDegree { parts.append("topology: .\(topology)") }
        if activation != .tanh { parts.append("activation: .\(activation)") }
        if precision != .double { parts.append("precision: \(precision)") }
        if feedback > 0 { parts.append("feedback: \(feedback), feedbackScaling: \(parameters.feedbackScaling)") }
        return parts.map { $0 + ", " }.joined()
    }
}
