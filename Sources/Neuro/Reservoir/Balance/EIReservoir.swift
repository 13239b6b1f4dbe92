import Linear

/// A reservoir of excitatory and inhibitory units whose balance can be set for all, designed for each, or learnt.
///
/// v(t+1) = λ v(t) + (A^E − A^I) r(t) + Win u(t), r = φ(v − θ), φ(x) = 1/(1 + e^(−c x)); A^E, A^I ≥ 0. A unit excites or inhibits all that it reaches (Dale's law): the columns of the first
/// 80 % of the units, by default, are excitatory. The states are the rates r, between 0 and 1.
///
/// ```swift
/// var net = try EIReservoir(units: 300, gain: 8, inputScaling: 0.02, seed: 1)
/// try net.designInhibition(target: .fixed(0.5))      // every unit at half its largest rate
/// print(try net.memoryCapacity().total)
/// ```
///
/// K. Srinivasan, D. Plenz and M. Girvan, Nature Communications (2025), doi:10.1038/s41467-025-64978-8. The paper's own gain, threshold, degree and rates of learning were not available:
/// every one is a parameter here, and the defaults are ours.
public struct EIReservoir: ReservoirNode, Equatable, Sendable, Codable, CustomStringConvertible {
    /// What the user sets.
    struct Parameters: Equatable, Sendable, Codable {
        var units: Int
        var inputs: Int
        var excitatoryFraction: Double
        var degree: Double
        var balance: Double
        var gain: Double
        var threshold: Double
        var retention: Double
        var inputScaling: Double
        var seed: Int
    }

    let parameters: Parameters
    /// A^E − A^I: the sign of a value is that of its column.
    var weights: SparseRows
    /// units x inputs, row-major.
    let input: [Double]
    /// v of each unit.
    var potentials: [Double]

    /// Draws a reservoir.
    ///
    /// A link from j to i ≠ j exists with probability degree / units. Its strength is |μ (1 + 0.2 z)|, z normal: μ = 1/(degree f_E) from an excitatory unit, (1 − balance)/(degree (1 − f_E)) from an
    /// inhibitory one, so that a unit's links add up to `balance` on average.
    ///
    /// - Parameters:
    ///   - units: how many units, at least 2.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - excitatoryFraction: f_E, the part of the units that excite, above 0 and below 1; cortex has about 0.8.
    ///   - degree: how many links a unit receives on average, above 0 and below the number of units.
    ///   - balance: the mean over units of Σ_j (A^E_ij − A^I_ij). 0 is balanced; memory is best somewhat below.
    ///   - gain: c, the steepness of φ: its slope at the threshold is c/4.
    ///   - threshold: θ, where a unit's rate is one half.
    ///   - retention: λ, what of v is left after a step, from 0 to below 1.
    ///   - inputScaling: Win is uniform in ±inputScaling.
    ///   - seed: selects the network.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(
        units: Int, inputs: Int = 1, excitatoryFraction: Double = 0.8, degree: Double = 30, balance: Double = 0, gain: Double = 8, threshold: Double = 0, retention: Double = 0,
        inputScaling: Double = 0.1, seed: Int = 0
    ) throws {
        parameters = Parameters(
            units: units, inputs: inputs, excitatoryFraction: excitatoryFraction, degree: degree, balance: balance, gain: gain, threshold: threshold, retention: retention,
            inputScaling: inputScaling, seed: seed)
        try parameters.check()
        (weights, input) = try parameters.draw()
        potentials = [Double](repeating: 0, count: units)
    }

    private enum CodingKeys: CodingKey { case parameters, weights, input, potentials }

    /// A reservoir that was saved.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        (parameters, weights) = (try values.decode(Parameters.self, forKey: .parameters), try values.decode(SparseRows.self, forKey: .weights))
        (input, potentials) = (try values.decode([Double].self, forKey: .input), try values.decode([Double].self, forKey: .potentials))
        try parameters.check()
        guard weights.rows == units, weights.isSound, input.count == units * inputs, potentials.count == units else {
            throw NeuroError.invalid(name: "reservoir", value: "\(weights.rows) rows for \(units) units", must: "of one size throughout")
        }
    }

    /// How many units there are.
    public var units: Int { parameters.units }
    /// How many of them, the first ones, excite.
    public var excitatoryUnits: Int { parameters.excitatoryUnits }
    /// How many channels the input has.
    public var inputs: Int { parameters.inputs }
    /// How many outputs are fed back: none.
    public var feedback: Int { 0 }
    /// How many numbers a state has: the rate of each unit.
    public var features: Int { parameters.units }
    /// This node as one of all kinds.
    public var node: AnyReservoir { .balanced(self) }
    /// The present rate of each unit.
    public var rates: Vector { Vector(potentials.map(parameters.rate)) }
    /// β_i = Σ_j (A^E_ij − A^I_ij) of each unit, as it is now.
    public var balances: Vector {
        Vector((0 ..< units).map { row in weights.values[weights.starts[row] ..< weights.starts[row + 1]].reduce(0, +) })
    }
    /// The mean of `balances`.
    public var balance: Double { balances.elements.reduce(0, +) / Double(units) }

    /// The weights A^E − A^I as a full matrix: row i holds those of the inputs to unit i.
    ///
    /// - Throws: `LinearError.tooLarge` if a full matrix would not fit in memory.
    public func recurrentWeights() throws -> Matrix { try weights.dense() }

    /// The input weights Win, units x inputs.
    public func inputWeights() throws -> Matrix { try Matrix(rows: units, columns: inputs, elements: input) }

    /// The parameters in one line.
    public var description: String {
        "EIReservoir(units: \(units), inputs: \(inputs), excitatoryFraction: \(parameters.excitatoryFraction), degree: \(parameters.degree), balance: \(parameters.balance), gain: \(parameters.gain), "
            + "threshold: \(parameters.threshold), retention: \(parameters.retention), inputScaling: \(parameters.inputScaling), seed: \(parameters.seed))"
    }
}

