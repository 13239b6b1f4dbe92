import CKernels
import Linear

/// What the one unit of a `DelayReservoir` makes of what comes back to it.
public enum DelayNonlinearity: Equatable, Sendable, Codable {
    /// η s/(1 + |s|^p), after Mackey and Glass.
    case mackeyGlass(exponent: Double = 1)
    /// η sin²(s + phase), after Ikeda: an optical one.
    case ikeda(phase: Double = 0.2)

    func check() throws {
        switch self {
        case .mackeyGlass(let exponent): try Check.notNegative(exponent, "exponent")
        case .ikeda(let phase): try Check.finite([phase], "phase")
        }
    }

    func value(_ s: Double) -> Double {
        switch self {
        case .mackeyGlass(let exponent):
            if exponent == 1 { return s / (1 + abs(s)) }
            return s == 0 ? 0 : s / (1 + Elementary.exp(exponent * Elementary.log(abs(s))))
        case .ikeda(let phase):
            var (angle, sine) = (s + phase, 0.0)
            engram_sin_f64(&angle, &sine, 1)
            return sine * sine
        }
    }
}

/// One nonlinear unit with a delay line, whose values along the line stand for the units of a reservoir.
///
/// ẋ(t) = −x(t) + η f(x(t − τ) + γ J(t)), where J holds the input through one turn of the line, times a mask that gives each place on it another weight. The line is read at `units` places, θ
/// apart, τ = units · θ; between two of them the delayed value counts as constant, which gives
///
/// x_i(t) = e^(−θ) x_(i−1)(t) + (1 − e^(−θ)) η f(x_i(t−1) + γ J_i(t)), x_0(t) = x_units(t−1).
///
/// L. Appeltant et al., Nature Communications 2 (2011), doi:10.1038/ncomms1476.
public struct DelayReservoir: ReservoirNode, CustomStringConvertible {
    /// How many places of the line are read.
    public let units: Int
    /// How many channels the input has.
    public let inputs: Int
    /// θ, the time between two places, in units of the unit's time constant.
    public let separation: Double
    /// η, the strength of what comes back.
    public let strength: Double
    /// γ, the strength of the input.
    public let inputScaling: Double
    /// f.
    public let nonlinearity: DelayNonlinearity
    /// The seed that the mask was drawn from.
    public let seed: Int
    /// units x inputs.
    private let mask: [Double]
    private var line: [Double]

