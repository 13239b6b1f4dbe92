import Linear

/// What turns inputs into states, step by step, and keeps some of the past in them: a reservoir of any kind, or several that work together.
///
/// `step` is the whole of it; a run is as many steps as there are rows, and a readout may be trained on the states of any node:
///
/// ```swift
/// var deep = try Reservoir(units: 100, seed: 1) >> Reservoir(units: 100, inputs: 100, seed: 2)
/// let fit = try deep.train(inputs: u, targets: y, readout: .ridge(1e-6))
/// ```
public protocol ReservoirNode: Equatable, Sendable, Codable {
    /// How many channels the input has.
    var inputs: Int { get }
    /// How many outputs are fed back: a step reads them after the inputs.
    var feedback: Int { get }
    /// How many numbers a state has.
    var features: Int { get }
    /// Takes one step: the state after this input, of `inputs` numbers and after them `feedback` more.
    mutating func step(_ input: Vector) throws -> Vector
    /// Takes a step for each row of the input: row t of the result is the state after row t. The run continues from the present state, so that two runs one after the other equal one long run.
    mutating func run(_ input: Matrix) throws -> Matrix
    /// Goes back to rest.
    mutating func reset()
    /// This node as one of all kinds.
    var node: AnyReservoir { get }
}

extension ReservoirNode {
    /// Drives the node with one input channel and returns its states: row t is the state after input t.
    ///
    /// The run continues from the present state, so that two runs one after the other equal one long run.
    /// - Throws: `NeuroError` if the node has another number of inputs than one, or the input is empty or not finite.
    public mutating func run(_ input: Vector) throws -> Matrix { try run(ReservoirInput.column(input, inputs: inputs + feedback, "input")) }

    /// Takes one step with outputs that are fed back.
    ///
    /// - Throws: `NeuroError` for another count of either than the node has, or numbers that are not finite.
    public mutating func step(_ input: Vector, feedback outputs: Vector) throws -> Vector {
        guard input.count == inputs else { throw NeuroError.shape(name: "input", shape: [input.count], must: "\(inputs) numbers, one for each input") }
        guard outputs.count == feedback else { throw NeuroError.shape(name: "feedback", shape: [outputs.count], must: "\(feedback) numbers, one for each output that is fed back") }
        return try step(Vector(input.elements + outputs.elements))
    }
}