extension EIReservoir.Parameters {
    var excitatoryUnits: Int { max(1, min(units - 1, Int((excitatoryFraction * Double(units)).rounded()))) }

    func rate(_ potential: Double) -> Double { 1 / (1 + Elementary.exp(-gain * (potential - threshold))) }

    func check() throws {
        try Check.atLeast(2, units, "units")
        try Check.atLeast(1, inputs, "inputs")
        guard excitatoryFraction > 0, excitatoryFraction < 1 else {
            throw NeuroError.invalid(name: "excitatoryFraction", value: "\(excitatoryFraction)", must: "above 0 and below 1")
        }
        guard degree > 0, degree < Double(units) else { throw NeuroError.invalid(name: "degree", value: "\(degree)", must: "above 0 and below the number of units, \(units)") }
        guard balance.isFinite, balance <= 1 else { throw NeuroError.invalid(name: "balance", value: "\(balance)", must: "finite and at most 1, where there is no inhibition") }
        try Check.positive(gain, "gain")
        try Check.finite([threshold], "threshold")
        guard retention >= 0, retention < 1 else { throw NeuroError.invalid(name: "retention", value: "\(retention)", must: "at least 0 and below 1") }
        try Check.notNegative(inputScaling, "inputScaling")
        guard units <= Int(UInt32.max) / 2, Double(units) * (degree * 24 + Double(inputs) * 8 + 16) <= Double(Allocation.physicalMemory) / 2 else {
            throw NeuroError.invalid(name: "units", value: "\(units)", must: "fewer, or the degree lower: the weights would not fit in memory")
        }
    }

    /// Row after row, each from a stream of its own.
    func draw() throws -> (weights: SparseRows, input: [Double]) {
        let exciting = excitatoryUnits, share = Double(exciting) / Double(units), probability = degree / Double(units)
        let excitation = 1 / (degree * share), inhibition = (1 - balance) / (degree * (1 - share))
        var weights = SparseRows(starts: [0], columns: [], values: [])
        for row in 0 ..< units {
            var links = Random(seed: seed, stream: 2 * row + 1), strengths = Random(seed: seed, stream: 2 * row + 2)
            let drawn = try links.uniform(count: units).elements
            let sources = (0 ..< units).filter { $0 != row && drawn[$0] < probability }
            let spread = try strengths.normal(count: sources.count, mean: 1, standardDeviation: 0.2).elements
            for (source, factor) in zip(sources, spread) {
                weights.columns.append(UInt32(source))
                weights.values.append(source < exciting ? abs(excitation * factor) : -abs(inhibition * factor))
            }
            weights.starts.append(weights.columns.count)
            if row & 63 == 0 { try Progress.check(row, of: units) }
        }
        var random = Random(seed: seed, stream: 0)
        let input = try random.uniform(count: units * inputs).elements.map { (2 * $0 - 1) * inputScaling }
        return (weights, input)
    }
}
