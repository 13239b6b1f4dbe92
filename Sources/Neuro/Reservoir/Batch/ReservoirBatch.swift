import Linear

/// Reservoirs that differ in their seeds only, driven and trained together: what one network does says little, since another seed may do better or worse.
///
/// ```swift
/// var batch = try ReservoirBatch(units: 200, spectralRadius: 0.9, seeds: 0 ..< 10)
/// let errors = try batch.errors(inputs: u, targets: y, training: 2_000, washout: 200)
/// print(mean(errors), standardDeviation(errors))
/// ```
///
/// The members share the processors, and each of them gives the same numbers as alone, to the bit.
public struct ReservoirBatch: Equatable, Sendable, Codable, CustomStringConvertible {
    /// The reservoirs, in the order of the seeds.
    public private(set) var members: [Reservoir]

    /// Puts reservoirs together.
    ///
    /// - Parameter members: at least one; all of the same number of inputs and of feedback. They may differ in anything else.
    /// - Throws: `NeuroError` for members that differ in what they read.
    public init(_ members: [Reservoir]) throws {
        guard let first = members.first else { throw NeuroError.shape(name: "members", shape: [0], must: "at least one") }
        for (i, member) in members.enumerated() where member.inputs != first.inputs || member.feedback != first.feedback {
            throw NeuroError.shape(
                name: "members[\(i)]", shape: [member.inputs, member.feedback], must: "\(first.inputs) inputs and \(first.feedback) of feedback, as the first one has")
        }
        self.members = members
    }

    /// Draws a reservoir from each seed; the other parameters are those of `Reservoir`.
    ///
    /// - Parameter seeds: at least one.
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(
        units: Int, inputs: Int = 1, spectralRadius: Double = 0.9, density: Double = 0.1, inputScaling: Double = 1, biasScaling: Double = 0.2, leakRate: Double = 1,
        topology: Topology = .fixedDegree, weights: WeightLaw = .normal, inputLaw: WeightLaw = .uniform, activation: Activation = .tanh, seeds: [Int],
        precision: StatePrecision = .double
    ) throws {
        guard !seeds.isEmpty else { throw NeuroError.shape(name: "seeds", shape: [0], must: "at least one") }
        let draw = { (seed: Int) in
            try Reservoir(
                units: units, inputs: inputs, spectralRadius: spectralRadius, density: density, inputScaling: inputScaling, biasScaling: biasScaling, leakRate: leakRate,
                topology: topology, weights: weights, inputLaw: inputLaw, activation: activation, seed: seed,
                precision: precision)
        }
        // The first one finds what is wrong with the arguments before all begin.
        let first = try draw(seeds[0])
        try self.init([first] + Shared.map(seeds.count - 1) { try draw(seeds[$0 + 1]) })
    }

    /// Draws a reservoir from each seed of a range.
    ///
    /// - Throws: `NeuroError.invalid` naming the argument that is out of its range.
    public init(
        units: Int, inputs: Int = 1, spectralRadius: Double = 0.9, density: Double = 0.1, inputScaling: Double = 1, biasScaling: Double = 0.2, leakRate: Double = 1,
        topology: Topology = .fixedDegree, weights: WeightLaw = .normal, inputLaw: WeightLaw = .uniform, activation: Activation = .tanh, seeds: Range<Int>,
        precision: StatePrecision = .double
    ) throws {
        guard seeds.count <= 1_000_000 else { throw NeuroError.invalid(name: "seeds", value: "\(seeds)", must: "at most 1,000,000") }
        try self.init(
            units: units, inputs: inputs, spectralRadius: spectralRadius, density: density, inputScaling: inputScaling, biasScaling: biasScaling, leakRate: leakRate,
            topology: topology, weights: weights, inputLaw: inputLaw, activation: activation, seeds: Array(seeds),
            precision: precision)
    }

    /// How many reservoirs there are.
    public var count: Int { members.count }
    /// How many channels the input has.
    public var inputs: Int { members[0].inputs }

    /// Drives all with the same input of one channel; see the form for a matrix.
    public mutating func run(_ input: Vector) throws -> [Matrix] { try run(ReservoirInput.column(input, inputs: inputs + members[0].feedback, "input")) }