    /// Draws the mask.
    ///
    /// - Parameters:
    ///   - units: how many places of the line are read, at least 1.
    ///   - inputs: how many channels the input has, at least 1.
    ///   - separation: θ, above 0: at 0.2 neighbours still depend on each other, which mixes them.
    ///   - strength: η; below 1 the line comes to rest without input.
    ///   - inputScaling: γ.
    ///   - nonlinearity: f.
    ///   - maskLaw: how the mask is drawn: −1 and 1, as in the paper, uniform, or normal.
    ///   - seed: selects the mask.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(
        units: Int, inputs: Int = 1, separation: Double = 0.2, strength: Double = 0.5, inputScaling: Double = 0.05, nonlinearity: DelayNonlinearity = .mackeyGlass(exponent: 1),
        maskLaw: WeightLaw = .sign, seed: Int = 0
    ) throws {
        try Check.atLeast(1, units, "units")
        try Check.atLeast(1, inputs, "inputs")
        _ = try Allocation.count(of: [units, inputs], named: "the mask", as: Double.self)
        let mask = maskLaw.drawn(units * inputs, key: UInt64(bitPattern: Int64(seed)), stream: ReservoirStream.input.rawValue)
        try self.init(units, inputs, mask, separation, strength, inputScaling, nonlinearity, seed)
    }

    /// A reservoir with a mask of your own.
    ///
    /// - Parameters:
    ///   - mask: a row for each place that is read and a column for each input.
    ///   - separation: θ, above 0.
    ///   - strength: η.
    ///   - inputScaling: γ.
    ///   - nonlinearity: f.
    /// - Throws: `NeuroError` for an empty mask, numbers that are not finite, or an argument out of its range.
    public init(
        mask: Matrix, separation: Double = 0.2, strength: Double = 0.5, inputScaling: Double = 0.05, nonlinearity: DelayNonlinearity = .mackeyGlass(exponent: 1)
    ) throws {
        guard mask.rows > 0, mask.columns > 0 else { throw NeuroError.shape(name: "mask", shape: mask.shape, must: "of at least one row and one column") }
        try Check.finite(mask.elements, "mask")
        try self.init(mask.rows, mask.columns, mask.elements, separation, strength, inputScaling, nonlinearity, 0)
    }

    private init(
        _ units: Int, _ inputs: Int, _ mask: [Double], _ separation: Double, _ strength: Double, _ inputScaling: Double, _ nonlinearity: DelayNonlinearity, _ seed: Int
    ) throws {
        try Check.positive(separation, "separation")
        try Check.finite([strength], "strength")
        try Check.notNegative(inputScaling, "inputScaling")
        try nonlinearity.check()
        (self.units, self.inputs, self.separation, self.strength) = (units, inputs, separation, strength)
        (self.inputScaling, self.nonlinearity, self.seed, self.mask) = (inputScaling, nonlinearity, seed, mask)
        line = [Double](repeating: 0, count: units)
    }

    /// Nothing is fed back but along the line.
    public var feedback: Int { 0 }
    /// How many numbers a state has: one for each place.
    public var features: Int { units }
    /// The values along the line, the oldest last but that the next step begins from.
    public var state: Vector { Vector(line) }
    /// The mask, units x inputs.
    public func maskWeights() throws -> Matrix { try Matrix(rows: units, columns: inputs, elements: mask) }
    /// This node as one of all kinds.
    public var node: AnyReservoir { .delay(self) }

    /// Takes one step, a turn of the line: its values after this input.
    public mutating func step(_ input: Vector) throws -> Vector {
        try ReservoirInput.check(input, columns: inputs)
        var after = self
        after.turn(input.elements, 0, Elementary.exp(-separation))
        try ReservoirInput.checkStates(after.line, of: self)
        self = after
        return state
    }

    /// Takes a step for each row of the input: row t of the result holds the values along the line after row t.
    public mutating func run(_ input: Matrix) throws -> Matrix {
        try ReservoirInput.check(input, columns: inputs, "input")
        _ = try Allocation.count(of: [input.rows, units], named: "the states", as: Double.self)
        var after = self
        let u = input.elements, decay = Elementary.exp(-separation), between = max(1, 100_000 / (units * (inputs + 1)))
        let states = try Matrix(unsafeUninitializedRows: input.rows, columns: units) { states in
            for t in 0 ..< input.rows {
                after.turn(u, t, decay)
                for i in 0 ..< units { states.initializeElement(at: t * units + i, to: after.line[i]) }
                if t % between == 0 { try Progress.check(t, of: input.rows) }
            }
        }
        try ReservoirInput.checkStates(after.line, of: self)
        self = after
        return states
    }

    private mutating func turn(_ u: [Double], _ row: Int, _ decay: Double) {
        var before = line[units - 1]
        line.withUnsafeMutableBufferPointer { line in
            for i in 0 ..< units {
                var drive = 0.0
                for c in 0 ..< inputs { drive += mask[i * inputs + c] * u[row * inputs + c] }
                before = decay * before + (1 - decay) * strength * nonlinearity.value(line[i] + inputScaling * drive)
                line[i] = before
            }
        }
    }

    /// Empties the line.
    public mutating func reset() { line = [Double](repeating: 0, count: units) }

    private enum CodingKeys: CodingKey { case units, inputs, separation, strength, inputScaling, nonlinearity, seed, mask, line }

    /// A reservoir that was saved.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        (units, inputs) = (try values.decode(Int.self, forKey: .units), try values.decode(Int.self, forKey: .inputs))
        (separation, strength) = (try values.decode(Double.self, forKey: .separation), try values.decode(Double.self, forKey: .strength))
        (inputScaling, nonlinearity) = (try values.decode(Double.self, forKey: .inputScaling), try values.decode(DelayNonlinearity.self, forKey: .nonlinearity))
        (seed, mask, line) = (try values.decode(Int.self, forKey: .seed), try values.decode([Double].self, forKey: .mask), try values.decode([Double].self, forKey: .line))
        guard units >= 1, inputs >= 1, line.count == units, mask.count % units == 0, mask.count / units == inputs, separation > 0 else {
            throw NeuroError.invalid(name: "reservoir", value: "a mask of \(mask.count) for \(units) units", must: "of one size throughout")
        }
    }

    /// The parameters in one line.
    public var description: String {
        "DelayReservoir(units: \(units), inputs: \(inputs), separation: \(separation), strength: \(strength), inputScaling: \(inputScaling), nonlinearity: .\(nonlinearity), seed: \(seed))"
    }
}