    /// Drives all with the same input, a row for each step, and returns the states of each: row t is the state after row t. The run continues from the present states.
    ///
    /// - Throws: `NeuroError` if the input has another number of columns than the reservoirs have inputs, is empty or not finite; `LinearError.tooLarge` if the states would not fit in memory.
    public mutating func run(_ input: Matrix) throws -> [Matrix] {
        try ReservoirInput.check(input, columns: inputs + members[0].feedback, "input")
        _ = try Allocation.count(of: [input.rows, members.reduce(0) { $0 + $1.units }], named: "the states", as: Double.self)
        return try change { try $0.run(input) }
    }

    /// Trains a readout for each, to give the next value of a series; see `Reservoir.train`.
    public mutating func train(_ series: Vector, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> [ReservoirFit] {
        try change { try $0.train(series, readout: readout, washout: washout, readsInputs: readsInputs) }
    }

    /// Trains a readout for each, to give `targets`; see `Reservoir.train`.
    public mutating func train(inputs: Vector, targets: Vector, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> [ReservoirFit] {
        try change { try $0.train(inputs: inputs, targets: targets, readout: readout, washout: washout, readsInputs: readsInputs) }
    }

    /// Trains a readout for each, to give the rows of `targets`; see `Reservoir.train`.
    public mutating func train(inputs: Matrix, targets: Matrix, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> [ReservoirFit] {
        try change { try $0.train(inputs: inputs, targets: targets, readout: readout, washout: washout, readsInputs: readsInputs) }
    }

    /// The error of each on steps that it was not trained on: the NRMSE, 0 where all is right and 1 where the mean does as well.
    ///
    /// - Parameters:
    ///   - inputs: one for each step.
    ///   - targets: what the output is to be at each step.
    ///   - training: how many steps at the beginning are trained on, the washout among them; the others test.
    ///   - readout: how the weights are found.
    ///   - washout: how many steps at the beginning are driven but not learnt from.
    ///   - readsInputs: whether the readout sees the input beside the state.
    /// - Throws: `NeuroError` if inputs and targets differ in their count, or fewer than 2 steps are left for the test.
    public func errors(inputs: Vector, targets: Vector, training: Int, readout: Readout = .ridge(1e-6), washout: Int = 100, readsInputs: Bool = true) throws -> Vector {
        guard inputs.count == targets.count else { throw NeuroError.shape(name: "targets", shape: [targets.count], must: "\(inputs.count) values, one for each input") }
        try Check.atLeast(1, training, "training")
        guard training <= inputs.count - 2 else {
            throw NeuroError.tooShort(name: "inputs", count: inputs.count, needed: StateMeasure.sum(training, 2), why: "a test after \(training) steps of training")
        }
        let members = members
        return try Vector(
            Shared.map(count) { i in
                var member = members[i]
                let fit = try member.train(inputs: inputs[..<training], targets: targets[..<training], readout: readout, washout: washout, readsInputs: readsInputs)
                return try nrmse(fit.predict(inputs[training...]), targets[training...])
            })
    }

    /// Puts all back to rest.
    public mutating func reset() { for i in members.indices { members[i].reset() } }

    private mutating func change<Result: Sendable>(_ body: @Sendable (inout Reservoir) throws -> Result) throws -> [Result] {
        let before = members
        let after = try Shared.map(count) { i in
            var member = before[i]
            return (try body(&member), member)
        }
        members = after.map(\.1)
        return after.map(\.0)
    }

    /// The members in one line.
    public var description: String { "ReservoirBatch(\(count) x \(members[0]))" }
}

/// Calculations beside each other.
enum Shared {
    /// What `body` makes of each number below `count`, in their order, whichever ends first; on as many threads as calculations may use. Throws what the first of them threw.
    static func map<Result>(_ count: Int, _ body: (Int) throws -> Result) throws -> [Result] {
        var results = [Swift.Result<Result, any Error>?](repeating: nil, count: count)
        try results.withUnsafeMutableBufferPointer { results in
            // Each piece writes its own place.
            nonisolated(unsafe) let results = results
            try Threads.share(count, progress: { try Progress.check($0, of: count) }) { _, piece in
                // On the calling thread each piece is a part of the whole; the others report nothing.
                results[piece] = Swift.Result { try Progress.stretch(piece, of: count) { try body(piece) } }
            }
        }
        return try results.compactMap { try $0?.get() }
    }
}
